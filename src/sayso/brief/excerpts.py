"""Quoted characters made fit to be shown: one line, no control characters, cut at words."""

import re
import unicodedata
from typing import Final

from sayso.records import Evidence

_BIDI: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ELLIPSIS: Final = "…"
_MARKS: Final = '“”"„«»「」'


def shown(text: str) -> str:
    """Text on one line: white space folded; control characters, surrogates and direction overrides left out."""
    folded = " ".join(text.split())
    return _BIDI.sub("", "".join(c for c in folded if unicodedata.category(c) not in ("Cc", "Cs")))


def cut(text: str, length: int) -> str:
    """Text on one line, of at most `length` characters and an ellipsis, cut between words where there are any."""
    text = shown(text)
    if len(text) <= length:
        return text
    words = text[:length].rsplit(" ", 1)[0]
    return (words if len(words) > length // 2 else text[:length]).rstrip(" ,;:–—-") + _ELLIPSIS


def excerpt(evidence: Evidence, length: int, focus: int | None = None) -> str:
    """At most `length` characters of a passage, an ellipsis where it is cut.

    It stands in quotation marks, unless it has some itself: the characters are shown as they are. A passage that is too
    long is read from `focus`, an offset of its article, where one is given.
    """
    text, before = evidence.text, ""
    if focus is not None and len(shown(text)) > length and evidence.start < focus < evidence.end:
        text, before = text[focus - evidence.start :], _ELLIPSIS
    text = cut(text, length)
    text = before + _unpaired_away(text)
    return text if any(mark in text for mark in _MARKS) else f"“{text}”"


def _unpaired_away(text: str) -> str:
    """A quotation mark at an end of the passage that has no partner in it goes; so does the pair around all of it."""
    inner = text[1:-1]
    if len(text) > 2 and text[0] in _MARKS and text[-1] in _MARKS and not any(mark in inner for mark in _MARKS):
        return inner
    if text[:1] in tuple(_MARKS) and not any(mark in text[1:] for mark in _MARKS):
        return text[1:]
    if text[-1:] in tuple(_MARKS) and not any(mark in text[:-1] for mark in _MARKS):
        return text[:-1]
    return text
