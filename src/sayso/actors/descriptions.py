"""Role phrases: “the Turkish foreign minister”, “a spokesman for the Kremlin”, “three diplomats”, found around their noun."""

from typing import Final, NamedTuple

from sayso.actors.complements import OWNERS, complement_after, hits_of_place, institution_in
from sayso.actors.gazetteer import Hit
from sayso.actors.role_nouns import is_adjective_here, is_qualifier, refined_kind
from sayso.actors.roles import (
    DEPARTMENTS,
    DETERMINERS,
    FORMER,
    MODIFIERS,
    NUMBERS,
    UNNAMED,
    RoleKind,
    role_of,
)
from sayso.actors.scene import Scene

_DESCRIPTORS: Final = frozenset(
    "alliance bloc country party union fund bank agency organisation organization commission council group cartel watchdog "
    "body league lender court".split()
)
_TWO_WORDS: Final = frozenset("secretary director attorney consul inspector commissioner governor".split())


class Description(NamedTuple):
    """A role phrase at words [first, last), its noun at `head`; what it says of whose role it is.

    `owner` are the words of a possessor that no table names (“Orban’s adviser”); `complement` those after a preposition.
    """

    first: int
    last: int
    head: int
    kind: RoleKind
    noun: str
    role: str
    determiner: str = ""
    former: bool = False
    plural: bool = False
    unnamed: bool = False
    number: int | None = None
    state: str | None = None
    organisation: str | None = None
    party: str | None = None
    outlet: str | None = None
    institution: str | None = None
    owner: tuple[int, int] | None = None
    complement: tuple[int, int] | None = None
    end: int = 0


def find_descriptions(scene: Scene) -> list[Description]:
    """All role phrases of an article, in order of their nouns."""
    found: list[Description] = []
    for index in range(len(scene.words)):
        if found and index < found[-1].end:
            continue
        if description := description_at(scene, index):
            found.append(description)
    return found


def description_at(scene: Scene, index: int) -> Description | None:
    """The role phrase whose noun is the word at an index."""
    known = role_of(scene.fold(index))
    if not known or scene.hit_at[index] or is_adjective_here(scene, index):
        return None
    kind, noun, plural = known
    head_end = index + 1
    if scene.fold(head_end) == "-" and noun in _TWO_WORDS and scene.fold(index + 2).startswith("general"):
        head_end, kind = index + 3, "leader"
    elif noun in _TWO_WORDS and scene.fold(head_end).startswith("general"):
        head_end, kind = index + 2, "leader"
    elif noun == "secretary" and scene.fold(head_end) == "of":
        department = head_end + 2 if scene.fold(head_end + 1) == "the" else head_end + 1
        if scene.fold(department) in DEPARTMENTS and scene.words[department].is_capital:
            head_end = department + 1
    if scene.fold(head_end) == "-" and scene.fold(head_end + 1) in ("elect", "designate"):
        head_end += 2
    if is_qualifier(scene, index, head_end):
        return None
    first, role_start, befores, owner = _before(scene, index)
    kind = refined_kind(scene, kind, noun, role_start, index, head_end)
    complement = complement_after(scene, head_end, kind)
    afters = hits_of_place(scene, *complement) if complement else []
    if kind == "envoy" and complement and scene.fold(head_end) != "of":
        afters = []
    names = [scene.fold(i) for i in range(first, index)]
    numbers = [NUMBERS[n] if n in NUMBERS else int(n) for n in names if n in NUMBERS or (n.isdigit() and len(n) < 4)]
    institution = institution_in(scene, befores, role_start, index, complement if kind != "envoy" else None)
    keeps = (
        complement and (institution or any(h.of("party") for h in afters)) and kind in ("leader", "spokes", "official")
    )
    role_end = complement[1] if complement and keeps else head_end
    entries = [*befores, *afters]
    return Description(
        first=first,
        last=complement[1] if complement else head_end,
        head=index,
        kind=kind,
        noun=noun,
        role=scene.phrase(role_start, role_end),
        determiner=names[0] if names and names[0] in DETERMINERS else "",
        former=any(n in FORMER for n in names),
        plural=plural,
        unnamed=any(n in UNNAMED for n in names),
        number=numbers[0] if numbers and plural else None,
        state=_first_of(scene, entries, "state"),
        organisation=_first_of(scene, entries, "organisation"),
        party=_first_of(scene, entries, "party"),
        outlet=_first_of(scene, entries, "outlet"),
        institution=institution,
        owner=owner,
        complement=complement,
        end=head_end,
    )


