"""Simple games: which coalitions of yes-votes win, in whole numbers, and the same written as a signed sum of conjunctions.

A game is monotone: whoever joins a winning coalition leaves it winning (von Neumann & Morgenstern 1944; Taylor & Zwicker
1999).
"""

from collections.abc import Iterable
from fractions import Fraction
from math import gcd
from typing import NamedTuple


class Threshold(NamedTuple):
    """Met when the gains of those in favour add up to `needed`; one whole number of 0 or more a player."""

    gains: tuple[int, ...]
    needed: int


class SimpleGame(NamedTuple):
    """A coalition wins if it meets all thresholds of any set of `winning` (their indices in `thresholds`)."""

    players: tuple[str, ...]
    thresholds: tuple[Threshold, ...]
    winning: tuple[frozenset[int], ...]


class Conjunction(NamedTuple):
    """Thresholds that must all be met, in lowest terms, by a coalition of at least `least` players."""

    thresholds: tuple[Threshold, ...]
    least: int


Terms = dict[Conjunction, int]


def terms(game: SimpleGame) -> Terms:
    """The game as a sum of conjunctions with whole coefficients: inclusion and exclusion over `winning`.

    A coalition wins if the coefficients of the conjunctions that it meets add up to 1, else they add up to 0.
    """
    found: Terms = {}
    for chosen in game.winning:
        one = conjunction((game.thresholds[index] for index in chosen), len(game.players))
        if one is not None:
            found = _joined(found, one, len(game.players))
    return found


def conjunction(thresholds: Iterable[Threshold], players: int) -> Conjunction | None:
    """The simplest conjunction met by the same coalitions, None if no coalition meets it.

    Thresholds that only ask for everybody of a group become one, those that count every player alike become `least`.
    """
    needs: dict[tuple[int, ...], int] = {}
    consenting = [False] * players
    for threshold in map(lowest_terms, thresholds):
        total = sum(threshold.gains)
        if threshold.needed > total:
            return None
        if threshold.needed == total:
            consenting = [before or gain > 0 for before, gain in zip(consenting, threshold.gains, strict=True)]
        else:
            needs[threshold.gains] = max(threshold.needed, needs.get(threshold.gains, 0))
    if any(consenting):
        needs[tuple(map(int, consenting))] = max(sum(consenting), needs.get(tuple(map(int, consenting)), 0))
    least = needs.pop((1,) * players, 0)
    return Conjunction(tuple(sorted(Threshold(gains, needed) for gains, needed in needs.items() if needed)), least)


def lowest_terms(threshold: Threshold) -> Threshold:
    """A threshold met by the same coalitions: no gain above what is needed, divided by what divides all gains."""
    needed = max(threshold.needed, 0)
    gains = tuple(min(gain, needed) for gain in threshold.gains) if needed <= sum(threshold.gains) else threshold.gains
    unit = gcd(*gains) or 1
    return Threshold(tuple(gain // unit for gain in gains), -(-needed // unit))


def rounded(game: SimpleGame, units: int) -> SimpleGame:
    """The game with every threshold whose gains add up to more than `units` rounded so that they add up to about that.

    What is needed keeps its share of all gains, rounded up, so that more than half stays so and all stays all.
    """
    return game._replace(thresholds=tuple(_rounded(threshold, units) for threshold in game.thresholds))


def _rounded(exact: Threshold, units: int) -> Threshold:
    threshold = lowest_terms(exact)
    total = sum(threshold.gains)
    if total <= units or threshold.needed >= total:
        return exact
    gains = tuple((2 * gain * units + total) // (2 * total) for gain in threshold.gains)
    share = Fraction(threshold.needed, total)
    return Threshold(gains, -(-share.numerator * sum(gains) // share.denominator))


def _joined(found: Terms, one: Conjunction, players: int) -> Terms:
    """The sum for those who win by what was found or by one conjunction more: A or B counts A + B - (A and B)."""
    sums = {**found, one: found.get(one, 0) + 1}
    for term, factor in found.items():
        both = _both(term, one, players)
        if both is not None:
            sums[both] = sums.get(both, 0) - factor
    return {term: factor for term, factor in sums.items() if factor}


def _both(one: Conjunction, other: Conjunction, players: int) -> Conjunction | None:
    counts = (Threshold((1,) * players, each.least) for each in (one, other))
    return conjunction((*one.thresholds, *other.thresholds, *counts), players)
