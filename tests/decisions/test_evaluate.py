"""Rules applied to votes: the arithmetic of shipped rules, and their thresholds as plain numbers."""

from collections.abc import Callable
from datetime import date
from time import process_time

import pytest

from sayso.decisions import evaluate
from sayso.decisions.evaluate import thresholds, veto_of
from sayso.decisions.flips import sets_to_fail, sets_to_pass
from sayso.decisions.games import Ballot, game, suffices_alone
from sayso.decisions.outlook import computed
from sayso.decisions.rows import RuleRow
from sayso.decisions.table import Participants, participants, rules_on
from sayso.records import Tally

TODAY = "2026-06-30"
EU = participants("eu-council", TODAY)
NATO = participants("nato", None)
UNSC = participants("unsc", "2024-06-30")
PEOPLE = EU.weights["population"]
BIG = {"DEU", "FRA", "ITA", "ESP"}


def named(body_id: str, rule_id: str, day: str | None = None) -> RuleRow:
    return next(rule for rule in rules_on(body_id, day) if rule.id == rule_id)


QMV = named("eu-council", "qualified-majority", TODAY)


def others(who: Participants, *gone: str) -> set[str]:
    return set(who.members) - set(gone)


@pytest.mark.parametrize(
    ("no", "chance_of"),
    [
        ({"DEU", "FRA", "ITA"}, "certain"),  # 47 % of the people, but three members are no blocking minority
        ({"DEU", "FRA", "ITA", "MLT"}, "impossible"),  # four with more than 35 %
        ({"HUN", "SVK", "CZE", "AUT"}, "certain"),  # four with less
        (set(EU.members[:13]), "impossible"),  # 14 of 27 are less than 55 %
    ],
)
def test_qualified_majority_with_everybody_voting(no: set[str], chance_of: str) -> None:
    assert evaluate(QMV, EU, yes=others(EU, *no), no=no) == chance_of


def test_qualified_majority_needs_fifteen_states_and_sixty_five_per_cent() -> None:
    assert thresholds(QMV, EU) == {"states": 15, "population": 0.65}
    small = sorted(others(EU, *BIG), key=lambda m: PEOPLE[m])
    assert evaluate(QMV, EU, yes=small[:15], no=others(EU, *small[:15])) == "impossible"
    large = sorted(EU.members, key=lambda m: -PEOPLE[m])
    assert evaluate(QMV, EU, yes=large[:15], no=large[15:]) == "certain"
    assert evaluate(QMV, EU, yes=large[:14], no=large[14:]) == "impossible"


@pytest.mark.parametrize(
    ("day", "votes", "states", "size"),
    [("2010-06-30", 255, 14, 27), ("2013-12-31", 260, 15, 28), ("2014-10-31", 260, 15, 28)],
)
def test_the_rules_of_nice(day: str, votes: int, states: int, size: int) -> None:
    rule, who = named("eu-council", "qualified-majority", day), participants("eu-council", day)
    assert who.size == size
    assert thresholds(rule, who) == {"votes": votes, "states": states, "population": 0.62}
    held = who.weights["votes"]
    assert sum(held[m] for m in who.members) == {27: 345, 28: 352}[size]
    few = ("DEU", "ESP", "BEL", "GRC", "BGR")  # 90 votes, 31 % of the people
    assert evaluate(rule, who, yes=others(who, *few), no=few) == "certain"
    more = (*few, "MLT")  # 93 votes
    assert evaluate(rule, who, yes=others(who, *more), no=more) == "impossible"
    three = ("DEU", "FRA", "GBR")  # 87 votes, 41 % of the people
    assert evaluate(rule, who, yes=others(who, *three), no=three) == "impossible"


def test_the_rule_of_lisbon_is_younger_than_that_of_nice() -> None:
    assert named("eu-council", "qualified-majority", "2014-11-01").passes == QMV.passes
    assert named("eu-council", "qualified-majority", "2014-10-31").passes != QMV.passes


def test_abstention_counts_against_a_qualified_majority() -> None:
    assert evaluate(QMV, EU, yes=others(EU, *BIG), abstain=BIG) == "impossible"
    assert evaluate(QMV, EU, yes=others(EU, *BIG)) == "possible"


def test_abstention_does_not_block_eu_unanimity() -> None:
    rule = named("eu-council", "unanimity")
    assert evaluate(rule, EU, yes=others(EU, "HUN"), abstain=["HUN"]) == "certain"
    assert evaluate(rule, EU, yes=others(EU, "HUN"), no=["HUN"]) == "impossible"
    assert evaluate(rule, EU, yes=others(EU, "HUN"), absent=["HUN"]) == "impossible"
    assert evaluate(rule, EU, yes=others(EU, "HUN")) == "possible"


def test_consensus_passes_unless_a_member_objects() -> None:
    rule = named("nato", "consensus")
    assert evaluate(rule, NATO, yes=["USA"], absent=others(NATO, "USA")) == "certain"
    assert evaluate(rule, NATO, no=["LUX"]) == "impossible"
    assert evaluate(rule, NATO, yes=["USA"]) == "possible"
    assert all(suffices_alone(game(rule, NATO), member) for member in NATO.members)


