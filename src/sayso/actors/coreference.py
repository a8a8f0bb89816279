"""Who is meant by “the Swedish premier”, “the alliance’s chief”, “he”: a description's or pronoun's person."""

from typing import Final

from sayso.actors.descriptions import Description
from sayso.actors.people import Cast
from sayso.actors.person import Person
from sayso.actors.roles import office_of, role_of
from sayso.actors.scene import Scene
from sayso.actors.tables import knowledge

PRONOUNS: Final[dict[str, str]] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
_RELATIVES: Final = {
    "m": frozenset(
        "husband son father brother grandfather uncle nephew boyfriend man boy predecessor successor".split()
    ),
    "f": frozenset(
        "wife daughter mother sister grandmother aunt niece girlfriend woman girl predecessor successor".split()
    ),
}
_SUBJECT_VERBS: Final = frozenset(
    "said says told tells added wrote writes warned argued insisted announced has had is was will would did does".split()
)
_TELLING: Final = frozenset("said says told tells that argued insisted claimed warned".split())
_LANDS: Final = {
    "frenchman": "FRA", "frenchwoman": "FRA", "irishman": "IRL", "irishwoman": "IRL", "dutchman": "NLD",
    "dutchwoman": "NLD", "englishman": "GBR", "englishwoman": "GBR", "scotsman": "GBR", "welshman": "GBR",
}  # fmt: skip
_DEALINGS: Final = frozenset("talks meeting meetings talk met meet call conversation deal agreement spoken".split())
_ENVOYS: Final = frozenset("ambassador envoy representative".split())


