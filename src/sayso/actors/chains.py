"""On whose say-so: attributions to statements with their source chains, outermost relay first, the speaker last.

A relay is an outlet that stands between the article and the speaker: told it, was quoted by it, or is itself the source
and cites somebody; or a voice, through whom somebody speaks. A speaker who told an outlet something goes on speaking
to it until the paragraph after; a passage that hands the whole report to an outlet ("based on remarks carried by …")
makes this outlet the relay of what anonymous speakers say there and in the next paragraph.
"""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from sayso.actors.conversation import Conversation, is_same_speaker
from sayso.actors.hedges import hedge_in
from sayso.actors.nesting import Nearby, held_by
from sayso.actors.relays import Relays, Sentences
from sayso.actors.resolve import Resolution, resolve_span
from sayso.records import Actor, Article, Attribution, Chain, Link, Mention, Quoted, Span, Statement

_FIRST_PERSON: Final = re.compile(r"(?:i|me|my|myself)(?:[’'](?:m|ve|d|ll))?", re.IGNORECASE)
_NOBODY: Final = frozenset(
    "us we one you i nobody everybody everyone anyone they them it he she who which this that these those".split()
)


def build_statements(
    article: Article,
    attributions: Sequence[Attribution],
    nested: Sequence[Attribution],
    actors: Sequence[Actor],
    mentions: Sequence[Mention],
) -> tuple[Statement, ...]:
    """The statements of an article, numbered from s1, each followed by those inside its content (`nested`: read again)."""
    builder = _Builder(article, attributions, actors, mentions)
    inside = held_by(attributions, [n for n in nested if n.source])
    built: list[Statement] = []

    def add(attribution: Attribution, outer: Statement | None) -> None:
        identifier = f"s{len(built) + 1}"
        statement = builder.inner(attribution, identifier, outer) if outer else builder.outer(attribution, identifier)
        built.append(statement)
        for inner in inside.get(attribution, ()):
            add(inner, statement)

    for attribution in attributions:
        add(attribution, None)
    return tuple(built)


