"""The README's first screen is what the command prints, and what it tells of the command line is true."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
SAYSO = Path(sys.executable).parent / "sayso"


def test_the_sample_brief_is_the_true_output() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    example, question = (re.search(rf"^{name} := (.*)$", makefile, re.M) for name in ("EXAMPLE", "QUESTION"))
    assert example
    assert question
    command = [SAYSO, "brief", ROOT / example[1], "--question", question[1]]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    block = re.search(r"<!-- brief:begin -->\n(.*?)<!-- brief:end -->", README, re.DOTALL)
    assert block
    shown = [line.removeprefix("    ") for line in block[1].splitlines()]
    assert shown == [line.rstrip() for line in printed.splitlines()], "run: python evaluation/readme.py"


@pytest.mark.parametrize("command", ["brief", "read", "statements", "verify", "check"])
def test_every_command_is_in_the_readme_and_has_help(command: str) -> None:
    assert f"sayso {command}" in README
    done = subprocess.run([SAYSO, command, "--help"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Usage:")
    assert done.stderr == ""


def test_options_named_in_the_readme_exist() -> None:
    for command, options in re.findall(r"^    sayso (\w+)(.*)$", README, re.M):
        text = subprocess.run([SAYSO, command, "--help"], capture_output=True, text=True, check=True).stdout
        for option in re.findall(r"--[a-z-]+", options.split("&&")[0]):
            assert option in text, f"{command} {option}"
