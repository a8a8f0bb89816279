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
        (
            "The port will close, Radio Zumurrud reported, quoting two harbour officials and a memo.",
            "Radio Zumurrud", "reported", "The port will close", ["Radio Zumurrud", "officials", "memo"],
        ),
        (
            "The fund is empty, Reuters reported, citing Le Soir, which quoted an auditor.",
            "Reuters", "reported", "The fund is empty", ["Reuters", "Le Soir", "auditor"],
        ),
        (
            "The fund is empty, Reuters reported, citing concerns about the audit.",
            "Reuters", "reported", "The fund is empty", ["Reuters"],
        ),
        (
            "According to a letter seen by Le Soir, the fund is empty.",
            "a letter seen by Le Soir", "According to", "the fund is empty", ["Le Soir", "letter"],
        ),
        (
            "Through his lawyer, Anton Berger denied that he took the money.",
            "Anton Berger", "denied", "he took the money", ["lawyer", "Anton Berger"],
        ),
        (
            "The strike will go on, union leader Marta Ruiz said on state television.",
            "union leader Marta Ruiz", "said", "The strike will go on", ["state television", "Marta Ruiz"],
        ),
        (
            "Turkey's state broadcaster TRT said the pass was shut.",
            "Turkey's state broadcaster TRT", "said", "the pass was shut", ["TRT"],
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


def together(page: Article, *parts: tuple[str, str, str]) -> list[list[str]]:
    actors, mentions = find_actors(page)
    found = [attribution(page.text, *part) for part in parts]
    return [[link.text for link in s.chain] for s in build_statements(page, found, [], actors, mentions)]


def test_a_speaker_goes_on_speaking_to_the_outlet_he_spoke_to() -> None:
    page = article(
        "The levy will rise, Finance Minister Kari Lund told Reuters.",
        "Ms Lund added that the ports would pay most.",
        "The harbour union called it theft.",
    )
    chains = together(
        page,
        ("Finance Minister Kari Lund", "told", "The levy will rise"),
        ("Ms Lund", "added", "the ports would pay most"),
        ("The harbour union", "called", "it theft"),
    )
    assert [chain[0] for chain in chains] == ["Reuters", "Reuters", chains[2][0]]
    assert len(chains[2]) == 1


def test_not_where_the_text_says_that_he_speaks_elsewhere() -> None:
    page = article(
        "The levy will rise, Finance Minister Kari Lund told Reuters.",
        "A day later, Ms Lund told parliament that nothing was decided.",
    )
    chains = together(
        page,
        ("Finance Minister Kari Lund", "told", "The levy will rise"),
        ("Ms Lund", "told parliament", "nothing was decided"),
    )
    assert [len(chain) for chain in chains] == [2, 1]


def test_a_second_outlet_of_a_sentence_relays_only_its_own_speaker() -> None:
    page = article("Anton Berger told Le Soir the dam was safe, while Marta Ruiz told Reuters it was not.")
    chains = together(page, ("Anton Berger", "told", "the dam was safe"), ("Marta Ruiz", "told Reuters", "it was not"))
    assert chains == [["Le Soir", "Anton Berger"], ["Reuters", "Marta Ruiz"]]


def test_the_paper_is_the_one_named_before() -> None:
    page = article("Le Soir wrote of a leak. A guard at the dam told the Belgian paper that water came in at night.")
    (chain,) = together(page, ("A guard at the dam", "told", "water came in at night"))
    assert chain[0] == "Le Soir"


def test_statements_may_lie_in_one_another_three_deep() -> None:
    page = article("Kyodo reported that Jan Novak said the mayor of Lyon feared a strike.")
    actors, mentions = find_actors(page)
    parts = [
        ("Kyodo", "reported", "that Jan Novak said the mayor of Lyon feared a strike"),
        ("Jan Novak", "said", "the mayor of Lyon feared a strike"),
        ("the mayor of Lyon", "feared", "a strike"),
    ]
    outer, *inner = [attribution(page.text, *part) for part in parts]
    built = build_statements(page, [outer], inner, actors, mentions)
    assert [s.inside for s in built] == [None, "s1", "s2"]
    assert [len(s.chain) for s in built] == [1, 2, 3]


def test_who_says_i_in_his_own_quotation_stands_once() -> None:
    page = article("“I fear a strike,” Jan Novak told Reuters.")
    actors, mentions = find_actors(page)
    outer = attribution(page.text, "Jan Novak", "told", "I fear a strike")
    inner = attribution(page.text, "I", "fear", "a strike")
    built = build_statements(page, [outer], [inner], actors, mentions)
    assert [str(s.chain) for s in built] == ["Reuters ← Jan Novak"] * 2


def test_hedges_are_kept_as_they_stand() -> None:
    text = "Chile reportedly opposes the levy. Peru is said to waver. Brazil agrees."
    assert [hedge_in(text, a, b) for a, b in ((0, 34), (35, 58), (59, 73))] == ["reportedly", "is said to", None]
