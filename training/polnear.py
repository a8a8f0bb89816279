"""PolNeAR (Newell et al. 2018), brat standoff, to windows with gold tags and arcs."""

from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.language.pieces import Window, pack, paragraphs

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
ROLES = ("source", "cue", "content")
HELD_OUT_EVERY = 20

Spans = list[tuple[int, int]]
Statement = dict[str, Spans]


class Example(NamedTuple):
    """A window with its gold: a tag a piece; arcs from a piece to the pieces [first, last), (0, 0) for none.

    `contents` gives for each piece of a cue the first and last piece of each span of its content.
    """

    window: Window
    tags: NDArray[np.int64]
    cue_arcs: dict[int, tuple[int, int]]
    source_arcs: dict[int, tuple[int, int]]
    contents: dict[int, list[tuple[int, int]]]


def read_documents(split: Path) -> list[tuple[str, str, list[Statement]]]:
    """Stem, text (bytes decoded, nothing stripped) and statements of each article; the first annotator where several."""
    documents = []
    for path in sorted((split / "text").glob("*.txt")):
        notes = sorted(p for p in (split / "attributions").glob("*.ann") if p.name.rsplit("_", 1)[0] == path.stem)
        if notes:
            documents.append((path.stem, path.read_bytes().decode("utf-8"), _read_brat(notes[0])))
    return documents


def read_examples(split: Path, tokenizer_file: Path, *, held_out: bool) -> list[Example]:
    """The windows of a split: every twentieth article is held out for tuning the decoder, the others train."""
    tokenizer = Tokenizer.from_file(str(tokenizer_file))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    examples = []
    for number, (_, text, statements) in enumerate(read_documents(split)):
        if (number % HELD_OUT_EVERY == 0) == held_out:
            examples += [example(window, statements) for window in pack(text, paragraphs(text), tokenizer)]
    return examples


def _read_brat(path: Path) -> list[Statement]:
    rows = [line.split("\t") for line in path.read_text("utf-8").split("\n")]
    bounds: dict[str, Spans] = {}
    for row in rows:
        if len(row) > 1 and row[0].startswith("T"):
            parts = [part.split() for part in row[1].split(" ", 1)[1].split(";")]
            bounds[row[0]] = [(int(a), int(b)) for a, b in parts]
    statements = []
    for row in rows:
        if len(row) > 1 and row[0].startswith("E"):
            statement: Statement = {role: [] for role in ROLES}
            for argument in row[1].split():
                name, target = argument.split(":")
                role = name.rstrip("0123456789").lower()
                if role in statement and target in bounds:
                    statement[role] += bounds[target]
            statements.append({role: sorted(spans) for role, spans in statement.items()})
    return statements


def example(window: Window, statements: list[Statement]) -> Example:
    """A window with the gold of the statements that touch it."""
    tags = np.zeros(len(window.ids), dtype=np.int64)
    tags[window.starts < 0] = 0
    covered = [{role: [_covered(window, span) for span in s[role]] for role in ROLES} for s in statements]
    for role in ("content", "source", "cue"):
        begin = TAGS.index(f"B-{role}")
        for statement in covered:
            for pieces in statement[role]:
                tags[pieces] = begin + 1
                tags[pieces[:1]] = begin
    cue_arcs: dict[int, tuple[int, int]] = {}
    source_arcs: dict[int, tuple[int, int]] = {}
    contents: dict[int, list[tuple[int, int]]] = {}
    for statement in covered:
        cue = [p for pieces in statement["cue"] for p in pieces.tolist()]
        source = [p for pieces in statement["source"] for p in pieces.tolist()]
        content = [p for pieces in statement["content"] for p in pieces.tolist()]
        if cue:
            target = (cue[0], cue[-1] + 1)
            cue_arcs |= dict.fromkeys([p for p in content if tags[p] >= 5] + cue, target)
            source_arcs |= dict.fromkeys(cue, (source[0], source[-1] + 1) if source else (0, 0))
            spans = [(int(pieces[0]), int(pieces[-1])) for pieces in statement["content"] if len(pieces)]
            contents |= dict.fromkeys(cue, spans) if spans else {}
        else:
            cue_arcs |= dict.fromkeys([p for p in content if tags[p] >= 5], (0, 0))
    return Example(window, tags, cue_arcs, source_arcs, contents)


def _covered(window: Window, span: tuple[int, int]) -> NDArray[np.int64]:
    return np.flatnonzero((window.ends > span[0]) & (window.starts < span[1]) & (window.starts >= 0))
