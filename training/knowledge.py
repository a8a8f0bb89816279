"""Makes `states.tsv` and `officeholders.tsv` from the public tables, laid under what is written by hand.

    python training/knowledge.py KNOWLEDGE_FOLDER [OUT_FOLDER]

KNOWLEDGE_FOLDER holds `mledoze_countries.json` (ODbL 1.0), `country-codes.csv` (PDDL) and
`officeholders_factbook.tsv` (public domain). OUT_FOLDER is the package's knowledge folder unless given.
"""

import csv
import json
import re
import sys
import unicodedata
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
OUT = HERE.parent / "src/sayso/resources/knowledge"
STATES_HEADER = """# States and territories: names, capitals, peoples.
# source: mledoze/countries (https://github.com/mledoze/countries), with the press's names by hand
# as_of: 2025-01-01
# licence: ODbL-1.0, see states.LICENSE
id\tname\tofficial\taliases\tcapitals\tadjectives\tpeople
"""
HOLDERS_HEADER = """# Heads of state and government and their deputies, with terms; `until` is the day the next one took office.
# source: The World Factbook to January 2026 by way of factbook.json's history; ministers and corrections: own, spot-checked
# as_of: 2026-06-30
# licence: public domain
state\toffice\ttitle\tname\tsurname\taliases\tsince\tuntil
"""
LAST_SNAPSHOT = "2026-05-17"
# Territories whose names or people the press uses for something else.
NO_PEOPLE = {"ATF", "BES", "SJM", "ATA", "UMI", "VIR", "VGB", "IOT", "MAF", "GUF", "SHN", "ALA", "ASM"}
NO_CAPITAL = {"Victoria", "Kingston", "Stanley", "Hamilton", "Georgetown", "Kingstown", "George Town", "Saint-Denis"}
NO_CAPITAL |= {"West Island", "The Valley", "The Bottom", "Saint-Pierre", "Male", "Malé", "San José", "San Jose"}
NO_CAPITAL |= {
    "Santiago",
    "Nassau",
    "Plymouth",
    "Douglas",
    "Jamestown",
    "Luxembourg",
    "Singapore",
    "Monaco",
    "Kingston",
}
KEPT_DESPITE = {"Santiago": "CHL", "Nassau": "BHS"}


class Holder(NamedTuple):
    """One row of the office-holders' table; `until` is empty for one still in office."""

    state: str
    office: str
    title: str
    name: str
    surname: str
    aliases: str
    since: str
    until: str


def main(folder: Path, out: Path = OUT) -> None:
    """Write both tables."""
    countries = json.loads((folder / "mledoze_countries.json").read_text("utf-8"))
    rows = state_rows(countries)
    (out / "states.tsv").write_text(STATES_HEADER + "".join("\t".join(r) + "\n" for r in rows), "utf-8")
    independent = {row["cca3"] for row in countries if row["independent"]} | {"XKX", "TWN", "PSE"}
    holders = by_hand(HERE / "data/knowledge/holders.tsv", office_holders(folder, independent))
    text = "".join("\t".join(h) + "\n" for h in sorted(holders))
    (out / "officeholders.tsv").write_text(HOLDERS_HEADER + text, "utf-8")


def state_rows(countries: list[dict]) -> list[list[str]]:
    """The rows of `states.tsv`, by id."""
    hand = {row[0]: row for row in tsv(HERE / "data/knowledge/states.tsv")}
    rows = []
    taken = {a for row in hand.values() for a in row[4].split("|")}
    for country in sorted(countries, key=lambda c: not c["independent"]):
        code = {"UNK": "XKX"}.get(country["cca3"], country["cca3"])
        given = [*hand.get(code, []), *[""] * 6][:6]
        common, official = country["name"]["common"], country["name"]["official"]
        name = given[1] or common
        aliases = [a for a in dict.fromkeys([common, *given[2].split("|")]) if a and a not in (name, official)]
        capitals = given[3].split("|") if given[3] else [c for c in country["capital"] if keeps_capital(c, code)]
        adjectives = (
            given[4].split("|") if code in hand else [a for a in adjectives_of(country, code) if a not in taken]
        )
        taken |= set(adjectives)
        people = given[5].split("|") if code in hand else [a + "s" for a in adjectives if a.endswith(("an", "i", "er"))]
        rows.append([code, name, official, *("|".join(part) for part in (aliases, capitals, adjectives, people))])
    return sorted(rows)


def keeps_capital(capital: str, code: str) -> bool:
    """Whether a capital's name is not more often something else."""
    return capital not in NO_CAPITAL or KEPT_DESPITE.get(capital) == code


