"""What the name of a state or capital stands for in its sentence: its government, a place, a team, or something else.

Place-name metonymy (Markert and Nissim 2007; Gritta et al. 2017) by a classifier that stands on the embeddings of the
attribution model (training/metonymy.py).
"""

from functools import lru_cache
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.language.encoder import embedded, senses_of, tokenizer
from sayso.language.pieces import CLS, PLAIN, SEP, pieces_of
from sayso.records import Span

Sense = Literal["government", "place", "team", "other"]
SENSES: Final[tuple[Sense, ...]] = ("government", "place", "team", "other")
_LONGEST: Final = 120  # pieces of a sentence that are read around the name


def sense_probabilities(sentence: str, name: Span) -> NDArray[np.float32]:
    """Probabilities of `SENSES`, shape (4,), for the name at half-open code points of its sentence."""
    return _probabilities(sentence, name)


@lru_cache(maxsize=4096)
def _probabilities(sentence: str, name: Span) -> NDArray[np.float32]:
    ids, shapes, mark = pieces_and_mark(sentence, name, tokenizer())
    return np.exp(senses_of(embedded(ids, shapes), mark))


def pieces_and_mark(
    sentence: str, name: Span, vocabulary: Tokenizer
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]:
    """Ids, shapes and a 1 for each piece of the name, all (length,)."""
    pieces = pieces_of(sentence, 0, len(sentence), vocabulary)
    first = next((i for i, piece in enumerate(pieces) if piece.end > name[0]), 0)
    start = max(0, min(first - _LONGEST // 2, len(pieces) - _LONGEST))
    pieces = pieces[start : start + _LONGEST]
    ids = [CLS, *(p.id for p in pieces), SEP]
    shapes = [PLAIN, *(p.shape for p in pieces), PLAIN]
    mark = [0.0, *(float(p.start < name[1] and p.end > name[0]) for p in pieces), 0.0]
    return np.array(ids, dtype=np.int64), np.array(shapes, dtype=np.int64), np.array(mark, dtype=np.float32)
