"""What an article has spoken of so far, in the order of its words, and the part each mention plays in its sentence."""

from typing import Final

from sayso.actors.phrases import find_phrases
from sayso.actors.referents import Occurrence, Referent
from sayso.actors.salience import GOVERNED, OTHER, SPEAKS, SUBJECT, Memory
from sayso.actors.scene import Scene
from sayso.actors.speech import speaks
from sayso.records import Actor, Mention

_PREPOSITIONS: Final = frozenset("of in to for from with by at on against about into over than near between".split())
PRONOUNS: Final[dict[str, str]] = {
    "he": "m",
    "him": "m",
    "his": "m",
    "she": "f",
    "her": "f",
    "they": "p",
    "them": "p",
    "it": "n",
}


class Discourse:
    """The mentions of one article while it is read."""

    def __init__(self, scene: Scene, actors: dict[str, Actor]) -> None:
        self.scene, self.actors = scene, actors
        self.memory = Memory(scene)
        self.by_actor: dict[str, Referent] = {}
        self.phrases = find_phrases(scene)
        self.in_names: set[int] = set()  # words of names that no table knows
        self.linked: dict[int, int] = {}  # the noun of a phrase beside a name: the name's first word
        self.meanings: dict[int, Referent] = {}  # the noun of any other phrase: its referent

    def is_person(self, mention: Mention) -> bool:
        """Whether a mention is a person's."""
        actor = self.actors.get(mention.actor)
        return actor is not None and actor.kind == "person"

    def keep(
        self, first: int, last: int, referent: Referent, *, begin: int | None = None, weight: float | None = None
    ) -> None:
        """Remember a mention at words [first, last); `begin` is where a role before a name begins."""
        scene = self.scene
        begin = first if begin is None else begin
        is_quoted = first < len(scene.quoted) and scene.quoted[first]
        is_speaking = speaks(scene, begin, last)
        if weight is None:
            weight = self._weight(begin, last, is_speaking=is_speaking, is_quoted=is_quoted)
        weight -= 1.0 if is_quoted else 0.0
        self.memory.add(Occurrence(first, last, referent, weight, is_quoted, is_speaking))

    def _weight(self, begin: int, last: int, *, is_speaking: bool, is_quoted: bool) -> float:
        scene = self.scene
        if is_speaking:
            return SPEAKS - (0.3 if self.subjects(begin) and not is_quoted else 0.0)
        before = scene.fold(begin - 1) if scene.fold(begin - 1) != "the" else scene.fold(begin - 2)
        if scene.fold(last) in ("'s", "'") or before in _PREPOSITIONS:
            return GOVERNED
        return SUBJECT if self.opens(begin) else OTHER

    def opens(self, index: int) -> bool:
        """Whether nothing but an opening phrase stands before a word in its sentence."""
        first, _ = self.scene.sentence(index)
        return not any(
            first <= o.first < index and not o.quoted and o.weight >= OTHER for o in self.memory.before(index)[-6:]
        )

    def subjects(self, index: int) -> set[int]:
        """Who is named as a subject before a word in its own sentence: no description in the same clause takes him up."""
        first, _ = self.scene.sentence(index)
        found = (o for o in reversed(self.memory.before(index)) if o.first >= first)
        return {id(o.referent.whole) for o in found if not o.quoted and o.weight > GOVERNED}

    def named_in_words(self, index: int) -> set[int]:
        """Who is named in the quotation that ends before a word: nobody speaks of himself by name."""
        found: set[int] = set()
        block = self.scene.block_number(index)
        for occurrence in reversed(self.memory.before(index)):
            if not occurrence.quoted or self.scene.block_number(occurrence.first) != block:
                break
            if self.scene.words[occurrence.first].is_capital and self.scene.fold(occurrence.first) not in PRONOUNS:
                found.add(id(occurrence.referent.whole))
        return found
