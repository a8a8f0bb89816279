"""The calculator on its own: a body, its rule and who votes how, to a decision; no articles."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from sayso.decisions.chambers import kind_of
from sayso.decisions.choice import as_record
from sayso.decisions.evaluate import thresholds, veto_of
from sayso.decisions.expressions import parse
from sayso.decisions.games import as_simple_game, game
from sayso.decisions.in_words import rule_in_words
from sayso.decisions.meters import meters
from sayso.decisions.outlook import ballots_of, computed, rule_named
from sayso.decisions.own_chamber import read_chamber
from sayso.decisions.power import Power, power
from sayso.decisions.processes import ProcessRow, process_named
from sayso.decisions.rows import Meaning, RuleRow
from sayso.decisions.table import Participants, body, day_counted, default_rule, first_day, participants, row_of
from sayso.decisions.voters import Roll, roll_of, split_by_roll, tally_of_votes
from sayso.errors import BadRule, BadVote
from sayso.records import Body, Decision, Rule, Stage

Given = Mapping[str, Sequence[str]]


class Counted(NamedTuple):
    """A decision with what its members are called, and the rule and members it counted (of the stage it stands at)."""

    decision: Decision
    names: Mapping[str, str]
    who: Participants
    rule: RuleRow

    def power(self, *, is_among_undecided: bool = False) -> Power:
        """The power indices of all members, or of those yet to decide among themselves, the others' votes being cast."""
        votes = ballots_of(self.decision.tally) if is_among_undecided else None
        return power(as_simple_game(game(self.rule, self.who), votes))


def decide_votes(
    name: str, given: Given, *, rule: str | None = None, as_of: str | None = None, silence_until: str | None = None
) -> Counted:
    """What a body's rule makes of these votes, by column (`supports`, `opposes`, `abstains`, `conditional`, `undecided`,
    `absent`), on an ISO day; without one, of its newest members. `rule` is a rule's id or an expression.

    Raises UnknownBody, BadRule, or BadVote where a member is unknown, named twice, or the day lies outside the table.
    """
    process = process_named(name)
    if process:
        return _in_stages(process, given, rule, as_of)
    row = row_of(name)
    chosen = _rule(rule, row.id, as_of)
    roll = _roll(row.id, as_of)
    stage = _stage(row.name, row.id, chosen, roll, given, as_of, silence_until)
    return Counted(_decision(stage, as_of), roll.names, roll.who, chosen)


def _decision(at: Stage, as_of: str | None, **more: Any) -> Decision:
    return Decision(
        body=at.body,
        rule=at.rule,
        tally=at.tally,
        meters=at.meters,
        outlook=at.outlook,
        members_as_of=day_counted(at.body.id, as_of),
        **more,
    )


def _stage(
    name: str,
    body_id: str,
    rule: RuleRow,
    roll: Roll,
    given: Given,
    as_of: str | None,
    silence_until: str | None = None,
) -> Stage:
    tally = tally_of_votes(roll, given)
    return Stage(
        name=name,
        body=body(body_id),
        rule=as_record(body_id, rule, as_of),
        tally=tally,
        meters=meters(rule, roll.who, tally),
        outlook=computed(rule, roll.who, tally, as_of=as_of, silence_until=silence_until),
    )


def _roll(body_id: str, as_of: str | None) -> Roll:
    _check_day(body_id, as_of)
    who = participants(body_id, as_of)
    if not who.size:
        raise BadVote(f"{row_of(body_id).name} had no members on {as_of}")
    return roll_of(body_id, who, as_of)


def _in_stages(process: ProcessRow, given: Given, rule: str | None, as_of: str | None) -> Counted:
    """Every step counted by itself; the decision stands at the first that has not passed."""
    if rule is not None:
        raise BadRule(f"{process.id} takes several steps, each by its own rule; leave --rule out, or name one body")
    rolls = [_roll(step.body, as_of) for step in process.stages]
    stages = tuple(
        _stage(step.name, step.body, rule_named(step.body, step.rule, as_of), roll, votes, as_of)
        for step, roll, votes in zip(process.stages, rolls, split_by_roll(rolls, given), strict=True)
    )
    place = next((i for i, stage in enumerate(stages) if stage.outlook.status != "adopted"), len(stages) - 1)
    at, step = stages[place], process.stages[place]
    names = {member: called for roll in rolls for member, called in roll.names.items()}
    decision = _decision(at, as_of, process=process.name, stage=at.name, stages=stages)
    return Counted(decision, names, rolls[place].who, rule_named(step.body, step.rule, as_of))


def decide_own(path: Path, given: Given, rule: str, as_of: str | None = None) -> Counted:
    """The same for members of the user's own file; `rule` is an expression.

    Raises BadKnowledge, BadRule, BadVote.
    """
    roll = read_chamber(path)
    row = _expressed(rule)
    tally = tally_of_votes(roll, given)
    decision = Decision(
        body=Body(id=path.stem, name=roll.title),
        rule=_own_record(row, roll),
        tally=tally,
        meters=meters(row, roll.who, tally),
        outlook=computed(row, roll.who, tally, as_of=as_of),
        members_as_of=as_of or "",
    )
    return Counted(decision, roll.names, roll.who, row)


def _check_day(body_id: str, as_of: str | None) -> None:
    row, first = row_of(body_id), first_day(body_id)
    if as_of and as_of < first:
        raise BadVote(f"{as_of}: {row.name} is known here from {first}")
    if as_of and as_of > row.known_until:
        raise BadVote(f"{as_of}: the members of {row.name} are known here to {row.known_until}")


def _rule(given: str | None, body_id: str, day: str | None) -> RuleRow:
    if given is None:
        return default_rule(body_id, day)
    try:
        return rule_named(body_id, given, day)
    except BadRule:
        if given.replace("-", "").replace("_", "").isalnum() and given.lower() != "all":
            raise
    return _expressed(given)


def _expressed(text: str) -> RuleRow:
    parse(text)
    kind = kind_of(text)
    counts: Meaning = (
        "neither" if "cast" in text or kind == "veto_players" else "for" if kind == "consensus" else "against"
    )
    return RuleRow(id="own", kind=kind, article="as given", abstention=counts, absence=counts, passes=text)


def _own_record(row: RuleRow, roll: Roll) -> Rule:
    return Rule(
        kind=row.kind,
        members=roll.who.size,
        thresholds=thresholds(row, roll.who),
        veto=veto_of(row, roll.who),
        id=row.id,
        passes=row.passes,
        words=rule_in_words(row, roll.who),
        article=row.article,
        known_from="text",
    )
