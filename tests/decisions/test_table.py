"""The table of bodies reads as one, and its members are right on their dates."""

from datetime import date, timedelta

import msgspec
import pytest

from sayso.actors import organisation, state
from sayso.decisions import body, is_member, knowledge_versions, members
from sayso.decisions.games import game
from sayso.decisions.in_words import rule_in_words
from sayso.decisions.naming import bodies_in, body_in_question
from sayso.decisions.rows import BodyRow, RuleRow, WeightsRow, checked
from sayso.decisions.table import (
    bodies,
    day_counted,
    default_rule,
    first_day,
    governing_rule,
    is_governed,
    participants,
    row_of,
    rules_on,
    size,
    sizes,
)
from sayso.errors import BadRule, UnknownBody

BODIES = sorted(bodies())
LISTED = [body_id for body_id in BODIES if bodies()[body_id].members or bodies()[body_id].roster]
P5 = {"CHN", "FRA", "GBR", "RUS", "USA"}


def days_of(body_id: str) -> list[str]:
    """Every day on which members, weights, seats or rules of a body change, and the day before."""
    row = bodies()[body_id]
    home = bodies()[row.members_of] if row.members_of else row
    days = {day for terms in home.members.values() for span in terms.split() for day in span.split("/") if day}
    days |= {weights.since for weights in (*row.weights, *home.weights)}
    days |= {rule.since for rule in row.rule if rule.since} | {row.as_of}
    days |= set(row.seats) if isinstance(row.seats, dict) else set()
    before = {(date.fromisoformat(day) - timedelta(days=1)).isoformat() for day in days}
    first = first_day(body_id)
    return sorted({day_counted(body_id, day) for day in days | before if day >= first})


@pytest.mark.parametrize("body_id", BODIES)
def test_a_row_is_whole(body_id: str) -> None:
    row = bodies()[body_id]
    assert row.name.endswith(")")
    assert " (" in row.name
    assert row.source
    date.fromisoformat(row.as_of)
    assert len(set(row.roster)) == len(row.roster)
    assert not set(row.roster) & set(row.members)
    for day in days_of(body_id):
        rules = rules_on(body_id, day)
        assert len({rule.id for rule in rules}) == len(rules), day
        assert len([rule for rule in rules if rule.default]) <= 1, day
    assert len([rule for rule in rules_on(body_id, None) if rule.default]) == 1
    assert all(rule.article for rule in row.rule)
    assert size(body_id, None) > 1


@pytest.mark.parametrize("body_id", BODIES)
def test_members_are_states_organisations_or_named(body_id: str) -> None:
    row = bodies()[body_id]
    for member in {*row.members, *row.roster}:
        assert state(member) or organisation(member) or member in row.names, member
        if member not in row.names:
            assert (len(member) == 3) == member.isupper(), member


@pytest.mark.parametrize("body_id", BODIES)
def test_groups_are_of_members(body_id: str) -> None:
    row = bodies()[body_id]
    for group, named in row.groups.items():
        assert set(named) <= {*row.members, *row.roster}, group
        assert set(named) & set(members(body_id, None)), group


@pytest.mark.parametrize("body_id", BODIES)
def test_terms_ascend_and_do_not_overlap(body_id: str) -> None:
    for terms in bodies()[body_id].members.values():
        days = [day for span in terms.split() for day in span.split("/") if day]
        assert days == sorted(set(days))


@pytest.mark.parametrize("body_id", [b for b in BODIES if bodies()[b].weights])
def test_weights_cover_every_member_of_every_day(body_id: str) -> None:
    row = bodies()[body_id]
    for day in days_of(body_id):
        asked = " ".join(rule.passes for rule in rules_on(body_id, day))
        for weights in row.weights_on(day):
            assert all(value >= 0 for value in weights.of.values())
            assert set(weights.of) <= {*row.members, *row.roster}
            if f"({weights.name})" in asked:
                assert set(members(body_id, day)) <= set(weights.of), (weights.name, day)


@pytest.mark.parametrize("body_id", BODIES)
def test_every_rule_can_be_met_and_told_on_every_day(body_id: str) -> None:
    for day in days_of(body_id):
        who = participants(body_id, day)
        for rule in rules_on(body_id, day):
            assert len(game(rule, who).players) == who.size > 0
            assert rule_in_words(rule, who)


def test_aliases_name_one_body() -> None:
    named = [a for row in bodies().values() for a in {alias.lower() for alias in (*row.aliases, *row.acronyms)}]
    assert [alias for alias in set(named) if named.count(alias) > 1] == []


def test_ids_as_typed_name_one_body() -> None:
    named = [name for row in bodies().values() for name in (row.id, *row.also)]
    assert [name for name in set(named) if named.count(name) > 1] == []
    for row in bodies().values():
        for name in (row.id, *row.also, row.name):
            assert row_of(name).id == row.id


