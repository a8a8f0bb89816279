"""Real votes: the calculator gives the outcome that was."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from sayso.decisions.calculator import decide_votes

VOTES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "data" / "votes.toml").read_text("utf-8"))["vote"]
COLUMNS = {"supports": "for", "opposes": "against", "abstains": "abstain", "absent": "absent"}


def names(vote: dict[str, Any], column: str) -> list[str]:
    given: str | list[str] = vote.get(column, [])
    return [given] if isinstance(given, str) else given


@pytest.mark.parametrize("vote", VOTES, ids=[f"{v['body']} {v['day']} {v['what'][:40]}" for v in VOTES])
def test_outcome_of_a_real_vote(vote: dict[str, Any]) -> None:
    given = {column: names(vote, key) for column, key in COLUMNS.items()}
    found = decide_votes(vote["body"], given, rule=vote.get("rule"), as_of=vote["day"]).decision.outlook
    assert found.status == vote["outcome"]
    assert set(found.blockers if found.status == "blocked" else ()) == set(vote["blockers"])


def test_the_table_cites_its_facts() -> None:
    assert len(VOTES) >= 60
    assert all(len(vote["source"]) > 10 for vote in VOTES)
    assert {vote["outcome"] for vote in VOTES} == {"adopted", "blocked", "rejected"}
