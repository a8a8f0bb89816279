"""A chamber of the user's own: a TOML file of its members with their weights, for the calculator.

    name = "City council"                  # optional
    total = { seats = 60 }                 # optional: what a weight must come to

    [seats]                                # a table of numbers is a weight by that name
    greens = 21
    labour = 18

or a row a member, its numbers being its weights:

    [[member]]
    id = "greens"
    name = "Green Party"
    seats = 21
"""

import re
from pathlib import Path
from typing import Any

import msgspec

from sayso.decisions.table import Participants
from sayso.decisions.voters import Roll
from sayso.errors import BadKnowledge

_ROWS = ("member", "members", "party", "parties")
_NO_WEIGHT = "is no weight; a weight is a number of 0 or more"


def read_chamber(path: Path) -> Roll:
    """The members of a file, with their weights.

    Raises BadKnowledge, with the file and what is wrong, if it is no such file, a member stands twice, or a sum is wrong.
    """
    try:
        raw = msgspec.toml.decode(path.read_bytes())
    except OSError as error:
        raise BadKnowledge(f"{path.name}: {error.strerror or error}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadKnowledge(f"{path.name}: no TOML: {error}") from error
    names, weights = _members(path.name, raw)
    if not names:
        raise BadKnowledge(f"{path.name}: no members; write [[member]] rows, or a table such as [seats]")
    _check_totals(path.name, raw, weights)
    who = Participants(
        tuple(sorted(names)), weights=weights, groups=_groups(path.name, raw, names), are_parties=bool(weights)
    )
    return Roll(who, names, str(raw.get("name", path.stem)))


def _members(file: str, raw: dict[str, Any]) -> tuple[dict[str, str], dict[str, dict[str, float]]]:
    names: dict[str, str] = {}
    weights: dict[str, dict[str, float]] = {}
    for key in _ROWS:
        for row in raw.get(key, []) if isinstance(raw.get(key), list) else []:
            member, called, numbers = _row(file, row)
            if member in names:
                raise BadKnowledge(f"{file}: {called} stands twice")
            names[member] = called
            for name, value in numbers.items():
                weights.setdefault(name, {})[member] = value
    for key, table in raw.items():
        if isinstance(table, dict) and key not in ("total", "groups") and any(map(_is_weight, table.values())):
            for called, value in table.items():
                if not _is_weight(value):
                    raise BadKnowledge(f"{file}: {called}: {key} = {value!r} {_NO_WEIGHT}")
                names.setdefault(_slug(called), called)
                weights.setdefault(key, {})[_slug(called)] = float(value)
    return names, weights


def _row(file: str, row: Any) -> tuple[str, str, dict[str, float]]:
    if isinstance(row, str):
        return _slug(row), row, {}
    called = str(row.get("name") or row.get("id") or "") if isinstance(row, dict) else ""
    if not called:
        raise BadKnowledge(f"{file}: a member without a name: {row!r}")
    numbers = {key: value for key, value in row.items() if key not in ("id", "name")}
    wrong = next((key for key, value in numbers.items() if not _is_weight(value)), None)
    if wrong:
        raise BadKnowledge(f"{file}: {called}: {wrong} = {numbers[wrong]!r} {_NO_WEIGHT}")
    return _slug(str(row.get("id") or called)), called, {key: float(value) for key, value in numbers.items()}


def _is_weight(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < float("inf")


def _check_totals(file: str, raw: dict[str, Any], weights: dict[str, dict[str, float]]) -> None:
    total = raw.get("total", {})
    wanted = total if isinstance(total, dict) else dict.fromkeys(weights, total)
    for name, value in wanted.items():
        come_to = sum(weights.get(name, {}).values())
        if not _is_weight(value) or abs(come_to - value) > 1e-9 * max(1.0, value):
            raise BadKnowledge(f"{file}: the {name} come to {come_to:g}, not to the total of {value}")


def _groups(file: str, raw: dict[str, Any], names: dict[str, str]) -> dict[str, tuple[str, ...]]:
    groups = {str(group): tuple(_slug(str(m)) for m in members) for group, members in raw.get("groups", {}).items()}
    for group, members in groups.items():
        unknown = [m for m in members if m not in names]
        if unknown:
            raise BadKnowledge(f"{file}: group {group}: {unknown[0]} is no member")
    return groups


def _slug(name: str) -> str:
    return re.sub(r"[^\w]+", "-", name.strip()).strip("-").lower() if not re.fullmatch(r"[A-Z]{3}", name) else name
