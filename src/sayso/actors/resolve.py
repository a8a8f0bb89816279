"""Who the words of a source span are: a person, an outlet, an institution, or somebody who is not named."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Literal

from sayso.actors.complements import institution_at
from sayso.actors.descriptions import Description, find_descriptions
from sayso.actors.names import is_given_name
from sayso.actors.roles import DETERMINERS, INSTITUTIONS, MODIFIERS, NUMBERS, UNNAMED
from sayso.actors.scene import Scene
from sayso.actors.tables import depends_on_knowledge, knowledge
from sayso.actors.wording import plain, words_for
from sayso.records import Actor, Article, Mention, Record, Span

SourceType = Literal["outlet", "spokesperson", "document", "person", "group"]
_DOCUMENTS: Final = frozenset(
    "statement report letter communique document draft poll survey study memo release tweet post filing transcript testimony "
    "email cable dossier declaration resolution paper note record records documents reports statements polls emails data "
    "figures website page indictment complaint lawsuit editorial book article analysis interview remarks speech".split()
)
_ANONYMITY: Final = re.compile(
    r"(?:condition of anonymity|anonymous(?:ly)?|not to be (?:named|identified)|not be (?:named|identified|quoted)|"
    r"declin\w+ to be (?:named|identified)|request\w+ anonymity|grant\w+ anonymity|unauthori[sz]ed to speak|"
    r"not authori[sz]ed to (?:speak|talk|discuss|comment|brief)|asked for anonymity)"
    r"(?:[^.;,”\"]*?(?P<reason>\b(?:because|as|since|due to|given|citing|in order to|to)\b[^.,;”\"]+))?",
    re.IGNORECASE,
)
_UNAUTHORISED: Final = re.compile(r"\b(?:was|were|is|are)?\s*not authori[sz]ed to [^.;,”\"]+", re.IGNORECASE)
_ENDS: Final = frozenset("who whose which that speaking quoted on".split())


class Resolution(Record, frozen=True, kw_only=True):
    """A source resolved. `actor` is an actor of the article; an unnamed official's is the state he serves.

    `text` is the full name where known, else the noun with its institution (“official of the Élysée”); `institution` and
    `state` are given for unnamed persons and for institutions; `reason` is why somebody is not named.
    """

    actor: str | None
    text: str
    type: SourceType
    anonymous: bool = False
    institution: str | None = None
    state: str | None = None
    count: int | None = None
    reason: str | None = None


def resolve_span(article: Article, span: Span, actors: Sequence[Actor], mentions: Sequence[Mention]) -> Resolution:
    """The source that a span of an article's text names, describes or refers to."""
    scene, descriptions = _read(article)
    return _Resolver(scene, descriptions, span, {actor.id: actor for actor in actors}, mentions).resolve()


@lru_cache(maxsize=8)
def _read(article: Article) -> tuple[Scene, tuple[Description, ...]]:
    scene = Scene(article)
    return scene, tuple(find_descriptions(scene))


depends_on_knowledge(_read.cache_clear)


