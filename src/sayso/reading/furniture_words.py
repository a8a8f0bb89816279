"""What a line says by itself: its hashed words, and its shape as numbers.

`words_seen` are hashed words, word pairs and pieces; `own_shape` is one number for each of `OWN`. All are pure functions
of the text.
"""

import math
import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

WORD_BUCKETS = 1 << 14
IDF_BUCKETS = 1 << 12


class Line(NamedTuple):
    """A line or paragraph as extracted: its text, the element it came from, and the share of its letters in links."""

    text: str
    tag: str | None = None
    link_share: float | None = None


class ReadLine(NamedTuple):
    """A line, its white space collapsed, with its words, their lower case, the content words' stems."""

    text: str
    words: list[str]
    lower: list[str]
    stems: list[str]
    is_prose: bool
    source: Line


_TOKEN = re.compile(r"\w+(?:[’']\w+)*|[^\w\s]")
_WORD = re.compile(r"\w+(?:[’']\w+)*")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SMALL = _set(
    "a an the and or but nor so yet of in on at by for with from to into over after before under about against between "
    "as is are was were be been being has have had do does did will would can could may might must should not no that "
    "this these those which who whom whose what when where why how it its he him his she her they them their i me my "
    "we us our you your there here than then if because while also more most very such some any all each both only "
    "out up off just said says"
)
_FINITE = _set(
    "is are was were has have had does did will would can could may might must should said says told added wrote "
    "asked called went made took came got became began knew saw gave found felt left held met won lost "
    "isn't wasn't don't doesn't didn't won't can't it's he's she's i'm that's there's"
)
_SAYS = _set(
    "said says told added asked wrote replied insisted argued warned stated declared tweeted explained noted "
    "shouted continued admitted urged recalled joked answered agreed"
)
_YOU = _set("you your yours")
_WE = _set("we us our ours")
_THEY = _set("he him his she her they them their i me my")
_MONTH = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\b\.?|\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)day\b",
    re.I,
)
_PATTERNS = {
    "year": re.compile(r"\b(?:19|20)\d\d\b"),
    "month": _MONTH,
    "clock": re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\.?m\b", re.I),
    "numeric date": re.compile(r"\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b"),
    "url": re.compile(r"https?://|www\.|\w\.(?:com|org|net|info|co)\b", re.I),
    "handle": re.compile(r"(?<!\w)@\w|\S@\S"),
    "hash": re.compile(r"(?<!\w)#\w"),
    "pipe": re.compile(r"[|»«→←↑↓›‹]"),
    "slash": re.compile(r"\S ?/ ?\S"),
    "copyright": re.compile(r"[©®]|\(c\)", re.I),
    "money": re.compile(r"[£$€]\s?\d"),
    "early colon": re.compile(r"^\W*\w+(?: \w+){0,2}\s?:"),
    "bullet": re.compile(r"^\s*(?:[-•*–·▪]|\d{1,2}[.)])\s"),
    "opens quote": re.compile(r"^\s*[\"“‘'„«]"),
    "quotes": re.compile(r"[\"“„«].{3,}[\"”“»]|‘.{3,}’"),
    "bracketed": re.compile(r"^\s*[(\[].*[)\]]\.?$", re.S),
    "glued": re.compile(r"[a-z][A-Z]|[a-z]\d|\d[a-z]{3}"),
    "question": re.compile(r"\?[\"”’)]*$"),
    "exclamation": re.compile(r"!"),
    "ellipsis": re.compile(r"(?:…|\.\.\.)\W*$"),
    "stop": re.compile(r"[.!?…][\"”’)\]]*$"),
    "closes quote": re.compile(r"[\"”’]$"),
    "colon": re.compile(r":$"),
    "dash": re.compile(r"\s[-–—]\s"),
    "comma": re.compile(r","),
}
OWN = (
    "letters", "words", "three", "six", "twelve", "title case", "upper", "all capitals", "first lower", "digits",
    "small words", "finite", "says", "you", "we", "they", "content words", *_PATTERNS,
)  # fmt: skip


