"""Positions: each candidate passage classified, one position an actor, stance and article, with date and chain."""

import re
from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.actors.hedges import hedge_in
from sayso.language.encoder import spread
from sayso.positions.belief import belief, settings
from sayso.positions.candidates import Candidate, candidates_in
from sayso.positions.forum import home_of
from sayso.positions.interests import interests_of, is_mere_interest, merge_interests
from sayso.positions.names import names_actor
from sayso.positions.relevance import terms_in
from sayso.positions.rivals import Rival, find_rivals, speaks_of_rival
from sayso.positions.say_so import chain_of
from sayso.positions.stance import stance_probabilities
from sayso.positions.terms import Term, stems_in, terms_of
from sayso.records import (
    Article,
    Evidence,
    Interest,
    Position,
    Precision,
    Proposal,
    Reading,
    RivalProposal,
    Stance,
)
from sayso.timeline import date_of

Act = Literal["voted", "ratified", "signed", "blocked", "delayed"]

_ACTS: Final[tuple[tuple[Act, re.Pattern[str]], ...]] = (
    ("ratified", re.compile(r"\bratif(?:ied|ies)\b|\bgave (?:its|their) (?:consent|assent)\b", re.IGNORECASE)),
    ("voted", re.compile(r"\b(?:voted|approved|passed|adopted)\b", re.IGNORECASE)),
    ("signed", re.compile(r"\bsigned\b", re.IGNORECASE)),
    ("blocked", re.compile(r"\b(?:block(?:ed|s|ing)|veto(?:ed|es|ing))\b", re.IGNORECASE)),
    (
        "delayed",
        re.compile(
            r"\b(?:delay(?:ed|s|ing)|postpon(?:ed|es|ing)|put off|hold(?:s|ing) up|held up|stall(?:ed|s|ing))\b"
        ),
    ),
)
_CONDITION: Final = re.compile(
    r"\b(?:unless|only if|but only if|provided(?: that)?|on (?:the )?condition that|as long as|if)\b[^.;]*",
    re.IGNORECASE,
)
_QUESTION: Final = re.compile(r"(?:should|will|would|may|can|could|must|does|is|are)\b", re.IGNORECASE)
_THRESHOLD: Final = 0.5
_SURE: Final = 0.6


class Found(NamedTuple):
    """The positions on a proposal; interests: what an actor is said to want near it, without a position; rival proposals."""

    positions: tuple[Position, ...]
    interests: tuple[Interest, ...]
    rivals: tuple[RivalProposal, ...] = ()


class _Judged(NamedTuple):
    candidate: Candidate
    stance: Stance
    confidence: float
    is_position: bool


def find_positions(
    readings: Sequence[Reading], proposal: Proposal | None, question: str | None, rules: Sequence[Evidence] = ()
) -> Found:
    """Where every actor of the articles stands on the proposal.

    `readings` in the order of the debate; `rules` are the passages that state a rule of decision.
    """
    if proposal is None:
        return Found((), ())
    positions: list[Position] = []
    interests: list[Interest] = []
    terms = terms_in(question or proposal.text, [reading.article for reading in readings])
    core = _core(readings, terms)
    home, asked = home_of(readings, terms), asked_of(question, proposal)
    rivals = find_rivals([r.article for r in readings], proposal, terms)

    def judged_in(reading: Reading) -> list[_Judged]:
        near = candidates_in(reading, terms, rules, home)
        mine = [c for c in near if not speaks_of_rival(reading.article.text[slice(*c.evidence)], rivals)]
        return [_judge(reading.article, candidate, asked, core) for candidate in mine]

    judgements = spread(judged_in, readings)
    for reading, judged in zip(readings, judgements, strict=True):
        taken = _taken(reading, judged)
        positions += [_position(reading, group) for group in taken]
        parties = {group[0].candidate.party for group in taken}
        others = [j.candidate for j in judged if not j.is_position and j.candidate.party not in parties]
        interests += interests_of(reading.article, others)
    held = {position.actor for position in positions}
    return Found(
        tuple(positions),
        merge_interests(i for i in interests if i.actor not in held),
        tuple(_with_positions(rival, readings, home) for rival in rivals),
    )


def _with_positions(rival: Rival, readings: Sequence[Reading], home: str | None) -> RivalProposal:
    """Another proposal with the positions on it, from the sentences that name what is its own."""
    wording, terms = rival.wording, terms_of(rival.wording.text)
    positions: list[Position] = []
    for reading in readings:
        near = candidates_in(reading, terms, (), home)
        mine = [c for c in near if rival.own <= stems_in(reading.article.text[slice(*c.evidence)])]
        core = _core([reading], terms)
        judged = [_judge(reading.article, candidate, wording.text, core) for candidate in mine]
        positions += [_position(reading, group) for group in _taken(reading, judged)]
    return RivalProposal(text=wording.text, evidence=(wording.evidence,), positions=tuple(positions))


def asked_of(question: str | None, proposal: Proposal) -> str:
    """What the classifier is asked: a whole question as it was typed, for it names who is to decide; else the proposal."""
    return question if question and _QUESTION.match(question) else proposal.text


