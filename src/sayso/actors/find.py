"""Every actor of an article, and where it is named, described or referred to."""

from sayso.actors.complements import institution_at
from sayso.actors.coreference import PRONOUNS, Salience
from sayso.actors.descriptions import Description, find_descriptions
from sayso.actors.descriptors import described
from sayso.actors.followers import followers, ruling_parties
from sayso.actors.gazetteer import Hit
from sayso.actors.holders import office_holder
from sayso.actors.metonymy import INSTITUTION_NOUNS
from sayso.actors.names import gender_of
from sayso.actors.naming import Form, Found, NewActor, found_at, short_outlets, unknown_parties
from sayso.actors.offices import Offices
from sayso.actors.organisations import Organisations
from sayso.actors.outlets import is_known_outlet, outlets_meant, unknown_outlets
from sayso.actors.people import Cast
from sayso.actors.person import Person
from sayso.actors.places import is_place
from sayso.actors.roles import MODIFIERS, OUSTED, STATE_NOUNS, office_of
from sayso.actors.roster import person_actor, table_actor
from sayso.actors.scene import Scene, scene_of
from sayso.actors.sides import sides
from sayso.actors.tables import knowledge
from sayso.actors.words import folds_of, slug
from sayso.records import Actor, Article, Mention

_SERVING = ("minister", "envoy", "spokes", "official", "chief")
_MANY = ("official", "lawmaker", "expert", "soldier")  # kinds of which an article may quote several
_PREDICATES = frozenset("be become becomes became as being is was were elected serve served remain remains".split())
_BEFORE_PARLIAMENT = (
    "the",
    "its",
    "his",
    "her",
    "for",
    "by",
    "to",
    "from",
    "in",
    "that",
    "before",
    "through",
    "and",
    "told",
    ",",
    ".",
)


def find_actors(article: Article) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """The actors of an article, in order of their first mention, and their mentions, by offset, not overlapping.

    An actor that none mentions but another belongs to or speaks for (a minister's state) comes last. Offsets count code
    points of `article.text`.
    """
    finder = _Finder(scene_of(article))
    finder.run()
    return finder.actors(), finder.mentions()


