"""Smallest sets of members whose change turns an outcome: minimal winning coalitions of the game of those who may change.

Depth-first in lexicographic order, one size after the other, a branch given up as soon as the strongest members left could
not reach a threshold. Sets are minimal: without any one of their members they turn nothing.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, product
from typing import Final, NamedTuple

from sayso.decisions.games import Cast, Game, Votes, totals

MOST_SETS: Final = 20
_MOST_STEPS: Final = 60_000


class _Reach(NamedTuple):
    """Who may change, what each then adds to each threshold, what is lacking, and which thresholds suffice together."""

    candidates: tuple[str, ...]
    adds: tuple[tuple[int, ...], ...]
    lacking: tuple[int, ...]
    ways: tuple[frozenset[int], ...]


def sets_to_pass(made: Game, votes: Votes, candidates: Sequence[str], *, surely: bool) -> tuple[tuple[str, ...], ...]:
    """The smallest sets of candidates whose yes makes passage possible, or `surely` certain; at most 20, in order."""
    otherwise: Cast = "worst" if surely else "yes"
    base = totals(made, votes, otherwise)
    changing = [c for c in sorted(candidates) if votes.get(c, otherwise) != "yes"]
    adds = tuple(
        tuple(g.by["yes"][made.place[c]] - g.by[votes.get(c, otherwise)][made.place[c]] for g in made.gains)
        for c in changing
    )
    lacking = tuple(g.needed - total for g, total in zip(made.gains, base, strict=True))
    return tuple(_minimal(_Reach(tuple(changing), adds, lacking, made.ways)))


def sets_to_fail(made: Game, votes: Votes, candidates: Sequence[str], *, surely: bool) -> tuple[tuple[str, ...], ...]:
    """The smallest sets of candidates whose no makes failure possible, or `surely` certain; at most 20, in order."""
    otherwise: Cast = "yes" if surely else "worst"
    base = totals(made, votes, otherwise)
    changing = [c for c in sorted(candidates) if votes.get(c, otherwise) != "no"]
    takes = tuple(
        tuple(g.by[votes.get(c, otherwise)][made.place[c]] - g.by["no"][made.place[c]] for g in made.gains)
        for c in changing
    )
    to_spare = tuple(total - g.needed + 1 for g, total in zip(made.gains, base, strict=True))
    missed = dict.fromkeys(frozenset(choice) for choice in product(*(sorted(way) for way in made.ways)))
    least = tuple(way for way in missed if not any(other < way for other in missed))
    return tuple(_minimal(_Reach(tuple(changing), takes, to_spare, least)))


def _minimal(reach: _Reach) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    steps = [_MOST_STEPS]
    if any(all(reach.lacking[i] <= 0 for i in way) for way in reach.ways):
        return found
    best = _strongest(reach)
    for size in range(1, len(reach.candidates) + 1):
        for chosen in _search(reach, best, size, 0, (), reach.lacking, steps):
            found.append(tuple(reach.candidates[i] for i in chosen))
            if len(found) == MOST_SETS:
                return found
        if steps[0] <= 0:
            break
    return found


def _strongest(reach: _Reach) -> list[tuple[tuple[int, ...], ...]]:
    """For each place in the list, by threshold: the most that the k strongest from there on add, for k = 0, 1, 2 …"""
    return [
        tuple(
            tuple(accumulate(sorted((a[t] for a in reach.adds[start:]), reverse=True), initial=0))
            for t in range(len(reach.lacking))
        )
        for start in range(len(reach.candidates) + 1)
    ]


def _search(
    reach: _Reach,
    best: list[tuple[tuple[int, ...], ...]],
    size: int,
    start: int,
    chosen: tuple[int, ...],
    lacking: tuple[int, ...],
    steps: list[int],
) -> Iterator[tuple[int, ...]]:
    """Sets of this size, the chosen ones among them, that reach it and are minimal."""
    left = size - len(chosen)
    if left == 0:
        if _is_reached(reach, lacking) and _is_minimal(reach, chosen, lacking):
            yield chosen
        return
    if _is_reached(reach, lacking):
        return  # a smaller set does it already
    for place in range(start, len(reach.candidates) - left + 1):
        strongest = best[place]
        if not any(all(lacking[t] <= strongest[t][left] for t in way) for way in reach.ways):
            return
        steps[0] -= 1
        if steps[0] <= 0:
            return
        after = tuple(lack - add for lack, add in zip(lacking, reach.adds[place], strict=True))
        yield from _search(reach, best, size, place + 1, (*chosen, place), after, steps)


def _is_reached(reach: _Reach, lacking: tuple[int, ...]) -> bool:
    return any(all(lacking[t] <= 0 for t in way) for way in reach.ways)


def _is_minimal(reach: _Reach, chosen: tuple[int, ...], lacking: tuple[int, ...]) -> bool:
    return not any(
        _is_reached(
            reach,
            tuple(lack + add for lack, add in zip(lacking, reach.adds[i], strict=True)),
        )
        for i in chosen
    )
