"""What does not add up between articles."""

from collections.abc import Sequence

from sayso.conflicts.dates import differing_dates, find_milestones, moved_dates
from sayso.conflicts.holdouts import find_holdouts
from sayso.conflicts.numbers import differing_results, find_results
from sayso.conflicts.places import moved_events
from sayso.conflicts.quotations import doubly_spoken
from sayso.conflicts.status import contradicted_holdouts, find_assents
from sayso.records import Conflict, Reading


def find_conflicts_across(readings: Sequence[Reading]) -> tuple[Conflict, ...]:
    """Pairs of passages of two articles that cannot both be true, whatever day each was written on.

    Changes over time are none: results and places must share their day, milestones happen once, and a holdout is
    contradicted only by an assent dated before it was told. The order of the readings does not matter.
    """
    ordered = sorted(readings, key=lambda r: (r.article.published or "", r.article.id))
    results = [x for r in ordered for x in find_results(r.article, r.timexes)]
    milestones = [x for r in ordered for x in find_milestones(r.article, r.timexes)]
    holdouts = [x for r in ordered for x in find_holdouts(r.article)]
    assents = [x for r in ordered for x in find_assents(r.article, r.timexes)]
    told = [(r.article, event) for r in ordered for event in r.events]
    found = [
        *moved_events(told),
        *moved_dates(told),
        *doubly_spoken([(r.article, r.statements, r.actors) for r in ordered]),
        *differing_results(results, across=True),
        *differing_dates(milestones),
        *contradicted_holdouts(holdouts, assents),
    ]
    kept = {_key(c): c for c in found if c.scope == "across"}
    return tuple(kept.values())


def _key(conflict: Conflict) -> tuple[str, ...]:
    return (conflict.kind, *(f"{side.article}:{side.start}" for side in conflict.sides))
