"""Where they stand, on articles of our own: who counts for whom, what is no position, and input that tries to mislead."""

from .articles import article, debate, stances

QUESTION = "Should the Danube Commission ban night shipping?"
TITLE = "Danube Commission to vote on ban on night shipping"
LEAD = "The Danube Commission will vote in Budapest next week on a ban on night shipping."


def test_a_minister_counts_for_the_state_and_a_capital_for_its_government() -> None:
    found = debate(
        QUESTION,
        article(
            TITLE,
            LEAD,
            "Austria's transport minister, Karin Moser, said her country would vote for the ban.",
            "Bucharest is against it and will vote no, a Romanian official told reporters.",
            "Serbia has not made up its mind about the ban, Prime Minister Goran Ilic said.",
        ),
    )
    assert stances(found) == {"AUT": "supports", "ROU": "opposes", "SRB": "undecided"}
    by_actor = {p.actor: p for p in found.positions}
    assert by_actor["AUT"].chain == ("Karin Moser",)
    assert by_actor["ROU"].anonymous
    assert not by_actor["SRB"].anonymous


def test_votes_told_by_the_article_have_no_chain() -> None:
    found = debate(
        QUESTION,
        article(
            "Danube Commission bans night shipping",
            "The Danube Commission voted on Tuesday to ban night shipping.",
            "Germany and Austria voted for the ban; Ukraine and Moldova voted against it and Hungary abstained.",
        ),
    )
    assert stances(found) == {
        "DEU": "supports", "AUT": "supports", "UKR": "opposes", "MDA": "opposes", "HUN": "abstains",
    }  # fmt: skip
    assert all(p.chain == () and p.statement is None for p in found.positions)


def test_a_condition_is_quoted() -> None:
    found = debate(
        QUESTION,
        article(
            TITLE, LEAD, "Hungary would agree to the ban only if its ferries were exempted, its foreign minister said."
        ),
    )
    (position,) = [p for p in found.positions if p.actor == "HUN"]
    assert position.stance == "conditional"
    assert position.condition
    assert position.condition.text.startswith("only if its ferries were exempted")


def test_an_article_about_another_question_adds_no_position() -> None:
    other = article(
        "Ministers meet on rail freight",
        "Croatia backs a subsidy for rail freight, its minister said on Monday. Slovakia opposes the subsidy.",
        "The ministers meet again in June.",
    )
    on = article(TITLE, LEAD, "Austria supports the ban, its transport minister said.")
    found = debate(QUESTION, on, other)
    assert {p.evidence[0].article for p in found.positions} == {on.id}
    assert set(stances(found)) == {"AUT"}


def test_a_question_with_a_slip_or_in_one_word_still_finds_its_article() -> None:
    page = article(TITLE, LEAD, "Austria supports the ban on night shipping, its transport minister said.")
    assert stances(debate("Shoud the Danub Comission ban nigth shiping?", page)).get("AUT") == "supports"
    assert debate("shipping", page).proposal is not None


def test_who_is_at_home_speaks_for_himself() -> None:
    found = debate(
        "Should the city of Lyon ban scooters?",
        article(
            "Lyon council votes on scooter ban",
            "The city council of Lyon votes on Thursday on a ban on rental scooters.",
            "Mayor Claire Fontenay said she would vote for the ban.",
            "France's transport minister, Paul Lemaire, opposes the ban, he told Radio Rhône.",
        ),
    )
    assert stances(found).get("claire-fontenay") == "supports"
    assert stances(found).get("paul-lemaire") == "opposes"
    assert "FRA" not in stances(found)


def test_names_like_common_words_are_no_states() -> None:
    found = debate(
        QUESTION,
        article(
            TITLE,
            LEAD,
            "Over roast turkey the captains grumbled. Jordan Weber, a skipper, had brought the wine.",
            "Austria supports the ban, its transport minister said.",
        ),
    )
    assert not {"TUR", "JOR", "TCD"} & set(stances(found))


def test_a_list_of_many_states_gives_each_its_stance() -> None:
    names = (
        "Austria, Belgium, Bulgaria, Croatia, Cyprus, Denmark, Estonia, Finland, France, Germany, Greece, Ireland, Italy, "
        "Latvia, Lithuania, Luxembourg, Malta, the Netherlands, Poland, Portugal, Romania, Slovakia, Slovenia, Spain"
    )
    found = debate(
        "Should the EU ban night shipping?",
        article(
            "EU bans night shipping",
            "The EU voted on Monday to ban night shipping.",
            f"{names} and Sweden voted for the ban.",
        ),
    )
    held = stances(found)
    assert sum(stance == "supports" for stance in held.values()) >= 22


def test_an_unnamed_source_stands_beside_the_record() -> None:
    found = debate(
        QUESTION,
        article(
            TITLE,
            LEAD,
            "Slovakia will vote for the ban, Transport Minister Jana Kovacova said on Wednesday.",
        ),
        article(
            "Doubts over night shipping ban",
            "The Danube Commission votes on a ban on night shipping next week.",
            "Slovakia is going to vote against the ban, a diplomat who asked not to be named said on Wednesday.",
        ),
    )
    standing = found.standing["SVK"]
    assert standing.stance == "supports"
    assert [found.positions[i].stance for i in standing.against] == ["opposes"]
