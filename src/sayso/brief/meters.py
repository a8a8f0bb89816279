"""The meters of a decision as bars in words: how many are for, open and against, and what it needs."""

from math import floor
from typing import Final

from sayso.brief.claims import Bar
from sayso.brief.english import opening
from sayso.records import Decision, Meter, Rule, Stage, Tally

_FIGURES: Final = 2_000
_DOT: Final = " · "
_PARTS: Final = {
    0.5: "over half",
    0.6: "three fifths",
    0.6667: "two thirds",
    0.75: "three quarters",
    0.8: "four fifths",
}


def bars(at: Decision | Stage) -> tuple[Bar, ...]:
    """A bar a meter; none where no member's stance is known, or where the decision is taken."""
    is_taken = at.outlook.basis == "reported" and at.outlook.status in ("adopted", "rejected")
    if is_taken or not _is_known(at.tally):
        return ()
    found = [_bar(meter, at.rule, at.tally) for meter in at.meters]
    return tuple(bar for bar in found if bar)


def _is_known(tally: Tally) -> bool:
    said = (tally.supports, tally.opposes, tally.abstains, tally.absent)
    return any((*said, tally.conditional, tally.undecided, tally.declines_to_comment))


def _bar(meter: Meter, rule: Rule, tally: Tally) -> Bar | None:
    if rule.kind == "consensus" and meter.needed == meter.total:
        return _objections(meter)
    whole = meter.favour + meter.against + meter.undecided if meter.of_cast else meter.total
    if whole <= 0:
        return None
    needed = None if meter.needed is None else meter.needed if meter.of_cast else meter.needed / whole
    return Bar(
        label=opening(meter.what),
        words=_DOT.join(filter(None, (_counts(meter, tally), _need(meter, rule)))),
        favour=meter.favour / whole,
        undecided=meter.undecided / whole,
        against=meter.against / whole,
        mark=needed if needed is not None and needed < 1 else None,
    )


def _objections(meter: Meter) -> Bar:
    """Where nobody may object, silence is no hindrance: only objections are shown."""
    against = meter.against / meter.total if meter.total else 0.0
    words = f"{meter.against:g} of {meter.total:g} members{_DOT}one is enough"
    return Bar(label="Objections", words=words, undecided=1 - against, against=against)


def _counts(meter: Meter, tally: Tally) -> str:
    rest = meter.total - meter.favour - meter.against - meter.undecided
    away = "abstaining" if not tally.absent else "absent" if not tally.abstains else "abstaining or absent"
    groups = ((meter.undecided, "open"), (rest, away), (meter.against, "against"))
    told = [f"{_amount(value, meter.total)} {label}" for value, label in groups if value > 1e-9]
    return _DOT.join((f"{_amount(meter.favour, meter.total, is_floor=True)} for", *told))


def _need(meter: Meter, rule: Rule) -> str:
    if meter.needed is None:
        return ""
    if meter.of_cast:
        share = _PARTS.get(round(meter.needed, 4)) or f"{meter.needed * 100:g}%"
        return f"needs {share} of those cast"
    if meter.needed < meter.total:
        return f"needs {_amount(meter.needed, meter.total)}"
    may_abstain = "count in favour" in rule.words or "abstention counts in favour" in rule.words
    return "any no blocks" if may_abstain else f"needs all {_amount(meter.total, meter.total)}"


def _amount(value: float, total: float, *, is_floor: bool = False) -> str:
    """A number; of large weights the share, in favour never rounded up to what it does not reach."""
    if total <= _FIGURES:
        return f"{value:g}"
    per_mille = value / total * 1_000
    return f"{(floor(per_mille + 1e-9) if is_floor else round(per_mille)) / 10:g}%"
