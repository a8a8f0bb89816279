"""How far a count has come towards each threshold of a rule, for a meter to show."""

from collections.abc import Iterable
from fractions import Fraction

from msgspec.structs import replace

from sayso.decisions.expressions import Everybody, Named, Test, Threshold, least, tests_of
from sayso.decisions.rows import RuleRow
from sayso.decisions.table import Participants
from sayso.records import Meter, Tally


def meters(rule: RuleRow, who: Participants, tally: Tally) -> tuple[Meter, ...]:
    """One meter a threshold that is counted, once each; those of members by name have none."""
    found = [_meter(test, who, tally) for test in tests_of(rule.expression)]
    return tuple({(m.what, m.of_cast): m for m in reversed(found) if m}.values())[::-1]


def _meter(test: Test, who: Participants, tally: Tally) -> Meter | None:
    if isinstance(test, Everybody):
        return _counted("members", None, who, tally, float(who.size))
    if isinstance(test, Named) or test.measure in ("against", "unwilling", "present"):
        return None
    what = test.of or "members"
    meter = _counted(what, test.of, who, tally, None)
    is_whole = all(float(weight).is_integer() for weight in who.weights.get(what, {}).values())
    return _with_need(meter, test, is_whole=is_whole)


def _with_need(meter: Meter, test: Threshold, *, is_whole: bool) -> Meter:
    is_strict = test.comparison == ">"
    is_of_cast = test.measure == "cast"
    if is_of_cast:
        needed = float(test.amount)
    elif test.measure == "share":
        part = test.amount * Fraction(str(meter.total))
        needed = float(least(part, is_strict=is_strict) if is_whole else part)
    else:
        needed = float(test.amount) + (is_strict and is_whole)
    return replace(meter, needed=needed, of_cast=is_of_cast)


def _counted(what: str, of: str | None, who: Participants, tally: Tally, needed: float | None) -> Meter:
    silent = [m for m in who.members if m not in _spoken(tally)]
    undecided = (*tally.conditional, *tally.undecided, *tally.declines_to_comment, *silent)
    unnamed = 0.0 if of else float(who.unnamed)
    return Meter(
        what=what,
        favour=_sum(tally.supports, of, who),
        against=_sum(tally.opposes, of, who),
        undecided=_sum(undecided, of, who) + unnamed,
        total=_sum(who.members, of, who) + unnamed,
        needed=needed,
    )


def _spoken(tally: Tally) -> set[str]:
    said = (tally.supports, tally.opposes, tally.abstains, tally.absent)
    waver = (tally.conditional, tally.undecided, tally.declines_to_comment)
    return {member for group in (*said, *waver) for member in group}


def _sum(members: Iterable[str], of: str | None, who: Participants) -> float:
    if of and of in who.weights:
        return float(sum(who.weights[of].get(m, 0) for m in members))
    inside = set(who.groups.get(of, ())) if of else set(who.members)
    return float(len(inside.intersection(members)))
