"""From articles and positions to body, rule, tally and outlook; what the reader of sentences finds is given by hand."""

from collections.abc import Callable, Sequence

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.decisions import RuleReading, decide, members
from sayso.records import Actor, Article, Decision, Evidence, Position, Proposal, RuleKind, Stance, Standing

Make = Callable[..., Article]
Read = Callable[..., RuleReading]
Reads = Callable[..., None]
NAMES = {"HUN": "Hungary", "FRA": "France", "RUS": "Russia", "CHN": "China", "TUR": "Turkey", "USA": "United States"}
ACTORS = tuple(Actor(id=i, name=n, kind="state", forms=(n,)) for i, n in sorted(NAMES.items()))


def position(actor: str, stance: Stance, day: str | None = None) -> Position:
    words = Evidence(article="sha256:0", start=0, end=1, text="x")
    return Position(actor=actor, stance=stance, as_of=day, confidence=0.9, evidence=(words,))


def standing_of(positions: Sequence[Position]) -> dict[str, Standing]:
    held: dict[str, list[int]] = {}
    for index, one in enumerate(positions):
        held.setdefault(one.actor, []).append(index)
    return {
        actor: Standing(stance=positions[i[-1]].stance, since=None, as_of=positions[i[-1]].as_of, positions=tuple(i))
        for actor, i in held.items()
    }


def decided(
    articles: Sequence[Article],
    question: str | None,
    positions: Sequence[Position] = (),
    as_of: str | None = None,
    proposal: str | None = None,
    rules: Sequence[RuleReading] = (),
) -> Decision | None:
    what = Proposal(text=proposal, evidence=()) if proposal else None
    return decide(what, question, articles, rules, positions, standing_of(positions), ACTORS, as_of)


OFFICE = "NATO office in Kenya"


def test_one_objection_blocks_an_office(article: Make) -> None:
    page = article("NATO may open an office in Kenya.\nFrance is against it.", "2024-05-02")
    found = decided([page], OFFICE, [position("FRA", "opposes"), position("USA", "supports")], "2024-05-02")
    assert found is not None
    assert (found.body.name, found.rule.kind, found.rule.members) == ("NATO (North Atlantic Council)", "consensus", 32)
    assert (found.rule.known_from, found.rule.thresholds) == ("knowledge", {"states": 32})
    assert found.rule.knowledge[0].value.startswith("North Atlantic Treaty")
    assert (found.outlook.status, found.outlook.basis) == ("blocked", "computed")
    assert (found.outlook.blockers, found.outlook.flips) == (("FRA",), (("FRA",),))
    assert (found.tally.supports, found.tally.opposes, found.tally.silent) == (("USA",), ("FRA",), 30)


def test_a_stated_unanimity_beats_the_table(article: Make, reading: Read) -> None:
    sentence = "The step would require the unanimous consent of all members."
    page = article(f"NATO may open an office in Kenya. {sentence}", "2024-05-02")
    found = decided([page], OFFICE, (), "2024-05-02", rules=[reading(page, "unanimity", sentence)])
    assert found is not None
    assert (found.rule.kind, found.rule.known_from) == ("unanimity", "text")
    assert [e.text for e in found.rule.evidence] == [sentence]
    assert found.outlook.status == "open"


def test_conditional_and_undecided_members_leave_it_open(article: Make) -> None:
    page = article("All 30 allies must ratify Austria’s accession to NATO.", "2022-05-02")
    found = decided(
        [page], "admit Austria to NATO", [position("TUR", "conditional"), position("HUN", "undecided")], "2022-05-02"
    )
    assert found is not None
    assert (found.outlook.status, found.outlook.flips) == ("open", (("HUN",), ("TUR",)))
    assert found.rule.members == 30


def test_candidates_parties_and_persons_are_not_members(article: Make) -> None:
    page = article("All 30 allies must ratify Austria’s accession to NATO.", "2022-05-02")
    found = decided(
        [page], "admit Austria to NATO", [position("AUT", "supports"), position("some-party", "opposes")], "2022-05-02"
    )
    assert found is not None
    assert found.tally.silent == 30
    assert found.outlook.status == "open"


def test_the_latest_stance_up_to_the_day_counts(article: Make) -> None:
    page = article("The EU sanctions on Belarus come up again.", "2024-01-01")
    history = [position("HUN", "opposes", "2024-01-05"), position("HUN", "supports", "2024-03-01")]
    before = decided([page], "extend the EU sanctions on Belarus", history, "2024-02-01")
    after = decided([page], "extend the EU sanctions on Belarus", history, "2024-03-02")
    assert before is not None
    assert after is not None
    assert (before.outlook.status, before.outlook.blockers) == ("blocked", ("HUN",))
    assert after.outlook.status == "open"


