from sayso.positions.ledger import settle
from sayso.records import Actor, Evidence, Position, Stance


def position(
    actor: str,
    stance: Stance,
    as_of: str | None,
    confidence: float = 0.9,
    *,
    anonymous: bool = False,
    first_hand: bool = True,
) -> Position:
    evidence = Evidence(article=f"sha256:{as_of}", start=0, end=3, text="yes")
    return Position(
        actor=actor,
        stance=stance,
        as_of=as_of,
        confidence=confidence,
        evidence=(evidence,),
        anonymous=anonymous,
        first_hand=first_hand,
    )


def test_the_latest_position_stands_since_its_run_began() -> None:
    ledger = settle(
        [
            position("DEU", "supports", "2025-03-25"),
            position("DEU", "undecided", "2025-03-04"),
            position("DEU", "supports", "2025-04-08"),
        ]
    )
    standing = ledger.standing["DEU"]
    assert (standing.stance, standing.since, standing.as_of) == ("supports", "2025-03-25", "2025-04-08")
    assert [ledger.positions[i].stance for i in standing.positions] == ["undecided", "supports", "supports"]
    assert [(c.from_stance, c.to_stance) for c in ledger.changes] == [("undecided", "supports")]


def test_two_stances_of_one_day_are_no_change() -> None:
    ledger = settle([position("HUN", "opposes", "2025-03-04", 0.6), position("HUN", "supports", "2025-03-04", 0.8)])
    assert ledger.changes == ()
    assert ledger.standing["HUN"].stance == "supports"


def test_a_day_without_a_year_never_counts_as_the_latest() -> None:
    ledger = settle([position("FRA", "opposes", "XXXX-07-07"), position("FRA", "supports", "2025-01-01")])
    assert ledger.standing["FRA"].stance == "supports"


def test_those_who_differ_are_shown_once() -> None:
    ledger = settle([position("FRA", "supports", "2025-01-01"), position("HUN", "opposes", "2025-01-01")])
    assert [d.actors for d in ledger.disagreements] == [("FRA", "HUN")]
    assert settle([position("FRA", "supports", "2025-01-01")]).disagreements == ()


def test_an_unnamed_source_never_overrides_the_record_of_the_same_day() -> None:
    own = position("ITA", "undecided", "2025-03-04", 0.6)
    unnamed = position("ITA", "opposes", "2025-03-04", 0.99, anonymous=True)
    relayed = position("ITA", "supports", "2025-03-04", 0.9, first_hand=False)
    ledger = settle([unnamed, own, relayed])
    assert ledger.standing["ITA"].stance == "undecided"
    assert [ledger.positions[i].stance for i in ledger.standing["ITA"].against] == ["opposes", "supports"]
    later = settle([own, position("ITA", "opposes", "2025-03-05", 0.7, anonymous=True)])
    assert later.standing["ITA"].stance == "opposes"
    assert later.standing["ITA"].against == ()


def test_a_president_against_his_government_is_kept_apart_and_shown() -> None:
    president = Actor(id="ivo-horvat", name="Ivo Horvat", kind="person", parent="HRV")
    ledger = settle(
        [position("HRV", "supports", "2025-01-01"), position("ivo-horvat", "opposes", "2025-01-01")],
        [president, Actor(id="HRV", name="Croatia", kind="state")],
    )
    assert {key: s.stance for key, s in ledger.standing.items()} == {"HRV": "supports", "ivo-horvat": "opposes"}
    assert ("ivo-horvat", "HRV") in [d.actors for d in ledger.disagreements]