def words_seen(text: str) -> list[int]:
    """The buckets of a line's words, word pairs, ends and (of a short line) letter groups; sorted, each once."""
    tokens = _TOKEN.findall(text)
    if len(tokens) > 24:
        tokens = [*tokens[:14], "…", *tokens[-8:]]
    lower = [re.sub(r"\d", "0", token.lower()) for token in tokens]
    seen = {f"u{t}" for t in lower} | {f"s{t[:5]}" for t in lower if len(t) > 5}
    seen.update(f"b{a} {b}" for a, b in pairwise(lower))
    if lower:
        seen.update((f"^{lower[0]}", f"${lower[-1]}", f"^{' '.join(lower[:2])}", f"${' '.join(lower[-2:])}"))
    if len(text) <= 60:
        padded = f" {' '.join(lower)} "
        seen.update(f"c{padded[i : i + 4]}" for i in range(len(padded) - 3))
    return sorted({crc32(item.encode()) % WORD_BUCKETS for item in seen})


def is_english(texts: Iterable[str]) -> bool:
    """Whether the small words of the longer lines are English ones; true where there is no longer line to tell by."""
    words = [w.lower() for text in texts if len(text) > 60 for w in _WORD.findall(text[:1000])]
    return sum(w in _SMALL for w in words) >= 0.18 * len(words)


def is_sentence(text: str) -> bool:
    """Whether a line is of six words or more, ends as a sentence does, and a quarter of it is small words."""
    words = _WORD.findall(text[:1000])
    small = sum(word.lower() in _SMALL for word in words)
    return bool(_PATTERNS["stop"].search(text.rstrip()[-20:])) and len(words) > 5 and small >= 0.25 * len(words)


def stem_bucket(stem: str) -> int:
    """Where a stem's weight lies in the table of word weights."""
    return crc32(stem.encode()) % IDF_BUCKETS


def content_stems(text: str) -> list[str]:
    """The line's content words in lower case, cut to six letters."""
    return [w[:6] for w in (m.lower() for m in _WORD.findall(text)) if len(w) > 2 and w not in _SMALL]


def read_line(line: Line) -> ReadLine:
    """The line's words, stems, and whether it reads as a sentence of prose."""
    text = " ".join(line.text.split())
    words = _WORD.findall(text)
    lower = [word.lower().replace("’", "'") for word in words]
    stems = [w[:6] for w in lower if len(w) > 2 and w not in _SMALL]
    small = sum(w in _SMALL for w in lower)
    is_prose = len(words) >= 12 and small >= 0.25 * len(words) and bool(_PATTERNS["stop"].search(text))
    return ReadLine(text, words, lower, stems, is_prose, line)


def share(some: int, of: int) -> float:
    """One of the other as a fraction; of nothing, zero."""
    return some / of if of else 0.0


def own_shape(line: ReadLine) -> list[float]:
    """One number for each of `OWN`."""
    text, words, lower, n = line.text, line.words, line.lower, len(line.words)
    long_words = [w for w in words if len(w) > 3 and not w[0].isdigit()]
    tail = text[-300:]
    head = text[:300]
    found = (float(bool(p.search(tail if name in _AT_END else head))) for name, p in _PATTERNS.items())
    return [
        math.log1p(len(text)),
        math.log1p(n),
        float(n <= 3),
        float(n <= 6),
        float(n <= 12),
        share(sum(w[0].isupper() for w in long_words), len(long_words)),
        share(sum(c.isupper() for c in head), sum(c.isalpha() for c in head)),
        float(head.isupper()),
        float(bool(words) and words[0][0].islower()),
        share(sum(c.isdigit() for c in head), len(head)),
        share(sum(w in _SMALL for w in lower), n),
        share(sum(w in _FINITE or (len(w) > 4 and w.endswith("ed")) for w in lower), n) ** 0.5,
        float(any(w in _SAYS for w in lower)),
        share(sum(w in _YOU for w in lower), n) ** 0.5,
        share(sum(w in _WE for w in lower), n) ** 0.5,
        share(sum(w in _THEY for w in lower), n) ** 0.5,
        math.log1p(len(line.stems)),
        *found,
    ]


_AT_END = frozenset(("question", "ellipsis", "stop", "closes quote", "colon"))
