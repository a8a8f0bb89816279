"""The sentences of an article, each with its place, its words and the sentence before it in its paragraph."""

from collections.abc import Iterator
from typing import NamedTuple

from sayso.language.sentences import sentences
from sayso.records import Article, Span


class Passage(NamedTuple):
    """A sentence at `span` of the article's text, in the block of this number; `before` is "" at a paragraph's beginning."""

    block: int
    span: Span
    words: str
    before: str


def passages(article: Article) -> Iterator[Passage]:
    """Every sentence of an article, in the order of its text."""
    for index, block in enumerate(article.blocks):
        before = ""
        for start, end in sentences(article.text, block.start, block.end):
            words = article.text[start:end]
            yield Passage(index, (start, end), words, before)
            before = words
