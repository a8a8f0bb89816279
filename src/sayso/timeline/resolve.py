"""From the pieces of a time expression to the days it means, seen from the day of publication."""

import re
from collections.abc import Callable

from sayso.timeline import absolute, relative
from sayso.timeline.anchor import Anchor, Groups
from sayso.timeline.calendar import Days


def resolve(kind: str, match: re.Match[str], anchor: Anchor) -> Days | None:
    """The days that a match of a pattern of `kind` means, or None if nothing here tells."""
    try:
        return _RESOLVERS[kind](match.groupdict(), anchor)
    except (ValueError, OverflowError):
        return None


_RESOLVERS: dict[str, Callable[[Groups, Anchor], Days | None]] = {
    "iso": absolute.iso_day,
    "slashed": absolute.slashed_day,
    "month_days": absolute.day_range,
    "days_month": absolute.day_range,
    "month_day": absolute.month_day,
    "day_month": absolute.month_day,
    "month_year": absolute.named_month,
    "which_month": relative.relative_to_now(absolute.named_month),
    "bare_month": absolute.named_month,
    "season_year": absolute.named_season,
    "which_season": relative.relative_to_now(absolute.named_season),
    "bare_season": absolute.named_season,
    "weekday": relative.weekday,
    "around": relative.around_now,
    "which_unit": relative.which_unit,
    "weekend": relative.weekend,
    "end_of": relative.end_of,
    "ago": relative.ago,
    "later": relative.later,
    "within": relative.within_ahead,
    "left": relative.within,
    "next_n": relative.within,
    "same_unit": relative.same_unit,
    "quarter": absolute.named_quarter,
    "years": absolute.year_range,
    "decade": absolute.decade,
    "year": absolute.named_year,
}
