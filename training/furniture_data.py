"""What the furniture filter learns from: articles of PolNeAR, GUM and own writing, and furniture in words.

Furniture is written out in `data/furniture/phrases.txt`; headlines of other stories are own writing or other PolNeAR
titles. Lines that PolNeAR's annotators discarded whole are furniture too; lines discarded in part are not learnt from.
"""

import re
from pathlib import Path
from typing import NamedTuple

from sayso.reading.furniture import REASONS

OWN = Path(__file__).parent / "data" / "furniture"
KEEP = 0
UNKNOWN = -1


class Source(NamedTuple):
    """An article before anything is laid in it."""

    title: str
    lines: list[str]
    labels: list[int]


class Words(NamedTuple):
    """The own writing, read."""

    phrases: dict[str, list[str]]
    slots: dict[str, list[str]]
    headlines: list[str]
    subheads: list[str]
    keeps: list[str]


def read_words() -> Words:
    phrases: dict[str, list[str]] = {}
    section = ""
    for line in _lines("phrases.txt"):
        if line.startswith("[") and line[1:-1] in REASONS:
            section = line[1:-1]
        else:
            phrases.setdefault(section, []).append(line)
    slots = {k: v.split(" | ") for k, v in (line.split(": ", 1) for line in _lines("slots.txt"))}
    return Words(phrases, slots, _lines("headlines.txt"), _lines("subheads.txt"), _lines("keeps.txt"))


def _lines(name: str) -> list[str]:
    rows = (OWN / name).read_text("utf-8").splitlines()
    return [row for row in rows if row.strip() and not row.startswith("# ")]


def own_articles() -> list[Source]:
    """Articles of `articles.txt`: a title after `=`, a line a paragraph, all the article's."""
    sources: list[Source] = []
    for line in _lines("articles.txt"):
        if line.startswith("= "):
            sources.append(Source(line[2:], [], []))
        else:
            sources[-1].lines.append(line)
            sources[-1].labels.append(KEEP)
    return sources


def gum_articles(split: Path) -> list[Source]:
    """The news of GUM, a paragraph a line; the first is the title."""
    sources = []
    for path in sorted(split.glob("GUM_news_*.conllu")):
        paragraphs: list[list[str]] = []
        for row in path.read_text("utf-8").splitlines():
            if row.startswith("# newpar"):
                paragraphs.append([])
            elif row.startswith("# text = ") and paragraphs:
                paragraphs[-1].append(row[9:])
        lines = [" ".join(paragraph) for paragraph in paragraphs if paragraph]
        sources.append(Source(lines[0], lines[1:], [KEEP if len(line) > 40 else UNKNOWN for line in lines[1:]]))
    return sources


def polnear_articles(split: Path) -> list[Source]:
    """Articles with labels from the `Discard` spans; the first line is the title."""
    sources = []
    for path in sorted((split / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8").replace("\r\n", "\n ")
        dropped = [False] * len(text)
        for note in sorted((split / "attributions").glob(f"{path.stem}_*.ann")):
            for start, end in discards(note.read_text("utf-8")):
                dropped[start:end] = [True] * (min(end, len(text)) - start)
        lines, labels, at = [], [], 0
        for raw in text.split("\n"):
            inside = [d for d, c in zip(dropped[at : at + len(raw)], raw, strict=True) if not c.isspace()]
            at += len(raw) + 1
            if raw.strip():
                lines.append(" ".join(raw.split()))
                labels.append(_label(lines[-1], sum(inside) / len(inside)))
        if len(lines) > 3:
            sources.append(Source(lines[0].rstrip("."), lines[1:], labels[1:]))
    return sources


def discards(notes: str) -> list[tuple[int, int]]:
    spans = []
    for row in notes.splitlines():
        parts = row.split("\t")
        if len(parts) > 2 and parts[1].startswith("Discard "):
            for piece in parts[1][8:].split(";"):
                start, end = piece.split()
                spans.append((int(start), int(end)))
    return spans


def _label(line: str, discarded: float) -> int:
    if discarded == 0:
        return UNKNOWN if len(line) < 25 and not re.search(r"[“”\"]", line) else KEEP
    if discarded < 0.8 or len(line) > 600 or re.search(r"correct|<tweet|editor.s note|note:", line, re.I):
        return UNKNOWN
    rules = (
        (r"follow|facebook|like (the|our) page", "share bar"),
        (r"sign up|newsletter|inbox|subscrib", "newsletter plea"),
        (r"©|copyright|rights reserved", "copyright notice"),
        (r"comment", "comment form"),
        (r"report(ed|ing) (from|by)|contribut|editing by|\(ap\)", "byline or time stamp"),
        (r"photo|getty|video", "photo credit"),
        (r"read|more|also|see|click", "related story"),
        (r" is (a|an|the) |e-?mail|@", "author note"),
    )
    reason = next((reason for pattern, reason in rules if re.search(pattern, line, re.I)), None)
    return UNKNOWN if reason is None else REASONS.index(reason) + 1
