"""Power indices: printed ones, all coalitions of small games looked at one by one, and what large games must keep."""

import math
import tomllib
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.decisions.power import Power, power
from sayso.decisions.simple_games import SimpleGame, Threshold, conjunction, lowest_terms, rounded, terms
from sayso.decisions.swings import swings_by_looking, swings_by_sums
from sayso.errors import BadRule

PUBLISHED = tomllib.loads((Path(__file__).parent / "data" / "published_power.toml").read_text("utf-8"))["game"]
BY_PLAYER = ("banzhaf", "banzhaf_share", "shapley", "coleman_prevent", "coleman_act")


# printed indices -----------------------------------------------------------------------------------------------


def of_rows(row: Mapping[str, Any]) -> SimpleGame:
    players = [(f"{kind['name']}-{n}", kind["gains"]) for kind in row["members"] for n in range(kind["number"])]
    gains = zip(*(each for _, each in players), strict=True)
    return SimpleGame(
        tuple(name for name, _ in players),
        tuple(Threshold(tuple(each), needed) for each, needed in zip(gains, row["needed"], strict=True)),
        tuple(map(frozenset, row["winning"])),
    )


def slack(printed: str) -> float:
    """Half a unit of the last digit printed; fractions are exact."""
    return 1e-12 if "." not in printed else 0.5 * 10.0 ** -len(printed.split(".")[1]) + 1e-12


@pytest.mark.parametrize("row", PUBLISHED, ids=lambda row: row["id"])
def test_printed_indices(row: Mapping[str, Any]) -> None:
    found = power(of_rows(row))
    assert found.exact
    for kind in row["members"]:
        for index in set(BY_PLAYER) & set(kind):
            for n in range(kind["number"]):
                value = getattr(found, index)[f"{kind['name']}-{n}"]
                assert value == pytest.approx(float(Fraction(kind[index])), abs=slack(kind[index])), (
                    kind["name"],
                    index,
                )


def test_swings_of_51_states_are_whole_numbers() -> None:
    row = next(row for row in PUBLISHED if row["id"] == "us-electoral-college")
    assert power(of_rows(row)).banzhaf["of-54-0"] * 2**50 == 525_180_666_785_903


# every coalition of a small game ---------------------------------------------------------------------------------


def wins(game: SimpleGame, coalition: Sequence[int]) -> bool:
    met = [sum(t.gains[player] for player in coalition) >= t.needed for t in game.thresholds]
    return any(all(met[index] for index in chosen) for chosen in game.winning)


def looked_at(game: SimpleGame) -> dict[str, Any]:
    """The indices straight from their definitions."""
    everybody = range(len(game.players))
    last = len(game.players) - 1
    coalitions = [c for size in range(last + 2) for c in combinations(everybody, size)]
    winning = {c for c in coalitions if wins(game, c)}
    decided = {p: [c for c in winning if p in c and tuple(q for q in c if q != p) not in winning] for p in everybody}
    count, in_all = {p: len(decided[p]) for p in everybody}, sum(map(len, decided.values()))
    before = {p: [len(c) - 1 for c in decided[p]] for p in everybody}
    orders = {p: sum(math.factorial(n) * math.factorial(last - n) for n in before[p]) for p in everybody}
    losing = len(coalitions) - len(winning)
    tables = {
        "banzhaf": {p: n / 2**last for p, n in count.items()},
        "banzhaf_share": {p: n / in_all if in_all else 0 for p, n in count.items()},
        "shapley": {p: n / math.factorial(last + 1) for p, n in orders.items()},
        "coleman_prevent": {p: n / len(winning) if winning else 0 for p, n in count.items()},
        "coleman_act": {p: n / losing if losing else 0 for p, n in count.items()},
    }
    named = {index: {game.players[p]: value for p, value in table.items()} for index, table in tables.items()}
    return {**named, "decisiveness": len(winning) / len(coalitions)}


def assert_same(found: Power, expected: Mapping[str, Any]) -> None:
    for index, table in expected.items():
        assert getattr(found, index) == pytest.approx(table, abs=1e-9), index


