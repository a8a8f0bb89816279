"""How the news words a decision as taken, not taken, or stopped: patterns over one sentence."""

import re
from functools import cache
from typing import Final, Literal

from sayso.decisions.rows import BodyRow
from sayso.decisions.wording import MEMBERS, NUMBER

Status = Literal["adopted", "blocked", "rejected"]

# What is not, not yet or only perhaps so; words just before the verb, or anywhere up to it.
UNREAL: Final = re.compile(
    r"\b(?:would|will|could|may|might|should|must|can|if|unless|until|once|whether|expected|hopes?|hoping|yet to|"
    r"not|never|likely|"
    r"poised|set to|about to|due to|after which|before|ahead of|fail\w* to|without|refus\w+|remains? to|plans? to|"
    r"wants?|urg\w+|call\w* for|"
    r"asked|had earlier|in case|when|so that|in order)\b|n[’']t\b",
    re.IGNORECASE,
)
HALFWAY: Final = re.compile(
    r"\b(?:in principle|provisional\w*|preliminar\w+|negotiating mandate|general approach|draft position|"
    r"committee|subcommittee|similar|"
    r"another|previous\w*|earlier (?:draft|resolution|proposal|version|package)|rival|first reading|procedural|"
    r"amendments?)\b",
    re.IGNORECASE,
)
CHAMBER: Final = re.compile(
    r"\b(?:parliament\w*|lawmakers|MPs|MEPs|deputies|senat\w+|congress|bundestag|assembly|referendum|court|"
    r"cabinet|commission)\b",
    re.IGNORECASE,
)
ENTERING: Final = re.compile(
    r"\b(?:admi(?:t|ssion)|access?ion|acced|member|join|entry|bid\b|appl(?:y|ication)|candida|enlarge)", re.IGNORECASE
)
_ACT: Final = (
    r"laws?|resolutions?|bans?|sanctions?|measures?|packages?|directives?|regulations?|texts?|drafts?|motions?|bills?|"
    r"deals?|agreements?|pacts?|tariffs?|missions?|mandates?|decisions?|treat(?:y|ies)|rules?|reforms?|budgets?|"
    r"funds?|plans?|proposals?"
)
KIND_OF_ACT: Final = re.compile(rf"(?:{_ACT})$", re.IGNORECASE)
# "the law" by itself, not "the law on batteries".
REFERRED_TO: Final = re.compile(
    rf"\b(?:the|this|that) (?:\w+ )?(?:{_ACT})\b"
    r"(?! (?:on (?!\w+day)|of|for|against|to (?!none|zero|\d)|that|with|concerning))|\bit\b",
    re.IGNORECASE,
)
# A sentence that may report a decision as taken: a result in figures, a deed, what follows from it, or that there was none.
TOLD: Final = re.compile(
    rf"\b(?:\d{{1,3}}|{NUMBER})(?: votes?)?(?: in favou?r)?(?:,? to |[-–:]| against )(?:\d{{1,3}}|{NUMBER})\b|"
    r"\b(?:adopted|approv(?:ed|al)|passed|carried|cleared|endorsed|backed|accepted|agreed|reject(?:ed|s|ion)|defeated|"
    r"thrown out|threw out|turned down|voted|votes? (?:down|through)|veto(?:ed|es)?|blocked|blocks|failed|fails|failure|lost|"
    r"fell short|"
    r"struck|sank|scuppered|torpedoed|buried|shelved|withdrawn|withdrew|dropped|killed|ratif(?:ied|ies|ication)|signed|seal(?:ed|s)|"
    r"(?:the|its) (?:last|final)|obstacles?|hurdles?|become|admitted|joined|joins|became|becomes|imposed|in force|into force|"
    r"takes? effect|took effect|is (?:now )?law|let through|"
    r"lets? [^.;]{1,50} through|waved through|went through|goes through|green light|gavel\w*|objected|no objections?|withheld|"
    r"(?:could|did|can) ?not (?:agree|reach)|couldn[’']t agree|no (?:agreement|consensus|decision|deal|majority)|"
    r"without (?:agreement|a decision|a deal|consensus)|stop(?:ped|s) (?:it|the|them)|decided|confirmed)\b",
    re.IGNORECASE,
)
_ADVERBS: Final = r"(?:[\w-]+ly |already |now |at last |on \w+day |also ){0,2}"
_RATIFYING: Final = r"(?:ratify|approve|give|consent|sign|back|endorse|agree|say yes|assent|complete|accept|vote)"
LAST_NEEDED: Final = re.compile(
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
    r"voted (?:[\w-]+ ){0,6}?(?:to (?!reject|block|delay|postpone)|in favou?r|for\b)|backed|formally invited|"
    r"cleared|appointed|elected|chose|selected)"
)
PASSIVE: Final = re.compile(
    rf"\b(?:was|were|(?:has|have|had) (?:[\w-]+ )?been|got) {_ADVERBS}(?P<how>adopted|approved|passed|endorsed|"
    rf"agreed|accepted|imposed|extended|renewed|"
    r"rejected|defeated|voted down|vetoed|blocked|turned down)\b",
    re.IGNORECASE,
)
VETOED: Final = re.compile(
    r"\b(?:(?:has|have|had) )?(?:vetoed|cast (?:its|their|a|the|double) veto(?:es)?|used (?:its|"
    r"their) veto(?: power)?|wielded (?:its|their) veto|"
    r"exercised (?:its|their) veto)\b",
    re.IGNORECASE,
)
FELL_SHORT: Final = re.compile(
    r"\b(?:failed to (?:pass|win|get|secure|obtain|muster|gain|receive|garner|reach|find|command)|"
    r"fell (?:\w+ ){0,2}?short of|"
    r"did not (?:get|win|obtain|receive|muster|reach))\b"
    r" (?:[\w’'-]+ ){0,5}?(?:votes?|majority|support|approval|adoption)\b|\bfailed to pass\b",
    re.IGNORECASE,
)
_REFUSED: Final = (
    r"(?:rejected|voted down|turned down|voted against|threw out|failed to (?:adopt|approve|pass)|"
    r"voted (?:[\w-]+ ){0,5}?to reject)"
)


