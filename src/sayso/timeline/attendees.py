"""Who takes part in an event, among the actors that its sentence names."""

import re
from collections.abc import Sequence

from sayso.records import Mention, Span
from sayso.timeline.kinds import Trigger
from sayso.timeline.phrases import qualifier_span, subject_span
from sayso.timeline.places import Named
from sayso.timeline.tense import clause_at

# What is decided is done by whoever decides, not by all whom the clause names.
_DECIDED = ("vote", "signature", "application", "accession", "force", "deadline", "election")
_SPEAKS_AFTER = re.compile(
    r"[”\",]{0,2} (?:has |had |also )?(?:said|says|told|announced|wrote|warned|added|stated|insisted)\b"
)
_SPEAKS_BEFORE = re.compile(r"\b(?:said|says|according to|told|added|wrote)(?: [\w’'-]+){0,3},? $")


def attendees_of(
    text: str,
    sentence: Span,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    locations: Sequence[Named],
    mentions: Sequence[Mention],
) -> tuple[str, ...]:
    """Actor ids in text order: no place, no qualifier of a noun ("the NATO summit"), nobody who only reports it."""
    clause = clause_at(text, sentence, trigger.span[0])
    within = _deciders(text, sentence, trigger) if trigger.kind in _DECIDED else clause
    apart = [n.phrase for n in locations]
    apart += [span for t in triggers if t.is_noun and (span := qualifier_span(text, sentence, t))]
    ids = [
        m.actor
        for m in mentions
        if within[0] <= m.start < within[1]
        and not any(start <= m.start < end for start, end in apart)
        and not (_SPEAKS_AFTER.match(text, m.end) or _SPEAKS_BEFORE.search(text, max(clause[0], m.start - 60), m.start))
    ]
    return tuple(dict.fromkeys(ids))


def _deciders(text: str, sentence: Span, trigger: Trigger) -> Span:
    """The subject of the verb; for a noun what follows "by", or whose it is: "Monday's vote by the deputies"."""
    if not trigger.is_noun:
        return subject_span(text, sentence, trigger.span[0]) or (0, 0)
    clause = clause_at(text, sentence, trigger.span[0])
    by = re.compile(r" (?:on [^,.;]{2,60} )?by ").match(text, trigger.span[1], clause[1])
    return (by.end(), clause[1]) if by else (0, 0)
