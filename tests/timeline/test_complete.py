import pytest

from sayso.timeline.complete import complete_phrase

PHRASES = [
    (
        "vote on the mission by the foreign affairs committee of the",
        "vote on the mission by the foreign affairs committee",
    ),
    ("visit of the Finnish", "visit"),
    ("visit of the Finns", "visit of the Finns"),
    ("meeting with the European", "meeting"),
    ("signature of the pact more than", "signature of the pact"),
    (
        "vote on the long and winding bill on the use of salt water in the baths by the lower house",
        "vote on the long and winding bill on the use of salt water",
    ),
    ("summit (formerly", "summit"),
]


@pytest.mark.parametrize(("words", "complete"), PHRASES)
def test_phrase_is_never_cut_open(words: str, complete: str) -> None:
    assert complete_phrase(words) == complete
