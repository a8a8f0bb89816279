"""What can be seen of a line among its neighbours: place, markup, links, and its share in the article's topic.

`shapes_seen` is a matrix of one row a line, a pure function of the lines and the title; the columns are named in
`COLUMNS`.
"""

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.reading.furniture_words import OWN, Line, ReadLine, content_stems, own_shape, read_line, share, stem_bucket

Array = NDArray[np.float32]

_TAGS = {
    "p": "p", "li": "li", "blockquote": "quote", "q": "quote", "pre": "quote", "figcaption": "figure",
    "figure": "figure", "caption": "figure", "a": "inline", "span": "inline", "button": "inline", "time": "aside",
    "footer": "aside",
    "aside": "aside", "nav": "aside", "form": "aside", "label": "aside", "address": "aside", "small": "aside",
    "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
}  # fmt: skip
_TAG_KINDS = ("p", "li", "quote", "figure", "inline", "aside", "heading", "other", "none")
_PLACE = (
    "from top", "from end", "first", "last", "top rank", "end rank", "before prose", "after prose", "to first prose",
    "to last prose", "prose", "prose share", "run", "repeated", "is title", "lines",
)  # fmt: skip
_TOPIC = ("topic", "topic rare", "title", "names", "next overlap", "previous overlap", "topic count", "unseen")
_LINKS = ("link share", "linked", "no links known", "odd tag", "page linked", "page linked, not this")
_BESIDE = ("words", "prose", "stop", "colon", "question", "title case", "opens quote", "edge", "early colon", "finite")
COLUMNS = (
    *OWN,
    *(f"tag {kind}" for kind in _TAG_KINDS),
    *_LINKS,
    *_PLACE,
    *_TOPIC,
    *(f"{side} {name}" for side in ("previous", "next") for name in _BESIDE),
)


def shapes_seen(lines: Sequence[Line], title: str | None, idf: Array) -> Array:
    """One row a line, one column for each of `COLUMNS`; `idf` is the weight of each word bucket."""
    read = [read_line(line) for line in lines]
    own = [own_shape(line) for line in read]
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


def _tags(line: Line) -> list[float]:
    kind = "none" if line.tag is None else _TAGS.get(line.tag.lower(), "other")
    return [float(kind == k) for k in _TAG_KINDS]


def _links(lines: Sequence[Line]) -> list[list[float]]:
    common = Counter(line.tag for line in lines).most_common(1)[0][0] if lines else None
    linked = [(line.link_share or 0.0) > 0.7 for line in lines]
    among = math.log1p(sum(linked))
    return [
        [
            line.link_share or 0.0,
            float(is_linked),
            float(line.link_share is None),
            float(line.tag != common),
            among,
            0.0 if is_linked else among,
        ]
        for line, is_linked in zip(lines, linked, strict=True)
    ]


def _places(read: Sequence[ReadLine], title: str | None) -> list[list[float]]:
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


def _runs(read: Sequence[ReadLine]) -> list[int]:
    runs = [0] * len(read)
    start = 0
    for i in range(len(read) + 1):
        if i == len(read) or read[i].is_prose:
            runs[start:i] = [i - start] * (i - start)
            start = i + 1
    return runs


def _topics(read: Sequence[ReadLine], title: str | None, idf: Array) -> list[list[float]]:
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
                share(named, len(capital)),
                math.fsum(weight[s] for s in after) / total if total else 0.0,
                math.fsum(weight[s] for s in before) / total if total else 0.0,
                math.log1p(sum(counts[s] - own for s in shared)),
                math.log1p(len(stems[i]) - len(shared)),
            ]
        )
    return rows


def _beside(line: ReadLine, own: Sequence[float]) -> list[float]:
    return [
        0.0 if name == "edge" else float(line.is_prose) if name == "prose" else own[OWN.index(name)] for name in _BESIDE
    ]
