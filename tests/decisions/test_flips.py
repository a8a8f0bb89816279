"""Smallest sets that turn an outcome: the same as by trying all of them."""

from collections.abc import Callable, Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.decisions.flips import MOST_SETS, sets_to_fail, sets_to_pass
from sayso.decisions.games import Ballot, Game, chance, game, others
from sayso.decisions.rows import RuleRow
from sayso.decisions.table import Participants, bodies, participants

Random = Callable[[int], st.SearchStrategy[tuple[RuleRow, Participants, Game]]]
Ballots = Callable[..., st.SearchStrategy[dict[str, Ballot]]]
Sets = tuple[tuple[str, ...], ...]
TURNED = {("yes", False): {"possible", "certain"}, ("yes", True): {"certain"}}
TURNED |= {("no", False): {"possible", "impossible"}, ("no", True): {"impossible"}}


def tried(made: Game, votes: dict[str, Ballot], among: Sequence[str], to: Ballot, *, surely: bool) -> Sets:
    """All sets, the smallest first, in order of names: those that turn it and none of whose subsets does."""
    found: list[tuple[str, ...]] = []
    wanted = TURNED[to, surely]
    if chance(made, votes) in wanted:
        return ()
    for size in range(1, len(among) + 1):
        for chosen in combinations(sorted(among), size):
            is_minimal = not any(set(less) <= set(chosen) for less in found)
            if is_minimal and chance(made, votes | dict.fromkeys(chosen, to)) in wanted:
                found.append(chosen)
    return tuple(found[:MOST_SETS])


def check(made: Game, votes: dict[str, Ballot], among: Sequence[str]) -> None:
    for surely in (False, True):
        to_pass = sets_to_pass(made, votes, among, surely=surely)
        assert to_pass == tried(made, votes, among, "yes", surely=surely)
        to_fail = sets_to_fail(made, votes, among, surely=surely)
        assert to_fail == tried(made, votes, among, "no", surely=surely)


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_sets_among_those_who_have_voted(data: st.DataObject, random_games: Random, ballots: Ballots) -> None:
    _, _, made = data.draw(random_games(9))
    votes = data.draw(ballots(made.players, 3))
    check(made, votes, list(votes))


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_sets_among_those_yet_to_vote(data: st.DataObject, random_games: Random, ballots: Ballots) -> None:
    _, _, made = data.draw(random_games(9))
    votes = data.draw(ballots(made.players, 7))
    check(made, votes, others(made, votes))


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_sets_turn_it_and_none_of_their_subsets_does(
    data: st.DataObject, random_games: Random, ballots: Ballots
) -> None:
    _, _, made = data.draw(random_games(9))
    votes = data.draw(ballots(made.players, 9))
    among = data.draw(st.lists(st.sampled_from(made.players), unique=True))
    for surely in (False, True):
        turned: tuple[tuple[Ballot, Sets], ...] = (
            ("yes", sets_to_pass(made, votes, among, surely=surely)),
            ("no", sets_to_fail(made, votes, among, surely=surely)),
        )
        for to, found in turned:
            for chosen in found:
                assert set(chosen) <= set(among)
                assert chance(made, votes | dict.fromkeys(chosen, to)) in TURNED[to, surely]
                for left in chosen:
                    fewer = dict.fromkeys(set(chosen) - {left}, to)
                    assert chance(made, votes | fewer) not in TURNED[to, surely]


FEW = [
    pytest.param(body.id, rule, id=f"{body.id}-{rule.id}")
    for body in bodies().values()
    for rule in body.rule
    if participants(body.id, None).size <= 9
]


@pytest.mark.parametrize(("body_id", "rule"), FEW)
def test_sets_of_shipped_rules_with_few_members(body_id: str, rule: RuleRow) -> None:
    made = game(rule, participants(body_id, None))
    players = made.players
    check(made, {}, players)
    check(made, dict.fromkeys(players, "no"), players)
    check(made, dict.fromkeys(players, "yes"), players)
    check(made, dict.fromkeys(players, "absent"), players)
    check(made, dict.fromkeys(players[::2], "no"), players[::2])
    check(made, dict.fromkeys(players[::2], "no"), players[1::2])
    check(made, dict.fromkeys(players[1:], "yes"), players)


def test_those_who_stay_away_may_break_the_quorum(rule: Callable[..., RuleRow]) -> None:
    """Only as many as make the quorum by themselves settle it: all others may stay away."""
    made = game(rule("count >= 1 and present >= 3", "neither", "neither"), Participants(tuple("ABCDE")))
    assert sets_to_pass(made, {}, "ABCDE", surely=True) == tuple(combinations("ABCDE", 3))
    away: dict[str, Ballot] = {"B": "absent", "C": "absent"}
    council = game(rule("cast > 1/2 and present >= 2/3", "neither", "neither"), Participants(tuple("ABCDEF")))
    assert sets_to_pass(council, away, "ADEF", surely=True) == (("A", "D", "E", "F"),)


def test_there_are_twenty_at_most_the_first_by_name(rule: Callable[..., RuleRow]) -> None:
    made = game(rule("count >= 4"), Participants(tuple("ABCDEFGHI")))
    assert sets_to_pass(made, {}, "IHGFEDCBA", surely=True) == tuple(combinations("ABCDEFGHI", 4))[:20]
    assert sets_to_fail(made, {}, "ABCDEFGHI", surely=True) == tuple(combinations("ABCDEFGHI", 6))[:20]


def test_smaller_sets_come_first(rule: Callable[..., RuleRow]) -> None:
    weights = {"seats": {"A": 1, "B": 1, "C": 2, "D": 3}}
    made = game(rule("weight(seats) >= 3"), Participants(tuple("ABCD"), weights=weights))
    assert sets_to_pass(made, {}, "ABCD", surely=True) == (("D",), ("A", "C"), ("B", "C"))
    assert sets_to_fail(made, {}, "ABCD", surely=True) == (("C", "D"), ("A", "B", "D"))


def test_what_cannot_be_turned_has_no_sets(rule: Callable[..., RuleRow]) -> None:
    made = game(rule("no veto(A) and count >= 2"), Participants(tuple("ABC")))
    assert sets_to_pass(made, {"A": "no"}, "BC", surely=False) == ()
    assert sets_to_pass(made, {"A": "no"}, "A", surely=False) == (("A",),)
    assert sets_to_pass(made, {"A": "yes", "B": "yes"}, "AB", surely=True) == ()
    assert sets_to_fail(made, {}, (), surely=True) == ()
