"""How likely a proposal is to pass when each member's vote is a chance of its own, independent of the others'; exact.

The members are split into two halves. The distribution of what each half adds to every threshold is built member by member,
equal sums merged (Horowitz & Sahni 1974); then the halves are joined, and the ways to pass by inclusion and exclusion.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.decisions.games import BALLOTS, Ballot, Game

Odds = Mapping[Ballot, float]
_MOST_SUMS: Final = 400_000
_FEW: Final = 64
_LARGEST: Final = 2**60
_Sums = NDArray[np.int64]
_Shares = NDArray[np.float64]


class _Half(NamedTuple):
    sums: _Sums  # one row a different result, one column a threshold
    shares: _Shares


def chance_of_passing(made: Game, odds: Mapping[str, Odds]) -> float | None:
    """The probability that it passes, each player's ballots having these odds, which add up to 1; unnamed players vote no.

    None where the sums of the weights are too many to be counted exactly.
    """
    if any(abs(n) > _LARGEST for g in made.gains for n in (g.needed, *map(sum, g.by.values()))):
        return None
    fixed = [sum(g.by["no"][i] for p, i in made.place.items() if p not in odds) for g in made.gains]
    voting = sorted(
        (p for p in odds if p in made.place), key=lambda p: -max(g.by["yes"][made.place[p]] for g in made.gains)
    )
    halves = [_distribution(made, voting[start::2], odds) for start in (0, 1)]
    if halves[0] is None or halves[1] is None:
        return None
    needed = np.array([g.needed - base for g, base in zip(made.gains, fixed, strict=True)], dtype=np.int64)
    total = 0.0
    for count in range(1, len(made.ways) + 1):
        for ways in combinations(made.ways, count):
            both = _hardest(made, needed, sorted(frozenset[int]().union(*ways)))
            total += (-1) ** (count + 1) * _joint(halves[0], halves[1], needed, both)
    return min(1.0, max(0.0, total))


def _hardest(made: Game, needed: _Sums, tests: Sequence[int]) -> list[int]:
    """Of thresholds that count the same, the one that takes most."""
    found: dict[tuple[tuple[int, ...], ...], int] = {}
    for test in tests:
        counts = tuple(made.gains[test].by[ballot] for ballot in BALLOTS)
        before = found.get(counts)
        if before is None or needed[test] > needed[before]:
            found[counts] = test
    return list(found.values())


def _distribution(made: Game, players: Sequence[str], odds: Mapping[str, Odds]) -> _Half | None:
    half = _Half(np.zeros((1, len(made.gains)), dtype=np.int64), np.ones(1))
    for player in players:
        i = made.place[player]
        cast = [(b, odds[player].get(b, 0.0)) for b in BALLOTS if odds[player].get(b, 0.0) > 0]
        sums = [half.sums + np.array([g.by[b][i] for g in made.gains], dtype=np.int64) for b, _ in cast]
        half = _merged(np.concatenate(sums), np.concatenate([half.shares * share for _, share in cast]))
        if len(half.shares) > _MOST_SUMS:
            return None
    return half


def _merged(sums: _Sums, shares: _Shares) -> _Half:
    order = np.lexsort(sums.T)
    sums, shares = sums[order], shares[order]
    is_new = np.ones(len(sums), dtype=bool)
    is_new[1:] = (sums[1:] != sums[:-1]).any(axis=1)
    return _Half(sums[is_new], np.add.reduceat(shares, np.flatnonzero(is_new)))


def _joint(one: _Half, other: _Half, needed: _Sums, tests: Sequence[int]) -> float:
    """The probability that all these thresholds are met by what the halves come to together.

    The threshold of the most different sums is looked up in sorted order; the others are gone through value by value.
    """
    counts = [len(np.unique(other.sums[:, t])) for t in tests]
    large = tests[int(np.argmax(counts))]
    return _joined(one, other, needed, [t for t in tests if t != large], large)


def _joined(one: _Half, other: _Half, needed: _Sums, small: Sequence[int], large: int) -> float:
    if small:
        first, *rest = small
        total = 0.0
        for value in np.unique(other.sums[:, first]):
            keeps = one.sums[:, first] + value >= needed[first]
            here = other.sums[:, first] == value
            if keeps.any():
                total += _joined(
                    _Half(one.sums[keeps], one.shares[keeps]),
                    _Half(other.sums[here], other.shares[here]),
                    needed,
                    rest,
                    large,
                )
        return total
    order = np.argsort(other.sums[:, large])
    from_there = np.append(np.cumsum(other.shares[order][::-1])[::-1], 0.0)
    places = np.searchsorted(other.sums[order, large], needed[large] - one.sums[:, large])
    return float(one.shares @ from_there[places])
