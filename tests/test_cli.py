"""The command line as a user types it: what goes where, and how it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "examples" / "armenia-mission"
PAGE = FOLDER / "04-northern-gazette.html"
SAYSO = Path(sys.executable).parent / "sayso"


def sayso(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [str(SAYSO), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **environment})


def test_read_prints_the_article_and_what_was_removed() -> None:
    done = sayso("read", PAGE)
    assert done.returncode == 0
    assert "Berlin comes round to Armenia police mission" in done.stdout
    body, _, left_out = done.stdout.partition("Left out")
    assert "Advertisement" not in body
    assert "Advertisement" in left_out


def test_read_as_json_is_one_record() -> None:
    article = json.loads(sayso("read", PAGE, "--json").stdout)
    assert article["published"] == "2025-03-26"
    assert article["id"].startswith("sha256:")


def test_statements_in_a_pipe_are_json_lines_with_their_file() -> None:
    rows = [json.loads(line) for line in sayso("statements", PAGE).stdout.splitlines()]
    assert {row["file"] for row in rows} == {PAGE.name}
    assert "Annika Brandt" in [link["text"] for row in rows for link in row["chain"]]


def test_statements_raw_keeps_every_offset(tmp_path: Path) -> None:
    text = "First line.\r\n\r\n  “The quota is too low,” the Danish minister said.\r\n"
    file = tmp_path / "raw.txt"
    file.write_bytes(text.encode())
    row = json.loads(sayso("statements", "--raw", file).stdout)
    assert row["doc"] == "raw"
    ((start, end),) = row["statements"][0]["source"]
    assert text[start:end] == "the Danish minister"


@pytest.mark.parametrize("style", ["terminal", "markdown", "html", "json"])
def test_every_format_goes_to_a_file_or_to_stdout(style: str, tmp_path: Path) -> None:
    out = tmp_path / "brief"
    to_file = sayso("brief", PAGE, "--format", style, "--output", out)
    assert (to_file.returncode, to_file.stdout) == (0, "")
    assert out.read_text("utf-8") == sayso("brief", PAGE, "--format", style).stdout


def test_no_colour_in_a_pipe() -> None:
    assert "\x1b" not in sayso("brief", PAGE).stdout


def test_verify_passes_a_brief_and_names_the_first_passage_that_does_not_match(tmp_path: Path) -> None:
    good = sayso("brief", PAGE, "--question", "EU police training mission", "--format", "json").stdout
    file = tmp_path / "brief.json"
    file.write_text(good, "utf-8")
    assert sayso("verify", file).returncode == 0
    tampered = json.loads(good)
    tampered["positions"][0]["evidence"][0]["text"] += "!"
    file.write_text(json.dumps(tampered), "utf-8")
    done = sayso("verify", file)
    assert done.returncode == 1
    assert "/positions/0/evidence/0" in done.stderr


def test_a_bad_date_is_a_usage_error() -> None:
    done = sayso("brief", PAGE, "--as-of", "last Tuesday")
    assert done.returncode == 2
    assert "2023-07-08" in done.stderr


def test_check_names_models_and_knowledge() -> None:
    lines = sayso("check").stdout
    assert all(
        word in lines for word in ("model attribution", "model stance", "model furniture", "knowledge", "onnxruntime")
    )


def test_a_missing_file_is_named_with_reason_and_advice() -> None:
    done = sayso("read", "nowhere.html")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("sayso: nowhere.html: ")
    assert done.stderr.count("\n") == 1


def test_the_users_own_knowledge_is_laid_over_ours(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        '[[outlet]]\nid = "il-mattino"\nname = "Il Mattino di Liguria"\naliases = ["Il Mattino Ligure"]\n', "utf-8"
    )
    brief = json.loads(sayso("brief", PAGE, "--knowledge", own, "--format", "json").stdout)
    assert "Il Mattino di Liguria" in [actor["name"] for actor in brief["actors"]]


def test_an_output_folder_that_is_not_there_is_said_before_the_work() -> None:
    done = sayso("brief", PAGE, "--output", "/no/such/folder/brief.html")
    assert done.returncode == 2
    assert "/no/such/folder" in done.stderr
    assert "Traceback" not in done.stderr


def test_raw_names_what_it_cannot_read_and_does_the_rest(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("“No,” the Danish minister said.", "utf-8")
    done = sayso("statements", "--raw", tmp_path / "nope.txt", good)
    assert done.returncode == 1
    assert "nope.txt: no such file" in done.stderr
    assert json.loads(done.stdout)["doc"] == "good"


def test_an_article_cannot_speak_to_the_terminal(tmp_path: Path) -> None:
    page = tmp_path / "escape.txt"
    text = "The dam will open in May, the minister said.\x1b[31m It will close again in June if the river is low. "
    page.write_text("A dam and a river\n\n" + text * 4 + "\x1b]0;PWNED\x07\u202e\n", "utf-8")
    shown = sayso("read", page, "--output", tmp_path / "out").returncode, (tmp_path / "out").read_text("utf-8")
    assert shown[0] == 0
    assert not {"\x1b", "\x07", "\u202e"} & set(shown[1])


def test_knowledge_that_is_no_toml_is_one_line(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_bytes(b"\xff\xfe\x00")
    done = sayso("brief", PAGE, "--knowledge", own)
    assert done.returncode == 1
    assert "own.toml" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_position_after_the_day_asked_is_not_told() -> None:
    brief = json.loads(
        sayso("brief", FOLDER, "--question", "EU police mission", "--as-of", "2025-03-13", "--format", "json").stdout
    )
    assert brief["positions"]
    assert all(position["as_of"] <= "2025-03-13" for position in brief["positions"])
