"""The knowledge tables hold what they promise, and a user's own TOML lies over them."""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from sayso.actors import find_actors, knowledge_versions, organisation, outlet_named, state, states
from sayso.actors.tables import knowledge
from sayso.decisions.table import members
from sayso.errors import BadKnowledge
from sayso.installation import use_knowledge
from sayso.records import Article, Block, Table
from sayso.resources import knowledge_text
from sayso.resources.own import own_name


@pytest.fixture(autouse=True)
def _shipped() -> Iterator[None]:
    yield
    use_knowledge(None)


def test_the_tables_are_as_broad_as_promised() -> None:
    tables = knowledge()
    assert len(states()) == 250
    assert len(tables.organisations) >= 100
    assert len(tables.outlets) >= 500
    assert len(tables.parties) >= 200
    assert len({seat.state for seat in tables.seats}) >= 35


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
        'passes = { members = "1" }\n',
        "utf-8",
    )
    use_knowledge(own)
    assert members("river-compact", "2024-06-01") == ("AUT", "HUN")