@pytest.mark.parametrize(
    ("body_id", "day", "count"),
    [
        ("nato", "1949-08-24", 12),
        ("nato", "1982-05-30", 16),
        ("nato", "1999-03-12", 19),
        ("nato", "2004-03-29", 26),
        ("nato", "2009-04-01", 28),
        ("nato", "2023-04-03", 30),
        ("nato", "2023-04-04", 31),
        ("nato", "2024-03-06", 31),
        ("nato", "2024-03-07", 32),
        ("nato", None, 32),
        ("eu-council", "1958-01-01", 6),
        ("eu-council", "1973-01-01", 9),
        ("eu-council", "1981-01-01", 10),
        ("eu-council", "1986-01-01", 12),
        ("eu-council", "1995-01-01", 15),
        ("eu-council", "2004-05-01", 25),
        ("eu-council", "2007-01-01", 27),
        ("eu-council", "2013-06-30", 27),
        ("eu-council", "2013-07-01", 28),
        ("eu-council", "2020-01-31", 28),
        ("eu-council", "2020-02-01", 27),
        ("eu", "2020-02-01", 27),
        ("european-council", None, 27),
        ("eu-ratification", None, 27),
        ("eurogroup", "2022-12-31", 19),
        ("eurogroup", "2023-01-01", 20),
        ("eurogroup", "2026-01-01", 21),
        ("osce", None, 57),
        ("arctic-council", None, 8),
        ("g7", None, 7),
        ("g20", None, 21),
        ("asean", "2025-10-25", 10),
        ("asean", None, 11),
        ("unga", "2023-10-27", 193),
        ("unhrc", "2024-06-30", 47),
        ("iaea", "2024-12-31", 35),
        ("wto", "2024-08-20", 164),
        ("wto", None, 166),
        ("imf", None, 191),
        ("world-bank", None, 189),
        ("brics", "2023-12-31", 5),
        ("opec", "2024-01-01", 12),
        ("opec", "2023-12-31", 13),
        ("council-of-europe", "2022-03-15", 47),
        ("council-of-europe", "2022-03-16", 46),
        ("ecowas", "2025-01-28", 15),
        ("ecowas", None, 12),
        ("african-union", None, 55),
        ("au-psc", None, 15),
        ("sco", None, 10),
        ("gcc", None, 6),
        ("efta", None, 4),
        ("unsc", "2028-01-01", 15),
        ("us-senate", None, 3),
    ],
)
def test_members_are_counted_on_a_day(body_id: str, day: str | None, count: int) -> None:
    assert len(members(body_id, day)) == count


@pytest.mark.parametrize(
    ("body_id", "day", "count"),
    [
        ("european-parliament", "2024-07-15", 705),
        ("european-parliament", "2024-07-16", 720),
        ("european-parliament", "2020-01-31", 751),
        ("us-senate", None, 100),
        ("us-house", None, 435),
        ("ecb", "2014-12-31", 24),
        ("ecb", "2023-01-01", 21),  # votes; those of 26 members rotate
        ("fifa-congress", None, 211),
        ("nato", "2024-03-07", 32),
    ],
)
def test_votes_are_counted_on_a_day(body_id: str, day: str | None, count: int) -> None:
    assert size(body_id, day) == count


@pytest.mark.parametrize("year", range(2010, 2027))
def test_the_security_council_has_fifteen_members(year: int) -> None:
    for half in ("01-01", "06-30", "12-31"):
        seated = set(members("unsc", f"{year}-{half}"))
        assert len(seated) == 15
        assert seated >= P5


def test_a_member_is_one_on_its_days_only() -> None:
    assert is_member("eu-council", "GBR", "2020-01-31")
    assert not is_member("eu-council", "GBR", "2020-02-01")
    assert not is_member("eu-council", "some-party", None)
    assert is_member("european-council", "GBR", "2020-01-31")
    assert 27 in sizes("eu-council")
    assert sizes("eu-council")[-1] == 28


def test_the_people_of_the_union() -> None:
    people = participants("eu-council", None).weights["population"]
    of_today = sum(people[m] for m in members("eu-council", None))
    assert 445_000 < of_today < 452_000
    before = participants("european-council", "2019-06-30").weights["population"]
    assert before["GBR"] == 66_238
    assert participants("eu-council", "2012-06-30").weights["votes"]["DEU"] == 29


def test_a_day_outside_the_table_is_the_nearest() -> None:
    assert day_counted("unsc", "2031-01-01") == "2027-12-31"
    assert day_counted("unsc", None) == bodies()["unsc"].as_of
    assert first_day("unsc") == "2010-01-01"
    assert first_day("nato") == "1949-08-24"
    assert first_day("gb-commons") == ""


def test_an_unknown_body_is_named() -> None:
    with pytest.raises(UnknownBody, match="moot: no such body"):
        body("moot")
    with pytest.raises(UnknownBody):
        members("moot", None)
    with pytest.raises(UnknownBody, match=r"natto: no such body \(did you mean nato\?\)"):
        body("natto")
    assert body("nato").name == "NATO (North Atlantic Council)"


