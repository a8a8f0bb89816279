"""Records of actors, from what an article and the tables say of them."""

from sayso.actors.naming import NewActor
from sayso.actors.people import Cast
from sayso.actors.person import Person
from sayso.actors.scene import Scene
from sayso.actors.speaking import speaks_for, splits
from sayso.actors.tables import knowledge
from sayso.records import Actor


def person_actor(scene: Scene, cast: Cast, person: Person, forms: tuple[str, ...]) -> Actor:
    """A person: belongs to a party, an organisation or a state, and speaks for it, another or none."""
    spoken = speaks_for(person)
    if spoken and person.holder and person.holder.office == "hos" and splits(scene, cast, person):
        spoken = None
    return Actor(
        id=person.id,
        name=person.name,
        kind="person",
        parent=person.party or person.organisation or person.state,
        speaks_for=spoken,
        role=person.role,
        forms=forms,
    )


def table_actor(identifier: str, new_actors: dict[str, NewActor], forms: tuple[str, ...]) -> Actor:
    """A state, organisation, party or outlet by its id; `new_actors` are those that no table lists."""
    tables = knowledge()
    if state := tables.states.get(identifier):
        return Actor(id=identifier, name=state.name, kind="state", forms=forms)
    if row := tables.organisations.get(identifier):
        return Actor(
            id=identifier, name=row.name, kind="body" if row.parent else "organisation", parent=row.parent, forms=forms
        )
    if party := tables.parties.get(identifier):
        home = party.state if party.state in tables.states else party.state.lower()
        return Actor(id=identifier, name=party.name, kind="party", parent=home, forms=forms)
    if outlet := tables.outlets.get(identifier):
        return Actor(id=identifier, name=outlet.name, kind="outlet", forms=forms)
    new = new_actors.get(identifier)
    if new is None:
        return Actor(id=identifier, name=identifier, kind="group", forms=forms)
    spoken = new.state if new.kind == "organisation" else None
    return Actor(id=identifier, name=new.name, kind=new.kind, parent=new.state, speaks_for=spoken, forms=forms)


def is_private(actor: Actor) -> bool:
    """Whether an actor is a company, association or other organisation that is no body of states."""
    return actor.kind == "organisation" and is_at_home(actor.id)


def is_at_home(identifier: str) -> bool:
    """Whether an organisation is in no table, or in the one of those that have a home state."""
    row = knowledge().organisations.get(identifier)
    return row is None or bool(row.state)
