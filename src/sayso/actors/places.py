"""States that are named as places or teams: there they are nobody who acts (“protests in Peru”, “lost 2-1 to Japan”)."""

import re
from typing import Final

from sayso.actors.phrases import CLOSED
from sayso.actors.roles import STATE_NOUNS
from sayso.actors.scene import Scene

_WHERE: Final = frozenset("in into inside across outside near off around throughout".split())
_HELD_IN: Final = frozenset(
    "lock locking locked confidence trust interest believe believes believed faith believing involved partner partners "
    "result resulted results "
    "succeed succeeded engaged engage interested invest investing invested".split()
)
_COMING: Final = frozenset(
    "come comes came coming cross crossed crossing fled flee flew fly arrived arriving return returned returning travelled back "
    "gas oil pipeline pipelines refugees migrants imports imported exports exported flights flight shipped".split()
)
_PARTS: Final = frozenset(
    "province region coast coasts north south east west centre city town village shores corner".split()
)
_BOUND: Final = frozenset({("bound", "for"), ("flights", "to"), ("flight", "to"), ("flew", "to"), ("travelled", "to")})
_SCORE: Final = re.compile(r"\b\d{1,2}[-–]\d{1,2}\b")
_PLAYED: Final = frozenset(
    "lost lose loses beat beats beaten won win wins drew scored score scoring defeated trounced thrashed".split()
)
_SPORT: Final = frozenset(
    "goals goal match matches striker coach anthem kick-off half-time semi-final quarter-final".split()
)


def is_place(scene: Scene, first: int, last: int) -> bool:
    """Whether a state's name at words [first, last) says only where something is, or who plays."""
    before = first - 1 if scene.fold(first - 1) != "the" else first - 2
    if scene.fold(last) in ("'s", "'") or scene.is_headline(first):
        return False
    after = scene.words[last] if last < len(scene.words) else None
    if after and after.is_word and scene.words[last - 1].text.isupper() and after.fold not in CLOSED:
        return False  # “in the US Congress”
    if scene.fold(before) in _WHERE and scene.fold(last) not in STATE_NOUNS:
        return scene.fold(before - 1) not in _HELD_IN
    if scene.fold(before) == "from" and (scene.fold(before - 1) in _COMING or scene.fold(last) in ("into", "to")):
        return True
    if scene.fold(before) == "of" and scene.fold(before - 1) in _PARTS:
        return True
    return (scene.fold(before - 1), scene.fold(before)) in _BOUND or _plays(scene, first)


def _plays(scene: Scene, index: int) -> bool:
    start, end = scene.sentence(index)
    words = set(scene.folds[start:end])
    if not words & _PLAYED and not words & _SPORT:
        return False
    is_scored = bool(_SCORE.search(scene.phrase(start, end)))
    return (is_scored and bool(words & _PLAYED)) or ("goals" in words and len(words & _SPORT) > 1)
