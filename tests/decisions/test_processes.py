"""Decisions of several steps: every step counted, and where it stands."""

import pytest

from sayso.decisions.calculator import Counted, decide_votes
from sayso.decisions.outlook import rule_named
from sayso.decisions.processes import process_for, process_named, processes
from sayso.decisions.table import bodies
from sayso.errors import BadRule, BadVote
from sayso.records import Stage


@pytest.mark.parametrize("row", processes().values(), ids=list(processes()))
def test_every_step_is_of_a_body_and_one_of_its_rules(row) -> None:  # type: ignore[no-untyped-def]
    assert row.stages
    assert row.name
    assert row.article
    assert row.source
    for step in row.stages:
        assert step.body in bodies()
        assert rule_named(step.body, step.rule).id == step.rule
        assert step.name


def test_names_are_of_one_process_and_no_body() -> None:
    names = [name for row in processes().values() for name in (row.id, *row.also)]
    assert len(names) == len(set(names))
    assert not set(names) & {name for row in bodies().values() for name in (row.id, *row.also)}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("eu-accession", "eu-accession"),
        ("EU accession", "eu-accession"),
        ("eu_enlargement", "eu-accession"),
        (" US-Law ", "us-legislation"),
        ("ordinary legislative procedure", "eu-legislation"),
        ("nato", None),
        ("eu", None),
        ("", None),
    ],
)
def test_a_process_by_its_name(typed: str, found: str | None) -> None:
    row = process_named(typed)
    assert (row.id if row else None) == found


@pytest.mark.parametrize(
    ("words", "body", "process"),
    [
        ("adopt the EU directive on wages", "eu-council", "eu-legislation"),
        ("adopt the EU directive on wages", "european-parliament", "eu-legislation"),
        ("Should Moldova join the EU?", "eu-council", "eu-accession"),
        ("the trade deal with Mercosur", "eu-council", "eu-trade-agreement"),
        ("the Union's long-term budget", "eu-council", "eu-long-term-budget"),
        ("Austria's NATO membership", "nato", "nato-accession"),
        ("pass the farm bill", "us-senate", "us-legislation"),
        ("override the presidential veto of the bill", "us-senate", "us-override"),
        ("impeach the president", "us-house", "us-impeachment"),
        ("confirm the judge", "us-senate", "us-nomination"),
        ("ratify the treaty with Chile", "us-senate", "us-treaty"),
        ("reform the debt brake", "de-bundestag", "de-amendment"),
        ("a new law on pensions", "it-chamber", "it-two-houses"),
        # one step only, another body's matter, a word that only begins alike
        ("impose EU sanctions on Belarus", "eu-council", None),
        ("open a NATO office in Kenya", "nato", None),
        ("Should Moldova join the EU?", "nato", None),
        ("confirm the judge", "us-house", None),
        ("mow the lawn", "it-chamber", None),
        ("a billiard room", "us-house", None),
        ("adopt the EU directive on wages", "gb-commons", None),
        ("", "eu-council", None),
    ],
)
def test_a_proposal_takes_a_process_of_its_body(words: str, body: str, process: str | None) -> None:
    row = process_for(words, {body})
    assert (row.id if row else None) == process


def test_a_process_has_a_step_of_one_of_the_bodies() -> None:
    assert process_for("adopt the EU directive on wages", set()) is None
    row = process_for("adopt the EU directive on wages", {"nato", "european-council", "eu-council"})
    assert row is not None
    assert [step.body for step in row.stages] == ["eu-council", "european-parliament"]


@pytest.mark.parametrize("row", processes().values(), ids=list(processes()))
def test_every_topic_leads_to_a_process(row) -> None:  # type: ignore[no-untyped-def]
    for topic in row.topics:
        for step in row.stages:
            found = process_for(f"Should they decide on {topic} now?", {step.body})
            assert found is not None, topic
            assert step.body in {other.body for other in found.stages}


def statuses(found: Counted) -> list[str]:
    return [stage.outlook.status for stage in found.decision.stages]


def as_stage(found: Counted) -> Stage:
    (stage,) = [s for s in found.decision.stages if s.name == found.decision.stage]
    return stage


@pytest.mark.parametrize(
    ("given", "passed", "stage"),
    [
        ({}, ["open", "open"], "House of Representatives"),
        ({"opposes": ["rest"]}, ["rejected", "rejected"], "House of Representatives"),
        ({"supports": ["rest"]}, ["adopted", "adopted"], "Senate"),
    ],
)
def test_it_stands_at_the_first_step_that_has_not_passed(
    given: dict[str, list[str]], passed: list[str], stage: str
) -> None:
    found = decide_votes("us-reconciliation", given)
    assert statuses(found) == passed
    assert found.decision.stage == stage
    at = as_stage(found)
    decision = found.decision
    assert (decision.body, decision.rule, decision.tally, decision.outlook, decision.meters) == (
        at.body,
        at.rule,
        at.tally,
        at.outlook,
        at.meters,
    )
    assert (found.rule.id, found.who.size) == (decision.rule.id, len(found.who.members))


def test_the_senate_s_debate_is_not_ended_by_a_majority() -> None:
    found = decide_votes("us-law", {"supports": ["Republicans"], "opposes": ["rest"]}, as_of="2025-06-30")
    assert statuses(found) == ["adopted", "rejected", "adopted"]
    assert found.decision.stage == "Senate: end of debate"
    assert found.decision.process == "United States: a bill"
    assert (found.decision.body.id, found.decision.rule.id) == ("us-senate", "cloture")


def test_votes_go_to_the_steps_whose_members_they_name() -> None:
    found = decide_votes("eu-accession", {"supports": ["rest"], "opposes": ["Hungary"]}, as_of="2025-06-30")
    assert statuses(found) == ["blocked", "adopted", "blocked"]
    assert found.decision.stage == "Council"
    assert found.decision.outlook.blockers == ("HUN",)
    assert found.names["HUN"] == "Hungary"
    abstained = decide_votes("eu-accession", {"supports": ["rest"], "abstains": ["Hungary"]}, as_of="2025-06-30")
    assert statuses(abstained) == ["adopted", "adopted", "rejected"]
    assert abstained.decision.stage == "Ratification by each member"


def test_two_steps_of_one_body() -> None:
    found = decide_votes("nato-accession", {"supports": ["USA"], "abstains": ["rest"]}, as_of="2023-07-12")
    assert statuses(found) == ["adopted", "rejected"]
    assert (found.decision.stage, found.decision.rule.members) == ("Ratification by each ally", 31)
    assert found.decision.members_as_of == "2023-07-12"


def test_seats_without_a_name_stay_open() -> None:
    found = decide_votes("de-two-houses", {})
    assert statuses(found) == ["open", "open"]
    assert found.decision.rule.members == found.decision.tally.silent > 600


def test_what_is_refused() -> None:
    with pytest.raises(
        BadRule, match="us-treaty takes several steps, each by its own rule; leave --rule out, or name one body"
    ):
        decide_votes("us-treaty", {}, rule="majority")
    with pytest.raises(
        BadVote, match=r"^Atlantis: no member of any of European Union .* on 2025-06-30, .*European Parl"
    ):
        decide_votes("eu-law", {"supports": ["Atlantis"]}, as_of="2025-06-30")
    with pytest.raises(BadVote, match="is known here from 2014-07-01"):
        decide_votes("eu-law", {}, as_of="2013-06-30")
