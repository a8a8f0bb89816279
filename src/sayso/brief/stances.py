"""Sentences on where they stand: who is for, who is against, who sets conditions, who changed."""

from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from sayso.brief.english import counted, listed, number, opening
from sayso.brief.say_so import Cast
from sayso.records import Change, Evidence, Position, Stance, SummaryLine
from sayso.resources import knowledge_toml

_NAMES_SHOWN: Final = 5
_AFTER_NOUNS: Final = ("of ", "on ", "in ", "for ", "to ", "by ")
_CONDITION_LENGTH: Final = 120
_GERUNDS: Final[dict[Stance, str]] = {
    "supports": "supporting it",
    "opposes": "opposing it",
    "conditional": "setting conditions",
    "undecided": "being undecided",
    "abstains": "abstaining",
    "declines_to_comment": "declining to comment",
}


_STANCES: Final = ("supports", "opposes", "conditional", "undecided", "abstains", "declines_to_comment")
_CHANGES_SHOWN: Final = 3


class _Held(NamedTuple):
    """An actor's latest position, with the doubt that goes with it."""

    actor: str
    position: Position
    hedge: str


def stance_lines(cast: Cast, is_named: bool = False) -> list[SummaryLine]:
    """Who opposes and who supports, on whose say-so; then everybody else in one sentence.

    `is_named` says that a sentence before these has named the proposal.
    """
    debate = cast.debate
    if debate.proposal is None or not debate.standing:
        return []
    held = [_held(cast, actor) for actor in sorted(debate.standing, key=lambda a: _order(cast, a))]
    lines: list[SummaryLine] = []
    the = "it" if is_named else the_proposal(debate.proposal.text)
    is_adopted = debate.decision is not None and debate.decision.outlook.status == "adopted"
    for stance in ("supports", "opposes") if is_adopted else ("opposes", "supports"):
        group = [h for h in held if h.position.stance == stance]
        if group:
            lines.append(_taking_sides(cast, group, stance, "it" if lines else the))
    others = [h for h in held if h.position.stance not in ("opposes", "supports")]
    if others:
        lines.append(_others(cast, others, "" if lines or is_named else the_proposal(debate.proposal.text)))
    return lines


def change_line(cast: Cast) -> SummaryLine | None:
    """Who has moved: the changes that led to the stances held now."""
    changes = [c for c in cast.debate.changes if _still_holds(cast, c)]
    latest = {change.actor: change for change in changes}
    if not latest:
        return None
    shown = sorted(latest.values(), key=lambda c: (_STANCES.index(c.to_stance), cast.name(c.actor)))[:_CHANGES_SHOWN]
    clauses = [_moved(cast, change, is_first=change is shown[0]) for change in shown]
    return SummaryLine(text=f"{opening(listed(clauses))}.", evidence=tuple(s for c in shown for s in c.sides))


def nothing_line(cast: Cast) -> SummaryLine | None:
    """What to say when there is no proposal, or nobody who takes a position on it."""
    debate, articles = cast.debate, len(cast.debate.articles)
    which = counted(articles, "article")
    if not articles:
        return SummaryLine(text="There is no article to read.", evidence=())
    if debate.proposal is None:
        about = f"the question “{debate.question}”" if debate.question else "a proposal that is to be decided"
        subject = f"None of the {which} touches" if articles > 1 else "The article does not touch"
        if not debate.question:
            subject = f"None of the {which} words" if articles > 1 else "The article does not word"
        return SummaryLine(text=f"{subject} {about}.", evidence=())
    if debate.standing:
        return None
    subject = f"None of the {which} says" if articles > 1 else "The article does not say"
    text = f"{subject} where any party stands on {the_proposal(debate.proposal.text)}."
    return SummaryLine(text=text, evidence=debate.proposal.evidence[:1])


def interest_line(cast: Cast) -> SummaryLine | None:
    """Who is said to want something near the question; no position, and said to be none."""
    interests = [i for i in cast.debate.interests if i.actor not in cast.debate.standing and i.evidence]
    if not interests:
        return None
    names = _names(cast, [i.actor for i in interests])
    several = len(interests) > 1 or cast.is_plural(interests[0].actor)
    text = f"{opening(names)} {'are' if several else 'is'} said to take an interest"
    text += ", but no position on the proposal is on record"
    owner = "" if several else f" for {'it' if _is_thing(cast, interests[0].actor) else 'them'}"
    return SummaryLine(text=f"{text}{owner}.", evidence=tuple(i.evidence[0] for i in interests)[:6])


def the_proposal(text: str) -> str:
    """As in "the proposal to open an office", or in quotation marks if it is no verb phrase."""
    first, _, rest = text.partition(" ")
    is_phrase = first in _verbs() and not rest.startswith(_AFTER_NOUNS)
    return f"the proposal to {text}" if is_phrase else f"the proposal “{text}”"


@cache
def _verbs() -> frozenset[str]:
    """Verbs of decision, and the single words that say the same."""
    rows = knowledge_toml("proposals.toml")["family"]
    return frozenset(word for row in rows for word in (row["verb"], *row["same"]) if " " not in word)


def _held(cast: Cast, actor: str) -> _Held:
    position = cast.latest(actor)
    return _Held(actor, position, cast.hedge(position))


