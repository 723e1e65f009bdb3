"""What a document's report follows from besides the document: the program with its tables, the rules, the settings."""

import hashlib
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from checker.packs import Rule

PACKAGE = Path(__file__).resolve().parent.parent


def recipe(rules: Sequence[Rule], settings: Iterable[object]) -> bytes:
    """A digest of all that. ``settings`` are values whose ``repr`` tells them apart."""
    return digest(_program(), [*((rule.id, rule.file, rule.params) for rule in rules), *settings])


def digest(begun: bytes, settings: Iterable[object]) -> bytes:
    """A digest of what is ``begun`` and more settings."""
    told = hashlib.sha256(begun)
    for one in settings:
        told.update(repr(one).encode("utf-8", "surrogatepass") + b"\0")
    return told.digest()


def key(made_of: bytes, path: str, data: bytes) -> bytes:
    """Under which the report on a file at ``path`` with these bytes is kept: the end of its name tells its format."""
    suffix = Path(path).suffix.lower().encode("utf-8", "surrogatepass")
    return hashlib.sha256(made_of + hashlib.sha256(data).digest() + suffix).digest()


@cache
def _program() -> bytes:
    """The content of every file of the program, the gazetteer and all other tables among them."""
    told = hashlib.sha256(sys.version.encode())
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix != ".pyc" and path.is_file():
            data = path.read_bytes()
            told.update(f"{path.relative_to(PACKAGE)}\0{len(data)}\0".encode("utf-8", "surrogatepass"))
            told.update(data)
    return told.digest()
