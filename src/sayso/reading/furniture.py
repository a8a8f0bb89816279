"""Which lines of an article are the page's and not the article's: a learned decision over the line and its company.

Two passes. The first reads each line's words (multinomial logistic regression over hashed words and word pairs). The
second is a small network over the first pass's opinion of the line and of its neighbours, and over the line's shape,
place, markup and share in the article's topic. Trained by `training/furniture.py`; see the card beside the weights.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.reading.furniture_features import Array, Line, shapes_seen, words_seen
from sayso.resources import model_path

__all__ = ["REASONS", "Line", "judge"]

REASONS = (
    "navigation",
    "share bar",
    "newsletter plea",
    "subscription plea",
    "related story",
    "photo credit",
    "comment form",
    "byline or time stamp",
    "advertisement",
    "app plug",
    "cookie notice",
    "author note",
    "copyright notice",
)


class Weights(NamedTuple):
    """Both passes and the threshold. Class 0 is "the article's"; the others are `REASONS` in order."""

    words: Array
    words_bias: Array
    idf: Array
    mean: Array
    scale: Array
    hidden: Array
    hidden_bias: Array
    out: Array
    out_bias: Array
    threshold: float


def judge(lines: Sequence[Line], title: str | None) -> list[str | None]:
    """For each line None if it is the article's, else why not (one of `REASONS`).

    The lines are those of one article in the page's order; the title may be among them.
    """
    if not lines:
        return []
    weights = _weights()
    odds = furniture_odds(lines, title, weights)
    best = odds[:, 1:].argmax(axis=1)
    removed = 1.0 - odds[:, 0] >= weights.threshold
    return [REASONS[b] if r else None for b, r in zip(best.tolist(), removed.tolist(), strict=True)]


def furniture_odds(lines: Sequence[Line], title: str | None, weights: Weights) -> NDArray[np.float64]:
    """The probability of each class (columns: the article's, then `REASONS`) for each line (rows)."""
    first = first_pass([words_seen(line.text) for line in lines], weights)
    seen = with_company(shapes_seen(lines, title, weights.idf), first)
    hidden = np.maximum(((seen - weights.mean) / weights.scale) @ weights.hidden + weights.hidden_bias, 0)
    return softmax(hidden @ weights.out + weights.out_bias)


def first_pass(buckets: Sequence[Sequence[int]], weights: Weights) -> NDArray[np.float64]:
    """Class probabilities of each line from its words alone."""
    scores = [weights.words[row].sum(axis=0) / max(1, len(row)) ** 0.5 + weights.words_bias for row in buckets]
    return softmax(np.array(scores, np.float32))


def with_company(shapes: Array, first: NDArray[np.float64]) -> Array:
    """The columns of the second pass: shapes, the first pass's log odds, and those of two lines on either side."""
    logs = np.log(np.maximum(first, 1e-4)).astype(np.float32)
    edge = np.zeros((2, logs.shape[1]), np.float32)
    padded = np.concatenate([edge, logs, edge])
    n = len(logs)
    far = np.stack([padded[0:n, 0], padded[4 : n + 4, 0]], axis=1)
    return np.concatenate([shapes, logs, padded[1 : n + 1], padded[3 : n + 3], far], axis=1)


def softmax(scores: Array) -> NDArray[np.float64]:
    """Rows of scores to rows of probabilities."""
    exact = scores.astype(np.float64)
    powers = np.exp(exact - exact.max(axis=1, keepdims=True))
    odds: NDArray[np.float64] = powers / powers.sum(axis=1, keepdims=True)
    return odds


@cache
def _weights() -> Weights:
    with np.load(model_path("furniture.npz")) as file:
        arrays = {name: file[name] for name in Weights._fields}
    threshold = float(arrays.pop("threshold"))
    return Weights(**{name: array.astype(np.float32) for name, array in arrays.items()}, threshold=threshold)
