"""Where they stand, and on whose say-so: the table's rows, what stands beside it, and what each stance rests on."""

from collections.abc import Iterator, Sequence
from typing import Final

from sayso.brief.claims import STANCES, Claim, Row
from sayso.brief.english import counted, day_range, listed, number, opening
from sayso.brief.say_so import Cast
from sayso.records import Evidence, Position

_KINDS: Final = {
    "Anonymous": "on the word of a source that is not named",
    "Relayed": "reported through others",
    "First-hand": "",
    "Unattributed": "in the articles’ own words",
}
_QUOTED: Final = 160
_STANCE_ORDER: Final = tuple(STANCES)


def rows(cast: Cast) -> tuple[Row, ...]:
    """A row an actor: blockers first, then members of the body, by stance and time."""
    return tuple(_row(cast, actor) for actor in sorted(cast.debate.standing, key=lambda a: _rank(cast, a)))


def _rank(cast: Cast, actor: str) -> tuple[bool, bool, int, str, str]:
    standing, decision = cast.debate.standing[actor], cast.debate.decision
    blocks = bool(decision and actor in decision.outlook.blockers)
    member = cast.latest(actor).member
    return not blocks, not member, _STANCE_ORDER.index(standing.stance), standing.since or "", cast.name(actor)


def _row(cast: Cast, actor: str) -> Row:
    standing, position = cast.debate.standing[actor], cast.latest(actor)
    held = [cast.debate.positions[i] for i in standing.positions]
    same = [p for p in reversed(held) if p.stance == standing.stance]
    doubt = cast.hedge(position)
    label = STANCES[standing.stance]
    return Row(
        actor=cast.name(actor),
        stance=standing.stance,
        stance_label=f"{doubt} {label}" if doubt else label,
        since=_since(standing.since, held),
        words=_in_whose_words(cast, position),
        notes=tuple(_row_notes(cast, actor, position)),
        evidence=tuple(dict.fromkeys(p.evidence[0] for p in same)),
        focus=cast.words_of(position),
    )


def _since(day: str | None, held: Sequence[Position]) -> str:
    precision = next((p.as_of_precision for p in held if p.as_of == day), None)
    return day_range(day, None, precision) if day else ""


def _in_whose_words(cast: Cast, position: Position) -> str:
    """The chain, nearest to the reader first: "NHK ← an unnamed official of the Élysée"."""
    relays = cast.relays(position)
    return " ← ".join(relays) if relays else "the article itself"


def _row_notes(cast: Cast, actor: str, position: Position) -> Iterator[Claim]:
    decision = cast.debate.decision
    if position.act:
        yield Claim(text=f"has {position.act}")
    if position.condition and position.condition.text not in position.evidence[0].text[:_QUOTED]:
        yield Claim(text="condition:", evidence=(position.condition,))
    if position.uncertain:
        yield Claim(text="uncertain")
    for index in cast.debate.standing[actor].against:
        other = cast.debate.positions[index]
        says = " ← ".join(cast.relays(other)) or "the article itself"
        yield Claim(text=f"the same day {STANCES[other.stance]}, by {says}", evidence=other.evidence[:1])
    changes = [c for c in cast.debate.changes if c.actor == actor]
    if changes:
        earlier = next((p for p in cast.debate.positions if p.evidence[0] == changes[-1].sides[0]), None)
        when = f", {day_range(earlier.as_of, None, earlier.as_of_precision)}" if earlier and earlier.as_of else ""
        yield Claim(text=f"before: {STANCES[changes[-1].from_stance]}{when}", evidence=changes[-1].sides[:1])
    if decision and not position.member and any(p.member for p in cast.debate.positions):
        yield Claim(text="no vote")


def beside(cast: Cast) -> Iterator[Claim]:
    """What stands beside the table: interests that are no vote, rival proposals, who differs on what."""
    for interest in cast.debate.interests:
        yield Claim(label=cast.name(interest.actor), text="An interest, no position", evidence=interest.evidence[:1])
    shown = {p.evidence[0] for p in cast.debate.positions}
    for disagreement in cast.debate.disagreements:
        if not shown.issuperset(disagreement.sides):
            names = opening(listed([cast.inline(a) for a in disagreement.actors]))
            yield Claim(label=names, text=f"differ: {cast.worded(disagreement.why)}", evidence=disagreement.sides)
    for rival in cast.debate.other_proposals:
        latest = {p.actor: p.stance for p in sorted(rival.positions, key=lambda p: p.as_of or "")}
        stances = listed([f"{cast.name(actor)} {STANCES[stance]}" for actor, stance in sorted(latest.items())])
        evidence = (*rival.evidence[:1], *(p.evidence[0] for p in rival.positions))
        yield Claim(
            label="Another proposal", text=f"to {rival.text}" + (f": {stances}" if stances else ""), evidence=evidence
        )


def say_so(cast: Cast) -> Iterator[Claim]:
    """How many sources there are, and what each kind of say-so carries; the words stand in the table above."""
    sources, groups = cast.debate.sources, dict[str, list[str]]()
    for actor in sorted(cast.debate.standing, key=lambda a: _rank(cast, a)):
        groups.setdefault(_kind(cast.latest(actor)), []).append(actor)
    if sources.articles:
        copies = sources.articles - sources.independent
        folded = f", {counted(copies, 'copy', 'copies')} folded" if copies > 0 else ""
        independent = (
            "" if sources.articles == 1 else f", {number(sources.independent) if copies else 'all'} independent"
        )
        yield Claim(label="Sources", text=f"{opening(counted(sources.articles, 'article'))}{independent}{folded}")
    for kind, note in _KINDS.items():
        actors = groups.get(kind, [])
        if actors:
            yield Claim(label=kind, text=listed([_counted_sources(cast, actor) for actor in actors]), note=note)
    yield from _why_unnamed(cast, [cast.latest(actor) for actor in groups.get("Anonymous", [])])


def _why_unnamed(cast: Cast, positions: Sequence[Position]) -> Iterator[Claim]:
    """The reasons given for not naming a source, each once with those whose positions it carries."""
    named: dict[tuple[str, Evidence], list[str]] = {}
    for position in positions:
        reason = cast.reason(position)
        if reason:
            named.setdefault((reason, position.evidence[0]), []).append(cast.name(position.actor))
    for (reason, evidence), names in named.items():
        yield Claim(label="Why unnamed", text=f"{listed(names)}: {reason}", evidence=(evidence,))


def _kind(position: Position) -> str:
    if position.anonymous:
        return "Anonymous"
    if not position.chain:
        return "Unattributed"
    return "First-hand" if position.first_hand else "Relayed"


def _counted_sources(cast: Cast, actor: str) -> str:
    standing = cast.debate.standing[actor]
    held = [cast.debate.positions[i] for i in standing.positions]
    count = cast.independent(tuple(p.evidence[0] for p in held if p.stance == standing.stance))
    return f"{cast.name(actor)} ({counted(count, 'independent source')})" if count > 1 else cast.name(actor)