@pytest.mark.parametrize(
    ("typed", "body_id"),
    [
        ("NATO", "nato"),
        ("the North Atlantic Council", "nato"),
        ("eu", "eu-council"),
        ("EU", "eu-council"),
        ("eu_council", "eu-council"),
        ("council of the EU", "eu-council"),
        ("un security council", "unsc"),
        ("European Union (Council of the European Union)", "eu-council"),
        ("House of Commons", None),
        ("gb commons", "gb-commons"),
    ],
)
def test_a_body_by_any_of_its_names(typed: str, body_id: str | None) -> None:
    if body_id is None:
        with pytest.raises(UnknownBody):
            body(typed)
    else:
        assert body(typed).id == body_id


def test_versions_say_whence_and_when() -> None:
    ((table, source, as_of, rows),) = map(msgspec.structs.astuple, knowledge_versions())
    assert (table, bool(source), as_of >= "2026", rows > 200) == ("bodies", True, True, True)


@pytest.mark.parametrize(
    ("body_id", "proposal", "rule"),
    [
        ("nato", "open a NATO liaison office in Kenya", "consensus"),
        ("nato", "admit Austria to NATO", "accession"),
        ("nato", "ratify Bosnia's accession to NATO", "accession"),
        ("eu-council", "impose EU sanctions on Belarus", "unanimity"),
        ("eu-council", "open EU accession talks with Moldova", "unanimity"),
        ("eu-council", "adopt an EU directive on wages", "qualified-majority"),
        ("eu-council", "EU tariffs on electric cars", "qualified-majority"),
        ("eu-council", "an EU digital services tax", "unanimity"),
        ("unsc", "send peacekeepers to Haiti", "substantive"),
        ("unsc", "hold a meeting of the Security Council on a procedural motion", "procedural"),
    ],
)
def test_the_topic_chooses_the_rule(body_id: str, proposal: str, rule: str) -> None:
    assert governing_rule(body_id, proposal).id == rule


def test_the_day_chooses_the_rule() -> None:
    assert "votes" in governing_rule("eu-council", "adopt an EU directive on wages", "2012-06-30").passes
    assert "unwilling" in governing_rule("eu-council", "adopt an EU directive on wages", "2015-06-30").passes
    assert default_rule("eu-council", "2014-10-31").passes != default_rule("eu-council", "2014-11-01").passes
    assert is_governed("osce", "anything at all")
    assert not is_governed("nato", "a flag of another colour")
    assert is_governed("nato", "admit Austria")


@pytest.mark.parametrize(
    ("text", "body_id"),
    [
        ("NATO office in Kenya", "nato"),
        ("Should Austria be admitted to Nato?", "nato"),
        ("Ratification of Bosnia’s accession to NATO, 2024", "nato"),
        ("EU ban on plastic toys", "eu-council"),
        ("Should the EU ban plastic toys?", "eu-council"),
        ("ban plastic toys in the European Union", "eu-council"),
        ("UN Security Council resolution on Sudan", "unsc"),
        ("EU leaders' decision on a chip fund", "european-council"),
        ("OSCE mission to Moldova", "osce"),
        ("Should Switzerland hold a referendum on the EU treaties?", None),
        ("The Danish parliament's vote on EU tariffs", "dk-folketing"),
        ("a new stadium for Leeds", None),
        ("cooperation between NATO and the EU", None),
        ("Should Germany raise its speed limit?", None),
    ],
)
def test_a_question_names_its_body_or_none(text: str, body_id: str | None) -> None:
    assert body_in_question(text) == body_id


def test_the_longest_name_counts() -> None:
    assert bodies_in("EU leaders met the UN Security Council and Nato.") == ("european-council", "unsc", "nato")
    assert bodies_in("A EUR 5 note; the European Parliament; museum") == ("european-parliament",)
    assert bodies_in("A EUR 5 note; museum") == ()


def row(**more: object) -> BodyRow:
    rule = RuleRow(
        id="r",
        kind="majority",
        article="-",
        abstention="against",
        absence="against",
        passes=str(more.pop("passes", "all")),
    )
    given = {"id": "b", "name": "B (C)", "source": "-", "as_of": "2026-01-01", "aliases": (), "rule": (rule,)}
    return BodyRow(**(given | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wrong", "error", "message"),
    [
        ({"members": {"AUT": "1995-01-01"}}, ValueError, "is no term"),
        ({"members": {"AUT": "1995-01-01/1994-01-01"}}, ValueError, "is no term"),
        ({"members": {"AUT": "1995-13-01/"}}, ValueError, "month must be in"),
        ({"passes": "count = 9"}, BadRule, "has no meaning here"),
        (
            {"weights": (WeightsRow(name="seats", since="2020-01-01", source="-", total=5, of={"AUT": 4}),)},
            msgspec.ValidationError,
            "b: the seats of 2020-01-01 come to 4, not to the total of 5",
        ),
    ],
)
def test_a_wrong_row_is_refused(wrong: dict[str, object], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        checked(row(**wrong))


def test_a_row_that_no_table_has_counts_by_itself() -> None:
    own = row(members={"AUT": "1995-01-01/", "FIN": "1995-01-01/2000-01-01 2010-01-01/"}, passes="share > 1/2")
    assert members(checked(own), "2005-01-01") == ("AUT",)
    assert members(own, "2010-01-01") == ("AUT", "FIN")
    assert (size(own, None), default_rule(own).id, first_day(own)) == (2, "r", "1995-01-01")
