"""Outlets that no table lists, known by what stands around their names; and “the paper” for one named before."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from sayso.actors.names import NEVER, is_given_name
from sayso.actors.naming import Found, NewActor
from sayso.actors.phrases import CLOSED
from sayso.actors.roles import DETERMINERS, INSTITUTIONS, OUTLET_NOUNS, TITLES, role_of
from sayso.actors.scene import Scene
from sayso.actors.tables import knowledge
from sayso.actors.words import slug

_BESIDE_NAME: Final = OUTLET_NOUNS - {"paper", "site", "wire", "network", "station", "radio"} | {"blog"}
_BESIDE_NEWS: Final = frozenset("site network station website".split())
_BEHIND_NAME: Final = frozenset(
    "newspaper daily weekly magazine broadcaster website news tabloid portal agency".split()
)
_STATE_RUN: Final = frozenset("the state run official news".split())
_ENDINGS: Final = frozenset(
    "news times post herald tribune gazette chronicle guardian observer mail telegraph journal monitor radio tv television "
    "online weekly daily wire dispatch examiner inquirer enquirer courier bulletin ledger argus echo zeitung allgemeine "
    "anzeiger tageblatt nachrichten shimbun ilbo fm kurier press today".split()
)
_BEGINNINGS: Final = frozenset(
    "radio channel canal télé tele rádio telewizja gazeta diario jornal agence agencia agência".split()
)
_SURNAMES: Final = frozenset(
    "post herald guardian observer mail journal monitor press echo wire courier argus today".split()
)
_SAYS: Final = frozenset(
    "says adds notes claims argues writes reports quotes cites describes suggests understands believes puts points added noted "
    "claimed argued described suggested understood asked asks called calls".split()
)
_TO: Final = re.compile(
    r"\b(?:told|tells|telling|informed|(?:interview|interviewed|conversation),? (?:with|by|to|on|for)|"
    r"sp(?:oke|oken|eaks|eaking) (?:to|with|on)|talk(?:ed|s|ing) to|reached by|contacted by|said on|quoted by|"
    r"cited by|reported by|"
    r"published (?:by|in)|obtained by|seen by|reviewed by|appearing on|(?:message|e-?mail|remarks|comments) to|"
    r"(?:confided|confirmed|given|leaked|described|admitted|disclosed) to|"
    r"(?:column|essay|commentary|article|op-ed|piece) (?:for|in))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_FROM: Final = re.compile(
    r"^(?:,| has| had| first| also| later)* (?:reported|reports|is reporting|wrote that|writes that|cited|cites|quoted|quotes|"
    r"broke the|, citing|, quoting|citing|quoting)\b"
)
_NOT_AFTER: Final = frozenset("ministry department office council court committee parliament university".split())
_AFTER_APPOSITION: Final = frozenset(", that which in based owned run of for published".split())
_TELLS: Final = frozenset("told said says wrote reported tells".split())
_ITS_WORK: Final = frozenset("report reports story reporter article correspondent account".split())
_OF_OTHERS: Final = frozenset("agency network channel site station wire radio".split())
_REPORTS: Final = frozenset("reported reports quoted quotes cited cites wrote writes citing quoting".split())
_FREE: Final = CLOSED | _SAYS | _REPORTS | _TELLS  # what may follow a noun that stands for itself
_LONGEST: Final = 5


def unknown_outlets(scene: Scene) -> Iterator[NewActor]:
    """Names that are an outlet's by the noun beside them, by their last word, or because people talk to them."""
    end = 0
    for index in scene.capitals:
        if index < end:
            continue
        end = _name_end(scene, index)
        if end > index and _is_outlet(scene, index, end):
            name = scene.phrase(index, end)
            yield NewActor(Found(index, end, slug(name), "name"), name, "outlet")


def outlets_meant(scene: Scene, named: list[Found]) -> Iterator[Found]:
    """“The newspaper”, “the Hamburg weekly”: the outlet named last before, where one is."""
    places = sorted((f.first, f.actor) for f in named)
    for index, word in enumerate(scene.words):
        if word.fold not in OUTLET_NOUNS or word.is_capital or scene.hit_at[index]:
            continue
        first = _epithet_start(scene, index)
        number = bisect_left(places, (index, ""))
        if first is None or not number or _is_named_after(scene, index, places, number):
            continue
        if _qualifies_next(scene, index):
            continue
        if word.fold in _OF_OTHERS and not _is_told(scene, first, index):
            continue
        if scene.fold(index + 1) == "'s" and places[number - 1][0] >= first - 6 and number > 1:
            number -= 1  # “CNC3, the newspaper’s sister station”: another's
        yield Found(first, index + 1, places[number - 1][1], "role")


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
    if hit and scene.believed(hit) and not hit.of("city", "adjective", "capital", "people", "state", "outlet"):
        return False
    if index > 1 and scene.words[index - 1].text == "The" and scene.sentence(index)[0] < index - 1:
        return True  # “The Reporter”, “The Economist”
    return word.fold in _ENDINGS or not (word.fold in DETERMINERS or role_of(word.fold) or word.fold in INSTITUTIONS)


