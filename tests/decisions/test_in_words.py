"""Rules in English."""

import pytest

from sayso.decisions.in_words import rule_in_words
from sayso.decisions.meters import meters
from sayso.decisions.outlook import rule_named
from sayso.decisions.rows import RuleRow
from sayso.decisions.table import Participants, bodies, participants
from sayso.records import Tally

MEMBERS = tuple("ABCDEF")
WHO = Participants(
    MEMBERS,
    weights={"seats": {"A": 1000, "B": 800, "C": 200, "D": 300, "E": 150, "F": 50}},
    groups={"permanent": ("A", "B"), "reds": ("A", "B", "C", "Z"), "solo": ("A",)},
)
AGAINST = "; abstention and absence count against"
NOT = "; abstention and absence do not count"


def words(passes: str, abstention: str = "against", absence: str = "against", kind: str = "majority") -> str:
    row = RuleRow(id="x", kind=kind, article="-", abstention=abstention, absence=absence, passes=passes)  # type: ignore[arg-type]
    return rule_in_words(row, WHO)


@pytest.mark.parametrize(
    ("passes", "english"),
    [
        ("all", "all 6 members in favour"),
        ("no objection", "no objection from any of the 6 members"),
        ("count >= 4", "4 of 6 members"),
        ("count > 4", "5 of 6 members"),
        ("share > 1/2", "4 of 6 members"),
        ("share >= 1/2", "3 of 6 members"),
        ("share >= 55 %", "4 of 6 members"),
        ("share(seats) > 1/2", "holding more than half of the seats"),
        ("share(seats) >= 2/3", "holding two thirds of the seats"),
        ("share(seats) >= 62.5 %", "holding 62.5 % of the seats"),
        ("weight(seats) >= 1500", "1,500 of 2,500 seats"),
        ("weight(seats) > 1500", "more than 1,500 of 2,500 seats"),
        ("count(seats) >= 1500", "1,500 of 2,500 seats"),
        ("cast > 1/2", "more than half of the votes cast"),
        ("cast >= 3/4", "three quarters of the votes cast"),
        ("cast >= 3/5", "three fifths of the votes cast"),
        ("cast(seats) >= 4/5", "four fifths of the votes cast, weighted by seats"),
        ("against < 2", "fewer than 2 members against"),
        ("against <= 2", "at most 2 members against"),
        ("unwilling < 4", "fewer than 4 members not in favour"),
        ("against(permanent) < 1", "fewer than 1 permanent members against"),
        ("unwilling(permanent) <= 1", "at most 1 permanent members not in favour"),
        ("no veto(permanent)", "no vote against from A or B"),
        ("no veto(C, permanent)", "no vote against from C, A or B"),
        ("yes(permanent)", "a yes from A and B"),
        ("yes(solo)", "a yes from A"),
        ("count(permanent) >= 1", "1 of 2 permanent members"),
        ("share(permanent) > 1/2", "2 of 2 permanent members"),
        # Z is of the group, but no member that day.
        ("share(reds) > 1/2", "2 of 3 reds members"),
        ("no veto(reds)", "no vote against from A, B or C"),
        ("yes(reds)", "a yes from A, B and C"),
        ("share > 1/2 and share(seats) >= 65 %", "4 of 6 members holding 65 % of the seats"),
        ("count >= 4 and no veto(permanent)", "4 of 6 members, with no vote against from A or B"),
        ("all or share > 1/2", "all 6 members in favour, or 4 of 6 members"),
        (
            "share >= 55 % and (share(seats) >= 65 % or unwilling < 4)",
            "4 of 6 members holding 65 % of the seats (or fewer than 4 members not in favour)",
        ),
        ("cast > 1/2 and present >= 2/3", "more than half of the votes cast and two thirds of the members present"),
        ("cast > 1/2 and present >= 5", "more than half of the votes cast and 5 members present"),
        (
            "cast >= 2/3 and share > 1/2",
            "two thirds of the votes cast and 4 of 6 members",
        ),
    ],
)
def test_what_it_takes(passes: str, english: str) -> None:
    assert words(passes) == english + AGAINST


@pytest.mark.parametrize(
    ("abstention", "absence", "kind", "note"),
    [
        ("against", "against", "majority", AGAINST),
        ("neither", "neither", "majority", NOT),
        ("for", "for", "unanimity", "; abstention and absence count in favour"),
        ("for", "for", "consensus", ""),
        ("for", "against", "unanimity", "; abstention counts in favour, absence counts against"),
        ("against", "neither", "majority", "; abstention counts against, absence does not count"),
        ("for", "against", "consensus", "; abstention counts in favour, absence counts against"),
    ],
)
def test_what_abstention_and_absence_count_as(abstention: str, absence: str, kind: str, note: str) -> None:
    assert words("share > 1/2", abstention, absence, kind) == f"4 of 6 members{note}"


@pytest.mark.parametrize(
    ("body_id", "rule_id", "day", "english"),
    [
        ("nato", "consensus", "2023-07-12", "no objection from any of the 31 members"),
        ("nato", "accession", None, f"all 32 members in favour{AGAINST}"),
        (
            "eu-council",
            "qualified-majority",
            None,
            f"15 of 27 members holding 65 % of the population (or fewer than 4 members not in favour){AGAINST}",
        ),
        (
            "eu-council",
            "qualified-majority",
            "2010-06-30",
            f"255 of 345 votes and 14 of 27 members holding 62 % of the population{AGAINST}",
        ),
        (
            "eu-council",
            "qualified-majority",
            "2013-12-31",
            f"260 of 352 votes and 15 of 28 members holding 62 % of the population{AGAINST}",
        ),
        (
            "unsc",
            "substantive",
            None,
            f"9 of 15 members, with no vote against from CHN, FRA, GBR, RUS or USA{NOT}",
        ),
        ("us-senate", "cloture", None, f"60 of 100 seats{AGAINST}"),
        ("gb-commons", "ordinary", None, f"more than half of the votes cast{NOT}"),
    ],
)
def test_shipped_rules(body_id: str, rule_id: str, day: str | None, english: str) -> None:
    assert rule_in_words(rule_named(body_id, rule_id, day), participants(body_id, day)) == english


def test_the_size_may_count_others_too() -> None:
    assert rule_in_words(rule_named("nato", "consensus"), participants("nato", None), 33).endswith("the 33 members")


@pytest.mark.parametrize("body_id", sorted(bodies()))
def test_every_shipped_rule_has_words_and_meters(body_id: str) -> None:
    for rule in bodies()[body_id].rule:
        who = participants(body_id, rule.until if rule.until < bodies()[body_id].as_of else None)
        assert not set("<>=_{}()") & set(rule_in_words(rule, who).replace("(or ", "").replace("favour)", ""))
        for meter in meters(rule, who, Tally(silent=who.size)):
            assert (meter.favour, meter.against) == (0, 0)
            assert meter.of_cast or (meter.needed or 0) <= meter.total