def test_ratification_takes_everybody() -> None:
    rule = named("nato", "accession")
    assert evaluate(rule, NATO, yes=others(NATO, "TUR"), abstain=["TUR"]) == "impossible"
    assert evaluate(rule, NATO, yes=NATO.members) == "certain"


@pytest.mark.parametrize(
    ("yes", "no", "abstain", "chance_of"),
    [
        (9, [], ["RUS", "CHN"], "certain"),
        (9, ["RUS"], [], "impossible"),
        (8, [], ["RUS"], "impossible"),
        (14, ["USA"], [], "impossible"),
    ],
)
def test_the_security_council(yes: int, no: list[str], abstain: list[str], chance_of: str) -> None:
    rule = named("unsc", "substantive")
    willing = sorted(others(UNSC, *no, *abstain))[:yes]
    silent = sorted(others(UNSC, *willing, *no, *abstain))
    assert evaluate(rule, UNSC, yes=willing, no=no, abstain=[*abstain, *silent]) == chance_of
    assert veto_of(rule, UNSC) == ("CHN", "FRA", "GBR", "RUS", "USA")
    assert suffices_alone(game(rule, UNSC), "RUS")
    assert not suffices_alone(game(rule, UNSC), "JPN")


def test_a_procedural_vote_knows_no_veto() -> None:
    rule = named("unsc", "procedural")
    assert evaluate(rule, UNSC, yes=others(UNSC, "RUS", "CHN"), no=["RUS", "CHN"]) == "certain"
    assert veto_of(rule, UNSC) is None


def test_who_has_left_has_no_veto(rule: Callable[..., RuleRow]) -> None:
    who = Participants(tuple("ABC"), groups={"old": ("A", "B", "Z")})
    assert veto_of(rule("no veto(old)"), who) == ("A", "B")
    assert veto_of(rule("no veto(C)"), who) == ("C",)


def test_two_thirds_of_those_voting(rule: Callable[..., RuleRow]) -> None:
    row = rule("cast >= 2/3", "neither", "neither")
    everybody = "abcdef"
    assert evaluate(row, everybody, yes="ab", no="c", abstain="def") == "certain"
    assert evaluate(row, everybody, yes="a", no="b", abstain="cdef") == "impossible"
    assert thresholds(row, Participants(tuple(everybody))) == {"votes": 0.6667}


@pytest.mark.parametrize(
    ("passes", "flat"),
    [
        ("all", {"states": 6}),
        ("no objection", {"states": 6}),
        ("count >= 4", {"votes": 4}),
        ("count > 4", {"votes": 5}),
        ("share > 1/2", {"states": 4}),
        ("share >= 2/3", {"states": 4}),
        ("cast(seats) >= 2/3", {"votes": 0.6667}),
        ("share(seats) >= 85 %", {"seats": 0.85}),
        ("weight(seats) >= 60", {"seats": 60}),
        ("unwilling < 4", {}),
        ("share > 1/2 and present >= 2/3", {"states": 4}),
    ],
)
def test_thresholds_are_plain_numbers(passes: str, flat: dict[str, float], rule: Callable[..., RuleRow]) -> None:
    assert thresholds(rule(passes), Participants(tuple("abcdef"))) == flat


def test_votes_of_strangers_do_not_count() -> None:
    rule = named("g7", "consensus")
    assert evaluate(rule, participants("g7", None), no=["CHN", "a-party"]) == "possible"


def test_turning_sets_are_the_smallest() -> None:
    made = game(named("nato", "consensus"), NATO)
    assert sets_to_pass(made, {"FRA": "no"}, ["FRA"], surely=False) == (("FRA",),)
    both: dict[str, Ballot] = {"FRA": "no", "TUR": "no"}
    assert sets_to_pass(made, both, ["TUR", "FRA"], surely=False) == (("FRA", "TUR"),)
    assert sets_to_pass(made, {}, [], surely=False) == ()
    large: dict[str, Ballot] = dict.fromkeys(("DEU", "FRA", "ITA", "MLT", "LUX"), "no")
    assert sets_to_pass(game(QMV, EU), large, list(large), surely=False) == (
        ("DEU",),
        ("FRA",),
        ("ITA",),
        ("LUX", "MLT"),
    )


def test_deciding_sets_settle_an_open_vote() -> None:
    made = game(named("nato", "consensus"), NATO)
    assert sets_to_fail(made, {"USA": "yes"}, ["HUN", "TUR"], surely=True) == (("HUN",), ("TUR",))


@pytest.mark.parametrize("opposing", [(), ("DEU", "FRA", "ITA"), tuple(sorted(BIG)), EU.members[:13]])
def test_twenty_seven_members_are_counted_at_once(opposing: tuple[str, ...]) -> None:
    """With flips in both directions, the pivotal members and the probability; in processor time, with warm caches."""
    willing = tuple(m for m in EU.members if m not in opposing)[:10]
    tally = Tally(supports=willing, opposes=opposing, silent=EU.size - len(willing) - len(opposing))
    took = []
    for _ in range(6):
        start = process_time()
        computed(QMV, EU, tally, as_of=date(2026, 6, 30).isoformat())
        took.append(process_time() - start)
    assert min(took[1:]) < 0.05
