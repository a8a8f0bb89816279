"""Sentences of an article that state a rule of decision, told from reports of votes, calls for reform and other senses."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sayso.decisions.naming import bodies_in, is_described, named_bodies
from sayso.decisions.passages import Passage, passages
from sayso.decisions.rows import BodyRow
from sayso.decisions.sentence_reader import KINDS, MAY_TELL, STATED, read_sentence
from sayso.decisions.table import bodies
from sayso.decisions.wording import MEMBERS, NUMBER, Wording, number_of, wordings
from sayso.records import Article, Evidence, Record, RuleKind

_REFORM: Final = re.compile(
    r"\b(?:abolish\w*|scrap\w*|drop(?:ping|ped)?|abandon\w*|ditch\w*|end(?:ing|ed)?|replac\w+|mov(?:e|ing|"
    r"ed)(?: away)?|shift\w*|switch\w*|"
    r"extend\w*|introduc\w+|give up|giving up|do(?:ing)? away with|reform\w*|chang(?:e|es|ing)|instead of|"
    r"rather than|weaken\w*|bypass\w*|"
    r"circumvent\w*|sidestep\w*|get(?:ting)? (?:around|rid of)|overcom\w+|loosen\w*|waiv\w+|lift\w*|spread\w*|"
    r"broaden\w*|more)"
    r"(?: (?:from|to|the|of|with|for|a|an|its|their|national|use|requirement|rule|voting|towards?|by|in)){0,5}"
    r" (?:unanim\w+|consensus|qualified|QMV|majority|veto\w*)",
    re.IGNORECASE,
)
_NEGATED: Final = re.compile(
    r"\b(?:do(?:es)?|did|would|will|could|should) not (?:\w+ )?$|n[’']t (?:\w+ )?$|\bno longer $|\bnever $|"
    r"\bneither $|\bwithout (?:\w+ )?$|\bnot $",
    re.IGNORECASE,
)
_CHAMBER: Final = re.compile(
    r"\b(?:parliaments?|senate|senators?|congress|bundestag|bundesrat|knesset|duma|riksdag|sejm|national assembly|"
    r"house of \w+|chamber|lawmakers|deputies|MPs|legislature|legislators|city council|town council|referendum|electorate)\b",
    re.IGNORECASE,
)
_OUTCOME: Final = re.compile(
    r"\b(?:was|were|been|got) (?:[\w-]+ )?(?:adopted|approved|passed|agreed|endorsed|elected|rejected)\b|"
    r"\b(?:voted|adopted|approved|passed|"
    r"won|secured|elected|agreed|decided)\b (?:unanimous|by|with|a)",
    re.IGNORECASE,
)
_STATED: Final = re.compile(
    r"\b(?:requir\w+|need(?:s|ed)?|must|ha[sd] to|have to|necessary|can only|takes|"
    r"(?:is|are|be|being) (?:[\w-]+ )?(?:taken|made|reached|decided|adopted|agreed|governed))\b",
    re.IGNORECASE,
)
_COUNT: Final = re.compile(
    rf"(?:\b|[’'])(?:all|s|of the|of its|each of the|every one of the|one of the|the|its|current|"
    rf"present)(?: current| existing| present)?"
    rf" (?P<n>{NUMBER})(?!\.\d|[ -]?(?:%|per ?cent))(?: (?!votes|yes|affirmative|or|days|"
    rf"permanent)[\w’'-]+){{0,3}}? ?(?:{MEMBERS}\b)",
    re.IGNORECASE,
)
_ALL_OF_THEM: Final = re.compile(
    rf"\b(?:all|each of the|every one of the|any of the) (?P<n>{NUMBER})\b(?! ?(?:%|per))", re.IGNORECASE
)
_OF: Final = re.compile(
    rf"\b(?P<k>{NUMBER}) (?:[\w-]+ )?(?:out )?of (?:the |its |their )?(?:[\w’'-]+"
    rf" ){{0,3}}?(?P<n>{NUMBER})\b(?! ?(?:%|per))",
    re.IGNORECASE,
)
_VOTES: Final = re.compile(rf"\b(?P<k>{NUMBER}) (?:affirmative |yes |positive |of the \w+ )?votes\b", re.IGNORECASE)
_POPULATION: Final = re.compile(
    r"\b(?P<p>\d\d(?:\.\d+)?) ?(?:%|per ?cent) of (?:the |its |their )?(?:[\w’'-]+ ){0,4}?(?:population|people|"
    r"citizens|inhabitants)",
    re.IGNORECASE,
)
_PERCENT: Final = re.compile(rf"\b(?P<p>\d\d(?:\.\d+)?|{NUMBER}) ?(?:%|per ?cent)", re.IGNORECASE)
_FRACTIONS: Final = {"two thirds": 2 / 3, "three quarters": 0.75, "three fifths": 0.6, "four fifths": 0.8}
_GENERAL: Final = re.compile(
    r"\b(?:accession|membership|proposal|plan|decisions?|measure|move|resolution|adoption|approval|package|bid|it|this|that|draft|text|"
    r"agreement|vote|ban|law)\b",
    re.IGNORECASE,
)
# Words that name a kind of rule by themselves; where several stand in a sentence, none of them decides.
_NAMING: Final[tuple[tuple[RuleKind, str], ...]] = (
    ("unanimity", r"\bunanim"),
    ("consensus", r"\bconsensus\b"),
    ("qualified_majority", r"\bqualified[- ]majority\b|\bQMV\b|\bblocking minority\b"),
    ("majority", r"\b(?:simple|bare|plain|ordinary|straight) majority\b|\bmajority vote\b|\bby (?:a )?majority\b"),
    ("supermajority", r"\b(?:two|three|four)[- ](?:thirds?|quarters?|fifths?|fourths?)\b"),
    ("weighted", r"\bweighted by\b|\bvoting (?:power|shares?)\b"),
)
_NAMED_KINDS: Final = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _NAMING)
# What somebody would do on a condition is where he stands, and no rule.
_CONDITION: Final = re.compile(
    r"\b(?:would|will|could|can|might)\b[^.;]{0,90}\b(?:if|unless|provided|on condition|as long as|under one)\b|"
    r"\b(?:if|unless|provided)\b[^.;]{0,90}\bwould\b",
    re.IGNORECASE,
)
_LIKELY: Final = 0.6
_BY_ITSELF: Final = 0.65
_WITH_A_NAME: Final = 0.5
_WITH_WORDING: Final = 0.2
_NOT_AGAINST: Final = 0.2
_LONGEST: Final = 2000
_RATIFY: Final = re.compile(r"\bratif", re.IGNORECASE)


class RuleReading(Record, frozen=True, kw_only=True):
    """A sentence that states a rule of decision.

    `members` is the number of members it speaks of; `thresholds` as in `Rule` (counts of `states` or `votes`, shares of
    `population` or `votes`), `shares` all that it names; `body` the body it names, by name or by a word that stands for one
    named in the article;
    `in_chamber` where a parliament or a people decides; `is_general` where a word stands for the proposal ("the measure");
    `is_worded` where the words name a kind of rule or have the wording of one, and the reader does not stand alone.
    """

    kind: RuleKind
    members: int | None = None
    thresholds: Mapping[str, float] = {}
    shares: tuple[float, ...] = ()
    body: str | None = None
    ratification: bool = False
    in_chamber: bool = False
    is_general: bool = False
    is_worded: bool = False
    confidence: float
    evidence: Evidence


def find_rules(article: Article, question: str | None = None) -> tuple[RuleReading, ...]:
    """The rules of decision that an article states, in the order of its text, one a sentence.

    `question` is what is to be decided: rules of other bodies and matters are left out.
    """
    found = []
    named = tuple(bodies()[body_id] for body_id in bodies_in(article.text))
    for passage in passages(article):
        reading = _reading(article, passage, question or "", named)
        if reading:
            found.append(reading)
    return tuple(found)


def _reading(article: Article, passage: Passage, question: str, named: tuple[BodyRow, ...]) -> RuleReading | None:
    words = passage.words
    if len(words) > _LONGEST or words.rstrip("”\"’')").endswith("?") or not MAY_TELL.search(words):
        return None
    read = read_sentence(question, passage.before, words)
    stated = float(read.stated[STATED.index("rule")])
    wording = next((w for w in wordings() if _states(words, w)), None)
    in_name = [kind for kind, pattern in _NAMED_KINDS if pattern.search(words)]
    if stated < (_WITH_WORDING if wording else _WITH_A_NAME if in_name else _BY_ITSELF):
        return None
    body = _body_of(words, named)
    if not (wording or in_name) and _CONDITION.search(words):
        return None
    kind = _kind(words, in_name, read.kinds, wording)
    if kind is None:
        return None
    thresholds, members = _thresholds(words, kind), _members(words)
    needed = thresholds.get("votes", thresholds.get("states", 0))
    if kind == "supermajority" and needed > 1:
        kind = _kind_of_count(words, int(needed), members, body)
    return RuleReading(
        kind=kind,
        members=members,
        thresholds=thresholds,
        shares=_shares(words),
        body=body,
        ratification=bool(_RATIFY.search(words)),
        in_chamber=bool(_CHAMBER.search(words)) and not named_bodies(words),
        is_general=bool(_GENERAL.search(words)),
        is_worded=bool(wording or in_name),
        confidence=round(max(stated, wording.confidence if wording else 0.0), 2),
        evidence=article.evidence(*passage.span),
    )


def _kind(
    words: str, named: Sequence[RuleKind], kinds: NDArray[np.float32], wording: Wording | None
) -> RuleKind | None:
    """The kind that the words name, else that the wording states, else that is read; None if none is likely."""
    if len(named) == 1:
        return named[0]
    if wording and float(kinds[KINDS.index(wording.kind)]) >= _NOT_AGAINST:
        return wording.kind
    if not named and _ALL_OF_THEM.search(words) and not _PERCENT.search(words):
        return "consensus" if float(kinds[0]) > float(kinds[1]) else "unanimity"
    return KINDS[int(kinds.argmax())] if float(kinds.max()) >= _LIKELY else None


def _states(words: str, wording: Wording) -> bool:
    """Does the pattern hold, and the clause declare: no reform, no negation, no report of a vote."""
    match = wording.pattern.search(words)
    if match is None or _NEGATED.search(words[: match.start()]):
        return False
    if any(r.end() > match.start() and r.start() < match.end() for r in _REFORM.finditer(words)):
        return False
    around = words[max(0, match.start() - 25) : match.end() + 5]
    return not (_OUTCOME.search(around) and not _STATED.search(match[0]))


def _body_of(words: str, named: tuple[BodyRow, ...]) -> str | None:
    own = bodies_in(words)
    if own:
        return own[0] if len(own) == 1 else None
    described = [body.id for body in named if is_described(body, words)]
    return described[0] if len(described) == 1 else None


def _members(words: str) -> int | None:
    match = _OF.search(words) or _COUNT.search(words) or _ALL_OF_THEM.search(words)
    return number_of(match["n"]) if match else None


def _thresholds(words: str, kind: RuleKind) -> dict[str, float]:
    found: dict[str, float] = {}
    if kind in ("consensus", "unanimity"):
        return found
    if of := _OF.search(words):
        of_votes = kind == "veto_players" or re.match(r" (?:available |total )?votes\b", words[of.end() :])
        found["votes" if of_votes else "states"] = number_of(of["k"])
    if votes := _VOTES.search(words):
        found.setdefault("votes", number_of(votes["k"]))
    if kind == "qualified_majority":
        if population := _POPULATION.search(words):
            found["population"] = float(population["p"]) / 100
    elif kind in ("supermajority", "weighted") and "votes" not in found and "states" not in found:
        found |= _share(words)
    return found


def _shares(words: str) -> tuple[float, ...]:
    """Every share that the words name, as a part of one."""
    flat = words.lower().replace("-", " ")
    parts = [value for phrase, value in _FRACTIONS.items() if phrase in flat]
    percents = [m["p"] for m in _PERCENT.finditer(words)]
    return tuple(round(p, 4) for p in (*parts, *(float(p) / 100 for p in percents if p[0].isdigit())))


def _share(words: str) -> dict[str, float]:
    flat = words.lower().replace("-", " ")
    part = next((value for phrase, value in _FRACTIONS.items() if phrase in flat), None)
    percent = _PERCENT.search(words)
    if part is None and percent:
        part = (float(percent["p"]) if percent["p"][0].isdigit() else number_of(percent["p"])) / 100
    return {"votes": round(part, 4)} if part else {}


def _kind_of_count(words: str, needed: int, members: int | None, body: str | None) -> RuleKind:
    if body == "unsc" and "procedural" not in words:
        return "veto_players"
    return "majority" if members and needed == members // 2 + 1 else "supermajority"
