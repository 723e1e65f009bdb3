"""When a level was reached, by the words before it, and which of two levels was the earlier.

今年 is after 去年, 二季度 after 一季度, 眼下 after anything that has a time, 改造前 before it. Times that the words do
not order are left alone.
"""

from datetime import date

from checker.frozen import frozen
from checker.patterns import pattern

YEAR = pattern(
    "(?P<number>(?:19|20|１９|２０)[0-9０-９]{2})年|(?P<this>今年|本年)|(?P<last>去年|上年)|(?P<before>前年)"
)
HALF, QUARTER, MONTH = (
    pattern("(?P<one>上半年)|下半年"),
    pattern("([一二三四1-4])季度"),
    pattern("(?<![0-9个])([0-9]{1,2})月(?!日)"),
)
QUARTERS = {name: at % 4 + 1 for at, name in enumerate("一二三四1234")}
WAS = pattern(
    "过去|以前|从前|原来|原先|原本|原有|此前|之前|先前|早先|当初|起初|最初|往年|往常|同期|[年月期]初|上个?月|上周|昨[天日]|前一[天日周月季年]"
    "|头一[年月天]|刚[\u4e00-\u9fff]{1,4}时|那时|当时|[\u4e00-\u9fff]{2}前(?![后往来十几进])"
)
NOW = pattern(
    "如今|现在|现今|眼下|眼前|目前|当前|今[天日]|这[次届季月周]|本[周月届期]|[\u4e00-\u9fff]{2}后(?![来面期])"
)
RELATIVE = {"this": 0, "last": -1, "before": -2}


@frozen()
class When:
    """A time as far as the words tell it: a year (or so many before this), a part of it, then or now."""

    year: int | None = None
    away: int | None = None
    part: tuple[str, int] | None = None
    was: bool = False
    now: bool = False

    @property
    def tells(self) -> bool:
        """Whether there is any time."""
        return self != When()


def when(words: str, published: date | None = None) -> When:
    """The time that the last words tell.

    >>> when("今年二季度").part, when("去年10月").away, when("改道后").now
    (('季度', 2), -1, True)
    """
    years = list(YEAR.finditer(words))
    last = years[-1] if years else None
    tail = words[last.end() :] if last else words
    number = int(last["number"]) if last and last["number"] else None
    away = RELATIVE.get(last.lastgroup or "") if last else None
    if away is not None and published is not None:
        number, away = published.year + away, None
    was, now = (max((one.end() for one in shape.finditer(words)), default=-1) for shape in (WAS, NOW))
    return When(number, away, _part(tail), was=was > now, now=now > was)


def _part(words: str) -> tuple[str, int] | None:
    half, quarter, months = HALF.search(words), QUARTER.search(words), MONTH.findall(words)
    if half:
        return "半年", 1 if half["one"] else 2
    if quarter:
        return "季度", QUARTERS[quarter[1]]
    return ("月", int(months[-1])) if months else None


def is_earlier(one: When, two: When) -> bool | None:
    """Whether the first of two times, told in this order, is the earlier; None where that is not told."""
    if not one.tells:
        return True if two.now else False if two.was or (two.away or 0) < 0 else None
    if not two.tells:
        return None
    if one.was is not two.was and not (one.now and two.now):
        return one.was
    if one.now is not two.now:
        return two.now
    if one.year and two.year and one.year != two.year:
        return one.year < two.year
    if one.away is not None and two.away is not None and one.away != two.away:
        return one.away < two.away
    if (one.year and two.away is not None) or (two.year and one.away is not None):
        return one.year is not None
    return _by_part(one, two)


def _by_part(one: When, two: When) -> bool | None:
    """The same within a year; December may be that of the year before."""
    left, right = one.part, two.part
    if left is None or right is None or left[0] != right[0] or left[1] == right[1]:
        return None
    wraps = left[0] == "月" and left[1] > right[1] and not (one.year and two.year)
    return None if wraps else left[1] < right[1]


def of_one_part(one: When, two: When) -> bool:
    """Whether growth over the year before can lie between them: 去年10月 and 今年10月, but not 9月 and 10月."""
    return one.part is None or two.part is None or one.part == two.part


def of_one_year(one: When, two: When) -> bool:
    """Whether growth over the month or the quarter before can lie between them."""
    return one.part is not None and two.part is not None and one.part != two.part
