"""A text to its attributions: pack, run the model, decode, and back to code points."""

from collections.abc import Sequence
from typing import Literal

from sayso.language.encoder import run, spread, tokenizer
from sayso.language.pieces import Window, pack
from sayso.language.quotation import INSIDE
from sayso.records import Article, Attribution, Span
from sayso.statements.decode import Found, decode
from sayso.statements.scores import Pieces, Scores, settings

MODEL = "attribution.onnx"
_SHORTEST = 16  # characters of a content that can hold another's


def find_attributions(article: Article) -> tuple[Attribution, ...]:
    """The attributions of an article's blocks, in the order of their first character."""
    return attributions_in(article.text, [(block.start, block.end) for block in article.blocks])


def nested_attributions(text: str, outer: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions inside the contents of others: each is read again, alone (beside others it is taken for theirs)."""
    contents = dict.fromkeys(a.content for a in outer if sum(end - start for start, end in a.content) >= _SHORTEST)
    windows = [window for content in contents for window in pack(text, content, tokenizer())]
    return _read(text, windows)


def attributions_in(text: str, blocks: Sequence[Span]) -> tuple[Attribution, ...]:
    """The attributions in blocks of a text (half-open code-point ranges, ascending)."""
    return _read(text, pack(text, blocks, tokenizer()))


def _read(text: str, windows: Sequence[Window]) -> tuple[Attribution, ...]:
    def found_in(window: Window) -> list[Attribution]:
        scores = Scores(*run(MODEL, Scores._fields, window.ids, window.shapes))
        return [attribution(text, window, f) for f in decode(window, scores, settings())]

    found = spread(found_in, windows)
    return tuple(sorted((a for some in found for a in some), key=lambda a: (a.content[0], a.cue)))


def attribution(text: str, window: Window, found: Found) -> Attribution:
    """What was found in a window, in code points of the text."""
    content = tuple(_characters(text, window, pieces) for pieces in found.content)
    return Attribution(
        mode=_mode(text, window, found.content),
        source=(_characters(text, window, found.source),) if found.source else (),
        cue=(_characters(text, window, found.cue),),
        content=content,
        confidence=round(found.confidence, 2),
    )


def _characters(text: str, window: Window, pieces: Pieces) -> Span:
    """Code points of a range of pieces, grown to whole words; the marks between paragraphs have none."""
    inside = [i for i in range(*pieces) if window.starts[i] >= 0]
    start, end = int(window.starts[inside[0]]), int(window.ends[inside[-1]])
    while start and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def _mode(text: str, window: Window, content: Sequence[Pieces]) -> Literal["direct", "indirect", "mixed"]:
    """Direct if every word of the content stands in quotation marks, mixed if some, else indirect."""
    quoted = plain = 0
    for first, last in content:
        for i in range(first, last):
            if text[window.starts[i]].isalnum():
                inside = window.shapes[i] % 3 == INSIDE
                quoted, plain = quoted + inside, plain + (not inside)
    if not quoted:
        return "indirect"
    return "direct" if not plain else "mixed"
