"""What a name does that only an organisation, a person or a state does, beyond verbs of saying."""

from typing import Final

from sayso.actors.scene import Scene
from sayso.actors.speech import after_aside

_BEING: Final = frozenset("is was are were remains remained isn't wasn't".split())
_HAVING: Final = frozenset("has had have hasn't hadn't will would does did".split())
_ADVERBS: Final = frozenset(
    "not now still also too already largely broadly firmly strongly openly long much more less so very rather deeply "
    "itself therefore again once only never always no longer yet n't".split()
)
_HELD: Final = frozenset(
    "against opposed ready willing unwilling sceptical skeptical critical undecided silent satisfied dissatisfied "
    "disappointed unhappy happy convinced unconvinced concerned worried prepared adamant wary hostile neutral divided split "
    "cautious reluctant supportive eager relieved pleased outraged alarmed".split()
)
_DEEDS: Final = frozenset(
    "withdrawn withdrew filed sued signed joined backed refused rejected declined appealed lodged lobbied campaigned endorsed "
    "urged threatened boycotted demanded opposed supported recalled hired laid fired paid invested acquired merged".split()
)
_NOBODY: Final = frozenset("no nobody everyone everybody they managers executives staff workers officials".split())
_ONES: Final = frozenset("one executive manager official spokesman spokeswoman spokesperson".split())
_WORKS: Final = frozenset(
    "makes made builds built sells sold produces produced employs employed runs ran operates operated owns represents "
    "represented organises organizes campaigns lobbies publishes mines supplies manufactures insures imports exports".split()
)
_SINGULAR: Final = frozenset("has is was does wants says".split())
_CASE: Final = ("in", "the", "case", "of")


def acts_as_one(scene: Scene, first: int, last: int) -> bool:
    """Whether words [first, last) hold a view, do an organisation's deed, make something, or employ those who are silent."""
    return (
        holds_a_view(scene, last) or does(scene, last) or works(scene, last) or is_where_some_speak(scene, first, last)
    )


def holds_a_view(scene: Scene, last: int) -> bool:
    """Whether a view follows (“… is against”, “…, by contrast, is in favour”)."""
    _, end = scene.sentence(last - 1)
    place = after_aside(scene, last, end)
    if scene.fold(place) in ("has", "had") and scene.fold(place + 1) == "been":
        place += 1
    elif scene.fold(place) not in _BEING:
        return False
    place = _after_adverbs(scene, place + 1, end)
    if scene.fold(place) == "in":
        return scene.fold(place + 1) in ("favour", "favor")
    return place < end and scene.fold(place) in _HELD


def does(scene: Scene, last: int) -> bool:
    """Whether a deed in the perfect or the past follows, or the words’ own “its” (“… has not dropped its claim”)."""
    _, end = scene.sentence(last - 1)
    place = after_aside(scene, last, end)
    helped = scene.fold(place) in _HAVING
    place = _after_adverbs(scene, place + 1 if helped else place, end)
    return place < end and scene.fold(place) in _DEEDS


def works(scene: Scene, last: int) -> bool:
    """Whether a clause tells what is made or run (“…, which builds trams,”)."""
    place = last + 1 if scene.fold(last) == "," else last
    return scene.fold(place) == "which" and scene.fold(place + 1) in _WORKS


def is_where_some_speak(scene: Scene, first: int, last: int) -> bool:
    """Whether people at an organisation speak or are silent (“At … nobody comments”, “In the case of …, a manager …”)."""
    start, end = scene.sentence(first)
    if first == start + 1 and scene.fold(start) == "at":
        place = last + 1 if scene.fold(last) == "," else last
        return scene.fold(place) in _NOBODY or (scene.fold(place) in ("a", "an") and scene.fold(place + 1) in _ONES)
    is_case = first == start + 4 and tuple(scene.fold(i) for i in range(start, first)) == _CASE
    stop = min(end - 1, last + 14)
    return is_case and any(scene.fold(i) in ("a", "one") and scene.fold(i + 1) in _ONES for i in range(last, stop))


def is_one(scene: Scene, last: int) -> bool:
    """Whether a verb in the singular tells that a name in “s” is no plural (“… has not dropped its claim”)."""
    _, end = scene.sentence(last - 1)
    place = after_aside(scene, last, end)
    word = scene.fold(place)
    return word in _SINGULAR or any(scene.fold(i) in ("its", "itself") for i in range(place, min(end, place + 8)))


def _after_adverbs(scene: Scene, place: int, end: int) -> int:
    while place < end and (scene.fold(place) in _ADVERBS or scene.fold(place).endswith("ly")):
        place += 1
    return place
