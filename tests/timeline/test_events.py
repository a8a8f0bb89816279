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
        "The first observers were to arrive in Nairobi in June.",
        ("visit of the first observers", "Nairobi, Kenya", "2024-06-01", "2024-06-30", "upcoming", "expected"),
    ),
    (
        "The envoys were to have met in Doha in September.",
        ("meeting of the envoys", "Doha, Qatar", "2024-09-01", "2024-09-30", "upcoming", "expected"),
    ),
    (
        "On Monday the constitutional affairs committee of the Brazilian Senate rejected the motion.",
        (
            "vote on the motion by the constitutional affairs committee of the Brazilian Senate",
            "Brasilia, Brazil",
            "2024-03-11",
            "2024-03-11",
            "past",
            "certain",
        ),
    ),
    (
        "The finance ministers will look at the fund again at a meeting in Porto on 3 May.",
        ("meeting of the finance ministers", "Porto, Portugal", "2024-05-03", "2024-05-03", "upcoming", "certain"),
    ),
    (
        "The council will vote on the plan on 3 May.",
        ("vote on the plan by the council", None, "2024-05-03", "2024-05-03", "upcoming", "certain"),
    ),
    (
        "In Kenya, Ms Rama is due to attend the climate summit in Ghana on 3 May.",
        ("climate summit", None, "2024-05-03", "2024-05-03", "upcoming", "expected"),
    ),
    (
        "Poland's parliament debated for hours. Deputies voted to reject the tax on Friday.",
        ("vote on the tax by deputies", "Warsaw, Poland", "2024-03-08", "2024-03-08", "past", "certain"),
    ),
    (
        "Lawmakers in Chile argued until dawn. The chamber passed the reform on Tuesday.",
        ("vote on the reform by the chamber", "Santiago, Chile", "2024-03-12", "2024-03-12", "past", "certain"),
    ),
    (
        "Lawmakers in Chile argued until dawn. The European Union council passed the reform on Tuesday.",
        ("vote on the reform by the European Union council", None, "2024-03-12", "2024-03-12", "past", "certain"),
    ),
    (
        "Mali's president will meet his Nigerien counterpart in Dakar on Saturday for talks mediated by the bank.",
        ("meeting of Mali's president", "Dakar, Senegal", "2024-03-16", "2024-03-16", "upcoming", "certain"),
    ),
    (
        "Kenya's parliament backed the dam on Tuesday. It adopted the seed law by 88 votes to 81 on Wednesday.",
        ("vote on the seed law", "Nairobi, Kenya", "2024-03-13", "2024-03-13", "past", "certain"),
    ),
    (
        "The summit of the African Union in Addis Ababa next month will be short.",
        ("summit of the African Union", "Addis Ababa, Ethiopia", "2024-04-01", "2024-04-30", "upcoming", "certain"),
    ),
    (
        "The Bundestag debated the jets. The plenary will vote next week.",
        ("vote by the plenary", "Berlin, Germany", "2024-03-18", "2024-03-24", "upcoming", "certain"),
    ),
    (
        "The meeting between Mr. Banda and Mr. Phiri in Lusaka in June 2013 was short.",
        ("meeting between Mr. Banda and Mr. Phiri", "Lusaka, Zambia", "2013-06-01", "2013-06-30", "past", "certain"),
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
    "Latvia would vote for the ban only if it were paid, its minister said on Monday.",
    "Peru will vote in favour on Friday, its envoy said.",
    "We will vote against on Tuesday, the minister said.",
    "Malta would vote no on 3 May.",
    "Jordan will say no to the loan, its minister said on Monday.",
    "Any vote by the council in Oslo would take months.",
    "The ministers usually meet in Brussels on Mondays.",
    "A treaty change requires a vote by the parliament in Rome.",
    "The Senate meets in Rome every Tuesday.",
    "Tourists who visit Petra on Friday pay more.",
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


def test_places_and_speakers_do_not_attend(article: Make) -> None:
    text = "In Togo, Ghana will attend the OPEC summit on 3 May, Kenya said."
    made = article(text, "2024-03-14")
    names = {"TGO": "Togo", "GHA": "Ghana", "opec": "OPEC", "KEN": "Kenya"}
    actors = [Actor(id=i, name=name, kind="state") for i, name in names.items()]
    at = {i: text.index(name) for i, name in names.items()}
    mentions = [Mention(start=at[i], end=at[i] + len(name), actor=i, form="name") for i, name in names.items()]
    (event,) = find_events(made, find_timexes(made), actors, mentions, None)
    assert (event.what, event.attendees) == ("OPEC summit", ("GHA",))
