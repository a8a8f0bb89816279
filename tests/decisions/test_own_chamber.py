"""Chambers of the user's own: TOML files of members with their weights."""

from pathlib import Path

import pytest

from sayso.decisions.calculator import decide_own
from sayso.decisions.own_chamber import read_chamber
from sayso.decisions.voters import Roll
from sayso.errors import BadKnowledge, BadRule, BadVote

SEATS = """
name = "City council"
total = { seats = 60 }

[seats]
"Green Party" = 21
Labour = 18
SPD = 12
Independents = 9

[groups]
coalition = ["Green Party", "SPD"]
"""
ROWS = """
total = 100

[[member]]
id = "founder"
name = "The Founder"
shares = 50.5

[[member]]
name = "Fund of Funds"
shares = 49.5
"""


def written(folder: Path, text: str, name: str = "council.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def read(folder: Path, text: str) -> Roll:
    return read_chamber(written(folder, text))


def test_a_table_of_numbers(tmp_path: Path) -> None:
    roll = read(tmp_path, SEATS)
    assert roll.title == "City council"
    assert roll.who.members == ("SPD", "green-party", "independents", "labour")
    assert roll.names["green-party"] == "Green Party"
    assert roll.who.weights == {"seats": {"green-party": 21, "labour": 18, "SPD": 12, "independents": 9}}
    assert roll.who.groups == {"coalition": ("green-party", "SPD")}
    assert roll.who.are_parties


def test_a_row_a_member(tmp_path: Path) -> None:
    roll = read(tmp_path, ROWS)
    assert roll.title == "council"
    assert roll.names == {"founder": "The Founder", "fund-of-funds": "Fund of Funds"}
    assert roll.who.weights == {"shares": {"founder": 50.5, "fund-of-funds": 49.5}}


@pytest.mark.parametrize("key", ["members", "parties", "member", "party"])
def test_plain_names(tmp_path: Path, key: str) -> None:
    roll = read(tmp_path, f'{key} = ["Ann", "Bea", "Cäcilie"]')
    assert roll.who.members == ("ann", "bea", "cäcilie")
    assert roll.who.weights == {}
    assert not roll.who.are_parties


def test_several_weights(tmp_path: Path) -> None:
    text = "[seats]\nA = 2\nB = 1\n[money]\nA = 0\nB = 10.5\n[total]\nseats = 3\nmoney = 10.5\n"
    assert read(tmp_path, text).who.weights == {"seats": {"a": 2, "b": 1}, "money": {"a": 0, "b": 10.5}}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", r"no members; write \[\[member\]\] rows, or a table such as \[seats\]"),
        ('name = "Nobody"', r"no members"),
        ("[seats", r"no TOML: "),
        ("[seats]\nA = 1\nA = 2", r"no TOML: "),
        ("total = 60\n[seats]\nA = 21\nB = 18", r"the seats come to 39, not to the total of 60"),
        ("total = { seats = 60.5 }\n[seats]\nA = 60", r"the seats come to 60, not to the total of 60.5"),
        ("total = { votes = 60 }\n[seats]\nA = 60", r"the votes come to 0, not to the total of 60"),
        ('total = "sixty"\n[seats]\nA = 60', r"the seats come to 60, not to the total of sixty"),
        ("[[member]]\nseats = 5", r"a member without a name: \{'seats': 5\}"),
        ("members = [5]", r"a member without a name: 5"),
        ('members = ["Ann", "ann"]', r"ann stands twice"),
        ('[[member]]\nname = "Ann"\n[[member]]\nid = "ann"', r"ann stands twice"),
        (
            '[[member]]\nname = "Ann"\nseats = "five"',
            r"Ann: seats = 'five' is no weight; a weight is a number of 0 or more",
        ),
        ('[[member]]\nname = "Ann"\nseats = -1', r"Ann: seats = -1 is no weight"),
        ('[[member]]\nname = "Ann"\nseats = true', r"Ann: seats = True is no weight"),
        ('[[member]]\nname = "Ann"\nseats = nan', r"Ann: seats = nan is no weight"),
        ('[[member]]\nname = "Ann"\nseats = inf', r"Ann: seats = inf is no weight"),
        ("[seats]\nA = 1\nB = -1", r"B: seats = -1 is no weight"),
        ('[seats]\nA = 1\nB = "five"', r"B: seats = 'five' is no weight"),
        ("[seats]\nA = 1\n[groups]\nleft = ['B']", r"group left: b is no member"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(BadKnowledge, match=rf"^council\.toml: {message}"):
        read(tmp_path, text)


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(BadKnowledge, match=r"^none\.toml: No such file"):
        read_chamber(tmp_path / "none.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(BadKnowledge, match=r"^bytes\.toml: no TOML"):
        read_chamber(tmp_path / "bytes.toml")


def test_a_decision_of_an_own_chamber(tmp_path: Path) -> None:
    path = written(tmp_path, SEATS)
    found = decide_own(path, {"supports": ["Green Party"], "opposes": ["Labour"]}, "share(seats) > 1/2").decision
    assert (found.body.id, found.body.name) == ("council", "City council")
    assert (found.rule.words, found.rule.kind, found.rule.members) == (
        "holding more than half of the seats; abstention and absence count against",
        "majority",
        4,
    )
    assert (found.outlook.status, found.outlook.to_pass, found.outlook.to_fail) == (
        "open",
        (("SPD",),),
        (("SPD",),),
    )
    assert [(m.favour, m.against, m.undecided, m.needed) for m in found.meters] == [(21, 18, 21, 31)]


@pytest.mark.parametrize(
    ("rule", "given", "status"),
    [
        ("share(seats) > 1/2", {"supports": ["Green Party", "spd"]}, "adopted"),
        ("share(seats) > 1/2", {"opposes": ["Green Party", "SPD"]}, "rejected"),
        ("cast(seats) > 1/2", {"supports": ["SPD"], "opposes": ["Independents"], "abstains": ["rest"]}, "adopted"),
        ("no veto(coalition)", {"supports": ["rest"], "opposes": ["SPD"]}, "blocked"),
        ("weight(seats) >= 40 and yes(coalition)", {"supports": ["coalition"]}, None),
        ("no objection", {"supports": ["SPD"], "absent": ["rest"]}, "adopted"),
    ],
)
def test_rules_of_an_own_chamber(tmp_path: Path, rule: str, given: dict[str, list[str]], status: str | None) -> None:
    path = written(tmp_path, SEATS)
    if status is None:
        with pytest.raises(BadVote, match="coalition: no member of City council is called that"):
            decide_own(path, given, rule)
    else:
        assert decide_own(path, given, rule).decision.outlook.status == status


def test_a_rule_that_the_file_cannot_answer(tmp_path: Path) -> None:
    path = written(tmp_path, SEATS)
    with pytest.raises(BadRule, match="there is no weight 'votes' here; there are: coalition, seats"):
        decide_own(path, {}, "share(votes) > 1/2")
    some = written(tmp_path, "members = ['C']\n[seats]\nA = 1\nB = 2", "some.toml")
    with pytest.raises(BadRule, match="no seats is known of c"):
        decide_own(some, {}, "share(seats) > 1/2")
