"""The knowledge tables hold what they promise, and a user's own TOML lies over them."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations
from pathlib import Path

import msgspec
import pytest

from sayso.actors import find_actors, knowledge_versions, organisation, outlet_named, state, states
from sayso.actors.tables import HolderRow, knowledge
from sayso.actors.words import folds_of, slug
from sayso.decisions.table import members
from sayso.errors import BadKnowledge
from sayso.installation import use_knowledge
from sayso.records import Article, Block, Table
from sayso.resources import knowledge_text
from sayso.resources.own import own_name

CHAMBERS = {"parliament", "congress", "senate", "house-of-representatives", "house-of-councillors", "bundesrat"}
# Forms that two states share on purpose.
SHARED_BY_STATES = {"congo", "congolese"}
# Kings found as persons but not as the tables': one has a famous prime minister's surname, one a hyphen in his only name.
NOT_TOLD_APART = {("BEL", "Philippe"), ("NLD", "Willem-Alexander")}


@pytest.fixture(autouse=True)
def _shipped() -> Iterator[None]:
    yield
    use_knowledge(None)


def test_the_tables_are_as_broad_as_promised() -> None:
    tables = knowledge()
    assert len(states()) == 250
    assert len(tables.organisations) >= 450
    assert len(tables.outlets) >= 500
    assert len(tables.parties) >= 700
    assert len({party.state for party in tables.parties.values()}) >= 100
    chambers = {seat.state for seat in tables.seats if seat.institution in CHAMBERS}
    assert len(chambers) >= 100
    assert len({seat.state for seat in tables.seats if seat.institution not in CHAMBERS}) >= 100
    assert {seat.state for seat in tables.seats} >= {row.of for row in tables.holders if row.office == "foreign"}
    for office in ("foreign", "defence"):
        assert len({row.of for row in tables.holders if row.office == office}) >= 40


def test_every_table_says_whence_and_as_of_when() -> None:
    for table, source, as_of, rows in map(msgspec.structs.astuple, knowledge_versions()):
        assert source, table
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", as_of), table
        assert rows > 0
    assert "# licence: ODbL-1.0" in knowledge_text("states.tsv")
    assert "Open Database License" in knowledge_text("states.LICENSE")


def test_rows_point_at_rows_that_are_there() -> None:
    tables = knowledge()
    assert all(seat.state in tables.states for seat in tables.seats)
    assert all(row.parent is None or row.parent in tables.organisations for row in tables.organisations.values())
    assert all(party.state in (*tables.states, "EU") for party in tables.parties.values())
    assert all(outlet.state in tables.states for outlet in tables.outlets.values())
    for holder in tables.holders:
        assert holder.of in tables.states or holder.of in tables.organisations
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", holder.since)
        assert not holder.until or holder.since <= holder.until, holder


def _owners(named: Iterable[tuple[str, Iterable[str]]]) -> dict[str, set[str]]:
    """The rows that a form names, by the folded form."""
    owners: dict[str, set[str]] = {}
    for owner, forms in named:
        for form in forms:
            owners.setdefault(" ".join(folds_of(form)), set()).add(owner)
    owners.pop("", None)
    return owners


def test_no_form_names_two_rows_of_a_table() -> None:
    tables = knowledge()
    bodies = _owners((o.id, (o.name, *o.aliases)) for o in tables.organisations.values())
    of_states = _owners(
        (s.id, (s.name, s.official, *s.aliases, *s.capitals, *s.adjectives, *s.people)) for s in tables.states.values()
    )
    of_seats = _owners((seat.state, seat.forms) for seat in tables.seats)
    of_parties = _owners((f"{p.state} {p.id}", (p.name, *p.aliases, *p.weak)) for p in tables.parties.values())
    assert {form: rows for form, rows in bodies.items() if len(rows) > 1} == {}
    assert {form for form, rows in of_states.items() if len(rows) > 1} == SHARED_BY_STATES
    assert {form: rows for form, rows in of_seats.items() if len(rows) > 1} == {}
    for form, rows in of_parties.items():
        assert len({row.split()[0] for row in rows}) == len(rows), (form, rows)  # only parties of different states


def test_no_form_names_rows_of_two_tables() -> None:
    tables = knowledge()
    bodies = _owners((o.id, (o.name, *o.aliases)) for o in tables.organisations.values())
    strong_parties = _owners((p.id, {p.name, *p.aliases} - {*p.weak}) for p in tables.parties.values())
    strong_outlets = _owners((o.id, {o.name, *o.aliases} - {*o.weak}) for o in tables.outlets.values())
    of_seats = _owners((seat.state, seat.forms) for seat in tables.seats)
    of_states = _owners((s.id, (s.name, *s.aliases, *s.adjectives, *s.people)) for s in tables.states.values())
    for one, other in combinations((bodies, strong_parties, strong_outlets, of_seats, of_states), 2):
        assert sorted(one.keys() & other.keys()) == []


def test_no_id_is_of_two_tables() -> None:
    tables = knowledge()
    for one, other in combinations((tables.states, tables.organisations, tables.parties, tables.outlets), 2):
        assert sorted(one.keys() & other.keys()) == []


def test_every_organ_hangs_under_an_organisation() -> None:
    organisations = knowledge().organisations
    for row in organisations.values():
        seen, above = {row.id}, row.parent
        while above:
            assert above not in seen, row.id
            seen.add(above)
            above = organisations[above].parent
        assert row.name not in row.aliases, row.id


def test_an_institution_of_a_state_has_one_name() -> None:
    names: dict[tuple[str, str], set[str]] = {}
    for seat in knowledge().seats:
        names.setdefault((seat.state, seat.institution), set()).add(seat.name)
    assert {key: found for key, found in names.items() if len(found) > 1} == {}


def test_ministers_of_a_state_follow_one_another() -> None:
    rows = [row for row in knowledge().holders if row.office in ("foreign", "defence")]
    for one, other in combinations(sorted(rows, key=lambda r: (r.of, r.office, r.since)), 2):
        if (one.of, one.office) == (other.of, other.office):
            assert one.until, (one, other)
            assert one.until <= other.since, (one, other)


def _leaders() -> Iterator[tuple[HolderRow, str]]:
    """Each head of state or government and deputy, on the first day and a day in the middle of the term."""
    for row in knowledge().holders:
        if row.office in ("hos", "hog"):
            first = date.fromisoformat(row.since)
            last = max(first, date.fromisoformat(row.until or "2026-06-30"))
            yield from ((row, day.isoformat()) for day in (first, first + (last - first) / 2))


def test_every_leader_is_found_as_that_person_while_in_office() -> None:
    offices: dict[str, set[str]] = {}  # one person may lead two territories
    for row in knowledge().holders:
        offices.setdefault(row.name, set()).add(row.of)
    missed = set()
    for row, day in _leaders():
        place = knowledge().states[row.of].name
        is_whole = " " in row.name  # monarchs and popes have one name, which is theirs beside their title
        text = f"{row.name} of {place} spoke." if is_whole else f"{place}’s {row.title} {row.name} spoke."
        article = Article(id="sha256:0", text=text, blocks=(Block(start=0, end=len(text), kind="body"),), published=day)
        actors = {actor.id: actor for actor in find_actors(article)[0]}
        person = actors.get(slug(row.name))
        if person is None or person.kind != "person" or person.parent not in offices[row.name]:
            missed.add((row.of, row.name))
    assert missed - NOT_TOLD_APART == set()


@pytest.mark.parametrize(
    ("form", "identifier"),
    [
        ("Burma", "MMR"), ("Swaziland", "SWZ"), ("Czechia", "CZE"), ("Cabo Verde", "CPV"), ("Timor-Leste", "TLS"),
        ("Türkiye", "TUR"), ("Côte d’Ivoire", "CIV"), ("Congo-Brazzaville", "COG"), ("the Republic of the Congo", "COG"),
        ("Congo-Kinshasa", "COD"), ("the DRC", "COD"), ("DR Congo", "COD"), ("Zaire", "COD"), ("N. Korea", "PRK"),
        ("the DPRK", "PRK"), ("the Republic of Korea", "KOR"), ("S. Korea", "KOR"), ("St. Lucia", "LCA"),
        ("the US Virgin Islands", "VIR"), ("Bissau-Guinean officials", "GNB"), ("Dominican officials", "DOM"),
        ("Brazil’s Congress", "BRA"), ("the Polish Senate", "POL"), ("Itamaraty", "BRA"), ("the Farnesina", "ITA"),
        ("the Jogorku Kenesh", "KGZ"), ("Putrajaya", "MYS"), ("the Union Buildings", "ZAF"), ("Rideau Hall", "CAN"),
        ("the WEOG", "weog"), ("GRULAC", "grulac"), ("the LDCs", "ldcs"), ("COP29", "climate-conference"),
        ("the Venice Commission", "venice-commission"), ("Fatah", "fatah"), ("PSOL", "psol"),
    ],
)  # fmt: skip
def test_names_in_a_sentence(form: str, identifier: str) -> None:
    text = f"On Monday, {form} rejected the plan."
    article = Article(id="sha256:0", text=text, blocks=(Block(start=0, end=len(text), kind="body"),))
    assert {mention.actor for mention in find_actors(article)[1]} == {identifier}


@pytest.mark.parametrize(
    ("identifier", "day", "name"),
    [
        ("FRA", "2018-03-01", "Emmanuel Macron"),
        ("DEU", "2015-12-01", "Angela Merkel"),
        ("DEU", "2023-12-01", "Olaf Scholz"),
        ("USA", "2019-01-01", "Donald Trump"),
        ("USA", "2022-01-01", "Joe Biden"),
        ("GBR", "2023-01-01", "Rishi Sunak"),
        ("JPN", "2023-07-01", "Fumio Kishida"),
        ("NLD", "2019-05-01", "Mark Rutte"),
        ("NZL", "2019-05-01", "Jacinda Ardern"),
        ("nato", "2020-01-01", "Jens Stoltenberg"),
        ("nato", "2025-01-01", "Mark Rutte"),
    ],
)
def test_terms(identifier: str, day: str, name: str) -> None:
    holders = [
        h.name
        for h in knowledge().holders
        if h.of == identifier and h.office in ("hos", "hog", "chief") and h.holds(day)
    ]
    assert name in holders


def test_lookups() -> None:
    assert (row := state("SWE")) is not None
    assert row.people == ("Swedes",)
    assert (nato := organisation("nato")) is not None
    assert nato.chief == "secretary general"
    assert outlet_named("the Financial Times") == outlet_named("FT") == "financial-times"
    assert outlet_named("Nobody’s Gazette") is None


def test_own_knowledge_lies_over_the_tables(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        '[[organisation]]\nid = "river-compact"\nname = "River Compact"\naliases = ["RC"]\n'
        '[[holder]]\nof = "river-compact"\noffice = "chief"\ntitle = "Chair"\nname = "Ida Storm"\nsurname = "Storm"\n'
        'since = "2020-01-01"\n',
        "utf-8",
    )
    text = "Ida Storm of the River Compact spoke."
    article = Article(id="sha256:0", text=text, blocks=(Block(start=0, end=len(text), kind="body"),))
    assert "river-compact" not in {a.id for a in find_actors(article)[0]}
    use_knowledge(own)
    assert {a.id: a.parent for a in find_actors(article)[0]} == {"ida-storm": "river-compact", "river-compact": None}
    assert Table(table="own.toml", source="yours", as_of="", rows=2) in knowledge_versions()


def test_a_file_that_is_no_knowledge_is_named(tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text("[[state]]\nname = 3\n", "utf-8")
    with pytest.raises(BadKnowledge, match=r"bad\.toml"):
        use_knowledge(bad)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('[[state]]\nid = "ATL"\nname = 3\n', r"bad\.toml, line 3: \[\[state\]\] Expected `str`, got `int` in name"),
        ('# mine\n\n[[party]]\nid = "x"\nnmae = "X"\n', r"bad\.toml, line 5: .*unknown field `nmae`"),
        ('[[party]]\nid = "x"\nname = "X"\nstate = "FRA"\n[[party]]\nid = "y"\n', r"line 5: .*missing required field `name`"),
        ('[[organisation]]\nid = "x"\nname = "X\n', r"bad\.toml, line 3: no TOML"),
        ('[[states]]\nid = "ATL"\n', r"bad\.toml, line 1: 'states' is no table of rows; there may be \[\[state\]\]"),
        ('[[body]]\nid = "b"\nname = "B"\n', r"bad\.toml, line 1: \[\[body\]\] .*missing required field"),
    ],
)  # fmt: skip
def test_an_error_in_own_knowledge_is_named_with_its_line(tmp_path: Path, content: str, message: str) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text(content, "utf-8")
    with pytest.raises(BadKnowledge, match=message):
        use_knowledge(bad)
    assert "river-compact" not in knowledge().organisations
    assert own_name() is None


def test_a_body_of_ones_own_decides(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        '[[body]]\nid = "river-compact"\nname = "River Compact (Council)"\nsource = "its charter"\nas_of = "2024-01-01"\n'
        'aliases = ["River Compact"]\n[body.members]\nAUT = "2000-01-01/"\nHUN = "2000-01-01/"\n'
        '[[body.rule]]\nid = "all"\nkind = "unanimity"\narticle = "Art. 4"\nabstention = "for"\nabsence = "neither"\n'
        'passes = "all"\n',
        "utf-8",
    )
    use_knowledge(own)
    assert members("river-compact", "2024-06-01") == ("AUT", "HUN")
