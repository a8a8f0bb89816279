"""Sources that a role describes: “an official at the Élysée”, “Merkel aides”, or “the Danish premier”, who is known."""

import re

from sayso.actors.anonymity import leaves_unnamed
from sayso.actors.descriptions import Description
from sayso.actors.phrases import DEFINITE, INDEFINITE, POSSESSIVE
from sayso.actors.source_span import Resolution, SourceSpan, SourceType
from sayso.actors.tables import knowledge
from sayso.actors.wording import plain, seat_name, words_for
from sayso.actors.words import slug
from sayso.actors.workplaces import workplace
from sayso.records import Actor, Mention


class DescribedSource(SourceSpan):
    """A source span whose noun is a role's."""

    def _is_qualifier(self, mention: Mention, description: Description) -> bool:
        """Whether a name only says whose a role is (“Merkel aides”, “the Warren campaign’s spokesman”)."""
        between = self.scene.text[mention.end : self.scene.starts[description.head]]
        is_near = not re.search(r"[,;()]", between) and 0 < len(between) < 30
        actor = self.actors.get(mention.actor)
        is_person = actor is not None and actor.kind == "person"
        return is_person and is_near and description.kind in ("official", "spokes", "expert", "people", "leader")

    def _leads(self, description: Description, lead: Mention | None) -> bool:
        """Whether the role phrase is what the span begins with, not an apposition after a name."""
        if lead is None:
            return True
        start = self.scene.starts[description.head]
        actor = self.actors.get(lead.actor)
        if self._is_qualifier(lead, description):
            return True
        is_named_before = lead.form in ("name", "metonym", "demonym") and lead.end <= start and actor is not None
        return not (
            is_named_before
            and (actor is None or actor.kind == "person" or _has_aside(self.scene.text[lead.end : start]))
        )

    def _described(self, description: Description) -> Resolution:
        person = self._person_of(description)
        if person:
            return self._named(person)
        source = self._antecedent(description) or description
        state = source.state or self._owner_state(source) or self._state_of_institution(source)
        reason, is_hidden = self._anonymity()
        kind = description.kind
        folds = [self.scene.fold(i) for i in range(self.first, self._core_end())]
        determiner = self._determiner(description, folds)
        anonymous = is_hidden or description.unnamed
        is_body = (
            description.plural and self.scene.words[description.head].is_capital and description.head > self.first + 1
        )
        if kind != "spokes" and not is_body:
            is_bare = not determiner and kind not in ("official", "people")
            anonymous |= leaves_unnamed(description.noun, determiner, folds, plural=description.plural)
            anonymous |= is_bare and kind in ("expert", "soldier") and not description.plural
        speaker: SourceType = "spokesperson" if kind == "spokes" else "group" if description.plural else "person"
        actor = self._actor_of(description, source, state)
        return Resolution(
            actor=actor,
            text=self._words(description, source),
            type=speaker,
            anonymous=anonymous,
            institution=source.institution
            or self._seat_of(source)
            or (self._workplace(description) if anonymous else None),
            state=state,
            count=description.number,
            reason=reason if anonymous else None,
        )

    def _determiner(self, description: Description, folds: list[str]) -> str:
        """The word that makes the phrase definite or not, over adjectives that no list has too (“an exiled minister”)."""
        if description.determiner:
            return description.determiner
        if folds[0] in INDEFINITE | DEFINITE | POSSESSIVE and self.first < description.head:
            return folds[0]
        return "'s" if description.owner or "'s" in folds[: description.head - self.first] else ""

    def _words(self, description: Description, source: Description) -> str:
        """How the source is called: with its known institution, else as it stands."""
        end = max(self._short_end(), description.end)
        span = plain(self.scene, self.first, end)
        is_known = (
            source is not description or seat_name(self.scene, source) or source.institution or end <= description.last
        )
        return words_for(self.scene, description, source, span) if is_known else span

    def _workplace(self, description: Description) -> str | None:
        """The slug of an institution that no table knows, where the phrase names one."""
        found = workplace(self.scene, self.first, description.head, self._core_end(), description.noun)
        return slug(self.scene.phrase(*found)) if found else None

    def _actor_of(self, description: Description, source: Description, state: str | None) -> str | None:
        owner = self._owner(source)
        if owner and owner.kind == "person" and not owner.speaks_for and not source.institution:
            return owner.id if description.kind in ("spokes", "official") else None
        if description.kind in ("official", "spokes", "minister", "chief", "envoy", "people") and state:
            if description.kind == "people" and not (source.institution or description.unnamed):
                return None
            return state
        if description.kind in ("spokes", "official") and (owner := self._owner(source)):
            return owner.speaks_for or owner.id
        return source.party or source.organisation if description.kind == "spokes" else None

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
            qualifies = mention.end <= starts[description.head] and self._is_qualifier(mention, description)
            if covers or (mention.form == "name" and not within and not qualifies):
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

    def _owner(self, description: Description) -> Actor | None:
        """The possessor of a role (“an adviser of Prime Minister …”, “Merkel aides”)."""
        spans = [self.scene.span(*r) for r in (description.owner, description.complement) if r]
        for mention in self.mentions:
            actor = self.actors.get(mention.actor)
            if actor and any(start <= mention.start < end for start, end in spans):
                return actor
            if actor and self._is_qualifier(mention, description) and mention in self.inside:
                return actor
        return None

    def _owner_state(self, description: Description) -> str | None:
        """The state of a possessor, for which or whom he speaks."""
        owner = self._owner(description)
        states = knowledge().states
        return next((i for i in (owner.id, owner.speaks_for, owner.parent) if i in states), None) if owner else None

    def _state_of_institution(self, description: Description) -> str | None:
        """The state of an institution, or of a definite official, that the sentence or block leaves no doubt about."""
        indefinite = description.plural or description.determiner in ("a", "an", "one", "some", "another", None)
        if (
            description.organisation
            or description.party
            or (indefinite and not description.institution)
            or description.kind not in ("official", "spokes", "minister", "chief")
        ):
            return None
        scene = self.scene
        if description.institution or description.kind in ("minister", "chief"):
            return scene.state_near(description.first)
        return self._only_state() if description.noun in ("official", "diplomat") else None

    def _seat_of(self, description: Description) -> str | None:
        return None if description.state or not description.organisation else description.organisation


def _has_aside(between: str) -> bool:
    """Whether a comma or dash stands between a name and a role."""
    return any(mark in between for mark in ",–—(")
