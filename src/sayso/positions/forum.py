"""Who sits at the table: states, for which their ministers speak, or the persons of one state among themselves."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from sayso.actors import organisation, party_to
from sayso.positions.names import names_actor
from sayso.positions.terms import Term
from sayso.records import Actor, Reading

_HOME: Final = 0.6  # share of one state among all that the articles name


def home_of(readings: Sequence[Reading], terms: Sequence[Term]) -> str | None:
    """The state within which a question is argued over: its parliament, town or court; None if states argue with each other.

    Within a state its ministers and deputies speak for themselves. A question that names an international body is
    never one of these.
    """
    counted: Counter[str] = Counter()
    for reading in readings:
        actors = {actor.id: actor for actor in reading.actors}
        if any(organisation(a.id) and names_actor(a, terms) for a in actors.values()):
            return None
        for mention in reading.mentions:
            state = _state_of(actors[mention.actor])
            counted.update([state] if state else [])
    if not counted:
        return None
    (state, most), *_ = counted.most_common(1)
    return state if most >= _HOME * counted.total() else None


def _state_of(actor: Actor) -> str | None:
    return actor.id if actor.kind == "state" else actor.speaks_for if actor.kind == "person" else None


def parties_in(reading: Reading, home: str | None) -> Mapping[str, str]:
    """For each actor of an article the one whose position it would be: a minister's state, but at home the minister."""
    own = {a.id for a in reading.actors if a.kind == "person" and home is not None and a.speaks_for == home}
    return {a.id: a.id if a.id in own else party_to(a.id, reading.actors) for a in reading.actors}
