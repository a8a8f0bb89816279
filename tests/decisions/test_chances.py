"""How likely a proposal is to pass: the sum over all ways to vote."""

from collections.abc import Callable, Mapping
from itertools import product
from math import prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.decisions.chances import chance_of_passing
from sayso.decisions.games import BALLOTS, Ballot, Game, game, passes
from sayso.decisions.rows import RuleRow
from sayso.decisions.table import Participants, default_rule, participants, rules_on

Random = Callable[[int], st.SearchStrategy[tuple[RuleRow, Participants, Game]]]
Odds = Mapping[Ballot, float]
EVEN: Odds = {"yes": 0.5, "no": 0.5}


@st.composite
def odds(draw: st.DrawFn) -> Odds:
    """Odds over the four ballots, some of them none."""
    parts = draw(st.lists(st.integers(0, 10), min_size=4, max_size=4).filter(any))
    return {ballot: part / sum(parts) for ballot, part in zip(BALLOTS, parts, strict=True)}


def summed(rule: RuleRow, who: Participants, given_odds: Mapping[str, Odds], definition: type) -> float:
    defined = definition(rule, who)
    each = [[(b, p) for b, p in given_odds.get(m, {"no": 1.0}).items() if p] for m in defined.players]
    return sum(
        prod(p for _, p in cast)
        for cast in product(*each)
        if defined.passes({m: b for m, (b, _) in zip(defined.players, cast, strict=True)})
    )


@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_probability_is_the_sum_over_all_ballots(data: st.DataObject, random_games: Random, definition: type) -> None:
    rule, who, made = data.draw(random_games(5))
    given_odds = {player: data.draw(odds()) for player in made.players if data.draw(st.integers(0, 4))}
    found = chance_of_passing(made, given_odds)
    assert found == pytest.approx(summed(rule, who, given_odds, definition), abs=1e-9)


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_probability_with_more_members_and_fewer_ballots(
    data: st.DataObject, random_games: Random, definition: type
) -> None:
    rule, who, made = data.draw(random_games(8))
    yes = {player: data.draw(st.floats(0, 1)) for player in made.players}
    other: Ballot = data.draw(st.sampled_from(BALLOTS[1:]))
    given_odds: dict[str, Odds] = {player: {"yes": share, other: 1 - share} for player, share in yes.items()}
    found = chance_of_passing(made, given_odds)
    assert found == pytest.approx(summed(rule, who, given_odds, definition), abs=1e-9)


def test_all_four_ballots_of_eight_members(rule: Callable[..., RuleRow], definition: type) -> None:
    who = Participants(
        tuple("ABCDEFGH"), weights={"seats": dict(zip("ABCDEFGH", (5, 4, 3, 3, 2, 2, 1, 1), strict=True))}
    )
    row = rule("cast(seats) > 1/2 and (no veto(A) or count >= 5) and present >= 1/2", "neither", "neither")
    given_odds: dict[str, Odds] = {
        m: {"yes": 0.1 * n, "no": 0.05, "abstain": 0.15, "absent": 0.8 - 0.1 * n} for n, m in enumerate("ABCDEFGH", 1)
    }
    made = game(row, who)
    seen = sum(
        prod(given_odds[m][b] for m, b in zip(made.players, cast, strict=True))
        for cast in product(BALLOTS, repeat=8)
        if passes(made, dict(zip(made.players, cast, strict=True)))
    )
    assert chance_of_passing(made, given_odds) == pytest.approx(seen, abs=1e-9)


def qualified_majority(yes: Mapping[str, float], people: Mapping[str, int]) -> float:
    """The chance of 15 of 27 with 65 % of the people, or of all but three, by the number and the people in favour."""
    shares: dict[tuple[int, int], float] = {(0, 0): 1.0}
    for member, share in yes.items():
        after: dict[tuple[int, int], float] = {}
        for (count, held), before in shares.items():
            for more, part in ((1, share), (0, 1 - share)):
                key = (count + more, held + more * people[member])
                after[key] = after.get(key, 0.0) + before * part
        shares = after
    whole = sum(people.values())
    return sum(p for (n, held), p in shares.items() if n >= 15 and (held * 100 >= 65 * whole or n > 27 - 4))


def test_the_qualified_majority_of_twenty_seven_members() -> None:
    who = participants("eu-council", "2025-06-30")
    made = game(default_rule("eu-council", "2025-06-30"), who)
    rounded = {m: round(who.weights["population"][m] / 500) for m in who.members}
    coarse = who._replace(weights={"population": rounded})
    yes = {member: 0.5 + 0.45 * (-1) ** n * n / 27 for n, member in enumerate(who.members)}
    given_odds: dict[str, Odds] = {m: {"yes": p, "no": 1 - p} for m, p in yes.items()}
    found = chance_of_passing(game(default_rule("eu-council", "2025-06-30"), coarse), given_odds)
    assert found == pytest.approx(qualified_majority(yes, rounded), abs=1e-9)
    exact = chance_of_passing(made, given_odds)
    assert exact == pytest.approx(found, abs=5e-3)


def test_an_even_vote_of_twenty_seven_members() -> None:
    """The share of winning coalitions, of 2^27, that Penrose's and Banzhaf's power to act is."""
    who = participants("eu-council", "2025-06-30")
    simple = next(rule for rule in rules_on("eu-council", None) if rule.id == "simple-majority")
    assert chance_of_passing(game(simple, who), dict.fromkeys(who.members, EVEN)) == pytest.approx(0.5, abs=1e-12)
    qualified = chance_of_passing(game(default_rule("eu-council", "2025-06-30"), who), dict.fromkeys(who.members, EVEN))
    assert qualified == pytest.approx(0.13, abs=0.01)


def test_who_has_no_odds_votes_no(rule: Callable[..., RuleRow]) -> None:
    made = game(rule("count >= 2"), Participants(tuple("ABC")))
    assert chance_of_passing(made, {"A": {"yes": 1.0}, "B": EVEN}) == pytest.approx(0.5)
    assert chance_of_passing(made, {}) == 0
    assert chance_of_passing(made, {"A": EVEN, "B": EVEN, "C": EVEN, "stranger": EVEN}) == pytest.approx(0.5)


def test_too_many_sums_are_not_guessed(rule: Callable[..., RuleRow]) -> None:
    members = tuple(f"m{n:02}" for n in range(37))
    weights = {"seats": {m: 3**n for n, m in enumerate(members)}}
    made = game(rule("share(seats) > 1/2"), Participants(members, weights=weights))
    assert chance_of_passing(made, dict.fromkeys(members[:20], EVEN)) == 0
    assert chance_of_passing(made, dict.fromkeys(members, EVEN)) is None


def test_weights_beyond_sixty_four_bits_are_not_guessed(rule: Callable[..., RuleRow]) -> None:
    weights = {"seats": {"A": 2**63, "B": 2**62, "C": 2**62}}
    made = game(rule("share(seats) > 1/2"), Participants(tuple("ABC"), weights=weights))
    assert chance_of_passing(made, dict.fromkeys("ABC", EVEN)) in (None, 0.375)
