"""JSON whose bytes depend on the data alone."""

import json

from pydantic_core import PydanticSerializationError, to_json


def dump(data: object) -> str:
    """``data`` as JSON, indented, ending in a line feed."""
    try:
        return to_json(data, indent=2).decode() + "\n"
    except PydanticSerializationError:  # half a surrogate pair (a path that is not UTF-8): JSON holds it escaped
        return _escaped(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _escaped(text: str) -> str:
    """Half surrogate pairs stand only inside JSON strings, where an escape means the same."""
    return "".join(f"\\u{ord(one):04x}" if "\ud800" <= one <= "\udfff" else one for one in text)
