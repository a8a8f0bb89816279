"""The JSON Schema of the output contract, made from the records.

Shipped as `resources/brief-1.schema.json`; `pytest tests/brief/test_schema.py --regenerate` writes it anew.
"""

from inspect import cleandoc
from typing import Any

import msgspec

from sayso.records import Brief


def brief_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `sayso/brief/1`. Every field is required; more may be added within a version."""
    schema = msgspec.json.schema(Brief)
    for definition in schema["$defs"].values():
        if "description" in definition:
            definition["description"] = cleandoc(definition["description"])
        if definition.get("type") == "object" and "properties" in definition:
            definition["required"] = list(definition["properties"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "sayso/brief/1",
        **schema,
    }


def schema_text() -> str:
    """The schema as it is shipped, `resources/brief-1.schema.json`."""
    return msgspec.json.format(msgspec.json.encode(brief_schema(), order="sorted"), indent=2).decode() + "\n"
