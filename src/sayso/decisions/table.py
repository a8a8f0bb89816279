"""The table of bodies: who is a member on which day, and by which rule a proposal is decided."""

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any, Final, Literal

import msgspec

from sayso.errors import BadKnowledge, UnknownBody
from sayso.records import Body, Record, RuleKind, Table
from sayso.resources import knowledge_toml
from sayso.resources.own import follows_knowledge, own_name, own_rows

TABLE: Final = "bodies.toml"
Meaning = Literal["for", "against", "neither"]


class Clause(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One threshold, or several joined by and (`all_of`) or or (`any_of`); shares are fractions in words: "2/3"."""

    all_of: tuple["Clause", ...] = ()
    any_of: tuple["Clause", ...] = ()
    members: str | None = None
    more_than: str | None = None
    count: int | None = None
    weight: str | None = None
    unwilling_below: int | None = None
    no_objection: bool = False
    no_vote_of: tuple[str, ...] = ()
    votes: str | None = None
    more_votes_than: str | None = None


class RuleRow(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A rule as data: what abstention and absence mean, and the boolean expression of thresholds that passes."""

    id: str
    kind: RuleKind
    article: str
    abstention: Meaning
    absence: Meaning
    passes: Clause
    topics: tuple[str, ...] = ()
    default: bool = False
    ratification: bool = False
    weights: Mapping[str, float] = {}
    weighed_by: str = "weight"


class _Weights(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: str
    source: str
    as_of: str
    of: dict[str, float]


class BodyRow(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A deciding body. `members` maps an actor to its terms as written, `members_of` names the body whose members it has.

    `roster` are members on every day that the row knows, from `known_from` to `known_until`.
    """

    id: str
    name: str
    source: str
    as_of: str
    aliases: tuple[str, ...]
    descriptors: tuple[str, ...] = ()
    members: Mapping[str, str] = {}
    members_of: str | None = None
    roster: tuple[str, ...] = ()
    known_from: str = ""
    known_until: str = "9999-12-31"
    weights: _Weights | None = None
    rule: tuple[RuleRow, ...]


class Term(Record, frozen=True):
    """Days of membership, both included; `until` null while it lasts."""

    since: str
    until: str | None

    def covers(self, day: str) -> bool:
        """Whether an ISO day lies in it."""
        return self.since <= day and (self.until is None or day <= self.until)


@follows_knowledge
@cache
def bodies() -> dict[str, BodyRow]:
    """All bodies by id, in the table's order.

    Raises BadKnowledge if a row is not of its shape or a date is none.
    """
    raw: dict[str, Any] = knowledge_toml(TABLE)
    own = own_rows("body", BodyRow)
    try:
        rows = {row.id: row for row in (*msgspec.convert(raw["body"], tuple[BodyRow, ...]), *own)}
        for row in rows.values():
            _terms(row)
    except (msgspec.ValidationError, KeyError, ValueError) as error:
        raise BadKnowledge(f"{own_name() if own else TABLE}: {error}") from error
    return {key: _with_weights(row) for key, row in rows.items()}


def body(body_id: str) -> Body:
    """The body of an id.

    Raises UnknownBody if no table knows it.
    """
    row = row_of(body_id)
    return Body(id=row.id, name=row.name)


def row_of(body_id: str) -> BodyRow:
    """The table's row of a body.

    Raises UnknownBody if no table knows it.
    """
    try:
        return bodies()[body_id]
    except KeyError:
        raise UnknownBody(f"{body_id}: no such body; known are {', '.join(bodies())}") from None


def members(body_id: str, day: str | None) -> tuple[str, ...]:
    """The ids of a body's members on an ISO day, sorted; without a day, on the day that the table was last checked.

    Raises UnknownBody if no table knows the body.
    """
    when = day_counted(body_id, day)
    return tuple(sorted(actor for actor, spans in _listed(body_id).items() if any(span.covers(when) for span in spans)))


def day_counted(body_id: str, day: str | None) -> str:
    """The day whose members are counted for an ISO day: itself, or the nearest that the table knows.

    Raises UnknownBody if no table knows the body.
    """
    row = row_of(body_id)
    return min(max(day or row.as_of, row.known_from), row.known_until)


def is_member(body_id: str, actor_id: str, day: str | None) -> bool:
    """Is an actor a member of a body on an ISO day (without one, as the table stands).

    Raises UnknownBody if no table knows the body.
    """
    return actor_id in members(body_id, day)


def sizes(body_id: str) -> tuple[int, ...]:
    """Every number of members a body has had, sorted."""
    days = {span.since for spans in _listed(body_id).values() for span in spans}
    return tuple(sorted({len(members(body_id, day)) for day in days}))


def default_rule(body_id: str) -> RuleRow:
    """The rule of a body where no topic names another."""
    rules = row_of(body_id).rule
    return next((rule for rule in rules if rule.default), rules[0])


def governing_rule(body_id: str, proposal: str) -> RuleRow:
    """The rule that the table has for a proposal: the one with most of its topics in the words, of equals the exception."""
    default = default_rule(body_id)
    hits = {rule.id: sum(bool(_topic(t).search(proposal)) for t in rule.topics) for rule in row_of(body_id).rule}
    best = max(row_of(body_id).rule, key=lambda rule: (hits[rule.id], rule is not default))
    return best if hits[best.id] else default


def knowledge_versions() -> tuple[Table, ...]:
    """Table, source, day and number of rows of the knowledge this room rests on."""
    raw = knowledge_toml(TABLE)
    rows = sum(len(row.members) + len(row.roster) + len(row.rule) for row in bodies().values())
    return (Table(table=TABLE.removesuffix(".toml"), source=raw["source"], as_of=raw["as_of"], rows=rows),)


def _with_weights(row: BodyRow) -> BodyRow:
    if row.weights is None:
        return row
    weighed = [msgspec.structs.replace(r, weights=row.weights.of, weighed_by=row.weights.name) for r in row.rule]
    return msgspec.structs.replace(row, rule=tuple(weighed))


@follows_knowledge
@cache
def _listed(body_id: str) -> Mapping[str, tuple[Term, ...]]:
    row = row_of(body_id)
    return _terms(row_of(row.members_of) if row.members_of else row)


def _terms(row: BodyRow) -> dict[str, tuple[Term, ...]]:
    always = {actor: (Term(row.known_from, None),) for actor in row.roster}
    return always | {
        actor: tuple(_term(row.id, span) for span in spans.split()) for actor, spans in row.members.items()
    }


def _term(name: str, span: str) -> Term:
    since, slash, until = span.partition("/")
    for day in (since, until or since):
        date.fromisoformat(day)
    if not slash or (until and until < since):
        raise ValueError(f"{name}: {span!r} is no term such as 1973-01-01/2020-01-31")
    return Term(since, until or None)


@cache
def _topic(words: str) -> re.Pattern[str]:
    """A topic at the beginning of a word; a short one is a whole word, so that "tax" is not in "taxi"."""
    ending = r"(?:e?s|ed|ing|ation|er|ers|s?hip)?\b" if len(words) < 5 else ""
    return re.compile(rf"\b{re.escape(words)}{ending}", re.IGNORECASE)


def share(words: str) -> Fraction:
    """A share as the table writes it: "2/3", "0.55"."""
    return Fraction(words)
