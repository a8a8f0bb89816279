"""Votes as a user gives them: names of members, each in one column, checked against who may vote that day."""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Final, NamedTuple

from sayso.actors import organisation, state, states
from sayso.decisions.table import Participants, row_of
from sayso.errors import BadVote
from sayso.records import Actor, Tally

REST: Final = "rest"
COLUMNS: Final = ("supports", "opposes", "abstains", "conditional", "undecided", "absent")
_OPTIONS: Final = {"supports": "--for", "opposes": "--against", "abstains": "--abstain"}


class Roll(NamedTuple):
    """Who may vote, what each is called, and whose vote it is, in words for messages."""

    who: Participants
    names: Mapping[str, str]
    title: str


def roll_of(body_id: str, who: Participants, day: str | None) -> Roll:
    """The roll of a body on a day, members called as its table or ours of states and organisations have it."""
    row = row_of(body_id)
    own = dict(row_of(row.members_of).names if row.members_of else {}) | dict(row.names)
    names = {member: own.get(member) or _known_as(member) for member in who.members}
    return Roll(who, names, f"{row.name} on {day}" if day else row.name)


def split_by_roll(rolls: Sequence[Roll], given: Mapping[str, Sequence[str]]) -> list[dict[str, list[str]]]:
    """The columns for each of several rolls: each name where it is a member's, `rest` everywhere.

    Raises BadVote if a name is a member's of none.
    """
    split: list[dict[str, list[str]]] = [{} for _ in rolls]
    by_name = [_by_name(roll) for roll in rolls]
    for column, names in given.items():
        for name in names:
            known = [i for i, members in enumerate(by_name) if name.lower() == REST or _folded(name) in members]
            if not known:
                called = ", ".join(roll.title for roll in rolls)
                raise BadVote(f"{name}: no member of any of {called}")
            for i in known:
                split[i].setdefault(column, []).append(name)
    return split


def tally_of_votes(roll: Roll, given: Mapping[str, Sequence[str]]) -> Tally:
    """The tally of members in columns (`supports` …), each name or id once; `rest` stands for all who are not named.

    Raises BadVote, naming the member and the column, if one is unknown, no member, or named twice.
    """
    if roll.who.unnamed and any(given.values()):
        raise BadVote(f"{roll.title}: its members are not listed; give its parties with their seats by --members FILE")
    columns: dict[str, list[str]] = {column: [] for column in COLUMNS}
    where: dict[str, str] = {}
    rest: list[str] = []
    by_name = _by_name(roll)
    for column in COLUMNS:
        for name in given.get(column, ()):
            if name.lower() == REST:
                rest.append(column)
                continue
            member = _member(roll, by_name, name)
            if member in where:
                raise BadVote(_twice(roll, name, where[member], column))
            where[member] = column
            columns[column].append(member)
    if len(rest) > 1:
        raise BadVote(f"{REST} stands in two columns, {_option(rest[0])} and {_option(rest[1])}; it can stand in one")
    if rest:
        columns[rest[0]] += [member for member in roll.who.members if member not in where]
    named = sum(len(members) for members in columns.values())
    return Tally(silent=roll.who.size - named, **{column: tuple(sorted(found)) for column, found in columns.items()})


def _twice(roll: Roll, name: str, first: str, second: str) -> str:
    if first == second:
        return f"{name}: named twice in {_option(first)}"
    return f"{name}: both in {_option(first)} and in {_option(second)}"


def _option(column: str) -> str:
    return _OPTIONS.get(column, f"--{column}")


def _member(roll: Roll, by_name: Mapping[str, str], name: str) -> str:
    found = by_name.get(_folded(name))
    if found:
        return found
    others = {
        _folded(form): row.name for row in states() for form in (row.id, row.name, row.official, *row.aliases) if form
    }
    if _folded(name) in others:
        called = others[_folded(name)]
        shown = name if called.lower() == name.lower() else f"{name} ({called})"
        raise BadVote(f"{shown}: no member of {roll.title}")
    near = get_close_matches(_folded(name), list(by_name), 1, 0.6)
    meant = f"; did you mean {roll.names[by_name[near[0]]]}?" if near else ""
    raise BadVote(f"{name}: no member of {roll.title} is called that{meant}")


def _by_name(roll: Roll) -> dict[str, str]:
    found: dict[str, str] = {}
    for member in roll.who.members:
        for form in (member, roll.names[member], *_forms(member)):
            found.setdefault(_folded(form), member)
    return found


def _forms(member: str) -> Iterator[str]:
    if row := state(member):
        yield from (row.name, row.official, *row.aliases)
    if known := organisation(member):
        yield from (known.name, *known.aliases)


def member_actor(member: str) -> Actor:
    """A member of a body as an actor, where no article names it."""
    return Actor(id=member, name=_known_as(member), kind="state" if state(member) else "organisation")


def _known_as(member: str) -> str:
    found = state(member) or organisation(member)
    return found.name if found else member


def _folded(name: str) -> str:
    return re.sub(r"[^\w]+", " ", name.casefold()).strip().removeprefix("the ")
