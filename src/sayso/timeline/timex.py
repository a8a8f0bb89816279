"""Time expressions of an article, found and resolved (Timex3, TimeML 1.2.1).

The method is that of HeidelTime (Strötgen & Gertz 2013): patterns find, the publication day and the tense around an
expression resolve. Peers are SUTime (Chang & Manning 2012) and HeidelTime.
"""

import re
from datetime import date

from sayso.language.sentences import sentences
from sayso.records import Article, Timex
from sayso.timeline.anchor import Anchor
from sayso.timeline.calendar import Days
from sayso.timeline.patterns import compiled
from sayso.timeline.resolve import resolve
from sayso.timeline.tense import LONGEST_SENTENCE, tense_at


def find_timexes(article: Article) -> tuple[Timex, ...]:
    """The time expressions that name days, in text order, with first and last day as ISO 8601.

    Relative ones rest on `article.published`; without it they are left out, and days of an unknown year are written
    `XXXX-07-07` with `year_known` false, unless an earlier date of the same block gives the year. What is longer than
    a sentence of news is passed over.
    """
    published = _published(article)
    found: list[Timex] = []
    previous: Days | None = None
    for block in article.blocks:
        year: int | None = None
        for sentence in sentences(article.text, block.start, block.end):
            if sentence[1] - sentence[0] > LONGEST_SENTENCE:
                continue
            for kind, match in _matches(article.text, *sentence):
                tense = tense_at(article.text, sentence, match.start(), match.end())
                days = resolve(kind, match, Anchor(published, previous, year, tense))
                if days is None:
                    continue
                found.append(_timex(match, days))
                previous = days if days.year_known and days.precision == "day" else previous
                year = days.start.year if match.groupdict().get("year") else year
    return tuple(found)


def _published(article: Article) -> date | None:
    try:
        return date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None


def _matches(text: str, start: int, end: int) -> list[tuple[str, re.Match[str]]]:
    """Longest matches first wins; what overlaps one already taken is dropped."""
    every = [(kind, m) for kind, pattern in compiled().items() for m in pattern.finditer(text, start, end)]
    every.sort(key=lambda found: (found[1].start() - found[1].end(), found[1].start()))
    taken: list[tuple[str, re.Match[str]]] = []
    used = bytearray(end - start)
    for kind, match in every:
        first, last = match.start() - start, match.end() - start
        if not any(used[first:last]):
            used[first:last] = b"\x01" * (last - first)
            taken.append((kind, match))
    return sorted(taken, key=lambda found: found[1].start())


def _timex(match: re.Match[str], days: Days) -> Timex:
    start, end = days.start.isoformat(), days.end.isoformat()
    if not days.year_known:
        start, end = f"XXXX{start[4:]}", f"XXXX{end[4:]}"
    span = (match.start(), match.end())
    return Timex(span=span, start=start, end=end, precision=days.precision, year_known=days.year_known)
