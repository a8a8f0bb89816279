"""Silence procedures: a decision that stands unless somebody objects by a day."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from sayso.decisions.passages import passages
from sayso.records import Article, Span, Timex, has_year
from sayso.timeline import find_timexes

_SILENCE: Final = re.compile(
    r"\bsilence (?:procedure|period)|\btacit (?:consent|acceptance|approval|agreement|procedure)\b|\bno[- ]objection procedure\b|"
    r"\b(?:unless|if no(?:body| one| member| ally| state| country)?)\b[^.;]{0,50}\bobject\w*[^.;]{0,30}\b(?:by|before|until)\b",
    re.IGNORECASE,
)
_UNTIL: Final = re.compile(
    r"\b(?:until|till|by|before|expires?|runs? out|ends?|closes?|deadline|lapses?)\b[^.;]{0,25}$", re.IGNORECASE
)
_BROKEN: Final = re.compile(r"\b(?:broke|broken|breaks|breaking|break) (?:the )?silence\b", re.IGNORECASE)


def silence_until(articles: Sequence[Article]) -> str | None:
    """The last day to object, as the articles tell it last, an ISO day; None without a silence procedure or its day."""
    found = None
    for article in sorted(articles, key=lambda a: a.published or ""):
        timexes: Sequence[Timex] | None = None
        for _, span, words, _ in passages(article):
            if not _SILENCE.search(words) or _BROKEN.search(words):
                continue
            timexes = find_timexes(article) if timexes is None else timexes
            found = _last_day(article, span, timexes) or found
    return found


def _to_come(day: str, published: str | None) -> str:
    """A weekday before the day of publication is the next one of its name: the procedure still runs."""
    if published is None or day >= published:
        return day
    later = date.fromisoformat(day) + timedelta(days=7)
    return later.isoformat() if later.isoformat() >= published else day


def _last_day(article: Article, span: Span, timexes: Sequence[Timex]) -> str | None:
    for timex in timexes:
        inside = span[0] <= timex.span[0] < span[1]
        if inside and has_year(timex.end) and _UNTIL.search(article.text[span[0] : timex.span[0]]):
            return _to_come(timex.end, article.published)
    return None
