"""Bodies named in a text, and the body that a question leaves the decision to."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from sayso.decisions.rows import BodyRow
from sayso.decisions.table import bodies
from sayso.records import Article
from sayso.resources.own import follows_knowledge

# Somebody else decides: a chamber, a court, a people.
_OTHER_DECIDER: Final = re.compile(
    r"\b(?:parliaments?|senate|congress|bundestag|bundesrat|knesset|duma|riksdag|sejm|parliamentary|house of \w+|"
    r"referendum|"
    r"plebiscite|courts?|judges?|city council|town council|legislature|lower house|upper house|lawmakers|MPs)\b",
    re.IGNORECASE,
)
_KNOWN_SHORT: Final = ("EU", "G7", "IMF", "WTO", "ECB", "WHA", "IOC", "OAS")
_DECIDED_THINGS: Final = (
    r"office|mission|operation|ban|sanctions?|embargo|tariffs?|dut(?:y|ies)|membership|accession|enlargement|"
    r"expansion|regulation|"
    r"directive|law|rules?|tax|levy|cap|budget|fund|funding|loan|aid|package|plan|proposal|resolution|pact|deal|"
    r"agreement|waiver|quotas?|"
    r"target|summit|decision|vote|candidacy|candidate status|entry|bid|declaration|statement|treaty|strategy|"
    r"presence|headquarters|"
    r"observer status|chair|chairmanship|membership talks|accession talks|secretary[- ]general|veto|limits?|"
    r"phase-out|reform"
)
_ENTERING: Final = (
    r"admit\w*|admission|accession|acced\w+|member(?:ship)?|join\w*|entry|enter\w*|bid|applications?|let in|enlarge\w*|"
    r"expand\w*|candida\w+"
)
_DECIDING: Final = (
    r"vot(?:e|es|ed|ing)|decid\w+|adopt\w*|approv\w+|agree\w*|reject\w*|veto\w*|endors\w+|ban(?:s|ned)?|impos\w+|"
    r"authori[sz]\w+|extend\w*|"
    r"renew\w*|ratif\w+|sign(?:s|ed)? off|allow\w*|open(?:s|ed)?|admit\w*"
)


class Naming(NamedTuple):
    """A body's name at [start, end) of a text."""

    body: str
    start: int
    end: int


def named_bodies(text: str) -> list[Naming]:
    """The bodies that a text names, in its order; the longest name counts ("EU leaders", not "EU").

    A text that begins without a capital letter, as a question may be typed, may name them in lower case.
    """
    pattern = _aliases()
    if text[:1].islower() and not pattern.search(text):
        pattern = _in_lower_case()
    return [Naming(_by_alias()[m[0].lower()], m.start(), m.end()) for m in pattern.finditer(text)]


def bodies_in(text: str) -> tuple[str, ...]:
    """The ids of the bodies that a text names, once each, in its order."""
    return tuple(dict.fromkeys(naming.body for naming in named_bodies(text)))


def is_described(row: BodyRow, text: str) -> bool:
    """Does a text use a word that stands for this body where it has been named ("the alliance")."""
    return bool(_descriptors(row.descriptors).search(text))


def bodies_put_before(text: str) -> tuple[str, ...]:
    """The bodies that a question or proposal leaves the decision to; none if it names another decider.

    A name is not enough: the words must put something before the body ("a NATO office", "admit X to NATO", "an EU ban").
    Where it names a chamber and an organisation, the chamber decides ("the Bundestag's vote on the EU treaty").
    """
    if leaves_to_another(text):
        return ()
    named = bodies_in(text)
    found = tuple(body for body in named if _puts_before(text, body))
    in_chamber = tuple(body for body in found if bodies()[body].seats is not None)
    asked = tuple(body for body in named if _is_asked(text, body))
    return in_chamber or (found if len(named) == 1 else asked if len(asked) == 1 else ())


def body_in_question(text: str) -> str | None:
    """The one body that a question or proposal leaves the decision to; None if none, or several."""
    found = bodies_put_before(text)
    return found[0] if len(found) == 1 else None


def leaves_to_another(text: str) -> bool:
    """Does a question name a chamber, a court or a people that decides."""
    bare = _aliases().sub("", text)
    return bool(_OTHER_DECIDER.search(bare))


def name_in(row: BodyRow, question: str, articles: Sequence[Article]) -> str:
    """A body's full name, the session that the question or the articles number added to the organ ("COP28")."""
    numbered = [alias for alias in row.aliases if re.fullmatch(r"[A-Z]{3,}\d+", alias)]
    texts = (question, *(article.text for article in articles)) if numbered else ()
    counts = {alias: sum(text.count(alias) + 9 * (alias in question) for text in texts) for alias in numbered}
    best = max(counts, key=lambda alias: counts[alias], default=None)
    return f"{row.name.removesuffix(')')}, {best})" if best and counts[best] else row.name


