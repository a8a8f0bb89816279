"""Decisions that an article reports as taken: adopted, rejected, or stopped by a veto; about this proposal, and no other."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from sayso.decisions.deeds import (
    CHAMBER,
    ENTERING,
    FELL_SHORT,
    HALFWAY,
    KIND_OF_ACT,
    LAST_NEEDED,
    PASSIVE,
    REFERRED_TO,
    TOLD,
    UNREAL,
    VETOED,
    Status,
    acts,
    entered,
    own_name,
)
from sayso.decisions.naming import bodies_in
from sayso.decisions.passages import Passage, passages
from sayso.decisions.rows import BodyRow
from sayso.decisions.sentence_reader import read_sentence
from sayso.positions.terms import Term, coverage, families, stems_in
from sayso.records import Actor, Article, Evidence, has_year
from sayso.timeline import date_of, find_timexes

_SURELY: Final = 0.85
_REPORTED: Final[dict[int, Status]] = {1: "adopted", 2: "rejected", 3: "blocked"}  # as in OUTCOMES
_OWN: Final = 0.5
_AROUND: Final = 0.5
_MONTH: Final = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)$"
)
_OWNED: Final = re.compile(r"[’']s?$")
_PART_OF_NAME: Final = re.compile(r"(?:North|South|East|West|New|Full|Republic|United|Kingdom)$")


class Report(NamedTuple):
    """A decision as reported: its status, the day (an ISO day, "" if unknown), who stopped it, and the sentence."""

    status: Status
    day: str
    blockers: tuple[str, ...]
    evidence: Evidence


class Matter(NamedTuple):
    """What to look for: the body, its members, the terms that tell this proposal from others, and in an accession who joins."""

    body: BodyRow
    members: frozenset[str]
    core: tuple[Term, ...]
    joining: tuple[str, ...]
    question: str


def matter_of(body: BodyRow, members: frozenset[str], terms: Sequence[Term], proposal: str, question: str) -> Matter:
    """The matter of a proposal before a body. `terms` are the proposal's (or question's) content words."""
    own = stems_in(" ".join(body.aliases))
    kept = tuple(term for term in terms if not term.stems & own)
    told_apart = tuple(
        t
        for t in kept
        if not any(t.stems & f.stems for f in families()) and not KIND_OF_ACT.match(t.word) and not _MONTH.match(t.word)
    )
    named = [_OWNED.sub("", t.word) for t in told_apart if t.word[0].isupper() and not _PART_OF_NAME.match(t.word)]
    names = tuple(named) if ENTERING.search(proposal) else ()
    return Matter(body, members, told_apart or kept, names, question)


def find_reports(article: Article, matter: Matter, actors: Sequence[Actor]) -> Iterator[Report]:
    """The decisions on this matter that an article reports as taken, in the order of its text."""
    timexes = None
    for passage in passages(article):
        status = _status(article, passage, matter)
        if status:
            timexes = find_timexes(article) if timexes is None else timexes
            dated = date_of(article, *passage.span, timexes)
            day = dated.start if dated and has_year(dated.start) else article.published or ""
            blockers = _named_members(passage.words, matter, actors) if status == "blocked" else ()
            yield Report(status, day, blockers, article.evidence(*passage.span))


def _status(article: Article, passage: Passage, matter: Matter) -> Status | None:
    words = passage.words
    if words.rstrip('”"’').endswith("?") or not TOLD.search(words):
        return None
    found = _worded(words, matter)
    if found is None:
        read = read_sentence(matter.question, passage.before, words).outcomes
        likely = int(read[1:].argmax()) + 1
        found = _REPORTED[likely] if float(read[likely]) >= _SURELY else None
    return found if found and _is_about(article, passage.block, words, matter) else None


def _worded(words: str, matter: Matter) -> Status | None:
    """The status that the words themselves give."""
    found = _accession(words, matter) if matter.joining else None
    return _collective(words, matter) if found is None and not HALFWAY.search(words) else found


def _accession(words: str, matter: Matter) -> Status | None:
    entry = entered(matter.body, matter.joining).search(words)
    if entry and not UNREAL.search(words[: entry.end()]):
        return "adopted"
    last = LAST_NEEDED.search(words)
    return "adopted" if last and not UNREAL.search(words[max(0, last.start() - 40) : last.end()]) else None


def _collective(words: str, matter: Matter) -> Status | None:
    """What the body, or its members together, are said to have done."""
    if (veto := VETOED.search(words)) and not UNREAL.search(words[: veto.start()]):
        return "blocked"
    if CHAMBER.search(own_name(matter.body).sub("", words)) or (matter.joining and not bodies_in(words)):
        return None
    for pattern, status in acts(matter.body):
        match = pattern.search(words)
        if match and not UNREAL.search(words[max(0, match.start() - 30) : match.end()].replace("failed to", "")):
            return status
    passive = PASSIVE.search(words)
    if passive and not UNREAL.search(words[: passive.end()]):
        how = passive["how"].lower()
        if how in ("vetoed", "blocked"):
            return "blocked" if how == "vetoed" else None
        return "rejected" if how in ("rejected", "defeated", "voted down", "turned down") else "adopted"
    short = FELL_SHORT.search(words)
    return "rejected" if short and not UNREAL.search(words[: short.start()]) else None


def _is_about(article: Article, index: int, words: str, matter: Matter) -> bool:
    """Do the sentence and what stands around it speak of the proposal, and the sentence of no other candidate."""
    if not matter.core:
        return False
    near = " ".join(
        article.text[b.start : b.end] for b in (article.blocks[0], *article.blocks[max(0, index - 1) : index + 1])
    )
    if matter.joining:
        return any(name in near for name in matter.joining) and not _names_other_candidate(words, matter)
    own, around = coverage(matter.core, stems_in(words)), coverage(matter.core, stems_in(near))
    return own >= _OWN or (around >= _AROUND and bool(REFERRED_TO.search(words)))


def _names_other_candidate(words: str, matter: Matter) -> bool:
    """As "Turkey was the last to ratify Finland's entry", which is not about Sweden."""
    owners = re.findall(
        r"([A-Z]\w+)[’']s? (?:\w+ ){0,2}?(?:accession|membership|bid|entry|application|admission|joining)", words
    )
    subjects = re.findall(r"([A-Z]\w+) (?:\w+ ){0,2}?(?:joined|became|entered|acceded)", words)
    others = [name for name in (*owners, *subjects) if name not in matter.joining and not bodies_in(name)]
    return bool(others) and not any(name in words for name in matter.joining)


def _named_members(words: str, matter: Matter, actors: Sequence[Actor]) -> tuple[str, ...]:
    """The members named as those who vetoed: before the verb, or after "by"."""
    passive, veto = PASSIVE.search(words), VETOED.search(words)
    by = re.search(r"\bby (?P<who>[^,.;]*)", words[passive.end() :]) if passive else None
    where = by["who"] if by else words[: veto.start()] if veto else ""
    named = []
    for actor in actors:
        forms = sorted({actor.name, *actor.forms}, key=len, reverse=True)
        if actor.id in matter.members and any(re.search(rf"\b{re.escape(form)}\b", where) for form in forms):
            named.append(actor.id)
    return tuple(sorted(named))
