"""Sentences that state a rule of decision, and sentences that only sound like it.

The reader of sentences is trained, and trained anew; what is pinned here sentence by sentence are the wordings, the numbers
and how both go together with what is read. Of the reader itself only a share of plain sentences is asked.
"""

from collections.abc import Callable

import pytest

from sayso.decisions import find_rules
from sayso.records import Article

Make = Callable[..., Article]
Reads = Callable[..., None]

QUESTION = "Should the measure be adopted?"

# sentence, kind, members, thresholds
STATED = [
    # every member
    ("Any change to the treaty would require the unanimous agreement of all member states.", "unanimity", None, {}),
    ("Membership needs the approval of all 30 allies, followed by ratification in each of them.", "unanimity", 30, {}),
    ("All 31 member states have to ratify before Norway can come in.", "unanimity", 31, {}),
    ("The accession must be approved by all members.", "unanimity", None, {}),
    ("EU sanctions require unanimity among the bloc's 27 members.", "unanimity", 27, {}),
    ("A unanimous vote is needed to roll over the measures every six months.", "unanimity", None, {}),
    ("Foreign policy decisions must be taken unanimously by the 27 capitals.", "unanimity", 27, {}),
    ("Under EU law the Council acts unanimously on taxation.", "unanimity", None, {}),
    ("Decisions on enlargement are taken by unanimity.", "unanimity", None, {}),
    ("The plan needs the backing of every member state, including Slovakia.", "unanimity", None, {}),
    ("Each of the 27 governments must give its consent before talks can open.", "unanimity", 27, {}),
    ("The protocol must be ratified by the parliaments of all 32 allies.", "unanimity", 32, {}),
    ("Georgia cannot join until all members have ratified its accession treaty.", "unanimity", None, {}),
    ("The long-term budget has to be agreed by all 27 member states.", "unanimity", 27, {}),
    ("Opening a cluster of negotiations requires all 27 EU countries to agree.", "unanimity", 27, {}),
    ("The deal still needs every member's approval.", "unanimity", None, {}),
    ("Admission depends on the consent of each of the 32 members.", "unanimity", 32, {}),
    ("The step cannot be taken without the unanimous consent of the allies.", "unanimity", None, {}),
    ("Because of the unanimity rule, Budapest's refusal held up the package for weeks.", "unanimity", None, {}),
    ("Any member can veto a new mission.", "unanimity", None, {}),
    ("A single objection is enough to sink the text.", "unanimity", None, {}),
    ("Spain was the last of the 16 allies to sign, which every one of them had to do.", "unanimity", 16, {}),
    ("The extension, which needs the support of all 27 members, is due in March.", "unanimity", 27, {}),
    # nobody against
    ("The Alliance decides by consensus.", "consensus", None, {}),
    ("NATO takes all its decisions by consensus, with no vote.", "consensus", None, {}),
    ("Decisions in the OSCE are made by consensus of its 57 participating states.", "consensus", 57, {}),
    ("ASEAN operates on the principle of consensus.", "consensus", None, {}),
    ("Naming a new secretary general requires consensus.", "consensus", None, {}),
    ("The appointment stands if no member objects within three days.", "consensus", None, {}),
    ("Statements of the G7 must be adopted by consensus.", "consensus", None, {}),
    ("A consensus of all the Arctic states is needed to admit observers.", "consensus", None, {}),
    # qualified majority
    ("The law needs a qualified majority of member states.", "qualified_majority", None, {}),
    (
        "To pass, it needs at least 15 of the 27 states representing 65 per cent of the population.",
        "qualified_majority",
        27,
        {"states": 15, "population": 0.65},
    ),
    (
        "Approval takes 15 of 27 countries that make up at least 65% of the EU's population.",
        "qualified_majority",
        27,
        {"states": 15, "population": 0.65},
    ),
    ("The tariffs will be decided by qualified majority.", "qualified_majority", None, {}),
    ("A qualified majority is required for the regulation to be adopted.", "qualified_majority", None, {}),
    ("Trade deals are adopted by a qualified majority in the Council.", "qualified_majority", None, {}),
    (
        "It requires the support of countries with 65 percent of the bloc's population.",
        "qualified_majority",
        None,
        {"population": 0.65},
    ),
    # votes, vetoes
    ("A resolution needs nine votes and no veto from the permanent five.", "veto_players", None, {"votes": 9}),
    (
        "To be adopted, the text requires at least nine votes in favour and no veto by Russia, China, the US, Britain or France.",
        "veto_players",
        None,
        {"votes": 9},
    ),
    ("Any of the five permanent members can veto a draft of the Security Council.", "veto_players", None, {}),
    ("The Security Council needs nine votes to pass the draft.", "veto_players", None, {"votes": 9}),
    # majorities
    ("The motion requires a two-thirds majority.", "supermajority", None, {"votes": 0.6667}),
    (
        "Admission must be decided by a two-thirds majority of members present and voting.",
        "supermajority",
        None,
        {"votes": 0.6667},
    ),
    ("A three-quarters majority is needed for a waiver.", "supermajority", None, {"votes": 0.75}),
    ("The amendment needs the support of four-fifths of the members.", "supermajority", None, {"votes": 0.8}),
    ("The quota increase requires 85 per cent of the total voting power.", "weighted", None, {"votes": 0.85}),
    ("The election requires a simple majority of the 193 members.", "majority", 193, {}),
    ("Procedural questions are decided by simple majority.", "majority", None, {}),
    ("A simple majority is enough to put it on the agenda.", "majority", None, {}),
    ("The declaration needs the support of a majority of the member states.", "majority", None, {}),
    ("The candidate needs eight of the 15 votes.", "majority", 15, {"votes": 8}),
]

