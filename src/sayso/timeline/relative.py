"""Time expressions that count from publication ("next week") or from the day named before ("two days later")."""

from collections.abc import Callable
from datetime import date, timedelta

from sayso.timeline import calendar
from sayso.timeline.absolute import named_month
from sayso.timeline.anchor import Anchor, Groups, word_of
from sayso.timeline.calendar import Days, count_of, moved, one_day, unit_of, week_of, weekday_of


def relative_to_now(make: Callable[[Groups, Anchor], Days]) -> Callable[[Groups, Anchor], Days | None]:
    """`last`, `this` or `next` before a month or season: the one before, around or after the publication day."""

    def resolver(groups: Groups, anchor: Anchor) -> Days | None:
        if anchor.published is None:
            return None
        which = word_of(groups, "which")
        today = anchor.published
        whole = [make({**groups, "year": str(y)}, anchor) for y in (today.year - 1, today.year, today.year + 1)]
        if which in ("last", "this past"):
            return max((d for d in whole if d.end < today), key=lambda d: d.end)
        if which == "next":
            return min((d for d in whole if d.start > today), key=lambda d: d.start)
        return whole[1]

    return resolver


def weekday(groups: Groups, anchor: Anchor) -> Days | None:
    """A day as in "on Monday": the last one or, if the words speak of the future, the next; today if it is today."""
    if anchor.published is None:
        return None
    today, number = anchor.published, weekday_of(word_of(groups, "weekday"))
    week = word_of(groups, "week", "week2")
    if week:
        shift = {"last": -7, "this": 0, "next": 7}[week]
        return one_day(week_of(today).start + timedelta(days=number + shift))
    back, ahead = (today.weekday() - number) % 7, (number - today.weekday()) % 7
    which = word_of(groups, "which")
    if which in ("last", "this past", "the previous"):
        return one_day(today - timedelta(days=back or 7))
    if which in ("next", "this coming", "the following"):
        return one_day(today + timedelta(days=ahead or 7))
    forward = anchor.tense == "future" and not groups.get("possessive")
    return one_day(today + timedelta(days=ahead) if forward else today - timedelta(days=back))


def around_now(groups: Groups, anchor: Anchor) -> Days | None:
    """A day as in "today", "last night" or "tomorrow morning"."""
    if anchor.published is None:
        return None
    word = word_of(groups, "word", "this", "night")
    shift = {"yesterday": -1, "last": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}
    return one_day(anchor.published + timedelta(days=shift.get(word, 0)))


def which_unit(groups: Groups, anchor: Anchor) -> Days | None:
    """A span as in "this week", "last month" or "next year"."""
    if anchor.published is None:
        return None
    unit, which = word_of(groups, "unit"), word_of(groups, "which")
    shift = {"last": -1, "this past": -1, "next": 1, "coming": 1, "this coming": 1}.get(which, 0)
    if unit == "weekend" and which == "this" and anchor.tense == "past" and anchor.published.weekday() < 3:
        shift = -1
    return unit_of(moved(anchor.published, shift, unit), unit)


def weekend(_: Groups, anchor: Anchor) -> Days | None:
    """Saturday and Sunday as in "at the weekend"."""
    if anchor.published is None:
        return None
    back = anchor.tense != "future" and anchor.published.weekday() < 5
    return unit_of(moved(anchor.published, -1 if back else 0, "week"), "weekend")


def end_of(groups: Groups, anchor: Anchor) -> Days | None:
    """The end of a year is its last day; its start or middle is known no better than the year."""
    edge, unit = word_of(groups, "edge", "edge2"), word_of(groups, "unit", "unit2")
    if groups.get("month"):
        whole = named_month(groups, anchor)
    elif groups.get("year2"):
        whole = calendar.year_of(int(word_of(groups, "year2")))
    elif anchor.published is None:
        return None
    else:
        shift = {"last": -1, "next": 1}.get(word_of(groups, "which"), 0)
        whole = unit_of(moved(anchor.published, shift, unit or "year"), unit or "year")
    if edge not in ("end", "close"):
        return whole
    start = anchor.published if anchor.published and whole.start < anchor.published <= whole.end else whole.start
    return Days(start, whole.end, whole.precision, whole.year_known)


def ago(groups: Groups, anchor: Anchor) -> Days | None:
    """A span as in "three weeks ago"."""
    if anchor.published is None:
        return None
    return _shifted(groups, anchor.published, -1 if word_of(groups, "way") == "ago" else 1)


def later(groups: Groups, anchor: Anchor) -> Days | None:
    """A span as in "two days later", from the day named before."""
    if anchor.previous is None:
        return None
    way = word_of(groups, "way")
    return _shifted(groups, anchor.previous.start, -1 if way in ("earlier", "before that") else 1)


def _shifted(groups: Groups, day: date, sign: int) -> Days | None:
    count, unit = count_of(word_of(groups, "count")), word_of(groups, "unit")
    if count is None:
        return None
    return unit_of(moved(day, sign * count, unit), {"decade": "year"}.get(unit, unit))


def within(groups: Groups, anchor: Anchor) -> Days | None:
    """The days from publication on (or back) as in "the next five days"."""
    count, unit = count_of(word_of(groups, "count")), word_of(groups, "unit")
    if anchor.published is None or count is None:
        return None
    sign = -1 if word_of(groups, "way") in ("past", "last", "previous") else 1
    ends = sorted((anchor.published, moved(anchor.published, sign * count, unit)))
    return Days(ends[0], ends[1], "day")


def within_ahead(groups: Groups, anchor: Anchor) -> Days | None:
    """The days ahead as in "within five days"; told of the past they are a duration."""
    return None if anchor.tense == "past" else within(groups, anchor)


def same_unit(groups: Groups, anchor: Anchor) -> Days | None:
    """A span as in "the following day", from the day named before."""
    if anchor.previous is None:
        return None
    which, unit = word_of(groups, "which", "before"), word_of(groups, "unit") or "day"
    shift = {"the following": 1, "the next": 1, "the day after": 1, "the previous": -1, "the day before": -1}
    return unit_of(moved(anchor.previous.start, shift.get(which, 0), unit), unit)
