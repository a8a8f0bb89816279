"""Which articles, and which of their sentences, are about a question."""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Final

from sayso.language.sentences import sentences
from sayso.positions.terms import Term, coverage, stem, stems_in, terms_of
from sayso.records import Article, Span

_LEAD: Final = 3  # blocks, the headline among them
_ABOUT: Final = 0.6
_NEAR: Final = 0.5
_CLOSE: Final = 0.8  # difflib's ratio: one letter of five, two of ten
_WORD: Final = re.compile(r"[^\W\d_]{4,}")


def terms_in(question: str, articles: Sequence[Article]) -> tuple[Term, ...]:
    """The terms of a question; one that no article has counts as the word of theirs that it is a slip of, if there is one."""
    terms = terms_of(question)
    known = frozenset().union(*(stems_in(article.text) for article in articles))
    if all(term.stems & known for term in terms):
        return terms
    words = sorted({match[0].lower() for article in articles for match in _WORD.finditer(article.text)})
    return tuple(term if term.stems & known else _mended(term, words) for term in terms)


def _mended(term: Term, words: Sequence[str]) -> Term:
    near = get_close_matches(term.word.lower(), words, n=1, cutoff=_CLOSE) if len(term.word) >= 4 else []
    if not near:
        return term
    (meant,) = terms_of(near[0]) or (term,)
    return Term(term.word, term.stems | meant.stems | {stem(near[0])})


def is_about(article: Article, terms: Sequence[Term]) -> bool:
    """Does an article have most of a question's terms: those that are about something else seldom do."""
    return bool(terms) and coverage(terms, stems_in(article.text)) >= _ABOUT


def relevant_sentences(article: Article, terms: Sequence[Term]) -> Iterator[tuple[Span, int]]:
    """Sentences near the question, all where headline and lead are, and where the passage that leads up to each begins."""
    if not is_about(article, terms):
        return
    title = stems_in(article.title or "")
    is_headed = _touches(terms, stems_in(article.text[: article.blocks[min(_LEAD, len(article.blocks)) - 1].end]))
    found: list[tuple[Span, bool]] = []
    for block in article.blocks:
        stems = stems_in(article.text[block.start : block.end])
        near = is_headed or (any(term.stems & stems for term in terms) and _touches(terms, stems | title))
        found += [((a, b), near) for a, b in sentences(article.text, block.start, block.end)]
    first = article.blocks[0] if article.blocks else None
    previous = None
    for span, near in found:
        is_title = first is not None and first.kind == "title" and span[0] < first.end
        if near:
            yield span, span[0] if previous is None or is_title else previous
        previous = None if is_title else span[0]


def _touches(terms: Sequence[Term], stems: frozenset[str]) -> bool:
    return coverage(terms, stems) >= _NEAR