def test_without_a_day_members_are_those_of_the_table(article: Make) -> None:
    found = decided([article("NATO may open an office in Kenya.")], OFFICE)
    assert found is not None
    assert (found.rule.members, found.outlook.as_of) == (32, None)
    assert found.members_as_of >= "2026"


def test_no_body_no_decision(article: Make) -> None:
    page = article("The city wants to build a stadium. Fans are for it. The club needs a majority of the members.")
    assert decided([page], "a new stadium in Leeds") is None
    assert decided([page], None, proposal="build a stadium") is None


def test_the_body_may_come_from_a_rule_beside_the_proposal(article: Make, reading: Read) -> None:
    text = "Austria’s accession was put off again.\nAustria’s accession needs the approval of all 32 members of NATO."
    page = article(text, "2024-05-02", "Austria waits")
    rules = [reading(page, "unanimity", body="nato", members=32)]
    found = decided([page], "Austria's accession", (), "2024-05-02", rules=rules)
    assert found is not None
    assert (found.body.id, found.rule.kind, found.rule.known_from) == ("nato", "unanimity", "text")
    assert decided([page], "Austria's accession", (), "2024-05-02") is None


def test_the_body_may_come_from_what_it_is_said_to_decide(article: Make) -> None:
    text = "The Security Council will vote on Monday on a resolution on a ceasefire in Sudan.\nRussia may veto it."
    found = decided([article(text, "2024-05-02")], "Sudan ceasefire resolution", (), "2024-05-02")
    assert found is not None
    assert (found.body.id, found.rule.kind, found.rule.veto) == (
        "unsc",
        "veto_players",
        ("CHN", "FRA", "GBR", "RUS", "USA"),
    )
    text = "A ceasefire in Sudan is out of sight.\nThe Security Council met on Mali."
    assert decided([article(text, "2024-05-02")], "Sudan ceasefire resolution", (), "2024-05-02") is None


def test_the_leaders_qualified_majority_is_the_councils(article: Make, reading: Read) -> None:
    page = article("EU leaders split over a chip fund.\nThe EU fund requires a qualified majority.", "2024-05-02")
    rules = [reading(page, "qualified_majority", body="eu-council")]
    found = decided([page], "EU leaders' decision on a chip fund", (), "2024-05-02", rules=rules)
    assert found is not None
    assert (found.body.id, found.rule.kind, found.rule.known_from) == ("eu-council", "qualified_majority", "text")


def test_the_leaders_decide_by_consensus_where_nothing_is_stated(article: Make) -> None:
    page = article("EU leaders split over a chip fund.", "2024-05-02")
    found = decided([page], "EU leaders' decision on a chip fund", (), "2024-05-02")
    assert found is not None
    assert (found.body.id, found.rule.kind, found.rule.known_from) == ("european-council", "consensus", "knowledge")


def test_before_a_body_had_members_it_decides_nothing(article: Make) -> None:
    page = article("NATO may open an office in Kenya.")
    assert decided([page], OFFICE, (), "1940-01-01") is None


def test_opponents_of_a_qualified_majority_block_together(article: Make) -> None:
    page = article("The EU law on toys needs a qualified majority.", "2024-05-02")
    against = [position(m, "opposes") for m in ("DEU", "FRA", "ITA", "HUN")]
    found = decided([page], "adopt the EU law on toys", against, "2024-05-02")
    assert found is not None
    assert (found.rule.kind, found.outlook.status) == ("qualified_majority", "rejected")
    assert found.outlook.blockers == ("DEU", "FRA", "HUN", "ITA")
    assert found.outlook.flips == (("DEU",), ("FRA",), ("HUN",), ("ITA",))


JOIN = "admit Austria to NATO"
LAW = "adopt the EU law on toys"
CALL = "a UN General Assembly resolution on a ceasefire in Sudan"
RESOLUTION = "adopt the UN Security Council resolution on a ceasefire in Sudan"
RATIFY = "All {} allies must ratify Austria’s accession to NATO."


