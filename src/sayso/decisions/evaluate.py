"""Rules applied to votes: does it pass, can it still, who stops it alone, and whose change would turn it (DESIGN §7)."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import combinations
from math import ceil, comb, floor
from typing import Final, Literal, NamedTuple

from sayso.decisions.table import Clause, Meaning, RuleRow, share

Chance = Literal["certain", "possible", "impossible"]
_NOBODY: Final[frozenset[str]] = frozenset()
_LARGEST_SET: Final = 4
_MOST_TRIALS: Final = 20_000
_MOST_SETS: Final = 24


class Votes(NamedTuple):
    """Who votes how; members in none of the four have not said."""

    yes: frozenset[str] = _NOBODY
    no: frozenset[str] = _NOBODY
    abstain: frozenset[str] = _NOBODY
    absent: frozenset[str] = _NOBODY

    def known(self) -> frozenset[str]:
        """All who have said how they vote."""
        return self.yes | self.no | self.abstain | self.absent


def evaluate(
    rule: RuleRow,
    members: Iterable[str],
    yes: Iterable[str] = (),
    no: Iterable[str] = (),
    abstain: Iterable[str] = (),
    absent: Iterable[str] = (),
) -> Chance:
    """Is passage certain, possible or impossible when the members in none of the lists may still vote either way.

    Votes of others than members are not counted. Rules are monotone: a yes in place of another vote never hurts, so the
    two extremes, all others for and all others against, bound everything between.
    """
    everybody = frozenset(members)
    votes = Votes(*(frozenset(group) & everybody for group in (yes, no, abstain, absent)))
    return chance(rule, everybody, votes)


def chance(rule: RuleRow, members: frozenset[str], votes: Votes) -> Chance:
    """As `evaluate`, for votes of members only."""
    open_ = members - votes.known()
    if passes(rule, members, votes._replace(no=votes.no | open_)):
        return "certain"
    return "possible" if passes(rule, members, votes._replace(yes=votes.yes | open_)) else "impossible"


def passes(rule: RuleRow, members: frozenset[str], votes: Votes) -> bool:
    """Does a complete vote pass."""
    favour, against = set(votes.yes), set(votes.no)
    for group, meaning in ((votes.abstain, rule.abstention), (votes.absent, rule.absence)):
        _count_as(meaning, group, favour, against)
    return _holds(rule.passes, rule, members, frozenset(favour), frozenset(against), votes.no)


def suffices_alone(rule: RuleRow, members: frozenset[str], member: str) -> bool:
    """Does this member's no stop what all others want."""
    return not passes(rule, members, Votes(yes=members - {member}, no=frozenset({member})))


def turning_sets(rule: RuleRow, members: frozenset[str], votes: Votes) -> tuple[tuple[str, ...], ...]:
    """The smallest sets of members whose change turns the outcome: from no to yes what cannot pass, from yes to no what must.

    Sets of more than four beyond those that every solution needs, or of too many members, are not searched; of equal ones
    the first 24, sorted.
    """
    now = chance(rule, members, votes)
    if now == "possible":
        return ()
    turn_from = votes.no | votes.abstain if now == "impossible" else votes.yes | votes.abstain
    needed = [
        m for m in sorted(turn_from) if now == "impossible" and suffices_alone(rule, members, m) and m in votes.no
    ]
    rest = sorted(turn_from - set(needed))
    for size in _sizes(0, len(rest)):
        found = list(_turning(rule, members, votes, now, needed, rest, size))
        if found:
            return tuple(found)
    return ()


def _turning(
    rule: RuleRow, members: frozenset[str], votes: Votes, now: Chance, needed: list[str], rest: list[str], size: int
) -> Iterator[tuple[str, ...]]:
    found = 0
    for more in combinations(rest, size):
        chosen = frozenset((*needed, *more))
        if chosen and chance(rule, members, _moved(votes, chosen, to_yes=now == "impossible")) != now:
            yield tuple(sorted(chosen))
            found += 1
        if found == _MOST_SETS:
            return


