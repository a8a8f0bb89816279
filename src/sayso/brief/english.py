"""Plain English: lists, articles, possessives, numbers and days, as a newspaper writes them."""

import re
from collections.abc import Sequence
from typing import Final

from sayso.records import Precision

_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SEASONS: Final = {12: "winter", 3: "spring", 6: "summer", 9: "autumn"}
_DETERMINED: Final = re.compile(
    r"(?:the|an?|his|her|its|their|our|my|this|that|some|several|many|one|two|three|\d+)\b|\w+['’]s ", re.I
)
_TAKES_THE: Final = re.compile(
    r"^(?:United |(?:Czech|Dominican|Central African|Democratic|Islamic|People['’]s|Republic)\b.*Republic|Republic of |"
    r"Democratic Republic|Netherlands$|Philippines$|Bahamas$|Gambia$|Maldives$|Comoros$|Holy See$|Vatican$|Seychelles$|"
    r"(?:\w+ )+(?:Islands|Emirates)$|(?:US|UK|EU|UN|UAE|IMF|WTO|OSCE|ECB|WHO|AU|IAEA|OECD|G7|G20|Élysée|Elysee|Kremlin|"
    r"Kantei|Pentagon|White House|Storting|Bundestag|Riksdag|Knesset|Duma|Commons|Lords)$)"
)
_COMMON_NOUN: Final = re.compile(
    r"\b(?:Union|Commission|Council|Fund|Bank|Organi[sz]ation|Parliament|Party|Ministry|Court|Committee|Association|Agency|"
    r"Assembly|Senate|House|Government|Group|League|Alliance|Federation|Institute|Authority|Office|Palace|Department|"
    r"Secretariat|Presidency|Congress|Conference|Confederation|Board|Bloc|Front|Movement|"
    r"Coalition|Nations)\b(?: (?:of|for|on) .*)?$"
)
_COMMON_WORDS: Final = frozenset(("The", "A", "An", "One", "Two", "Three", "Both", "Different", "Some", "It", "There"))
_ISO_DAY: Final = re.compile(r"\b(?:\d{4}|XXXX)-\d\d-\d\d\b")
_PLURAL_KINDS: Final = ("party", "group")


def listed(words: Sequence[str], last: str = "and") -> str:
    """As in "France", "France and Italy", "France, Italy and Spain"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def number(count: int) -> str:
    """A count in words up to ten, in figures above."""
    return _NUMBERS[count] if 0 <= count <= 10 else f"{count:,}"


def counted(count: int, singular: str, plural: str | None = None) -> str:
    """As in "one article", "12 articles"."""
    return f"{number(count)} {singular if count == 1 else plural or singular + 's'}"


def named(name: str, kind: str | None = None) -> str:
    """A name as it stands inside a sentence, with its article where it has one: "the United States"."""
    if kind in ("person", "outlet") or not name or _DETERMINED.match(name):
        return name[:1].lower() + name[1:] if name.startswith("The ") and kind not in ("person", "outlet") else name
    if name[0].islower() and kind != "group":
        return f"the {name}"
    takes = _TAKES_THE.search(name) or (kind != "state" and _COMMON_NOUN.search(name))
    return f"the {name}" if takes or (name[0].isupper() and is_plural(name, kind)) else name


def is_plural(name: str, kind: str | None) -> bool:
    """Does a name take a plural verb: the Greens do, the Netherlands does not."""
    return kind in _PLURAL_KINDS and bool(re.search(r"(?<![su])s$|\bpeople$", name.split(" of ")[0]))


def possessive(name: str) -> str:
    """As in "Japan’s", "the United States’"."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def opening(sentence: str) -> str:
    """A sentence with its first letter in upper case."""
    return sentence[:1].upper() + sentence[1:]


def continuing(sentence: str) -> str:
    """A sentence as it goes on after a colon: no full stop, a common first word in lower case."""
    first, space, rest = sentence.strip().rstrip(".").partition(" ")
    return f"{first.lower() if first in _COMMON_WORDS else first}{space}{rest}"


def days_worded(text: str) -> str:
    """A text in which ISO days are written as an editor writes them."""
    return _ISO_DAY.sub(lambda match: day_range(match[0]), text)


def indefinite(phrase: str) -> str:
    """As in "an adviser", "a unit": by the letter, with the few words that sound otherwise."""
    sounds_like_you = re.match(r"(?:uni(?!n|m)|eu|one\b|use|UN\b|US\b|UK\b)", phrase)
    return f"{'an' if phrase[:1].lower() in 'aeiouéè' and not sounds_like_you else 'a'} {phrase}"


def day_range(start: str | None, end: str | None = None, precision: Precision | None = "day") -> str:
    """ISO days as an editor writes them: "11–12 July 2023", "July 2023", "summer 2023", "7 July (year not given)".

    `XXXX-07-07` has no year; what is no ISO day comes back as it is; null is "no date".
    """
    if not start:
        return "no date"
    first, last = _parts(start), _parts(end or start)
    if first is None or last is None:
        return start
    year = f" {last[0]}" if last[0] else " (year not given)"
    if precision == "year":
        return last[0] or "year not given"
    if precision == "season" and first[1] in _SEASONS:
        return f"{_SEASONS[first[1]]}{year}"
    if precision in ("month", "season"):
        return f"{_from_to(first, last, _MONTHS[first[1] - 1], _MONTHS[last[1] - 1])}{year}"
    if precision == "week" and start == (end or start):
        return f"week to {last[2]} {_MONTHS[last[1] - 1]}{year}"
    return f"{_days(first, last)}{year}"


def dated(start: str | None, end: str | None = None, precision: Precision | None = "day") -> str:
    """The same with its preposition, for the end of a sentence: "on 11 July 2023", "in July 2023"; null is ""."""
    if not start:
        return ""
    words = day_range(start, end, precision)
    if precision == "week" and words.startswith("week"):
        return f"in the {words}"
    if " to " in words:
        return f"from {words}"
    return f"{'in' if precision in ('month', 'season', 'year') else 'on'} {words}"


Parts = tuple[str, int, int]


def _parts(day: str) -> Parts | None:
    match = re.fullmatch(r"(\d{4}|XXXX)-(\d\d)-(\d\d)", day)
    if not match or not 1 <= int(match[2]) <= 12:
        return None
    return "" if match[1] == "XXXX" else match[1], int(match[2]), int(match[3])


def _from_to(first: Parts, last: Parts, opening_words: str, closing_words: str) -> str:
    if first[:2] == last[:2]:
        return closing_words
    year = f" {first[0]}" if first[0] != last[0] else ""
    return f"{opening_words}{year} to {closing_words}"


def _days(first: Parts, last: Parts) -> str:
    closing = f"{last[2]} {_MONTHS[last[1] - 1]}"
    if first == last:
        return closing
    if first[:2] == last[:2]:
        return f"{first[2]}–{closing}"
    year = f" {first[0]}" if first[0] != last[0] else ""
    return f"{first[2]} {_MONTHS[first[1] - 1]}{year} to {closing}"