NOT_STATED = [
    "The reform was unanimously criticised by teachers.",
    "The resolution was adopted unanimously on Tuesday.",
    "The council voted unanimously to extend the mission.",
    "Allies agreed by consensus on Thursday to send a team.",
    "A majority of voters backs the ban, a poll found.",
    "The president lost his majority in parliament.",
    "There is a growing consensus among economists that rates will fall.",
    "Berlin wants to replace unanimity with qualified majority voting in foreign policy.",
    "Several capitals called for an end to the veto.",
    "He proposed moving to qualified majority voting on taxation.",
    "The measure does not require unanimity.",
    "The change no longer requires the approval of all members.",
    "The ban was approved by a qualified majority.",
    "Would the step require the approval of all 27 members?",
    "All members of the family must sign the form.",
    "All 27 leaders posed for a photograph in front of the castle.",
    "Fifteen of the 27 countries have published their plans.",
    "All countries must back the ceasefire, the minister said.",
    "All allies must agree to spend more on defence, he said.",
    "The company needs a majority stake to control the board.",
    "Russia vetoed the draft on Friday.",
    "The text won 13 votes, with two abstentions.",
    "Two-thirds of the budget goes to farmers.",
    "The talks need consensus-building and patience.",
    "The majority leader said he would wait.",
    "It took nine days and no fewer than three votes to elect the speaker's deputy.",
    "Each of the members has a blog.",
    "He took 57 percent of the vote in his home state.",
    "She would need to win 61 percent of the remaining delegates.",
    "The party needs at least 60 million votes to win this fall.",
    "Shareholders must approve the merger by a two-thirds majority.",
]


# worded as a rule, and none of a body that decides a measure: only the reader can tell
WORDED_ALIKE = ["The jury must be unanimous to convict.", "A unanimous verdict is required in capital cases."]


@pytest.mark.usefixtures("undecided")
@pytest.mark.parametrize(("sentence", "kind", "members", "thresholds"), STATED, ids=[s[0][:60] for s in STATED])
def test_a_stated_rule_is_found(
    article: Make, sentence: str, kind: str, members: int | None, thresholds: dict[str, float]
) -> None:
    found = find_rules(article(f"The talks go on. {sentence} Nobody left early."), QUESTION)
    assert [r.evidence.text for r in found] == [sentence]
    assert (found[0].kind, found[0].members, found[0].thresholds) == (kind, members, thresholds)


@pytest.mark.usefixtures("undecided")
@pytest.mark.parametrize("sentence", NOT_STATED, ids=[s[:60] for s in NOT_STATED])
def test_what_only_sounds_like_a_rule_is_left(article: Make, sentence: str) -> None:
    assert find_rules(article(f"The talks go on. {sentence} Nobody left early."), QUESTION) == ()


@pytest.mark.parametrize("sentence", [*WORDED_ALIKE, *(s[0] for s in STATED)])
def test_a_wording_is_none_where_the_reader_denies_it(article: Make, reads: Reads, sentence: str) -> None:
    reads(0.02, 0.25, 0.25)
    assert find_rules(article(sentence), QUESTION) == ()


def test_the_reader_is_enough_where_it_is_sure(article: Make, reads: Reads) -> None:
    page = article("Without every last capital on board, the whole thing is dead.")
    reads(0.4, {"unanimity": 0.9}, 0.25)
    assert find_rules(page, QUESTION) == ()
    reads(0.9, {"unanimity": 0.9}, 0.25)
    assert [(r.kind, r.confidence) for r in find_rules(page, QUESTION)] == [("unanimity", 0.9)]


def test_the_reader_is_not_asked_what_cannot_state_a_rule(article: Make, reads: Reads) -> None:
    reads(1.0, 0.25, 0.25)
    assert find_rules(article("It rained in Vienna."), QUESTION) == ()
    assert find_rules(article("Would the step require the approval of all 27 members?"), QUESTION) == ()
    assert find_rules(article("All must agree" + ", and so on" * 200 + "."), QUESTION) == ()


