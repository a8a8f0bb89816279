"""Where what an article says clashes with what the table has, and where it only seems to."""

from collections.abc import Callable

import pytest

from sayso.decisions import RuleReading
from sayso.decisions.clashes import clash_of, clashes_in, count_holds, family, kinds_alike
from sayso.decisions.table import governing_rule, is_governed, row_of
from sayso.records import Article, RuleKind

Make = Callable[..., Article]
Read = Callable[..., RuleReading]

JOIN = "admit Austria to NATO"
LAW = "adopt the EU law on wages"
SANCTIONS = "EU sanctions on Belarus"
JUDGE = "confirm the judge"
TROOPS = "send peacekeepers to Haiti"
QUOTAS = "raise the quotas of the IMF"


def why(page: Article, read: RuleReading, body: str, proposal: str) -> str | None:
    """The clash of a reading with the table's rule for a proposal, on the day of the article."""
    rule, is_specific = governing_rule(body, proposal, page.published), is_governed(body, proposal, page.published)
    found = clash_of(read, row_of(body), rule, page, is_specific=is_specific)
    assert found is None or found.evidence == read.evidence
    return found.why if found else None


@pytest.mark.parametrize(
    ("body", "proposal", "kind", "sentence", "clashes"),
    [
        # as the table has it; consensus and unanimity are worded alike
        ("nato", JOIN, "unanimity", "Austria’s accession needs the consent of every ally.", False),
        ("nato", JOIN, "consensus", "Austria’s accession needs a consensus.", False),
        ("nato", JOIN, "veto_players", "Any ally can veto Austria’s accession.", False),
        ("eu-council", LAW, "qualified_majority", "The law needs a qualified majority.", False),
        ("eu-council", SANCTIONS, "unanimity", "The sanctions need unanimity.", False),
        ("us-senate", JUDGE, "majority", "The judge needs a simple majority.", False),
        ("unsc", TROOPS, "veto_players", "Any of the permanent five can veto the text.", False),
        ("imf", QUOTAS, "weighted", "A weighted majority is needed.", False),
        ("gb-commons", "ban vapes", "majority", "A simple majority is enough.", False),
        # another kind
        ("nato", JOIN, "majority", "A simple majority of NATO is enough to admit Austria.", True),
        ("nato", JOIN, "supermajority", "Austria’s accession needs most allies.", True),
        ("nato", JOIN, "veto_players", "Turkey can veto Austria’s accession.", True),
        ("eu-council", LAW, "unanimity", "The law needs unanimity.", True),
        ("eu-council", SANCTIONS, "qualified_majority", "It needs a qualified majority.", True),
        ("unsc", TROOPS, "unanimity", "The members must be unanimous.", True),
        ("unga", "call for a ceasefire in Sudan", "majority", "A simple majority is enough.", True),
        ("imf", QUOTAS, "majority", "The increase needs most members.", True),
        ("gb-commons", "ban vapes", "supermajority", "The ban needs a large majority.", True),
        # a matter for which the table has no rule of its own: any that it has may be meant
        ("nato", "a flag of another colour", "unanimity", "It needs unanimity.", False),
        ("nato", "a flag of another colour", "majority", "It needs a majority.", True),
    ],
)
def test_another_kind_of_rule(
    article: Make, reading: Read, body: str, proposal: str, kind: RuleKind, sentence: str, clashes: bool
) -> None:
    page = article(sentence, "2024-05-02")
    found = why(page, reading(page, kind), body, proposal)
    assert bool(found) is clashes
    if found:
        assert found.startswith(f"the article says {kind.replace('_', ' ')}")
        assert " decides by " in found


@pytest.mark.parametrize(
    ("body", "proposal", "kind", "said", "clashes"),
    [
        ("eu-council", LAW, "qualified_majority", {"states": 15, "population": 0.65}, False),
        ("eu-council", LAW, "qualified_majority", {"population": 0.65}, False),
        ("eu-council", LAW, "qualified_majority", {"states": 15, "population": 0.55}, True),
        ("eu-council", LAW, "qualified_majority", {"states": 20}, True),
        ("eu-council", LAW, "qualified_majority", {"states": 20, "population": 0.65}, True),
        ("unsc", TROOPS, "veto_players", {"votes": 9}, False),
        ("unsc", TROOPS, "veto_players", {"votes": 10}, True),
        ("unsc", TROOPS, "supermajority", {"votes": 9}, False),
        ("unsc", TROOPS, "supermajority", {"votes": 8}, True),
        ("unga", "call for a ceasefire in Sudan", "supermajority", {"votes": 0.6667}, False),
        ("unga", "call for a ceasefire in Sudan", "supermajority", {"votes": 0.75}, True),
        ("imf", QUOTAS, "weighted", {"votes": 0.85}, False),
        ("imf", QUOTAS, "weighted", {"votes": 0.7}, True),
        ("us-senate", "pass the farm bill", "supermajority", {"votes": 60}, False),
    ],
)
def test_another_threshold(
    article: Make, reading: Read, body: str, proposal: str, kind: RuleKind, said: dict[str, float], clashes: bool
) -> None:
    page = article("That is what it takes.", "2024-05-02")
    found = why(page, reading(page, kind, thresholds=said), body, proposal)
    assert bool(found) is clashes
    for key, value in said.items() if found else ():
        assert (f"{value * 100:g} % of the {key}" if value <= 1 else f"{value:g} {key}") in (found or "")


