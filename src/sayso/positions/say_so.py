"""On whose say-so a position rests: the statement that carries it, and the chain of those who pass it on."""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from sayso.positions.forum import parties_in
from sayso.records import Article, Link, Mention, Reading, Span, Stance, Statement

_SAYING: Final = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|stat(?:e|es|ed|ing)|announc\w+|declar\w+|add(?:s|ed|ing)?|"
    r"wr(?:ite|ites|ote|itten)|argu\w+|insist\w*|warn\w*|according|report\w*|comment\w*|explain\w*|stress\w*|describ\w+|"
    r"call(?:s|ed|ing)?|reiterat\w+|emphasi\w+|communicat\w+|answer\w*|repl(?:y|ies|ied)|point\w*|not(?:es|ed|ing)|confirm\w*|"
    r"den(?:y|ies|ied)|affirm\w*|assur\w+|claim\w*|complain\w*|conced\w+|confid\w+|admit\w*|acknowledg\w+|maintain\w*|"
    r"mention\w*|plead\w*|prais\w+|promis\w+|pledg\w+|vow\w*|recall\w*|recommend\w*|remark\w*|remind\w*|repeat\w*|"
    r"respond\w*|reveal\w*|sp(?:eak|eaks|oke|oken)|suggest\w*|testif\w+|inform\w*|indicat\w+|signal\w*|hint\w*|"
    r"urg(?:e|es|ed|ing)|ask(?:s|ed|ing)?|appeal\w*|implor\w+|beg(?:s|ged)?|accus\w+|critici\w+|condemn\w*|denounc\w+|"
    r"welcom\w+|applaud\w*|hail\w*|term(?:s|ed)?|voic\w+|express\w*|letter|statement|words|interview)\b",
    re.IGNORECASE,
)


_DOING: Final = re.compile(
    r"\b(?:want(?:s|ed)?|think(?:s|ing)?|thought|believ\w+|hop(?:e|es|ed|ing)|back(?:s|ed|ing)?|support(?:s|ed|ing)?|"
    r"oppos(?:e|es|ed|ing)|favou?r(?:s|ed|ing)?|vot(?:e|es|ed|ing)|refus\w+|declin\w+|decid\w+|plan(?:s|ned|ning)?|"
    r"reject\w*|demand\w*|abstain\w*|declar\w+ for|join\w*|adopt\w*|sign(?:s|ed)?|lik(?:e|es|ed)|dislik\w+|held|holds?|hear\w*|"
    r"intend\w*|consider\w*|weigh\w*|expect\w*|fear(?:s|ed|ing)?|doubt(?:s|ed|ing)?|approv\w+|prefer\w*)\b",
    re.IGNORECASE,
)
_CLAUSE: Final = 5  # words
_TITLE: Final = re.compile(
    r"\b(?:the )?(?:[A-Z][\w-]+ ){0,2}(?:Minister|President|Secretary|Commissioner|Chancellor|Premier|Senator|Governor|Mayor|"
    r"Ambassador|King|Queen|Prince) (?=[A-Z])"
)
_SAID: Final = re.compile(r"\b(?:said|says|told|tells)\b", re.IGNORECASE)


def spoken(
    reading: Reading, own: Sequence[Statement], mentions: Sequence[Mention], sentence: Span
) -> tuple[Statement | None, bool]:
    """The statement in this sentence that a party makes, or somebody by its name, and that it is; else one about it.

    What it says goes before what it is said to do or want; of what it says, its own words inside another's.
    """
    named = [(m.start, m.end) for m in mentions]
    said = [s for s in own if meets(s.source or s.cue, sentence)]
    said += [s for s in reading.statements if s not in said and any(meets(s.source, span) for span in named)]
    said = said or [s for s in own if s.mode == "direct" and meets(s.content, sentence)]
    if said:
        return max(said, key=lambda s: (_is_saying(s), meets(s.cue, sentence), s in own and s.inside is not None)), True
    around = [s for s in reading.statements if s.mode == "direct" or meets(s.cue, sentence)]
    about = next((s for s in around if any(meets(s.content, span) for span in named)), None)
    return about, about is not None and about in own


def chain_of(
    reading: Reading, statement: Statement | None, party: str, stance: Stance, *, is_own: bool
) -> tuple[tuple[str, ...], bool, Statement | None]:
    """Names of the chain, whether its speaker is anonymous, and the statement; nothing where the article itself speaks."""
    links = [link for link in statement.chain if not _is_own_outlet(reading.article, link)] if statement else []
    if statement and links and is_own:
        links = _spoken_links(reading, statement, links, party, stance)
    if statement is None or not links:
        return (), False, None
    return tuple(_untitled(link) for link in links), links[-1].anonymous, statement


def _untitled(link: Link) -> str:
    """A link's words without the title before a name inside them: "people close to Annalena Baerbock"."""
    return _TITLE.sub("", link.text) if link.anonymous or link.type != "person" else link.text


def _spoken_links(
    reading: Reading, statement: Statement, links: Sequence[Link], party: str, stance: Stance
) -> list[Link]:
    """The links of a party's own statement that pass something on.

    “Three diplomats said that Poland backs the plan”: Poland passes nothing on, nor does it behind its own minister; of
    “Fiji, Samoa and Tonga said” each is its own speaker.
    """
    *before, last = links
    owners = parties_in(reading, None)
    is_itself = last.actor == party and not last.anonymous
    behind_own = bool(before) and is_itself and party in (owners.get(before[-1].actor or ""), before[-1].state)
    silent = stance == "declines_to_comment" and not _SAID.search(statement.cue.text)
    if behind_own or (not last.anonymous and (silent or not _is_saying(statement))):
        return before
    joined = (
        last.type == "group"
        and not last.anonymous
        and last.actor not in (None, party)
        and owners.get(last.actor or "") != party
    )
    actor = next((a for a in reading.actors if a.id == party), None)
    if joined and actor:
        return [*before, msgspec.structs.replace(last, actor=party, text=actor.name)]
    return [*before, last]


def _is_saying(statement: Statement) -> bool:
    """Is it said, in any words, and not only done, thought or wanted: a short object ("backs it") is no content."""
    cue = statement.cue.text
    if statement.mode == "direct" or _DOING.search(cue):
        return statement.mode == "direct"
    is_clause = len(statement.content.text.split()) >= _CLAUSE and statement.inside is None
    return is_clause or bool(_SAYING.search(cue))


def _is_own_outlet(article: Article, link: Link) -> bool:
    """Is a link the article's own outlet, by its name, its last words or its initials?"""
    if link.type != "outlet" or not article.outlet:
        return False
    name, words = article.outlet.casefold(), link.text.casefold().removeprefix("the ")
    initials = "".join(word[0] for word in name.split() if word[0].isalnum())
    return words in (name, initials) or f" {words} " in f" {name} "


def meets(spans: Sequence[Span], span: Span) -> bool:
    """Do any of some half-open spans share characters with another?"""
    return any(a < span[1] and b > span[0] for a, b in spans)
