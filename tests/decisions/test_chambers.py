"""Chambers of parliaments: every line of their table is a body with seats, and its rules have a kind."""

import pytest

from sayso.actors import state
from sayso.decisions.chambers import chambers, kind_of
from sayso.decisions.games import game
from sayso.decisions.in_words import rule_in_words
from sayso.decisions.table import bodies, default_rule, participants, size, sizes
from sayso.errors import BadRule

IDS = [row.id for row in chambers()]


@pytest.mark.parametrize("row", chambers(), ids=IDS)
def test_a_chamber_is_whole(row) -> None:  # type: ignore[no-untyped-def]
    assert bodies()[row.id] is row or bodies()[row.id] == row
    assert row.name.endswith(")")
    assert row.source
    assert row.as_of
    assert row.aliases
    assert row.state
    assert state(row.state) is not None
    assert not row.members
    assert default_rule(row.id).id == "ordinary"
    assert [rule.id for rule in row.rule] in (["ordinary"], ["ordinary", "amendment"])
    counts = sizes(row.id)
    assert all(5 <= count <= 3_000 for count in counts)
    for rule in row.rule:
        who = participants(row.id, None)
        assert rule.kind == kind_of(rule.passes)
        assert rule.article
        assert (rule.abstention, rule.absence) == (("neither",) * 2 if "cast" in rule.passes else ("against",) * 2)
        assert len(game(rule, who).players) == who.size == size(row.id, None)
        assert rule_in_words(rule, who)


def test_ids_and_days() -> None:
    assert len(set(IDS)) == len(IDS) > 150
    for row in chambers():
        if not isinstance(row.seats, int):
            assert row.seats is not None
            assert list(row.seats) == sorted(row.seats)


@pytest.mark.parametrize(
    ("body_id", "day", "seats"),
    [
        ("gb-commons", None, 650),
        ("gb-commons", "2001-06-08", 659),
        ("gb-commons", "2010-05-05", 646),
        ("gb-commons", "2010-05-06", 650),
        ("gb-scotland", None, 129),
        ("gb-wales", "2026-05-06", 60),
        ("gb-wales", "2026-05-07", 96),
        ("fr-assembly", None, 577),
        ("fr-senate", None, 348),
        ("de-bundestag", "2025-06-30", 630),
        ("de-bundestag", "2022-01-01", 736),
        ("de-bundesrat", None, 69),
        ("it-chamber", "2022-01-01", 630),
        ("it-chamber", None, 400),
        ("it-senate", None, 205),  # 200 elected, five for life
        ("jp-representatives", None, 465),
        ("nl-house", None, 150),
        ("nl-senate", None, 75),
        ("ch-national-council", None, 200),
        ("ch-council-of-states", None, 46),
        ("ie-dail", "2024-11-29", 174),
    ],
)
def test_seats_on_a_day(body_id: str, day: str | None, seats: int) -> None:
    assert size(body_id, day) == seats
    assert participants(body_id, day).unnamed == seats


@pytest.mark.parametrize(
    ("passes", "kind"),
    [
        ("all", "unanimity"),
        ("all and present >= 3/4", "unanimity"),
        ("no objection", "consensus"),
        ("no objection and share > 1/2", "consensus"),
        ("all or no objection", "consensus"),
        ("count >= 9 and no veto(permanent)", "veto_players"),
        ("share >= 3/4 and yes(founders)", "veto_players"),
        ("share > 1/2", "majority"),
        ("cast > 1/2", "majority"),
        ("cast > 1/2 and present >= 2/3", "majority"),
        ("cast(seats) > 1/2", "majority"),
        ("weight(seats) >= 60", "majority"),
        ("share >= 2/3", "supermajority"),
        ("cast >= 3/5", "supermajority"),
        ("share > 55 %", "supermajority"),
        ("share(votes) >= 85 %", "weighted"),
        ("share(votes) > 1/2", "weighted"),
        ("share >= 3/5 and share(votes) >= 85 %", "qualified_majority"),
        ("share >= 55 % and (share(population) >= 65 % or unwilling < 4)", "qualified_majority"),
    ],
)
def test_the_kind_of_a_rule(passes: str, kind: str) -> None:
    assert kind_of(passes) == kind


def test_no_rule_has_no_kind() -> None:
    with pytest.raises(BadRule):
        kind_of("most of them")
