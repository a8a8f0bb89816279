"""On whose say-so: attributions to statements with their source chains, outermost relay first, the speaker last.

A relay is an outlet that stands between the article and the speaker: told it, was quoted by it, or is itself the source
and cites somebody; or a voice, through whom somebody speaks. A speaker who told an outlet something goes on speaking
to it until the paragraph after; a passage that hands the whole report to an outlet ("based on remarks carried by …")
makes this outlet the relay of what anonymous speakers say there and in the next paragraph.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

import msgspec

from sayso.actors.relays import Relays, Sentences
from sayso.actors.resolve import Resolution, resolve_span
from sayso.records import Actor, Article, Attribution, Chain, Link, Mention, Quoted, Span, Statement

_HEDGE: Final = re.compile(
    r"\b(reportedly|allegedly|purportedly|supposedly|apparently|rumou?red to|"
    r"(?:is|are|was|were) (?:said|believed|understood|thought|reported|alleged) to|"
    r"it (?:is|was) (?:understood|believed|alleged|reported|rumou?red)|unconfirmed)\b",
    re.IGNORECASE,
)
_REPORT: Final = re.compile(
    r"\b(?:this|these|the|his|her|their) (?:following |whole |present )?(?:assessment|report|account|story|article|information|"
    r"summary|statements?|remarks?|comments?|details|news|analysis)\b|\bwhat follows\b",
    re.IGNORECASE,
)
_RESTS: Final = re.compile(
    r"\b(?:(?:is|are) (?:based|drawn|taken|built)\b|relies on|rely on|draws on|rests on|taken (?:in full )?from|"
    r"on which (?:this|the following))\b",
    re.IGNORECASE,
)
_NOBODY: Final = frozenset(
    "us we one you i nobody everybody everyone anyone they them it he she who which this that these those".split()
)
_SINGULAR: Final = frozenset("he she him her it".split())
_PLURAL: Final = frozenset("they them these those".split())
_PARTITIVE: Final = re.compile(
    r"^(?:one|two|three|another|both|some|the (?:other|first|second|third))\b(?: of (?:them|the|these|those)\b.*)?$",
    re.IGNORECASE,
)
_SMALL: Final = frozenset("the a an of that those this these one".split())
_NESTED_CONFIDENCE: Final = 0.4


def build_statements(
    article: Article,
    attributions: Sequence[Attribution],
    nested: Sequence[Attribution],
    actors: Sequence[Actor],
    mentions: Sequence[Mention],
) -> tuple[Statement, ...]:
    """The statements of an article, numbered from s1, each followed by those inside its content (`nested`: read again)."""
    builder = _Builder(article, attributions, actors, mentions)
    inside = _inside(attributions, [n for n in nested if n.confidence >= _NESTED_CONFIDENCE and n.source])
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


def _inside(outer: Sequence[Attribution], nested: Sequence[Attribution]) -> dict[Attribution, list[Attribution]]:
    """For each attribution those that lie in its content, and in no smaller one's."""
    spans = sorted((start, end, number) for number, a in enumerate((*outer, *nested)) for start, end in a.content)
    starts = [start for start, _, _ in spans]
    holders = [*outer, *nested]
    found: dict[Attribution, list[Attribution]] = {}
    for inner in nested:
        parts = [*inner.source, *inner.cue, *inner.content]
        place = bisect_right(starts, min(a for a, _ in parts))
        for _, _, number in sorted(spans[max(0, place - 6) : place], key=lambda s: s[1] - s[0]):
            held = holders[number]
            if held is not inner and all(any(a >= start and b <= end for start, end in held.content) for a, b in parts):
                found.setdefault(held, []).append(inner)
                break
    return found


