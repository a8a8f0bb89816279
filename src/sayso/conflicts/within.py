"""What does not add up inside one article."""

import re
from collections.abc import Sequence

from sayso.conflicts.dates import differing_dates, find_milestones, moved_dates
from sayso.conflicts.holdouts import find_holdouts
from sayso.conflicts.members import clashing_memberships
from sayso.conflicts.numbers import differing_results, find_results
from sayso.conflicts.passages import MOST_OF_A_KIND
from sayso.conflicts.places import doubly_placed, moved_events
from sayso.conflicts.quotations import doubly_spoken
from sayso.conflicts.roles import clashing_offices
from sayso.conflicts.status import contradicted_holdouts, find_assents, rival_holdouts
from sayso.records import Actor, Article, Conflict, Event, Mention, Statement, Timex


def find_conflicts_within(
    article: Article,
    timexes: Sequence[Timex],
    events: Sequence[Event],
    actors: Sequence[Actor] = (),
    mentions: Sequence[Mention] = (),
    statements: Sequence[Statement] = (),
) -> tuple[Conflict, ...]:
    """Pairs of passages of one article that cannot both be true, in text order.

    Kinds: `place`, `number` (results of one vote), `date` (of what happens once), `status` (sole holdouts), `role`,
    `membership`, `attribution`. What is told twice over is reported once. Speakers who differ, and what changed in
    time, are none: what two speakers say is left alone.
    """
    holdouts = find_holdouts(article)
    told = [(article, event) for event in events[:MOST_OF_A_KIND]]
    found = [
        *doubly_placed(article),
        *moved_events(told),
        *moved_dates(told),
        *clashing_memberships(article, timexes),
        *clashing_offices(article),
        *differing_results(find_results(article, timexes), across=False),
        *differing_dates(find_milestones(article, timexes)),
        *contradicted_holdouts(holdouts, find_assents(article, timexes)),
        *rival_holdouts(holdouts),
    ]
    kept = [c for c in found if not _is_disagreement(c, statements)]
    kept += doubly_spoken([(article, statements, actors)])
    kept = list({(c.kind, *sorted(re.findall(r"\w+", c.why))): c for c in reversed(kept)}.values())
    return tuple(sorted(kept, key=lambda c: (c.sides[0].start, c.sides[1].start, c.kind)))


def _is_disagreement(conflict: Conflict, statements: Sequence[Statement]) -> bool:
    """Whether the two sides are what two different actors said."""
    speakers = [_speaker(side.start, side.end, statements) for side in conflict.sides]
    return speakers[0] is not None and speakers[1] is not None and speakers[0] != speakers[1]


def _speaker(start: int, end: int, statements: Sequence[Statement]) -> str | None:
    """Whose content covers most of a passage."""
    for statement in statements:
        covered = sum(max(0, min(end, b) - max(start, a)) for a, b in statement.content)
        if statement.actor and covered > 0.6 * (end - start):
            return statement.actor
    return None
