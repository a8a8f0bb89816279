"""Which body voted, and on what matter, as far as the words of a passage tell."""

import re

import msgspec

_HEADS = {
    "committee": r"committees?|subcommittee|panel",
    "upper": r"senate|upper house|house of lords|bundesrat|senators",
    "house": r"parliament|lawmakers|deputies|MPs|assembly|legislators|legislature|chamber|house|congress|bundestag|"
    r"knesset|duma|sejm|MEPs",
    "council": r"council|councillors|councilors|aldermen",
    "board": r"board|directors|governors|trustees|shareholders",
    "party": r"party|delegates|congress of",
    "union": r"union members|workers|staff|employees",
    "court": r"court|judges|justices|jury|tribunal",
    "ministers": r"ministers|cabinet|government",
}
_BODY = re.compile(
    r"(?P<qualifiers>(?:[A-Za-z][\w’'-]* ){0,3})\b(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _HEADS.items())
    + r")\b",
    re.IGNORECASE,
)
# What stands before the qualifiers of a body's name.
_BEFORE_NAME = re.compile(
    r"^.*(?:\b(?:the|a|an|its|their|this|that|by|of|in|from|for|to|on|and|when|which|after|before|while|as|but|"
    r"members|has|have|had|was|were|is)\b|['’]s) ?",
    re.IGNORECASE,
)
# Who publishes what a body did: "the minutes show", "according to the council's website".
_RECORD = re.compile(
    r"\b(?:records?|minutes|web ?sites?|web ?page|internet page|home ?page|tally|official (?:count|result|figures)|"
    r"roll[- ]call|protocol|gazette|register|transcript|bulletin|log|journal|count|results?|figures|notice|document)\b"
    r"[^.;]{0,60}?\b(?:shows?|showed|gives?|gave|lists?|listed|records?|recorded|puts?|has|had|reads?|says?|said|"
    r"notes?|states?|report(?:s|ed)?|indicates?)\b|"
    r"\baccording to (?:the|its|an?)\b[^.;,]{0,50}\b(?:records?|minutes|web ?sites?|page|tally|count|gazette|protocol|"
    r"register|transcript|notice)\b",
    re.IGNORECASE,
)
# A vote of another time, or on another step.
_OTHER_VOTE = re.compile(
    r"\b(?:earlier|previous|previously|last (?:year|month|week|time|spring|summer|autumn|winter)|(?:years?|months?|"
    r"weeks?|days) ago|initial\w*|original\w*|again|repeat\w*|re-?vote\w*|this time|amendments?|amended|procedural|"
    r"advisory|straw|subcommittee|second|third|test vote|trial|in (?:19|20)\d\d|day before|week before|later|new vote|"
    r"override|veto|postpone|adjourn|refer\w*)\b",
    re.IGNORECASE,
)
_NO_MATTER = re.compile(
    r"(?:record|minute|websit|intern|tally|offici|count|result|roll|protoc|gazett|regist|transc|bullet|journa|figure|"
    r"notice|docume|page|site|publis|shows?|showed|gives|gave|lists?|listed|records|puts|reads|report|indica|accord|"
    r"vote[sd]?|voting|voice|ballot|favour|favor|agains|contra|oppose|absten|abstai|approv|adopte|adopti|passed|passes|"
    r"passag|reject|endors|backed|backin|suppor|cleare|carrie|agreed|accept|voted|decide|defeat|turned|down|while|"
    r"with|were|have|been|that|this|from|into|they|their|them|there|which|what|when|after|before|narrow|overwh|unanim|"
    r"members?|membe|countr|final|finall|margin|major|minori|said|saying|told|announ|thursd|tuesda|monday|wednes|"
    r"friday|saturd|sunday|today|yester|mornin|evenin|night|aftern|januar|februa|march|april|june|july|august|septem|"
    r"octobe|novemb|decemb|hundre|none|three|four|five|seven|eight|nine|eleven|twelve|than|only|also|meanwh|howeve)\w*"
)


class Body(msgspec.Struct, frozen=True):
    """A kind of body with the words that tell it from others of its kind; none where the passage says "the committee"."""

    head: str
    qualifiers: frozenset[str]

    def may_be(self, other: "Body") -> bool:
        """Whether both can be the same body."""
        share = bool(self.qualifiers & other.qualifiers) or not (self.qualifiers and other.qualifiers)
        return self.head == other.head and share


def bodies_in(words: str) -> tuple[Body, ...]:
    """The bodies that a passage names, in order."""
    found = []
    for match in _BODY.finditer(words):
        before = _BEFORE_NAME.sub("", match["qualifiers"]).lower().split()
        kept = frozenset(w[:6] for w in before if not _NO_MATTER.fullmatch(w))
        found.append(Body(match.lastgroup or "", kept))
    return tuple(found)


def matter_in(words: str) -> frozenset[str]:
    """Stems of what was voted on: the words that are neither the vote's nor its body's."""
    rest = _BODY.sub(" ", words)
    stems = (w.lower()[:6] for w in re.findall(r"[^\W\d_]{4,}", rest))
    return frozenset(s for s in stems if not _NO_MATTER.fullmatch(s))


def is_record(words: str) -> bool:
    """Whether a passage tells what the records of a body show."""
    return bool(_RECORD.search(words))


def is_other_vote(words: str) -> bool:
    """Whether a passage speaks of another time or another step."""
    return bool(_OTHER_VOTE.search(words))
