from collections.abc import Callable

import pytest

from sayso.records import Actor, Article, Event, Mention
from sayso.timeline import find_events, find_timexes

Make = Callable[..., Article]

# Sentence of a report of Thursday 14 March 2024: what, where, start, end, status, certainty.
EVENTS = [
    (
        "EU foreign ministers will meet in Brussels on Monday to discuss tariffs.",
        ("meeting of EU foreign ministers", "Brussels, Belgium", "2024-03-18", "2024-03-18", "upcoming", "certain"),
    ),
    (
        "Slovakia's parliament passed the budget on 12 December by 79 votes to 70.",
        (
            "vote on the budget by Slovakia's parliament",
            "Bratislava, Slovakia",
            "2023-12-12",
            "2023-12-12",
            "past",
            "certain",
        ),
    ),
    (
        "The law enters into force on 1 January 2025.",
        ("entry into force of the law", None, "2025-01-01", "2025-01-01", "upcoming", "certain"),
    ),
    (
        "Presidential elections are scheduled for November 5.",
        ("Presidential elections", None, "2024-11-05", "2024-11-05", "upcoming", "certain"),
    ),
    (
        "The treaty was signed in Rome in 1957.",
        ("signature of the treaty", "Rome, Italy", "1957-01-01", "1957-12-31", "past", "certain"),
    ),
    (
        "The African Union summit, held in Addis Ababa in February, ended without a decision.",
        ("African Union summit", "Addis Ababa, Ethiopia", "2024-02-01", "2024-02-29", "past", "certain"),
    ),
    (
        "Kenya applied to join the bloc in May 2019.",
        ("membership application of Kenya", None, "2019-05-01", "2019-05-31", "past", "certain"),
    ),
    (
        "The commission has until 30 June to reply.",
        ("deadline for the commission", None, "2024-06-30", "2024-06-30", "upcoming", "certain"),
    ),
    (
        "The assembly may vote on the treaty next week.",
        ("vote on the treaty by the assembly", None, "2024-03-18", "2024-03-24", "upcoming", "possible"),
    ),
    (
        "Mr Tanaka is expected to travel to Africa for the G20 summit.",
        ("G20 summit", None, None, None, "upcoming", "expected"),
    ),
    (
        "Mediators flew to Lima, where a three-day summit opens on Saturday.",
        ("three-day summit", "Lima, Peru", "2024-03-16", "2024-03-18", "upcoming", "certain"),
    ),
]


def facts(event: Event) -> tuple[str, str | None, str | None, str | None, str, str]:
    return event.what, event.where, event.start, event.end, event.status, event.certainty


@pytest.mark.parametrize(("sentence", "expected"), EVENTS)
def test_event_of_a_sentence(article: Make, sentence: str, expected: tuple[str, ...]) -> None:
    made = article(sentence, "2024-03-14")
    events = find_events(made, find_timexes(made), (), (), None)
    assert expected in [facts(e) for e in events]
    assert all(e.text == made.text[e.start : e.end] for event in events for e in event.evidence)


NO_EVENTS = [
    "The election campaign was dull, she said on Friday.",
    "The vote did not take place on Monday.",
    "Trump told a news conference on Friday that he was pleased.",
    "People who go to Beijing know the air.",
    "The 2012 election changed the party.",
]


@pytest.mark.parametrize("sentence", NO_EVENTS)
def test_what_is_no_event(article: Make, sentence: str) -> None:
    made = article(sentence, "2024-03-14")
    assert find_events(made, find_timexes(made), (), (), None) == ()


def test_attendees_are_the_actors_of_the_clause(article: Make) -> None:
    made = article("Ghana and Togo will meet in Accra on Monday.", "2024-03-14")
    actors = [Actor(id="GHA", name="Ghana", kind="state"), Actor(id="TGO", name="Togo", kind="state")]
    mentions = [Mention(start=0, end=5, actor="GHA", form="name"), Mention(start=10, end=14, actor="TGO", form="name")]
    (event,) = find_events(made, find_timexes(made), actors, mentions, None)
    assert event.attendees == ("GHA", "TGO")


def test_status_is_seen_from_as_of(article: Make) -> None:
    made = article("The leaders will meet in Quito on 2 May.", "2024-03-14")
    timexes = find_timexes(made)
    assert find_events(made, timexes, (), (), None)[0].status == "upcoming"
    assert find_events(made, timexes, (), (), "2024-06-01")[0].status == "past"
