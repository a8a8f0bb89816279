"""Decisions that an article reports as taken: adopted, rejected, or stopped by a veto; about this proposal, and no other."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, Literal, NamedTuple

from sayso.decisions.naming import bodies_in
from sayso.decisions.table import row_of
from sayso.decisions.wording import MEMBERS, NUMBER
from sayso.language.sentences import sentences
from sayso.positions.terms import Term, coverage, families, stems_in
from sayso.records import Actor, Article, Evidence, Span
from sayso.timeline import date_of, find_timexes

Status = Literal["adopted", "blocked", "rejected"]

# What is not, not yet or only perhaps so; words just before the verb, or anywhere up to it.
_UNREAL: Final = re.compile(
    r"\b(?:would|will|could|may|might|should|must|can|if|unless|until|once|whether|expected|hopes?|hoping|yet to|"
    r"not|never|likely|"
    r"poised|set to|about to|due to|after which|before|ahead of|fail\w* to|without|refus\w+|remains? to|plans? to|"
    r"wants?|urg\w+|call\w* for|"
    r"asked|had earlier|in case|when|so that|in order)\b|n[’']t\b",
    re.IGNORECASE,
)
_HALFWAY: Final = re.compile(
    r"\b(?:in principle|provisional\w*|preliminar\w+|negotiating mandate|general approach|draft position|"
    r"committee|subcommittee|similar|"
    r"another|previous\w*|earlier (?:draft|resolution|proposal|version|package)|rival|first reading|procedural|"
    r"amendments?)\b",
    re.IGNORECASE,
)
_CHAMBER: Final = re.compile(
    r"\b(?:parliament\w*|lawmakers|MPs|MEPs|deputies|senat\w+|congress|bundestag|assembly|referendum|court|"
    r"cabinet|commission)\b",
    re.IGNORECASE,
)
_ENTERING: Final = re.compile(
    r"\b(?:admi(?:t|ssion)|access?ion|acced|member|join|entry|bid\b|appl(?:y|ication)|candida|enlarge)", re.IGNORECASE
)
_ACT: Final = (
    r"laws?|resolutions?|bans?|sanctions?|measures?|packages?|directives?|regulations?|texts?|drafts?|motions?|bills?|"
    r"deals?|agreements?|pacts?|tariffs?|missions?|mandates?|decisions?|treat(?:y|ies)|rules?|reforms?|budgets?|"
    r"funds?|plans?|proposals?"
)
_KIND_OF_ACT: Final = re.compile(rf"(?:{_ACT})$", re.IGNORECASE)
# "the law" by itself, not "the law on batteries".
_REFERRED_TO: Final = re.compile(
    rf"\b(?:the|this|that) (?:\w+ )?(?:{_ACT})\b"
    r"(?! (?:on (?!\w+day)|of|for|against|to (?!none|zero|\d)|that|with|concerning))|\bit\b",
    re.IGNORECASE,
)
_OWN: Final = 0.5
_AROUND: Final = 0.6
_OWNED: Final = re.compile(r"[’']s?$")
_ADVERBS: Final = r"(?:[\w-]+ly |already |now |at last |on \w+day |also ){0,2}"
_RATIFYING: Final = r"(?:ratify|approve|give|consent|sign|back|endorse|agree|say yes|assent|complete|accept|vote)"
_LAST_NEEDED: Final = re.compile(
    rf"\b(?:was|were|became|becoming|as) (?:also )?the (?:last|final)\b(?:(?! yet\b|"
    rf" not\b)[ ,][\w’'-]+){{0,8}}? to {_RATIFYING}\b"
    r"|\b(?:remov|clear)(?:ed|ing|es|s) the (?:last|final)(?: remaining| major| formal)? (?:obstacle|hurdle|"
    r"barrier|roadblock|stumbling block)"
    rf"|\b(?:all|each of the|every one of the)(?: {NUMBER})?(?: [\w’'-]+){{0,3}}? {MEMBERS} (?:have|had|"
    rf"has) (?:now )?(?:ratified|approved|consented|agreed)\b"
    r"|\bcomplet(?:ed|es|ing) (?:the |its )?ratification (?:process )?(?:by|in|across) all\b",
    re.IGNORECASE,
)
_ENTERED: Final = (
    rf"(?:(?:has|have|had) )?{_ADVERBS}(?:joined|became|become|entered|acceded to|(?:was|were|"
    rf"been) (?:[\w-]+ )?(?:admitted|welcomed|accepted) (?:to|into|as))"
    r" (?:(?!talks|negotiations)[\w’'-]+ ){0,4}?(?:{body}|(?:full |new |latest )?members?\b)"
)
_APPROVED: Final = (
    r"(?:approved|adopted|agreed (?:to|on|upon)|endorsed|passed|imposed|extended|renewed|lifted|banned|"
    r"authori[sz]ed|signed off|rubber-stamped|decided to|"
    r"gave (?:its|their|the|a)? ?(?:[\w-]+ ){0,2}?(?:approval|green light|go-ahead|backing|blessing|assent|"
    r"consent|nod)|"
    r"voted (?:[\w-]+ ){0,6}?(?:to (?!reject|block|delay|postpone)|in favou?r|for\b)|backed|formally invited|cleared)"
)
_PASSIVE: Final = re.compile(
    rf"\b(?:was|were|(?:has|have|had) (?:[\w-]+ )?been|got) {_ADVERBS}(?P<how>adopted|approved|passed|endorsed|"
    rf"agreed|accepted|imposed|extended|renewed|"
    r"rejected|defeated|voted down|vetoed|blocked|turned down)\b",
    re.IGNORECASE,
)
_VETOED: Final = re.compile(
    r"\b(?:(?:has|have|had) )?(?:vetoed|cast (?:its|their|a|the|double) veto(?:es)?|used (?:its|"
    r"their) veto(?: power)?|wielded (?:its|their) veto|"
    r"exercised (?:its|their) veto)\b",
    re.IGNORECASE,
)
_FELL_SHORT: Final = re.compile(
    r"\b(?:failed to (?:pass|win|get|secure|obtain|muster|gain|receive|garner)|fell (?:\w+ ){0,2}?short of|"
    r"did not (?:get|win|obtain|receive|muster))\b"
    r"(?: [\w’'-]+){0,5}? ?(?:votes?|majority|support|approval|adoption)?",
    re.IGNORECASE,
)
_REFUSED: Final = (
    r"(?:rejected|voted down|turned down|voted against|threw out|failed to (?:adopt|approve|pass)|"
    r"voted (?:[\w-]+ ){0,5}?to reject)"
)


class Report(NamedTuple):
    """A decision as reported: its status, the day (an ISO day, "" if unknown), who stopped it, and the sentence."""

    status: Status
    day: str
    blockers: tuple[str, ...]
    evidence: Evidence


class Matter(NamedTuple):
    """What to look for: the body, its members, the terms that tell this proposal from others, and in an accession who joins."""

    body: str
    members: frozenset[str]
    core: tuple[Term, ...]
    joining: tuple[str, ...]


def matter_of(body_id: str, members: frozenset[str], terms: Sequence[Term], proposal: str) -> Matter:
    """The matter of a proposal before a body. `terms` are the proposal's (or question's) content words."""
    own = stems_in(" ".join(row_of(body_id).aliases))
    kept = tuple(term for term in terms if not term.stems & own)
    names = (
        tuple(_OWNED.sub("", term.word) for term in kept if term.word[0].isupper())
        if _ENTERING.search(proposal)
        else ()
    )
    told_apart = tuple(
        t for t in kept if not any(t.stems & f.stems for f in families()) and not _KIND_OF_ACT.match(t.word)
    )
    return Matter(body_id, members, told_apart or kept, names)


def find_reports(article: Article, matter: Matter, actors: Sequence[Actor]) -> Iterator[Report]:
    """The decisions on this matter that an article reports as taken, in the order of its text."""
    timexes = None
    for index, block in enumerate(article.blocks):
        for span in sentences(article.text, block.start, block.end):
            status = _status(article, index, span, matter)
            if status:
                timexes = find_timexes(article) if timexes is None else timexes
                dated = date_of(article, *span, timexes)
                day = dated.start if dated and not dated.start.startswith("X") else article.published or ""
                words = article.text[span[0] : span[1]]
                blockers = _named_members(words, matter, actors) if status == "blocked" else ()
                yield Report(status, day, blockers, article.evidence(*span))


def _status(article: Article, index: int, span: Span, matter: Matter) -> Status | None:
    words = article.text[span[0] : span[1]]
    if words.rstrip('”"’').endswith("?"):
        return None
    found = _accession(words, matter) if matter.joining else None
    if found is None and not _HALFWAY.search(words):
        found = _collective(words, matter)
    return found if found and _is_about(article, index, words, matter) else None


def _accession(words: str, matter: Matter) -> Status | None:
    entered = _entered(matter.body, matter.joining).search(words)
    if entered and not _UNREAL.search(words[: entered.end()]):
        return "adopted"
    last = _LAST_NEEDED.search(words)
    return "adopted" if last and not _UNREAL.search(words[max(0, last.start() - 40) : last.end()]) else None


def _collective(words: str, matter: Matter) -> Status | None:
    """What the body, or its members together, are said to have done."""
    if (veto := _VETOED.search(words)) and not _UNREAL.search(words[: veto.start()]):
        return "blocked"
    if _CHAMBER.search(words) or (matter.joining and not bodies_in(words)):
        return None
    for pattern, status in _acts(matter.body):
        match = pattern.search(words)
        if match and not _UNREAL.search(words[max(0, match.start() - 30) : match.end()].replace("failed to", "")):
            return status
    passive = _PASSIVE.search(words)
    if passive and not _UNREAL.search(words[: passive.end()]):
        how = passive["how"].lower()
        if how in ("vetoed", "blocked"):
            return "blocked" if how == "vetoed" else None
        return "rejected" if how in ("rejected", "defeated", "voted down", "turned down") else "adopted"
    short = _FELL_SHORT.search(words)
    return "rejected" if short and not _UNREAL.search(words[: short.start()]) else None


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
    return own >= _OWN or (around >= _AROUND and bool(_REFERRED_TO.search(words)))


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
    passive, veto = _PASSIVE.search(words), _VETOED.search(words)
    by = re.search(r"\bby (?P<who>[^,.;]*)", words[passive.end() :]) if passive else None
    where = by["who"] if by else words[: veto.start()] if veto else ""
    named = []
    for actor in actors:
        forms = sorted({actor.name, *actor.forms}, key=len, reverse=True)
        if actor.id in matter.members and any(re.search(rf"\b{re.escape(form)}\b", where) for form in forms):
            named.append(actor.id)
    return tuple(sorted(named))


@cache
def _entered(body_id: str, joining: tuple[str, ...]) -> re.Pattern[str]:
    who = "|".join(re.escape(name) for name in joining)
    body = _subject(body_id)
    return re.compile(rf"\b(?:{who})\b(?:, [^,]*,)? {_ENTERED.replace('{body}', body)}")


@cache
def _acts(body_id: str) -> tuple[tuple[re.Pattern[str], Status], ...]:
    subject = rf"\b{_subject(body_id)}(?:[’']s?)?(?: [\w’'-]+){{0,2}}? (?:(?:has|have|had) )?{_ADVERBS}"
    return (
        (re.compile(rf"{subject}{_REFUSED}\b", re.IGNORECASE), "rejected"),
        (re.compile(rf"{subject}{_APPROVED}", re.IGNORECASE), "adopted"),
    )


@cache
def _subject(body_id: str) -> str:
    """The body and its members together as a noun phrase."""
    row = row_of(body_id)
    names = sorted(
        {*row.aliases, *(a.capitalize() for a in row.aliases if a.isupper()), *row.descriptors},
        key=lambda n: (-len(n), n),
    )
    listed = "|".join(re.escape(name) for name in names)
    return (
        rf"(?:{listed}|(?:the )?(?:[\w-]+ )?"
        r"(?:ministers|member states|member countries|leaders|council members|members|allies|governments))"
    )
