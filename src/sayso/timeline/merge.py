"""One event told by several articles becomes one event with the evidence of all."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from sayso.records import Event, has_year
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
_PLURAL = re.compile(r"\bsummits\b")
# Where people come together, something may be decided; what is told of more tellingly comes first.
_OCCASIONS = ("summit", "vote", "signature", "session", "meeting")
_GATHERINGS = frozenset(("summit", "session", "meeting"))
_BODIES = {
    "ministers": "ministers?|ministerial",
    "leaders": "leaders|presidents|premiers|heads of",
    "parliament": "parliament|lawmakers|deputies|MPs|assembly|chamber|legislators|senate|senators|congress",
    "committee": "committee|panel",
    "council": "council|board|governors",
    "ambassadors": "ambassadors|envoys|diplomats|delegates|delegations",
    "cabinet": "cabinet|government",
}
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
            at = next((i for i, other in enumerate(merged) if is_same_occasion(other, event)), None)
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
        names = [_PLURAL.sub("summit", e.what) for e in (one, other)]
        return names[0] == names[1] and one.where == other.where and one.start == other.start
    if not days_overlap(one, other):
        return False
    return _names_agree(one, other)


def is_same_occasion(one: Event, other: Event) -> bool:
    """Whether a gathering and what was decided there are told apart: one day, one place, bodies and names compatible.

    "A meeting in Geneva on 3 May" and "the ministers vote in Geneva on 3 May" are one occasion.
    """
    kinds = {kind_of(one.what), kind_of(other.what)}
    if len(kinds) != 2 or not kinds <= set(_OCCASIONS) or not kinds & _GATHERINGS:
        return False
    if not (one.where and one.where == other.where and one.start == other.start and one.precision == "day"):
        return False
    mine, theirs = (proper_names(e.what) - proper_names(e.where or "") for e in (one, other))
    bodies = _bodies(one), _bodies(other)
    is_one_town = ", " in one.where and not (bodies[0] and bodies[1])
    return (
        other.precision == "day" and (mine <= theirs or theirs <= mine) and (is_one_town or bool(bodies[0] & bodies[1]))
    )


def _bodies(event: Event) -> frozenset[str]:
    """Which bodies the name tells, else the passage."""
    named = _bodies_in(event.what)
    return named or _bodies_in(event.evidence[0].text)


@lru_cache(maxsize=4096)
def _bodies_in(words: str) -> frozenset[str]:
    return frozenset(name for name, pattern in _BODIES.items() if re.search(rf"\b(?:{pattern})\b", words))


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
    same = [e for e in (finer, coarser) if e.precision == finer.precision]
    evidence = {(e.article, e.start, e.end): e for e in (*one.evidence, *other.evidence)}
    return msgspec.structs.replace(
        finer,
        what=_more_telling(finer.what, coarser.what),
        where=where,
        end=max((e.end for e in same if e.end), default=None),
        certainty=min(one.certainty, other.certainty, key=_CERTAINTY.index),
        attendees=tuple(dict.fromkeys((*one.attendees, *other.attendees))),
        evidence=tuple(evidence.values()),
    )


def _more_telling(one: str, other: str) -> str:
    """The name with more proper names and fewer words; of two kinds the one that tells more than a gathering."""
    kinds = kind_of(one), kind_of(other)
    if kinds[0] != kinds[1] and set(kinds) <= set(_OCCASIONS):
        return min((one, other), key=lambda w: _OCCASIONS.index(kind_of(w) or ""))
    return max((one, other), key=lambda w: (len(proper_names(w)), -len(w)))


def _seen_from(event: Event, as_of: str | None) -> Event:
    last = event.end or event.start
    if as_of is None or not has_year(last) or last == as_of:
        return event
    return msgspec.structs.replace(event, status="past" if last < as_of else "upcoming")
