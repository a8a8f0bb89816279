"""Organisations named by a noun in small letters: “the Morgana social centre”, “the town council of A and B”."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from sayso.actors.metonymy import is_acting
from sayso.actors.names import is_given_name
from sayso.actors.organisation_names import is_part
from sayso.actors.phrases import CLOSED
from sayso.actors.scene import Scene
from sayso.actors.speech import SAYING

_OWN: Final = frozenset(
    "association federation union confederation charity ngo collective cooperative society institute foundation committee "
    "consortium guild syndicate lobby council club".split()
)
_KINDS: Final = frozenset(
    "social community youth cultural housing neighbourhood neighborhood sports football rowing tenants' citizens' "
    "environmental consumer trade farmers' women's workers' students' medical research business industry employers'".split()
)
_AFTER_KIND: Final = _OWN | frozenset(
    "centre center group network forum movement campaign alliance team school".split()
)
_LOCAL: Final = frozenset("council councils prefecture municipality diocese archdiocese patriarchate chamber".split())
_RANKS: Final = frozenset(
    "district city town municipal regional provincial county parish works village borough local island state".split()
)
_LOBBIES: Final = frozenset("lobby association federation union confederation league guild syndicate chamber".split())
_SEES: Final = frozenset("prefecture patriarchate diocese archdiocese curia questura".split())
_VERBS: Final = frozenset("fight fought met meet run sue fear plan".split())
_LEADS: Final = frozenset("the a an this that his her their our its".split())
_LONGEST: Final = 4


class Named(NamedTuple):
    """Words [first, last) that name an organisation, and the name."""

    first: int
    last: int
    name: str


def named_by_phrase(scene: Scene, free: list[bool]) -> Iterator[Named]:
    """Organisations whose noun is in small letters; `free` are the words that no other name covers."""
    bodies: list[tuple[int, str]] = []
    for index, fold in enumerate(scene.folds):
        if fold in _LOCAL and scene.fold(index + 1) == "of" and (end := _places_end(scene, index + 2)) > index + 2:
            first = _ranked(scene, index)
            if first < index or fold not in ("council", "councils"):
                bodies.append((index, scene.phrase(first, index + 1)))
                yield Named(first, end, scene.phrase(first, end))
        elif fold == "that" and scene.fold(index + 1) == "of" and bodies and _is_near(scene, bodies[-1][0], index):
            end = _places_end(scene, index + 2)
            if end > index + 2 and scene.fold(index - 1) in (";", ",", ".", "and", "but", "while"):
                yield Named(index, end, f"{bodies[-1][1]} of {scene.phrase(index + 2, end)}")
        elif fold in _AFTER_KIND and not scene.words[index].is_capital:
            yield from _with_noun(scene, index, free)
        elif (
            fold in _SEES
            and scene.fold(index - 1) == "the"
            and scene.fold(index + 1) != "of"
            and _stands_alone(scene, index)
        ):
            yield Named(index, index + 1, scene.words[index].text.capitalize())


def _ranked(scene: Scene, index: int) -> int:
    while scene.fold(index - 1) in _RANKS:
        index -= 1
    return index


def _places_end(scene: Scene, index: int) -> int:
    """Where a list of places ends (“Padua, Mira and Stra”), the index itself if none begins there or it is a state."""
    hit = scene.hit_at[index] if index < len(scene.words) else None
    if not is_part(scene, index) or (hit and hit.of("state", "adjective", "organisation", "person")):
        return index
    end = _run_end(scene, index)
    while True:
        step = (
            2
            if scene.fold(end) == "," and scene.fold(end + 1) == "and"
            else 1
            if scene.fold(end) in (",", "and")
            else 0
        )
        if not step or not is_part(scene, end + step):
            return end
        after = _run_end(scene, end + step)
        if scene.fold(end) == "," and step == 1 and scene.fold(after) not in (",", "and"):
            return end
        end = after


def _run_end(scene: Scene, index: int) -> int:
    while is_part(scene, index):
        index += 1
    return index


def _is_near(scene: Scene, body: int, index: int) -> bool:
    return scene.sentence_number(index) - scene.sentence_number(body) < 2


def _with_noun(scene: Scene, index: int, free: list[bool]) -> Iterator[Named]:
    """“The Pad-Ra association”: the capitals; “the Morgana social centre”, “the tile makers’ lobby”: all the words."""
    if not _stands_alone(scene, index):
        return
    first = index
    while scene.fold(first - 1) in _KINDS:
        first -= 1
    start = _capitals_before(scene, first, free)
    if start < first and scene.fold(start - 1) == "the":
        if first < index:
            yield Named(start, index + 1, scene.phrase(start, index + 1))
        elif scene.fold(index) in _OWN:
            yield Named(start, index, scene.phrase(start, index))
    elif scene.fold(index) in _LOBBIES and (begin := _trade_before(scene, index)) is not None:
        yield Named(begin, index + 1, scene.phrase(begin, index + 1))


def _capitals_before(scene: Scene, index: int, free: list[bool]) -> int:
    """Where a run of free capitals begins that ends before a word; hyphens join."""
    start = index
    while start > index - _LONGEST and start > 0:
        place = start - 1
        if scene.fold(place) == "-" and is_part(scene, place - 1) and start < index:
            start = place - 1
        elif is_part(scene, place) and free[place] and not _is_known(scene, place):
            start = place
        else:
            break
    is_person = start < index and is_given_name(scene.words[start].text) and index - start > 1
    return index if is_person or scene.is_headline(index) else start


def _is_known(scene: Scene, index: int) -> bool:
    hit = scene.hit_at[index]
    return hit is not None and bool(scene.believed(hit))


def _trade_before(scene: Scene, index: int) -> int | None:
    """Where “tile makers’” with a people’s adjective before it begins, if a definite article leads it."""
    if scene.fold(index - 1) != "'" or not scene.fold(index - 2).endswith("s"):
        return None
    begin = index - 2
    while (
        begin > index - 5 and scene.words[begin - 1].is_word and scene.fold(begin - 1) not in _LEADS | CLOSED | SAYING
    ):
        begin -= 1
    lead = scene.fold(begin - 1)
    beside = scene.fold(begin - 2)
    is_aside = beside in (",", "–", "—", "(") or (scene.fold(index + 1) == "," and _capital_at(scene, index + 2))
    return begin if lead == "the" and not is_aside and not _capital_at(scene, index + 1) else None


def _capital_at(scene: Scene, index: int) -> bool:
    return index < len(scene.words) and scene.words[index].is_capital


def _stands_alone(scene: Scene, index: int) -> bool:
    """Whether no further noun or name follows a word."""
    if index + 1 >= len(scene.words):
        return True
    word = scene.words[index + 1]
    is_verb = word.fold in CLOSED | SAYING | _VERBS or word.fold.endswith(("ed", "s")) or is_acting(scene, index + 1)
    return not word.is_word or (not word.is_capital and is_verb)
