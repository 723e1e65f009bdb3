"""What sports pages call things: how matches end, what players do, what teams and players are called."""

import re
from functools import cache
from pathlib import Path

from checker.patterns import one_of, pattern

TABLE = Path(__file__).parent / "data" / "sport.tsv"


class _Sources(dict[str, str]):
    """The sources of patterns by the sort of their words."""

    def __missing__(self, sort: str) -> str:
        return self.setdefault(sort, one_of(words(sort)))


SOURCES = _Sources()


@cache
def words(sort: str) -> frozenset[str]:
    """The words of a sort, as the table lists them."""
    rows = (line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#"))
    return frozenset(word for name, listed in rows if name == sort for word in listed.split())


@cache
def shape(source: str) -> re.Pattern[str]:
    """The pattern of a source in which ``%(won)s`` stands for any word of that sort; the table is read when asked.

    >>> bool(shape("以?[0-9]比[0-9](?:%(won)s)").match("3比1淘汰"))
    True
    """
    return pattern(source % SOURCES)