def _order(cast: Cast, actor: str) -> tuple[bool, bool, bool, str]:
    """Blockers first, then members; what is sure before what is not."""
    decision, position = cast.debate.decision, cast.latest(actor)
    blocks = bool(decision and actor in decision.outlook.blockers)
    return not blocks, not position.member, bool(cast.hedge(position)), cast.name(actor)


def _taking_sides(cast: Cast, group: Sequence[_Held], stance: str, what: str) -> SummaryLine:
    """One sentence for all who are for, or all who are against."""
    sure = [h for h in group if not h.hedge] or list(group)
    hedged = [h for h in group if h not in sure]
    adverb = f"{sure[0].hedge} " if sure[0].hedge else ""
    verb = stance if _takes_singular(cast, sure) else stance.removesuffix("s")
    text = f"{opening(_voters(cast, sure))} {adverb}{verb} {what}"
    if hedged:
        does = "does" if _takes_singular(cast, hedged) else "do"
        text += f", and {_names(cast, [h.actor for h in hedged])} {hedged[0].hedge} {does} too"
    return SummaryLine(text=f"{text}{_sourced(cast, group)}.", evidence=_evidence(group))


def _takes_singular(cast: Cast, group: Sequence[_Held]) -> bool:
    return len(group) == 1 and not cast.is_plural(group[0].actor)


def _voters(cast: Cast, group: Sequence[_Held]) -> str:
    """The names, those without a vote last and said to have none."""
    voting = [h.actor for h in group if not _has_no_vote(cast, h)]
    watching = [h.actor for h in group if _has_no_vote(cast, h)]
    if not watching:
        return _names(cast, voting)
    aside = "which has no vote" if len(watching) == 1 else "which have no vote"
    names = _names(cast, watching) if not voting else f"{_names(cast, voting)}, as well as {_names(cast, watching)}"
    return f"{names}, {aside},"


def _has_no_vote(cast: Cast, held: _Held) -> bool:
    """Said of states only, and only where the members of the body are known."""
    actor, decision = cast.actors.get(held.actor), cast.debate.decision
    known = decision is not None and any(p.member for p in cast.debate.positions)
    return known and not held.position.member and actor is not None and actor.kind == "state"


def _names(cast: Cast, actors: Sequence[str]) -> str:
    names = [cast.inline(actor) for actor in actors]
    if len(names) > _NAMES_SHOWN + 1:
        names = [*names[:_NAMES_SHOWN], f"{number(len(names) - _NAMES_SHOWN)} others"]
    return listed(names)


def _sourced(cast: Cast, group: Sequence[_Held]) -> str:
    """On whose say-so: of one actor always, of several where it is not their own word."""
    if len(group) == 1:
        attribution = cast.attribution(group[0].position)
        return f", {attribution}" if attribution else ""
    relayed = [h for h in group if h.position.anonymous or len(h.position.chain) > 1]
    notes = [f"{cast.inline(h.actor)} {cast.attribution(h.position)}" for h in relayed[:2]]
    return f" ({'; '.join(notes)})" if notes else ""


def _others(cast: Cast, others: Sequence[_Held], what: str) -> SummaryLine:
    clauses = []
    for stance in ("conditional", "undecided", "abstains", "declines_to_comment"):
        for hedge in sorted({h.hedge for h in others}):
            group = [h for h in others if h.position.stance == stance and h.hedge == hedge]
            if group:
                clauses.append(_other(cast, group, stance))
    lead = f"On {what}, " if what else ""
    text = f"{lead}{listed(clauses)}"
    source = _sourced(cast, others) if len(others) == 1 else ""
    return SummaryLine(text=f"{opening(text)}{source}.", evidence=_evidence(others))


def _other(cast: Cast, group: Sequence[_Held], stance: str) -> str:
    names, singular = _names(cast, [h.actor for h in group]), _takes_singular(cast, group)
    adverb = f"{group[0].hedge} " if group[0].hedge else ""
    if stance == "undecided":
        return f"{names} {'is' if singular else 'are'} {adverb}undecided"
    if stance == "abstains":
        return f"{names} {adverb}{'abstains' if singular else 'abstain'}"
    if stance == "declines_to_comment":
        return f"{names} {adverb}{'declines' if singular else 'decline'} to comment"
    condition = group[0].position.condition if len(group) == 1 else None
    quoted = f" (“{condition.text}”)" if condition and len(condition.text) <= _CONDITION_LENGTH else ""
    return f"{names} {adverb}{'attaches' if singular else 'attach'} conditions{quoted}"


def _still_holds(cast: Cast, change: Change) -> bool:
    standing = cast.debate.standing.get(change.actor)
    return standing is not None and standing.stance == change.to_stance


def _moved(cast: Cast, change: Change, is_first: bool) -> str:
    has = "have" if cast.is_plural(change.actor) else "has"
    verb = f" {has} moved" if is_first else ""
    return f"{cast.inline(change.actor)}{verb} from {_GERUNDS[change.from_stance]} to {_GERUNDS[change.to_stance]}"


def _is_thing(cast: Cast, actor: str) -> bool:
    known = cast.actors.get(actor)
    return known is None or known.kind not in ("person", "group", "party")


def _evidence(group: Sequence[_Held]) -> tuple[Evidence, ...]:
    return tuple(h.position.evidence[0] for h in group)[:8]
