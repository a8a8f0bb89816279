"""On whose say-so, in words: "according to NHK, citing an unnamed official of the Élysée"."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Final

from sayso.brief.english import days_worded, indefinite, is_plural, named, number
from sayso.brief.names import inside, members_called
from sayso.records import Actor, Debate, Evidence, Link, Position, Statement

_UNNAMED: Final = re.compile(r"^(?:(?:an?|the|some)\s+)?(?:(?:unnamed|anonymous|unidentified)\s+)?", re.IGNORECASE)
_ID: Final = re.compile(r"\b(?:[A-Z]{3}|[a-z0-9]+(?:-[a-z0-9]+)+)\b")
_HEAD_ENDS: Final = re.compile(r"\s(?:of|at|in|from|for|with|who|familiar|close|on|inside|within|to)\b|,")
_ADVERB: Final = re.compile(r"\b(reportedly|allegedly|purportedly|supposedly|apparently)\b", re.IGNORECASE)


class Cast:
    """The actors and statements of a debate by id: who is who when a sentence is written."""

    ground: Final = "on the positions on record"

    def __init__(self, debate: Debate) -> None:
        self.debate = debate

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """Actors by id."""
        return {actor.id: actor for actor in self.debate.actors}

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        """Statements by id."""
        return {statement.id: statement for statement in self.debate.statements}

    @cached_property
    def members(self) -> Mapping[str, str]:
        """Names of the members of the deciding body, heard of in the articles or not."""
        return members_called(self.debate.decision) if self.debate.decision else {}

    def name(self, actor: str) -> str:
        """The bare name of an actor or a member; an id that neither has is its own name."""
        known = self.actors.get(actor)
        return known.name if known else self.members.get(actor, actor)

    def inline(self, actor: str) -> str:
        """The name as it stands inside a sentence: "the United States"."""
        known = self.actors.get(actor)
        return named(known.name, known.kind) if known else inside(actor, self.name(actor))

    def worded(self, text: str) -> str:
        """A text made by an earlier room as a reader wants it: names for actor ids, days in words."""
        named_actors = _ID.sub(lambda match: self.name(match[0]), text)
        return days_worded(named_actors)

    def is_plural(self, actor: str) -> bool:
        """Does the actor take a plural verb."""
        known = self.actors.get(actor)
        return known is not None and is_plural(known.name, known.kind)

    def is_doubtful(self, actor: str) -> bool:
        """Is a stance reported with a hedge, or by somebody who is not named."""
        if actor not in self.debate.standing:
            return False
        position = self.latest(actor)
        return position.anonymous or bool(self.hedge(position))

    def latest(self, actor: str) -> Position:
        """The position that an actor's standing rests on."""
        return self.debate.positions[self.debate.standing[actor].positions[-1]]

    def relays(self, position: Position) -> tuple[str, ...]:
        """The chain of a position in words, outermost relay first, each with its article: the speaker is last."""
        links = self._links(position)
        last = len(position.chain) - 1
        return tuple(
            self._relay(name, links.get(name), position.anonymous and i == last)
            for i, name in enumerate(position.chain)
        )

    def attribution(self, position: Position) -> str:
        """As in "according to …, citing …"; empty where the actor or the article speaks for itself."""
        relays = self.relays(position)
        if not relays or (len(relays) == 1 and position.chain[0] == self.name(position.actor)):
            return ""
        first, *others = relays
        return f"according to {first}" + "".join(
            f", {'citing' if i == 0 else 'in turn citing'} {other}" for i, other in enumerate(others)
        )

    def hedge(self, position: Position) -> str:
        """The adverb that keeps a doubt of the text, or ours: "reportedly", "apparently"; empty where there is none."""
        statement = self.statements.get(position.statement or "")
        words = statement.hedge if statement and statement.hedge else ""
        own_voice = statement is None or position.uncertain
        adverb = _ADVERB.search(words) or (own_voice and _ADVERB.search(position.evidence[0].text))
        if adverb:
            return adverb[1].lower()
        return "reportedly" if words else "apparently" if position.uncertain else ""

    def reason(self, position: Position) -> str | None:
        """Why a source is not named, where the article says so."""
        return next((link.reason for link in reversed(self._links(position).values()) if link.reason), None)

    def words_of(self, position: Position) -> int | None:
        """Where in the article the words of the statement begin, if they lie in the position's evidence."""
        statement = self.statements.get(position.statement or "")
        evidence = position.evidence[0]
        if statement is None or statement.article != evidence.article:
            return None
        return next((start for start, _ in statement.content if evidence.start <= start < evidence.end), None)

    def independent(self, evidence: tuple[Evidence, ...]) -> int:
        """How many articles passages come from, copies of one text counted once."""
        clusters = {a: i for i, cluster in enumerate(self.debate.sources.clusters) for a in cluster}
        return len({clusters.get(e.article, e.article) for e in evidence})

    def _links(self, position: Position) -> dict[str, Link]:
        statement = self.statements.get(position.statement or "")
        return {link.text: link for link in statement.chain} if statement else {}

    def _relay(self, name: str, link: Link | None, anonymous: bool) -> str:
        if anonymous or (link and link.anonymous):
            return unnamed(name, link.count if link else None)
        if link and link.type == "person" and name[:1].islower() and not re.match(r"(?:an?|the)\b", name):
            return indefinite(name)
        known = self.actors.get(link.actor) if link and link.actor else None
        if known and known.name == name:
            return named(name, known.kind)
        return named(name, link.type if link else "person")


def unnamed(name: str, count: int | None = None) -> str:
    """An anonymous source as a noun phrase: "an unnamed official of the Élysée", "two unnamed diplomats"."""
    phrase = _UNNAMED.sub("", name, count=1)
    if count and count > 1:
        phrase = (
            re.sub(r"^\w+ (?=\w)", "", phrase) if re.match(r"(?:\d+|two|three|four|five|several)\b", phrase) else phrase
        )
        return f"{number(count)} unnamed {phrase}"
    head = _HEAD_ENDS.split(phrase, maxsplit=1)[0]
    is_several = head.endswith("people") or (head.endswith("s") and not head.endswith("ss"))
    return f"unnamed {phrase}" if is_several else f"an unnamed {phrase}"
