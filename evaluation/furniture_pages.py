"""The pages that the furniture filter is measured on: lines of real pages, rebuilt from a folder, and own pages.

A real page's lines are its blocks of text, in order, in the smallest element that holds most of the gold body (or that
element's parent, when the element holds nothing else), cut some lines before the first and after the last body line.
The pages may not be copied: the labels are kept as page key, the first twelve digits of the SHA-1 of the line, label.
"""

import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from sayso.reading.furniture_words import Line

LABELS = Path(__file__).parent / "data" / "furniture"
AROUND = 14
CLASSES = {
    "": "article", "nav": "navigation", "share": "share bar", "news": "newsletter plea", "subs": "subscription plea",
    "rel": "related story", "photo": "photo credit", "comm": "comment form", "by": "byline or time stamp",
    "ad": "advertisement", "app": "app plug", "cook": "cookie notice", "auth": "author note",
    "copy": "copyright notice",
}  # fmt: skip
SKIPPED = {
    "script", "style", "noscript", "template", "svg", "head", "iframe", "select", "option", "textarea", "object", "video",
    "audio",
}  # fmt: skip
INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "img", "ins", "kbd", "mark", "q",
    "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "del", "tt", "label",
}  # fmt: skip


class Page(NamedTuple):
    """Lines in order with labels: "article", "furniture" (own pages: with its class), or None, not counted."""

    key: str
    title: str | None
    lines: list[Line]
    labels: list[str | None]


def is_held_back(key: str) -> bool:
    """Whether a page is of the held-back half; by the page's key alone."""
    return int(hashlib.sha1(key.encode()).hexdigest(), 16) % 2 == 1


def line_digest(text: str) -> str:
    return hashlib.sha1(" ".join(text.split()).encode()).hexdigest()[:12]


def extraction_pages(folder: Path) -> list[Page]:
    """The labelled pages of the folder that holds `ground-truth.json` and `html/`."""
    labels: dict[str, dict[str, str]] = {}
    for row in (LABELS / "extraction.tsv").read_text("utf-8").splitlines():
        key, digest, label = row.split("\t")
        labels.setdefault(key, {})[digest] = label
    names = {"A": "article", "F": "furniture"}
    pages = []
    for key, title, lines in rebuilt_lines(folder):
        if key in labels:
            marks = [names.get(labels[key].get(line_digest(line.text), "x")) for line in lines]
            pages.append(Page(key, title, lines, marks))
    return pages


def own_pages() -> list[Page]:
    """The pages of `pages.txt`: `= title`, then `code> text` for furniture (see `CLASSES`), `> text` for the article.

    Each is seen twice: as plain text, and with every line in a `<p>`.
    """
    pages: list[Page] = []
    for row in (LABELS / "pages.txt").read_text("utf-8").splitlines():
        if row.startswith("= "):
            title = row[2:]
            pages.append(Page(title, title, [], []))
        elif row.strip() and not row.startswith("# "):
            label, text = row.split("> ", 1)
            pages[-1].lines.append(Line(text))
            pages[-1].labels.append(CLASSES[label])
    marked = [p._replace(lines=[Line(line.text, "p", 0.0) for line in p.lines]) for p in pages]
    return [page for pair in zip(pages, marked, strict=True) for page in pair]


def rebuilt_lines(folder: Path) -> Iterator[tuple[str, str | None, list[Line]]]:
    """Key, title and lines of each page of the folder, in the order of the keys."""
    gold: dict[str, Any] = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    for key in sorted(gold):
        raw = gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes())
        title, lines = _column(raw, gold[key]["articleBody"])
        yield key, title, lines


def discards(notes: str) -> list[tuple[int, int]]:
    """The spans that PolNeAR's annotators marked `Discard`, from the text of a brat file."""
    rows = [row.split("\t") for row in notes.splitlines()]
    pieces = [p for row in rows if len(row) > 2 and row[1].startswith("Discard ") for p in row[1][8:].split(";")]
    return [(int(start), int(end)) for start, end in (piece.split() for piece in pieces)]


def body_grams(body: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", body.lower())
    return Counter(tuple(words[i : i + 4]) for i in range(len(words) - 3))


def is_in_body(text: str, body: str) -> bool:
    """Whether a line's words stand in the gold body, next to each other."""
    words, within = (" ".join(re.findall(r"\w+", t.lower())) for t in (text, body))
    return bool(words) and f" {words} " in f" {within} "


def _column(raw: bytes, body: str) -> tuple[str | None, list[Line]]:
    import lxml.html

    root = lxml.html.fromstring(raw, parser=lxml.html.HTMLParser(encoding="utf-8"))
    found = root.xpath("//meta[@property='og:title']/@content") or root.xpath("//title/text()")
    title = " ".join(str(found[0]).split()) if found else None
    column = _smallest_holding(root.find("body"), body)
    lines = list(_blocks(column))
    inside = [i for i, line in enumerate(lines) if len(line.text) > 25 and is_in_body(line.text, body)]
    if not inside:
        return title, []
    return title, lines[max(0, inside[0] - AROUND) : inside[-1] + 1 + AROUND]


def _smallest_holding(element: Any, body: str) -> Any:
    wanted = body_grams(body)
    total = sum(wanted.values())
    best = element
    while True:
        for child in element:
            if isinstance(child.tag, str) and child.tag not in SKIPPED:
                text = " ".join(line.text for line in _blocks(child))
                if sum((body_grams(text) & wanted).values()) > 0.9 * total:
                    best, element = element, child
                    break
        else:
            return best


def _blocks(element: Any) -> Iterator[Line]:
    """The blocks of text under an element: runs of text and inline elements between block boundaries."""
    held: list[tuple[str, bool]] = []
    tag = element.tag
    for event, value in _walk(element, linked=False):
        if event == "text":
            held.append(value)
            continue
        yield from _block(held, tag)
        held, tag = [], value
    yield from _block(held, tag)


def _block(held: list[tuple[str, bool]], tag: str) -> Iterator[Line]:
    text = " ".join("".join(piece for piece, _ in held).split())
    if re.search(r"\w", text):
        letters = sum(len(re.findall(r"\w", piece)) for piece, _ in held)
        linked = sum(len(re.findall(r"\w", piece)) for piece, is_link in held if is_link)
        yield Line(text, tag, round(linked / letters, 3))


def _walk(element: Any, *, linked: bool) -> Iterator[tuple[str, Any]]:
    tag = element.tag
    if not isinstance(tag, str) or tag in SKIPPED:
        return
    linked = linked or tag in ("a", "button")
    is_block = tag not in INLINE
    if is_block:
        yield "block", tag
    if element.text:
        yield "text", (element.text, linked)
    for child in element:
        yield from _walk(child, linked=linked)
        if child.tail:
            yield "text", (child.tail, linked)
    if is_block:
        parent = element.getparent()
        yield "block", tag if parent is None or not isinstance(parent.tag, str) else parent.tag
