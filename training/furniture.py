"""Trains the furniture filter and writes its weights: `python training/furniture.py --data DATA`.

Pass one is fitted in folds (by phrase or headline, so that no line is judged by a model that saw it), pass two on what
the others say; then pass one again on everything. Plain numpy, one seed, the same weights on the same machine.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
from furniture_data import UNKNOWN, gum_articles, own_articles, polnear_articles, read_words
from furniture_maker import Page, PageMaker
from numpy.typing import NDArray

from sayso.reading.furniture import REASONS, Layers, Weights, first_pass, with_company
from sayso.reading.furniture_features import Array, shapes_seen
from sayso.reading.furniture_words import IDF_BUCKETS, WORD_BUCKETS, content_stems, stem_bucket, words_seen
from sayso.resources import model_path

SEED = 7
ROUNDS = 6
FOLDS = 6
NETWORKS = 5
HIDDEN = 40
CLASSES = len(REASONS) + 1
THRESHOLDS = (0.68, 0.6)  # on dev: precision .985 at recall .90 on real pages
Ints = NDArray[np.int64]


class Rows(NamedTuple):
    """Lines as sparse rows: `buckets[starts[i]:starts[i+1]]` are those of line i."""

    buckets: Ints
    starts: Ints
    labels: Ints


def word_weights(pages: Sequence[Page]) -> Array:
    """Inverse document frequency of each bucket, scaled to at most one."""
    counts = np.zeros(IDF_BUCKETS)
    for page in pages:
        kept = (line.text for line, label in zip(page.lines, page.labels, strict=True) if label == 0)
        counts[sorted({stem_bucket(s) for text in kept for s in content_stems(text)})] += 1
    return (np.log((len(pages) + 1) / (counts + 1)) / np.log(len(pages) + 1)).astype(np.float32)


def to_rows(lines: Sequence[Sequence[int]], labels: Ints) -> Rows:
    lengths = np.array([len(row) for row in lines])
    return Rows(np.concatenate([np.array(row) for row in lines]), np.concatenate([[0], np.cumsum(lengths)]), labels)


def fit_words(rows: Rows, rng: np.random.Generator, epochs: int = 6) -> tuple[Array, Array]:
    """Multinomial logistic regression by AdaGrad on batches of lines, with weight decay."""
    weights, bias = np.zeros((WORD_BUCKETS, CLASSES), np.float32), np.zeros(CLASSES, np.float32)
    squares, bias_squares = np.full_like(weights, 1e-3), np.full_like(bias, 1e-3)
    lengths = np.diff(rows.starts)
    for _ in range(epochs):
        for batch in np.array_split(rng.permutation(len(lengths)), max(1, len(lengths) // 512)):
            which = np.repeat(np.arange(len(batch)), lengths[batch])
            flat = np.concatenate([rows.buckets[rows.starts[i] : rows.starts[i + 1]] for i in batch])
            value = (1 / np.sqrt(np.maximum(1, lengths[batch]))).astype(np.float32)
            edges = np.concatenate([[0], np.cumsum(lengths[batch])[:-1]])
            scores = np.add.reduceat(weights[flat], edges, axis=0) * value[:, None] + bias
            error = _error(scores, rows.labels[batch])
            used, where = np.unique(flat, return_inverse=True)
            spread = (error * value[:, None])[which]
            order = np.argsort(where, kind="stable")
            cuts = np.concatenate([[0], np.cumsum(np.bincount(where))[:-1]])
            gradient = np.add.reduceat(spread[order], cuts, axis=0) / len(batch) + 2e-6 * weights[used]
            squares[used] += gradient**2
            weights[used] -= 0.25 * gradient / np.sqrt(squares[used])
            mean = error.mean(axis=0)
            bias_squares += mean**2
            bias -= 0.25 * mean / np.sqrt(bias_squares)
    return weights, bias


def _error(scores: Array, labels: Ints) -> Array:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    odds: Array = powers / powers.sum(axis=1, keepdims=True)
    odds[np.arange(len(labels)), labels] -= 1
    return odds


def fit_network(seen: Array, labels: Ints, rng: np.random.Generator, epochs: int = 9) -> list[Array]:
    """One hidden layer of rectified units by Adam; inputs are dropped now and then so that none is relied on alone."""
    shape = seen.shape[1]
    layers = [
        (rng.standard_normal((shape, HIDDEN)) * np.sqrt(2 / shape)).astype(np.float32),
        np.zeros(HIDDEN, np.float32),
        (rng.standard_normal((HIDDEN, CLASSES)) * np.sqrt(1 / HIDDEN)).astype(np.float32),
        np.zeros(CLASSES, np.float32),
    ]
    first, second = [np.zeros_like(x) for x in layers], [np.zeros_like(x) for x in layers]
    batches = len(labels) // 256
    step = 0
    for epoch in range(epochs):
        rate = 2e-3 * (1 - epoch / epochs)
        for batch in np.array_split(rng.permutation(len(labels)), batches):
            step += 1
            keep = (rng.random((len(batch), shape), np.float32) > 0.1).astype(np.float32) / 0.9
            x = seen[batch] * keep
            hidden = np.maximum(x @ layers[0] + layers[1], 0)
            error = _error(hidden @ layers[2] + layers[3], labels[batch]) / len(batch)
            back = (error @ layers[2].T) * (hidden > 0)
            gradients = [x.T @ back, back.sum(axis=0), hidden.T @ error, error.sum(axis=0)]
            for k, gradient in enumerate(gradients):
                gradient = gradient + (3e-3 * layers[k] if k in (0, 2) else 0)
                first[k] = 0.9 * first[k] + 0.1 * gradient
                second[k] = 0.999 * second[k] + 0.001 * gradient**2
                layers[k] -= rate * (first[k] / (1 - 0.9**step)) / (np.sqrt(second[k] / (1 - 0.999**step)) + 1e-8)
    return layers


def train(pages: Sequence[Page]) -> Weights:
    rng = np.random.default_rng(SEED)
    labels = np.array([label for page in pages for label in page.labels])
    buckets = [words_seen(line.text) for page in pages for line in page.lines]
    ends = np.cumsum([len(page.lines) for page in pages])
    known = labels != UNKNOWN
    idf = word_weights(pages)
    odds = _words_unseen(pages, buckets, labels, idf, rng)
    shapes = [shapes_seen(page.lines, page.title, idf) for page in pages]
    split = np.split(odds, ends[:-1])
    seen = np.concatenate([with_company(s, o) for s, o in zip(shapes, split, strict=True)])
    mean, scale = seen[known].mean(axis=0), np.maximum(seen[known].std(axis=0), 0.05)
    table = (seen[known] - mean) / scale
    layers = _averaged([fit_network(table, labels[known], rng) for _ in range(NETWORKS)])
    inside = np.flatnonzero(known)
    words, bias = fit_words(to_rows([buckets[i] for i in inside], labels[inside]), rng)
    return Weights(words, bias, idf, Layers(mean, scale, *layers), THRESHOLDS)


def _words_unseen(
    pages: Sequence[Page], buckets: list[list[int]], labels: Ints, idf: Array, rng: np.random.Generator
) -> NDArray[np.float64]:
    """The first pass's odds for every line, each from a model that saw no line of its family."""
    folds = np.array([crc32(family.lower().encode()) % FOLDS for page in pages for family in page.families])
    odds = np.zeros((len(labels), CLASSES))
    none = Layers(*[np.zeros(0, np.float32)] * 6)
    for fold in range(FOLDS):
        inside, outside = np.flatnonzero((folds != fold) & (labels != UNKNOWN)), np.flatnonzero(folds == fold)
        words, bias = fit_words(to_rows([buckets[i] for i in inside], labels[inside]), rng)
        odds[outside] = first_pass([buckets[i] for i in outside], Weights(words, bias, idf, none, THRESHOLDS))
    return odds


