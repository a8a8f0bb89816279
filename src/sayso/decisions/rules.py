"""Sentences of an article that state a rule of decision, told from reports of votes, calls for reform and other senses."""

import re
from collections.abc import Mapping
from typing import Final

from sayso.decisions.naming import bodies_in, is_described, named_bodies
from sayso.decisions.wording import MEMBERS, NUMBER, Wording, number_of, wordings
from sayso.language.sentences import sentences
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
_OTHER_SENSE: Final = re.compile(
    r"\b(?:jury|jurors?|juries|verdicts?|jurisdiction|judges?|justices|critics|shareholders?|stockholders|"
    r"referees?|umpires?|fans|delegates|superdelegates|caucus\w*|primar(?:y|ies)|front-?runner|nominations?|"
    r"electoral college|popular vote|million votes|pollsters?|polls?|"
    r"faculty|trade union|union members|club|league|economists|scientists|analysts|panel|condo\w*|homeowners|teammates|"
    r"scientific consensus|(?<!by )consensus (?:forecast|estimate|candidate|view|among|that))\b",
    re.IGNORECASE,
)
_CHAMBER: Final = re.compile(
    r"\b(?:parliaments?|senate|senators?|congress|bundestag|bundesrat|knesset|duma|riksdag|sejm|national assembly|"
    r"house of \w+|house|"
    r"chamber|lawmakers|deputies|MPs|legislature|legislators|cabinet|coalition|board|city council|town council|"
    r"referendum|constitution\w*|"
    r"commissioners|voters|electorate|seats)\b",
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
_LONGEST: Final = 2000
_RATIFY: Final = re.compile(r"\bratif", re.IGNORECASE)


class RuleReading(Record, frozen=True, kw_only=True):
    """A sentence that states a rule of decision.

    `members` is the number of members it speaks of; `thresholds` as in `Rule` (counts of `states` or `votes`, shares of
    `population` or `votes`); `body` the body it names, by name or by a word that stands for one named in the article;
    `in_chamber` where a parliament or a people decides.
    """

    kind: RuleKind
    members: int | None = None
    thresholds: Mapping[str, float] = {}
    body: str | None = None
    ratification: bool = False
    in_chamber: bool = False
    confidence: float
    evidence: Evidence


def find_rules(article: Article) -> tuple[RuleReading, ...]:
    """The rules of decision that an article states, in the order of its text, one a sentence."""
    found = []
    named = bodies_in(article.text)
    for block in article.blocks:
        for start, end in sentences(article.text, block.start, block.end):
            reading = _reading(article, start, end, named)
            if reading:
                found.append(reading)
    return tuple(found)


def _reading(article: Article, start: int, end: int, named: tuple[str, ...]) -> RuleReading | None:
    words = article.text[start:end]
    if len(words) > _LONGEST or words.rstrip("”\"’')").endswith("?") or _OTHER_SENSE.search(words):
        return None
    wording = next((w for w in wordings() if _states(words, w)), None)
    if wording is None:
        return None
    body = _body_of(words, named)
    kind, thresholds, members = wording.kind, _thresholds(words, wording.kind), _members(words)
    needed = thresholds.get("votes", thresholds.get("states", 0))
    if kind == "supermajority" and needed > 1:
        kind = _kind_of_count(words, int(needed), members, body)
    in_chamber = bool(_CHAMBER.search(words)) and not wording.of_all and not named_bodies(words)
    return RuleReading(
        kind=kind,
        members=members,
        thresholds=thresholds,
        body=body,
        ratification=bool(_RATIFY.search(words)),
        in_chamber=in_chamber,
        confidence=wording.confidence,
        evidence=article.evidence(start, end),
    )


def _states(words: str, wording: Wording) -> bool:
    """Does the pattern hold, and the clause declare: no reform, no negation, no report of a vote."""
    match = wording.pattern.search(words)
    if match is None or _NEGATED.search(words[: match.start()]):
        return False
    if any(r.end() > match.start() and r.start() < match.end() for r in _REFORM.finditer(words)):
        return False
    around = words[max(0, match.start() - 25) : match.end() + 5]
    return not (_OUTCOME.search(around) and not _STATED.search(match[0]))


def _body_of(words: str, named: tuple[str, ...]) -> str | None:
    own = bodies_in(words)
    if own:
        return own[0] if len(own) == 1 else None
    described = [body for body in named if is_described(body, words)]
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
