"""Time expressions that name days of the calendar: "7 July", "June 28-30", "spring 2024"."""

from datetime import date

from sayso.timeline import calendar
from sayso.timeline.anchor import Anchor, Groups, dated, day_number, word_of
from sayso.timeline.calendar import Days, month_of, one_day


def iso_day(groups: Groups, _: Anchor) -> Days:
    """A day as in "2024-03-01"."""
    return one_day(date(int(word_of(groups, "year")), int(word_of(groups, "month")), int(word_of(groups, "day"))))


def slashed_day(groups: Groups, anchor: Anchor) -> Days | None:
    """Only where the order of day and month is plain."""
    first, second, year = (int(word_of(groups, g)) for g in ("first", "second", "year"))
    if year < 100:
        century = anchor.published.year // 100 if anchor.published else 20
        year += century * 100
    if first > 12 or first == second:
        return one_day(date(year, second, first))
    return one_day(date(year, first, second)) if second > 12 else None


def month_day(groups: Groups, anchor: Anchor) -> Days:
    """A day as in "July 7, 2023" or "7 July"."""
    number, day = month_of(word_of(groups, "month")), day_number(word_of(groups, "day"))
    return dated(groups, anchor, lambda year: one_day(date(year, number, day)))


def day_range(groups: Groups, anchor: Anchor) -> Days:
    """Days as in "June 28-30" or "11 and 12 July", over the turn of a year if the months say so."""
    first = month_of(word_of(groups, "month", "month2"))
    last = month_of(word_of(groups, "month2", "month"))
    day, day2 = day_number(word_of(groups, "day")), day_number(word_of(groups, "day2"))
    return dated(groups, anchor, lambda year: _ordered(date(year, first, day), date(year + (last < first), last, day2)))


def _ordered(start: date, end: date) -> Days:
    if end < start:
        raise ValueError("a range that ends before it begins")
    return Days(start, end, "day")


def named_month(groups: Groups, anchor: Anchor) -> Days:
    """A month as in "June 2023" or "in June"."""
    number = month_of(word_of(groups, "month"))
    return dated(groups, anchor, lambda year: calendar.month(year, number))


def named_season(groups: Groups, anchor: Anchor) -> Days:
    """A season as in "spring 2024"."""
    name = word_of(groups, "season")
    return dated(groups, anchor, lambda year: calendar.season(year, name))


def named_quarter(groups: Groups, anchor: Anchor) -> Days | None:
    """A quarter as in "the third quarter of 2023"."""
    number = ("first", "second", "third", "fourth").index(word_of(groups, "number")) + 1
    if not groups.get("year") and anchor.published is None:
        return None
    return dated(groups, anchor, lambda year: calendar.quarter(year, number))


def year_range(groups: Groups, _: Anchor) -> Days | None:
    """Years as in "2022-24"."""
    first, last = word_of(groups, "year"), word_of(groups, "year2")
    end = int(first[: 4 - len(last)] + last)
    return Days(date(int(first), 1, 1), date(end, 12, 31), "year") if end > int(first) else None


def decade(groups: Groups, _: Anchor) -> Days:
    """Ten years as in "the 1990s"."""
    year = int(word_of(groups, "year"))
    return Days(date(year, 1, 1), date(year + 9, 12, 31), "year")


def named_year(groups: Groups, _: Anchor) -> Days:
    """A year as in "in 2022"."""
    return calendar.year_of(int(word_of(groups, "year")))
