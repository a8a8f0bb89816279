"""Who the words of a source span are: a person, an outlet, an institution, or somebody who is not named."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from sayso.actors.complements import institution_at
from sayso.actors.descriptions import Description, find_descriptions
from sayso.actors.names import is_given_name
from sayso.actors.roles import INSTITUTIONS, NUMBERS
from sayso.actors.scene import Scene
from sayso.actors.source_span import Resolution
from sayso.actors.tables import depends_on_knowledge
from sayso.actors.unnamed import DescribedSource
from sayso.actors.wording import plain
from sayso.records import Actor, Article, Mention, Span

__all__ = ["Resolution", "resolve_span"]

_DOCUMENTS: Final = frozenset(
    "statement report letter communique document draft poll survey study memo release tweet post filing transcript testimony "
    "email cable dossier declaration resolution paper note record records documents reports statements polls emails data "
    "figures website page indictment complaint lawsuit editorial book article analysis "
    "interview remarks speech ruling verdict brief order".split()
)
_MEMBERS: Final = frozenset("lawmaker deputy legislator mp parliamentarian".split())  # together: the parliament
_RELATIVE: Final = frozenset("who which that whom".split())
_PRONOUNS: Final = frozenset(
    "they we it i you who which that he she this these those some others many one us me them him her nobody everyone everybody "
    "all none anyone".split()
)
_SOME: Final = frozenset("some others many one".split())


def resolve_span(article: Article, span: Span, actors: Sequence[Actor], mentions: Sequence[Mention]) -> Resolution:
    """The source that a span of an article's text names, describes or refers to."""
    scene, descriptions = _read(article)
    return _Resolver(scene, descriptions, span, {actor.id: actor for actor in actors}, mentions).resolve()


@lru_cache(maxsize=8)
def _read(article: Article) -> tuple[Scene, tuple[Description, ...]]:
    scene = Scene(article)
    return scene, tuple(find_descriptions(scene))


depends_on_knowledge(_read.cache_clear)


class _Resolver(DescribedSource):
    """One span while it is resolved."""

    def resolve(self) -> Resolution:
        if self.last <= self.first:
            return Resolution(actor=None, text=self.scene.text[self.span[0] : self.span[1]].strip(), type="person")
        lead = self.inside[0] if self.inside else None
        after = self._after_possessor(lead) if lead else self.first
        description = next((d for d in self.descriptions if after <= d.head < self._core_end()), None)
        if lead and after > self.first and (named := self._name_at(after)):
            return self._named(named)
        if lead and lead.form == "pronoun" and self.last - self.first == 1:
            return self._named(lead)
        if self.scene.fold(self.first) in _RELATIVE and (before := self._just_before()):
            return self._named(before)
        if document := self._document(description):
            return document
        if lead and description and lead.form == "metonym" and description.noun in _MEMBERS and not description.number:
            return self._named(lead)
        if description and self._leads(description, lead):
            return self._described(description)
        return self._named(lead) if lead else self._unknown()

    def _document(self, description: Description | None) -> Resolution | None:
        scene = self.scene
        end = self._core_end()
        heads = [i for i in range(self.first, end) if scene.fold(i) in _DOCUMENTS and not scene.hit_at[i]]
        if not heads or (description and description.head < heads[0]):
            return None
        head = heads[0]
        before = scene.phrase(self.first, head)
        lead = self.inside[0] if self.inside else None
        owner = self.actors.get(lead.actor) if lead else None
        if (
            owner
            and owner.kind == "person"
            and scene.fold(head) in ("statement", "remarks", "speech", "interview", "tweet", "post")
        ):
            return self._named(lead) if lead else None
        seat = self._institution_of(lead) if lead else None
        text = plain(self.scene, self.first, end) if before else scene.phrase(head, end)
        return Resolution(
            actor=lead.actor if lead else None,
            text=text,
            type="document",
            institution=seat,
            state=owner.id if owner and owner.kind == "state" else None,
        )

    def _unknown(self) -> Resolution:
        """A noun phrase that no table or pattern knows: named if it has a capital inside, else nobody in particular."""
        end = self._core_end()
        words = self.scene.words[self.first : end]
        institution = institution_at(self.scene, end - 1)
        if institution or words[-1].fold in INSTITUTIONS:
            state = self._only_state() if institution and len(words) < 3 else None
            return Resolution(
                actor=state,
                text=plain(self.scene, self.first, end),
                type="group",
                institution=institution if len(words) < 3 else None,
                state=state,
            )
        opens = self.scene.sentence(self.first)[0] == self.first
        is_alone = len(words) == 1 and not words[0].fold.endswith("s")
        named = any(w.is_capital for w in words[1:]) or (words[0].is_capital and (is_alone or not opens))
        is_pronoun = len(words) == 1 and words[0].fold in _PRONOUNS
        numbers = [n for w in words if (n := NUMBERS.get(w.fold) or (int(w.fold) if w.fold.isdigit() else 0)) > 1]
        is_name_of_none = named and not is_pronoun and not is_given_name(words[0].text)
        reason, hidden = self._anonymity()
        plural = words[-1].fold.endswith("s") or bool(numbers)
        is_the = words[0].fold in ("the", "this", "that", "its", "their") and not plural
        return Resolution(
            actor=None,
            text=plain(self.scene, self.first, end),
            type="group" if plural or is_the or is_name_of_none else "person",
            anonymous=hidden or not (named or is_pronoun or is_the) or (is_pronoun and words[0].fold in _SOME),
            count=numbers[0] if numbers else None,
            reason=reason,
        )
