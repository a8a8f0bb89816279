"""Which lines of an article are the page's and not the article's: a learned decision over the line and its company.

Two passes. The first reads each line's words (multinomial logistic regression over hashed words and word pairs). The
second is a small network over the first's opinion of the line and of its neighbours, and over the line's shape, place,
markup and share in the article's topic (stacked sequential learning, Cohen and Carvalho 2005). Trained by
`training/furniture.py`; see the card beside the weights.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.reading.furniture_features import COLUMNS, Array, shapes_seen
from sayso.reading.furniture_words import Line, is_english, is_sentence, words_seen
from sayso.resources import model_path

__all__ = ["REASONS", "Line", "judge"]

Odds = NDArray[np.float64]
_PROSE = COLUMNS.index("prose")

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


class Layers(NamedTuple):
    """A network of one hidden layer, its input standardised first."""

    mean: Array
    scale: Array
    hidden: Array
    hidden_bias: Array
    out: Array
    out_bias: Array


class Weights(NamedTuple):
    """Both passes and the thresholds: of lines that read as no sentence, and of sentences.

    Class 0 is "the article's"; the others are `REASONS` in order.
    """

    words: Array
    words_bias: Array
    idf: Array
    second: Layers
    thresholds: tuple[float, float]


def judge(lines: Sequence[Line], title: str | None) -> list[str | None]:
    """For each line None if it is the article's, else why not (one of `REASONS`).

    The lines are those of one article in the page's order; the title may be among them. Nothing is removed from a
    page whose prose is not English: the weights know no other language.
    """
    if not lines or not is_english(line.text for line in lines):
        return [None] * len(lines)
    weights = _weights()
    odds = furniture_odds(lines, title, weights)
    reasons = odds[:, 1:].argmax(axis=1)
    return [
        REASONS[reason] if 1.0 - kept >= weights.thresholds[is_sentence(line.text)] else None
        for line, reason, kept in zip(lines, reasons.tolist(), odds[:, 0].tolist(), strict=True)
    ]


def furniture_odds(lines: Sequence[Line], title: str | None, weights: Weights) -> Odds:
    """The probability of each class (columns: the article's, then `REASONS`) for each line (rows)."""
    first = first_pass([words_seen(line.text) for line in lines], weights)
    return second_pass(with_company(shapes_seen(lines, title, weights.idf), first), weights.second)


def first_pass(buckets: Sequence[Sequence[int]], weights: Weights) -> Odds:
    """Class probabilities of each line from its words alone."""
    scores = [
        weights.words[np.array(row, np.intp)].sum(axis=0) / max(1, len(row)) ** 0.5 + weights.words_bias
        for row in buckets
    ]
    return softmax(np.array(scores, np.float32))


def with_company(shapes: Array, odds: Odds) -> Array:
    """What the second pass sees: shapes, and the first pass on the line, two lines either side, its run and around it.

    A run is the lines between two paragraphs of prose: furniture comes in runs, and so do lists and interviews.
    """
    logs = np.log(np.maximum(odds, 1e-4)).astype(np.float32)
    edge = np.zeros((2, logs.shape[1]), np.float32)
    padded = np.concatenate([edge, logs, edge])
    n = len(logs)
    far = np.stack([padded[0:n, 0], padded[4 : n + 4, 0]], axis=1)
    run = np.cumsum(shapes[:, _PROSE] + np.roll(shapes[:, _PROSE], 1) > 0)
    mean = np.bincount(run, odds[:, 0]) / np.maximum(np.bincount(run), 1)
    runs = mean[run].astype(np.float32)[:, None]
    around = np.stack([_around(odds[:, 0], 4), _around(odds[:, 0], n)], axis=1).astype(np.float32)
    return np.concatenate([shapes, logs, padded[1 : n + 1], padded[3 : n + 3], far, runs, around], axis=1)


def _around(kept: Odds, width: int) -> Odds:
    """The mean of the lines up to `width` before and after each."""
    sums = np.concatenate([[0.0], np.cumsum(kept)])
    places = np.arange(len(kept))
    start, end = np.maximum(0, places - width), np.minimum(len(kept), places + width + 1)
    mean: Odds = (sums[end] - sums[start]) / (end - start)
    return mean


def second_pass(seen: Array, layers: Layers) -> Odds:
    """Class probabilities of each line from what `with_company` shows."""
    hidden = np.maximum(((seen - layers.mean) / layers.scale) @ layers.hidden + layers.hidden_bias, 0)
    return softmax(hidden @ layers.out + layers.out_bias)


def softmax(scores: Array) -> Odds:
    """Rows of scores to rows of probabilities."""
    exact = scores.astype(np.float64)
    powers = np.exp(exact - exact.max(axis=1, keepdims=True))
    odds: Odds = powers / powers.sum(axis=1, keepdims=True)
    return odds


@cache
def _weights() -> Weights:
    with np.load(model_path("furniture.npz")) as file:
        arrays = {name: file[name].astype(np.float32) for name in file.files}
    second = Layers(*(arrays[f"second_{name}"] for name in Layers._fields))
    short, sentence = arrays["thresholds"].tolist()
    return Weights(arrays["words"], arrays["words_bias"], arrays["idf"], second, (short, sentence))
