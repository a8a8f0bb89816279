"""Nouns beside unknown names that tell a person's: “a seamstress”, “that brother”; and names used in part."""

from collections import Counter
from typing import Final

from sayso.actors.metonymy import is_acting
from sayso.actors.organisation_nouns import NOT_ORGANISATIONS, REGIONS
from sayso.actors.phrases import DEFINITE, INDEFINITE, POSSESSIVE, clause_end, find_phrases
from sayso.actors.roles import NUMBERS
from sayso.actors.scene import Scene
from sayso.actors.speech import SAYING, speaks
from sayso.actors.tables import knowledge
from sayso.actors.words import Word

_NO_NAME_AFTER: Final = frozenset("the of - & in at near outside around across".split())
_SAINTS: Final = frozenset("san santa santo sao saint st sant fort port mount lake cape new el los las la".split())
_BEING: Final = frozenset("is was has had will would does did wants says said".split())
_TEENS: Final = frozenset(
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty".split()
)


class PersonNouns:
    """The nouns for persons of one article, by where their phrases begin and end; and its capitals that stand alone."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        people = [p for p in find_phrases(scene) if p.kind == "person" and not p.plural]
        self._first = {p.first for p in people if p.determiner in DEFINITE | INDEFINITE | POSSESSIVE | {"'s"}}
        self._ends = {e: p for p in people for e in (p.end, p.last)}
        self._ends |= {c + 1: p for p in people if (c := clause_end(scene, p)) and c + 1 not in self._ends}
        self._common = {word.fold for word in scene.words if word.text.islower()}
        self._alone, self._beside = self._counted()

    def _counted(self) -> tuple[Counter[str], Counter[str]]:
        """How often each capital stands alone, and beside another."""
        alone: Counter[str] = Counter()
        beside: Counter[str] = Counter()
        words = self.scene.words
        for index, word in enumerate(words):
            if not word.is_capital:
                continue
            near = (words[i] for i in (index - 1, index + 1) if 0 <= i < len(words))
            is_beside = any(w.is_capital or (w.text == "-" and w.start in (word.end, word.start - 1)) for w in near)
            opens = self.scene.sentence(index)[0] == index
            (beside if is_beside and not opens else alone)[word.fold] += 1
        return alone, beside

    def is_after(self, index: int) -> bool:
        """Whether a person's noun begins at a word with its article (“…, a seamstress”)."""
        return index in self._first

    def is_before(self, index: int, *, is_definite: bool = False) -> bool:
        """Whether a person's noun ends right before a word, or before its comma."""
        if phrase := self._ends.get(index):
            return not is_definite or self.scene.fold(index - 1) == ","
        phrase = self._ends.get(index - 1) if self.scene.fold(index - 1) in (",", "—", "–") else None
        return phrase is not None and (phrase.determiner in DEFINITE | POSSESSIVE or phrase.determiner == "'s")

    def is_like_name(self, first: int, last: int) -> bool:
        """Whether capitals may be a person's: none is an acronym, an inflected word, or in small letters elsewhere."""
        for word in (w for w in self.scene.words[first:last] if w.is_capital):
            is_acronym = word.text.isupper() and len(word.text) > 1 and "." not in word.text
            if is_acronym or word.fold in self._common or _is_inflected(word) or word.fold in SAYING:
                return False
        return True

    def is_called(self, first: int, last: int) -> bool:
        """Whether the last word of a run of capitals stands alone elsewhere, as a surname does, and the first does not."""
        surname, given = self.scene.fold(last - 1), self.scene.fold(first)
        return self._alone[surname] > 0 and self._alone[given] == 0

    def stands_alone(self, name: str) -> bool:
        """Whether a capital stands alone somewhere."""
        return self._alone[name] > 0

    def is_person(self, first: int, last: int) -> bool:
        """Whether an unknown run of capitals is a person's by an age, “who”, a noun beside it, or its surname alone."""
        scene = self.scene
        if (
            scene.fold(first - 1) in _NO_NAME_AFTER
            or scene.fold(first) in _SAINTS
            or any(scene.hit_at[i] for i in range(first, last))
        ):
            return False
        if not self.is_like_name(first, last):
            return False
        after = scene.fold(last + 1)
        is_aside = scene.fold(last) in (",", "–", "—", "(")
        if (is_aside and (after in ("who", "whose") or after.isdigit())) or scene.fold(last) == "who":
            return True
        if (is_aside and self.is_after(last + 1)) or self.is_before(first):
            return True
        opens = scene.sentence(first)[0] == first or scene.fold(first - 1) == ","
        if opens and scene.fold(last) in _BEING and scene.fold(scene.sentence(first)[1]) in ("he", "she"):
            return True
        if scene.fold(last) in ("is", "was") and (scene.fold(last + 1) in NUMBERS or scene.fold(last + 1) in _TEENS):
            return True
        if _size(scene, first, last) > 3:
            return self.is_called(first, last)
        acting = self._complement_end(first, last)
        is_who = scene.fold(acting) == "," and scene.fold(acting + 1) in ("who", "whose") and acting > last
        return self.is_called(first, last) or is_who or speaks(scene, first, acting) or self._acts(first, last)

    def _acts(self, first: int, last: int) -> bool:
        """Whether two or three capitals that are no place’s are the subject of a verb of deciding."""
        text, scene = self.scene.phrase(first, last).casefold(), self.scene
        is_other = text in REGIONS or scene.fold(last - 1) in NOT_ORGANISATIONS or scene.fold(first - 1) in DEFINITE
        return _size(scene, first, last) > 1 and not is_other and is_acting(scene, last)

    def _complement_end(self, first: int, last: int) -> int:
        """Where “of the Greens” ends behind a name, else the name's end."""
        scene = self.scene
        if scene.fold(last) not in ("of", "from") or _size(scene, first, last) < 2:
            return last
        end = last + 1 + (scene.fold(last + 1) == "the")
        start = end
        while end < len(scene.words) and scene.words[end].is_capital:
            end += 1
        return end if end > start else last

    def is_single_name(self, first: int) -> bool:
        """Whether one capital alone is a name: a given name before “who”, or by the noun beside it (“that brother, Anan,”)."""
        scene = self.scene
        if scene.hit_at[first] or scene.fold(first + 1) not in (",", "—", "–"):
            return False
        if scene.fold(first + 2) == "who" and scene.words[first].text in knowledge().genders:
            return scene.sentence(first)[0] == first or scene.fold(first - 1) in (",", "—", "–", "and")
        return scene.fold(first - 1) in (",", "—", "–") and self.is_before(first, is_definite=True)


def _is_inflected(word: Word) -> bool:
    """Whether a word is rather an adverb or participle than a name (“Only”, not “Emily”)."""
    return word.fold.endswith(("ing", "ly")) and word.text not in knowledge().genders


def _size(scene: Scene, first: int, last: int) -> int:
    """How many parts a name has, a double one counted once."""
    hyphens = sum(scene.fold(i) in ("-", "–") for i in range(first, last))
    return last - first - 2 * hyphens