def test_a_share_that_the_table_has_is_of_its_rule(article: Make, reading: Read) -> None:
    page = article("It needs 55 per cent of the states with 65 per cent of the people.", "2024-05-02")
    assert why(page, reading(page, "qualified_majority", shares=(0.55, 0.65)), "eu-council", LAW) is None
    assert why(page, reading(page, "qualified_majority", shares=(0.5,)), "eu-council", LAW) is None


def test_a_right_share_does_not_excuse_a_wrong_number(article: Make, reading: Read) -> None:
    page = article("It needs 20 of the 27 states with 65 per cent of the people.", "2024-05-02")
    said = {"states": 20, "population": 0.65}
    read = reading(page, "qualified_majority", members=27, thresholds=said, shares=(0.65,))
    assert why(page, read, "eu-council", LAW)


def test_votes_in_a_chamber_are_seats(article: Make, reading: Read) -> None:
    page = article("The bill needs 67 votes in the Senate.", "2024-05-02")
    assert why(page, reading(page, "supermajority", thresholds={"votes": 67}), "us-senate", "pass the farm bill")


@pytest.mark.parametrize(
    ("day", "members", "clashes"),
    [
        # Finland joined on 4 April 2023, Sweden on 7 March 2024
        ("2023-03-01", 30, False),
        ("2023-03-01", 31, True),
        ("2023-03-28", 31, False),
        ("2023-04-04", 31, False),
        ("2023-04-10", 30, False),
        ("2023-04-20", 30, True),
        ("2023-06-01", 31, False),
        ("2023-06-01", 29, True),
        ("2024-03-01", 32, False),
        ("2024-03-10", 31, False),
        ("2024-05-02", 31, True),
        ("2024-05-02", 32, False),
        (None, 30, False),
        (None, 40, True),
    ],
)
def test_the_number_of_members_is_that_of_the_day(
    article: Make, reading: Read, day: str | None, members: int, clashes: bool
) -> None:
    page = article(f"All {members} allies must ratify Austria’s accession.", day)
    found = why(page, reading(page, "unanimity", members=members), "nato", JOIN)
    assert bool(found) is clashes
    if found:
        assert found.startswith(f"the article counts {members} members; NATO (North Atlantic Council) had ")
        assert found.endswith(f" on {day}") is (day is not None)


@pytest.mark.parametrize(
    ("words", "members", "holds"),
    [
        ("At the time all 28 allies had to ratify.", 28, True),
        ("The other 31 allies must ratify.", 31, True),
        ("The other 30 allies must ratify.", 30, True),
        ("The remaining 2 allies must ratify.", 2, False),
        ("All 28 allies must ratify.", 28, False),
        ("All 32 allies must ratify.", 32, True),
    ],
)
def test_another_time_or_the_others_are_counted_as_such(words: str, members: int, holds: bool) -> None:
    assert count_holds(members, words, row_of("nato"), "2024-05-02") is holds


def test_a_number_of_another_body_is_no_clash(article: Make, reading: Read) -> None:
    page = article("All 27 members of the EU must agree, as must NATO.", "2024-05-02")
    assert why(page, reading(page, "unanimity", members=27), "nato", JOIN) is None
    page = article("All 27 members must agree, NATO says.", "2024-05-02")
    assert why(page, reading(page, "unanimity", members=27), "nato", JOIN)


@pytest.mark.parametrize(
    ("sentence", "kind", "said", "clashes"),
    [
        ("The judge needs 60 votes to be confirmed.", "supermajority", {"votes": 60}, True),
        ("To end the filibuster takes 60 votes.", "supermajority", {"votes": 60}, False),
        ("Cloture needs three-fifths of the senators.", "supermajority", {}, False),
        ("A treaty would need two-thirds.", "supermajority", {"votes": 0.6667}, False),
    ],
)
def test_a_topic_in_the_sentence_chooses_the_rule(
    article: Make, reading: Read, sentence: str, kind: RuleKind, said: dict[str, float], clashes: bool
) -> None:
    page = article(sentence, "2024-05-02")
    assert bool(why(page, reading(page, kind, thresholds=said), "us-senate", JUDGE)) is clashes


