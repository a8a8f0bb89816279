"""The table of bodies: who is a member on which day, with what weight, and by which rule a proposal is decided."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

import msgspec

from sayso.decisions.chambers import chambers
from sayso.decisions.rows import BodyRow, RuleRow, Term, WeightsRow, checked, terms_of
from sayso.errors import BadKnowledge, BadRule, UnknownBody
from sayso.records import Body, Table
from sayso.resources import knowledge_folder
from sayso.resources.own import follows_knowledge, own_name, own_rows

TABLE: Final = "bodies"
Which = str | BodyRow  # a body by its id or name, or a row that need not be in a table


class Participants(NamedTuple):
    """Who may vote on a day: members by name, seats whose holders are not listed, weights and groups by their names.

    `are_parties`: the members hold seats of a chamber, so that none stops by itself what needs a majority.
    """

    members: tuple[str, ...]
    unnamed: int = 0
    weights: Mapping[str, Mapping[str, float]] = {}
    groups: Mapping[str, tuple[str, ...]] = {}
    are_parties: bool = False

    @property
    def size(self) -> int:
        """How many votes there are, a member or a seat each."""
        return len(self.members) + self.unnamed


@follows_knowledge
@cache
def bodies() -> dict[str, BodyRow]:
    """All bodies by id: those with listed members, then chambers, then the user's own.

    Raises BadKnowledge if a row is not of its shape, a date is none, a rule does not read or weights do not add up.
    """
    rows: dict[str, BodyRow] = {}
    for name, raw in sorted(knowledge_folder(TABLE).items()):
        for row in _converted(name, raw):
            rows[row.id] = row
    rows |= {row.id: row for row in chambers()}
    for row in own_rows("body", BodyRow):
        rows[row.id] = _checked(own_name() or TABLE, row)
    return rows


def _converted(name: str, raw: dict[str, object]) -> tuple[BodyRow, ...]:
    try:
        return tuple(_checked(name, row) for row in msgspec.convert(raw.get("body", []), tuple[BodyRow, ...]))
    except msgspec.ValidationError as error:
        raise BadKnowledge(f"{name}: {error}") from error


def _checked(name: str, row: BodyRow) -> BodyRow:
    try:
        return checked(row)
    except (msgspec.ValidationError, ValueError, BadRule) as error:
        raise BadKnowledge(f"{name}: {error}") from error


@follows_knowledge
@cache
def _by_any_id() -> dict[str, str]:
    """Ids as they may be typed: a body's own, its others, its names in the news."""
    found: dict[str, str] = {}
    for row in bodies().values():
        for name in (row.id, *row.also, row.name, *row.aliases, *row.acronyms):
            found.setdefault(_folded(name), row.id)
    return found


def _folded(name: str) -> str:
    return re.sub(r"[\s._-]+", "-", name.strip().lower().removeprefix("the "))


def body(name: Which) -> Body:
    """The body of an id or a name ("nato", "UN Security Council").

    Raises UnknownBody if no table knows it.
    """
    row = row_of(name)
    return Body(id=row.id, name=row.name)


def row_of(name: Which) -> BodyRow:
    """The table's row of a body, by id or name.

    Raises UnknownBody if no table knows it.
    """
    if isinstance(name, BodyRow):
        return name
    try:
        return bodies().get(name) or bodies()[_by_any_id()[_folded(name)]]
    except KeyError:
        raise UnknownBody(name, _near(_folded(name))) from None


def _near(name: str) -> tuple[str, ...]:
    from difflib import get_close_matches

    return tuple(dict.fromkeys(_by_any_id()[m] for m in get_close_matches(name, list(_by_any_id()), 3, 0.6)))


def members(body_id: Which, day: str | None) -> tuple[str, ...]:
    """The ids of a body's listed members on an ISO day, sorted; without a day, on the day that the table was last checked.

    Raises UnknownBody if no table knows the body.
    """
    when = day_counted(body_id, day)
    return tuple(sorted(actor for actor, spans in _listed(body_id).items() if any(span.covers(when) for span in spans)))


def participants(body_id: Which, day: str | None) -> Participants:
    """Who may vote in a body on an ISO day (without one, as the table stands).

    Raises UnknownBody if no table knows the body.
    """
    row, when, listed = row_of(body_id), day_counted(body_id, day), members(body_id, day)
    home = row_of(row.members_of) if row.members_of else row
    weights = {w.name: w.of for w in (*home.weights_on(when), *row.weights_on(when))}
    seats = row.seats_on(when) or 0
    return Participants(
        members=listed,
        unnamed=0 if listed else seats,
        weights=weights,
        groups={**home.groups, **row.groups},
        are_parties=bool(listed and seats),
    )


