"""Scores of one window to attributions.

Cues and sources are the best BIO path through the tags. Content is decoded for all cues at once: each piece is in no
content or in the content of one cue, by the probability that it is content times that of its arc to the cue, and a
path pays for each boundary by what the cue's pointers say of it. A cue's source is the source span that holds most of
its arcs' probability, unless "none" holds more. What is then not believed is dropped, and the content decoded again
for the cues that stay.
"""

from typing import NamedTuple

import numpy as np

from sayso.language.pieces import Window
from sayso.statements.belief import belief, features
from sayso.statements.paths import contents, tag_spans
from sayso.statements.scores import CUE, SOURCE, Pieces, Scores, Settings


class Found(NamedTuple):
    """One attribution in piece indices of its window, half-open ranges; `confidence` is the probability that it is right."""

    source: Pieces | None
    cue: Pieces
    content: tuple[Pieces, ...]
    confidence: float


def decode(window: Window, scores: Scores, settings: Settings) -> list[Found]:
    """The attributions of a window, in the order of their cues."""
    cues = tag_spans(scores.tags, CUE, settings.cue_bonus)
    if not cues:
        return []
    sources = tag_spans(scores.tags, SOURCE, settings.source_bonus)
    found = _linked(window, scores, cues, sources, settings)
    kept = [f for f in found if f.confidence >= settings.keep]
    if not kept or len(kept) == len(cues):
        return kept
    found = _linked(window, scores, [f.cue for f in kept], sources, settings)
    return [f for f in found if f.confidence >= settings.keep]


def _linked(
    window: Window, scores: Scores, cues: list[Pieces], sources: list[Pieces], settings: Settings
) -> list[Found]:
    """The cues that have content, with it and their sources."""
    path = contents(window, scores, cues, settings)
    found = []
    for number, cue in enumerate(cues):
        content = _runs((path == number + 1) & (window.starts >= 0))
        if content:
            source = _source_of(cue, sources, scores, settings)
            confidence = belief(settings.weights, features(window, scores, source, cue, content))
            found.append(Found(source, cue, tuple(content), confidence))
    return found


def _runs(mask: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> list[Pieces]:
    edges = np.flatnonzero(np.diff(np.concatenate([[0], mask.view(np.int8), [0]])))
    return [(int(a), int(b)) for a, b in edges.reshape(-1, 2)]


def _source_of(cue: Pieces, sources: list[Pieces], scores: Scores, settings: Settings) -> Pieces | None:
    mass = np.exp(scores.to_source[cue[0] : cue[1]]).mean(0)
    weights = [float(mass[a:b].sum()) for a, b in sources]
    best = max(range(len(sources)), key=weights.__getitem__, default=None)
    if best is None or weights[best] < settings.none * float(mass[-1]):
        return None
    return sources[best]
