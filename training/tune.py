"""Tune the decoder of the attribution model on the held-out training articles (every twentieth; never on dev).

    python training/tune.py --data DATA/polnear/train --tools TOOLS --out src/sayso/resources/models/attribution.json

TOOLS is the folder of score_attribution.py. Search over the fields of `Settings` together (one by one gets stuck: a
lower bar for cues pays only with a higher one for whole attributions), maximising attribution F1 plus half of strict F1
and a fifth of each role's exact spans. For each trial the belief is fitted anew to what the decoder then finds, five-fold
over the articles, so that an article is never judged by weights that saw it; the weights that ship are fitted to all.
"""

import argparse
import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray
from polnear import HELD_OUT_EVERY, Statement, read_documents

from sayso.language.encoder import run, spread, tokenizer
from sayso.language.pieces import Window, pack, paragraphs
from sayso.statements.belief import FEATURES, features
from sayso.statements.decode import Found, decode
from sayso.statements.find import MODEL, attribution
from sayso.statements.scores import Scores, Settings

sys.path.insert(0, str(Path(__file__).parents[1] / "evaluation"))
from scorer import scorer

SEED, DRAWN, STEPS, FOLDS, RIDGE = 2, 25, 60, 5, 2.0
STRICT_WEIGHT, SPANS_WEIGHT = 0.5, 0.2
KEEP = 0.4  # half of the F1 in reach, where a calibrated belief pays most (Lipton, Elkan and Narayanaswamy 2014)
GRID = {
    "cue_bonus": (0.0, 0.5, 1.0, 1.5, 2.0, 2.5), "source_bonus": (0.0, 0.5, 1.0, 1.5, 2.0), "change": (0.0, 0.5, 1.0, 1.5, 2.0),
    "begin": (0.0, 0.5, 1.0, 1.5), "pointers": (0.4, 0.6, 0.8, 1.0, 1.2), "content_bonus": (-1.0, -0.5, 0.0, 0.5),
    "none": (0.5, 1.0, 1.5, 2.0, 3.0),
}  # fmt: skip


class Read(NamedTuple):
    """A held-out article: its gold, its windows and what the model says of each."""

    stem: str
    text: str
    gold: list[Statement]
    windows: list[tuple[Window, Scores]]


def held_out(data: Path) -> list[Read]:
    """Every twentieth training article, read by the shipped model."""
    articles = []
    for number, (stem, text, gold) in enumerate(read_documents(data)):
        if number % HELD_OUT_EVERY == 0:
            windows = pack(text, paragraphs(text), tokenizer())
            scores = spread(lambda w: Scores(*run(MODEL, Scores._fields, w.ids, w.shapes)), windows)
            articles.append(Read(stem, text, gold, list(zip(windows, scores, strict=True))))
    return articles


def predictions(article: Read, settings: Settings) -> list[tuple[dict[str, object], list[float]]]:
    """What is decoded in an article, each with its features."""
    found = []
    for window, scores in article.windows:
        for one in decode(window, scores, settings):
            a = attribution(article.text, window, one)
            row = {"source": a.source, "cue": a.cue, "content": a.content}
            found.append((row, _features(window, scores, one)))
    return found


def _features(window: Window, scores: Scores, found: Found) -> list[float]:
    return features(window, scores, found.source, found.cue, list(found.content))


def fit(values: NDArray[np.float64], right: NDArray[np.float64]) -> tuple[float, ...]:
    """Weights of a ridge logistic regression by Newton's method, the bias first."""
    x = np.concatenate([np.ones((len(values), 1)), values], axis=1)
    weights, ridge = np.zeros(x.shape[1]), np.full(x.shape[1], RIDGE)
    ridge[0] = 1e-3
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ (right - p) - ridge * weights
        weights = weights + np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(ridge), slope)
    return tuple(round(float(w), 4) for w in weights)


def right_ones(module: ModuleType, article: Read, rows: Sequence[dict[str, object]]) -> NDArray[np.float64]:
    """1 for each predicted attribution that matches one of gold, content and source."""
    words = module.Words(article.text)
    sides = [[(words.covered(s["content"]), words.covered(s["source"])) for s in side] for side in (article.gold, rows)]
    gold = [x for x in sides[0] if x[0]]
    right = np.zeros(len(rows))
    for g, p in module.match(gold, sides[1]):
        source, other = gold[g][1], sides[1][p][1]
        right[p] = bool(source & other) or not (source or other)
    return right


def judged(
    module: ModuleType, articles: Sequence[Read], settings: Settings
) -> tuple[float, dict[str, object], Settings]:
    """The figure of settings with a belief fitted five-fold, the scorer's table, and the settings with all weights."""
    everything = msgspec.structs.replace(settings, keep=0.0, weights=(0.0,) * (FEATURES + 1))
    found = [predictions(article, everything) for article in articles]
    values = [np.array([f for _, f in rows]).reshape(-1, FEATURES) for rows in found]
    right = [right_ones(module, a, [row for row, _ in rows]) for a, rows in zip(articles, found, strict=True)]
    folds = []
    for fold in range(FOLDS):
        others = [i for i in range(len(articles)) if i % FOLDS != fold]
        folds.append(fit(np.concatenate([values[i] for i in others]), np.concatenate([right[i] for i in others])))
    gold = [(a.stem, a.text, a.gold) for a in articles]
    predicted = {}
    for number, article in enumerate(articles):
        own = msgspec.structs.replace(settings, keep=KEEP, weights=folds[number % FOLDS])
        predicted[article.stem] = [row for row, _ in predictions(article, own)]
    table = module.score(gold, predicted)
    spans = sum(row["f1"] for row in table["spans"].values())
    figure = table["attribution"]["f1"] + STRICT_WEIGHT * table["attribution_strict"]["f1"] + SPANS_WEIGHT * spans
    weights = fit(np.concatenate(values), np.concatenate(right))
    return figure, table, msgspec.structs.replace(settings, keep=KEEP, weights=weights)


def search(module: ModuleType, articles: Sequence[Read], report: Callable[[str], None]) -> Settings:
    """The best settings of a random search that goes on from its best ones, a step or two on the grid at a time."""
    rng, top, chosen, best = random.Random(SEED), 0.0, None, {}
    seen = set()
    for trial in range(DRAWN + STEPS):
        drawn = {name: rng.choice(values) for name, values in GRID.items()} if trial < DRAWN else neighbour(best, rng)
        if tuple(drawn.values()) in seen:
            continue
        seen.add(tuple(drawn.values()))
        figure, table, settings = judged(module, articles, Settings(**drawn, keep=0.0, weights=()))
        if figure > top:
            top, chosen, best = figure, settings, drawn
            spans = {role: row["f1"] for role, row in table["spans"].items()}  # type: ignore[attr-defined]
            report(f"{trial} {figure:.4f} {table['attribution']} {table['attribution_strict']} {spans} {settings}")
    assert chosen
    return chosen


def neighbour(drawn: dict[str, float], rng: random.Random) -> dict[str, float]:
    """Settings with one or two fields moved to the next value of the grid."""
    moved = dict(drawn)
    for name in rng.sample(list(GRID), rng.choice((1, 1, 2))):
        values = GRID[name]
        place = values.index(moved[name]) + rng.choice((-1, 1))
        moved[name] = values[max(0, min(len(values) - 1, place))]
    return moved


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--tools", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    chosen = search(scorer(args.tools), held_out(args.data), lambda line: print(line, flush=True))
    args.out.write_bytes(msgspec.json.format(msgspec.json.encode(chosen), indent=1) + b"\n")


if __name__ == "__main__":
    main()
