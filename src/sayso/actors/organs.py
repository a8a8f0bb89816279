"""A part of an organisation that speaks for it: “its board”, “members of the federation”, “a spokeswoman for the college”."""

from typing import Final, NamedTuple

from sayso.actors.scene import Scene

_ORGANS: Final = frozenset(
    "board council leadership management secretariat presidium executive committee headquarters office congress assembly "
    "membership members newsletter".split()
)
_SPOKES: Final = frozenset("spokesman spokeswoman spokesperson".split())
_QUALIFIERS: Final = frozenset(
    "supervisory governing national executive central management press ruling steering federal general advisory own annual "
    "top senior".split()
)


class Organ(NamedTuple):
    """A part of an organisation: `owner` are the words that name the organisation, None for “its”."""

    noun: int
    owner: tuple[int, int] | None

    def is_voice(self, scene: Scene) -> bool:
        """Whether it is a spokesperson."""
        return scene.fold(self.noun) in _SPOKES


def organ_at(scene: Scene, first: int, end: int) -> Organ | None:
    """The organ that words [first, end) name, with its owner."""
    lead = scene.fold(first)
    place = first + (lead in ("its", "their", "the", "a", "an"))
    while place < end and scene.fold(place) in _QUALIFIERS:
        place += 1
    noun = scene.fold(place)
    if place >= end or noun not in _ORGANS | _SPOKES or (scene.words[place].is_capital and place > first):
        return None
    if lead in ("its", "their"):
        return Organ(place, None) if place + 1 == end else None
    preposition = scene.fold(place + 1)
    if place + 2 < end and (preposition == "of" or (preposition in ("for", "at") and noun in _SPOKES)):
        return Organ(place, (place + 2, end))
    return None
