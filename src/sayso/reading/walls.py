"""What stands before an article, known by what it asks of the reader: consent walls, paywalls, robot checks."""

import re

_CONSENT = (
    re.compile(r"\b(?:accept|agree|allow|consent)\w*\b.{0,40}\b(?:all|cookies|continue|terms)\b", re.I),
    re.compile(r"\bcookies?\b", re.I),
    re.compile(r"\b(?:we and our|our) (?:[\d,.]+ )?partners\b", re.I),
    re.compile(r"\bprivacy (?:policy|settings|choices)|\bmanage (?:options|settings|preferences|choices)", re.I),
    re.compile(r"\bbefore you continue\b|\bwe value your privacy\b|\breject all\b", re.I),
    re.compile(r"\bpersonali[sz]ed (?:ads|advertising|content)\b", re.I),
)
_ENROL = r"subscribe|sign (?:up|in)|log ?in|register|join|create an? (?:free )?account|become a (?:member|subscriber)"
_PIECE = r"(?:this|the|rest of (?:this|the)) (?:full |entire )?(?:article|story|content|piece|text)"
_PAYWALL = re.compile(
    rf"\b(?:{_ENROL})\b.{{0,40}}?\bto (?:continue|keep|read|access|unlock|finish)\b"
    r"|\b(?:continue|keep) reading\b.{0,60}?\b(?:subscri\w+|register|sign|log ?in|member\w*|trial|account)\b"
    rf"|\b{_PIECE}\b.{{0,30}}?\b(?:for|to) .{{0,20}}?(?:subscribers|members|registered)\b"
    r"|\byou(?:[’']ve| have) (?:reached|used|read) (?:your|all|the) .{0,30}?(?:free|limit|monthly)"
    r"|\bunlock (?:this|the full|unlimited|full)\b.{0,20}\b(?:article|story|access)\b"
    r"|\balready (?:a )?(?:subscriber|member|subscribed)\b.{0,20}\b(?:log|sign)",
    re.I,
)
_ROBOT = re.compile(
    r"\bverify(?:ing)? (?:that )?you are (?:a )?human|\bare you a robot\b|\bchecking your browser\b"
    r"|\benable javascript and cookies to continue\b|\bcomplete the (?:security check|captcha)\b"
    r"|\baccess denied\b|\bunusual traffic\b",
    re.I,
)
_WALL_WORDS = 260
_TEASER_WORDS = 220


def wall_of(visible: str, is_free: bool | None) -> str | None:
    """What stands where an article should, when none was found: "consent wall", "paywall", "robot check", or None."""
    words = len(visible.split())
    if words <= _WALL_WORDS and _ROBOT.search(visible):
        return "robot check"
    if is_free is False or _PAYWALL.search(_one_line(visible)):
        return "paywall"
    if words <= 4 * _WALL_WORDS and asks_consent(visible):
        return "consent wall"
    return None


def asks_consent(text: str) -> bool:
    """Whether a text asks for consent to cookies and the like, in at least three of the ways such texts do."""
    return sum(bool(pattern.search(text)) for pattern in _CONSENT) >= 3


def is_teaser(body: str, visible: str, is_free: bool | None) -> bool:
    """Whether a body is only the free beginning of an article that the page sells."""
    words = len(body.split())
    if words > _TEASER_WORDS:
        return False
    below = visible.rpartition(body.rpartition("\n")[2])[2]  # a header's log-in line says nothing about this article
    return is_free is False or bool(_PAYWALL.search(_one_line(below)))


def _one_line(text: str) -> str:
    return " ".join(text.split())
