from sayso.positions.interests import is_mere_interest
from sayso.positions.terms import terms_of
from sayso.positions.topic import topic_of
from sayso.records import Article, Block


def article(*paragraphs: str, title: str) -> Article:
    text = "\n\n".join([title, *paragraphs])
    blocks, at = [], 0
    for number, part in enumerate([title, *paragraphs]):
        blocks.append(Block(start=at, end=at + len(part), kind="body" if number else "title"))
        at += len(part) + 2
    return Article(id="sha256:0", text=text, blocks=tuple(blocks), title=title)


def test_the_topic_is_the_phrase_that_headline_and_paragraphs_share() -> None:
    page = article(
        "The river levy will cost farmers dearly. Nobody likes the river levy.",
        "Ministers meet to discuss the river levy on Monday.",
        title="Farmers up in arms over levy",
    )
    topic = topic_of([page])
    assert topic
    assert topic.text == "river levy"
    assert topic.evidence.text == "river levy"


def test_no_phrase_recurs() -> None:
    assert topic_of([article("Apples are cheap this year.", title="Cheap apples")]) is None


def test_ties_are_an_interest_and_no_position() -> None:
    core = [term for term in terms_of("OECD office in Kenya") if term.word == "office"]
    assert is_mere_interest("Kenya has signalled interest in strengthening its ties with the OECD.", core, sure=True)
    assert not is_mere_interest("Kenya stressed the importance of the office.", core, sure=True)
    assert is_mere_interest("Kenya seeks practical engagement.", core, sure=False)
    assert not is_mere_interest("Kenya seeks practical engagement.", core, sure=True)
