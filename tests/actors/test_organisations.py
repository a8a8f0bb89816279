"""Organisations that no table lists, where sentences name them and take them up; and what is none."""

import re

import pytest

from sayso.actors import find_actors, party_to, resolve_span
from sayso.records import Article, Block


def article(text: str) -> Article:
    blocks = [Block(start=m.start(), end=m.end(), kind="body") for m in re.finditer(r"[^\n]+", text)]
    return Article(id="sha256:0", text=text, blocks=tuple(blocks), published="2024-04-10")


def organisations(text: str) -> list[str]:
    return [a.name for a in find_actors(article(text))[0] if a.kind == "organisation"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # by their form
        ("The Royal Society of Quarrymen met.", ["Royal Society of Quarrymen"]),
        ("She joined the Association for Rural Midwifery.", ["Association for Rural Midwifery"]),
        ("The Zeeland Chamber of Commerce for Import and Export agreed.", ["Zeeland Chamber of Commerce for Import and Export"]),
        ("The Bakers’ Federation agreed.", ["Bakers’ Federation"]),
        ("He wrote to Gruppo 9 Maggio and Voltara Holdings.", ["Gruppo 9 Maggio", "Voltara Holdings"]),
        ("The Food and Feed Authority agreed.", ["Food and Feed Authority"]),
        # by the noun beside them
        ("The bus company Tramvia refused.", ["Tramvia"]),
        ("Their association, ZLV, declined to comment.", ["ZLV"]),
        ("Ferrolia, the ironmongers’ federation, waits.", ["Ferrolia"]),
        # by what they do, and who speaks for them
        ("KRB wants to go before the court.", ["KRB"]),
        ("Geralta said it would wait.", ["Geralta"]),
        ("A spokesman for Geralta declined.", ["Geralta"]),
        ("Geralta’s shareholders left early.", ["Geralta"]),
        ("Walkers UK has urged them to stop.", ["Walkers UK"]),
        ("Rail & Tram said the toll was justified.", ["Rail & Tram"]),
        ("Dignity in Ageing said no; ageing is no crime.", ["Dignity in Ageing"]),
        ("KRB, Geralta and Voltar signed a call in May.", ["KRB", "Geralta", "Voltar"]),
        ("At Geralta nobody had time for questions.", ["Geralta"]),
        ("In the case of Geralta, which makes trams, a spokesman shrugged.", ["Geralta"]),
        ("Geralta, by contrast, is strongly in favour.", ["Geralta"]),
        ("Ferralas has never joined the appeal.", ["Ferralas"]),
        ("Last year Geralta, which builds trams, was against.", ["Geralta"]),
        # by a noun in small letters
        ("Leaflets of the Morgana youth centre said no.", ["Morgana youth centre"]),
        ("The cooks of the Pad-Ra association met twice.", ["Pad-Ra"]),
        ("She wrote to the Spanish tile makers’ lobby.", ["Spanish tile makers’ lobby"]),
        ("Nobody at the prefecture answered.", ["Prefecture"]),
        ("The parish council of Padua, Mira and Stra agreed, but that of Oriago and Dolo waits.",
         ["parish council of Padua, Mira and Stra", "parish council of Oriago and Dolo"]),
        # by their form, with a table’s name inside
        ("The Chilean Chamber of Commerce to the EU agreed.", ["Chilean Chamber of Commerce to the EU"]),
        ("The federal Food and Feed Commission sued.", ["Food and Feed Commission"]),
        ("The Bakers’ Association for Justice met.", ["Bakers’ Association for Justice"]),
    ],
)  # fmt: skip
def test_an_organisation_without_a_row_is_found(text: str, names: list[str]) -> None:
    assert organisations(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Act and the Lisbon Convention apply on Monday.",
        "Critics said the Energy Summit had failed.",
        "Apparently, the plan failed. I’ve seen it.",
        "Bavaria said no, and West Virginia said yes.",
        "The boats of Lido and Pellestrina abstained from the race.",
        "In Marghera nobody said so. Marghera wants peace.",
        "More than a million Hazaras have fled.",
        "Ministers said so. Hoteliers want more.",
        "Marek Havel said so, and Ana Prieto, a baker, agreed.",
        "Article 5 says so, and the EX30 goes on sale.",
        "The GDP has grown, the CEO said.",
        "Unity means strength. Ministers have refused. Conversely, nobody agreed.",
        "Brown v. Board of Education was decided. State Del. Marcia Price voted.",
        "The council of Ghana met. The club of Padua lost.",
    ],
)
def test_what_is_no_organisation(text: str) -> None:
    assert organisations(text) == []


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("The Rural Tourism Association (RTA) met. RTA waits.", ("RTA", "Rural Tourism Association")),
        ("The Rural Doctors Society met. The Doctors Society waits.", ("Doctors Society", "Rural Doctors Society")),
        ("The Bureau of Rural Services met. B.R.S. said no.", ("B.R.S", "Bureau of Rural Services")),
        ("Patria Coal said no. Patria will sue.", ("Patria", "Patria Coal")),
        ("The Royal College of Bakers met. The college, she said, agrees.", ("Royal College of Bakers", "The college")),
        ("The bus company Tramvia met. Later the company said no.", ("Tramvia", "the company")),
        ("The Milling Authority met. The Authority said no.", ("Authority", "Milling Authority")),
    ],
)
def test_short_forms_refer_back(text: str, forms: tuple[str, ...]) -> None:
    found = [a for a in find_actors(article(text))[0] if a.kind == "organisation"]
    assert [a.forms for a in found] in ([forms], [(forms[0] + ".", forms[1])])


