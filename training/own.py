"""Our own passages (evaluation/data/attribution/dev.jsonl) as PolNeAR has them: documents with outer statements.

PolNeAR has "that" and the quotation marks in a content, and ":" as the cue of a transcript. Statements inside a content are
a document of their own, the content: so does `sayso` read it again.
"""

import sys
from pathlib import Path

from polnear import Example, Spans, Statement, example
from tokenizers import Tokenizer

from sayso.language.pieces import pack, paragraphs

sys.path.insert(0, str(Path(__file__).parents[1] / "evaluation"))
from passages import Labelled, locate, read_passages

_MARKS = "“”\"«»‘’'„"


def own_examples(path: Path, tokenizer_file: Path) -> list[Example]:
    """The windows of all passages, and of the contents that hold statements."""
    tokenizer = Tokenizer.from_file(str(tokenizer_file))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    found = []
    for text, statements in documents(path):
        found += [example(window, statements) for window in pack(text, paragraphs(text), tokenizer)]
    return found


def documents(path: Path) -> list[tuple[str, list[Statement]]]:
    """Texts with their statements, none inside another."""
    made = []
    for passage in read_passages(path):
        spans = [_spans(passage.text, s) for s in passage.statements]
        outer = [number for number, s in enumerate(passage.statements) if s.inside is None]
        made.append((passage.text, [spans[number] for number in outer]))
        for number in outer:
            inner = [spans[i] for i, s in enumerate(passage.statements) if s.inside == number]
            for start, end in spans[number]["content"]:
                here = [s for s in inner if all(start <= a and b <= end for role in s.values() for a, b in role)]
                if here:
                    shifted = [{r: [(a - start, b - start) for a, b in s[r]] for r in s} for s in here]
                    made.append((passage.text[start:end], shifted))
    return made


def _spans(text: str, statement: Labelled) -> Statement:
    content, cue, source = (
        sorted(locate(text, q) for q in quoted) for quoted in (statement.content, statement.cue, statement.source)
    )
    if not cue and source and text[source[-1][1] : source[-1][1] + 1] == ":":
        cue = [(source[-1][1], source[-1][1] + 1)]
    return {"source": source, "cue": cue, "content": _widened(text, content)}


def _widened(text: str, spans: Spans) -> Spans:
    wide = []
    for start, end in spans:
        if text[max(0, start - 5) : start].lower() == "that ":
            start -= 5
        if start and text[start - 1] in _MARKS:
            start -= 1
        if text[end : end + 1] in _MARKS:
            end += 1
        elif text[end : end + 1] in ",.?!" and text[end + 1 : end + 2] in _MARKS and text[end + 1 : end + 2]:
            end += 2
        wide.append((start, end))
    return wide
