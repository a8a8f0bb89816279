"""Names that no table knows and no person bears: runs of capitals that may be an organisation's (“Zenobia Telecoms”)."""

from collections.abc import Iterator
from typing import Final

from sayso.actors.epithets import kind_of_noun
from sayso.actors.phrases import CLOSED
from sayso.actors.roles import DETERMINERS, INSTITUTIONS, NUMBERS, TITLES, role_of
from sayso.actors.scene import Scene
from sayso.actors.speech import SAYING, speaks

CALENDAR: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december jan feb mar apr jun jul aug sep sept oct nov dec christmas easter ramadan".split()
)
_NO_PART: Final = CLOSED | CALENDAR | DETERMINERS | NUMBERS.keys() | TITLES.keys()
_REGIONS: Final = frozenset("western eastern northern southern european asian african arab nordic baltic".split())
_AS_PLACE: Final = frozenset(
    "in near around outside inside across into leave left to via reach reached visit visited".split()
)
_JOINS: Final = frozenset("of de la le du des del da di & - l' et y und and's".split())
_LONGEST: Final = 7


def unknown_names(scene: Scene, covered: list[bool]) -> Iterator[tuple[int, int]]:
    """Words [first, last) of names that no table knows; `covered` are those of persons and of known names."""
    end = 0
    for index in scene.capitals:
        if index < end:
            continue
        end = _run_end(scene, index, covered)
        if end > index and _is_name(scene, index, end, covered):
            yield index, end


def _run_end(scene: Scene, index: int, covered: list[bool]) -> int:
    if not _is_part(scene, index, covered):
        return index
    _, last = scene.sentence(index)
    end = index + 1
    while end < min(last, index + _LONGEST):
        if _is_part(scene, end, covered):
            end += 1
        elif scene.fold(end) in _JOINS and end + 1 < last and _is_part(scene, end + 1, covered):
            end += 2
        elif scene.fold(end) in ("de", "l") and scene.fold(end + 1) in ("’", "'") and _is_part(scene, end + 2, covered):
            end += 3
        else:
            break
    return end


def _is_part(scene: Scene, index: int, covered: list[bool]) -> bool:
    if index >= len(scene.words):
        return False
    word = scene.words[index]
    is_joined_lower = word.text[:2].lower() in ("l’", "l'", "d’", "d'") and word.text[2:3].isupper()
    if not word.is_word or not (word.is_capital or is_joined_lower) or covered[index]:
        return False
    if word.fold.removesuffix("s") in CALENDAR:
        return False
    return word.fold not in _NO_PART


def _is_name(scene: Scene, first: int, last: int, covered: list[bool]) -> bool:
    """Whether a run is a name's: no place, no role's title, no word with a capital only as a sentence's first."""
    words = scene.words[first:last]
    if all(scene.hit_at[i] for i in range(first, last)) or (last - first == 1 and words[0].fold in _REGIONS):
        return False
    known = kind_of_noun(words[-1].fold)
    if (
        role_of(words[-1].fold)
        or (known and known[0] == "person")
        or scene.is_headline(first)
        or scene.in_dateline(first)
    ):
        return False
    if scene.fold(first - 1) in _AS_PLACE and not kind_of_noun(words[-1].fold):
        return False
    if scene.sentence(first)[0] != first or scene.fold(first - 1) == "the":
        return True
    if last - first > 1:
        return not (words[0].fold in INSTITUTIONS or kind_of_noun(words[0].fold)) or words[1].is_capital
    is_common = kind_of_noun(words[0].fold) or words[0].fold in SAYING or words[0].fold.endswith("ly")
    return not is_common and (speaks(scene, first, last) or scene.fold(last) == "'s")
