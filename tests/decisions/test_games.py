"""Rules as games of integers: the same outcome as the definition, ballot by ballot."""

from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.decisions.games import BALLOTS, Ballot, Game, chance, game, others, passes, suffices_alone
from sayso.decisions.rows import RuleRow
from sayso.decisions.table import Participants, bodies, participants
from sayso.errors import BadRule

ORDER = ("impossible", "possible", "certain")
Random = Callable[[int], st.SearchStrategy[tuple[RuleRow, Participants, Game]]]
Ballots = Callable[..., st.SearchStrategy[dict[str, Ballot]]]
SMALL = [
    pytest.param(body.id, rule, id=f"{body.id}-{rule.id}")
    for body in bodies().values()
    for rule in body.rule
    if participants(body.id, rule.until if rule.until < body.as_of else None).size <= 15
]


@pytest.mark.parametrize(("body_id", "rule"), SMALL)
def test_every_ballot_of_a_small_body(body_id: str, rule: RuleRow, definition: type) -> None:
    who = participants(body_id, None)
    made, defined = game(rule, who), definition(rule, who)
    choices: tuple[tuple[Ballot, ...], ...] = (BALLOTS, ("yes", "no", "absent"))
    each = next((choice for choice in choices if len(choice) ** who.size <= 7_000), ("yes", "no"))
    for pattern in product(each, repeat=who.size):
        votes = dict(zip(made.players, pattern, strict=True))
        assert passes(made, votes) == defined.passes(votes), votes


def test_there_are_small_bodies_to_try() -> None:
    assert len(SMALL) > 30


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_complete_vote_passes_as_defined(
    data: st.DataObject, random_games: Random, ballots: Ballots, definition: type
) -> None:
    rule, who, made = data.draw(random_games(9))
    votes = data.draw(ballots(made.players))
    assert passes(made, votes) == definition(rule, who).passes(votes)
    assert chance(made, votes) == ("certain" if passes(made, votes) else "impossible")


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_chance_is_that_of_all_ways_to_vote(
    data: st.DataObject, random_games: Random, ballots: Ballots, definition: type
) -> None:
    rule, who, made = data.draw(random_games(7))
    votes = data.draw(ballots(made.players, 5))
    free = others(made, votes)
    ends = {
        definition(rule, who).passes(votes | dict(zip(free, cast, strict=True)))
        for cast in product(BALLOTS, repeat=len(free))
    }
    assert chance(made, votes) == {(True,): "certain", (False,): "impossible"}.get(tuple(ends), "possible")


def test_chance_with_six_members_yet_to_vote(rule: Callable[..., RuleRow], definition: type) -> None:
    row = rule("cast > 1/2 and (count >= 3 or no veto(A)) and present >= 2/3", "neither", "neither")
    who = Participants(tuple("ABCDEFG"))
    made, defined = game(row, who), definition(row, who)
    seen = set()
    for first in BALLOTS:
        ends = {
            defined.passes({"A": first} | dict(zip("BCDEFG", cast, strict=True))) for cast in product(BALLOTS, repeat=6)
        }
        assert chance(made, {"A": first}) == "possible"
        assert ends == {True, False}
        seen |= ends
    assert seen == {True, False}


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_who_suffices_alone_stops_what_all_others_want(
    data: st.DataObject, random_games: Random, definition: type
) -> None:
    rule, who, made = data.draw(random_games(9))
    for player in made.players:
        votes: dict[str, Ballot] = {**dict.fromkeys(made.players, "yes"), player: "no"}
        assert suffices_alone(made, player) != definition(rule, who).passes(votes)


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_yes_in_place_of_another_vote_never_hurts(
    data: st.DataObject, random_games: Random, ballots: Ballots
) -> None:
    _, _, made = data.draw(random_games(9))
    votes = data.draw(ballots(made.players, 9))
    changed = data.draw(st.sampled_from(made.players))
    assert ORDER.index(chance(made, {**votes, changed: "yes"})) >= ORDER.index(chance(made, votes))


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_what_is_settled_stays_so_however_the_others_vote(
    data: st.DataObject, random_games: Random, ballots: Ballots
) -> None:
    _, _, made = data.draw(random_games(9))
    votes = data.draw(ballots(made.players, 9))
    told = data.draw(ballots(tuple(others(made, votes)), 9))
    if chance(made, votes) != "possible":
        assert chance(made, votes | told) == chance(made, votes)


