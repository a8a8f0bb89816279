"""Where a marked actor stands on a proposal, by the stance classifier (training/stance.py)."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sayso.language.encoder import run, tokenizer
from sayso.positions.encode import encode
from sayso.records import Span

MODEL = "stance.onnx"


def stance_probabilities(passage: str, marks: Sequence[Span], proposal: str) -> NDArray[np.float32]:
    """Probabilities of `encode.LABELS`, shape (7,). `marks` are the code-point ranges of the passage that name the actor."""
    return _probabilities(passage, tuple(marks), proposal)


@lru_cache(maxsize=4096)
def _probabilities(passage: str, marks: tuple[Span, ...], proposal: str) -> NDArray[np.float32]:
    ids, shapes = encode(passage, marks, proposal, tokenizer())
    (scores,) = run(MODEL, ("stances",), ids, shapes)
    return np.exp(scores)
