"""Every coalition looked at in turn: for few players, and thresholds too fine or too many to count by sums."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy as np

from sayso.decisions.simple_games import SimpleGame, Threshold, lowest_terms

Array = np.ndarray[Any, np.dtype[Any]]
_INNER: Final = 14


class Winners(NamedTuple):
    """How many coalitions of each size (none to all players) win, and for each player how many of them have that player in."""

    of_size: tuple[int, ...]
    with_player: tuple[tuple[int, ...], ...]


def winners(game: SimpleGame) -> Winners:
    """All winning coalitions, counted; exact, in time that doubles with every player.

    The coalitions of the first players are a vector; each coalition of the others joins them all at once.
    """
    players = len(game.players)
    inner, outer = _Coalitions(min(_INNER, players)), _Coalitions(max(0, players - _INNER))
    by_inner = np.zeros((outer.players + 1, len(inner.sizes)), dtype=np.int32)
    by_outer = np.zeros((len(outer.sizes), inner.players + 1), dtype=np.int32)
    thresholds = tuple(map(lowest_terms, game.thresholds))
    sums = [inner.sums(threshold, 0) for threshold in thresholds]
    levels = np.array([t.needed - outer.sums(t, inner.players) for t in thresholds]).reshape(len(sums), -1)
    for joining, needed in enumerate(levels.T):
        won = _won(game, sums, needed, len(inner.sizes))
        by_inner[outer.sizes[joining]] += won
        by_outer[joining] = np.add.reduceat(won, inner.starts, dtype=np.int32)
    of_inner, of_outer = inner.by_player(by_inner.T), outer.by_player(by_outer)
    of_size = tuple(_antidiagonals(outer.by_size(by_outer)))
    return Winners(of_size, tuple(tuple(_antidiagonals(table)) for table in (*of_inner, *of_outer)))


class _Coalitions:
    """All coalitions of so many players, sorted by size."""

    def __init__(self, players: int) -> None:
        members = np.arange(1 << players)[:, None] >> np.arange(players) & 1
        sizes = members.sum(axis=1)
        order = np.argsort(sizes, kind="stable")
        self.players = players
        self.members, self.sizes = members[order], sizes[order]
        self.starts = np.searchsorted(self.sizes, np.arange(players + 1))

    def sums(self, threshold: Threshold, first: int) -> Array:
        """What each coalition gains, of the players from the `first` on."""
        return np.asarray(self.members @ np.array(threshold.gains[first : first + self.players], dtype=np.int64))

    def by_size(self, numbers: Array) -> Array:
        """Rows of numbers, one a coalition, added up for coalitions of one size."""
        return np.add.reduceat(numbers, self.starts, dtype=np.int64)

    def by_player(self, numbers: Array) -> list[Array]:
        """The same for each player, of the coalitions that have that player in."""
        return [self.by_size(numbers * self.members[:, [player]]) for player in range(self.players)]


def _won(game: SimpleGame, sums: Sequence[Array], needed: Array, number: int) -> Array:
    won = np.zeros(number, dtype=bool)
    met = [gained >= level for gained, level in zip(sums, needed, strict=True)]
    for chosen in game.winning:
        won |= np.logical_and.reduce([met[index] for index in chosen]) if chosen else True
    return won


def _antidiagonals(table: Array) -> list[int]:
    """Numbers by the sizes of two parts, added up by the size of both together."""
    found = [0] * (sum(table.shape) - 1)
    for row, numbers in enumerate(table.tolist()):
        for column, number in enumerate(numbers):
            found[row + column] += number
    return found
