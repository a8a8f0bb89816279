"""Who the words of a source span are: a person, an outlet, an institution, or somebody who is not named."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import msgspec

from sayso.actors.antecedents import Antecedents
from sayso.actors.descriptions import Description, find_descriptions
from sayso.actors.epithets import DOCUMENT_NOUNS
from sayso.actors.lookup import outlet_named
from sayso.actors.organs import Organ, organ_at
from sayso.actors.other_sources import OtherSource
from sayso.actors.partitives import Part, part_of
from sayso.actors.phrases import NounPhrase, noun_at, phrase_at
from sayso.actors.referents import Referent
from sayso.actors.roster import is_private
from sayso.actors.scene import Scene, scene_of
from sayso.actors.source_span import Resolution
from sayso.actors.tables import knowledge
from sayso.actors.wording import plain
from sayso.records import Actor, Article, Mention, Span
from sayso.resources.own import follows_knowledge

__all__ = ["Resolution", "resolve_span"]

_MEMBERS: Final = frozenset("lawmaker deputy legislator mp parliamentarian".split())  # together: the parliament
_OF_MANY: Final = frozenset("many most some several few others".split())
_RELATIVE: Final = frozenset("who which that whom".split())


def resolve_span(article: Article, span: Span, actors: Sequence[Actor], mentions: Sequence[Mention]) -> Resolution:
    """The source that a span of an article's text names, describes or refers to."""
    scene, descriptions, meanings = _read(article)
    antecedents = meanings.of(actors, mentions)
    resolver = _Resolver(scene, descriptions, span, antecedents.actors, mentions)
    return resolver.meant(antecedents) or resolver.resolve()