def deciding(row: BodyRow) -> re.Pattern[str]:
    """A body, by name, as the one that decides: "the EU may soon ban", "a vote in the Security Council"."""
    return _deciding((*row.aliases, *row.acronyms, *(row.descriptors if row.seats or not row.as_of else ())))


@cache
def _deciding(aliases: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(re.escape(alias) for alias in aliases)
    return re.compile(
        rf"\b(?:{names})(?! Parliament| Commission)\b(?: [\w’'-]+){{0,5}}? (?:{_DECIDING})\b|"
        rf"\b(?:{_DECIDING})\b(?: [\w’'-]+){{0,5}}? "
        rf"(?:by|in|at) (?:the )?(?:{names})\b|\bvetoed (?:[\w’'-]+ ){{0,4}}?(?:{names}) (?:\w+ )?(?:resolution|"
        rf"text|draft)\b"
    )


def _is_asked(text: str, body_id: str) -> bool:
    """Is a body the subject of the question: "Should the Security Council fund …", "OPEC+ to cut …"."""
    names = "|".join(re.escape(text[n.start : n.end]) for n in named_bodies(text) if n.body == body_id)
    auxiliary = r"(?:should|must|will|would|could|can|may|did|does|do|has|have)"
    return bool(
        re.search(
            rf"^(?:{auxiliary} )?(?:the )?(?:{names})(?!\w)(?! (?:and|or) )(?: {auxiliary}| to| \w)",
            text,
            re.IGNORECASE,
        )
    )


def _puts_before(text: str, body_id: str) -> bool:
    names = "|".join(re.escape(text[n.start : n.end]) for n in named_bodies(text) if n.body == body_id)
    shapes = (
        rf"(?:{names})(?:[’']s?)?(?:[ -][\w’'-]+){{0,4}}? (?:{_DECIDED_THINGS})\b",
        rf"\b(?:{_ENTERING})\b.*\b(?:{names})",
        rf"(?:{names})(?:[’']s?)? (?:\w+ ){{0,2}}?(?:{_ENTERING})\b",
        rf"\b(?:should|must|will|would|could|can|may|did|does|do|has|have) (?:the )?(?:{names})(?!\w)",
        rf"^(?:the )?(?:{names}) (?:to|should|must|will|would|could|may) \w+",
        rf"\b(?:by|of) (?:the )?(?:{names})(?!\w)",
        rf"\b(?:{_DECIDED_THINGS})\b.*\b(?:in|at|within|across|for|to) (?:the )?(?:{names})(?!\w)",
        rf"^(?:ban|open|admit|adopt|extend|impose|approve|authori[sz]e|renew|create|deploy|establish|cap|tax|limit|"
        rf"phase out) .*"
        rf"\b(?:in|at|to|from|across|into|for) (?:the )?(?:{names})(?!\w)",
    )
    return any(re.search(shape, text, re.IGNORECASE) for shape in shapes)


@follows_knowledge
@cache
def _by_alias() -> dict[str, str]:
    return {alias.lower(): row.id for row in bodies().values() for alias in (*row.aliases, *row.acronyms)}


@follows_knowledge
@cache
def _aliases() -> re.Pattern[str]:
    """Names as written, and abbreviations as a word ("Nato")."""
    names = {alias for row in bodies().values() for alias in row.aliases}
    names |= {
        alias.capitalize() for alias in names if alias.isupper() and len(alias.rstrip("+")) > 2 and " " not in alias
    }
    names |= {acronym for row in bodies().values() for acronym in row.acronyms}
    listed = "|".join(re.escape(name) for name in sorted(names, key=lambda n: (-len(n), n)))
    return re.compile(rf"(?<![\w.])(?:{listed})(?!\w)(?! on Foreign)(?! Parliament| Commission)")


@follows_knowledge
@cache
def _in_lower_case() -> re.Pattern[str]:
    """Names typed without capitals, but those that would then be words."""
    names = {alias.lower() for row in bodies().values() for alias in row.aliases if " " in alias or len(alias) > 3}
    names |= {alias.lower() for row in bodies().values() for alias in row.aliases if alias in _KNOWN_SHORT}
    listed = "|".join(re.escape(name) for name in sorted(names, key=lambda n: (-len(n), n)))
    return re.compile(rf"(?<![\w.])(?:{listed})(?!\w)(?! parliament| commission)")


@cache
def _descriptors(descriptors: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in descriptors)
    return re.compile(rf"\b(?:{words})\b" if words else r"(?!)", re.IGNORECASE)
