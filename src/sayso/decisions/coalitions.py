"""Coalitions counted by size: how many meet a conjunction without a player, how many do with them, for every player.

Dynamic programming over the sums of gains (Mann & Shapley 1962; Lucas 1974), on tails: for each level that may still
matter, the number of coalitions that reach it. To leave each player out in turn, halves of the players are added to
what the other half shares, down to the one left out; the levels that may still matter shrink with it, so all together
cost about two passes, and as numbers are only ever added, nothing cancels.
"""

from collections.abc import Iterator, Sequence
from copy import copy
from itertools import product
from math import comb, prod
from typing import Any, Final, NamedTuple

import numpy as np

from sayso.decisions.simple_games import Threshold

Vector = tuple[int, ...]
Array = np.ndarray[Any, np.dtype[Any]]
_BLOCK: Final = 1 << 15
_MOST_EXACT: Final = 53
_MOST_FOR_FLOATS: Final = 1000
_MOST_WORK: Final = 10_000_000


class Reaching(NamedTuple):
    """Numbers of coalitions of the others, by their size, that meet the thresholds without a player and with them.

    Not `by_size`: one number for all sizes.
    """

    without: tuple[int, ...]
    together: tuple[int, ...]


def cells(thresholds: Sequence[Threshold], players: int, *, by_size: bool = True) -> int:
    """How many numbers it takes to count by sums."""
    return prod(threshold.needed + 1 for threshold in thresholds) * (players if by_size else 1)


def gains_of(player: int, thresholds: Sequence[Threshold]) -> Vector:
    """What a player adds to each threshold; who adds the same is alike."""
    return tuple(threshold.gains[player] for threshold in thresholds)


def reaching(thresholds: Sequence[Threshold], players: int, *, by_size: bool = True) -> dict[Vector, Reaching]:
    """For players of each kind, the coalitions of the others that meet all thresholds, which are in lowest terms."""
    if not thresholds:
        sizes = tuple(comb(players - 1, size) for size in range(players)) if by_size else (2 ** (players - 1),)
        return {(): Reaching(sizes, sizes)}
    gains = [gains_of(player, thresholds) for player in range(players)]
    alike = sorted(set(gains), key=lambda vector: (sum(vector), vector), reverse=True)
    tails = _Tails([threshold.needed for threshold in thresholds], gains, by_size=by_size)
    for vector in alike:
        for _ in range(gains.count(vector) - 1):
            tails.add(vector)
    return dict(_each_left_out(tails, alike))


def _each_left_out(tails: "_Tails", missing: Sequence[Vector]) -> Iterator[tuple[Vector, Reaching]]:
    if len(missing) == 1:
        yield missing[0], tails.reaching()
        return
    middle = len(missing) // 2
    halves = missing[:middle], missing[middle:]
    for left, added in (halves, halves[::-1]):
        shared = tails.twin() if left is halves[0] else tails
        for vector in added:
            shared.add(vector)
        yield from _each_left_out(shared, left)


class _Tails:
    """How many coalitions of the players added so far reach each level, one axis a threshold, the first the size.

    `low` are the lowest levels that may still matter: what is needed less what all players not yet added can gain. Who
    reaches 0 reaches all below, so no level is lower than 0.
    """

    def __init__(self, needed: Sequence[int], gains: Sequence[Vector], *, by_size: bool) -> None:
        self.needed = tuple(needed)
        self.missing: Vector = tuple(map(sum, zip(*gains, strict=True)))
        self.low: Vector = tuple(max(0, need - gain) for need, gain in zip(needed, self.missing, strict=True))
        self.high: Vector = (0,) * len(self.needed)
        self.size = 0
        self.by_size = by_size
        shape = (len(gains) if by_size else 1, *(need + 1 for need in needed))
        self.counts: Array = np.zeros(shape, dtype=_number(len(gains), prod(shape)))
        self.counts[(0,) * len(shape)] = 1

    def twin(self) -> "_Tails":
        """The same, to be added to apart. Only what is not 0 is copied: most is, before many players were added."""
        other = copy(self)
        other.counts = np.zeros(self.counts.shape, dtype=self.counts.dtype)
        filled = (
            slice(0, self.size + 1),
            *(slice(0, max(0, high + 1 - low)) for low, high in zip(self.low, self.high, strict=True)),
        )
        other.counts[filled] = self.counts[filled]
        return other

    def add(self, gains: Vector) -> None:
        """Count the coalitions with one more player: those without, and those with, who need less of the others."""
        self.size += 1
        self.missing = tuple(all_ - gain for all_, gain in zip(self.missing, gains, strict=True))
        self.high = tuple(
            min(need, high + gain) for need, high, gain in zip(self.needed, self.high, gains, strict=True)
        )
        low = tuple(max(0, need - left) for need, left in zip(self.needed, self.missing, strict=True))
        axes = [
            tuple(_segments(was, now, high, gain))
            for was, now, high, gain in zip(self.low, low, self.high, gains, strict=True)
        ]
        # moved parts come before those at the floor, and high rows before low ones: nothing is read after it was changed
        for parts in product(*axes):
            changed, read = tuple(part[0] for part in parts), tuple(part[1] for part in parts)
            for with_, without in self._rows(changed):
                self.counts[(with_, *changed)] += self.counts[(without, *read)]
        kept = tuple(slice(now - was, None) for was, now in zip(self.low, low, strict=True))
        self.counts = self.counts[(slice(None), *kept)]
        self.low = low

    def _rows(self, changed: tuple[slice, ...]) -> Iterator[tuple[slice, slice]]:
        """Sizes with the new player and one less, from the largest down, in blocks that fit a processor's cache."""
        if not self.by_size:
            yield slice(0, 1), slice(0, 1)
            return
        step = max(1, _BLOCK // max(1, prod(part.stop - part.start for part in changed)))
        for end in range(self.size + 1, 1, -step):
            start = max(1, end - step)
            yield slice(start, end), slice(start - 1, end - 1)

    def reaching(self) -> Reaching:
        """With one player still missing: those who reach what is needed, and what is needed less that player's gain."""
        by_size = self.counts.reshape(len(self.counts), -1)
        return Reaching(tuple(map(int, by_size[:, -1])), tuple(map(int, by_size[:, 0])))


def _number(players: int, cells: int) -> type:
    """What can hold 2 to the number of players: floats do exactly up to 53, whole numbers of any size take ten times as long.

    More than 53 players and too many sums to wait for that: floats, which are right to about 15 digits.
    """
    many = players * cells > _MOST_WORK
    return float if players <= _MOST_EXACT or (many and players <= _MOST_FOR_FLOATS) else object


def _segments(was: int, now: int, high: int, gain: int) -> Iterator[tuple[slice, slice]]:
    """Along one axis, which levels change and which are read for them: those lower by the gain, none lower than 0."""
    first = max(now, gain)
    if first <= high:
        yield slice(first - was, high + 1 - was), slice(first - gain - was, high + 1 - gain - was)
    if now < gain:
        yield slice(now - was, min(gain, high + 1) - was), slice(0, 1)
