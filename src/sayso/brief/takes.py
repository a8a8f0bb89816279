"""What it takes: the body, its rule and the count, where that leaves the decision, and what would turn it."""

import re
from collections.abc import Iterator
from typing import Final

from sayso.brief.claims import Claim
from sayso.brief.deciding import KINDS, is_decided, outlook_evidence, outlook_sentence, rule_sentence
from sayso.brief.english import day_range, opening
from sayso.brief.excerpts import cut
from sayso.brief.meters import bars
from sayso.brief.names import Namer
from sayso.brief.say_so import Cast
from sayso.brief.turning import most_weight, would_settle, would_turn
from sayso.records import Decision, Evidence, Knowledge, Probability, Rule, Stage

_SURE: Final = 0.8
_NAMED: Final = 12
_ARTICLE: Final = 120
_TELLING: Final = 0.05
_OWN: Final = ("as given", "as stated")
_MEMBERS_NAMED: Final = re.compile(r"(?<=\bfrom )[^;()]+")
_CHANCES: Final = {"possible": "it can still pass or fail", "impossible": "as things stand it cannot pass"}
_STATUSES: Final = {"adopted": "passes", "blocked": "blocked", "rejected": "fails", "open": "open"}


def takes(cast: Cast, decision: Decision) -> Iterator[Claim]:
    """The whole part of a brief."""
    outlook = decision.outlook
    is_reported = outlook.basis == "reported"
    yield from rule_and_count(cast, decision)
    day = f"as of {day_range(outlook.as_of)}" if outlook.as_of else ""
    note = ", ".join(part for part in ("" if is_reported else "worked out from rule and stances", day) if part)
    evidence = outlook_evidence(cast, decision) if is_reported else ()
    text = with_chance(outlook_sentence(cast, decision), decision)
    yield Claim(label="Outlook", text=f"{opening(text)}.", note=note, evidence=evidence)
    yield from prospects(cast, decision)


def rule_and_count(names: Namer, decision: Decision) -> Iterator[Claim]:
    """Who decides, in which steps, by which rule, and how the members stand."""
    if decision.process:
        yield Claim(label="Procedure", text=decision.process)
    yield from _stages(decision)
    is_sure = decision.confidence >= _SURE
    doubt = "" if is_sure else f"{decision.confidence:.0%} sure"
    yield Claim(label="Body", text=f"{decision.body.name}{'' if is_sure else ', probably'}", note=doubt)
    yield from _rule(names, decision)
    yield Claim(label="Count", text=_tally(names, decision), note=_membership(decision), bars=bars(decision))


def with_chance(sentence: str, decision: Decision) -> str:
    """A sentence on the outlook with the chance of passing in words, where the sentence does not say it."""
    outlook = decision.outlook
    if outlook.basis == "reported" or outlook.status not in ("open", "blocked") or outlook.chance not in _CHANCES:
        return sentence
    return f"{sentence}; {_CHANCES[outlook.chance]}"


def prospects(names: Namer, decision: Decision) -> Iterator[Claim]:
    """What would turn it or settle it, how likely that is, and until when."""
    outlook = decision.outlook
    if outlook.status == "open":
        label, text = "Would settle it", would_settle(names, decision)
    else:
        label, text = "Would turn it", "" if is_decided(decision) else would_turn(names, decision)
    weight = most_weight(names, decision)
    lines = ((label, text), ("Most weight", f"{weight}, among those yet to decide" if weight else ""))
    yield from (Claim(label=label, text=text) for label, text in lines if text)
    yield from _probability(decision)
    if outlook.silence_until:
        yield Claim(label="Silence", text=_silence(outlook.silence_until, outlook.as_of))


def from_table(known: Knowledge) -> str:
    """A row of a table, and which table it is."""
    return f"{known.value} (our table of {known.table}, as of {known.as_of})"


def _rule(names: Namer, decision: Decision) -> Iterator[Claim]:
    rule = decision.rule
    text = _in_words(names, rule) if rule.words else rule_sentence(names, decision)
    yield Claim(label="Rule", text=f"{opening(text)}.", note=_article(rule), evidence=rule.evidence[:2])
    stated, other = rule.evidence[:1], rule.contradicted_by
    for index, clash in enumerate(rule.clashes):
        side = other[index : index + 1] if len(other) == len(rule.clashes) else other[:2]
        text = opening(names.worded(clash).rstrip(".").replace(" %", "%"))
        yield Claim(label="But", text=f"{text}.", evidence=tuple(dict.fromkeys((*stated, *side))))
    if other and not rule.clashes:
        yield Claim(label="But", text="Another passage gives another rule.", evidence=other[:2])


