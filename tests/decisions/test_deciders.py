"""Which body decides a proposal, from the question, the news and the rules that are stated."""

from collections.abc import Callable, Sequence

import pytest

from sayso.decisions import RuleReading
from sayso.decisions.deciders import Decider, choose_body
from sayso.positions.terms import terms_of
from sayso.records import Article

Make = Callable[..., Article]
Read = Callable[..., RuleReading]

OFFICE = "Should an office be opened in Kenya?"


def chosen(
    question: str | None, pages: Sequence[Article], rules: Sequence[RuleReading] = (), proposal: str | None = None
) -> Decider | None:
    return choose_body(question, proposal, pages, rules, terms_of(question or proposal or ""))


@pytest.mark.parametrize(
    ("question", "news", "body"),
    [
        # the question names it
        ("Should NATO open an office in Kenya?", [], "nato"),
        ("Should NATO open an office in Kenya?", ["NATO may open an office in Kenya."], "nato"),
        ("Should the EU ban plastic toys?", ["The Bundestag debated toys.", "The EU may ban toys."], "eu-council"),
        ("Should EU leaders agree on a chip fund?", ["EU leaders split over a chip fund."], "european-council"),
        ("Should the Bundestag ratify the EU treaty?", ["The EU treaty is before the Bundestag."], "de-bundestag"),
        # the news says who decides it
        (OFFICE, ["NATO will decide on Monday whether to open an office in Kenya."], "nato"),
        ("Sudan ceasefire resolution", ["The Security Council votes on the Sudan ceasefire resolution."], "unsc"),
        ("Sudan ceasefire resolution", ["The Security Council met on Mali. A ceasefire in Sudan is far."], None),
        (OFFICE, ["Kenya hopes for an office. NATO met."], None),
        # a chamber of the state at hand
        ("Should the Commons ban vapes?", ["Britain's House of Commons votes on vapes on Monday."], "gb-commons"),
        ("Should Britain ban vapes?", ["MPs will vote on a ban on vapes in London."], "gb-commons"),
        (
            "Should the Senate pass the farm bill?",
            ["In Washington the Senate will vote on the farm bill."],
            "us-senate",
        ),
        ("Should the Senate pass the farm bill?", ["In Rome the Senate will vote on the farm bill."], "it-senate"),
        ("Should the Senate pass the farm bill?", ["The Senate will vote on the farm bill."], None),
        # a town's council
        ("Should Leeds ban cars?", ["The city council of Leeds will vote on the ban on cars."], "leeds-city-council"),
        ("Should Leeds ban cars?", ["The city council will vote on the ban on cars in Leeds."], "leeds-city-council"),
        ("Should Leeds ban cars?", ["Drivers in Leeds are against the ban."], None),
        # nobody, a court, a people
        ("A new stadium for Leeds", ["The city wants to build a stadium."], None),
        ("Should a court lift the EU ban on toys?", ["The EU ban on toys is before a court."], None),
        ("Should Switzerland hold a referendum on the EU treaties?", ["The EU and Switzerland met."], None),
        ("Should it rain?", [], None),
    ],
)
def test_the_body_that_decides(article: Make, question: str, news: list[str], body: str | None) -> None:
    found = chosen(question, [article(text, "2024-05-02") for text in news])
    assert (found.body.id if found else None) == body


def test_a_proposal_stands_for_a_question(article: Make) -> None:
    found = chosen(None, [article("NATO may open an office in Kenya.")], proposal="NATO office in Kenya")
    assert found is not None
    assert found.body.id == "nato"
    assert chosen(None, []) is None


def test_more_support_is_surer(article: Make) -> None:
    asked = chosen("Should NATO open an office in Kenya?", [])
    one = chosen(OFFICE, [article("NATO will decide on Monday whether to open an office in Kenya.")])
    pages = [article(f"{day}: NATO will decide whether to open an office in Kenya.") for day in ("Monday", "Tuesday")]
    two = chosen(OFFICE, pages)
    both = chosen("Should NATO open an office in Kenya?", pages)
    assert asked is not None
    assert one is not None
    assert two is not None
    assert both is not None
    assert 0.5 < one.confidence < two.confidence <= asked.confidence <= both.confidence <= 1


def test_a_rival_takes_from_the_confidence(article: Make) -> None:
    pages = [article(f"{day}: NATO will decide whether to open an office in Kenya.") for day in ("Monday", "Tuesday")]
    alone = chosen(OFFICE, pages)
    rival = chosen(OFFICE, [*pages, article("The African Union will vote on whether to open an office in Kenya.")])
    assert alone is not None
    assert rival is not None
    assert (alone.body.id, rival.body.id) == ("nato", "nato")
    assert rival.confidence < alone.confidence


def test_a_body_of_the_same_members_is_no_rival(article: Make) -> None:
    pages = [article("EU leaders will decide on the chip fund."), article("The EU will decide on the chip fund.")]
    found = chosen("Should EU leaders agree on a chip fund?", pages)
    assert found is not None
    assert found.body.id == "european-council"
    only = chosen("Should EU leaders agree on a chip fund?", [pages[0], article("A chip fund is near.")])
    assert only is not None
    assert found.confidence == only.confidence


def test_a_rule_that_is_stated_of_it_supports_a_body(article: Make, reading: Read) -> None:
    pages = [
        article(
            f"Austria’s accession was put off {when}.\nAustria’s accession needs the consent of all members of NATO."
        )
        for when in ("again", "once more")
    ]
    question = "Austria's accession"
    assert chosen(question, pages) is None
    read = [reading(page, "unanimity", body="nato") for page in pages]
    found = chosen(question, pages, read)
    assert found is not None
    assert found.body.id == "nato"
    assert chosen(question, pages, [reading(p, "unanimity", body="nato", confidence=0.55) for p in pages]) is None
    assert chosen(question, pages, [reading(p, "unanimity", body="eu-council") for p in pages]) is None


def test_a_rule_beside_another_matter_supports_none(article: Make, reading: Read) -> None:
    text = "Austria’s accession was put off.\nA budget needs the consent of all members of NATO."
    pages = [article(text, title=title) for title in ("The price of milk", "A budget of NATO")]
    assert chosen("Austria's accession", pages, [reading(page, "unanimity", body="nato") for page in pages]) is None


def test_a_chamber_s_rule_is_no_organisation_s(article: Make, reading: Read) -> None:
    pages = [article(f"NATO on {day}.\nThe fleet’s new office needs two thirds.") for day in ("Monday", "Friday")]
    read = [reading(page, "supermajority", in_chamber=True) for page in pages]
    assert chosen("a new office of the fleet", pages, read) is None
    read = [reading(page, "supermajority") for page in pages]
    found = chosen("a new office of the fleet", pages, read)
    assert found is not None
    assert found.body.id == "nato"


def test_a_reading_of_an_article_that_is_not_there_is_left(article: Make, reading: Read) -> None:
    page = article("Austria’s accession needs the consent of all members of NATO.")
    assert chosen("Austria's accession", [], [reading(page, "unanimity", body="nato")]) is None


def test_two_bodies_merely_named_are_no_decider(article: Make) -> None:
    assert chosen("cooperation between NATO and the EU", [article("NATO and the EU met.")]) is None
