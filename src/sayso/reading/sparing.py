"""What markup vouches for: headings and lists of an article that by words alone look like links to other stories."""

import re
from collections.abc import Sequence
from itertools import groupby

from sayso.reading.page import Piece

_DOUBTFUL = frozenset(("related story", "navigation"))
_HEADING = re.compile(r"^h[2-6]$")
_WORD = re.compile(r"\w{4,}")
_PROSE_WORDS = 12
_LIST_WORDS = 5
_FEW_LINKS = 0.3
_STEM = 5


def spare(pieces: Sequence[Piece], reasons: Sequence[str | None]) -> list[str | None]:
    """The reasons, without those that markup refutes.

    Refuted are "related story" and "navigation" for an unlinked heading above kept prose that takes up its words, and
    for the items of a mostly unlinked list of phrases that follows kept text.
    """
    spared = list(reasons)
    for i in range(len(pieces) - 1):
        if spared[i] in _DOUBTFUL and _heads(pieces[i], pieces[i + 1]) and spared[i + 1] is None:
            spared[i] = None
    for indexes in _lists(pieces):
        begin = indexes[0]
        if begin and spared[begin - 1] is None and _is_phrases([pieces[i] for i in indexes]):
            for i in indexes:
                spared[i] = None if spared[i] in _DOUBTFUL else spared[i]
    return spared


def _heads(heading: Piece, following: Piece) -> bool:
    if not _HEADING.match(heading.tag or "") or (heading.link_share or 0) > _FEW_LINKS:
        return False
    words = len(following.text.split())
    return words >= _PROSE_WORDS and bool(_stems(heading.text) & _stems(following.text))


def _lists(pieces: Sequence[Piece]) -> list[list[int]]:
    """The indexes of each run of two or more list items."""
    groups = groupby(range(len(pieces)), key=lambda i: pieces[i].tag == "li")
    return [indexes for is_item, group in groups if is_item and len(indexes := list(group)) > 1]


def _is_phrases(items: Sequence[Piece]) -> bool:
    links = sum((item.link_share or 0) * len(item.text) for item in items)
    letters = sum(len(item.text) for item in items)
    words = sum(len(item.text.split()) for item in items)
    return links <= _FEW_LINKS * letters and words >= _LIST_WORDS * len(items)


def _stems(text: str) -> set[str]:
    return {word[:_STEM].lower() for word in _WORD.findall(text)}
