"""The JSON Schema of ``claims.yaml``, for editors that complete and check it while it is typed."""

from typing import Any

from checker.claims.models import Ledger

ID = "https://json-schema.org/draft/2020-12/schema"
WRITTEN = {"string": ["string", "number"], "integer": ["integer", "string"], "boolean": ["boolean", "string"]}
"""Scalars are read as they are written, so an editor must not ask for quotes: 246 is as good a literal as “246”."""


def schema() -> dict[str, Any]:
    """The schema, draft 2020-12."""
    made: dict[str, Any] = Ledger.model_json_schema(by_alias=True)
    return {"$schema": ID, **_relaxed({**made, "title": "claims.yaml"})}


def _relaxed(part: Any) -> Any:
    if isinstance(part, list):
        return [_relaxed(one) for one in part]
    if not isinstance(part, dict):
        return part
    relaxed = {key: _relaxed(value) for key, value in part.items()}
    if isinstance(part.get("type"), str) and not {"const", "enum", "format"} & part.keys():
        relaxed["type"] = WRITTEN.get(part["type"], part["type"])
    return relaxed
