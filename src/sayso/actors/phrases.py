"""Noun phrases for persons, organisations and documents that are not proper names: “the company”, “a night porter”."""

from functools import lru_cache
from typing import Final, NamedTuple

from sayso.actors.epithets import NounKind, kind_of_noun
from sayso.actors.roles import NUMBERS, role_of
from sayso.actors.scene import Scene
from sayso.actors.speech import SAID, SAYING

DEFINITE: Final = frozenset("the this that these those".split())
POSSESSIVE: Final = frozenset("his her its their my our your".split())
INDEFINITE: Final = frozenset("a an one some another any every each no several many few".split())
_COUNTING: Final = frozenset(
    (*NUMBERS, *"other second third first same several few many both all dozens hundreds".split())
)
CLOSED: Final = frozenset(
    "of in to for from with by at on against about into toward towards over than like near as if then when while after before "
    "since until because although though during under between among and or but so yet nor who whom whose which what where why "
    "how he she it they we you i him them us me is are was were be been being has have had do does did will would could should "
    "can might must may shall not there here also just only even ever never again still already both either neither according "
    "through via behind beside besides despite without within inside outside around across per upon off out up down "
    "himself herself itself themselves nobody somebody anybody everyone someone anyone something nothing ever too very "
    "that this".split()
)
_ADJECTIVES: Final = frozenset("former accused suspected alleged leaked posted reported noted".split())
_PLACING: Final = frozenset("at of in from with for to inside within on close near".split())
_RANKS: Final = frozenset("deputy vice assistant acting chief junior".split())
_TOLD: Final = frozenset("familiar close briefed involved present working based employed".split())
_LEADING: Final = frozenset("senior leading key prominent top opposition party industry influential".split())
_LONGEST: Final = 7
_ODD: Final = frozenset("old olds figure figures host peer".split())  # nouns only in some company


class NounPhrase(NamedTuple):
    """A noun phrase at words [first, end), its noun at `head`, its complement up to `last`; `owner` are a possessor's words."""

    first: int
    head: int
    end: int
    last: int
    kind: NounKind
    noun: str
    determiner: str = ""
    plural: bool = False
    owner: tuple[int, int] | None = None

    @property
    def is_definite(self) -> bool:
        """Whether it speaks of somebody or something known."""
        return self.determiner in DEFINITE


@lru_cache(maxsize=4)
def find_phrases(scene: Scene) -> tuple[NounPhrase, ...]:
    """The noun phrases of an article, in the order of their nouns."""
    nouns = (i for i, word in enumerate(scene.words) if word.fold in _ODD or kind_of_noun(word.fold))
    found = (phrase_at(scene, i) for i in nouns)
    return tuple(phrase for phrase in found if phrase)


def phrase_at(scene: Scene, index: int) -> NounPhrase | None:
    """The noun phrase whose noun is the word at an index."""
    age = _is_age(scene, index)
    known = noun_at(scene, index)
    if not known or scene.hit_at[index] or _is_before_noun(scene, index):
        return None
    kind, noun, plural = known
    first, determiner, owner = start_of(scene, index - 4 if age else index)
    if kind == "document" and not (determiner or owner or scene.fold(index + 1) in ("of", "from", "by", "seen")):
        return None
    end = index + 1
    if scene.fold(end) == "-" and scene.fold(end + 1) in ("general", "elect", "designate", "president", "chairman"):
        end += 2
    return NounPhrase(first, index, end, complement_end(scene, end), kind, noun, determiner, plural, owner)


def noun_at(scene: Scene, index: int) -> tuple[NounKind, str, bool] | None:
    """What the noun at a word names, with the words before it: its kind, its singular, whether it is a plural."""
    word = scene.fold(index)
    if _is_age(scene, index):
        return "person", "year-old", word.endswith("s")
    if word in ("figure", "figures") and scene.fold(index - 1) in _LEADING:
        return "person", "figure", word == "figures"
    if word in ("host", "peer") and scene.fold(index - 1) in POSSESSIVE:
        return "person", word, False
    return kind_of_noun(word)


def _is_age(scene: Scene, index: int) -> bool:
    """Whether a word ends “58-year-old”, said of a person."""
    if scene.fold(index) not in ("old", "olds") or scene.fold(index - 1) != "-" or scene.fold(index - 2) != "year":
        return False
    after = scene.words[index + 1] if index + 1 < len(scene.words) else None
    return not (after and after.is_word and kind_of_noun(after.fold)) and scene.fold(index - 4).isdigit()


def _is_before_noun(scene: Scene, index: int) -> bool:
    """Whether a noun only qualifies the next (“court employees”, “a board meeting”)."""
    word = scene.words[index]
    if scene.fold(index + 1) == "-" and scene.fold(index + 2) not in (
        "general",
        "elect",
        "designate",
        "president",
        "chairman",
    ):
        return scene.words[index].end == scene.words[index + 1].start
    after = scene.words[index + 1] if index + 1 < len(scene.words) else None
    if not after or not after.is_word or after.start > word.end + 1:
        return False
    if word.fold in _RANKS and after.fold not in CLOSED and role_of(scene.fold(index + 2)):
        return True
    known = kind_of_noun(after.fold)
    if not known or (after.is_capital and not word.is_capital):
        return False
    return known[0] != "document" or not (word.fold.endswith("s") and word.fold != "minutes")


