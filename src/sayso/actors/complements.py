"""What follows or qualifies a role's noun: whose it is, where it is, and the institution it names."""

from typing import Final

from sayso.actors.gazetteer import Hit
from sayso.actors.roles import DETERMINERS, INSTITUTIONS, MODIFIERS, RoleKind, role_of
from sayso.actors.scene import Scene
from sayso.actors.tables import knowledge

OWNERS: Final = ("state", "adjective", "people", "capital", "seat", "organisation", "party", "outlet")
_SUBJECTS: Final = frozenset(
    "foreign defence defense affairs economy economic trade state security interior europe european".split()
)
_KEPT_LAST: Final = frozenset(INSTITUTIONS) | {"affairs", "relations", "forces", "defence", "defense"}
_PREPOSITIONS: Final = frozenset("of for at from in to with on".split())


def complement_after(scene: Scene, head_end: int, kind: RoleKind) -> tuple[int, int] | None:
    """The words after a preposition that say whose or where the role is."""
    position = head_end
    if scene.fold(position) in ("close", "familiar", "briefed", "speaking"):
        position += 1
    if scene.fold(position) not in _PREPOSITIONS or (
        scene.fold(position) == "in" and kind in ("chief", "minister", "lawmaker")
    ):
        return None
    _, sentence_end = scene.sentence(head_end)
    start = end = position + 1
    told = False
    while end < min(sentence_end, start + 12):
        hit = scene.hit_at[end]
        word = scene.words[end]
        if told and (word.text in knowledge().genders or (hit and hit.of("person"))):
            break
        if hit and hit.first >= start and hit.of(*OWNERS, "person"):
            told, end = True, hit.last
        elif word.fold in INSTITUTIONS:
            told, end = True, end + 1
        elif (
            (word.fold in ("of", "and", "for", "&", "in") and told and _goes_on(scene, end + 1))
            or word.fold in DETERMINERS
            or word.fold in MODIFIERS
            or word.fold == "'s"
            or word.text == "-"
            or (role_of(word.fold) and end + 1 < sentence_end and scene.words[end + 1].is_capital)
        ):
            end += 1
        elif word.is_word and (word.is_capital or word.fold in _SUBJECTS):
            told, end = True, end + 1
        else:
            break
    while end > start and (scene.fold(end - 1) in DETERMINERS or scene.fold(end - 1) in MODIFIERS - _KEPT_LAST):
        end -= 1
    return (start, end) if told and end > start else None


def _goes_on(scene: Scene, index: int) -> bool:
    if index >= len(scene.words):
        return False
    hit = scene.hit_at[index + 1 if scene.fold(index) == "the" and index + 1 < len(scene.words) else index]
    return bool(hit and hit.of("state", "capital", "adjective")) or scene.fold(index) in _SUBJECTS


def hits_in(scene: Scene, first: int, last: int) -> list[Hit]:
    """The table names that begin in words [first, last)."""
    return [h for i in range(first, last) if (h := scene.hit_at[i]) and h.first == i]


def hits_of_place(scene: Scene, first: int, last: int) -> list[Hit]:
    """The table names of a complement up to the first capital of some other name (“the United Mine Workers of America”)."""
    for index in range(first, last):
        word = scene.words[index]
        is_known = word.fold in MODIFIERS or word.fold in INSTITUTIONS or word.fold in _SUBJECTS or role_of(word.fold)
        if word.is_capital and not scene.hit_at[index] and not is_known:
            return hits_in(scene, first, index)
    return hits_in(scene, first, last)


def institution_in(
    scene: Scene, befores: list[Hit], role_start: int, index: int, complement: tuple[int, int] | None
) -> str | None:
    """The slug of the institution a role phrase names: a seat's own, “foreign-ministry”, “government”."""
    ranges = [(befores[-1].first if befores else role_start, index), *([complement] if complement else [])]
    for first, last in ranges:
        for hit in hits_in(scene, first, last):
            if seat := hit.of("seat"):
                return seat.institution
        for position in range(first, last):
            named = institution_at(scene, position)
            if named:
                return named
    return None


def institution_at(scene: Scene, index: int) -> str | None:
    """The slug of the institution whose noun is at an index: “foreign-ministry”, “parliament”, “embassy”."""
    noun = INSTITUTIONS.get(scene.fold(index))
    if not noun or scene.hit_at[index]:
        return None
    if noun == "central-bank" and scene.fold(index - 1) not in ("central", "reserve", "national", "state", "federal"):
        return "bank"
    if noun in ("ministry", "department"):
        before, after = scene.fold(index - 1), (scene.fold(index + 1), scene.fold(index + 2))
        is_before = before in MODIFIERS or before in _SUBJECTS
        subject = after[1] if after[0] in ("of", "for") and not is_before else before
        subject = {"defense": "defence", "affairs": "foreign", "external": "foreign", "economic": "economy"}.get(
            subject, subject
        )
        return f"{subject}-ministry" if subject in MODIFIERS or subject in _SUBJECTS else "ministry"
    return noun
