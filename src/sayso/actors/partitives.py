"""“One of the diplomats”, “another”, “the other”, “both”: some of several persons spoken of together."""

from typing import Final, NamedTuple

from sayso.actors.phrases import CLOSED, phrase_at
from sayso.actors.roles import NUMBERS
from sayso.actors.scene import Scene
from sayso.actors.speech import speaks

_ONE: Final = frozenset("one another either each".split())
_SEVERAL: Final = frozenset("both some others two three four five several neither many most none few all".split())
_ORDERED: Final = frozenset("other others first second third latter former two three".split())


class Part(NamedTuple):
    """How many are meant (None: several), the words of the whole they are of or its number, an apposition that says more."""

    size: int | None
    whole: tuple[int, int] | None = None
    aside: tuple[int, int] | None = None
    number: int | None = None


def part_of(scene: Scene, first: int, last: int) -> Part | None:
    """The part that the words [first, last) name, if they name one."""
    word, after = scene.fold(first), scene.fold(first + 1)
    if word in ("the", "a", "an") and after in _ORDERED | {"second", "third", "fourth"}:
        size = 2
    elif word in _ONE | _SEVERAL:
        size = 1
    else:
        return None
    counted = scene.fold(first + size - 1)
    count = NUMBERS.get(counted) or (None if counted in _SEVERAL | {"others"} else 1)
    place = first + size
    if word == "a" or (
        word == "the"
        and counted not in ("other", "others", "latter", "two", "three")
        and place < last
        and scene.fold(place) not in ("of", ",")
    ):
        return _second(scene, place, last)
    if scene.fold(place) == "of" and place + 1 < last:
        start, stop = place + 1, _stop(scene, place + 1, last)
        aside = _aside(scene, stop, last)
        is_them = scene.fold(start) in ("them", "us", "these", "those") and stop == start + 1
        is_definite = scene.fold(start) in ("the", "these", "those", "its", "his", "her", "their")
        if not (is_them or is_definite):
            return None
        return Part(
            count, None if is_them or scene.fold(stop - 1) in ("two", "three", "four") else (start, stop), aside
        )
    stop = _stop(scene, place, last)
    if stop > place:
        return None
    return Part(
        count, None, _aside(scene, stop, last), 2 if counted in ("both", "neither", "other", "either") else None
    )


def _second(scene: Scene, place: int, last: int) -> Part | None:
    """“A second source, an aide to the mayor,”: only what the apposition says."""
    aside = _aside(scene, _stop(scene, place, last), last)
    return Part(1, None, aside) if aside else None


def _stop(scene: Scene, start: int, last: int) -> int:
    """Where the phrase ends before an aside or a clause."""
    for index in range(start, last):
        if scene.fold(index) in (",", "–", "—", "(", "who", "that", "which"):
            return index
    return last


def _aside(scene: Scene, stop: int, last: int) -> tuple[int, int] | None:
    """The apposition behind a comma that describes a person (“, a Philippine official,”)."""
    if scene.fold(stop) not in (",", "–", "—") or scene.fold(stop + 1) not in ("a", "an"):
        return None
    end = _stop(scene, stop + 1, last)
    head = next((p for i in range(stop + 1, end) if (p := phrase_at(scene, i))), None)
    is_role = head and head.kind == "person" and head.noun != "year-old" and scene.fold(head.head) not in CLOSED
    return (stop + 1, end) if is_role else None


def single_part_at(scene: Scene, index: int) -> tuple[int, int] | None:
    """The words at an index that name one of several who speaks (“one of them”, “the other”)."""
    if scene.fold(index) not in ("one", "another", "other"):
        return None
    first = index - 1 if scene.fold(index) == "other" else index
    if first < index and scene.fold(first) != "the":
        return None
    _, end = scene.sentence(index)
    last = _stop(scene, index + 1, min(end, index + 5)) if scene.fold(index + 1) == "of" else index + 1
    for stop in range(index + 1, last + 1):
        if speaks(scene, first, stop):
            part = part_of(scene, first, stop)
            return (first, stop) if part and part.size == 1 else None
    return None
