"""How the news words a rule of decision: patterns, each with the kind of rule it states and how surely."""

import re
from functools import cache
from typing import Final, NamedTuple

from sayso.records import RuleKind

_UNITS: Final = "one two three four five six seven eight nine".split()
_TEENS: Final = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBER: Final = (
    rf"(?:\d{{1,3}}|(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_UNITS)}))?|{'|'.join(_TEENS)}|{'|'.join(_UNITS)})"
)
MEMBERS: Final = (
    r"(?:member[ -](?:states?|countries|country|nations?|governments?)|members?|allies|ally|allied (?:states|"
    r"countries|nations|"
    r"capitals|governments)|participating states?|nations?|states?|countries|country|governments?|capitals|"
    r"leaders|ministers)"
)
_AGREEMENT: Final = (
    r"(?:agreement|consent|approval|support|backing|assent|endorsement|go-ahead|green light|blessing|sign-off|"
    r"signatures?|"
    r"ratifications?|votes?|yes|acceptance|nod|unanimity|accord)"
)
_NEEDS: Final = (
    r"(?:requir(?:es?|ed|ing)|need(?:s|ed)?|takes|took|demand(?:s|ed)?|necessitates?|depend(?:s|ed)? on|hinge(?:s|"
    r"d)? on|rest(?:s|ed)? on|"
    r"must (?:have|get|win|secure|obtain|receive|gain|command|muster)|(?:has|have|had) to (?:have|get|win|secure|"
    r"obtain|receive|gain|muster)|"
    r"(?:is|are|was|were|be|remains?) (?:subject to|conditional on|contingent on|dependent on|possible only with)|"
    r"calls? for|"
    r"cannot (?:[\w-]+ ){1,5}without|can(?:not)? only (?:[\w-]+ ){1,4}with|not (?:[\w-]+ ){1,5}without|"
    r"impossible without)"
)
_MUST: Final = (
    r"(?:must|ha(?:ve|s|d) to|needs? to|needed to|(?:is|are|was|were) (?:required|obliged) to|(?:will|"
    r"would) (?:have|need) to|"
    r"can only|could only|may only|shall)"
)
# All of them, each of the 27, every ally. Bare "all countries" is how people exhort, so states need a number or "member".
_ALL: Final = (
    rf"(?:all|each(?: and every)?|every(?: single)?(?: last)?|both)(?: one)?(?: of)?(?: the| its| their| our| these)?"
    rf"(?:(?: {NUMBER})(?:(?: [\w’'-]+){{0,3}}? {MEMBERS}\b|(?= (?:{_MUST}|to)|[’',.;]|$))"
    rf"|(?: (?!{NUMBER})[\w’'-]+){{0,3}}? (?:member[ -](?:states?|countries|nations|governments)|members?|allies|ally|"
    rf"allied (?:states|countries|nations|capitals|governments)|participating states|national (?:governments|"
    rf"parliaments))\b| them\b)"
    r"(?! of (?:the |their |his |her |a )?(?:family|public|household|staff|team|crew|board|committee|party|jury|"
    r"panel|group))"
)
_ACTING: Final = (
    r"(?:ratify|approve|agree(?! to (?:spend|raise|increase|pay|do|step|cut|send|give))|consent|assent|sign|"
    r"accept|endorse|say yes|"
    r"give (?:their|its) (?:[\w-]+ )?(?:consent|assent|approval|agreement|backing|blessing|green light|go-ahead)|"
    r"vote (?:for|yes|in favou?r)|"
    r"be (?:on board|in favou?r|in agreement|unanimous)|do(?= ?[.,;]|$)|"
    r"(?:back|support) (?:it|the (?:[\w-]+ ){0,2}(?:plan|bid|proposal|move|decision|measure|application|accession|"
    r"text|resolution)))\b"
)
_DONE: Final = (
    r"(?:approved|ratified|agreed(?: to| on| upon)?|accepted|endorsed|backed|signed(?: off)?|supported|cleared|"
    r"confirmed|consented to|adopted|"
    r"greenlighted|rubber-stamped)"
)
_SHARE: Final = (
    rf"(?:two[- ]thirds|three[- ]quarters|three[- ]fifths|four[- ]fifths|{NUMBER}(?:\.\d)? ?(?:%|per ?cent))"
)
_SELDOM: Final = r"(?:[\w’'-]+ ){0,4}?"
_DECIDES: Final = (
    r"(?:decides?|acts?|operates?|works?|functions?|proceeds?|runs?|moves?|(?:take|make|reach)s?(?: its| their|"
    r" all| most)?(?: \w+)? decisions|"
    r"(?:are|is|be|being|been traditionally) (?:[\w-]+ )?(?:taken|made|reached|decided|adopted|agreed|governed))"
)


