"""The nouns: frozen records, no behaviour but what their data implies.

Offsets count Unicode code points of `Article.text`, half-open. Days are full ISO 8601 days, or `XXXX-07-07` where the
year is not known. `Debate` and `Brief` are the output contract (`sayso/brief/1`); the other records are its parts, or
the layers that one article's `Reading` is made of.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, TypeGuard

import msgspec

Span = tuple[int, int]
Precision = Literal["day", "week", "month", "season", "year"]
Stance = Literal["supports", "opposes", "conditional", "undecided", "abstains", "declines_to_comment"]
ActorKind = Literal["state", "organisation", "body", "party", "person", "group", "outlet"]
ConflictKind = Literal["place", "number", "date", "role", "status", "rule", "membership", "stance", "attribution"]
RuleKind = Literal[
    "consensus", "unanimity", "majority", "supermajority", "qualified_majority", "weighted", "veto_players"
]


def has_year(day: str | None) -> TypeGuard[str]:
    """Is a day known with its year? `XXXX-07-07` comes neither before nor after another day."""
    return day is not None and not day.startswith("X")


class Record(msgspec.Struct, frozen=True):
    """Base of every record: immutable, compared by value, built by keyword."""


class Evidence(Record, frozen=True, kw_only=True):
    """Exact characters of one article: `text == article.text[start:end]`."""

    article: str
    start: int
    end: int
    text: str


# reading -------------------------------------------------------------------------------------------------------


class Block(Record, frozen=True, kw_only=True):
    """A paragraph of an article's text."""

    start: int
    end: int
    kind: Literal["title", "body"]


class Furniture(Record, frozen=True, kw_only=True):
    """A line removed because it is the page's, not the article's. Offsets count in the decoded input, null if none."""

    text: str
    start: int | None = None
    end: int | None = None
    reason: str = ""


class Article(Record, frozen=True, kw_only=True):
    """One article, cleaned. `id` is "sha256:" and the digest of `text`; `text` is the blocks joined by a blank line."""

    id: str
    text: str
    blocks: tuple[Block, ...]
    file: str | None = None
    also: tuple[str, ...] = ()
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    published_precision: Precision | None = None
    published_at: str | None = None
    published_from: str | None = None
    language: str | None = None
    cluster: int | None = None
    warnings: tuple[str, ...] = ()
    furniture: tuple[Furniture, ...] = ()

    def evidence(self, start: int, end: int) -> Evidence:
        """The characters [start, end) of the text as evidence."""
        return Evidence(article=self.id, start=start, end=end, text=self.text[start:end])


class Unread(Record, frozen=True, kw_only=True):
    """An input that could not be read: which, why, and what to do about it."""

    input: str
    reason: str
    advice: str


# statements ----------------------------------------------------------------------------------------------------


class Attribution(Record, frozen=True, kw_only=True):
    """An attribution relation as the text has it (PARC3/PolNeAR), before anybody is resolved."""

    mode: Literal["direct", "indirect", "mixed"]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float


class Link(Record, frozen=True, kw_only=True):
    """One relay of a source chain. `actor` is resolved where it can be; `institution` and `state` where anonymous."""

    text: str
    span: Span | None
    type: Literal["outlet", "spokesperson", "document", "person", "group"]
    actor: str | None = None
    anonymous: bool = False
    institution: str | None = None
    state: str | None = None
    count: int | None = None
    reason: str | None = None


class Quoted(tuple[Span, ...]):
    """Spans that know their words: `text` is what the article has there, the parts of an interrupted one joined by " … "."""

    text: str

    def __new__(cls, spans: Iterable[Span], article_text: str) -> "Quoted":
        """The spans, half-open, with their characters of the article's text."""
        quoted = super().__new__(cls, spans)
        quoted.text = " … ".join(article_text[start:end] for start, end in quoted)
        return quoted

    def __reduce__(self) -> tuple[type[tuple[Span, ...]], tuple[tuple[Span, ...]]]:
        return tuple, (tuple(self),)


class Chain(tuple[Link, ...]):
    """The relays of a statement, outermost first, the speaker last; printed as "NHK ← official of the Élysée"."""

    def __str__(self) -> str:
        return " ← ".join(link.text for link in self) or "nobody named"


if TYPE_CHECKING:
    _Quoted = Quoted
    _Chain = Chain
else:  # what msgspec decodes, and writes the schema of
    _Quoted = tuple[Span, ...]
    _Chain = tuple[Link, ...]


class Statement(Record, frozen=True, kw_only=True):
    """An attribution with its source resolved: the actor who speaks, and the chain, outermost relay first."""

    id: str
    article: str
    mode: Literal["direct", "indirect", "mixed"]
    source: _Quoted
    cue: _Quoted
    content: _Quoted
    actor: str | None
    chain: _Chain
    hedge: str | None = None
    inside: str | None = None
    confidence: float


# actors --------------------------------------------------------------------------------------------------------


