"""A source span of an article with what is known of its words, and the record that it is resolved to."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final, Literal

from sayso.actors.complements import institution_at
from sayso.actors.descriptions import Description
from sayso.actors.scene import Scene
from sayso.actors.tables import knowledge
from sayso.actors.wording import plain
from sayso.records import Actor, Mention, Record, Span

SourceType = Literal["outlet", "spokesperson", "document", "person", "group"]
ANONYMITY: Final = re.compile(
    r"(?:condition of anonymity|anonymous(?:ly)?|not to be (?:named|identified)|not be (?:named|identified|quoted)|"
    r"declin\w+ to be (?:named|identified)|request\w+ anonymity|grant\w+ anonymity|unauthori[sz]ed to speak|"
    r"not authori[sz]ed to (?:speak|talk|discuss|comment|brief)|asked for anonymity)"
    r"(?:[^.;,”\"]*?(?P<reason>\b(?:because|as|since|due to|given|citing|in order to|to)\b[^.,;”\"]+))?",
    re.IGNORECASE,
)
_UNAUTHORISED: Final = re.compile(r"\b(?:was|were|is|are)?\s*not authori[sz]ed to [^.;,”\"]+", re.IGNORECASE)
_ASIDE: Final = frozenset(", – — ( ;".split())
_FAR: Final = 800  # characters behind a source that may say why it is not named
_ENDS: Final = frozenset("who whose which that speaking quoted contacted reached interviewed cited on".split())


class Resolution(Record, frozen=True, kw_only=True):
    """A source resolved. `actor` is an actor of the article; an unnamed official's is the state he serves.

    `text` is the full name where known, else the noun with its institution (“official of the Élysée”); `institution` and
    `state` are given for unnamed persons and for institutions; `reason` is why somebody is not named.
    """

    actor: str | None
    text: str
    type: SourceType
    anonymous: bool = False
    institution: str | None = None
    state: str | None = None
    count: int | None = None
    reason: str | None = None


class SourceSpan:
    """The words of one source, and the mentions in them."""

    def __init__(
        self,
        scene: Scene,
        descriptions: tuple[Description, ...],
        span: Span,
        actors: dict[str, Actor],
        mentions: Sequence[Mention],
    ) -> None:
        self.scene, self.descriptions, self.actors = scene, descriptions, actors
        self.mentions = mentions
        self.span = span
        self.first, self.last = scene.range_of(span)
        inside = self._within(span)
        self.inside = (
            inside
            if len(inside) == 1 and inside[0].form == "pronoun" and self.last - self.first == 1
            else [m for m in inside if m.form != "pronoun"]
        )

    def _within(self, span: Span) -> list[Mention]:
        """The mentions that a stretch of the text touches."""
        low = max(0, bisect_right(self.mentions, span[0], key=_start) - 1)
        high = bisect_left(self.mentions, span[1], low, key=_start)
        return [m for m in self.mentions[low:high] if m.end > span[0]]

    def _covering(self, place: int) -> Mention | None:
        """The mention that covers a character."""
        return next(iter(self._within((place, place + 1))), None)

    def _core_end(self) -> int:
        """Where the noun phrase ends that the span begins with: before a relative clause or, in an aside, a name."""
        for index in range(self.first + 1, self.last):
            if self.scene.fold(index) in _ENDS and self.scene.fold(index) not in ("on",):
                return index
        return self.last

    def _short_end(self) -> int:
        """Where the noun phrase ends before an aside."""
        end = self._core_end()
        return next((i for i in range(self.first + 1, end) if self.scene.fold(i) in _ASIDE), end)

    def _after_possessor(self, lead: Mention) -> int:
        """The word after “’s” where the span begins with a possessor (“NHK’s Mari Oda”), else the span's first."""
        index = self.scene.range_of((self.span[0], lead.end))[1]
        return index + 1 if self.scene.fold(index) == "'s" and index + 1 < self._core_end() else self.first

    def _name_at(self, index: int) -> Mention | None:
        """The person named at a word of the span, or just after a role there."""
        role = next((d.end for d in self.descriptions if d.first <= index < d.end), index)
        starts = (self.scene.starts[index], self.scene.starts[role] if role < len(self.scene.words) else -1)
        return next((m for m in self.inside if m.form == "name" and m.start in starts and self._is_person(m)), None)

    def _is_person(self, mention: Mention) -> bool:
        actor = self.actors.get(mention.actor)
        return actor is not None and actor.kind == "person"

    def _just_before(self) -> Mention | None:
        """The mention that a relative pronoun follows."""
        start = self.scene.starts[self.first]
        return next((m for m in self._within((max(0, start - 3), start)) if 0 < start - m.end < 3), None)

    def _only_state(self) -> str | None:
        """The state of the block, if it names no other."""
        scene = self.scene
        first, last = scene.block(self.first)
        found = {s for h in scene.hits if first <= h.first < last and (s := scene.state_of(h))}
        return next(iter(found)) if len(found) == 1 else None

    def _anonymity(self) -> tuple[str | None, bool]:
        """Why the source is not named, and whether the text says that it is not."""
        _, end = self.scene.span(*self.scene.sentence(self.first))
        after = self.scene.text[self.span[0] : max(min(end, self.span[0] + _FAR), self.span[1])]
        match = ANONYMITY.search(after)
        if not match:
            return None, False
        reason = match["reason"] or (m[0] if (m := _UNAUTHORISED.search(after)) else None)
        return (reason.strip(" ,") if reason else None), True

    def _named(self, mention: Mention) -> Resolution:
        actor = self.actors.get(mention.actor)
        if actor is None:
            return Resolution(actor=None, text=plain(self.scene, self.first, self.last), type="person")
        if actor.kind == "person":
            spokes = bool(actor.role and "spokes" in actor.role.casefold())
            state = actor.parent if actor.parent in knowledge().states else None
            return Resolution(actor=actor.id, text=actor.name, type="spokesperson" if spokes else "person", state=state)
        if actor.kind == "outlet":
            return Resolution(actor=actor.id, text=actor.name, type="outlet")
        institution = self._institution_of(mention)
        is_plain = mention.form == "metonym" and 0 < self._core_end() - self.first <= 6 and mention.start < self.span[1]
        written = self.scene.text[mention.start : mention.end]
        is_phrase = mention.form == "metonym" and (" " in written or institution)
        return Resolution(
            actor=actor.id,
            text=self._phrase(mention, is_plain) if is_phrase else actor.name,
            type="group",
            institution=institution,
            state=actor.id if actor.kind == "state" else None,
        )

    def _phrase(self, mention: Mention, is_short: bool) -> str:
        """The words of an institution: the span's own if they are few."""
        words = (self.first, self._core_end()) if is_short else self.scene.range_of((mention.start, mention.end))
        return plain(self.scene, *words)

    def _institution_of(self, mention: Mention) -> str | None:
        first, last = self.scene.range_of((mention.start, mention.end))
        for index in range(first, last):
            hit = self.scene.hit_at[index]
            if hit and (seat := hit.of("seat")):
                return seat.institution
            if slugged := institution_at(self.scene, index):
                return slugged
        return None


def _start(mention: Mention) -> int:
    return mention.start
