"""A user's own knowledge: a TOML file whose rows add to the shipped tables or replace theirs."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol, TypeVar

import msgspec

from sayso.errors import BadKnowledge

KINDS: Final = ("state", "organisation", "party", "outlet", "seat", "holder", "body")
Row = TypeVar("Row")


class _HasCache(Protocol):
    def cache_clear(self) -> None: ...


Cached = TypeVar("Cached", bound=_HasCache)


class Own(NamedTuple):
    """A file as read: its name, its text, and its rows by kind."""

    name: str
    text: str
    rows: dict[str, list[dict[str, Any]]]


_chosen: list[Own] = []
_forget: Final[list[Callable[[], None]]] = []


def lay_over(path: str | Path | None) -> None:
    """Lay a file over the shipped tables from now on; None takes it away again.

    It holds arrays of tables, `[[state]]`, `[[organisation]]`, `[[party]]`, `[[outlet]]`, `[[seat]]`, `[[holder]]`,
    `[[body]]`, with the fields of the shipped rows. Raises BadKnowledge, with the line, if it is no such file.
    """
    _chosen[:] = [_read(Path(path))] if path else []
    for clear in _forget:
        clear()


def follows_knowledge(cached: Cached) -> Cached:
    """A function with a cache, which is forgotten whenever the knowledge changes."""
    _forget.append(cached.cache_clear)
    return cached


def own_name() -> str | None:
    """The name of the file that lies over the tables."""
    return _chosen[0].name if _chosen else None


def own_rows(kind: str, row: type[Row]) -> tuple[Row, ...]:
    """The user's rows of a kind. Raises BadKnowledge, with the line, if one is not of the shape."""
    return tuple(_row(own, kind, i, row) for own in _chosen for i in range(len(own.rows.get(kind, []))))


def _row(own: Own, kind: str, index: int, row: type[Row]) -> Row:
    try:
        return msgspec.convert(own.rows[kind][index], row)
    except (msgspec.ValidationError, ValueError) as error:
        reason, _, place = str(error).partition(" - at ")
        field = re.search(r"\$\.(\w+)", place) or re.search(r"unknown field `(\w+)`", reason)
        line = _line(own.text, kind, index, field[1] if field else "")
        raise BadKnowledge(
            f"{own.name}, line {line}: [[{kind}]] {reason}{' in ' + place.strip('`$.') if place else ''}"
        ) from error


def _read(path: Path) -> Own:
    try:
        text = path.read_text("utf-8-sig")
        raw = msgspec.toml.decode(text)
    except OSError as error:
        raise BadKnowledge(f"{path.name}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise BadKnowledge(f"{path.name}: not UTF-8 at byte {error.start}; save it as UTF-8") from error
    except msgspec.DecodeError as error:
        where = re.search(r"^(.*?) \(at line (\d+), column \d+\)$", str(error)) or re.search(r"^(.*?)()$", str(error))
        at = f", line {where[2]}" if where and where[2] else ""
        raise BadKnowledge(f"{path.name}{at}: no TOML: {where[1] if where else error}") from error
    for key, rows in raw.items():
        if key not in KINDS or not isinstance(rows, list):
            line = _first(text, rf"\s*(?:\[+\s*)?{re.escape(key)}\b")
            kinds = ", ".join(f"[[{kind}]]" for kind in KINDS)
            raise BadKnowledge(f"{path.name}, line {line}: {key!r} is no table of rows; there may be {kinds}")
    return Own(path.name, text, raw)


def _line(text: str, kind: str, index: int, field: str) -> int:
    """The line of a field of the nth row of a kind, else of the row."""
    lines = text.splitlines()
    heads = [i for i, line in enumerate(lines, 1) if re.match(rf"\s*\[\[\s*{kind}\s*\]\]", line)]
    start = heads[index]
    end = next(
        (i for i, line in enumerate(lines, 1) if i > start and re.match(r"\s*\[\[\s*\w+\s*\]\]", line)), len(lines) + 1
    )
    named = (i for i in range(start, end) if field and re.match(rf"\s*\[*{field}\b", lines[i - 1]))
    return next(named, start)


def _first(text: str, pattern: str) -> int:
    return next((i for i, line in enumerate(text.splitlines(), 1) if re.match(pattern, line)), 1)
