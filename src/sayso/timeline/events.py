"""What happens when and where: the events that an article tells or announces."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from sayso.language.sentences import sentences
from sayso.records import Actor, Article, Event, Mention, Span, Timex
from sayso.timeline.attach import date_for, place_for, seat_for
from sayso.timeline.kinds import Trigger, find_triggers
from sayso.timeline.phrases import name_event
from sayso.timeline.places import Named, find_locations
from sayso.timeline.tense import Tense, clause_at, tense_at

_POSSIBLE = re.compile(r"\b(?:may|might|could|possibly|perhaps|proposed|would like to|wants? to|hopes? to|if)\b")
_EXPECTED = re.compile(
    r"\b(?:expected|scheduled|slated|anticipated|likely|plan(?:s|ned)?|due|set to|intends?|aims?|is to|are to|would|should)\b"
)
_CALLED_OFF = re.compile(r"\b(?:did not take place|was (?:postponed|cancelled|canceled|called off)|(?:did|does|do|will|would) not|without a|no)\b")
_LENGTH = re.compile(r"\b(?P<count>two|three|four|five|six)-day\b")
_LENGTHS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_LONG_SENTENCE = 320


def find_events(
    article: Article, timexes: Sequence[Timex], actors: Sequence[Actor], mentions: Sequence[Mention], as_of: str | None
) -> tuple[Event, ...]:
    """The events of the body, in text order, with ISO days, place, status seen from `as_of` (else publication).

    An event has a date, a place, or a nature that stands alone (a named summit); evidence is its sentence, or its
    clause where the sentence is long.
    """
    known = {actor.id for actor in actors}
    now = as_of or article.published
    found: list[Event] = []
    for block in article.blocks:
        if block.kind == "body":
            for sentence in sentences(article.text, block.start, block.end):
                found.extend(_events_of(article, sentence, timexes, [m for m in mentions if m.actor in known], now))
    return tuple(found)


def _events_of(
    article: Article, sentence: Span, timexes: Sequence[Timex], mentions: Sequence[Mention], now: str | None
) -> list[Event]:
    text = article.text
    triggers = find_triggers(text, *sentence)
    locations = find_locations(text, *sentence)
    made: dict[tuple[str | None, str | None, Span], tuple[int, Event]] = {}
    for trigger in triggers:
        event = _event(article, sentence, trigger, triggers, timexes, locations, mentions, now)
        if event is None:
            continue
        key = (event.start, event.where, clause_at(text, sentence, trigger.span[0]))
        rank = _rank(trigger)
        if key not in made or rank < made[key][0]:
            made[key] = rank, event
    return [event for _, event in made.values()]


def _rank(trigger: Trigger) -> int:
    """Of several words for one event, the most telling: a summit before the trip to it."""
    order = ("summit", "election", "accession", "application", "force", "vote", "signature", "session", "meeting", "visit", "deadline")
    return order.index(trigger.kind)


def _event(
    article: Article,
    sentence: Span,
    trigger: Trigger,
    triggers: Sequence[Trigger],
    timexes: Sequence[Timex],
    locations: Sequence[Named],
    mentions: Sequence[Mention],
    now: str | None,
) -> Event | None:
    text = article.text
    clause = clause_at(text, sentence, trigger.span[0])
    if _is_called_off(text[clause[0] : clause[1]], trigger, clause[0]):
        return None
    timex = date_for(text, sentence, trigger, triggers, timexes)
    named = place_for(text, sentence, trigger, triggers, locations)
    place = named.place if named else seat_for(text, sentence, trigger)
    tense = tense_at(text, sentence, *trigger.span)
    name = name_event(text, sentence, trigger)
    if trigger.kind == "visit" and not timex and name == "visit":
        return None
    if not (timex or named or (trigger.kind == "summit" and trigger.is_noun and tense == "future")):
        return None
    start, end = (timex.start, _end(text, clause, timex)) if timex else (None, None)
    span = sentence if sentence[1] - sentence[0] <= _LONG_SENTENCE else _with_date(clause, timex, sentence)
    return Event(
        what=name,
        where=place.label if place else None,
        start=start,
        end=end,
        precision=timex.precision if timex else None,
        status=_status(start, end, now, tense),
        certainty=_certainty(text[clause[0] : trigger.span[1]]),
        attendees=_attendees(clause, trigger, named, mentions),
        evidence=(article.evidence(*span),),
    )


def _with_date(clause: Span, timex: Timex | None, sentence: Span) -> Span:
    if timex and not clause[0] <= timex.span[0] < clause[1]:
        return sentence
    return clause


def _is_called_off(clause: str, trigger: Trigger, offset: int) -> bool:
    """A vote that did not take place is none; a session that deputies did not come to still sat."""
    if trigger.kind in ("session", "summit", "deadline"):
        return False
    near = clause[max(0, trigger.span[0] - offset - 25) : trigger.span[1] - offset + 60]
    if trigger.is_noun:
        return "not take place" in clause[trigger.span[1] - offset :] or bool(re.search(r"\bno (?:\w+ )?$", near[:25]))
    return bool(_CALLED_OFF.search(clause[max(0, trigger.span[0] - offset - 25) : trigger.span[0] - offset]))


def _end(text: str, clause: Span, timex: Timex) -> str:
    """ "A two-day summit opens on 11 July" ends on the 12th."""
    length = _LENGTH.search(text, *clause)
    if length and timex.start == timex.end and timex.year_known:
        return (date.fromisoformat(timex.start) + timedelta(days=_LENGTHS[length["count"]] - 1)).isoformat()
    return timex.end


def _status(start: str | None, end: str | None, now: str | None, tense: Tense) -> str:
    last = end or start
    if last is None or now is None or last.startswith("XXXX"):
        return "upcoming" if tense == "future" else "past"
    if last == now or (start is not None and start <= now < last):
        return "past" if tense == "past" else "upcoming"
    return "past" if last < now else "upcoming"


def _certainty(words: str) -> str:
    if _POSSIBLE.search(words):
        return "possible"
    return "expected" if _EXPECTED.search(words) else "certain"


def _attendees(clause: Span, trigger: Trigger, named: Named | None, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Actors named in the clause, without the place and without what qualifies the noun ("the NATO summit")."""
    there = named.phrase if named else (0, 0)
    ids = [
        m.actor
        for m in mentions
        if clause[0] <= m.start < clause[1]
        and not there[0] <= m.start < there[1]
        and not (trigger.is_noun and 0 <= trigger.span[0] - m.end <= 1)
    ]
    return tuple(dict.fromkeys(ids))
