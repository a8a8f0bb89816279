"""A rule applied to votes, and its thresholds as plain numbers."""

from collections.abc import Iterable
from typing import Final

from sayso.decisions.expressions import Everybody, Named, Threshold, least, tests_of
from sayso.decisions.games import Ballot, Chance, chance, game
from sayso.decisions.rows import RuleRow
from sayso.decisions.table import Participants

_IN_SHARES: Final = ("share", "cast")


def evaluate(
    rule: RuleRow,
    who: Participants | Iterable[str],
    yes: Iterable[str] = (),
    no: Iterable[str] = (),
    abstain: Iterable[str] = (),
    absent: Iterable[str] = (),
) -> Chance:
    """Is passage certain, possible or impossible when the members in none of the lists may still vote either way.

    Votes of others than members are not counted. Raises BadRule if the rule names what these participants have not.
    """
    counted = who if isinstance(who, Participants) else Participants(tuple(sorted(who)))
    columns: tuple[tuple[Ballot, Iterable[str]], ...]
    columns = (("yes", yes), ("no", no), ("abstain", abstain), ("absent", absent))
    votes = {member: ballot for ballot, cast in columns for member in cast}
    made = game(rule, counted)
    return chance(made, {member: ballot for member, ballot in votes.items() if member in made.place})


def thresholds(rule: RuleRow, who: Participants, size: int | None = None) -> dict[str, float]:
    """What passage takes, flat: numbers of `states` or `votes`, shares of `votes` or of a weight by its name."""
    found: dict[str, float] = {}
    members = size or who.size
    for test in tests_of(rule.expression):
        if isinstance(test, Everybody):
            found["states"] = members
        elif isinstance(test, Threshold) and test.measure in ("count", "share", "weight", "cast"):
            name, value = _plain(test, who, members)
            found.setdefault(name, value)
    return found


def veto_of(rule: RuleRow, who: Participants) -> tuple[str, ...] | None:
    """The members whose vote against stops it by name, null if the rule names none."""
    for test in tests_of(rule.expression):
        if isinstance(test, Named) and test.what == "veto":
            return tuple(
                member for name in test.names for member in who.groups.get(name, (name,)) if member in who.members
            )
    return None


def _plain(test: Threshold, who: Participants, members: int) -> tuple[str, float]:
    is_strict = test.comparison == ">"
    if test.measure == "count":
        return "votes", int(test.amount) + is_strict
    if test.measure == "share" and not test.of:
        return "states", least(test.amount * members, is_strict=is_strict)
    name = test.of if test.of and test.measure != "cast" else "votes"
    return name, round(float(test.amount), 4) if test.measure in _IN_SHARES else float(test.amount)
