"""Sentences on what it takes, where the decision stands, what comes next, and what does not add up."""

from collections.abc import Mapping
from typing import Final

from sayso.brief.english import continuing, counted, dated, day_range, listed, named, number, opening, possessive
from sayso.brief.names import Namer
from sayso.brief.say_so import Cast
from sayso.brief.stances import the_proposal
from sayso.records import Conflict, Decision, Event, Evidence, Rule, SummaryLine

KINDS: Final[Mapping[str, str]] = {
    "consensus": "consensus",
    "unanimity": "unanimity",
    "majority": "majority",
    "supermajority": "supermajority",
    "qualified_majority": "qualified majority",
    "weighted": "weighted vote",
    "veto_players": "vote",
}
_SHARES: Final[Mapping[str, str]] = {
    "population": "of the population",
    "votes": "of the votes cast",
    "states": "of the members",
}
_COUNTS: Final[Mapping[str, str]] = {"votes": "votes", "states": "members", "members": "members"}
_SINGLE_NO: Final = ("consensus", "unanimity", "veto_players")


def rule_sentence(cast: Namer, decision: Decision) -> str:
    """The rule in words, as in "NATO’s North Atlantic Council decides by consensus: one objection is enough"."""
    rule, body = decision.rule, body_name(decision)
    takes = KINDS[rule.kind]
    if rule.kind == "consensus":
        among = f" among its {rule.members} members" if rule.members else ""
        return f"{body} decides by {takes}: one objection{among} is enough to stop it"
    if rule.kind == "unanimity":
        who = f"all {rule.members} members" if rule.members else "every member"
        return f"{body} decides by {takes}: {who} must agree"
    needed = listed([_threshold(key, value, rule) for key, value in sorted(rule.thresholds.items(), key=_counts_first)])
    return f"{body} decides by {takes}" + (f": it takes {needed}" if needed else "") + _veto(cast, rule)


def body_name(decision: Decision) -> str:
    """The body as the subject of a sentence: "NATO's North Atlantic Council", "The Council of the European Union"."""
    whole, _, organ = decision.body.name.partition(" (")
    owner = opening(named(whole, "body"))
    if whole in organ:
        return f"The {organ.removesuffix(')')}"
    return f"{possessive(owner)} {organ.removesuffix(')')}" if organ else owner


def outlook_sentence(cast: Cast, decision: Decision, what: str = "the proposal") -> str:
    """Where the decision stands; a doubt about the blockers is kept."""
    outlook = decision.outlook
    if outlook.basis == "reported":
        source = "the article reports" if len(cast.debate.articles) == 1 else "the articles report"
        return f"{_reported(outlook.status, [cast.inline(a) for a in outlook.blockers], what)}, {source}"
    return computed_sentence(cast, decision)


def computed_sentence(names: Namer, decision: Decision) -> str:
    """Where a decision stands by its rule and the stances."""
    outlook = decision.outlook
    blockers = listed([names.inline(actor) for actor in outlook.blockers])
    if outlook.status == "adopted":
        return f"{names.ground} the proposal is certain to pass"
    if outlook.status == "open":
        return f"the outcome is open{_quiet(decision.tally.silent)}"
    if outlook.status == "rejected":
        return "the votes that it needs are out of reach" + (f", with {blockers} against" if blockers else "")
    return _blocked(names, decision, blockers) if blockers else "the proposal is blocked"


def _quiet(silent: int) -> str:
    has = "has" if silent == 1 else "have"
    return f": {counted(silent, 'member')} {has} not said where they stand" if silent else ""


def _blocked(names: Namer, decision: Decision, listed_blockers: str) -> str:
    blockers = decision.outlook.blockers
    suffices = decision.rule.kind in _SINGLE_NO
    if any(names.is_doubtful(actor) for actor in blockers):
        return f"the proposal is blocked if the reported opposition of {listed_blockers} holds"
    if len(blockers) == 1:
        verb = "block" if names.is_plural(blockers[0]) else "blocks"
        return f"{listed_blockers}{' alone' if suffices else ''} {verb} the proposal"
    how = ", each with a no that suffices" if suffices else " together"
    return f"{listed_blockers} block the proposal{how}"


def decision_lines(cast: Cast, is_short: bool = False) -> list[SummaryLine]:
    """Rule and outlook: two sentences where the articles tell the rule; one where a table does, or room is short.

    A decision that has been taken is another sentence, `decided_line`; then the rule stands alone, if there is room.
    """
    decision = cast.debate.decision
    if decision is None:
        return []
    rule, evidence = rule_sentence(cast, decision), decision.rule.evidence
    if decision.rule.contradicted_by:
        rule += ", though another passage says otherwise"
        evidence = (*evidence, *decision.rule.contradicted_by)
    if is_decided(decision):
        return [SummaryLine(text=f"{rule}.", evidence=evidence[:4])] if evidence and not is_short else []
    outlook = f"{_as_of(decision)}{outlook_sentence(cast, decision)}"
    rests_on = outlook_evidence(cast, decision)
    if evidence and not is_short:
        return [
            SummaryLine(text=f"{rule}.", evidence=evidence[:4]),
            SummaryLine(text=f"{opening(outlook)}.", evidence=rests_on or evidence[:1]),
        ]
    shorter = rule.partition(":")[0] if is_short else rule
    return [SummaryLine(text=f"{shorter}; {outlook}.", evidence=(*evidence[:2], *rests_on[:4]))]


