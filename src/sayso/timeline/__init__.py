"""When: time expressions resolved to days, the days of statements, and the events they date."""

from sayso.timeline.dating import date_of
from sayso.timeline.events import find_events
from sayso.timeline.merge import merge_events
from sayso.timeline.timex import find_timexes

__all__ = ["date_of", "find_events", "find_timexes", "merge_events"]