def entered(body: BodyRow, joining: tuple[str, ...]) -> re.Pattern[str]:
    """One of these candidates in the place of a new member: "Austria has formally joined the alliance"."""
    return _entered(_names(body), joining)


def acts(body: BodyRow) -> tuple[tuple[re.Pattern[str], Status], ...]:
    """What a body, or its members together, may be said to have done, and the status that it gives."""
    return _acts(_names(body))


@cache
def _entered(names: tuple[str, ...], joining: tuple[str, ...]) -> re.Pattern[str]:
    who = "|".join(re.escape(name) for name in joining)
    return re.compile(rf"\b(?:{who})\b(?:, [^,]*,)? {_ENTERED.replace('{body}', _subject(names))}")


@cache
def _acts(names: tuple[str, ...]) -> tuple[tuple[re.Pattern[str], Status], ...]:
    subject = rf"\b{_subject(names)}(?:[’']s?)?(?: [\w’'-]+){{0,2}}? (?:(?:has|have|had) )?{_ADVERBS}"
    return (
        (re.compile(rf"{subject}{_REFUSED}\b", re.IGNORECASE), "rejected"),
        (re.compile(rf"{subject}{_APPROVED}", re.IGNORECASE), "adopted"),
    )


def own_name(body: BodyRow) -> re.Pattern[str]:
    """The body's own names and descriptions, which may hold the word for another chamber ("General Assembly")."""
    return _own_name(_names(body))


@cache
def _own_name(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(name) for name in names), re.IGNORECASE)


def _names(body: BodyRow) -> tuple[str, ...]:
    capitalised = (a.capitalize() for a in body.aliases if a.isupper())
    names = {*body.aliases, *body.acronyms, *capitalised, *body.descriptors}
    return tuple(sorted(names, key=lambda n: (-len(n), n)))


def _subject(names: tuple[str, ...]) -> str:
    """The body and its members together as a noun phrase."""
    listed = "|".join(re.escape(name) for name in names)
    return (
        rf"(?:{listed}|(?:the )?(?:[\w-]+ )?"
        r"(?:ministers|member states|member countries|leaders|council members|members|allies|governments))"
    )
