"""Text to the word pieces of the encoder, packed in windows.

A window holds whole paragraphs, as many as fit, so that a source named in the paragraph before stays in
sight; a paragraph longer than a window is cut behind a sentence where one ends, else where it is full.
Each piece keeps its code-point offsets in the text and a *shape*: how the word is written (the vocabulary
is lower-case) and whether it stands inside quotation marks.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from sayso.language.quotation import quotation

WINDOW_PIECES: Final = 256
CLS: Final = 101
SEP: Final = 102
SHAPES: Final = 12
PLAIN: Final = 9

_STOPS: Final = frozenset('.?!”"')


class Window(NamedTuple):
    """Pieces of one window; every array has one entry a piece. Special pieces have start = end = -1."""

    ids: NDArray[np.int64]
    shapes: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]


class Piece(NamedTuple):
    """One word piece; `start` and `end` are code points of the text it was cut from."""

    id: int
    shape: int
    start: int
    end: int


def pack(
    text: str, blocks: Sequence[tuple[int, int]], tokenizer: Tokenizer, limit: int = WINDOW_PIECES
) -> list[Window]:
    """Pack the blocks of a text, in order, into windows of at most `limit` pieces, the special ones included.

    `blocks` are half-open code-point ranges of `text`, ascending and apart.
    """
    windows: list[Window] = []
    filling: list[list[Piece]] = []
    room = limit - 1
    encodings = tokenizer.encode_batch([text[start:end] for start, end in blocks], add_special_tokens=False)
    for (start, end), encoding in zip(blocks, encodings, strict=True):
        pieces = _pieces(text[start:end], start, encoding)
        for chunk in _chunks(pieces, text, limit - 2):
            if len(chunk) + 1 > room and filling:
                windows.append(_window(filling))
                filling, room = [], limit - 1
            filling.append(chunk)
            room -= len(chunk) + 1
    if filling:
        windows.append(_window(filling))
    return windows


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The non-blank lines of a text as half-open code-point ranges, white space at both ends left out."""
    blocks = []
    position = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            start = position + line.index(stripped[0])
            blocks.append((start, start + len(stripped)))
        position += len(line) + 1
    return blocks


def pieces_of(text: str, start: int, end: int, tokenizer: Tokenizer) -> list[Piece]:
    """The pieces of text[start:end], read as one paragraph."""
    block = text[start:end]
    return _pieces(block, start, tokenizer.encode(block, add_special_tokens=False))


def _pieces(block: str, start: int, encoding: Encoding) -> list[Piece]:
    states = quotation(block)
    return [
        Piece(identifier, _case(block[a:b]) * 3 + states[a], start + a, start + b)
        for identifier, (a, b) in zip(encoding.ids, encoding.offsets, strict=True)
        if b > a
    ]


def _case(word: str) -> int:
    """0 lower case, 1 capitalised, 2 all capitals, 3 no letters."""
    if word[0].isupper():
        return 2 if len(word) > 1 and word.isupper() else 1
    return 0 if word[0].isalpha() else 3


def _chunks(pieces: list[Piece], text: str, limit: int) -> Iterator[list[Piece]]:
    done = 0
    while len(pieces) - done > limit:
        cuts = range(done + limit, done + limit // 2, -1)
        cut = next((i for i in cuts if text[pieces[i - 1].end - 1] in _STOPS), done + limit)
        yield pieces[done:cut]
        done = cut
    if done < len(pieces):
        yield pieces[done:]


def _window(paragraph_pieces: list[list[Piece]]) -> Window:
    rows = [Piece(CLS, PLAIN, -1, -1)]
    for pieces in paragraph_pieces:
        rows += pieces
        rows.append(Piece(SEP, PLAIN, -1, -1))
    ids, shapes, starts, ends = np.array(rows, dtype=np.int64).T.copy()
    return Window(ids, shapes, starts, ends)