def _averaged(networks: Sequence[list[Array]]) -> list[Array]:
    """Several networks as one whose scores are the mean of theirs."""
    hidden, hidden_bias, out, out_bias = zip(*networks, strict=True)
    n = len(networks)
    return [np.concatenate(hidden, axis=1), np.concatenate(hidden_bias), np.concatenate(out) / n, sum(out_bias) / n]


def save(weights: Weights, path: Path) -> None:
    arrays = {"words": weights.words, "words_bias": weights.words_bias, "idf": weights.idf}
    arrays |= {f"second_{field}": array for field, array in weights.second._asdict().items()}
    halves = {name: np.asarray(array, np.float16) for name, array in arrays.items()}
    np.savez_compressed(path, **halves, thresholds=np.array(weights.thresholds))  # type: ignore[arg-type]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds polnear/ and gum/")
    parser.add_argument("--output", type=Path, default=model_path("furniture.npz"))
    args = parser.parse_args()
    sources = own_articles() * 6 + gum_articles(args.data / "gum" / "train") * 2
    sources += polnear_articles(args.data / "polnear" / "train")
    pages = PageMaker(read_words(), sources, SEED).pages(ROUNDS)
    save(train(pages), args.output)
    labels = [label for page in pages for label in page.labels]
    print(f"{len(pages)} pages, {labels.count(0)} article lines, {sum(k > 0 for k in labels)} furniture lines")


if __name__ == "__main__":
    main()