def _in_words(names: Namer, rule: Rule) -> str:
    """As in "qualified majority: 15 of 27 members holding 65% of the population"."""
    kind = "" if rule.kind == "veto_players" else f"{KINDS[rule.kind]}: "
    return f"{kind}{as_read(names, rule.words)}"


def as_read(names: Namer, words: str) -> str:
    """A rule's words with the members that it names by name."""
    called = _MEMBERS_NAMED.sub(lambda tail: re.sub(r"[\w-]+", lambda m: names.inline(m[0]), tail[0]), words)
    return f"{'members ' if called.startswith('holding ') else ''}{called}".replace(" %", "%")


def _article(rule: Rule) -> str:
    """The treaty's article; of a table's rule as of when, of a rule that the user gives its expression."""
    article = rule.article or next((known.value for known in rule.knowledge), "")
    if article in _OWN:
        return f"as given: {rule.passes}" if not rule.evidence else ""
    day = "" if rule.evidence else next((f"as of {day_range(known.as_of)}" for known in rule.knowledge), "")
    return "; ".join(part for part in (_clauses(article), day and f"our table {day}") if part)


def _clauses(article: str) -> str:
    """As many of its clauses as have room."""
    if len(article) <= _ARTICLE:
        return article
    whole = [m.start() for m in re.finditer(r"[;:] ", article[:_ARTICLE])]
    return f"{article[: whole[-1]]} …" if whole and whole[-1] > _ARTICLE // 2 else cut(article, _ARTICLE)


def _tally(names: Namer, decision: Decision) -> str:
    tally = decision.tally
    groups: tuple[tuple[str, tuple[str, ...]], ...] = (
        ("for", tally.supports),
        ("against", tally.opposes),
        ("on conditions", tally.conditional),
        ("undecided", tally.undecided),
        ("abstaining", tally.abstains),
        ("absent", tally.absent),
        ("no comment", tally.declines_to_comment),
    )
    parts = [f"{len(members)} {label} ({_few(names, members)})" for label, members in groups if members]
    return "; ".join([*parts, f"{tally.silent} not heard from"] if tally.silent or not parts else parts)


def _few(names: Namer, members: tuple[str, ...]) -> str:
    called = sorted(names.name(member) for member in members)
    shown = called if len(called) <= _NAMED else called[: _NAMED - 2]
    return ", ".join([*shown, *([f"{len(called) - len(shown)} more"] if len(shown) < len(called) else [])])


def _membership(decision: Decision) -> str:
    return f"members as of {day_range(decision.members_as_of)}" if decision.members_as_of else ""


def _probability(decision: Decision) -> Iterator[Claim]:
    found = decision.outlook.probability
    if found is None or decision.outlook.basis == "reported" or not _is_telling(found):
        return
    ends = f"Between {_percent(found.if_silent_refuse)} (all silent members refuse) and "
    ends += f"{_percent(found.if_silent_agree)} (all agree)"
    is_one = found.if_silent_refuse == found.if_silent_agree
    yield Claim(label="Probability", text=_percent(found.passes) if is_one else ends, note=f"if {found.assumes}")


def _is_telling(found: Probability) -> bool:
    """Says it more than the outlook: not all but certain, and not anything from never to always."""
    low, high = sorted((found.if_silent_refuse, found.if_silent_agree))
    return high >= _TELLING and low <= 1 - _TELLING and high - low < 1 - _TELLING


def _percent(share: float) -> str:
    if 0 < share < 0.005:
        return "less than 1%"
    return "more than 99%" if 0.995 <= share < 1 else f"{share * 100:.0f}%"


def _silence(until: str, as_of: str | None) -> str:
    tense = "has meant" if as_of and as_of > until else "means"
    return f"Silence {tense} consent after {day_range(until)}"


def _stages(decision: Decision) -> Iterator[Claim]:
    if decision.stages:
        count = len(decision.stages)
        told = [_stage(stage, f"{place} of {count}", decision) for place, stage in enumerate(decision.stages, 1)]
        evidence: tuple[Evidence, ...] = tuple(e for stage in decision.stages for e in stage.outlook.evidence[:1])
        yield Claim(label="Stages", text="; ".join(told), evidence=evidence)


def _stage(stage: Stage, place: str, decision: Decision) -> str:
    is_reported = stage.outlook.basis == "reported"
    status = stage.outlook.status if is_reported else _STATUSES[stage.outlook.status]
    counts = next((f" ({bar.words})" for bar in bars(stage)), "")
    here = " – here it stands" if stage.name == decision.stage and stage.outlook.status != "adopted" else ""
    return f"{place}, {stage.name}: {status}{counts}{here}"
