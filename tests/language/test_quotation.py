"""Where a paragraph is quoted, in the conventions of many newsrooms."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.quotation import INSIDE, MARK, OUTSIDE, quotation, quotations


@pytest.mark.parametrize(
    ("paragraph", "quoted"),
    [
        ("“The quota is low,” he said.", ["“The quota is low,”"]),
        ('He called it "a gift" and "a trap".', ['"a gift"', '"a trap"']),
        ("« Non », dit-il, « jamais ».", ["« Non »", "« jamais »"]),
        ("»So geht es nicht«, sagte sie.", ["»So geht es nicht«"]),
        ("„Nie“, powiedział. „Nigdy”", ["„Nie“", "„Nigdy”"]),
        ("‘The ministers’ plan is bad,’ he said.", ["‘The ministers’ plan is bad,’"]),
        ("'It's a deal,' she said of the members' vote.", ["'It's a deal,'"]),
        ("The members' vote and the workers' strike.", []),
        ("“She told me ‘no’ twice,” he said.", ["“She told me ‘no’ twice,”"]),
        ("“It goes on over the paragraph.", ["“It goes on over the paragraph."]),
        ("In the '90s it was 'fine' to them.", ["'fine'"]),
    ],
)
def test_quotations(paragraph: str, quoted: list[str]) -> None:
    assert [paragraph[a:b] for a, b in quotations(paragraph)] == quoted


def test_marks_are_neither_inside_nor_outside() -> None:
    assert list(quotation("a “b” c")) == [OUTSIDE, OUTSIDE, MARK, INSIDE, MARK, OUTSIDE, OUTSIDE]


@given(st.text(alphabet="ab “”„\"«»‘’'‚‹›.,", max_size=60))
def test_any_mixture_of_marks_gives_ascending_spans_and_a_state_a_character(paragraph: str) -> None:
    spans = quotations(paragraph)
    assert all(0 <= a < b <= len(paragraph) for a, b in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert len(quotation(paragraph)) == len(paragraph)


def test_time_is_linear_in_the_number_of_marks() -> None:
    began = time.perf_counter()
    quotation("'a “b " * 100_000)
    assert time.perf_counter() - began < 5
