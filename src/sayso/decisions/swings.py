"""Swings: the coalitions that lose without a player and win with them, counted by size for every player of a game."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from sayso.decisions.coalitions import Reaching, cells, gains_of, reaching
from sayso.decisions.enumeration import winners
from sayso.decisions.simple_games import SimpleGame, Terms, Threshold, terms

Kept = tuple[Threshold, ...]
_MOST_CELLS: Final = 50_000_000
_MOST_LOOKED_AT: Final = 28


class Swings(NamedTuple):
    """For each player the coalitions of others that the player makes win, by their size; how many coalitions win.

    Exact, but for more than 53 players with too many sums to count in whole numbers: then to about 15 digits. Not by
    size: one number a player.
    """

    of_player: tuple[tuple[int, ...], ...]
    winning: int


def swings(game: SimpleGame) -> Swings | None:
    """All swings of a game by the cheaper way, None if neither fits."""
    players = len(game.players)
    looks = (1 + len(game.thresholds)) << players
    if players <= _MOST_LOOKED_AT and looks < players * sum(cells(kept, players) for kept in _kept(terms(game))):
        return swings_by_looking(game)
    return swings_by_sums(game)


def swings_by_looking(game: SimpleGame) -> Swings:
    """The swings by looking at every coalition, in time that doubles with each player."""
    won = winners(game)
    return Swings(
        tuple(
            tuple(with_[size + 1] - (won.of_size[size] - with_[size]) for size in range(len(game.players)))
            for with_ in won.with_player
        ),
        sum(won.of_size),
    )


def swings_by_sums(game: SimpleGame, *, by_size: bool = True) -> Swings | None:
    """The swings by sums of gains, None if these do not fit in memory, or if a size is asked for and none is kept."""
    sums, players = terms(game), len(game.players)
    too_many = any(cells(kept, players, by_size=by_size) > _MOST_CELLS for kept in _kept(sums))
    if too_many or (not by_size and any(term.least for term in sums)):
        return None
    found = {kept: reaching(kept, players, by_size=by_size) for kept in _kept(sums)}
    alike = [tuple(gains_of(player, kept) for kept in found) for player in range(players)]
    sizes = players if by_size else 1
    rows = {
        gains: _added_up(sums, {kept: found[kept][own] for kept, own in zip(found, gains, strict=True)}, sizes)
        for gains in set(alike)
    }
    return Swings(tuple(rows[gains][0] for gains in alike), rows[alike[0]][1])


def _kept(sums: Terms) -> tuple[Kept, ...]:
    """The terms but for the sizes of coalition that they ask for: what has to be counted once."""
    return tuple(dict.fromkeys(term.thresholds for term in sums))


def _added_up(sums: Terms, found: Mapping[Kept, Reaching], sizes: int) -> tuple[tuple[int, ...], int]:
    """One player's swings by size, and all winning coalitions, those without the player and those with."""
    row, winning = [0] * sizes, 0
    for term, factor in sums.items():
        for size, (without, together) in enumerate(zip(*found[term.thresholds], strict=True)):
            apart, joined = without * (size >= term.least), together * (size + 1 >= term.least)
            row[size] += factor * (joined - apart)
            winning += factor * (joined + apart)
    # where numbers are floats, terms that cancel may leave a trace below nothing
    return tuple(max(0, number) for number in row), winning
