from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records import Article
from sayso.timeline import find_timexes

Make = Callable[..., Article]
WEDNESDAY = "2024-03-13"

# Sentence, expression, first day, last day, precision: all in a report of Wednesday 13 March 2024.
RESOLVED = [
    ("The minister said on Monday that talks had failed.", "Monday", "2024-03-11", "2024-03-11", "day"),
    ("The ministers will meet on Monday.", "Monday", "2024-03-18", "2024-03-18", "day"),
    ("The committee met on Wednesday.", "Wednesday", "2024-03-13", "2024-03-13", "day"),
    ("He spoke late on Tuesday to reporters.", "Tuesday", "2024-03-12", "2024-03-12", "day"),
    ("The vote is scheduled for Friday.", "Friday", "2024-03-15", "2024-03-15", "day"),
    ("A draft may be put to a vote as early as Friday.", "Friday", "2024-03-15", "2024-03-15", "day"),
    ("The chancellor left last Friday.", "last Friday", "2024-03-08", "2024-03-08", "day"),
    ("They return next Tuesday.", "next Tuesday", "2024-03-19", "2024-03-19", "day"),
    ("The bill passed on Thursday last week.", "Thursday last week", "2024-03-07", "2024-03-07", "day"),
    ("She resigned on 7 July 2023.", "7 July 2023", "2023-07-07", "2023-07-07", "day"),
    ("She resigned on July 7, 2023, in Oslo.", "July 7, 2023", "2023-07-07", "2023-07-07", "day"),
    ("It was signed on the 3rd of March.", "the 3rd of March", "2024-03-03", "2024-03-03", "day"),
    ("The court ruled on 23 November.", "23 November", "2023-11-23", "2023-11-23", "day"),
    ("Leaders gather in Lima on 15 November.", "15 November", "2024-11-15", "2024-11-15", "day"),
    ("The leaders meet in Rome on June 28-30.", "June 28-30", "2024-06-28", "2024-06-30", "day"),
    ("The talks of 11 and 12 April come first.", "11 and 12 April", "2024-04-11", "2024-04-12", "day"),
    ("It will run from 30 April to 2 May.", "30 April to 2 May", "2024-04-30", "2024-05-02", "day"),
    ("The ban has been in force since 31 January.", "31 January", "2024-01-31", "2024-01-31", "day"),
    ("The decision is due next week.", "next week", "2024-03-18", "2024-03-24", "week"),
    ("It will be debated this week.", "this week", "2024-03-11", "2024-03-17", "week"),
    ("Prices rose last month.", "last month", "2024-02-01", "2024-02-29", "month"),
    ("The treaty was ratified in June 2023.", "June 2023", "2023-06-01", "2023-06-30", "month"),
    ("He was elected in October.", "October", "2023-10-01", "2023-10-31", "month"),
    ("Voters will go to the polls in October.", "October", "2024-10-01", "2024-10-31", "month"),
    ("The office opens in spring 2025.", "spring 2025", "2025-03-01", "2025-05-31", "season"),
    ("Growth fell in winter 2022.", "winter 2022", "2022-12-01", "2023-02-28", "season"),
    ("The law must pass by the end of the year.", "the end of the year", "2024-03-13", "2024-12-31", "year"),
    ("The state joined in 2022.", "2022", "2022-01-01", "2022-12-31", "year"),
    ("Today the council sat.", "Today", "2024-03-13", "2024-03-13", "day"),
    ("The vote takes place tomorrow.", "tomorrow", "2024-03-14", "2024-03-14", "day"),
    ("He wrote on his page this morning.", "this morning", "2024-03-13", "2024-03-13", "day"),
    ("They must answer within five days.", "five days", "2024-03-13", "2024-03-18", "day"),
    ("The president has ten days to sign.", "ten days", "2024-03-13", "2024-03-23", "day"),
    ("It began three days ago.", "three days ago", "2024-03-10", "2024-03-10", "day"),
    ("The first buses were to arrive in Quito in November.", "November", "2024-11-01", "2024-11-30", "month"),
    ("The museum was due to open in May.", "May", "2024-05-01", "2024-05-31", "month"),
    ("The judges said the trial would open in December.", "December", "2024-12-01", "2024-12-31", "month"),
    ("The wells were to have been dug in August.", "August", "2024-08-01", "2024-08-31", "month"),
    ("Inspectors were to visit the mine on Friday.", "Friday", "2024-03-15", "2024-03-15", "day"),
    ("The new spending plan passed on Monday.", "Monday", "2024-03-11", "2024-03-11", "day"),
    ("The embassy closed in the 1990s.", "the 1990s", "1990-01-01", "1999-12-31", "year"),
]


@pytest.mark.parametrize(("sentence", "words", "start", "end", "precision"), RESOLVED)
def test_expression_is_resolved_against_publication(
    article: Make, sentence: str, words: str, start: str, end: str, precision: str
) -> None:
    (timex,) = find_timexes(article(sentence, WEDNESDAY))
    assert sentence[timex.span[0] : timex.span[1]].lstrip("a ") == words.lstrip("a ")
    assert (timex.start, timex.end, timex.precision, timex.year_known) == (start, end, precision, True)


NONE = [
    "They may march against the plan.",
    "May we hope for peace?",
    "Some 2000 soldiers crossed the border.",
    "The bill costs 1,995 euros and 12.5 million more.",
    "She talked for two hours about Article 5.",
    "Resolution 1325/2000 remains in force.",
    "The weekly paper appears every week.",
]


@pytest.mark.parametrize("sentence", NONE)
def test_what_looks_like_a_date_is_none(article: Make, sentence: str) -> None:
    assert find_timexes(article(sentence, WEDNESDAY)) == ()


def test_without_publication_a_day_has_no_year(article: Make) -> None:
    (timex,) = find_timexes(article("Reporters were told on July 7 that it was off."))
    assert (timex.start, timex.end, timex.year_known) == ("XXXX-07-07", "XXXX-07-07", False)


def test_without_publication_relative_expressions_are_left_out(article: Make) -> None:
    assert find_timexes(article("He said on Monday that next week would be too late.")) == ()


def test_without_publication_a_year_of_the_paragraph_holds(article: Make) -> None:
    text = "The summit ended on 12 May 2019. On 15 May the minister resigned."
    assert [t.start for t in find_timexes(article(text))] == ["2019-05-12", "2019-05-15"]


def test_later_counts_from_the_day_before_it(article: Make) -> None:
    text = "Parliament passed it on 1 February 2024. Two days later the president signed."
    assert [t.start for t in find_timexes(article(text, WEDNESDAY))] == ["2024-02-01", "2024-02-03"]


PIECES = [
    "on Monday",
    "7 July",
    "in June 2023",
    "next week",
    "since 31 May",
    "two days later",
    "é🙂",
    "29 February",
    "may",
]


@given(
    st.lists(st.sampled_from(PIECES), max_size=8),
    st.one_of(st.none(), st.dates().map(lambda d: d.isoformat())),
)
def test_spans_lie_in_the_text_apart_and_in_order(article: Make, pieces: list[str], published: str | None) -> None:
    made = article(" ".join(pieces) or ".", published)
    timexes = find_timexes(made)
    ends = [0, *(t.span[1] for t in timexes)]
    assert all(end <= t.span[0] < t.span[1] <= len(made.text) for end, t in zip(ends, timexes, strict=False))
    assert all(t.start <= t.end for t in timexes)
    assert timexes == find_timexes(made)
