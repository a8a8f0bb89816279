import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len

from sayso.brief import compose, render
from sayso.records import Debate, Sources

from .debates import hostile, seabed, undecided, unstated, untouched

GOLDEN = Path(__file__).parent / "golden"
DEBATES = {
    "seabed": seabed(),
    "undecided": undecided(),
    "untouched": untouched(),
    "unstated": unstated(),
    "hostile": hostile(),
}
SECTIONS = (
    "In short",
    "Where they stand",
    "On whose say-so",
    "What it takes",
    "The road ahead",
    "What does not add up",
    "Left out",
    "Sources",
)


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "json"])
@pytest.mark.parametrize("name", DEBATES)
def test_golden_briefs(name: str, form: str, golden: Callable[[Path, str], None]) -> None:
    suffix = {"terminal": "txt", "markdown": "md"}.get(form, form)
    golden(GOLDEN / f"{name}.{suffix}", render(compose(DEBATES[name]), form, colour=False))  # type: ignore[arg-type]


@pytest.mark.parametrize("width", [50, 120])
def test_golden_widths(width: int, golden: Callable[[Path, str], None]) -> None:
    golden(GOLDEN / f"seabed-{width}.txt", render(compose(seabed()), "terminal", width=width, colour=False))


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_sections_stand_in_order(form: str) -> None:
    text = render(compose(seabed()), form, colour=False)  # type: ignore[arg-type]
    mark = {"terminal": r"^{} ─", "markdown": r"^## {}$", "html": r"<h2 id=\"[\w-]+\">{}</h2>"}[form]
    found = [re.search(mark.format(section), text, flags=re.MULTILINE) for section in SECTIONS]
    assert [m.start() for m in found if m] == sorted(m.start() for m in found if m)
    assert all(found)


@pytest.mark.parametrize("debate", DEBATES.values(), ids=DEBATES)
@pytest.mark.parametrize("width", [1, 40, 41, 59, 60, 79, 99, 100, 133, 200, 500])
def test_no_line_is_wider_than_the_screen(debate: Debate, width: int) -> None:
    text = render(compose(debate), "terminal", width=width, colour=False)
    assert max(map(cell_len, text.splitlines())) <= min(max(width, 40), 200)
    assert "\x1b" not in text


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=60), st.integers(40, 130))
def test_any_words_fit(words: str, width: int) -> None:
    first, *rest = seabed().actors
    debate = replace(seabed(), question=words, actors=(replace(first, name=words), *rest))
    text = render(compose(debate), "terminal", width=width, colour=False)
    assert max(map(cell_len, text.split("\n"))) <= width
    assert "\x1b" not in text


@pytest.mark.parametrize("width", [40, 80, 120])
def test_colour_changes_nothing_but_colour(width: int) -> None:
    coloured = render(compose(seabed()), "terminal", width=width)
    assert "\x1b[" in coloured
    bare = re.sub(r"\x1b\[[\d;]*m", "", coloured)
    plain = render(compose(seabed()), "terminal", width=width, colour=False)
    assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()


def test_no_internal_ids_reach_a_reader() -> None:
    for form in ("terminal", "markdown", "html"):
        text = render(compose(seabed()), form, colour=False)  # type: ignore[arg-type]
        text = re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)
        assert "sha256" not in text
        assert not re.search(r"\b(?:DEU|NOR|USA|NLD|lena-vogt|nrk|s1)\b", text)


def test_every_passage_shown_is_one_of_the_articles() -> None:
    texts = [a.text for a in seabed().articles]
    for quoted in re.findall(
        r"“([^“”…]+)”", " ".join(render(compose(seabed()), "terminal", colour=False, width=50).split())
    ):
        known = [*texts, "Sign up for our newsletter", "Read more"]
        assert any(quoted in text for text in known)


def test_json_is_the_contract() -> None:
    text = render(compose(seabed()), "json")
    brief = json.loads(text)
    assert text.endswith("}\n")
    assert text.startswith('{\n  "schema": "sayso/brief/1",\n  "question": "Seabed mining ban",')
    assert brief["changes"][0]["from"] == "opposes"
    assert brief["changes"][0]["to"] == "supports"
    assert brief["positions"][0]["condition"] is None
    assert brief["statements"][0]["confidence"] == 0.93
    assert brief["conflicts"][0]["confidence"] == 0.8
    assert brief["decision"]["rule"]["thresholds"] == {"states": 36}
    assert brief["decision"]["rule"]["veto"] is None
    assert list(brief["standing"]) == sorted(brief["standing"])
    assert brief["articles"][2]["furniture"][1] == {"text": "Read more", "start": None, "end": None, "reason": ""}


def test_unknown_formats_are_named() -> None:
    with pytest.raises(ValueError, match="docx: no such format"):
        render(compose(seabed()), "docx")  # type: ignore[arg-type]


FORMS = ("terminal", "markdown", "html", "json")
LACKING = {
    "proposal": None,
    "question": None,
    "as_of": None,
    "decision": None,
    "actors": (),
    "statements": (),
    "articles": (),
    "events": (),
    "conflicts": (),
    "changes": (),
    "interests": (),
    "standing": {},
    "sources": Sources(articles=0, independent=0, clusters=()),
}


@pytest.mark.parametrize("field", LACKING)
@pytest.mark.parametrize("form", FORMS)
def test_whatever_is_lacking_the_rest_is_shown(field: str, form: str) -> None:
    debate = replace(seabed(), **{field: LACKING[field]})
    assert "Kingston" in render(compose(debate), form) or field == "events"  # type: ignore[arg-type]


@pytest.mark.parametrize("form", FORMS)
def test_nothing_at_all_is_a_brief_too(form: str) -> None:
    nothing = replace(seabed(), **LACKING)
    assert render(compose(nothing), form)  # type: ignore[arg-type]
    assert compose(nothing).summary[0].text == "There is no article to read."
