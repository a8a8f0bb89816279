"""Scores of one window to attributions.

Cues and sources are the best BIO path through the tags (Viterbi). Content is decoded for all cues at once: each piece
is in no content or in the content of one cue, by the probability that it is content times that of its arc to the cue,
and the best path pays for each change. A cue's source is the source span that holds most of its arcs' probability,
unless "none" holds more.
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.language.pieces import SEP, Window

Scores = NDArray[np.float32]
Pieces = tuple[int, int]

TAGS: Final = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
_SOURCE, _CUE, _CONTENT = 1, 3, 5
_FLOOR: Final = 1e-6


class Settings(NamedTuple):
    """What was tuned on held-out training articles (training/tune.py), in natural-log units but `none`."""

    cue_bonus: float = 1.5
    source_bonus: float = 1.0
    change: float = 1.5
    begin: float = 1.0
    content_bonus: float = 1.0
    none: float = 1.5
    keep: float = 0.25


class Found(NamedTuple):
    """One attribution in piece indices of its window, half-open ranges."""

    source: Pieces | None
    cue: Pieces
    content: tuple[Pieces, ...]
    confidence: float


def decode(window: Window, tags: Scores, to_cue: Scores, to_source: Scores, settings: Settings) -> list[Found]:
    """The attributions of a window, in the order of their cues.

    `tags` (n, 7), `to_cue` and `to_source` (n, n + 1, the last column "none") are log-probabilities.
    """
    path = _tag_path(tags, settings)
    cues, sources = _spans(path, _CUE), _spans(path, _SOURCE)
    if not cues:
        return []
    content = _content_path(window, tags, to_cue, cues, settings)
    probabilities = np.exp(tags)
    found = []
    for number, cue in enumerate(cues):
        pieces = _runs(content == number + 1)
        if not pieces:
            continue
        source = _source_of(cue, sources, to_source, settings)
        confidence = _confidence(probabilities, to_cue, cue, pieces)
        if confidence >= settings.keep:
            found.append(Found(source, cue, tuple(pieces), confidence))
    return found


def _tag_path(tags: Scores, settings: Settings) -> NDArray[np.int64]:
    scores = tags.astype(np.float64)
    scores[:, _CUE : _CUE + 2] += settings.cue_bonus
    scores[:, _SOURCE : _SOURCE + 2] += settings.source_bonus
    allowed = np.zeros((len(TAGS), len(TAGS)))
    for inside in (2, 4, 6):
        allowed[:, inside] = -1e9
        allowed[[inside - 1, inside], inside] = 0.0
    best = scores[0] + np.array([0, 0, -1e9, 0, -1e9, 0, -1e9])
    back = np.zeros(tags.shape, dtype=np.int64)
    for t in range(1, len(tags)):
        step = best[:, None] + allowed
        back[t] = step.argmax(0)
        best = step.max(0) + scores[t]
    return _follow(back, int(best.argmax()))


def _follow(back: NDArray[np.int64], last: int) -> NDArray[np.int64]:
    path = np.empty(len(back), dtype=np.int64)
    for t in range(len(back) - 1, -1, -1):
        path[t] = last
        last = int(back[t, last])
    return path


def _spans(path: NDArray[np.int64], begin: int) -> list[Pieces]:
    """Half-open ranges of one role in a valid BIO path."""
    spans = []
    for start in np.flatnonzero(path == begin):
        end = int(start) + 1
        while end < len(path) and path[end] == begin + 1:
            end += 1
        spans.append((int(start), end))
    return spans


def _content_path(
    window: Window, tags: Scores, to_cue: Scores, cues: list[Pieces], settings: Settings
) -> NDArray[np.int64]:
    """For each piece 0, or 1 + the number of the cue whose content it is in."""
    content = np.logaddexp(tags[:, _CONTENT], tags[:, _CONTENT + 1]).astype(np.float64)
    outside = np.log(np.maximum(_FLOOR, 1.0 - np.exp(content)))
    arcs = np.stack([np.exp(to_cue[:, a:b]).sum(1) for a, b in cues], axis=1)
    emission = np.concatenate([outside[:, None], content[:, None] + np.log(arcs + _FLOOR)], axis=1)
    emission[:, 1:] += settings.content_bonus
    emission[(window.ids == SEP) | (window.starts < 0), 1:] = -1e9
    begins = settings.begin * (tags[:, _CONTENT] - content)
    stays = settings.begin * (tags[:, _CONTENT + 1] - content)
    best = emission[0].copy()
    best[1:] -= settings.change
    back = np.zeros(emission.shape, dtype=np.int64)
    states = np.arange(emission.shape[1])
    for t in range(1, len(emission)):
        jump = int(best.argmax())
        entering = np.full(len(states), best[jump] - settings.change)
        entering[1:] += begins[t]
        staying = best.copy()
        staying[1:] += stays[t]
        back[t] = np.where(staying >= entering, states, jump)
        best = np.maximum(staying, entering) + emission[t]
    return _follow(back, int(best.argmax()))


def _runs(mask: NDArray[np.bool_]) -> list[Pieces]:
    edges = np.flatnonzero(np.diff(np.concatenate([[0], mask.view(np.int8), [0]])))
    return [(int(a), int(b)) for a, b in edges.reshape(-1, 2)]


def _source_of(cue: Pieces, sources: list[Pieces], to_source: Scores, settings: Settings) -> Pieces | None:
    mass = np.exp(to_source[cue[0] : cue[1]]).mean(0)
    weights = [float(mass[a:b].sum()) for a, b in sources]
    best = max(range(len(sources)), key=weights.__getitem__, default=None)
    if best is None or weights[best] < settings.none * float(mass[-1]):
        return None
    return sources[best]


def _confidence(probabilities: Scores, to_cue: Scores, cue: Pieces, content: list[Pieces]) -> float:
    """Mean probability of the cue's tags times that of the content's tags and arcs."""
    cued = float(probabilities[cue[0] : cue[1], _CUE : _CUE + 2].sum(1).mean())
    rows = np.concatenate([np.arange(a, b) for a, b in content])
    tagged = probabilities[rows, _CONTENT:].sum(1) * np.exp(to_cue[rows, cue[0] : cue[1]]).sum(1)
    return round(cued * float(tagged.mean()), 4)