def start_of(scene: Scene, index: int) -> tuple[int, str, tuple[int, int] | None]:
    """Where the phrase of a noun begins, its determiner, and a possessor's words."""
    sentence_first, _ = scene.sentence(index)
    least, position = max(sentence_first, index - _LONGEST), index
    while position > least:
        before = position - 1
        word = scene.words[before]
        if word.fold == "that" and scene.fold(index).endswith("s"):
            break
        if word.fold in DEFINITE | POSSESSIVE | INDEFINITE:
            if (
                word.fold in ("one", "some", "several", "many", "few")
                and scene.fold(before - 1) in DEFINITE | POSSESSIVE
            ):
                return before - 1, scene.fold(before - 1), None
            return before, word.fold, None
        if word.fold == "'s" or (word.text in "'’" and scene.fold(before - 1).endswith("s")):
            start = possessor_start(scene, before, sentence_first)
            return start, "'s", (start, before)
        if word.fold in _COUNTING or word.fold.isdigit():
            position = before
            continue
        is_joined = word.text in "-–" and scene.words[before].end == scene.words[position].start
        if not (is_joined or (word.is_word and word.fold not in CLOSED and not _is_verb(scene, before, least))):
            break
        position = before
    counted = next((scene.fold(i) for i in range(position, index) if scene.fold(i) in _COUNTING), "")
    return position, counted, None


def _is_verb(scene: Scene, index: int, least: int) -> bool:
    """Whether a word before a noun is a verb of saying rather than its adjective."""
    word = scene.words[index]
    is_qualified = index > least and scene.fold(index - 1) in DEFINITE | INDEFINITE | POSSESSIVE
    return word.fold in SAYING - _ADJECTIVES and not word.is_capital and not is_qualified


def possessor_start(scene: Scene, end: int, least: int) -> int:
    """Where the possessor begins that ends before a word: capitals, or a noun with its determiner."""
    position = end
    while position > max(least, end - 6):
        word = scene.words[position - 1]
        if word.fold in DEFINITE | POSSESSIVE | {"a", "an"}:
            return position - 1
        if not (word.is_word or word.text in "-.") or word.fold in CLOSED - {"of", "and"}:
            break
        if word.fold in ("of", "and") and not scene.words[position].is_capital:
            break
        if word.fold in SAYING and not word.is_capital:
            break
        position -= 1
    return position


def complement_end(scene: Scene, end: int) -> int:
    """Where the complement ends that says whose or where somebody is (“at the state oil company”)."""
    _, sentence_end = scene.sentence(end - 1)
    position = end
    if scene.fold(position) in _TOLD and scene.fold(position + 1) in _PLACING:
        position += 1
    while position < min(sentence_end, end + 14) and scene.fold(position) in _PLACING:
        start = position + 1
        if scene.fold(position) == "to" and not _is_noun_phrase(scene, start):
            break
        if scene.fold(position) == "close" and scene.fold(start) == "to":
            start += 1
        stop = _noun_end(scene, start, sentence_end)
        if stop == start:
            break
        position = stop
    return position


def _is_noun_phrase(scene: Scene, index: int) -> bool:
    """Whether a determiner or name stands at a word, not a verb (“to the mayor”, “to move”)."""
    if index >= len(scene.words):
        return False
    return scene.words[index].is_capital or scene.fold(index) in DEFINITE | POSSESSIVE | INDEFINITE | {"him", "them"}


def _noun_end(scene: Scene, start: int, sentence_end: int) -> int:
    if scene.fold(start) in ("noon", "midnight", "night", "dawn", "home", "first", "last", "least", "most", "all"):
        return start
    position, capital = start, False
    while position < min(sentence_end, start + 8):
        word = scene.words[position]
        is_mark = not word.is_word and word.text not in "-’'&" and word.fold != "'s"
        is_stop = word.fold in CLOSED - {"that"} or (word.fold in SAID and not word.is_capital and position > start)
        is_past = word.fold.endswith("ed") and not word.is_capital and position > start + 1
        if (
            is_mark
            or is_stop
            or is_past
            or (
                capital
                and word.is_word
                and word.text.islower()
                and not (kind_of_noun(word.fold) or kind_of_noun(scene.fold(position + 1)))
            )
        ):
            break
        hit = scene.hit_at[position]
        capital = capital or (word.is_capital and not (hit and hit.of("adjective")))
        if word.fold in POSSESSIVE and position > start:
            break
        position += 1
    return position


def clause_end(scene: Scene, phrase: NounPhrase) -> int | None:
    """The comma that closes a clause with “who” right behind a phrase (“the engineer who comes on Thursdays, …”)."""
    if scene.fold(phrase.last) not in ("who", "that"):
        return None
    stop = min(scene.sentence(phrase.head)[1], phrase.last + 10)
    return next((i for i in range(phrase.last + 1, stop) if scene.fold(i) == ","), None)
