"""Whose office a role phrase without a name means where it tells no state: “the prime minister”, “his successor”."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from sayso.actors.coreference import PRONOUNS, Salience
from sayso.actors.descriptions import Description
from sayso.actors.gazetteer import Hit
from sayso.actors.holders import LEADERS, holder_after, last_holder, office_holder
from sayso.actors.people import Cast
from sayso.actors.person import Person
from sayso.actors.roles import GENDERED, OUSTED, office_of
from sayso.actors.scene import Scene
from sayso.actors.tables import HolderRow

_OF_STATES: Final = frozenset("president prime foreign defence finance monarch".split())
_BRIDGED: Final = ("minister", "envoy", "lawmaker", "official", "leader")
_NOT_BRIDGED: Final = frozenset(
    "leader head chief boss presidency adviser advisor aide official counterpart candidate nominee".split()
)
_NEAR_HEAD: Final = 2
_FINITE: Final = frozenset(
    "is was has had said says told will would met called did made took wants went put spoke".split()
)
_MEETING: Final = frozenset("met meet meets visited received told urged thanked telephoned asked".split())
_SUCCESSION: Final = {"successor": 1, "predecessor": -1}
_SENTENCES_BACK: Final = 3


class Offices:
    """The role phrases of an article by whom they mean, by the tables and by who was named without a role."""

    def __init__(self, scene: Scene, cast: Cast, salience: Salience) -> None:
        self.scene, self.cast, self.salience = scene, cast, salience

    def owned(self, description: Description, resolved: dict[int, Person]) -> Description:
        """“His foreign minister” as the foreign minister of the state of the person meant."""
        if description.determiner not in PRONOUNS or description.state or description.noun == "counterpart":
            return description
        owner = self._antecedent(description.first, resolved)
        if owner is None or not owner.state or office_of(description.role, description.noun) not in _OF_STATES:
            return description
        return description._replace(state=owner.state, determiner="the")

    def counterpart(self, description: Description, resolved: dict[int, Person]) -> Person | None:
        """“His counterpart”: who has the same office in the other state that the article is about."""
        if description.noun != "counterpart" or description.state or description.determiner not in PRONOUNS:
            return None
        owner = self._antecedent(description.first, resolved)
        office = owner.holder.office if owner and owner.holder else None
        if owner is None or office is None:
            return None
        others = [p for p in self.cast.people if p.holder and p.in_office and p.state and p.state != owner.state]
        fitting = [
            p for p in others if p.holder and (p.holder.office == office or {p.holder.office, office} <= LEADERS)
        ]
        before = [p for first, p in self.salience.places if first < description.first and p in fitting]
        return before[-1] if before else (fitting[0] if len(fitting) == 1 else None)

    def holder(self, description: Description) -> HolderRow | None:
        """Who had an office on the article's day in the state that the passage is about."""
        scene = self.scene
        if self._determiner(description) != "the" or description.complement or description.state or scene.day is None:
            return None
        if (
            office_of(description.role, description.noun) not in _OF_STATES
            or description.organisation
            or description.party
        ):
            return None
        if scene.fold(description.end) in ("of", "for", "at", "-") or description.owner:
            return None
        if office_of(description.role, description.noun) == "monarch" and description.noun == "pope":
            return None
        if (row := self._ousted(description)) or description.former:
            return row
        acting = self._met(description.first)
        for state in self._states(description.first):
            row = office_holder(description._replace(state=state), scene.day) if state not in acting else None
            if row:
                return row
        return None

    def _determiner(self, description: Description) -> str:
        """The determiner, over “ousted”."""
        is_ousted = self.scene.fold(description.head - 1) in OUSTED
        return self.scene.fold(description.head - 2) if is_ousted else description.determiner

    def _ousted(self, description: Description) -> HolderRow | None:
        """The last holder of an office, in the state that the article is about, as “the ousted president”."""
        scene = self.scene
        if scene.fold(description.head - 1) not in OUSTED or scene.day is None or not self._by_name:
            return None
        state, before = self._by_name.most_common(1)[0][0], f"{int(scene.day[:4]) - 1}{scene.day[4:]}"
        now = office_holder(description._replace(state=state), scene.day)
        return last_holder(state, description, before, scene.day) or now

    def _met(self, index: int) -> set[str]:
        """The states of whom a sentence names as meeting or asking somebody else (“the envoy’s minister met the president”)."""
        scene = self.scene
        if scene.fold(index - 1) not in _MEETING:
            return set()
        start, _ = scene.sentence(index)
        return {p.state for first, p in self.salience.places if start <= first < index and p.state}

    def _states(self, index: int) -> Iterator[str]:
        """The states that a passage may be about: one by its chamber, the nearest, then the one that the article is about."""
        scene = self.scene
        start, end = scene.sentence(index)
        seats = (h.of("seat") for h in scene.hits if start <= h.first < end)
        yield from (seat.id for seat in seats if seat and seat.id in scene.counted)
        for near in (self._topic(index), scene.state_near(index)):
            if near and not (near == "BEL" and self.is_only_brussels) and near in self._named:
                yield near
        yield from (state for state, _ in self._by_name.most_common(1))

    def _topic(self, index: int) -> str | None:
        """The state at the head of the sentence before, for a phrase in a sentence that names none."""
        scene = self.scene
        number = scene.sentence_number(index)
        if number == 0 or any(scene.state_of(h) for h in self._hits_in(number)):
            return None
        start = scene.sentences[number - 1][0]
        heads = (h for h in self._hits_in(number - 1) if h.first - start < _NEAR_HEAD)
        return next((state for h in heads if (state := scene.state_of(h) or scene.state_of_person(h))), None)

    def _hits_in(self, number: int) -> list[Hit]:
        first, last = self.scene.sentences[number]
        return [h for h in self.scene.hits if first <= h.first < last]

    @cached_property
    def _named(self) -> frozenset[str]:
        """The states named, and those of office-holders named in full; of cities none."""
        people = (self.scene.state_of_person(h) for h in self.scene.hits)
        return frozenset(self._by_name) | {state for state in people if state}

    @cached_property
    def _by_name(self) -> Counter[str]:
        """How often each state is named, cities left aside."""
        named = (s for h in self.scene.hits if not h.of("city") and (s := self.scene.state_of(h)))
        return Counter(named)

    @cached_property
    def is_only_brussels(self) -> bool:
        """Whether Belgium is named by its capital alone."""
        hits = (h for h in self.scene.hits if self.scene.state_of(h) == "BEL")
        return all(self.scene.fold(h.first) == "brussels" for h in hits)

    def bridged(self, description: Description) -> Person | None:
        """The one person named just before without a role, or at the head of the next sentence (“Name said. The minister …”)."""
        is_opposition = description.role.casefold().startswith("opposition")
        is_told = bool(description.state or description.organisation or description.party)
        is_vague = description.noun in _NOT_BRIDGED and not (is_told or is_opposition)
        is_never = is_vague or description.noun in (
            "nominee",
            "candidate",
            "counterpart",
            "presidency",
            "aide",
            "adviser",
        )
        if description.kind not in _BRIDGED or is_never or description.determiner != "the" or description.owner:
            return None
        if description.complement and description.kind in ("lawmaker", "envoy") and description.role.islower():
            return self._next_named(description)
        inner = range(description.first + 1, description.end)
        if description.complement or any(self._is_other_name(i) for i in inner):
            return None
        start = self._clause_start(description.head)
        number = self.scene.sentence_number(description.head) - (1 if is_told else _SENTENCES_BACK)
        before = self._without_role(self.scene.sentences[max(0, number)][0], start, description)
        before = [p for p in before if not (description.state and p.state) or p.state == description.state]
        if len(before) == 1:
            return before[0]
        return None if before or is_told else self._next_named(description)

    def _is_other_name(self, index: int) -> bool:
        """Whether a word is a capital of no name of the tables (“the Vermont senator”)."""
        hit = self.scene.hit_at[index]
        return self.scene.words[index].is_capital and (hit is None or hit.of("city") is not None)

    def _clause_start(self, index: int) -> int:
        """Where the sentence around a word begins, or its part behind a semicolon."""
        start, _ = self.scene.sentence(index)
        return next((i for i in range(index, start, -1) if self.scene.fold(i) == ";"), start)

    def countrymen(self) -> Iterator[tuple[int, int, Person]]:
        """“The Pole” before a verb: words [first, last) and the person of that state who was named last before."""
        scene = self.scene
        for hit in scene.hits:
            land = hit.of("people", "adjective")
            if land is None or hit.last - hit.first > 1 or scene.fold(hit.first - 1) != "the":
                continue
            after = scene.fold(hit.last)
            is_verb = after in _FINITE or (after.endswith("ed") and len(after) > 4)
            if not is_verb or scene.fold(hit.first).endswith(("s", "sh", "ch", "ese")):
                continue
            earliest = scene.sentences[max(0, scene.sentence_number(hit.first) - 2)][0]
            before = [p for i, p in self.salience.places if earliest <= i < hit.first and p.state == land.id]
            if before:
                yield hit.first - 1, hit.last, before[-1]

    def _next_named(self, description: Description) -> Person | None:
        """Who is named without a role as the first of the next sentence."""
        _, end = self.scene.sentence(description.head)
        return next(iter(self._without_role(end, end + 1, description)), None)

    def _without_role(self, first: int, last: int, description: Description) -> list[Person]:
        gender = GENDERED.get(description.noun)
        named = (p for i, (_, p) in sorted(self.cast.named.items()) if first <= i < last)
        fitting = (p for p in named if p.kind is None and not p.description and not (p.holder and p.in_office))
        return list(dict.fromkeys(p for p in fitting if gender is None or p.gender in (gender, None)))

    def succession(self, resolved: dict[int, Person]) -> Iterator[tuple[int, int, str]]:
        """“His successor” after the holder of an office: words [first, last) and the name of who came next."""
        for index, word in enumerate(self.scene.words):
            if word.fold not in _SUCCESSION or self.scene.fold(index - 1) not in PRONOUNS:
                continue
            owner = self._antecedent(index - 1, resolved)
            row = owner.holder if owner else None
            day = self.scene.day
            if row and day and (other := holder_after(row, _SUCCESSION[word.fold], day)):
                yield index - 1, index + 1, other.name

    def _antecedent(self, index: int, resolved: dict[int, Person]) -> Person | None:
        """Whom a possessive means; the last person named, if the pronoun tells no other."""
        if found := self.salience.pronoun(index, resolved):
            return found
        gender = PRONOUNS[self.scene.fold(index)]
        start, _ = self.scene.sentence(index)
        near = [p for i, (_, p) in sorted(self.cast.named.items()) if start <= i < index and p.gender in (gender, None)]
        return near[-1] if near else None
