"""Short reports on many topics: half contradict themselves in one place, half only look as if they did."""

from collections.abc import Callable

import pytest

from sayso.conflicts import find_conflicts_within
from sayso.records import Article, Conflict
from sayso.timeline import find_events, find_timexes

Make = Callable[..., Article]
DAY = "2022-09-14"


def conflicts(made: Article) -> tuple[Conflict, ...]:
    timexes = find_timexes(made)
    return find_conflicts_within(made, timexes, find_events(made, timexes, (), (), None), (), (), ())


# Kind of the conflict, words of both sides, report.
CONTRADICTIONS = [
    (
        "number",
        ("27 votes to 19", "25 votes for the tram line and 21 against"),
        "The city council of Graz approved the tram line on Tuesday by 27 votes to 19.\n\nShopkeepers had asked for a "
        "delay. They fear two years of dust.\n\nThe minutes of the council give 25 votes for the tram line and 21 "
        "against.",
    ),
    (
        "number",
        ("by 9 votes to 2", "8 votes in favour of the merger and 3 against"),
        "The harbour board backed the merger with the rail company on Monday by 9 votes to 2.\n\nDockers were not "
        "consulted, their union said.\n\nAccording to the board's website, there were 8 votes in favour of the merger "
        "and 3 against.",
    ),
    (
        "number",
        ("61 senators voted in favour and 34 against", "58 votes in favour"),
        "In the Senate, 61 senators voted in favour and 34 against the water bill on Thursday.\n\nFarmers welcomed the "
        "outcome.\n\nThe official record of the Senate shows 58 votes in favour of the water bill and 37 against.",
    ),
    (
        "number",
        ("14 votes in favour and 6 against", "12 in favour and 8 against"),
        "The health committee cleared the vaccine fund with 14 votes in favour and 6 against.\n\nIts chair, a doctor, "
        "spoke of relief.\n\nThe committee's tally shows 12 in favour and 8 against the vaccine fund.",
    ),
    (
        "number",
        ("by 44 votes to 31", "46 votes to 29"),
        "The Montenegrin parliament passed the tourism tax on Friday by 44 votes to 31.\n\nHoteliers protested outside."
        "\n\nThe tourism tax was passed by the Montenegrin parliament by 46 votes to 29.",
    ),
    (
        "place",
        ("In Denmark", "fisheries summit in Iceland"),
        "Fishing quotas will be cut again, officials said.\n\nIn Denmark, Ms Holm is due to attend the fisheries summit "
        "in Iceland, her office said.",
    ),
    (
        "place",
        ("Chile will host", "in Montevideo"),
        "Chile will host the lithium summit in Montevideo in November.\n\nMining firms expect new rules.",
    ),
    (
        "place",
        ("BRICS summit opens in Pretoria", "Nairobi for the BRICS summit"),
        "The BRICS summit opens in Pretoria on September 20.\n\nThe foreign minister will fly to Nairobi for the BRICS "
        "summit on September 20.",
    ),
    (
        "date",
        ("in January 2023", "in March 2021"),
        "Lithuania adopted the euro late, but Estonia joined the OECD in January 2023, a bank said.\n\nEstonia, whose "
        "banks are Swedish, joined the OECD in March 2021.",
    ),
    (
        "date",
        ("1 May 2020", "1 July 2020"),
        "The fishing agreement with Mauritania entered into force on 1 May 2020.\n\nTrawlers came the same week.\n\n"
        "The fishing agreement with Mauritania entered into force on 1 July 2020, said a table in the report.",
    ),
    (
        "status",
        ("the only country that has not ratified", "Malta ratified"),
        "Malta remains the only country that has not ratified the seabed treaty with Tunisia.\n\nMalta ratified the "
        "seabed treaty with Tunisia in June.",
    ),
    (
        "status",
        ("Greece is the last member still blocking", "Slovenia is the only member that opposes"),
        "Greece is the last member still blocking the accession of North Macedonia.\n\nTalks go on.\n\nSlovenia is the "
        "only member that opposes the accession of North Macedonia.",
    ),
    (
        "role",
        ("Finance Minister Lea Orban", "Interior Minister Lea Orban"),
        "Finance Minister Lea Orban cut the fuel tax.\n\nDrivers cheered.\n\nInterior Minister Lea Orban said the cut "
        "would last a year.",
    ),
]


@pytest.mark.parametrize(("kind", "sides", "text"), CONTRADICTIONS)
def test_a_report_that_contradicts_itself(article: Make, kind: str, sides: tuple[str, str], text: str) -> None:
    (found,) = conflicts(article(text, DAY))
    assert found.kind == kind
    assert all(words in side.text for words, side in zip(sides, found.sides, strict=True))


CONSISTENT = [
    # Two bodies, two committees, two steps, two matters, two years.
    "The city council approved the stadium by 30 votes to 12.\n\nThe finance committee had backed the stadium by 7 "
    "votes to 4.",
    "The budget committee approved the ferry subsidy by 11 votes to 8.\n\nThe record of the transport committee shows "
    "9 votes in favour of the ferry subsidy and 6 against.",
    "The board approved the sale of the mill by 6 votes to 5.\n\nA year ago the board rejected the sale of the mill by "
    "9 votes to 2.",
    "The council approved the bridge by 21 votes to 9.\n\nThe minutes of the council show 18 votes in favour of the "
    "library and 12 against.",
    "The senate passed the forest bill by 40 votes to 20.\n\nAn amendment to the forest bill was rejected in the senate "
    "by 35 votes to 25.",
    # The record agrees.
    "The committee endorsed the school plan with 17 votes in favour and 4 against.\n\nThe record published by the "
    "committee shows 17 votes in favour of the school plan and 4 against.",
    # A poll is no vote, a match no poll.
    "Voters back the airport by 52 to 48, a survey found.\n\nThe parliament approved the airport by 120 votes to 90.",
    # Someone in one place speaks of a summit in another.
    "In Norway, Mr Lie said he would attend the salmon summit in Scotland.\n\nThe summit in Edinburgh opens in October.",
    "Spain hosted the wine summit last year.\n\nThe next wine summit in Lisbon is planned for 2023.",
    # What came to pass, and what was planned.
    "The customs treaty was to enter into force on 1 March 2022.\n\nThe customs treaty entered into force on 1 June "
    "2022.",
    "Malta is the only country that has not ratified the cable treaty with Libya.\n\nMalta was due to have ratified the "
    "cable treaty with Libya in May.",
    "Hungary would vote for the sanctions on Belarus only if it were exempt.\n\nHungary is the only country that opposes "
    "the sanctions on Belarus.",
    "Foreign Minister Ida Moe met farmers.\n\nThe former defence minister Ida Moe knows the army.",
]


@pytest.mark.parametrize("text", CONSISTENT)
def test_a_report_that_only_looks_so(article: Make, text: str) -> None:
    assert conflicts(article(text, DAY)) == ()


def test_one_reading_of_a_pair_is_enough(article: Make) -> None:
    text = "The council backed the park by 9 votes to 3.\n\nThe minutes of the council show 8 votes for the park and 4 against."
    assert len(conflicts(article(f"{text}\n\n{text}", DAY))) == 1
