import re

from sayso.resources import knowledge_text
from sayso.timeline.places import capital_of, find_locations, find_places


def test_table_is_well_formed() -> None:
    lines = knowledge_text("places.tsv").splitlines()
    assert any(line.startswith("# source:") for line in lines)
    assert any(re.match(r"# as_of: \d{4}-\d\d-\d\d$", line) for line in lines)
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    assert all(len(row) == 4 and re.fullmatch("[A-Z]{3}", row[2]) for row in rows)
    assert {row[1] for row in rows} == {"state", "people", "capital", "city", "house"}
    assert len(rows) > 1500


def test_city_is_told_with_its_state() -> None:
    text = "They met in Geneva and in Vilnius, Lithuania."
    assert [n.place.label for n in find_locations(text, 0, len(text))] == ["Geneva, Switzerland", "Vilnius, Lithuania"]


def test_capital_by_description() -> None:
    text = "They met in the Peruvian capital."
    assert [n.place.label for n in find_locations(text, 0, len(text))] == ["Lima, Peru"]
    assert capital_of("NLD") is not None


def test_a_newspaper_is_no_place() -> None:
    text = "She told the Washington Post and the Boston Globe."
    assert find_places(text, 0, len(text)) == []
