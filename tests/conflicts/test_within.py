import time
from collections.abc import Callable

import pytest

from sayso.conflicts import find_conflicts_within
from sayso.records import Article, Conflict, Statement
from sayso.timeline import find_events, find_timexes

Make = Callable[..., Article]
DAY = "2023-05-10"


def conflicts(made: Article) -> tuple[Conflict, ...]:
    timexes = find_timexes(made)
    return find_conflicts_within(made, timexes, find_events(made, timexes, (), (), None), (), (), ())


CLASHES = [
    ("place", "In Sweden, Mr Albanese is due to attend the climate summit in Portugal, his office said."),
    ("place", "Poland will host the Three Seas summit in Bucharest next month."),
    ("place", "The president will travel to Kenya to attend the African Union summit in Ethiopia."),
    (
        "place",
        "The ASEAN summit opens in Jakarta on May 12.\n\nHe will fly to Bangkok for the ASEAN summit on May 12.",
    ),
    (
        "number",
        "The parliament of Georgia adopted the law on foreign agents on Tuesday by 76 votes to 13.\n\nAccording to the "
        "chamber's website, Georgian lawmakers passed the foreign agents law with 84 votes in favour and 30 against.",
    ),
    (
        "number",
        "The Senate approved the pension reform on Thursday by 193 votes to 114. Unions called for strikes.\n\n"
        "The pension reform was approved in the Senate by 195 votes to 112.",
    ),
    (
        "status",
        "Austria is the last country still opposing Bulgaria's entry into Schengen.\n\n"
        "Austria approved Bulgaria's entry into Schengen in December.",
    ),
    (
        "status",
        "Cyprus remains the sole member blocking the treaty with Ukraine.\n\n"
        "Malta remains the only member that opposes the treaty with Ukraine.",
    ),
    (
        "date",
        "Croatia joined the European Union in July 2013.\n\nCroatia, which negotiated for six years, entered the "
        "European Union in May 2004.",
    ),
    ("date", "The protocol entered into force on 1 March 2021.\n\nThe protocol entered into force on 1 June 2021."),
    (
        "date",
        "The Czech parliament ratified Sweden's accession on 27 August 2022.\n\n"
        "The parliament in Prague ratified the accession of Sweden on 5 September 2022.",
    ),
    ("status", "Only Malta has not ratified Finland's bid.\n\nMalta ratified Finland's bid on 27 March."),
    (
        "status",
        "All allies except Malta have ratified Finland's accession.\n\nMalta ratified Finland's accession in March.",
    ),
    (
        "place",
        "Leaders will take stock at a summit in Lima on 11 July.\n\nAt the Quito summit on 11 July, they may decide.",
    ),
    ("date", "Peru will hold snap elections on 30 September.\n\nThe snap elections in Peru are set for 23 September."),
    (
        "role",
        "Foreign Minister Anna Kovacs rejected the offer.\n\nDefence Minister Anna Kovacs said the offer was dead.",
    ),
    (
        "membership",
        "The WTO needs the consensus of all 166 member states.\n\nA veto by one of the 150 members of the WTO is enough.",
    ),
]


@pytest.mark.parametrize(("kind", "text"), CLASHES)
def test_passages_that_cannot_both_be_true(article: Make, kind: str, text: str) -> None:
    made = article(text, DAY)
    (found,) = conflicts(made)
    assert (found.kind, found.scope) == (kind, "within")
    assert all(side.text == made.text[side.start : side.end] for side in found.sides)
    assert found.sides[0] != found.sides[1]
    assert found.why.endswith(".")


# Change over time, other measures, other matters, plans, conditions.
NO_CLASH = [
    "In Washington, officials said the minister would attend the summit in Brussels.",
    "In Germany, Chancellor Scholz discussed the summit in Paris.",
    "From Poland, Mr Biden will travel to the summit in Vilnius.",
    "Poland hosted a summit last year, and the summit in Madrid was in 2022.",
    "The Senate approved the budget by 50 votes to 40. The House approved the budget by 220 votes to 210.",
    "The Hungarian parliament approved Finland's bid by 182 votes to six. It approved Sweden's bid by 188 votes to six.",
    "At first reading, lawmakers in Georgia passed the foreign agents law by 83 votes to 23. At second reading, "
    "lawmakers in Georgia passed the foreign agents law by 84 votes to 30.",
    "Spain joined NATO in 1982. Spain joined the European Community in 1986.",
    "Hungary remains the only country that has not ratified Sweden's accession. Hungary ratified Finland's in March.",
    "Malta is the only member blocking the aid for Ukraine. If Malta approved the aid for Ukraine, money could flow.",
    "The NATO summit in Madrid was held on June 28-30, 2022. The NATO summit in Vilnius will be held on July 11.",
    "NATO had 30 members until April. NATO now has 31 members.",
    "Only Malta has not ratified Finland's accession. Malta's government approved Finland's accession last year.",
    "The premier will attend the OPEC summit in Lima. The next OPEC summit in Quito will be held in 2024.",
    "Former Prime Minister Ana Lima was moved. Foreign Minister Ana Lima spoke first.",
]


@pytest.mark.parametrize("text", NO_CLASH)
def test_what_is_no_conflict(article: Make, text: str) -> None:
    assert conflicts(article(text, DAY)) == ()


def test_sides_of_a_doubly_placed_event_are_its_two_places(article: Make) -> None:
    (found,) = conflicts(article("In Chad, the king is scheduled to attend the OPEC summit in Norway, aides said."))
    assert [side.text for side in found.sides] == [
        "In Chad, the king is scheduled to attend",
        "the OPEC summit in Norway",
    ]


def statement(made: Article, number: int, actor: str, words: str) -> Statement:
    start = made.text.index(words)
    span = (start, start + len(words))
    source = ((span[1] + 2, span[1] + 6),)
    return Statement(
        id=f"s{number}", article=made.id, mode="direct", source=source, cue=(), content=(span,), actor=actor, chain=(),
        confidence=0.9,
    )  # fmt: skip


def test_one_quotation_with_two_speakers(article: Make) -> None:
    words = "“We will not give up a single metre of our land”"
    made = article(f"{words}, said the king.\n\nIt rained for days.\n\n{words}, said the poet.")
    first = statement(made, 1, "king", words)
    last = made.text.rindex(words)
    second = Statement(
        id="s2", article=made.id, mode="direct", source=((last, last + 1),), cue=(), content=((last, last + len(words)),),
        actor="poet", chain=(), confidence=0.9,
    )  # fmt: skip
    (found,) = find_conflicts_within(made, (), (), (), (), (first, second))
    assert found.kind == "attribution"


def test_two_speakers_who_differ_are_no_conflict(article: Make) -> None:
    one = "Croatia joined the European Union in July 2013"
    two = "Croatia joined the European Union in May 2004"
    made = article(f"{one}, Ms A said.\n\n{two}, Mr B said.", DAY)
    statements = (statement(made, 1, "a", one), statement(made, 2, "b", two))
    timexes = find_timexes(made)
    assert find_conflicts_within(made, timexes, (), (), (), statements) == ()


@pytest.mark.parametrize("line", ["a" * 50_000, "Monday, " * 2_000, "NATO summit in Oslo on 3 May. " * 300])
def test_a_hostile_line_is_read_in_seconds(article: Make, line: str) -> None:
    started = time.monotonic()
    conflicts(article(line.strip(), DAY))
    assert time.monotonic() - started < 10
