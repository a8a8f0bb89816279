"""How likely an attribution is right: a logistic regression over what the model says of its parts (Platt 1999)."""

import math
from typing import Final

import numpy as np

from sayso.language.pieces import Window
from sayso.language.quotation import INSIDE
from sayso.statements.scores import CONTENT, CUE, FAINT, SOURCE, Pieces, Scores

FEATURES: Final = 14


def features(window: Window, scores: Scores, source: Pieces | None, cue: Pieces, content: list[Pieces]) -> list[float]:
    """Log-probabilities of the tags, arcs and boundaries of an attribution, and its form; FEATURES numbers."""
    rows = np.concatenate([np.arange(a, b) for a, b in content])
    rows = rows[window.starts[rows] >= 0]
    first, last = content[0][0], content[-1][1] - 1
    tags, cue_rows = scores.tags, slice(*cue)
    cued = np.logaddexp(tags[cue_rows, CUE], tags[cue_rows, CUE + 1])
    contained = np.logaddexp(tags[rows, CONTENT], tags[rows, CONTENT + 1])
    arcs = np.log(np.exp(scores.to_cue[rows, cue[0] : cue[1]]).sum(1) + 1e-6)
    own = np.log(np.exp(scores.to_cue[cue_rows, cue[0] : cue[1]]).sum(1) + 1e-6)
    to_source = np.exp(scores.to_source[cue_rows]).mean(0)
    if source:
        sourced = np.logaddexp(tags[slice(*source), SOURCE], tags[slice(*source), SOURCE + 1]).mean()
        pointed = math.log(to_source[slice(*source)].sum() + 1e-6)
    else:
        sourced, pointed = 0.0, math.log(to_source[-1] + 1e-6)
    quoted = float((window.shapes[rows] % 3 == INSIDE).mean())
    size = math.log(len(rows))
    return [
        float(cued.mean()),
        float(cued.min()),
        float(contained.mean()),
        float(arcs.mean()),
        max(FAINT, float(own.mean())),
        max(FAINT, float(scores.begins[cue_rows, first].mean())),
        max(FAINT, float(scores.ends[cue_rows, last].mean())),
        max(FAINT, float(sourced)),
        max(FAINT, pointed),
        float(source is None),
        size,
        size * size / 4,
        quoted,
        float(len(content) > 1),
    ]


def belief(weights: tuple[float, ...], values: list[float]) -> float:
    """The probability, from 0 to 1, that an attribution with these features is right."""
    total = weights[0] + sum(w * v for w, v in zip(weights[1:], values, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
