"""Inputs a user may have, and the articles or refusals they give."""

import gzip
import io
import os
import random
import sys
import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UnreadableArticle
from sayso.reading import ReadOptions, read, read_all
from sayso.records import Article

LEAD = "The cabinet is divided over the dam on the Orva, three ministers said on Thursday, a week before the vote."
SECOND = "The energy minister, Ruth Castell, wants it built this year and has promised the towns below a new bridge."
THIRD = "Her colleague at the environment ministry would rather resign, according to two people who saw his letter."
PAGE = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Dam vote splits cabinet - The Orva Post</title>
<link rel="canonical" href="https://orvapost.example/politics/dam-vote">
<meta property="og:title" content="Dam vote splits cabinet"><meta property="og:site_name" content="The Orva Post">
<meta property="article:published_time" content="2024-03-12T06:30:00+01:00"><meta name="author" content="By Jane Doe">
</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<main><article><h1>Dam vote splits cabinet</h1><p>Jane Doe in Orvaville</p><p>Tuesday 12 March 2024</p>
<p>{LEAD}</p><p>{SECOND}</p><h2>What would the dam cost?</h2><p>The dam would cost 400 million crowns, most of it borrowed.</p>
<p>Get the best stories in your inbox! Subscribe to our newsletter</p><p>{THIRD}</p></article></main>
<footer>All rights reserved</footer></body></html>"""
TEXT = f"""Dam vote splits cabinet

The Orva Post / March 12, 2024

{LEAD}

Share on Facebook Tweet Pin it

{SECOND}

