from collections.abc import Callable

import pytest

from sayso.records import Article, Event
from sayso.timeline import find_events, find_timexes, merge_events

Make = Callable[..., Article]


def events(made: Article) -> tuple[Event, ...]:
    return find_events(made, find_timexes(made), (), (), None)


def test_one_summit_told_twice_is_one_event(article: Make) -> None:
    early = events(article("The G20 summit in Bali will be held on 15 and 16 November.", "2022-10-01"))
    late = events(article("Leaders arrived for the G20 summit in Bali, Indonesia, on 15 November.", "2022-11-15"))
    (event,) = merge_events([early, late], "2022-12-01")
    assert (event.what, event.where, event.status) == ("G20 summit", "Bali, Indonesia", "past")
    assert (event.start, event.end) == ("2022-11-15", "2022-11-16")
    assert len(event.evidence) == 2


def test_other_days_and_other_places_stay_apart(article: Make) -> None:
    made = article(
        "The G20 summit in Bali was held on 15 November 2022.\n\nThe G20 summit in Delhi opened on 9 September 2023."
        "\n\nA summit of the Gulf states opened in Doha on 9 September 2023."
    )
    merged = merge_events([events(made)], None)
    assert [e.start for e in merged] == ["2022-11-15", "2023-09-09", "2023-09-09"]


def test_order_of_articles_does_not_matter(article: Make) -> None:
    one = events(article("Ministers meet in Oslo on 3 May.", "2024-04-01"))
    two = events(article("The ministers met in Oslo on Friday.", "2024-05-04"))
    assert merge_events([one, two], None) == merge_events([two, one], None)


def test_a_meeting_and_the_vote_taken_there_are_one_occasion(article: Make) -> None:
    one = events(article("The fisheries ministers will talk about cod at a meeting in Galway on 3 May.", "2024-03-01"))
    two = events(article("The ministers are due to vote in Galway on 3 May.", "2024-04-20"))
    (event,) = merge_events([one, two], "2024-04-20")
    assert (event.what, event.where, len(event.evidence)) == ("vote by the ministers", "Galway, Ireland", 2)


APART = [
    ("The ministers will meet in Galway on 3 May.", "The ministers vote in Galway on 4 May."),
    ("The ministers will meet in Galway on 3 May.", "The ministers vote in Dublin on 3 May."),
    ("The ministers will meet in Galway on 3 May.", "The lawmakers vote in Galway on 3 May."),
    ("The OPEC summit opens in Vienna on 3 May.", "Peru and Chile will meet in Vienna on 3 May."),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_days_places_and_bodies_are_other_occasions(article: Make, one: str, other: str) -> None:
    made = [events(article(text, "2024-03-01")) for text in (one, other)]
    assert len(merge_events(made, None)) == 2


def test_a_summit_without_a_day_is_one_in_any_number(article: Make) -> None:
    made = article(
        "Ms Sato will attend the APEC summits.\n\nShe is expected to speak at the APEC summit.", "2024-03-01"
    )
    (event,) = merge_events([events(made)], None)
    assert (event.what, event.start, event.end) == ("APEC summit", None, None)
