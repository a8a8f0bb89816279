import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.sentences import sentences


def split(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "expected",
    [
        ["The ministers met.", "They agreed on nothing."],
        ["“We will not sign,” he said.", "“Not now.”", "Nobody else spoke."],
        ["Mr. Orban met U.S. President Biden on Jan. 5 in Washington, D.C., aides said.", "It rained."],
        ["It cost 3.5 million euros.", "John F. Kennedy spoke in 1961."],
        ["“A great day,” she wrote on X.", "The envoy was told by J. Smith."],
        ["Will it pass?", "Nobody knows!", "The vote is on Monday."],
        ["“Is that so?” she asked.", "He nodded."],
        ["The envoy left the U.S.", "The talks went on."],
    ],
)
def test_sentences(expected: list[str]) -> None:
    assert split(" ".join(expected)) == expected


@given(st.text(alphabet='aB. ?!”“"\n', max_size=60))
def test_sentences_cover_everything_but_white_space(text: str) -> None:
    found = sentences(text, 0, len(text))
    assert found == sorted(found)
    inside = "".join(text[a:b] for a, b in found)
    assert "".join(inside.split()) == "".join(text.split())
