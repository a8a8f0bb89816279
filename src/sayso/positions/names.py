"""Whether words name an actor."""

from collections.abc import Sequence

from sayso.positions.terms import Term, stem
from sayso.records import Actor


def names_actor(actor: Actor, terms: Sequence[Term]) -> bool:
    """Does any of the terms stand in a name of the actor?"""
    words = {stem(word) for form in (actor.name, *actor.forms) for word in form.split()}
    return any(term.stems & words for term in terms)
