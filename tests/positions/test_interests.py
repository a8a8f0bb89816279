from sayso.positions.interests import is_mere_interest
from sayso.positions.terms import terms_of


def test_ties_are_an_interest_and_no_position() -> None:
    core = [term for term in terms_of("OECD office in Kenya") if term.word == "office"]
    assert is_mere_interest("Kenya has signalled interest in strengthening its ties with the OECD.", core, sure=True)
    assert not is_mere_interest("Kenya stressed the importance of the office.", core, sure=True)
    assert is_mere_interest("Kenya seeks practical engagement.", core, sure=False)
    assert not is_mere_interest("Kenya seeks practical engagement.", core, sure=True)
