"""Persons of the article whom the tables know: by full name, by a surname with a role, by a leader's surname alone."""

from typing import Final

from sayso.actors.descriptions import Description
from sayso.actors.holders import LEADERS, holders_named, holders_surnamed, large_states, newest_first
from sayso.actors.metonymy import is_acting
from sayso.actors.names import is_given_name
from sayso.actors.person import Person
from sayso.actors.scene import Scene
from sayso.actors.speech import after_aside, speaks
from sayso.actors.tables import HolderRow, knowledge
from sayso.actors.words import fold

_COMMON: Final = frozenset(
    "may brown white black green case day hill young long king bush west good short major price fox best north park stone "
    "banks wood church bishop page power rice law mark rose sun van marin guy cook moon yoon so an ma le do".split()
)

_KNOWN_ALONE: Final = (*LEADERS, "foreign", "chief")
_ACTING: Final = frozenset("said says has had was is told did does says wants went and".split()) - {"and"}


def holder_with_surname(scene: Scene, parts: tuple[str, ...], description: Description | None) -> str | None:
    """The name of the office-holder whom a surname with a role or title means (“President Macron”), if it can be only one."""
    if len(parts) > 2 or (description and description.kind not in ("chief", "minister", "leader", "spokes")):
        return None
    named = holders_surnamed().get(" ".join(parts), ())
    if not named and description and len(parts) == 2:  # another romanisation: “Sergey” for “Sergei”
        named = tuple(row for row in holders_surnamed().get(parts[1], ()) if fold(row.name)[:3] == parts[0][:3])
    rows = [row for row in named if _is_near(scene, row)]
    if description and description.state:
        rows = [row for row in rows if row.of == description.state]
    current = [row for row in rows if row.holds(scene.day)]
    return _only(current or rows)


def leader_at(scene: Scene, index: int) -> str | None:
    """The name of the leader whom a word means who is called by the surname alone."""
    word = scene.words[index]
    if len(word.fold) < 2 or word.fold not in holders_surnamed():
        return None
    is_doubtful = word.fold in _COMMON or (is_given_name(word.text) and word.fold != "xi")
    if is_doubtful and not _stands_as_person(scene, index):
        return None
    offices = (*LEADERS, "foreign", "defence", "finance", "chief")
    rows = [r for r in holders_surnamed()[word.fold] if r.office in offices and _is_near(scene, r)]
    rows = [r for r in rows if r.of in scene.lands] if is_doubtful else rows
    current = [row for row in rows if row.holds(scene.day) and (row.office in _KNOWN_ALONE or row.of in scene.lands)]
    lately = [row for row in rows if row.office in LEADERS or _is_recent(row, scene.day)]
    found = _only(current or [r for r in lately if not is_doubtful or _is_recent(r, scene.day)])
    chiefs = [r for r in holders_surnamed()[word.fold] if r.office == "chief" and scene.day and r.holds(scene.day)]
    if (
        not found
        and not is_doubtful
        and len(holders_surnamed()[word.fold]) == len(chiefs)
        and is_acting(scene, index + 1)
    ):
        return _only(chiefs)
    verb = after_aside(scene, index + 1, scene.sentence(index)[1])
    if found or is_doubtful or not (is_acting(scene, index + 1) or speaks(scene, index, verb)):
        return found
    return _only([row for row in rows if row.of in scene.lands and scene.day and row.since <= scene.day])


def _stands_as_person(scene: Scene, index: int) -> bool:
    """Whether a capital that is a common word or given name, too, acts as a person does, or is dealt with as one."""
    after = scene.fold(index + 1)
    if scene.is_headline(index) or (scene.hit_at[index] and scene.believed(scene.hit_at[index])):  # type: ignore[arg-type]
        return False
    if after in _ACTING or (after.endswith("ed") and len(after) > 4):
        return True
    is_given = is_given_name(scene.words[index].text) and scene.fold(index) not in _COMMON
    return is_given and scene.fold(index - 1) in ("with", "to", "by", "meets", "met", "meet", "meeting", "of")


def _is_recent(row: HolderRow, day: str | None) -> bool:
    """Whether a term ended not more than about a year before a day."""
    return day is not None and row.since <= day and (not row.until or row.until >= f"{int(day[:4]) - 1}{day[4:]}")


def leader_called(scene: Scene, given: str) -> str | None:
    """The name of the one leader in office, of a state that the article names, who has a given name (“Sir Keir”)."""
    rows = (r for r in knowledge().holders if r.office in LEADERS and r.of in scene.counted and r.holds(scene.day))
    return _only([row for row in rows if fold(row.name.split()[0]) == given])


def take_from_tables(person: Person, known: str, written: str, day: str | None) -> None:
    """Give a person the term that covers the day, else the last; and the name as the article or the table writes it."""
    rows = holders_named().get(fold(known), ())
    current = [row for row in rows if row.holds(day)]
    order = sorted(current or rows, key=lambda r: (r.office not in LEADERS, newest_first(r.since)))
    person.holder, person.in_office = order[0], bool(current)
    table_name = order[0].name
    is_long = len(table_name.split()) > 3 or "." in table_name
    is_better = (fold(written) == fold(table_name) and not written.isascii()) or (is_long and " " in written)
    person.name = written if is_better else table_name


def _only(rows: list[HolderRow]) -> str | None:
    names = sorted({row.name for row in rows})
    return names[0] if len(names) == 1 else None


def _is_near(scene: Scene, row: HolderRow) -> bool:
    """Whether the article names the state or organisation of a term, or its leader is known by surname anywhere."""
    if row.office == "chief":
        return any(e.id == row.of for hit in scene.hits for e in hit.entries if e.kind == "organisation")
    is_famous = row.office in LEADERS and row.of in large_states() and row.holds(scene.day)
    return row.of in scene.lands or is_famous
