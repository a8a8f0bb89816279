"""Who is who: the actors of an article and where it speaks of them, and whom a source's words mean.

`find_actors` reads an article; `resolve_span` resolves one source; `party_to` follows whom somebody speaks for.
"""

from sayso.actors.find import find_actors
from sayso.actors.lookup import knowledge_versions, organisation, outlet_named, state, states
from sayso.actors.resolve import Resolution, resolve_span
from sayso.actors.speaking import party_to

__all__ = [
    "Resolution",
    "find_actors",
    "knowledge_versions",
    "organisation",
    "outlet_named",
    "party_to",
    "resolve_span",
    "state",
    "states",
]
