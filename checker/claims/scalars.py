"""The scalars of a ledger: exact numbers, days and moments, identifiers.

They are written as people write them and read as text, so that nothing is rounded or guessed on the way in.
"""

import re
from datetime import date, datetime
from fractions import Fraction
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, StringConstraints, WithJsonSchema

from checker.patterns import pattern
from checker.quantities.interval import decimal

NUMBER = pattern(r"[+-]?\d{1,40}(?:\.\d{1,40}|/\d{1,40})?", re.ASCII)
DAY = pattern(r"\d{4}-\d\d-\d\d", re.ASCII)
MOMENT = pattern(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:[+-]\d\d:\d\d|Z)?", re.ASCII)
DIGEST = r"^[0-9a-f]{64}$"


def read_number(written: Any) -> Fraction:
    """``64.3``, ``2170000000`` or ``1/20`` as the exact number that it says."""
    if isinstance(written, Fraction | int) and not isinstance(written, bool):
        return Fraction(written)
    if not isinstance(written, str) or not NUMBER.fullmatch(written):
        raise ValueError("write a plain number such as 64.3, 2170000000 or 1/20, without unit or separators")
    try:
        return Fraction(written)
    except ZeroDivisionError:
        raise ValueError("nothing can be divided by zero") from None


def write_number(number: Fraction) -> str:
    """The shortest exact spelling: decimal digits, or a fraction where they would not end.

    >>> write_number(Fraction(643, 10)), write_number(Fraction(1, 3))
    ('64.3', '1/3')
    """
    denominator = number.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    digits = decimal(number) if denominator == 1 else ""
    return digits if digits and NUMBER.fullmatch(digits) else f"{number.numerator}/{number.denominator}"


def read_day(written: Any) -> date:
    """``2025-04-22`` as a day of the calendar."""
    if isinstance(written, date) and not isinstance(written, datetime):
        return written
    if not isinstance(written, str) or not DAY.fullmatch(written):
        raise ValueError("write the day as 2025-04-22")
    return date.fromisoformat(written)


def read_moment(written: Any) -> date | datetime:
    """``2025-04-22`` or ``2025-04-22T21:40+08:00``: as exact as whoever wrote it was."""
    if isinstance(written, date):
        return written
    if isinstance(written, str) and MOMENT.fullmatch(written):
        return datetime.fromisoformat(written)
    try:
        return read_day(written)
    except ValueError as problem:
        raise ValueError("write the moment as 2025-04-22 or 2025-04-22T21:40+08:00") from problem


def _iso(moment: date) -> str:
    return moment.isoformat()


Text = Annotated[str, StringConstraints(min_length=1)]
Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_-]{0,63}$")]
Digest = Annotated[str, StringConstraints(pattern=DIGEST)]
Number = Annotated[
    Fraction,
    PlainValidator(read_number),
    PlainSerializer(write_number),
    WithJsonSchema(
        {
            "anyOf": [{"type": "number"}, {"type": "string", "pattern": f"^{NUMBER.pattern}$"}],
            "description": "A plain, exact number: 64.3, 2170000000, 1/20.",
        }
    ),
]
Day = Annotated[
    date,
    PlainValidator(read_day),
    PlainSerializer(_iso),
    WithJsonSchema({"type": "string", "format": "date", "pattern": f"^{DAY.pattern}$"}),
]
Moment = Annotated[
    date | datetime,
    PlainValidator(read_moment),
    PlainSerializer(_iso),
    WithJsonSchema({"type": "string", "pattern": f"^(?:{DAY.pattern}|{MOMENT.pattern})$"}),
]
