import hashlib

import pytest

from sayso.positions.proposal import propose, verb_phrase, wordings_in
from sayso.positions.terms import coverage, stems_in, terms_of
from sayso.records import Article, Block, Reading

CHILE = "Chile against ban on leaded petrol"


def article(*paragraphs: str, title: str | None = None) -> Article:
    parts = ([title] if title else []) + list(paragraphs)
    text = "\n\n".join(parts)
    blocks, at = [], 0
    for number, part in enumerate(parts):
        blocks.append(Block(start=at, end=at + len(part), kind="title" if title and not number else "body"))
        at += len(part) + 2
    return Article(
        id="sha256:" + hashlib.sha256(text.encode()).hexdigest(), text=text, blocks=tuple(blocks), title=title
    )


def reading(made: Article) -> Reading:
    return Reading(article=made, statements=(), actors=(), mentions=(), timexes=(), events=(), conflicts=())


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("Should the EU ban Russian oil?", "ban Russian oil"),
        ("may the OECD open an office in Nairobi?", "open an office in Nairobi"),
        ("EU ban on deep-sea trawling", "ban deep-sea trawling"),
        ("Ratification of Croatia’s accession to the euro, 2022", "ratify Croatia’s accession to the euro"),
        ("Accession of Ukraine to the EU", "admit Ukraine to the EU"),
        ("Kosovo's OSCE bid", "admit Kosovo to OSCE"),
        ("extend the ceasefire", "extend the ceasefire"),
        ("EU nature restoration law", "adopt the EU nature restoration law"),
        ("ratify the trade deal with Mercosur", "ratify the trade deal with Mercosur"),
        ("OECD office in Nairobi", None),
        ("OSCE chairmanship for 2019", None),
    ],
)
def test_a_question_as_a_verb_phrase(question: str, phrase: str | None) -> None:
    assert verb_phrase(question) == phrase


def test_wordings_point_at_the_characters_that_say_them() -> None:
    page = article(
        "The plan to open an OECD office in Nairobi, which Chile opposes, is stuck. The opening of an office is costly."
    )
    found = {w.text: w.evidence.text for w in wordings_in(page)}
    assert found["open an OECD office in Nairobi"] == "open an OECD office in Nairobi"
    assert found["open an office"] == "opening of an office"
    assert all(w.evidence.text == page.text[w.evidence.start : w.evidence.end] for w in wordings_in(page))


def test_a_noun_phrase_takes_the_fullest_wording_of_the_articles() -> None:
    page = article("A decision to open an OECD office in Nairobi needs all members.", "Offices cost money.")
    proposal = propose([reading(page)], "OECD office in Nairobi")
    assert proposal
    assert proposal.text == "open an OECD office in Nairobi"


def test_nothing_touches_the_question() -> None:
    page = article("The harvest of apples was good this year.", "Cider is cheap.")
    assert propose([reading(page)], "OECD office in Nairobi") is None


def test_without_a_question_the_headlines_decide() -> None:
    pages = [
        article("Chile opposes the plan to ban leaded petrol. A proposal to open a canteen was put off.", title=CHILE),
        article(
            "The ministers discussed a decision to ban leaded petrol on Monday.",
            title="Leaded petrol ban divides ministers",
        ),
    ]
    proposal = propose([reading(page) for page in pages], None)
    assert proposal
    assert proposal.text == "ban leaded petrol"


def test_coverage_counts_other_words_for_the_decision() -> None:
    terms = terms_of("Norway's accession to the EU")
    assert coverage(terms, stems_in("Norway wants to join the EU")) == 1.0
    assert coverage(terms, stems_in("Norway exports fish")) < 0.5


def test_without_a_question_a_proposal_that_no_headline_is_about_is_none() -> None:
    page = article("Police have a plan to use live rounds, the mayor said.", title="A city on the brink")
    assert propose([reading(page)], None) is None
