"""Text to sentences, by rule: the news writes few abbreviations, and they are listed here."""

import re
from functools import lru_cache

from sayso.records import Span

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen sen rep gov lt col sgt capt cmdr adm maj st jr sr vs etc no nos inc ltd co corp bros jan "
    "feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n e.u d.c a.m p.m i.e e.g ph.d messrs hon rev mt ft "
    "approx est dept fig al".split()
)
_END = re.compile(r"(?P<stop>[.!?…]+)(?P<close>[\"”’')\]»]*)(?=\s+|$)")
_NEXT = re.compile(r"\s+[\"“‘'(\[«]*(?P<first>\S)")
_ON_X = re.compile(r"\b(?:on|via|to) X$")  # the platform, no initial
_WORD = re.compile(r"\w+")
_LAST_WORD = re.compile(r"([\w.’']+)$")


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of text[start:end] as half-open code-point ranges of `text`, white space at their ends left out."""
    return [(start + a, start + b) for a, b in _sentences(text[start:end])]


@lru_cache(maxsize=4096)
def _sentences(block: str) -> tuple[Span, ...]:
    found: list[Span] = []
    begin = 0
    for match in _END.finditer(block):
        if _ends_sentence(block, match):
            _keep(found, block, begin, match.end())
            begin = match.end()
    _keep(found, block, begin, len(block))
    return tuple(found)


def _keep(found: list[Span], block: str, start: int, end: int) -> None:
    piece = block[start:end]
    stripped = piece.strip()
    if stripped:
        start += piece.index(stripped[0])
        found.append((start, start + len(stripped)))


def _ends_sentence(block: str, match: re.Match[str]) -> bool:
    following = _NEXT.match(block, match.end())
    if following is None:
        return True
    first = following["first"]
    if first.islower():
        return False
    if match["stop"] != ".":
        return True
    before = _LAST_WORD.search(block, max(0, match.start() - 20), match.start())
    word = before[1].lower() if before else ""
    is_initial = (
        len(word) == 1
        and word.isalpha()
        and word != "i"
        and not _ON_X.search(block, max(0, match.start() - 8), match.start())
    )
    if word in ("u.s", "u.k", "u.n", "e.u", "d.c", "a.m", "p.m"):
        return bool(match["close"]) or first in '“"' or _starts_sentence(block, following.start("first"))
    if word == "no":
        return not first.isdigit()
    return not (word in _ABBREVIATIONS or is_initial)


def _starts_sentence(block: str, position: int) -> bool:
    word = _WORD.match(block, position)
    return word is not None and word[0] in (
        "The",
        "A",
        "An",
        "He",
        "She",
        "It",
        "But",
        "In",
        "On",
        "At",
        "They",
        "This",
        "That",
    )
