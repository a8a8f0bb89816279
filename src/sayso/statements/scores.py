"""What the model says of one window, and the settings it is decoded with."""

from functools import cache
from typing import Final, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from sayso.resources import model_path

Pieces = tuple[int, int]

TAGS: Final = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
SOURCE, CUE, CONTENT = 1, 3, 5
FAINT: Final = -7.0  # the least log-probability of a pointer that still counts as a number


class Scores(NamedTuple):
    """Natural-log probabilities of a window of n pieces.

    `tags` (n, 7); the others (n, n + 1), the last column "none": `to_cue` from content and cue pieces, `to_source`,
    `begins` and `ends` (first and last pieces of a content's spans) from cue pieces.
    """

    tags: NDArray[np.float32]
    to_cue: NDArray[np.float32]
    to_source: NDArray[np.float32]
    begins: NDArray[np.float32]
    ends: NDArray[np.float32]


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What training/tune.py found on held-out training articles; natural-log units but `none` (a ratio) and `keep`.

    `weights` are those of the belief (logistic), its bias first, one for each feature of belief.py.
    """

    cue_bonus: float
    source_bonus: float
    change: float
    begin: float
    pointers: float
    content_bonus: float
    none: float
    keep: float
    weights: tuple[float, ...]


@cache
def settings() -> Settings:
    """The settings that ship with the model."""
    return msgspec.json.decode(model_path("attribution.json").read_bytes(), type=Settings)
