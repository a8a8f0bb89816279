"""Chambers and councils by a common noun, and the state that they are of."""

from collections.abc import Sequence

import pytest

from sayso.decisions.chamber_names import (
    chambers_meant,
    council_row,
    local_council,
    nouns_of,
    state_at_hand,
    states_in,
)
from sayso.decisions.rows import checked
from sayso.decisions.table import bodies


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Britain's government held on in London, whatever Brussels said.", "GBR"),
        ("In Washington the American president waited for Canada.", "USA"),
        ("France, the French and Germany", "FRA"),
        ("France and Germany met.", None),
        ("France, France and French; Germany, Germans and Berlin", None),
        ("Rain fell in the valley.", None),
        ("", None),
    ],
)
def test_the_state_at_hand_is_the_one_spoken_of_most(text: str, state: str | None) -> None:
    assert state_at_hand([text]) == state
    assert state_at_hand(text.split()) == state


def test_states_in_their_order() -> None:
    assert states_in("Paris warned Berlin; the French and Germany then met the Japanese.") == ("FRA", "DEU", "JPN")
    assert states_in("Francesca and Turkeys") == ()


@pytest.mark.parametrize(
    ("text", "state", "chambers"),
    [
        ("The Senate votes on Monday.", "USA", ("us-senate",)),
        ("The Senate votes on Monday.", "ITA", ("it-senate",)),
        ("The Senate votes on Monday.", None, ()),
        ("The Senate votes on Monday.", "GBR", ()),
        ("The Lords waited for MPs; the Commons and its MPs voted.", "GBR", ("gb-commons", "gb-lords")),
        ("The Bundestag, not the Bundesrat; the Bundestag.", "DEU", ("de-bundestag", "de-bundesrat")),
        ("It is common to lord it over a senator's house.", "GBR", ()),
    ],
)
def test_a_noun_means_the_chamber_of_its_state(text: str, state: str | None, chambers: tuple[str, ...]) -> None:
    assert chambers_meant(text, state) == chambers


@pytest.mark.parametrize(
    ("body", "text", "is_meant"),
    [
        ("gb-commons", "the Commons", True),
        ("gb-commons", "MPs", True),
        ("gb-commons", "UMPs and MPs-to-be", False),
        ("gb-commons", "house of cards", False),
        ("us-senate", "the Senate’s leaders", True),
        ("us-senate", "a senatorial race", False),
    ],
)
def test_nouns_are_whole_words(body: str, text: str, is_meant: bool) -> None:
    assert bool(nouns_of(bodies()[body]).search(text)) is is_meant


@pytest.mark.parametrize(
    ("question", "news", "name"),
    [
        ("Should Leeds ban cars?", ["The city council will vote. Leeds is split."], "Leeds (city council)"),
        ("Should Bath ban buses?", ["Councillors of Bath met. Bath waits."], "Bath (city council)"),
        ("Should cars go?", ["Leeds city council met.", "Leeds city council voted."], "Leeds (city council)"),
        (
            "Should cars go?",
            ["York city council met.", "Leeds city council; Leeds city council"],
            "Leeds (city council)",
        ),
        ("Should the city council of New York ban horses?", [], "New York (city council)"),
        ("Should the hall be sold?", ["Stratford upon Avon town council met."], "Stratford upon Avon (town council)"),
        # nothing to tell which, or no council
        ("Should cars be banned?", ["The city council will vote."], None),
        ("Should Oxford ban cars?", ["The city council met."], None),
        ("Should NATO open an office?", ["NATO met in Leeds."], None),
        ("Should Leeds ban cars?", [], None),
    ],
)
def test_a_town_s_council_is_named_with_its_place(question: str, news: Sequence[str], name: str | None) -> None:
    row = local_council(question, news)
    assert (row.name if row else None) == name


@pytest.mark.parametrize(
    ("question", "news", "name"),
    [
        ("Should Portland cap rents?", ["The Portland City Council will vote on rents."], "Portland (city council)"),
        ("Should Leeds city council ban cars?", ["Traffic is dense."], "Leeds (city council)"),
        ("Should Kent sell it?", ["Kent’s county council met."], "Kent (county council)"),
        ("Should Hamilton's city council ban fireworks?", ["It was loud."], "Hamilton (city council)"),
    ],
)
def test_a_council_as_headlines_write_it(question: str, news: Sequence[str], name: str) -> None:
    row = local_council(question, news)
    assert row is not None
    assert row.name.lower() == name.lower()


def test_a_council_that_no_table_has_decides_by_most_votes_cast() -> None:
    row = checked(council_row("Leeds city council", "Leeds"))
    assert (row.id, row.name, row.as_of) == ("leeds-city-council", "Leeds (city council)", "")
    assert "Leeds’s city council" in row.aliases
    (rule,) = row.rule
    assert (rule.kind, rule.passes, rule.abstention, rule.absence) == ("majority", "cast > 1/2", "neither", "neither")
    assert nouns_of(row).search("Councillors? No: the councillors left.")
    assert not row.seats
