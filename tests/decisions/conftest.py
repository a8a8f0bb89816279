import hashlib
import operator
from collections.abc import Callable, Mapping
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import strategies as st

from sayso.decisions import RuleReading
from sayso.decisions.expressions import Everybody, Expression, Joined, Named, Threshold
from sayso.decisions.games import BALLOTS, Ballot, Game, game
from sayso.decisions.rows import RuleRow
from sayso.decisions.sentence_reader import KINDS, OUTCOMES, SentenceReading
from sayso.decisions.table import Participants
from sayso.errors import BadRule
from sayso.records import Article, Block, RuleKind

MEANINGS = ("for", "against", "neither")


@pytest.fixture(scope="session")
def article() -> Callable[..., Article]:
    """Makes an article of a headline, if given, and paragraphs, one a line."""

    def make(text: str, published: str | None = None, title: str | None = None) -> Article:
        lines = [line for line in (title, *text.split("\n")) if line]
        blocks, start = [], 0
        for index, line in enumerate(lines):
            blocks.append(Block(start=start, end=start + len(line), kind="title" if title and index == 0 else "body"))
            start += len(line) + 2
        whole = "\n\n".join(lines)
        digest = hashlib.sha256(whole.encode()).hexdigest()
        return Article(id=f"sha256:{digest}", text=whole, blocks=tuple(blocks), title=title, published=published)

    return make


