"""When a level was reached, by the words before it, and which of two levels was the earlier.

今年 is after 去年, 二季度 after 一季度, 眼下 after anything that has a time, 改造前 before it. Times that the words do
not order are left alone.
"""

import re
from datetime import date

from checker.frozen import frozen
from checker.patterns import pattern
from checker.quantities import dates
from checker.relations.passage import Figure, Passage

YEAR = pattern(
    "(?P<number>(?:19|20|１９|２０)[0-9０-９]{2})年|(?P<this>今年|本年)|(?P<last>去年)|(?P<prior>上年)|(?P<before>前年)"
)
HALF, QUARTER, MONTH = (
    pattern("(?P<one>上半年)|下半年"),
    pattern("(?<!前)([一二三四1-4])季度"),
    pattern("(?<![0-9个])([0-9]{1,2})月(?!日)"),
)
QUARTERS = {name: at % 4 + 1 for at, name in enumerate("一二三四1234")}
FRONT = pattern("前(?:(?P<quarters>[一二三123])个?季度|(?P<months>[0-9]{1,2}|十[一二]?|[二两三四五六七八九])个月)")
"""前三季度, 前10个月: a run of months from January on."""

WAS = pattern(
    "过去|以前|从前|原来|原先|原本|原有|此前|之前|先前|早先|当初|起初|最初|往年|往常|(?<!今年)同期|[年月期]初|上个?月|上周|上一?个?(?:赛季|雪季|学期|学年)|昨[天日]|前一[天日周月季年]"
    "|头一[年月天]|刚[\u4e00-\u9fff]{1,4}时|那时|当时|[\u4e00-\u9fff](?![日目眼面近])[\u4e00-\u9fff]前(?![后往来十几进])"
)
NOW = pattern(
    "如今|现在|现今|眼下|眼前|目前|当前|今[天日]|这[次届季月周]|本[周月届期]|本(?:赛季|雪季|学期|学年)|[\u4e00-\u9fff]{2}后(?![来面期])"
)
REPORTED = pattern(
    "(?:[昨今前][天日]|上周|上个?月|日前|近日|此前|先前|之前)[，,]?[^，。；：0-9]{0,16}"
    "(?:获悉|了解到?|得知|公布|发布|披露|通报|宣布|介绍|透露|召开|举行|显示|表示|报道|看到|采访|会|说)[^，。；：0-9]{0,12}[，：]"
)
"""记者昨天获悉，: when it was told, not when it was."""

THEN = pattern(
    "(?:去年|上年|前年|上一年|往年)的?(?:同期|同月|同日|此时|这(?:个)?时候?|这会儿|这阵子?|同一时[候期间段])[^，。；]{0,12}$"
)
"""去年这个时候: a time that is named to hold this year's against."""

AGAIN = pattern("[^，。；0-9]{0,6}[，,]?(?:同比|[比较与]|按年)")
LAST_YEAR = pattern("[“，。；：\\s]*[^，。；0-9]{0,6}(?:去年|上年)(?!.*(?:同比|[比较增减升降多少]))")
SINCE = pattern(
    "[，,](?:今年|本年)(?:每[一-鿿]|平均|又|再|还|同期)*(?:比去年)?(?:高出?|多[了收出]?|增[加长收产]?|少[了收出]?|减[少收产]?|下降|提高|降低)"
    "[^，。；0-9]{0,2}(?=[0-9])"
)
"""去年亩产361公斤|，今年增加25公斤: what this year's change is over."""

COMPARED = pattern("[比较]于?(?:去年|上年|前年|上一年|往年|(?:19|20)[0-9]{2}年)[^，。；]*[，；]")
"""票房118亿元，|比去年同期的115亿元增长3.1%，|观影3.18亿人次: when another number was so is no time of this one."""

LEAD, FARTHEST = 24, 60
"""How many characters before a level are read for its time."""
RELATIVE = {"this": 0, "last": -1, "prior": -1, "before": -2}


@frozen()
class When:
    """A time as far as the words tell it: a year (or so many before this), a part of it, then or now.

    ``prior`` is 上年: the year before whatever year is spoken of.
    """

    year: int | None = None
    away: int | None = None
    part: tuple[str, int] | None = None
    was: bool = False
    now: bool = False
    prior: bool = False

    @property
    def tells(self) -> bool:
        """Whether there is any time."""
        return self != When()


def when(words: str, published: date | None = None) -> When:
    """The time that the last words tell.

    >>> when("今年二季度").part, when("去年10月").away, when("改道后").now
    (('季度', 2), -1, True)
    """
    words = REPORTED.sub("", words)
    years = list(YEAR.finditer(words))
    last = years[-1] if years else None
    tail = words[last.end() :] if last else words
    number = int(last["number"]) if last and last["number"] else None
    away = RELATIVE.get(last.lastgroup or "") if last else None
    prior = last is not None and last.lastgroup == "prior"
    if away is not None and published is not None and not prior:
        number, away = published.year + away, None
    was, now = (max((one.end() for one in shape.finditer(words)), default=-1) for shape in (WAS, NOW))
    return When(number, away, _part(tail), was=was > now, now=now > was, prior=prior)


def _part(words: str) -> tuple[str, int] | None:
    """The part of a year that is told last."""
    found = [(one.end(), "半年", 1 if one["one"] else 2) for one in HALF.finditer(words)]
    found += [(one.end(), "季度", QUARTERS[one[1]]) for one in QUARTER.finditer(words)]
    found += [(one.end(), "月", int(one[1])) for one in MONTH.finditer(words)]
    found += [(one.end(), "前", _run(one)) for one in FRONT.finditer(words)]
    return max(found)[1:] if found else None


def _run(front: re.Match[str]) -> int:
    """How many months it holds."""
    told = front["quarters"] or front["months"]
    number = int(told) if told.isdecimal() else dates.number(told.replace("两", "二")) or 0
    return 3 * number if front["quarters"] else number


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
        # 2020年60亿元，去年84亿元; but 2025年84亿元，上年81亿元
        return one.prior if one.prior is not two.prior else one.year is not None
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


def of_two(passage: Passage, one: Figure, two: Figure) -> tuple[When, When]:
    """The times of two levels, the second told behind the first: 一季度4200套，二季度1680套."""
    text, start = passage.text, passage.span.start
    first, second = (one.quantity.span, two.quantity.span)
    lead = text[max(start, first.start - FARTHEST, text.rfind("；", start, first.start)) : first.start]
    lead = COMPARED.sub("", lead)[-LEAD:]
    between = text[max(first.end, second.start - LEAD) : second.start]
    return when(lead, passage.published), when(between, passage.published)


def is_then(passage: Passage, figure: Figure) -> bool:
    """Whether a level is told as one that this year's is held against, and not itself against another."""
    start, end = passage.clauses[figure.clause].start, figure.quantity.span.end
    if LAST_YEAR.match(passage.text, start, figure.quantity.span.start) and SINCE.match(passage.text, end):
        return True
    return THEN.search(passage.text, start, figure.quantity.span.start) is not None and not AGAIN.match(
        passage.text, end
    )
