"""The article on a terminal: colours where they belong, the chain beside the line it is about."""

import pytest
from rich.console import Console

from sayso.margin import annotated, coloured, note
from sayso.records import Article, Block, Chain, Link, Quoted, Statement

TEXT = "The levy will stay. It is needed, an official at the Élysée told Le Monde.\n\nA second paragraph says nothing."


def link(words: str, **fields: object) -> Link:
    start = TEXT.index(words)
    return Link(text=words, span=(start, start + len(words)), type="person", **fields)  # type: ignore[arg-type]


def quoted(words: str) -> Quoted:
    start = TEXT.index(words)
    return Quoted([(start, start + len(words))], TEXT)


ARTICLE = Article(
    id="x", text=TEXT, blocks=(Block(start=0, end=74, kind="body"), Block(start=76, end=len(TEXT), kind="body"))
)
OFFICIAL = link("an official at the Élysée", actor="FRA", anonymous=True, institution="elysee", state="FRA")
STATEMENT = Statement(
    id="s1",
    article="x",
    mode="indirect",
    source=quoted("an official at the Élysée"),
    cue=quoted("told"),
    content=quoted("It is needed"),
    actor="FRA",
    chain=Chain([link("Le Monde"), OFFICIAL]),
    hedge="reportedly",
    confidence=0.9,
)


def lines(width: int) -> list[str]:
    console = Console(width=width, force_terminal=False)
    return [line.plain for line in annotated(ARTICLE, [STATEMENT], console)]


def test_the_note_stands_beside_the_line_of_the_cue() -> None:
    printed = lines(100)
    row = next(number for number, line in enumerate(printed) if "Le Monde ← an official at the Élysée" in line)
    assert "told" in printed[row] or "told" in printed[row][:60]
    assert printed[row].index("Le Monde ←") > 50


def test_a_narrow_screen_has_the_notes_below() -> None:
    printed = lines(60)
    below = next(line for line in printed if "←" in line)
    assert below.startswith("    Le Monde ← ")
    assert "needed" not in below


@pytest.mark.parametrize("width", [40, 72, 80, 120])
def test_every_word_of_the_article_is_printed_and_no_line_is_too_long(width: int) -> None:
    printed = lines(width)
    words = " ".join(printed).split()
    assert all(word in words for word in TEXT.split())
    assert max(map(len, printed)) <= width


def test_spans_have_the_colour_of_their_role() -> None:
    text = coloured(ARTICLE, ARTICLE.blocks[0], [STATEMENT])
    styles = {str(span.style): text.plain[span.start : span.end] for span in text.spans}
    assert styles == {"green": "It is needed", "bold cyan": "an official at the Élysée", "magenta": "told"}


def test_the_note_tells_what_is_known_of_an_unnamed_speaker() -> None:
    assert note(STATEMENT).plain.endswith("indirect, unnamed, elysee, reportedly")


def test_a_chain_prints_as_a_reader_would_say_it() -> None:
    assert str(STATEMENT.chain) == "Le Monde ← an official at the Élysée"
    assert str(Chain()) == "nobody named"
    assert STATEMENT.content.text == "It is needed"
