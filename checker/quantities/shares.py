"""Halves and simple fractions: 半年, 一半, 三分之一, 百分之五, 1/3."""

from dataclasses import replace
from fractions import Fraction

from checker.patterns import pattern
from checker.quantities import numerals, units
from checker.quantities.frames import Frame
from checker.quantities.model import UnitClass
from checker.quantities.numerals import Numeral
from checker.quantities.unit_table import WEAK
from checker.spans import Span

LONGEST = 65
"""How far behind the first character of a fraction its 分之 may end."""

HALF = Fraction(1, 2)
# What can be halved: 两年半, 半公里; 半个 is no count.
HALVED = frozenset(UnitClass) - {UnitClass.COUNT, UnitClass.NONE, UnitClass.INDEX, UnitClass.POINTS}
PARTS = pattern("(百|千|万)分之")
FRACTION = pattern("分之")
SLASH = pattern(r"(?<![0-9/.])([1-9][0-9]?)/([1-9][0-9]?)(?![0-9/.])")


def halved(text: str, at: int) -> Frame | None:
    """半年, 半小时, 半个月; 一半 and 过半 are half of a whole."""
    if text[at] != "半":
        return _half_of_all(text, at)
    name = units.spelling(text, at + 1)
    if not name or units.unit(name).unit_class not in HALVED or name in WEAK:
        return None
    numeral = Numeral(at, at + 1, HALF, HALF, HALF, chinese=True)
    return Frame(numeral, units.unit(name), at, at + 1 + len(name), Span(at + 1, at + 1 + len(name)))


def _half_of_all(text: str, at: int) -> Frame | None:
    """一半 is half of a whole, roughly."""
    if not text.startswith("一半", at):
        return None
    numeral = Numeral(at, at + 2, Fraction(50), Fraction(5), Fraction(5), chinese=True)
    return Frame(numeral, units.unit("%"), at, at + 2, None)


def fraction(text: str, at: int) -> Frame | None:
    slash = SLASH.match(text, at) if "/" in text[at + 1 : at + 3] else None
    if slash and int(slash[1]) < int(slash[2]) <= 10:
        return _share(at, slash.end(), Fraction(int(slash[1]), int(slash[2])))
    if text.find("分之", at, at + LONGEST) < 0:
        return None
    parts = PARTS.match(text, at)
    below = None if parts else numerals.read(text, at)
    middle = parts or (below and FRACTION.match(text, below.end))
    if not middle:
        return _mixed_fraction(text, at, below) if below else None
    above = numerals.read(text, middle.end())
    if above is None:
        return None
    if parts:
        unit = units.unit({"百": "%", "千": "‰", "万": "‱"}[parts[1]])
        return Frame(replace(above, chinese=False), unit, at, above.end, Span(at, parts.end()))
    if below is None or not below.value:
        return None
    return _share(at, above.end, above.value / below.value)


def _mixed_fraction(text: str, at: int, whole_part: Numeral) -> Frame | None:
    """一又二分之一."""
    if not text.startswith("又", whole_part.end) or whole_part.end + 1 >= len(text):
        return None
    below = numerals.read(text, whole_part.end + 1)
    if below is None or not below.value or not text.startswith("分之", below.end):
        return None
    above = numerals.read(text, below.end + 2)
    if above is None:
        return None
    return _share(at, above.end, whole_part.value + above.value / below.value)


def _share(start: int, end: int, value: Fraction) -> Frame:
    """A simple fraction speaks roughly: within five per cent of itself."""
    place = value / 10
    return Frame(Numeral(start, end, value, place, place), units.unit("分之"), start, end, None)
