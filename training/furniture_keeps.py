"""Short lines that are the article's, made in bulk: lists, interviews, posts quoted, results, schedules, crossheads."""

import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path

OWN = Path(__file__).parent / "data" / "furniture"
Fill = Callable[[str], str]
Lines = list[tuple[str, str | None]]
_SENTENCE = re.compile(r"(?<=[.!?][”\"’]) (?=[A-Z“\"])|(?<=[.!?]) (?=[A-Z“\"])")


def _pieces() -> dict[str, list[str]]:
    rows = (OWN / "pieces.txt").read_text("utf-8").splitlines()
    named = (row.split(": ", 1) for row in rows if row and not row.startswith("#"))
    return {name: pieces.split(" | ") for name, pieces in named}


PIECES = _pieces()


def sentences_of(lines: Sequence[str]) -> list[str]:
    """The sentences of an article's lines."""
    return [s for line in lines for s in _SENTENCE.split(line) if 12 < len(s) < 220]


def block(r: random.Random, sentences: Sequence[str], fill: Fill) -> Lines:
    """A few lines that belong together, each with the element it likes to come in."""
    makers = (
        _promise,
        _notice,
        _list,
        _list,
        _list,
        _interview,
        _interview,
        _post,
        _results,
        _schedule,
        _crosshead,
        _crosshead,
        _crosshead,
        _things,
        _closer,
    )
    return r.choice(makers)(r, sentences, fill)


def _piece(r: random.Random, sentences: Sequence[str], most: int = 12) -> str:
    words = r.choice(sentences).rstrip('.!?”"').split()
    size = r.randint(2, most)
    start = 0 if r.random() < 0.6 else r.randrange(max(1, len(words) - size))
    piece = " ".join(words[start : start + size]).strip(" ,;:“”\"'’‘-–—")
    return piece[:1].upper() + piece[1:]


def _list(r: random.Random, sentences: Sequence[str], fill: Fill) -> Lines:
    bullet = r.choice(["", "", "• ", "- ", "* ", "– ", "1"])
    stop = r.choice(["", "", ".", ";"])
    most = r.choice([4, 6, 9, 14])
    items = []
    for number in range(1, r.randint(3, 7)):
        mark = f"{number}. " if bullet == "1" else bullet
        items.append((mark + _piece(r, sentences, most) + stop, "li"))
    if r.random() < 0.5:
        items.insert(0, (_piece(r, sentences, 10) + ":", "p"))
    return items


def _things(r: random.Random, sentences: Sequence[str], fill: Fill) -> Lines:
    start = r.randrange(len(PIECES["thing"]))
    bullet = r.choice(["", "", "• ", "- "])
    return [(bullet + thing, "li") for thing in PIECES["thing"][start : start + r.randint(2, 6)]]


def _interview(r: random.Random, sentences: Sequence[str], fill: Fill) -> Lines:
    asked = [s for s in sentences if s.endswith("?") and len(s) < 110]
    marks = r.choice([("Q: ", "A: "), ("Q. ", "A. "), ("", ""), ("", ""), (fill("{outlet}: "), fill("{name}: "))])
    lines: Lines = []
    for _ in range(r.randint(1, 4)):
        question = r.choice(asked) if asked and r.random() < 0.3 else r.choice(PIECES["question"])
        answer = r.choice(sentences) if r.random() < 0.4 else r.choice(PIECES["answer"])
        lines += [(marks[0] + question, r.choice(["h4", "p", "p"])), (marks[1] + answer, "p")]
    return lines


def _post(r: random.Random, sentences: Sequence[str], fill: Fill) -> Lines:
    lines: Lines = []
    if r.random() < 0.8:
        lines.append(
            (
                r.choice(sentences)
                + r.choice(["", "", f" #{_piece(r, sentences, 2).replace(' ', '')}", " https://t.co/Ab3xYz"]),
                "blockquote",
            )
        )
    lines.append(
        (
            fill("— {name} (@{handle}) ")
            + fill(r.choice(["{date}", "November 18, 2019", "March 4, 2021", "July 9, 2017"])),
            "blockquote",
        )
    )
    return lines


