"""JSON whose bytes depend on the data alone."""

import json

from pydantic_core import PydanticSerializationError, to_json

INDENT = 2


def dump(data: object) -> str:
    """``data`` as JSON, indented, ending in a line feed."""
    return encoded(data).decode() + "\n"


def encoded(data: object, depth: int = 0) -> bytes:
    """``data`` as it stands ``depth`` levels deep in indented JSON. No string in it holds a line feed as such."""
    try:
        made = to_json(data, indent=INDENT)
    except PydanticSerializationError:  # half a surrogate pair (a path that is not UTF-8): JSON holds it escaped
        made = _escaped(json.dumps(data, ensure_ascii=False, indent=INDENT)).encode()
    return made.replace(b"\n", b"\n" + b" " * (INDENT * depth)) if depth else made


def _escaped(text: str) -> str:
    """Half surrogate pairs stand only inside JSON strings, where an escape means the same."""
    return "".join(f"\\u{ord(one):04x}" if "\ud800" <= one <= "\udfff" else one for one in text)
