"""The lines between headline and article, and what they say."""

import pytest

from sayso.reading.dates import date_in_url, dates_in, machine_date
from sayso.reading.front import dateline_stamp, take_front
from sayso.reading.page import Metadata, Piece

PROSE = "The cabinet is divided over the dam on the Orva, three ministers said on Thursday, a week before the vote."

LINES = [
    # lines under the headline, outlet, byline, day, moment
    (["CurrentWave / March 28, 2023"], "CurrentWave", None, "2023-03-28", None),
    (["CurrentWave", "March 28, 2023"], "CurrentWave", None, "2023-03-28", None),
    (["Posted on March 28, 2023 by admin"], None, None, "2023-03-28", None),
    (
        ["Our correspondent in Vienna (translated from Czech) - 6 February 2024"],
        None,
        "Our correspondent in Vienna",
        "2024-02-06",
        None,
    ),
    (["By Jane Doe and John van der Berg"], None, "Jane Doe and John van der Berg", None, None),
    (["Published 10 May 2022 | Updated 11 May 2022"], None, None, "2022-05-10", None),
    (["Last updated 3 May 2024"], None, None, None, None),
    (["Tue 7 May 2024 06.30 BST"], None, None, "2024-05-07", "2024-05-07T06:30:00+01:00"),
    (["Wire One - May 9, 2024 8:14 PM GMT+2"], "Wire One", None, "2024-05-09", "2024-05-09T20:14:00+02:00"),
    (["Vienna, 5 March 2024"], None, None, "2024-03-05", None),
    (["Source: The Herald", "Date: 3 May 2024"], "The Herald", None, "2024-05-03", None),
    (["25/03/2024"], None, None, "2024-03-25", None),
]


@pytest.mark.parametrize(
    ("lines", "outlet", "byline", "day", "moment"), LINES, ids=[" + ".join(row[0]) for row in LINES]
)
def test_front_lines(
    lines: list[str], outlet: str | None, byline: str | None, day: str | None, moment: str | None
) -> None:
    pieces = [Piece(text=text) for text in [*lines, PROSE]]
    front = take_front(pieces, Metadata(title="Dam vote splits cabinet"))
    assert [piece.text for piece in front.pieces] == [PROSE]
    assert [furniture.text for furniture in front.taken] == lines
    found = front.metadata
    assert (found.outlet, found.byline) == (outlet, byline)
    stamp = found.published
    assert (stamp.day if stamp else None, stamp.at if stamp else None) == (day, moment)


@pytest.mark.parametrize(
    "line",
    [
        "On March 28, 2023 parliament voted",
        "By the time the vote came",
        "By Tuesday 5 March 2024 all will be over",
        "03/04/2024",
        "What would the dam cost?",
        "“We will not pay,” the mayor said.",
    ],
)
def test_other_lines_stay(line: str) -> None:
    front = take_front([Piece(text=line), Piece(text=PROSE)], Metadata(title="Dam vote splits cabinet"))
    assert front.taken == ()
    assert front.metadata.published is None


def test_markup_stands_before_lines() -> None:
    front = take_front([Piece(text="Herald / 3 May 2024"), Piece(text=PROSE)], Metadata(title="Dam", outlet="The Post"))
    assert front.metadata.outlet == "The Post"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("LONDON, May 19, 2022 (Agency) - The", "2022-05-19"),
        ("GENEVA, Switzerland (19 May 2022) – The", "2022-05-19"),
        ("Kyiv, 5 March 2024 – The", "2024-03-05"),
        ("BRUSSELS, 19 May (Agency) — The", None),
        ("On 5 March 2024 – the day", None),
        ("The vote of 5 March 2024 – a", None),
        ("PARIS - The treaty of May 19, 2022 is", None),
    ],
)
def test_datelines(text: str, day: str | None) -> None:
    stamp = dateline_stamp(text)
    assert (stamp.day if stamp else None) == day


@pytest.mark.parametrize(
    ("value", "day", "moment"),
    [
        ("2022-05-19T06:30:00+02:00", "2022-05-19", "2022-05-19T06:30:00+02:00"),
        ("2022-05-19T05:45:00.000Z", "2022-05-19", "2022-05-19T05:45:00+00:00"),
        ("2022-05-19T05:45:00-0500", "2022-05-19", "2022-05-19T05:45:00-05:00"),
        ("2022-05-19 06:30", "2022-05-19", None),
        ("20220519", "2022-05-19", None),
        ("Thu, 19 May 2022 05:45:00 GMT", "2022-05-19", "2022-05-19T05:45:00+00:00"),
        ("May 19, 2022", "2022-05-19", None),
        ("0001-01-01T00:00:00Z", None, None),
        ("2022-13-40", None, None),
        ("2022-05", None, None),
        ("1574126400", None, None),
        ("31 February 2022", None, None),
    ],
)
def test_machine_dates(value: str, day: str | None, moment: str | None) -> None:
    stamp = machine_date(value, "meta date")
    assert (stamp.day if stamp else None, stamp.at if stamp else None) == (day, moment)


def test_dates_in_addresses() -> None:
    stamp = date_in_url("https://a.example/2023/03/28/dam-vote")
    assert stamp is not None
    assert (stamp.day, stamp.found) == ("2023-03-28", "url")
    assert date_in_url("https://a.example/2023/03/dam-vote") is None


def test_several_dates_keep_their_order() -> None:
    line = "Posted 3 May 2024, updated May 4, 2024; first vote 2024-05-10"
    assert [dated.stamp.day for dated in dates_in(line, "")] == ["2024-05-03", "2024-05-10"]