def _before(scene: Scene, index: int) -> tuple[int, int, list[Hit], tuple[int, int] | None]:
    """First word of the phrase, first word of the role proper, table names in it, and an unknown possessor."""
    position = role_start = index
    hits: list[Hit] = []
    owner: tuple[int, int] | None = None
    sentence_first, _ = scene.sentence(index)
    while position > sentence_first:
        before = position - 1
        hit = scene.hit_at[before]
        word = scene.words[before]
        if hit and hit.of(*OWNERS) and hit.first >= sentence_first:
            hits.append(hit)
            position = hit.first
            role_start = hit.first if hit.of("seat") and not hits[:-1] and role_start == hit.last else role_start
        elif word.fold == "'s" or (word.text in "'’" and scene.fold(before - 1).endswith("s")):
            possessor = scene.hit_at[before - 1] if before > sentence_first else None
            if possessor and possessor.of(*OWNERS):
                hits.append(possessor)
                position = possessor.first
            else:
                start = _capital_run(scene, before, sentence_first)
                owner = (start, before) if start < before else None
                position = start if owner else before
            break
        elif word.fold in DETERMINERS:
            return before, role_start, hits, owner
        elif word.fold in MODIFIERS or word.fold in NUMBERS or word.fold.isdigit() or _is_role_prefix(scene, before):
            position = before
            role_start = before if not hits else role_start
        elif word.text == "-" and (scene.fold(before - 1) in MODIFIERS or scene.fold(before - 1) == "co"):
            position = before - 1
            role_start = position if not hits else role_start
        elif word.is_capital and not hit and (proper := _proper_start(scene, before, sentence_first)) is not None:
            return proper, role_start, hits, owner
        elif word.fold == "and" and _is_adjective(scene, before - 1) and hits:
            position = before
        else:
            break
    if position > sentence_first and scene.fold(position - 1) in DETERMINERS:
        position -= 1
    return position, role_start, hits, owner


def _proper_start(scene: Scene, index: int, least: int) -> int | None:
    """The article before a name that qualifies a role (“the Quarry Hill police chief”), with the name ending at a word."""
    start = index
    while start > max(least, index - 5) and (scene.words[start - 1].is_capital or scene.words[start - 1].text == "-"):
        start -= 1
    opens = start - 1 if scene.fold(start) not in DETERMINERS else start
    return opens if opens >= least and scene.fold(opens) in DETERMINERS else None


def _is_adjective(scene: Scene, index: int) -> bool:
    hit = scene.hit_at[index] if index >= 0 else None
    return bool(hit and hit.of("adjective"))


def _is_role_prefix(scene: Scene, index: int) -> bool:
    return scene.fold(index) in ("deputy", "vice", "chief", "spokes", "ministry") and not scene.hit_at[index]


def _capital_run(scene: Scene, end: int, least: int) -> int:
    start = end
    while start > least and scene.words[start - 1].is_capital and scene.fold(start - 1) not in DETERMINERS:
        start -= 1
    if start == end and end > least and scene.fold(end - 1) in _DESCRIPTORS:
        start -= 1
    return start


def _first_of(scene: Scene, hits: list[Hit], kind: str) -> str | None:
    for hit in hits:
        entries = scene.believed(hit)
        if kind == "state" and (state := scene.state_of(hit)) and not (hit.of("organisation") and hit.of("city")):
            return state
        if entry := next((e for e in entries if e.kind == kind), None):
            return entry.id
    return None
