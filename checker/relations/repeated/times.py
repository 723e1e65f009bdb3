"""When a figure was so: the year, the months or the moment that its sentence tells before it.

Two values of one indicator contradict only where nothing says that they are of two times. What a sentence does not
tell is open: it may be of the other's time, except where the other is of a year by itself.
"""

from dataclasses import dataclass

from checker.patterns import pattern
from checker.quantities import dates
from checker.relations.passage import Passage

YEAR = pattern(
    "(?<![比较为])(?P<year>(?:19|20)[0-9]{2}年|[今本去上前明后]年(?!均)|上一年|十[一二三四五]五|第[一二三四五六七八九十]{1,2}[届期批轮次])"
)
SPAN = pattern(
    "(?P<span>(?:[0-9]{1,2}月?份?[-—–~～至到])?[0-9]{1,2}月(?:份?[末底])?|前[三二两]季度|[一二三四首]季度?|[上下]半年|前[一二三四五六七八九十两0-9]{1,2}个?(?:月|季度|天|日|周)"
    "|[当单]月|[当单首]日|[首上本下]周|开园.{1,2}[天周]|[上下]午|[春夏秋冬早晚]季)"
)
DAY = pattern("(?P<day>[0-9]{1,2}(?=[日号])|(?:周|星期)[一二三四五六日天](?![年岁个周期次]))")
MONTHS = pattern("(?:(?P<first>[0-9]{1,2})月?份?[-—–～~至到])?(?P<last>[0-9]{1,2})月(?P<end>份?[末底])?")
FIRST_MONTHS = pattern("前([一二三四五六七八九十两0-9]{1,2})个?月")
QUARTERS = {
    "一季度": (1, 3),
    "首季度": (1, 3),
    "一季": (1, 3),
    "首季": (1, 3),
    "二季度": (4, 6),
    "三季度": (7, 9),
    "四季度": (10, 12),
    "上半年": (1, 6),
    "下半年": (7, 12),
    "前三季度": (1, 9),
    "前两季度": (1, 6),
    "前二季度": (1, 6),
}
"""First and last month."""

MOMENT = pattern(
    "(?P<past>以前|过去(?!的?[一二三四五六七八九十两几数0-9])|原来|原先|此前|当时|当初|年初|月初|期初|改[造革]前|[建施整治扩搬]前|早年|昔日|曾经?|[一二三四五六七八九十百几多0-9]年前)"
    "|(?P<now>目前|如今|现在|眼下|而今|年末|年底|月末|期末|改[造革]后|[建施整治扩搬]后|[年月]后)"
)
THIS_YEAR = frozenset(("今年", "本年"))
LONGEST = 600
"""How much of a sentence says what its numbers are about."""


@dataclass(frozen=True, slots=True)
class Time:
    """What a sentence tells of the time of a figure; empty where it tells nothing."""

    year: str
    span: str
    day: str
    moment: str

    def differs(self, other: "Time") -> bool:
        """Whether both tell times that cannot be one.

        >>> told("2024年，出口").differs(told("2025年，出口")), told("出口").differs(told("今年出口"))
        (True, False)
        """
        if any(one and two and one != two for one, two in ((self.year, other.year), (self.day, other.day))):
            return True
        if self.span and other.span and _months_differ(self.span, other.span):
            return True
        if self.moment and other.moment and self.moment != other.moment:
            return True
        return self._is_elsewhere(other) or other._is_elsewhere(self)

    @property
    def tells(self) -> bool:
        """Whether it tells anything."""
        return bool(self.year or self.span or self.day or self.moment)

    @property
    def is_whole(self) -> bool:
        """Whether it is of a year by itself, other than this one."""
        return bool(self.year) and self.year not in THIS_YEAR and not self.span

    def _is_elsewhere(self, other: "Time") -> bool:
        """Whether it is of the past, or of a whole year, where the other tells of now or of some months."""
        if self.moment == "past" and other.moment != "past":
            return True
        if self.year in THIS_YEAR and not self.span and _is_late(other.span):
            return True
        return self.is_whole and not other.year and bool(other.span or other.moment)


def _months_differ(one: str, two: str) -> bool:
    """Whether two spans end in other months, or begin in other ones as far as both tell it (截至9月末 does not)."""
    left, right = _months(one), _months(two)
    if left is None or right is None:
        return one != two
    return left[1] != right[1] or (0 not in (left[0], right[0]) and left[0] != right[0])


def _is_late(span: str) -> bool:
    """Whether it surely begins behind January: 11月, 三季度, but not 截至9月末."""
    months = _months(span) if span else None
    return months is not None and months[0] > 1


def _months(span: str) -> tuple[int, int] | None:
    if span in QUARTERS:
        return QUARTERS[span]
    first = FIRST_MONTHS.fullmatch(span)
    if first:
        return (1, dates.number(first[1]) or 0)
    found = MONTHS.fullmatch(span)
    if found is None:
        return None
    last = int(found["last"])
    return (0 if found["end"] else int(found["first"] or last), last)


def opening(passage: Passage) -> str:
    """The words of a sentence, of a long one the first."""
    return passage.text[passage.span.start : min(passage.span.end, passage.span.start + LONGEST)]


def told_before(passage: Passage, at: int) -> Time:
    """The time that a sentence tells before ``at``."""
    return told(passage.text[max(passage.span.start, at - LONGEST) : at])


def told(words: str) -> Time:
    """The time that the words before a figure tell; the last word for each part of it counts."""
    found = dict.fromkeys(("year", "span", "day", "moment"), "")
    for name, one in (("year", YEAR), ("span", SPAN), ("day", DAY)):
        for match in one.finditer(words):
            found[name] = match[name]
    for match in MOMENT.finditer(words):
        found["moment"] = match.lastgroup or ""
    return Time(**found)
