"""Spaces around numbers: many desks set ``增长 4.5 %`` where others set ``增长4.5%``; a reader sees no difference."""

from bisect import bisect_right
from itertools import groupby

from checker.patterns import pattern
from checker.spans import LINE_END

BLANK = " \u00a0\u2005\u2009\u202f"
HAN = "\u4e00-\u9fff"
MARK = "\u3001-\u301b\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40“”‘’…—%‰"
SPACE = pattern(f"(?<=[{HAN}{MARK}])[{BLANK}](?=[+-]?[0-9])|(?<=[0-9%‰])[{BLANK}](?=[{HAN}{MARK}])")
STOPS = pattern("[，。；！？、]")
NUMBER = pattern("[0-9][0-9.,]*")
UNITED = pattern(f"[0-9][0-9.,]*[{BLANK}]?[%‰{HAN}]")
SET_OFF = pattern(f"[{BLANK}][0-9][0-9.,]*[{BLANK}]")
TITLE, FEW = 48, 3
"""How many characters a title has at the most, and how many numbers."""

OPENING = pattern(rf"\s*[图表附]?[{BLANK}]?[0-9.]+[{BLANK}]")
"""What may be the number of a heading or a figure, which its space tells from the words behind it."""


def spaces(text: str) -> list[int]:
    """Where one space stands between a number and what it belongs to.

    >>> spaces("全县栽桑 320 亩，增长 4.5 %。")
    [4, 8, 13, 17]

    Other lines without a comma or a stop may be rows of a table, where spaces part the columns.
    """
    found = [one.start() for one in SPACE.finditer(text)]
    if not found:
        return found
    starts = [0, *(one.end() for one in LINE_END.finditer(text)), len(text)]
    lines = groupby(found, key=lambda at: bisect_right(starts, at))
    return [at for line, inside in lines for at in _in_line(text, starts[line - 1], starts[line], list(inside))]


def _in_line(text: str, start: int, end: int, found: list[int]) -> list[int]:
    """Those of the spaces of one line that set off no number of its own and no half of a title."""
    opening = OPENING.match(text, start, end)
    inside = [at for at in found if opening is None or at >= opening.end()]
    if STOPS.search(text, start, end):
        return inside
    set_off = _set_off(text, start, end)
    return [at for at in inside if at in set_off]


def _set_off(text: str, start: int, end: int) -> set[int]:
    """The spaces on both sides of the numbers of a title.

    A single one parts the halves of the title; a row of a table has many numbers, or some with no word behind it.
    """
    numbers = len(NUMBER.findall(text, start, end)) if end - start <= TITLE else 0
    if not 0 < numbers <= FEW or numbers != len(UNITED.findall(text, start, end)):
        return set()
    return {at for one in SET_OFF.finditer(text, start, end) for at in (one.start(), one.end() - 1)}
