"""The shapes of the table of bodies: a body with its members, weights and rules, as its file writes them."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

import msgspec

from sayso.decisions.expressions import Expression, parse
from sayso.records import Record, RuleKind

Meaning = Literal["for", "against", "neither"]


class RuleRow(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A rule as data: what abstention and absence count as, and the expression that passes.

    `topics` are beginnings of words of a proposal that it governs; `since` and `until` are its first and last day.
    """

    id: str
    kind: RuleKind
    article: str
    abstention: Meaning
    absence: Meaning
    passes: str
    topics: tuple[str, ...] = ()
    default: bool = False
    ratification: bool = False
    since: str = ""
    until: str = "9999-12-31"

    @property
    def expression(self) -> Expression:
        """What passes, parsed. Raises BadRule if it does not read."""
        return parse(self.passes)

    def applies_on(self, day: str) -> bool:
        """Whether it is in force on an ISO day."""
        return self.since <= day <= self.until


class WeightsRow(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A weight of each member by a name, from a day on; `total` is what they must come to."""

    name: str
    since: str
    source: str
    unit: str = ""
    total: float | None = None
    of: Mapping[str, float]


class BodyRow(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A deciding body. `members` maps an actor to its terms as written, `members_of` names the body whose members it has.

    `roster` are members on every day that the row knows, from `known_from` to `known_until`. Where the members are persons,
    `seats` counts them, by the day from which. `names` are those of members that no other table names; `acronyms` names of
    the body that are words unless written in capitals.
    """

    id: str
    name: str
    source: str
    as_of: str
    aliases: tuple[str, ...]
    acronyms: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    descriptors: tuple[str, ...] = ()
    state: str | None = None
    members: Mapping[str, str] = {}
    members_of: str | None = None
    roster: tuple[str, ...] = ()
    seats: int | Mapping[str, int] | None = None
    known_from: str = ""
    known_until: str = "9999-12-31"
    names: Mapping[str, str] = {}
    groups: Mapping[str, tuple[str, ...]] = {}
    weights: tuple[WeightsRow, ...] = ()
    rule: tuple[RuleRow, ...]

    def seats_on(self, day: str) -> int | None:
        """The number of seats on an ISO day, null where the members are listed."""
        if not isinstance(self.seats, Mapping):
            return self.seats
        begun = [since for since in sorted(self.seats) if since <= day]
        return self.seats[begun[-1] if begun else min(self.seats)]

    def weights_on(self, day: str) -> tuple[WeightsRow, ...]:
        """The weights in force on an ISO day, one a name; before the first, the first."""
        found: dict[str, WeightsRow] = {}
        for row in sorted(self.weights, key=lambda w: w.since):
            if row.since <= day or row.name not in found:
                found[row.name] = row
        return tuple(found.values())


class Term(Record, frozen=True):
    """Days of membership, both included; `until` null while it lasts."""

    since: str
    until: str | None

    def covers(self, day: str) -> bool:
        """Whether an ISO day lies in it."""
        return self.since <= day and (self.until is None or day <= self.until)


def terms_of(row: BodyRow) -> dict[str, tuple[Term, ...]]:
    """Each member's terms in a row.

    Raises ValueError if one is no term.
    """
    always = {actor: (Term(row.known_from, None),) for actor in row.roster}
    return always | {
        actor: tuple(_term(row.id, span) for span in spans.split()) for actor, spans in row.members.items()
    }


def checked(row: BodyRow) -> BodyRow:
    """A row whose terms, rules and sums hold.

    Raises ValueError, BadRule or msgspec.ValidationError if they do not.
    """
    terms_of(row)
    for rule in row.rule:
        rule.expression  # noqa: B018 - parsing is the check
    for weights in row.weights:
        come_to = sum(weights.of.values())
        if weights.total is not None and abs(come_to - weights.total) > 1e-6 * max(1.0, weights.total):
            raise msgspec.ValidationError(
                f"{row.id}: the {weights.name} of {weights.since} come to {come_to:g}, not to the total of {weights.total:g}"
            )
    return row


def _term(name: str, span: str) -> Term:
    since, slash, until = span.partition("/")
    for day in (since, until or since):
        date.fromisoformat(day)
    if not slash or (until and until < since):
        raise ValueError(f"{name}: {span!r} is no term such as 1973-01-01/2020-01-31")
    return Term(since, until or None)