def test_a_noun_that_two_organisations_share_names_neither() -> None:
    text = "The Royal College of Bakers met the Royal College of Brewers. The college, she said, agrees."
    assert all("The college" not in a.forms for a in find_actors(article(text))[0])


def test_a_ministry_speaks_for_its_state() -> None:
    actors, _ = find_actors(article("In Brazil, the Ministry of Mines and Energy did not answer."))
    ministry = next(a for a in actors if a.kind == "organisation")
    assert (ministry.name, ministry.parent) == ("Ministry of Mines and Energy", "BRA")
    assert party_to(ministry.id, actors) == "BRA"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Baroness Hale-Whitby promised to resist it.", ["Hale-Whitby"]),
        ("Josh Fenton-Hale, elected in May, has told friends so.", ["Josh Fenton-Hale"]),
        ("Zorfranco Bellin of the Progressive Greens, who crossed the hall, was loud.", ["Zorfranco Bellin"]),
        ("Anna, who sells masks, can’t make up her mind.", ["Anna"]),
        ("Peter Marlow left. Sir Peter voted no.", ["Peter Marlow"]),
        ("Sir Peter voted no. Later Peter Marlow left.", ["Peter Marlow"]),
        ("In Britain Dame Rishi voted no.", ["Rishi Sunak"]),
        ("The Conservative Danny Marlow and Lib Dem MP Tom Hale left. Mr Hale voted.", ["Danny Marlow", "Tom Hale"]),
    ],
)
def test_persons_by_title_list_and_deed(text: str, names: list[str]) -> None:
    assert [a.name for a in find_actors(article(text))[0] if a.kind == "person"] == names


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The Royal College of Bakers met. Its council said no.", "Its council", "Royal College of Bakers"),
        ("The Royal College of Bakers met. The council of the college said no.", "The council of the college",
         "Royal College of Bakers"),
        ("The Royal College of Bakers met. A spokeswoman for the college said no.", "A spokeswoman for the college",
         "spokeswoman of Royal College of Bakers"),
        ("The Bakers’ Federation met. Its members said no.", "Its members", "Bakers’ Federation"),
        ("The Bakers’ Federation met. Members of the federation said no.", "Members of the federation", "Bakers’ Federation"),
        ("Volkswagen met. Its supervisory board said no.", "Its supervisory board", "Volkswagen"),
    ],
)  # fmt: skip
def test_a_part_of_an_organisation_speaks_for_it(text: str, words: str, name: str) -> None:
    read = article(text)
    actors, mentions = find_actors(read)
    start = text.index(words)
    found = resolve_span(read, (start, start + len(words)), actors, mentions)
    assert found.text == name
    assert found.actor in {a.id for a in actors if a.kind == "organisation"}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("In Britain, the Democratic Unionists met.", ["dup"]),
        ("In Italy the Democratic Party met. The Democrats agree.", ["partito-democratico"]),
        ("In Oz the Distributist Party met. The Distributists agree.", ["distributist-party"]),
        ("The Democratic Unionists met.", []),
    ],
)
def test_members_of_a_party_are_called_by_its_name(text: str, ids: list[str]) -> None:
    assert [a.id for a in find_actors(article(text))[0] if a.kind == "party"] == ids


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Brazzaville said yes, and a Congolese minister left. Congo agreed.", {"COG"}),
        ("Kinshasa rejected the plan. Congolese officials said so.", {"COD"}),
        ("Congo rejected the plan.", {"COD"}),
        ("The Republic of the Congo agreed, but Kinshasa refused. Congolese officials said so.", {"COG", "COD"}),
    ],
)
def test_which_congo_is_meant(text: str, states: set[str]) -> None:
    assert {m.actor for m in find_actors(article(text))[1]} == states


def test_a_group_of_states_by_what_its_members_are() -> None:
    actors, _ = find_actors(article("The small island states said no. The African group waits."))
    assert {"aosis", "african-group"} <= {a.id for a in actors}
