"""For whom a person speaks: a minister for the state, a party's leader for the party, a deputy or expert for nobody else."""

import re
from collections.abc import Sequence
from typing import Final

from sayso.actors.people import Cast
from sayso.actors.person import Person
from sayso.actors.scene import Scene
from sayso.actors.tables import knowledge
from sayso.records import Actor

_AT_ODDS: Final = re.compile(
    r"\b(?:the opposite|at odds|rift|split|disagree[sd]?|contradict\w*|overrul\w*|feud\w*|clash\w*|in contrast|"
    r"distanc\w+ (?:itself|himself|herself)|without consulting|does not speak for|defied|defies)\b",
    re.IGNORECASE,
)
_PARTY_HEADS: Final = frozenset(
    "leader head chief chairman chairwoman chairperson chair president secretary boss founder cofounder whip".split()
)


def speaks_for(person: Person) -> str | None:
    """The actor whose position a person's words are, at the article's date; None if only the person's own."""
    if person.former:
        return None
    noun = person.description.noun if person.description else ""
    if person.party and (noun in _PARTY_HEADS or person.kind == "spokes"):
        return person.party
    if person.organisation and not person.state:
        return person.organisation if person.kind == "spokes" else None
    if person.kind in ("chief", "minister", "envoy") and person.state:
        return person.state
    if person.kind in ("spokes", "official") and person.state:
        return speaks_for(person.owner) if person.owner and person.owner.kind else person.state
    in_state_office = person.holder is not None and person.in_office and person.holder.office != "chief"
    return person.state if in_state_office and person.kind is None else None


def splits(scene: Scene, cast: Cast, person: Person) -> bool:
    """Whether the article sets a head of state against the government of the same state.

    It does where another minister of that state speaks too, and a sentence that names the president, the state or its
    government says that they differ.
    """
    others = [p for p in cast.people if p is not person and p.state == person.state and p.kind == "minister"]
    has_own_government = any(
        row.office == "hog"
        and row.of == person.state
        and row.holds(scene.day)
        and row.name != (person.holder and person.holder.name)
        for row in knowledge().holders
    )
    if not (others and has_own_government):
        return False
    for first, last in scene.sentences:
        start, end = scene.span(first, last) if last > first else (0, 0)
        if _AT_ODDS.search(scene.text, start, end) and _concerns(scene, cast, person, first, last):
            return True
    return False


def _concerns(scene: Scene, cast: Cast, person: Person, first: int, last: int) -> bool:
    for index in range(first, last):
        if index in cast.named and cast.named[index][1] is person:
            return True
        hit = scene.hit_at[index]
        if hit and scene.state_of(hit) == person.state:
            return True
    return False


def party_to(actor_id: str, actors: Sequence[Actor]) -> str:
    """The actor whose position counts when this one speaks: `speaks_for`, followed to its end."""
    known = {actor.id: actor for actor in actors}
    seen: set[str] = set()
    while actor_id in known and actor_id not in seen:
        seen.add(actor_id)
        spoken = known[actor_id].speaks_for
        if not spoken:
            break
        actor_id = spoken
    return actor_id
