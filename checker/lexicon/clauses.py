"""How clauses begin: what may stand before a name, what no name begins with, what ends the name of an indicator."""

from functools import cache
from pathlib import Path

from checker.patterns import one_of

QUARTER = "单?(?:[1-4][qQhH][0-9]{2}|[0-9]{0,4}[hHqQ][1-4])"
"""The source of a pattern for a quarter or a half year, as brokers write it: 22H1, 单Q2, 1H22."""

TABLE = Path(__file__).parent / "data" / "clauses.tsv"


@cache
def words(sort: str) -> frozenset[str]:
    """The words of a sort, as the table lists them."""
    rows = (line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#"))
    return frozenset(word for name, listed in rows if name == sort for word in listed.split())


def any_of(*sorts: str) -> str:
    """The source of a pattern for any word of these sorts."""
    return one_of(word for sort in sorts for word in words(sort))
