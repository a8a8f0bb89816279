"""Source chains of hand-made attributions: outermost relay first, the speaker last."""

import hashlib

import pytest

from sayso.actors import find_actors
from sayso.actors.chains import build_statements
from sayso.actors.hedges import hedge_in
from sayso.records import Article, Attribution, Block, Statement


def article(*paragraphs: str) -> Article:
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for part in paragraphs:
        blocks.append(Block(start=at, end=at + len(part), kind="body"))
        at += len(part) + 2
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(id=f"sha256:{digest}", text=text, blocks=tuple(blocks), published="2024-05-02")


def attribution(text: str, source: str, cue: str, content: str) -> Attribution:
    def spans(words: str) -> tuple[tuple[int, int], ...]:
        return ((text.index(words), text.index(words) + len(words)),) if words else ()

    return Attribution(mode="indirect", source=spans(source), cue=spans(cue), content=spans(content), confidence=0.9)


def statement(page: Article, source: str, cue: str, content: str) -> Statement:
    actors, mentions = find_actors(page)
    (built,) = build_statements(page, [attribution(page.text, source, cue, content)], [], actors, mentions)
    return built


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "chain"),
    [
        (
            "Norway will pay its share, Finance Minister Kari Lund told Reuters.",
            "Finance Minister Kari Lund", "told", "Norway will pay its share", ["Reuters", "Kari Lund"],
        ),
        (
            "According to Le Monde, citing an unnamed diplomat, the talks have stalled.",
            "Le Monde", "According to", "the talks have stalled", ["Le Monde", "diplomat"],
        ),
        (
            "The dam is safe, a spokesman for the Egyptian government said in an interview with the BBC.",
            "a spokesman for the Egyptian government", "said", "The dam is safe", ["BBC", "spokesman"],
        ),
        (
            "The mayor said the bridge would stay shut.",
            "The mayor", "said", "the bridge would stay shut", ["mayor"],
        ),
    ],
)  # fmt: skip
def test_chain(text: str, source: str, cue: str, content: str, chain: list[str]) -> None:
    links = statement(article(text), source, cue, content).chain
    assert len(links) == len(chain)
    assert all(want in link.text for want, link in zip(chain, links, strict=True))


def test_a_report_handed_to_an_outlet_is_the_relay_of_anonymous_speakers_near_it() -> None:
    page = article(
        "The canal treaty is in trouble. This account is based on remarks carried by Kyodo.",
        "An official at the Brazilian foreign ministry said Brazil would not sign.",
        "Later the trade unions met.",
        "An official at the Chilean foreign ministry confirmed Chile had signed.",
    )
    near = statement(page, "An official at the Brazilian foreign ministry", "said", "Brazil would not sign")
    far = statement(page, "An official at the Chilean foreign ministry", "confirmed", "Chile had signed")
    assert [link.anonymous for link in near.chain] == [False, True]
    assert near.actor == "BRA"
    assert near.chain[0].type == "outlet"
    assert len(far.chain) == 1


def test_the_articles_own_outlet_is_no_relay() -> None:
    text = "Norway will pay its share, Finance Minister Kari Lund told Reuters."
    page = article(text)
    own = Article(id=page.id, text=text, blocks=page.blocks, outlet="Reuters")
    assert len(statement(own, "Finance Minister Kari Lund", "told", "Norway will pay its share").chain) == 1


def test_a_statement_inside_another_adds_its_speaker() -> None:
    page = article("Kyodo reported that Prime Minister Jan Novak said the levy would go.")
    actors, mentions = find_actors(page)
    outer = attribution(page.text, "Kyodo", "reported", "that Prime Minister Jan Novak said the levy would go")
    inner = attribution(page.text, "Prime Minister Jan Novak", "said", "the levy would go")
    built = build_statements(page, [outer], [inner], actors, mentions)
    assert built[1].inside == built[0].id
    assert [link.text for link in built[1].chain][-1] == "Jan Novak"
    assert built[1].chain[0].actor == built[0].actor


def test_hedges_are_kept_as_they_stand() -> None:
    text = "Chile reportedly opposes the levy. Peru is said to waver. Brazil agrees."
    assert [hedge_in(text, a, b) for a, b in ((0, 34), (35, 58), (59, 73))] == ["reportedly", "is said to", None]
