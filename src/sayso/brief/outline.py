"""A brief as every rendering shows it: the sections of the page in order, claims in words, each with its evidence.

Renderings differ in how they look, never in what they say: they all print this.
"""

from collections.abc import Iterator

from sayso.brief.claims import Claim, Row, Source
from sayso.brief.english import counted, day_range, number, opening
from sayso.brief.say_so import Cast
from sayso.brief.stances import the_proposal
from sayso.brief.standing import beside, rows, say_so
from sayso.brief.takes import from_table, takes
from sayso.records import Article, Brief, Conflict, Event, Evidence, Proposal, Record


class Outline(Record, frozen=True, kw_only=True):
    """The sections in the order of the page."""

    title: str
    subtitle: str
    proposal: Claim | None
    in_short: tuple[Claim, ...]
    stands: tuple[Row, ...]
    beside: tuple[Claim, ...]
    say_so: tuple[Claim, ...]
    takes: tuple[Claim, ...]
    ahead: tuple[Claim, ...]
    behind: tuple[Claim, ...]
    clashes: tuple[Claim, ...]
    corrections: tuple[Claim, ...]
    left_out: tuple[Claim, ...]
    sources: tuple[Source, ...]

    def number(self, evidence: Evidence) -> int | None:
        """The number under which the article of a passage stands in the list of sources."""
        return next((s.number for s in self.sources if s.article.id == evidence.article), None)


def outline(brief: Brief) -> Outline:
    """Put a brief in the order and the words of the page."""
    cast = Cast(brief)
    ahead = [e for e in brief.events if e.status == "upcoming"]
    behind = [e for e in brief.events if e.status == "past"]
    return Outline(
        title=brief.question or (opening(brief.proposal.text) if brief.proposal else "No question, no proposal"),
        subtitle=_subtitle(brief),
        proposal=_proposal(brief.proposal) if brief.proposal else None,
        in_short=tuple(Claim(text=line.text, evidence=line.evidence) for line in brief.summary),
        stands=rows(cast),
        beside=tuple(beside(cast)),
        say_so=tuple(say_so(cast)),
        takes=tuple(takes(cast, brief.decision)) if brief.decision else (),
        ahead=tuple(_event(cast, e) for e in sorted(ahead, key=_when)),
        behind=tuple(_event(cast, e) for e in sorted(behind, key=_when)),
        clashes=tuple(_clash(cast, c) for c in brief.conflicts),
        corrections=tuple(_clash(cast, c) for c in brief.corrections),
        left_out=tuple(_left_out(brief)),
        sources=tuple(_source(n, a) for n, a in enumerate(brief.articles, start=1)),
    )


def _proposal(proposal: Proposal) -> Claim:
    return Claim(text=opening(the_proposal(proposal.text)), evidence=proposal.evidence[:1])


def _subtitle(brief: Brief) -> str:
    articles = counted(len(brief.articles), "article")
    undated = sum(article.published is None for article in brief.articles)
    if brief.as_of is None:
        return f"{opening(articles)} with no date"
    as_of = f"as of {day_range(brief.as_of)}"
    if not undated:
        return f"{opening(articles)}, {as_of}"
    several = f"{number(undated)} of them {'carries' if undated == 1 else 'carry'}"
    return f"{opening(articles)}, {as_of}; {'it carries' if len(brief.articles) == 1 else several} no date"


def _when(event: Event) -> tuple[bool, str, str]:
    return event.start is None, event.start or "", event.what


def _event(cast: Cast, event: Event) -> Claim:
    when = day_range(event.start, event.end, event.precision)
    where = f", {event.where}" if event.where and event.where not in event.what else ""
    certainty = "" if event.certainty == "certain" else event.certainty
    return Claim(label=when, text=f"{opening(event.what)}{where}", note=certainty, evidence=event.evidence[:2])


def _clash(cast: Cast, conflict: Conflict) -> Claim:
    where = "in one article" if conflict.scope == "within" else "between articles"
    known = "".join(f"; the table says {from_table(k)}" for k in conflict.knowledge)
    why = opening(cast.worded(conflict.why).strip().rstrip("."))
    return Claim(label=conflict.kind.capitalize(), text=f"{why}.", note=where + known, evidence=conflict.sides)


def _left_out(brief: Brief) -> Iterator[Claim]:
    for unread in brief.left_out:
        yield Claim(label=unread.input, text=f"{unread.reason}; {unread.advice}")
    for article in brief.articles:
        place = article.file or article.url or article.title or "an article"
        lines = [f.text for f in article.furniture]
        counts = {line: lines.count(line) for line in lines}
        removed = [f"“{line}”" + (f" ×{n}" if n > 1 else "") for line, n in counts.items()]
        if removed:
            yield Claim(label=place, text=f"{counted(len(lines), 'line')} of the page removed: {', '.join(removed)}")
        for warning in article.warnings:
            yield Claim(label=place, text=warning)


def _source(number: int, article: Article) -> Source:
    place = article.file or article.url or ""
    more = f" (also {', '.join(article.also)})" if article.also else ""
    published = (
        day_range(article.published, None, article.published_precision or "day") if article.published else "undated"
    )
    title = article.title or ""
    return Source(
        number=number,
        outlet=article.outlet or "",
        title=title,
        published=published,
        place=f"{place}{more}",
        url=article.url,
        article=article,
    )
