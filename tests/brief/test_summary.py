from typing import Any

import pytest
from msgspec.structs import replace

from sayso.brief import compose
from sayso.records import Actor, Body, Debate, Decision, Link, Outlook, Position, Rule, Standing, Statement, Tally

from .debates import HERALD, article, cite, seabed, sources, unstated, untouched


def texts(debate: Debate) -> list[str]:
    return [line.text for line in compose(debate).summary]


def test_a_full_debate_in_six_sentences() -> None:
    assert texts(seabed()) == [
        "Norway opposes the proposal to ban deep-sea mining in international waters, according to NRK, citing an "
        "unnamed adviser at the Norwegian energy ministry.",
        "France and Germany, as well as the United States, which has no vote, support it.",
        "Japan attaches conditions (“only if existing contracts are honoured”) and the Netherlands is "
        "reportedly undecided.",
        "The International Seabed Authority’s Council decides by unanimity; as of 25 June 2024 the proposal is blocked "
        "if the reported opposition of Norway holds.",
        "Next on the calendar is the council meeting in Kingston, Jamaica, on 8–19 July 2024.",
        "One thing does not add up: one council meeting, two places – Kingston and Geneva.",
    ]


def test_a_question_that_nothing_touches() -> None:
    assert texts(untouched()) == [
        "The article does not touch the question “lunar base treaty”.",
        "The headline reads “Tokyo sets terms for seabed ban”.",
    ]


def test_a_proposal_without_positions() -> None:
    assert texts(unstated()) == [
        "The article does not say where any party stands on the proposal to create a marine park off Chiloé.",
        "Chile is said to take an interest, but no position on the proposal is on record for it.",
        "Expected next is the Senate vote on 3 September (year not given).",
    ]


def test_every_sentence_of_a_full_debate_is_cited_and_exact() -> None:
    for debate in (seabed(), unstated()):
        by_id = {a.id: a.text for a in debate.articles}
        summary = compose(debate).summary
        assert 3 <= len(summary) <= 6
        for line in summary:
            assert line.evidence
            assert all(by_id[e.article][e.start : e.end] == e.text for e in line.evidence)


NOTE = article("A note", "Somebody said something about the ban, and somebody else did not.")
WORDS = "Somebody said something about the ban"
NAMES = {
    "FRA": ("France", "state"),
    "USA": ("United States", "state"),
    "PHL": ("Philippines", "state"),
    "DEU": ("Germany", "state"),
    "greens": ("Greens", "party"),
    "ana-ruiz": ("Ana Ruiz", "person"),
}


def debate(*positions: Position, **fields: Any) -> Debate:
    standing = {
        p.actor: Standing(stance=p.stance, since=None, as_of=None, positions=(i,)) for i, p in enumerate(positions)
    }
    return replace(
        seabed(),
        articles=(NOTE,),
        proposal=replace(seabed().proposal, text="ban shark finning", evidence=(cite(NOTE, "the ban"),)),  # type: ignore[type-var]
        statements=fields.pop("statements", ()),
        actors=tuple(Actor(id=i, name=n, kind=k) for i, (n, k) in NAMES.items()),  # type: ignore[arg-type]
        positions=positions,
        standing=standing,
        **{
            "interests": (),
            "decision": None,
            "events": (),
            "conflicts": (),
            "changes": (),
            "sources": sources((NOTE,)),
            **fields,
        },
    )


def held(actor: str, stance: str, **fields: Any) -> Position:
    return Position(actor=actor, stance=stance, confidence=0.9, evidence=(cite(NOTE, WORDS),), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("positions", "expected"),
    [
        ([held("FRA", "opposes")], "France opposes the proposal to ban shark finning."),
        ([held("USA", "supports")], "The United States supports the proposal to ban shark finning."),
        (
            [held("PHL", "opposes", uncertain=True)],
            "The Philippines apparently opposes the proposal to ban shark finning.",
        ),
        ([held("greens", "supports")], "The Greens support the proposal to ban shark finning."),
        (
            [held("FRA", "opposes", chain=("Ana Ruiz",))],
            "France opposes the proposal to ban shark finning, according to Ana Ruiz.",
        ),
        (
            [held("FRA", "opposes", chain=("NHK", "Le Soir", "diplomats"), anonymous=True, first_hand=False)],
            "France opposes the proposal to ban shark finning, according to NHK, citing Le Soir, in turn citing "
            "unnamed diplomats.",
        ),
        ([held("ana-ruiz", "opposes", chain=("Ana Ruiz",))], "Ana Ruiz opposes the proposal to ban shark finning."),
        (
            [held("FRA", "opposes"), held("USA", "opposes"), held("DEU", "opposes", uncertain=True)],
            "France and the United States oppose the proposal to ban shark finning, and Germany apparently does too.",
        ),
        (
            [held("FRA", "opposes", chain=("NHK", "aide"), anonymous=True, first_hand=False), held("USA", "opposes")],
            "France and the United States oppose the proposal to ban shark finning (France according to NHK, citing an "
            "unnamed aide).",
        ),
        ([held("DEU", "undecided")], "On the proposal to ban shark finning, Germany is undecided."),
        (
            [held("DEU", "abstains"), held("FRA", "declines_to_comment"), held("USA", "conditional")],
            "On the proposal to ban shark finning, the United States attaches conditions, Germany abstains and France "
            "declines to comment.",
        ),
    ],
)
def test_who_stands_where(positions: list[Position], expected: str) -> None:
    assert texts(debate(*positions))[0] == expected


