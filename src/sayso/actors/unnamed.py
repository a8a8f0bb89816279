"""Sources that a role describes: “an official at the Élysée”, “Merkel aides”, or “the Danish premier”, who is known."""

import re
from typing import Final

from sayso.actors.anonymity import leaves_unnamed
from sayso.actors.descriptions import Description
from sayso.actors.phrases import DEFINITE, INDEFINITE, POSSESSIVE
from sayso.actors.roles import NUMBERS
from sayso.actors.source_span import Resolution, SourceSpan, SourceType
from sayso.actors.tables import knowledge
from sayso.actors.wording import plain, seat_name, words_for
from sayso.actors.words import slug
from sayso.actors.workplaces import workplace
from sayso.records import Actor, Mention

_COUNTED: Final = DEFINITE | NUMBERS.keys() | {"a", "an", "several", "some"}


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
        state = description.state or self._owner_state(description) or self._state_of_institution(description)
        reason, is_hidden = self._anonymity()
        anonymous = is_hidden or description.unnamed or self._is_anonymous(description)
        own = description.institution or self._seat_of(description)
        place = self._workplace(description) if anonymous and not own else None
        many: SourceType = "group" if description.plural else "person"
        return Resolution(
            actor=self._actor_of(description, state),
            text=self._words(description, place),
            type="spokesperson" if description.kind == "spokes" else many,
            anonymous=anonymous,
            institution=own or place,
            state=state,
            count=description.number,
            reason=reason if anonymous else None,
        )

    def _is_anonymous(self, description: Description) -> bool:
        """Whether the role is not one that a single person holds, as a spokesman's or an institution's head's is."""
        if description.kind == "spokes" or self._is_body(description):
            return False
        folds = [self.scene.fold(i) for i in range(self.first, self._core_end())]
        determiner = self._determiner(description, folds)
        if not determiner and description.kind in ("expert", "soldier") and not description.plural:
            return True
        return leaves_unnamed(description.noun, determiner, folds, plural=description.plural)

    def _is_body(self, description: Description) -> bool:
        """Whether capitals name a body by its members (“the Joint Chiefs of Staff”)."""
        is_capital = self.scene.words[description.head].is_capital
        return description.plural and is_capital and description.head > self.first + 1

    def _determiner(self, description: Description, folds: list[str]) -> str:
        """The word that makes the phrase definite or not, over adjectives that no list has too (“an exiled minister”)."""
        if description.determiner:
            return description.determiner
        if folds[0] in INDEFINITE | DEFINITE | POSSESSIVE and self.first < description.head:
            return folds[0]
        return "'s" if description.owner or "'s" in folds[: description.head - self.first] else ""

    def _words(self, description: Description, place: str | None) -> str:
        """How the source is called: with its known institution, else as it stands, without its number."""
        end = max(self._short_end(), description.end)
        span = plain(self.scene, self.first, end)
        if description.kind == "people" or seat_name(self.scene, description) or description.institution:
            return words_for(self.scene, description, span)
        is_placed = description.complement is not None and self.scene.fold(description.complement[0] - 1) == "in"
        if place or is_placed or end > description.last:
            first = self.first
            while first < description.head and self.scene.fold(first) in _COUNTED:
                first += 1
            return plain(self.scene, first, end)
        return words_for(self.scene, description, span)

    def _workplace(self, description: Description) -> str | None:
        """The slug of an institution that no table knows, where the phrase names one."""
        found = workplace(self.scene, self.first, description.head, self._core_end(), description.noun)
        return slug(self.scene.phrase(*found)) if found else None

    def _actor_of(self, description: Description, state: str | None) -> str | None:
        owner, kind = self._owner(description), description.kind
        if owner and owner.kind == "person" and not owner.speaks_for and not description.institution:
            return owner.id if kind in ("spokes", "official") else None
        if kind in ("official", "spokes", "minister", "chief", "envoy", "people") and state:
            is_vague = kind == "people" and not (description.institution or description.unnamed)
            return None if is_vague else state
        if kind in ("spokes", "official") and owner:
            return owner.speaks_for or owner.id
        return description.party or description.organisation if kind == "spokes" else None

    def _person_of(self, description: Description) -> Mention | None:
        """The named person of a role phrase: the name beside it in the span, or whom the phrase refers to."""
        for mention in self.inside:
            if self._is_person(mention) and self._is_his_name(mention, description):
                return mention
        covering = self._covering(self.scene.starts[description.head])
        return covering if covering and self._is_person(covering) else None

    def _is_his_name(self, mention: Mention, description: Description) -> bool:
        """Whether a name in the span is that of whom the role describes, not of whom he serves."""
        starts = self.scene.starts
        if mention.start <= starts[description.head] < mention.end:
            return True
        if mention.form != "name":
            return False
        place = description.complement
        ends_at = self.scene.words[description.last - 1].end
        is_within = place is not None and starts[place[0]] <= mention.start < ends_at
        is_owner = mention.end <= starts[description.head] and self._is_qualifier(mention, description)
        return not is_within and not is_owner

    def _owner(self, description: Description) -> Actor | None:
        """The possessor of a role (“an adviser of Prime Minister …”, “Merkel aides”)."""
        spans = [self.scene.span(*r) for r in (description.owner, description.complement) if r]
        for mention in [m for span in sorted(spans) for m in self._within(span)]:
            if actor := self.actors.get(mention.actor):
                return actor
        for mention in self.inside:
            if self._is_qualifier(mention, description):
                return self.actors.get(mention.actor)
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
