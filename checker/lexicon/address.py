"""Forms of address: which of them are a man's, which a woman's, and which words bring another person in."""

from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "forms_of_address.tsv"


@cache
def forms(sort: str) -> tuple[str, ...]:
    """The words of a sort: ``male``, ``female``, ``another``, ``calling``."""
    rows = (line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#"))
    return tuple(word for name, words in rows if name == sort for word in words.split())