def adjectives_of(country: dict, code: str) -> list[str]:
    """The adjectives of a people, none for territories that share another's."""
    if code in NO_PEOPLE:
        return []
    demonym = country["demonyms"].get("eng", {}).get("m", "")
    return [part.strip() for part in demonym.split(",") if part.strip()]


# office-holders ------------------------------------------------------------------------------------------------

TITLE = re.compile(
    r"^(?:note - |formerly,? |pending )?(?P<title>(?:(?:[A-Z][\w’'-]*[a-z]|of|the|and|for|to|-)[ ,]+)*?"
    r"(?:Presidents?|Premiers?|Ministers?|Chancellors?|King|Queen|Emperor|Sultan|Amir|Emir|Pope|Monarch|Sheikh|Prince|"
    r"Princess|Grand Duke|Leader|Chairman|Chairperson|Chairwoman|Governor|Governor-General|General|Taoiseach|Captain|"
    r"Co-prince|Tanaiste|Confederation|Administrator|Head|Commissioner)"
    r"(?:-[Dd]esignate|-[Ee]lect)?"
    r"(?: of (?:the )?(?:[A-Z][a-z]+(?: of [A-Z][a-z]+)?)(?: Confederation| Assembly| Republic)?)?"
    r"(?: and [A-Z]\w+ Minister)?),? +",
)
DEPUTY = re.compile(r"vice|deputy|deputies|designate|elect\b|first secretary", re.IGNORECASE)
HONORIFIC = re.compile(
    r"^(?:or|and|also spelled|aka|[Tt]ransitional|represented by|GNU|Crown Prince|Minister of Interior|Capt\.?|Ms\.|"
    r"Interim|Acting|Governor-General|Governor|High Commissioner|Confederation|President|"
    r"[Pp]rime [Mm]inister|Vice|General|Gen\.|Dr\.?|Sir|Dame|Col\.|Lt\.|Maj\.|Adm\.|Field Marshal|\(ret\.\)|Lord|"
    r"Sheikh|Rear|Ret\.|Prof\.)\s+"
)
NOISE = re.compile(
    r"\([^)]*\)|\"[^\"]*\"|,? (?:Jr|Sr)\.?|,? (?:Dr|Gen|Gen\. ?\(Ret\.\))\.?$|- .*$| of the .*$|;.*$| (?:elected|serving) .*$"
)


