"""Office-holders of the tables by name, surname and place."""

from functools import cache
from typing import Final

from sayso.actors.descriptions import Description
from sayso.actors.roles import RoleKind, office_of
from sayso.actors.tables import HolderRow, knowledge
from sayso.actors.words import fold, folds_of
from sayso.resources.own import follows_knowledge

LEADERS: Final = frozenset({"hos", "hog"})
_OFFICES: Final[dict[str, tuple[str, ...]]] = {
    "president": ("hos", "hog"),
    "prime": ("hog",),
    "monarch": ("hos",),
    "foreign": ("foreign",),
    "defence": ("defence",),
    "finance": ("finance",),
}


@follows_knowledge
@cache
def large_states() -> frozenset[str]:
    """The states whose ministers the tables list too: their leaders are known by surname anywhere."""
    return frozenset(row.of for row in knowledge().holders if row.office == "foreign")


@follows_knowledge
@cache
def holders_named() -> dict[str, tuple[HolderRow, ...]]:
    """Terms by their holder's folded name."""
    rows: dict[str, tuple[HolderRow, ...]] = {}
    for row in knowledge().holders:
        rows[fold(row.name)] = (*rows.get(fold(row.name), ()), row)
    return rows


@follows_knowledge
@cache
def holders_surnamed() -> dict[str, tuple[HolderRow, ...]]:
    """Terms by their holder's folded surname."""
    rows: dict[str, tuple[HolderRow, ...]] = {}
    for row in knowledge().holders:
        key = " ".join(folds_of(row.surname))
        rows[key] = (*rows.get(key, ()), row)
    return rows


def kind_of_office(holder: HolderRow) -> RoleKind:
    """What kind of role an office is."""
    if holder.office == "chief":
        return "leader"
    return "spokes" if "spokes" in holder.title.lower() else "chief" if holder.office in LEADERS else "minister"


def newest_first(day: str) -> tuple[int, ...]:
    """A key that sorts ISO days from the latest to the earliest."""
    return tuple(-ord(c) for c in day)


@follows_knowledge
@cache
def _by_place() -> dict[str, tuple[HolderRow, ...]]:
    rows: dict[str, tuple[HolderRow, ...]] = {}
    for row in knowledge().holders:
        rows[row.of] = (*rows.get(row.of, ()), row)
    return rows


def office_holder(description: Description, day: str | None) -> HolderRow | None:
    """The one holder, on a day, of a state's office that a role phrase names, by the tables."""
    wanted = _OFFICES.get(office_of(description.role, description.noun))
    if not description.state or not wanted or description.former or description.plural:
        return None
    rows = [
        r for r in _by_place().get(description.state, ()) if r.holds(day) and r.office in wanted and not _is_deputy(r)
    ]
    rows.sort(key=lambda r: wanted.index(r.office))
    title = {"prime": ("minister", "premier", "chancellor"), "president": ("president",)}.get(
        office_of(description.role, description.noun), ("",)
    )
    title = ("chancellor",) if description.noun == "chancellor" else title
    rows = [r for r in rows if any(t in r.title.casefold() for t in title)]
    return rows[0] if len({r.name for r in rows[:1]}) == 1 else None


def last_holder(state: str, description: Description, since: str, day: str) -> HolderRow | None:
    """Whose term of a state's office ended last between two days, by the tables."""
    wanted = _OFFICES.get(office_of(description.role, description.noun), ())
    rows = [r for r in _by_place().get(state, ()) if r.office in wanted and r.until and since <= r.until <= day]
    return max((r for r in rows if not _is_deputy(r)), key=lambda r: r.until, default=None)


def holder_after(row: HolderRow, step: int, day: str) -> HolderRow | None:
    """Who had an office next (step 1) by a day, or before (step -1), by the tables."""
    terms = [r for r in _by_place().get(row.of, ()) if r.office == row.office and not _is_deputy(r)]
    if step > 0:
        later = [r for r in terms if row.until and row.until <= r.since <= day and r.name != row.name]
        return min(later, key=lambda r: r.since, default=None)
    earlier = [r for r in terms if r.since < row.since and r.name != row.name]
    return max(earlier, key=lambda r: r.since, default=None)


def _is_deputy(row: HolderRow) -> bool:
    return any(word in row.title.casefold() for word in ("vice", "deputy", "elect", "second", "first"))
