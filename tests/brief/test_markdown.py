import re

import pytest
from markdown_it import MarkdownIt

from sayso.brief import compose, render
from sayso.brief.markdown import escaped

from .debates import hostile, seabed

SAFE = {"h1", "h2", "h3", "p", "em", "strong", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "br"}


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b>", "**bold**", "_em_", "`code`", "[a](b)", "![a](b)", "# heading",
        "- item", "+ item", "1. one", "2) two",
        "a | b", "> quote", "&lt;", "~~gone~~", "---", "===", "\\*", "http://evil.example",
        "https://evil.example", "[^1]", "***",
    ],
)  # fmt: skip
def test_markup_is_text(text: str) -> None:
    html = MarkdownIt("gfm-like", {"linkify": False}).render(escaped(text))
    inner = re.fullmatch(r"<p>(.*)</p>\n", html)
    assert inner, html
    assert "<" not in inner[1]
    shown = inner[1].replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
    assert shown == text


def test_a_hostile_article_adds_no_element() -> None:
    markdown = render(compose(hostile()), "markdown")
    html = MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(markdown)
    assert set(re.findall(r"<(\w+)", html)) <= SAFE


def test_each_footnote_is_defined_once_and_used() -> None:
    markdown = render(compose(seabed()), "markdown")
    defined = re.findall(r"^\[\^(\w+)\]:", markdown, flags=re.MULTILINE)
    used = re.findall(r"\[\^(\w+)\](?!:)", markdown)
    assert len(defined) == len(set(defined))
    assert set(defined) == set(used)
