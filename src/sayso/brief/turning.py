"""What would turn a decision: whose change, who could settle it either way, whose vote weighs most."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from sayso.brief.english import listed, number, opening
from sayso.brief.names import Namer
from sayso.records import Decision, Meter, Tally

Sets = Sequence[tuple[str, ...]]
_SHOWN: Final = 4
_LARGEST: Final = 5
_CAPPED: Final = 20
_MOST_NAMED: Final = 8
_ANY: Final = ("consensus", "unanimity")
_WEIGHED: Final = ("weighted", "qualified_majority")


def would_turn(names: Namer, decision: Decision) -> str:
    """Whose change would turn the outcome; empty where no change of the members known would."""
    flips = [flip for flip in decision.outlook.flips if flip]
    small = [flip for flip in flips if len(flip) <= _LARGEST]
    if len(small) == _CAPPED and len(small[-1]) == 1 and decision.rule.kind in _ANY:
        return f"A change by any one of the {decision.rule.members} members"
    if small:
        return f"A change by {_any_of(names, small, len(flips))}"
    return f"A change by no fewer than {number(len(flips[0]))} members" if flips else ""


def would_settle(names: Namer, decision: Decision) -> str:
    """Who could settle an open outcome, for and against; else how many more it takes."""
    passing, failing = _passing(names, decision), _failing(names, decision)
    if passing == failing:
        return f"Either way: {passing}" if passing else ""
    sides = (("for", passing), ("against", failing))
    return opening("; ".join(f"{side}: {who}" for side, who in sides if who))


def most_weight(names: Namer, decision: Decision) -> str:
    """The members yet to decide whose vote weighs most; empty where all weigh alike, or were named already."""
    pivotal, tally = decision.outlook.pivotal, decision.tally
    named = {
        m for sets in (decision.outlook.to_pass, decision.outlook.to_fail) for s in _telling(sets, tally) for m in s
    }
    is_weighed = decision.rule.kind in _WEIGHED or any(meter.what != "members" for meter in decision.meters)
    tells = (is_weighed or _wavering(tally).issuperset(pivotal)) and not named.issuperset(pivotal[:_SHOWN])
    if decision.outlook.status != "open" or len(pivotal) < 2 or not tells:
        return ""
    first = [names.inline(member) for member in pivotal[:_SHOWN]]
    left = len(pivotal) - len(first)
    return opening(f"{', '.join(first)} and {number(left)} more" if left > 0 else listed(first))


def _passing(names: Namer, decision: Decision) -> str:
    sets, tally = decision.outlook.to_pass, decision.tally
    named = _telling(sets, tally)
    if named:
        return _any_of(names, named, len(named))
    if sets and decision.rule.kind == "consensus":
        return f"no objection from the {_open(tally)}"
    if sets:
        return _at_least(len(sets[0]), tally)
    meter = _plain_meter(decision)
    return _more(meter, (meter.needed or 0) - meter.favour) if meter else ""


def _failing(names: Namer, decision: Decision) -> str:
    sets, tally = decision.outlook.to_fail, decision.tally
    named = _telling(sets, tally)
    if named:
        return _any_of(names, named, len(named))
    if sets and len(sets[0]) == 1 and decision.rule.kind in _ANY:
        return f"any one of the {_open(tally)}"
    if sets:
        return _at_least(len(sets[0]), tally)
    meter = _plain_meter(decision)
    return _more(meter, meter.favour + meter.undecided - (meter.needed or 0) + 1) if meter else ""


def _telling(sets: Sets, tally: Tally) -> list[tuple[str, ...]]:
    """The sets that tell a reader something: of members who waver, else the few smallest that stand out."""
    wavering = _wavering(tally)
    small = [chosen for chosen in sets if len(chosen) <= _LARGEST]
    said = [chosen for chosen in small if wavering.issuperset(chosen)]
    smallest = [chosen for chosen in small if chosen not in said and len(chosen) == len(sets[0])]
    return [*said, *(smallest if len(smallest) <= _SHOWN else [])]


def _wavering(tally: Tally) -> frozenset[str]:
    return frozenset((*tally.conditional, *tally.undecided, *tally.declines_to_comment))


def _at_least(least: int, tally: Tally) -> str:
    count = len(_wavering(tally)) + tally.silent
    return f"all {_open(tally)}" if least == count else f"at least {number(least)} of the {_open(tally)}"


def _open(tally: Tally) -> str:
    wavering = len(_wavering(tally))
    return f"{wavering + tally.silent} {'still open' if wavering else 'not heard from'}"


def _plain_meter(decision: Decision) -> Meter | None:
    """The one meter of a rule, if it counts what it needs in whole numbers."""
    meters = decision.meters
    return meters[0] if len(meters) == 1 and meters[0].needed is not None and not meters[0].of_cast else None


def _more(meter: Meter, count: float) -> str:
    return f"{count:,.0f} of the {meter.undecided:,.0f} still open" if count > 0 else ""


def _any_of(names: Namer, sets: Sets, count: int) -> str:
    """The first sets in words, as many as a reader can take in, and how many more there are."""
    first = sets[: _shown(sets)]
    told = [listed([names.inline(member) for member in chosen]) for chosen in first]
    left = count - len(first)
    more = "" if left <= 0 else "more" if count >= _CAPPED else f"{number(left)} more"
    if all(len(chosen) == 1 for chosen in first):
        return listed(told, "or") + (f", and {more}" if more else "")
    return "; or ".join(told) + (f"; and {more}" if more else "")


def _shown(sets: Sets) -> int:
    """How many sets to show: four, fewer if that names too many members, one at least."""
    return max(1, sum(total <= _MOST_NAMED for total in accumulate(len(chosen) for chosen in sets[:_SHOWN])))
