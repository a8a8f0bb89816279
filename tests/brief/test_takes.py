"""What it takes: rule, meters, what would turn it; each in the words of the page."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len

from sayso.brief import compose, render
from sayso.brief.bars import characters, pieces, svg
from sayso.brief.claims import Bar, Claim
from sayso.brief.columns import meters, printed
from sayso.brief.meters import bars
from sayso.brief.names import Members
from sayso.brief.say_so import Cast
from sayso.brief.takes import prospects, takes
from sayso.brief.turning import would_settle, would_turn
from sayso.records import Decision, Meter, Outlook, Probability, Stage, Tally

from .debates import DECISION, IN_TWO_STAGES, MAJORITY, seabed, undecided

NAMES = Members({"ITA": "Italy", "USA": "United States", "FRA": "France", "greens": "greens"})
SINGLES = tuple((f"M{i:02}",) for i in range(20))


def told(decision: Decision) -> dict[str, Claim]:
    return {claim.label: claim for claim in takes(Cast(replace(seabed(), decision=decision)), decision)}


def with_outlook(decision: Decision, **fields: object) -> Decision:
    return replace(decision, outlook=replace(decision.outlook, **fields))


def test_the_rule_stands_in_words_with_its_article() -> None:
    rule = told(DECISION)["Rule"]
    assert rule.text == "Unanimity: all 36 members in favour; abstention and absence count against."
    assert rule.note == "Rules of Procedure, Rule 56"


def test_members_that_a_rule_names_are_named_to_a_reader() -> None:
    words = "9 of 15 members, with no vote against from FRA or USA; abstention and absence do not count"
    rule = replace(MAJORITY, kind="veto_players", words=words)
    text = told(replace(DECISION, rule=rule))["Rule"].text
    assert text.startswith("9 of 15 members, with no vote against from France or the United States; abstention")


def test_a_clash_shows_both_sides() -> None:
    but = told(IN_TWO_STAGES)["But"]
    assert but.text == "The article says all 36 members must agree; the Council decides by qualified majority."
    assert but.evidence == (MAJORITY.evidence[0], MAJORITY.contradicted_by[0])


def test_a_body_that_is_not_sure_is_said_to_be_probable() -> None:
    assert told(IN_TWO_STAGES)["Body"].text.endswith(", probably")
    assert told(IN_TWO_STAGES)["Body"].note == "62% sure"
    assert "probably" not in told(DECISION)["Body"].text


def test_both_directions_of_an_open_vote() -> None:
    text = told(IN_TWO_STAGES)["Would settle it"].text
    assert text == "For: at least 21 of the 31 still open; against: Japan"


def test_what_stands_in_both_directions_is_said_once() -> None:
    decision = with_outlook(IN_TWO_STAGES, to_pass=(("ITA",),), to_fail=(("ITA",),))
    assert would_settle(NAMES, decision) == "Either way: Italy"


@pytest.mark.parametrize(
    ("flips", "words"),
    [
        ((), ""),
        ((("ITA",),), "A change by Italy"),
        ((("ITA",), ("USA",)), "A change by Italy or the United States"),
        ((("ITA", "USA"), ("FRA", "ITA")), "A change by Italy and the United States; or France and Italy"),
        ((("ITA",), ("USA",), ("FRA",), ("greens",), ("M01",), ("M02",)),
         "A change by Italy, the United States, France or greens, and two more"),
        ((tuple("ABCDEF"),), "A change by no fewer than six members"),
        (SINGLES, "A change by any one of the 36 members"),
    ],
)  # fmt: skip
def test_would_turn_it(flips: tuple[tuple[str, ...], ...], words: str) -> None:
    assert would_turn(NAMES, with_outlook(DECISION, flips=flips)) == words


def test_the_silent_are_counted_not_listed() -> None:
    rule = replace(DECISION.rule, kind="consensus")
    decision = replace(
        DECISION,
        rule=rule,
        tally=Tally(supports=("FRA",), silent=20),
        outlook=Outlook(
            status="open", basis="computed", chance="possible", to_pass=(tuple("ABCDEFGH"),), to_fail=SINGLES
        ),
    )
    words = "For: no objection from the 20 not heard from; against: any one of the 20 not heard from"
    assert would_settle(NAMES, decision) == words


def test_a_chamber_whose_seats_have_no_names_still_says_what_it_needs() -> None:
    meter = Meter(what="members", favour=0, against=0, undecided=100, total=100, needed=51)
    decision = replace(
        DECISION,
        tally=Tally(silent=100),
        meters=(meter,),
        outlook=Outlook(status="open", basis="computed", chance="possible"),
    )
    assert would_settle(NAMES, decision) == "For: 51 of the 100 still open; against: 50 of the 100 still open"


@pytest.mark.parametrize(
    ("low", "middle", "high", "shown"),
    [
        (0.0, 0.3, 1.0, None),
        (0.0, 0.0, 0.01, None),
        (0.98, 0.99, 1.0, None),
        (0.5, 0.5, 0.5, "50%"),
        (0.002, 0.3, 0.75, "Between less than 1% (all silent members refuse) and 75% (all agree)"),
    ],
)
def test_a_probability_is_shown_where_it_says_something(low: float, middle: float, high: float, shown: str) -> None:
    found = Probability(passes=middle, if_silent_agree=high, if_silent_refuse=low, assumes="chance")
    claims = {c.label: c for c in prospects(NAMES, with_outlook(IN_TWO_STAGES, probability=found))}
    assert (claims["Probability"].text if "Probability" in claims else None) == shown


def test_nothing_is_reckoned_once_a_decision_is_reported() -> None:
    decision = with_outlook(IN_TWO_STAGES, basis="reported", status="adopted", silence_until=None)
    claims = told(decision)
    assert not {"Probability", "Would turn it", "Would settle it", "Most weight"} & set(claims)
    assert claims["Count"].bars == ()


def test_stages_tell_where_it_stands() -> None:
    text = told(IN_TWO_STAGES)["Stages"].text
    assert text == (
        "1 of 2, Commission: adopted; 2 of 2, Council: open (3 for · 31 open · 1 abstaining · 1 against · needs 24) "
        "– here it stands"
    )


def test_silence() -> None:
    assert told(IN_TWO_STAGES)["Silence"].text == "Silence means consent after 3 July 2024"


def test_meters_in_words() -> None:
    members, contributions = bars(IN_TWO_STAGES)
    assert members.words == "3 for · 31 open · 1 abstaining · 1 against · needs 24"
    assert contributions.words == "31% for · 61% open · 5% abstaining · 3% against · needs 65%"
    assert contributions.mark == pytest.approx(0.65)


def test_a_share_is_not_rounded_up_to_what_it_does_not_reach() -> None:
    meter = Meter(what="population", favour=64_999, against=35_001, undecided=0, total=100_000, needed=65_000)
    assert bars(replace(DECISION, meters=(meter,)))[0].words == "64.9% for · 35% against · needs 65%"


def test_consensus_counts_objections() -> None:
    meter = Meter(what="members", favour=5, against=2, undecided=25, total=32, needed=32)
    (bar,) = bars(replace(DECISION, rule=replace(DECISION.rule, kind="consensus"), meters=(meter,)))
    assert (bar.label, bar.words, bar.favour) == ("Objections", "2 of 32 members · one is enough", 0.0)


def test_no_meter_of_zeros() -> None:
    assert bars(replace(DECISION, tally=Tally(silent=36))) == ()


@pytest.mark.parametrize(
    ("bar", "drawn"),
    [
        (Bar(label="", words="", favour=1), "██████████"),
        (Bar(label="", words="", favour=0.5, undecided=0.3, against=0.2, mark=0.6), "█████░│░░▒▒"),
        (Bar(label="", words="", favour=0.6, undecided=0.4, mark=0.6), "██████│░░░░"),
        (Bar(label="", words="", favour=0.599, undecided=0.401, mark=0.6), "██████░│░░░"),
        (Bar(label="", words="", favour=0.01, undecided=0.5, against=0.01), "█░░░░    ▒"),
    ],
)
def test_a_bar_in_characters(bar: Bar, drawn: str) -> None:
    assert characters(bar, 10) == drawn


SHARES = st.lists(st.floats(0, 1), min_size=4, max_size=4).filter(lambda xs: sum(xs) > 0.1)


@given(SHARES, st.none() | st.floats(0, 0.99), st.integers(12, 60))
def test_any_bar_has_its_length_and_shows_what_is_not_nothing(
    shares: list[float], mark: float | None, cells: int
) -> None:
    favour, open_, against, _ = (share / sum(shares) for share in shares)
    bar = Bar(label="", words="", favour=favour, undecided=open_, against=against, mark=mark)
    drawn = characters(bar, cells)
    assert len(drawn) == cells + (mark is not None)
    assert [sign in drawn for sign in "█░▒"] == [share > 0 for share in (favour, open_, against)]
    assert "".join(piece.cells for piece in pieces(bar, cells)) == drawn
    if mark is not None and favour > 0:
        assert (drawn.rfind("█") < drawn.index("│")) or favour >= mark


@given(st.integers(21, 110), st.booleans())
def test_meters_fit_the_width(width: int, is_long: bool) -> None:
    bar = Bar(label="Contributions in kind" if is_long else "Seats", words="3 for · 31 open · needs 24", favour=0.5)
    lines = printed(meters((bar, bar), width), width, colour=False).splitlines()
    assert max(map(cell_len, lines)) <= width


def test_a_bar_as_svg_needs_no_other_file_and_is_told_in_words() -> None:
    page = render(compose(undecided()), "html")
    assert str(svg(bars(IN_TWO_STAGES)[0])) in page
    assert "needs 24" in page
    assert 'aria-hidden="true"' in page
    assert "url(" not in page


def test_a_meter_is_as_legible_without_colour() -> None:
    coloured = render(compose(undecided()), "terminal", width=100)
    assert "\x1b[32m█" in coloured
    assert "\x1b[31m▒" in coloured
    bare = re.sub(r"\x1b\[[\d;]*m", "", coloured)
    assert re.search(r"Members +█+░+│░+ +▒+", bare)


def test_stages_and_decisions_have_meters_alike() -> None:
    stage: Stage = IN_TWO_STAGES.stages[1]
    assert bars(stage) == bars(IN_TWO_STAGES)
