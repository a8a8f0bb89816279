"""What “the company”, “the bank”, “the report”, “the paper” mean."""

from typing import Final

from sayso.actors.discourse import Discourse
from sayso.actors.epithets import GENERIC_COMPANY, OUTLETS
from sayso.actors.phrases import NounPhrase
from sayso.actors.referents import Referent

_GENERAL: Final = frozenset("document text paper documents papers note file".split())
_OCCASIONS: Final = frozenset("interview speech order remarks appeal plan deal".split())
_STATE_NOUNS: Final = frozenset("country state republic kingdom nation".split())
_FIXED: Final = frozenset(
    "ministry court government parliament police army navy embassy palace cabinet senate assembly prison hospital school "
    "university town city county province village prosecution household family jury side".split()
)  # organisations that are meant only by their own noun


class ThingsMeant(Discourse):
    """Organisations, outlets and documents taken up by a noun."""

    def document(self, phrase: NounPhrase) -> Referent | None:
        """The document that “the report”, “the document” takes up; “the paper” may be an outlet."""
        if not phrase.is_definite:
            return None
        ranked = self.memory.ranked(
            phrase.first, lambda r: 0.0 if r.kind == "document" and not r.nouns & _OCCASIONS else None
        )
        same = [r for _, r in ranked if phrase.noun in r.nouns]
        if same:
            return same[0]
        if phrase.noun in OUTLETS and (outlet := self.organisation(phrase)):
            return outlet
        is_general = phrase.noun in _GENERAL and phrase.last == phrase.end
        return ranked[0][1] if ranked and is_general else None

    def organisation(self, phrase: NounPhrase) -> Referent | None:
        """The organisation, state or outlet that a noun takes up: one whose name has it, else the one spoken of last."""
        if not phrase.is_definite or phrase.plural or phrase.last > phrase.end or phrase.head - phrase.first > 2:
            return None
        noun = phrase.noun
        wanted = ("outlet", "organisation") if noun in OUTLETS else ("organisation", "state")
        ranked = [r for _, r in self.memory.ranked(phrase.first, lambda r: 0.0 if r.kind in wanted else None)]
        if noun in OUTLETS:
            ranked.sort(key=lambda r: r.kind != "outlet")
        same = [r for r in ranked if noun in r.words]
        if same and noun not in OUTLETS:
            return same[-1] if len({id(r) for r in same}) == 1 else same[0]
        if noun in _STATE_NOUNS:
            return next((r for r in ranked if r.kind == "state"), None)
        if noun in _FIXED or (noun == "party" and not same):
            return None
        free = [r for r in ranked if r.kind != "state" and self._may_be(noun, r)]
        return free[0] if free else None

    def _may_be(self, noun: str, referent: Referent) -> bool:
        """Whether an organisation of some name may be called by a noun: not a bank for a club."""
        if referent.nouns and noun not in referent.nouns:
            return noun in GENERIC_COMPANY and bool(referent.nouns & GENERIC_COMPANY)
        actor = self.actors.get(referent.actor or "")
        return not (actor and actor.kind == "party")
