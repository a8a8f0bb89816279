"""Who has spoken so far in an article, and through whom: what a sentence that names no relay leaves to be understood."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from sayso.actors.relays import Relays, Sentences
from sayso.records import Article, Attribution, Link, Span

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
_SMALL: Final = frozenset("the a an of that those this these one".split())
_LAST: Final = 12  # statements that are looked back on


class _Said(NamedTuple):
    """Who spoke, through whom, and in which paragraph."""

    speaker: Link
    relays: tuple[Link, ...]
    block: int


class Conversation:
    """The speakers of one article in the order of the text."""

    def __init__(self, article: Article, relays: Relays, sentences: Sentences) -> None:
        self.article, self.relays = article, relays
        self.block_starts = [block.start for block in article.blocks]
        self.handed_over = self._find_handed_over(sentences)
        self.said: list[_Said] = []

    def remember(self, relays: Sequence[Link], speakers: Sequence[Link], attribution: Attribution) -> None:
        """Keep who spoke, and through which outlets."""
        block = self._block(attribution)
        outlets = tuple(link for link in (*relays, *speakers) if link.type == "outlet")
        self.said += [_Said(speaker, outlets, block) for speaker in speakers if speaker.type != "outlet"]

    def relays_of(self, speaker: Link, attribution: Attribution, around: Span) -> list[Link]:
        """Through whom a speaker speaks whose sentence names no relay: as he last did, or as the whole report."""
        return self._carried(speaker, attribution, around) or self._handed_relay(speaker, attribution)

    def _carried(self, speaker: Link, attribution: Attribution, around: Span) -> list[Link]:
        """The relays through which this speaker, or anybody on the same occasion, last spoke, one paragraph back at most."""
        block = self._block(attribution)
        is_same_occasion = self.relays.is_same_occasion(around)
        if not is_same_occasion and self.relays.is_elsewhere(around, attribution.content):
            return []
        for said in reversed(self.said[-_LAST:]):
            if block - said.block > 1:
                return []
            if is_same_speaker(said.speaker, speaker) or (is_same_occasion and said.relays):
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

    def _find_handed_over(self, sentences: Sentences) -> tuple[int, Link, bool] | None:
        """The outlet that the report is said to rest on, where that is said, and whether all of the report does."""
        for start, end in sentences.spans:
            named = self.relays.between(start, end)
            if not named or not _REPORT.search(self.article.text, start, end):
                continue
            for mention in named:
                rests = _RESTS.search(self.article.text, start, end) is not None
                if rests or self.relays.hands_on(mention, (start, end)):
                    return start, self.relays.link(mention), rests
        return None

    def _block(self, attribution: Attribution) -> int:
        spans = attribution.cue or attribution.source or attribution.content
        return bisect_right(self.block_starts, spans[0][0])


def is_same_speaker(a: Link, b: Link) -> bool:
    """Do two links name the same person, document or group: by the actor, else by words that one has of the other?"""
    if a.anonymous != b.anonymous or "outlet" in (a.type, b.type):
        return False
    if not a.anonymous and a.actor and b.actor:
        return a.actor == b.actor and (a.type == b.type or a.text == b.text)
    if not a.anonymous and "document" not in (a.type, b.type):
        return a.text == b.text
    x, y = (set(re.findall(r"\w+", link.text.lower())) - _SMALL for link in (a, b))
    return bool(x and y) and (x <= y or y <= x)
