"""Whether the number, unit and hedge that a claim records are those that its literal prints."""

import re
from collections.abc import Iterator
from fractions import Fraction

from checker.claims.claim import Value
from checker.claims.scalars import write_number
from checker.patterns import pattern
from checker.quantities import scan
from checker.quantities.model import Ordinal, Quantity

PLAIN = pattern(r"(\d{1,18}(?:\.\d{1,18})?)(\D*)", re.ASCII)
SCALES = {"百": 100, "千": 1000, "万": 10_000, "百万": 1_000_000, "千万": 10_000_000, "亿": 10**8, "万亿": 10**12}

WHOLE = ("千克", "千瓦", "千伏", "千米", "千卡", "千帕", "百帕", "千赫", "千焦")
"""Units whose first character is no scale word of the number before them."""

Contradiction = tuple[str, str, str]


def contradiction(value: Value) -> Iterator[Contradiction]:
    """What in ``value`` does not follow from its literal: key, message, remedy.

    Silent where the literal is not one number from end to end; a person knows better there.
    """
    if value.number is None or _is_plain(value):
        return
    tokens = list(scan(value.literal))
    if len(tokens) != 1 or len(tokens[0].span) != len(value.literal):
        return
    token = tokens[0]
    if isinstance(token, Ordinal) and value.number != token.value:
        yield _number(value, Fraction(token.value))
    elif isinstance(token, Quantity):
        yield from _quantity(value, token)


def _is_plain(value: Value) -> bool:
    """Whether the literal is just the number in digits and its unit: then the grammar has nothing to add."""
    plain = PLAIN.fullmatch(value.literal)
    if not plain or value.number is None or value.hedge or value.quantum:
        return False
    printed, unit = _scaled(plain[2])
    given, own = _scaled(value.unit or "")
    return unit == own and Fraction(plain[1]) * printed == value.number * given


def _quantity(value: Value, read: Quantity) -> Iterator[Contradiction]:
    factor, unit = _scaled(value.unit or "")
    printed = read.unit_span.of(value.literal) if read.unit_span else ""
    if value.number is not None and value.number * factor != read.value:
        yield _number(value, read.value / factor)
    if unit not in (read.unit.name, printed):
        name = read.unit.name or "none"
        yield "unit", f"unit {value.unit or 'none'!r}, but {value.literal!r} is in {name!r}", f"write unit: {name}"
    hedges = ", ".join(read.hedges)
    if (value.hedge is not None) is not bool(read.hedges) or (value.hedge and value.hedge not in read.hedges):
        said = f"hedge {value.hedge or 'none'}, but {value.literal!r} says {hedges or 'none'}"
        yield "hedge", said, f"write hedge: {hedges}" if hedges else "remove it"
    if value.quantum is not None and value.quantum * factor not in (read.place, read.loose_place):
        expected = write_number(read.place / factor)
        yield (
            "quantum",
            f"quantum {write_number(value.quantum)}, but the last digit of {value.literal!r} is worth {expected}",
            f"write quantum: {expected}",
        )


def _number(value: Value, read: Fraction) -> Contradiction:
    given, expected = write_number(value.number or Fraction(0)), write_number(read)
    return "number", f"number {given}, but {value.literal!r} says {expected}", f"write number: {expected}"


def _scaled(unit: str) -> tuple[int, str]:
    """A unit that holds a scale word, taken apart: 亿元 is a hundred million of 元."""
    if unit.startswith(WHOLE):
        return 1, unit
    for word in sorted(SCALES, key=len, reverse=True):
        if unit.startswith(word):
            return SCALES[word], unit[len(word) :]
    return 1, unit
