"""The encoder sessions (ONNX) and their vocabulary, loaded on first use.

Every window runs alone, on one thread: dynamic int8 gives other numbers in other batches, so batch 1 keeps results the
same whatever the order and the number of threads. Windows of one text, and texts, are spread over threads.
"""

import os
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.resources import model_path

Item = TypeVar("Item")
Result = TypeVar("Result")
Scores = NDArray[np.float32]


@cache
def tokenizer() -> Tokenizer:
    """The word-piece tokenizer of the encoder (lower case, 30,522 pieces), no truncation, no padding."""
    return Tokenizer.from_file(str(model_path("wordpiece.json")))


@cache
def session(name: str) -> Any:
    """The inference session of a shipped model, one thread an operator."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(model_path(name)), options, providers=["CPUExecutionProvider"])


def run(
    name: str, outputs: Sequence[str], ids: NDArray[np.int64], shapes: NDArray[np.int64], options: Any = None
) -> list[Scores]:
    """The named outputs of a model for one window: `ids` and `shapes` (length,) to arrays without the batch axis."""
    mask = np.ones((1, len(ids)), dtype=np.float32)
    found = session(name).run(list(outputs), {"ids": ids[None], "shapes": shapes[None], "mask": mask}, options)
    return [output[0] for output in found]


def embedded(ids: NDArray[np.int64], shapes: NDArray[np.int64]) -> Scores:
    """The states of the attribution model's embeddings, shape (length, 384); the layers above are not run."""
    return run("attribution.onnx", ("embedded",), ids, shapes, _only_what_is_asked())[0]


def middle(ids: NDArray[np.int64], shapes: NDArray[np.int64]) -> Scores:
    """The states of the attribution model's fourth layer, shape (length, 384); the layers above are not run."""
    return run("attribution.onnx", ("middle",), ids, shapes, _only_what_is_asked())[0]


def _only_what_is_asked() -> Any:
    import onnxruntime

    options = onnxruntime.RunOptions()
    options.only_execute_path_to_fetches = True
    return options


def senses_of(states: Scores, mark: Scores) -> Scores:
    """The place classifier's log-probabilities for the marked states: (length, 384) and (length,) to (4,)."""
    return _marked("places.onnx", None, states, mark)[0]


def told_of(states: Scores, mark: Scores) -> list[Scores]:
    """The decision reader's log-probabilities for the marked sentence: a rule stated (3), its kind (7), the outcome (4)."""
    return _marked("decisions.onnx", ["stated", "kinds", "outcomes"], states, mark)


def _marked(name: str, heads: list[str] | None, states: Scores, mark: Scores) -> list[Scores]:
    mask = np.ones((1, len(mark)), dtype=np.float32)
    found = session(name).run(heads, {"states": states[None], "mark": mark[None], "mask": mask})
    return [scores[0] for scores in found]


_working = threading.local()


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(work: Callable[[Item], Result], items: Iterable[Item]) -> list[Result]:
    """Do `work` on every item, on all cores, results in the order of the items; within such work, one after the other."""
    todo = list(items)
    cores = _cores()
    if len(todo) < 2 or cores < 2 or getattr(_working, "busy", False):
        return [work(item) for item in todo]
    with ThreadPoolExecutor(cores, initializer=lambda: setattr(_working, "busy", True)) as pool:
        return list(pool.map(work, todo))
