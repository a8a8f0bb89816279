"""Short lines that are the article's, made in bulk: lists, interviews, posts quoted, results, crossheads, asides."""

import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from furniture_lists import cast, listing, notice, offers, references, schedule

OWN = Path(__file__).parent / "data" / "furniture"
Fill = Callable[[str], str]
_SENTENCE = re.compile(r"(?<=[.!?][”\"’]) (?=[A-Z“\"])|(?<=[.!?]) (?=[A-Z“\"])")


def _pieces() -> dict[str, list[str]]:
    rows = (OWN / "pieces.txt").read_text("utf-8").splitlines()
    named = (row.split(": ", 1) for row in rows if row and not row.startswith("#"))
    return {name: pieces.split(" | ") for name, pieces in named}


PIECES = _pieces()


def sentences_of(lines: Sequence[str]) -> list[str]:
    """The sentences of an article's lines."""
    return [s for line in lines for s in split_sentences(line) if 12 < len(s) < 220]


def split_sentences(line: str) -> list[str]:
    """A paragraph's sentences, roughly."""
    return _SENTENCE.split(line)


def block(r: random.Random, sentences: Sequence[str], fill: Fill) -> list[str]:
    """A few lines that belong together."""
    way = r.randrange(27)
    if way < 9:
        makers = (offers, offers, notice, notice, cast, references, schedule, listing, listing)
        return makers[way](r, PIECES, fill, lambda most: _piece(r, sentences, most))
    own = (
        _list, _list, _list, _list, _interview, _interview, _interview, _post, _results, _crosshead, _crosshead, _crosshead,
        _crosshead, _crosshead, _things, _closer, _closer, _aside,
    )  # fmt: skip
    return own[way - 9](r, sentences, fill)


def _piece(r: random.Random, sentences: Sequence[str], most: int = 12) -> str:
    words = r.choice(sentences).rstrip('.!?”"').split()
    size = r.randint(2, most)
    start = 0 if r.random() < 0.6 else r.randrange(max(1, len(words) - size))
    piece = " ".join(words[start : start + size]).strip(" ,;:“”\"'’‘-–—")
    return piece[:1].upper() + piece[1:]


def _list(r: random.Random, sentences: Sequence[str], fill: Fill) -> list[str]:
    bullet = r.choice(["", "", "• ", "- ", "* ", "– ", "1"])
    stop = r.choice(["", "", ".", ";"])
    most = r.choice([4, 6, 9, 14])
    items = []
    for number in range(1, r.randint(3, 7)):
        mark = f"{number}. " if bullet == "1" else bullet
        items.append(mark + _piece(r, sentences, most) + stop)
    if r.random() < 0.5:
        items.insert(0, _piece(r, sentences, 10) + ":")
    return items


def _things(r: random.Random, sentences: Sequence[str], fill: Fill) -> list[str]:
    start = r.randrange(len(PIECES["thing"]))
    bullet = r.choice(["", "", "• ", "- "])
    return [bullet + thing for thing in PIECES["thing"][start : start + r.randint(2, 6)]]


def _interview(r: random.Random, sentences: Sequence[str], fill: Fill) -> list[str]:
    asked = [s for s in sentences if s.endswith("?") and len(s) < 110]
    marks = r.choice([("Q: ", "A: "), ("Q. ", "A. "), ("", ""), ("", ""), (fill("{outlet}: "), fill("{name}: "))])
    lines = []
    for _ in range(r.randint(1, 4)):
        question = r.choice(asked) if asked and r.random() < 0.3 else r.choice(PIECES["question"])
        way = r.random()
        answer = (
            r.choice(sentences) if way < 0.3 else _piece(r, sentences, 9) if way < 0.5 else r.choice(PIECES["answer"])
        )
        lines += [marks[0] + question, marks[1] + answer]
    return lines


def _post(r: random.Random, sentences: Sequence[str], fill: Fill) -> list[str]:
    lines = []
    if r.random() < 0.8:
        hashed = f" #{_piece(r, sentences, 2).replace(' ', '')}"
        lines.append(r.choice(sentences) + r.choice(["", "", hashed, " https://t.co/Ab3xYz"]))
    if r.random() < 0.2:
        lines.append(
            r.choice(["👇", "🔥🔥", "➡️ ", "", "pic.", "😂 "]) + "https://t.co/" + r.choice(["x9TqLw", "kP0aZr3"])
        )
    when = r.choice(["{date}", "November 18, 2019", "March 4, 2021", "July 9, 2017"])
    lines.append(fill("— {name} (@{handle}) ") + fill(when))
    return lines


def _results(r: random.Random, sentences: Sequence[str], fill: Fill) -> list[str]:
    def one() -> str:
        (a, b), who, other = r.sample(PIECES["team"], 2), fill("{name}"), fill("{name}")
        x, y = r.randint(0, 40), r.randint(0, 40)
        forms = (
            f"{a} d. {b} {x}-{y}", f"{a} {x}, {b} {y}", f"{a} {x}-{y} {b}", f"{a} ({x % 9}-{y % 9}): {who} {x} points.",
            f"{a} {x} {y} 11 9 — {x + y + 20}", f"{who} ({a}) 6-4, 7-5", f"{a} v {b}",
            f"{x % 20 + 1}. {who}, {b}, 1:{y + 10}.2", f"{who} {x % 5} goals, {y % 5} assists.",
            f"{a}: {who} {x}', {other} {y}'",
        )  # fmt: skip
        return r.choice(forms)

    head = [r.choice(PIECES["crosshead"]).upper()] if r.random() < 0.4 else []
    return [*head, *(one() for _ in range(r.randint(2, 6)))]


def _crosshead(r: random.Random, sentences: Sequence[str], fill: Fill) -> list[str]:
    text = _piece(r, sentences, 5) if r.random() < 0.5 else r.choice(PIECES["crosshead"])
    if r.random() < 0.25:
        text = r.choice(PIECES["ask"]).replace("…", _piece(r, sentences, 3).lower())
    numbered = f"{r.randint(1, 12)}. " if r.random() < 0.12 else ""
    return [numbered + (text.upper() if r.random() < 0.35 else text)]


def _aside(r: random.Random, sentences: Sequence[str], fill: Fill) -> list[str]:
    """A sentence in brackets, or one a line with a date or a number at its head."""
    if r.random() < 0.4:
        return [f"({r.choice(sentences)})"]
    heads = ("In {year}: ", "{year}: ", "{date}: ", "{time} – ", "{year} – ", "{date} — ")
    head = r.choice(heads)
    return [fill(head) + r.choice([r.choice(sentences), _piece(r, sentences, 9)]) for _ in range(r.randint(1, 4))]


def _closer(r: random.Random, sentences: Sequence[str], fill: Fill) -> list[str]:
    return [r.choice(PIECES["closer"])]
