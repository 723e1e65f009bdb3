"""Indicators that two others make by definition: 市值 is 股价 × 股本, 市盈率 is 股价 ÷ 每股收益."""

from dataclasses import dataclass
from functools import cache

from checker.lexicon.tables import rows


@dataclass(frozen=True, slots=True)
class Definition:
    """What kind of reckoning it is, with the names of what is defined and of the two that define it, longest first.

    ``sure`` where no other figure can be meant; ``loose`` where one of the two is a mean over the year.
    """

    kind: str
    sure: bool
    loose: bool
    names: tuple[tuple[str, ...], ...]


@cache
def definitions() -> tuple[Definition, ...]:
    """Every definition of the table."""
    return tuple(
        Definition(kind.rstrip("!~"), kind.endswith("!"), kind.endswith("~"), tuple(map(_spellings, names)))
        for kind, *names in rows("accounts.tsv")
    )


def _spellings(names: str) -> tuple[str, ...]:
    return tuple(sorted(names.split("/"), key=len, reverse=True))
