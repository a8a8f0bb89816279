"""Sentences that state a rule of decision, and sentences that only sound like it."""

from collections.abc import Callable

import pytest

from sayso.decisions import find_rules
from sayso.records import Article

Make = Callable[..., Article]

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
    "The jury must be unanimous to convict.",
    "A unanimous verdict is required in capital cases.",
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


@pytest.mark.parametrize(("sentence", "kind", "members", "thresholds"), STATED, ids=[s[0][:60] for s in STATED])
def test_a_stated_rule_is_found(
    article: Make, sentence: str, kind: str, members: int | None, thresholds: dict[str, float]
) -> None:
    found = find_rules(article(f"The talks go on. {sentence} Nobody left early."))
    assert [r.evidence.text for r in found] == [sentence]
    assert (found[0].kind, found[0].members, found[0].thresholds) == (kind, members, thresholds)


@pytest.mark.parametrize("sentence", NOT_STATED, ids=[s[:60] for s in NOT_STATED])
def test_what_only_sounds_like_a_rule_is_left(article: Make, sentence: str) -> None:
    assert find_rules(article(f"The talks go on. {sentence} Nobody left early.")) == ()


def test_the_body_is_named_or_described(article: Make) -> None:
    text = (
        "Nato opened its summit.\nThe alliance decides by consensus.\nThe Security Council needs nine votes to pass it."
    )
    assert [r.body for r in find_rules(article(text))] == ["nato", "unsc"]


def test_a_rule_of_a_chamber_is_marked(article: Make) -> None:
    (reading,) = find_rules(article("The bill needs a two-thirds majority in parliament."))
    assert reading.in_chamber


def test_evidence_slices_the_text(article: Make) -> None:
    page = article(
        "“It is simple,” he said 🙂. The Alliance decides by consensus.\nEach of the 27 governments must give its consent."
    )
    for reading in find_rules(page):
        assert page.text[reading.evidence.start : reading.evidence.end] == reading.evidence.text
