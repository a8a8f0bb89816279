"""Best paths through the scores of one window (Viterbi 1967): the spans of cues and sources, and the content of each cue."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from sayso.language.pieces import Window
from sayso.statements.scores import CONTENT, Pieces, Scores, Settings

_LOW: Final = -1e9
_FLOOR: Final = 1e-6
_FAINT: Final = -7.0


def tag_spans(tags: NDArray[np.float32], role: int, bonus: float) -> list[Pieces]:
    """Half-open ranges of one role in the best BIO path, whose tags get `bonus` in natural-log units.

    `role` is the index of the role's "begin" tag; all other tags count as outside.
    """
    inside = tags[:, [role, role + 1]].astype(np.float64) + bonus
    others = np.delete(tags, [role, role + 1], axis=1).max(1).astype(np.float64)
    return _bio(others.tolist(), inside[:, 0].tolist(), inside[:, 1].tolist())


def _bio(outside: list[float], begin: list[float], inside: list[float]) -> list[Pieces]:
    o, b, i = 0.0, _LOW, _LOW
    back: list[tuple[int, int]] = []  # of "outside or begin", and of "inside": 0 outside, 1 begin, 2 inside
    for out_score, begin_score, inside_score in zip(outside, begin, inside, strict=True):
        best, source = (o, 0) if o >= b and o >= i else (b, 1) if b >= i else (i, 2)
        within, came = (b, 1) if b >= i else (i, 2)
        back.append((source, came))
        o, b, i = best + out_score, best + begin_score, within + inside_score
    state = 0 if o >= b and o >= i else 1 if b >= i else 2
    spans: list[Pieces] = []
    end = None
    for t in range(len(back) - 1, -1, -1):
        if state and end is None:
            end = t + 1
        if state == 1:
            spans.append((t, end or t + 1))
            end = None
        state = back[t][1 if state == 2 else 0]
    return spans[::-1]


def contents(window: Window, scores: Scores, cues: list[Pieces], settings: Settings) -> NDArray[np.int64]:
    """For each piece 0, or 1 + the number of the cue whose content it is in; the marks between paragraphs cost nothing."""
    tags = scores.tags
    content = np.logaddexp(tags[:, CONTENT], tags[:, CONTENT + 1]).astype(np.float64)
    outside = np.log(np.maximum(_FLOOR, 1.0 - np.exp(content)))
    arcs = np.stack([np.exp(scores.to_cue[:, a:b]).sum(1) for a, b in cues], axis=1)
    emission = np.concatenate([outside[:, None], content[:, None] + np.log(arcs + _FLOOR) + settings.content_bonus], 1)
    emission[window.starts < 0] = 0.0
    begins, ends = (_pointed(pointers, cues, settings) for pointers in (scores.begins, scores.ends))
    tagged = settings.begin * (tags[:, CONTENT : CONTENT + 2] - content[:, None])
    begins += tagged[:, :1] - settings.change
    stays = tagged[:, 1]
    stays[window.starts < 0] = 0.0
    begins[window.starts < 0] = _LOW
    return _follow(emission, begins, stays, ends)


def _pointed(pointers: NDArray[np.float32], cues: list[Pieces], settings: Settings) -> NDArray[np.float64]:
    """(length, cues): what a boundary of each cue's content is worth at each piece."""
    rows = np.stack([pointers[a:b, :-1].mean(0) for a, b in cues], axis=1).astype(np.float64)
    return settings.pointers * (np.maximum(rows, _FAINT) - _FAINT / 2)


def _follow(
    emission: NDArray[np.float64], begins: NDArray[np.float64], stays: NDArray[np.float64], ends: NDArray[np.float64]
) -> NDArray[np.int64]:
    length, states = emission.shape
    back = np.zeros(emission.shape, dtype=np.int64)
    own = np.arange(states)
    best = emission[0].copy()
    best[1:] += begins[0]
    leave = np.zeros(states)
    for t in range(1, length):
        leave[1:] = ends[t - 1]
        leaving = best + leave
        jump = int(leaving.argmax())
        best[1:] += stays[t]
        best[0] = leaving[jump]
        entering = leaving[jump] + begins[t]
        enters = entering > best[1:]
        back[t] = own
        back[t, 0] = jump
        back[t, 1:][enters] = jump
        best[1:] = np.maximum(best[1:], entering)
        best += emission[t]
    leave[1:] = ends[length - 1]
    path = np.empty(length, dtype=np.int64)
    state = int((best + leave).argmax())
    for t in range(length - 1, -1, -1):
        path[t] = state
        state = int(back[t, state])
    return path
