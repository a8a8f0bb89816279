"""Silence procedures: the last day to object."""

from collections.abc import Callable

import pytest

from sayso.decisions.silence import silence_until
from sayso.records import Article

Make = Callable[..., Article]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The text is under a silence procedure until Friday.", "2024-05-03"),
        ("The silence procedure expires on 10 May 2024.", "2024-05-10"),
        ("The silence procedure, begun on 2 May 2024, runs out on 10 May 2024.", "2024-05-10"),
        ("By tacit consent it is adopted unless somebody speaks up by 10 May 2024.", "2024-05-10"),
        ("The decision stands unless a member objects by 10 May.", "2024-05-10"),
        ("It is adopted if no state objects before 12 May.", "2024-05-12"),
        # a day that ends nothing, no day, a silence that is broken, a silence of another sort
        ("The silence procedure began on 3 May 2024.", None),
        ("The text is under a silence procedure.", None),
        ("Hungary broke the silence procedure that ran until 10 May.", None),
        ("Hungary broke silence before the silence procedure ended on 10 May.", None),
        ("Silence fell over the hall until Friday.", None),
        ("The talks go on until 10 May.", None),
    ],
)
def test_the_last_day_to_object(article: Make, sentence: str, day: str | None) -> None:
    page = article(f"The talks go on. {sentence} Nobody left early.", "2024-05-01")
    assert silence_until([page]) == day


def test_the_newest_article_tells_the_day(article: Make) -> None:
    earlier = article("The silence procedure ends on 10 May 2024.", "2024-05-01")
    later = article("The silence procedure ends on 15 May 2024.", "2024-05-08")
    silent = article("Nobody spoke of it.", "2024-05-09")
    assert silence_until([later, silent, earlier]) == "2024-05-15"
    assert silence_until([silent]) is None
    assert silence_until([]) is None


def test_a_day_without_its_year_is_none(article: Make) -> None:
    assert silence_until([article("The silence period ends on 10 May.")]) is None