def is_named_as_outlet(scene: Scene, first: int, last: int) -> bool:
    """Whether a run of capitals is an outlet's name beyond doubt: by its last word, a noun before, or an apposition."""
    words = scene.words[first:last]
    if words[-1].fold in _ENDINGS and last - first > 1 and not _is_name_like(scene, first, last):
        return True
    if words[0].fold in _BEGINNINGS and last - first > 1:
        return True
    noun = scene.fold(first - 1)
    is_news = noun in _BESIDE_NEWS and scene.fold(first - 2) in ("news", "tv", "radio", "television", "media")
    is_beside = (noun in _BESIDE_NAME or is_news) and scene.sentence(first)[0] != first
    if is_beside and not _ends_clause(scene, first):
        return True
    if scene.fold(first - 1) in _STATE_RUN and scene.fold(last) in _BEHIND_NAME and not scene.hit_at[first]:
        return True
    is_reporting = scene.fold(last + 1) == "whose" and scene.fold(last + 2) in _ITS_WORK
    return scene.fold(last) == "," and (is_reporting or _described_as_outlet(scene, last + 1))


def _is_name_like(scene: Scene, first: int, last: int) -> bool:
    """Whether a given name leads a name whose last word an outlet may share (“Javier Herald”)."""
    may_be_surname = scene.fold(last - 1) in _SURNAMES
    return may_be_surname and is_given_name(scene.words[first].text) and scene.fold(first - 1) != "the"


def _is_outlet(scene: Scene, first: int, last: int) -> bool:
    words = scene.words[first:last]
    hit = scene.hit_at[first]
    if hit and hit.last >= last:
        return False  # a name of the tables, nothing more
    if is_named_as_outlet(scene, first, last):
        return True
    if is_given_name(words[0].text) or (last - first == 1 and words[0].fold in NEVER):
        return False
    beside = [scene.words[i] for i in (first - 1, last) if 0 <= i < len(scene.words)]
    if any(w.fold in _NOT_AFTER for w in words) or any(w.is_capital and w.fold in INSTITUTIONS for w in beside):
        return False  # “told the House Intelligence Committee”
    opens = scene.sentence(first)[0] == first
    start = scene.words[scene.sentence(first)[0]].start
    before = scene.text[max(start, words[0].start - 60) : words[0].start]
    return bool(_TO.search(before) or (not opens and _FROM.match(scene.text, words[-1].end)))


def _ends_clause(scene: Scene, first: int) -> bool:
    return scene.words[first - 1].end + 1 < scene.words[first].start


def _described_as_outlet(scene: Scene, index: int) -> bool:
    """“…, an online outlet,”: an outlet's noun in an apposition without a name of its own."""
    if scene.fold(index) not in ("a", "an", "the"):
        return False
    for place in range(index + 1, min(len(scene.words), index + 6)):
        word = scene.words[place]
        if word.fold in OUTLET_NOUNS and scene.fold(place + 1) in _AFTER_APPOSITION:
            return True
        if not word.is_word or word.fold in _TELLS:
            return False
    return False


def _epithet_start(scene: Scene, index: int) -> int | None:
    """Where “the (same) (Toronto) paper” begins; None if it is not definite, or the reader's own."""
    place = index - 1
    while place > max(-1, index - 4) and scene.fold(place) not in DETERMINERS and scene.words[place].is_word:
        place -= 1
    if place < 0 or scene.fold(place) not in ("the", "that", "its", "same"):
        return None
    return place


def _qualifies_next(scene: Scene, index: int) -> bool:
    """Whether a noun only qualifies the next (“the daily bread”, “the newspaper report”)."""
    if index + 1 >= len(scene.words):
        return False
    after = scene.words[index + 1]
    is_free = after.fold in _FREE or not after.text.islower()
    return (
        after.is_word
        and not is_free
        and scene.fold(index - 1) not in ("told", "telling")
        and not after.fold.endswith("ed")
    )


def _is_told(scene: Scene, first: int, index: int) -> bool:
    """Whether a noun that others bear too (“the agency”) is told something or reports."""
    return (
        scene.fold(first - 1) in ("told", "telling", "tells", "by", "to", "with") or scene.fold(index + 1) in _REPORTS
    )


def _is_named_after(scene: Scene, index: int, places: list[tuple[int, str]], number: int) -> bool:
    """Whether the noun only introduces a name (“the newspaper Le Monde”)."""
    follows = number < len(places) and places[number][0] - index in (1, 2)
    return follows and scene.fold(index + 1) not in (",", ".")


def is_known_outlet(actor: str) -> bool:
    """Whether an id is an outlet's of the tables."""
    return actor in knowledge().outlets
