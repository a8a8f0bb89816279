"""What happens when and where: the events that an article tells or announces."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

import msgspec

from sayso.records import Actor, Article, Event, Mention, Span, Timex, has_year
from sayso.timeline.attach import date_for, place_for
from sayso.timeline.attendees import attendees_of
from sayso.timeline.kinds import Trigger, find_triggers
from sayso.timeline.phrases import name_event
from sayso.timeline.places import Named, find_locations
from sayso.timeline.seats import seat_for
from sayso.timeline.telling import is_called_off, is_telling
from sayso.timeline.tense import Tense, body_sentences, clause_at, is_past_form, tense_at
from sayso.timeline.twice import find_two_places

_POSSIBLE = re.compile(r"\b(?:may|might|could|possibl[ey]|perhaps|proposed|would like to|wants? to|hopes? to|if)\b")
_EXPECTED = re.compile(
    r"\b(?:expected|scheduled|slated|anticipated|likely|plan(?:s|ned)?|due|set to|intends?|aims?|is to|are to|was to|were to|"
    r"would|should)\b"
)
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
    ours = [m for m in mentions if m.actor in known]
    starts = [t.span[0] for t in timexes]
    for sentence in body_sentences(article):
        inside = timexes[bisect_left(starts, sentence[0]) : bisect_left(starts, sentence[1])]
        found.extend(_events_of(article, sentence, inside, ours, now))
    return tuple(found)


def _events_of(
    article: Article, sentence: Span, timexes: Sequence[Timex], mentions: Sequence[Mention], now: str | None
) -> list[Event]:
    text = article.text
    triggers = find_triggers(text, *sentence)
    locations = find_locations(text, *sentence)
    made: list[tuple[Trigger, Event]] = []
    for trigger in triggers:
        event = _event(article, sentence, trigger, triggers, timexes, locations, mentions, now)
        if event is None:
            continue
        clause = clause_at(text, sentence, trigger.span[0])
        told = [i for i, (other, seen) in enumerate(made) if _tells_same(clause, other, seen, trigger, event)]
        if told:
            best, kept = min(made[told[0]], (trigger, event), key=lambda pair: _rank(pair[0]))
            where = kept.where or made[told[0]][1].where or event.where
            made[told[0]] = best, msgspec.structs.replace(kept, where=where)
        else:
            made.append((trigger, event))
    return [event for _, event in made]


def _tells_same(clause: Span, one: Trigger, seen: Event, other: Trigger, event: Event) -> bool:
    """Two words of one clause with the same day, and the same place or but one of them with a place."""
    if not clause[0] <= one.span[0] < clause[1] or seen.start != event.start:
        return False
    if one.is_noun and other.is_noun and one.kind == other.kind and seen.what != event.what:
        return False
    return seen.where == event.where or (seen.start is not None and (seen.where is None or event.where is None))


def _rank(trigger: Trigger) -> int:
    """Of several words for one event the most telling, a summit before the trip to it, stands for all."""
    order = (
        "summit",
        "election",
        "accession",
        "application",
        "force",
        "vote",
        "signature",
        "session",
        "meeting",
        "visit",
        "deadline",
    )
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
    if is_called_off(text[clause[0] : clause[1]], trigger, clause[0]):
        return None
    timex = date_for(text, sentence, trigger, triggers, timexes)
    named = place_for(text, sentence, trigger, triggers, locations)
    is_torn = find_two_places(text, sentence, trigger) is not None
    place = None if is_torn else named.place if named else seat_for(text, sentence, trigger)
    tense = _tense_of(text, sentence, trigger)
    name = name_event(text, sentence, trigger)
    if not is_telling(text, sentence, trigger, name, timex, named, tense):
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
        status=_status(start, end, timex.precision if timex else None, now, tense),
        certainty=_certainty(text, clause, trigger),
        attendees=attendees_of(text, sentence, trigger, triggers, locations, mentions),
        evidence=(article.evidence(*span),),
    )


def _tense_of(text: str, sentence: Span, trigger: Trigger) -> Tense:
    """A verb's own form tells before the words around it do."""
    if re.search(r"\b(?:was|were) to have (?:been )?$", text[max(0, trigger.span[0] - 20) : trigger.span[0]]):
        return "future"
    if not trigger.is_noun and is_past_form(text[trigger.span[0] : trigger.span[1]]):
        return "past"
    return tense_at(text, sentence, *trigger.span)


def _with_date(clause: Span, timex: Timex | None, sentence: Span) -> Span:
    if timex and not clause[0] <= timex.span[0] < clause[1]:
        return sentence
    return clause


def _end(text: str, clause: Span, timex: Timex) -> str:
    """The last day; what opens as "a two-day summit" ends on the next one."""
    length = _LENGTH.search(text, *clause)
    if length and timex.start == timex.end and timex.year_known:
        return (date.fromisoformat(timex.start) + timedelta(days=_LENGTHS[length["count"]] - 1)).isoformat()
    return timex.end


def _status(
    start: str | None, end: str | None, precision: str | None, now: str | None, tense: Tense
) -> Literal["past", "upcoming"]:
    last = end or start
    if now is None or not has_year(last):
        return "upcoming" if tense == "future" else "past"
    if last == now or (start is not None and start <= now < last):
        spans_now = start != last and precision == "day"
        return "past" if tense == "past" and not spans_now else "upcoming"
    return "past" if last < now else "upcoming"


def _certainty(text: str, clause: Span, trigger: Trigger) -> Literal["certain", "expected", "possible"]:
    """Who may attend a summit does not make the summit doubtful: for a noun the doubt follows, or qualifies it."""
    before = text[clause[0] : trigger.span[1]]
    doubt = text[trigger.span[0] - 12 : min(clause[1], trigger.span[1] + 20)] if trigger.is_noun else before
    if _POSSIBLE.search(doubt):
        return "possible"
    return "expected" if _EXPECTED.search(before) else "certain"
