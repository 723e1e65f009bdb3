"""Slips of the pen: what a printed number would have to be, the likeliest slip first."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction

from checker.quantities.interval import Interval
from checker.quantities.model import Quantity
from checker.relations.record import Candidate

DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?")
ORDER = ("swap", "digit", "point", "computed")


def candidates(
    role: str, quantity: Quantity, fits: Callable[[Quantity], bool], computed: str | None
) -> Iterator[Candidate]:
    """Ways to mend one operand, all others being right.

    ``fits`` tells whether a changed quantity would make the relation consistent; ``computed`` is the exact answer in
    the style of the printed number, offered where no single slip leads to one. At most three, likeliest first.
    """
    if not DIGITS.fullmatch(quantity.literal):
        return
    seen: set[str] = set()
    found: list[Candidate] = []
    for slip, text in sorted(_mutants(quantity.literal), key=lambda one: ORDER.index(one[0])):
        if text not in seen and fits(reprint(quantity, text)):
            seen.add(text)
            found.append(Candidate(role, quantity.number, text, slip))
    if computed is not None and computed not in seen and computed != quantity.literal:
        found.append(Candidate(role, quantity.number, computed, "computed"))
    yield from found[:3]


def reprint(quantity: Quantity, literal: str) -> Quantity:
    """The quantity with other digits in the place of its own; scale words, unit and hedges stay."""
    scale = quantity.value / Fraction(quantity.literal)
    value = Fraction(literal) * scale
    place = quantity.place and Fraction(1, 10 ** len(literal.partition(".")[2])) * scale
    return replace(
        quantity,
        literal=literal,
        value=value,
        place=place,
        loose_place=place,
        interval=_around(value, place, quantity.interval, quantity),
        loose=_around(value, place, quantity.loose, quantity),
        truncated=_around(value, place, quantity.truncated, quantity),
    )


def _around(value: Fraction, place: Fraction, old: Interval, quantity: Quantity) -> Interval:
    """The old interval moved to the new value; its reach grows or shrinks with the last printed place."""
    ratio = place / quantity.place if quantity.place else Fraction(1)
    return Interval(
        None if old.low is None else value + (old.low - quantity.value) * ratio,
        None if old.high is None else value + (old.high - quantity.value) * ratio,
        old.low_closed,
        old.high_closed,
    )


def _mutants(literal: str) -> Iterator[tuple[str, str]]:
    whole, _, decimals = literal.partition(".")
    digits = whole + decimals
    for text in _swapped(digits):
        yield "swap", _pointed(text, len(whole))
    for text in _replaced(digits):
        yield "digit", _pointed(text, len(whole))
    for point in range(1, len(digits) + 1):
        if point != len(whole) and decimals:
            yield "point", _pointed(digits, point)


def _pointed(digits: str, point: int) -> str:
    whole, decimals = digits[:point].lstrip("0") or "0", digits[point:]
    return f"{whole}.{decimals}" if decimals else whole


def _swapped(digits: str) -> Iterator[str]:
    for index in range(len(digits) - 1):
        first, second = digits[index], digits[index + 1]
        if first != second and not (index == 0 and second == "0"):
            yield digits[:index] + second + first + digits[index + 2 :]


def _replaced(digits: str) -> Iterator[str]:
    for index, old in enumerate(digits):
        for new in "123456789" if index == 0 and len(digits) > 1 else "0123456789":
            if new != old:
                yield digits[:index] + new + digits[index + 1 :]
