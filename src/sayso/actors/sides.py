"""States by where they lie or stand to each other: “the North” of Korea, “the other side”, a palace without its country."""

from collections.abc import Iterator
from typing import Final

from sayso.actors.scene import Scene

_PALACES: Final = frozenset("national presidential royal government".split())
_NAMED_TWICE: Final = 2


def sides(scene: Scene) -> Iterator[tuple[int, int, str]]:
    """Words [first, last) that stand for a state, and the state."""
    for index in range(1, len(scene.words)):
        hit = scene.hit_at[index]
        if scene.folds[index - 1] == "the" and not (hit and scene.believed(hit)):
            if state := _half(scene, index):
                yield index - 1, index + 1, state
            elif (scene.folds[index : index + 2] == ["other", "side"] and (state := _other_side(scene, index))) or (
                _is_palace(scene, index) and (state := _state_spoken_of(scene, index))
            ):
                yield index - 1, index + 2, state


def _state_spoken_of(scene: Scene, index: int) -> str | None:
    """The state of the office-holder named last in the block, else the state that is near."""
    first, _ = scene.block(index)
    people = [state for h in scene.hits if first <= h.first < index and (state := scene.state_of_person(h))]
    return people[-1] if people else scene.state_near(index)


def _half(scene: Scene, index: int) -> str | None:
    """The Korea meant by a point of the compass in an article on either."""
    word = scene.words[index]
    if word.text not in ("North", "South") or not (scene.counted["PRK"] or scene.counted["KOR"]):
        return None
    after = scene.words[index + 1] if index + 1 < len(scene.words) else None
    if after and ((after.is_capital and after.is_word) or after.fold in ("of", "-")):
        return None
    return "PRK" if word.text == "North" else "KOR"


def _other_side(scene: Scene, index: int) -> str | None:
    """The other of the two states that the article is about."""
    opens = index - 1 == scene.sentence(index)[0] or scene.fold(index - 2) in ("that", "but", "and", "said", ",")
    if scene.fold(index + 2) in ("of", "knowing") or not opens or scene.fold(index - 2) == "on":
        return None
    first = scene.counted.most_common(_NAMED_TWICE)
    near = scene.state_near(index)
    if len(first) < _NAMED_TWICE or near not in (first[0][0], first[1][0]):
        return None
    return first[1][0] if near == first[0][0] else first[0][0]


def _is_palace(scene: Scene, index: int) -> bool:
    words = scene.words[index : index + 2]
    if len(words) < 2 or words[0].fold not in _PALACES or words[1].text not in ("Palace", "House"):
        return False
    before = scene.fold(index - 2)
    return (
        words[0].is_capital and not scene.hit_at[index + 1] and before not in ("at", "in", "outside", "near", "inside")
    )