class _Meanings:
    """Who is meant where in an article, read once for the mentions found in it."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.mentions: Sequence[Mention] | None = None

    def of(self, actors: Sequence[Actor], mentions: Sequence[Mention]) -> Antecedents:
        """The antecedents of the article with these mentions."""
        if self.mentions is not mentions:
            self.antecedents = Antecedents(self.scene, {actor.id: actor for actor in actors}, mentions)
            self.mentions = mentions
        return self.antecedents


@follows_knowledge
@lru_cache(maxsize=8)
def _read(article: Article) -> tuple[Scene, tuple[Description, ...], _Meanings]:
    scene = scene_of(article)
    return scene, tuple(find_descriptions(scene)), _Meanings(scene)


class _Resolver(OtherSource):
    """One span while it is resolved."""

    def meant(self, antecedents: Antecedents) -> Resolution | None:
        """The resolution of whom the words take up, if they name nobody themselves."""
        end = self._core_end()
        if self.last <= self.first:
            return None
        if outlet := self._outlet_in_name(end):
            return outlet
        phrase = self._phrase_of_span(end)
        if named := self._named_beside(phrase):
            return self._named(named)
        if self._names_somebody(phrase):
            return None
        if organ := self._organ(end, antecedents):
            return organ
        if part := part_of(self.scene, self.first, end):
            return self._part(part, antecedents)
        referent = antecedents.of(self.first, end)
        return self._of(referent, antecedents) if referent else None

    def _organ(self, end: int, antecedents: Antecedents) -> Resolution | None:
        """The organisation whose organ, members or spokesperson the words name, where it was named before."""
        organ = organ_at(self.scene, self.first, end)
        if organ is None:
            return None
        meant = self._owner_of(organ, antecedents)
        actor = self.actors.get(meant or "")
        if actor is None or not is_private(actor):
            return None
        if organ.is_voice(self.scene):
            text = f"{self.scene.fold(organ.noun)} of {actor.name}"
            return Resolution(actor=actor.id, text=text, type="spokesperson")
        return Resolution(actor=actor.id, text=actor.name, type="group")

    def _owner_of(self, organ: Organ, antecedents: Antecedents) -> str | None:
        """Whose organ words name: whom its complement takes up; for “its”, the organisation or state spoken of last."""
        if organ.owner is None:
            things = antecedents.memory.ranked(
                self.first, lambda r: 0.0 if r.kind in ("organisation", "state") else None
            )
            return next((thing.actor for _, thing in things if thing.actor), None)
        meant = antecedents.of(*organ.owner)
        named = self._within(self.scene.span(*organ.owner))
        return (meant and meant.actor) or next((m.actor for m in named if m.form == "role"), None)

    def _of(self, referent: Referent, antecedents: Antecedents) -> Resolution | None:
        """The resolution of a referent by the words that name or describe it best."""
        if referent.actor:
            mention = antecedents.names.get(referent.actor)
            return self._named(mention) if mention else None
        if referent.first == self.first:
            return None
        words = self.scene.words[referent.first : referent.last]
        if referent.kind in ("organisation", "outlet") and (words[0].is_capital and words[0].fold != "the"):
            return Resolution(actor=None, text=plain(self.scene, referent.first, referent.last), type="group")
        other = self._read_at(self.scene.span(referent.first, referent.last))
        if referent.kind == "organisation" and other.inside and other.inside[0].form == "demonym":
            return Resolution(actor=None, text=plain(self.scene, referent.first, referent.last), type="group")
        return other.meant(antecedents) or other.resolve()

    def _read_at(self, span: Span) -> "_Resolver":
        return _Resolver(self.scene, self.descriptions, span, self.actors, self.mentions)

    def _part(self, part: Part, antecedents: Antecedents) -> Resolution | None:
        """One, two or the other of several persons spoken of before, or named in the same words."""
        if part.aside:
            return msgspec.structs.replace(self._read_at(self.scene.span(*part.aside)).resolve(), count=part.size)
        group = antecedents.group(self.first, part.whole, part.number)
        whole = self._of(group, antecedents) if group else None
        if whole is None and part.whole:
            whole = self._read_at(self.scene.span(*part.whole)).resolve()
        if whole is None or whole.type == "document":
            return None
        is_one = part.size == 1
        anonymous = whole.anonymous or (is_one and whole.type == "group")
        return msgspec.structs.replace(
            whole, count=part.size or whole.count, type="person" if is_one else whole.type, anonymous=anonymous
        )

    def _phrase_of_span(self, end: int) -> NounPhrase | None:
        """The noun phrase that the span begins with."""
        found = (phrase_at(self.scene, i) for i in range(self.first, end))
        return next((p for p in found if p and self.scene.fold(p.end) != "'s"), None)

    def _named_beside(self, phrase: NounPhrase | None) -> Mention | None:
        """The person named in apposition to a role or a people's name (“the Algerian, Amar Said,”)."""
        lead = self.inside[0] if self.inside else None
        person = next((m for m in self.inside if m.form == "name" and self._is_person(m)), None)
        if person is None or person is lead:
            return None
        first, _ = self.scene.range_of((person.start, person.end))
        if lead and lead.form == "demonym" and not phrase:
            return person if self.scene.range_of((lead.start, lead.end))[1] >= first - 1 else None
        is_beside = (
            phrase and first >= phrase.end and (first == phrase.end or self.scene.fold(first - 1) in (",", "—", "–"))
        )
        is_aside = phrase and any(self.scene.fold(i) == "," for i in range(phrase.last, first)) and first > phrase.last
        return person if phrase and not phrase.plural and (is_beside or is_aside) and phrase.kind == "person" else None

    def _outlet_in_name(self, end: int) -> Resolution | None:
        """An outlet called by a common word with its article (“The Guardian”)."""
        words = self.scene.words[self.first : end]
        if len(words) < 2 or words[0].fold != "the" or not all(w.is_capital for w in words[1:]):
            return None
        known = outlet_named(self.scene.phrase(self.first, end))
        return Resolution(actor=known, text=knowledge().outlets[known].name, type="outlet") if known else None

    def _names_somebody(self, phrase: NounPhrase | None) -> bool:
        """Whether a name in the span is the source's own, not one of his institution or of whom he serves."""
        aside = self._short_end()
        for mention in self.inside:
            first, last = self.scene.range_of((mention.start, mention.end))
            if first > aside and not self._is_person(mention):
                continue  # “the minutes, published by NRC,”
            is_part = phrase and (last <= phrase.head or phrase.end < first < phrase.last)
            if mention.form == "metonym" and last == aside and self.scene.words[last - 1].is_capital:
                return True  # “the Kremlin”
            if mention.form == "name" and not (is_part and self.scene.fold(last) != ","):
                return True
        return False

    def resolve(self) -> Resolution:
        """The resolution of the words by themselves."""
        if self.last <= self.first:
            return Resolution(actor=None, text=self.scene.text[self.span[0] : self.span[1]].strip(), type="person")
        lead = self.inside[0] if self.inside else None
        after = self._after_possessor(lead) if lead else self.first
        description = self._description(after)
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
        return self._named(lead) if lead and not (self._is_of_many() or self._is_workplace(lead)) else self._unknown()

    def _is_workplace(self, lead: Mention) -> bool:
        """Whether an organisation that is no body of states only says where somebody works (“an engineer with Acme”)."""
        actor = self.actors.get(lead.actor)
        if not actor or not is_private(actor):
            return False
        phrase = self._phrase_of_span(self._core_end())
        start = self.scene.range_of((lead.start, lead.end))[0]
        return phrase is not None and phrase.kind == "person" and phrase.head < start

    def _is_of_many(self) -> bool:
        """Whether a name only says of what place or body the speakers are some (“many in Hong Kong”)."""
        return self.scene.fold(self.first) in _OF_MANY and self.scene.fold(self.first + 1) in (
            "in",
            "of",
            "at",
            "from",
            "among",
        )

    def _description(self, after: int) -> Description | None:
        """The first role phrase of the span whose noun does not stand before a word."""
        place = bisect_left(self.descriptions, after, key=lambda d: d.head)
        found = self.descriptions[place] if place < len(self.descriptions) else None
        return found if found and found.head < self._core_end() else None

    def _document(self, description: Description | None) -> Resolution | None:
        scene = self.scene
        end = self._short_end()
        nouns = (i for i in range(self.first, end) if scene.fold(i) in DOCUMENT_NOUNS and not scene.hit_at[i])
        heads = [i for i in nouns if (noun := noun_at(scene, i)) and noun[0] in ("document", "outlet")]
        is_author = description is not None and self.scene.fold(description.end) in ("'s", "'")
        if not heads or (description and description.head < heads[0] and not is_author):
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
