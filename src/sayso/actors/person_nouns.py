"""Nouns beside unknown names that tell a person's: “a seamstress”, “that brother”; and names used in part."""

from collections import Counter

from sayso.actors.phrases import DEFINITE, INDEFINITE, POSSESSIVE, clause_end, find_phrases
from sayso.actors.scene import Scene


class PersonNouns:
    """The nouns for persons of one article, by where their phrases begin and end; and its capitals that stand alone."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        people = [p for p in find_phrases(scene) if p.kind == "person" and not p.plural]
        self._first = {p.first for p in people if p.determiner in DEFINITE | INDEFINITE | POSSESSIVE | {"'s"}}
        self._ends = {e: p for p in people for e in (p.end, p.last)}
        self._ends |= {c + 1: p for p in people if (c := clause_end(scene, p)) and c + 1 not in self._ends}
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

    def is_called(self, first: int, last: int) -> bool:
        """Whether the last word of a run of capitals stands alone elsewhere, as a surname does, and the first does not."""
        surname, given = self.scene.fold(last - 1), self.scene.fold(first)
        return self._alone[surname] > 0 and self._alone[given] == 0

    def stands_alone(self, name: str) -> bool:
        """Whether a capital stands alone somewhere."""
        return self._alone[name] > 0
