"""What `sayso decide` prints: a decision counted, the power of its members, the bodies there are; on a screen or as JSON."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from sayso.brief.claims import Claim
from sayso.brief.columns import LABELS_BESIDE, labelled, meters, printed, sentence
from sayso.brief.contract import render_decision
from sayso.brief.deciding import computed_sentence
from sayso.brief.english import day_range, number, opening
from sayso.brief.names import Members
from sayso.brief.takes import as_read, prospects, rule_and_count, with_chance
from sayso.decisions.calculator import Counted, decide_own, decide_votes
from sayso.decisions.in_words import rule_in_words
from sayso.decisions.power import Power
from sayso.decisions.processes import ProcessRow, process_named, processes
from sayso.decisions.table import BodyRow, bodies, participants, row_of, rules_on, size
from sayso.decisions.voters import roll_of
from sayso.errors import BadRule, BadVote
from sayso.records import Decision

Votes = Mapping[str, Sequence[str]]
_HEADS: Final = {"adopted": "Passes", "blocked": "Blocked", "rejected": "Fails", "open": "Open"}
_STYLES: Final = {"adopted": "bold green", "blocked": "bold red", "rejected": "bold red", "open": "bold"}
_INDICES: Final = ("Banzhaf", "share", "Shapley", "prevent", "act")
_FEW_INDICES: Final = ("share", "Shapley")
_POWER_NOTE: Final = (
    "Banzhaf: chance to decide if all others vote by chance; share: the same, adding up to 100; Shapley: Shapley–Shubik, share "
    "of the orders of joining in which the member decides; prevent, act: Coleman’s, of the winning coalitions that the "
    "member can break, of the losing ones that it can carry. All in %."
)


def count_votes(
    name: str | None,
    given: Votes,
    *,
    members: Path | None = None,
    rule: str | None = None,
    as_of: str | None = None,
    silence_until: str | None = None,
) -> Counted:
    """The votes counted in a body or process, or in the chamber of a user's own file.

    Raises UnknownBody, BadRule, BadVote and BadKnowledge.
    """
    if members is None and name is None:
        raise BadVote("whose votes? name a BODY, or give a file of --members; sayso decide --list shows the bodies")
    if members is None:
        return decide_votes(name or "", given, rule=rule, as_of=as_of, silence_until=silence_until)
    if name is not None:
        raise BadVote(f"{name} and --members {members.name}: two lists of members; leave one out")
    if rule is None:
        raise BadRule(f'--members {members.name} needs a --rule, such as --rule "share > 1/2"')
    if silence_until:
        raise BadRule("--silence-until is for bodies of our tables; with --members name who consents")
    return decide_own(members, given, rule, as_of)


def decision_json(counted: Counted, *, with_power: bool) -> str:
    """The decision as the contract has it, with the power of its members on demand."""
    return render_decision(counted.decision, counted.power() if with_power else None)


def decision_lines(counted: Counted, width: int, colour: bool, *, with_power: bool) -> str:
    """The outcome in one line, then what it rests on and what would turn it; the indices last, or alone without votes."""
    decision, names = counted.decision, Members(counted.names)
    parts: list[RenderableType] = []
    if with_power and not _has_votes(decision):
        claims = [claim for claim in rule_and_count(names, decision) if claim.label != "Count"]
    else:
        parts += [_headline(names, decision), Text("")]
        claims = [*rule_and_count(names, decision), *prospects(names, decision)]
    parts += labelled(claims, width, _said)
    if with_power:
        parts += [Text(""), *_power(names, counted.power(), width)]
    return printed(parts, width, colour)


def _has_votes(decision: Decision) -> bool:
    return decision.tally.silent < decision.rule.members


def _said(claim: Claim, width: int) -> RenderableType:
    return Group(sentence(claim), *meters(claim.bars, width))


def _headline(names: Members, decision: Decision) -> Text:
    status = decision.outlook.status
    text = with_chance(computed_sentence(names, decision), decision).removeprefix("the outcome is open").lstrip(":; ")
    where = ""
    if decision.stages and status == "adopted":
        every = "both" if len(decision.stages) == 2 else f"all {number(len(decision.stages))}"
        text = f"{names.ground} {every} stages are certain to pass"
    elif decision.stages:
        where = (
            f" at stage {[s.name for s in decision.stages].index(decision.stage or '') + 1} of {len(decision.stages)}"
        )
    return Text(f"{_HEADS[status]}{where}: {text}.", style=_STYLES[status])


def _power(names: Members, power: Power, width: int) -> list[RenderableType]:
    """The indices, the most powerful first; where there is little room, the two that add up to 100."""
    columns = (power.banzhaf, power.banzhaf_share, power.shapley, power.coleman_prevent, power.coleman_act)
    indices = dict(zip(_INDICES, columns, strict=True))
    if width < LABELS_BESIDE:
        indices = {name: indices[name] for name in _FEW_INDICES}
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False)
    table.add_column("Power", overflow="fold")
    for index in indices:
        table.add_column(index, justify="right", no_wrap=True)
    for member in sorted(power.banzhaf, key=lambda m: (-round(power.banzhaf_share[m], 12), names.name(m))):
        table.add_row(names.name(member), *(f"{100 * column[member]:.2f}" for column in indices.values()))
    together = f"Of all coalitions {100 * power.decisiveness:.3g}% win (Coleman’s power of the collectivity to act)."
    rounding = f" {opening(power.rounding)}." if power.rounding else ""
    return [table, Text(""), Text(f"{together} {_POWER_NOTE}{rounding}", style="dim")]


def listing(name: str | None, as_of: str | None, width: int, colour: bool) -> str:
    """All bodies and processes, or one with its members and rules, on an ISO day or as the tables stand.

    Raises UnknownBody.
    """
    if name is None:
        return printed([*_table_of_bodies(as_of), Text(""), *_table_of_processes(processes().values())], width, colour)
    process = process_named(name)
    if process:
        return printed(_table_of_processes([process]), width, colour)
    return printed(labelled(list(_about(row_of(name), as_of)), width, _said), width, colour)


def listing_json(name: str | None, as_of: str | None) -> str:
    """The same as JSON: rows of bodies, or one body with its members. Raises UnknownBody."""
    rows: Any = [_fields(row, as_of) for row in bodies().values()] if name is None else _whole(name, as_of)
    return msgspec.json.format(msgspec.json.encode(rows), indent=2).decode() + "\n"


def _whole(name: str, as_of: str | None) -> dict[str, Any]:
    process = process_named(name)
    if process:
        fields: dict[str, Any] = msgspec.to_builtins(process)
        return fields
    row = row_of(name)
    return _fields(row, as_of) | {"names": dict(roll_of(row.id, participants(row.id, as_of), as_of).names)}


def _fields(row: BodyRow, as_of: str | None) -> dict[str, Any]:
    rules = [rule.id for rule in rules_on(row.id, as_of)]
    return {"id": row.id, "name": row.name, "members": size(row.id, as_of), "rules": rules}


def _columns(*headings: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False)
    for heading in headings:
        table.add_column(heading, overflow="fold", justify="right" if heading == "Members" else "left")
    return table


def _table_of_bodies(as_of: str | None) -> list[RenderableType]:
    table = _columns("Body", "Name", "Members", "Rules")
    for row in bodies().values():
        fields = _fields(row, as_of)
        table.add_row(row.id, row.name, str(fields["members"]), ", ".join(fields["rules"]))
    return [table]


def _table_of_processes(rows: Iterable[ProcessRow]) -> list[RenderableType]:
    table = _columns("Process", "Name", "Stages")
    for row in rows:
        table.add_row(row.id, row.name, ", then ".join(f"{step.body} ({step.rule})" for step in row.stages))
    return [table]


def _about(row: BodyRow, as_of: str | None) -> Iterable[Claim]:
    who = participants(row.id, as_of)
    called = roll_of(row.id, who, as_of).names
    day = f"on {day_range(as_of)}" if as_of else f"as of {day_range(row.as_of)}"
    yield Claim(label="Body", text=f"{row.name}", note=row.id)
    for rule in rules_on(row.id, as_of):
        words = as_read(Members(called), rule_in_words(rule, who))
        yield Claim(
            label="Rule" + (" (default)" if rule.default else ""), text=f"{rule.id}: {words}", note=rule.article
        )
    listed_members = ", ".join(f"{called[member]} ({member})" for member in who.members)
    yield Claim(
        label=f"{size(row.id, as_of)} members", text=listed_members or "seats whose holders no table lists", note=day
    )
