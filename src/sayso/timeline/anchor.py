"""What a time expression is resolved against, and how an open year is chosen."""

import re
from collections.abc import Callable
from datetime import date

import msgspec

from sayso.timeline.calendar import Days
from sayso.timeline.tense import Tense

# A leap year stands in where the year is not known, so that 29 February is a day.
_ANY_YEAR = 2000
# A tense cue outweighs nearness up to here; further off it is the cue that is likelier to be misread.
_CUE_REACH_DAYS = 300

Groups = dict[str, str | None]


class Anchor(msgspec.Struct, frozen=True):
    """What an expression is resolved against: publication day, the day named before, a year named nearby, the tense."""

    published: date | None
    previous: Days | None
    year: int | None
    tense: Tense


def word_of(groups: Groups, *names: str) -> str:
    """The first of the named pieces that matched, in lower case; "" if none did."""
    return next((value for name in names if (value := groups.get(name))), "").lower()


def day_number(text: str) -> int:
    """The day of the month in "3rd"."""
    return int(re.sub(r"\D", "", text))


def dated(groups: Groups, anchor: Anchor, make: Callable[[int], Days]) -> Days:
    """The days in the year that the expression gives, else in the likeliest one."""
    year = _given_year(groups)
    return make(year) if year else placed(anchor, make)


def _given_year(groups: Groups) -> int | None:
    return int(year) if (year := word_of(groups, "year")) else None


def placed(anchor: Anchor, make: Callable[[int], Days]) -> Days:
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