def test_a_number_of_another_day_is_a_change_and_a_wrong_one_a_contradiction(article: Make, reading: Read) -> None:
    pages = [article(RATIFY.format(30), "2023-03-01"), article(RATIFY.format(31), "2023-06-01")]
    read = [reading(p, "unanimity", body="nato", members=n) for p, n in zip(pages, (30, 31), strict=True)]
    found = decided(pages, JOIN, (), "2023-06-01", rules=read)
    assert found is not None
    assert (len(found.rule.evidence), found.rule.contradicted_by) == (2, ())
    wrong = article(RATIFY.format(29), "2023-06-02")
    read.append(reading(wrong, "unanimity", body="nato", members=29))
    found = decided([*pages, wrong], JOIN, (), "2023-06-02", rules=read)
    assert found is not None
    assert [e.article for e in found.rule.contradicted_by] == [wrong.id]
    assert found.rule.clashes == ("the article counts 29 members; NATO (North Atlantic Council) had 31 on 2023-06-02",)
    assert len(found.rule.evidence) == 2


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Austria’s accession to NATO needs a two-thirds majority of the allies.", "supermajority"),
        ("NATO needs only a simple majority to admit Austria.", "majority"),
    ],
)
def test_another_rule_is_a_contradiction(article: Make, reading: Read, sentence: str, kind: RuleKind) -> None:
    pages = [article(RATIFY.format(31), "2023-06-01"), article(sentence, "2023-06-02")]
    read = [reading(pages[0], "unanimity", body="nato", members=31), reading(pages[1], kind, body="nato")]
    found = decided(pages, JOIN, (), "2023-06-02", rules=read)
    assert found is not None
    assert found.rule.kind == "unanimity"
    assert [e.text for e in found.rule.contradicted_by] == [sentence]
    assert found.rule.clashes[0].startswith(f"the article says {kind}; NATO")


def test_a_wrong_threshold_is_a_contradiction(article: Make, reading: Read) -> None:
    page = article("The EU law on toys needs 20 of the 27 states.", "2024-05-02")
    read = reading(page, "qualified_majority", body="eu-council", members=27, thresholds={"states": 20})
    found = decided([page], LAW, (), "2024-05-02", rules=[read])
    assert found is not None
    assert found.rule.thresholds == {"states": 15, "population": 0.65}
    assert [e.text for e in found.rule.contradicted_by] == [page.text]
    assert (found.rule.known_from, found.rule.evidence) == ("knowledge", ())


def test_a_count_and_a_veto_outside_of_a_rule_contradict_too(article: Make, reads: Reads) -> None:
    reads(0.9, 0.25, 0.0)
    page = article("The 30 NATO allies met.\nIn NATO, Austria has a veto over itself.", "2024-05-02")
    found = decided([page], JOIN, (), "2024-05-02")
    assert found is not None
    assert [e.text.split()[-1] for e in found.rule.contradicted_by] == ["met.", "itself."]
    assert [why.partition(";")[0] for why in found.rule.clashes] == [
        "the article counts 30 members",
        "the article gives AUT a veto",
    ]


def test_what_is_hardly_heard_and_what_is_of_another_body_is_left(article: Make, reading: Read) -> None:
    pages = [article("NATO may admit Austria.", "2024-05-02"), article("It takes most votes.", "2024-05-02")]
    for read in (
        reading(pages[0], "majority", confidence=0.5),
        reading(pages[0], "majority", body="unga"),
        reading(pages[0], "majority", in_chamber=True),
        reading(pages[1], "majority", body="unga"),
    ):
        found = decided(pages, JOIN, (), "2024-05-02", rules=[read])
        assert found is not None
        assert (found.rule.kind, found.rule.known_from, found.rule.contradicted_by) == ("unanimity", "knowledge", ())


def test_against_the_table_s_own_rule_two_articles_prevail_and_one_does_not(article: Make, reading: Read) -> None:
    says = ("Every member of the EU must consent.", "The EU must be unanimous.")
    pages = [article(sentence, "2024-05-02") for sentence in says]
    read = [reading(page, "unanimity", body="eu-council") for page in pages]
    one = decided(pages[:1], LAW, (), "2024-05-02", rules=read[:1])
    two = decided(pages, LAW, (), "2024-05-02", rules=read)
    assert one is not None
    assert two is not None
    assert (one.rule.kind, one.rule.known_from, len(one.rule.contradicted_by)) == ("qualified_majority", "knowledge", 1)
    assert (two.rule.kind, two.rule.known_from, len(two.rule.evidence)) == ("unanimity", "text", 2)


