"""The passages that conflicts are found between: every sentence of a body, with where its main thought ends."""

import re
from collections.abc import Sequence
from itertools import pairwise

from sayso.records import Article, Conflict, ConflictKind, Span, Timex

# Where another thought begins, with another subject.
_TURN = re.compile(r";|,? \b(?:while|whereas|although|but)\b")
_UNREAL = re.compile(
    r"\b(?:if|unless|whether|would|could|should|may|might|must|will|won['’]t|had to|yet to|not|never|no longer|denied|"
    r"(?:was|were|is|are) (?:due )?to|"
    r"refus\w+|fail\w*|hop\w+|want\w*|urg\w+|ask\w*|plan\w*|expected|likely|promis\w+|pledg\w+|until|before)\b|"
    r"n['’]t\b",
    re.IGNORECASE,
)


# More of one kind than this in one article is no news, but a list; the rest of it is passed over.
MOST_OF_A_KIND = 200


def thought_at(text: str, sentence: Span, position: int) -> Span:
    """The part of a sentence around a position, up to the turns on both sides."""
    cuts = [sentence[0], *(m.start() for m in _TURN.finditer(text, *sentence)), sentence[1]]
    return next(((a, b) for a, b in pairwise(cuts) if a <= position < b), sentence)


def is_real(words: str) -> bool:
    """No negation, condition or modal among the words."""
    return not _UNREAL.search(words)


def timexes_in(timexes: Sequence[Timex], span: Span) -> list[Timex]:
    """The time expressions inside a span."""
    return [t for t in timexes if span[0] <= t.span[0] and t.span[1] <= span[1]]


def overlap(one: Timex, other: Timex) -> bool:
    """Whether two time expressions share a day; where a year is open, whether they could."""
    if not (one.year_known and other.year_known):
        return one.start[4:] <= other.end[4:] and other.start[4:] <= one.end[4:]
    return one.start <= other.end and other.start <= one.end


def conflict(
    kind: ConflictKind, why: str, one: tuple[Article, Span], other: tuple[Article, Span], confidence: float
) -> Conflict:
    """A conflict between two passages; within if they are of one article. The earlier passage comes first."""
    (article, span), (article2, span2) = one, other
    sides = (article.evidence(*span), article2.evidence(*span2))
    if article.id == article2.id and span2 < span:
        sides = (sides[1], sides[0])
    scope = "within" if article.id == article2.id else "across"
    return Conflict(scope=scope, kind=kind, why=why, sides=sides, confidence=round(confidence, 2))  # type: ignore[arg-type]
