import pytest

from sayso.brief.english import counted, dated, day_range, indefinite, listed, named, possessive
from sayso.brief.say_so import unnamed


@pytest.mark.parametrize(
    ("words", "expected"),
    [((), ""), (("France",), "France"), (("France", "Italy"), "France and Italy"), (("a", "b", "c"), "a, b and c")],
)
def test_lists(words: tuple[str, ...], expected: str) -> None:
    assert listed(words) == expected


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("France", "state", "France"),
        ("United States", "state", "the United States"),
        ("United Arab Emirates", "state", "the United Arab Emirates"),
        ("Netherlands", "state", "the Netherlands"),
        ("Czech Republic", "state", "the Czech Republic"),
        ("Marshall Islands", "state", "the Marshall Islands"),
        ("NATO", "organisation", "NATO"),
        ("EU", "organisation", "the EU"),
        ("European Union", "organisation", "the European Union"),
        ("International Monetary Fund", "organisation", "the International Monetary Fund"),
        ("Ministry of Foreign Affairs", "body", "the Ministry of Foreign Affairs"),
        ("Greens", "party", "the Greens"),
        ("Lena Vogt", "person", "Lena Vogt"),
        ("The Harbour Herald", "outlet", "The Harbour Herald"),
        ("NRK", "outlet", "NRK"),
        ("foreign ministry", "body", "the foreign ministry"),
        ("the Élysée", "body", "the Élysée"),
    ],
)
def test_names_take_their_article(name: str, kind: str, expected: str) -> None:
    assert named(name, kind) == expected


def test_possessives() -> None:
    assert possessive("Japan") == "Japan’s"
    assert possessive("the United States") == "the United States’"


def test_counts_and_articles() -> None:
    assert counted(1, "article") == "one article"
    assert counted(12, "copy", "copies") == "12 copies"
    assert [indefinite(w) for w in ("adviser", "envoy", "unit", "union leader", "minister", "unnamed source")] == [
        "an adviser",
        "an envoy",
        "a unit",
        "a union leader",
        "a minister",
        "an unnamed source",
    ]


@pytest.mark.parametrize(
    ("start", "end", "precision", "expected"),
    [
        ("2023-07-11", "2023-07-12", "day", "11–12 July 2023"),
        ("2023-06-30", "2023-07-02", "day", "30 June to 2 July 2023"),
        ("2023-12-30", "2024-01-02", "day", "30 December 2023 to 2 January 2024"),
        ("2023-07-11", None, "day", "11 July 2023"),
        ("XXXX-07-07", None, "day", "7 July (year not given)"),
        ("2023-07-01", "2023-07-31", "month", "July 2023"),
        ("2023-07-31", None, "month", "July 2023"),
        ("2023-06-01", "2023-08-31", "season", "summer 2023"),
        ("2023-01-01", "2023-12-31", "year", "2023"),
        ("2023-07-09", None, "week", "week to 9 July 2023"),
        ("2023-07-03", "2023-07-09", "week", "3–9 July 2023"),
        ("soon", None, "day", "soon"),
        (None, None, None, "no date"),
    ],
)
def test_days(start: str | None, end: str | None, precision: str | None, expected: str) -> None:
    assert day_range(start, end, precision) == expected  # type: ignore[arg-type]


def test_days_with_their_preposition() -> None:
    assert dated("2023-07-11") == "on 11 July 2023"
    assert dated("2023-07-01", "2023-07-31", "month") == "in July 2023"
    assert dated(None) == ""


@pytest.mark.parametrize(
    ("name", "count", "expected"),
    [
        ("official of the Élysée", None, "an unnamed official of the Élysée"),
        ("an unnamed official at the palace", None, "an unnamed official at the palace"),
        ("diplomats from two embassies", None, "unnamed diplomats from two embassies"),
        ("people familiar with the talks", None, "unnamed people familiar with the talks"),
        ("diplomats", 2, "two unnamed diplomats"),
        ("two diplomats", 2, "two unnamed diplomats"),
        ("The source close to the ministry", None, "an unnamed source close to the ministry"),
    ],
)
def test_unnamed_sources(name: str, count: int | None, expected: str) -> None:
    assert unnamed(name, count) == expected