def office_holders(folder: Path, independent: set[str]) -> list[Holder]:
    """The table's holders with terms, one row a person, office and term."""
    with (folder / "country-codes.csv").open(encoding="utf-8") as lines:
        fips = {row["FIPS"].lower(): row["ISO3166-1-Alpha-3"] for row in csv.DictReader(lines) if row["FIPS"]}
    fips |= {"kv": "XKX", "ri": "SRB", "mj": "MNE", "od": "SSD", "tt": "TLS", "wa": "NAM", "vt": "VAT"}
    with (folder / "officeholders_factbook.tsv").open(encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t") if row["gec"] in fips]
    found: list[Holder] = []
    for code in sorted({row["gec"] for row in rows}):
        for office in ("HOG", "HOS"):
            series = [r for r in rows if r["gec"] == code and r["role"] == office]
            found.extend(terms(fips[code], office, series))
    found = [h for h in found if not re.search(r"-(?:elect|designate)", h.title, re.IGNORECASE)]
    return [h for h in found if h.office == "hog" or (h.state in independent and is_own(h))]


def is_own(holder: Holder) -> bool:
    """Whether a head of state is the state's own, not one shared with the crown's other realms."""
    return holder.state in ("GBR", "FRA", "VAT") or not re.search(
        r"Charles III|Elizabeth II|Co-prince", holder.name + holder.title
    )


def terms(state: str, office: str, series: list[dict[str, str]]) -> list[Holder]:
    """One office's holders, each until the next one's day."""
    series = sorted(series, key=lambda r: r["first_snapshot"])
    titled = [r for r in series if (m := TITLE.match(r["holder"])) and not DEPUTY.search(m["title"])]
    carried, merged = "", dict[tuple[str, bool, int], list[str]]()
    for row in series:
        match = TITLE.match(row["holder"])
        title = singular(match["title"]) if match else ""
        deputy = bool(DEPUTY.search(title)) or (not match and overlaps(row, titled))
        if match and not deputy:
            carried = title
        title = title or ("Deputy" if deputy else carried)
        for name in names_in(row["holder"][match.end() if match else 0 :]):
            since, last = iso(row["since"]) or row["first_snapshot"], row["last_snapshot"]
            term = 0
            while (known := merged.get((name, deputy, term))) and since > known[2]:
                term += 1
            known = merged.setdefault((name, deputy, term), [title, since, last])
            known[1], known[2] = min(known[1], since), max(known[2], last)
    holders = []
    mains = sorted(known[1] for (_, deputy, _), known in merged.items() if not deputy)
    for (name, deputy, _), (title, since, last) in merged.items():
        later = [day for day in mains if day > since and day >= last[:7]]
        until = "" if last == LAST_SNAPSHOT else (later[0] if later and not deputy else last)
        natural, surname, aliases = natural_name(name)
        holders.append(Holder(state, office.lower(), title, natural, surname, "|".join(aliases), since, until))
    return [h for h in holders if h.name and h.surname]


def overlaps(row: dict[str, str], titled: list[dict[str, str]]) -> bool:
    """Whether a titled holder was in office in the same snapshots: the row without a title is then a deputy's."""
    return any(
        t["first_snapshot"] <= row["last_snapshot"] and row["first_snapshot"] <= t["last_snapshot"] for t in titled
    )


def singular(title: str) -> str:
    """The title of one of several."""
    return re.sub(r"(President|Minister|Premier)s\b", r"\1", title.removeprefix("formerly, "))


def names_in(holders: str) -> list[str]:
    """The names of a list of holders."""
    cleaned = NOISE.sub("", holders)
    return [n for part in re.split(r",| and ", cleaned) if (n := clean(part)) and "vacant" not in n.lower()]


def clean(name: str) -> str:
    """A name without honorifics, empty if it is none."""
    name = name.strip(" .,*-")
    while match := HONORIFIC.match(name):
        name = name[match.end() :]
    is_name = re.fullmatch(r"[^\W\d_]['’\w.-]*(?: [\w'’.-]+){0,5}", name) and any(
        p.isupper() and len(p) > 1 for p in name.split()
    )
    return name if is_name else ""


def natural_name(name: str) -> tuple[str, str, list[str]]:
    """“Recep Tayyip ERDOGAN” as usually written, its surname, and shorter forms of it."""
    parts = name.split()
    loud = [i for i, p in enumerate(parts) if len(re.sub(r"\W|^(?:al|el|Mc|Mac|De|Van)-?", "", p)) > 1 and is_loud(p)]
    if not loud:
        return "", "", []
    written = [soften(p, i) if i in loud else p for i, p in enumerate(parts)]
    start, end = loud[0], loud[-1] + 1
    while start > 1 and written[start - 1].lower() in (
        "de",
        "van",
        "von",
        "der",
        "la",
        "da",
        "dos",
        "al",
        "el",
        "di",
        "du",
    ):
        start -= 1
    surname = " ".join(written[start:end])
    full = " ".join(written)
    first = written[0]
    short = f"{first} {surname}" if start > 0 else f"{surname} {written[-1]}" if len(written) > end else surname
    plain = [w for w in written[:start] if not re.fullmatch(r"\w\.", w)]
    aliases = [short, " ".join([*plain, surname])] if start > 0 else [short]
    return full, surname, [a for a in dict.fromkeys(aliases) if a != full and " " in a]


def is_loud(part: str) -> bool:
    """Whether a part is the one in capitals (“al-SUDANI”, “McNAMARA”)."""
    return bool(re.search(r"[^\W\d_a-z]{2,}", part)) and sum(c.isupper() for c in part) >= 2


def soften(part: str, place: int) -> str:
    """A part in capitals as it is usually written; a numeral stays."""
    if place and re.fullmatch(r"[IVX]+\.?", part) and len(part) <= 4:
        return part
    return re.sub(r"[^\W\d_]+", lambda m: m[0] if not is_loud(m[0]) else m[0][0] + m[0][1:].lower(), part)


def iso(day: str) -> str:
    """A day of the table in ISO form, empty if it has none."""
    if match := re.search(r"(\d{1,2}) ([A-Z][a-z]+) (\d{4})", day):
        try:
            return datetime.strptime(" ".join(match.groups()), "%d %B %Y").date().isoformat()
        except ValueError:
            return ""
    if match := re.search(r"\b(\d{4})\b", day):
        return date(int(match[1]), 1, 1).isoformat()
    return ""


def fold(name: str) -> str:
    """A name without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))


def by_hand(path: Path, holders: list[Holder]) -> list[Holder]:
    """The table's holders under well-known names, with the rows written by hand in place of the same person's."""
    names, dropped, added = hand_rows(path)
    renamed = []
    for holder in holders:
        name, surname = names.get(holder.name, (holder.name, ""))
        aliases = [holder.aliases] if name == holder.name else [holder.name, holder.aliases]
        renamed.append(
            holder._replace(name=name, surname=surname or holder.surname, aliases="|".join(a for a in aliases if a))
        )
    kept = [h for h in renamed if (h.state, h.name) not in dropped and not any(replaces(a, h) for a in added)]
    called = [a._replace(aliases=aliases_of(a, renamed)) for a in added]
    merged = merge(sorted([*kept, *called], key=lambda h: h.since))
    return [h if h in called else closed(h, merged) for h in merged]


def hand_rows(path: Path) -> tuple[dict[str, tuple[str, str]], set[tuple[str, str]], list[Holder]]:
    """What is written by hand: well-known names, persons of the table to leave out, and rows."""
    names: dict[str, tuple[str, str]] = {}
    dropped: set[tuple[str, str]] = set()
    added = []
    for row in tsv(path):
        if row[0] == "=":
            names[row[1]] = (row[2], row[3] if len(row) > 3 else "")
        elif row[0] == "-":
            dropped.add((row[1], row[2]))
        else:
            state, office, title, name, since, until = [*row, ""][:6]
            added.append(Holder(state, office, title, name, surname_of(name, state), "", since, until))
    surnames = {name: surname for name, surname in names.values() if surname}
    return names, dropped, [a._replace(surname=surnames.get(a.name, a.surname)) for a in added]


def same_office(one: Holder, other: Holder) -> bool:
    """Whether two rows are of one office, deputies apart."""
    deputies = bool(DEPUTY.search(one.title)), bool(DEPUTY.search(other.title))
    return (one.state, one.office) == (other.state, other.office) and deputies[0] == deputies[1]


def replaces(by_hand: Holder, row: Holder) -> bool:
    """Whether a row by hand stands for a row of the table: the same person's in the same office, in part at one time."""
    same = same_office(by_hand, row) and fold(by_hand.name) == fold(row.name)
    return same and row.since <= (by_hand.until or "9") and by_hand.since <= (row.until or "9")


def aliases_of(by_hand: Holder, rows: list[Holder]) -> str:
    """The other forms of a name in the rows of the table that a row by hand replaces."""
    forms = [a for row in rows if replaces(by_hand, row) for a in (row.name, *row.aliases.split("|"))]
    return "|".join(dict.fromkeys(a for a in forms if a and a != by_hand.name))


def closed(holder: Holder, holders: list[Holder]) -> Holder:
    """A row of the table that ends no later than the day the next one took the same office under the same title."""
    if not holder.until or DEPUTY.search(holder.title):
        return holder
    days = [
        h.since
        for h in holders
        if same_office(holder, h) and h.title.split()[-1:] == holder.title.split()[-1:] and h.since > holder.since
        if "Acting" not in h.title
    ]
    return holder._replace(until=min([holder.until, *days]))


def surname_of(name: str, state: str) -> str:
    """The surname in a name as the press writes it."""
    first, *rest = name.split()
    if state in ("CHN", "KOR", "PRK", "TWN"):
        return first
    start = next((i for i, part in enumerate(rest) if part.lower() in ("le", "di", "bin", "van", "de", "al")), -1)
    return " ".join(rest[start:]) if start >= 0 else rest[-1]


def merge(holders: list[Holder]) -> list[Holder]:
    """One row for a person whose name the table spells several ways."""
    merged: dict[tuple[str, str, str, str], Holder] = {}
    for holder in holders:
        key = (holder.state, holder.office, fold(holder.name), "d" if DEPUTY.search(holder.title) else "")
        known = merged.get(key)
        if known and (not known.until or holder.since <= known.until or holder.since == known.since):
            until = "" if not (known.until and holder.until) else max(known.until, holder.until)
            aliases = "|".join(dict.fromkeys(a for a in f"{known.aliases}|{holder.aliases}".split("|") if a))
            holder = known._replace(since=min(known.since, holder.since), until=until, aliases=aliases)
        elif known:
            key = (*key[:3], holder.since)
        merged[key] = holder
    return list(merged.values())


def tsv(path: Path) -> list[list[str]]:
    """The rows of a table written by hand."""
    return [line.split("\t") for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]


if __name__ == "__main__":
    main(Path(sys.argv[1]), *(Path(a) for a in sys.argv[2:3]))
