"""The shipped model on sentences of our own: who says what, with which cue."""

import pytest

from sayso.language.pieces import paragraphs
from sayso.statements import attributions_in


def found(text: str) -> list[tuple[str, str, str, str]]:
    def words(spans: tuple[tuple[int, int], ...]) -> str:
        return " … ".join(text[a:b].strip(" ,.“”") for a, b in spans)

    attributions = attributions_in(text, paragraphs(text))
    return [(words(a.source), words(a.cue), words(a.content), a.mode) for a in attributions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The fish ministers met in Brussels. “The quota is too low,” the Danish minister said.",
            ("the Danish minister", "said", "The quota is too low", "direct"),
        ),
        (
            "The central bank will keep its rates where they are, according to two people familiar with the matter.",
            (
                "two people familiar with the matter",
                "according to",
                "The central bank will keep its rates where they are",
                "indirect",
            ),
        ),
        (
            "The mayor told reporters that the bridge would not open before May.",
            ("The mayor", "told", "that the bridge would not open before May", "indirect"),
        ),
        (
            "The treaty is “a gift to smugglers”, the union said on Tuesday.",
            ("the union", "said", "The treaty is “a gift to smugglers", "mixed"),
        ),
    ],
)
def test_attributions(text: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in found(text)


def test_content_may_be_in_pieces() -> None:
    text = "“The quota,” said the Danish minister, “is far too low for the small harbours.”"
    ((source, _, content, mode),) = found(text)
    assert source == "the Danish minister"
    assert content == "The quota … is far too low for the small harbours"
    assert mode == "direct"


def test_plain_narration_says_nothing() -> None:
    assert found("The train left the station at noon. It reached the coast in the evening.") == []


def test_the_result_does_not_depend_on_what_was_read_before() -> None:
    text = "The mayor said the bridge would stay closed.\n\n" * 12
    first = attributions_in(text, paragraphs(text))
    attributions_in("“Yes,” she said.", [(0, 16)])
    assert attributions_in(text, paragraphs(text)) == first