class _Resolver:
    """One span while it is resolved."""

    def __init__(
        self,
        scene: Scene,
        descriptions: tuple[Description, ...],
        span: Span,
        actors: dict[str, Actor],
        mentions: Sequence[Mention],
    ) -> None:
        self.scene, self.descriptions, self.actors = scene, descriptions, actors
        self.mentions = mentions
        self.span = span
        self.first, self.last = scene.range_of(span)
        self.inside = [m for m in mentions if m.start < span[1] and m.end > span[0]]

    def resolve(self) -> Resolution:
        if self.last <= self.first:
            return Resolution(actor=None, text=self.scene.text[self.span[0] : self.span[1]].strip(), type="person")
        description = next((d for d in self.descriptions if self.first <= d.head < self._core_end()), None)
        lead = self.inside[0] if self.inside else None
        if lead and lead.form == "pronoun" and self.scene.starts[self.first] == lead.start:
            return self._named(lead)
        if document := self._document(description):
            return document
        if description and self._leads(description, lead):
            return self._described(description)
        return self._named(lead) if lead else self._unknown()

    def _core_end(self) -> int:
        """Where the noun phrase ends that the span begins with: before a relative clause or, in an aside, a name."""
        for index in range(self.first + 1, self.last):
            if self.scene.fold(index) in _ENDS and self.scene.fold(index) not in ("on",):
                return index
        return self.last

    def _leads(self, description: Description, lead: Mention | None) -> bool:
        """Whether the role phrase is what the span begins with, not an apposition after a name."""
        if lead is None:
            return True
        start = self.scene.starts[description.head]
        actor = self.actors.get(lead.actor)
        is_named_before = lead.form in ("name", "metonym", "demonym") and lead.end <= start and actor is not None
        return not (
            is_named_before and (actor is None or actor.kind == "person" or "," in self.scene.text[lead.end : start])
        )

    # descriptions -----------------------------------------------------------------------------------------------

    def _described(self, description: Description) -> Resolution:
        person = self._person_of(description)
        if person:
            return self._named(person)
        source = self._antecedent(description) or description
        state = source.state or self._owner_state(source) or self._state_of_institution(source)
        reason, is_hidden = self._anonymity()
        kind = description.kind
        anonymous = kind in ("official", "people", "lawmaker", "expert", "soldier") or description.unnamed or is_hidden
        if kind in ("envoy", "minister", "chief", "leader"):
            is_some = description.plural or description.determiner in ("a", "an", "one")
            anonymous = is_some or description.unnamed or is_hidden
        speaker: SourceType = "spokesperson" if kind == "spokes" else "group" if description.plural else "person"
        actor = self._actor_of(description, source, state)
        return Resolution(
            actor=actor,
            text=words_for(self.scene, description, source, plain(self.scene, self.first, self._core_end())),
            type=speaker,
            anonymous=anonymous,
            institution=source.institution or self._seat_of(source),
            state=state,
            count=description.number,
            reason=reason if anonymous else None,
        )

    def _actor_of(self, description: Description, source: Description, state: str | None) -> str | None:
        if description.kind in ("official", "spokes", "minister", "chief", "envoy", "people") and state:
            if description.kind == "people" and not (source.institution or description.unnamed):
                return None
            return state
        if description.kind == "spokes":
            return source.party or source.organisation
        return None

    def _person_of(self, description: Description) -> Mention | None:
        """The named person of a role phrase: the name beside it in the span, or whom the phrase refers to."""
        starts = self.scene.starts
        ends_at = self.scene.words[description.last - 1].end
        for mention in self.inside:
            actor = self.actors.get(mention.actor)
            if not actor or actor.kind != "person":
                continue
            covers = mention.start <= starts[description.head] < mention.end
            within = (
                description.complement
                and mention.start < ends_at
                and mention.start >= starts[description.complement[0]]
            )
            if covers or (mention.form == "name" and not within):
                return mention
        for mention in self.mentions:
            if mention.start <= starts[description.head] < mention.end:
                actor = self.actors.get(mention.actor)
                return mention if actor and actor.kind == "person" else None
        return None

    def _antecedent(self, description: Description) -> Description | None:
        """The earlier unnamed person that “the official” takes up."""
        told = (
            description.state
            or description.institution
            or description.organisation
            or description.party
            or description.owner
        )
        if told or description.determiner not in ("the", "this", "that", "these", "those", "his", "her"):
            return None
        named = {
            m.start
            for m in self.mentions
            if m.form == "name" and (a := self.actors.get(m.actor)) and a.kind == "person"
        }
        for other in reversed(self.descriptions):
            follows = other.last < len(self.scene.words) and self.scene.starts[other.last] in named
            if other.head < description.head and other.noun == description.noun and not follows:
                return other
        return None

    def _owner_state(self, description: Description) -> str | None:
        """The state of a possessor (“an adviser of Prime Minister …”), whose party it is that he speaks for."""
        for first, last in filter(None, (description.owner, description.complement)):
            start, end = self.scene.span(first, last)
            for mention in self.mentions:
                actor = self.actors.get(mention.actor)
                if actor and start <= mention.start < end and actor.kind == "person":
                    return actor.speaks_for or actor.parent
                if actor and start <= mention.start < end and actor.kind == "state":
                    return actor.id
        return None

    def _state_of_institution(self, description: Description) -> str | None:
        """The state of an institution, or of an official, that the sentence or block leaves no doubt about."""
        if (
            description.organisation
            or description.party
            or description.kind not in ("official", "spokes", "minister", "chief")
        ):
            return None
        scene = self.scene
        if description.institution or description.kind in ("minister", "chief"):
            return scene.state_near(description.first)
        first, last = scene.block(description.head)
        found = {s for h in scene.hits if first <= h.first < last and (s := scene.state_of(h))}
        return next(iter(found)) if len(found) == 1 else None

    def _seat_of(self, description: Description) -> str | None:
        return None if description.state or not description.organisation else description.organisation

    # the rest ---------------------------------------------------------------------------------------------------

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

    def _named(self, mention: Mention) -> Resolution:
        actor = self.actors.get(mention.actor)
        if actor is None:
            return self._unknown()
        if actor.kind == "person":
            spokes = bool(actor.role and "spokes" in actor.role.casefold())
            state = actor.parent if actor.parent in knowledge().states else None
            return Resolution(actor=actor.id, text=actor.name, type="spokesperson" if spokes else "person", state=state)
        if actor.kind == "outlet":
            return Resolution(actor=actor.id, text=actor.name, type="outlet")
        institution = self._institution_of(mention)
        written = self.scene.text[mention.start : mention.end]
        is_phrase = mention.form == "metonym" and (" " in written or institution)
        return Resolution(
            actor=actor.id,
            text=plain(self.scene, *self.scene.range_of((mention.start, mention.end))) if is_phrase else actor.name,
            type="group",
            institution=institution,
            state=actor.id if actor.kind == "state" else None,
        )

    def _institution_of(self, mention: Mention) -> str | None:
        first, last = self.scene.range_of((mention.start, mention.end))
        for index in range(first, last):
            hit = self.scene.hit_at[index]
            if hit and (seat := hit.of("seat")):
                return seat.institution
            if slugged := institution_at(self.scene, index):
                return slugged
        return None

    def _unknown(self) -> Resolution:
        """A noun phrase that no table or pattern knows: named if it has a capital inside, else nobody in particular."""
        end = self._core_end()
        words = self.scene.words[self.first : end]
        text = plain(self.scene, self.first, end)
        named = any(w.is_capital for w in words[1:]) or (
            words[0].is_capital and self.scene.sentence(self.first)[0] != self.first
        )
        is_pronoun = len(words) == 1 and words[0].fold in (
            "they",
            "we",
            "it",
            "i",
            "you",
            "who",
            "he",
            "she",
            "some",
            "others",
            "many",
        )
        number = next((NUMBERS.get(w.fold) or (int(w.fold) if w.fold.isdigit() else None) for w in words), None)
        reason, hidden = self._anonymity()
        plural = bool(words) and (words[-1].fold.endswith("s") or number is not None)
        return Resolution(
            actor=None,
            text=text,
            type="group" if plural or (named and not is_given_name(words[0].text)) else "person",
            anonymous=hidden or not (named or is_pronoun) or text.casefold() in ("some", "others", "many"),
            count=number if number and number > 1 else None,
            reason=reason,
        )

    def _anonymity(self) -> tuple[str | None, bool]:
        """Why the source is not named, and whether the text says that it is not."""
        _, end = self.scene.span(*self.scene.sentence(self.first))
        after = self.scene.text[self.span[0] : max(end, self.span[1])]
        match = _ANONYMITY.search(after)
        if not match:
            return None, False
        reason = match["reason"] or (m[0] if (m := _UNAUTHORISED.search(after)) else None)
        return (reason.strip(" ,") if reason else None), True
