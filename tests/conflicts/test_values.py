import pytest

from sayso.conflicts.values import concepts_in, find_tallies, organisations_in, states_in

TALLIES = [
    ("with 182 votes favorable and six contrary", (182, 6, None)),
    ("shows 117 voices in favour, 40 against and 18 abstentions", (117, 40, 18)),
    ("voted by 188 to six to ratify", (188, 6, None)),
    ("gave its consent by 287 votes to 55", (287, 55, None)),
    ("The council voted 13-1 on Tuesday", (13, 1, None)),
    ("99 deputies voted in favour and no one protested; three against", (99, 3, None)),
]


@pytest.mark.parametrize(("words", "counts"), TALLIES)
def test_tally(words: str, counts: tuple[int, int, int | None]) -> None:
    (tally,) = find_tallies(words, 0, len(words))
    assert (tally.yes, tally.no, tally.abstain) == counts


@pytest.mark.parametrize(
    "words",
    [
        "Spain won by 3 to 1",
        "led by 52 to 48 percent",
        "from 1939 to 1945",
        "a range of 10 to 12 years",
        "voted in 2003",
    ],
)
def test_no_tally(words: str) -> None:
    assert find_tallies(words, 0, len(words)) == []


def test_paraphrases_compare_equal() -> None:
    assert concepts_in("the entry of the Finns") == concepts_in("Finland’s membership") == {"accession"}
    assert states_in("the entry of the Finns", 0, 22) == ("FIN",)
    assert organisations_in("Nato") == organisations_in("the North Atlantic alliance")
