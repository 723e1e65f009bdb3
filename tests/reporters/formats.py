"""Reports for programs, read back the way those programs read them."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft4Validator

SCHEMA = Path(__file__).parent.parent / "data" / "sarif-schema-2.1.0.json"


@cache
def validator() -> Draft4Validator:
    """Of the official schema, which is a draft 4 one."""
    return Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def sarif(written: str) -> dict[str, Any]:
    """The one run of a log that satisfies the schema."""
    log = json.loads(written)
    validator().validate(log)
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def marked(text: str, region: dict[str, Any]) -> str:
    """The words of a region, found as SARIF says: by line and by UTF-16 code units."""
    lines: list[str] = [""]
    for part in text.replace("\r\n", "\n"):
        lines[-1] += part
        if part in "\n\r\u2028\u2029":
            lines.append("")
    first, last = region["startLine"] - 1, region["endLine"] - 1
    before = "".join(lines[:first]).encode("utf-16-le", "surrogatepass")
    start = len(before) + 2 * (region["startColumn"] - 1)
    upto = "".join(lines[:last]).encode("utf-16-le", "surrogatepass")
    end = len(upto) + 2 * (region["endColumn"] - 1)
    whole = "".join(lines).encode("utf-16-le", "surrogatepass")
    return whole[start:end].decode("utf-16-le", "surrogatepass")


def command(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command of GitHub: its name, its properties, its message, unescaped as the runner does it."""
    assert line.startswith("::")
    head, _, data = line[2:].partition("::")
    name, _, rest = head.partition(" ")
    properties = dict(one.partition("=")[::2] for one in rest.split(",")) if rest else {}
    return name, {key: _unescaped(value) for key, value in properties.items()}, _unescaped(data)


def _unescaped(text: str) -> str:
    for code, mark in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, mark)
    return text
