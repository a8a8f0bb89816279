"""The institution of an unnamed source that no table knows: “an executive at the state oil company”, “GOP aides”."""

from typing import Final

from sayso.actors.epithets import ORGANISATION_NOUNS, OUTLETS
from sayso.actors.phrases import CLOSED, DEFINITE, INDEFINITE, POSSESSIVE, complement_end
from sayso.actors.roles import INSTITUTIONS, MODIFIERS, NUMBERS
from sayso.actors.scene import Scene

_BODIES: Final = frozenset(ORGANISATION_NOUNS | INSTITUTIONS.keys()) - {
    "country", "state", "town", "city", "county", "province", "matter", "talks", "negotiations", "discussions", "side",
    "military", "household", "family", "opposition", "station", "front", "exchange", "business", "group", "team",
    "retailer", "operator", "developer", "supplier", "contractor", "manufacturer", "insurer", "lender", "publisher", "board",
    "shop", "store", "bench", "yard",
}  # fmt: skip
_AFTER: Final = _BODIES | frozenset(
    "group team board shop store prosecution entourage delegation delegations opposition military station operator lender "
    "contractor manufacturer developer insurer publisher retailer retailers business desk unit division wing hotel mosque "
    "temple pharmacy supermarket restaurant camp base centre center project laboratory registry archive ministries "
    "brokerages port airport".split()
)
_BEFORE: Final = _BODIES | {
    "leadership", "intelligence", "congressional", "customs", "guard", "campaign", "palace", "police", "council",
    "port", "airport", "railway", "prison", "regulatory", "municipal", "rebel", "embassy",
} - {"watchdog", "bureau"}  # fmt: skip
_SERVES: Final = frozenset(
    "member director executive employee official officer manager aide worker staff adviser advisor lawyer attorney head "
    "source insider negotiator delegate representative commander inspector chief deputy spokesman engineer boss leader "
    "secretary treasurer founder partner banker operative staffer fighter trustee prosecutor judge driver guard lawmaker "
    "lawmakers president chairman mp senator colleague person people".split()
)
_PLACED: Final = frozenset("resident people person voter neighbour neighbor citizen farmer villager native".split())
_DETERMINING: Final = DEFINITE | INDEFINITE | POSSESSIVE | NUMBERS.keys()
_LEADING: Final = _DETERMINING | {
    "senior", "former", "top", "other", "second", "both", "all", "indigenous", "catholic", "protestant", "orthodox", "muslim",
    "christian", "jewish", "sunni", "shia", "black", "white", "retired", "local", "most",
}  # fmt: skip
_RANKS: Final = frozenset("senior former top unnamed anonymous high ranking retired current second".split())
_PREPOSITIONS: Final = frozenset("at of in from with inside within for to".split())
_FORCES: Final = frozenset("staff command force corps guard".split())
_NEVER: Final = frozenset(
    "noon midnight night dawn dusk home condition knowledge direct matter talks negotiations discussions plan deal "
    "case issue situation deliberations thinking discussion inquiry investigation decision meeting time moment "
    "scene incident them him her it us me you one two each which whom whose route road area region north south east "
    "west city town village capital life".split()
)


def workplace(scene: Scene, first: int, head: int, end: int, noun: str) -> tuple[int, int] | None:
    """The words of the institution that a role phrase names: after a preposition behind its noun, or before the noun.

    The phrase is at words [first, end), its noun at `head`.
    """
    return _after(scene, head, end, noun) or _before(scene, first, head, noun)


def _after(scene: Scene, head: int, end: int, noun: str) -> tuple[int, int] | None:
    position = head + 1
    if scene.fold(position) == "," and scene.fold(position + 1) in ("at", "inside", "with", "from"):
        position += 1
    while position < end and (
        scene.fold(position) in ("close", "working", "based", "employed") or scene.fold(position).endswith("ly")
    ):
        position += 1
    preposition = scene.fold(position)
    if position >= end or preposition not in _PREPOSITIONS:
        return None
    if preposition == "to" and position == head + 1 and noun not in ("adviser", "advisor", "aide"):
        return None
    is_one_of = [scene.fold(i) for i in range(position + 1, position + 4)] == ["one", "of", "the"]
    position += 3 if is_one_of and preposition in ("at", "for", "with") else 0
    start, stop = _bare(scene, position + 1, min(end, _stop(scene, position)))
    if stop <= start or not _is_body(scene, preposition, noun, start, stop):
        return None
    return start, stop


