"""What an event is called: a short noun phrase made of the text's own words."""

import re

from sayso.records import Span
from sayso.timeline.kinds import EventKind, Trigger
from sayso.timeline.tense import clause_at

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
    r"(?:(?:[A-Z][\w&.-]*|\w+-\w+|annual|extraordinary|ordinary|plenary|special|emergency|informal|joint|second|third|first|final|"
    r"parliamentary|presidential|general|snap|early|regional|trilateral|bilateral|official|state|peace|climate|ministerial)(?:['’]s)? ){1,5}$"
)
_DETERMINER = re.compile(r"^(?:(?:The|In|At|On|A|An|This|That|Before|After|During|And|But|For|His|Her|Their|Its|both)\s)+", re.IGNORECASE)
_COMPLEMENT = re.compile(r" (?:on|of|to) (?:[^,.;:]+?)(?=$|[,.;:]| (?:on|in|at|by|will|is|was|are|did|has|have|that|which|who|next|this|last|took|takes|for)\b)")
_OBJECT = re.compile(
    r"^(?: to ratify| to approve| for| in favou?r of| on| to| against)? ?"
    r"(?P<words>(?:the |a |an |its )?[^,.;:]{3,60}?)(?=$|[,.;:]| (?:on|in|at|by|with|while|and|after|before|this|next|last|for|into|that|which)\b)"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_TALLY_OR_DAY = re.compile(
    rf" (?:by|with) (?:\d+|\w+)(?: votes?)?(?: to |-|–)(?:\d+|\w+)(?: votes?)?| (?:on |in )?(?:\w+day|(?:\d+ )?(?:{_MONTHS})(?: \d+)*)\b(?! \w+day)"
)
_APPOSITION = re.compile(r", (?:which|who|whose|the|a|an|his|her|its) [^,]*,(?=\s|$)")
_AUXILIARY = re.compile(
    r"(?:\s+(?:has|have|had|will|would|is|are|was|were|be|to|may|might|could|should|must|can|did|not|also|finally|formally|officially|then|first|"
    r"due|set|plans?|planned|hopes?|wants?|agreed|expected|scheduled|slated|anticipated|likely|going|already|still|"
    r"on \w+day|late|early|last|this|\w+day))+\s*$"
)
_LEADING = re.compile(r"^(?:[\s,“”\"—–-]|(?:and|but|so|while|as|that|where|when|after|before|because|who|which|then)\b)+")


def name_event(text: str, sentence: Span, trigger: Trigger) -> str:
    """"NATO summit", "vote on the budget", "visit of the Finnish envoys"."""
    clause = clause_at(text, sentence, trigger.span[0])
    return _of_noun(text, clause, trigger) if trigger.is_noun else _of_verb(text, sentence, clause, trigger)


def _of_noun(text: str, clause: Span, trigger: Trigger) -> str:
    before = _QUALIFIER.search(text[clause[0] : trigger.span[0]])
    qualifier = _DETERMINER.sub("", before[0]) if before else ""
    noun = text[trigger.span[0] : trigger.span[1]]
    rest = _COMPLEMENT.match(text, trigger.span[1], clause[1]) if trigger.kind in ("vote", "session", "signature", "deadline") else None
    return _short(f"{qualifier}{noun}{rest[0] if rest else ''}")


def _of_verb(text: str, sentence: Span, clause: Span, trigger: Trigger) -> str:
    name = _NAMES[trigger.kind]
    if trigger.kind == "vote" and text[trigger.span[0] : trigger.span[1]].startswith("ratif"):
        name = "ratification"
    subject = subject_before(text, sentence, trigger.span[0])
    target = _OBJECT.match(_TALLY_OR_DAY.sub("", text[trigger.span[1] : clause[1]])) if trigger.kind in ("vote", "signature", "application") else None
    words = name
    if target and trigger.kind != "application":
        words += f" {'of' if name in ('ratification', 'signature') else 'on'} {target['words'].strip()}"
    if subject:
        words += f" {'by' if target and trigger.kind != 'application' else 'of'} {subject}"
    return _short(words)


def subject_before(text: str, sentence: Span, verb: int) -> str:
    """The noun phrase that a verb of the sentence follows, if it is short enough to be one; else nothing."""
    before = _APPOSITION.sub("", text[sentence[0] : verb])
    last = re.split(r"[,;:]\s|[“”\"]| (?:said|says|that|who|which|where|when|while|after|before|but)\b", _AUXILIARY.sub("", before))[-1]
    words = _LEADING.sub("", _AUXILIARY.sub("", last)).strip()
    is_phrase = 0 < len(words.split()) <= 8 and bool(re.match(r"(?:[A-Z]|the\b|a\b|both\b|its\b)", words))
    return re.sub(r"^The\b", "the", words) if is_phrase and words not in ("He", "She", "It", "They", "We", "I") else ""


def _short(words: str) -> str:
    parts = re.sub(r"\s+", " ", words).strip(" ,.;:").split(" ")
    return " ".join(parts[:12])
