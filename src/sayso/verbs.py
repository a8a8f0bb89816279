"""The verbs between reading and writing: one article to its layers, many articles to one debate."""

from collections.abc import Sequence

import msgspec

from sayso.actors import find_actors
from sayso.actors.across import with_one_cast
from sayso.actors.chains import build_statements
from sayso.conflicts import find_conflicts_across, find_conflicts_within, find_rule_conflicts
from sayso.decisions import RuleReading, decide, find_rules, is_member, member_actor
from sayso.language.encoder import spread
from sayso.positions import find_positions, propose, settle
from sayso.records import (
    Actor,
    Article,
    Attribution,
    Debate,
    Decision,
    Mention,
    Position,
    Reading,
    Sources,
    Statement,
    Unread,
    has_year,
)
from sayso.statements import find_attributions, nested_attributions
from sayso.timeline import find_events, find_timexes, merge_events

_DEPTH = 2


def find_statements(article: Article) -> tuple[Statement, ...]:
    """Who says what in an article, on whose say-so: statements in the order of the text, then those inside others."""
    return _statements(article, *find_actors(article))


def analyse(article: Article) -> Reading:
    """One article with all its layers: statements, actors, time expressions, events, and what does not add up in it."""
    actors, mentions = find_actors(article)
    statements = _statements(article, actors, mentions)
    timexes = find_timexes(article)
    events = find_events(article, timexes, actors, mentions, article.published)
    conflicts = find_conflicts_within(article, timexes, events, actors, mentions, statements)
    return Reading(
        article=article,
        statements=statements,
        actors=actors,
        mentions=mentions,
        timexes=timexes,
        events=events,
        conflicts=conflicts,
    )


def untangle(
    readings: Sequence[Reading],
    question: str | None = None,
    as_of: str | None = None,
    left_out: Sequence[Unread] = (),
) -> Debate:
    """Many articles, one question: positions, standing, the decision, the road ahead, and what does not add up.

    `as_of` is an ISO day; by default the latest publication date, else null. The order of `readings` changes nothing.
    """
    question = question.strip() or None if question else None
    readings = _numbered(
        with_one_cast(sorted(readings, key=lambda r: (r.article.file or r.article.url or "", r.article.id)))
    )
    articles = tuple(reading.article for reading in readings)
    as_of = as_of or max((a.published for a in articles if a.published), default=None)
    proposal = propose(readings, question)
    rules = _rules_in(articles, question or (proposal.text if proposal else None))
    found = find_positions(readings, proposal, question, [rule.evidence for rule in rules if rule.is_worded])
    actors = _merged_actors(readings)
    ledger = settle([p for p in found.positions if not _is_after(p.as_of, as_of)], actors)
    decision = None
    if proposal:
        decision = decide(proposal, question, articles, rules, ledger.positions, ledger.standing, actors, as_of)
    positions = ledger.positions
    if decision:
        actors = _with_members(actors, decision)
        positions = tuple(_with_membership(p, decision.body.id, as_of) for p in positions)
    return Debate(
        question=question,
        proposal=proposal,
        as_of=as_of,
        articles=articles,
        left_out=tuple(left_out),
        statements=tuple(s for r in readings for s in r.statements),
        actors=actors,
        positions=positions,
        standing=ledger.standing,
        other_proposals=found.rivals,
        interests=found.interests,
        decision=decision,
        events=merge_events([reading.events for reading in readings], as_of),
        conflicts=(
            *(c for r in readings for c in r.conflicts),
            *find_conflicts_across(readings),
            *(find_rule_conflicts(decision.rule) if decision else ()),
        ),
        changes=ledger.changes,
        disagreements=ledger.disagreements,
        sources=_sources(articles),
    )


def _rules_in(articles: Sequence[Article], asked: str | None) -> list[RuleReading]:
    return [rule for found in spread(lambda article: find_rules(article, asked), articles) for rule in found]


def _sources(articles: Sequence[Article]) -> Sources:
    """Each article by itself: identical texts were folded when they were read."""
    return Sources(articles=len(articles), independent=len(articles), clusters=tuple((a.id,) for a in articles))


def _is_after(day: str | None, as_of: str | None) -> bool:
    """Is a position of a later day than the one that the debate is told of?"""
    return has_year(day) and as_of is not None and day > as_of


def _statements(article: Article, actors: Sequence[Actor], mentions: Sequence[Mention]) -> tuple[Statement, ...]:
    attributions = find_attributions(article)
    nested: list[Attribution] = []
    found = attributions
    for _ in range(_DEPTH):  # the contents are read again, then the contents of what stands in them
        found = nested_attributions(article.text, found)
        nested += found
    return build_statements(article, attributions, tuple(dict.fromkeys(nested)), actors, mentions)


def _numbered(readings: Sequence[Reading]) -> list[Reading]:
    """The readings with statement ids that are unique over all of them."""
    numbered, offset = [], 0
    for reading in readings:
        new = {s.id: f"s{offset + i + 1}" for i, s in enumerate(reading.statements)}
        statements = tuple(
            msgspec.structs.replace(s, id=new[s.id], inside=new[s.inside] if s.inside else None)
            for s in reading.statements
        )
        numbered.append(msgspec.structs.replace(reading, statements=statements))
        offset += len(statements)
    return numbered


def _merged_actors(readings: Sequence[Reading]) -> tuple[Actor, ...]:
    """Every actor once, with the forms of all articles; the first article that knows a role gives it."""
    merged: dict[str, Actor] = {}
    for actor in (a for r in readings for a in r.actors):
        known = merged.get(actor.id)
        if known is None:
            merged[actor.id] = actor
            continue
        merged[actor.id] = msgspec.structs.replace(
            known,
            forms=tuple(sorted({*known.forms, *actor.forms})),
            role=known.role or actor.role,
            parent=known.parent or actor.parent,
            speaks_for=known.speaks_for or actor.speaks_for,
        )
    return tuple(merged[key] for key in sorted(merged))


def _with_members(actors: Sequence[Actor], decision: Decision) -> tuple[Actor, ...]:
    """The actors, with the members that only the decision names: pivotal ones, those in sets, holders of a veto."""
    known = {actor.id for actor in actors}
    outlooks = (decision.outlook, *(stage.outlook for stage in decision.stages))
    sets = [chosen for o in outlooks for chosen in (*o.flips, *o.to_pass, *o.to_fail, o.pivotal, o.blockers)]
    tallies = (decision.tally, *(stage.tally for stage in decision.stages))
    voting = [m for tally in tallies for group in (tally.supports, tally.opposes) for m in group]
    vetoes = [m for rule in (decision.rule, *(stage.rule for stage in decision.stages)) for m in rule.veto or ()]
    named = {member for members in (*sets, voting, vetoes) for member in members} - known
    return tuple(sorted((*actors, *(member_actor(m) for m in named)), key=lambda a: a.id))


def _with_membership(position: Position, body: str, as_of: str | None) -> Position:
    day = position.as_of if has_year(position.as_of) else as_of
    return msgspec.structs.replace(position, member=is_member(body, position.actor, day))