def weighted(*gains: int, needed: int) -> SimpleGame:
    return SimpleGame(tuple(f"p{n}" for n in range(len(gains))), (Threshold(gains, needed),), (frozenset({0}),))


@st.composite
def games(draw: st.DrawFn, most_players: int = 12, most_thresholds: int = 4) -> SimpleGame:
    players = draw(st.integers(1, most_players))
    weights = st.lists(st.integers(0, draw(st.sampled_from([1, 3, 12]))), min_size=players, max_size=players)
    thresholds = []
    for _ in range(draw(st.integers(1, most_thresholds))):
        gains = tuple(draw(st.one_of(weights, st.just([1] * players))))
        thresholds.append(Threshold(gains, draw(st.integers(-1, sum(gains) + 1))))
    chosen = st.frozensets(st.integers(0, len(thresholds) - 1))
    winning = tuple(draw(st.lists(chosen, max_size=3)))
    return SimpleGame(tuple(f"p{n}" for n in range(players)), tuple(thresholds), winning)


@settings(max_examples=200, deadline=None)
@given(games())
def test_conjunctions_and_disjunctions(game: SimpleGame) -> None:
    assert_same(power(game), looked_at(game))


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(0, 40), min_size=10, max_size=12), st.data())
def test_weighted_games(gains: list[int], data: st.DataObject) -> None:
    game = weighted(*gains, needed=data.draw(st.integers(1, max(1, sum(gains)))))
    assert_same(power(game), looked_at(game))


@settings(max_examples=200, deadline=None)
@given(games(most_players=16))
def test_both_ways_of_counting_agree(game: SimpleGame) -> None:
    assert swings_by_sums(game) == swings_by_looking(game)


@settings(max_examples=100, deadline=None)
@given(games(most_players=6))
def test_a_sum_of_conjunctions_is_the_game(game: SimpleGame) -> None:
    for size in range(len(game.players) + 1):
        for coalition in combinations(range(len(game.players)), size):
            met = [
                factor
                for term, factor in terms(game).items()
                if size >= term.least and all(sum(t.gains[p] for p in coalition) >= t.needed for t in term.thresholds)
            ]
            assert sum(met) == wins(game, coalition)


@settings(max_examples=100, deadline=None)
@given(games(most_players=8, most_thresholds=2))
def test_swings_of_any_size_add_up(game: SimpleGame) -> None:
    by_size, any_size = swings_by_sums(game), swings_by_sums(game, by_size=False)
    assert by_size is not None
    if any_size is not None:
        assert [sum(row) for row in by_size.of_player] == [sum(row) for row in any_size.of_player]
        assert by_size.winning == any_size.winning


# edges -----------------------------------------------------------------------------------------------------------


def test_nobody_decides_what_always_passes_or_never() -> None:
    for needed, decisiveness in ((0, 1.0), (4, 0.0)):
        found = power(weighted(2, 1, needed=needed))
        assert found.decisiveness == decisiveness
        assert all(set(getattr(found, index).values()) == {0.0} for index in BY_PLAYER)


def test_a_dictator_has_all_power() -> None:
    found = power(weighted(5, 1, 1, needed=5))
    assert found.shapley == {"p0": 1.0, "p1": 0.0, "p2": 0.0}
    assert found.banzhaf["p0"] == found.banzhaf_share["p0"] == found.coleman_prevent["p0"] == 1.0


def test_unanimity_of_many_does_not_vanish() -> None:
    found = power(weighted(*range(1, 194), needed=sum(range(1, 194))))
    assert found.banzhaf["p0"] == 2.0**-192
    assert set(found.shapley.values()) == set(found.banzhaf_share.values()) == {1 / 193}
    assert set(found.coleman_prevent.values()) == {1.0}


def test_what_almost_always_passes_is_counted_exactly() -> None:
    found = power(weighted(*(1,) * 30, *(2,) * 30, needed=2))  # fails with nobody, or with one of weight 1
    assert found.decisiveness == 1 - 31 / 2**60
    assert (found.coleman_act["p0"], found.coleman_act["p59"]) == (29 / 31, 1.0)


