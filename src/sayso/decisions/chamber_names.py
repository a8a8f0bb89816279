"""Chambers and councils spoken of by a common noun: "the Commons", "the Senate" of the state at hand, "the city council"."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from sayso.actors import states
from sayso.decisions.rows import BodyRow, RuleRow
from sayso.decisions.table import bodies
from sayso.resources.own import follows_knowledge

_COUNCIL: Final = (
    r"(?i:(?:city|town|county|district|borough|municipal|regional|parish|village|provincial|state)"
    r" (?:council|assembly|legislature))"
)
_OF_PLACE: Final = re.compile(
    rf"(?P<place>[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|de|la|upon|on|am|of))*?)(?:[’']s?)? (?P<council>{_COUNCIL})\b|"
    rf"\b(?P<council2>{_COUNCIL}) of (?P<place2>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
)
_BARE: Final = re.compile(
    rf"\b(?:the|its|a) (?P<council>{_COUNCIL})\b|\bcouncillors\b|\bcouncilors\b|\bcity councilmembers\b", re.IGNORECASE
)
_PLACE: Final = re.compile(r"\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?")
_NO_PLACE: Final = frozenset(
    "Should Will May Can Could Does Did Is Are The A An What When Who How Adoption Ratification".split()
)


def chambers_meant(text: str, state: str | None) -> tuple[str, ...]:
    """The chambers that the nouns of a text mean in this state, the one most often named first."""
    if state is None:
        return ()
    counts: Counter[str] = Counter()
    for row in _of_state().get(state, ()):
        counts[row.id] += len(nouns_of(row).findall(text))
    return tuple(body for body, times in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if times)


def nouns_of(row: BodyRow) -> re.Pattern[str]:
    """The common nouns that stand for a chamber where its state is at hand."""
    return _nouns_of((*row.aliases, *row.descriptors))


def state_at_hand(texts: Iterable[str]) -> str | None:
    """The state whose name, people and capital the texts speak of most; None if none stands out."""
    counts: Counter[str] = Counter()
    pattern, of = _state_forms()
    for text in texts:
        counts.update(of[m[0]] for m in pattern.finditer(text))
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[1][1] * 1.5 > ranked[0][1]):
        return None
    return ranked[0][0]


def states_in(text: str) -> tuple[str, ...]:
    """The states that a text names, once each, in its order; adjectives, peoples and capitals count."""
    pattern, of = _state_forms()
    return tuple(dict.fromkeys(of[m[0]] for m in pattern.finditer(text)))


def local_council(question: str, texts: Sequence[str]) -> BodyRow | None:
    """The council of a town or region that the texts speak of as one that decides, named with its place; None if none."""
    named: Counter[tuple[str, str]] = Counter()
    bare: Counter[str] = Counter()
    for text in (question, *texts):
        for match in _OF_PLACE.finditer(text):
            place = match["place"] or match["place2"]
            place = _bare(place)
            if place:
                named[place, (match["council"] or match["council2"]).lower()] += 1
        bare.update((match["council"] or "city council").lower() for match in _BARE.finditer(text))
    if not named and not bare:
        return None
    if named:
        place, council = named.most_common(1)[0][0]
        return council_row(f"{place} {council}", place)
    place = _place_of(question, texts)
    return council_row(f"{place} {bare.most_common(1)[0][0]}", place) if place else None


def council_row(name: str, place: str) -> BodyRow:
    """A row for a council that no table has: its own members are not known, a majority of the votes cast decides."""
    council = name.removeprefix(place).strip()
    ordinary = RuleRow(
        id="ordinary",
        kind="majority",
        article="as councils commonly decide; no table has its rules",
        default=True,
        abstention="neither",
        absence="neither",
        passes="cast > 1/2",
    )
    return BodyRow(
        id=re.sub(r"\W+", "-", name.lower()),
        name=f"{place} ({council})",
        source="named in the articles; no table has it",
        as_of="",
        aliases=(name, f"{place}'s {council}", f"{place}’s {council}"),
        descriptors=(f"the {council}", "the council", "councillors", "councilors", "the chamber"),
        rule=(ordinary,),
    )


def _bare(place: str) -> str:
    """A place without what merely stands before it ("Should Leeds"), or a possessive."""
    words = place.split(" ")
    while words and words[0] in _NO_PLACE:
        words = words[1:]
    return re.sub(r"[’']s?$", "", " ".join(words))


def _place_of(question: str, texts: Sequence[str]) -> str | None:
    """The name of the question that the texts repeat most."""
    names = [m[0] for m in _PLACE.finditer(question)]
    names = [re.sub(rf"^(?:{'|'.join(_NO_PLACE)}) ", "", name) for name in names if name not in _NO_PLACE]
    counts = {name: sum(text.count(name) for text in texts) for name in names}
    best = max(counts, key=lambda name: counts[name], default=None)
    return best if best and counts[best] >= len(texts) else None


@follows_knowledge
@cache
def _of_state() -> dict[str, tuple[BodyRow, ...]]:
    found: dict[str, tuple[BodyRow, ...]] = {}
    for row in bodies().values():
        if row.state:
            found[row.state] = (*found.get(row.state, ()), row)
    return found


@cache
def _nouns_of(words: tuple[str, ...]) -> re.Pattern[str]:
    bare = {word.removeprefix("the ") for word in words}
    bare |= {word[:1].upper() + word[1:] for word in bare}
    listed = "|".join(re.escape(word) for word in sorted(bare, key=lambda w: (-len(w), w)))
    return re.compile(rf"(?<![\w’'-])(?:{listed})(?![\w-])" if listed else r"(?!)")


@follows_knowledge
@cache
def _state_forms() -> tuple[re.Pattern[str], dict[str, str]]:
    of: dict[str, str] = {}
    for row in states():
        for form in (row.name, *row.aliases, *row.adjectives, *row.people, *row.capitals):
            if form[:1].isupper() and len(form) > 2:
                of.setdefault(form, row.id)
    listed = "|".join(re.escape(form) for form in sorted(of, key=lambda f: (-len(f), f)))
    return re.compile(rf"(?<![\w.])(?:{listed})(?!\w)"), of
