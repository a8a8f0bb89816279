"""What an article speaks of: persons, groups, organisations and documents, each with the places where it is mentioned."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

ReferentKind = Literal["person", "group", "organisation", "document", "outlet", "state"]


@dataclass(slots=True, eq=False)
class Referent:
    """Somebody or something of an article; `first` and `last` are the words that name or describe it best."""

    kind: ReferentKind
    first: int
    last: int
    actor: str | None = None
    gender: str | None = None
    is_guess: bool = False
    plural: bool = False
    number: int | None = None
    anonymous: bool = False
    protected: bool = False
    definite: bool = False
    nouns: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    owner: "Referent | None" = None
    merged: "Referent | None" = None

    @property
    def whole(self) -> "Referent":
        """The referent that this one turned out to be."""
        found = self
        while found.merged is not None:
            found = found.merged
        return found


class Occurrence(NamedTuple):
    """A mention of a referent at words [first, last): how much it stands out there, and whether in a quotation."""

    first: int
    last: int
    referent: Referent
    weight: float
    quoted: bool
    speaks: bool
