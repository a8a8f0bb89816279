"""One person in several articles: “Mr Streeting” of one is the only one of that name whom another names in full."""

from collections.abc import Collection, Mapping, Sequence

import msgspec

from sayso.actors.words import folds_of
from sayso.records import Actor, Event, Link, Mention, Reading, Statement


def with_one_cast(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings, where a person called by a part of the name in one article has the id of the full name in another.

    Only where the full names of all articles hold a single such person.
    """
    people = {a.id: a for reading in readings for a in reading.actors if a.kind == "person"}
    same = {i: whole for i, actor in sorted(people.items()) if (whole := _whole(actor, people.values()))}
    return tuple(_renamed(reading, same, people) for reading in readings) if same else tuple(readings)


def _whole(actor: Actor, people: Collection[Actor]) -> str | None:
    parts = folds_of(actor.name)
    longer = [o.id for o in people if _is_part(parts, folds_of(o.name))]
    return longer[0] if len(longer) == 1 else None


def _is_part(parts: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return len(whole) > len(parts) and parts in (whole[-len(parts) :], whole[:1])


def _renamed(reading: Reading, same: Mapping[str, str], people: Mapping[str, Actor]) -> Reading:
    if not any(actor.id in same for actor in reading.actors):
        return reading
    return msgspec.structs.replace(
        reading,
        actors=_merged(reading.actors, same, people),
        mentions=tuple(_mention(m, same) for m in reading.mentions),
        statements=tuple(_statement(s, same, people) for s in reading.statements),
        events=tuple(_event(e, same) for e in reading.events),
    )


def _merged(actors: Sequence[Actor], same: Mapping[str, str], people: Mapping[str, Actor]) -> tuple[Actor, ...]:
    """The actors without those that have another name here; what the article tells of them is kept."""
    found: dict[str, Actor] = {}
    for actor in actors:
        whole = people[same[actor.id]] if actor.id in same else actor
        known = found.get(whole.id)
        found[whole.id] = msgspec.structs.replace(
            known or actor,
            id=whole.id,
            name=whole.name,
            forms=tuple(sorted({*(known.forms if known else ()), *actor.forms})),
            parent=actor.parent or (known or whole).parent,
            speaks_for=actor.speaks_for or (known or whole).speaks_for,
            role=(known and known.role) or actor.role or whole.role,
        )
    return tuple(found.values())


def _mention(mention: Mention, same: Mapping[str, str]) -> Mention:
    return msgspec.structs.replace(mention, actor=same.get(mention.actor, mention.actor))


def _event(event: Event, same: Mapping[str, str]) -> Event:
    return msgspec.structs.replace(event, attendees=tuple(dict.fromkeys(same.get(a, a) for a in event.attendees)))


def _statement(statement: Statement, same: Mapping[str, str], people: Mapping[str, Actor]) -> Statement:
    chain = tuple(_link(link, same, people) for link in statement.chain)
    actor = same.get(statement.actor, statement.actor) if statement.actor else None
    return msgspec.structs.replace(statement, actor=actor, chain=chain)


def _link(link: Link, same: Mapping[str, str], people: Mapping[str, Actor]) -> Link:
    if link.actor is None or link.actor not in same:
        return link
    whole = people[same[link.actor]]
    is_named = folds_of(link.text) == folds_of(people[link.actor].name)
    return msgspec.structs.replace(link, actor=whole.id, text=whole.name if is_named else link.text)
