"""The ledger of positions: in order of time, the latest of each actor, what changed, and who differs."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from sayso.records import Actor, Change, Disagreement, Position, Standing, has_year


class Ledger(NamedTuple):
    """Positions oldest first; `standing` by actor; changes of one actor; the plainest disagreement between two."""

    positions: tuple[Position, ...]
    standing: dict[str, Standing]
    changes: tuple[Change, ...]
    disagreements: tuple[Disagreement, ...]


def settle(positions: Sequence[Position], actors: Sequence[Actor] = ()) -> Ledger:
    """Order positions by time and draw each actor's history.

    Of one day what is on record counts as later than what others tell, that as later than what an unnamed source says,
    and of equals the surer one. What another source of that day says is kept beside the standing (`against`).
    """
    ordered = tuple(sorted(positions, key=_when))
    histories: dict[str, list[int]] = {}
    for index, position in enumerate(ordered):
        histories.setdefault(position.actor, []).append(index)
    standing = {actor: _standing(ordered, history) for actor, history in sorted(histories.items())}
    changes = [change for _, history in sorted(histories.items()) for change in _changes(ordered, history)]
    differing = (*_disagreements(ordered, standing), *_splits(ordered, standing, actors))
    return Ledger(ordered, standing, tuple(changes), differing)


def _when(position: Position) -> tuple[str, int, float, str, int]:
    evidence = position.evidence[0]
    day = position.as_of if has_year(position.as_of) else ""
    return day or "", _rank(position), position.confidence, evidence.article, evidence.start


def _rank(position: Position) -> int:
    """How well a position is known: 2 a deed or own words on record, 1 through others, 0 from an unnamed source."""
    return 0 if position.anonymous else 2 if position.first_hand else 1


def _standing(ordered: Sequence[Position], history: Sequence[int]) -> Standing:
    latest = ordered[history[-1]]
    since = latest.as_of
    for index in reversed(history):
        if ordered[index].stance != latest.stance:
            break
        since = ordered[index].as_of
    against = [i for i in history if ordered[i].as_of == latest.as_of and ordered[i].stance != latest.stance]
    return Standing(
        stance=latest.stance, since=since, as_of=latest.as_of, positions=tuple(history), against=tuple(against)
    )


def _changes(ordered: Sequence[Position], history: Sequence[int]) -> list[Change]:
    changes = []
    for earlier, later in pairwise(history):
        a, b = ordered[earlier], ordered[later]
        if a.stance != b.stance and has_year(a.as_of) and has_year(b.as_of) and a.as_of < b.as_of:
            sides = (a.evidence[0], b.evidence[0])
            changes.append(Change(actor=a.actor, from_stance=a.stance, to_stance=b.stance, sides=sides))
    return changes


def _disagreements(ordered: Sequence[Position], standing: dict[str, Standing]) -> tuple[Disagreement, ...]:
    """The surest supporter against the surest opponent, as things stand."""
    sides: dict[str, Position] = {}
    for held in standing.values():
        position = ordered[held.positions[-1]]
        best = sides.get(position.stance)
        if best is None or position.confidence > best.confidence:
            sides[position.stance] = position
    if not {"supports", "opposes"} <= sides.keys():
        return ()
    pro, con = sides["supports"], sides["opposes"]
    evidence = (pro.evidence[0], con.evidence[0])
    return (
        Disagreement(actors=(pro.actor, con.actor), why="one supports the proposal, one opposes it", sides=evidence),
    )


def _splits(ordered: Sequence[Position], standing: dict[str, Standing], actors: Sequence[Actor]) -> list[Disagreement]:
    """Persons on record against the state or party that they belong to: their positions stay apart."""
    found = []
    for actor in actors:
        if actor.kind != "person" or actor.parent not in standing or actor.id not in standing:
            continue
        stances = {standing[actor.id].stance, standing[actor.parent].stance}
        if stances == {"supports", "opposes"}:
            sides = tuple(ordered[standing[i].positions[-1]].evidence[0] for i in (actor.id, actor.parent))
            why = f"a member of {actor.parent} who differs with it"
            found.append(Disagreement(actors=(actor.id, actor.parent), why=why, sides=sides))
    return found