class _Builder:
    """One article while its chains are built, in the order of the text."""

    def __init__(
        self,
        article: Article,
        attributions: Sequence[Attribution],
        actors: Sequence[Actor],
        mentions: Sequence[Mention],
    ) -> None:
        self.article, self.actors, self.mentions = article, actors, mentions
        self.relays = Relays(article, actors, mentions)
        self.sentences = Sentences(article)
        self.near = Nearby(attributions)
        self.talk = Conversation(article, self.relays, self.sentences)

    def outer(self, attribution: Attribution, identifier: str) -> Statement:
        around = self._around(attribution)
        attribution = self._without_cited(attribution, around)
        relays, speakers = self._spoken(attribution, around)
        if speakers and not relays:
            relays = self.talk.relays_of(speakers[-1], attribution, around)
        self.talk.remember(relays, speakers, attribution)
        return self._statement(attribution, identifier, [*relays, *speakers], around)

    def inner(self, attribution: Attribution, identifier: str, outer: Statement) -> Statement:
        """A statement inside another's content: its speaker comes last, once if he reports himself."""
        around = self._around(attribution)
        low, high = outer.content[0][0], outer.content[-1][1]
        around = max(around[0], low), min(around[1], high)
        relays, speakers = self._spoken(attribution, around)
        above = [link for link in outer.chain if link.span not in attribution.source]
        is_himself = bool(speakers and above) and is_same_speaker(speakers[-1], above[-1])
        if above and (is_himself or self._is_first_person(attribution)):
            speakers = []
        if all(link.type == "outlet" for link in above) and speakers and speakers[-1].anonymous:
            self.talk.remember([*above, *relays], speakers, attribution)
        statement = self._statement(attribution, identifier, [*above, *relays, *speakers], around)
        return msgspec.structs.replace(statement, inside=outer.id)

    def _without_cited(self, attribution: Attribution, around: Span) -> Attribution:
        """An attribution whose content leaves out whom its source cites (“…, Reuters reported, citing three bankers”)."""
        if len(attribution.content) < 2 or not attribution.cue:
            return attribution
        cited = self.relays.cited(attribution.cue[0][0], around)
        content = tuple(s for s in attribution.content if not any(a - 2 <= s[0] and s[1] <= b + 2 for a, b in cited))
        return msgspec.structs.replace(attribution, content=content or attribution.content)

    def _is_first_person(self, attribution: Attribution) -> bool:
        """Whether the source is the speaker himself in his own quotation (“I fear”)."""
        text = self.article.text
        return any(_FIRST_PERSON.fullmatch(text, *span) for span in attribution.source[:1])

    def _statement(self, attribution: Attribution, identifier: str, links: Sequence[Link], around: Span) -> Statement:
        chain, text = Chain(_distinct(links)), self.article.text
        return Statement(
            id=identifier,
            article=self.article.id,
            mode=attribution.mode,
            source=Quoted(attribution.source, text),
            cue=Quoted(attribution.cue, text),
            content=Quoted(attribution.content, text),
            actor=(chain[-1].actor or chain[-1].state) if chain else None,
            chain=chain,
            hedge=hedge_in(self.article.text, *around),
            confidence=attribution.confidence,
        )

    def _spoken(self, attribution: Attribution, around: Span) -> tuple[list[Link], list[Link]]:
        """The relays that the sentence names, and the speaker, behind him whom he cites if he is an outlet or a document."""
        speakers = [link for span in attribution.source[:1] if not _is_nobody(link := self._speaker(span))]
        outlets = [self.relays.link(m) for m in self.relays.of(attribution, around, self.near.between(*around))]
        if speakers and speakers[0].type in ("outlet", "document"):
            speakers += self._cited(attribution, around)
            if speakers[0].actor in self.relays.own:
                speakers = speakers[1:] or speakers
        named = {speaker.actor for speaker in speakers if speaker.type == "outlet"}
        relays = [link for link in outlets if link.actor not in named]
        relays += self._behind(relays, attribution, around) or self.relays.unnamed(attribution, around)
        voice = self.relays.voice(around) if attribution.source else None
        if voice and not _overlaps(voice, attribution.content) and _near(voice, attribution):
            relays.append(self._voice(voice, speakers))
        return relays, speakers

    def _voice(self, span: Span, speakers: Sequence[Link]) -> Link:
        """Through whom somebody speaks; never the speaker himself."""
        link = self._link(span)
        if any(link.actor and link.actor == speaker.actor for speaker in speakers):
            return Link(
                text=self.article.text[slice(*span)].removeprefix("a ").removeprefix("an "),
                span=span,
                type="spokesperson",
            )
        return link

    def _cited(self, attribution: Attribution, around: Span) -> list[Link]:
        """Whom an outlet or a document that speaks cites."""
        after = attribution.source[0][1] if attribution.source else around[0]
        return self._cited_after(min([after, *(a for a, _ in attribution.cue)]), around, attribution.content)

    def _cited_after(self, place: int, around: Span, taken: Sequence[Span]) -> list[Link]:
        """Whom a sentence cites behind a place; behind an outlet that is cited, whom this one cites."""
        links: list[Link] = []
        for span in self.relays.cited(place, around):
            if not _overlaps(span, taken):
                link = self._link(self.relays.introduced(span) or span)
                links.append(link)
                links += self._cited_after(span[1], around, taken) if link.type == "outlet" else []
        return links

    def _behind(self, relays: Sequence[Link], attribution: Attribution, around: Span) -> list[Link]:
        """Whom a relay cites for what somebody else says (“X, on the word of an aide, has the envoy telling …”)."""
        after = max((link.span[1] for link in relays if link.span), default=None)
        if after is None:
            return []
        return self._cited_after(after, around, [*attribution.source, *attribution.content])

    def _speaker(self, span: Span) -> Link:
        return self._link(self.relays.introduced(span) or span)

    def _link(self, span: Span) -> Link:
        return link_of(resolve_span(self.article, span, self.actors, self.mentions), span)

    def _around(self, attribution: Attribution) -> Span:
        """The sentences that the source and the cue stand in."""
        spans = [*attribution.source, *attribution.cue] or list(attribution.content[:1])
        return self.sentences.around(min(a for a, _ in spans), max(b for _, b in spans))


def _is_nobody(link: Link) -> bool:
    """Is a speaker nobody in particular ("let us recall", "nobody knows"), or a pronoun that stands for nobody known?"""
    return link.actor is None and link.text.lower() in _NOBODY


def _overlaps(span: Span, others: Sequence[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _near(span: Span, attribution: Attribution) -> bool:
    """Does a phrase stand beside the cue or the source?"""
    return any(
        abs(start - span[1]) < 40 or abs(span[0] - end) < 40 for start, end in (*attribution.cue, *attribution.source)
    )


def link_of(resolution: Resolution, span: Span) -> Link:
    """A resolved source span as one relay of a chain."""
    return Link(
        text=resolution.text,
        span=span,
        type=resolution.type,
        actor=resolution.actor,
        anonymous=resolution.anonymous,
        institution=resolution.institution,
        state=resolution.state,
        count=resolution.count,
        reason=resolution.reason,
    )


def _distinct(links: Sequence[Link]) -> list[Link]:
    kept: list[Link] = []
    for link in links:
        if not any(link.actor and link.actor == other.actor and link.text == other.text for other in kept):
            kept.append(link)
    return kept
