"""Who stands between an article and a speaker: outlets that were told or that report, voices, and whom an outlet cites."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from sayso.actors.epithets import kind_of_noun
from sayso.actors.lookup import outlet_named
from sayso.actors.roles import OUTLET_NOUNS
from sayso.actors.tables import knowledge
from sayso.language.sentences import sentences
from sayso.records import Actor, Article, Attribution, Link, Mention, Span

_LONGEST: Final = 800  # characters of a sentence that are looked at on each side of a statement
# Words that may stand between "told" and the name: "told the Saudi-owned broadcaster …", but not "told him on …".
_ITS_KIND: Final = (
    r"(?:(?:the|a|an|its)\s+)?(?:(?!(?:that|who|which|in|on|at|by|of|and|said|reporters|him|her|them|it|he|she|they|as|for|to|"
    r"with)\b)"
    r"[\w’'.-]+\s+){0,4}$"
)
_TOLD: Final = re.compile(r"\b(?:told|tells|telling|informed)\s+" + _ITS_KIND, re.IGNORECASE)
_INTO_OUTLET: Final = re.compile(
    r"\b(?:interview(?:ed)?,? (?:with|to|for|on|by)|sp(?:oke|oken|eaks|eaking) (?:to|with|on)|talk(?:s|ed|ing) to|"
    r"wr(?:ote|ites|iting|itten) (?:in|for)|(?:comments?|remarks?|statements?|answers?) (?:to|in|on)|"
    r"(?:message|e-?mail(?:ed)?|letter) to|"
    r"according to|citing|cited by|quot(?:ed|ing)(?: as saying)?(?: by| in)?|report(?:ed)? (?:by|in|on)|picked up by|carried by|"
    r"published (?:by|in)|obtained by|seen by|reviewed by|viewed by|consulted by|heard by|"
    r"(?:shared|discussed) with|(?:leaked|given|described|confirmed|confided|sent|provided|passed|passed on|handed|admitted|"
    r"explained|disclosed|revealed|released|made available|granted|spelled out) to|"
    r"aired (?:by|on)|broadcast (?:by|on)|appear(?:ed|ing|s) (?:in|on)|say(?:s|ing)? (?:on|to)|said (?:on|in|to)|"
    r"reached by|contacted by|asked by|questions? from|conversation with|"
    r"(?:column|essay|commentary|article|op-ed|piece) (?:for|in)|first in|exclusively by|to)\s+" + _ITS_KIND,
    re.IGNORECASE,
)
_FROM_OUTLET: Final = re.compile(
    r"^(?:[’']s [\w’' ]{0,30})?,?\s+(?:which |that )?(?:has |had |have )?(?:also |first |later |earlier )?"
    r"(?:report(?:s|ed)|sa(?:ys|id)|writes|wrote|cit(?:es|ed)|quot(?:es|ed|ing)|was quoting|learned|learnt|understands|"
    r"(?:was|were) able to (?:see|consult|review)|reveal(?:s|ed)|claim(?:s|ed)|citing|on the word of|relying on|"
    r"got hold of|first had|obtained|seen|reviewed|published|carried|broadcast|aired|ran|has seen|relayed)\b",
    re.IGNORECASE,
)
_CITING: Final = re.compile(
    r"\b(?:citing|quoting|gives? as its source|(?:which |who |that )?(?:cited|quoted|cites|quotes)|relying on|"
    r"referring to|based on|"
    r"on the (?:word|authority) of|with reference to|attribut\w+ (?:the \w+|it|this|that) to|sourced to|"
    r"credited (?:it |the \w+ )?to|(?:was|were|been) told by|learned from|learnt from|heard from)"
    r"\s+[“\"]?(?P<who>[^.;:“”\"]+)",
    re.IGNORECASE,
)
_WHO_ENDS: Final = re.compile(
    r",| as saying| as having| that | who | which | whom | on condition| about | after | when | said | told "
)
_POSSESSOR: Final = re.compile(r"^(?:[A-Z][\w.-]+ ?){1,3}[’']s? ")
_STOPS: Final = re.compile(r"[,;:’'](?:s\b|\s|$)|\b(?:who|that|by|of|at|for|to|with|in)\b")
_JOINED: Final = re.compile(r",? and (?=(?:an?|two|three|four|several|other|another|one)\b)")
_SAME_OCCASION: Final = re.compile(
    r"\b(?:in|during|elsewhere in|later in|on|of) (?:the|that|this) (?:same )?(?:\w+ )?"
    r"(?:interview|conversation|broadcast|programme|program|report|article|podcast|show)\b|"
    r"\b(?:was|were|is|are) (?:also )?quoted\b",
    re.IGNORECASE,
)
_ON_AIR: Final = re.compile(
    r"\b(?:on|by|in) (?P<name>(?:(?:the|a) )?(?:state|national|public|local|regional|independent|private|opposition) "
    r"(?:\w+ )?(?:television|tv|radio|media|newspapers?))\b(?! (?:station|channel|network|host))",
    re.IGNORECASE,
)
_ELSEWHERE: Final = re.compile(
    r"\b(?:later|earlier|instagram|facebook|twitter|telegram|linkedin|tiktok|on X|separately|previously|yesterday|"
    r"in (?:a|an|his|her|its|their) (?:\w+ )?(?:statement|post|letter|speech|video|book|memoir|e-?mail|address)|"
    r"(?:news|press) conference|(?:by|to|with|told) us\b|we (?:also )?(?:called|reached)|"
    r"told (?!him|her|them|it\b|the (?:paper|newspaper|daily|agency|broadcaster|channel|network|station))|"
    r"in (?:court|parliament|congress)|last (?:week|month|year)|(?:the next|the same|a) day)\b",
    re.IGNORECASE,
)
_VOICE: Final = re.compile(
    r"\b(?:through|via) (?P<who>(?:a|an|his|her|its|their|the)(?: [\w-]+){0,2} (?:spokes(?:man|woman|person|people)|lawyers?|"
    r"attorneys?|solicitors?|counsel|office|aides?|agent|representatives?|publicist|secretary|service)"
    r"(?:, (?:(?-i:[A-Z])[\w’'.-]+ ?){2,3})?)(?![\w-])",
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
        self.names = {actor.id: actor.name for actor in actors}

    def link(self, mention: Mention) -> Link:
        """An outlet that is named, or meant by “the paper”, as a relay."""
        return Link(
            text=self.names[mention.actor], span=(mention.start, mention.end), type="outlet", actor=mention.actor
        )

    def between(self, start: int, end: int) -> list[Mention]:
        """The outlets named in [start, end)."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def of(self, attribution: Attribution, around: Span, others: Sequence[Attribution]) -> list[Mention]:
        """The outlets that relay an attribution; `others` are the attributions of the article, its own among them."""
        near = [o for o in others if o.cue and around[0] <= o.cue[0][0] < around[1]]
        cues = sorted(span for o in near for span in o.cue)
        found = []
        for mention in self.between(*around):
            in_content = any(a <= mention.start < b for a, b in attribution.content)
            is_source = any(s[0] == mention.start or self._is_name_of(s, mention) for s in attribution.source)
            if in_content or is_source or not self.hands_on(mention, around):
                continue
            if any(_speaks_elsewhere(mention, o, attribution) for o in near if o is not attribution):
                continue
            if self._is_told(mention, around) and not _belongs(mention, attribution, cues, around):
                continue
            found.append(mention)
        return found

    def _is_name_of(self, span: Span, mention: Mention) -> bool:
        """Whether a source begins with what only introduces the outlet's name (“state broadcaster X”)."""
        return self.introduced(span) == (mention.start, mention.end)

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
        return self.text[max(around[0], mention.start - 120) : mention.start]

    def unnamed(self, attribution: Attribution, around: Span) -> list[Link]:
        """Outlets without a name on which somebody speaks (“on state television”)."""
        if not attribution.source:
            return []
        taken = [*attribution.source, *attribution.content]
        spans = [match.span("name") for match in _ON_AIR.finditer(self.text, *around)]
        free = [s for s in spans if not any(s[0] < end and start < s[1] for start, end in taken)]
        return [Link(text=self.text[slice(*span)].removeprefix("the "), span=span, type="outlet") for span in free[:1]]

    def cited(self, after: int, around: Span) -> list[Span]:
        """Whom, or what, an outlet or a document names as its own source behind a place; two that are joined apart."""
        match = _CITING.search(self.text, max(after, around[0]), around[1])
        if not match:
            return []
        end = _WHO_ENDS.search(match["who"])
        start = match.start("who")
        stop = start + (end.start() if end else len(match["who"].rstrip()))
        joined = _JOINED.search(self.text, start, stop)
        parts = [(start, joined.start()), (joined.end(), stop)] if joined else [(start, stop)]
        return [part for part in parts if part[1] > part[0] and _names_somebody(self.text[slice(*part)])]

    def introduced(self, span: Span) -> Span | None:
        """The outlet of a source that begins with what it is (“the Turkish state broadcaster NTV”), where it does."""
        for mention in self.between(*span)[:1]:
            before = _POSSESSOR.sub("", self.text[span[0] : mention.start]).split()
            after = re.match(r" (\w+)", self.text[mention.end : span[1]])
            is_before = bool(before) and before[-1].lower() in OUTLET_NOUNS
            is_after = bool(after and after[1].lower() in OUTLET_NOUNS)
            if (is_before or is_after) and len(before) < 6 and not _STOPS.search(" ".join(before)):
                return mention.start, mention.end
        return None

    def is_same_occasion(self, around: Span) -> bool:
        """Whether a sentence goes on with an interview or a report that was named before."""
        return _SAME_OCCASION.search(self.text, *around) is not None

    def is_elsewhere(self, around: Span, content: Sequence[Span]) -> bool:
        """Whether a sentence says, outside the content, that somebody speaks at another time or place than before."""
        found = (match.start() for match in _ELSEWHERE.finditer(self.text, *around))
        return any(not any(start <= place < end for start, end in content) for place in found)

    def voice(self, around: Span) -> Span | None:
        """Through whom somebody says something (“through his lawyer”)."""
        match = _VOICE.search(self.text, *around)
        return match.span("who") if match else None


