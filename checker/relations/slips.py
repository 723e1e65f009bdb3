"""Slips of the pen: what a printed number would have to be, the likeliest slip first."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cached_property
from typing import overload

from checker.patterns import pattern
from checker.quantities.figures import WORDS, in_words
from checker.quantities.interval import Interval, decimal
from checker.quantities.model import Quantity
from checker.relations.record import Candidate
from checker.widths import like, plain

DIGITS = pattern(r"([0-9]+(?:\.[0-9]+)?)([十百千万亿]*)", re.ASCII)
NO_DIGIT = pattern("[^0-9]")
ORDER = ("swap", "digit", "point", "computed")
MOST_IN_WORDS = 4
"""A number of more digits is not written in words."""

MOST = 2
"""How many candidates are offered of one operand."""


def candidates(
    role: str,
    quantity: Quantity,
    fits: Callable[[Quantity], bool],
    exact: Fraction | None,
    sorts: Sequence[str] = ORDER,
) -> Iterator[Candidate]:
    """Ways to mend one operand, all others being right; at most two, likeliest first.

    ``fits`` tells whether a changed quantity would make the relation consistent. ``exact`` is the true value in the
    operand's own unit, offered as the printed number would show it where no single slip leads there. Only
    slips of these ``sorts`` are tried.
    """
    printed = DIGITS.fullmatch(quantity.digits)
    if not printed or not quantity.value:
        return
    digits, scale = printed.groups()
    stands = quantity.numeral.removesuffix(scale)
    tried = {one for one in _mutants(digits) if one[0] in sorts}
    mutants = sorted(tried, key=lambda one: (ORDER.index(one[0]), one[1]))
    if exact is not None and "computed" in sorts:
        mutants.append(("computed", _styled(exact * Fraction(digits) / quantity.value, digits)))
    found: dict[str, Candidate] = {}
    for slip, text in mutants:
        if text != digits and text not in found and fits(reprint(quantity, digits, text)):
            words = quantity.literal.replace(stands + scale, _printed(text, stands) + scale, 1)
            found[text] = Candidate(role, quantity.span, words, slip)
            if len(found) == MOST:
                break
    yield from found.values()


def slip_of(quantity: Quantity, exact: Fraction) -> str:
    """The slip of the pen by which ``exact`` (in the quantity's unit) was printed: ``swap``, ``digit`` or nothing."""
    printed = DIGITS.fullmatch(quantity.digits.replace(",", ""))
    if not printed or not quantity.value or exact <= 0:
        return ""
    digits, places = printed[1], len(printed[1].partition(".")[2])
    meant = exact * Fraction(digits) / quantity.value
    wanted = decimal(meant, places)
    if len(wanted) != len(digits) or Fraction(wanted) != meant:
        return ""
    if turned(digits, wanted, 2):
        return "swap"
    return "digit" if sum(one != other for one, other in zip(digits, wanted, strict=True)) == 1 else ""


def turned(one: str, other: str, least: int = 3) -> bool:
    """Whether a printed number of so many digits is the other with two neighbouring digits turned round.

    >>> turned("1,208", "1280"), turned("26.7", "27.6"), turned("26.70", "276.0"), turned("12", "21")
    (True, True, False, False)
    """
    one, other = plain(one), plain(other)
    if len(one.partition(".")[2]) != len(other.partition(".")[2]):
        return False
    left, right = NO_DIGIT.sub("", one), NO_DIGIT.sub("", other)
    if not len(left) == len(right) >= least:
        return False
    first, *rest = [at for at, (a, b) in enumerate(zip(left, right, strict=True)) if a != b] or (0,)
    return rest == [first + 1] and left[first : first + 2] == right[first + 1] + right[first]


class Ranked(Sequence[Candidate]):
    """The candidates of all operands, the likeliest slip first, worked out when somebody looks at them.

    What a wording takes for a fault is often explained by a fit, and then nobody does.
    """

    def __init__(self, found: Iterable[Candidate]) -> None:
        self._found = found

    @cached_property
    def _all(self) -> tuple[Candidate, ...]:
        return tuple(sorted(self._found, key=lambda one: ORDER.index(one.slip)))

    @overload
    def __getitem__(self, index: int) -> Candidate: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Candidate]: ...
    def __getitem__(self, index: int | slice) -> Candidate | Sequence[Candidate]:
        return self._all[index]

    def __len__(self) -> int:
        return len(self._all)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._all == tuple(other)

    def __hash__(self) -> int:
        return hash(self._all)


def _printed(number: str, stands: str) -> str:
    """A number in half-width digits, printed as what stands in its place."""
    words = stands[:1] in WORDS and number.isdigit() and len(number) <= MOST_IN_WORDS
    return in_words(int(number)) if words else like(number, stands)


def _styled(value: Fraction, digits: str) -> str:
    return decimal(value, len(digits.partition(".")[2]))


def reprint(quantity: Quantity, digits: str, text: str) -> Quantity:
    """The quantity with ``text`` in the place of its ``digits``; scale words, unit and hedges stay."""
    scale = quantity.value / Fraction(digits)
    value = Fraction(text) * scale
    place = quantity.place and Fraction(1, 10 ** len(text.partition(".")[2])) * scale
    ratio = place / quantity.place if quantity.place else Fraction(1)
    strict = _around(value, ratio, quantity.interval, quantity)
    loose = strict if quantity.loose is quantity.interval else _around(value, ratio, quantity.loose, quantity)
    cut = strict if quantity.truncated is quantity.interval else _around(value, ratio, quantity.truncated, quantity)
    return replace(quantity, value=value, place=place, loose_place=place, interval=strict, loose=loose, truncated=cut)


def _around(value: Fraction, ratio: Fraction, old: Interval, quantity: Quantity) -> Interval:
    """The old interval moved to the new value; its reach grows or shrinks with the last printed place."""
    # The new value is the old one times the ratio, but for what moves all of it.
    shift = value - quantity.value * ratio
    return Interval(
        None if old.low is None else old.low * ratio + shift,
        None if old.high is None else old.high * ratio + shift,
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
