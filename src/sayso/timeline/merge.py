"""One event told by several articles becomes one event with the evidence of all."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from sayso.records import Event
from sayso.timeline.calendar import MONTHS, WEEKDAYS
from sayso.timeline.places import find_places

_KINDS = {
    "summit": "summit",
    "session": "session|sitting",
    "vote": "vote|ballot|ratification|referendum",
    "election": "election|polls|run-?off",
    "visit": "visit|trip|journey",
    "signature": "signature|signing",
    "application": "application",
    "accession": "accession",
    "force": "entry into force",
    "deadline": "deadline|cut-off date",
    "meeting": "meeting|talks|negotiations|conference|gathering|hearing|consultations|congress",
}
_NO_NAME = re.compile(rf"Mr|Mrs|Ms|Dr|The|Prime|Minister|President|{'|'.join(w.title() for w in (*MONTHS, *WEEKDAYS))}")
_CERTAINTY = ("certain", "expected", "possible")
_FINENESS = ("day", "week", "month", "season", "year")


@lru_cache(maxsize=4096)
def kind_of(what: str) -> str | None:
    """The kind of event that its name tells; the first word that does decides."""
    hits = [(m.start(), kind) for kind, words in _KINDS.items() if (m := re.search(rf"\b(?:{words})", what))]
    return min(hits)[1] if hits else None


def merge_events(events_by_article: Iterable[Sequence[Event]], as_of: str | None) -> tuple[Event, ...]:
    """The events of many articles, those of one kind, overlapping days and compatible place and name folded.

    `status` is seen from `as_of`. Sorted by start (undated last), then name.
    """
    merged: list[Event] = []
    every = [event for events in events_by_article for event in events]
    for event in sorted(every, key=_order):
        at = next((i for i, other in enumerate(merged) if is_same_event(other, event)), None)
        if at is None:
            merged.append(event)
        else:
            merged[at] = _folded(merged[at], event)
    return tuple(sorted((_seen_from(event, as_of) for event in merged), key=_order))


def _order(event: Event) -> tuple[bool, str, str, str, str]:
    first = event.evidence[0]
    return (event.start is None, event.start or "", event.what, first.article, f"{first.start:09}")


def is_same_event(one: Event, other: Event) -> bool:
    """Whether two records can be the same event: kind, days, place and proper names agree."""
    if kind_of(one.what) != kind_of(other.what) or not _places_agree(one.where, other.where):
        return False
    if one.start is None or other.start is None:
        return one.what == other.what and one.where == other.where and one.start == other.start
    if not days_overlap(one, other):
        return False
    return _names_agree(one, other)


def days_overlap(one: Event, other: Event) -> bool:
    """Whether two dated events share a day; an open year fits only itself."""
    return (
        bool(one.start and other.start)
        and (one.start or "") <= (other.end or other.start or "")
        and (other.start or "") <= (one.end or one.start or "")
    )


def _places_agree(one: str | None, other: str | None) -> bool:
    if not one or not other or one == other:
        return True
    return one.split(", ")[-1] == other.split(", ")[-1] and (", " not in one or ", " not in other)


def _names_agree(one: Event, other: Event) -> bool:
    """Proper names of one lie in the other's, or in its passage; two days of the same month are not enough."""
    if one.precision != "day" or other.precision != "day":
        return proper_names(one.what) == proper_names(other.what)
    mine, theirs = proper_names(one.what), proper_names(other.what)
    return mine <= theirs or theirs <= mine or bool(one.where and one.where == other.where and mine & theirs)


@lru_cache(maxsize=4096)
def proper_names(words: str) -> frozenset[str]:
    """The proper names of an event's name: states by code, so that "Hungary" meets "Hungarian"; days are none."""
    places = find_places(words, 0, len(words))
    rest = words
    for named in reversed(places):
        rest = rest[: named.span[0]] + rest[named.span[1] :]
    names = (w.lower() for w in re.findall(r"\b[A-Z]\w+", rest) if not _NO_NAME.fullmatch(w))
    return frozenset((*(named.place.state for named in places), *names))


def _folded(one: Event, other: Event) -> Event:
    finer, coarser = sorted((one, other), key=lambda e: _FINENESS.index(e.precision) if e.precision else 9)
    where = max((w for w in (finer.where, coarser.where) if w), key=len, default=None)
    evidence = {(e.article, e.start, e.end): e for e in (*one.evidence, *other.evidence)}
    return msgspec.structs.replace(
        finer,
        what=max((finer.what, coarser.what), key=lambda w: (len(proper_names(w)), -len(w))),
        where=where,
        end=max(finer.end or "", coarser.end or "") if finer.precision == coarser.precision else finer.end,
        certainty=min(one.certainty, other.certainty, key=_CERTAINTY.index),
        attendees=tuple(dict.fromkeys((*one.attendees, *other.attendees))),
        evidence=tuple(evidence.values()),
    )


def _seen_from(event: Event, as_of: str | None) -> Event:
    last = event.end or event.start
    if as_of is None or last is None or last.startswith("XXXX") or last == as_of:
        return event
    return msgspec.structs.replace(event, status="past" if last < as_of else "upcoming")
