"""The persons of an article: named in full once, then by surname; with their roles as the text or the tables give them."""

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from sayso.actors.descriptions import Description
from sayso.actors.descriptors import organisation_described
from sayso.actors.holders import holders_named, kind_of_office
from sayso.actors.known import holder_with_surname, leader_at, leader_called, take_from_tables
from sayso.actors.names import NEVER, gender_of, is_given_name, is_part_of_name, name_end
from sayso.actors.namesakes import called_like_states, told_apart
from sayso.actors.outlets import is_named_as_outlet
from sayso.actors.person import Person, has_place, may_hold
from sayso.actors.person_nouns import PersonNouns
from sayso.actors.roles import GENDERED, TITLES
from sayso.actors.scene import Scene
from sayso.actors.tables import HolderRow
from sayso.actors.words import fold, folds_of, slug

_SAID: Final = frozenset(
    "said says told tells added wrote writes warned argued insisted announced declared stated replied asked noted explained "
    "tweeted called urged denied confirmed suggested claimed acknowledged answered commented observed concluded".split()
)
_OFFICES: Final = ("chief", "minister", "envoy", "spokes", "lawmaker")


class Cast:
    """The persons of an article, and where they are named: words [first, last) to a person.

    `taken` are the words of organisations' names, which are nobody's.
    """

    def __init__(self, scene: Scene, descriptions: list[Description], taken: frozenset[int] = frozenset()) -> None:
        self.scene, self.taken = scene, taken
        self.descriptions = descriptions
        self.people: list[Person] = []
        self.named: dict[int, tuple[int, Person]] = {}
        self.described: dict[int, Person] = {}
        self._nouns = PersonNouns(scene)
        self._by_end = {d.end: d for d in descriptions}
        self._by_last = {d.last: d for d in descriptions}
        self._by_first = {d.first: d for d in descriptions}
        self._full_names()
        self._join_knights()
        self._surnames()
        self._leaders()
        for person in self.people:
            self._settle(person)

    # names in full -------------------------------------------------------------------------------------------

    def _full_names(self) -> None:
        end, scene = 0, self.scene
        for index, word in enumerate(scene.words):
            is_start = word.text[0].isupper() or word.fold in ("al", "el")
            if index < end or index in self.taken or not (is_start or scene.hit_at[index]):
                continue
            hit = scene.hit_at[index]
            known = hit.of("person") if hit and hit.first == index else None
            end = hit.last if known and hit else name_end(scene, index)
            if known or (end > index and not scene.is_headline(index) and self._is_person(index, end)):
                self._add(index, end, known.id if known else None)

    def _is_person(self, first: int, last: int) -> bool:
        """Whether a run of capitals is a person's name: by its role, title, given name, or the verb beside it."""
        scene = self.scene
        if is_named_as_outlet(scene, first, last):
            return False
        if first in self._by_end and self._by_end[first].kind != "people":
            return not self._by_end[first].plural or last - first > 1
        if scene.fold(first - 1) in TITLES or (scene.fold(first - 1) == "." and scene.fold(first - 2) in TITLES):
            return True
        if last - first < 2:
            return self._nouns.is_single_name(first) or self._has_office(first)
        if is_given_name(scene.words[first].text) and " " in scene.phrase(first, last):
            return True
        before = self._by_last.get(first - 1)
        after = self._by_first.get(last + 1)
        told = before and (before.determiner or before.state or before.owner or before.organisation)
        if scene.fold(first - 1) == "," and before and told and not before.plural:
            return True
        if scene.fold(last) == "," and after and not after.plural and after.determiner != "his":
            return True
        if last - first == 2 and (scene.fold(last) in _SAID or scene.fold(first - 1) in _SAID):
            return True
        if scene.fold(last - 1) in self._titled and scene.sentence(first)[0] != first:
            return True
        return self._nouns.is_person(first, last)

    def _has_office(self, index: int) -> bool:
        """Whether an office in apposition follows one capital (“Birmingham, the trade minister,”)."""
        scene = self.scene
        after = self._by_first.get(index + 2)
        if scene.fold(index + 1) != "," or not after or after.plural or after.kind not in _OFFICES or after.unnamed:
            return False
        if scene.words[index - 1].is_capital and scene.sentence(index)[0] < index:
            return False
        is_place = scene.fold(index - 1) in ("in", "at", "from", "to", "of", "near", "for", "and", ",")
        is_bare = not (after.determiner in ("the", "its") or after.complement or after.state or after.former)
        ends = scene.fold(after.last) in (",", ".", ";") and not self._names_next(after)
        return ends and not is_place and not is_bare and self._nouns.is_like_name(index, index + 1)

    @cached_property
    def _titled(self) -> frozenset[str]:
        """Surnames that stand after “Mr” or before a verb of saying somewhere in the article."""
        scene = self.scene
        return frozenset(
            word.fold for index, word in enumerate(scene.words)
            if word.is_capital and not scene.hit_at[index] and word.fold not in NEVER and (
                scene.fold(index - 1) in TITLES or scene.fold(index + 1) in _SAID
                or (scene.fold(index - 1) == "." and scene.fold(index - 2) in TITLES)
            )
        )  # fmt: skip

    def _add(self, first: int, last: int, known: str | None) -> None:
        scene = self.scene
        description = self._describing(first, last)
        parts = tuple(w.fold for w in scene.words[first:last] if w.is_word or w.text == "-")
        person = (
            self._same(parts)
            or self._knighted(first, parts)
            or (None if known else holder_with_surname(scene, parts, description))
        )
        if isinstance(person, str):
            known, person = person, self._same(folds_of(person))
        if person is None:
            name = scene.phrase(first, last)
            person = Person(id=slug(known or name), name=name, parts=folds_of(known) if known else parts, first=first)
            if known:
                take_from_tables(person, known, name, scene.day)
            self.people.append(person)
        elif len(parts) > len(person.parts) and not person.holder:
            person.parts, person.name, person.id = parts, scene.phrase(first, last), slug(scene.phrase(first, last))
        elif fold(scene.phrase(first, last)) == fold(person.name) and not scene.phrase(first, last).isascii():
            person.name = scene.phrase(first, last)
        self.named[first] = (last, person)
        title = scene.fold(first - 1) if scene.fold(first - 1) != "." else scene.fold(first - 2)
        person.gender = person.gender or TITLES.get(title, "u").replace("u", "") or gender_of(person.name)
        if description:
            self._give(person, description)

    def _same(self, parts: tuple[str, ...]) -> Person | None:
        """The person already met whose name these parts are, or an end of, or who was met by an end of it."""
        for person in self.people:
            same_ends = len(person.parts) > 1 and (parts[0], parts[-1]) == (person.parts[0], person.parts[-1])
            is_end = parts in person.tails or person.parts[-1:] == parts
            is_longer = len(parts) > len(person.parts) and parts[-len(person.parts) :] == person.parts
            if parts == person.parts or same_ends or is_end or is_longer:
                return person
        return None

    def _knighted(self, first: int, parts: tuple[str, ...]) -> Person | None:
        """The one person whom “Sir” or “Dame” and a given name mean."""
        if len(parts) > 1 or self.scene.fold(first - 1) not in ("sir", "dame"):
            return None
        found = [p for p in self.people if p.parts[0] == parts[0]]
        return found[0] if len(found) == 1 else None

    def _join_knights(self) -> None:
        """“Sir Peter” before the full name comes, or of the one leader in office with this given name."""
        for first, (last, person) in sorted(self.named.items()):
            if last - first > 1 or len(person.parts) > 1 or self.scene.fold(first - 1) not in ("sir", "dame"):
                continue
            whole = [p for p in self.people if len(p.parts) > 1 and p.parts[0] == person.parts[0]]
            if len(whole) == 1:
                self.named = {i: (end, whole[0] if p is person else p) for i, (end, p) in self.named.items()}
                self.described = {i: whole[0] if p is person else p for i, p in self.described.items()}
                self.people.remove(person)
            elif not whole and (known := leader_called(self.scene, person.parts[0])):
                person.id, person.parts = slug(known), folds_of(known)
                take_from_tables(person, known, known, self.scene.day)

    # roles ---------------------------------------------------------------------------------------------------

    def _describing(self, first: int, last: int) -> Description | None:
        """The role phrase beside a name, and where it is noted as taken."""
        scene = self.scene
        start = first
        while scene.fold(start - 1) in TITLES or (scene.fold(start - 1) == "." and scene.fold(start - 2) in TITLES):
            start -= 1 if scene.fold(start - 1) in TITLES else 2
        before = self._by_end.get(start)
        if before and not (before.plural and last - first == 1):
            return before
        comma = self._by_last.get(start - 1)
        if (
            scene.fold(start - 1) == ","
            and comma
            and (comma.determiner or comma.state or comma.owner)
            and not comma.plural
        ):
            return comma
        after = self._by_first.get(last + 1)
        if scene.fold(last) == "," and after and not after.plural and not self._names_next(after):
            return after
        return None

    def _names_next(self, description: Description) -> bool:
        """Whether a role phrase goes with a name right after it."""
        return name_end(self.scene, description.end) > description.end or (
            (hit := self.scene.hit_at[description.end] if description.end < len(self.scene.words) else None) is not None
            and hit.of("person") is not None
        )

    def _give(self, person: Person, description: Description) -> None:
        if description.plural or not may_hold(person, description):
            return
        self.described[description.head] = person
        if person.description:
            person.others.append(description)
            return
        person.description = description
        person.role, person.kind, person.former = description.role, description.kind, description.former
        person.gender = GENDERED.get(description.noun) or person.gender

    def give_role(self, person: Person, description: Description) -> Person:
        """The person, with a role that the text gives later than the name."""
        self._give(person, description)
        self.described.pop(description.head, None)
        self._settle(person)
        return person

    def _settle(self, person: Person) -> None:
        """Whose role it is: the text's word first, then the tables', then the context's."""
        description, holder = person.description, person.holder
        if description:
            person.state, person.party = description.state, description.party
            person.organisation = description.organisation or self.organisation_of(description)
            if description.complement or description.owner:
                person.owner = self._owner(description, person)
        if holder:
            self._settle_by_table(person, holder)
        if not description or holder:
            return
        has_any = person.state or person.organisation or person.party or person.owner
        if not has_any and self._is_of_a_state(description):
            person.state = self.scene.state_near(description.first)
        elif person.owner and not has_place(person):
            person.state = person.owner.state
            person.organisation = person.owner.organisation

    def _is_of_a_state(self, description: Description) -> bool:
        """Whether a role that names nobody's place must be a state's: a minister's, or one at a ministry or government."""
        if description.kind in ("official", "spokes"):
            return description.institution is not None
        first = description.first - 1
        is_other = self.scene.fold(description.end) in ("of", "at", "for") or (
            first > self.scene.sentence(description.head)[0] and self.scene.words[first].is_capital
        )
        return description.kind == "minister" or (description.kind in ("chief", "envoy") and not is_other)

    def _settle_by_table(self, person: Person, holder: HolderRow) -> None:
        is_state = holder.office != "chief"
        if not person.state and is_state:
            person.state = holder.of
        if not person.organisation and not is_state:
            person.organisation = holder.of
        if not person.role and person.in_office:
            person.role, person.kind = holder.title, kind_of_office(holder)
        elif not person.role:
            person.former = True

    def organisation_of(self, description: Description) -> str | None:
        """The organisation that a possessor's descriptor stands for (“the alliance’s chief”)."""
        if not description.owner:
            return None
        return organisation_described(self.scene, description.owner[1] - 1)

    def _owner(self, description: Description, person: Person) -> Person | None:
        for first, last in filter(None, (description.owner, description.complement)):
            for index in range(first, last):
                if index in self.named and self.named[index][1] is not person:
                    return self.named[index][1]
                other = next((p for p in self.people if p is not person and (self.scene.fold(index),) in p.tails), None)
                if other and self.scene.words[index].is_capital:
                    return other
        return None

    def _surnames(self) -> None:
        tails: dict[str, list[tuple[tuple[str, ...], Person]]] = {}
        for person in self.people:
            for tail in (*(person.tails or (person.parts,)), *self._given(person)):
                tails.setdefault(tail[0], []).append((tail, person))
        for index in self._free_capitals():
            if name := told_apart(self.scene, index):
                self._add_known(index, index + 1, name)
                continue
            candidates = tails.get(self.scene.fold(index), ())
            best = max((c for c in candidates if self._reads(index, c[0])), key=lambda c: len(c[0]), default=None)
            if best:
                self.named[index] = (index + len(best[0]), best[1])
        called = {tail[0]: person for same in tails.values() for tail, person in same if len(tail) == 1}
        called |= {p.parts[0]: p for p in self.people if len(p.parts) > 1 and p.parts[0] not in called}
        covered = {i for first, (last, _) in self.named.items() for i in range(first, last)}
        for hit, person in called_like_states(self.scene, called):
            if hit.first not in covered:
                self.named[hit.first] = (hit.last, person)

    def _add_known(self, first: int, last: int, name: str) -> None:
        """Name a person who shares the surname with another."""
        rows = holders_named().get(fold(name), ())
        name = rows[0].name if rows else name
        person = next((p for p in self.people if p.id == slug(name)), None)
        if person is None:
            person = Person(id=slug(name), name=name, parts=folds_of(name), first=first, gender=gender_of(name))
            if rows:
                take_from_tables(person, name, name, self.scene.day)
            self.people.append(person)
        self.named[first] = (last, person)

    def _given(self, person: Person) -> tuple[tuple[str, ...], ...]:
        """The first part of a name, where the article calls this one person by it alone."""
        first = person.parts[0]
        is_own = all(p is person or first not in p.parts for p in self.people)
        is_used = len(person.parts) > 1 and len(first) > 2 and self._nouns.stands_alone(first)
        return ((first,),) if is_own and is_used and first not in NEVER else ()

    def _reads(self, index: int, tail: tuple[str, ...]) -> bool:
        return tuple(w.fold for w in self.scene.words[index : index + len(tail)]) == tail

    def _free_capitals(self) -> Iterator[int]:
        """Capital words that no name covers, nor a table's name of something else."""
        covered = 0
        for index in self.scene.capitals:
            for start in (index - 2, index):  # “al-Jaber” begins two words before its capital
                covered = max(covered, self.named[start][0]) if start in self.named else covered
            if index < covered:
                continue
            hit = self.scene.hit_at[index]
            other = hit and any(e.kind != "city" for e in self.scene.believed(hit))
            if not other and index not in self.taken:
                yield index

    def _leaders(self) -> None:
        """Leaders who are called by their surname alone."""
        for index in self._free_capitals():
            known = leader_at(self.scene, index)
            if known and not is_part_of_name(self.scene, index):
                self._add(index, index + 1, known)
