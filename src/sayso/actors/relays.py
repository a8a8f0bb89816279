"""Who stands between an article and a speaker: outlets that were told or that report, voices, and whom an outlet cites."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from sayso.language.sentences import sentences
from sayso.records import Actor, Article, Attribution, Mention, Span

_LONGEST: Final = 800  # characters of a sentence that are looked at on each side of a statement
_TITLE: Final = (
    r"(?:the |public |state |national |news |private |local |daily |weekly |tv |radio )*"
)
_KIND: Final = (
    r"(?:(?:\w+ )?(?:broadcaster|newspaper|agency|daily|weekly|magazine|channel|network|station|tabloid|site|portal) )?"
)
_TOLD: Final = re.compile(r"\b(?:told|tells|telling|informed)\s+$", re.IGNORECASE)
_INTO_OUTLET: Final = re.compile(
    r"(?:\b(?:interview(?:ed)? (?:with|to|for|on|by)|sp(?:oke|oken|eaking) (?:to|with|on)|talk(?:ed|ing) to|"
    r"wr(?:ote|iting|itten) (?:in|for)|(?:comments?|remarks?|statements?) (?:to|in|on)|according to|citing|cited by|"
    r"quot(?:ed|ing)(?: as saying)?(?: by| in)?|report(?:ed)? (?:by|in|on)|picked up by|carried by|published (?:by|in)|"
    r"obtained by|seen by|reviewed by|viewed by|shared with|leaked to|given to|described to|confirmed to|sent to|provided to|"
    r"aired (?:by|on)|broadcast (?:by|on)|appeared in|appear(?:ed|ing) on|say(?:s|ing)? (?:on|to)|said (?:on|in|to)|"
    r"reached by|contacted by|asked by|answers? to|questions? from|conversation with|email(?:ed)? to|message to|"
    r"column (?:for|in)|essay (?:for|in)|commentary (?:for|in)|article (?:for|in)|op-ed (?:for|in)|piece (?:for|in)))\s+$",
    re.IGNORECASE,
)
_FROM_OUTLET: Final = re.compile(
    r"^(?:[’']s [\w’' ]{0,30})?,?\s+(?:which |that )?(?:has |had |have )?(?:also |first |later |earlier )?(?:report(?:s|ed)|sa(?:ys|id)|"
    r"writes|wrote|cit(?:es|ed)|quot(?:es|ed|ing)|was quoting|learned|learnt|understands|reveal(?:s|ed)|claim(?:s|ed)|citing|"
    r"obtained|seen|reviewed|published|carried|broadcast|aired|ran|has seen|relayed)\b",
    re.IGNORECASE,
)
_CITING: Final = re.compile(
    r"\b(?:citing|quoting|(?:which |who |that )?(?:cited|quoted|cites|quotes)|relying on|referring to|based on|"
    r"on the (?:word|authority) of|attribut\w+ (?:the \w+|it|this) to|sourced to|credited (?:it |the \w+ )?to)\s+(?P<who>[^.;:“”\"]+)",
    re.IGNORECASE,
)
_WHO_ENDS: Final = re.compile(
    r",| as saying| as having| that | who | which | whom | on condition| about | after | when | said | told "
)
_VOICE: Final = re.compile(
    r"\b(?:through|via) (?P<who>(?:a|an|his|her|its|their|the)(?: [\w-]+){0,2} (?:spokes(?:man|woman|person|people)|lawyers?|"
    r"attorneys?|solicitors?|counsel|office|aides?|agent|representatives?|publicist|secretary|service))\b",
    re.IGNORECASE,
)


class Sentences:
    """The sentences of an article, found by place."""

    def __init__(self, article: Article) -> None:
        self.spans = [s for b in article.blocks for s in sentences(article.text, b.start, b.end)]
        self.starts = [start for start, _ in self.spans]

    def around(self, low: int, high: int) -> Span:
        """The sentences that [low, high) touches, no more than some hundred characters beyond it."""
        first = max(0, bisect_right(self.starts, low) - 1)
        last = max(first, bisect_left(self.starts, high) - 1)
        if not self.spans:
            return low, high
        start, end = min(low, self.spans[first][0]), max(high, self.spans[last][1])
        return max(start, low - _LONGEST), min(end, high + _LONGEST)


class Relays:
    """The outlets of one article, and where each hands on what somebody says."""

    def __init__(self, article: Article, actors: Sequence[Actor], mentions: Sequence[Mention]) -> None:
        self.text = article.text
        outlets = {actor.id for actor in actors if actor.kind == "outlet"}
        own = _own_ids(article, actors)
        self.mentions = [m for m in mentions if m.actor in outlets and m.actor not in own]
        self.starts = [m.start for m in self.mentions]
        self.own = own

    def between(self, start: int, end: int) -> list[Mention]:
        """The outlets named in [start, end)."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def of(self, attribution: Attribution, around: Span, cues: Sequence[Span]) -> list[Mention]:
        """The outlets that relay an attribution; `cues` are those of all attributions, ascending."""
        found = []
        for mention in self.between(*around):
            in_content = any(a <= mention.start < b for a, b in attribution.content)
            is_source = any(
                a == mention.start or (a < mention.start and self._is_name_of(a, mention))
                for a, _ in attribution.source
            )
            if in_content or is_source or not self.hands_on(mention, around):
                continue
            if self._is_told(mention, around) and not _belongs(mention, attribution, cues, around):
                continue
            found.append(mention)
        return found

    def _is_name_of(self, start: int, mention: Mention) -> bool:
        """Whether a source begins with what only introduces the outlet's name (“state broadcaster X”)."""
        return re.fullmatch(_TITLE + _KIND, self.text[start : mention.start], re.IGNORECASE) is not None

    def hands_on(self, mention: Mention, around: Span) -> bool:
        """Whether an outlet reports, was told, or is cited where it is named."""
        before = self._before(mention, around)
        return bool(
            _TOLD.search(before)
            or _INTO_OUTLET.search(before)
            or _FROM_OUTLET.match(self.text[mention.end : around[1]])
        )

    def _is_told(self, mention: Mention, around: Span) -> bool:
        return bool(_TOLD.search(self._before(mention, around)))

    def _before(self, mention: Mention, around: Span) -> str:
        return re.sub(
            rf"{_TITLE}{_KIND}$",
            "",
            self.text[max(around[0], mention.start - 120) : mention.start],
            flags=re.IGNORECASE,
        )

    def cited(self, after: int, around: Span) -> Span | None:
        """Whom an outlet or a document names as its own source behind a place."""
        match = _CITING.search(self.text, max(after, around[0]), around[1])
        if not match:
            return None
        end = _WHO_ENDS.search(match["who"])
        start = match.start("who")
        stop = start + (end.start() if end else len(match["who"].rstrip()))
        return (start, stop) if stop > start else None

    def voice(self, around: Span) -> Span | None:
        """Through whom somebody says something (“through his lawyer”)."""
        match = _VOICE.search(self.text, *around)
        return match.span("who") if match else None


def _belongs(mention: Mention, attribution: Attribution, cues: Sequence[Span], around: Span) -> bool:
    """Whether the telling is this attribution's own: no other cue of the sentence stands nearer before the outlet."""
    own = max((a for a, _ in attribution.cue if a < mention.start), default=-1)
    nearest = max((a for a, _ in cues if around[0] <= a < mention.start), default=-1)
    return nearest < 0 or own == nearest or (own < 0 and not attribution.cue)


def _own_ids(article: Article, actors: Sequence[Actor]) -> frozenset[str]:
    """The ids under which the article's own outlet is found in it."""
    own = (article.outlet or "").casefold().removeprefix("the ")
    return frozenset(
        a.id
        for a in actors
        if a.kind == "outlet" and own and own in {f.casefold().removeprefix("the ") for f in (a.name, *a.forms)}
    )
