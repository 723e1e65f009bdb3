"""Dates, as far as they are written: years, months, days, weekdays, decades, and words such as 去年 and 上月."""

import re
from functools import lru_cache

from checker.patterns import pattern
from checker.quantities import units
from checker.quantities.figures import DIGITS
from checker.quantities.model import Date
from checker.spans import Span

CHINESE_DAY = "三十一?|二?十[一二三四五六七八九]|二十|十|廿[一二三四五六七八九]?|[一二三四五六七八九]"
YEAR = "(?P<y>[12] ?[0-9] ?[0-9] ?[0-9]|[一二][〇零一二三四五六七八九]{3}|两千零?[〇零一二三四五六七八九十]{1,3})"
MONTH = "(?P<m>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
DAY = f"(?P<d>3[01]|[12][0-9]|0?[1-9]|{CHINESE_DAY})"
WORDS = (
    "(?P<r>今年|去年|前年|明年|后年|上年|当年|本年|同年|次年|上月|本月|下月|当月|次月|上个月|下个月"
    "|这个月|昨日|昨天|今日|今天|明日|明天|前天|后天|"
    "当日|当天|次日|翌日|前日|同日)"
)
TAIL = "(?P<t>上旬|中旬|下旬|月?初|月?底|月?末)?"
NOT_AFTER = "(?![0-9代级])"
FULL = pattern(f"{YEAR} ?年(?![代级份糕轻龄])度?(?: ?{MONTH} ?月份?(?: ?{DAY} ?[日号])?)?{TAIL}")
RELATIVE = pattern(f"{WORDS}(?![均])(?: ?{MONTH} ?月份?)?(?: ?{DAY} ?[日号])?{TAIL}")
MONTHLY = pattern(f"{MONTH} ?月(?![饼球亮薪租均嫂票])份?(?: ?{DAY} ?[日号](?![均本产]))?{TAIL}")
DAILY = pattern(
    "(?P<d>3[01]|[12][0-9]|0?[1-9]|二?十[一二三四五六七八九]|二十"
    "|三十一?) ?[日号](?![均本产元常夜内线楼院门店馆机台令文公]|以内|之内)"
)
DIGITAL = pattern(r"(?P<y>[12][0-9]{3})([-/.])(?P<m>1[0-2]|0?[1-9])\2(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9.]?[0-9])")
YEAR_MONTH = pattern(r"(?P<y>20[0-9]{2}|19[0-9]{2})-(?P<m>0[1-9]|1[0-2])(?![0-9-])")
BARE_YEAR = pattern("(?P<y>19[5-9][0-9]|20[0-4][0-9])(?![0-9.,%‰:×*+余多来/-]| ?[十百千万亿])")
COUNTING = "种(?![下植上好树菜田地了])|家(?![里长中人门属乡访])|[项条款类辆](?![目])|名(?![医师家])"
"""本周五种蔬菜, 上周四家企业: the number belongs to what is counted."""

WEEKDAY = pattern(
    "(?:星期|礼拜|(?<![0-9一二三四五六七八九十两几每])周)([一二三四五六日天])(?![年岁个周期次])"
    f"(?!(?<=[本上下这]周.)(?:{COUNTING}))"
)
# 3年前年均, 人次年, 今后年, 以上年: the word before claims the first character.
NOT_RELATIVE = {
    "前": "年天月此以之目日提空",
    "后": "今此以之最前",
    "次": "人架车班场层首",
    "上": "以之网线",
    "当": "应",
    "下": "以之",
    "同": "不",
    "明": "证说声表阐黎",
}
RELATIVE_FIRSTS = frozenset("今去前明后上当本同次下这昨翌")
ARABIC = frozenset("0123456789")
# These before a year make it a length of time: 近2000年历史.
LONG = ("近", "约", "超", "逾", "距今", "长达", "历经", "超过", "上下")
TERM = pattern("(?:[^日近本上下前后早中初末同周长短定学赛会假汛花雨到星分预延暑寒过1-9]期|限期|期限|为期)[为是共计]?$")
"""Before 公示期5日, 为期15日: a number of days, no day of a month."""
SAME_DAY = pattern("前|起|止|截止|结束|届满|到期|期满|开")
"""Behind 任期15日: a day of the month after all."""
EVENTFUL = pattern("(?:的)?(?:历史|前|来|间|内|以上|左右|时间)")


