"""Which attribution lies inside which, and which stand beside each other."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso.records import Attribution


def held_by(outer: Sequence[Attribution], nested: Sequence[Attribution]) -> dict[Attribution, list[Attribution]]:
    """For each attribution those that lie in its content, and in no smaller one's."""
    spans = sorted((start, end, number) for number, a in enumerate((*outer, *nested)) for start, end in a.content)
    starts = [start for start, _, _ in spans]
    holders = [*outer, *nested]
    found: dict[Attribution, list[Attribution]] = {}
    for inner in nested:
        parts = [*inner.source, *inner.cue, *inner.content]
        place = bisect_right(starts, min(a for a, _ in parts))
        for _, _, number in sorted(spans[max(0, place - 6) : place], key=lambda s: s[1] - s[0]):
            held = holders[number]
            if held is not inner and all(any(a >= start and b <= end for start, end in held.content) for a, b in parts):
                found.setdefault(held, []).append(inner)
                break
    return found


class Nearby:
    """The attributions by the place of their cues."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self.attributions = sorted((a for a in attributions if a.cue), key=lambda a: a.cue[0])
        self.places = [a.cue[0][0] for a in self.attributions]

    def between(self, start: int, end: int) -> list[Attribution]:
        """Those whose cue begins in [start, end)."""
        return self.attributions[bisect_left(self.places, start) : bisect_left(self.places, end)]
