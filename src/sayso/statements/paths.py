"""Best paths through the scores of one window (Viterbi 1967): the spans of cues and sources, and the content of each cue."""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.language.pieces import Window
from sayso.statements.scores import CONTENT, FAINT, Pieces, Scores, Settings

_LOW: Final = -1e9
_FLOOR: Final = 1e-6
_UNSURE: Final = 0.02
_LEAST_ARC: Final = 0.01

_Spans = tuple["_Spans", int, int] | None  # the spans of a path, the last one first


def tag_spans(tags: NDArray[np.float32], role: int, bonus: float) -> list[Pieces]:
    """Half-open ranges of one role in the best path; a span gets `bonus` in natural-log units once, where it begins.

    `role` is the index of the role's "begin" tag. The path is that of a chain whose steps follow from the tags: a span
    begins with P(B), goes on with P(I) over what was inside before, and ends with the rest.
    """
    begin, inside = (np.exp(tags[:, [role, role + 1]].astype(np.float64))).T
    before = np.concatenate([[1.0], (begin + inside)[:-1]])
    going_on = np.clip(inside / np.maximum(before, _FLOOR), _UNSURE, 1 - _UNSURE)
    begin = np.clip(begin, _FLOOR, 1 - _FLOOR)
    return _bio(
        np.log(1 - begin).tolist(),
        (np.log(begin) + bonus).tolist(),
        np.log(going_on).tolist(),
        np.log(1 - going_on).tolist(),
    )


def _bio(outside: list[float], begin: list[float], going_on: list[float], ending: list[float]) -> list[Pieces]:
    """The spans of the best path: each piece is outside, begins a span or goes on with one."""
    out, within = 0.0, _LOW
    start = 0
    spans_out: _Spans = None
    spans_in: _Spans = None
    for t, (o, b, g, e) in enumerate(zip(outside, begin, going_on, ending, strict=True)):
        left = within + e
        done: _Spans
        free, done = (left, (spans_in, start, t)) if left > out else (out, spans_out)
        if free + b > within + g:
            within, start, spans_in = free + b, t, done
        else:
            within += g
        out, spans_out = free + o, done
    chain = (spans_in, start, len(outside)) if within > out else spans_out
    spans: list[Pieces] = []
    while chain:
        chain, first, last = chain
        spans.append((first, last))
    return spans[::-1]


def contents(window: Window, scores: Scores, cues: list[Pieces], settings: Settings) -> NDArray[np.int64]:
    """For each piece 0, or 1 + the number of the cue whose content it is in; the marks between paragraphs cost nothing."""
    tags = scores.tags
    content = np.logaddexp(tags[:, CONTENT], tags[:, CONTENT + 1]).astype(np.float64)
    arcs = np.stack([np.exp(scores.to_cue[:, a:b]).sum(1) for a, b in cues], axis=1)
    begins, ends = (_pointed(pointers, cues, settings) for pointers in (scores.begins, scores.ends))
    tagged = settings.begin * (tags[:, CONTENT : CONTENT + 2] - content[:, None])
    lattice = _Lattice(
        outside=np.log(np.maximum(_FLOOR, 1.0 - np.exp(content))).tolist(),
        inside=(content[:, None] + np.log(arcs + _FLOOR) + settings.content_bonus).tolist(),
        begins=(begins + tagged[:, :1] - settings.change).tolist(),
        stays=tagged[:, 1].tolist(),
        ends=ends.tolist(),
        likely=_columns(arcs > _LEAST_ARC),
        is_mark=(window.starts < 0).tolist(),
    )
    return np.array(lattice.path(), dtype=np.int64)


def _columns(mask: NDArray[np.bool_]) -> list[list[int]]:
    """For each row the columns that are set."""
    found: list[list[int]] = [[] for _ in range(len(mask))]
    for row, column in np.argwhere(mask).tolist():
        found[row].append(column)
    return found


def _pointed(pointers: NDArray[np.float32], cues: list[Pieces], settings: Settings) -> NDArray[np.float64]:
    """(length, cues): what a boundary of each cue's content is worth at each piece."""
    rows = np.stack([pointers[a:b, :-1].mean(0) for a, b in cues], axis=1).astype(np.float64)
    return settings.pointers * (np.maximum(rows, FAINT) - FAINT / 2)


class _Lattice(NamedTuple):
    """Scores of being outside, or in the content of each cue, of beginning, staying and ending there, piece by piece.

    Only cues that a piece's arcs make `likely` are tried there; plain lists are faster here than small arrays.
    """

    outside: list[float]
    inside: list[list[float]]
    begins: list[list[float]]
    stays: list[float]
    ends: list[list[float]]
    likely: list[list[int]]
    is_mark: list[bool]

    def path(self) -> list[int]:
        """The best state of each piece: 0 outside, k + 1 in the content of cue k."""
        best, back = {0: 0.0}, []
        for t in range(len(self.outside)):
            if self.is_mark[t]:
                back.append({state: state for state in best})
                continue
            best, came = self._step(t, best)
            back.append(came)
        state = max(best, key=lambda s: best[s] + self._end(len(back), s))
        found = []
        for came in reversed(back):
            found.append(state)
            state = came[state]
        return found[::-1]

    def _step(self, t: int, best: dict[int, float]) -> tuple[dict[int, float], dict[int, int]]:
        jump, left = 0, _LOW
        for state, score in best.items():
            leaving = score + self._end(t, state)
            if leaving > left:
                jump, left = state, leaving
        new, came = {0: left + self.outside[t]}, {0: jump}
        inside, begins, stay = self.inside[t], self.begins[t], self.stays[t]
        for cue in self.likely[t]:
            entering, staying = left + begins[cue], best.get(cue + 1, _LOW) + stay
            came[cue + 1] = cue + 1 if staying >= entering else jump
            new[cue + 1] = max(staying, entering) + inside[cue]
        return new, came

    def _end(self, t: int, state: int) -> float:
        """What it costs to leave a state before piece t."""
        return self.ends[t - 1][state - 1] if state else 0.0
