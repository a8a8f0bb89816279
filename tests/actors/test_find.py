"""Sentences as the press writes them, and whom they speak of."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.actors import find_actors, party_to
from sayso.records import Article, Block

DAY = "2024-04-10"


def article(text: str, published: str | None = DAY) -> Article:
    blocks = [Block(start=m.start(), end=m.end(), kind="body") for m in re.finditer(r"[^\n]+", text)]
    return Article(id="sha256:0", text=text, blocks=tuple(blocks), published=published)


def marked(text: str, published: str | None = DAY) -> str:
    """The text with each mention as [words|actor]."""
    _, mentions = find_actors(article(text, published))
    for m in reversed(mentions):
        text = f"{text[: m.start]}[{text[m.start : m.end]}|{m.actor}]{text[m.end :]}"
    return text


@pytest.mark.parametrize(
    "expected",
    [
        "[Warsaw|POL] and [Kyiv|UKR] want more, but [Berlin|DEU] is wary.",
        "Talks between [Warsaw|POL] and [Kyiv|UKR] broke down after [Moscow|RUS] accused [Kyiv|UKR] of stalling.",
        "The mayor of Warsaw met students in Rome before he left Madrid; London residents marched.",
        "They arrived in Ankara on Monday, and [Ankara|TUR] rejected the terms.",
        "The decision reflects [Seoul|KOR]'s intention to talk, despite interference by [Pyongyang|PRK].",
        "According to [Lisbon|PRT], the flights to Lisbon will go on.",
        "[Copenhagen|DNK], the minister said, is open to it.",
    ],
)
def test_capitals_count_only_where_they_act(expected: str) -> None:
    assert marked(re.sub(r"\[([^|\]]+)\|[\w-]+\]", r"\1", expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "The [Latvian parliament|LVA] voted, as did the [lawmakers of Estonia|EST].",
        "[French authorities|FRA] refused, and [South Korea's finance ministry|KOR] kept silent.",
        "The [Greek|GRC] and [Bulgarian governments|BGR] agreed with the [Finns|FIN], the [Poles|POL] and the [Dutch|NLD].",
        "The [Sejm|POL], the [Knesset|ISR] and the [State Duma|RUS] debated what the [Elysee Palace|FRA] wrote.",
        "The [U.S.|USA] and the [UK|GBR] asked [Türkiye|TUR], [Czechia|CZE] and the [DPRK|PRK] to talk with us.",
        "The [Kremlin|RUS] waits; aides met in the Kremlin, and at the White House in Washington.",
        "[Nato|nato] and [Opec|opec] met the [European Commission|european-commission] and the [WHO|who].",
        "A pro-Russian group of African-American farmers left British Columbia for New Mexico.",
        "Voters in Atlanta, Georgia, heard the [Republicans|republicans-usa] of [America|USA].",
        "[Georgia|GEO] and [Moldova|MDA] hope to join the [EU|eu].",
    ],
)
def test_states_and_organisations_by_every_name(expected: str) -> None:
    assert marked(re.sub(r"\[([^|\]]+)\|[\w-]+\]", r"\1", expected)) == expected


@pytest.mark.parametrize(
    ("text", "name", "role", "parent", "speaks_for"),
    [
        ("Slovak Prime Minister Robert Fico said no.", "Robert Fico", "Prime Minister", "SVK", "SVK"),
        ("Norway’s justice minister, Emilie Mehl, said no.", "Emilie Mehl", "justice minister", "NOR", "NOR"),
        ("Beijing's envoy to the United Nations, Fu Cong, agreed.", "Fu Cong", "envoy", "CHN", "CHN"),
        ("The leader of Sinn Féin, Mary Carr, agreed.", "Mary Carr", "leader of Sinn Féin", "sinn-fein", "sinn-fein"),
        ("Martin Berg, a spokesman for the Danish foreign ministry, agreed.", "Martin Berg", None, "DNK", "DNK"),
        ("The opposition lawmaker Ana Costa of Brazil agreed.", "Ana Costa", "opposition lawmaker", None, None),
        ("IMF Managing Director Kristalina Georgieva agreed.", "Kristalina Georgieva", None, "imf", None),
        ("Former German chancellor Angela Merkel agreed.", "Angela Merkel", "chancellor", "DEU", None),
        ("“It will fail,” said Peter Hill, a professor at Lund University.", "Peter Hill", None, None, None),
        ("In Chile, Foreign Minister Carla Soto agreed.", "Carla Soto", "Foreign Minister", "CHL", "CHL"),
        ("Kenya will send police to Haiti, Foreign Minister Otieno Mbeki said.", "Otieno Mbeki", None, "KEN", "KEN"),
        ("Malta answers to Rome alone, its justice minister, Rita Borg, said.", "Rita Borg", None, "MLT", "MLT"),
        ("Japan hesitates. Its defence minister, Kenji Mori, agreed.", "Kenji Mori", "defence minister", "JPN", "JPN"),
    ],
)
def test_a_person_has_a_role_and_speaks_for(
    text: str, name: str, role: str | None, parent: str | None, speaks_for: str | None
) -> None:
    actors, _ = find_actors(article(text))
    person = next(a for a in actors if a.kind == "person")
    assert (person.name, person.parent, person.speaks_for) == (name, parent, speaks_for)
    assert role is None or person.role == role
    assert party_to(person.id, actors) == (speaks_for or person.id)
    assert {parent, speaks_for} - {None} <= {a.id for a in actors}


def test_office_holders_are_those_of_the_day() -> None:
    text = "Rishi Sunak and Keir Starmer met in Britain."
    then, later = (find_actors(article(text, day))[0] for day in ("2023-05-01", "2025-05-01"))
    assert [a.speaks_for for a in then if a.kind == "person"] == ["GBR", None]
    assert [a.speaks_for for a in later if a.kind == "person"] == [None, "GBR"]


def test_a_name_without_accents_is_the_same_person() -> None:
    actors, _ = find_actors(article("Recep Tayyip Erdoğan spoke. Later Erdogan left Turkey.", "2023-05-01"))
    people = [a for a in actors if a.kind == "person"]
    assert [(p.id, p.name, p.forms) for p in people] == [
        ("recep-tayyip-erdogan", "Recep Tayyip Erdoğan", ("Erdogan", "Recep Tayyip Erdoğan"))
    ]


@pytest.mark.parametrize(
    "expected",
    [
        "Canada’s envoy, [Mélanie Joly|melanie-joly], left. [She|melanie-joly] said Ms [Joly|melanie-joly]’s plan stood.",
        "The Danish premier, [Mette Frederiksen|mette-frederiksen], spoke. [The prime minister|mette-frederiksen] left early.",
        "[Slovakia|SVK] opposes it, though [its prime minister|robert-fico] smiled. [Officials in Yerevan|ARM] wait.",
        "[The Danish prime minister|mette-frederiksen] refused.",
        "[Jens Stoltenberg|jens-stoltenberg] left. [The alliance’s chief|jens-stoltenberg] likes [NATO|nato].",
        "[Robert Fico|robert-fico] met [Petr Pavel|petr-pavel]. [He|robert-fico] said [his|robert-fico] [cabinet|SVK] waits.",
        "“He is wrong,” said [Robert Fico|robert-fico].",
        "[Anna Lind|anna-lind] called. His wife said he was out.",
        "[ECOWAS|ecowas] met before [the bloc|ecowas] split.",
        "Swedish Social Democrats and the new Harbour party agreed.".replace(
            "Swedish Social Democrats", "[Swedish Social Democrats|social-democrats-swe]"
        ).replace("Harbour party", "[Harbour party|harbour]"),
    ],
)
def test_what_refers_back(expected: str) -> None:
    assert marked(re.sub(r"\[([^|\]]+)\|[\w-]+\]", r"\1", expected)) == expected


def test_a_president_at_odds_with_the_government_speaks_for_nobody_else() -> None:
    text = (
        "President Zoran Milanovic said he would block it. The Croatian government says the opposite. "
        "Prime Minister Andrej Plenkovic called it wrong."
    )
    actors, _ = find_actors(article(text, "2022-05-19"))
    assert {a.id: a.speaks_for for a in actors if a.kind == "person"} == {
        "zoran-milanovic": None,
        "andrej-plenkovic": "HRV",
    }


def test_outlets_with_common_names_need_a_verb_of_reporting() -> None:
    text = "The Hill reported it, and NHK and the Financial Times followed. The National Guard came in Time."
    actors, mentions = find_actors(article(text))
    assert [a.id for a in actors if a.kind == "outlet"] == ["the-hill", "nhk", "financial-times"]
    assert len(mentions) == 3


SENTENCES = st.sampled_from(
    [
        "Paris does not back it.", "“No,” said Viktor Orbán’s spokesman.", "He left.", "The U.S.-led alliance met.",
        "Ms O’Neill of Sinn Féin, 47, agreed…", "\n\n", "the prime minister", "(Reuters) - NATO", "İstanbul’da Erdoğan",
        "a Kremlin adviser", "ß ﬁ Ⅷ", "’s", "Mr. K. Đorđević-Łuk", "South Korea's and Japan's",
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(SENTENCES, max_size=12).map(" ".join))
def test_mentions_slice_in_order_and_every_id_is_an_actor(text: str) -> None:
    read = article(text)
    actors, mentions = find_actors(read)
    known = {a.id for a in actors}
    assert len(known) == len(actors)
    end = 0
    for mention in mentions:
        assert end <= mention.start < mention.end <= len(text)
        assert mention.actor in known
        end = mention.end
    for actor in actors:
        assert {actor.parent, actor.speaks_for} - {None} <= known
        assert actor.forms == tuple(sorted(actor.forms))
        assert all(form in text for form in actor.forms)
    assert find_actors(read) == (actors, mentions)


def test_an_outlet_that_no_table_lists_is_told_by_the_noun_before_it() -> None:
    page = article(
        "A source told the newspaper Il Mattino Ligure that the harbour would close. The daily bread is dear."
    )
    actors, mentions = find_actors(page)
    outlets = [actor for actor in actors if actor.kind == "outlet"]
    assert [actor.name for actor in outlets] == ["Il Mattino Ligure"]
    assert [page.text[m.start : m.end] for m in mentions if m.actor == outlets[0].id] == ["Il Mattino Ligure"]
