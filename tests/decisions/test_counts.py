"""How many members a body is said to have."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.decisions.counts import find_counts
from sayso.records import Article

Make = Callable[..., Article]


@pytest.mark.parametrize(
    ("sentence", "members", "what"),
    [
        ("All 31 allies must agree.", 31, "allies"),
        ("NATO’s 32 members met.", 32, "members"),
        ("The 27 EU countries agreed.", 27, "countries"),
        ("The bloc has 27 members.", 27, "members"),
        ("All twenty-seven member states signed.", 27, "member states"),
        ("It was a vote of the 47-member council.", 47, "member"),
        ("The 35-nation board met.", 35, "nation"),
        ("The 12-member cartel cut its output.", 12, "member"),
        ("The alliance is 32 nations strong.", 32, "members"),
        ("It is a body of forty-seven.", 47, "members"),
        ("It has 60 seats.", 60, "seats"),
        ("Its 720 MEPs vote on Monday.", 720, "meps"),
        ("It takes 15 of the 27 states.", 27, "states"),
        ("It has the consent of 30 of its 31 members.", 31, "members"),
        ("A majority of the 101 seats is enough.", 101, "seats"),
        ("The mayor has 37 votes in the chamber.", 37, "votes in the chamber"),
        ("A single member among the 164 can stop them.", 164, "members"),
        ("Any of the 32 may say no.", 32, "members"),
    ],
)
def test_a_number_of_members(article: Make, sentence: str, members: int, what: str) -> None:
    page = article(f"They met. {sentence} Then they left.")
    assert [(c.members, c.what, c.evidence.text) for c in find_counts(page)] == [(members, what, sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The other 30 allies have ratified.",
        "The remaining 26 capitals wait.",
        "The then 28 members signed.",
        "Nearly 200 countries came.",
        "About 57 participating states signed.",
        "More than 30 members came.",
        "Only 12 members came.",
        "The 5 new members were welcomed.",
        "It would be the 33 members' first summit.",
        "Some 20 states objected.",
        "The 27 percent was too little.",
        "The 55.5 members are a mean.",
        "Fifteen ministers came.",
    ],
)
def test_others_some_and_about_so_many_are_no_count(article: Make, sentence: str) -> None:
    assert list(find_counts(article(sentence))) == []


def test_every_count_in_the_order_of_the_text(article: Make) -> None:
    page = article("All 31 allies met.\nThe 27 members of the EU and the 57-nation body did not. The 31 allies left.")
    assert [c.members for c in find_counts(page)] == [31, 27, 57, 31]


@given(st.integers(1, 999), st.sampled_from(["All {} allies met.", "The {}-member council met.", "It has {} seats."]))
def test_digits_are_read_as_they_stand(article: Make, number: int, shape: str) -> None:
    page = article(f"“So,” he said. {shape.format(number)}")
    assert [c.members for c in find_counts(page)] == [number]
    for count in find_counts(page):
        assert page.text[count.evidence.start : count.evidence.end] == count.evidence.text
