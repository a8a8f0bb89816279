import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sayso.brief import compose, render
from sayso.brief.marks import paragraphs
from sayso.brief.page import language, link

from .debates import HERALD, article, cite, hostile, seabed

VOID = {"meta", "br", "link", "img", "input", "hr"}


class Page(HTMLParser):
    """Elements, ids and links of a page; fails where elements do not nest."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.marked: dict[str, str] = {}
        self.inside: list[str] = []
        self.feed(html)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag == "mark":
            self.inside.append(dict(attrs)["class"] or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag == "mark":
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        for name in self.inside:
            if data != "↩":
                self.marked[name] = self.marked.get(name, "") + data

    def values(self, name: str) -> list[str]:
        return [value or "" for _, attribute, value in self.attributes if attribute == name]


def test_each_claim_links_to_its_marked_sentence_and_back() -> None:
    page = Page(render(compose(seabed()), "html"))
    ids, targets = page.values("id"), [h[1:] for h in page.values("href") if h.startswith("#")]
    assert len(ids) == len(set(ids))
    assert set(targets) <= set(ids)
    cited = {e.text for line in compose(seabed()).summary for e in line.evidence}
    assert set(page.marked.values()) >= {t for t in cited if "“" not in t}


def test_the_page_needs_nothing_else() -> None:
    html = render(compose(seabed()), "html")
    page = Page(html)
    assert not {"script", "link", "img", "iframe", "object", "form"} & set(page.tags)
    assert "default-src 'none'; style-src 'unsafe-inline'" in html
    assert "@import" not in html
    assert "url(" not in html
    assert {"header", "main", "footer", "h1", "h2", "table", "details"} <= set(page.tags)
    assert 'lang="en"' in html
    assert "width=device-width" in html


def test_an_attacker_adds_no_element_and_no_attribute() -> None:
    page = Page(render(compose(hostile()), "html"))
    assert not {"script", "img", "svg", "iframe", "b", "i", "u", "k", "why"} & set(page.tags)
    assert not [name for _, name, _ in page.attributes if name.startswith("on")]
    assert not [value for value in page.values("href") if not value.startswith("#")]
    assert "\x1b" not in render(compose(hostile()), "html")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:x",
        " javascript:x",
        "data:text/html,x",
        "//x",
        "http://",
        "http://[",
        None,
        "",
    ],
)
def test_only_web_addresses_are_linked(url: str | None) -> None:
    assert link(url) is None


def test_a_web_address_is_linked() -> None:
    assert link("https://news.example/a?b=c") == "https://news.example/a?b=c"
    assert language("en-GB") == "en-GB"
    assert language('en" onclick="x') is None


def test_overlapping_passages_are_each_marked_whole() -> None:
    note = article(None, "One two three four five.", "Six seven.")
    spans = {(0, 13): "e1", (8, 18): "e2", (8, 13): "e3", (14, 29): "e4"}
    page = Page("".join(f"<p>{p.html}</p>" for p in paragraphs(note, spans, {"e1": "c1"})))
    assert page.marked == {name: note.text[a:b].replace("\n\n", "") for (a, b), name in spans.items()}
    assert sorted(page.values("id")) == ["e1", "e2", "e3", "e4"]


TEXT = "Ab <c> & d“e”\u0301 漢字 🙂 fg hi.\n\nJk lm no pq."
SPANS = st.lists(
    st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted).map(tuple), max_size=8, unique=True
)


@given(SPANS)
def test_any_passages_leave_the_text_as_it_is(spans: list[tuple[int, int]]) -> None:
    note = article(None, *TEXT.split("\n\n"))
    marks = {span: f"e{i}" for i, span in enumerate(spans) if span[0] < span[1]}
    html = "".join(f"<p>{p.html}</p>" for p in paragraphs(note, marks, {}))
    page = Page(html)
    for (start, end), name in marks.items():
        assert page.marked.get(name, "") == note.text[start:end].replace("\n", "")
    assert re.sub(r"<[^>]+>", "", html) == "Ab &lt;c&gt; &amp; d“e”\u0301 漢字 🙂 fg hi.Jk lm no pq."


def test_an_article_without_blocks_is_shown_whole() -> None:
    bare = replace(HERALD, blocks=())
    assert str(paragraphs(bare, {}, {})[0].html).startswith("Seabed mining vote nears")
    assert cite(bare, "NRK").text == "NRK"