class Actor(Record, frozen=True, kw_only=True):
    """A party to the debate. `id` is ISO 3166-1 alpha-3 for states, else a slug.

    `parent` is whom it belongs to (Élysée → FRA, a party's deputy → the party); `speaks_for` is the actor whose position
    its words are at the article's date (a foreign minister → the state), null when only its own.
    """

    id: str
    name: str
    kind: ActorKind
    parent: str | None = None
    speaks_for: str | None = None
    role: str | None = None
    forms: tuple[str, ...] = ()


class Mention(Record, frozen=True, kw_only=True):
    """A place in the text where an actor is named, described or referred to."""

    start: int
    end: int
    actor: str
    form: Literal["name", "demonym", "role", "pronoun", "metonym"]


# timeline ------------------------------------------------------------------------------------------------------


class Timex(Record, frozen=True, kw_only=True):
    """A time expression (TIMEX3, TimeML 1.2.1) with the days it covers; `year_known` false gives `XXXX-` days."""

    span: Span
    start: str
    end: str
    precision: Precision
    year_known: bool = True


class Event(Record, frozen=True, kw_only=True):
    """What happens when and where. `status` is relative to the debate's `as_of`."""

    what: str
    where: str | None
    start: str | None
    end: str | None
    precision: Precision | None
    status: Literal["past", "upcoming"]
    certainty: Literal["certain", "expected", "possible"] = "certain"
    attendees: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...]


# positions -----------------------------------------------------------------------------------------------------


class Proposal(Record, frozen=True, kw_only=True):
    """What is to be decided, as a short verb phrase."""

    text: str
    evidence: tuple[Evidence, ...]


class Position(Record, frozen=True, kw_only=True):
    """Where one actor stands on the proposal in one article. `evidence[0]` fixes the article."""

    actor: str
    stance: Stance
    condition: Evidence | None = None
    act: Literal["voted", "ratified", "signed", "blocked", "delayed"] | None = None
    as_of: str | None = None
    as_of_precision: Precision | None = None
    member: bool = False
    uncertain: bool = False
    statement: str | None = None
    chain: tuple[str, ...] = ()
    anonymous: bool = False
    first_hand: bool = True
    confidence: float
    evidence: tuple[Evidence, ...]


class RivalProposal(Record, frozen=True, kw_only=True):
    """Another proposal of the same debate, with the positions on it."""

    text: str
    evidence: tuple[Evidence, ...]
    positions: tuple[Position, ...]


class Standing(Record, frozen=True, kw_only=True):
    """An actor's latest stance; `positions` index the debate's positions, oldest first.

    `against`: those of them that give another stance on the same day, on the word of a lesser source or less surely.
    """

    stance: Stance
    since: str | None
    as_of: str | None
    positions: tuple[int, ...]
    against: tuple[int, ...] = ()


class Interest(Record, frozen=True, kw_only=True):
    """What an actor is said to want near the question without a position on the proposal: shown, never counted."""

    actor: str
    evidence: tuple[Evidence, ...]


# decisions -----------------------------------------------------------------------------------------------------


class Knowledge(Record, frozen=True, kw_only=True):
    """A row of a shipped table that something rests on."""

    table: str
    key: str
    value: str
    source: str
    as_of: str


class Table(Record, frozen=True, kw_only=True):
    """A knowledge table: whence, as of when, how many rows."""

    table: str
    source: str
    as_of: str
    rows: int


class Body(Record, frozen=True, kw_only=True):
    """Who decides; `name` is the full official name, the organ in parentheses."""

    id: str
    name: str


class Rule(Record, frozen=True, kw_only=True):
    """How many of whom it takes. `members` counts the members on the date of the outlook.

    `passes` is the rule as an expression, `words` the same in English, `article` the treaty's. `contradicted_by` are passages
    that state another rule, `clashes` say how ("the article says two thirds; NATO decides by consensus").
    """

    kind: RuleKind
    members: int
    thresholds: dict[str, float]
    veto: tuple[str, ...] | None = None
    id: str | None = None
    passes: str = ""
    words: str = ""
    article: str = ""
    known_from: Literal["text", "knowledge"]
    evidence: tuple[Evidence, ...] = ()
    contradicted_by: tuple[Evidence, ...] = ()
    clashes: tuple[str, ...] = ()
    knowledge: tuple[Knowledge, ...] = ()


class Tally(Record, frozen=True, kw_only=True):
    """Members by their latest stance; `absent` are away by their own word or the count's; `silent` counts the others."""

    supports: tuple[str, ...] = ()
    opposes: tuple[str, ...] = ()
    conditional: tuple[str, ...] = ()
    undecided: tuple[str, ...] = ()
    abstains: tuple[str, ...] = ()
    declines_to_comment: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    silent: int = 0


class Meter(Record, frozen=True, kw_only=True):
    """One threshold of a rule against the count: how much is in favour, against, not decided, of how much, and what it needs.

    `what` is "members" or the name of a weight; abstentions and absences are the remainder. `needed` is what must be in favour,
    for `of_cast` the share of favour among favour and against.
    """

    what: str
    favour: float
    against: float
    undecided: float
    total: float
    needed: float | None = None
    of_cast: bool = False


