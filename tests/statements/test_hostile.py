"""Texts that no newsroom writes: every span lies in the text, nothing crashes, and time stays linear."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.language.pieces import paragraphs
from sayso.records import Article, Attribution, Block
from sayso.statements import attributions_in
from sayso.verbs import find_statements

WORDS = st.sampled_from(
    [
        "he said",
        "“No,”",
        "the minister",
        "told Reuters",
        "‘yes’",
        "«non»",
        "„nein“",
        "according to",
        "🙂",
        "\u202e",
        "אמר",
        "قال",
    ]
)


def sound(text: str, found: tuple[Attribution, ...]) -> None:
    for attribution in found:
        for spans in (attribution.source, attribution.cue, attribution.content):
            assert list(spans) == sorted(spans)
            for start, end in spans:
                assert 0 <= start < end <= len(text)
                assert text[start:end].strip()
        assert attribution.content
        assert 0 <= attribution.confidence <= 1


def article(text: str) -> Article:
    return Article(id="x", text=text, blocks=tuple(Block(start=a, end=b, kind="body") for a, b in paragraphs(text)))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(WORDS, st.text(max_size=12)), max_size=30).map(" ".join))
def test_any_text_gives_sound_spans(text: str) -> None:
    found = attributions_in(text, paragraphs(text))
    sound(text, found)
    assert attributions_in(text, paragraphs(text)) == found


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_any_mixture_of_quotations_gives_sound_statements(text: str) -> None:
    page = article(text)
    for statement in find_statements(page):
        for spans in (statement.source, statement.cue, statement.content, [link.span for link in statement.chain]):
            assert all(span and 0 <= span[0] < span[1] <= len(text) for span in spans)


@pytest.mark.parametrize("mark", ['"', "“", "”", "‘", "'", "«", "»", "„", "“”", "'\""])
def test_a_page_of_only_quotation_marks_says_nothing(mark: str) -> None:
    sound(mark * 600, attributions_in(mark * 600, [(0, len(mark) * 600)]))


def test_an_emoji_before_a_statement_moves_it_by_one_code_point() -> None:
    text = "The mayor said the bridge would not open before May."
    plain = attributions_in(text, paragraphs(text))
    moved = attributions_in("🙂 " + text, [(2, len(text) + 2)])
    assert [[(a - 2, b - 2) for a, b in m.content] for m in moved] == [list(p.content) for p in plain]


def test_our_own_output_is_text_like_any_other() -> None:
    text = (
        '{"mode":"direct","source":[[0,9]],"cue":[[10,14]],"content":[[15,40]],"chain":[{"text":"NHK"}]} NHK ← official'
    )
    sound(text, attributions_in(text, paragraphs(text)))


@pytest.mark.parametrize(
    "unit", ["and the minister went on to speak of it ", "“", "said ", "“No” he said “yes” ", "Le X told Y "]
)
def test_time_is_linear_in_a_paragraph_without_an_end(unit: str) -> None:
    def seconds(length: int) -> float:
        page = article(unit * (length // len(unit)))
        began = time.process_time()
        find_statements(page)
        return time.process_time() - began

    seconds(2_000)
    short, long = seconds(8_000), seconds(32_000)
    assert long < 12 * short + 0.5  # four times the text; were it quadratic, sixteen times the time