def test_a_kind_that_is_named_stands_whatever_the_reader_takes_it_for(article: Make, reads: Reads) -> None:
    page = article("The law needs a qualified majority of member states.")
    reads(0.8, {"majority": 0.98, "qualified_majority": 0.02}, 0.25)
    assert [r.kind for r in find_rules(page, QUESTION)] == ["qualified_majority"]


def test_the_surer_of_wording_and_reader_gives_the_confidence(article: Make, reads: Reads) -> None:
    page = article("The Alliance decides by consensus.")
    reads(0.3, {"consensus": 1.0}, 0.25)
    (by_wording,) = find_rules(page, QUESTION)
    reads(0.99, {"consensus": 1.0}, 0.25)
    (by_both,) = find_rules(page, QUESTION)
    assert 0.3 < by_wording.confidence < by_both.confidence == 0.99


@pytest.mark.parametrize(
    ("sentence", "kind", "thresholds"),
    [
        ("It takes 8 of the 15 votes.", "majority", {"votes": 8}),
        ("It takes 97 of the 193 members.", "majority", {"states": 97}),
        ("It takes 10 of the 15 votes.", "supermajority", {"votes": 10}),
        ("The Security Council needs nine votes.", "veto_players", {"votes": 9}),
        ("The Security Council needs nine votes on procedural matters.", "supermajority", {"votes": 9}),
    ],
)
def test_a_number_of_votes_gives_the_kind(
    article: Make, reads: Reads, sentence: str, kind: str, thresholds: dict[str, float]
) -> None:
    reads(0.9, {"supermajority": 1.0}, 0.25)
    (found,) = find_rules(article(sentence), QUESTION)
    assert (found.kind, found.thresholds) == (kind, thresholds)


@pytest.mark.parametrize(
    ("sentence", "shares"),
    [
        ("It needs 55 per cent of the states with 65% of the people.", (0.55, 0.65)),
        ("It needs two-thirds of the votes.", (0.6667,)),
        ("It needs three quarters, or 85 percent.", (0.75, 0.85)),
        ("It needs all of them.", ()),
    ],
)
def test_every_share_that_is_named(article: Make, reads: Reads, sentence: str, shares: tuple[float, ...]) -> None:
    reads(0.9, {"qualified_majority": 1.0}, 0.25)
    (found,) = find_rules(article(sentence), QUESTION)
    assert found.shares == shares


@pytest.mark.usefixtures("undecided")
def test_the_body_is_named_or_described(article: Make) -> None:
    text = (
        "Nato opened its summit.\nThe alliance decides by consensus.\nThe Security Council needs nine votes to pass it.\n"
        "The EU and NATO decide by consensus."
    )
    assert [r.body for r in find_rules(article(text), QUESTION)] == ["nato", "unsc", None]


@pytest.mark.usefixtures("undecided")
@pytest.mark.parametrize(
    ("sentence", "in_chamber", "ratification", "is_general"),
    [
        ("The bill needs a two-thirds majority in parliament.", True, False, False),
        ("The measure needs a two-thirds majority of lawmakers.", True, False, True),
        ("It must be ratified by all 32 allies.", False, True, True),
        ("The Bundestag decides by simple majority.", False, False, False),  # a body that is known by name
        ("EU sanctions require unanimity.", False, False, False),
    ],
)
def test_what_else_a_reading_tells(
    article: Make, sentence: str, in_chamber: bool, ratification: bool, is_general: bool
) -> None:
    (found,) = find_rules(article(sentence), QUESTION)
    assert (found.in_chamber, found.ratification, found.is_general) == (in_chamber, ratification, is_general)


@pytest.mark.usefixtures("undecided")
def test_evidence_slices_the_text(article: Make) -> None:
    page = article(
        "“It is simple,” he said 🙂. The Alliance decides by consensus.\nEach of the 27 governments must give its consent."
    )
    found = find_rules(page, QUESTION)
    assert len(found) == 2
    for reading in found:
        assert page.text[reading.evidence.start : reading.evidence.end] == reading.evidence.text


def test_most_plain_sentences_are_read_aright(article: Make) -> None:
    def is_found(sentence: str) -> bool:
        page = article(f"The talks go on. {sentence} Nobody left early.")
        return bool(find_rules(page, QUESTION))

    assert sum(is_found(s[0]) for s in STATED) > 0.6 * len(STATED)
    assert sum(is_found(s) for s in (*NOT_STATED, *WORDED_ALIKE)) < len(NOT_STATED) / 3


def test_reading_is_deterministic(article: Make) -> None:
    page = article("\n".join(s[0] for s in STATED[:9]))
    assert find_rules(page, QUESTION) == find_rules(page, QUESTION)
    assert find_rules(page) == find_rules(page, None)
