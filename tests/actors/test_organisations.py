"""Organisations that no table lists, where sentences name them and take them up; and what is none."""

import re

import pytest

from sayso.actors import find_actors, party_to
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
        ("The Conservative Danny Marlow and Lib Dem MP Tom Hale left. Mr Hale voted.", ["Danny Marlow", "Tom Hale"]),
    ],
)
def test_persons_by_title_list_and_deed(text: str, names: list[str]) -> None:
    assert [a.name for a in find_actors(article(text))[0] if a.kind == "person"] == names
