"""What is taken from pages beside what trafilatura takes, and what pages say of themselves."""

from pathlib import Path

import pytest

from sayso.reading import UnreadableArticle, read
from sayso.reading.html import take_page
from sayso.reading.language import language_name, language_of
from sayso.reading.metadata import without_outlet

A = "The cabinet is divided over the dam on the Orva, three ministers said on Thursday, a week before the vote."
B = "The energy minister, Ruth Castell, wants it built this year and has promised the towns below a new bridge."
C = "Her colleague at the environment ministry would rather resign, according to two people who saw his letter."


def page(inner: str, head: str = "") -> str:
    top = f"<html><head><title>Dam vote splits cabinet</title>{head}</head><body><main><article>"
    return f"{top}<h1>Dam vote splits cabinet</h1>{inner}</article></main></body></html>"


def texts(html: str) -> list[str]:
    return [piece.text for piece in take_page(html).pieces if piece.text != "Dam vote splits cabinet"]


@pytest.mark.parametrize(
    "inner",
    [
        "<h2>What comes next?</h2>",
        "<h3>What comes next?</h3>",
        "<div><blockquote class='social-post'><p>What comes next?</p></blockquote></div>",
    ],
)
def test_what_stands_between_paragraphs_is_kept(inner: str) -> None:
    assert texts(page(f"<p>{A}</p><p>{B}</p>{inner}<p>{C}</p><p>{A[::-1]}.</p>")) == [
        A,
        B,
        "What comes next?",
        C,
        f"{A[::-1]}.",
    ]


def test_line_breaks_part_lines() -> None:
    assert texts(page(f"<p>{A}<br>{B}</p><p>{C}</p>")) == [A, B, C]


def test_hidden_parts_and_pop_ups_are_not_text() -> None:
    popup = "<span class='tooltip'>Castell MORE ABOUT Ruth Castell</span>"
    hidden = "<span style='display: none'>secret</span><span hidden>more</span>"
    assert texts(page(f"<p>{A}</p><p>{B.replace('Castell', 'Castell' + popup)}{hidden}</p><p>{C}</p>")) == [A, B, C]


def test_pieces_know_their_links() -> None:
    pieces = take_page(
        page(f"<p>{A}</p><p>See <a href='/x'>the letter in full</a> here, said she.</p><p>{B}</p>")
    ).pieces
    shares = {piece.text: piece.link_share for piece in pieces}
    assert shares[A] == 0
    assert 0.4 < (shares["See the letter in full here, said she."] or 0) < 0.7


HEADS = [
    ("<meta property='og:site_name' content='The Post'>", "The Post", None, None, None),
    (
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": ["NewsArticle"], "datePublished": '
        '"2024-03-12T06:30:00Z", "publisher": {"name": "The Post"}, '
        '"author": [{"name": "Jane Doe"}, {"name": "Jo Roe"}]}]}</script>',
        "The Post",
        "Jane Doe, Jo Roe",
        "2024-03-12",
        "json-ld datePublished",
    ),
    ("<script type='application/ld+json'>{broken</script>", None, None, None, None),
    (
        "<meta name='author' content='admin'><meta name='pubdate' content='20240312'>",
        None,
        None,
        "2024-03-12",
        "meta pubdate",
    ),
    (
        "<meta property='article:modified_time' content='2024-05-01'><link rel='canonical' href='https://a.example/2024/03/12/dam'>",
        None,
        None,
        "2024-03-12",
        "url",
    ),
]


@pytest.mark.parametrize(("head", "outlet", "byline", "day", "found"), HEADS)
def test_metadata(head: str, outlet: str | None, byline: str | None, day: str | None, found: str | None) -> None:
    metadata = take_page(page(f"<p>{A}</p><p>{B}</p>", head)).metadata
    stamp = metadata.published
    assert (metadata.title, metadata.outlet, metadata.byline) == ("Dam vote splits cabinet", outlet, byline)
    assert (stamp.day if stamp else None, stamp.found if stamp else None) == (day, found)


def test_a_time_element_beside_the_headline() -> None:
    times = (
        "<time class='updated' datetime='2024-03-14'></time><time datetime='2024-03-12T06:30:00+01:00'>12 March</time>"
    )
    stamp = take_page(page(f"{times}<p>{A}</p><p>{B}</p>")).metadata.published
    assert stamp is not None
    assert (stamp.day, stamp.at, stamp.found) == ("2024-03-12", "2024-03-12T06:30:00+01:00", "time element")


def test_titles_without_their_outlet() -> None:
    assert without_outlet("Dam vote - The Post", "The Post") == "Dam vote"
    assert without_outlet("The Post | Dam vote", "The Post") == "Dam vote"
    assert without_outlet("The Post", "The Post") == "The Post"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (A, "en"),
        ("Hungary votes no", "en"),
        (
            "Der Bundestag hat am Donnerstag über den Antrag der Regierung beraten und abgestimmt, sagte die Präsidentin.",
            "de",
        ),
        ("東京に連絡事務所を開く計画について、政府は関係国と協議を続ける方針である。", "ja"),
        ("12 345 —", "und"),
    ],
)
def test_languages(text: str, code: str) -> None:
    assert language_of(text) == code


def test_languages_have_names() -> None:
    assert language_name("ja") == "Japanese (ja)"


def test_an_article_that_only_machines_are_shown() -> None:
    script = '<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "%s\\n\\n%s"%s}</script>'
    assert texts(page("<div id='app'></div>", script % (A, B, ""))) == [A, B]
    assert texts(page("<div id='app'></div>", script % (A, B, ', "isAccessibleForFree": false'))) == []


def test_furniture_with_an_escaped_ampersand_is_found_again() -> None:
    html = page(f"<p>{A}</p><p>{B}</p><p>Terms &amp; conditions</p><p>{C}</p>")
    piece = next(piece for piece in take_page(html).pieces if piece.text == "Terms & conditions")
    assert html[piece.start : piece.end] == "Terms &amp; conditions"


def test_a_broken_canonical_address_is_none() -> None:
    assert take_page(page(f"<p>{A}</p>", "<link rel='canonical' href='http://[dam'>")).metadata.url is None


def test_a_tag_with_very_many_attributes_is_refused_at_once(tmp_path: Path) -> None:
    page = tmp_path / "attributes.html"
    page.write_text(
        "<html><body><p " + " ".join(f'a{i}="x"' for i in range(20_000)) + ">Text.</p></body></html>", "utf-8"
    )
    with pytest.raises(UnreadableArticle, match="thousands of attributes"):
        read(page)
