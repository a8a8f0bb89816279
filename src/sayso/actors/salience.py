"""How much somebody stands out at a place of an article: by how near, and in what part of a sentence, he was mentioned."""

from bisect import bisect_left
from collections.abc import Callable
from typing import Final

from sayso.actors.referents import Occurrence, Referent
from sayso.actors.scene import Scene

_WINDOW: Final = 40  # mentions that are looked back on
_SENTENCES: Final = 7
SAME_VOICE: Final = 2.0  # what a mention in a quotation gains for a pronoun in one
OTHER_VOICE: Final = -2.0  # and for words outside
_PER_SENTENCE: Final = 1.0
_PER_BLOCK: Final = 0.3

SPEAKS, SUBJECT, OTHER, GOVERNED = 2.0, 1.3, 0.6, 0.2


class Memory:
    """The mentions of an article in the order of the text, as far as they are known."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.kept: list[Occurrence] = []
        self.starts: list[int] = []
        self.places = self._places()

    def _places(self) -> list[int]:
        """The number of each sentence, without those that only go on with a quotation."""
        quoted, number, places = self.scene.quoted, 0, []
        for first, _ in self.scene.sentences:
            number += not (first < len(quoted) and quoted[first])
            places.append(number)
        return places

    def _place(self, index: int) -> int:
        number = self.scene.sentence_number(index)
        return self.places[number] if 0 <= number < len(self.places) else 0

    def add(self, occurrence: Occurrence) -> None:
        """Keep a mention at its place."""
        place = bisect_left(self.starts, occurrence.first)
        self.starts.insert(place, occurrence.first)
        self.kept.insert(place, occurrence)

    def before(self, index: int) -> list[Occurrence]:
        """The last mentions before a word."""
        place = bisect_left(self.starts, index)
        return self.kept[max(0, place - _WINDOW) : place]

    def after(self, index: int, number: int = 12) -> list[Occurrence]:
        """The next mentions after a word."""
        place = bisect_left(self.starts, index + 1)
        return self.kept[place : place + number]

    def at(self, first: int, last: int) -> Occurrence | None:
        """The first mention that begins in words [first, last)."""
        place = bisect_left(self.starts, first)
        return self.kept[place] if place < len(self.kept) and self.starts[place] < last else None

    def ranked(
        self, index: int, fits: Callable[[Referent], float | None], *, quoted: float = OTHER_VOICE
    ) -> list[tuple[float, Referent]]:
        """Who may be meant at a word, best first.

        `fits` gives what speaks for a referent, None if he cannot be meant; `quoted` is what a mention in a quotation gains.
        """
        best: dict[int, tuple[float, int, Referent]] = {}
        number, block = self._place(index), self.scene.block_number(index)
        for occurrence in self.before(index):
            referent = occurrence.referent.whole
            apart = number - self._place(occurrence.first)
            if apart > _SENTENCES:
                continue
            score = (
                occurrence.weight
                - _PER_SENTENCE * apart
                - _PER_BLOCK * (block - self.scene.block_number(occurrence.first))
            )
            score += quoted if occurrence.quoted else 0.0
            if id(referent) not in best or score >= best[id(referent)][0]:
                best[id(referent)] = (score, occurrence.first, referent)
        scored = [
            (score + bonus, place, referent)
            for score, place, referent in best.values()
            if (bonus := fits(referent)) is not None
        ]
        return [(score, referent) for score, _, referent in sorted(scored, key=lambda s: (-s[0], -s[1]))]
