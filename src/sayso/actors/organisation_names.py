"""Organisations named by what they are called: “Royal College of …”, “the … Association”, “Gruppo …”, “… Inc”."""

from collections.abc import Iterator
from typing import Final

from sayso.actors.capitals import CALENDAR
from sayso.actors.names import is_given_name
from sayso.actors.organisation_nouns import (
    COMPANY_MARKS,
    FOREIGN,
    HEADS,
    LEADING,
    NO_HEAD_AFTER,
)
from sayso.actors.phrases import CLOSED
from sayso.actors.roles import DETERMINERS, NUMBERS, STATE_NOUNS, TITLES, role_of
from sayso.actors.scene import Scene

_NO_PART: Final = CLOSED | CALENDAR | DETERMINERS | TITLES.keys()
_NO_START: Final = frozenset(
    "former ex deputy vice prime acting meanwhile yesterday today tonight however moreover instead later earlier mr "
    "according asked founded based like unlike including say says said suppose imagine".split()
) | NUMBERS.keys()  # fmt: skip
_SPEAKERS: Final = frozenset("i we you he she it they that who what there here".split())  # “I’ve”
_ON: Final = frozenset(
    "committee commission council board panel conference center centre group forum coalition".split()
)
_TO: Final = frozenset(
    "committee alliance campaign coalition movement league chamber delegation mission embassy".split()
)
_PERSONAL: Final = frozenset("chief minister envoy spokes leader lawmaker".split())
_AFTER_HEAD: Final = frozenset("of for on against to".split())
_ROMANCE: Final = frozenset("de del della dei delle degli des du di da do dos das der den für per la le".split())
_LONGEST: Final = 14


def named_by_form(scene: Scene) -> Iterator[tuple[int, int]]:
    """Words [first, last) of names that say by themselves that they are an organisation's, and are in no table."""
    end = 0
    for index in scene.capitals:
        if index < end or not _begins(scene, index):
            continue
        end = _end(scene, index)
        if end > index + 1 and not _is_known(scene, index, end) and not scene.is_headline(index):
            yield index, end


def is_part(scene: Scene, index: int) -> bool:
    """Whether a word may be a part of an organisation's name: a capital, no weekday, title or little word."""
    if not 0 <= index < len(scene.words):
        return False
    word = scene.words[index]
    return word.is_word and word.is_capital and word.fold not in _NO_PART and word.fold.split("'")[0] not in _SPEAKERS


def _begins(scene: Scene, index: int) -> bool:
    word = scene.words[index]
    if not word.is_capital or not is_part(scene, index) or word.fold in _NO_START or is_after_versus(scene, index):
        return False
    role = role_of(word.fold)
    return not (role and role[0] in _PERSONAL and not role[2]) and not is_part_before(scene, index)


def is_after_versus(scene: Scene, index: int) -> bool:
    """Whether “v.” stands before a word: the name of a case, not of who acts in it."""
    before = index - 2 if scene.fold(index - 1) == "." else index - 1
    return scene.fold(before) in ("v", "vs")


def is_part_before(scene: Scene, index: int) -> bool:
    """Whether a capital of the same name stands right before a word."""
    before = index - 1
    if not is_part(scene, before) or before < scene.sentence(index)[0]:
        return False
    role = role_of(scene.fold(before))
    is_start = scene.fold(before) not in _NO_START and not (role and role[0] in _PERSONAL and not role[2])
    return is_start and scene.words[before].end + 2 > scene.words[index].start


def _end(scene: Scene, index: int) -> int:
    """Where the name ends that begins at a word, itself if it is no organisation's by its form."""
    _, last = scene.sentence(index)
    position, best, leads = index, index, False  # `leads`: a head noun with a complement has been read
    while position < min(last, index + _LONGEST) and is_part(scene, position):
        word = scene.words[position]
        role = role_of(word.fold)
        is_matter = scene.fold(position - 1) in ("of", "for")  # “Association for Justice”
        if best > index and role and not role[2] and word.fold != "general" and not is_matter:
            break
        position += 1
        if leads or _is_head(scene, index, position - 1) or _is_foreign(scene, index, position):
            best = position
        step = _join(scene, index, position, is_inside=leads)
        if step is None:
            break
        if step and scene.fold(position) in _AFTER_HEAD | _ROMANCE:
            leads = leads or best == position or word.fold in LEADING
        position += step
    return best


def _is_head(scene: Scene, first: int, index: int) -> bool:
    """Whether a name may end with a word: the noun of an organisation, a company's mark."""
    word = scene.words[index]
    if word.text in COMPANY_MARKS and index > first:
        return True
    return word.fold in HEADS and index > first and scene.fold(index - 1) not in NO_HEAD_AFTER


