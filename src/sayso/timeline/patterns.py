"""What time expressions look like in English: one named pattern a kind, the longest match wins.

Kinds and extents follow TIMEX3 (TimeML 1.2.1): determiners and modifiers belong to the expression, prepositions do
not. Durations, sets and vague references (PAST_REF, PRESENT_REF) name no day and are not looked for.
"""

import re
from functools import cache

from sayso.timeline.calendar import NUMBERS

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept\.?|Sep\.?|Oct\.?|Nov\.?|Dec\.?)(?![A-Za-z])"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon\.|Tues?\.|Wed\.|Thurs?\.|Fri\.|Sat\.|Sun\.)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[:,.]\d)"
_YEAR = r"(?:1[89]|20)\d\d(?!\d|,\d|\.\d|%)"
_PART = r"(?:morning|afternoon|evening|night|noon|midnight)"
_NUMBER = rf"(?i:\d{{1,3}}|a couple of|{'|'.join(NUMBERS[1:])}|thirty|forty|fifty|sixty|ninety|an?)"
_UNIT = r"(?:day|week|month|quarter|year|decade)"
_SEASON = r"(?:spring|summer|autumn|winter)"
_WHEN = r"(?:(?:early|mid|late|earlier|later)[ -])"
_WD = rf"(?:(?P<weekday>{_WEEKDAY}),? )?"