def test_a_hedge_of_the_text_is_kept() -> None:
    statement = Statement(
        id="s1",
        article=NOTE.id,
        mode="indirect",
        source=(),
        cue=(),
        content=(),
        actor="FRA",
        chain=(Link(text="officials", span=None, type="person", anonymous=True, count=2),),
        hedge="are said to",
        confidence=1.0,
    )
    position = held("FRA", "opposes", statement="s1", chain=("officials",), anonymous=True, uncertain=True)
    first = texts(debate(position, statements=(statement,)))[0]
    assert first == "France reportedly opposes the proposal to ban shark finning, according to two unnamed officials."


def test_a_hedge_in_the_article_s_own_voice_is_kept() -> None:
    note = article(None, "The plan faces friction from officials in Paris, who allegedly oppose the move.")
    position = Position(
        actor="FRA", stance="opposes", confidence=0.9, evidence=(cite(note, "who allegedly oppose the move"),)
    )
    assert texts(debate(position))[0] == "France allegedly opposes the proposal to ban shark finning."


def test_a_noun_phrase_is_quoted() -> None:
    noun = replace(debate(held("FRA", "opposes")), proposal=replace(seabed().proposal, text="tax on shark fins"))  # type: ignore[type-var]
    assert texts(noun)[0] == "France opposes the proposal “tax on shark fins”."


def decision(rule: Rule, outlook: Outlook, body: str = "NATO (North Atlantic Council)") -> Decision:
    return Decision(
        body=Body(id="b", name=body), rule=rule, tally=Tally(silent=20), outlook=outlook, members_as_of="2024-06-25"
    )


def rule(kind: str, members: int = 32, /, **thresholds: float) -> Rule:
    return Rule(kind=kind, members=members, thresholds=thresholds, known_from="knowledge")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (
            decision(rule("consensus"), Outlook(status="blocked", basis="computed", blockers=("FRA",))),
            "NATO’s North Atlantic Council decides by consensus: one objection among its 32 members is enough to stop "
            "it; France alone blocks the proposal.",
        ),
        (
            decision(
                rule("qualified_majority", 27, states=15, population=0.65),
                Outlook(status="open", basis="computed"),
                "EU (Council)",
            ),
            "The EU’s Council decides by qualified majority: it takes 15 of the 27 members and 65% of the population; "
            "the outcome is open: 20 members have not said where they stand.",
        ),
        (
            decision(
                rule("weighted", 190, weight=0.85),
                Outlook(status="rejected", basis="computed", blockers=("FRA",)),
                "Fund",
            ),
            "The Fund decides by weighted vote: it takes 85% of the voting power; the votes that it needs are out of "
            "reach, with France against.",
        ),
        (
            decision(rule("unanimity"), Outlook(status="blocked", basis="computed", blockers=("FRA", "USA"))),
            "NATO’s North Atlantic Council decides by unanimity: all 32 members must agree; France and the United "
            "States block the proposal, each with a no that suffices.",
        ),
    ],
)
def test_what_it_takes(made: Decision, expected: str) -> None:
    positions = [held("FRA", "opposes", member=True), held("USA", "opposes", member=True)]
    lines = compose(debate(*positions, decision=made)).summary
    assert lines[1].text == expected
    assert lines[1].evidence


def test_a_rule_in_the_text_is_cited_from_there() -> None:
    lines = compose(replace(seabed(), events=(), conflicts=(), changes=())).summary
    by_rule = next(line for line in lines if "decides by" in line.text)
    assert (
        by_rule.text == "The International Seabed Authority’s Council decides by unanimity: all 36 members must agree."
    )
    assert by_rule.evidence == seabed().decision.rule.evidence  # type: ignore[union-attr]


def test_a_change_is_told_where_there_is_room() -> None:
    lines = texts(replace(seabed(), events=(), conflicts=()))
    assert "France has moved from opposing it to supporting it." in lines


def test_composing_changes_nothing_else() -> None:
    brief = compose(seabed())
    assert all(getattr(brief, name) == getattr(seabed(), name) for name in Debate.__struct_fields__)
    assert HERALD in brief.articles


def test_a_decision_that_is_taken_comes_first() -> None:
    made = decision(rule("majority", 175, members=88), Outlook(status="adopted", basis="reported"), "Parliament")
    positions = [held("FRA", "opposes", member=True), held("USA", "supports", member=True)]
    assert texts(debate(*positions, decision=made))[:3] == [
        "The proposal to ban shark finning has been adopted, the article reports.",
        "The United States supports it.",
        "France opposes it.",
    ]


def test_reasons_of_conflicts_are_worded() -> None:
    clash = replace(seabed().conflicts[0], why="The session is dated 2024-07-08 and XXXX-07-09 by lena-vogt and DEU.")
    brief = compose(replace(seabed(), conflicts=(clash, clash)))
    assert brief.summary[-1].text == (
        "Two things do not add up, among them: the session is dated 8 July 2024 and 9 July (year not given) "
        "by Lena Vogt and Germany."
    )
