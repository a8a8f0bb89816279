from hypothesis import given
from hypothesis import strategies as st

from sayso.language.encoder import tokenizer
from sayso.language.pieces import CLS, SEP, pack, paragraphs

TEXTS = st.lists(
    st.sampled_from(
        ["The minister said ", "“No,” he added. ", "Zürich 🙂 ", "\n\n", "NATO’s chief ", "a b c. ", "é\r\n", "1,200 "]
    ),
    max_size=60,
).map("".join)


@given(TEXTS)
def test_pieces_point_into_their_paragraph_in_order(text: str) -> None:
    blocks = paragraphs(text)
    windows = pack(text, blocks, tokenizer())
    spans = [(a, b) for w in windows for a, b in zip(w.starts, w.ends, strict=True) if a >= 0]
    assert spans == sorted(spans)
    assert all(any(s <= a < b <= e for s, e in blocks) for a, b in spans)


@given(TEXTS)
def test_windows_keep_their_limit_and_frame(text: str) -> None:
    for window in pack(text, paragraphs(text), tokenizer(), limit=32):
        assert len(window.ids) <= 32
        assert window.ids[0] == CLS
        assert window.ids[-1] == SEP
        assert len(window.ids) == len(window.shapes) == len(window.starts) == len(window.ends)


def test_a_window_holds_whole_paragraphs_where_they_fit() -> None:
    text = "One two three four.\n" * 8
    windows = pack(text, paragraphs(text), tokenizer(), limit=20)
    assert [int((w.ids == SEP).sum()) for w in windows] == [3, 3, 2]


def test_shapes_tell_case_and_quotation() -> None:
    text = "NATO said “we stay”."
    (window,) = pack(text, [(0, len(text))], tokenizer())
    shape = {text[a:b]: int(s) for a, b, s in zip(window.starts, window.ends, window.shapes, strict=True) if a >= 0}
    assert shape["NATO"] // 3 == 2
    assert shape["said"] == 0
    assert shape["we"] == shape["stay"] == 1
    assert shape["“"] % 3 == 2


@given(st.text(alphabet="ab \r\n\t", max_size=40))
def test_paragraphs_are_the_lines_that_hold_something(text: str) -> None:
    blocks = paragraphs(text)
    assert [text[a:b] for a, b in blocks] == [line.strip() for line in text.split("\n") if line.strip()]
