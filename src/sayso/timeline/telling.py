"""Whether words that name an event tell of one: not of an intention, a condition, a habit or any such event."""

import re

from sayso.records import Span, Timex
from sayso.timeline.kinds import Trigger
from sayso.timeline.phrases import subject_span
from sayso.timeline.places import Named, find_places
from sayso.timeline.tense import Tense, clause_at

_BODY = re.compile(
    r"\b(?:parliament|lawmakers|legislators|legislature|deputies|MPs|assembly|senate|senators|congress|house|"
    r"chamber|plenary|council|committee|commission|board|cabinet|government|bundestag|knesset|duma|court|conference|panel|"
    r"members|allies|governors|ministers|ambassadors|delegates|leaders|bloc|alliance|union|bill|law|treaty|protocol|"
    r"agreement|resolution|budget|accord|motion|plan|nations|countries|states)\b",
    re.IGNORECASE,
)
_ASSEMBLED = re.compile(
    r"\b(?:parliament|lawmakers|deputies|MPs|assembly|senate|senators|congress|house|chamber|council|committee|board|"
    r"ministers|members|delegates)\b",
    re.IGNORECASE,
)
_CALLED_OFF = re.compile(
    r"\b(?:did not take place|was (?:postponed|cancelled|canceled|called off)|(?:did|does|do|will|would) not|"
    r"without a|no)\b"
)
# How one would vote, not that there was a vote: "would vote for", "will say no to".
_SIDES = re.compile(r"(?:votes?|voting|says?|saying)\b(?: (?:for|against|in favou?r|yes|no))\b")
_CONDITION = re.compile(r"\b(?:if|unless|provided|as long as|on condition|in exchange|whether|how|should)\b")
_ANY = re.compile(r"\b(?:any|every|each|such an?|such|all|many|most|usual|regular)\s(?:[\w-]+\s){0,3}$", re.IGNORECASE)
_NEEDED = re.compile(
    r"\b(?:requir\w+|needs?|needed|without|instead of|avoid\w*|right to|demand\w*)\s(?:(?:a|an|the)\s)?(?:[\w-]+\s){0,2}$"
)
_HABIT_BEFORE = re.compile(r"\b(?:often|usually|normally|generally|typically|regularly|traditionally|always) $")
_HABIT_AFTER = re.compile(
    r"\b(?:every|each) (?:year|month|week|day|spring|summer|autumn|winter|\w+day|(?:two|three|four|five|six) \w+)\b|"
    r"\b(?:once|twice) a (?:year|month|week)\b"
)
_IT = re.compile(r"\b[Ii]t (?:has |had |also |then |later )*$")
_ANYBODY = re.compile(r"(?:people|those|anyone|everyone|tourists|travell?ers|visitors)\b", re.IGNORECASE)
_REACH = 80


def is_narrated(text: str, sentence: Span, trigger: Trigger, timex: Timex | None) -> bool:
    """Whether the words speak of one event, held or to be held."""
    clause = clause_at(text, sentence, trigger.span[0])
    before = text[max(clause[0], trigger.span[0] - _REACH) : trigger.span[0]]
    if _HABIT_AFTER.search(text, trigger.span[1], clause[1]) or _HABIT_BEFORE.search(before):
        return False
    if trigger.is_noun:
        return not _ANY.search(before) and not (timex is None and _NEEDED.search(before))
    return not _is_intention(text, sentence, trigger, timex)


def _is_intention(text: str, sentence: Span, trigger: Trigger, timex: Timex | None) -> bool:
    """A side taken beforehand; only a body that is to decide on a day votes, whichever side it is said to take."""
    if trigger.kind != "vote" or not _SIDES.match(text, trigger.span[0], sentence[1]):
        return False
    subject = subject_span(text, sentence, trigger.span[0])
    is_body = bool(subject and _ASSEMBLED.search(text, *subject))
    is_dated = timex is not None and timex.span[0] > trigger.span[1]
    return not (is_body and is_dated and not _CONDITION.search(text, *sentence))


def is_telling(
    text: str, sentence: Span, trigger: Trigger, name: str, timex: Timex | None, named: Named | None, tense: Tense
) -> bool:
    """Not a journey without place or traveller, not an election of some past year in passing."""
    if not is_narrated(text, sentence, trigger, timex):
        return False
    if trigger.kind == "visit":
        is_visit = "visit" in text[trigger.span[0] : trigger.span[1]]
        subject = subject_span(text, sentence, trigger.span[0])
        is_anybody = bool(subject and _ANYBODY.match(text, *subject))
        return not is_anybody and bool((named or is_visit) and (timex or (name != "visit" and tense)))
    if trigger.kind in ("vote", "accession", "application") and not trigger.is_noun:
        return _has_body(text, sentence, trigger)
    if trigger.kind == "election" and timex and timex.precision == "year":
        return tense == "future"
    return True


def _has_body(text: str, sentence: Span, trigger: Trigger) -> bool:
    """Whether a state or a body decides, joins or applies, not a single voter or a candidate; "it" may be either."""
    span = subject_span(text, sentence, trigger.span[0])
    if trigger.kind != "vote":
        return span is None or bool(find_places(text, *span))
    clause = clause_at(text, sentence, trigger.span[0])
    start, end = span or (clause[0], trigger.span[0])
    if span is None and _IT.search(text, start, end):
        end = min(clause[1], trigger.span[1] + _REACH)
    return bool(_BODY.search(text, start, end) or any(p.place.kind == "state" for p in find_places(text, start, end)))


def is_called_off(clause: str, trigger: Trigger, offset: int) -> bool:
    """A vote that did not take place is none; a session that deputies did not come to still sat."""
    if trigger.kind in ("session", "summit", "deadline"):
        return False
    near = clause[max(0, trigger.span[0] - offset - 25) : trigger.span[1] - offset + 60]
    if trigger.is_noun:
        return "not take place" in clause[trigger.span[1] - offset :] or bool(re.search(r"\bno (?:\w+ )?$", near[:25]))
    return bool(_CALLED_OFF.search(clause[max(0, trigger.span[0] - offset - 25) : trigger.span[0] - offset]))
