"""Somebody of an article while it is read, and what a role can be given to whom."""

from dataclasses import dataclass, field
from typing import Final

from sayso.actors.descriptions import Description
from sayso.actors.holders import holders_named
from sayso.actors.roles import RoleKind, office_of
from sayso.actors.tables import HolderRow
from sayso.actors.words import fold, folds_of

_EASTERN: Final = frozenset("CHN KOR PRK TWN VNM HKG KHM MMR".split())


@dataclass(slots=True, eq=False)
class Person:
    """Somebody of the article while it is read."""

    id: str
    name: str
    parts: tuple[str, ...]
    first: int
    description: Description | None = None
    holder: HolderRow | None = None
    in_office: bool = False
    role: str | None = None
    kind: RoleKind | None = None
    former: bool = False
    state: str | None = None
    organisation: str | None = None
    party: str | None = None
    gender: str | None = None
    owner: "Person | None" = None
    others: list[Description] = field(default_factory=list)

    @property
    def tails(self) -> tuple[tuple[str, ...], ...]:
        """What later mentions may call this person: the ends of the name, longest first."""
        tails = [self.parts[i:] for i in range(1, len(self.parts)) if self.parts[i:] != ("jr",)]
        if self.holder:
            tails.append(folds_of(self.holder.surname))
        elif len(self.parts) > 1 and (self.state in _EASTERN or (len(self.parts) > 3 and self.parts[-2] == "-")):
            tails.append(self.parts[:1])
        return tuple(t for t in tails if t and t[0] != "-")


def may_hold(person: Person, description: Description) -> bool:
    """Whether the tables do not gainsay a role: “President Clinton” is not the Clinton who was none."""
    wanted = {"president": {"hos", "hog", "chief"}, "prime": {"hog"}}.get(office_of(description.role, description.noun))
    if not person.holder or not wanted or description.organisation or description.party or description.former:
        return True
    return any(row.office in wanted for row in holders_named().get(fold(person.holder.name), ()))


def has_place(person: Person) -> bool:
    """Whether it is known to whom a person belongs."""
    return bool(person.state or person.organisation or person.party)