def _results(r: random.Random, sentences: Sequence[str], fill: Fill) -> Lines:
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

    head = [(r.choice(PIECES["crosshead"]).upper(), "h3")] if r.random() < 0.4 else []
    return [*head, *((one(), "p") for _ in range(r.randint(2, 6)))]


def _schedule(r: random.Random, sentences: Sequence[str], fill: Fill) -> Lines:
    dash = r.choice([" – ", " -- ", ": ", " @ ", ", "])
    month = r.choice(["June", "July", "Sept.", "Oct.", "March", "December"])
    lines = [
        (f"{month} {r.randint(1, 30)}{dash}{fill('{city}')}, {r.choice(PIECES['venue'])}", "p")
        for _ in range(r.randint(2, 7))
    ]
    if r.random() < 0.3:
        street = r.choice(["Quay Street", "Corso Nuovo", "Main Road"])
        lines.append((f"{r.choice(PIECES['venue'])}, {r.randint(2, 90)} {street}, {fill('{city}')}", "p"))
        lines.append(
            (r.choice(["9.30 a.m. – 7 p.m.", "Daily 10:00–18:00", "Tue – Sat 4PM", "Until 20 January 2019"]), "p")
        )
    return lines


def _crosshead(r: random.Random, sentences: Sequence[str], fill: Fill) -> Lines:
    text = _piece(r, sentences, 5) if r.random() < 0.5 else r.choice(PIECES["crosshead"])
    numbered = f"{r.randint(1, 12)}. " if r.random() < 0.12 else ""
    text = text.upper() if r.random() < 0.35 else text
    return [(numbered + text, r.choice(["h2", "h3", "p", "p", "strong"]))]


def _promise(r: random.Random, sentences: Sequence[str], fill: Fill) -> Lines:
    """What a thing offers its buyer, as articles about things list it."""
    how_many = (
        "Hundreds of",
        "Dozens of",
        "More than 40",
        "A wide choice of",
        "More",
        "New",
        "Additional",
        "Twelve",
        "Our favourite",
    )
    items = [
        (
            f"{r.choice(how_many)} {r.choice(PIECES['promise what'])} {r.choice(PIECES['promise that'])}"
            + r.choice(["", "", ".", "!"]),
            "li",
        )
        for _ in range(r.randint(1, 5))
    ]
    return [(r.choice(PIECES["closer"]), "p"), *items] if r.random() < 0.4 else items


def _notice(r: random.Random, sentences: Sequence[str], fill: Fill) -> Lines:
    """Who, what, where and when of a show or a source, a line each."""
    work = _piece(r, sentences, 5)
    street = r.choice(["Via Larga", "Quay Street", "Rue du Port", "Main Road"])
    hours = (
        "9.30 a.m. – 7 p.m.",
        "Daily 10:00–18:00",
        "Tue – Sat 4PM",
        "Until 20 January 2019",
        "4 May | 9 September 2019",
    )
    lines = [
        fill("{name}"), r.choice([f"‘{work}’", f"“{work}”", work]), r.choice(PIECES["venue"]),
        f"{street} {r.randint(2, 90)}, {fill('{city}')}", r.choice(hours),
        f"[{r.randint(1, 9)}] {fill('{name}')} et al.: {work}, {r.randint(1995, 2022)}", f"Tickets: {fill('{phone}')}",
    ]  # fmt: skip
    start = r.randrange(len(lines) - 1)
    return [(line, r.choice(["p", "p", "strong"])) for line in lines[start : start + r.randint(1, 4)]]


def _closer(r: random.Random, sentences: Sequence[str], fill: Fill) -> Lines:
    return [(r.choice(PIECES["closer"]), "p")]
