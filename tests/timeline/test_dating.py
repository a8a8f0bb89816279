from collections.abc import Callable

import pytest

from sayso.records import Article
from sayso.timeline import date_of, find_timexes

# Sentence, passage inside it, the day on which it was said or happened (report of Wednesday 13 March 2024).
DATED = [
    ("The minister said on Monday that the deal would be signed on Friday.", "the deal would be signed", "2024-03-11"),
    ("Norway said it will close the border on Friday.", "it will close the border", None),
    ("On Tuesday, after long talks, the premier said he would not yield.", "he would not yield", "2024-03-12"),
    ("“We meet on Thursday,” the envoy told reporters on Sunday.", "We meet on Thursday", "2024-03-10"),
    ("The parliament of Chile approved the treaty on 5 March.", "approved the treaty", "2024-03-05"),
    ("She said the plan was dead.", "the plan was dead", None),
]


@pytest.mark.parametrize(("sentence", "passage", "day"), DATED)
def test_the_day_of_the_main_verb(
    article: Callable[..., Article], sentence: str, passage: str, day: str | None
) -> None:
    made = article(sentence, "2024-03-13")
    start = sentence.index(passage)
    timex = date_of(made, start, start + len(passage), find_timexes(made))
    assert (timex.start if timex else None) == day
