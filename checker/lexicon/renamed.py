"""Counties and cities whose names are no more: since when, and what they are now."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "renamed.tsv"


@dataclass(frozen=True, slots=True)
class Renamed:
    """``year`` is that of the change: the name still stood on the first of January. ``now`` may be several, with 、."""

    name: str
    province: str
    year: int
    now: str


@cache
def renamed() -> dict[str, Renamed]:
    """By name; none of the names is that of a place today.

    >>> renamed()["襄樊市"].now
    '襄阳市'
    """
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines())
    return {name: Renamed(name, province, int(year), now) for name, province, year, now in rows}


@cache
def endings() -> frozenset[str]:
    """The last three characters of all names."""
    return frozenset(name[-3:] for name in renamed())