WHO = Participants(
    ("A", "B", "C"), weights={"seats": {"A": 2, "B": 1, "C": 0}, "money": {"A": 1}}, groups={"red": ("A", "Z")}
)


@pytest.mark.parametrize(
    ("passes_", "message"),
    [
        ("share(votes) > 1/2", r"there is no weight 'votes' here; there are: money, red, seats"),
        ("share(money) > 1/2", r"no money is known of B, C"),
        ("no veto(blue)", r"blue is no group and no member here"),
        ("yes(Z)", r"Z is no group and no member here"),
        ("against(blue) < 1", r"blue is no group and no member here"),
        ("count >= 4", r"count >= 4: can never be met by 3 members, all of them in favour"),
        ("share > 99 % and weight(seats) > 3", r"can never be met by 3 members"),
        ("against < 0", r"can never be met"),
        ("present >= 4", r"can never be met"),
    ],
)
def test_a_rule_that_asks_for_what_is_not_there_is_refused(
    passes_: str, message: str, rule: Callable[..., RuleRow]
) -> None:
    with pytest.raises(BadRule, match=message):
        game(rule(passes_), WHO)


def test_seats_without_a_name_are_players(rule: Callable[..., RuleRow]) -> None:
    made = game(rule("cast > 1/2", "neither", "neither"), Participants((), 3))
    assert made.players == ("seat 1", "seat 2", "seat 3")
    assert chance(made, {}) == "possible"
    with pytest.raises(BadRule, match="there are: none"):
        game(rule("share(seats) > 1/2"), Participants((), 3))


@pytest.mark.parametrize(
    ("text", "votes", "outcome"),
    [
        ("cast >= 1/2", {"B": "yes"}, "possible"),
        ("cast >= 1/2", {"A": "abstain", "B": "abstain", "C": "abstain"}, "impossible"),
        ("cast >= 1/2", {"A": "yes", "B": "no", "C": "abstain"}, "certain"),
        ("cast > 1/2", {"A": "yes", "B": "no", "C": "abstain"}, "impossible"),
        ("cast > 1/2", {"A": "absent", "B": "absent", "C": "absent"}, "impossible"),
        # Who holds no seat, or is not of the group, is not among the votes in favour that it takes.
        ("cast(seats) >= 1/2", {"A": "abstain", "B": "abstain", "C": "yes"}, "impossible"),
        ("cast(red) >= 1/2", {"A": "abstain", "B": "yes", "C": "yes"}, "impossible"),
    ],
)
def test_a_share_of_the_votes_cast_takes_one_in_favour(
    text: str, votes: dict[str, Ballot], outcome: str, rule: Callable[..., RuleRow]
) -> None:
    assert chance(game(rule(text, "neither", "neither"), WHO), votes) == outcome


def test_a_no_keeps_the_quorum_that_staying_away_breaks(rule: Callable[..., RuleRow]) -> None:
    made = game(rule("cast > 1/2 and present >= 3", "neither", "neither"), Participants(tuple("ABCDE")))
    assert chance(made, {"A": "yes", "B": "yes"}) == "possible"
    assert chance(made, {"A": "yes", "B": "yes", "C": "no", "D": "absent", "E": "absent"}) == "certain"
    assert chance(made, {"A": "yes", "B": "yes", "C": "absent", "D": "absent", "E": "absent"}) == "impossible"