class Wording(NamedTuple):
    """A pattern that states a rule of this kind; `of_all` where it speaks of every member."""

    kind: RuleKind
    pattern: re.Pattern[str]
    confidence: float
    of_all: bool = False


_WORDINGS: Final[tuple[tuple[RuleKind, float, bool, str], ...]] = (
    ("veto_players", 0.95, False,
     rf"{NUMBER} (?:affirmative |yes |positive )?votes?\b[^.;]{{0,80}}\b(?:no|without|absence of|"
     rf"barring)\b[^.;]{{0,30}}\bvet(?:o|oes|oed|oing)\b"),
    ("veto_players", 0.9, False,
     rf"{_NEEDS} {_SELDOM}{NUMBER} {_SELDOM}(?:votes?|members)\b[^.;]{{0,90}}\bpermanent (?:members?|five)"),
    ("veto_players", 0.75, False,
     r"\bpermanent (?:members?|five)\b[^.;]{0,60}\b(?:can|could|may|has|have|hold|holds|wield|wields|with|"
     r"possess)\b[^.;]{0,30}\b(?:veto|block)\b"),
    ("qualified_majority", 0.9, False,
     rf"{NUMBER} (?:out )?of (?:the |its |their )?{_SELDOM}{NUMBER}\b[^;]{{0,80}}?\b\d\d ?(?:%|"
     rf"per ?cent) of (?:the |its |their )?{_SELDOM}(?:population|people|citizens|inhabitants)"),
    ("qualified_majority", 0.85, False,
     rf"{_NEEDS} [^.;]{{0,80}}\b\d\d ?(?:%|per ?cent) of (?:the |its |their )?{_SELDOM}(?:population|people|"
     rf"citizens|inhabitants)"),
    ("qualified_majority", 0.9, False, rf"{_NEEDS} {_SELDOM}(?:(?:qualified|reinforced)[- ]majority|QMV)"),
    ("qualified_majority", 0.85, False,
     r"\b(?:qualified[- ]majority|QMV)\b(?: \w+){0,2}? (?:is|was|are|would be|will be) (?:[\w-]+ )?(?:required|"
     r"needed|necessary|enough|sufficient)"),
    ("qualified_majority", 0.85, False,
     rf"(?:{_DECIDES}|{_MUST} (?:[\w-]+ ){{1,4}}?|subject to|governed|falls? under) {_SELDOM}(?:by|to|under|with|"
     rf"through) (?:a |the )?(?:qualified[- ]majority|QMV)"),
    ("qualified_majority", 0.75, False,
     rf"\b(?:qualified[- ]majority|QMV)\b[^.;]{{0,50}}(?:{NUMBER} (?:out )?of|\d\d ?(?:%|per ?cent))"),
    ("qualified_majority", 0.7, False,
     rf"\bblocking minority\b[^.;]{{0,40}}\b(?:requires?|needs?|takes|of at least|consists of|"
     rf"means)\b[^.;]{{0,30}}(?:{NUMBER}|\d\d ?(?:%|per ?cent))"),
    ("weighted", 0.9, False,
     rf"(?:{_NEEDS}|{_DECIDES} by|majority of|supermajority of) {_SELDOM}{_SHARE}"
     rf" (?:majority )?(?:of )?{_SELDOM}(?:voting (?:power|shares?|rights)|weighted votes|total votes|quota)"),
    ("supermajority", 0.9, False,
     rf"{_NEEDS} {_SELDOM}{_SHARE}(?:[- ]majority\b| of (?:the |its |all |those )?"
     rf"(?:[\w’'-]+ ){{0,2}}?(?:{MEMBERS}|votes(?! in)|voting|present|membership)\b)"),
    ("supermajority", 0.85, False,
     rf"{_SHARE}[- ]majority\b(?: [\w’'-]+){{0,8}}? (?:is|was|are|would be|will be) (?:[\w-]+ )?(?:required|needed|"
     rf"necessary)|(?:required|needed|necessary) {_SHARE}[- ]majority"),
    ("supermajority", 0.85, False,
     rf"(?:{_DECIDES}|{_MUST} (?:[\w-]+ ){{1,4}}?) {_SELDOM}(?:by|with) (?:a |at least )?{_SHARE}(?:[- ]majority|"
     rf" of)"),
    ("unanimity", 0.95, False, rf"{_NEEDS} {_SELDOM}(?:unanimous|unanimity)\b"),
    ("unanimity", 0.95, False,
     r"\bunanim(?:ity|ous \w+)\b(?: [\w’'-]+){0,8}? (?:is|are|was|were|being|remains|would be|"
     r"will be) (?:[\w-]+ )?(?:required|needed|necessary|mandatory|obligatory|essential)"),
    ("unanimity", 0.9, False, rf"{_MUST} (?:[\w-]+ ){{0,5}}?(?:unanimous(?:ly)?|by unanimity|with unanimity)\b"),
    ("unanimity", 0.85, False, rf"{_DECIDES} {_SELDOM}(?:unanimously|by unanimity|with unanimity)\b"),
    ("unanimity", 0.8, False,
     r"\bunanimity (?:rules?|requirement|principle)\b|\brules? of unanimity\b|\brequirement (?:of|for) unanimity\b|"
     r"\bunder unanimity\b"),
    ("unanimity", 0.95, True,
     rf"{_NEEDS} [^.;]{{0,60}}?\b{_AGREEMENT} (?:[\w-]+ ){{0,2}}?(?:of|from|by|in|among) {_ALL}"),
    ("unanimity", 0.9, True,
     rf"{_NEEDS} (?:[\w-]+ ){{0,3}}?{_ALL}(?:[’']s?)? (?:to |(?:[\w-]+ )?{_AGREEMENT}\b)(?:(?<=to"
     rf" )(?:[\w-]+ )?{_ACTING})?"),
    ("unanimity", 0.95, True, rf"\b{_ALL} (?:[\w’'-]+ ){{0,3}}?{_MUST} (?:[\w-]+ ){{0,3}}?{_ACTING}"),
    ("unanimity", 0.95, True,
     rf"{_MUST} be (?:[\w-]+ ){{0,3}}?{_DONE} (?:[\w-]+ ){{0,4}}?(?:by|in|through) (?:the (?:\w+ )?(?:parliaments|"
     rf"governments|legislatures) of )?{_ALL}"),
    ("unanimity", 0.75, True,
     rf"\b(?:until|unless|before|only (?:if|when|once|after)) {_ALL} (?:(?:have|has) )?(?:[\w-]+ )?(?:ratif|approv|"
     rf"agree|consent|sign(?:s|ed)?\b|accept|assent|say|give)"),
    ("unanimity", 0.75, True,
     rf"\b(?:approval|agreement|consent|assent|ratification|signatures?) (?:of|by|from|"
     rf"in) {_ALL}[^.;]{{0,40}} (?:is|are|was|were|would be|will be) (?:[\w-]+ )?(?:required|needed|necessary)"),
    ("unanimity", 0.6, True,
     rf"\b(?:any|each|every|a single|a lone|just one|one)(?: single)?(?: one)?(?: of (?:the|"
     rf"its))?(?: {NUMBER})?(?: (?:[\w’'-]+ ){{0,2}}?{MEMBERS}\b| of them\b| (?=can|"
     rf"could)) ?(?:[\w-]+ ){{0,2}}?(?:can|could|may|is able to|has the (?:power|right) (?:to|of)|is enough to|has|"
     rf"holds|wields|enjoys)(?: [\w-]+){{0,3}}? (?:veto|block|stop|sink|halt|derail|torpedo|thwart)\b"),
    ("unanimity", 0.6, True,
     r"\b(?:a|one) (?:single )?(?:veto|objection|no|dissenting \w+|vote against)(?: [\w-]+){0,4}? (?:is enough|"
     r"suffices|would (?:block|sink|stop|kill)|can (?:block|sink|stop|kill))"),
    ("consensus", 0.95, False,
     rf"{_DECIDES} {_SELDOM}(?:by|on|through|via|on the basis of|on the principle of) (?:[\w-]+ ){{0,3}}?consensus\b"),
    ("consensus", 0.9, False, rf"{_NEEDS} {_SELDOM}consensus\b(?![- ]build)"),
    ("consensus", 0.9, False, rf"{_MUST} (?:[\w-]+ ){{0,5}}?by (?:[\w-]+ )?consensus\b"),
    ("consensus", 0.9, False,
     r"\bconsensus\b(?: [\w’'-]+){0,6}? (?:is|was|are|would be|will be) (?:[\w-]+ )?(?:required|needed|necessary|"
     r"essential)"),
    ("consensus", 0.8, False,
     r"\bconsensus[- ](?:rules?|requirement|principle|based)\b|\bprinciple of consensus\b|"
     r"\bby consensus\b(?=, (?:so|which|meaning))"),
    ("consensus", 0.8, True,
     rf"\b(?:if|as long as|provided(?: that)?|so long as) (?:no|none of the)(?:"
     rf" {NUMBER})? (?:[\w-]+ ){{0,2}}?{MEMBERS} (?:objects?|oppos\w+|says no|raises|is against)|"
     rf"\babsence of (?:any )?objections?\b"),
    ("majority", 0.85, False, rf"{_NEEDS} {_SELDOM}(?:simple|absolute|bare|straight) majority\b"),
    ("majority", 0.85, False,
     rf"(?:{_DECIDES}|{_MUST} (?:[\w-]+ ){{1,4}}?) {_SELDOM}by (?:a )?(?:simple |absolute |bare )?majority\b"),
    ("majority", 0.8, False,
     r"\b(?:simple|absolute|bare) majority\b(?: [\w’'-]+){0,8}? (?:is|was|would be|will be|suffices|"
     r"are) ?(?:[\w-]+ )?(?:required|needed|necessary|enough|sufficient)?"),
    ("majority", 0.8, False,
     rf"{_NEEDS} (?:only |just |at least )?(?:a |the )?(?:(?:backing|support|approval|votes?) of (?:a |"
     rf"the )?)?majority (?:vote\b|of (?:the |its |those |all )?(?:{NUMBER} )?(?:[\w’'-]+ )?(?:{MEMBERS}|votes?|"
     rf"present|members)\b)"),
    ("supermajority", 0.7, False,
     rf"{_NEEDS} {_SELDOM}{NUMBER}(?! ?(?:%|per ?cent|million)) "
     rf"{_SELDOM}(?:votes\b|of (?:the |its |their )?{_SELDOM}{NUMBER}\b)"),
)  # fmt: skip


@cache
def wordings() -> tuple[Wording, ...]:
    """All patterns, the surest reading of a sentence first."""
    return tuple(
        Wording(kind, re.compile(pattern, re.IGNORECASE), sure, of_all) for kind, sure, of_all, pattern in _WORDINGS
    )


def number_of(words: str) -> int:
    """The number that digits or words up to ninety-nine stand for."""
    if words.isdigit():
        return int(words)
    parts = re.split(r"[- ]", words.lower())
    values = {w: i for i, w in enumerate(_UNITS, 1)} | {w: i for i, w in enumerate(_TEENS, 10)}
    values |= {w: 10 * i for i, w in enumerate(_TENS, 2)}
    return sum(values[part] for part in parts)
