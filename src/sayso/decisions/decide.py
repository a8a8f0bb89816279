"""What it takes, and where it stands: body, rule, the members' latest stances, and the outlook as of a day (DESIGN §2, §7)."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from sayso.decisions.choice import choose_body, choose_rule
from sayso.decisions.evaluate import Votes, chance, deciding_sets, suffices_alone, turning_sets
from sayso.decisions.reported import Report, find_reports, matter_of
from sayso.decisions.rules import RuleReading
from sayso.decisions.table import RuleRow, body, day_counted, members
from sayso.positions.terms import terms_of
from sayso.records import Actor, Article, Decision, Outlook, Position, Proposal, Standing, Tally

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d$")


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
    on that day. Without a day, members are those of the table's newest state (`members_as_of`).
    """
    day = as_of if as_of and _DAY.match(as_of) else None
    seen = [a for a in articles if not (day and a.published and a.published > day)]
    proposed = proposal.text if proposal else None
    words = " ".join(text for text in (question, proposed) if text)
    terms = terms_of(question or words)
    body_id = choose_body(question, proposed, seen, _in(rules, seen), terms)
    if body_id is None:
        return None
    everybody = frozenset(members(body_id, day))
    if not everybody:
        return None
    body_id, rule, row = choose_rule(body_id, words, seen, _in(rules, seen), terms, day)
    latest = _latest(positions, standing, everybody, day)
    tally = _tally(latest, len(everybody))
    matter = matter_of(body_id, everybody, terms, words)
    reports = [r for a in seen for r in find_reports(a, matter, actors) if not (day and r.day > day)]
    report = _standing_report(reports, latest)
    return Decision(
        body=body(body_id),
        rule=rule,
        tally=tally,
        outlook=_reported(report, row, everybody, as_of) if report else _computed(row, everybody, tally, as_of),
        members_as_of=day_counted(body_id, day),
    )


def _in(rules: Sequence[RuleReading], articles: Sequence[Article]) -> list[RuleReading]:
    ids = {article.id for article in articles}
    return [rule for rule in rules if rule.evidence.article in ids]


def _latest(
    positions: Sequence[Position], standing: Mapping[str, Standing], everybody: frozenset[str], day: str | None
) -> dict[str, Position]:
    """Each member's last position that is not after the day."""
    latest: dict[str, Position] = {}
    for actor in sorted(everybody & standing.keys()):
        held = [positions[i] for i in standing[actor].positions if not (day and _day_of(positions[i]) > day)]
        if held:
            latest[actor] = held[-1]
    return latest


def _day_of(position: Position) -> str:
    return position.as_of if position.as_of and _DAY.match(position.as_of) else ""


def _tally(latest: Mapping[str, Position], size: int) -> Tally:
    groups: dict[str, list[str]] = {}
    for actor, position in latest.items():
        groups.setdefault(position.stance, []).append(actor)
    return Tally(
        supports=tuple(groups.get("supports", ())),
        opposes=tuple(groups.get("opposes", ())),
        conditional=tuple(groups.get("conditional", ())),
        undecided=tuple(groups.get("undecided", ())),
        abstains=tuple(groups.get("abstains", ())),
        declines_to_comment=tuple(groups.get("declines_to_comment", ())),
        silent=size - len(latest),
    )


def _standing_report(reports: Sequence[Report], latest: Mapping[str, Position]) -> Report | None:
    """The last report; a rejection or veto is over once a member takes a position on a later day."""
    if not reports:
        return None
    last = max(reports, key=lambda r: (r.day, r.status == "adopted"))
    moved_on = last.day and any(_day_of(position) > last.day for position in latest.values())
    return None if last.status != "adopted" and moved_on else last


def _reported(report: Report, row: RuleRow, everybody: frozenset[str], as_of: str | None) -> Outlook:
    blockers = tuple(b for b in report.blockers if suffices_alone(row, everybody, b))
    status = (
        "rejected"
        if report.status == "blocked" and not blockers and row.kind == "qualified_majority"
        else report.status
    )
    return Outlook(
        status=status,
        basis="reported",
        blockers=blockers,
        flips=(blockers,) if status == "blocked" and blockers else (),
        as_of=as_of,
        evidence=(report.evidence,),
    )


def _computed(row: RuleRow, everybody: frozenset[str], tally: Tally, as_of: str | None) -> Outlook:
    """The rule applied to the stances: conditional, undecided and silent members may still go either way."""
    votes = Votes(yes=frozenset(tally.supports), no=frozenset(tally.opposes), abstain=frozenset(tally.abstains))
    now = chance(row, everybody, votes)
    if now == "certain":
        return Outlook(status="adopted", basis="computed", flips=turning_sets(row, everybody, votes), as_of=as_of)
    if now == "possible":
        wavering = frozenset((*tally.conditional, *tally.undecided, *tally.declines_to_comment, *tally.abstains))
        return Outlook(
            status="open", basis="computed", flips=deciding_sets(row, everybody, votes, wavering), as_of=as_of
        )
    alone = tuple(m for m in tally.opposes if suffices_alone(row, everybody, m))
    return Outlook(
        status="blocked" if alone else "rejected",
        basis="computed",
        blockers=alone or tally.opposes,
        flips=turning_sets(row, everybody, votes),
        as_of=as_of,
    )
