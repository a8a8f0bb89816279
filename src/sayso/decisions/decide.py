"""What it takes, and where it stands: body, rule, the members' latest stances, and the outlook as of a day (DESIGN §2, §7)."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from sayso.decisions.choice import as_record, choose_rule
from sayso.decisions.clashes import family
from sayso.decisions.deciders import choose_body
from sayso.decisions.games import game
from sayso.decisions.meters import meters
from sayso.decisions.naming import name_in
from sayso.decisions.outlook import computed, latest_positions, rule_named, stopping_alone, tally_of
from sayso.decisions.processes import ProcessRow, process_for
from sayso.decisions.reported import Report, find_reports, matter_of
from sayso.decisions.rows import BodyRow, RuleRow
from sayso.decisions.rules import RuleReading
from sayso.decisions.silence import silence_until
from sayso.decisions.table import Participants, day_counted, participants, row_of
from sayso.positions.terms import Term, terms_of
from sayso.records import (
    Actor,
    Article,
    Body,
    Decision,
    Outlook,
    Position,
    Proposal,
    Rule,
    Stage,
    Standing,
    Tally,
    has_year,
)

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d$")
_SINGLE_NO: Final = ("consensus", "unanimity", "veto_players")


class _Case(NamedTuple):
    """What is to be decided, and all that is known of it on the day."""

    question: str
    words: str
    terms: tuple[Term, ...]
    articles: tuple[Article, ...]
    positions: Sequence[Position]
    standing: Mapping[str, Standing]
    actors: Sequence[Actor]
    as_of: str | None
    day: str | None


def decide(
    proposal: Proposal | None,
    question: str | None,
    articles: Sequence[Article],
    rules: Sequence[RuleReading],
    positions: Sequence[Position],
    standing: Mapping[str, Standing],
    actors: Sequence[Actor],
    as_of: str | None,
) -> Decision | None:
    """The decision on a proposal as of an ISO day; None if no body is found, or it had no members then; never a guess.

    `standing` indexes `positions`; positions and articles after `as_of` are left out, and so are actors who are no members
    on that day. Without a day, members are those of the table's newest state (`members_as_of`). Where several bodies must
    decide, each of the `stages` is told by itself.
    """
    day = as_of if as_of and _DAY.match(as_of) else None
    seen = tuple(a for a in articles if not (day and a.published and a.published > day))
    proposed = proposal.text if proposal else None
    words = " ".join(text for text in (question, proposed) if text)
    terms = terms_of(question or words)
    case = _Case(question or proposed or "", words, terms, seen, positions, standing, actors, as_of, day)
    stated = [rule for rule in rules if rule.evidence.article in {article.id for article in seen}]
    decider = choose_body(question, proposed, seen, stated, terms)
    if decider is None:
        return None
    chosen, rule, row = choose_rule(decider.body, words, seen, stated, terms, day)
    if not participants(chosen, day).size and chosen.as_of:
        return None
    stage = _stage(case, chosen, row, rule)
    process = process_for(words, {kin.id for kin in family(chosen)})
    stages = _stages(case, process, stage) if process else ()
    return Decision(
        body=stage.body,
        rule=rule,
        tally=stage.tally,
        meters=stage.meters,
        outlook=stage.outlook,
        members_as_of=day_counted(chosen, day),
        confidence=decider.confidence,
        process=process.name if process else None,
        stage=next((s.name for s in stages if s.body == stage.body), None),
        stages=stages,
    )


def _stages(case: _Case, process: ProcessRow, known: Stage) -> tuple[Stage, ...]:
    """Every step of a process with where it stands; the one already worked out as it is."""
    found = []
    for step in process.stages:
        stage = known
        if step.body != known.body.id:
            row, rule = row_of(step.body), rule_named(step.body, step.rule, case.day)
            stage = _stage(case, row, rule, as_record(row, rule, case.day))
        found.append(replace(stage, name=step.name))
    return tuple(found)


def _stage(case: _Case, body: BodyRow, row: RuleRow, rule: Rule) -> Stage:
    """Where a decision stands in one body: as reported, else worked out from the members' stances."""
    who = participants(body, case.day)
    everybody = frozenset(who.members)
    latest = latest_positions(case.positions, case.standing, everybody, case.day)
    tally = tally_of(latest, who.size)
    matter = matter_of(body, everybody, case.terms, case.words, case.question)
    found = (r for a in case.articles for r in find_reports(a, matter, case.actors))
    report = _standing_report([r for r in found if not (case.day and r.day > case.day)], latest)
    outlook = _reported(report, row, who, tally, case.as_of) if report else _worked_out(case, row, who, tally, latest)
    name = name_in(body, case.question, case.articles)
    return Stage(
        name=body.name,
        body=Body(id=body.id, name=name),
        rule=rule,
        tally=tally,
        meters=meters(row, who, tally),
        outlook=outlook,
    )


def _worked_out(case: _Case, row: RuleRow, who: Participants, tally: Tally, latest: Mapping[str, Position]) -> Outlook:
    if not who.size:
        return Outlook(status="open", basis="computed", as_of=case.as_of)
    may_be_silent = row.kind in ("consensus", "unanimity")
    return computed(
        row,
        who,
        tally,
        as_of=case.as_of,
        confidences={member: position.confidence for member, position in latest.items()},
        silence_until=silence_until(case.articles) if may_be_silent else None,
    )


def _standing_report(reports: Sequence[Report], latest: Mapping[str, Position]) -> Report | None:
    """The last report; a veto is over once a member takes a position on a later day."""
    if not reports:
        return None
    last = max(reports, key=lambda r: (r.day, r.status == "adopted"))
    moved_on = last.day and any(has_year(position.as_of) and position.as_of > last.day for position in latest.values())
    return None if last.status == "blocked" and moved_on else last


def _reported(report: Report, row: RuleRow, who: Participants, tally: Tally, as_of: str | None) -> Outlook:
    """As the articles report it; a block is by those named, else by those against whose no suffices."""
    made = report.blockers or tally.opposes
    is_stopped = report.status == "blocked" and who.size > 0
    blockers = stopping_alone(row, who, game(row, who), made) if is_stopped else ()
    lost = report.status == "blocked" and not blockers and row.kind not in _SINGLE_NO
    status = "rejected" if lost else report.status
    return Outlook(
        status=status,
        basis="reported",
        blockers=blockers,
        flips=(blockers,) if status == "blocked" and blockers else (),
        as_of=as_of,
        evidence=(report.evidence,),
    )