def _names_somebody(words: str) -> bool:
    """Whether a cited phrase is a person, a group or a document, not a reason (“citing security concerns”)."""
    folds = re.findall(r"[\w-]+", words)
    return any(f[0].isupper() or kind_of_noun(f.lower()) for f in folds)


def _speaks_elsewhere(mention: Mention, other: Attribution, attribution: Attribution) -> bool:
    """Whether an outlet is the source of another attribution that says nothing of what this one says."""
    parts = [*attribution.content, *attribution.cue]
    is_source = any(a <= mention.start < b for a, b in other.source)
    return is_source and not any(a < end and start < b for a, b in other.content for start, end in parts)


def _belongs(mention: Mention, attribution: Attribution, cues: Sequence[Span], around: Span) -> bool:
    """Whether the telling is this attribution's own: no other cue of the sentence stands nearer before the outlet."""
    own = max((a for a, _ in attribution.cue if a < mention.start), default=-1)
    nearest = max((a for a, _ in cues if around[0] <= a < mention.start), default=-1)
    return nearest < 0 or own == nearest or (own < 0 and not attribution.cue)


def _own_ids(article: Article, actors: Sequence[Actor]) -> frozenset[str]:
    """The ids under which the article's own outlet is found in it."""
    if not article.outlet:
        return frozenset()
    row = knowledge().outlets.get(outlet_named(article.outlet) or "")
    names = [n.casefold().removeprefix("the ") for n in (article.outlet, *((row.name, *row.aliases) if row else ()))]
    outlets = [actor for actor in actors if actor.kind == "outlet"]
    return frozenset(
        a.id for a in outlets if any(_is_same_house(own, form) for own in names for form in (a.name, *a.forms))
    )


def _is_same_house(own: str, form: str) -> bool:
    """Whether a name is the outlet's own, or one goes on where the other ends (“ABC”, “ABC Radio”)."""
    other = form.casefold().removeprefix("the ")
    return own == other or other.startswith(own + " ") or own.startswith(other + " ")
