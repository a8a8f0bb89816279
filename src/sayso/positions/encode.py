"""A passage with the actor marked, and a proposal, to the pieces that the stance classifier reads.

`[CLS] passage [SEP] proposal [SEP]`; the marked pieces and those of the proposal are told by their shapes.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.language.pieces import CLS, PLAIN, SEP, SHAPES, Piece, pieces_of
from sayso.records import Span, Stance

MARKED: Final = SHAPES
PROPOSED: Final = 2 * SHAPES
STANCE_SHAPES: Final = 2 * SHAPES + 1
STANCES: Final[tuple[Stance, ...]] = (
    "supports", "opposes", "conditional", "undecided", "abstains", "declines_to_comment"
)  # fmt: skip
LABELS: Final = (*STANCES, "none")
_PASSAGE_PIECES: Final = 160
_PROPOSAL_PIECES: Final = 40


def encode(
    passage: str, marks: Sequence[Span], proposal: str, tokenizer: Tokenizer
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Ids and shapes, both (length,). `marks` are code-point ranges of `passage` that name the actor."""
    pieces = _around(pieces_of(passage, 0, len(passage), tokenizer), marks)
    proposed = pieces_of(proposal, 0, len(proposal), tokenizer)[:_PROPOSAL_PIECES]
    ids = [CLS, *(p.id for p in pieces), SEP, *(p.id for p in proposed), SEP]
    shapes = [PLAIN, *(p.shape + MARKED * _is_marked(p, marks) for p in pieces), PLAIN]
    shapes += [PROPOSED] * len(proposed) + [PLAIN]
    return np.array(ids, dtype=np.int64), np.array(shapes, dtype=np.int64)


def _is_marked(piece: Piece, marks: Sequence[Span]) -> bool:
    return any(piece.start < end and piece.end > start for start, end in marks)


def _around(pieces: list[Piece], marks: Sequence[Span]) -> list[Piece]:
    """The pieces, cut to the limit around the first marked one."""
    if len(pieces) <= _PASSAGE_PIECES:
        return pieces
    first = next((i for i, piece in enumerate(pieces) if _is_marked(piece, marks)), 0)
    start = max(0, min(first - _PASSAGE_PIECES // 2, len(pieces) - _PASSAGE_PIECES))
    return pieces[start : start + _PASSAGE_PIECES]
