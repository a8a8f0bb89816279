"""On which day a statement was made or a narrated event happened."""

import re
from collections.abc import Sequence

from sayso.records import Article, Timex
from sayso.timeline.tense import clause_at, clauses, sentence_at

_REPORTING = re.compile(
    r"\b(?:said|says|say|told|wrote|writes|tweeted|posted|announced|declared|stated|added|warned|insisted|"
    r"confirmed|argued|repeated|"
    r"reiterated|mentioned|claimed|denied|suggested|called|urged|spoke|answered|replied|explained|pledged|vowed|"
    r"promised|reported|"
    r"according to|asked|acknowledged|admitted|stressed|noted|signalled|signaled|voted|ratified|approved|signed|"
    r"blocked|rejected)\b"
)
_FINITE = re.compile(r"\b(?:\w{2,}ed|was|were|is|are|has|have|had|will|gave|met|took|made|went|came|held|began)\b")


def date_of(article: Article, start: int, end: int, timexes: Sequence[Timex]) -> Timex | None:
    """The time expression that dates the passage [start, end): in its sentence, attached to its main verb, or None.

    The main verb is the reporting verb of the sentence, else the first finite verb of the passage. An expression in
    another clause or inside quotation marks speaks about another event.
    """
    text = article.text
    sentence = sentence_at(article, start)
    verb = _REPORTING.search(text, *sentence) or _FINITE.search(text, max(start, sentence[0]), max(end, sentence[0]))
    at = verb.start() if verb else start
    clause = clause_at(text, sentence, at)
    near = [t for t in timexes if clause[0] <= t.span[0] < clause[1] and _is_attached(text, at, t)]
    if not near:
        near = [t for t in timexes if _fronted(article, sentence[0], clause[0], t)]
    return min(near, key=lambda t: (min(abs(t.span[0] - at), abs(t.span[1] - at)), t.span), default=None)


def _is_attached(text: str, verb: int, timex: Timex) -> bool:
    """No second verb and no "that" between the verb and the expression behind it."""
    between = text[verb : timex.span[0]] if timex.span[0] > verb else ""
    later = _FINITE.findall(between)[1:] if between else []
    return not later and not re.search(r"\b(?:that|would|will|could|may|plan to)\b", between)


def _fronted(article: Article, sentence_start: int, clause_start: int, timex: Timex) -> bool:
    """An expression that opens the sentence ("On Monday, after talks, the minister said") holds for all of it."""
    first = clauses(article.text, sentence_start, max(clause_start, sentence_start + 1))
    return bool(first) and sentence_start <= timex.span[0] <= sentence_start + 12 and timex.span[0] < clause_start
