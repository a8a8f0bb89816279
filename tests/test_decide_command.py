"""`sayso decide` as a user types it: the outcome first, why, what would turn it; and what it says to bad input."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from rich.cells import cell_len

from sayso.cli import main
from sayso.records import Decision

QUALIFIED = ("eu-council", "--rule", "qualified-majority", "--against", "FRA,POL,AUT,IRL,HUN", "--as-of", "2025-12-01")


def decide(*arguments: object, columns: int = 80) -> Result:
    return CliRunner(env={"COLUMNS": str(columns)}).invoke(main, ["decide", *map(str, arguments)])


def printed(*arguments: object, columns: int = 80) -> str:
    done = decide(*arguments, columns=columns)
    assert (done.exit_code, done.stderr) == (0, "")
    return done.stdout


def flowing(*arguments: object) -> str:
    """The page on one line, so that no sentence is cut by the width."""
    return " ".join(printed(*arguments).split())


def as_json(*arguments: object) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(printed(*arguments, "--json"))
    return found


@pytest.fixture
def parties(tmp_path: Path) -> Path:
    file = tmp_path / "parties.toml"
    file.write_text('name = "City council"\n[seats]\ngreens = 21\nlabour = 18\ntories = 15\nindies = 6\n', "utf-8")
    return file


def test_a_veto() -> None:
    lines = printed("unsc", "--for", "USA,GBR,FRA", "--against", "RUS").splitlines()
    assert lines[0] == "Blocked: Russia alone blocks the proposal; as things stand it cannot pass."
    page = flowing("unsc", "--for", "USA,GBR,FRA", "--against", "RUS")
    assert "Body United Nations (Security Council)" in page
    assert "no vote against from China, France, the United Kingdom, Russia or the United States" in page
    assert "(Charter of the United Nations, Article 27(3)" in page
    assert "3 for (France, United Kingdom, United States); 1 against (Russia); 11 not heard from" in page
    assert "3 for · 11 open · 1 against · needs 9" in page
    assert "Would turn it A change by Russia" in page


def test_a_qualified_majority_has_two_meters_and_two_directions() -> None:
    page = flowing(*QUALIFIED, "--undecided", "ITA")
    assert page.startswith("Open: 21 members have not said where they stand; it can still pass or fail.")
    assert "15 of 27 members holding 65% of the population" in page
    assert "0 for · 22 open · 5 against · needs 15" in page
    assert "28.8% against · needs 65%" in page
    assert "For: at least 15 of the 22 still open; against: Italy, Germany or Spain" in page


def test_one_member_who_settles_it_either_way() -> None:
    page = flowing(*QUALIFIED, "--undecided", "ITA", "--for", "rest")
    assert "Would settle it Either way: Italy" in page
    assert "Probability 50%" in page


def test_members_of_ones_own_file(parties: Path) -> None:
    page = flowing("--members", parties, "--rule", "share(seats) > 1/2", "--for", "greens,labour")
    assert page.startswith("Passes: on these votes the proposal is certain to pass.")
    assert "Body City council" in page
    assert "39 for · 21 open · needs 31" in page
    assert "Would turn it A change by greens or labour" in page


def test_a_process_of_several_stages() -> None:
    page = flowing("eu-legislation", "--for", "rest", "--against", "HUN")
    assert page.startswith("Passes: on these votes both stages are certain to pass.")
    assert "1 of 2, Council: passes (26 for · 1 against · needs 15); 2 of 2, European Parliament: passes" in page
    stages = as_json("eu-legislation", "--for", "rest", "--against", "HUN")["stages"]
    assert [stage["name"] for stage in stages] == ["Council", "European Parliament"]


def test_the_stage_at_which_it_fails() -> None:
    page = flowing("eu-accession", "--for", "rest", "--against", "HUN")
    assert page.startswith("Blocked at stage 1 of 3: Hungary alone blocks the proposal")
    assert "– here it stands; 2 of 3" in page


def test_a_silence_procedure() -> None:
    page = flowing("nato", "--for", "TUR", "--silence-until", "2025-05-03", "--as-of", "2025-05-01")
    assert "Silence means consent after 3 May 2025" in page
    assert "no objection from the 31 not heard from; against: any one of the 31 not heard from" in page
    assert "0 of 32 members" in page
    after = flowing("nato", "--for", "TUR", "--silence-until", "2025-05-03", "--as-of", "2025-05-05")
    assert after.startswith("Passes:")


def test_json_is_the_decision_of_the_contract() -> None:
    done = printed("imf", "--rule", "85-percent", "--against", "USA", "--json")
    decision = json.loads(done)
    assert list(decision) == list(Decision.__struct_fields__)
    assert decision["rule"]["id"] == "85-percent"
    assert decision["tally"]["opposes"] == ["USA"]
    assert (decision["outlook"]["status"], decision["outlook"]["blockers"]) == ("blocked", ["USA"])
    assert done.endswith("}\n")


def test_power_is_added_to_the_json_and_to_the_page() -> None:
    power = as_json("eu-council", "--rule", "qualified-majority", "--power")["power"]
    assert {"banzhaf", "banzhaf_share", "shapley", "coleman_prevent", "coleman_act", "decisiveness"} <= set(power)
    assert max(power["shapley"], key=power["shapley"].get) == "DEU"
    assert sum(power["banzhaf_share"].values()) == pytest.approx(1)
    page = printed("eu-council", "--power", "--rule", "qualified_majority")
    assert "Germany" in page.split("Power", 1)[1].splitlines()[1]
    assert "Open:" not in page
    assert "Coleman" in page


def test_rest_options_names_and_ids_mean_the_same() -> None:
    one = as_json("unsc", "--for", "United States", "--for", "uk, FRA", "--against", "rest", "--as-of", "2025-06-01")
    other = as_json("unsc", "--for", "USA,GBR,France", "--against", "rest", "--as-of", "2025-06-01")
    assert one == other
    assert len(one["tally"]["opposes"]) == 12
    assert one["tally"]["silent"] == 0


@pytest.mark.parametrize("option", ["--for", "--against", "--abstain", "--conditional", "--undecided", "--absent"])
def test_every_column_counts(option: str) -> None:
    columns = {"for": "supports", "against": "opposes", "abstain": "abstains"}
    name = option.removeprefix("--")
    assert as_json("unsc", option, "CHN")["tally"][columns.get(name, name)] == ["CHN"]


def test_the_list_names_every_body_on_a_line() -> None:
    lines = printed("--list").splitlines()
    assert any(line.split()[:1] == ["eu-council"] and "qualified-majority" in line and " 27 " in line for line in lines)
    assert any(line.startswith("eu-legislation") and "then european-parliament" in line for line in lines)
    rows = json.loads(printed("--list", "--json"))
    assert {"id": "nato", "name": "NATO (North Atlantic Council)", "members": 32} in [
        {key: row[key] for key in ("id", "name", "members")} for row in rows
    ]


def test_the_list_of_one_body_has_its_members_and_rules() -> None:
    page = " ".join(printed("unsc", "--list").split())
    assert "Rule (default) substantive: 9 of 15 members, with no vote against from China" in page
    assert "Russia (RUS)" in page
    assert json.loads(printed("unsc", "--list", "--json"))["names"]["FRA"] == "France"


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_screen(columns: int) -> None:
    page = printed(*QUALIFIED, "--undecided", "ITA", "--power", columns=columns)
    assert max(map(cell_len, page.splitlines())) <= columns
    assert "Germany" in page.partition("Power")[2]
    assert "\x1b" not in page


def test_knowledge_of_ones_own_adds_a_body(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        '[[body]]\nid = "lake-board"\nname = "Lake Board"\nsource = "statutes"\nas_of = "2025-01-01"\naliases = []\n'
        'roster = ["FRA", "CHE"]\nrule = [{ id = "both", kind = "unanimity", article = "Statutes, Article 3", '
        'abstention = "against", absence = "against", passes = "all", default = true }]\n',
        "utf-8",
    )
    page = flowing("lake-board", "--for", "FRA,CHE", "--knowledge", own)
    assert page.startswith("Passes:")
    assert "Statutes, Article 3" in page


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("eu-councl",), "eu-councl: no such body (did you mean eu-council"),
        (("unsc", "--rule", "acclamation"), "acclamation"),
        (("unsc", "--rule", "count >= 9 and"), "count >= 9 and\n                ^"),
        (("unsc", "--for", "Atlantis"), "Atlantis: no member of United Nations (Security Council)"),
        (("eu-council", "--for", "Norway"), "Norway: no member of European Union"),
        (("unsc", "--for", "France,FRA"), "named twice in --for"),
        (("unsc", "--for", "USA", "--against", "United States"), "both in --for and in --against"),
        (("unsc", "--for", "rest", "--against", "rest"), "rest stands in two columns"),
        (("unsc", "--as-of", "1900-01-01"), "is known here from"),
        (("unsc", "--as-of", "yesterday"), "'yesterday' is no ISO date"),
        ((), "name a BODY"),
        (("--members", "parties.toml"), "needs a --rule"),
        (("unsc", "--members", "parties.toml", "--rule", "all"), "leave one out"),
        (("--members", "nowhere.toml", "--rule", "all"), "nowhere.toml: No such file"),
        (("eu-legislation", "--rule", "majority"), "several steps"),
    ],
)
def test_bad_input_is_one_clear_message(arguments: tuple[str, ...], says: str) -> None:
    done = decide(*arguments)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("Error: ")


def test_weights_that_do_not_add_up_are_named(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text("total = { seats = 40 }\n[seats]\ngreens = 21\nlabour = 18\n", "utf-8")
    done = decide("--members", file, "--rule", "share(seats) > 1/2")
    assert done.exit_code == 2
    assert "the seats come to 39, not to the total of 40" in done.stderr


def test_a_lost_vote_is_an_answer() -> None:
    assert decide("unsc", "--against", "rest").exit_code == 0


def test_help_has_examples() -> None:
    text = printed("--help")
    assert "sayso decide unsc --for USA,GBR,FRA" in text
    assert "Exit codes: 0 whatever the outcome; 2 bad input." in text
