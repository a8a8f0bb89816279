"""A brief as every rendering shows it: the sections of the page in order, claims in words, each with its evidence.

Renderings differ in how they look, never in what they say: they all print this.
"""

from collections.abc import Iterator

from sayso.brief.claims import Claim, Row, Source
from sayso.brief.deciding import outlook_evidence, outlook_sentence, rule_sentence
from sayso.brief.english import counted, day_range, listed, number, opening
from sayso.brief.say_so import Cast
from sayso.brief.stances import the_proposal
from sayso.brief.standing import beside, rows, say_so
from sayso.records import Article, Brief, Conflict, Decision, Event, Evidence, Knowledge, Proposal, Record


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
        takes=tuple(_takes(cast, brief.decision)) if brief.decision else (),
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


def _takes(cast: Cast, decision: Decision) -> Iterator[Claim]:
    rule, outlook = decision.rule, decision.outlook
    yield Claim(label="Body", text=decision.body.name)
    table = "; ".join(_from_table(k) for k in rule.knowledge)
    note = "" if rule.evidence else table or "from the tables of bodies and rules"
    yield Claim(label="Rule", text=f"{opening(rule_sentence(cast, decision))}.", note=note, evidence=rule.evidence[:2])
    if rule.contradicted_by:
        yield Claim(label="But", text="Another passage gives another rule.", evidence=rule.contradicted_by[:2])
    yield Claim(label="Count", text=_tally(cast, decision), note=_membership(decision))
    basis = "" if outlook.basis == "reported" else "worked out from rule and stances"
    day = f"as of {day_range(outlook.as_of)}" if outlook.as_of else ""
    evidence = outlook_evidence(cast, decision) if outlook.basis == "reported" else ()
    text = f"{opening(outlook_sentence(cast, decision))}."
    yield Claim(label="Outlook", text=text, note=", ".join(note for note in (basis, day) if note), evidence=evidence)
    flips = [listed([cast.inline(a) for a in flip]) for flip in outlook.flips if flip]
    if flips:
        yield Claim(label="Would turn it", text=f"A change by {listed(flips[:4], 'or')}")


def _tally(cast: Cast, decision: Decision) -> str:
    tally = decision.tally
    groups: tuple[tuple[str, tuple[str, ...]], ...] = (
        ("for", tally.supports),
        ("against", tally.opposes),
        ("on conditions", tally.conditional),
        ("undecided", tally.undecided),
        ("abstaining", tally.abstains),
        ("no comment", tally.declines_to_comment),
    )
    parts = [f"{len(a)} {label} ({', '.join(cast.name(x) for x in a)})" for label, a in groups if a]
    return "; ".join([*parts, f"{tally.silent} not heard from"] if tally.silent or not parts else parts)


def _membership(decision: Decision) -> str:
    return f"members as of {day_range(decision.members_as_of)}" if decision.members_as_of else ""


def _from_table(known: Knowledge) -> str:
    return f"{known.value} (our table of {known.table}, as of {known.as_of})"


def _when(event: Event) -> tuple[bool, str, str]:
    return event.start is None, event.start or "", event.what


def _event(cast: Cast, event: Event) -> Claim:
    when = day_range(event.start, event.end, event.precision)
    where = f", {event.where}" if event.where and event.where not in event.what else ""
    certainty = "" if event.certainty == "certain" else event.certainty
    return Claim(label=when, text=f"{opening(event.what)}{where}", note=certainty, evidence=event.evidence[:2])


def _clash(cast: Cast, conflict: Conflict) -> Claim:
    where = "in one article" if conflict.scope == "within" else "between articles"
    known = "".join(f"; the table says {_from_table(k)}" for k in conflict.knowledge)
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