def _core(readings: Sequence[Reading], terms: Sequence[Term]) -> list[Term]:
    """The terms that say what is to be decided, those that only name an actor left out."""
    actors = {actor.id: actor for reading in readings for actor in reading.actors}
    return [term for term in terms if not any(names_actor(actor, [term]) for actor in actors.values())]


def _judge(article: Article, candidate: Candidate, asked: str, core: Sequence[Term]) -> _Judged:
    """The stance at the mention of the actor that says most."""
    probabilities = probabilities_of(article, candidate, asked)
    stance, confidence = belief(probabilities)
    taken = 1.0 - float(probabilities[-1]) >= _THRESHOLD and confidence >= settings().keep
    text, sure = article.text[slice(*candidate.evidence)], stance == "supports" and confidence >= _SURE
    if stance in ("supports", "undecided") and is_mere_interest(text, core, sure=sure):
        taken = False
    return _Judged(candidate, stance, confidence, taken)


def probabilities_of(article: Article, candidate: Candidate, asked: str) -> NDArray[np.float32]:
    """What the classifier says of a candidate, shape (7,): at the mention of the actor that says most."""
    start, end = candidate.passage
    lead = led_by(article, start)
    shift = len(lead) - start
    passage = lead + article.text[start:end]
    marked = [stance_probabilities(passage, [(a + shift, b + shift)], asked) for a, b in candidate.marks]
    return min(marked, key=lambda p: float(p[-1]))


def led_by(article: Article, start: int) -> str:
    """The headline as the classifier reads it before a passage of the body: it says what the sentences leave out."""
    title = article.blocks[0] if article.blocks and article.blocks[0].kind == "title" else None
    if title is None or start < title.end:
        return ""
    headline = article.text[title.start : title.end]
    return headline + (" " if headline[-1] in ".?!" else ". ")


def _from_the_body(judged: Sequence[_Judged], article: Article) -> list[_Judged]:
    """What headlines say only of parties on whom the body is silent: their clipped grammar misleads."""
    body = next((block.start for block in article.blocks if block.kind == "body"), 0)
    told = {j.candidate.party for j in judged if j.candidate.evidence[0] >= body}
    return [j for j in judged if j.candidate.evidence[0] >= body or j.candidate.party not in told]


def _taken(reading: Reading, judged: Sequence[_Judged]) -> list[list[_Judged]]:
    """For each actor and stance the passages, best first; a second stance of an actor must be nearly as sure."""
    groups: dict[tuple[str, Stance], list[_Judged]] = {}
    held = _from_the_body([j for j in judged if j.is_position], reading.article)
    for one in sorted(held, key=lambda j: -j.confidence):
        groups.setdefault((one.candidate.party, one.stance), []).append(one)
    best: dict[str, float] = {}
    for (party, _), group in groups.items():
        best[party] = max(best.get(party, 0.0), group[0].confidence)
    return [
        sorted(group, key=lambda j: _worth(reading, j))
        for (party, _), group in groups.items()
        if group[0].confidence >= settings().rival * best[party]
    ]


def _worth(reading: Reading, judged: _Judged) -> tuple[bool, bool, bool, bool, float]:
    """Order of passages for one position: sure ones, without hedge, own words, then deeds, then by confidence."""
    candidate = judged.candidate
    start, end = candidate.evidence
    is_deed = _act(reading.article.text[start:end]) is not None
    hedged = hedge_in(reading.article.text, start, end) is not None
    return judged.confidence < settings().uncertain, hedged, not candidate.is_own, not is_deed, -judged.confidence


def _position(reading: Reading, group: Sequence[_Judged]) -> Position:
    article, lead = reading.article, group[0].candidate
    start, end = lead.evidence
    text = article.text[start:end]
    as_of, precision = _dated(reading, lead)
    chain, anonymous, statement = chain_of(reading, lead.statement, lead.party, group[0].stance, is_own=lead.is_own)
    condition = _CONDITION.search(text) if group[0].stance == "conditional" else None
    return Position(
        actor=lead.party,
        stance=group[0].stance,
        condition=article.evidence(start + condition.start(), start + condition.end()) if condition else None,
        act=None if statement else _act(text),
        as_of=as_of,
        as_of_precision=precision,
        uncertain=hedge_in(article.text, start, end) is not None or group[0].confidence < settings().uncertain,
        statement=statement.id if statement else None,
        chain=chain,
        anonymous=anonymous,
        first_hand=len(chain) <= 1,
        confidence=round(group[0].confidence, 2),
        evidence=tuple(article.evidence(*j.candidate.evidence) for j in group[:3]),
    )


def _act(text: str) -> Act | None:
    return next((act for act, pattern in _ACTS if pattern.search(text)), None)


def _dated(reading: Reading, candidate: Candidate) -> tuple[str | None, Precision | None]:
    """The day of the statement or act where the passage lets one work it out, else of publication."""
    article = reading.article
    timex = date_of(article, *candidate.evidence, reading.timexes)
    if timex and (article.published is None or timex.end <= article.published):
        return timex.end, timex.precision
    return article.published, article.published_precision
