"""What an event is called: a short noun phrase made of the text's own words."""

import re

from sayso.records import Span
from sayso.timeline.complete import complete_phrase
from sayso.timeline.kinds import EventKind, Trigger
from sayso.timeline.places import find_places
from sayso.timeline.tense import clause_at, first_verb

_NAMES: dict[EventKind, str] = {
    "summit": "summit",
    "meeting": "meeting",
    "session": "session",
    "vote": "vote",
    "election": "election",
    "deadline": "deadline",
    "visit": "visit",
    "signature": "signature",
    "application": "membership application",
    "accession": "accession",
    "force": "entry into force",
}
_QUALIFIER = re.compile(
    r"(?:(?:[A-Z][\w&.-]*|\w+-\w+|annual|extraordinary|ordinary|plenary|special|emergency|informal|joint|second|"
    r"third|first|final|"
    r"parliamentary|presidential|general|snap|early|regional|trilateral|bilateral|official|state|peace|climate|"
    r"ministerial)(?:['’]s)? ){1,5}$"
)
_DETERMINER = re.compile(
    r"^(?:(?:The|In|At|On|A|An|This|That|Before|After|During|And|But|For|His|Her|Their|Its|both)\s)+", re.IGNORECASE
)
# A full stop inside a name ends nothing: "Mr. Xi", "J. Smith".
_CHAR = r"(?:[^,.;:]|(?<=\bMr)\.|(?<=\bMs)\.|(?<=\bMrs)\.|(?<=\bDr)\.|(?<=\bSt)\.|(?<=\b[A-Z])\.)"
_STOP = r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\b[A-Z])\."
_COMPLEMENT = re.compile(
    r" (?:on(?! \w+day)|of|to|with|between|by) (?! ?the (?:verge|eve|margins|sidelines|edge|brink|fringes)\b)"
    rf"(?:{_CHAR}+?)(?=$|[,;:]|{_STOP}| (?:on|in|at|by|will|is|was|were|are|did|has|had|have|that|which|who|next|this|last|took|"
    r"takes|for|after|before|(?:[A-Z]\w+ )?(?:said|says|told))\b)"
)
_OBJECT = re.compile(
    r"^(?: to ratify| to approve| to reject| for| in favou?r of| on| to(?= the )| against)? ?"
    rf"(?P<words>(?:the |a |an |its |to )?{_CHAR}{{2,80}}?)(?=$|[,;:]|{_STOP}| (?:in|at|by|with|while|and|after|before|this|"
    r"next|last|into|that|which|only|(?:on|for)(?! [A-Z]))\b)"
)
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\."
)
_TALLY_OR_DAY = re.compile(
    rf"(?: (?:by|with))? (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)(?: votes?)?(?: to |-|–)\w+(?: "
    rf"votes?)?"
    rf"| (?:on |in |by |from |until )?(?:(?:next|last|this) \w+|\w+day|tomorrow|\w+ \w+ (?:later|ago)|(?:\d+ "
    rf")?(?:{_MONTHS})(?: \d+)*)(?!\w|['’]| \w+day)"
)
_DATELINE = re.compile(r"^[A-Z][A-Z ,]+(?:\([^)]*\) )?(?:--|[–—-]) ")
_COORDINATED = re.compile(r" and(?: then| later| also| first)*\s*$")
_PRONOUN = re.compile(r"(?:^|\s)(?:he|she|it|they|them|him|we|I|who|which|that|there|this)$", re.IGNORECASE)
_FINITE = re.compile(r"\b(?:was|were|is|are|has|have|had|said|says|will|would)\b")
_RELATIVE = re.compile(r",? (?:who|which)\s*$")
_AT_ONE = re.compile(r"\b(?:at|for|in|during|holds?|held) (?:a|an|their|its)(?: \w+)? $")
_ASSEMBLED = re.compile(
    r"\b(?:ministers|leaders|ambassadors|envoys|lawmakers|deputies|delegates|presidents|governors)\b"
)
# Words that open a sentence in capitals without being names.
_COMMON = re.compile(
    r"^(?:The|Deputies|Lawmakers|Legislators|Ministers|Leaders|Members|Senators|Delegates|Ambassadors|Voters|Envoys|"
    r"Negotiators|Both)\b"
)
_TOGETHER = re.compile(r"br(?:ing|ought)\w* (?P<who>.{3,80}) together")
_APPOSITION = re.compile(r", (?:which|who|whose|the|a|an|his|her|its) [^,]*,(?=\s|$)")
_AUXILIARY = re.compile(
    r"(?:\s+(?:thereby|thus|therefore|now|has|have|had|will|would|is|are|was|were|be|to|may|might|could|should|"
    r"must|can|did|not|also|finally|"
    r"formally|officially|then|first|"
    r"due|set|plans?|planned|hopes?|wants?|agreed|expected|scheduled|slated|anticipated|likely|going|already|still|"
    r"on \w+day|late|early|(?:last|this|next) (?:week|month|year|night)|last|this|\w+day))+\s*$"
)
_LEADING = re.compile(
    r"^(?:[\s,“”\"—–-]|On (?:\w+day|\d+ [A-Z]\w+|[A-Z]\w+ \d+)\b|"
    r"(?:Of(?= the)|and|but|so|while|as|that|where|when|after|before|because|who|which|then)\b)+"
)