class _Finder:
    """One article while its actors are collected."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.descriptions = find_descriptions(scene)
        self.organisations = Organisations(scene)
        self.cast = Cast(scene, self.descriptions, frozenset(self.organisations.taken))
        self.salience = Salience(scene, self.cast)
        self.offices = Offices(scene, self.cast, self.salience)
        self.found: list[Found] = []
        self.new_actors: dict[str, NewActor] = {}
        self.places: set[int] = set()  # where states' names stand for nobody

    def run(self) -> None:
        self._persons()
        resolved = self._roles()
        for hit in self.scene.hits:
            named = map(self._as_union, found_at(self.scene, hit))
            self.found.extend(f for f in named if not self._is_only_place(f, hit))
        self._descriptors()
        self._outlets()
        for new in unknown_parties(self.scene):
            self._keep_new(new)
        self.found.extend(followers(self.scene, self._parties(), self.found))
        self._organisations()
        self._pronouns(resolved)
        self._institutions(resolved)
        self.kept = self._without_overlaps()

    def _is_only_place(self, found: Found, hit: Hit) -> bool:
        is_bare = (found.first, found.last, found.form) == (hit.first, hit.last, "name")
        if not is_bare or hit.of("state") is None or not is_place(self.scene, hit.first, hit.last):
            return False
        self.places.add(hit.first)
        return True

    def _as_union(self, found: Found) -> Found:
        """Brussels as the EU, unless the article is about Belgium."""
        is_brussels = found.form == "metonym" and self.scene.folds[found.first : found.last] == ["brussels"]
        return found._replace(actor="eu") if is_brussels and self.offices.is_only_brussels else found

    # what is found --------------------------------------------------------------------------------------------

    def _keep(self, first: int, last: int, actor: str, form: Form) -> None:
        if last > first and actor:
            self.found.append(Found(first, last, actor, form))

    def _keep_new(self, new: NewActor) -> None:
        self.new_actors.setdefault(new.found.actor, new)
        self.found.append(new.found)

    def _outlets(self) -> None:
        """Outlets of the tables, by their short names too; those that no table lists; and what is said of them."""
        known = [f.actor for f in self.found if is_known_outlet(f.actor)]
        self.found.extend(short_outlets(self.scene, list(dict.fromkeys(known))))
        for new in unknown_outlets(self.scene):
            if new.found.first not in self.cast.named:
                self._keep_new(new)
        named = [f for f in self.found if is_known_outlet(f.actor) or f.actor in self.new_actors]
        self.found.extend(outlets_meant(self.scene, named))

    def _organisations(self) -> None:
        """Organisations that no table lists, and short forms of those named."""
        persons = [(first, last) for first, (last, _) in self.cast.named.items()]
        named = [n for n in self.organisations.found(persons, self.found) if n.found.first not in self.places]
        for new in named:
            self._keep_new(new)
        rows = knowledge().organisations
        listed = [f for f in self.found if f.form == "name" and f.actor in rows and rows[f.actor].state]
        self.found.extend(self.organisations.taken_up([*(new.found for new in named), *listed]))
        self.found.extend(self.organisations.short([f for f in self.found if f.form == "name"]))

    def _parties(self) -> list[tuple[str, str]]:
        """The parties found, with their names."""
        listed = [(f.actor, knowledge().parties[f.actor].name) for f in self.found if f.actor in knowledge().parties]
        return [*listed, *((i, f"{new.name} Party") for i, new in self.new_actors.items() if new.kind == "party")]

    def _persons(self) -> None:
        for first, (last, person) in sorted(self.cast.named.items()):
            self._keep(first, last, person.id, "name")

    def _roles(self) -> dict[int, Person]:
        """Role phrases without a name: their person, else the office-holder of the tables, else the state itself."""
        resolved: dict[int, Person] = {}
        for description in map(self._placed, self.descriptions):
            is_ousted = self.scene.fold(description.head - 1) in OUSTED
            if is_ousted and description.first == description.head:
                description = description._replace(first=description.head - 2)
            is_bare = description.first == description.head and self.scene.words[description.head].text.islower()
            if description.plural and description.complement and description.state and description.kind in _SERVING:
                self._keep(description.first, description.last, description.state, "role")
            if description.head in self.cast.described or description.plural or description.former or is_bare:
                continue
            is_other = description.determiner in ("a", "an", "any", "every", "no")
            person = self._holding(self.offices.owned(description, resolved), is_other, resolved)
            if person:
                resolved[description.head] = person
                person.gender = person.gender or gender_of(person.name)
                self._keep(description.first, description.end, person.id, "role")
            elif description.state and description.kind in _SERVING:
                is_abroad = description.kind == "envoy" and self.scene.fold(description.end) == "in"
                last = description.end if is_abroad else description.last
                self._keep(description.first, last, description.state, "role")
        for first, last, person in self.offices.countrymen():
            self._keep(first, last, person.id, "role")
        for first, last, name in self.offices.succession(resolved):
            self._keep(first, last, slug(name), "role")
            self._listed(name, first)
        return resolved

    def _holding(self, description: Description, is_other: bool, resolved: dict[int, Person]) -> Person | None:
        """The person of the article or the tables who has a role; else whoever was named just before without one."""
        if found := self.offices.counterpart(description, resolved):
            return found
        if self._refers(description) and (found := self.salience.described(description)):
            return found
        is_asked = self.scene.fold(description.first - 2) in ("why", "how", "when", "where", "what")
        is_said_of = self.scene.fold(description.first - 1) in _PREDICATES and not is_asked
        if is_other or (is_said_of and not (description.state and description.determiner == "the")):
            return None
        if row := office_holder(description, self.scene.day):
            return self._from_table(row.name, description)
        if is_said_of or description.kind == "people":
            return None
        is_leaders = office_of(description.role, description.noun) in ("president", "prime", "monarch")
        if not is_leaders and (bridged := self.offices.bridged(description)):
            return self.cast.give_role(bridged, description)
        if row := self.offices.holder(description):
            return self._from_table(row.name, description._replace(state=row.of))
        return None

    def _placed(self, description: Description) -> Description:
        """A role phrase with “its” or “their” as the role of the state that the sentence is about."""
        is_placed = description.state or description.organisation or description.party
        if is_placed or description.determiner not in ("its", "their") or description.kind not in _SERVING:
            return description
        return description._replace(state=self.scene.state_near(description.first))

    def _refers(self, description: Description) -> bool:
        """Whether a role phrase without a name can mean a person already met."""
        if description.kind == "people" or (description.kind in _MANY and description.determiner != "the"):
            return False
        scene = self.scene
        is_placed = bool(description.state or description.organisation or description.party or description.owner)
        if scene.fold(description.first - 1) in _PREDICATES or (scene.fold(description.end) == "of" and not is_placed):
            return False
        if description.noun in ("head", "chair", "chief") and not (is_placed or description.complement):
            return False
        if description.determiner:
            return description.determiner in ("the", "its", "their")
        has_owner_before = (
            description.first < description.head and is_placed and scene.fold(description.first) not in MODIFIERS
        )
        return has_owner_before or (
            scene.words[description.head].is_capital and description.role in ("Prime Minister", "Foreign Minister")
        )

    def _from_table(self, name: str, description: Description) -> Person:
        person = self._listed(name, description.first)
        if person.holder:
            return person
        person.role, person.kind, person.state, person.in_office = (
            description.role,
            description.kind,
            description.state,
            True,
        )
        return person

    def _listed(self, name: str, first: int) -> Person:
        """A person of the tables, met before or not."""
        person = next((p for p in self.cast.people if p.id == slug(name)), None)
        if person is None:
            person = Person(id=slug(name), name=name, parts=folds_of(name), first=first)
            self.cast.people.append(person)
        return person

    def _descriptors(self) -> None:
        """“The alliance”, “the bloc”: the organisation named so."""
        for first, last, organisation in described(self.scene):
            self._keep(first, last, organisation, "role")
        for first, last, state in sides(self.scene):
            self._keep(first, last, state, "metonym")
        self.found.extend(ruling_parties(self.scene, self.found))

    def _institutions(self, resolved: dict[int, Person]) -> None:
        """“The government”, “the foreign ministry” without a state: that of the block."""
        scene = self.scene
        for index, word in enumerate(scene.words):
            slugged = institution_at(scene, index) if word.fold not in INSTITUTION_NOUNS else word.fold
            wanted = word.fold in INSTITUTION_NOUNS or (word.fold == "ministry" and slugged != "ministry")
            if not wanted or scene.hit_at[index] or scene.fold(index + 1) in STATE_NOUNS or self._is_covered(index):
                continue
            first = index if word.fold in INSTITUTION_NOUNS else index - 1
            before = scene.fold(first - 1)
            if before not in (_BEFORE_PARLIAMENT if word.fold == "parliament" else ("the", "its", "his", "her")):
                continue
            owner = self.cast.named.get(index + 2) if scene.fold(index + 1) == "of" else None
            person = owner[1] if owner else resolved.get(first - 1)
            if state := person.state if person else scene.state_near(index):
                self._keep(first, index + 1, state, "metonym")

    def _is_covered(self, index: int) -> bool:
        return any(f.first <= index < f.last for f in self.found if f.form != "demonym")

    def _pronouns(self, resolved: dict[int, Person]) -> None:
        for index, word in enumerate(self.scene.words):
            if word.fold in PRONOUNS and not (word.fold == "her" and word.text == "HER"):
                person = self.salience.pronoun(index, resolved)
                resolved.update({index: person} if person else {})
                self._keep(index, index + 1, person.id if person else "", "pronoun")

    # the records ----------------------------------------------------------------------------------------------

    def _without_overlaps(self) -> list[Found]:
        """Names of persons first, then the longest; role phrases with a name leave only the name."""
        taken, described = ([False] * len(self.scene.words) for _ in range(2))
        for description in self.descriptions:
            if description.head in self.cast.described:
                described[description.first : description.end] = [True] * (description.end - description.first)
        kept = []
        names = {(first, last, person.id) for first, (last, person) in self.cast.named.items()}
        order = sorted(self.found, key=lambda f: (f[:3] not in names, f.first - f.last, f.first, f.actor))
        for found in order:
            is_free = found[:3] in names or not any(described[found.first : found.last])
            if is_free and not any(taken[found.first : found.last]):
                taken[found.first : found.last] = [True] * (found.last - found.first)
                kept.append(found)
        return sorted(kept, key=lambda f: f.first)

    def mentions(self) -> tuple[Mention, ...]:
        """The mentions, by offset."""
        made = []
        for found in self.kept:
            start, end = self.scene.span(found.first, found.last)
            made.append(Mention(start=start, end=end, actor=found.actor, form=found.form))
        return tuple(made)

    def actors(self) -> tuple[Actor, ...]:
        """The actors, by first mention, then those they belong to."""
        people = {person.id: person for person in self.cast.people}
        ids = list(dict.fromkeys(found.actor for found in self.kept))
        made: dict[str, Actor] = {}
        while ids:
            identifier = ids.pop(0)
            if identifier in made:
                continue
            forms, person = self._forms(identifier), people.get(identifier)
            made[identifier] = actor = (
                person_actor(self.scene, self.cast, person, forms)
                if person
                else table_actor(identifier, self.new_actors, forms)
            )
            ids.extend(i for i in (actor.parent, actor.speaks_for) if i and i not in made)
        return tuple(made.values())

    def _forms(self, identifier: str) -> tuple[str, ...]:
        shown = {self.scene.phrase(f.first, f.last) for f in self.kept if f.actor == identifier and f.form != "pronoun"}
        return tuple(sorted(shown))
