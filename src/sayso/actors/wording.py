"""How a source that is not named is put into words: its noun with its institution."""

from sayso.actors.descriptions import Description
from sayso.actors.roles import DETERMINERS, INSTITUTIONS, MODIFIERS, NUMBERS, UNNAMED
from sayso.actors.scene import Scene
from sayso.actors.tables import knowledge


def words_for(scene: Scene, description: Description, span: str) -> str:
    """The noun with its institution: “official of the Élysée”, “spokesman of the Kremlin”, “Turkish diplomats”."""
    head = scene.phrase(description.head, description.end)
    if description.kind == "people":
        return span
    if seat := seat_name(scene, description):
        return f"{head} of the {seat}"
    if description.complement:
        return f"{head} of {scene.phrase(*description.complement)}"
    if description.institution and (phrase := _institution_words(scene, description)):
        return f"{head} of the {phrase}"
    start = description.first
    while start < description.head and (
        scene.fold(start) in DETERMINERS | UNNAMED | NUMBERS.keys() | {"'s", "'"} or scene.fold(start).isdigit()
    ):
        start += 1
    return scene.phrase(start, description.end)


def seat_name(scene: Scene, description: Description) -> str | None:
    """The seat of power that a role phrase names, by its usual name."""
    for index in range(description.first, description.last):
        hit = scene.hit_at[index]
        seat = hit.of("seat") if hit else None
        if hit and seat and not hit.of("person"):
            return next(
                row.name for row in knowledge().seats if (row.state, row.institution) == (seat.id, seat.institution)
            )
    return None


def _institution_words(scene: Scene, description: Description) -> str | None:
    for index in range(description.head - 1, description.first - 1, -1):
        if INSTITUTIONS.get(scene.fold(index)):
            start = index
            while start > description.first and scene.fold(start - 1) in MODIFIERS - UNNAMED - {
                "several",
                "some",
                "many",
                "other",
                "senior",
                "top",
                "former",
            }:
                start -= 1
            return scene.phrase(start, index + 1)
    return None


def plain(scene: Scene, first: int, last: int) -> str:
    """Words without a leading article and marks at the ends."""
    while first < last - 1 and (scene.fold(first) in ("the", "a", "an") or not scene.words[first].is_word):
        first += 1
    while last > first + 1 and not scene.words[last - 1].is_word and scene.words[last - 1].text not in "’'":
        last -= 1
    return scene.phrase(first, last)
