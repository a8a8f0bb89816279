"""On whose say-so: attributions to statements with their source chains, outermost relay first, the speaker last.

A relay is an outlet that stands between the article and the speaker: told it, was quoted by it, or is itself the source
and cites somebody. A passage that hands the whole report to an outlet ("based on remarks carried by …") makes this
outlet the relay of what anonymous speakers say there and in the next paragraph.
"""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from sayso.actors.resolve import Resolution, resolve_span
from sayso.actors.speaking import party_to
from sayso.language.sentences import sentences
from sayso.records import Actor, Article, Attribution, Link, Mention, Span, Statement

_HEDGE: Final = re.compile(
    r"\b(reportedly|allegedly|purportedly|supposedly|apparently|rumou?red to|"
    r"(?:is|are|was|were) (?:said|believed|understood|thought|reported) to|it is (?:understood|believed)|unconfirmed)\b",
    re.IGNORECASE,
)
_TITLE: Final = r"(?:the |public |state |national |news |private |local |daily |weekly |tv |radio )*"
_KIND: Final = (
    r"(?:broadcaster |newspaper |agency |daily |weekly |magazine |channel |network |station |tabloid |site |portal )?"
)
_INTO_OUTLET: Final = re.compile(
    r"(?:\b(?:told|tells|telling|informed|interview (?:with|to|for|on|by)|sp(?:oke|oken|eaking) (?:to|with)|talked to|"
    r"wr(?:ote|iting|itten) (?:in|for)|(?:comments?|remarks?|statements?) (?:to|in|on)|according to|citing|cited by|"
    r"quot(?:ed|ing)(?: by)?|reported (?:by|in|on)|picked up by|carried by|published (?:by|in)|obtained by|seen by|"
    r"aired (?:by|on)|broadcast (?:by|on)|appeared in|quoted in|say(?:s|ing)? on|said (?:on|in)))\s+$",
    re.IGNORECASE,
)
_FROM_OUTLET: Final = re.compile(
    r"^(?:[’']s [\w ]{0,30})?,?\s+(?:has |had |have )?(?:also |first |later )?(?:report(?:s|ed)|sa(?:ys|id)|"
    r"writes|wrote|cit(?:es|ed)|quot(?:es|ed)|learned|learnt|understands|reveal(?:s|ed)|claim(?:s|ed)|citing|quoting)\b",
    re.IGNORECASE,
)
_CITING: Final = re.compile(r"\b(?:citing|quoting|cited|quoted)\s+(?P<who>[^.;:]+)", re.IGNORECASE)
_WHO_ENDS: Final = re.compile(r",| as saying| that | who | which | on condition| about | after | when ")
_REPORT: Final = re.compile(
    r"\b(?:this|these|the|his|her|their) (?:assessment|report|account|story|article|information|summary|statements?|"
    r"remarks?|comments?|details|news|analysis)\b",
    re.IGNORECASE,
)
_NOBODY: Final = frozenset(
    "us we one you i nobody everybody everyone anyone they them it he she who which this that these those".split()
)
_NESTED_CONFIDENCE: Final = 0.5


def build_statements(
    article: Article,
    attributions: Sequence[Attribution],
    nested: Sequence[Attribution],
    actors: Sequence[Actor],
    mentions: Sequence[Mention],
) -> tuple[Statement, ...]:
    """The statements of an article, numbered from s1; `nested` were found by reading the content spans again."""
    context = _Context(article, actors, mentions)
    built: list[Statement] = []
    for attribution in attributions:
        built.append(context.statement(attribution, f"s{len(built) + 1}", ()))
    for attribution in nested:
        outer = next((s for s in built if s.inside is None and _inside(attribution, s)), None)
        if outer and attribution.confidence >= _NESTED_CONFIDENCE and attribution.source:
            built.append(context.inner_statement(attribution, f"s{len(built) + 1}", outer))
    return tuple(built)


