"""States that are named as places or teams: there they are nobody who acts (“protests in Peru”, “lost 2-1 to Japan”)."""

import re
from typing import Final

from sayso.actors.roles import STATE_NOUNS
from sayso.actors.scene import Scene

_WHERE: Final = frozenset("in inside across outside near off around throughout".split())
_HELD_IN: Final = frozenset(
    "confidence trust interest believe believes believed faith believing involved partner partners result resulted results "
    "succeed succeeded engaged engage interested invest investing invested".split()
)
_SCORE: Final = re.compile(r"\b\d{1,2}[-–]\d{1,2}\b")
_PLAYED: Final = frozenset("lost lose loses beat beats beaten won win wins drew scored score scoring defeated trounced thrashed".split())
_SPORT: Final = frozenset("goals goal match matches striker coach anthem kick-off half-time semi-final quarter-final".split())


def is_place(scene: Scene, first: int, last: int) -> bool:
    """Whether a state's name at words [first, last) says only where something is, or who plays."""
    before = first - 1 if scene.fold(first - 1) != "the" else first - 2
    if scene.fold(last) in ("'s", "'") or scene.is_headline(first):
        return False
    if scene.fold(before) in _WHERE and scene.fold(last) not in STATE_NOUNS:
        return scene.fold(before - 1) not in _HELD_IN
    return _plays(scene, first)


def _plays(scene: Scene, index: int) -> bool:
    start, end = scene.sentence(index)
    words = set(scene.folds[start:end])
    if not words & _PLAYED and not words & _SPORT:
        return False
    is_scored = bool(_SCORE.search(scene.phrase(start, end)))
    return (is_scored and bool(words & _PLAYED)) or ("goals" in words and len(words & _SPORT) > 1)