class _Said(NamedTuple):
    """Who spoke last, through whom, and where."""

    speaker: Link
    relays: tuple[Link, ...]
    block: int


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
        self.near = _Nearby(attributions)
        self.block_starts = [block.start for block in article.blocks]
        self.handed_over = self._handed_over()
        self.said: list[_Said] = []

    def outer(self, attribution: Attribution, identifier: str) -> Statement:
        around = self._around(attribution)
        relays, speakers = self._spoken(attribution, around)
        block = self._block(attribution)
        if speakers and not relays:
            relays = self._carried(speakers[-1], block, around, attribution.content) or self._handed_relay(
                speakers[-1], attribution
            )
        self._remember(relays, speakers, block)
        return self._statement(attribution, identifier, [*relays, *speakers], around)

    def _remember(self, relays: Sequence[Link], speakers: Sequence[Link], block: int) -> None:
        outlets = tuple(link for link in (*relays, *speakers) if link.type == "outlet")
        self.said += [_Said(speaker, outlets, block) for speaker in speakers if speaker.type != "outlet"]

    def inner(self, attribution: Attribution, identifier: str, outer: Statement) -> Statement:
        """A statement inside another's content: its speaker comes last, once if he reports himself."""
        around = self._around(attribution)
        low, high = outer.content[0][0], outer.content[-1][1]
        around = max(around[0], low), min(around[1], high)
        relays, speakers = self._spoken(attribution, around)
        above = [link for link in outer.chain if link.span not in attribution.source]
        if speakers and above and _same_speaker(speakers[-1], above[-1]):
            speakers = []
        if all(link.type == "outlet" for link in above):
            self._remember([*above, *relays], speakers, self._block(attribution))
        statement = self._statement(attribution, identifier, [*above, *relays, *speakers], around)
        return msgspec.structs.replace(statement, inside=outer.id)

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
        outlets = [
            self._link((m.start, m.end)) for m in self.relays.of(attribution, around, self.near.between(*around))
        ]
        if speakers and speakers[0].type in ("outlet", "document"):
            speakers += self._cited(attribution, around)
            if speakers[0].actor in self.relays.own:
                speakers = speakers[1:] or speakers
        named = {speaker.actor for speaker in speakers if speaker.type == "outlet"}
        relays = [link for link in outlets if link.actor not in named]
        relays += self._behind(relays, attribution, around)
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
        """A source as a link; a pronoun, or "one of them", that names nobody known is who spoke last."""
        link = self._link(self.relays.introduced(span) or span)
        words = link.text.lower()
        if link.actor is None and self.said and (words in _SINGULAR | _PLURAL or _PARTITIVE.match(words)):
            last = self._last_unnamed(words)
            if last:
                is_one = _PARTITIVE.match(words) is not None and words not in ("both", "some")
                count = 1 if is_one and words.startswith(("one", "another", "the ")) else last.count
                return msgspec.structs.replace(last, span=span, count=count, type="person" if count == 1 else last.type)
        return link

    def _last_unnamed(self, words: str) -> Link | None:
        """Who spoke last, if he fits a pronoun: "they" a group, "he" one person."""
        for said in reversed(self.said[-2:]):
            speaker = said.speaker
            is_many = speaker.type == "group"
            if words in _PLURAL and is_many:
                return speaker
            if words in ("he", "she", "him", "her") and speaker.type in ("person", "spokesperson"):
                return speaker
            if words == "it" and speaker.type in ("document", "group", "outlet"):
                return speaker
            if words not in _SINGULAR | _PLURAL and is_many and speaker.anonymous:
                return speaker
        return None

    def _link(self, span: Span) -> Link:
        return link_of(resolve_span(self.article, span, self.actors, self.mentions), span)

    def _around(self, attribution: Attribution) -> Span:
        """The sentences that the source and the cue stand in."""
        spans = [*attribution.source, *attribution.cue] or list(attribution.content[:1])
        return self.sentences.around(min(a for a, _ in spans), max(b for _, b in spans))

    def _block(self, attribution: Attribution) -> int:
        spans = attribution.cue or attribution.source or attribution.content
        return bisect_right(self.block_starts, spans[0][0])

    def _carried(self, speaker: Link, block: int, around: Span, content: Sequence[Span]) -> list[Link]:
        """The relays through which this speaker, or anybody on the same occasion, last spoke, one paragraph back at most."""
        is_same_occasion = self.relays.is_same_occasion(around)
        if not is_same_occasion and self.relays.is_elsewhere(around, content):
            return []
        for said in reversed(self.said):
            if block - said.block > 1:
                return []
            if _same_speaker(said.speaker, speaker) or (is_same_occasion and said.relays):
                return list(said.relays)
        return []

    def _handed_relay(self, speaker: Link, attribution: Attribution) -> list[Link]:
        """The outlet that the report rests on, for what stands in the paragraph where that is said or the next one."""
        if not (self.handed_over and attribution.cue):
            return []
        said, relay, is_all = self.handed_over
        if not (is_all or speaker.anonymous):
            return []
        position = attribution.cue[0][0]
        apart = bisect_right(self.block_starts, position) - bisect_right(self.block_starts, said)
        return [relay] if position > said and apart <= 1 else []

    def _handed_over(self) -> tuple[int, Link, bool] | None:
        """The outlet that the report is said to rest on, where that is said, and whether all of the report does."""
        for start, end in self.sentences.spans:
            named = self.relays.between(start, end)
            if not named or not _REPORT.search(self.article.text, start, end):
                continue
            for mention in named:
                rests = _RESTS.search(self.article.text, start, end) is not None
                if rests or self.relays.hands_on(mention, (start, end)):
                    return start, self._link((mention.start, mention.end)), rests
        return None


class _Nearby:
    """The attributions by the place of their cues."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self.attributions = sorted((a for a in attributions if a.cue), key=lambda a: a.cue[0])
        self.places = [a.cue[0][0] for a in self.attributions]

    def between(self, start: int, end: int) -> list[Attribution]:
        """Those whose cue begins in [start, end)."""
        return self.attributions[bisect_left(self.places, start) : bisect_left(self.places, end)]


def _is_nobody(link: Link) -> bool:
    """Is a speaker nobody in particular ("let us recall", "nobody knows"), or a pronoun that stands for nobody known?"""
    return link.actor is None and link.text.lower() in _NOBODY


def _same_speaker(a: Link, b: Link) -> bool:
    """Do two links name the same person, document or group: by the actor, else by words that one has of the other?"""
    if a.anonymous != b.anonymous or "outlet" in (a.type, b.type):
        return False
    if not a.anonymous and a.actor and b.actor:
        return a.actor == b.actor and (a.type == b.type or a.text == b.text)
    x, y = (set(re.findall(r"\w+", link.text.lower())) - _SMALL for link in (a, b))
    return bool(x and y) and (x <= y or y <= x)


def _overlaps(span: Span, others: Sequence[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _near(span: Span, attribution: Attribution) -> bool:
    """Does a phrase stand beside the cue or the source?"""
    return any(
        abs(start - span[1]) < 40 or abs(span[0] - end) < 40 for start, end in (*attribution.cue, *attribution.source)
    )


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
