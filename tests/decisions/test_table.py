"""The table of bodies reads as one, and its members are right on their dates."""

from datetime import date

import msgspec
import pytest

from sayso.decisions import body, is_member, knowledge_versions, members
from sayso.decisions.naming import bodies_in, body_in_question
from sayso.decisions.table import bodies, governing_rule, sizes
from sayso.errors import UnknownBody
from sayso.resources import knowledge_text

BODIES = sorted(bodies())
P5 = {"CHN", "FRA", "GBR", "RUS", "USA"}


@pytest.fixture(scope="module")
def state_codes() -> set[str]:
    rows = [line for line in knowledge_text("states.tsv").splitlines() if line and not line.startswith("#")]
    return {row.split("\t")[0] for row in rows[1:]}


@pytest.mark.parametrize("body_id", BODIES)
def test_a_row_is_whole(body_id: str, state_codes: set[str]) -> None:
    row = bodies()[body_id]
    assert row.name.endswith(")")
    assert " (" in row.name
    assert row.source
    date.fromisoformat(row.as_of)
    assert {*row.members, *row.roster} <= state_codes | {"eu"}
    assert len(set(row.roster)) == len(row.roster)
    assert not set(row.roster) & set(row.members)
    assert len([rule for rule in row.rule if rule.default]) == 1
    assert len({rule.id for rule in row.rule}) == len(row.rule)
    assert all(rule.article for rule in row.rule)
    assert len(members(body_id, None)) > 1


@pytest.mark.parametrize("body_id", BODIES)
def test_terms_ascend_and_do_not_overlap(body_id: str) -> None:
    for terms in bodies()[body_id].members.values():
        days = [day for span in terms.split() for day in span.split("/") if day]
        assert days == sorted(set(days))


def test_aliases_name_one_body() -> None:
    named = [alias.lower() for row in bodies().values() for alias in row.aliases]
    assert len(named) == len(set(named))


@pytest.mark.parametrize(
    ("body_id", "day", "count"),
    [
        ("nato", "2023-04-03", 30),
        ("nato", "2023-04-04", 31),
        ("nato", "2024-03-06", 31),
        ("nato", "2024-03-07", 32),
        ("nato", None, 32),
        ("eu", "2013-06-30", 27),
        ("eu", "2020-01-31", 28),
        ("eu", "2020-02-01", 27),
        ("european-council", None, 27),
        ("osce", None, 57),
        ("arctic-council", None, 8),
        ("g7", None, 7),
        ("asean", "2025-10-25", 10),
        ("asean", None, 11),
        ("unga", "2023-10-27", 193),
        ("wto", "2024-08-20", 164),
        ("wto", None, 166),
        ("unsc", "2028-01-01", 15),
    ],
)
def test_members_are_counted_on_a_day(body_id: str, day: str | None, count: int) -> None:
    assert len(members(body_id, day)) == count


@pytest.mark.parametrize("year", range(2010, 2027))
def test_the_security_council_has_fifteen_members(year: int) -> None:
    seated = set(members("unsc", f"{year}-06-30"))
    assert len(seated) == 15
    assert seated >= P5


def test_a_member_is_one_on_its_days_only() -> None:
    assert is_member("eu", "GBR", "2020-01-31")
    assert not is_member("eu", "GBR", "2020-02-01")
    assert not is_member("eu", "some-party", None)
    assert 27 in sizes("eu")


def test_weights_cover_every_member() -> None:
    row = bodies()["eu"]
    assert row.weights is not None
    assert set(row.weights.of) == set(row.members)
    of_today = sum(row.weights.of[m] for m in members("eu", None))
    assert 445_000 < of_today < 452_000


def test_an_unknown_body_is_named() -> None:
    with pytest.raises(UnknownBody, match="moot: no such body"):
        body("moot")
    with pytest.raises(UnknownBody):
        members("moot", None)
    assert body("nato").name == "NATO (North Atlantic Council)"


def test_versions_say_whence_and_when() -> None:
    ((table, source, as_of, rows),) = map(msgspec.structs.astuple, knowledge_versions())
    assert (table, bool(source), as_of >= "2026", rows > 200) == ("bodies", True, True, True)


@pytest.mark.parametrize(
    ("body_id", "proposal", "rule"),
    [
        ("nato", "open a NATO liaison office in Kenya", "nato-consensus"),
        ("nato", "admit Austria to NATO", "nato-accession"),
        ("nato", "ratify Bosnia's accession to NATO", "nato-accession"),
        ("eu", "impose EU sanctions on Belarus", "eu-unanimity"),
        ("eu", "open EU accession talks with Moldova", "eu-unanimity"),
        ("eu", "adopt an EU directive on wages", "eu-qualified-majority"),
        ("eu", "EU tariffs on electric cars", "eu-qualified-majority"),
        ("eu", "an EU digital services tax", "eu-unanimity"),
        ("unsc", "send peacekeepers to Haiti", "unsc-substantive"),
        ("unsc", "hold a meeting of the Security Council on a procedural motion", "unsc-procedural"),
    ],
)
def test_the_topic_chooses_the_rule(body_id: str, proposal: str, rule: str) -> None:
    assert governing_rule(body_id, proposal).id == rule


@pytest.mark.parametrize(
    ("text", "body_id"),
    [
        ("NATO office in Kenya", "nato"),
        ("Should Austria be admitted to Nato?", "nato"),
        ("Ratification of Bosnia’s accession to NATO, 2024", "nato"),
        ("EU ban on plastic toys", "eu"),
        ("Should the EU ban plastic toys?", "eu"),
        ("ban plastic toys in the European Union", "eu"),
        ("UN Security Council resolution on Sudan", "unsc"),
        ("EU leaders' decision on a chip fund", "european-council"),
        ("OSCE mission to Moldova", "osce"),
        ("Should Switzerland hold a referendum on the EU treaties?", None),
        ("The Danish parliament's vote on EU tariffs", None),
        ("a new stadium for Leeds", None),
        ("cooperation between NATO and the EU", None),
        ("Should Germany raise its speed limit?", None),
    ],
)
def test_a_question_names_its_body_or_none(text: str, body_id: str | None) -> None:
    assert body_in_question(text) == body_id


def test_the_longest_name_counts() -> None:
    assert bodies_in("EU leaders met the UN Security Council and Nato.") == ("european-council", "unsc", "nato")
    assert bodies_in("A EUR 5 note; the European Parliament; museum") == ()
