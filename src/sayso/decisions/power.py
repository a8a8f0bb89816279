"""Power of members under a rule: how often a member decides, if nothing is known of how anybody votes.

Banzhaf's index counts the votes that a member decides when all others vote yes or no with even chance (Penrose 1946;
Banzhaf 1965; Coleman 1971 relates it to stopping and to carrying a proposal), Shapley & Shubik's (1954) the orders of
joining in which the member is the one who makes the coalition win.
"""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from operator import mul
from typing import Final

from sayso.decisions.simple_games import SimpleGame, rounded
from sayso.decisions.swings import Swings, swings, swings_by_sums
from sayso.errors import BadRule
from sayso.records import Record

_UNITS: Final = 10_000


class Power(Record, frozen=True, kw_only=True):
    """What each player can do, by player, and what the players can do together.

    `banzhaf`: chance to decide when the others vote yes or no with 1/2 (Penrose 1946); `banzhaf_share`: the same, adding
    up to 1 (Banzhaf 1965); `shapley`: share of the orders of joining in which the player is pivotal (Shapley & Shubik
    1954); `coleman_prevent`: share of the winning coalitions that a player's leaving makes lose, `coleman_act`: share of
    the losing ones that a player's joining makes win; `decisiveness`: share of all coalitions that win, the power of the
    collectivity to act (all Coleman 1971). All of players are 0 where no vote decides. Not `exact`: `rounding` says what
    was rounded.
    """

    banzhaf: Mapping[str, float]
    banzhaf_share: Mapping[str, float]
    shapley: Mapping[str, float]
    coleman_prevent: Mapping[str, float]
    coleman_act: Mapping[str, float]
    decisiveness: float
    exact: bool = True
    rounding: str | None = None


def power(game: SimpleGame, rounded_to: int | None = None) -> Power:
    """The indices of all players, exact as long as that fits in memory.

    Beyond that gains are rounded to 10,000 units in all (or to `rounded_to`, then also where more would fit), and to half
    of that until it fits; where the other indices fit, Shapley & Shubik's alone. Raises BadRule for a game that is none,
    or that no rounding makes fit.
    """
    _check(game)
    taken = rounded(game, rounded_to) if rounded_to else game
    counted = swings(taken)
    if counted is not None:
        return _power(game, counted, counted, None if taken == game else _note("all indices", rounded_to))
    orders, units = _coarsely(game, rounded_to or _UNITS)
    votes = None if rounded_to else swings_by_sums(game, by_size=False)
    return _power(game, votes or orders, orders, _note("Shapley–Shubik" if votes else "all indices", units))


def _check(game: SimpleGame) -> None:
    if not game.players:
        raise BadRule("a game of no players: nobody decides")
    for threshold in game.thresholds:
        if len(threshold.gains) != len(game.players) or min(threshold.gains) < 0:
            raise BadRule(f"{threshold}: a threshold needs a gain of 0 or more for each of {len(game.players)} players")


def _note(which: str, units: int | None) -> str:
    return f"{which}: weights rounded to {units:,} units in all"


def _coarsely(game: SimpleGame, units: int) -> tuple[Swings, int]:
    while units:
        counted = swings(rounded(game, units))
        if counted is not None:
            return counted, units
        units //= 2
    raise BadRule(
        f"{len(game.thresholds)} thresholds are too many to count the coalitions of {len(game.players)} players"
    )


def _power(game: SimpleGame, votes: Swings, orders: Swings, rounding: str | None) -> Power:
    of_player = [sum(row) for row in votes.of_player]
    coalitions = 1 << len(game.players)

    def shares(numbers: Sequence[int], of: int) -> dict[str, float]:
        return {player: number / of if of else 0.0 for player, number in zip(game.players, numbers, strict=True)}

    return Power(
        banzhaf=shares(of_player, coalitions // 2),
        banzhaf_share=shares(of_player, sum(of_player)),
        shapley=shares(*_pivots(orders)),
        coleman_prevent=shares(of_player, votes.winning),
        coleman_act=shares(of_player, coalitions - votes.winning),
        decisiveness=votes.winning / coalitions,
        exact=rounding is None,
        rounding=rounding,
    )


def _pivots(counted: Swings) -> tuple[list[int], int]:
    """In how many orders of joining each player is pivotal, and of how many.

    Those who join before, and those who join after, may do so in any order.
    """
    orders = list(accumulate(range(1, len(counted.of_player) + 1), mul, initial=1))
    after = orders[-2::-1]
    found = {
        row: sum(number * before * rest for number, before, rest in zip(row, orders, after, strict=False) if number)
        for row in set(counted.of_player)
    }
    return [found[row] for row in counted.of_player], orders[-1]