def deciding_sets(
    rule: RuleRow, members: frozenset[str], votes: Votes, wavering: frozenset[str]
) -> tuple[tuple[str, ...], ...]:
    """The smallest sets of wavering members who settle an open outcome if they come down on one side together."""
    for size in _sizes(1, len(wavering)):
        found = [
            chosen
            for chosen in combinations(sorted(wavering), size)
            if any(
                chance(rule, members, _moved(votes, frozenset(chosen), side)) != "possible" for side in (True, False)
            )
        ]
        if found:
            return tuple(found[:_MOST_SETS])
    return ()


def _sizes(least: int, available: int) -> Iterator[int]:
    """The sizes of sets that are searched: few enough members, few enough sets."""
    return (n for n in range(least, min(_LARGEST_SET, available) + 1) if comb(available, n) <= _MOST_TRIALS)


def thresholds(rule: RuleRow, members: int) -> dict[str, float]:
    """What passage takes, flat: numbers of `states` or `votes`, shares of `votes` or of a weight by its name."""
    found: dict[str, float] = {}
    for clause in _leaves(rule.passes):
        if clause.members:
            found["states"] = ceil(share(clause.members) * members)
        if clause.more_than:
            found["states"] = floor(share(clause.more_than) * members) + 1
        if clause.no_objection:
            found["states"] = members
        if clause.count is not None:
            found["votes"] = clause.count
        if clause.weight:
            found[rule.weighed_by] = round(float(share(clause.weight)), 4)
        if part := clause.votes or clause.more_votes_than:
            found["votes"] = round(float(share(part)), 4)
    return found


def veto_of(rule: RuleRow) -> tuple[str, ...] | None:
    """The members whose vote against stops it by name, null if the rule names none."""
    return next((clause.no_vote_of for clause in _leaves(rule.passes) if clause.no_vote_of), None)


def _moved(votes: Votes, chosen: frozenset[str], to_yes: bool) -> Votes:
    left = Votes(*(group - chosen for group in votes))
    return left._replace(yes=left.yes | chosen) if to_yes else left._replace(no=left.no | chosen)


def _count_as(meaning: Meaning, group: frozenset[str], favour: set[str], against: set[str]) -> None:
    if meaning == "for":
        favour.update(group)
    elif meaning == "against":
        against.update(group)


def _leaves(clause: Clause) -> Iterator[Clause]:
    yield clause
    for part in (*clause.all_of, *clause.any_of):
        yield from _leaves(part)


def _holds(
    clause: Clause,
    rule: RuleRow,
    members: frozenset[str],
    favour: frozenset[str],
    against: frozenset[str],
    no: frozenset[str],
) -> bool:
    if not all(_holds(part, rule, members, favour, against, no) for part in clause.all_of):
        return False
    if clause.any_of and not any(_holds(part, rule, members, favour, against, no) for part in clause.any_of):
        return False
    return all(_tests(clause, rule, members, favour, against, no))


def _tests(
    clause: Clause,
    rule: RuleRow,
    members: frozenset[str],
    favour: frozenset[str],
    against: frozenset[str],
    no: frozenset[str],
) -> Iterator[bool]:
    """Each threshold that the clause sets, as met or not."""
    voting = len(favour) + len(against)
    if clause.members:
        yield len(favour) >= share(clause.members) * len(members)
    if clause.more_than:
        yield len(favour) > share(clause.more_than) * len(members)
    if clause.count is not None:
        yield len(favour) >= clause.count
    if clause.weight:
        yield _weight(rule, favour) >= share(clause.weight) * _weight(rule, members)
    if clause.unwilling_below is not None:
        yield len(members - favour) < clause.unwilling_below
    if clause.no_objection:
        yield not against
    if clause.no_vote_of:
        yield not no & set(clause.no_vote_of)
    if clause.votes:
        yield len(favour) >= share(clause.votes) * voting and bool(favour)
    if clause.more_votes_than:
        yield len(favour) > share(clause.more_votes_than) * voting


def _weight(rule: RuleRow, group: frozenset[str]) -> Fraction:
    return sum((Fraction(rule.weights.get(member, 0)) for member in sorted(group)), Fraction(0))
