"""Publication dates as pages and lines of text write them."""

import re
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from sayso.reading.page import Stamp

_MONTH = dict(
    zip(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], range(1, 13), strict=True)
)
_NAMED = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_CLOCK = (
    r"(?:,?\s*(?:at|[-–—|·•/])?\s*(?P<hour>\d{1,2})[:.h](?P<minute>\d\d)(?::\d\d)?\s*(?P<half>[ap]\.?m\.?)?"
    r"\s*\(?(?P<zone>Z\b|(?:UTC|GMT)?\s?[+-]\d{1,2}:?\d{2}\b|(?:UTC|GMT)[+-]\d{1,2}\b|[A-Z]{2,5}\b)?\)?)?"
)
_DAYS = (
    re.compile(
        rf"\b{_NAMED.format('month')}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(?P<year>\d{{4}})\b{_CLOCK}", re.I
    ),
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_NAMED.format('month')},?\s+(?P<year>\d{{4}})\b{_CLOCK}",
        re.I,
    ),
    re.compile(rf"\b(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)\b(?:T|\s)?{_CLOCK}"),
    re.compile(rf"\b(?P<day>\d{{1,2}})[-. ]{_NAMED.format('month')}[-. ](?P<year>\d{{4}})\b{_CLOCK}", re.I),
)
_NUMERIC = re.compile(r"\b(?P<first>\d{1,2})(?P<sep>[/.-])(?P<second>\d{1,2})(?P=sep)(?P<year>\d{4})\b")
_MONTH_ONLY = re.compile(rf"^\W*{_NAMED.format('month')}\s+(?P<year>(?:19|20)\d\d)\W*$", re.I)
_CHANGED = re.compile(
    r"(?:updated|modified|last (?:update|edit)\w*|edited|revised|corrected)\b[\s:on]*(?:at\s)?[^.;|]{0,12}$", re.I
)
_ISO = re.compile(
    r"^(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<clock>\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*(?P<zone>Z|[+-]\d\d:?\d\d)?)?\b"
)
_PACKED = re.compile(r"^(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?:T?\d{4,6}Z?)?$")
_IN_URL = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>\d{1,2}|[a-z]{3})/(?P<day>\d{1,2})(?:/|$)")
# Names that mean one offset in English-language news; IST, CST and BST-like rivals that mean several are left out.
_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180, "est": -300,
    "edt": -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "jst": 540, "kst": 540,
    "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780, "hkt": 480, "sgt": 480,
}  # fmt: skip


class Dated(NamedTuple):
    """A date in a line: where it stands, and what it says."""

    start: int
    end: int
    stamp: Stamp
    is_change: bool = False


def machine_date(value: str, found: str) -> Stamp | None:
    """The date of a machine-readable value (ISO 8601, RFC 5322, YYYYMMDD, Unix seconds are not taken)."""
    value = value.strip()
    iso = _ISO.match(value)
    if iso:
        return _stamp_iso(iso["day"], iso["clock"], iso["zone"], found)
    packed = _PACKED.match(value)
    if packed:
        day = _day(packed["year"], packed["month"], packed["day"])
        return Stamp(day=day, found=found) if day else None
    if re.match(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d", value):
        try:
            moment = parsedate_to_datetime(value)
        except ValueError:
            return None
        aware = moment.isoformat() if moment.tzinfo else None
        return Stamp(day=moment.date().isoformat(), at=aware, found=found)
    dates = dates_in(value, found)
    return dates[0].stamp if dates else None


def dates_in(line: str, found: str) -> list[Dated]:
    """The full dates of a line, in order; dates of a change ("updated …") are left out."""
    return [dated for dated in all_dates_in(line, found) if not dated.is_change]


def all_dates_in(line: str, found: str) -> list[Dated]:
    """The full dates of a line, in order, those of a change marked."""
    dated: list[Dated] = []
    for pattern in _DAYS:
        for match in pattern.finditer(line):
            stamp = _stamp(match, found)
            if stamp and not any(d.start < match.end() and match.start() < d.end for d in dated):
                dated.append(Dated(match.start(), match.end(), stamp))
    for match in _NUMERIC.finditer(line):
        day = _numeric(int(match["first"]), int(match["second"]), match["year"])
        if day:
            dated.append(Dated(match.start(), match.end(), Stamp(day=day, found=found)))
    return [d._replace(is_change=bool(_CHANGED.search(line[: d.start]))) for d in sorted(dated, key=_start)]


def month_in(line: str, found: str) -> Stamp | None:
    """The month of a line that is nothing else: "March 2023" covers the whole month, and its day is the last."""
    match = _MONTH_ONLY.match(line)
    if not match:
        return None
    month, year = _MONTH[match["month"][:3].lower()], int(match["year"])
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return Stamp(day=last.isoformat(), precision="month", found=found)


def date_in_url(url: str) -> Stamp | None:
    """The date of an address such as `/2023/03/28/`, where it has all three parts."""
    match = _IN_URL.search(url)
    if not match:
        return None
    month = match["month"]
    number = month if month.isdigit() else str(_MONTH.get(month, 0))
    day = _day(match["year"], number, match["day"])
    return Stamp(day=day, found="url") if day else None


def _start(dated: Dated) -> int:
    return dated.start


def _stamp_iso(day: str, clock: str | None, zone: str | None, found: str) -> Stamp | None:
    if not _day(*day.split("-")):
        return None
    try:
        moment = datetime.fromisoformat(f"{day}T{clock}{zone}") if clock and zone else None
    except ValueError:
        moment = None
    return Stamp(day=day, at=moment.isoformat(timespec="seconds") if moment else None, found=found)


def _stamp(match: re.Match[str], found: str) -> Stamp | None:
    month = match["month"]
    number = month if month.isdigit() else str(_MONTH[month[:3].lower()])
    day = _day(match["year"], number, match["day"])
    return Stamp(day=day, at=_moment(day, match), found=found) if day else None


def _moment(day: str, match: re.Match[str]) -> str | None:
    offset = _offset(match["zone"])
    if match["hour"] is None or offset is None:
        return None
    hour, half = int(match["hour"]), (match["half"] or "").lower().replace(".", "")
    if half:
        hour = hour % 12 + 12 * (half == "pm")
    if hour > 23 or int(match["minute"]) > 59:
        return None
    year, month, number = map(int, day.split("-"))
    return datetime(year, month, number, hour, int(match["minute"]), tzinfo=offset).isoformat()


def _offset(zone: str | None) -> timezone | None:
    if not zone:
        return None
    numeric = re.search(r"([+-])(\d{1,2}?):?(\d\d)?$", zone)
    if numeric:
        minutes = (int(numeric[2]) * 60 + int(numeric[3] or 0)) * (-1 if numeric[1] == "-" else 1)
        return timezone(timedelta(minutes=minutes)) if abs(minutes) < 1440 else None
    known = _ZONES.get(zone.lower())
    return None if known is None else timezone(timedelta(minutes=known))


def _numeric(first: int, second: int, year: str) -> str | None:
    """A day of a numeric date where only one order is possible."""
    if first > 12 >= second:
        return _day(year, str(second), str(first))
    if second > 12 >= first or first == second:
        return _day(year, str(first), str(second))
    return None


def _day(year: str, month: str, day: str) -> str | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found.isoformat() if 1900 <= found.year <= 2199 else None
