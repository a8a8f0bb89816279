"""How far a reading of the stance classifier is believed: its probabilities, set right on debates that were read by people.

Logistic calibration (Platt 1999) of two odds, that there is a position at all and that it is this one; the weights are
written by training/believe.py.
"""

from functools import cache
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from sayso.positions.encode import STANCES
from sayso.records import Stance
from sayso.resources import model_path

_LEAST: Final = 0.01


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`weights` of the bias and of `features`; a position is kept from belief `keep` on and `uncertain` below another.

    `rival`: the share of the best belief that another stance of the same actor in an article must reach.
    """

    weights: tuple[float, ...]
    keep: float
    uncertain: float
    rival: float


@cache
def settings() -> Settings:
    """The settings that ship with the model."""
    return msgspec.json.decode(model_path("stance.json").read_bytes(), type=Settings)


def features(probabilities: NDArray[np.float32]) -> tuple[float, float, float]:
    """Log-odds that there is a position, log-share of the best stance among stances, log-probability of the second."""
    some = float(np.clip(1.0 - probabilities[-1], _LEAST, 1.0 - _LEAST))
    second, best = np.sort(probabilities[:-1])[-2:]
    return float(np.log(some / (1.0 - some))), float(np.log(best / some + 1e-6)), float(np.log(second + 1e-3))


def belief(probabilities: NDArray[np.float32]) -> tuple[Stance, float]:
    """The likeliest stance of probabilities (7,), and how likely it is that a careful reader would grant it, 0 to 1."""
    bias, *weights = settings().weights
    score = bias + float(np.dot(weights, features(probabilities)))
    return STANCES[int(probabilities[:-1].argmax())], float(1.0 / (1.0 + np.exp(-score)))
