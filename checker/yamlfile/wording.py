"""What is wrong with a value, in the words of whoever writes the file and not of the library that found it."""

from collections.abc import Mapping
from typing import Any

WANTED = {
    "dict_type": "keys and values are wanted here",
    "model_type": "keys and values are wanted here",
    "model_attributes_type": "keys and values are wanted here",
    "dataclass_type": "keys and values are wanted here",
    "list_type": "a list is wanted here",
    "tuple_type": "a list is wanted here",
    "string_type": "a text is wanted here",
    "bool_type": "true or false is wanted here",
    "bool_parsing": "true or false is wanted here",
    "int_type": "a whole number is wanted here",
    "int_parsing": "a whole number is wanted here",
    "int_from_float": "a whole number is wanted here",
    "unexpected_keyword_argument": "there is no such parameter",
    "missing_argument": "it is missing",
    "missing_keyword_only_argument": "it is missing",
}


def worded(error: Mapping[str, Any]) -> str:
    """The message of one of pydantic's errors."""
    kind, context = error["type"], error.get("ctx", {})
    if kind in ("string_too_short", "too_short"):
        least = context["min_length"]
        things = "character" if kind == "string_too_short" else "entry"
        return "is empty" if least == 1 else f"at least {least} {_many(things)} are wanted here"
    if kind in WANTED:
        return WANTED[kind]
    message = str(error["msg"]).removeprefix("Value error, ")
    return message.replace("Input should be", "it should be")


def _many(thing: str) -> str:
    return f"{thing[:-1]}ies" if thing.endswith("y") else f"{thing}s"