Next Article
"""
DEFAULT = ReadOptions()
JAPANESE = (
    "東京に連絡事務所を開く計画について、政府は協議を続ける方針である。外務省によると決定には全加盟国の同意が必要だ。"
)


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def refusal(path: Path | str, options: ReadOptions = DEFAULT) -> UnreadableArticle:
    with pytest.raises(UnreadableArticle) as caught:
        read(path, options)
    error = caught.value
    assert error.source == str(path)
    assert error.reason
    assert error.advice
    assert "\n" not in str(error)
    return error


def body(article: Article) -> list[str]:
    return [article.text[block.start : block.end] for block in article.blocks if block.kind == "body"]


def test_a_page(tmp_path: Path) -> None:
    article = read(written(tmp_path, "dam.html", PAGE))
    assert article.file == "dam.html"
    assert article.title == "Dam vote splits cabinet"
    assert article.outlet == "The Orva Post"
    assert article.byline == "Jane Doe"
    assert (article.published, article.published_precision) == ("2024-03-12", "day")
    assert article.published_at == "2024-03-12T06:30:00+01:00"
    assert article.published_from == "meta article:published_time"
    assert article.url == "https://orvapost.example/politics/dam-vote"
    assert article.language == "en"
    assert body(article) == [
        LEAD,
        SECOND,
        "What would the dam cost?",
        "The dam would cost 400 million crowns, most of it borrowed.",
        THIRD,
    ]
    removed = {f.text: f.reason for f in article.furniture}
    assert removed["Jane Doe in Orvaville"] == "byline"
    assert removed["Tuesday 12 March 2024"] == "outlet and date line"
    assert "Get the best stories in your inbox! Subscribe to our newsletter" in removed
    for furniture in article.furniture:
        assert furniture.start is not None
        assert PAGE[furniture.start : furniture.end] == furniture.text


def test_scraped_text(tmp_path: Path) -> None:
    article = read(written(tmp_path, "dam.txt", TEXT))
    assert article.text == f"Dam vote splits cabinet\n\n{LEAD}\n\n{SECOND}"
    assert article.outlet == "The Orva Post"
    assert (article.published, article.published_from) == ("2024-03-12", "text: 'March 12, 2024'")
    assert [f.text for f in article.furniture] == [
        "The Orva Post / March 12, 2024",
        "Share on Facebook Tweet Pin it",
        "Next Article",
    ]
    assert all(TEXT[f.start : f.end] == f.text for f in article.furniture)


def test_what_the_user_says_of_pasted_text(tmp_path: Path) -> None:
    options = ReadOptions(published="2024-03-11", outlet="Herald", url="https://herald.example/1")
    article = read(written(tmp_path, "dam.txt", TEXT), options)
    assert (article.published, article.published_from) == ("2024-03-11", "--published")
    assert (article.outlet, article.url) == ("Herald", "https://herald.example/1")


def test_a_date_in_the_prose_is_no_publication_date(tmp_path: Path) -> None:
    text = f"Dam vote splits cabinet\n\nThe plan was drawn up on 3 May 2019 by engineers.\n\n{LEAD}\n\n{SECOND}\n"
    article = read(written(tmp_path, "dam.txt", text))
    assert article.published is None
    assert "3 May 2019" in article.text


def test_a_headline_below_outlet_and_date(tmp_path: Path) -> None:
    text = f"CurrentWave\n12 March 2024\n\nDam vote splits cabinet\n\n{LEAD}\n\n{SECOND}\n"
    article = read(written(tmp_path, "dam.txt", text))
    assert (article.title, article.outlet, article.published) == (
        "Dam vote splits cabinet",
        "CurrentWave",
        "2024-03-12",
    )
    assert body(article) == [LEAD, SECOND]


def test_hard_wrapped_lines_are_joined(tmp_path: Path) -> None:
    wrapped = "\n".join(textwrap.wrap(f"{LEAD} {SECOND}", 72))
    article = read(written(tmp_path, "dam.txt", f"Dam vote splits cabinet\n\n{wrapped}\n\n{THIRD}\n"))
    assert body(article) == [f"{LEAD} {SECOND}", THIRD]


def test_a_dateline_stays_in_the_text(tmp_path: Path) -> None:
    line = f"ORVAVILLE, March 12, 2024 (Agency) - {LEAD}"
    article = read(written(tmp_path, "dam.txt", f"Dam vote splits cabinet\n\n{line}\n\n{SECOND}\n"))
    assert line in article.text
    assert article.published == "2024-03-12"


def test_raw_text_is_left_alone(tmp_path: Path) -> None:
    text = "  A headline \r\n\r\nShare on Facebook\r\nHe said \u201cno\u201d.\r\n"
    article = read(written(tmp_path, "a.html", text), ReadOptions(format="raw"))
    assert article.text == text
    assert article.furniture == ()
    assert [text[b.start : b.end] for b in article.blocks] == [
        "A headline",
        "Share on Facebook\r\nHe said \u201cno\u201d.",
    ]


def test_markdown(tmp_path: Path) -> None:
    front = "---\ntitle: Dam vote splits cabinet\ndate: 2024-03-12\n---\n"
    text = f"{front}\n**{LEAD}**\n\n> {SECOND}\n\n[Read also: a cup final](/x)\n"
    article = read(written(tmp_path, "dam.md", text))
    assert article.title == "Dam vote splits cabinet"
    assert article.published == "2024-03-12"
    assert body(article) == [LEAD, SECOND]


def test_pdf(tmp_path: Path) -> None:
    article = read(
        written(
            tmp_path,
            "dam.pdf",
            a_pdf(["Dam vote splits cabinet", "", *textwrap.wrap(LEAD, 60), "", *textwrap.wrap(SECOND, 60)]),
        )
    )
    assert article.title == "Dam vote splits cabinet"
    assert "three ministers said on Thursday" in article.text


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(TEXT.encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    article = read("-")
    assert article.file == "-"
    assert LEAD in article.text


def test_a_gzipped_page(tmp_path: Path) -> None:
    assert read(written(tmp_path, "dam.html.gz", gzip.compress(PAGE.encode()))).title == "Dam vote splits cabinet"


def test_copies_fold_whatever_the_order(tmp_path: Path) -> None:
    plain = f"Dam vote splits cabinet\n\n{LEAD}\n\n{SECOND}\n"
    dated = f"Dam vote splits cabinet\n\n12 March 2024\n\n{LEAD}\n\n{SECOND}\n"
    paths = [
        written(tmp_path, name, t)
        for name, t in [("b.txt", dated), ("a.txt", plain), ("c.txt", plain), ("z.html", PAGE)]
    ]
    written(tmp_path, ".hidden.txt", plain)
    written(tmp_path, "README.md", "# About this folder\n\nIt holds articles.")
    expected = read_all([tmp_path])
    assert [(a.file, a.also) for a in expected[0]] == [("a.txt", ("b.txt", "c.txt")), ("z.html", ())]
    assert expected[0][0].published == "2024-03-12"
    for seed in range(4):
        random.Random(seed).shuffle(paths)
        assert read_all(paths) == expected


def test_files_of_a_folder_are_named_within_it(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    written(tmp_path, "sub/dam.html", PAGE)
    articles, unread = read_all([tmp_path])
    assert [a.file for a in articles] == ["sub/dam.html"]
    assert unread == ()


def test_progress_is_told(tmp_path: Path) -> None:
    written(tmp_path, "a.txt", TEXT)
    written(tmp_path, "b.html", PAGE)
    calls: list[tuple[int, int]] = []
    read_all([tmp_path], progress=lambda done, of: calls.append((done, of)))
    assert calls == [(1, 2), (2, 2)]


def test_a_log_in_line_above_an_article_makes_no_teaser(tmp_path: Path) -> None:
    page = PAGE.replace("<nav>", "<p>Already a subscriber? Log in to continue reading</p><nav>")
    assert read(written(tmp_path, "dam.html", page)).warnings == ()


# bad input -----------------------------------------------------------------------------------------------------------

WALL = """<html><head><title>Before you continue</title></head><body><h1>We value your privacy</h1>
<p>We and our 842 partners store information on a device, such as cookies, and process personal data for personalised ads.</p>
<p>You may click to accept all or to manage options. See our privacy policy for more on cookies.</p></body></html>"""
TEASER = f"""<html><head><title>Dam vote splits cabinet</title></head><body><article><h1>Dam vote splits cabinet</h1>
<p>{LEAD}</p><p>{SECOND}</p><div><p>Subscribe now to continue reading this article.</p><p>Already a subscriber? Log in</p></div>
</article></body></html>"""
BARE = "<html><head><title>Dam vote splits cabinet</title></head><body><h1>Dam vote splits cabinet</h1></body></html>"

BAD = [
    ("empty.txt", b"", "is empty"),
    ("blank.txt", b" \n\n ", "is empty"),
    ("noise.html", bytes(random.Random(1).randbytes(4000)), "is binary data, not an article"),
    ("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(60), "is a PNG image, not an article"),
    (
        "menu.html",
        b"<html><body><nav><a href='/'>Home</a><a href='/n'>News</a></nav></body></html>",
        "no article text found",
    ),
    ("ja.html", f"<html><body><h1>計画</h1><p>{JAPANESE}</p><p>{JAPANESE}</p></body></html>".encode(), "Japanese (ja)"),
    ("ja-sjis.txt", (JAPANESE * 3).encode("shift_jis"), "language not supported yet: Japanese (ja)"),
    ("fr.txt", "Le gouvernement est divisé sur le barrage, ont déclaré trois ministres jeudi. " * 3, "French (fr)"),
    ("bomb.html.gz", gzip.compress(bytes(64 << 20)), "decompresses to more than 20 MB"),
    ("broken.html.gz", b"\x1f\x8b\x08nonsense", "is a broken gzip file"),
    (
        "deep.html",
        b"<html><body>" + b"<div>" * 100_000 + b"<p>Hello there, said the minister.</p>",
        "nested thousands deep",
    ),
    ("inline.html", b"<html><body>" + b"<b><i>" * 50_000 + b"<p>Hello there, said she.</p>", "nested thousands deep"),
    ("headline.html", BARE.encode(), "has a headline but no article text"),
    ("headline.txt", b"Dam vote splits cabinet\n", "has a headline but no article text"),
    ("consent.html", WALL.encode(), "a consent wall stands before the article"),
    ("wall.html", TEASER.replace(LEAD, "").replace(SECOND, "").encode(), "a paywall stands before the article"),
    ("long.txt", (LEAD + "\n\n").encode() * 12_000, "holds more text than an article has"),
    ("long.html", b"<html><body>" + b"<p>The vote." * 40_000, "holds more text than an article has"),
    ("broken.pdf", b"%PDF-1.7\nbroken", "the PDF is broken"),
]


@pytest.mark.parametrize(("name", "content", "reason"), BAD, ids=[name for name, _, _ in BAD])
def test_a_bad_input_is_named_with_reason_and_advice(
    tmp_path: Path, name: str, content: str | bytes, reason: str
) -> None:
    assert reason in refusal(written(tmp_path, name, content)).reason


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(300 << 20)
    assert refusal(path).reason == "is too large for an article (300 MB; the limit is 20 MB)"


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.txt").reason == "no such file"
    assert refusal(tmp_path).reason == "is a folder"
    assert refusal(os.devnull).reason == "is no regular file"
    assert "unknown kind of address (ftp:)" in refusal("ftp://host.example/a").reason
    assert "--offline" in refusal("https://host.example/a", ReadOptions(offline=True)).reason
    if os.geteuid():
        path = written(tmp_path, "secret.txt", TEXT)
        path.chmod(0)
        assert refusal(path).reason == "permission denied"


def test_a_wrong_charset_is_guessed_and_said(tmp_path: Path) -> None:
    page = PAGE.replace("Orvaville", "Évrèville").replace("cabinet", "café").encode("cp1252")
    article = read(written(tmp_path, "dam.html", page))
    assert article.title == "Dam vote splits café"
    assert article.warnings == ("character set guessed: windows-1252 (it says utf-8, but is not)",)


def test_utf8_that_says_latin1(tmp_path: Path) -> None:
    page = PAGE.replace("cabinet", "café").replace('charset="utf-8"', 'charset="iso-8859-1"')
    assert read(written(tmp_path, "dam.html", page)).title == "Dam vote splits café"


def test_a_paywall_teaser_is_read_and_named(tmp_path: Path) -> None:
    article = read(written(tmp_path, "teaser.html", TEASER))
    assert body(article) == [LEAD, SECOND]
    words = len(LEAD.split()) + len(SECOND.split())
    assert article.warnings == (f"paywall teaser: only the first {words} words are free",)


def test_one_bad_input_never_stops_the_rest(tmp_path: Path) -> None:
    for name, content, _ in BAD:
        if not name.startswith(("deep", "inline", "bomb")):
            written(tmp_path, name, content if isinstance(content, bytes) else content.encode())
    written(tmp_path, "dam.html", PAGE)
    (tmp_path / "empty").mkdir()
    articles, unread = read_all([tmp_path, tmp_path / "empty", tmp_path / "none.txt"])
    assert [a.file for a in articles] == ["dam.html"]
    assert [u.input for u in unread] == sorted(u.input for u in unread)
    reasons = {Path(u.input).name: u.reason for u in unread}
    assert reasons["none.txt"] == "no such file"
    assert reasons["empty"] == "no articles in this folder"
    assert reasons["consent.html"] == "a consent wall stands before the article"


# properties ----------------------------------------------------------------------------------------------------------

LINES = st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=80), max_size=12)


@settings(max_examples=60, deadline=None)
@given(LINES, st.sampled_from([".txt", ".md", ".html"]))
def test_blocks_join_to_the_text_and_furniture_lies_in_the_input(lines: list[str], suffix: str) -> None:
    from sayso.reading.article import article_of
    from sayso.reading.formats import Source, take
    from sayso.reading.page import Page

    text = "\n\n".join(["Dam vote splits cabinet", LEAD, *lines, SECOND, THIRD])
    taken = take(Source(name=f"a{suffix}", data=text.encode()), "auto") if not _is_binary(text) else None
    if not isinstance(taken, Page):
        return
    try:
        article = article_of(taken, "a", ReadOptions())
    except UnreadableArticle:
        return
    assert "\n\n".join(article.text[b.start : b.end] for b in article.blocks) == article.text
    for furniture in article.furniture:
        if furniture.start is not None and furniture.end is not None:
            assert text[furniture.start : furniture.end].split() == furniture.text.split()


def _is_binary(text: str) -> bool:
    from sayso.reading.decode import binary_kind

    return binary_kind(text.encode()) is not None


def a_pdf(lines: list[str]) -> bytes:
    """A one-page PDF file that shows the lines."""
    shown = " T* ".join(f"({line}) Tj" for line in lines)
    stream = f"BT /F1 11 Tf 72 720 Td 14 TL {shown} ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = b"%PDF-1.4\n"
    places = []
    for i, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (i, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n%strailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(out),
    )
