"""What can be seen of a line, of its neighbours and of the article's topic, as numbers.

`words_seen` are hashed words, word pairs and pieces; `shapes_seen` is a matrix of one row a line. Both are pure
functions of the lines and the title; the columns are named in `COLUMNS`.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

WORD_BUCKETS = 1 << 14
IDF_BUCKETS = 1 << 12


class Line(NamedTuple):
    """A line or paragraph as extracted: its text, the element it came from, and the share of its letters in links."""

    text: str
    tag: str | None = None
    link_share: float | None = None


class _Line(NamedTuple):
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
_TAGS = {
    "p": "p", "li": "li", "blockquote": "quote", "q": "quote", "pre": "quote", "figcaption": "figure",
    "figure": "figure", "caption": "figure", "a": "inline", "span": "inline", "button": "inline", "time": "aside",
    "footer": "aside",
    "aside": "aside", "nav": "aside", "form": "aside", "label": "aside", "address": "aside", "small": "aside",
    "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
}  # fmt: skip
_TAG_KINDS = ("p", "li", "quote", "figure", "inline", "aside", "heading", "other", "none")
_OWN = (
    "letters", "words", "three", "six", "twelve", "title case", "upper", "all capitals", "first lower", "digits",
    "small words", "finite", "says", "you", "we", "they", "content words", *_PATTERNS,
)  # fmt: skip
_PLACE = (
    "from top", "from end", "first", "last", "top rank", "end rank", "before prose", "after prose", "to first prose",
    "to last prose", "prose", "prose share", "run", "repeated", "is title", "lines",
)  # fmt: skip
_TOPIC = ("topic", "topic rare", "title", "names", "next overlap", "previous overlap", "topic count", "unseen")
_LINKS = ("link share", "linked", "no links known", "odd tag")
_BESIDE = ("words", "prose", "stop", "colon", "question", "title case", "opens quote", "edge", "early colon", "finite")
COLUMNS = (
    *_OWN,
    *(f"tag {kind}" for kind in _TAG_KINDS),
    *_LINKS,
    *_PLACE,
    *_TOPIC,
    *(f"{side} {name}" for side in ("previous", "next") for name in _BESIDE),
)


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


def shapes_seen(lines: Sequence[Line], title: str | None, idf: Array) -> Array:
    """One row a line, one column for each of `COLUMNS`; `idf` is the weight of each word bucket."""
    read = [_read(line) for line in lines]
    own = [_own(line) for line in read]
    rows = [
        [*mine, *_tags(line.source), *links, *place, *topic]
        for mine, line, links, place, topic in zip(
            own, read, _links(lines), _places(read, title), _topics(read, title, idf), strict=True
        )
    ]
    beside = [_beside(line, mine) for line, mine in zip(read, own, strict=True)]
    edge = [0.0] * len(_BESIDE)
    edge[_BESIDE.index("edge")] = 1.0
    for i, row in enumerate(rows):
        row += beside[i - 1] if i else edge
        row += beside[i + 1] if i + 1 < len(rows) else edge
    return np.array(rows, np.float32).reshape(len(rows), len(COLUMNS))


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


def _read(line: Line) -> _Line:
    text = " ".join(line.text.split())
    words = _WORD.findall(text)
    lower = [word.lower().replace("’", "'") for word in words]
    stems = [w[:6] for w in lower if len(w) > 2 and w not in _SMALL]
    small = sum(w in _SMALL for w in lower)
    is_prose = len(words) >= 12 and small >= 0.25 * len(words) and bool(_PATTERNS["stop"].search(text))
    return _Line(text, words, lower, stems, is_prose, line)


def _share(some: int, of: int) -> float:
    return some / of if of else 0.0


def _own(line: _Line) -> list[float]:
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
        _share(sum(w[0].isupper() for w in long_words), len(long_words)),
        _share(sum(c.isupper() for c in head), sum(c.isalpha() for c in head)),
        float(head.isupper()),
        float(bool(words) and words[0][0].islower()),
        _share(sum(c.isdigit() for c in head), len(head)),
        _share(sum(w in _SMALL for w in lower), n),
        _share(sum(w in _FINITE or (len(w) > 4 and w.endswith("ed")) for w in lower), n) ** 0.5,
        float(any(w in _SAYS for w in lower)),
        _share(sum(w in _YOU for w in lower), n) ** 0.5,
        _share(sum(w in _WE for w in lower), n) ** 0.5,
        _share(sum(w in _THEY for w in lower), n) ** 0.5,
        math.log1p(len(line.stems)),
        *found,
    ]


_AT_END = frozenset(("question", "ellipsis", "stop", "closes quote", "colon"))


def _tags(line: Line) -> list[float]:
    kind = "none" if line.tag is None else _TAGS.get(line.tag.lower(), "other")
    return [float(kind == k) for k in _TAG_KINDS]


def _links(lines: Sequence[Line]) -> list[list[float]]:
    common = Counter(line.tag for line in lines).most_common(1)[0][0] if lines else None
    return [
        [
            line.link_share or 0.0,
            float((line.link_share or 0.0) > 0.7),
            float(line.link_share is None),
            float(line.tag != common),
        ]
        for line in lines
    ]


def _places(read: Sequence[_Line], title: str | None) -> list[list[float]]:
    n = len(read)
    prose = [i for i, line in enumerate(read) if line.is_prose]
    first, last = (prose[0], prose[-1]) if prose else (0, n - 1)
    runs = _runs(read)
    times = Counter(line.text.lower() for line in read)
    titled = " ".join((title or "").lower().split())
    return [
        [
            i / n,
            (n - 1 - i) / n,
            float(i == 0),
            float(i == n - 1),
            math.log1p(i),
            math.log1p(n - 1 - i),
            float(i < first),
            float(i > last),
            math.log1p(max(0, first - i)),
            math.log1p(max(0, i - last)),
            float(line.is_prose),
            len(prose) / n,
            math.log1p(runs[i]),
            float(times[line.text.lower()] > 1),
            float(bool(titled) and line.text.lower() == titled),
            math.log1p(n),
        ]
        for i, line in enumerate(read)
    ]


def _runs(read: Sequence[_Line]) -> list[int]:
    runs = [0] * len(read)
    start = 0
    for i in range(len(read) + 1):
        if i == len(read) or read[i].is_prose:
            runs[start:i] = [i - start] * (i - start)
            start = i + 1
    return runs


def _topics(read: Sequence[_Line], title: str | None, idf: Array) -> list[list[float]]:
    counts = Counter(stem for line in read if line.is_prose for stem in set(line.stems))
    titled = set(content_stems(title or ""))
    names = Counter(
        w for line in read if line.is_prose for w in {w for w in line.words[1:] if w[0].isupper() and len(w) > 2}
    )
    stems = [set(line.stems) for line in read]
    weight = {stem: float(idf[stem_bucket(stem)]) for stem in set().union(*stems)} if read else {}
    rows = []
    for i, line in enumerate(read):
        own = 1 if line.is_prose else 0
        shared = [s for s in stems[i] if counts[s] > own]
        total = math.fsum(weight[s] for s in stems[i])
        capital = {w for w in line.words if w[0].isupper() and len(w) > 2}
        named = sum(names[w] > own for w in capital)
        after = stems[i] & stems[i + 1] if i + 1 < len(read) else ()
        before = stems[i] & stems[i - 1] if i else ()
        rows.append(
            [
                math.fsum(weight[s] for s in shared) / total if total else 0.0,
                max((weight[s] for s in shared), default=0.0),
                math.fsum(weight[s] for s in stems[i] & titled) / total if total else 0.0,
                _share(named, len(capital)),
                math.fsum(weight[s] for s in after) / total if total else 0.0,
                math.fsum(weight[s] for s in before) / total if total else 0.0,
                math.log1p(sum(counts[s] - own for s in shared)),
                math.log1p(len(stems[i]) - len(shared)),
            ]
        )
    return rows


def _beside(line: _Line, own: Sequence[float]) -> list[float]:
    return [
        0.0 if name == "edge" else float(line.is_prose) if name == "prose" else own[_OWN.index(name)]
        for name in _BESIDE
    ]
