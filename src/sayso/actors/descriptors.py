"""Common nouns that stand for an organisation once it is named, or its members are: “the alliance”, “the world body”."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from sayso.actors.gazetteer import Hit
from sayso.actors.holders import holders_named
from sayso.actors.scene import Scene
from sayso.actors.tables import OrganisationRow, knowledge, members
from sayso.actors.words import fold, folds_of
from sayso.resources.own import follows_knowledge

_GENERIC: Final = frozenset(
    "union council commission court forum organisation organization agency fund bank league tribunal".split()
)  # nouns by which an organisation is taken up whose own name has them
_BY_MEMBERS: Final = frozenset({("alliance",), ("bloc",), ("regional", "bloc")})
_BY_MEMBERS_CAPITAL: Final = frozenset({("forum",), ("union",), ("commission",), ("council",)})
_ORGANS: Final[dict[tuple[str, ...], str]] = {("commission",): "european-commission", ("council",): "council-of-the-eu"}
_BEFORE: Final = frozenset("the his her its own".split())
_OWNED: Final = frozenset("organisation organization alliance union agency council".split())  # “his organisation”
_ORGAN_NOUNS: Final = frozenset("court council commission tribunal secretariat".split())
_LEAST_SHARE, _LARGE_SHARE = 0.3, 0.6
_WORK: Final = frozenset("unions workers strike strikes wages union's".split())
_NOT_AFTER: Final = frozenset("of for between with against".split())
_LONGEST: Final = 3
_MANY: Final = 2


def described(scene: Scene) -> Iterator[tuple[int, int, str]]:
    """Words [first, last) of phrases that stand for an organisation, and the organisation."""
    index = 1
    while index < len(scene.words):
        found = _described_at(scene, index)
        if found:
            yield found
        index = found[1] if found else index + 1


def organisation_described(scene: Scene, index: int) -> str | None:
    """The organisation for which a noun stands (“the alliance”): the one with this descriptor named last before, else first."""
    return _named_by(scene, index, (scene.fold(index),))


def _described_at(scene: Scene, index: int) -> tuple[int, int, str] | None:
    before = scene.fold(index - 1)
    if before not in _BEFORE or scene.fold(index) not in _first_words():
        return None
    for size in range(_LONGEST, 0, -1):
        words = tuple(scene.folds[index : index + size])
        if words not in _descriptors() or any(
            scene.hit_at[i] for i in range(index, min(index + size, len(scene.words)))
        ):
            continue
        end = index + size
        if not _stands_alone(scene, index, end) or (before != "the" and words[-1] not in _OWNED):
            return None
        owned = _organ_of(scene, index, words) if before == "own" else None
        actor = owned or (_meant(scene, index, words) if before == "the" else _named_by(scene, index, words))
        return (index - 1 if before == "the" else index, end, actor) if actor else None
    return None


def _stands_alone(scene: Scene, first: int, end: int) -> bool:
    """Whether the noun is no part of a longer name or compound."""
    after = scene.words[end] if end < len(scene.words) else None
    if after is None or not after.is_word:
        return after is None or after.text != "-"
    is_name = after.is_capital and scene.words[end - 1].is_capital and not scene.is_headline(end)
    return not is_name and scene.fold(first - 1) != "-"


def _meant(scene: Scene, index: int, words: tuple[str, ...]) -> str | None:
    """The organisation named in the article, else an organ of one, else the one of which the states named are members."""
    named = _named_by(scene, index, words)
    if named is None and words[-1] in _ORGAN_NOUNS:
        named = _organ_of(scene, index, words)
    return named or _of_members(scene, index, words)


def _named_by(scene: Scene, index: int, words: tuple[str, ...]) -> str | None:
    fitting = _descriptors().get(words, frozenset())
    return _nearest(((h.first, o) for h in scene.hits if (o := _itself(scene, h, fitting))), index)


def _nearest(named: Iterable[tuple[int, str]], index: int) -> str | None:
    """The last one before a word, else the first behind it."""
    before: str | None = None
    for first, actor in named:
        if first > index:
            return before or actor
        before = actor
    return before


def _itself(scene: Scene, hit: Hit, fitting: frozenset[str]) -> str | None:
    """The organisation named at a hit, or the one whose organ it is, if it is among some."""
    entry = hit.of("organisation")
    identifier = entry.id if entry else _led_by(scene, hit)
    row: OrganisationRow | None = knowledge().organisations.get(identifier or "")
    while row and row.id not in fitting:
        row = knowledge().organisations.get(row.parent) if row.parent else None
    return row.id if row else None


def _organ_of(scene: Scene, index: int, words: tuple[str, ...]) -> str | None:
    """The one organ, called so, of the organisation named last before."""
    if any(scene.folds[i : i + 2] == [words[-1], "of"] and not scene.hit_at[i] for i in range(len(scene.words))):
        return None  # “the Council of the Authority”
    fitting = _descriptors().get(words, frozenset())
    parents = ((h.first, p) for h in scene.hits if (p := _parent_at(scene, h)) and fitting & set(_organs().get(p, ())))
    parent = _nearest(parents, index)
    organs = [o for o in _organs().get(parent or "", ()) if o in fitting]
    is_told = scene.words[index].is_capital if parent == "eu" else any(f.startswith("veto") for f in scene.folds)
    if len(organs) > 1 and words == ("council",) and is_told:
        organs = [o for o in organs if o in _ORGANS.values()] or organs[:1]
    return organs[0] if len(organs) == 1 else None


def _parent_at(scene: Scene, hit: Hit) -> str | None:
    """The organisation named at a hit, or the one whose organ it is."""
    entry = hit.of("organisation")
    row = knowledge().organisations.get((entry.id if entry else _led_by(scene, hit)) or "")
    return (row.parent or row.id) if row else None


def _led_by(scene: Scene, hit: Hit) -> str | None:
    """The organisation that a person named in full leads."""
    person = hit.of("person")
    rows = holders_named().get(fold(person.id), ()) if person else ()
    return next((r.of for r in rows if r.office == "chief" and r.holds(scene.day)), None)


def _of_members(scene: Scene, index: int, words: tuple[str, ...]) -> str | None:
    """The organisation of states, called so, of whose members the article names several and more than of any other."""
    is_lower = words == ("union",) and not any(f in _WORK for f in scene.folds)
    if words not in _BY_MEMBERS and not (words in _BY_MEMBERS_CAPITAL and (scene.words[index].is_capital or is_lower)):
        return None
    is_plain = words in _BY_MEMBERS or (scene.words[index].is_capital and scene.sentence(index)[0] < index - 1)
    if scene.fold(index + len(words)) in _NOT_AFTER or _is_introduced(scene, index, words):
        return None
    wanted = {"eu"} if words in _ORGANS else _descriptors()[words]
    states = [state for state in scene.counted if state in knowledge().states]
    counts = {o: sum(s in members()[o] for s in states) for o in members() if o in wanted}
    best = max(counts, key=lambda o: (counts[o], -len(members()[o])), default=None)
    if best is None or counts[best] < max(_MANY, (_LEAST_SHARE if is_plain else _LARGE_SHARE) * len(states)):
        return None
    return _ORGANS.get(words, best)


def _is_introduced(scene: Scene, index: int, words: tuple[str, ...]) -> bool:
    """Whether the article speaks of some other thing of this kind (“a bloc of seven states”, “alliances”)."""
    noun = words[-1]
    for place in range(1, len(scene.words)):
        if scene.folds[place] == f"{noun}s":
            return True
        if scene.folds[place] == noun and place < index:
            near = scene.folds[max(0, place - 3) : place]
            if "a" in near or "an" in near:
                return True
    return False


@follows_knowledge
@cache
def _descriptors() -> dict[tuple[str, ...], frozenset[str]]:
    """The organisations by what may stand for them."""
    found: dict[tuple[str, ...], set[str]] = {}
    for row in knowledge().organisations.values():
        if row.state:
            continue
        phrases = {folds_of(d) for d in row.descriptors}
        for name in (row.name, *row.aliases):
            parts = folds_of(name)
            if len(parts) > 1:
                phrases |= {(part,) for part in (parts[0], parts[-1]) if part in _GENERIC}
        if phrases & {("organisation",), ("organization",)}:
            phrases |= {("organisation",), ("organization",)}
        for phrase in phrases:
            found.setdefault(phrase, set()).add(row.id)
    return {phrase: frozenset(ids) for phrase, ids in found.items() if len(phrase) <= _LONGEST}


@follows_knowledge
@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _descriptors())


@follows_knowledge
@cache
def _organs() -> dict[str, tuple[str, ...]]:
    """The organs of organisations."""
    found: dict[str, tuple[str, ...]] = {}
    for row in knowledge().organisations.values():
        if row.parent:
            found[row.parent] = (*found.get(row.parent, ()), row.id)
    return found
