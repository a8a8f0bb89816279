"""Where a paragraph stands in quotation marks, in the conventions of the newsrooms that write English.

Double marks (“ ”, " "), guillemets (« », and » « the German way), low marks („ “), single marks (‘ ’, ' ') where they are no
apostrophes. A mark that is never closed quotes up to the end of its paragraph: so runs a quotation over paragraphs.
"""

import re
from typing import Final

OUTSIDE, INSIDE, MARK = 0, 1, 2

_CLOSES: Final = {"“": "”", "„": "“”", '"': '"', "«": "»", "»": "«", "‘": "’", "'": "'", "‚": "‘’", "‹": "›"}
_SINGLE: Final = "‘'‚‹"
_MARKS: Final = re.compile("[“”„\"«»‘’'‚‹›]")


def quotation(block: str) -> bytearray:
    """For each character of a paragraph OUTSIDE, INSIDE or MARK; single marks inside double ones change nothing."""
    states = bytearray(len(block))
    position = 0
    for start, end in quotations(block):
        if start < position:
            continue
        states[start] = MARK
        states[start + 1 : end] = b"\x01" * (end - start - 1)
        if end > start + 1 and block[end - 1] in _CLOSES[block[start]]:
            states[end - 1] = MARK
        position = end
    for match in _MARKS.finditer(block):
        if match[0] in '“”„"«»' and states[match.start()] == OUTSIDE:
            states[match.start()] = MARK
    return states


def quotations(block: str) -> list[tuple[int, int]]:
    """The quotations of a paragraph, outermost only, marks included; half-open, ascending."""
    marks = [(m.start(), m[0]) for m in _MARKS.finditer(block)]
    closing = _Closing(block, marks)
    found: list[tuple[int, int]] = []
    reached = 0
    for place, mark in marks:
        if place < reached or not _opens(block, place, mark):
            continue
        end = closing.after(place, mark)
        if end is None and mark in _SINGLE:
            continue
        found.append((place, len(block) if end is None else end + 1))
        reached = found[-1][1]
    return found


class _Closing:
    """The places where each kind of mark may close, found once and walked through from left to right."""

    def __init__(self, block: str, marks: list[tuple[int, str]]) -> None:
        self.places: dict[str, list[int]] = {}
        for place, mark in marks:
            if mark not in _SINGLE + "’›" or _may_close(block, place):
                self.places.setdefault(mark, []).append(place)
        self.next: dict[str, int] = {}

    def after(self, place: int, mark: str) -> int | None:
        """Where the quotation that opens at a place closes, None if nowhere."""
        found = []
        for close in _CLOSES[mark]:
            places, number = self.places.get(close, []), self.next.get(close, 0)
            while number < len(places) and places[number] <= place:
                number += 1
            self.next[close] = number
            if number < len(places):
                found.append(places[number])
        return min(found, default=None)


def _opens(block: str, place: int, mark: str) -> bool:
    if mark in "“„«":
        return True
    if mark in "”’›":
        return False
    before = block[place - 1] if place else " "
    after = block[place + 1] if place + 1 < len(block) else " "
    if mark == '"':
        return True
    if mark == "»":
        return not before.isalnum() and before not in ".,?!…" and after.isalnum()
    return (before.isspace() or before in '([—–-“"') and (after.isalpha() or after in '“"…[')


def _may_close(block: str, place: int) -> bool:
    """Whether a single mark can close: no word goes on behind it, and it is no plural's ("the ministers' plan")."""
    before = block[place - 1] if place else " "
    after = block[place + 1] if place + 1 < len(block) else " "
    return not after.isalnum() and not before.isspace() and (before.casefold() != "s" or not after.isspace())
