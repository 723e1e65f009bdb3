"""What names of organisations end in."""

from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "organisations.tsv"


@cache
def endings(sort: str) -> frozenset[str]:
    """The endings of a sort: ``form`` (医院), ``trade`` (实业), ``firm`` (trades that end one), ``common`` (人民)."""
    rows = (line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#"))
    return frozenset(word for name, words in rows if name == sort for word in words.split())