@pytest.fixture(scope="session")
def reading() -> Callable[..., RuleReading]:
    """Makes the reading of a sentence of an article that states a rule, by default of its last paragraph."""

    def make(
        page: Article, kind: RuleKind, sentence: str | None = None, confidence: float = 0.9, **more: object
    ) -> RuleReading:
        last = page.blocks[-1]
        start = page.text.index(sentence) if sentence else last.start
        end = start + len(sentence) if sentence else last.end
        return RuleReading(kind=kind, confidence=confidence, evidence=page.evidence(start, end), **more)  # type: ignore[arg-type]

    return make


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Has every sentence read alike: how surely it states a rule, how likely each kind and each outcome is."""

    def set_reader(rule: float, kinds: Mapping[str, float] | float, outcomes: Mapping[str, float] | float) -> None:
        def read(question: str, before: str, sentence: str) -> SentenceReading:
            stated = [1 - rule, rule, 0.0]
            of_kinds = [kinds if isinstance(kinds, float) else kinds.get(kind, 0.0) for kind in KINDS]
            of_outcomes = [outcomes if isinstance(outcomes, float) else outcomes.get(name, 0.0) for name in OUTCOMES]
            return SentenceReading(*(np.array(of, dtype=np.float32) for of in (stated, of_kinds, of_outcomes)))

        for module in ("rules", "powers_told", "reported"):
            monkeypatch.setattr(f"sayso.decisions.{module}.read_sentence", read)

    return set_reader


@pytest.fixture
def undecided(reads: Callable[..., None]) -> None:
    """A reader that holds everything possible, so that what the wordings say decides."""
    reads(0.4, 0.25, 0.25)


@pytest.fixture(scope="session")
def rule() -> Callable[..., RuleRow]:
    """Makes a rule of an expression; abstention and absence count as against unless it is said how."""

    def make(passes: str, abstention: str = "against", absence: str = "against", kind: str = "majority") -> RuleRow:
        return RuleRow(id="x", kind=kind, article="-", abstention=abstention, absence=absence, passes=passes)  # type: ignore[arg-type]

    return make


class Definition:
    """A rule as it is defined, threshold by threshold and ballot by ballot, with nothing of the engine but the parser."""

    def __init__(self, rule: RuleRow, who: Participants) -> None:
        self.rule, self.who = rule, who
        self.players = (*who.members, *(f"seat {n}" for n in range(1, who.unnamed + 1)))
        self.sides = {
            side: {cast} | {b for b, as_ in (("abstain", rule.abstention), ("absent", rule.absence)) if as_ == side}
            for side, cast in (("for", "yes"), ("against", "no"))
        }
        self.weights: dict[str | None, dict[str, int | Fraction]] = {}

    def passes(self, votes: Mapping[str, Ballot]) -> bool:
        return self._holds(self.rule.expression, votes)

    def _holds(self, part: Expression, votes: Mapping[str, Ballot]) -> bool:
        if isinstance(part, Joined):
            return (all if part.by == "and" else any)(self._holds(inner, votes) for inner in part.parts)
        if isinstance(part, Everybody):
            cast = set(votes.values())
            return cast <= self.sides["for"] if part.what == "all" else not cast & self.sides["against"]
        if isinstance(part, Named):
            named = {m for name in part.names for m in self.who.groups.get(name, (name,))}
            cast = {ballot for player, ballot in votes.items() if player in named}
            return "no" not in cast if part.what == "veto" else cast <= self.sides["for"]
        value = self._value(part, votes)
        signs = {">=": operator.ge, ">": operator.gt, "<": operator.lt, "<=": operator.le}
        return value is not None and bool(signs[part.comparison](value, part.amount))

    def _value(self, test: Threshold, votes: Mapping[str, Ballot]) -> int | Fraction | None:
        """What a threshold measures; None where there is nothing to take a share of."""
        weight = self._weights(test.of)
        favour = sum(weight[p] for p, b in votes.items() if b in self.sides["for"])
        against = sum(weight[p] for p, b in votes.items() if b in self.sides["against"])
        whole = sum(weight.values())
        if test.measure in ("count", "weight"):
            return favour
        if test.measure == "share":
            return Fraction(favour) / whole
        if test.measure == "cast":
            return Fraction(favour) / (favour + against) if favour else None
        if test.measure in ("against", "unwilling"):
            return against if test.measure == "against" else whole - favour
        present = sum(weight[p] for p, b in votes.items() if b != "absent")
        return Fraction(present) / whole if test.amount <= 1 else present

    def _weights(self, name: str | None) -> dict[str, int | Fraction]:
        if name not in self.weights:
            given = self.who.weights.get(name or "")
            inside = self.who.groups.get(name, (name,)) if name else self.players
            exact = {p: Fraction(str(given[p])) if given else Fraction(p in inside) for p in self.players}
            self.weights[name] = {p: int(w) if w.denominator == 1 else w for p, w in exact.items()}
        return self.weights[name]


@pytest.fixture(scope="session")
def definition() -> type[Definition]:
    """The brute force that the engine is held against."""
    return Definition


SHARES = ("1/2", "2/3", "3/5", "55 %", "0.4", "3/4", "1/3", "85 %")


SHAPES = (
    *("count >= {n}", "count > {less}", "count(red) {over} 0", "share {over} {share}", "share(red) {over} {share}"),
    *("share(seats) {over} {share}", "share(money) {over} {share}", "weight(seats) {over} {n}", "weight(money) > 0.25"),
    *("cast {over} {share}", "cast(seats) {over} {share}", "cast(red) {over} {share}", "against {few} {n}"),
    *("against(blue) {few} {n}", "unwilling {few} {n}", "all", "no objection", "no veto({name})", "yes({name})"),
)


@st.composite
def thresholds(draw: st.DrawFn, players: tuple[str, ...], *, weighed: bool) -> str:
    """A threshold that all these players can mostly meet together."""
    shapes = [shape for shape in SHAPES if weighed or ("seats" not in shape and "money" not in shape)]
    shape = draw(st.sampled_from(shapes))
    n = draw(st.integers(1, len(players))) if "{n}" in shape or "{less}" in shape else 1
    return shape.format(
        n=n,
        less=n - 1,
        over=draw(st.sampled_from((">", ">="))) if "{over}" in shape else "",
        few=draw(st.sampled_from(("<", "<="))) if "{few}" in shape else "",
        share=draw(st.sampled_from(SHARES)) if "{share}" in shape else "",
        name=draw(st.sampled_from((*players, "red", "blue", f"{players[0]}, blue"))) if "{name}" in shape else "",
    )


@st.composite
def bodies_and_rules(draw: st.DrawFn, most: int) -> tuple[RuleRow, Participants, Game]:
    """A body of up to `most` members or seats, and a rule of theirs that can be met."""
    unnamed = draw(st.sampled_from((0, 0, 0, 1, 2))) if most > 3 else 0
    members = tuple("ABCDEFGHI"[: draw(st.integers(2, most - unnamed))])
    whole = st.lists(st.integers(0, 9), min_size=len(members), max_size=len(members))
    parts = st.lists(st.sampled_from((0.25, 0.5, 1, 1.5, 2.75)), min_size=len(members), max_size=len(members))
    seats: list[float] = [draw(st.integers(1, 9)), *draw(whole)[1:]]
    weights: dict[str, list[float]] = {} if unnamed else {"seats": seats, "money": draw(parts)}
    group = st.lists(st.sampled_from(members), min_size=1, unique=True).map(tuple)
    who = Participants(
        members,
        unnamed,
        weights={name: dict(zip(members, of, strict=True)) for name, of in weights.items()},
        groups={"red": draw(group), "blue": draw(group)},
    )
    test = thresholds(members, weighed=not unnamed)
    inner = st.lists(test, min_size=1, max_size=3).map(" or ".join)
    parts_of = st.lists(test | inner.map(lambda text: f"({text})"), min_size=1, max_size=2).map(" and ".join)
    text = " or ".join(draw(st.lists(parts_of, min_size=1, max_size=2)))
    if draw(st.integers(0, 2)) == 0:
        text = f"({text}) and present {draw(st.sampled_from(('> 1/2', '>= 2/3', '>= 3', '> 1/3')))}"
    row = RuleRow(
        id="x",
        kind="majority",
        article="-",
        abstention=draw(st.sampled_from(MEANINGS)),
        absence=draw(st.sampled_from(MEANINGS)),
        passes=text,
    )
    try:
        return row, who, game(row, who)
    except BadRule:
        from hypothesis import reject

        reject()


@pytest.fixture(scope="session")
def random_games() -> Callable[[int], st.SearchStrategy[tuple[RuleRow, Participants, Game]]]:
    """Bodies of up to so many players, with weights, groups, vetoes, quorums, "and" and "or"."""
    return bodies_and_rules


@pytest.fixture(scope="session")
def ballots() -> Callable[..., st.SearchStrategy[dict[str, Ballot]]]:
    """Ballots of some players, of all but up to `free` at least."""

    def some(players: tuple[str, ...], free: int = 0) -> st.SearchStrategy[dict[str, Ballot]]:
        cast: st.SearchStrategy[Ballot | None] = st.sampled_from((None, *BALLOTS))
        must: st.SearchStrategy[Ballot | None] = st.sampled_from(BALLOTS)
        each = st.tuples(*(cast if i < free else must for i in range(len(players))))
        return each.map(lambda found: {p: b for p, b in zip(players, found, strict=True) if b})

    return some