class Probability(Record, frozen=True, kw_only=True):
    """How likely it is to pass if each member decides by itself; exact under `assumes`.

    `passes` counts each silent member as yes or no with one half; the others are the ends: all of them agree, or all refuse.
    """

    passes: float
    if_silent_agree: float
    if_silent_refuse: float
    assumes: str


class Outlook(Record, frozen=True, kw_only=True):
    """Where the decision stands as of a date.

    `chance` is what the known votes leave: passage certain, possible or impossible. `flips` are the smallest sets of members
    whose change turns it; `to_pass` and `to_fail` those in each direction, at most 20 each, the smallest first. `pivotal` are
    the members yet to decide whose vote can still make the difference, the most powerful first. `silence_until`: the last
    day to object, where silence means consent.
    """

    status: Literal["adopted", "blocked", "rejected", "open"]
    basis: Literal["reported", "computed"]
    chance: Literal["certain", "possible", "impossible"] | None = None
    blockers: tuple[str, ...] = ()
    flips: tuple[tuple[str, ...], ...] = ()
    to_pass: tuple[tuple[str, ...], ...] = ()
    to_fail: tuple[tuple[str, ...], ...] = ()
    pivotal: tuple[str, ...] = ()
    probability: Probability | None = None
    silence_until: str | None = None
    as_of: str | None = None
    evidence: tuple[Evidence, ...] = ()


class Stage(Record, frozen=True, kw_only=True):
    """One step of a decision that takes several: whose, by which rule, and where it stands."""

    name: str
    body: Body
    rule: Rule
    tally: Tally
    meters: tuple[Meter, ...] = ()
    outlook: Outlook


class Decision(Record, frozen=True, kw_only=True):
    """Body, rule, tally and outlook. `members_as_of` is the date whose membership was counted.

    `confidence` is how sure it is that this body decides. Where several must, `stages` are theirs in order, `process` names
    the whole, and `stage` is the one at which it stands, whose body, rule, tally and outlook are those of the decision.
    """

    body: Body
    rule: Rule
    tally: Tally
    outlook: Outlook
    members_as_of: str
    meters: tuple[Meter, ...] = ()
    confidence: float = 1.0
    process: str | None = None
    stage: str | None = None
    stages: tuple[Stage, ...] = ()


# conflicts -----------------------------------------------------------------------------------------------------


class Conflict(Record, frozen=True, kw_only=True):
    """Passages that cannot all be true."""

    scope: Literal["within", "across"]
    kind: ConflictKind
    why: str
    sides: tuple[Evidence, ...]
    knowledge: tuple[Knowledge, ...] = ()
    confidence: float


class Disagreement(Record, frozen=True, kw_only=True):
    """Two speakers who differ; honest, and no conflict."""

    actors: tuple[str, ...]
    why: str
    sides: tuple[Evidence, ...]


class Change(Record, frozen=True, kw_only=True):
    """The same actor, later, with another stance."""

    actor: str
    from_stance: Stance = msgspec.field(name="from")
    to_stance: Stance = msgspec.field(name="to")
    sides: tuple[Evidence, ...]


# the whole -----------------------------------------------------------------------------------------------------


class Reading(Record, frozen=True, kw_only=True):
    """One article with all its layers."""

    article: Article
    statements: tuple[Statement, ...]
    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    timexes: tuple[Timex, ...]
    events: tuple[Event, ...]
    conflicts: tuple[Conflict, ...]


class SummaryLine(Record, frozen=True, kw_only=True):
    """One sentence of the summary with what it rests on."""

    text: str
    evidence: tuple[Evidence, ...]


class Sources(Record, frozen=True, kw_only=True):
    """How many articles there are, and how many once copies of one text are folded."""

    articles: int
    independent: int
    clusters: tuple[tuple[str, ...], ...]


class Debate(Record, frozen=True, kw_only=True):
    """Many articles, one question: everything that was found, every datum with its evidence."""

    question: str | None
    proposal: Proposal | None
    other_proposals: tuple[RivalProposal, ...] = ()
    as_of: str | None
    articles: tuple[Article, ...]
    left_out: tuple[Unread, ...] = ()
    statements: tuple[Statement, ...] = ()
    actors: tuple[Actor, ...] = ()
    positions: tuple[Position, ...] = ()
    standing: dict[str, Standing] = {}
    interests: tuple[Interest, ...] = ()
    decision: Decision | None = None
    events: tuple[Event, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    changes: tuple[Change, ...] = ()
    corrections: tuple[Conflict, ...] = ()
    sources: Sources


class Brief(Debate, frozen=True, kw_only=True):
    """A debate with its summary: the output contract, version 1."""

    schema: Literal["sayso/brief/1"] = "sayso/brief/1"
    summary: tuple[SummaryLine, ...] = ()
