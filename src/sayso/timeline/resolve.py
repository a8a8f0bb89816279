"""From the pieces of a time expression to the days it means, seen from the day of publication."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import msgspec

from sayso.timeline import calendar
from sayso.timeline.calendar import Days, count_of, month_of, moved, one_day, unit_of, week_of, weekday_of
from sayso.timeline.tense import Tense

# A leap year stands in where the year is not known, so that 29 February is a day.
_ANY_YEAR = 2000
# A tense cue outweighs nearness up to here; further off it is the cue that is likelier to be misread.
_CUE_REACH_DAYS = 220


class Anchor(msgspec.Struct, frozen=True):
    """What an expression is resolved against: publication day, the day named before, a year named nearby, the tense."""

    published: date | None
    previous: Days | None
    year: int | None
    tense: Tense


Groups = dict[str, str | None]


def resolve(kind: str, match: re.Match[str], anchor: Anchor) -> Days | None:
    """The days that a match of a pattern of `kind` means, or None if nothing here tells."""
    try:
        return _RESOLVERS[kind](match.groupdict(), anchor)
    except (ValueError, OverflowError):
        return None


def _word(groups: Groups, *names: str) -> str:
    return next((value for name in names if (value := groups.get(name))), "").lower()


def _day_number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _placed(anchor: Anchor, make: Callable[[int], Days]) -> Days:
    """A span of days whose year is open: the nearest to the publication day that agrees with the tense."""
    if anchor.published is None:
        return make(anchor.year) if anchor.year else _yearless(make(_ANY_YEAR))
    today = anchor.published
    choices = [days for year in (today.year - 1, today.year, today.year + 1) if (days := _made(make, year))]
    fitting = [d for d in choices if _agrees(d, today, anchor.tense) and _distance(d, today) < _CUE_REACH_DAYS]
    return min(fitting or choices, key=lambda d: _distance(d, today))


def _distance(days: Days, today: date) -> int:
    return min(abs((days.start - today).days), abs((days.end - today).days))


def _made(make: Callable[[int], Days], year: int) -> Days | None:
    try:
        return make(year)
    except ValueError:
        return None


def _agrees(days: Days, today: date, tense: Tense) -> bool:
    if tense == "past":
        return days.start <= today
    return days.end >= today if tense == "future" else True


def _yearless(days: Days) -> Days:
    if days.end.month == 2 and days.precision == "month":
        return Days(days.start, date(_ANY_YEAR, 2, 28), days.precision, year_known=False)
    return Days(days.start, days.end, days.precision, year_known=False)


def _given_year(groups: Groups) -> int | None:
    return int(year) if (year := _word(groups, "year")) else None


def _dated(groups: Groups, anchor: Anchor, make: Callable[[int], Days]) -> Days:
    year = _given_year(groups)
    return make(year) if year else _placed(anchor, make)


def _iso(groups: Groups, _: Anchor) -> Days:
    return one_day(date(int(_word(groups, "year")), int(_word(groups, "month")), int(_word(groups, "day"))))


def _slashed(groups: Groups, anchor: Anchor) -> Days | None:
    """Only where the order of day and month is plain."""
    first, second, year = (int(_word(groups, g)) for g in ("first", "second", "year"))
    if year < 100:
        century = anchor.published.year // 100 if anchor.published else 20
        year += century * 100
    if first > 12 or first == second:
        return one_day(date(year, second, first))
    return one_day(date(year, first, second)) if second > 12 else None


def _month_day(groups: Groups, anchor: Anchor) -> Days:
    number, day = month_of(_word(groups, "month")), _day_number(_word(groups, "day"))
    return _dated(groups, anchor, lambda year: one_day(date(year, number, day)))


def _day_range(groups: Groups, anchor: Anchor) -> Days:
    first = month_of(_word(groups, "month", "month2"))
    last = month_of(_word(groups, "month2", "month"))
    day, day2 = _day_number(_word(groups, "day")), _day_number(_word(groups, "day2"))
    return _dated(
        groups, anchor, lambda year: _ordered(date(year, first, day), date(year + (last < first), last, day2))
    )


def _ordered(start: date, end: date) -> Days:
    if end < start:
        raise ValueError("a range that ends before it begins")
    return Days(start, end, "day")


def _month(groups: Groups, anchor: Anchor) -> Days:
    number = month_of(_word(groups, "month"))
    return _dated(groups, anchor, lambda year: calendar.month(year, number))


def _season(groups: Groups, anchor: Anchor) -> Days:
    name = _word(groups, "season")
    return _dated(groups, anchor, lambda year: calendar.season(year, name))


def _which(make: Callable[[Groups, Anchor], Days]) -> Callable[[Groups, Anchor], Days | None]:
    """`last`, `this` or `next` before a month or season: the one before, around or after the publication day."""

    def resolver(groups: Groups, anchor: Anchor) -> Days | None:
        if anchor.published is None:
            return None
        which = _word(groups, "which")
        today = anchor.published
        whole = [make({**groups, "year": str(y)}, anchor) for y in (today.year - 1, today.year, today.year + 1)]
        if which in ("last", "this past"):
            return max((d for d in whole if d.end < today), key=lambda d: d.end)
        if which == "next":
            return min((d for d in whole if d.start > today), key=lambda d: d.start)
        return whole[1]

    return resolver


def _weekday(groups: Groups, anchor: Anchor) -> Days | None:
    if anchor.published is None:
        return None
    today, number = anchor.published, weekday_of(_word(groups, "weekday"))
    week = _word(groups, "week", "week2")
    if week:
        shift = {"last": -7, "this": 0, "next": 7}[week]
        return one_day(week_of(today).start + timedelta(days=number + shift))
    back, ahead = (today.weekday() - number) % 7, (number - today.weekday()) % 7
    which = _word(groups, "which")
    if which in ("last", "this past", "the previous"):
        return one_day(today - timedelta(days=back or 7))
    if which in ("next", "this coming", "the following"):
        return one_day(today + timedelta(days=ahead or 7))
    forward = anchor.tense == "future" and not groups.get("possessive")
    return one_day(today + timedelta(days=ahead) if forward else today - timedelta(days=back))


def _around(groups: Groups, anchor: Anchor) -> Days | None:
    if anchor.published is None:
        return None
    word = _word(groups, "word", "this", "night")
    shift = {"yesterday": -1, "last": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}
    return one_day(anchor.published + timedelta(days=shift.get(word, 0)))


def _which_unit(groups: Groups, anchor: Anchor) -> Days | None:
    if anchor.published is None:
        return None
    unit, which = _word(groups, "unit"), _word(groups, "which")
    shift = {"last": -1, "this past": -1, "next": 1, "coming": 1, "this coming": 1}.get(which, 0)
    if unit == "weekend" and which == "this" and anchor.tense == "past" and anchor.published.weekday() < 3:
        shift = -1
    return unit_of(moved(anchor.published, shift, unit), unit)


def _weekend(_: Groups, anchor: Anchor) -> Days | None:
    if anchor.published is None:
        return None
    back = anchor.tense != "future" and anchor.published.weekday() < 5
    return unit_of(moved(anchor.published, -1 if back else 0, "week"), "weekend")


def _end_of(groups: Groups, anchor: Anchor) -> Days | None:
    """The end of a year is its last day; its start or middle is known no better than the year."""
    edge, unit = _word(groups, "edge", "edge2"), _word(groups, "unit", "unit2")
    if groups.get("month"):
        whole = _month(groups, anchor)
    elif groups.get("year2"):
        whole = calendar.year_of(int(_word(groups, "year2")))
    elif anchor.published is None:
        return None
    else:
        shift = {"last": -1, "next": 1}.get(_word(groups, "which"), 0)
        whole = unit_of(moved(anchor.published, shift, unit or "year"), unit or "year")
    if edge not in ("end", "close"):
        return whole
    start = anchor.published if anchor.published and whole.start < anchor.published <= whole.end else whole.start
    return Days(start, whole.end, whole.precision, whole.year_known)


def _ago(groups: Groups, anchor: Anchor) -> Days | None:
    if anchor.published is None:
        return None
    return _shifted(groups, anchor.published, -1 if _word(groups, "way") == "ago" else 1)


def _later(groups: Groups, anchor: Anchor) -> Days | None:
    if anchor.previous is None:
        return None
    way = _word(groups, "way")
    return _shifted(groups, anchor.previous.start, -1 if way in ("earlier", "before that") else 1)


def _shifted(groups: Groups, day: date, sign: int) -> Days | None:
    count, unit = count_of(_word(groups, "count")), _word(groups, "unit")
    if count is None:
        return None
    return unit_of(moved(day, sign * count, unit), {"decade": "year"}.get(unit, unit))


def _within(groups: Groups, anchor: Anchor) -> Days | None:
    count, unit = count_of(_word(groups, "count")), _word(groups, "unit")
    if anchor.published is None or count is None:
        return None
    sign = -1 if _word(groups, "way") in ("past", "last", "previous") else 1
    ends = sorted((anchor.published, moved(anchor.published, sign * count, unit)))
    return Days(ends[0], ends[1], "day")


def _within_ahead(groups: Groups, anchor: Anchor) -> Days | None:
    return None if anchor.tense == "past" else _within(groups, anchor)


def _same_unit(groups: Groups, anchor: Anchor) -> Days | None:
    if anchor.previous is None:
        return None
    which, unit = _word(groups, "which", "before"), _word(groups, "unit") or "day"
    shift = {"the following": 1, "the next": 1, "the day after": 1, "the previous": -1, "the day before": -1}
    return unit_of(moved(anchor.previous.start, shift.get(which, 0), unit), unit)


def _quarter(groups: Groups, anchor: Anchor) -> Days | None:
    number = ("first", "second", "third", "fourth").index(_word(groups, "number")) + 1
    if not groups.get("year") and anchor.published is None:
        return None
    return _dated(groups, anchor, lambda year: calendar.quarter(year, number))


def _years(groups: Groups, _: Anchor) -> Days | None:
    first, last = _word(groups, "year"), _word(groups, "year2")
    end = int(first[: 4 - len(last)] + last)
    return Days(date(int(first), 1, 1), date(end, 12, 31), "year") if end > int(first) else None


def _decade(groups: Groups, _: Anchor) -> Days:
    year = int(_word(groups, "year"))
    return Days(date(year, 1, 1), date(year + 9, 12, 31), "year")


def _year(groups: Groups, _: Anchor) -> Days:
    return calendar.year_of(int(_word(groups, "year")))


_RESOLVERS: dict[str, Callable[[Groups, Anchor], Days | None]] = {
    "iso": _iso,
    "slashed": _slashed,
    "month_days": _day_range,
    "days_month": _day_range,
    "month_day": _month_day,
    "day_month": _month_day,
    "month_year": _month,
    "which_month": _which(_month),
    "bare_month": _month,
    "season_year": _season,
    "which_season": _which(_season),
    "bare_season": _season,
    "weekday": _weekday,
    "around": _around,
    "which_unit": _which_unit,
    "weekend": _weekend,
    "end_of": _end_of,
    "ago": _ago,
    "later": _later,
    "within": _within_ahead,
    "left": _within,
    "next_n": _within,
    "same_unit": _same_unit,
    "quarter": _quarter,
    "years": _years,
    "decade": _decade,
    "year": _year,
}
