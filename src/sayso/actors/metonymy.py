"""States behind other words: governments and parliaments, seats of power, capitals that act.

A capital counts as its government only where it acts or is dealt with ("Paris does not back", "talks with Ankara"); where
it is a place ("in Paris", "Budapest residents") it names nobody.
"""

from typing import Final

from sayso.actors.roles import DETERMINERS, MODIFIERS, STATE_NOUNS
from sayso.actors.scene import Scene
from sayso.actors.senses import SENSES, sense_probabilities
from sayso.actors.speech import after_aside

_VERBS: Final = (
    "accept accuse change admit agree aim allow announce appeal argue ask assert assure attempt back ban block boycott call "
    "cancel come dig go bow balk relent soften harden hail slam rebuff choose cite claim commit complain condemn consider "
    "continue criticise criticize decide declare decline defend delay demand "
    "deny deploy deplore dismiss dispute doubt drop endorse ease encourage end expect expel express favour favor fear file "
    "finance fund give grant halt hesitate hint hold hope impose increase indicate insist intend invite join keep launch lead "
    "lift lobby maintain make mean move need negotiate note object offer oppose order pass pay plan pledge prefer prepare "
    "press pressure promise propose protest provide push question raise ratify react recall recognise recognize refuse regard "
    "reject remain remind reply request require resist respond restore retaliate reverse reiterate say scrap see seek seem send "
    "share shift show sign signal stand stay stop stress submit suggest supply support suspect suspend take tell thank think "
    "threaten throw try turn understand urge use value veto view vote vow wait want warn waver welcome withdraw withhold "
    "withdraw worry yield rule act agree approve adopt abstain affirm acknowledge advocate prohibit prevent protest"
).split()
_IRREGULAR: Final = (
    "said told made meant held kept gave led left paid put saw sought sent stood took thought threw understood withdrew "
    "withheld knew began became chose felt found got heard let lost met set spoke won wrote says does has did had"
).split()
_AUXILIARIES: Final = frozenset(
    "does did has had will would could should may might must cannot can won't doesn't".split()
)
_BEING: Final = frozenset("is was isn't wasn't".split())
_ADVERBS: Final = frozenset(
    "also too still now already never not recently formally officially repeatedly long itself therefore thus since then "
    "always often first finally reportedly publicly privately firmly strongly openly have been being currently only".split()
)
_NOT_ACTS: Final = frozenset("host hosted be see seen the a an home hit set scene where".split())
_LIKELY: Final = 0.5
INSTITUTION_NOUNS: Final = frozenset("government parliament cabinet authorities".split())


def _forms(verb: str) -> tuple[str, ...]:
    stem = verb[:-1] if verb.endswith("e") else verb
    if verb.endswith("y") and verb[-2] not in "aeo":
        return f"{verb[:-1]}ies", f"{verb[:-1]}ied"
    return f"{verb}{'es' if verb.endswith(('s', 'sh', 'ch', 'o', 'x')) else 's'}", f"{stem}ed", f"{verb}{verb[-1]}ed"


_ACTS: Final = frozenset(form for verb in _VERBS for form in _forms(verb)) | frozenset(_IRREGULAR)


def stands_for_government(scene: Scene, first: int, last: int) -> bool:
    """Whether the capital at words [first, last) stands for its government in its sentence."""
    if scene.in_dateline(first):
        return False
    start, end = scene.span(*scene.sentence(first))
    name = scene.span(first, last)
    probabilities = sense_probabilities(scene.text[start:end], (name[0] - start, name[1] - start))
    return float(probabilities[SENSES.index("government")]) >= _LIKELY


def is_acting(scene: Scene, index: int) -> bool:
    """Whether the name that ends before a word is the subject of a verb of deciding, after an aside about it too."""
    _, end = scene.sentence(index - 1)
    return _is_subject(scene, after_aside(scene, index, end))


def _is_subject(scene: Scene, index: int, *, is_joined: bool = False) -> bool:
    """Whether the word before an index is the subject of a verb of saying, thinking or deciding."""
    _, end = scene.sentence(index - 1)
    position = _after_aside(scene, index, end)
    while position < min(end, index + 3) and (scene.fold(position) in _ADVERBS or scene.fold(position).endswith("ly")):
        position += 1
    verb = scene.fold(position)
    if verb == "and" and position + 2 < end and scene.words[position + 1].is_capital:
        return _is_subject(scene, position + 2, is_joined=True)
    if position >= end or (scene.words[position].is_capital and not scene.is_headline(position)):
        return False
    following = next(
        (scene.fold(i) for i in range(position + 1, min(end, position + 5)) if scene.fold(i) not in _ADVERBS), ""
    )
    if verb in _AUXILIARIES:
        return following not in _NOT_ACTS
    if verb in _BEING:
        is_doing = following.endswith("ing") and following not in ("being", "burning", "raining")
        return is_doing or following in (
            "ready",
            "willing",
            "against",
            "opposed",
            "reluctant",
            "open",
            "keen",
            "wary",
            "unhappy",
        )
    return verb in _ACTS or (is_joined and (verb in _VERBS or verb in ("are", "have", "do")))


def _after_aside(scene: Scene, index: int, end: int) -> int:
    """The word after “, she said,”, or the same word if no such aside begins there."""
    if scene.fold(index) != ",":
        return index
    comma = next((i for i in range(index + 1, min(end, index + 6)) if scene.fold(i) == ","), index)
    is_aside = any(scene.fold(i) in ("said", "says", "added") for i in range(index, comma))
    return comma + 1 if is_aside else index


def institution_after(scene: Scene, index: int) -> int | None:
    """Where the noun of an institution ends that begins at a word, after “Turkish” or “Hungary’s”: its end, or None."""
    position, last = index, min(len(scene.words), index + 5)
    while position < last:
        fold = scene.fold(position)
        hit = scene.hit_at[position]
        if fold in STATE_NOUNS:
            return position + 1
        joined = fold == "-" or (hit and hit.of("adjective") and position > index)
        if not (fold in MODIFIERS or joined):
            return None
        position += 1
    return None


def institution_before(scene: Scene, index: int) -> int | None:
    """Where an institution begins of which a name at a word follows (“the lawmakers of Hungary”), without its article."""
    preposition = index - 2 if scene.fold(index - 1) in DETERMINERS else index - 1
    noun = preposition - 1
    if scene.fold(preposition) not in ("of", "in") or scene.fold(noun) not in STATE_NOUNS:
        return None
    if scene.fold(preposition) == "in" and scene.fold(noun) not in INSTITUTION_NOUNS | {"assembly", "legislature"}:
        return None
    while scene.fold(noun - 1) in MODIFIERS:
        noun -= 1
    return noun