PATTERNS: dict[str, str] = {
    "iso": r"(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])",
    "slashed": r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4}|\d\d)(?!/)",
    "month_days": rf"{_WD}(?P<month>{_MONTH}) (?P<day>{_DAY})"
    rf"(?: ?[-–—] ?| to | and | through | until )(?:(?P<month2>{_MONTH}) )?(?P<day2>{_DAY})(?:,? (?P<year>{_YEAR}))?",
    "days_month": rf"{_WD}(?P<day>{_DAY})(?: (?P<month>{_MONTH}))?(?: ?[-–—] ?| to | and | until )"
    rf"(?P<day2>{_DAY}) (?P<month2>{_MONTH})(?:,? (?P<year>{_YEAR}))?",
    "month_day": rf"{_WD}(?P<month>{_MONTH}) (?:the )?(?P<day>{_DAY})(?:,? (?P<year>{_YEAR}))?",
    "day_month": rf"{_WD}(?:the )?(?P<day>{_DAY}) (?:of )?(?P<month>{_MONTH})(?:,? (?P<year>{_YEAR}))?",
    "month_year": rf"(?P<when>{_WHEN})?(?P<month>{_MONTH})(?: of|,)? (?P<year>{_YEAR})",
    "which_month": rf"(?P<which>last|next|this|this past|this coming) (?P<month>{_MONTH})",
    "bare_month": rf"(?:(?<=\b[iI]n )|(?<=\bsince )|(?<=\buntil )|(?<=\bby )|(?<=\bof )|(?<=\bfrom )|(?<=\bduring "
        rf")|(?<=\bfor )|(?<=\bbefore )"
    rf"|(?<=\bafter )|(?<=\bto )|(?<=\band )|(?P<when>{_WHEN}))(?P<month>{_MONTH})(?! \d)",
    "season_year": rf"(?P<when>{_WHEN})?(?:the )?(?P<season>{_SEASON}|fall)(?: of)? (?P<year>{_YEAR})",
    "which_season": rf"(?P<which>last|next|this|this past|this coming) (?P<season>{_SEASON}|fall)",
    "bare_season": rf"(?:(?<=\b[iI]n )|(?<=\bby ))(?P<when>{_WHEN})?(?:the )?(?P<season>{_SEASON})",
    "weekday": rf"(?:(?P<which>last|next|this|this past|this coming|the previous|the following) "
        rf")?(?P<weekday>{_WEEKDAY})(?:\s{_PART})?"
    r"(?: (?P<week>last|next|this) week| of (?P<week2>last|next|this) week|(?=(?P<possessive>['’]s)))?",
    "around": r"(?:the )?(?P<word>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|day before yesterday|day after tomorrow)"
    rf"(?: {_PART})?|(?P<this>[Tt]his) {_PART}|(?P<night>[Ll]ast) night",
    "which_unit": rf"(?P<when>{_WHEN})?(?:the )?(?P<which>[Tt]his|[Ll]ast|[Nn]ext|[Cc]oming|[Cc]urrent|this past|"
        rf"this coming) "
    r"(?P<unit>week|weekend|month|quarter|year)(?![\w-]*-)",
    "weekend": r"(?:(?<=\bat )|(?<=\bon )|(?<=\bover ))the (?P<unit>weekend)",
    "end_of": rf"(?:(?:the )?(?P<edge>end|close|start|beginning|middle) of (?:(?:the|this|the current) "
        rf"(?P<unit>week|month|year)"
    rf"|(?P<which>last|next) (?P<unit2>week|month|year)|(?P<month>{_MONTH})(?: (?P<year>{_YEAR}))?|"
    rf"(?P<year2>{_YEAR}))|year[- ](?P<edge2>end))",
    "ago": rf"(?:about |nearly |almost |more than )?(?P<count>{_NUMBER}) (?P<unit>{_UNIT})s? (?P<way>ago|from now)",
    "later": rf"(?P<count>{_NUMBER}) (?P<unit>{_UNIT})s? (?P<way>later|earlier|afterwards|afterward|before that|"
        rf"after that)",
    "within": rf"(?:(?<=\b[wW]ithin )|(?<=\b[iI]n ))(?:the next |another )?(?P<count>{_NUMBER}) (?P<unit>{_UNIT})s?"
    r"(?=[.,;]| to \w| of \w+ing| time| after|$)",
    "left": rf"(?:(?<=\bhas )|(?<=\bhave )|(?<=\bhad ))(?P<count>{_NUMBER}) (?P<unit>{_UNIT})s?(?= (?:left )?(?:to "
        rf"\w|in which))",
    "next_n": rf"the (?P<way>next|coming|past|last|previous) (?P<count>{_NUMBER}) (?P<unit>{_UNIT})s?",
    "same_unit": r"(?:(?P<which>the same|that (?:same|very)|the following|the next|the previous) (?P<unit>day|week|"
        r"month|year)|(?P<before>the day before|the day after))(?! (?:as|before|after|yesterday|tomorrow)\b)",
    "quarter": rf"(?:the )?(?P<number>first|second|third|fourth)[ -]quarter(?:(?: of)? (?P<year>{_YEAR}))?",
    "years": rf"(?P<year>{_YEAR})[-–/](?P<year2>{_YEAR}|\d\d(?!\d))",
    "decade": r"(?:the )?(?:(?:early|mid|late)[ -])?(?P<year>(?:1[89]|20)\d0)s",
    "year": r"(?:(?<=\b[iI]n )|(?<=\b[sS]ince )|(?<=\b[bB]y )|(?<=\b[uU]ntil )|(?<=\b[fF]rom )|(?<=\b[oO]f )|"
        r"(?<=\b[dD]uring )"
    r"|(?<=\b[aA]fter )|(?<=\b[bB]efore )|(?<=\bto )|(?<=\band )|(?<=\bthrough )|(?<=\bfor )|(?<=\b[tT]he )|"
    r"(?<=\b[aA] )|(?<=\bits )|(?<=\bbetween )|(?<=\bback in )|(?<=\()|(?P<when>(?:early|mid|late)[ -]))"
    rf"(?P<year>{_YEAR})(?![\w-]|s\b| (?:percent|people|euros?|dollars?|votes|points|soldiers|troops))",
}  # fmt: skip


@cache
def compiled() -> dict[str, re.Pattern[str]]:
    """The patterns, compiled, each bound to the edges of words."""
    return {kind: re.compile(rf"(?<![\w/$€£.-])(?:{pattern})(?!\w|/\d)") for kind, pattern in PATTERNS.items()}
