"""What members are called in a sentence: in a debate by its actors, beside one by their body's own names.

Tables are loaded when a member has to be named: a brief is checked without them.
"""

from collections.abc import Mapping
from typing import Final, Protocol

from sayso.brief.english import days_worded, named
from sayso.errors import UnknownBody
from sayso.records import Decision


class Namer(Protocol):
    """Whoever knows the members of a decision by name, and on what its outlook rests."""

    @property
    def ground(self) -> str:
        """What an outlook rests on, as in "on the positions on record"."""

    def name(self, actor: str) -> str:
        """The bare name of a member."""

    def inline(self, actor: str) -> str:
        """The name as it stands inside a sentence: "the United States"."""

    def is_plural(self, actor: str) -> bool:
        """Does the member take a plural verb."""

    def is_doubtful(self, actor: str) -> bool:
        """Is the member's opposition no more than reported."""

    def worded(self, text: str) -> str:
        """A text made by an earlier room as a reader wants it."""


class Members:
    """Members by the names that a body, or a user's own file, gives them; their votes are as given."""

    ground: Final = "on these votes"

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names

    def name(self, actor: str) -> str:
        """The bare name of a member; an id without one is its own."""
        return self.names.get(actor, actor)

    def inline(self, actor: str) -> str:
        """The name as it stands inside a sentence: "the United States"."""
        return inside(actor, self.name(actor))

    def is_plural(self, actor: str) -> bool:
        """No member is known to be one: "the greens" of a user's file may be a party or a club."""
        return False

    def is_doubtful(self, actor: str) -> bool:
        """A vote given is a vote."""
        return False

    def worded(self, text: str) -> str:
        """Days in words."""
        return days_worded(text)


def inside(member: str, name: str) -> str:
    """A member's name as it stands inside a sentence, with its article where it is a state's or an organisation's."""
    from sayso.actors import organisation, state

    if state(member):
        return named(name, "state")
    return named(name, "organisation") if organisation(member) else name


def members_called(decision: Decision) -> Mapping[str, str]:
    """What the members of the deciding bodies are called in their tables; empty for a body that no table knows."""
    from sayso.decisions.table import participants
    from sayso.decisions.voters import roll_of

    names: dict[str, str] = {}
    day = decision.members_as_of or None
    for body in dict.fromkeys((decision.body.id, *(stage.body.id for stage in decision.stages))):
        try:
            names |= roll_of(body, participants(body, day), day).names
        except UnknownBody:
            continue
    return names
