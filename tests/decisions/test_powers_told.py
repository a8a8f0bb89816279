"""What articles say that a single vote does."""

from collections.abc import Callable

import pytest

from sayso.decisions.powers_told import find_abstentions, find_powers
from sayso.records import Article

Make = Callable[..., Article]
QUESTION = "Should the aid be sent?"


@pytest.mark.usefixtures("undecided")
@pytest.mark.parametrize(
    ("sentence", "states"),
    [
        ("Hungary can block the step alone.", ("HUN",)),
        ("Hungary on its own could veto the aid.", ("HUN",)),
        ("Turkey has a veto over Sweden's bid.", ("TUR",)),
        ("Russia holds veto power in the Security Council.", ("RUS",)),
        ("Britain has the right to veto the plan.", ("GBR",)),
        ("China has the power to block it single-handedly.", ("CHN",)),
        ("France alone can stop the deal.", ("FRA",)),
        ("The United States has enough votes to veto changes by itself.", ("USA",)),
        ("Washington, with 16 percent of the votes, has a veto over big changes.", ("USA",)),
        ("Hungary and Slovakia can each veto it alone.", ("HUN", "SVK")),
    ],
)
def test_a_state_is_given_a_veto(article: Make, sentence: str, states: tuple[str, ...]) -> None:
    page = article(f"The talks go on. {sentence} Nobody left early.")
    assert [(told.states, told.evidence.text) for told in find_powers(page, QUESTION)] == [(states, sentence)]


@pytest.mark.usefixtures("undecided")
@pytest.mark.parametrize(
    "sentence",
    [
        "Hungary cannot block it alone.",
        "Germany has no veto.",
        "Poland lost its veto.",
        "No one but France can stop it alone.",
        "Hungary dropped its veto.",
        "Hungary threatened to use its veto.",
        "Russia used its veto on Friday.",
        "Hungary might block the plan.",
        "The minister could stop it alone.",
        "Any member has a veto.",
    ],
)
def test_a_use_a_loss_a_threat_and_nobody_s_are_none(article: Make, sentence: str) -> None:
    assert list(find_powers(article(sentence), QUESTION)) == []


def test_a_veto_without_a_state_is_none_however_it_is_read(article: Make) -> None:
    assert list(find_powers(article("Rain fell. The chair has a veto. Hungary dropped its veto."), QUESTION)) == []


@pytest.mark.parametrize(
    ("sentence", "counts_against"),
    [
        ("An abstention counts as a no.", True),
        ("Abstentions count against the motion.", True),
        ("To abstain amounts to a refusal.", True),
        ("An abstention has the effect of a no.", True),
        ("Abstaining is as good as a no, and then it is a no.", True),
        ("Abstentions do not count.", False),
        ("Abstentions are not counted.", False),
        ("Abstaining does not block a decision.", False),
        ("An abstention leaves unanimity intact.", False),
    ],
)
def test_an_abstention_is_said_to_count(article: Make, sentence: str, counts_against: bool) -> None:
    page = article(f"The talks go on. {sentence}\nNobody left early.")
    assert [(t.counts_against, t.evidence.text) for t in find_abstentions(page)] == [(counts_against, sentence)]


@pytest.mark.parametrize(
    "sentence", ["China abstained.", "An absence counts as a no.", "Two members abstained, three voted against."]
)
def test_an_abstention_as_such_says_nothing(article: Make, sentence: str) -> None:
    assert list(find_abstentions(article(sentence))) == []


@pytest.mark.parametrize(
    "sentence", ["An abstention does not count as a no.", "Abstentions don’t count as votes against."]
)
def test_a_denial_says_the_opposite(article: Make, sentence: str) -> None:
    assert [told.counts_against for told in find_abstentions(article(sentence))] == [False]