class _Context:
    """One article while its chains are built."""

    def __init__(self, article: Article, actors: Sequence[Actor], mentions: Sequence[Mention]) -> None:
        self.article, self.actors, self.mentions = article, actors, mentions
        outlets = {actor.id for actor in actors if actor.kind == "outlet"}
        own = (article.outlet or "").casefold()
        own_ids = {
            a.id
            for a in actors
            if a.kind == "outlet" and own and own in (a.name.casefold(), *map(str.casefold, a.forms))
        }
        self.outlets = [m for m in mentions if m.actor in outlets and m.actor not in own_ids]
        self.sentences = [s for b in article.blocks for s in sentences(article.text, b.start, b.end)]
        self.handed_over = self._handed_over()

    def statement(self, attribution: Attribution, identifier: str, outer: tuple[Link, ...]) -> Statement:
        around = self._around(attribution)
        speakers = [link for span in attribution.source[:1] if not _is_nobody(link := self._link(span))]
        relays = list(outer) or self._relays(attribution, around)
        if speakers and speakers[0].type == "outlet":
            cited = self._cited(speakers[0], around)
            speakers += [cited] if cited else []
            relays = [r for r in relays if r.actor != speakers[0].actor]
        if not relays and speakers and speakers[-1].anonymous:
            relays = self._handed_relay(attribution.cue[0][0])
        chain = tuple(_distinct([*relays, *speakers]))
        return Statement(
            id=identifier,
            article=self.article.id,
            mode=attribution.mode,
            source=attribution.source,
            cue=attribution.cue,
            content=attribution.content,
            actor=(chain[-1].actor or chain[-1].state) if chain else None,
            chain=chain,
            hedge=hedge_in(self.article.text, *around),
            confidence=attribution.confidence,
        )

    def inner_statement(self, attribution: Attribution, identifier: str, outer: Statement) -> Statement:
        """A statement inside another's content: its speaker comes last, unless the outer one speaks for him."""
        relays = tuple(link for link in outer.chain if link.span not in attribution.source)
        inner = self.statement(attribution, identifier, relays)
        speaker, reporter = inner.actor, outer.chain[-1].actor if outer.chain else None
        if speaker and reporter and party_to(speaker, self.actors) == party_to(reporter, self.actors):
            inner = msgspec.structs.replace(inner, chain=outer.chain, actor=outer.actor)
        return msgspec.structs.replace(inner, inside=outer.id)

    def _around(self, attribution: Attribution) -> Span:
        """The sentences that the source and the cue stand in."""
        spans = [*attribution.source, *attribution.cue] or list(attribution.content[:1])
        low, high = min(a for a, _ in spans), max(b for _, b in spans)
        touched = [s for s in self.sentences if s[0] < high and s[1] > low]
        return (touched[0][0], touched[-1][1]) if touched else (low, high)

    def _link(self, span: Span) -> Link:
        return link_of(resolve_span(self.article, span, self.actors, self.mentions), span)

    def _handed_relay(self, position: int) -> list[Link]:
        """The outlet that the report rests on, for what stands in the paragraph where that is said or the next one."""
        if not self.handed_over:
            return []
        said, relay = self.handed_over
        blocks = [
            i for i, b in enumerate(self.article.blocks) if b.start <= said < b.end or b.start <= position < b.end
        ]
        return [relay] if position > said and blocks[-1] - blocks[0] <= 1 else []

    def _relays(self, attribution: Attribution, around: Span) -> list[Link]:
        text = self.article.text
        taken = [*attribution.source, *attribution.content]
        found = []
        for mention in self.outlets:
            if not around[0] <= mention.start < around[1]:
                continue
            inside = any(a <= mention.start < b for a, b in taken)
            if not inside and self._is_relay(text, mention, around):
                found.append(self._link((mention.start, mention.end)))
        return found

    def _is_relay(self, text: str, mention: Mention, around: Span) -> bool:
        before = re.sub(rf"{_TITLE}{_KIND}$", "", text[around[0] : mention.start], flags=re.IGNORECASE)
        return bool(_INTO_OUTLET.search(before) or _FROM_OUTLET.search(text[mention.end : around[1]]))

    def _cited(self, outlet: Link, around: Span) -> Link | None:
        """Whom an outlet that speaks names as its own source."""
        after = outlet.span[1] if outlet.span else around[0]
        match = _CITING.search(self.article.text, max(after, around[0]), around[1])
        if not match:
            return None
        end = _WHO_ENDS.search(match["who"])
        start = match.start("who")
        stop = start + (end.start() if end else len(match["who"].rstrip()))
        return self._link((start, stop)) if stop > start else None

    def _handed_over(self) -> tuple[int, Link] | None:
        """The outlet that the whole report is said to rest on, and where that is said."""
        text = self.article.text
        for start, end in self.sentences:
            if not _REPORT.search(text, start, end):
                continue
            for mention in self.outlets:
                if start <= mention.start < end and self._is_relay(text, mention, (start, end)):
                    return start, self._link((mention.start, mention.end))
        return None


def _is_nobody(link: Link) -> bool:
    """Is a speaker nobody in particular ("let us recall", "nobody knows"), or a pronoun that stands for nobody known?"""
    return link.actor is None and link.text.lower() in _NOBODY


def hedge_in(text: str, start: int, end: int) -> str | None:
    """The outlet's hedge in text[start:end] ("reportedly", "is said to"), as it stands there."""
    hedge = _HEDGE.search(text, start, end)
    return hedge[0] if hedge else None


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


def _inside(attribution: Attribution, statement: Statement) -> bool:
    spans = [*attribution.source, *attribution.cue, *attribution.content]
    return all(any(a >= start and b <= end for start, end in statement.content) for a, b in spans)
