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
        ("«Quarry Hill Council» said no.", "quarry-hill-council", "Quarry Hill Council", "group"),
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


@pytest.mark.parametrize(
    ("text", "words", "institution"),
    [
        ("«A manager at the state railway company» said no.", "manager at the state railway company", "state-railway-company"),
        ("«Two BVK officials» said no.", "BVK officials", "bvk"),
        ("«A council employee» said no.", "council employee", "council"),
        ("«An engineer with the grid operator Voltara» said no.", "engineer with the grid operator Voltara",
         "grid-operator-voltara"),
        ("«Members of the works council» said no.", "Members of the works council", "works-council"),
        ("«The head of one Bergen shipyard» said no.", "head of one Bergen shipyard", "bergen-shipyard"),
        ("«A nurse in Bergen» said no.", "nurse in Bergen", None),
        ("«A person with direct knowledge of the deal» said no.", "person with direct knowledge of the deal", None),
        ("«Residents of Bergen» said no.", "Residents of Bergen", None),
        ("«My neighbours» said no.", "neighbours", None),
    ],
)  # fmt: skip
def test_the_institution_of_the_unnamed_is_what_the_words_say(text: str, words: str, institution: str | None) -> None:
    found = resolved(text)
    assert (found.text, found.institution, found.anonymous) == (words, institution, True)


@pytest.mark.parametrize(
    "text",
    [
        "«The two ministries» said no.",
        "«The head of the shipyard» said no.",
        "«The Joint Chiefs of Staff» said no.",
        "«The judge» said no.",
        "«My grandfather» said no.",
        "«The minutes of the board» say no.",
        "«A consultant’s report» says no.",
    ],
)
def test_institutions_roles_of_one_person_and_documents_are_not_anonymous(text: str) -> None:
    assert not resolved(text).anonymous


@pytest.mark.parametrize(
    ("text", "words", "institution", "count"),
    [
        ("A nurse at the Sørlia clinic told us so. “It is full,” «she» said.", "nurse at the Sørlia clinic",
         "sorlia-clinic", None),
        ("A manager at the state mint spoke up. «The manager» said no.", "manager at the state mint", "state-mint", None),
        ("Three KRB aides said yes. «One of them» said no.", "KRB aides", "krb", 1),
        ("Three KRB aides said yes. «Another» said no.", "KRB aides", "krb", 1),
        ("Two people at the works council said yes. «They» said no.", "Two people at the works council", "works-council", 2),
        ("Sources said yes. «A second source, an adviser to the port authority,» said no.", "adviser of the port authority",
         "port-authority", 1),
    ],
)  # fmt: skip
def test_who_takes_up_the_unnamed_is_unnamed_too(
    text: str, words: str, institution: str | None, count: int | None
) -> None:
    found = resolved(text)
    assert (found.institution, found.anonymous) == (institution, True)
    assert found.text.casefold().endswith(words.split()[-1])
    assert count is None or found.count == count


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # a role first, the name later
        ("«Its deputy director» told Folha so. “We waited,” Marta Quental said in the interview.", "Marta Quental"),
        ("«A night porter» told the court so. “I rang twice,” Marek Havel told the coroner.", "Marek Havel"),
        ("«The lawyer for Hugo Prieto» said no. “Never,” said the lawyer, Elena Duarte.", "Elena Duarte"),
        ("«Her brother» said no. The brother, Pavel Novak, is a baker.", "Pavel Novak"),
        # the name first, then a role, an epithet, a nationality
        ("Senator Ana Prieto spoke. “No,” «the lawmaker» said.", "Ana Prieto"),
        ("Marek Havel, who conducts the choir, came. Ana Prieto, a baker, left. «The conductor» said no.", "Marek Havel"),
        ("Ana Prieto, 58, came first. “No,” «the 58-year-old» said.", "Ana Prieto"),
        ("Marek Havel, the Czech champion, met Ana Prieto, a Spanish runner. «The Czech» said no.", "Marek Havel"),
        ("James Ross, the British coach, spoke to Ana Prieto, a Spanish runner. «The Briton» said no.", "James Ross"),
        ("Brig Gen Marek Havel spoke. So did Ana Prieto. «The brigadier» said no.", "Marek Havel"),
        ("Ana Prieto accused Marek Havel. “Then prove it,” «the socialist» shot back. “Prove what?” Ana Prieto said.",
         "Marek Havel"),
        # pronouns
        ("Ana Prieto blamed the rain. Marek Havel blamed Ana Prieto. «He» said no.", "Marek Havel"),
        ("“Marek Havel is late,” Ana Prieto said. “«He» said he would come.”", "Marek Havel"),
        ("Ana Prieto read out the letter. “«I» said no then.”", "Ana Prieto"),
        ("Ana Prieto is a judge. Her lawyer, Marek Havel, said «she» would appeal.", "Ana Prieto"),
        # first names, surnames, eastern order
        ("Prime Minister Okuda Haruka came. «Okuda» said no.", "Okuda Haruka"),
        ("Marek Havel came. “Coming late is his habit,” Ana Prieto said. «Havel» said no.", "Marek Havel"),
    ],
)  # fmt: skip
def test_a_person_is_known_by_role_epithet_and_pronoun(text: str, name: str) -> None:
    found = resolved(text)
    assert (found.text, found.type, found.anonymous) == (name, found.type, False)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Voltara said it had cut its forecast. «The company» gave no reason.", "Voltara", "group"),
        ("Health Canada warned laboratories. «The department» said so.", "Health Canada", "group"),
        ("An internal bulletin warned the clinics. «The bulletin» says so.", "internal bulletin", "document"),
        ("An internal audit found holes. The mayor left. «The document» says so.", "internal audit", "document"),
        ("A note dated 3 May is clear: «it» says so.", "note", "document"),
    ],
)
def test_an_organisation_or_document_is_known_by_its_noun(text: str, words: str, kind: str) -> None:
    found = resolved(text)
    assert (found.text.split(" dated")[0], found.type, found.anonymous) == (words, kind, False)


@pytest.mark.parametrize("text", ["«»", "«the»", "“«one of the»", "«58-year-old»", "«’s»", "the «of of of»", "«he» «"])
def test_no_words_break_it(text: str) -> None:
    assert isinstance(resolved(text + "»" * (1 - text.count("»") if text.count("»") < 1 else 0)), Resolution)