def size(body_id: Which, day: str | None) -> int:
    """How many members a body has on an ISO day: states, or seats where a chamber's parties hold several."""
    row, when = row_of(body_id), day_counted(body_id, day)
    return row.seats_on(when) or len(members(body_id, day))


def day_counted(body_id: Which, day: str | None) -> str:
    """The day whose members are counted for an ISO day: itself, or the nearest that the table knows.

    Raises UnknownBody if no table knows the body.
    """
    row = row_of(body_id)
    return min(max(day or row.as_of, row.known_from), row.known_until)


def first_day(body_id: Which) -> str:
    """The first day for which the table knows a body's members, "" if its members have no dates."""
    row = row_of(body_id)
    starts = [span.since for spans in _listed(body_id).values() for span in spans]
    return max(row.known_from, min(starts, default=""))


def is_member(body_id: Which, actor_id: str, day: str | None) -> bool:
    """Is an actor a listed member of a body on an ISO day (without one, as the table stands); never of one no table has."""
    try:
        return actor_id in members(body_id, day)
    except UnknownBody:
        return False


def sizes(body_id: Which) -> tuple[int, ...]:
    """Every number of members a body has had, sorted."""
    row = row_of(body_id)
    if row.seats is not None:
        return tuple(sorted(set(row.seats.values() if isinstance(row.seats, Mapping) else (row.seats,))))
    days = {span.since for spans in _listed(body_id).values() for span in spans}
    return tuple(sorted({len(members(body_id, day)) for day in days}))


def rules_on(body_id: Which, day: str | None) -> tuple[RuleRow, ...]:
    """The rules of a body in force on an ISO day."""
    when = day_counted(body_id, day)
    rules = row_of(body_id).rule
    return tuple(rule for rule in rules if rule.applies_on(when)) or rules


def default_rule(body_id: Which, day: str | None = None) -> RuleRow:
    """The rule of a body where no topic names another."""
    rules = rules_on(body_id, day)
    return next((rule for rule in rules if rule.default), rules[0])


def governing_rule(body_id: Which, proposal: str, day: str | None = None) -> RuleRow:
    """The rule that the table has for a proposal: the one with most of its topics in the words, of equals the exception."""
    default, rules = default_rule(body_id, day), rules_on(body_id, day)
    hits = {rule.id: sum(bool(topic_pattern(t).search(proposal)) for t in rule.topics) for rule in rules}
    best = max(rules, key=lambda rule: (hits[rule.id], rule is not default))
    return best if hits[best.id] else default


def is_governed(body_id: Which, proposal: str, day: str | None = None) -> bool:
    """Has the table a rule for this very matter: by a topic in the words, or because the body has only one."""
    rules = rules_on(body_id, day)
    return len(rules) == 1 or any(has_topic(rule, proposal) for rule in rules)


def has_topic(rule: RuleRow, words: str) -> bool:
    """Do words name one of a rule's topics."""
    return any(topic_pattern(topic).search(words) for topic in rule.topics)


def knowledge_versions() -> tuple[Table, ...]:
    """Table, source, day and number of rows of the knowledge this room rests on."""
    rows = list(bodies().values())
    counted = sum(len(row.members) + len(row.roster) + len(row.rule) for row in rows)
    source = "treaties and public lists of members, own compilation; each body's file says what it rests on"
    return (Table(table=TABLE, source=source, as_of=max(row.as_of for row in rows), rows=counted),)


def _listed(body_id: Which) -> Mapping[str, tuple[Term, ...]]:
    row = row_of(body_id)
    home = row_of(row.members_of) if row.members_of else row
    return _terms_of(home.id) if bodies().get(home.id) is home else terms_of(home)


@follows_knowledge
@cache
def _terms_of(body_id: str) -> Mapping[str, tuple[Term, ...]]:
    return terms_of(bodies()[body_id])


@cache
def topic_pattern(words: str) -> re.Pattern[str]:
    """A topic at the beginning of a word; a short one is a whole word, so that "tax" is not in "taxi"."""
    ending = r"(?:e?s|ed|ing|ation|er|ers|s?hip)?\b" if len(words) < 5 else ""
    return re.compile(rf"\b{re.escape(words)}{ending}", re.IGNORECASE)


__all__ = [
    "TABLE",
    "BodyRow",
    "Participants",
    "RuleRow",
    "WeightsRow",
    "bodies",
    "body",
    "day_counted",
    "default_rule",
    "first_day",
    "governing_rule",
    "has_topic",
    "is_governed",
    "is_member",
    "knowledge_versions",
    "members",
    "participants",
    "row_of",
    "rules_on",
    "size",
    "sizes",
    "topic_pattern",
]
