"""One event, two dates: what a state does but once, what enters into force, a summit at one place."""

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from sayso.conflicts.passages import MOST_OF_A_KIND, conflict, is_real, overlap
from sayso.conflicts.values import organisations_in, stages_in, states_in
from sayso.records import Article, Conflict, Event, Span, Timex, has_year
from sayso.timeline.attach import date_for
from sayso.timeline.kinds import Trigger, find_triggers
from sayso.timeline.merge import days_overlap, kind_of, proper_names
from sayso.timeline.phrases import subject_span
from sayso.timeline.tense import body_sentences

_NAMES = {
    "accession": "The accession",
    "application": "The application",
    "ratification": "The ratification",
    "force": "The entry into force",
}
_PAST = re.compile(
    r"(?:joined|entered|acceded|went|became|applied|formally|officially|asked|submitted|lodged|handed|requested|"
    r"ratified|came|took)\b"
)
_HOUSE = re.compile(r"\b(?:parliament|lawmakers|deputies|MPs|assembly|senate|congress|house)\b", re.IGNORECASE)
_TARGET = re.compile(r"^(?:\w+ )(?:the )?(?P<name>[A-Z]\w+(?: [A-Z]\w+)*)")
# Names that stand for whichever organisation the article is about.
_GENERIC = frozenset(("Alliance", "Union", "Bloc", "Club", "Organisation", "Organization"))
_MOVED = re.compile(
    r"\b(?:postpon\w+|moved|reschedul\w+|brought forward|delay\w+|instead|originally|special|first round|run-?off|"
    r"second|another|"
    r"informal|follow-up|partly|provisional\w*)\b"
)
_NEAR = 40
_ONE_SUMMIT_DAYS = 14


class Milestone(msgspec.Struct, frozen=True):
    """What happens once: `who` and `what` are the keys by which two passages mean the same."""

    article: Article
    kind: str
    who: str
    what: frozenset[str]
    subject: str
    day: Timex
    passage: Span


def find_milestones(article: Article, timexes: Sequence[Timex]) -> list[Milestone]:
    """The accessions, applications, ratifications and entries into force that an article dates, told as done."""
    found = []
    for sentence in body_sentences(article):
        triggers = find_triggers(article.text, *sentence)
        for trigger in triggers:
            kind = _kind(article.text, trigger)
            day = date_for(article.text, sentence, trigger, triggers, timexes) if kind else None
            if (
                kind
                and day
                and 0 <= day.span[0] - trigger.span[1] < _NEAR
                and not _MOVED.search(article.text, *sentence)
            ):
                found.extend(_milestones(article, sentence, trigger, kind, day))
    return found[:MOST_OF_A_KIND]


def _kind(text: str, trigger: Trigger) -> str | None:
    words = text[trigger.span[0] : trigger.span[1]]
    if trigger.is_noun or not _PAST.match(words):
        return None
    return "ratification" if words == "ratified" else trigger.kind if trigger.kind in _NAMES else None


def _milestones(article: Article, sentence: Span, trigger: Trigger, kind: str, day: Timex) -> list[Milestone]:
    text = article.text
    span = subject_span(text, sentence, trigger.span[0])
    if span is None or not is_real(text[span[1] : trigger.span[1]]):
        return []
    subject = re.sub(r"^The\b", "the", text[span[0] : span[1]])
    after = text[trigger.span[0] : day.span[0]]
    states = states_in(text, *span)
    if kind == "force":
        # "The protocol" means the same only inside one article.
        key = frozenset((subject.lower(), "" if proper_names(subject) else article.id))
        return [Milestone(article, kind, subject.lower(), key, subject, day, sentence)]
    if kind == "ratification":
        about = frozenset(states_in(text, trigger.span[1], day.span[0]))
        house = "parliament" if _HOUSE.search(subject) else "state"
        key = about | stages_in(text[sentence[0] : sentence[1]]) | {house}
        return [Milestone(article, kind, states[0], key, subject, day, sentence)] if len(states) == 1 and about else []
    organisations = _organisations(article, after)
    return [Milestone(article, kind, s, frozenset((o,)), subject, day, sentence) for s in states for o in organisations]


def _organisations(article: Article, words: str) -> list[str]:
    """What was joined: named right there, else what headline and opening are about if that is but one."""
    named = organisations_in(words)
    target = _TARGET.match(words)
    if not named and target and target["name"] not in _GENERIC:
        return [target["name"].lower()]
    first = article.blocks[:2]
    if not named and first:
        named = organisations_in(article.text[first[0].start : first[-1].end])
        return sorted(named) if len(named) == 1 else []
    return sorted(named)


def differing_dates(milestones: Sequence[Milestone]) -> list[Conflict]:
    """Pairs of milestones that are the same one, on days that cannot be the same."""
    found: dict[tuple[Span, Span, str, str], Conflict] = {}
    for i, one in enumerate(milestones):
        for other in milestones[i + 1 :]:
            same = (one.kind, one.who, one.what) == (other.kind, other.who, other.what)
            if same and one.day.year_known and other.day.year_known and not overlap(one.day, other.day):
                days = [m.article.text[m.day.span[0] : m.day.span[1]] for m in (one, other)]
                why = f"{_NAMES[one.kind]} of {one.subject} is dated {days[0]} and {days[1]}."
                if one.kind == "ratification":
                    why = f"The ratification by {one.subject} is dated {days[0]} and {days[1]}."
                key = (one.passage, other.passage, one.article.id, other.article.id)
                found.setdefault(
                    key, conflict("date", why, (one.article, one.passage), (other.article, other.passage), 0.8)
                )
    return list(found.values())


def moved_dates(told: Sequence[tuple[Article, Event]]) -> list[Conflict]:
    """One named summit at one place, or one election, told on days that are close but not the same."""
    dated = [(a, e) for a, e in told if kind_of(e.what) in ("summit", "election") and _is_dated(e)]
    found = []
    for i, (article, event) in enumerate(dated):
        for other_article, other in dated[i + 1 :]:
            if days_overlap(event, other) or not _is_once(event, other):
                continue
            if not _MOVED.search(event.evidence[0].text + other.evidence[0].text):
                why = f"The {event.what} is dated {event.start} and {other.start}."
                sides = [(e.evidence[0].start, e.evidence[0].end) for e in (event, other)]
                found.append(conflict("date", why, (article, sides[0]), (other_article, sides[1]), 0.7))
    return found


def _is_once(one: Event, other: Event) -> bool:
    """Whether two passages speak of one summit or election: name, place and nearly the time."""
    if _days_between(one, other) > _ONE_SUMMIT_DAYS or kind_of(one.what) != kind_of(other.what):
        return False
    if kind_of(one.what) == "summit":
        names = proper_names(one.what)
        return bool(names) and names == proper_names(other.what) and one.where is not None and one.where == other.where
    states = [states_in(e.evidence[0].text, 0, len(e.evidence[0].text)) for e in (one, other)]
    return one.what.lower() == other.what.lower() and len(states[0]) == 1 and states[0] == states[1]


def _is_dated(event: Event) -> bool:
    return event.precision == "day" and has_year(event.start)


def _days_between(one: Event, other: Event) -> int:
    return abs((date.fromisoformat(one.start or "") - date.fromisoformat(other.start or "")).days)
