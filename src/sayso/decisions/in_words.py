"""A rule printed back in words: "15 of 27 members holding 65 % of the population; abstention counts against"."""

from collections.abc import Iterable
from fractions import Fraction

from sayso.decisions.expressions import Everybody, Expression, Joined, Named, Threshold, least
from sayso.decisions.rows import RuleRow
from sayso.decisions.table import Participants

_PARTS = {Fraction(1, 2): "half", Fraction(2, 3): "two thirds", Fraction(3, 4): "three quarters"}
_PARTS |= {Fraction(3, 5): "three fifths", Fraction(4, 5): "four fifths"}


def rule_in_words(rule: RuleRow, who: Participants, size: int | None = None) -> str:
    """What it takes, then what abstention and absence count as, for these participants (`size` in all, if others count)."""
    takes = _phrase(rule.expression, who, size or who.size)
    notes = _notes(rule)
    return f"{takes}; {notes}" if notes else takes


def _notes(rule: RuleRow) -> str:
    if rule.abstention == rule.absence:
        return "" if rule.kind == "consensus" else f"abstention and absence {_count('count', rule.abstention)}"
    return f"abstention {_count('counts', rule.abstention)}, absence {_count('counts', rule.absence)}"


def _count(verb: str, meaning: str) -> str:
    if meaning == "neither":
        return "do not count" if verb == "count" else "does not count"
    return f"{verb} {'in favour' if meaning == 'for' else 'against'}"


def _phrase(part: Expression, who: Participants, size: int, *, is_inner: bool = False) -> str:
    if isinstance(part, Joined):
        return _joined(part, who, size, is_inner=is_inner)
    if isinstance(part, Everybody):
        return f"all {size} members in favour" if part.what == "all" else f"no objection from any of the {size} members"
    if isinstance(part, Named):
        members = _listed([m for name in part.names for m in _inside(name, who)], "or")
        if part.what == "veto":
            return f"no vote against from {members}"
        return f"a yes from {_listed([m for name in part.names for m in _inside(name, who)], 'and')}"
    return _threshold(part, who, size)


def _joined(part: Joined, who: Participants, size: int, *, is_inner: bool) -> str:
    first, *more = [_phrase(inner, who, size, is_inner=True) for inner in part.parts]
    if part.by == "or":
        return f"{first} ({', '.join(f'or {words}' for words in more)})" if is_inner else ", or ".join([first, *more])
    for phrase in more:
        joint = (
            " "
            if phrase.startswith("holding ") and first.endswith("members")
            else ", with "
            if phrase.startswith("no ")
            else " and "
        )
        first += joint + phrase
    return first


def _threshold(test: Threshold, who: Participants, size: int) -> str:
    of = f" of the {test.of}" if test.of else ""
    of_group = _inside(test.of, who) if test.of and test.of in who.groups else ()
    group = f" {test.of}" if of_group else ""
    whole = len(of_group) or size
    amount, is_strict = test.amount, test.comparison in (">", "<")
    if test.measure in ("count", "share") and (not test.of or group):
        needed = amount if test.measure == "count" else least(amount * whole, is_strict=is_strict)
        return f"{int(needed) + (is_strict and test.measure == 'count')} of {whole}{group} members"
    if test.measure == "share":
        return f"holding {_part(amount, is_strict)}{of}"
    if test.measure in ("weight", "count"):
        return f"{'more than ' if is_strict else ''}{_number(amount)}{_total(test.of, who)} {test.of}"
    if test.measure == "cast":
        held = f", weighted by {test.of}" if test.of else ""
        return f"{_part(amount, is_strict)} of the votes cast{held}"
    if test.measure == "present":
        share = _part(amount, is_strict) + " of the members" if amount <= 1 else f"{_number(amount)} members"
        return f"{share} present"
    fewer = "fewer than" if is_strict else "at most"
    return f"{fewer} {_number(amount)}{group} members {'against' if test.measure == 'against' else 'not in favour'}"


def _inside(name: str, who: Participants) -> tuple[str, ...]:
    """A member, or those of a group who are members."""
    return tuple(member for member in who.groups[name] if member in who.members) if name in who.groups else (name,)


def _part(amount: Fraction, is_strict: bool) -> str:
    known = _PARTS.get(amount)
    words = known or f"{float(amount * 100):g} %"
    return f"more than {words}" if is_strict else words


def _number(amount: Fraction) -> str:
    return f"{float(amount):,g}" if amount < 1_000_000 else f"{int(amount):,}"


def _total(name: str | None, who: Participants) -> str:
    weights = who.weights.get(name or "", {})
    return f" of {sum(weights.get(m, 0) for m in who.members):,g}" if weights else ""


def _listed(names: Iterable[str], last: str) -> str:
    *most, final = names
    return f"{', '.join(most)} {last} {final}" if most else final
