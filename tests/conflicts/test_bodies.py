import pytest

from sayso.conflicts.bodies import bodies_in, is_other_vote, is_record, matter_in

SAME = [
    ("The foreign affairs committee backed it", "published by the committee", True),
    ("The budget committee backed it", "the record of the transport committee", False),
    ("Polish lawmakers backed it", "the assembly's website", True),
    ("The board backed it", "the council backed it", False),
]


@pytest.mark.parametrize(("one", "other", "same"), SAME)
def test_body(one: str, other: str, same: bool) -> None:
    assert any(a.may_be(b) for a in bodies_in(one) for b in bodies_in(other)) is same


def test_matter_is_what_is_neither_vote_nor_body() -> None:
    words = "The record published by the health committee shows 38 votes in favour of the clinic and 15 against."
    assert matter_in(words) == {"clinic"}


@pytest.mark.parametrize("words", ["The minutes of the board show 3", "according to the council's website, 3"])
def test_record(words: str) -> None:
    assert is_record(words)


def test_another_vote() -> None:
    assert is_other_vote("the board had rejected it a year ago in an earlier vote")
    assert not is_other_vote("the board rejected it on Monday")
