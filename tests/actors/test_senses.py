"""What the name of a capital stands for, on pairs in which one word or clause turns it."""

import pytest

from sayso.actors.senses import SENSES, sense_probabilities


@pytest.mark.parametrize(
    ("sentence", "name", "sense"),
    [
        ("Paris does not back the plan, two diplomats said.", "Paris", "government"),
        ("The plan was signed in Paris by two diplomats.", "Paris", "place"),
        ("Talks with Ankara over the pipeline broke down on Friday.", "Ankara", "government"),
        ("The pipeline ends at a terminal south of Ankara.", "Ankara", "place"),
        ("The treaty was rejected by Jakarta.", "Jakarta", "government"),
        ("Lima beat Quito 3-1 in the second leg of the semi-final.", "Lima", "team"),
        ("Exports were held up in the port of Lima for a week.", "Lima", "place"),
        ("Brasília, which has no seat on the council, called the result regrettable.", "Brasília", "government"),
    ],
)
def test_senses(sentence: str, name: str, sense: str) -> None:
    start = sentence.index(name)
    probabilities = sense_probabilities(sentence, (start, start + len(name)))
    assert probabilities.shape == (4,)
    assert probabilities.sum() == pytest.approx(1.0, abs=1e-4)
    assert SENSES[int(probabilities.argmax())] == sense


def test_each_name_is_read_in_its_own_clause() -> None:
    sentence = "They arrived in Ankara on Monday, and Ankara rejected the terms."
    first, second = sentence.index("Ankara"), sentence.rindex("Ankara")
    government = SENSES.index("government")
    assert sense_probabilities(sentence, (second, second + 6))[government] > 0.5
    assert sense_probabilities(sentence, (first, first + 6))[government] < 0.5
