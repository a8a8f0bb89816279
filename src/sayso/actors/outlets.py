"""Outlets that no table lists, known by what stands around their names; and “the paper” for one named before."""

import re
from collections.abc import Iterator
from typing import Final

from sayso.actors.names import NEVER, is_given_name
from sayso.actors.naming import Found, NewActor
from sayso.actors.roles import DETERMINERS, INSTITUTIONS, OUTLET_NOUNS, TITLES, role_of
from sayso.actors.scene import Scene
from sayso.actors.tables import knowledge
from sayso.actors.words import slug

_BESIDE_NAME: Final = OUTLET_NOUNS - {"paper", "site", "wire", "network", "outlet", "channel", "station"} | {"blog"}
_ENDINGS: Final = frozenset(
    "news times post herald tribune gazette chronicle guardian observer mail telegraph journal monitor radio tv television "
    "online weekly daily wire dispatch examiner inquirer enquirer courier bulletin ledger argus echo zeitung allgemeine "
    "anzeiger tageblatt nachrichten shimbun ilbo fm kurier press today".split()
)
_TO: Final = re.compile(
    r"(?:told|telling|informed|(?:interview|interviewed|conversation) (?:with|by|to|on|for)|speaking (?:to|with|on)|"
    r"spoke (?:to|with|on)|talking to|reached by|contacted by|said on|quoted by|cited by|reported by|published (?:by|in)|"
    r"obtained by|seen by|reviewed by|appearing on|(?:column|essay|commentary|article|op-ed|piece) (?:for|in))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_FROM: Final = re.compile(
    r"^(?:,| has| had| first| also| later)* (?:reported|reports|is reporting|wrote that|writes that|cited|cites|quoted|quotes|"
    r"broke the|, citing|, quoting|citing|quoting)\b"
)
_NOT_AFTER: Final = frozenset("ministry department office council court committee parliament university".split())
_OWN: Final = frozenset("this our".split())
_LONGEST: Final = 5


def unknown_outlets(scene: Scene) -> Iterator[NewActor]:
    """Names that are an outlet's by the noun beside them, by their last word, or because people talk to them."""
    index = 0
    while index < len(scene.words):
        end = _name_end(scene, index)
        if end > index and _is_outlet(scene, index, end):
            name = scene.phrase(index, end)
            yield NewActor(Found(index, end, slug(name), "name"), name, "outlet")
        index = max(end, index + 1)


def outlets_meant(scene: Scene, named: list[Found]) -> Iterator[Found]:
    """“The newspaper”, “the Hamburg weekly”: the outlet named last before, where one is."""
    places = sorted((f.first, f.actor) for f in named)
    for index, word in enumerate(scene.words):
        if word.fold not in OUTLET_NOUNS or word.is_capital or scene.hit_at[index]:
            continue
        first = _epithet_start(scene, index)
        before = [actor for place, actor in places if place < index]
        if first is not None and before and not _is_named_after(scene, index, places):
            yield Found(first, index + 1, before[-1], "role")


def _name_end(scene: Scene, index: int) -> int:
    """Where the run of capitals ends that begins at a word; the index itself if none does."""
    if not _is_part(scene, index) or (index and _is_part(scene, index - 1)):
        return index
    _, last = scene.sentence(index)
    end = index + 1
    while end < min(last, index + _LONGEST):
        if _is_part(scene, end):
            end += 1
        elif scene.fold(end) in ("-", "&", "of", "de", "del", "da") and end + 1 < last and _is_part(scene, end + 1):
            end += 2
        else:
            break
    return end


def _is_part(scene: Scene, index: int) -> bool:
    word = scene.words[index]
    if not word.is_word or not (word.is_capital or word.text.isupper()) or word.fold in TITLES:
        return False
    hit = scene.hit_at[index]
    if hit and scene.believed(hit) and not hit.of("city", "adjective", "capital", "people", "state"):
        return False
    return word.fold in _ENDINGS or not (word.fold in DETERMINERS or role_of(word.fold) or word.fold in INSTITUTIONS)


def _is_outlet(scene: Scene, first: int, last: int) -> bool:
    words = scene.words[first:last]
    hit = scene.hit_at[first]
    if hit and hit.last >= last:
        return False  # a name of the tables, nothing more
    if words[-1].fold in _ENDINGS and last - first > 1 and not is_given_name(words[0].text):
        return True
    opens = scene.sentence(first)[0] == first
    if scene.fold(first - 1) in _BESIDE_NAME and not opens and not _ends_clause(scene, first):
        return True
    if scene.fold(last) == "," and _described_as_outlet(scene, last + 1):
        return True
    if is_given_name(words[0].text) or (last - first == 1 and words[0].fold in NEVER):
        return False
    if any(w.fold in _NOT_AFTER for w in words) or (hit and hit.last - hit.first == last - first):
        return False
    start = scene.words[scene.sentence(first)[0]].start
    before = scene.text[max(start, words[0].start - 60) : words[0].start]
    return bool(_TO.search(before) or (not opens and _FROM.match(scene.text, words[-1].end)))


def _ends_clause(scene: Scene, first: int) -> bool:
    return scene.words[first - 1].end + 1 < scene.words[first].start


def _described_as_outlet(scene: Scene, index: int) -> bool:
    """“…, an online outlet,”: an outlet's noun in an apposition without a name of its own."""
    if scene.fold(index) not in ("a", "an", "the"):
        return False
    stop = min(len(scene.words), index + 6)
    for place in range(index + 1, stop):
        if scene.fold(place) in OUTLET_NOUNS:
            return True
        if not scene.words[place].is_word:
            return False
    return False


def _epithet_start(scene: Scene, index: int) -> int | None:
    """Where “the (same) (Toronto) paper” begins; None if it is not definite, or the reader's own."""
    place = index - 1
    while place > max(-1, index - 4) and scene.fold(place) not in DETERMINERS and scene.words[place].is_word:
        place -= 1
    if place < 0 or scene.fold(place) not in ("the", "that", "its", "same") or scene.fold(place) in _OWN:
        return None
    return place


def _is_named_after(scene: Scene, index: int, places: list[tuple[int, str]]) -> bool:
    """Whether the noun only introduces a name (“the newspaper Le Monde”)."""
    return any(place in (index + 1, index + 2) for place, _ in places) and scene.fold(index + 1) not in (",", ".")


def is_known_outlet(actor: str) -> bool:
    """Whether an id is an outlet's of the tables."""
    return actor in knowledge().outlets
