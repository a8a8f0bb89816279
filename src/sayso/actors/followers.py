"""“The Democrats”, “the Christian Democrats”: the party whose members they are, if the article can mean only one."""

from collections.abc import Iterator, Sequence
from typing import Final

from sayso.actors.naming import Found
from sayso.actors.scene import Scene
from sayso.actors.tables import knowledge
from sayso.actors.words import folds_of

_ENDINGS: Final = {"democratic": "democrats", "liberal": "liberals", "labour": "labourites", "labor": "laborites"}
_GENERAL: Final = frozenset("the party of and for national people's peoples".split())
_LONGEST: Final = 3


def followers(scene: Scene, parties: Sequence[tuple[str, str]], covered: Sequence[Found]) -> Iterator[Found]:
    """Members of a party named by its name in the plural; `parties` are ids and names of those in the article.

    One that the article does not name is meant where the tables have a single such party for the states that it names.
    """
    taken = {i for f in covered if f.form != "demonym" for i in range(f.first, f.last)}
    here = _by_members(parties)
    for index in scene.capitals:
        if scene.fold(index - 1) != "the" or index in taken or scene.is_headline(index):
            continue
        end = index
        while (
            end < len(scene.words)
            and scene.words[end].is_capital
            and scene.words[end].is_word
            and end < index + _LONGEST
        ):
            end += 1
        words = tuple(scene.folds[index:end])
        if not words or not words[-1].endswith("s"):
            continue
        found = here.get(words) or _elsewhere(scene, words)
        if len(set(found)) == 1 and not any(i in taken for i in range(index, end)):
            yield Found(index, end, found[0], "name")


def ruling_parties(scene: Scene, named: Sequence[Found]) -> Iterator[Found]:
    """“The ruling party”: the one party that the article names of the state that the passage is about."""
    rows = knowledge().parties
    parties = list(dict.fromkeys(f.actor for f in named if f.actor in rows))
    for index in range(2, len(scene.words)):
        if scene.folds[index] != "party" or scene.folds[index - 1] not in ("ruling", "governing"):
            continue
        home = scene.state_near(index)
        here = [p for p in parties if rows[p].state == home]
        if scene.folds[index - 2] == "the" and len(here) == 1:
            yield Found(index - 2, index + 1, here[0], "role")


def _elsewhere(scene: Scene, words: tuple[str, ...]) -> list[str]:
    rows = [(p.id, p.name) for p in knowledge().parties.values() if p.state in scene.counted]
    return _by_members(rows).get(words, [])


def _by_members(parties: Sequence[tuple[str, str]]) -> dict[tuple[str, ...], list[str]]:
    named: dict[tuple[str, ...], list[str]] = {}
    for identifier, name in parties:
        if members := _members(name):
            named.setdefault(members, []).append(identifier)
    return named


def _members(name: str) -> tuple[str, ...] | None:
    """What a party's members are called by its name (“Democratic Unionist Party”: Democratic Unionists)."""
    if "Party" not in name.split():
        return None
    place = name.split().index("Party")
    core = [f for f in folds_of(" ".join(name.split()[:place])) if f not in _GENERAL]
    if not core:
        return None
    last = _ENDINGS.get(core[-1], f"{core[-1]}s")
    return (*core[:-1], last) if last.endswith(("ists", "crats", "als", "ives", "icans")) else None
