"""The knowledge of who is who: rows of the shipped tables, and a user's own TOML laid over them."""

from functools import cache
from typing import Any, Final

import msgspec

from sayso.actors.words import slug
from sayso.errors import BadKnowledge
from sayso.records import Record, Table
from sayso.resources import knowledge_text, knowledge_toml
from sayso.resources.own import follows_knowledge, own_name, own_rows


class StateRow(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A state or territory; `id` is ISO 3166-1 alpha-3."""

    id: str
    name: str
    official: str = ""
    aliases: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


class OrganisationRow(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An international organisation or one of its organs (`parent`); `chief` is its head's title.

    A company, union or association has its home `state`; its `weak` forms are common words, surnames or short acronyms.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    descriptors: tuple[str, ...] = ()
    parent: str | None = None
    chief: str | None = None
    state: str = ""
    weak: tuple[str, ...] = ()


class PartyRow(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A party; `weak` forms are common words that count only near its state."""

    id: str
    name: str
    state: str
    aliases: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


class OutletRow(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A news outlet or agency; `weak` forms are common words."""

    id: str
    name: str
    state: str = ""
    aliases: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


class SeatRow(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A building, street or chamber that stands for an institution of a state."""

    state: str
    institution: str
    name: str
    forms: tuple[str, ...]
    context: bool = False


class HolderRow(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A term of office, of a state (`office` hos, hog, foreign …) or an organisation (`office` chief)."""

    of: str
    office: str
    title: str
    name: str
    surname: str
    aliases: tuple[str, ...] = ()
    since: str = ""
    until: str = ""

    def holds(self, day: str | None) -> bool:
        """Whether the term covers an ISO day; without one, whether it still runs."""
        return self.since <= day and (not self.until or day <= self.until) if day else not self.until


class Knowledge(Record, frozen=True, kw_only=True):
    """All tables."""

    states: dict[str, StateRow]
    organisations: dict[str, OrganisationRow]
    parties: dict[str, PartyRow]
    outlets: dict[str, OutletRow]
    seats: tuple[SeatRow, ...]
    holders: tuple[HolderRow, ...]
    genders: dict[str, str]
    cities: dict[str, str]
    versions: tuple[Table, ...]


@follows_knowledge
@cache
def knowledge() -> Knowledge:
    """The tables in force: the shipped rows, and a user's own laid over them; a row whose `id` exists replaces it."""
    base, name = _shipped(), own_name()
    if name is None:
        return base
    states, organisations = own_rows("state", StateRow), own_rows("organisation", OrganisationRow)
    parties, outlets = own_rows("party", PartyRow), own_rows("outlet", OutletRow)
    seats, holders = own_rows("seat", SeatRow), own_rows("holder", HolderRow)
    rows = sum(map(len, (states, organisations, parties, outlets, seats, holders)))
    return msgspec.structs.replace(
        base,
        states={**base.states, **{row.id: row for row in states}},
        organisations={**base.organisations, **{row.id: row for row in organisations}},
        parties={**base.parties, **{row.id: row for row in parties}},
        outlets={**base.outlets, **{row.id: row for row in outlets}},
        seats=(*base.seats, *seats),
        holders=(*base.holders, *holders),
        versions=(*base.versions, Table(table=name, source="yours", as_of="", rows=rows)) if rows else base.versions,
    )


@cache
def _shipped() -> Knowledge:
    states = [StateRow(id=i, name=n, official=o, aliases=_s(a), capitals=_s(c), adjectives=_s(d), people=_s(p))
              for i, n, o, a, c, d, p in _rows("states.tsv", 7)]  # fmt: skip
    organisations = [OrganisationRow(id=i, name=n, aliases=_s(a), descriptors=_s(d), parent=p or None, chief=c or None)
                     for i, n, a, d, p, c in _rows("organisations.tsv", 6)]  # fmt: skip
    companies = [OrganisationRow(id=i, name=n, state=s, aliases=_s(a), weak=_s(w))
                 for i, n, s, a, w in _rows("companies.tsv", 5)]  # fmt: skip
    parties = [PartyRow(id=i, name=n, state=s, aliases=_s(a), weak=_s(w)) for i, n, s, a, w in _rows("parties.tsv", 5)]
    outlets = [
        OutletRow(id=slug(n), name=n, state=s, aliases=_s(a), weak=_s(w)) for n, s, a, w in _rows("outlets.tsv", 4)
    ]
    holders = [_known_as(HolderRow(of=s, office=o, title=t, name=n, surname=last, aliases=_s(a), since=f, until=u))
               for s, o, t, n, last, a, f, u in _rows("officeholders.tsv", 8)]  # fmt: skip
    heads = [HolderRow(of=o, office="chief", title=t, name=n, surname=_surname(n), since=f, until=u)
             for o, t, n, f, u in _rows("heads.tsv", 5)]  # fmt: skip
    genders = {name: row[0] for row in _rows("given_names.tsv", 2) for name in row[1].split()}
    seats = msgspec.convert(knowledge_toml("seats.toml")["seat"], tuple[SeatRow, ...])
    return Knowledge(
        states={row.id: row for row in states},
        organisations={row.id: row for row in (*organisations, *companies)},
        parties={row.id: row for row in parties},
        outlets={row.id: row for row in outlets},
        seats=seats,
        holders=(*holders, *heads),
        genders=genders,
        cities={name: state for name, kind, state, _ in _rows("places.tsv", 4) if kind == "city"},
        versions=_versions(len(seats)),
    )


@follows_knowledge
@cache
def holders_by_name() -> dict[str, tuple[HolderRow, ...]]:
    """Terms by their holder's name."""
    rows: dict[str, tuple[HolderRow, ...]] = {}
    for row in knowledge().holders:
        rows[row.name] = (*rows.get(row.name, ()), row)
    return rows


@cache
def members() -> dict[str, frozenset[str]]:
    """The states that belong to organisations, by the organisation."""
    return {organisation: frozenset(states.split()) for organisation, states in _rows("members.tsv", 2)}


_HALF_NAMES: Final = frozenset({"Juan", "Jose", "José", "Sultan"})  # given names that go with a second one
_TABLES: Final = (
    "states",
    "organisations",
    "companies",
    "heads",
    "parties",
    "outlets",
    "officeholders",
    "given_names",
    "members",
)


def _versions(seats: int) -> tuple[Table, ...]:
    found = []
    for table in _TABLES:
        text = knowledge_text(f"{table}.tsv")
        head = dict(line[2:].split(": ", 1) for line in text.splitlines() if line.startswith("# ") and ": " in line)
        rows = sum(1 for line in text.splitlines() if line and not line.startswith("#")) - 1
        found.append(Table(table=table, source=head["source"], as_of=head["as_of"], rows=rows))
    toml: dict[str, Any] = knowledge_toml("seats.toml")
    return (*found, Table(table="seats", source=toml["source"], as_of=toml["as_of"], rows=seats))


def _rows(name: str, columns: int) -> list[list[str]]:
    lines = [line for line in knowledge_text(name).splitlines() if line and not line.startswith("#")]
    rows = [line.split("\t") for line in lines[1:]]
    if bad := next((row for row in rows if len(row) > columns), None):
        raise BadKnowledge(f"{name}: {len(bad)} columns for {columns} in {bad[:2]}")
    return [row + [""] * (columns - len(row)) for row in rows]


def _s(field: str) -> tuple[str, ...]:
    return tuple(part for part in field.split("|") if part)


def _known_as(row: HolderRow) -> HolderRow:
    """A holder by the name that ends with the surname, where the full one goes on (“Rafael Correa Delgado”)."""
    names = sorted((a for a in row.aliases if a.endswith(f" {row.surname}")), key=len)
    if not names or row.name.endswith(row.surname) or {"de", "da", "do"} & set(row.name.split()):
        return row
    chosen = names[-1 if row.name.split()[0] in _HALF_NAMES else 0]
    others = (row.name, *(a for a in row.aliases if a != chosen))
    return msgspec.structs.replace(row, name=chosen, aliases=others)


def _surname(name: str) -> str:
    parts = name.split()
    low = next((i for i, part in enumerate(parts[1:], 1) if part.lower() in ("von", "van", "de", "al")), len(parts) - 1)
    return " ".join(parts[low:])
