"""Source spans as attributions have them, and who they are."""

import re

import pytest

from sayso.actors import Resolution, find_actors, resolve_span
from sayso.records import Article, Block


def resolved(text: str) -> Resolution:
    """The resolution of the words between « and » of a text."""
    start, end = text.index("«"), text.index("»") - 1
    plain = text.replace("«", "").replace("»", "")
    blocks = [Block(start=m.start(), end=m.end(), kind="body") for m in re.finditer(r"[^\n]+", plain)]
    article = Article(id="sha256:0", text=plain, blocks=tuple(blocks), published="2024-04-10")
    return resolve_span(article, (start, end), *find_actors(article))


@pytest.mark.parametrize(
    ("text", "actor", "words", "kind", "institution", "state"),
    [
        ("«An official at the Elysee Palace» said no.", "FRA", "official of the Élysée", "person", "elysee", "FRA"),
        ("«A Kremlin adviser» said no.", "RUS", "adviser of the Kremlin", "person", "kremlin", "RUS"),
        ("«A Turkish diplomat» said no.", "TUR", "Turkish diplomat", "person", None, "TUR"),
        ("«Two Japanese foreign ministry officials» said no.", "JPN", "officials of the foreign ministry", "group",
         "foreign-ministry", "JPN"),
        ("«A diplomat at the Foreign Ministry of Chile» said no.", "CHL", "diplomat of the Foreign Ministry of Chile",
         "person", "foreign-ministry", "CHL"),
        ("A White House aide came. «The aide» said no.", "USA", "aide of the White House", "person", "white-house", "USA"),
        ("«An adviser to Prime Minister Robert Fico» said no.", "SVK", "adviser of Prime Minister Robert Fico", "person",
         None, "SVK"),
        ("«Eight people» said no.", None, "Eight people", "group", None, None),
        ("«people familiar with the matter» said no.", None, "people familiar with the matter", "group", None, None),
        ("Robert Fico left. «Fico aides» said no.", "SVK", "aides", "group", None, "SVK"),
        ("«Critics» said no.", None, "Critics", "group", None, None),
    ],
)  # fmt: skip
def test_the_unnamed(
    text: str, actor: str | None, words: str, kind: str, institution: str | None, state: str | None
) -> None:
    found = resolved(text)
    assert (found.actor, found.text, found.type) == (actor, words, kind)
    assert (found.institution, found.state, found.anonymous) == (institution, state, True)


@pytest.mark.parametrize(
    ("text", "actor", "words", "kind"),
    [
        ("«The Danish prime minister» said no.", "mette-frederiksen", "Mette Frederiksen", "person"),
        ("«Norway’s justice minister, Emilie Mehl,» said no.", "emilie-mehl", "Emilie Mehl", "person"),
        ("«Emilie Mehl, the Norwegian justice minister,» said no.", "emilie-mehl", "Emilie Mehl", "person"),
        ("Robert Fico left. «He» said no.", "robert-fico", "Robert Fico", "person"),
        ("«Kremlin spokesman Dmitry Peskov» said no.", "dmitry-peskov", "Dmitry Peskov", "spokesperson"),
        ("«A spokeswoman for the Kremlin» said no.", "RUS", "spokeswoman of the Kremlin", "spokesperson"),
        ("«NHK» said no.", "nhk", "NHK", "outlet"),
        ("«The Financial Times newspaper» said no.", "financial-times", "Financial Times", "outlet"),
        ("«French authorities» said no.", "FRA", "French authorities", "group"),
        ("«The lawmakers of Estonia» said no.", "EST", "lawmakers of Estonia", "group"),
        ("Slovakia waits. «The government of Robert Fico» said no.", "SVK", "government of Robert Fico", "group"),
        ("«Ankara» said no.", "TUR", "Turkey", "group"),
        ("«A statement from the Kremlin» said no.", "RUS", "statement from the Kremlin", "document"),
        ("«A report by the IMF» said no.", "imf", "report by the IMF", "document"),
        ("France, «which» waits, said no.", "FRA", "France", "group"),
        ("Peru waits. «Authorities» said no.", "PER", "Authorities", "group"),
        ("The Boston Globe said so. «The Globe» said no.", "boston-globe", "Boston Globe", "outlet"),
        ("«CNN’s Maria Soto» said no.", "maria-soto", "Maria Soto", "person"),
        ("«Kerr Osman, the Quarry Hill police chief,» said no.", "kerr-osman", "Kerr Osman", "person"),
        ("Senator Ana Diaz left. «The senator» said no.", "ana-diaz", "Ana Diaz", "person"),
        ("«Quarry Hill Council» said no.", None, "Quarry Hill Council", "group"),
    ],
)
def test_the_named(text: str, actor: str | None, words: str, kind: str) -> None:
    found = resolved(text)
    assert (found.actor, found.text, found.type, found.anonymous) == (actor, words, kind, False)


def test_count_and_reason() -> None:
    found = resolved("«Three diplomats», who spoke on condition of anonymity because the talks are private, said no.")
    assert (found.count, found.reason) == (3, "because the talks are private")
    refused = resolved(
        "«A German official» asked not to be named because she was not authorised to speak to the press."
    )
    assert refused.anonymous
    assert refused.reason == "because she was not authorised to speak to the press"
