"""Days and the units they are counted in: the arithmetic under time expressions."""

from calendar import monthrange
from datetime import date, timedelta

import msgspec

from sayso.records import Precision

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
NUMBERS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
# The first month of each season of the northern hemisphere, as the press of most outlets means it.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


class Days(msgspec.Struct, frozen=True):
    """The days from `start` to `end`, both included; `year_known` false where the year is a stand-in."""

    start: date
    end: date
    precision: Precision
    year_known: bool = True


def count_of(word: str) -> int | None:
    """The number a word or digits stand for: "a" and "one" are 1, "a couple of" is 2."""
    word = word.lower().strip()
    if word.isdigit():
        return int(word)
    if word in ("a", "an"):
        return 1
    if word.startswith(("couple", "a couple")):
        return 2
    return NUMBERS.index(word) if word in NUMBERS else _TENS.get(word)


def month_of(word: str) -> int:
    """The month, 1–12, of its name or abbreviation."""
    return next(i for i, name in enumerate(MONTHS, 1) if name.startswith(word.lower().rstrip(".")[:3]))


def weekday_of(word: str) -> int:
    """The weekday, Monday is 0, of its name or abbreviation."""
    return next(i for i, name in enumerate(WEEKDAYS) if name.startswith(word.lower().rstrip(".")[:3]))


def one_day(day: date) -> Days:
    """A single day."""
    return Days(day, day, "day")


def month(year: int, number: int) -> Days:
    """A calendar month."""
    return Days(date(year, number, 1), date(year, number, monthrange(year, number)[1]), "month")


def season(year: int, name: str) -> Days:
    """A season: three whole months; winter ends in the year after."""
    first = SEASONS[name.lower()]
    last_year, last = (year, first + 2) if first < 11 else (year + 1, 2)
    return Days(date(year, first, 1), date(last_year, last, monthrange(last_year, last)[1]), "season")


def quarter(year: int, number: int) -> Days:
    """A quarter of a year, 1–4, as long as a season."""
    last = number * 3
    return Days(date(year, last - 2, 1), date(year, last, monthrange(year, last)[1]), "season")


def year_of(number: int) -> Days:
    """A calendar year."""
    return Days(date(number, 1, 1), date(number, 12, 31), "year")


def week_of(day: date) -> Days:
    """The week, Monday to Sunday (ISO 8601), that a day lies in."""
    monday = day - timedelta(days=day.weekday())
    return Days(monday, monday + timedelta(days=6), "week")


def unit_of(day: date, unit: str) -> Days:
    """The day, week, weekend, month or year that a day lies in."""
    if unit == "weekend":
        week = week_of(day)
        return Days(week.start + timedelta(days=5), week.end, "day")
    if unit == "week":
        return week_of(day)
    if unit == "month":
        return month(day.year, day.month)
    if unit == "quarter":
        return quarter(day.year, (day.month + 2) // 3)
    return year_of(day.year) if unit == "year" else one_day(day)


def moved(day: date, count: int, unit: str) -> date:
    """The day `count` units later, or earlier if negative; the last of a month stands for days it lacks."""
    if unit in ("day", "week", "weekend"):
        return day + timedelta(days=count * (1 if unit == "day" else 7))
    months = day.year * 12 + day.month - 1 + count * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
    year, number = divmod(months, 12)
    year = min(max(year, 1), 9999)
    return date(year, number + 1, min(day.day, monthrange(year, number + 1)[1]))
