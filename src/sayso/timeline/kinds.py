"""The kinds of events that a debate turns on, and the words that tell them."""

import re
from functools import cache
from typing import Literal

import msgspec

from sayso.records import Span
from sayso.timeline.calendar import NUMBERS

EventKind = Literal[
    "summit",
    "meeting",
    "session",
    "vote",
    "election",
    "deadline",
    "visit",
    "signature",
    "application",
    "accession",
    "force",
]

# Nouns, longest first where one holds another; a qualifier before it is part of what happens ("NATO summit").
_NOUNS: dict[EventKind, str] = {
    "summit": r"summits?",
    "meeting": r"meetings?|talks|negotiations|(?<!news )(?<!press )(?<!video )(?<!phone )conferences?(?! call)|"
    r"hearings?|consultations|rounds? of talks|congress(?= (?:in|on|opens))",
    "session": r"(?:plenary |parliamentary )?(?:sessions?|sittings?(?= of))",
    "vote": r"votes?(?= (?:on|by|of|is|was|will|took|takes|did|scheduled|set)\b)|(?<=day['’]s )vote|ballot(?= "
    r"(?:on|in)\b)|referendum|plebiscite",
    "election": r"elections?|run-?off (?:vote|election)|polls(?= (?:in|on)\b)",
    "deadline": r"deadline|cut-off date",
    "visit": r"visits?(?= (?:to|by|in|on|of)\b)|trips? to|journey to|state visit",
    "signature": r"signing(?: ceremony)?(?= (?:of|in|on)\b)|signing ceremony",
    "force": r"entry into force",
}
_VERBS: dict[EventKind, str] = {
    "meeting": r"meets?(?! with (?:approval|criticism|resistance))|(?<!was )(?<!were )(?<!been )met(?= (?:in|on|"
    r"with|at|his|her|their|for|[A-Z]))|"
    r"(?:hold|holds|held) (?:talks|a meeting|consultations)|(?:gathers?|gathered)(?= (?:in|on|at)\b)|convenes?|"
    r"convened|"
    r"brings?\b[^.,;]{3,80}\btogether|brought\b[^.,;]{3,80}\btogether|bringing\b[^.,;]{3,80}\btogether",
    "deadline": r"ha(?:s|ve|d) until(?= (?!now))",
    "vote": r"(?:decides?|to decide) on(?= (?:the|a|an|its|[A-Z]))|(?:vote|votes|voted|voting)(?= (?:(?:by|on|in|"
    r"to|for|against|overwhelmingly|unanimously|next|this|later|again|tomorrow|today)\b|\d))|"
    r"(?:has|have|had)?\b\s?(?:said|says|say|saying) (?:yes|no) to|ratif(?:y|ies|ied)|"
    r"(?:give|gives|gave|given|giving) (?:its|their|his|her|the|final|formal)? ?(?:final |formal )?(?:consent|"
    r"assent|approval|backing|green light)|"
    r"(?:approved|adopted|passed|rejected|endorsed|approve|adopt|reject|examine|examines|debate|debates)"
    r"(?= (?:the|a|an|its|their|his|sweden|[A-Z]|legislation|it|both)\b)",
    "visit": r"(?:visit|visits|visited|visiting)(?= [A-Z])|(?:travel|travels|travelled|traveled|travelling|"
    r"traveling|fly|flies|flew|heads?|went|go|"
    r"(?:made|make|makes) (?:the|a) (?:trip|journey|visit))(?: on \w+)? to(?= (?:the )?[A-Z])|arrives? in|arrived in",
    "signature": r"(?:sign|signs|signed|signing)(?= (?:in|on|by|at|the|a|an|it|into|off|[A-Z])\b|[;,.])",
    "application": r"(?:applied|apply|applies|applying) (?:to join|for (?:\w+ )?membership)|(?:formally |"
    r"officially )?asked to join|"
    r"(?:submitted|lodged|handed in) (?:\w+ )?(?:applications?|bids?)|requested (?:\w+ )?membership",
    "accession": r"(?:joined|joins|entered|enters|acceded to|accedes to)(?= (?:the )?(?:alliance|bloc|union|club|"
    r"euro\b|"
    r"single currency|organi[sz]ation|[A-Z]{2,}|Nato|European|Alliance|Union))|"
    r"went in(?: alone)?|(?:becomes?|became) (?:a|the) (?:\w+ )?member|bec(?:omes?|ame) the \d+(?:st|nd|rd|th) member",
    "force": r"(?:enters?|entered|comes?|came|go|goes|went|coming|entering) into (?:force|effect)|takes? effect|"
    r"took effect",
    "session": r"(?:sits|opens|reconvenes?|resumes?)(?= (?:in|on)\b)",
    "election": r"goes? to the polls|go to the polls|went to the polls|(?:was|were|be|is) elected",
}
_NOUN_OR_VERB = ("vote", "votes", "visit", "visits", "debate", "debates", "meet")
# What makes the noun a mere qualifier: the election campaign, the meeting room.
_MODIFIES = re.compile(
    r" (?:debates?|campaigns?|season|cycle|process|results?|day|night|room|laws?|bills?|officials?|rules?|system|"
    r"agenda|table|"
    r"frameworks?|preparations|format|hall|venue|host|observers?|authority|commission|participants|delegates?|declaration|communiqué|communique|outcome|record)\b"
)
# Votes that are counted are no event of their own: "by 88 votes to 81".
_COUNTED = re.compile(rf"(?:\d|\b(?:{'|'.join(NUMBERS[1:])}|hundred)) $")
_DETERMINED = re.compile(
    r"(?:\b(?:the|a|an|this|that|his|her|its|their|no|any)|['’]s)(?: (?:final|first|second|decisive|key|crucial|"
    r"historic|next|last|planned|"
    r"official|state|recent|parliamentary|\w+-\w+|\w+ing))* $",
    re.IGNORECASE,
)


_MOST_TRIGGERS = 20


class Trigger(msgspec.Struct, frozen=True):
    """Words that name an event."""

    kind: EventKind
    span: Span
    is_noun: bool


@cache
def _pattern() -> re.Pattern[str]:
    nouns = [rf"(?P<n_{kind}>{words})" for kind, words in _NOUNS.items()]
    verbs = [rf"(?P<v_{kind}>{words})" for kind, words in _VERBS.items()]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(verbs + nouns)})(?![\w-])")


def find_triggers(text: str, start: int, end: int) -> list[Trigger]:
    """The words of text[start:end] that name an event, in order; none in what is no sentence but a list of them."""
    found: list[Trigger] = []
    for match in _pattern().finditer(text, start, end):
        group = match.lastgroup or ""
        either = match[0] in _NOUN_OR_VERB and _DETERMINED.search(text, max(start, match.start() - 40), match.start())
        is_noun = group.startswith("n_") or bool(either)
        is_count = match[0] in ("vote", "votes") and _COUNTED.search(
            text, max(start, match.start() - 12), match.start()
        )
        if is_count or (is_noun and _MODIFIES.match(text, match.end())):
            continue
        found.append(Trigger(group[2:], match.span(), is_noun))  # type: ignore[arg-type]
        if len(found) > _MOST_TRIGGERS:
            return []
    return found
