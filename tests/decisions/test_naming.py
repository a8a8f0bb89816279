"""Bodies named in a text, and the one that a question leaves the decision to."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.decisions.naming import (
    bodies_in,
    bodies_put_before,
    body_in_question,
    deciding,
    is_described,
    leaves_to_another,
    name_in,
    named_bodies,
)
from sayso.decisions.table import bodies
from sayso.records import Article

Make = Callable[..., Article]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The WHO declared an emergency.", ("wha",)),
        ("Those who voted went home.", ()),
        ("The IMO votes in April; imo it will pass.", ("imo",)),
        ("CITES bans the trade. He cites a study.", ("cites",)),
        ("Cites were given.", ()),
        ("Imo State and Isa Khan", ()),
        ("OPEC+ cut its output.", ("opec-plus",)),
        ("OPEC cut its output.", ("opec",)),
        ("Opec+ ministers met, Opec's own did not.", ("opec-plus", "opec")),
        ("OPEC and its allies met.", ("opec-plus",)),
        ("COP28 opened in Dubai.", ("unfccc",)),
        ("A traffic cop stopped 28 cars.", ()),
        ("Nato and the G7 met.", ("nato", "g7")),
        ("the European Commission proposed it", ()),
        ("the EU Commission and the EU Parliament", ("european-parliament",)),
        ("Neuroscience, a tofeu, the natos", ()),
    ],
)
def test_bodies_are_found_by_name(text: str, named: tuple[str, ...]) -> None:
    assert bodies_in(text) == named


@given(st.lists(st.sampled_from(["OPEC+", "OPEC", "the EU", "EU leaders", "who", "WHO", "met", "Nato", "COP28"])))
def test_a_name_slices_to_the_text(words: list[str]) -> None:
    text = " ".join(words)
    found = named_bodies(text)
    assert [n.start for n in found] == sorted(n.start for n in found)
    for naming in found:
        row = bodies()[naming.body]
        assert text[naming.start : naming.end].upper() in {name.upper() for name in (*row.aliases, *row.acronyms)}


@pytest.mark.parametrize(
    ("text", "put_before"),
    [
        ("NATO office in Kenya", ("nato",)),
        ("admit Austria to NATO", ("nato",)),
        ("an EU ban on toys", ("eu-council",)),
        ("extend the price cap within the EU", ("eu-council",)),
        ("Should EU leaders back the pact?", ("european-council",)),
        ("Should MEPs back the pact?", ("european-parliament",)),
        ("Should the WHO adopt a pandemic treaty?", ("wha",)),
        ("Should OPEC+ cut output?", ("opec-plus",)),
        ("Should OPEC cut output?", ("opec",)),
        ("Should COP28 agree to phase out coal?", ("unfccc",)),
        # a chamber before an organisation
        ("The Bundestag's vote on the EU treaty", ("de-bundestag",)),
        ("Should the US Senate ratify Sweden's accession to NATO?", ("us-senate",)),
        # a name alone
        ("NATO soldiers sang", ()),
        ("How big is the EU?", ()),
        ("Is NATO to blame?", ()),
        # several, or another decider
        ("Should NATO and the EU open a joint office?", ()),
        ("a court ruling on the EU ban", ()),
        ("Referendum on joining the EU", ()),
        ("the Senate's vote on NATO membership for Sweden", ()),
    ],
)
def test_a_question_puts_something_before_a_body(text: str, put_before: tuple[str, ...]) -> None:
    assert bodies_put_before(text) == put_before
    assert body_in_question(text) == (put_before[0] if put_before else None)


def test_of_two_chambers_neither_is_the_one() -> None:
    text = "Will the US Senate and the US House pass the budget?"
    assert bodies_put_before(text) == ("us-senate", "us-house")
    assert body_in_question(text) is None


@pytest.mark.parametrize(
    ("text", "is_left"),
    [
        ("Should the House of Commons approve the EU deal?", True),
        ("Should voters back the EU treaty in a referendum?", True),
        ("Should judges lift the ban?", True),
        ("Should the town council sell the hall?", True),
        ("Should the US Senate approve the treaty?", False),  # a body that is known by name
        ("Should the EU ban toys?", False),
    ],
)
def test_another_may_decide(text: str, is_left: bool) -> None:
    assert leaves_to_another(text) is is_left


@pytest.mark.parametrize(
    ("question", "news", "name"),
    [
        ("Should COP28 phase out coal?", "COP27 met in Egypt. COP27 failed. COP27!", "Parties, COP28)"),
        (
            "Should the UN climate summit phase out coal?",
            "COP28 opened. COP28 goes on; COP27 failed.",
            "Parties, COP28)",
        ),
        ("Should the UN climate summit phase out coal?", "The summit opened.", "Parties)"),
    ],
)
def test_the_session_is_the_one_that_is_spoken_of(article: Make, question: str, news: str, name: str) -> None:
    found = name_in(bodies()["unfccc"], question, [article(news)])
    assert found.endswith(f"(Conference of the {name}")


def test_a_body_without_sessions_keeps_its_name(article: Make) -> None:
    assert name_in(bodies()["nato"], "NATO office", [article("COP28 and NATO")]) == "NATO (North Atlantic Council)"


@pytest.mark.parametrize(("body", "question"), [("g7", "Should the G7 lend?"), ("g20", "Should the G20 lend?")])
def test_the_number_of_a_group_is_no_session(body: str, question: str) -> None:
    assert name_in(bodies()[body], question, []) == bodies()[body].name


@pytest.mark.parametrize(
    ("body", "text", "decides"),
    [
        ("eu-council", "The EU may soon ban the toys.", True),
        ("unsc", "A vote in the Security Council is due.", True),
        ("unsc", "Russia vetoed a Security Council resolution.", True),
        ("eu-council", "The EU Commission will decide.", False),
        ("nato", "NATO soldiers sang.", False),
        ("nato", "The alliance will decide.", False),
        ("gb-commons", "MPs will vote on Monday.", True),
    ],
)
def test_a_body_is_told_as_one_that_decides(body: str, text: str, decides: bool) -> None:
    assert bool(deciding(bodies()[body]).search(text)) is decides


def test_words_stand_for_a_body() -> None:
    assert is_described(bodies()["nato"], "The Alliance waits.")
    assert not is_described(bodies()["nato"], "The parallel lines")
    assert not is_described(bodies()["eu-ratification"], "anything")


def test_every_name_of_a_table_is_found_in_its_text() -> None:
    for row in bodies().values():
        for alias in (*row.aliases, *row.acronyms):
            if not re.search(r"Parliament|Commission", alias):
                assert row.id in bodies_in(f"On Monday {alias} met."), alias
