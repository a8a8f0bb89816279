import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from sayso.brief import brief_schema, compose, render
from sayso.brief.schema import schema_text
from sayso.records import Debate

from .debates import hostile, seabed, unstated, untouched


def test_the_shipped_schema_is_up_to_date(golden: Callable[[Path, str], None]) -> None:
    golden(Path(str(files("sayso.resources"))) / "brief-1.schema.json", schema_text())


@pytest.mark.parametrize(
    "debate", [seabed(), untouched(), unstated(), hostile()], ids=["full", "untouched", "unstated", "hostile"]
)
def test_a_brief_validates(debate: Debate) -> None:
    schema = brief_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(render(compose(debate), "json")), schema)


def test_a_brief_without_a_field_does_not_validate() -> None:
    brief = json.loads(render(compose(seabed()), "json"))
    del brief["positions"][0]["condition"]
    with pytest.raises(jsonschema.ValidationError, match="condition"):
        jsonschema.validate(brief, brief_schema())
