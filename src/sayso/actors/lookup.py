"""Rows of the tables by id or by name."""

from functools import cache

from sayso.actors.tables import OrganisationRow, StateRow, knowledge
from sayso.actors.words import folds_of
from sayso.records import Table
from sayso.resources.own import follows_knowledge


def state(identifier: str) -> StateRow | None:
    """The state with an ISO 3166-1 alpha-3 code."""
    return knowledge().states.get(identifier)


def states() -> tuple[StateRow, ...]:
    """All states and territories, by code."""
    return tuple(row for _, row in sorted(knowledge().states.items()))


def organisation(identifier: str) -> OrganisationRow | None:
    """The organisation with a slug such as `nato`."""
    return knowledge().organisations.get(identifier)


def outlet_named(text: str) -> str | None:
    """The id of the outlet that a text names (“NHK”, “The Financial Times”), exactly and alone; None if none does."""
    return _outlets().get(_bare(text))


def knowledge_versions() -> tuple[Table, ...]:
    """Each table in force: its name, source, day, and number of rows."""
    return knowledge().versions


def _bare(text: str) -> tuple[str, ...]:
    folds = folds_of(text)
    return folds[1:] if folds[:1] == ("the",) else folds


@follows_knowledge
@cache
def _outlets() -> dict[tuple[str, ...], str]:
    named: dict[tuple[str, ...], str] = {}
    for row in knowledge().outlets.values():
        for form in (row.name, *row.aliases, *row.weak):
            named.setdefault(_bare(form), row.id)
    return named