def decided_line(cast: Cast) -> SummaryLine | None:
    """The news first: that a decision has been taken, where an article reports it."""
    decision, proposal = cast.debate.decision, cast.debate.proposal
    if decision is None or proposal is None or not is_decided(decision):
        return None
    text = opening(outlook_sentence(cast, decision, the_proposal(proposal.text)))
    return SummaryLine(text=f"{text}.", evidence=outlook_evidence(cast, decision))


def is_decided(decision: Decision) -> bool:
    """Has the body decided, as an article reports."""
    return decision.outlook.basis == "reported" and decision.outlook.status in ("adopted", "rejected")


def outlook_evidence(cast: Cast, decision: Decision) -> tuple[Evidence, ...]:
    """What the outlook rests on: the report, else the positions of the blockers, else of all members who spoke."""
    if decision.outlook.evidence:
        return decision.outlook.evidence[:4]
    tally = decision.tally
    spoke = decision.outlook.blockers or (*tally.opposes, *tally.supports, *tally.conditional, *tally.undecided)
    found = tuple(cast.latest(a).evidence[0] for a in spoke if a in cast.debate.standing)[:4]
    return found or (cast.debate.proposal.evidence[:1] if cast.debate.proposal else ())


def next_line(cast: Cast) -> SummaryLine | None:
    """The next date: the earliest that is still to come, dated ones first."""
    upcoming = [e for e in cast.debate.events if e.status == "upcoming" and e.evidence]
    if not upcoming:
        return None
    event = min(upcoming, key=lambda e: (e.start is None, e.start or ""))
    lead = {"certain": "Next on the calendar", "expected": "Expected next", "possible": "Possibly next"}[
        event.certainty
    ]
    if event.start is None:
        lead = "Still to come, with no date given,"
    verb = "are" if _is_plural(event.what) else "is"
    return SummaryLine(text=f"{lead} {verb} {event_phrase(event)}.", evidence=event.evidence[:2])


def _is_plural(what: str) -> bool:
    """As in "talks", "the NATO summits", and not "congress", "census"."""
    head = what.split(" of ")[0].split(" on ")[0].split(" by ")[0]
    return head.endswith("s") and not head.endswith(("ss", "us", "is"))


def event_phrase(event: Event) -> str:
    """As in "the NATO summit in Vilnius, Lithuania, on 11–12 July 2023"."""
    where = f" in {named(event.where, 'state')}" if event.where and event.where not in event.what else ""
    when = dated(event.start, event.end, event.precision)
    comma = "," if where and when and "," in where else ""
    what = event.what
    owned = what.split(" ")[0].endswith(("’s", "'s"))
    return f"{what if owned else _with_the(what)}{where}{comma}{' ' + when if when else ''}"


def conflict_line(cast: Cast) -> SummaryLine | None:
    """What does not add up: the first clash in words, and how many more there are."""
    conflicts = cast.debate.conflicts
    if not conflicts:
        return None
    first = conflicts[0]
    if len(conflicts) == 1:
        return SummaryLine(text=f"One thing does not add up: {_why(cast, first)}.", evidence=first.sides[:4])
    text = f"{opening(number(len(conflicts)))} things do not add up, among them: {_why(cast, first)}."
    return SummaryLine(text=text, evidence=first.sides[:4])


def _why(cast: Cast, conflict: Conflict) -> str:
    return continuing(cast.worded(conflict.why)).replace(": ", " – ", 1)


def _with_the(what: str) -> str:
    return what if what.lower().startswith(("the ", "a ", "an ")) else f"the {what}"


def _as_of(decision: Decision) -> str:
    day = decision.outlook.as_of
    return f"as of {day_range(day)} " if day and decision.outlook.basis == "computed" else ""


def _reported(status: str, blockers: list[str], what: str) -> str:
    by = f" by {listed(blockers)}" if blockers else ""
    return {
        "adopted": f"{what} has been adopted",
        "blocked": f"{what} has been blocked{by}",
        "rejected": f"{what} has been voted down",
        "open": f"no decision has been taken on {what}",
    }[status]


def _counts_first(item: tuple[str, float]) -> tuple[bool, str]:
    return item[1] <= 1, item[0]


def _threshold(key: str, value: float, rule: Rule) -> str:
    if value <= 1:
        return f"{value * 100:g}% {_SHARES.get(key, 'of the voting power')}"
    what = _COUNTS.get(key, key)
    of = f" of the {rule.members}" if rule.members and what == "members" else ""
    return f"{value:g}{of} {what}"


def _veto(cast: Namer, rule: Rule) -> str:
    return f", with no veto from {listed([cast.inline(a) for a in rule.veto], 'or')}" if rule.veto else ""
