"""Positions with a part taken out, for comparison: statements alone; a similarity baseline instead of the classifier.

The baseline gives a passage the label of the most similar passage of the training data (cosine of TF-IDF vectors of the
words around the marked actor and of the proposal), as a plain nearest-neighbour reader would.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from sayso.brief import compose, render
from sayso.positions import find
from sayso.positions.candidates import Candidate, candidates_in
from sayso.positions.encode import LABELS
from sayso.reading import ReadOptions, read_all
from sayso.records import Article
from sayso.verbs import analyse, untangle

TRAINING: Final = Path(__file__).parents[1] / "training/data/stance"
_WORD: Final = re.compile(r"\w+")


def statements_alone(*args: Any, **kwargs: Any) -> list[Candidate]:
    """The candidates that say something themselves; what the article tells in its own voice is left out."""
    return [c for c in candidates_in(*args, **kwargs) if c.is_own]


def by_similarity(article: Article, candidate: Candidate, asked: str) -> NDArray[np.float32]:
    """Certain of the label of the nearest training passage."""
    start, end = candidate.evidence
    vector = _vector(Counter(_WORD.findall(f"{article.text[start:end]} {asked}".lower())))
    found = np.full(len(LABELS), 0.001, dtype=np.float32)
    scores = Counter[int]()
    for row, weight in vector.items():
        for number, other in _postings().get(row, ()):
            scores[number] += weight * other  # type: ignore[assignment]
    nearest = max(scores, key=lambda n: (scores[n], -n), default=None)
    found[LABELS.index(_rows()[nearest][1]) if nearest is not None else -1] = 0.99
    return found


@cache
def _rows() -> list[tuple[Counter[str], str]]:
    lines = (line for path in sorted(TRAINING.glob("pairs-*.jsonl")) for line in path.read_text("utf-8").splitlines())
    rows = [json.loads(line) for line in lines if line.strip()]
    return [(Counter(_WORD.findall(f"{r['passage']} {r['proposal']}".lower())), r["stance"]) for r in rows]


@cache
def _weights() -> dict[str, float]:
    counted = Counter(word for words, _ in _rows() for word in words)
    return {word: math.log(len(_rows()) / n) for word, n in counted.items()}


def _vector(words: Counter[str]) -> dict[str, float]:
    weighed = {word: n * _weights().get(word, 0.0) for word, n in words.items()}
    length = math.sqrt(sum(w * w for w in weighed.values())) or 1.0
    return {word: w / length for word, w in weighed.items() if w}


@cache
def _postings() -> dict[str, list[tuple[int, float]]]:
    found: dict[str, list[tuple[int, float]]] = {}
    for number, (words, _) in enumerate(_rows()):
        for word, weight in _vector(words).items():
            found.setdefault(word, []).append((number, weight))
    return found


VARIANTS: Final[dict[str, tuple[str, Callable[..., Any]]]] = {
    "statements alone": ("candidates_in", statements_alone),
    "similarity baseline": ("probabilities_of", by_similarity),
}


def brief_with(variant: str, pages: Sequence[Path], topic: str) -> bytes:
    """The JSON brief of a debate with a part of the positions replaced."""
    name, replacement = VARIANTS[variant]
    articles, unread = read_all(tuple(map(str, pages)), ReadOptions())
    with patch.object(find, name, replacement):
        debate = untangle([analyse(article) for article in articles], topic, None, unread)
    return render(compose(debate), "json", width=100, colour=False).encode()
