"""What a name of the tables stands for where it stands: an organisation, an outlet, a party, a state in its many forms."""

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from sayso.actors.gazetteer import Entry, EntryKind, Hit
from sayso.actors.metonymy import institution_after, institution_before, stands_for_government
from sayso.actors.names import is_given_name
from sayso.actors.roles import DETERMINERS, INSTITUTIONS, MODIFIERS, OUTLET_NOUNS, STATE_NOUNS, role_of
from sayso.actors.scene import Scene
from sayso.actors.tables import knowledge
from sayso.actors.words import slug

Form = Literal["name", "demonym", "role", "pronoun", "metonym"]
_AS_PLACE: Final = frozenset(
    "in at outside near inside around win won wins winning leave left leaving enter entered".split()
)
_SEAT_AS_PRIZE: Final = frozenset(
    "bid hopeful race run seat floor primary candidate campaign committee contender hopefuls races seats".split()
)
_NO_PARTY: Final = DETERMINERS | frozenset(
    "for christmas birthday dinner house third search opposition both tea and or other mr mrs ms i".split()
)


class Found(NamedTuple):
    """A mention over words [first, last) before overlaps are settled."""

    first: int
    last: int
    actor: str
    form: Form


class NewActor(NamedTuple):
    """A party, outlet or organisation that no table lists; `state` is a party's or ministry's, where beyond doubt."""

    found: Found
    name: str
    kind: Literal["party", "outlet", "organisation"]
    state: str | None = None


def found_at(scene: Scene, hit: Hit) -> Iterator[Found]:
    """The mention that a name of the tables makes, if it makes one where it stands."""
    entries = scene.believed(hit)
    by_kind = {entry.kind: entry for entry in reversed(entries)}
    if "organisation" in by_kind:
        yield Found(hit.first, hit.last, by_kind["organisation"].id, "name")
    elif "outlet" in by_kind and not (by_kind.keys() & {"state", "adjective"}):
        yield Found(hit.first, hit.last, by_kind["outlet"].id, "name")
    elif "party" in by_kind and scene.fold(hit.last) not in OUTLET_NOUNS and not _is_rather_seat(scene, by_kind):
        homes = [e.id for e in entries if e.kind == "party"]
        homes.sort(key=lambda p: -scene.counted[knowledge().parties[p].state])
        yield Found(hit.first, hit.last, homes[0], "name")
    elif "seat" in by_kind:
        before = scene.fold(hit.first - 2 if scene.fold(hit.first - 1) == "the" else hit.first - 1)
        if before not in _AS_PLACE and scene.fold(hit.last) not in _SEAT_AS_PRIZE:
            yield Found(hit.first, hit.last, by_kind["seat"].id, "metonym")
    elif by_kind.keys() & {"state", "adjective", "people", "capital"}:
        yield from _state(scene, hit)


def _is_rather_seat(scene: Scene, by_kind: dict[EntryKind, Entry]) -> bool:
    """Whether a chamber's name that is also a party's (“Congress”) is the chamber, as its state is named more."""
    seat, party = by_kind.get("seat"), by_kind["party"]
    return seat is not None and scene.counted[seat.id] >= scene.counted[knowledge().parties[party.id].state]


def _state(scene: Scene, hit: Hit) -> Iterator[Found]:
    """A state by its name, its people, its institutions or its capital."""
    entry = hit.of("state", "people", "adjective", "capital")
    if entry is None or _is_part(scene, hit):
        return
    owning = hit.last + 1 if scene.fold(hit.last) in ("'s", "'") else hit.last
    is_adjective = hit.of("adjective") is not None
    end = institution_after(scene, owning) if owning > hit.last or is_adjective else None
    start = institution_before(scene, hit.first)
    if is_adjective and (joined := _joined(scene, hit)) and institution_after(scene, joined.last):
        end = hit.last
    if end and (entry.kind != "capital" or owning > hit.last):
        yield Found(hit.first, end, entry.id, "metonym")
    elif start is not None:
        yield Found(start, hit.last, entry.id, "metonym")
    elif entry.kind == "state":
        yield Found(hit.first, hit.last, entry.id, "name")
    elif entry.kind == "people" or (entry.kind == "adjective" and scene.fold(hit.first - 1) not in ("a", "an")):
        yield Found(hit.first, hit.last, entry.id, "demonym")
    elif entry.kind == "capital" and stands_for_government(scene, hit.first, hit.last):
        yield Found(hit.first, hit.last, entry.id, "metonym")


def short_outlets(scene: Scene, outlets: list[str]) -> Iterator[Found]:
    """“The Post”: the outlet of the article whose name ends so, if it can be only one."""
    last_words: dict[str, list[str]] = {}
    for outlet in outlets:
        last_words.setdefault(knowledge().outlets[outlet].name.split()[-1], []).append(outlet)
    for index, word in enumerate(scene.words):
        candidates = last_words.get(word.text, [])
        if len(candidates) == 1 and scene.fold(index - 1) == "the" and not scene.hit_at[index]:
            yield Found(index, index + 1, candidates[0], "name")


def unknown_parties(scene: Scene) -> Iterator[NewActor]:
    """Capitals before “party”: parties that no table lists."""
    for index, word in enumerate(scene.words):
        if word.fold != "party" or scene.hit_at[index]:
            continue
        first = index
        while first > max(scene.sentence(index)[0], index - 3) and _names_party(scene, first - 1):
            first -= 1
        if first < index:
            name = scene.phrase(first, index + 1 if word.is_capital else index)
            home = scene.state_near(first) if scene.counted else None
            yield NewActor(Found(first, index + 1, slug(name), "name"), name, "party", home)


def _is_part(scene: Scene, hit: Hit) -> bool:
    """Whether a state's name is only a part of another word or name: “pro-Russian”, “British Columbia”, “Workers of America”."""
    before, after = hit.first - 1, hit.last
    if scene.is_suffix(hit):
        return True
    if scene.fold(before) == "of" and before > 0 and _is_proper(scene, before - 1):
        return True
    if not hit.of("adjective") or hit.of("state") or scene.is_headline(hit.first):
        return False
    follows = before >= scene.sentence(hit.first)[0] + 1 and _is_proper(scene, before)
    return follows or _is_proper(scene, after)


def _is_proper(scene: Scene, index: int) -> bool:
    """Whether a word is a capital of some other name: no role, institution or name of the tables."""
    if index >= len(scene.words):
        return False
    word = scene.words[index]
    known = (
        word.fold in MODIFIERS
        or word.fold in INSTITUTIONS
        or word.fold in STATE_NOUNS
        or role_of(word.fold) is not None
    )
    return word.is_word and word.is_capital and not known and not scene.hit_at[index] and not is_given_name(word.text)


def _joined(scene: Scene, hit: Hit) -> Hit | None:
    """The adjective that is joined to one (“Turkish and Hungarian”)."""
    after = hit.last + 1
    if scene.fold(hit.last) not in ("and", "or", ",") or after >= len(scene.words):
        return None
    other = scene.hit_at[after]
    return other if other and other.of("adjective") else None


def _names_party(scene: Scene, index: int) -> bool:
    word = scene.words[index]
    is_shout = word.text.isupper() and len(word.text) > 4
    return word.is_capital and word.is_word and word.fold not in _NO_PARTY and not scene.hit_at[index] and not is_shout