def test_a_town_s_council_has_the_seats_that_the_news_gives_it(article: Make) -> None:
    pages = [
        article(
            f"The city council will vote on the ban on cars in Leeds {day}. The council has 99 seats.", "2024-05-02"
        )
        for day in ("on Monday", "soon")
    ]
    found = decided(pages, "Should Leeds ban cars?", (), "2024-05-02")
    assert found is not None
    assert (found.body.id, found.body.name) == ("leeds-city-council", "Leeds (city council)")
    assert (found.rule.kind, found.rule.members, found.rule.knowledge) == ("majority", 99, ())
    assert (found.outlook.status, found.tally.silent) == ("open", 99)
    assert 0.5 < found.confidence <= 1


def test_a_chamber_of_the_state_at_hand_decides(article: Make) -> None:
    page = article("In Washington the Senate will vote on the farm bill.", "2025-06-30")
    found = decided([page], "Should the Senate pass the farm bill?", (), "2025-06-30")
    assert found is not None
    assert (found.body.id, found.rule.id) == ("us-senate", "cloture")
    assert found.process == "United States: a bill"
    assert [stage.body.id for stage in found.stages] == ["us-house", "us-senate", "us-senate"]


def test_the_session_is_told_with_its_number(article: Make) -> None:
    page = article("COP28 may agree to phase out coal. COP27 did not, and COP28 is late.", "2023-12-01")
    found = decided([page], "Should the UN climate summit phase out coal?", (), "2023-12-01")
    assert found is not None
    assert found.body.id == "unfccc"
    assert found.body.name.endswith("(Conference of the Parties, COP28)")


def test_silence_until_a_day_is_told(article: Make) -> None:
    page = article("NATO may open an office in Kenya.\nThe silence procedure ends on 10 May 2024.", "2024-05-02")
    found = decided([page], OFFICE, (), "2024-05-02")
    assert found is not None
    assert found.outlook.status == "open"
    later = decided([page], OFFICE, (), "2024-05-11")
    assert later is not None
    assert later.outlook.status == "adopted"


def test_the_words_of_the_table_in_a_decision(article: Make) -> None:
    found = decided([article("NATO may open an office in Kenya.", "2024-05-02")], OFFICE, (), "2024-05-02")
    assert found is not None
    assert found.rule.words == "no objection from any of the 32 members"
    assert (found.rule.id, found.rule.passes) == ("consensus", "no objection")


@pytest.mark.usefixtures("undecided")
@pytest.mark.parametrize(
    ("question", "sentence", "status"),
    [
        (JOIN, "Austria joined NATO on Thursday.", "adopted"),
        (JOIN, "All 31 allies have now ratified Austria’s accession to NATO.", "adopted"),
        (JOIN, "Hungary is the last of the 31 allies yet to ratify Austria’s accession to NATO.", None),
        (JOIN, "Hungary’s parliament ratified Austria’s accession to NATO.", None),
        (JOIN, "Hungary would be the last ally to ratify Austria’s accession to NATO.", None),
        (JOIN, "Austria will become the 32nd member of NATO in spring.", None),
        (JOIN, "Ireland joined NATO on Thursday, while Austria still waits.", None),
        (JOIN, "Turkey was the last ally to ratify Ireland’s accession.", None),
        (JOIN, "Austria could join NATO if all 31 allies have ratified.", None),
        (JOIN, "Austria joined talks on the NATO budget.", None),
        (LAW, "EU ministers approved the law on toys on Monday.", "adopted"),
        (LAW, "The Council adopted the EU law on toys by qualified majority.", "adopted"),
        (LAW, "The EU law on toys was adopted on Monday despite German doubts.", "adopted"),
        (LAW, "EU ministers rejected the law on toys.", "rejected"),
        (LAW, "EU ministers are expected to adopt the law on toys.", None),
        (LAW, "EU ministers have not approved the law on toys.", None),
        (LAW, "The European Parliament adopted the EU law on toys.", None),
        (LAW, "EU ministers approved a law on batteries.", None),
        (
            RESOLUTION,
            "The Security Council adopted the resolution on a ceasefire in Sudan by 14 votes to none.",
            "adopted",
        ),
        (RESOLUTION, "Russia vetoed the resolution on a ceasefire in Sudan.", "blocked"),
        (RESOLUTION, "The resolution on a ceasefire in Sudan was vetoed by Russia.", "blocked"),
        (RESOLUTION, "The resolution on a ceasefire in Sudan failed to get the nine votes that it needed.", "rejected"),
        (
            RESOLUTION,
            "The resolution on a ceasefire in Sudan failed to reach a majority in the Security Council.",
            "rejected",
        ),
        (CALL, "The General Assembly adopted the resolution on a ceasefire in Sudan by 120 votes to 14.", "adopted"),
        (CALL, "The French National Assembly adopted the resolution on a ceasefire in Sudan.", None),
        (RESOLUTION, "Russia could veto the resolution on a ceasefire in Sudan.", None),
        (RESOLUTION, "Russia vetoed a similar resolution on a ceasefire in Sudan last year.", None),
        (
            RESOLUTION,
            "Diplomats hope that the Security Council will adopt the resolution on a ceasefire in Sudan.",
            None,
        ),
    ],
)
def test_a_reported_decision_counts_and_a_hoped_for_one_does_not(
    article: Make, question: str, sentence: str, status: str | None
) -> None:
    found = decided([article(sentence, "2024-05-02")], question, (), "2024-05-02")
    assert found is not None
    outlook = found.outlook
    assert (outlook.status, outlook.basis) == ((status, "reported") if status else ("open", "computed"))
    assert [e.text for e in outlook.evidence] == ([sentence] if status else [])
    assert outlook.blockers == (("RUS",) if status == "blocked" else ())


