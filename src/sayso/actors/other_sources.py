"""Sources whose noun is no role's: “two shift managers”, “my regulars”, “the town hall”, names that no table knows."""

from typing import Final

from sayso.actors.anonymity import leaves_unnamed
from sayso.actors.complements import institution_at
from sayso.actors.names import is_given_name
from sayso.actors.phrases import noun_at
from sayso.actors.roles import DETERMINERS, INSTITUTIONS, NUMBERS
from sayso.actors.source_span import Resolution
from sayso.actors.unnamed import DescribedSource
from sayso.actors.wording import plain
from sayso.actors.words import Word, slug
from sayso.actors.workplaces import workplace

_PRONOUNS: Final = frozenset(
    "they we it i you who which that he she this these those some others many one us me them him her nobody everyone everybody "
    "all none anyone".split()
)
_DEFINITE: Final = frozenset("the this that its their".split())
_PREPOSITIONS: Final = frozenset("of at in from with to for on around near inside under behind against close".split())
_SOME: Final = frozenset("some others many one".split())


class OtherSource(DescribedSource):
    """A source span that neither a table nor a role explains."""

    def _unknown(self) -> Resolution:
        """A noun phrase that no table knows: by its noun somebody unnamed, or an organisation; by a capital a name."""
        end = self._short_end()
        words = self.scene.words[self.first : end]
        head = self._head(end)
        institution = institution_at(self.scene, head)
        known = noun_at(self.scene, head)
        if known and known[0] == "person" and not (words[-1].is_capital and head == end - 1 and len(words) > 1):
            return self._somebody(head, end, known[1], plural=known[2])
        if institution or self.scene.fold(head) in INSTITUTIONS or (known and known[0] == "organisation"):
            state = self._only_state() if institution and len(words) < 3 else None
            return Resolution(
                actor=state,
                text=plain(self.scene, self.first, end),
                type="group",
                institution=institution if len(words) < 3 else None,
                state=state,
            )
        return self._odd(words, head, end)

    def _head(self, end: int) -> int:
        """The noun of the phrase: the last word before a preposition."""
        for index in range(self.first + 1, end):
            if self.scene.fold(index) in _PREPOSITIONS and self.scene.fold(index - 1) not in NUMBERS:
                return index - 1
        return end - 1

    def _somebody(self, head: int, end: int, noun: str, *, plural: bool) -> Resolution:
        """Persons of whom only a noun is told that is no office's (“two shift managers”, “my regulars”)."""
        scene = self.scene
        folds = [scene.fold(i) for i in range(self.first, end)]
        numbers = [n for f in folds if (n := NUMBERS.get(f) or (int(f) if f.isdigit() else 0))]
        reason, hidden = self._anonymity()
        is_one = folds[0] == "one" or (folds[0] in ("a", "an") and not plural)
        determiner = "'s" if "'s" in folds[: head - self.first] else folds[0]
        anonymous = hidden or is_one or leaves_unnamed(noun, determiner, folds, plural=plural)
        found = workplace(scene, self.first, head, self._core_end(), noun) if anonymous else None
        return Resolution(
            actor=None,
            text=plain(scene, self.first, end),
            type="group" if plural and not is_one else "person",
            anonymous=anonymous,
            institution=slug(scene.phrase(*found)) if found else None,
            count=1 if is_one else numbers[0] if numbers else None,
            reason=reason if anonymous else None,
        )

    def _odd(self, words: list[Word], head: int, end: int) -> Resolution:
        """A phrase whose noun is in no list: named if it has a capital, unnamed if it is indefinite or several."""
        opens = self.scene.sentence(self.first)[0] == self.first
        noun = self.scene.words[head]
        is_alone = len(words) == 1 and not words[0].fold.endswith("s")
        lead = next((w for w in words if w.fold not in DETERMINERS), words[0])
        is_known = self.scene.hit_at[head] is not None
        named = is_known or (noun.is_capital and (lead is not words[0] or head > self.first or is_alone or not opens))
        is_pronoun = len(words) == 1 and words[0].fold in _PRONOUNS
        numbers = [n for w in words if (n := NUMBERS.get(w.fold) or (int(w.fold) if w.fold.isdigit() else 0)) > 1]
        is_name_of_none = named and not is_pronoun and not is_given_name(words[0].text)
        reason, hidden = self._anonymity()
        plural = noun.fold.endswith("s") or bool(numbers)
        is_the = words[0].fold in (*_DEFINITE, "his", "her", "my") and not plural
        anonymous = hidden or not (named or is_pronoun or is_the) or (is_pronoun and words[0].fold in _SOME)
        return Resolution(
            actor=None,
            text=plain(self.scene, self.first, end),
            type="group" if plural or is_the or is_name_of_none else "person",
            anonymous=anonymous,
            count=numbers[0] if numbers else None,
            reason=reason,
        )
