"""Where a decision stands: statuses, blockers, flips, who is pivotal, how likely it is; members and positions on their days."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.decisions import body
from sayso.decisions.games import Game, chance
from sayso.decisions.outlook import ballots_of, computed, outlook, rule_named, tally_of
from sayso.decisions.rows import RuleRow
from sayso.decisions.table import Participants, default_rule, participants
from sayso.errors import BadRule, UnknownBody
from sayso.records import Evidence, Outlook, Position, Tally

Random = Callable[[int], st.SearchStrategy[tuple[RuleRow, Participants, Game]]]
NATO, UNSC = participants("nato", None), participants("unsc", "2024-06-30")
SUBSTANTIVE = rule_named("unsc", "substantive")
STANCES = ("supports", "opposes", "conditional", "undecided", "abstains", "declines_to_comment", "absent", None)


def counted(
    rule: RuleRow, who: Participants, silence: str | None = None, day: str | None = None, **said: str
) -> Outlook:
    """The outlook of stances, their members parted by spaces."""
    columns: dict[str, tuple[str, ...]] = {stance: tuple(members.split()) for stance, members in said.items()}
    tally = Tally(silent=who.size - sum(map(len, columns.values())), **columns)
    return computed(rule, who, tally, as_of=day, silence_until=silence)


def held(actor: str, stance: str, day: str | None, confidence: float = 1.0) -> Position:
    evidence = Evidence(article=f"sha256:{actor}{day}", start=0, end=4, text="said")
    return Position(actor=actor, stance=stance, as_of=day, confidence=confidence, evidence=(evidence,))  # type: ignore[arg-type]


TEN = "CHN FRA GBR USA JPN KOR MLT CHE DZA GUY"
REST = "ECU MOZ SLE SVN"


@pytest.mark.parametrize(
    ("said", "status", "chance_of", "blockers"),
    [
        ({"supports": TEN, "abstains": f"RUS {REST}"}, "adopted", "certain", ()),
        ({"supports": f"{TEN} {REST}", "opposes": "RUS"}, "blocked", "impossible", ("RUS",)),
        ({"supports": f"{TEN} {REST}", "opposes": "RUS", "undecided": ""}, "blocked", "impossible", ("RUS",)),
        ({"opposes": "RUS CHN JPN"}, "blocked", "impossible", ("RUS", "CHN")),
        ({"opposes": f"JPN KOR MLT {REST}"}, "rejected", "impossible", tuple(f"JPN KOR MLT {REST}".split())),
        ({"abstains": f"JPN KOR MLT {REST}"}, "rejected", "impossible", ()),
        ({"supports": TEN}, "open", "possible", ()),
        ({"opposes": "JPN"}, "open", "possible", ()),
        ({}, "open", "possible", ()),
    ],
)
def test_status_and_blockers(said: dict[str, str], status: str, chance_of: str, blockers: tuple[str, ...]) -> None:
    found = counted(SUBSTANTIVE, UNSC, **said)
    assert (found.status, found.chance, found.blockers, found.basis) == (status, chance_of, blockers, "computed")


def test_a_settled_outcome_turns_one_way_only() -> None:
    blocked = counted(SUBSTANTIVE, UNSC, supports=f"{TEN} {REST}", opposes="RUS")
    assert (blocked.flips, blocked.to_pass, blocked.to_fail, blocked.pivotal) == ((("RUS",),), (("RUS",),), (), ())
    adopted = counted(SUBSTANTIVE, UNSC, supports=TEN, opposes=REST, abstains="RUS")
    assert adopted.flips == adopted.to_fail
    assert adopted.to_fail[:5] == (("CHN",), ("FRA",), ("GBR",), ("RUS",), ("USA",))
    assert adopted.to_fail[5] == ("CHE", "DZA")
    assert adopted.to_pass == ()


def test_an_open_outcome_turns_both_ways() -> None:
    found = counted(
        SUBSTANTIVE, UNSC, supports="CHN FRA GBR RUS JPN KOR MLT", undecided="USA CHE", opposes=f"DZA GUY {REST}"
    )
    assert found.to_pass == (("CHE", "USA"),)
    assert found.to_fail == (("CHE",), ("USA",))
    assert found.flips == (("CHE",), ("USA",), ("CHE", "USA"))
    assert found.pivotal == ("CHE", "USA")


def test_the_pivotal_are_the_most_powerful_first() -> None:
    found = counted(
        SUBSTANTIVE, UNSC, supports="JPN KOR", opposes="MLT CHE DZA GUY", undecided=f"CHN FRA GBR USA RUS {REST}"
    )
    assert found.pivotal == ("CHN", "FRA", "GBR", "RUS", "USA", "ECU", "MOZ", "SLE", "SVN")
    none = counted(SUBSTANTIVE, UNSC, supports=f"{TEN} RUS", undecided=REST)
    assert (none.status, none.pivotal) == ("adopted", ())


def test_seats_without_a_name_are_not_named() -> None:
    council = participants("ecb", "2026-06-30")
    assert council.unnamed == council.size
    found = computed(default_rule("ecb"), council, Tally(silent=council.size), as_of=None)
    assert (found.status, found.pivotal, found.flips, found.to_pass, found.to_fail) == ("open", (), (), (), ())


def test_silence_is_consent_after_the_last_day_of_the_procedure() -> None:
    consensus = rule_named("nato", "consensus")
    before = counted(consensus, NATO, "2024-07-03", "2024-07-02", supports="USA GBR")
    assert (before.status, before.silence_until) == ("open", "2024-07-03")
    assert counted(consensus, NATO, "2024-07-03", "2024-07-03", supports="USA GBR").status == "open"
    after = counted(consensus, NATO, "2024-07-03", "2024-07-04", supports="USA GBR")
    assert (after.status, after.chance, after.probability) == ("adopted", "certain", None)
    broken = counted(consensus, NATO, "2024-07-03", "2024-07-04", opposes="TUR")
    assert (broken.status, broken.blockers, broken.flips) == ("blocked", ("TUR",), (("TUR",),))
    undecided = counted(consensus, NATO, "2024-07-03", "2024-07-04", undecided="TUR")
    assert (undecided.status, undecided.pivotal) == ("open", ("TUR",))
    assert counted(consensus, NATO, "2024-07-03", None, supports="USA").status == "open"
    assert counted(consensus, NATO, None, "2024-07-04", supports="USA").status == "open"


@pytest.mark.parametrize(
    ("body_id", "rule_id"), [("eu-council", "unanimity"), ("nato", "accession"), ("mercosur", "consensus")]
)
def test_silence_is_consent_where_absence_is_none(body_id: str, rule_id: str) -> None:
    """Who has not broken the silence agrees, though staying away from a vote would count against."""
    rule, who = rule_named(body_id, rule_id), participants(body_id, None)
    assert rule.absence == "against"
    assert counted(rule, who, "2024-07-03", "2024-07-04").status == "adopted"
    assert counted(rule, who, "2024-07-03", "2024-07-03").status == "open"


AUGUST = [
    held("USA", "opposes", "2023-05-01"),
    held("USA", "supports", "2023-07-01"),
    held("FRA", "opposes", "2023-07-11"),
    held("FRA", "supports", "2023-07-13"),
    held("FIN", "supports", "2023-07-12"),
    held("SWE", "opposes", "2023-07-12"),
    held("RUS", "opposes", "2023-07-12"),
]


def test_members_and_positions_travel_in_time() -> None:
    found = outlook(AUGUST, body("nato"), as_of=date(2023, 7, 12))
    assert (found.status, found.blockers, found.as_of) == ("blocked", ("FRA",), "2023-07-12")
    assert outlook(AUGUST, body("nato"), as_of="2023-07-12") == found
    assert outlook(AUGUST, body("nato"), as_of=date(2023, 6, 1)).blockers == ("USA",)
    assert outlook(AUGUST, body("nato"), as_of=date(2023, 4, 30)).status == "open"
    # France has moved; Sweden is no member yet, then one whose word of 2023 stands.
    assert outlook(AUGUST, body("nato"), as_of=date(2023, 7, 13)).status == "open"
    assert outlook(AUGUST, body("nato"), as_of=date(2024, 3, 6)).status == "open"
    assert outlook(AUGUST, body("nato"), as_of=date(2024, 3, 7)).blockers == ("SWE",)
    assert outlook(AUGUST, body("nato")).blockers == ("SWE",)


def test_positions_in_any_order_give_one_outlook() -> None:
    for day in (None, date(2023, 7, 12), date(2024, 3, 7)):
        assert outlook(AUGUST[::-1], body("nato"), as_of=day) == outlook(AUGUST, body("nato"), as_of=day)


def test_a_position_of_no_known_day_holds_until_there_is_a_later_one() -> None:
    undated = [held("FRA", "opposes", None)]
    assert outlook(undated, body("nato"), as_of=date(2023, 7, 12)).blockers == ("FRA",)
    assert outlook([*undated, held("FRA", "supports", "2023-07-01")], body("nato"), as_of="2023-07-12").status == "open"


def test_a_rule_may_be_named() -> None:
    everybody = [held(member, "supports", "2024-04-01") for member in NATO.members if member != "TUR"]
    positions = [*everybody, held("TUR", "abstains", "2024-04-01")]
    assert outlook(positions, body("nato"), as_of="2024-05-01").status == "adopted"
    assert outlook(positions, body("nato"), as_of="2024-05-01", rule="Accession").status == "rejected"
    with pytest.raises(BadRule, match=r"unanimity: no rule of nato; it has consensus, accession"):
        outlook(positions, body("nato"), rule="unanimity")
    with pytest.raises(UnknownBody):
        outlook(positions, body("moot"))
    assert rule_named("eu-council", "Qualified_Majority", "2013-01-01").passes.startswith("weight(votes) >= 255")


def test_confidence_makes_a_stance_a_chance() -> None:
    sure = [held(member, "supports", "2024-04-01") for member in NATO.members]
    assert outlook(sure, body("nato"), as_of="2024-05-01").probability is None
    unsure = [*sure[:-1], held(NATO.members[-1], "supports", "2024-04-01", 0.6)]
    found = outlook(unsure, body("nato"), as_of="2024-05-01")
    assert found.status == "adopted"
    assert found.probability is not None
    assert found.probability.passes == found.probability.if_silent_agree == pytest.approx(0.8)


def test_the_ends_of_a_probability() -> None:
    found = counted(SUBSTANTIVE, UNSC, supports=f"CHN FRA GBR USA RUS JPN KOR {REST[:3]}", undecided="CHE")
    assert found.probability is not None
    ends = (found.probability.if_silent_refuse, found.probability.passes, found.probability.if_silent_agree)
    assert ends == (0.5, round(1 - 0.5**7, 4), 1.0)
    assert counted(SUBSTANTIVE, UNSC).probability is None  # nothing to go by


def test_a_party_of_a_chamber_stops_nothing_by_itself(rule: Callable[..., RuleRow]) -> None:
    seats = {"seats": {"reds": 60, "blues": 40}}
    who = Participants(("blues", "reds"), weights=seats, are_parties=True)
    found = counted(rule("share(seats) > 1/2"), who, opposes="reds", supports="blues")
    assert (found.status, found.blockers, found.flips) == ("rejected", ("reds",), (("reds",),))
    states = who._replace(are_parties=False)
    assert counted(rule("share(seats) > 1/2"), states, opposes="reds", supports="blues").status == "blocked"
    assert counted(rule("no veto(reds) and share(seats) >= 0.1"), who, opposes="reds").status == "blocked"


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_what_holds_for_every_outlook(data: st.DataObject, random_games: Random) -> None:
    rule, who, made = data.draw(random_games(8))
    said: Mapping[str, str | None] = {m: data.draw(st.sampled_from(STANCES)) for m in who.members}
    columns: dict[str, tuple[str, ...]] = {s: tuple(m for m, v in said.items() if v == s) for s in STANCES if s}
    tally = Tally(silent=who.size - sum(map(len, columns.values())), **columns)
    sure = {m: data.draw(st.sampled_from((0.5, 0.9, 1.0))) for m in who.members}
    found = computed(rule, who, tally, as_of=None, confidences=sure)
    votes = ballots_of(tally)
    assert found.chance == chance(made, votes)
    assert (found.status == "open") == (found.chance == "possible")
    assert (found.status == "adopted") == (found.chance == "certain")
    assert set(found.blockers) <= set(tally.opposes)
    assert not found.blockers or found.chance == "impossible"
    assert set(found.pivotal) <= set(who.members) - set(votes)
    for sets in (found.flips, found.to_pass, found.to_fail):
        assert list(sets) == sorted(sets, key=lambda chosen: (len(chosen), chosen))
        assert len(set(sets)) == len(sets) <= 20
        assert all(set(chosen) <= set(who.members) for chosen in sets)
    for chosen in found.to_pass:
        now = chance(made, votes | dict.fromkeys(chosen, "yes"))
        assert now == "certain" if found.chance == "possible" else now != "impossible"
    for chosen in found.to_fail:
        now = chance(made, votes | dict.fromkeys(chosen, "no"))
        assert now == "impossible" if found.chance == "possible" else now != "certain"
    if found.probability:
        likely = found.probability
        assert 0 <= likely.if_silent_refuse <= likely.passes <= likely.if_silent_agree <= 1


def test_an_outlook_never_changes_when_a_silent_member_stays_silent() -> None:
    latest = {"USA": held("USA", "supports", "2023-07-01")}
    assert tally_of(latest, NATO.size) == Tally(supports=("USA",), silent=31)
    for silent in ("DEU", "POL"):
        mute = [*AUGUST, held(silent, "declines_to_comment", "2023-07-01")]
        assert outlook(mute, body("nato"), as_of="2023-07-13").status == "open"
