"""How far a count has come: one meter a threshold, in the units of what it counts."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.decisions.meters import meters
from sayso.decisions.outlook import rule_named
from sayso.decisions.rows import RuleRow
from sayso.decisions.table import Participants, participants
from sayso.records import Meter, Tally

WHO = Participants(
    tuple("ABCDEF"),
    weights={"seats": {"A": 10, "B": 8, "C": 2, "D": 3, "E": 1.5, "F": 0.5}},
    groups={"reds": ("A", "B", "C", "Z")},
)
TALLY = Tally(supports=("A", "C"), opposes=("B",), undecided=("D",), abstains=("E",), silent=1)


def meter(what: str, favour: float, against: float, undecided: float, total: float, needed: float) -> Meter:
    return Meter(what=what, favour=favour, against=against, undecided=undecided, total=total, needed=needed)


MEMBERS, SEATS, REDS = (2, 1, 2, 6), (12, 8, 3.5, 25), (2, 1, 0, 3)


@pytest.mark.parametrize(
    ("passes", "found"),
    [
        ("all", [meter("members", *MEMBERS, 6)]),
        ("no objection", [meter("members", *MEMBERS, 6)]),
        ("count >= 4", [meter("members", *MEMBERS, 4)]),
        ("count > 4", [meter("members", *MEMBERS, 5)]),
        ("share > 1/2", [meter("members", *MEMBERS, 4)]),
        ("share >= 1/2", [meter("members", *MEMBERS, 3)]),
        ("share(seats) >= 60 %", [meter("seats", *SEATS, 15)]),
        ("weight(seats) >= 12.5", [meter("seats", *SEATS, 12.5)]),
        ("share(reds) > 1/2", [meter("reds", *REDS, 2)]),
        ("count(reds) >= 3", [meter("reds", *REDS, 3)]),
        ("against < 2", []),
        ("no veto(A) and present > 1/2", []),
        (
            "share > 1/2 and (share(seats) >= 60 % or unwilling < 4)",
            [meter("members", *MEMBERS, 4), meter("seats", *SEATS, 15)],
        ),
        ("count >= 2 and count >= 3", [meter("members", *MEMBERS, 2)]),
    ],
)
def test_meters_of_a_rule(passes: str, found: list[Meter], rule: Callable[..., RuleRow]) -> None:
    assert list(meters(rule(passes), WHO, TALLY)) == found


def test_a_share_of_the_votes_cast_is_a_share(rule: Callable[..., RuleRow]) -> None:
    (found,) = meters(rule("cast(seats) >= 2/3", "neither", "neither"), WHO, TALLY)
    assert found.of_cast
    assert (found.what, found.favour, found.against, round(found.needed or 0, 6)) == ("seats", 12, 8, 0.666667)


def test_seats_without_a_name_are_undecided(rule: Callable[..., RuleRow]) -> None:
    (found,) = meters(rule("share > 1/2"), Participants((), 650), Tally(silent=650))
    assert found == meter("members", 0, 0, 650, 650, 326)


def test_the_qualified_majority_has_two_meters() -> None:
    who = participants("eu-council", "2025-06-30")
    tally = Tally(supports=("DEU", "FRA"), opposes=("HUN",), silent=24)
    members, people = meters(rule_named("eu-council", "qualified-majority"), who, tally)
    assert members == meter("members", 2, 1, 24, 27, 15)
    assert (people.what, people.favour, people.total) == ("population", 83_395 + 68_402, 450_974)
    assert people.needed == 293_134  # 65 % of 450,974 thousand


@example(50, 58, ">")
@example(100, 55, ">=")
@given(st.integers(1, 700), st.integers(1, 99), st.sampled_from((">=", ">")))
def test_what_is_needed_is_the_least_number_that_suffices(size: int, percent: int, sign: str) -> None:
    row = RuleRow(
        id="x",
        kind="majority",
        article="-",
        abstention="against",
        absence="against",
        passes=f"share {sign} {percent} %",
    )
    ((found),) = meters(row, Participants((), size), Tally(silent=size))
    needed, amount = Fraction(found.needed or 0), Fraction(percent, 100)
    assert needed / size > amount if sign == ">" else needed / size >= amount
    assert (needed - 1) / size <= amount if sign == ">" else (needed - 1) / size < amount


def test_more_than_half_of_broken_weights(rule: Callable[..., RuleRow]) -> None:
    """12.5 of 25 are not more than half; 12.6 would be, so that no whole number above is needed."""
    shares = {"A": 12.6, "B": 12.4}
    who = Participants(("A", "B"), weights={"shares": shares})
    (found,) = meters(rule("share(shares) > 1/2"), who, Tally(supports=("A",), opposes=("B",)))
    assert found.needed is not None
    assert found.needed <= found.favour