@pytest.mark.usefixtures("undecided")
@pytest.mark.parametrize(
    "sentence",
    [
        "Hungary was the last of the 31 allies to ratify Austria’s accession to NATO.",
        "Hungary’s vote removed the last obstacle to Austria’s NATO membership.",
        "Austria has formally become the 32nd member of NATO.",
    ],
)
def test_the_last_step_of_an_accession_is_its_adoption(article: Make, sentence: str) -> None:
    found = decided([article(sentence, "2024-05-02")], JOIN, (), "2024-05-02")
    assert found is not None
    assert (found.outlook.status, found.outlook.basis) == ("adopted", "reported")


def test_what_the_reader_is_sure_of_needs_no_wording_but_the_matter(article: Make, reads: Reads) -> None:
    told = article("The EU law on toys was quietly buried.", "2024-05-02")
    other = article("The EU law on batteries was quietly buried.", "2024-05-02")

    def standing(page: Article) -> tuple[str, str]:
        found = decided([page], LAW, (), "2024-05-02")
        assert found is not None
        return found.outlook.status, found.outlook.basis

    reads(0.0, 0.25, {"none": 0.7, "rejected": 0.3})
    assert standing(told) == ("open", "computed")
    reads(0.0, 0.25, {"none": 0.1, "rejected": 0.9})
    assert standing(told) == ("rejected", "reported")
    assert standing(other) == ("open", "computed")


@pytest.mark.usefixtures("undecided")
def test_a_report_after_the_day_is_not_known_yet(article: Make) -> None:
    pages = [
        article("NATO weighs Austria’s accession.", "2024-01-01"),
        article("Austria joined NATO on Thursday.", "2024-05-02"),
    ]
    found = decided(pages, JOIN, (), "2024-02-01")
    assert found is not None
    assert found.outlook.status == "open"


@pytest.mark.usefixtures("undecided")
def test_a_veto_is_over_once_a_member_has_moved(article: Make) -> None:
    page = article("Russia vetoed the resolution on a ceasefire in Sudan.", "2024-05-02")
    found = decided([page], RESOLUTION, [position("RUS", "supports", "2024-06-01")], "2024-06-02")
    assert found is not None
    assert (found.outlook.status, found.outlook.basis) == ("open", "computed")


@given(
    st.dictionaries(
        st.sampled_from(members("nato", "2024-05-02")), st.sampled_from(["supports", "opposes", "conditional"])
    ),
    st.sampled_from(members("nato", "2024-05-02")),
)
def test_a_member_that_stays_silent_changes_nothing(article: Make, stances: dict[str, Stance], silent: str) -> None:
    page = article("NATO may open an office in Kenya.", "2024-05-02")
    stances.pop(silent, None)
    positions = [position(actor, stance) for actor, stance in sorted(stances.items())]
    first = decided([page], OFFICE, positions, "2024-05-02")
    more = [*positions, position("some-party", "opposes")]
    again = decided([page], OFFICE, more, "2024-05-02")
    assert first is not None
    assert again is not None
    assert first == again
    assert msgspec.to_builtins(first)["tally"]["silent"] == 32 - len(stances)
    assert first.outlook.status == (
        "blocked" if "opposes" in stances.values() else "adopted" if len(stances) == 32 else "open"
    )