def _stop(scene: Scene, preposition: int) -> int:
    """Where the noun phrase ends that a preposition governs, with “of …” behind it."""
    stop = complement_end(scene, preposition)
    for index in range(preposition + 2, stop):
        if scene.fold(index) in ("in", "from", "with", "on", "to", "for", "at"):
            return index
    return stop


def _bare(scene: Scene, start: int, stop: int) -> tuple[int, int]:
    """Words without the article, number and state's adjective in front."""
    while start < stop:
        hit = scene.hit_at[start]
        is_state = hit and hit.of("adjective") and hit.last < stop
        if scene.fold(start) in _DETERMINING:
            start += 1
        elif is_state and hit:
            start = hit.last
        else:
            break
    return start, stop


def _is_body(scene: Scene, preposition: str, noun: str, start: int, stop: int) -> bool:
    """Whether words name an institution, not a place, a matter or a person."""
    folds = [scene.fold(i) for i in range(start, stop)]
    last = folds[-1]
    if any(f in _NEVER for f in folds[:1]) or last in _NEVER or folds[0] in CLOSED:
        return False
    has_body = any(f in _AFTER or (f.endswith("s") and f[:-1] in _AFTER) or f in OUTLETS for f in folds)
    if has_body:
        return True
    hit = scene.hit_at[start]
    if hit and hit.of("state", "capital", "city", "adjective", "people", "person") and hit.last >= stop:
        return False
    is_name = any(scene.words[i].is_capital for i in range(start, stop))
    if preposition in ("in", "to", "with", "for"):
        return is_name and ((preposition == "with" and noun in _SERVES) or last in _FORCES)
    if preposition == "at":
        return True
    if noun in _PLACED:
        return False
    return is_name and noun in _SERVES


def _before(scene: Scene, first: int, head: int, noun: str) -> tuple[int, int] | None:
    """The institution before a role's noun: a body's noun with its qualifiers, or a proper name."""
    stop = head
    while stop > first and scene.fold(stop - 1) in ("-", "vice"):
        stop -= 1
    if stop <= first:
        return None
    place = stop - 1
    word = scene.words[place]
    if word.fold == "'s":
        return None
    if word.fold in _BEFORE and noun in _SERVES:
        start = place
        while start > first and _qualifies(scene, start - 1):
            start -= 1
        return start, stop
    return _proper(scene, first, stop)


def _qualifies(scene: Scene, index: int) -> bool:
    word = scene.words[index]
    hit = scene.hit_at[index]
    is_other = word.fold in _RANKS or word.fold in CLOSED or word.fold in _DETERMINING
    return word.is_word and not is_other and (not hit or word.is_capital)


def _proper(scene: Scene, first: int, stop: int) -> tuple[int, int] | None:
    """A proper name before a noun that is no state's, nor the phrase's first word with a capital for that alone."""
    start = stop
    while start > first and scene.words[start - 1].is_capital and _is_no_state(scene, start - 1):
        start -= 1
    opens = scene.sentence(first)[0] == first or not scene.words[first - 1].is_word
    if start == stop or (start == first and opens and stop - start == 1 and not _is_shout(scene, first)):
        return None
    word = scene.fold(start)
    is_plain = word in MODIFIERS or word in DEFINITE | INDEFINITE or word in NUMBERS
    if stop - start == 1 and is_plain and word != "commission":
        return None
    while start < stop and scene.fold(start) in _LEADING:
        start += 1
    return (start, stop) if start < stop else None


def _is_shout(scene: Scene, index: int) -> bool:
    return scene.words[index].text.isupper() and len(scene.words[index].text) > 1


def _is_no_state(scene: Scene, index: int) -> bool:
    hit = scene.hit_at[index]
    return not (hit and hit.of("state", "adjective", "people", "capital", "person", "outlet")) and scene.fold(index) not in (
        "western", "eastern", "european", "arab", "african", "asian", "gulf", "latin", "nordic", "baltic", "northern", "southern",
    )  # fmt: skip