def _is_foreign(scene: Scene, first: int, position: int) -> bool:
    return position > first + 1 and scene.fold(first) in FOREIGN and scene.fold(first) not in HEADS


def _join(scene: Scene, first: int, position: int, *, is_inside: bool) -> int | None:
    """How many small words at a place join two parts of a name; None if the name ends there."""
    word = scene.fold(position)
    if is_part(scene, position):
        return 0 if scene.words[position].start <= scene.words[position - 1].end + 1 else None
    last = scene.words[position - 1]
    if (word == "&" or (word in ("-", "–") and scene.words[position].start == last.end)) and is_part(
        scene, position + 1
    ):
        return 1
    if _is_possessive(scene, first, position):
        return 1
    if word in _ROMANCE and scene.fold(first) in FOREIGN and is_part(scene, position + 1):
        return 1
    if word.isdigit() and scene.fold(first) in FOREIGN and is_part(scene, position + 1):
        return 1
    size = 2 if scene.fold(position + 1) == "the" else 1
    if not is_part(scene, position + size):
        return None
    if word in _AFTER_HEAD and last.fold in LEADING and (size == 1 or word in ("of", "for", "to")):
        return size if last.fold in {"on": _ON, "to": _TO, "against": _TO}.get(word, LEADING) else None
    if is_inside and word in ("of", "for") and size == 1:
        return size
    if is_inside and word == "to" and size == 2 and scene.fold(first) not in ("committee", "campaign"):
        return size
    if word == "and" and size == 1 and _may_join(scene, first, position, is_inside=is_inside):
        return 1
    return None


def _is_possessive(scene: Scene, first: int, position: int) -> bool:
    """Whether “’s” is a part of a name (“Women’s Institute”, “Hoteliers’ Association”)."""
    last, mark = scene.words[position - 1], scene.fold(position)
    is_plural = last.fold in ("women", "men", "children", "people") if mark == "'s" else last.fold.endswith("s")
    return mark in ("'s", "'") and is_plural and not scene.hit_at[position - 1] and is_part(scene, position + 1)


def _may_join(scene: Scene, first: int, position: int, *, is_inside: bool) -> bool:
    """Whether “and” stands within a name: in what an organisation is for, or between two words before its noun."""
    after = scene.hit_at[position + 1]
    if after and after.of("state", "organisation", "party", "outlet"):
        return False
    if is_inside:
        return scene.words[position + 1].text not in ("I",) and not scene.words[position + 1].text.isupper()
    is_led = "the" in (scene.fold(first - 1), scene.fold(first - 2)) or scene.hit_at[first] is not None
    place = position + 1
    while is_part(scene, place) and place < position + 5:
        place += 1
    is_led &= scene.fold(position - 1) not in HEADS
    return is_led and position - first < 3 and scene.fold(place - 1) in HEADS and place - 1 > position + 1


def _is_complement(scene: Scene, first: int, index: int) -> bool:
    """Whether a name only says to whom an organisation is sent (“Chamber of Commerce to the EU”)."""
    place = index - 2 if scene.fold(index - 1) == "the" else index - 1
    return place > first and scene.fold(place) in ("to", "for", "against")


def _only_says(scene: Scene, index: int) -> bool:
    """Whether a word only says that a company is one (“Volkswagen Group”)."""
    word = scene.words[index]
    return word.text in COMPANY_MARKS or word.fold in ("group", "company", "corporation", "corp", "industries", "union")


def _is_known(scene: Scene, first: int, last: int) -> bool:
    """Whether the tables name what a run names, or a state's institution is named (“French Parliament”)."""
    words = scene.words[first:last]
    hit = scene.hit_at[last - 1]
    lead = scene.hit_at[first]
    if hit and hit.of("organisation", "party", "outlet", "seat", "person") and scene.believed(hit):
        return not _is_complement(scene, first, hit.first)
    if (
        lead
        and lead.first == first
        and lead.of("organisation")
        and all(_only_says(scene, i) for i in range(lead.last, last))
    ):
        return True
    if lead and lead.first == first and lead.last >= last:
        return True
    if is_given_name(words[0].text) and words[-1].fold not in HEADS and words[-1].text not in COMPANY_MARKS:
        return True
    is_states = words[-1].fold in STATE_NOUNS and (
        scene.fold(first - 1) == "'s" or (lead and lead.of("adjective", "state"))
    )
    return bool(is_states) or words[-1].fold in ("ministry", "party")
