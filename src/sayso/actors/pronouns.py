"""Whom “he”, “she”, “they” and “it” mean, and who says a quotation."""

from typing import Final

from sayso.actors.discourse import PRONOUNS, Discourse
from sayso.actors.phrases import CLOSED, NounPhrase
from sayso.actors.referents import Referent
from sayso.actors.salience import GOVERNED, SAME_VOICE

_OTHER_VOICE: Final = -3.0  # what somebody named only in a quotation loses for “he” outside it
VOICES: Final = frozenset(
    "lawyer attorney solicitor barrister counsel spokesman spokeswoman spokesperson agent doctor".split()
)


class Pronouns(Discourse):
    """Pronouns by gender, number, and who stands out most before them."""

    def pronoun(self, index: int) -> None:
        """Remember whom a pronoun means."""
        referent = self.meant(index, PRONOUNS[self.scene.fold(index)])
        if referent:
            is_own = self.scene.fold(index) == "his" or (self.scene.fold(index) == "her" and self._owns(index))
            self.keep(index, index + 1, referent, weight=GOVERNED if is_own else None)

    def _owns(self, index: int) -> bool:
        """Whether “her” stands before a noun."""
        after = self.scene.words[index + 1] if index + 1 < len(self.scene.words) else None
        return bool(after and after.is_word and after.fold not in CLOSED)

    def meant(self, index: int, gender: str) -> Referent | None:
        """Whom a pronoun means: m, f, p for several, n for a thing."""
        if gender == "n":
            ranked = self.memory.ranked(index, _as_thing)
        elif gender == "p":
            ranked = self.memory.ranked(index, _as_several)
        else:
            is_quoted = self.scene.quoted[index]
            away = {id(self.speaker_of(index))} if is_quoted else self.named_in_words(index)
            ranked = self.memory.ranked(
                index,
                lambda r: None if id(r) in away else as_one(r, gender),
                quoted=SAME_VOICE if is_quoted else _OTHER_VOICE,
            )
        if not ranked:
            return None
        best = ranked[0][1]
        if best.owner and best.nouns & VOICES and gender in ("m", "f") and self._is_reported(best, index):
            best = best.owner.whole if as_one(best.owner.whole, gender) is not None else best
        if gender in ("m", "f") and (best.gender is None or best.is_guess):
            best.gender, best.is_guess = gender, False
        return best

    def _is_reported(self, voice: Referent, index: int) -> bool:
        """Whether a word stands in what somebody's lawyer or spokesman says in the same sentence."""
        first, _ = self.scene.sentence(index)
        before = [o for o in self.memory.before(index) if o.first >= first and o.speaks and not o.quoted]
        return bool(before) and before[-1].referent.whole is voice and self.scene.fold(index) not in ("his", "him")

    def speaker_of(self, index: int) -> Referent | None:
        """Who says the quotation that a word stands in: who speaks next outside it in the paragraph, else who spoke before."""
        block = self.scene.block_number(index)
        number = self.scene.sentence_number(index)
        for occurrence in self.memory.after(index):
            if (
                self.scene.sentence_number(occurrence.first) > number + 1
                or self.scene.block_number(occurrence.first) != block
            ):
                break
            if occurrence.speaks and not occurrence.quoted:
                return occurrence.referent.whole
        for occurrence in reversed(self.memory.before(index)):
            if occurrence.speaks and not occurrence.quoted and occurrence.referent.kind in ("person", "group"):
                return occurrence.referent.whole
        return None

    def owner_of(self, phrase: NounPhrase) -> Referent | None:
        """Whose somebody is: of a pronoun before his role, or of a name with “’s”."""
        if phrase.determiner in ("his", "her"):
            return self.meant(phrase.first, "m" if phrase.determiner == "his" else "f")
        if phrase.owner and (found := self.memory.at(*phrase.owner)):
            return found.referent.whole
        return None


def _as_thing(referent: Referent) -> float | None:
    if referent.kind in ("organisation", "document", "outlet", "state") and not referent.plural:
        return {"state": -0.4, "outlet": 0.0}.get(referent.kind, 0.2)
    return None


def _as_several(referent: Referent) -> float | None:
    if referent.plural:
        return 0.6 if referent.kind == "group" else 0.0
    return -0.4 if referent.kind == "organisation" else None


def as_one(referent: Referent, gender: str) -> float | None:
    """What speaks for a person whom he or she may mean; None if not possible."""
    if referent.kind != "person" or referent.plural:
        return None
    if referent.gender is None:
        return -0.3
    if referent.gender == gender:
        return -0.1 if referent.is_guess else 0.3
    return -0.8 if referent.is_guess else None
