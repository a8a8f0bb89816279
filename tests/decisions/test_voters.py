"""Votes as a user gives them: names, ids and other names, `rest`, and what is refused."""

import pytest

from sayso.decisions.table import participants
from sayso.decisions.voters import Roll, roll_of, split_by_roll, tally_of_votes
from sayso.errors import BadVote
from sayso.records import Tally

DAY = "2024-06-30"
NATO = roll_of("nato", participants("nato", DAY), DAY)
G7 = roll_of("g7", participants("g7", None), None)
UNSC = roll_of("unsc", participants("unsc", DAY), DAY)
HOUSE = roll_of("us-house", participants("us-house", None), None)


@pytest.mark.parametrize(
    ("roll", "name", "member"),
    [
        (NATO, "Turkey", "TUR"),
        (NATO, "turkey", "TUR"),
        (NATO, "Türkiye", "TUR"),
        (NATO, "TUR", "TUR"),
        (NATO, "tur", "TUR"),
        (NATO, " Turkey. ", "TUR"),
        (NATO, "the Netherlands", "NLD"),
        (NATO, "Netherlands", "NLD"),
        (NATO, "United States", "USA"),
        (NATO, "the United States of America", "USA"),
        (NATO, "Britain", "GBR"),
        (NATO, "North Macedonia", "MKD"),
        (G7, "Japan", "JPN"),
        (HOUSE, "Democrats", "democrats"),
    ],
)
def test_a_member_by_any_of_its_names(roll: Roll, name: str, member: str) -> None:
    assert tally_of_votes(roll, {"supports": [name]}).supports == (member,)


def test_columns_become_a_tally() -> None:
    given = {"supports": ["USA", "Japan"], "opposes": ["Italy"], "absent": ["France"], "conditional": ["Canada"]}
    assert tally_of_votes(G7, given) == Tally(
        supports=("JPN", "USA"), opposes=("ITA",), absent=("FRA",), conditional=("CAN",), silent=2
    )
    assert tally_of_votes(G7, {}) == Tally(silent=7)
    assert tally_of_votes(G7, {"abstains": [], "undecided": ["DEU"]}) == Tally(undecided=("DEU",), silent=6)


@pytest.mark.parametrize("rest", ["rest", "REST", "Rest"])
def test_rest_stands_for_all_others(rest: str) -> None:
    found = tally_of_votes(NATO, {"supports": [rest], "opposes": ["Hungary", "TUR"]})
    assert found.opposes == ("HUN", "TUR")
    assert len(found.supports) == 30
    assert list(found.supports) == sorted(found.supports)
    assert found.silent == 0
    both = tally_of_votes(G7, {"abstains": ["Japan", rest]})
    assert both == Tally(abstains=("CAN", "DEU", "FRA", "GBR", "ITA", "JPN", "USA"))


def test_rest_of_all_members_is_nobody() -> None:
    assert tally_of_votes(G7, {"supports": ["CAN", "DEU", "FRA", "GBR", "ITA", "JPN", "USA"], "opposes": ["rest"]}) == (
        Tally(supports=("CAN", "DEU", "FRA", "GBR", "ITA", "JPN", "USA"))
    )


NATO_TITLE, G7_TITLE = r"NATO \(North Atlantic Council\) on 2024-06-30", r"Group of Seven \(G7 Summit\)"


@pytest.mark.parametrize(
    ("roll", "given", "message"),
    [
        (NATO, {"supports": ["Austria"]}, rf"^Austria: no member of {NATO_TITLE}$"),
        (NATO, {"supports": ["AUT"]}, rf"^AUT \(Austria\): no member of {NATO_TITLE}$"),
        (NATO, {"opposes": ["austria"]}, rf"^austria: no member of {NATO_TITLE}$"),
        (UNSC, {"supports": ["Germany"]}, r"^Germany: no member of United Nations \(Security Council\) on 2024-06-30$"),
        (G7, {"supports": ["China"]}, rf"^China: no member of {G7_TITLE}$"),
        (
            NATO,
            {"supports": ["Turky"]},
            rf"^Turky: no member of {NATO_TITLE} is called that; did you mean (Turkey|Türkiye)\?$",
        ),
        (NATO, {"supports": ["Atlantis City"]}, rf"^Atlantis City: no member of {NATO_TITLE} is called that$"),
        (NATO, {"supports": [""]}, rf"^: no member of {NATO_TITLE} is called that$"),
        (NATO, {"supports": ["USA", "United States"]}, r"^United States: named twice in --for$"),
        (NATO, {"supports": ["USA"], "opposes": ["USA"]}, r"^USA: both in --for and in --against$"),
        (NATO, {"opposes": ["USA"], "abstains": ["usa"]}, r"^usa: both in --against and in --abstain$"),
        (NATO, {"conditional": ["USA"], "undecided": ["USA"]}, r"^USA: both in --conditional and in --undecided$"),
        (
            NATO,
            {"supports": ["rest"], "absent": ["REST"]},
            r"^rest stands in two columns, --for and --absent; it can stand in one$",
        ),
        (NATO, {"supports": ["rest", "rest"]}, r"^rest stands in two columns, --for and --for; it can stand in one$"),
    ],
)
def test_what_is_refused(roll: Roll, given: dict[str, list[str]], message: str) -> None:
    with pytest.raises(BadVote, match=message):
        tally_of_votes(roll, given)


def test_names_go_where_they_are_members() -> None:
    given = {"supports": ["USA", "rest"], "opposes": ["Poland", "Russia"]}
    assert split_by_roll([NATO, UNSC], given) == [
        {"supports": ["USA", "rest"], "opposes": ["Poland"]},
        {"supports": ["USA", "rest"], "opposes": ["Russia"]},
    ]
    with pytest.raises(
        BadVote, match=rf"^Brazil: no member of any of {NATO_TITLE}, United Nations \(Security Council\)"
    ):
        split_by_roll([NATO, UNSC], {"supports": ["Brazil"]})


@pytest.mark.parametrize(
    "body_id", ["nato", "eu-council", "osce", "unga", "imf", "european-parliament", "wto", "energy-community"]
)
def test_every_member_answers_to_its_name(body_id: str) -> None:
    roll = roll_of(body_id, participants(body_id, None), None)
    assert len({name.lower() for name in roll.names.values()}) == len(roll.names)
    for member, name in roll.names.items():
        assert name
        assert tally_of_votes(roll, {"opposes": [name]}).opposes == (member,)
        assert tally_of_votes(roll, {"opposes": [member]}).opposes == (member,)


def test_a_chamber_of_persons_takes_no_names() -> None:
    roll = roll_of("gb-commons", participants("gb-commons", None), None)
    assert tally_of_votes(roll, {}).silent == 650
    with pytest.raises(BadVote, match="its members are not listed; give its parties"):
        tally_of_votes(roll, {"supports": ["rest"]})