def test_the_law_s_rule_in_an_article_on_sanctions(article: Make, reading: Read) -> None:
    page = article("Tariffs, unlike sanctions, need a qualified majority.", "2024-05-02")
    assert why(page, reading(page, "qualified_majority"), "eu-council", SANCTIONS) is None


def test_bodies_of_the_same_members_are_one_family() -> None:
    names = {row.id for row in family(row_of("eu-council"))}
    assert names == {row.id for row in family(row_of("european-council"))} == {"eu-council", "european-council"}
    assert [row.id for row in family(row_of("nato"))] == ["nato"]
    assert kinds_alike("consensus") == kinds_alike("unanimity") != kinds_alike("majority")


def told(page: Article, body: str, proposal: str, taken: tuple[RuleReading, ...] = ()) -> list[str]:
    rule = governing_rule(body, proposal, page.published)
    evidence = [read.evidence for read in taken]
    return [clash.why for clash in clashes_in(page, row_of(body), rule, evidence, proposal)]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The 32 NATO allies met.", []),
        ("The 30 NATO allies met.", ["the article counts 30 members; NATO (North Atlantic Council) had 32 on 2024-05-02"]),
        ("NATO met. The 30 allies left.", ["the article counts 30 members; NATO (North Atlantic Council) had 32 on 2024-05-02"]),
        # of others, of another time, of another body, far too few to be all
        ("The other 31 NATO allies agreed.", []),
        ("NATO’s 28 members, at the time, agreed.", []),
        ("The 27 EU countries and NATO met.", []),
        ("NATO met. The 27 members of the EU left.", []),
        ("The five members of NATO's Baltic group met.", []),
        ("The 30 members met.", ["the article counts 30 members; NATO (North Atlantic Council) had 32 on 2024-05-02"]),
        ("The EU met. The 30 members left.", []),
    ],
)  # fmt: skip
def test_a_count_outside_of_a_rule(article: Make, text: str, counts: list[str]) -> None:
    assert told(article(text, "2024-05-02"), "nato", JOIN) == counts


def test_a_count_in_a_rule_is_told_once(article: Make, reading: Read) -> None:
    page = article("All 30 NATO allies must ratify.", "2024-05-02")
    assert told(page, "nato", JOIN)
    assert told(page, "nato", JOIN, (reading(page, "unanimity"),)) == []


def test_seats_of_a_chamber_are_counted(article: Make) -> None:
    (found,) = told(
        article("The 650 MPs sit.\nThe 640 MPs of the House of Commons stand.", "2024-05-02"), "gb-commons", "-"
    )
    assert found.startswith("the article counts 640 members; United Kingdom (House of Commons) had 650")


@pytest.mark.usefixtures("undecided")
@pytest.mark.parametrize(
    ("body", "proposal", "sentence", "without"),
    [
        ("nato", JOIN, "Turkey has a veto in NATO.", None),
        ("nato", JOIN, "Austria has a veto in NATO.", "AUT"),
        ("unsc", TROOPS, "Russia has a veto in the Security Council.", None),
        ("unsc", TROOPS, "Brazil has a veto in the Security Council.", "BRA"),
        ("eu-council", LAW, "Hungary can block the EU law alone.", "HUN"),
        ("eu-council", LAW, "Germany and France each have a veto, and can stop the EU law alone.", "DEU, FRA"),
        ("eu-council", SANCTIONS, "Hungary can block the EU sanctions alone.", None),
        ("imf", QUOTAS, "The United States has a veto at the IMF.", None),
        ("imf", QUOTAS, "Germany has a veto at the IMF.", "DEU"),
        # of another body
        ("nato", JOIN, "NATO met. Austria has a veto in the EU.", None),
    ],
)
def test_a_veto_that_a_member_has_not(
    article: Make, body: str, proposal: str, sentence: str, without: str | None
) -> None:
    found = told(article(sentence, "2024-05-02"), body, proposal)
    assert [line.partition(" a veto; ")[0] for line in found] == ([f"the article gives {without}"] if without else [])


@pytest.mark.parametrize(
    ("body", "proposal", "sentence", "clashes"),
    [
        ("osce", "-", "An abstention counts as a no.", True),
        ("unsc", TROOPS, "In the Security Council an abstention counts as a veto.", True),
        ("eu-council", LAW, "In the EU an abstention counts against.", False),
        ("unga", "-", "In the General Assembly abstentions do not count.", False),
        ("nato", JOIN, "In the EU an abstention counts against.", False),
    ],
)
def test_what_an_abstention_counts_as(article: Make, body: str, proposal: str, sentence: str, clashes: bool) -> None:
    found = told(article(sentence, "2024-05-02"), body, proposal)
    assert [line.startswith("the article says that an abstention counts against") for line in found] == [True] * clashes
