"""Spaces around numbers: many desks set ``增长 4.5 %`` where others set ``增长4.5%``; a reader sees no difference."""

from bisect import bisect_right

from checker.patterns import pattern

BLANK = " \u00a0\u2005\u2009\u202f"
HAN = "\u4e00-\u9fff"
MARK = "\u3001-\u301b\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40“”‘’…—%‰"
SPACE = pattern(
    f"(?<=[{HAN}{MARK}])[{BLANK}](?=[+-]?[0-9])|(?<=[0-9%‰])[{BLANK}](?=[{HAN}{MARK}])|(?<=[%‰])[{BLANK}](?=[{HAN}])"
)
STOPS = pattern("[，。；！？、]")
LINE_ENDS = pattern("[\n\r\u2028\u2029\u0085\f]")
OPENING = pattern(rf"\s*[图表附]?[{BLANK}]?[0-9.]+[{BLANK}]")
"""What may be the number of a heading or a figure, which its space tells from the words behind it."""


def spaces(text: str) -> list[int]:
    """Where one space stands between a number and what it belongs to.

    >>> spaces("全县栽桑 320 亩，增长 4.5 %。")
    [4, 8, 13, 17]

    Lines without a comma or a stop may be rows of a table, where spaces part the columns.
    """
    found = [one.start() for one in SPACE.finditer(text)]
    if not found:
        return found
    ends = [-1, *(one.start() for one in LINE_ENDS.finditer(text)), len(text)]
    return [at for at in found if _is_prose(text, ends, at)]


def _is_prose(text: str, ends: list[int], at: int) -> bool:
    line = bisect_right(ends, at)
    start, end = ends[line - 1] + 1, ends[line]
    opening = OPENING.match(text, start, end)
    return bool(STOPS.search(text, start, end)) and not (opening and at < opening.end())
