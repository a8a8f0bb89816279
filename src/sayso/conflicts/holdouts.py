"""Passages by which a state has not agreed, alone or among others."""

import re
from collections.abc import Iterator

import msgspec

from sayso.conflicts.passages import MOST_OF_A_KIND
from sayso.conflicts.values import concepts_in, states_in
from sayso.records import Article, Span
from sayso.timeline.phrases import subject_span
from sayso.timeline.tense import body_sentences

_MEMBER = r"(?:state|country|nation|member|ally|holdout|hold-out|obstacle|government|capital|party)"
_SOLE = re.compile(
    r"(?P<verb>\b(?:remains|remain|is|was|left|stands|being|are)\b)(?: (?:thereby|thus|now|still|therefore|"
    r"currently|left|standing))*(?: as)? the (?:only|sole|last|lone|final|single)(?: remaining)? (?:\w+ )?"
    + _MEMBER
    + r"\b(?P<rest>[^.;]*)"
)
_WHO = r"(?P<who>(?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
_ONLY = re.compile(
    rf"\b(?:[Oo]nly {_WHO}|{_WHO.replace('who', 'whom')} alone) (?:has|have|is|are|remains?) "
    rf"(?P<rest>[^.;]*)"
)
_EXCEPT = re.compile(
    r"\b(?:[Aa]ll|[Ee]very)\b[^.;]{0,50}\b(?:except(?: for)?|but|bar|apart from|other than|save) "
    + _WHO
    + r"\b(?P<rest>[^.;]*)"
)
_NOT_YET = re.compile(
    r"\b(?:has|have|is|are) (?:still |so far )?(?:not(?: yet)?|yet to|still to|never) "
    r"(?:ratif\w+|approve\w*|signed?|consent\w*|give \w+ (?:consent|assent|approval)|given \w+ (?:consent|assent|"
    r"approval))"
)
_REFUSES = re.compile(
    r"\b(?:not|yet to|still to|without|refus\w+|oppos\w+|block\w*|holding|withh\w+|resist\w*|object\w*|against|"
    r"reject\w*)\b|n['’]t\b|hold-?out"
)
_DONE = re.compile(r"\b(?:have|has) (?:now |already )?(?:ratified|approved|agreed|signed|consented|given|backed)")


class Holdout(msgspec.Struct, frozen=True):
    """A state that has not agreed, `is_now`: on the day the article was published; `is_sole`: no other has not."""

    article: Article
    state: str
    subject: str
    is_now: bool
    is_sole: bool
    passage: Span
    states: frozenset[str]
    concepts: frozenset[str]


def find_holdouts(article: Article) -> list[Holdout]:
    """The passages of the body that tell of a holdout."""
    found: list[Holdout] = []
    previous: Span | None = None
    for sentence in body_sentences(article):
        # What is held out against is often said one sentence before.
        context = (previous[0] if previous and sentence[0] - previous[1] < 4 else sentence[0], sentence[1])
        for subject, is_now, is_sole in _told(article.text, sentence):
            states = states_in(article.text, *subject)
            known = any(h.passage == sentence and (h.state,) == states for h in found[-3:])
            if len(states) == 1 and not known:
                about = frozenset(states_in(article.text, *context)) - {states[0]}
                name = article.text[subject[0] : subject[1]]
                concepts = concepts_in(article.text[context[0] : context[1]])
                found.append(Holdout(article, states[0], name, is_now, is_sole, sentence, about, concepts))
        previous = sentence
    return found[:MOST_OF_A_KIND]


def _told(text: str, sentence: Span) -> Iterator[tuple[Span, bool, bool]]:
    """Subject, whether it is so now, whether it is the only one."""
    for match in _SOLE.finditer(text, *sentence):
        subject = subject_span(text, sentence, match.start())
        if subject and _REFUSES.search(match["rest"] + match[0][-12:]):
            yield subject, match["verb"] in ("remains", "remain", "is", "stands", "are"), True
    for match in _ONLY.finditer(text, *sentence):
        if _REFUSES.match(match["rest"]):
            yield match.span("who" if match["who"] else "whom"), True, True
    for match in _EXCEPT.finditer(text, *sentence):
        if _DONE.search(match[0]) or _DONE.match(match["rest"].lstrip(", ")):
            yield match.span("who"), True, True
    for match in _NOT_YET.finditer(text, *sentence):
        subject = subject_span(text, sentence, match.start())
        if subject:
            yield subject, True, False
