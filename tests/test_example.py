"""The sample debate from end to end. What is expected was written from the articles' text."""

import json
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from sayso import analyse, compose, read_all, render, untangle, verify
from sayso.records import Brief, Evidence

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "examples" / "armenia-mission"
QUESTION = "Should the EU send a police training mission to Armenia?"
SAYSO = Path(sys.executable).parent / "sayso"


@pytest.fixture(scope="module")
def brief() -> Brief:
    articles, unread = read_all([str(FOLDER)])
    return compose(untangle([analyse(a) for a in articles], QUESTION, left_out=unread))


def test_all_five_articles_are_read(brief: Brief) -> None:
    assert [a.file for a in brief.articles] == sorted(p.name for p in FOLDER.iterdir())
    assert [a.published for a in brief.articles] == [
        "2025-03-04",
        "2025-03-12",
        "2025-03-19",
        "2025-03-26",
        "2025-04-08",
    ]
    assert brief.as_of == "2025-04-08"


@pytest.mark.parametrize(
    "line",
    [
        "Share on Facebook", "Sign up for our newsletter", "Read also", "No time to read?", "Get a summary",
        "Posted by admin", "Previous Article", "Foldable Watch", "Next Article", "live scores", "Advertisement", "Follow us",
        "Most read", "Enjoying this",
    ],
)  # fmt: skip
def test_no_furniture_is_left_in_the_text(brief: Brief, line: str) -> None:
    assert not any(line in article.text for article in brief.articles)


@pytest.mark.parametrize(
    ("actor", "stance"), [("HUN", "opposes"), ("FRA", "supports"), ("DEU", "supports"), ("SVK", "supports")]
)
def test_where_they_stand(brief: Brief, actor: str, stance: str) -> None:
    assert brief.standing[actor].stance == stance


def test_germany_came_round(brief: Brief) -> None:
    assert ("DEU", "undecided", "supports") in [(c.actor, c.from_stance, c.to_stance) for c in brief.changes]


def test_hungary_speaks_through_an_unnamed_official_in_a_newspaper(brief: Brief) -> None:
    third = brief.articles[2].id
    (position,) = [p for p in brief.positions if p.actor == "HUN" and p.evidence[0].article == third]
    assert position.anonymous
    assert "official" in position.chain[-1]


def test_it_takes_everybody_and_hungary_blocks(brief: Brief) -> None:
    decision = brief.decision
    assert decision
    assert (decision.rule.kind, decision.rule.members, decision.rule.known_from) == ("unanimity", 27, "text")
    assert (decision.outlook.status, decision.outlook.blockers) == ("blocked", ("HUN",))


def test_the_next_date_is_the_vote_in_luxembourg(brief: Brief) -> None:
    upcoming = [event for event in brief.events if event.status == "upcoming" and event.start]
    assert upcoming[0].start == "2025-04-14"
    assert "Luxembourg" in (upcoming[0].where or "")


def test_the_planted_contradiction_is_found_and_no_other(brief: Brief) -> None:
    (conflict,) = brief.conflicts
    assert conflict.kind == "number"
    assert "41" in conflict.sides[0].text
    assert "38" in conflict.sides[1].text


def test_the_summary_cites(brief: Brief) -> None:
    assert 3 <= len(brief.summary) <= 6
    assert all(line.evidence for line in brief.summary)


def test_every_passage_is_exact_and_the_brief_verifies(brief: Brief) -> None:
    texts = {article.id: article.text for article in brief.articles}
    found: list[Evidence] = []

    def walk(node: object) -> None:
        if isinstance(node, Evidence):
            found.append(node)
        elif isinstance(node, msgspec.Struct):
            for name in node.__struct_fields__:
                walk(getattr(node, name))
        elif isinstance(node, tuple):
            for part in node:
                walk(part)

    walk(brief)
    assert len(found) > 20
    assert all(texts[e.article][e.start : e.end] == e.text for e in found)
    assert verify(render(brief, "json").encode()) == ()


def test_order_and_threads_change_nothing(brief: Brief) -> None:
    from sayso.language.encoder import spread

    paths = sorted((str(p) for p in FOLDER.iterdir()), reverse=True)
    articles, _ = read_all(paths)
    again = compose(untangle(spread(analyse, articles), QUESTION))
    assert render(again, "json") == render(brief, "json")


def test_a_question_that_nothing_touches(brief: Brief) -> None:
    articles, _ = read_all([str(FOLDER)])
    empty = compose(untangle([analyse(a) for a in articles[:2]], "Should Peru legalise llama racing?"))
    assert empty.proposal is None
    assert empty.positions == ()
    assert empty.decision is None


def test_the_command_names_the_bad_input_and_briefs_the_rest(tmp_path: Path) -> None:
    bad = tmp_path / "empty.html"
    bad.write_bytes(b"")
    good = FOLDER / "04-northern-gazette.html"
    done = subprocess.run([SAYSO, "brief", bad, good, "--format", "json"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "empty.html" in done.stderr
    assert len(json.loads(done.stdout)["articles"]) == 1
