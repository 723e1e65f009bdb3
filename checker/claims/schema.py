"""The JSON Schema of ``claims.yaml``, for editors that complete and check it while it is typed."""

from typing import Any

from checker.claims.models import Ledger

ID = "https://json-schema.org/draft/2020-12/schema"
WRITTEN = {"string": ["string", "number"], "integer": ["integer", "string"], "boolean": ["boolean", "string"]}
"""Scalars are read as they are written, so an editor must not ask for quotes: 246 is as good a literal as “246”."""


def schema() -> dict[str, Any]:
    """The schema, draft 2020-12."""
    made: dict[str, Any] = Ledger.model_json_schema(by_alias=True)
    return {"$schema": ID, **relaxed({**made, "title": "claims.yaml"})}


def relaxed(part: Any) -> Any:
    """A schema in which scalars may be written as people write them."""
    if isinstance(part, list):
        return [relaxed(one) for one in part]
    if not isinstance(part, dict):
        return part
    made = {key: relaxed(value) for key, value in part.items()}
    if isinstance(part.get("type"), str) and not {"const", "enum", "format"} & part.keys():
        made["type"] = WRITTEN.get(part["type"], part["type"])
    return made
