"""Persons who share a name: two holders of an office, or a person and a state (“the elder Deby”, “Jordan said”)."""

from collections.abc import Iterator, Mapping
from typing import Final

from sayso.actors.gazetteer import Hit
from sayso.actors.holders import holders_surnamed
from sayso.actors.person import Person
from sayso.actors.scene import Scene

_TO_STATES: Final = frozenset("in to into from with for of across inside between against visit visited and".split())
_TOLD_APART: Final = frozenset("elder younger other".split())


def called_like_states(scene: Scene, people: Mapping[str, Person]) -> Iterator[tuple[Hit, Person]]:
    """Where a state's name is a person's, by the folds that call one: in a block that names the state by no other form."""
    for hit in scene.hits:
        person = people.get(scene.fold(hit.first)) if hit.last - hit.first == 1 and hit.of("state") else None
        if person is None or person.first > hit.first or scene.is_headline(hit.first):
            continue
        is_state = scene.fold(hit.first - 1) in _TO_STATES or scene.fold(hit.last) in ("'s", "'")
        if not is_state and not _is_told_otherwise(scene, hit):
            yield hit, person


def _is_told_otherwise(scene: Scene, hit: Hit) -> bool:
    """Whether a block names the state of a hit by another form (its capital, its people)."""
    first, last = scene.block(hit.first)
    state, form = scene.state_of(hit), scene.fold(hit.first)
    return any(
        scene.state_of(h) == state and scene.fold(h.first) != form for h in scene.hits if first <= h.first < last
    )


def told_apart(scene: Scene, index: int) -> str | None:
    """Who “the elder Deby” or “the other Rasmussen, Anders Fogh,” is, by the tables or the name beside."""
    if scene.fold(index - 1) not in _TOLD_APART:
        return None
    end = index + 2
    while scene.fold(index + 1) == "," and end < index + 5 and scene.words[end].is_capital and not scene.hit_at[end]:
        end += 1
    if end > index + 2 and scene.fold(end) == ",":
        return f"{scene.phrase(index + 2, end)} {scene.words[index].text}"
    if scene.fold(index - 1) == "other":
        return None
    rows = sorted(
        (r for r in holders_surnamed().get(scene.fold(index), ()) if r.of in scene.counted), key=lambda r: r.since
    )
    is_two = len({r.name for r in rows}) == 2
    return rows[0 if scene.fold(index - 1) == "elder" else -1].name if is_two else None
