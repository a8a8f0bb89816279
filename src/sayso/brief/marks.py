"""An article's text as HTML with a mark around each passage; passages may nest, overlap, and cross paragraphs."""

import unicodedata
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup, escape

from sayso.records import Article, Block, Span


class Paragraph(NamedTuple):
    """A block of the article, escaped, with its marks."""

    is_title: bool
    html: Markup


def paragraphs(article: Article, marks: Mapping[Span, str], back: Mapping[str, str]) -> list[Paragraph]:
    """The blocks of an article with each span of `marks` in `<mark id=…>`, and a link back after its end.

    `marks` gives the id of a span, `back` the id of the claim that cites it. A passage that another cuts in two, or
    that goes on in the next paragraph, is several `<mark>` of one class; the first has the id.
    """
    writer = _Writer(article.text, marks, back)
    return [Paragraph(block.kind == "title", writer.block(block)) for block in _covering(article)]


def _covering(article: Article) -> Sequence[Block]:
    """The blocks, or the whole text where there are none that hold it."""
    blocks = [b for b in sorted(article.blocks, key=lambda b: b.start) if 0 <= b.start < b.end <= len(article.text)]
    return blocks or ([Block(start=0, end=len(article.text), kind="body")] if article.text else [])


class _Writer:
    """Writes the blocks of one text; remembers which marks have begun."""

    def __init__(self, text: str, marks: Mapping[Span, str], back: Mapping[str, str]) -> None:
        self.text, self.back = text, back
        self.marks = sorted(((span, name) for span, name in marks.items()), key=lambda m: (m[0][0], -m[0][1]))
        self.begun: set[str] = set()

    def block(self, block: Block) -> Markup:
        here = [(span, name) for span, name in self.marks if span[0] < block.end and span[1] > block.start]
        edges = sorted({block.start, block.end, *(_within(x, block) for span, _ in here for x in span)})
        html, open_names = Markup(), list[str]()
        for start, end in pairwise(edges):
            wanted = [name for span, name in here if span[0] <= start and span[1] >= end]
            html += self._switch(open_names, wanted) + escape(_printable(self.text[start:end]))
            ending = [name for span, name in here if span[1] == end]
            html += Markup().join(self._back(name) for name in ending)
            open_names = wanted
        return html + Markup("</mark>") * len(open_names)

    def _switch(self, open_names: Sequence[str], wanted: Sequence[str]) -> Markup:
        """Close the marks that end or are in the way, open those that begin or go on."""
        kept = 0
        while kept < min(len(open_names), len(wanted)) and open_names[kept] == wanted[kept]:
            kept += 1
        html = Markup("</mark>") * (len(open_names) - kept)
        for name in wanted[kept:]:
            identity = Markup("") if name in self.begun else Markup(' id="{}"').format(name)
            self.begun.add(name)
            html += Markup('<mark{} class="{}">').format(identity, name)
        return html

    def _back(self, name: str) -> Markup:
        claim = self.back.get(name)
        if claim is None:
            return Markup("")
        return Markup('<a class="back" href="#{}" aria-label="Back to the claim">↩</a>').format(claim)


def _printable(text: str) -> str:
    """Text without the control characters and surrogates that no page may hold."""
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))


def _within(offset: int, block: Block) -> int:
    return min(max(offset, block.start), block.end)