def name_event(text: str, sentence: Span, trigger: Trigger) -> str:
    """The event's name, such as "NATO summit", "vote on the budget", "visit of the Finnish envoys"."""
    clause = clause_at(text, sentence, trigger.span[0])
    return _of_noun(text, clause, trigger) if trigger.is_noun else _of_verb(text, sentence, clause, trigger)


def _of_noun(text: str, clause: Span, trigger: Trigger) -> str:
    before = _QUALIFIER.search(text[clause[0] : trigger.span[0]])
    qualifier = _DETERMINER.sub("", before[0]) if before else ""
    noun = text[trigger.span[0] : trigger.span[1]]
    kinds = ("vote", "session", "signature", "deadline", "meeting")
    rest = _COMPLEMENT.match(text, trigger.span[1], clause[1]) if trigger.kind in kinds else None
    if trigger.kind == "summit":
        rest = _of_whom(text, trigger.span[1], clause[1])
    whose = "" if rest or qualifier or trigger.kind != "meeting" else _who_meets(text, clause, trigger.span[0])
    return complete_phrase(f"{qualifier}{noun}{rest[0] if rest else whose}")


def _of_whom(text: str, start: int, end: int) -> re.Match[str] | None:
    """The members in "summit of the African Union", not the town in "summit of Lima"."""
    rest = _COMPLEMENT.match(text, start, end) if text.startswith(" of ", start) else None
    towns = [n for n in find_places(text, *rest.span()) if n.place.kind in ("city", "capital")] if rest else []
    return None if towns else rest


def _who_meets(text: str, clause: Span, noun: int) -> str:
    """Who does something "at a meeting" is who meets."""
    before = text[clause[0] : noun]
    subject = subject_before(text, clause, clause[0] + first_verb(before)) if _AT_ONE.search(before) else ""
    return f" of {subject}" if _ASSEMBLED.search(subject) else ""


def qualifier_span(text: str, sentence: Span, trigger: Trigger) -> Span | None:
    """Where the words stand that qualify a noun: "NATO" in "the NATO summit"."""
    before = _QUALIFIER.search(text[sentence[0] : trigger.span[0]])
    return (sentence[0] + before.start(), trigger.span[0]) if before else None


def _of_verb(text: str, sentence: Span, clause: Span, trigger: Trigger) -> str:
    name = _NAMES[trigger.kind]
    together = _TOGETHER.match(text[trigger.span[0] : trigger.span[1]])
    if together:
        return complete_phrase(f"{name} of {together['who']}")
    if trigger.kind == "vote" and text[trigger.span[0] : trigger.span[1]].startswith("ratif"):
        name = "ratification"
    subject = subject_before(text, sentence, trigger.span[0])
    is_passive = bool(re.search(r"\b(?:be|been|being|was|were|is|are) (?:\w+ly )?$", text[clause[0] : trigger.span[0]]))
    words = name
    if trigger.kind in ("vote", "signature") and not is_passive:
        target = _object_after(text[trigger.span[1] : clause[1]])
        link = "" if target.startswith("to ") else " of" if name in ("ratification", "signature") else " on"
        words += f"{link} {target}" if target else ""
    if subject:
        by = trigger.kind in ("vote", "signature") and not is_passive
        link = "for" if trigger.kind == "deadline" else "by" if by else "of"
        words += f" {link} {subject}"
    return complete_phrase(words)


def _object_after(words: str) -> str:
    """What a verb acts on, without tally and day; nothing for a pronoun."""
    match = _OBJECT.match(_TALLY_OR_DAY.sub("", words))
    target = match["words"].strip() if match else ""
    if re.match(r"(?:that|which|in|against|on|with|as|by|than|granted|if|how)\b|['’]", target):
        return ""
    return "" if _PRONOUN.search(target.split(" into ")[0].split(" in ")[0]) else target


def subject_before(text: str, sentence: Span, verb: int) -> str:
    """The noun phrase that a verb of the sentence follows, if it is short enough to be one; else nothing."""
    before = _DATELINE.sub("", _APPOSITION.sub("", text[sentence[0] : verb]))
    before = _RELATIVE.sub("", _AUXILIARY.sub("", before))
    if _COORDINATED.search(before):
        # "The minister visited Kyiv and then flew": the subject stands before the first verb.
        before = before[: first_verb(before) or len(before)]
    last = re.split(
        r"[,;:]\s|[“”\"]| (?:said|says|that|who|which|where|when|while|after|before|but)\b", _AUXILIARY.sub("", before)
    )[-1]
    words = _LEADING.sub("", _AUXILIARY.sub("", last)).strip()
    is_phrase = 0 < len(words.split()) <= 8 and bool(re.match(r"(?:[A-Z]|the\b|a\b|both\b|its\b)", words))
    is_phrase = is_phrase and not _FINITE.search(words)
    words = _COMMON.sub(lambda first: first[0].lower(), words)
    return words if is_phrase and not _PRONOUN.search(words) else ""


def subject_span(text: str, sentence: Span, verb: int) -> Span | None:
    """Where the subject that a verb of the sentence follows stands, if one is found."""
    subject = subject_before(text, sentence, verb)
    at = text[sentence[0] : verb].lower().rfind(subject.lower()) if subject else -1
    return None if at < 0 else (sentence[0] + at, sentence[0] + at + len(subject))
