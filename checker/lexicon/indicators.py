"""Indicators by name: which are levels, which are rates that end at 100 %, what values some can have at all."""

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Band:
    """The values an indicator can have, both ends included, in ``unit``.

    ``names`` are the words right before the number, ``measure`` the class of units it is told in; with any of the
    words of ``unless`` in the sentence the band does not hold. Of a thing the name stands right behind the number, and
    one of ``before`` (if there are any) right before it.
    """

    names: tuple[str, ...]
    measure: str
    low: Fraction
    high: Fraction
    unit: str
    unless: tuple[str, ...]
    source: str
    before: tuple[str, ...] = ()


@cache
def levels() -> tuple[str, ...]:
    """Indicators that tell how much or how many there is: 产值, 人数.

    >>> "产量" in levels(), "覆盖率" in levels()
    (True, False)
    """
    return tuple(_words("levels.txt"))


@cache
def capped_rates() -> dict[str, bool]:
    """Names of rates, and whether they end at 100 %; those that do not end like one that does.

    >>> capped_rates()["覆盖率"], capped_rates()["拨备覆盖率"]
    (True, False)
    """
    return {word.lstrip("!"): not word.startswith("!") for word in _words("capped_rates.txt")}


@cache
def bands() -> tuple[Band, ...]:
    """The bands, as the table has them."""
    return tuple(_band(*line.split("\t")) for line in _lines("bands.tsv"))


@cache
def things() -> tuple[Band, ...]:
    """The bands of numbers that stand before what they are of."""
    rows = (line.split("\t") for line in _lines("things.tsv"))
    return tuple(replace(_band(*row[:5], *row[6:]), before=_either(row[5])) for row in rows)


@cache
def exchange() -> dict[str, tuple[Fraction, Fraction]]:
    """The lowest and the highest price of a currency in yuan since 1994.

    >>> exchange()["美元"][0] < 7 < exchange()["美元"][1]
    True
    """
    rows = (line.split("\t") for line in _lines("exchange.tsv"))
    return {row[0]: (Fraction(row[1]), Fraction(row[2])) for row in rows}


def _band(names: str, measure: str, low: str, high: str, unit: str, unless: str, source: str) -> Band:
    return Band(_either(names), measure, Fraction(low), Fraction(high), unit, _either(unless), source)


def _either(words: str) -> tuple[str, ...]:
    return tuple(filter(None, words.split("|")))


def _lines(name: str) -> list[str]:
    text = (DATA / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _words(name: str) -> list[str]:
    return [word for line in _lines(name) for word in line.split()]
