"""The day of publication as a file's path or its front matter tells it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

PARTS = {"YYYY": "year", "MM": "month", "DD": "day"}
FIELD = re.compile("YYYY|MM|DD")
FENCE = "---"
DAY = re.compile("\\s*[\"']?([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?![0-9])")
LONGEST = 4_000
"""So many characters of a text are searched for its front matter."""


class PathDate:
    """The shape of a path with a date in it.

    >>> PathDate("YYYY/MM/DD").find("news/2025/04/22/头版.txt")
    datetime.date(2025, 4, 22)
    """

    def __init__(self, shape: str) -> None:
        """Raises ValueError when the shape lacks a part of the date or has it twice."""
        if sorted(FIELD.findall(shape)) != sorted(PARTS):
            raise ValueError("a shape has YYYY, MM and DD once each, such as YYYY/MM/DD")
        source = "".join(
            f"(?P<{PARTS[part]}>[0-9]{{{len(part)}}})" if part in PARTS else re.escape(part)
            for part in re.split(f"({FIELD.pattern})", shape)
        )
        self._pattern = re.compile(f"(?<![0-9]){source}(?![0-9])")

    def find(self, path: str) -> date | None:
        """The last day in ``path`` that is one of the calendar."""
        days = (_day(*(match[name] for name in PARTS.values())) for match in self._pattern.finditer(path))
        return next((day for day in reversed(list(days)) if day), None)


def front_matter_date(text: str, key: str) -> date | None:
    """The day that ``key`` has in the block between ``---`` lines at the beginning of ``text``.

    >>> front_matter_date("---\\ndate: 2025-04-22T08:00\\n---\\n正文", "date")
    datetime.date(2025, 4, 22)
    """
    return next((_read(words) for _, words in _said(text, key)), None)


@dataclass(frozen=True, slots=True)
class Unread:
    """Words that stand where a day should, and on which line."""

    line: int
    words: str


def unread_date(text: str, key: str) -> Unread | None:
    """What ``key`` has in the front matter of ``text`` where that is no day; nothing at all is not told.

    >>> unread_date("---\\ndate: 下周\\n---\\n正文", "date")
    Unread(line=2, words='下周')
    """
    for line, words in _said(text, key):
        kept = words.split(" #")[0].strip().strip("\"'")
        return Unread(line, kept) if kept and _read(words) is None else None
    return None


def _said(text: str, key: str) -> Iterator[tuple[int, str]]:
    """Where ``key`` stands in the front matter, and what it has there."""
    opening, *lines = text[:LONGEST].splitlines() or [""]
    if opening.rstrip() != FENCE:
        return
    wanted = re.compile(f"{re.escape(key)}\\s*:(.*)")
    for number, line in enumerate(lines, 2):
        if line.rstrip() == FENCE:
            return
        if found := wanted.match(line):
            yield number, found[1]


def _read(words: str) -> date | None:
    found = DAY.match(words)
    return _day(*found.groups()) if found else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
