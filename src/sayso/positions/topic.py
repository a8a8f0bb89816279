"""What articles are about where none words a proposal: the phrase of their headlines that their paragraphs repeat."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from sayso.positions.terms import STOPWORDS, stem, stems_in
from sayso.records import Article, Evidence

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LENGTHS: Final = (2, 3, 4)
_LEAST_REPEATED: Final = 2


class Wording(NamedTuple):
    """A proposal as one article words it: the phrase, and the characters that say it."""

    text: str
    evidence: Evidence


def topic_of(articles: Sequence[Article]) -> Wording | None:
    """The longest and most repeated phrase of the bodies that shares a word with its headline; None if none recurs."""
    counts: dict[tuple[str, ...], list[Wording]] = {}
    for article in articles:
        title = stems_in(article.title or "")
        for key, wording in _phrases(article):
            if title & set(key):
                counts.setdefault(key, []).append(wording)
    repeated = [(key, found) for key, found in counts.items() if len(found) >= _LEAST_REPEATED]
    best = max(
        repeated, key=lambda entry: (len(entry[1]) * len(entry[0]) ** 0.5, len(entry[0]), entry[0]), default=None
    )
    return best[1][0] if best else None


def _phrases(article: Article) -> Iterator[tuple[tuple[str, ...], Wording]]:
    """Runs of words of the body with no mark between them and no stop word among them."""
    for block in article.blocks:
        if block.kind == "title":
            continue
        words = list(_WORD.finditer(article.text, block.start, block.end))
        for length in _LENGTHS:
            for run in zip(*(words[i:] for i in range(length)), strict=False):
                spaced = all(article.text[a.end() : b.start()] == " " for a, b in pairwise(run))
                if spaced and not any(word[0].lower() in STOPWORDS for word in run):
                    start, end = run[0].start(), run[-1].end()
                    yield tuple(stem(w[0]) for w in run), Wording(article.text[start:end], article.evidence(start, end))
