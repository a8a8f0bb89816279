"""Rules applied to votes: arithmetic of each shipped rule, and what holds for all of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.decisions import evaluate, members
from sayso.decisions.evaluate import Votes, chance, deciding_sets, suffices_alone, thresholds, turning_sets, veto_of
from sayso.decisions.table import Clause, RuleRow, bodies

RULES = {rule.id: (body.id, rule) for body in bodies().values() for rule in body.rule}
EU = members("eu", None)
NATO = members("nato", None)
UNSC = members("unsc", "2024-06-30")
QMV = RULES["eu-qualified-majority"][1]
BIG = {"DEU", "FRA", "ITA", "ESP"}


def others(everybody: tuple[str, ...], *gone: str) -> set[str]:
    return set(everybody) - set(gone)


@pytest.mark.parametrize(
    ("no", "chance_of"),
    [
        ({"DEU", "FRA", "ITA"}, "certain"),  # 47 % of the people, but three members are no blocking minority
        ({"DEU", "FRA", "ITA", "MLT"}, "impossible"),  # four with more than 35 %
        ({"HUN", "SVK", "CZE", "AUT"}, "certain"),  # four with less
        (set(EU[:13]), "impossible"),  # 14 of 27 are less than 55 %
    ],
)
def test_qualified_majority_with_everybody_voting(no: set[str], chance_of: str) -> None:
    assert evaluate(QMV, EU, yes=others(EU, *no), no=no) == chance_of


def test_qualified_majority_needs_fifteen_states_and_sixty_five_per_cent() -> None:
    assert thresholds(QMV, 27) == {"states": 15, "population": 0.65}
    small = sorted(set(EU) - BIG, key=lambda m: QMV.weights[m])
    assert evaluate(QMV, EU, yes=small[:15], no=others(EU, *small[:15])) == "impossible"
    large = sorted(EU, key=lambda m: -QMV.weights[m])
    assert evaluate(QMV, EU, yes=large[:15], no=large[15:]) == "certain"
    assert evaluate(QMV, EU, yes=large[:14], no=large[14:]) == "impossible"


def test_abstention_counts_against_a_qualified_majority() -> None:
    assert evaluate(QMV, EU, yes=others(EU, *BIG), abstain=BIG) == "impossible"
    assert evaluate(QMV, EU, yes=others(EU, *BIG)) == "possible"


def test_abstention_does_not_block_eu_unanimity() -> None:
    rule = RULES["eu-unanimity"][1]
    assert evaluate(rule, EU, yes=others(EU, "HUN"), abstain=["HUN"]) == "certain"
    assert evaluate(rule, EU, yes=others(EU, "HUN"), no=["HUN"]) == "impossible"
    assert evaluate(rule, EU, yes=others(EU, "HUN")) == "possible"


def test_consensus_passes_unless_a_member_objects() -> None:
    rule = RULES["nato-consensus"][1]
    assert evaluate(rule, NATO, yes=["USA"], absent=others(NATO, "USA")) == "certain"
    assert evaluate(rule, NATO, no=["LUX"]) == "impossible"
    assert evaluate(rule, NATO, yes=["USA"]) == "possible"
    assert all(suffices_alone(rule, frozenset(NATO), member) for member in NATO)


def test_ratification_takes_everybody() -> None:
    rule = RULES["nato-accession"][1]
    assert evaluate(rule, NATO, yes=others(NATO, "TUR"), abstain=["TUR"]) == "impossible"
    assert evaluate(rule, NATO, yes=NATO) == "certain"


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
    rule = RULES["unsc-substantive"][1]
    willing = sorted(others(UNSC, *no, *abstain))[:yes]
    silent = sorted(others(UNSC, *willing, *no, *abstain))
    assert evaluate(rule, UNSC, yes=willing, no=no, abstain=[*abstain, *silent]) == chance_of
    assert veto_of(rule) == ("CHN", "FRA", "GBR", "RUS", "USA")
    assert suffices_alone(rule, frozenset(UNSC), "RUS")
    assert not suffices_alone(rule, frozenset(UNSC), "JPN")


def test_a_procedural_vote_knows_no_veto() -> None:
    rule = RULES["unsc-procedural"][1]
    assert evaluate(rule, UNSC, yes=others(UNSC, "RUS", "CHN"), no=["RUS", "CHN"]) == "certain"


def test_two_thirds_of_those_voting() -> None:
    rule = RuleRow(
        id="x", kind="supermajority", article="-", abstention="neither", absence="neither", passes=Clause(votes="2/3")
    )
    everybody = "abcdef"
    assert evaluate(rule, everybody, yes="ab", no="c", abstain="def") == "certain"
    assert evaluate(rule, everybody, yes="a", no="b", abstain="cdef") == "impossible"
    assert thresholds(rule, 6) == {"votes": 0.6667}


def test_votes_of_strangers_do_not_count() -> None:
    rule = RULES["g7-consensus"][1]
    assert evaluate(rule, members("g7", None), no=["CHN", "a-party"]) == "possible"


def test_turning_sets_are_the_smallest() -> None:
    rule = RULES["nato-consensus"][1]
    everybody = frozenset(NATO)
    assert turning_sets(rule, everybody, Votes(no=frozenset({"FRA"}))) == (("FRA",),)
    assert turning_sets(rule, everybody, Votes(no=frozenset({"FRA", "TUR"}))) == (("FRA", "TUR"),)
    assert turning_sets(rule, everybody, Votes()) == ()
    large = frozenset({"DEU", "FRA", "ITA", "MLT", "LUX"})
    found = turning_sets(QMV, frozenset(EU), Votes(no=large))
    assert found == (("DEU",), ("FRA",), ("ITA",))


def test_deciding_sets_settle_an_open_vote() -> None:
    rule = RULES["nato-consensus"][1]
    wavering = frozenset({"HUN", "TUR"})
    assert deciding_sets(rule, frozenset(NATO), Votes(yes=frozenset({"USA"})), wavering) == (("HUN",), ("TUR",))


votes_of = st.sampled_from(["yes", "no", "abstain", "absent", "silent"])


@st.composite
def ballots(draw: st.DrawFn) -> tuple[str, RuleRow, dict[str, str]]:
    body_id, rule = draw(st.sampled_from(sorted(RULES.values(), key=lambda pair: pair[1].id)))
    voters = members(body_id, "2024-06-30")
    cast = draw(st.lists(votes_of, min_size=len(voters), max_size=len(voters)))
    return body_id, rule, dict(zip(voters, cast, strict=True))


def counted(rule: RuleRow, cast: dict[str, str]) -> str:
    groups = {vote: frozenset(m for m, v in cast.items() if v == vote) for vote in ("yes", "no", "abstain", "absent")}
    return chance(rule, frozenset(cast), Votes(**groups))


ORDER = ["impossible", "possible", "certain"]


@given(ballots(), st.data())
def test_a_yes_in_place_of_another_vote_never_hurts(
    ballot: tuple[str, RuleRow, dict[str, str]], data: st.DataObject
) -> None:
    _, rule, cast = ballot
    changed = data.draw(st.sampled_from(sorted(cast)))
    assert ORDER.index(counted(rule, {**cast, changed: "yes"})) >= ORDER.index(counted(rule, cast))


@given(ballots(), st.data())
def test_what_is_settled_stays_so_however_the_silent_vote(
    ballot: tuple[str, RuleRow, dict[str, str]], data: st.DataObject
) -> None:
    _, rule, cast = ballot
    before = counted(rule, cast)
    silent = [m for m, v in sorted(cast.items()) if v == "silent"]
    told = {m: data.draw(st.sampled_from(["yes", "no", "abstain", "absent"])) for m in silent[:3]}
    if before != "possible":
        assert counted(rule, {**cast, **told}) == before
