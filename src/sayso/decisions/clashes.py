"""Where a stated rule and the table clash: another kind of rule, another threshold, another number of members, a false veto.

Both are kept and shown. No clash: a rule of another occasion that the body has, a number of another day rightly dated, a part.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from sayso.decisions.counts import find_counts
from sayso.decisions.evaluate import thresholds
from sayso.decisions.games import game, suffices_alone
from sayso.decisions.in_words import rule_in_words
from sayso.decisions.naming import bodies_in
from sayso.decisions.powers_told import find_abstentions, find_powers
from sayso.decisions.rows import BodyRow, RuleRow
from sayso.decisions.rules import RuleReading
from sayso.decisions.table import Participants, bodies, has_topic, participants, row_of, rules_on, size, sizes
from sayso.errors import BadRule
from sayso.records import Article, Evidence, RuleKind

_SLACK_DAYS: Final = 10
_OTHER_TIME_OR_PART: Final = re.compile(
    r"\b(?:then|at the time|other|remaining|rest|previously|former\w*|\d{1,2} of (?:them|which)|would become|"
    r"will become|new|yesterday|until)\b",
    re.IGNORECASE,
)
_ANY_OF_THEM: Final = re.compile(r"\b(?:any|each|every|all|one|a single|whoever|nobody|no one|anyone)\b", re.IGNORECASE)
_WEIGHED: Final = re.compile(r"\b(?:weighted|votes?|voting|shares?|quotas?)\b", re.IGNORECASE)
_NEWS_MAY_LEAVE_OPEN: Final = ("consensus", "unanimity", "qualified_majority", "veto_players")
_OF_FORCE: Final = re.compile(r"\b(?:enters?|entry|come|comes|came|entered) into force\b", re.IGNORECASE)
_AND_UNION: Final = re.compile(r"\band the (?:European Union|EU)\b")
_CLOSE: Final = 0.006
_LEAST_PART, _MOST_PART = 0.6, 1.6


class Clash(NamedTuple):
    """What an article says against what the table has, in one line, with the sentence."""

    why: str
    evidence: Evidence


def family(body: BodyRow) -> tuple[BodyRow, ...]:
    """A body and those of the same members, which the news does not tell apart ("EU" for either council)."""
    parent = row_of(body.members_of) if body.members_of else body
    kin = (row for row in bodies().values() if row.members_of == parent.id and row.id != "eu-ratification")
    return tuple({row.id: row for row in (body, parent, *kin)}.values())


def kinds_alike(kind: RuleKind) -> str:
    """Kinds of rule that the news words alike: consensus and unanimity are one."""
    return "each" if kind in ("consensus", "unanimity") else kind


def clash_of(
    reading: RuleReading,
    body: BodyRow,
    rule: RuleRow,
    article: Article,
    *,
    is_specific: bool,
    is_agreed: bool = False,
) -> Clash | None:
    """How a stated rule clashes with the table's for the proposal; `is_specific` where the table has it for this matter.

    Where two articles state it (`is_agreed`), any rule of the body will do.
    """
    day, words = article.published, reading.evidence.text
    if not body.as_of or _OF_FORCE.search(words):
        return None
    count = reading.members
    is_own = count is not None and _is_near(count, body, day) and not _is_of_another(count, words, body, day)
    if count is not None and is_own and not count_holds(count, words, body, day):
        return Clash(_wrong_count(count, body, day), reading.evidence)
    of_sentence = [r for kin in family(body) for r in rules_on(kin, day) if has_topic(r, words)]
    every = [r for kin in family(body) for r in rules_on(kin, day)]
    if is_agreed:
        open_to = every
    elif is_specific or of_sentence:
        open_to = [*of_sentence, *((rule,) if is_specific else ())]
    else:
        open_to = [rule, *(r for r in every if _is_general(r, rule))]
    having = [r for r in open_to if _may_be(reading, r)]
    if not having:
        return Clash(f"the article says {_stated(reading)}; {_known(body, rule, day)}", reading.evidence)
    if not any(_thresholds_hold(reading, body, r, day) for r in having):
        return Clash(f"the article says {_stated(reading)}; {_known(body, having[0], day)}", reading.evidence)
    return None


def _is_general(rule: RuleRow, usual: RuleRow) -> bool:
    """May a rule govern what names none of its topics; a majority for procedure, two thirds for amendments do not."""
    is_stricter = rule.kind == "supermajority" and usual.kind == "majority"
    return rule.default or not rule.topics or is_stricter or rule.kind in _NEWS_MAY_LEAVE_OPEN


def _has_union_beside(words: str, body: BodyRow) -> int:
    """One more member where the Union, itself one, is named beside the states: "168 states and the European Union"."""
    is_member = "eu" in (*body.roster, *body.members)
    return int(is_member and bool(_AND_UNION.search(words)))


def _is_near(members: int, body: BodyRow, day: str | None) -> bool:
    """May a number be meant for all members; much fewer are a part of them."""
    return _LEAST_PART * size(body, day) <= members <= _MOST_PART * size(body, day)


def _is_of_another(members: int, words: str, body: BodyRow, day: str | None) -> bool:
    """Does a number of members belong to another body that the sentence names."""
    kin = {row.id for row in family(body)}
    return any(size(other, day) == members for other in bodies_in(words) if other not in kin)


def clashes_in(
    article: Article, body: BodyRow, rule: RuleRow, taken: Sequence[Evidence], question: str
) -> Iterator[Clash]:
    """Clashes outside stated rules: counts of members, powers to stop it alone, what an abstention counts as."""
    yield from _of_counts(article, body, taken)
    yield from _of_powers(article, body, rule, question)
    for told in find_abstentions(article):
        if told.counts_against and rule.abstention != "against" and _is_of(told.evidence, article, body):
            yield Clash(
                f"the article says that an abstention counts against; {_known(body, rule, article.published)}",
                told.evidence,
            )


def inside(body: BodyRow) -> frozenset[str]:
    """The bodies that are themselves members of a body, as the Union is of the G20."""
    members = {*body.roster, *body.members}
    found = {row.id for row in bodies().values() if members & {row.id, *row.also}}
    return frozenset(found | {row.id for row in bodies().values() if row.members_of in found})


def count_holds(members: int, words: str, body: BodyRow, day: str | None) -> bool:
    """Is a number of members right: on the day, near it, or once where the words speak of another time or of the others."""
    if not size(body, day):
        return True
    if day is None or _OTHER_TIME_OR_PART.search(words):
        return members in (*sizes(body), *(n - 1 for n in sizes(body)))
    when = date.fromisoformat(day)
    days = (when - timedelta(days=_SLACK_DAYS), when, when + timedelta(days=_SLACK_DAYS))
    return any(members == size(body, d.isoformat()) for d in days)


def _of_counts(article: Article, body: BodyRow, taken: Sequence[Evidence]) -> Iterator[Clash]:
    starts = {evidence.start for evidence in taken}
    for count in find_counts(article):
        is_near = _is_near(count.members, body, article.published)
        if count.evidence.start in starts or not is_near or not _is_of(count.evidence, article, body):
            continue
        if _is_of_another(count.members, count.evidence.text, body, article.published):
            continue
        told = count.members + _has_union_beside(count.evidence.text, body)
        if not any(count_holds(n, count.evidence.text, body, article.published) for n in (count.members, told)):
            starts.add(count.evidence.start)
            yield Clash(_wrong_count(count.members, body, article.published), count.evidence)


def _of_powers(article: Article, body: BodyRow, rule: RuleRow, question: str) -> Iterator[Clash]:
    who = participants(body, article.published)
    if not who.members or who.are_parties:
        return
    try:
        made = game(rule, who)
    except BadRule:
        return
    for told in find_powers(article, question):
        if not _is_of(told.evidence, article, body) or len(bodies_in(told.evidence.text)) > 1:
            continue
        without = [s for s in told.states if s not in made.place or not suffices_alone(made, s)]
        if without:
            yield Clash(
                f"the article gives {', '.join(without)} a veto; {_known(body, rule, article.published)}", told.evidence
            )


def _is_of(evidence: Evidence, article: Article, body: BodyRow) -> bool:
    """Does the sentence speak of this body: it names it, or no other while the article does."""
    kin = {row.id for row in family(body)}
    named = set(bodies_in(evidence.text)) - inside(body)
    return bool(named & kin) or (
        not named and (not body.aliases or bool(set(bodies_in(article.text)) & kin) or not bodies_in(article.text))
    )


def _may_be(reading: RuleReading, rule: RuleRow) -> bool:
    """Could the words be of this rule of the table; what they leave out is not held against them."""
    said, known = kinds_alike(reading.kind), kinds_alike(rule.kind)
    if said == known:
        return True
    if said == "veto_players" and known == "each":
        return bool(_ANY_OF_THEM.search(reading.evidence.text))
    takes = thresholds(rule, Participants(()), 1)
    if known == "weighted":
        is_simple = takes.get("votes", 1) <= 0.5 or max(takes.values(), default=1) <= 0.5
        return said == ("majority" if is_simple else "supermajority") and bool(_WEIGHED.search(reading.evidence.text))
    if known in ("veto_players", "qualified_majority"):
        return said == "supermajority" and bool(reading.thresholds)
    return False


def _thresholds_hold(reading: RuleReading, body: BodyRow, rule: RuleRow, day: str | None) -> bool:
    who, count = participants(body, day), size(body, day) or reading.members or 0
    known = thresholds(rule, who, count)
    has_share = any(abs(share - value) <= _CLOSE for share in reading.shares for value in known.values())
    for key, value in reading.thresholds.items():
        wanted = _comparable(key, value, known, count)
        is_off = wanted is not None and abs(wanted - value) > (_CLOSE if value <= 1 else 0)
        if is_off and not (value <= 1 and has_share):
            return False
    return True


def _comparable(key: str, value: float, known: dict[str, float], count: int) -> float | None:
    """What the table has for a stated number: by the same name, else members for votes, a share for a count."""
    alike = {"votes": ("states", "seats"), "states": ("votes", "seats")}.get(key, ())
    found = known.get(key, next((known[k] for k in alike if k in known), None))
    if found is None:
        return None
    if value > 1 >= found:
        return None if found <= 0.5 else float(-(-round(found * count, 6) // 1))
    if value <= 1 < found and count:
        return value if -(-round(value * count, 6) // 1) == found else found / count
    return found


def _wrong_count(members: int, body: BodyRow, day: str | None) -> str:
    when = f" on {day}" if day else ""
    return f"the article counts {members} members; {body.name} had {size(body, day)}{when}"


def _stated(reading: RuleReading) -> str:
    numbers = ", ".join(
        f"{value * 100:g} % of the {key}" if value <= 1 else f"{value:g} {key}"
        for key, value in reading.thresholds.items()
    )
    kind = reading.kind.replace("_", " ")
    return f"{kind} ({numbers})" if numbers else kind


def _known(body: BodyRow, rule: RuleRow, day: str | None) -> str:
    return f"{body.name} decides by {rule_in_words(rule, participants(body, day), size(body, day))}"