class Salience:
    """The persons of a scene by where they are named, for what refers back to them."""

    def __init__(self, scene: Scene, cast: Cast) -> None:
        self.scene, self.cast = scene, cast
        self.places: list[tuple[int, Person]] = [(first, person) for first, (_, person) in sorted(cast.named.items())]

    def described(self, description: Description) -> Person | None:
        """The person of the article whose role a phrase without a name gives."""
        office = office_of(description.role, description.noun)
        state, organisation, party = self._place(description)
        told = state or organisation or party
        fitting = [
            p for p in self.cast.people
            if _holds(p, office, description)
            and (not state or p.state == state)
            and (not organisation or p.organisation == organisation)
            and (not party or p.party == party)
        ]  # fmt: skip
        if not fitting:
            return None
        if told and len(fitting) == 1:
            return fitting[0]
        if not told:
            fitting = self._not_acting(description, fitting)
        if not told and len(fitting) > 1:
            near = self._state_among(description.first, {p.state for p in fitting if p.state})
            fitting = [p for p in fitting if near and p.state == near] or fitting
        before = [p for first, p in self.places if first < description.first and p in fitting]
        return before[-1] if before else (fitting[0] if told else None)

    def _not_acting(self, description: Description, people: list[Person]) -> list[Person]:
        """Without those of whose words a clause tells (“the Frenchman had said the president …”), unless none is left."""
        start, _ = self.scene.sentence(description.head)
        said = next((i for i in range(description.first - 1, start, -1) if self.scene.fold(i) in _TELLING), None)
        if said is None or said < description.first - 2:
            return people
        acting = {id(p) for first, p in self.places if start <= first < said}
        lands = {_LANDS.get(self.scene.fold(i), "") for i in range(start, said)}
        lands |= {e.id for h in self.scene.hits if start <= h.first < said and (e := h.of("people"))}
        return [p for p in people if id(p) not in acting and p.state not in lands] or people

    def _state_among(self, index: int, states: set[str]) -> str | None:
        for hit in reversed([h for h in self.scene.hits if h.first < index]):
            if (state := self.scene.state_of(hit)) in states:
                return state
        return None

    def _place(self, description: Description) -> tuple[str | None, str | None, str | None]:
        organisation = description.organisation or self.cast.organisation_of(description)
        state = description.state
        if not state and not organisation and description.determiner in ("its", "their"):
            state = self.scene.state_near(description.first)
        if not state and description.owner:
            owner = self.owner(description)
            state = owner.state if owner else None
        return state, organisation, description.party

    def owner(self, description: Description) -> Person | None:
        """The person to whom an unnamed role belongs (“Orban’s spokesman”, “an adviser of Prime Minister …”)."""
        for first, last in filter(None, (description.owner, description.complement)):
            for index in range(first, last):
                if index in self.cast.named:
                    return self.cast.named[index][1]
        return None

    def pronoun(self, index: int, resolved: dict[int, Person]) -> Person | None:
        """The person whom he or she at a word refers to: the subject of this sentence so far, or of the one before."""
        scene = self.scene
        gender = PRONOUNS[scene.fold(index)]
        if scene.quoted[index]:
            return None
        number = scene.sentence_number(index)
        block = scene.block_number(index)
        first, _ = scene.sentences[number]
        if self._other_person(first, index, gender):
            return None
        here = self._candidates(first, index, gender, resolved)
        is_object = scene.fold(index) == "him" and (
            scene.fold(index - 1) not in ("with", "behind", "before", "after") or scene.fold(index - 2) in _DEALINGS
        )
        acting = here[-1][1] if is_object and here else None
        here = [c for c in here if c[1] is not acting]
        if here:
            return here[0][1] if len({id(p) for _, p in here}) == 1 else self._subject(here)
        for earlier in range(number - 1, max(-1, number - 4), -1):
            start, end = scene.sentences[earlier]
            if block - scene.block_number(start) > 1:
                return None
            if found := [c for c in self._candidates(start, end, gender, resolved) if c[1] is not acting]:
                return self._subject(found)
        return None

    def _other_person(self, first: int, index: int, gender: str) -> bool:
        """Whether somebody of this gender comes between who is not known by name: a relative, a first name alone."""
        for place in range(index - 1, first - 1, -1):
            if any(start <= place < end for start, (end, _) in self.cast.named.items()):
                return False
            word = self.scene.words[place]
            if word.fold in _RELATIVES[gender]:
                return True
            if knowledge().genders.get(word.text) == gender and not self.scene.hit_at[place] and place != first:
                return True
        return False

    def _candidates(self, first: int, last: int, gender: str, resolved: dict[int, Person]) -> list[tuple[int, Person]]:
        named = [(i, p) for i, p in self.places if first <= i < last]
        meant = [(i, p) for i, p in resolved.items() if first <= i < last]
        return sorted(((i, p) for i, p in [*named, *meant] if p.gender in (gender, None)), key=lambda c: c[0])

    def _subject(self, candidates: list[tuple[int, Person]]) -> Person:
        """Who acts: the first before a verb, outside quotations if any is; else the first."""
        free = [c for c in candidates if not self.scene.quoted[c[0]]] or candidates
        for index, person in free:
            end = self.cast.named[index][0] if index in self.cast.named else index + 1
            if self.scene.fold(end) in _SUBJECT_VERBS or self.scene.fold(index - 1) in _SUBJECT_VERBS:
                return person
        return free[0][1]


def _holds(person: Person, office: str, description: Description) -> bool:
    """Whether a person's role in the text or the tables is this office."""
    roles = [(d.role, d.noun) for d in (person.description, *person.others) if d and not d.former]
    if any(office_of(role, noun) == office for role, noun in roles):
        return True
    if office == "minister" and person.kind == "minister" and not person.former:
        return True  # “the minister”, whatever he is for
    if office in _ENVOYS and any(noun in _ENVOYS for _, noun in roles):
        return True
    if person.kind is None or person.former or description.former:
        return False
    if not (person.holder and person.in_office):
        return False
    title = person.holder.title
    noun = next((w for w in title.casefold().split() if role_of(w)), "")
    return office_of(title, noun) == office or (office == "leader" and person.holder.office == "chief")