def test_an_assembly_of_thousands() -> None:
    found = power(weighted(*(1,) * 1500, needed=751))
    assert found.shapley["p0"] == 1 / 1500
    assert found.banzhaf["p0"] == math.comb(1499, 750) / 2**1499


def test_two_kinds_of_players_by_the_thousand() -> None:
    found = power(weighted(*(2,) * 3, *(1,) * 1000, needed=1006))
    assert found.shapley["p0"] == found.shapley["p1002"] == 1 / 1003


@pytest.mark.parametrize(
    "game",
    [
        SimpleGame((), (), ()),
        SimpleGame(("a", "b"), (Threshold((1,), 1),), (frozenset({0}),)),
        SimpleGame(("a", "b"), (Threshold((1, -1), 1),), (frozenset({0}),)),
    ],
    ids=["no players", "a gain missing", "a gain below 0"],
)
def test_what_is_no_game(game: SimpleGame) -> None:
    with pytest.raises(BadRule):
        power(game)


# lowest terms, rounding --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gains", "needed", "simplest"),
    [
        ((20, 30, 50), 51, Threshold((2, 3, 5), 6)),
        ((9, 1, 1), 2, Threshold((2, 1, 1), 2)),
        ((400, 2, 2), 4, Threshold((2, 1, 1), 2)),
        ((3, 5), 0, Threshold((0, 0), 0)),
        ((3, 5), 9, Threshold((3, 5), 9)),
    ],
)
def test_lowest_terms(gains: tuple[int, ...], needed: int, simplest: Threshold) -> None:
    assert lowest_terms(Threshold(gains, needed)) == simplest


def test_consent_of_all_is_a_count() -> None:
    all_votes, two = Threshold((7, 11, 13), 31), Threshold((0, 1, 1), 2)
    found = conjunction((all_votes, two), 3)
    assert found is not None
    assert (found.thresholds, found.least) == ((), 3)


def test_more_than_half_stays_more_than_half() -> None:
    game = rounded(weighted(333_333, 333_333, 333_334, needed=500_001), 1000)
    assert game.thresholds == (Threshold((333, 333, 333), 500),)


def test_large_weights_are_rounded_for_shapley_alone() -> None:
    gains = [20_001 + 997 * n for n in range(60)]
    game = weighted(*gains, needed=sum(gains) // 2 + 1)
    found, all_rounded = power(game), power(game, rounded_to=10_000)
    assert not found.exact
    assert found.rounding == "Shapley–Shubik: weights rounded to 10,000 units in all"
    assert all_rounded.rounding == "all indices: weights rounded to 10,000 units in all"
    assert found.shapley == all_rounded.shapley
    assert found.banzhaf == pytest.approx(all_rounded.banzhaf, rel=2e-2)
    assert sum(found.shapley.values()) == pytest.approx(1, abs=1e-12)
    assert power(weighted(3, 2, 1, needed=4), rounded_to=100).exact


def test_thresholds_are_rounded_until_they_fit() -> None:
    gains = [tuple(1 + (factor * n) % 101 for n in range(40)) for factor in (7, 11, 13)]
    thresholds = tuple(Threshold(each, sum(each) * 2 // 3) for each in gains)
    found = power(SimpleGame(tuple(map(str, range(40))), thresholds, (frozenset({0, 1, 2}),)))
    assert found.rounding == "all indices: weights rounded to 156 units in all"
    assert sum(found.shapley.values()) == pytest.approx(1, abs=1e-12)


# large games -------------------------------------------------------------------------------------------------------


def test_shares_add_up_for_200_players() -> None:
    gains = [1 + n * n % 97 for n in range(200)]
    found = power(weighted(*gains, needed=sum(gains) * 2 // 3))
    assert found.exact
    assert sum(found.shapley.values()) == pytest.approx(1, abs=1e-12)
    assert sum(found.banzhaf_share.values()) == pytest.approx(1, abs=1e-12)
    heavier = sorted(found.shapley, key=lambda player: gains[int(player[1:])])
    assert [found.shapley[p] for p in heavier] == sorted(found.shapley.values())