@lru_cache(maxsize=8)
def day(text: str, at: int) -> Date | None:
    """The date that starts at ``at`` of a folded text. Several productions ask for the same one in a row."""
    first = text[at : at + 1]
    if first in RELATIVE_FIRSTS:
        return _relative(text, at)
    if first in ARABIC:
        return _full(text, at) or _digital(text, at) or _monthly(text, at) or _daily(text, at) or bare_year(text, at)
    return _full(text, at) or _monthly(text, at) or _daily(text, at)


def bare_year(text: str, at: int) -> Date | None:
    """2023财年, 2025重庆马拉松: four digits of this or the last century before a word that is no unit."""
    match = BARE_YEAR.match(text, at)
    if match is None or (at and text[at - 1] in "0123456789.,-第$¥+") or units.spelling(text, match.end()):
        return None
    return _make(match)


def weekday(text: str, at: int) -> Date | None:
    """星期一, 周日: a day of the week by itself; 1 is Monday."""
    match = WEEKDAY.match(text, at)
    if match is None:
        return None
    number = 7 if match[1] in "日天" else DIGITS[match[1]]
    return Date(Span(at, match.end()), weekday=number)


def number(words: str | None) -> int | None:
    """A year, month or day in digits or Chinese; None stays None.

    >>> number("二〇二五"), number("二十一"), number("04")
    (2025, 21, 4)
    """
    if words is None:
        return None
    words = words.replace(" ", "")
    if words.isdecimal():
        return int(words)
    if words.startswith("两千"):
        return 2000 + (number(words[2:].lstrip("零〇")) or 0)
    if len(words) == 4 and "十" not in words:
        return int("".join(str(DIGITS[digit]) for digit in words))
    words = words.replace("廿", "二十")
    tens, ten, ones = words.rpartition("十")
    return (DIGITS.get(tens, 1) * 10 if ten else 0) + DIGITS.get(ones, 0)


def _make(match: re.Match[str], relative: str = "") -> Date:
    parts = match.groupdict()
    return Date(
        Span(match.start(), match.end()),
        number(parts.get("y")),
        number(parts.get("m")),
        number(parts.get("d")),
        relative=relative,
    )


def _full(text: str, at: int) -> Date | None:
    match = FULL.match(text, at)
    if match is None or text[at - 1 : at].isdecimal():
        return None
    if match["m"] is None and text[max(0, at - 2) : at].endswith(LONG) and match["y"][1:2] != " ":
        return None if EVENTFUL.match(text, match.end()) or match["y"].endswith("00") else _make(match)
    return _make(match)


def _digital(text: str, at: int) -> Date | None:
    match = DIGITAL.match(text, at) or YEAR_MONTH.match(text, at)
    return _make(match) if match else None


def _relative(text: str, at: int) -> Date | None:
    match = RELATIVE.match(text, at)
    if match is None or (at and text[at - 1] in NOT_RELATIVE.get(text[at], "")):
        return None
    return _make(match, match["r"])


def _monthly(text: str, at: int) -> Date | None:
    match = MONTHLY.match(text, at)
    if match is None or (at and (text[at - 1].isdecimal() or text[at - 1] in "个.第")):
        return None
    return _make(match)


def _daily(text: str, at: int) -> Date | None:
    match = DAILY.match(text, at)
    if match is None or (at and text[at - 1] in "0123456789.第近约超一二三四五六七八九十"):
        return None
    term = TERM.search(text, max(0, at - 4), at) and not SAME_DAY.match(text, match.end())
    return None if term else _make(match)
