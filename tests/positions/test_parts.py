"""The parts that positions are made of: one cast, the forum, rival proposals, belief."""

import numpy as np
import pytest

from sayso.actors.across import with_one_cast
from sayso.positions.belief import belief, settings
from sayso.positions.encode import LABELS
from sayso.positions.forum import home_of
from sayso.positions.relevance import is_about, terms_in
from sayso.verbs import analyse

from .articles import article, debate


def test_a_surname_is_the_person_whom_another_article_names_in_full() -> None:
    full = article("Fares row", "Transport Secretary Helen Marsh said fares would rise.")
    short = article("Fares to rise", "Ms Marsh told the house that she would vote for the rise.")
    one, two = with_one_cast([analyse(full), analyse(short)])
    assert "helen-marsh" in {a.id for a in one.actors}
    assert "helen-marsh" in {a.id for a in two.actors}
    assert {m.actor for m in two.mentions} <= {a.id for a in two.actors}


def test_two_of_one_surname_are_left_apart() -> None:
    pages = [
        article("A", "The minister Helen Marsh spoke on Monday."),
        article("B", "The senator Paul Marsh spoke on Monday."),
        article("C", "Ms Marsh told the house that she would resign."),
    ]
    last = with_one_cast([analyse(page) for page in pages])[-1]
    assert {"helen-marsh", "paul-marsh"}.isdisjoint(a.id for a in last.actors)


def test_a_question_within_one_state_is_argued_at_home() -> None:
    here = article(
        "Bundestag votes on speed limit",
        "Germany argues over a speed limit. Its transport minister, Anna Vogel, is against it. The German government waits.",
    )
    among = article(
        "States at odds", "Germany, France and Poland argue over the ban, and Italy waits. Spain is for it."
    )
    question = "Should a speed limit be introduced?"
    assert home_of([analyse(here)], terms_in(question, [here])) == "DEU"
    assert home_of([analyse(among)], terms_in(question, [among])) is None


def test_slips_are_mended_only_where_the_articles_have_the_word() -> None:
    page = article("Ban on night shipping", "The commission votes on a ban on night shipping.")
    terms = terms_in("bann on nigth shiping", [page])
    assert is_about(page, terms)
    assert not is_about(page, terms_in("llama racing in Peru", [page]))


def test_the_accession_of_another_state_is_another_proposal() -> None:
    pages = [
        article(
            "Parliament ratifies Norway's accession to the EU",
            "Spain ratified Norway's accession to the EU on Tuesday, its foreign minister said.",
            "Spain opposes Iceland's accession to the EU, he added.",
        ),
        article(
            "Iceland's accession to the EU divides the members",
            "Norway's accession to the EU is done; Iceland's accession waits. Spain is against Iceland's accession.",
        ),
    ]
    found = debate("Ratification of Norway's accession to the EU", *pages)
    assert found.standing["ESP"].stance == "supports"
    (rival,) = found.other_proposals
    assert rival.text == "ratify Iceland's accession to the EU"
    assert {p.stance for p in rival.positions if p.actor == "ESP"} == {"opposes"}


@pytest.mark.parametrize("label", LABELS[:-1])
def test_belief_grows_with_the_classifiers_certainty(label: str) -> None:
    def reading(sure: float) -> np.ndarray:
        found = np.full(len(LABELS), (1.0 - sure) / (len(LABELS) - 1), dtype=np.float32)
        found[LABELS.index(label)] = sure
        return found

    believed = [belief(reading(sure)) for sure in (0.3, 0.6, 0.9)]
    assert {stance for stance, _ in believed} == {label}
    confidences = [confidence for _, confidence in believed]
    assert confidences == sorted(confidences)
    assert confidences[-1] > settings().uncertain > settings().keep
