"""The question, and the proposal as a verb phrase.

A question that is a verb phrase, or becomes one ("Ratification of …" → "ratify …", "should the EU ban …?" → "ban …"),
is the proposal; another noun phrase ("NATO office in Kenya") takes the fullest proposal that the articles word for it
("open a NATO office in Kenya"). Without a question it is the proposal that most articles, and their headlines, are about.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from sayso.language.sentences import sentences
from sayso.positions.relevance import is_about, terms_in
from sayso.positions.terms import Term, coverage, families, stems_in, terms_of
from sayso.records import Article, Evidence, Proposal, Reading

_CUT: Final = re.compile(
    r"[,.;:()\[\]“”\"—–?!]|\s(?:that|which|who|whose|would|will|could|should|may|might|can|must|is|are|was|were|has|have|"
    r"had|after|before|because|when|while|but|as|if|unless|until|by|without|amid|despite|says?|said|faces?|requires?|during|"
    r"since|where|though|although|following|remains?|needs?|than|so|does|do|did|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"this|next|last|today|yesterday|tomorrow|later|early|in (?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December))\b"
)
_PLAN: Final = re.compile(
    r"\b(?:plan|proposal|decision|bid|move|push|effort|request|motion|idea|call|draft|offer|agreement|vote|bill|measure|resolution)s?"
    r"(?: (?:for \w+ )?to (?P<verb>[a-z]+)| of (?P<gerund>[a-z]+ing)) (?P<rest>\w[^\n]{3,120})"
)
_ASKING: Final = re.compile(
    r"^(?:why |when |how |whether )?(?:should|will|would|may|can|could|might|must|does|do|did|is|are|has|have)\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
_YEARS: Final = re.compile(
    r",?\s*(?:\b(?:in|of|for|from|since|by|during) )?\(?\b(?:19|20)\d\d(?:\s*[-–/]\s*(?:19|20)?\d\d)?\)?\s*$"
)
_TEXT: Final = re.compile(
    r"^(?:(?!to |and )[\w’'-]+ ){0,6}(?:resolution|law|bill|treaty|rules?|regulation|directive|convention|budget|pact|"
    r"reform|amendment|constitution|act)\b(?! vote| talks)",
    re.IGNORECASE,
)
_IN_NAMES: Final = frozenset("of and the for to in on at de la le du von van der & or".split())
_MAX_WORDS: Final = 14
_WORDED: Final = 0.66


class Wording(NamedTuple):
    """A proposal as one article words it: the verb phrase, and the characters that say it."""

    text: str
    evidence: Evidence


def propose(readings: Sequence[Reading], question: str | None) -> Proposal | None:
    """What is to be decided; None if no article touches the question, or, without one, if no proposal is worded."""
    articles = [reading.article for reading in readings]
    wordings = [wording for article in articles for wording in wordings_in(article)]
    if question is None:
        best = _commonest(wordings, articles)
        return best and Proposal(text=best.text, evidence=(best.evidence,))
    terms = terms_in(question, articles)
    passage = _best_passage([article for article in articles if is_about(article, terms)], terms)
    if passage is None:
        return None
    ranked = sorted(wordings, key=lambda w: (-coverage(terms, stems_in(w.text)), len(w.text), w.evidence.article))
    fullest = ranked[0] if ranked and coverage(terms, stems_in(ranked[0].text)) > _WORDED else None
    phrase = verb_phrase(question)
    if phrase is None and fullest:
        phrase = fullest.text
    return Proposal(text=phrase or _without_years(question), evidence=(fullest.evidence if fullest else passage,))


def verb_phrase(question: str) -> str | None:
    """The question as a verb phrase, None if it names no verb of decision."""
    question = _without_years(question)
    asking = _ASKING.match(question)
    if asking:
        return _from_first_verb(asking["rest"])
    first, _, rest = question.partition(" ")
    if first.lower() in _infinitives() and rest and not rest.startswith(("of ", "on ", "in ")):
        return question[0].lower() + question[1:]
    named = next((text for text, _, _ in _nominal(question)), None)
    if named is None and _TEXT.match(question):
        return f"adopt the {question.removeprefix('the ').removeprefix('The ')}"
    return named


def _without_years(question: str) -> str:
    """The question without the years, and the preposition before them, that only say when it was asked."""
    return _YEARS.sub("", question.strip().rstrip("?").strip()).strip()


def wordings_in(article: Article) -> Iterator[Wording]:
    """The proposals that an article words: plans to do, decisions of doing, nouns of decision with their object."""
    for block in article.blocks:
        for start, end in sentences(article.text, block.start, block.end):
            sentence = article.text[start:end]
            for text, a, b in (*_planned(sentence), *_nominal(sentence), *_infinitive(sentence)):
                if 2 <= len(text.split()) <= _MAX_WORDS:
                    yield Wording(text, article.evidence(start + a, start + b))


Phrase = tuple[str, int, int]


def _planned(sentence: str) -> Iterator[Phrase]:
    for match in _PLAN.finditer(sentence):
        rest = _object(match["rest"])
        verb = match["verb"] or _infinitive_of(match["gerund"])
        if rest and verb:
            start = match.start("verb") if match["verb"] else match.start("gerund")
            yield f"{verb} {rest}", start, match.start("rest") + len(rest)


def _infinitive(sentence: str) -> Iterator[Phrase]:
    """A verb of decision after "to": "to ratify Norway's accession"."""
    for match in _to_verb().finditer(sentence):
        rest = _object(match["rest"])
        if rest:
            yield f"{match['verb']} {rest}", match.start("verb"), match.start("rest") + len(rest)


def _nominal(sentence: str) -> Iterator[Phrase]:
    """Nouns of decision: "the opening of an office" → "open an office"; "Norway's EU bid" → "admit Norway to EU"."""
    for match in _noun_of().finditer(sentence):
        rest = _object(match["rest"])
        verb = _verb_of(match["noun"], match["of"])
        if rest and verb:
            yield f"{verb} {rest}", match.start("noun"), match.start("rest") + len(rest)
    for match in _owned().finditer(sentence):
        body = match["body"] or match["after"]
        if body:
            yield f"admit {match['who']} to {body}", match.start(), match.end()


def _object(rest: str) -> str:
    """The object of a verb of decision: up to where another clause begins."""
    cut = _CUT.search(rest)
    return (rest[: cut.start()] if cut else rest).strip()


@cache
def _infinitives() -> frozenset[str]:
    return frozenset(family.verb for family in families())


@cache
def _nouns() -> dict[str, tuple[str, tuple[str, ...]]]:
    return {noun: (family.verb, family.prepositions) for family in reversed(families()) for noun in family.nouns}


def _verb_of(noun: str, preposition: str) -> str | None:
    verb, prepositions = _nouns()[noun.lower()]
    return verb if preposition.lower() in prepositions else None


@cache
def _to_verb() -> re.Pattern[str]:
    return re.compile(rf"\bto (?P<verb>{'|'.join(sorted(_infinitives()))}) (?P<rest>\w[^\n]{{3,120}})")


@cache
def _noun_of() -> re.Pattern[str]:
    nouns = "|".join(sorted(_nouns(), key=len, reverse=True))
    return re.compile(rf"\b(?P<noun>{nouns}) (?P<of>of|on|for|to|in|from) (?P<rest>\w[^\n]{{3,120}})", re.IGNORECASE)


@cache
def _owned() -> re.Pattern[str]:
    nouns = "accession|membership|entry|bid|application|admission|candidacy"
    return re.compile(
        rf"\b(?P<who>[A-Z][\w-]+(?: [A-Z][\w-]+)?)[’']s? (?:(?P<body>(?:[A-Z]\w+ ?){{1,3}}) )?(?:{nouns})"
        r"(?: (?:to|of|in|into|to join) (?P<after>(?:the )?(?:[A-Z]\w+ ?){1,4}\b))?"
    )


def _infinitive_of(gerund: str) -> str | None:
    base = gerund.removesuffix("ing")
    known = _infinitives()
    return next((verb for verb in (base, base + "e", base[:-1]) if verb in known), None)


def _from_first_verb(rest: str) -> str | None:
    """A question behind its auxiliary from its verb on: a known one, else the first small word behind a subject in capitals."""
    words = rest.split()
    for i, word in enumerate(words[1:], start=1):
        if word == "be" and i + 1 < len(words):
            return _active(words[:i], words[i + 1 :])
        if word in _infinitives() or (i < len(words) - 1 and word in _common_verbs()):
            return " ".join(words[i:])
        if word.islower() and word not in _IN_NAMES and not words[i - 1].islower():
            return " ".join(words[i:])
    return None


def _active(subject: Sequence[str], rest: Sequence[str]) -> str | None:
    """“The fee” and “abolished next year” to “abolish the fee next year”; None if the participle is of no verb of decision."""
    verb = next((v for v in _infinitives() if rest[0] in (f"{v}ed", f"{v}d", f"{v}{v[-1]}ed", f"{v[:-1]}ied")), None)
    return " ".join([verb, *subject, *rest[1:]]) if verb else None


@cache
def _common_verbs() -> frozenset[str]:
    """Single words that the families give as other ways to say a verb of decision."""
    from sayso.resources import knowledge_toml

    rows = knowledge_toml("proposals.toml")["family"]
    return frozenset(word for row in rows for word in row["same"] if " " not in word)


def _best_passage(articles: Sequence[Article], terms: Sequence[Term]) -> Evidence | None:
    """The sentence that covers most of a question, in the paragraph that touches it best; None without an article."""
    best: tuple[float, float, Evidence] | None = None
    for article in articles:
        for block in article.blocks:
            whole = coverage(terms, stems_in(article.text[block.start : block.end]))
            for start, end in sentences(article.text, block.start, block.end):
                own = coverage(terms, stems_in(article.text[start:end]))
                if best is None or (own, whole) > best[:2]:
                    best = own, whole, article.evidence(start, end)
    return best[2] if best else None


def _commonest(wordings: Sequence[Wording], articles: Sequence[Article]) -> Wording | None:
    """The wording whose terms the headlines and first paragraphs of most articles cover."""
    heads = [stems_in(a.text[: a.blocks[min(2, len(a.blocks) - 1)].end]) for a in articles if a.blocks]
    bodies = [stems_in(a.text) for a in articles]
    titles = frozenset().union(*(stems_in(a.title or "") for a in articles))

    def weight(wording: Wording) -> tuple[float, int, str]:
        terms = terms_of(wording.text)
        if len(terms) < 2 or not any(term.stems & titles for term in terms):
            return 0.0, 0, ""
        heard = sum(coverage(terms, head) for head in heads) + 0.5 * sum(coverage(terms, body) for body in bodies)
        return heard * min(len(terms), 4) ** 0.5, -len(wording.text), wording.text

    ranked = max(wordings, key=weight, default=None)
    return ranked if ranked and weight(ranked)[0] > 0 else None
