"""Which articles, and which of their sentences, are about a question."""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Final

from sayso.language.sentences import sentences
from sayso.positions.terms import Term, coverage, stem, stems_in, terms_of
from sayso.records import Article, Span

_ABOUT: Final = 0.4
_LEADING: Final = 2  # sentences read before one, for what it leaves to them
_LEAD_LENGTH: Final = 420  # characters they may take
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
    """Does an article have the terms of a question, or enough of them: those that are about something else seldom do."""
    return bool(terms) and coverage(terms, stems_in(article.text)) >= _ABOUT


def relevant_sentences(article: Article, terms: Sequence[Term]) -> Iterator[tuple[Span, int]]:
    """The sentences of an article about the question, and where the passage that leads up to each begins.

    All of them: who has named the question at the top speaks of it in other words below.
    """
    if not is_about(article, terms):
        return
    before: list[int] = []
    for block in article.blocks:
        for start, end in sentences(article.text, block.start, block.end):
            if block.kind == "title":
                yield (start, end), start
                continue
            before = [a for a in before[-_LEADING:] if start - a <= _LEAD_LENGTH]
            yield (start, end), before[0] if before else start
            before.append(start)
