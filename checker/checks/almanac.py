"""almanac: a date that stands with a feast, a solar term or a day of the Chinese calendar on which it does not fall."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.extraction.moments import Moment
from checker.findings import Hit
from checker.lexicon import almanac
from checker.patterns import one_of, pattern
from checker.quantities import dates
from checker.relations.dated import calendar
from checker.spans import Span

REACH = 16
FORTNIGHT, EVE = timedelta(days=16), timedelta(days=2)
MONTHS = {"正": 1, "冬": 11, "腊": 12}
OLD_DAY = (
    "(?P<leap>闰)?(?P<m>正|十[一二]?|[一二三四五六七八九冬腊])月(?P<d>初[一二三四五六七八九十]|"
    "[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?)"
)
OLD = pattern(f"[，,（(、]?(?:星期.|周.)?[，,、]?(?:正?[是值]|也就?是|即)?(?:[农阴旧夏]历)(?:[甲-癸].年)?{OLD_DAY}")
DAYS = ("天", "日")


@cache
def _after() -> re.Pattern[str]:
    names = one_of((*almanac.feasts(), *almanac.terms(), *(f"{one}节" for one in almanac.terms())))
    return pattern(
        "(?P<link>[，,]?(?:正?是|即|恰是|正好是|恰好是)|[（(]|[，,]?(?:恰逢|正值|适逢|正逢|时值)|[，,]|)"
        "(?:今年的?|我国|中国|传统节日|传统|第[0-9一二三四五六七八九十百]{1,4}个|一年一度的|农历|国际|世界|二十四节气(?:中的|之)?|节气)*"
        f"[“‘]?(?P<name>{names})[”’]?(?P<tail>节气|当[天日]|时节|[，。）)；！]|[，,]?也是)"
    )


@cache
def _before() -> re.Pattern[str]:
    return pattern(
        f"(?P<name>{one_of((*almanac.feasts(), *almanac.terms()))})(?:节气)?(?P<tail>当[天日])?(?P<link>[（(])$"
    )


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every day that stands with the name of another day."""
    for moment in article.moments:
        relative = moment.date.relative
        if moment.date.month is None or moment.date.day is None or (relative and relative not in calendar.YEARS_AWAY):
            continue
        match = _named(article.text, moment.date.span)
        fact = _fault(moment, match) if match else ""
        if match and fact:
            sure = "是" in match["link"] and moment.told
            yield _hit(article.text, moment, match["name"], fact, doubtful=not sure)
        old = OLD.match(article.text, moment.date.span.end)
        fact = _other_day(moment, old) if old else ""
        if old and fact:
            words = old[0].lstrip("，,（(、是即")
            yield _hit(article.text, moment, words, fact, doubtful=not moment.told)


def _named(text: str, span: Span) -> re.Match[str] | None:
    """The day that is named right behind a date, or right before one in brackets."""
    match = _after().match(text, span.end)
    if match is None and text[span.start - 1 : span.start] in ("（", "(") and text[span.end : span.end + 1] in "）)，":
        return _before().search(text, max(0, span.start - REACH), span.start)
    return match


def _fault(moment: Moment, match: re.Match[str]) -> str:
    """Why the date is not that day, or nothing."""
    name = match["name"]
    term = almanac.terms().get(name.removesuffix("节") if name.removesuffix("节") in almanac.terms() else name)
    if term:
        return _no_term(moment, term, lasting=match["tail"] == "时节" or match["link"].endswith("值"))
    feast = almanac.feasts()[name]
    if moment.date.year is None and ("lunar" in feast.rule or "/" in feast.rule):
        return ""
    right = almanac.kept(feast, moment.date.year)
    if right is None or (right.month, right.day) == (moment.date.month, moment.date.day):
        return ""
    year = f"{right.year}年" if "lunar" in feast.rule or "/" in feast.rule else ""
    return f"{year}{name}是{right.month}月{right.day}日"


def _no_term(moment: Moment, term: almanac.Term, *, lasting: bool) -> str:
    """A term begins on one of three days; 谷雨时节 is the fortnight from then on."""
    first, last = date(2000, *term.first), date(2000, *term.last)
    told = calendar.day(2000, moment.date.month, moment.date.day)
    if told is None:
        return ""
    if lasting:
        first, last = first - EVE, last + FORTNIGHT
    if any(first <= one <= last for one in (told, told + timedelta(days=366))):
        return ""
    return f"{term.name}在{term.first[0]}月{term.first[1]}日至{term.last[1]}日之间"


def _other_day(moment: Moment, old: re.Match[str]) -> str:
    """On which day the day of the Chinese calendar falls, if on another."""
    if moment.date.year is None or moment.date.month is None or moment.date.day is None:
        return ""
    month = MONTHS.get(old["m"]) or dates.number(old["m"]) or 0
    number = dates.number(old["d"].removeprefix("初")) or 0
    years = (moment.date.year, moment.date.year - 1)
    days = [one for year in years if (one := almanac.lunar(year, month, number, bool(old["leap"])))]
    told = calendar.day(moment.date.year, moment.date.month, moment.date.day)
    if told is None or not almanac.lunar(moment.date.year, 1, 1) or told in days:
        return ""
    near = min(days, key=lambda one: abs(one - told), default=None)
    if near is None or near.year != told.year:
        return "农历没有这一天" if not days else ""
    return f"农历这一天是{near.year}年{near.month}月{near.day}日"


def _hit(text: str, moment: Moment, name: str, fact: str, *, doubtful: bool) -> Hit:
    span = moment.date.span
    return Hit(span, {"date": span.of(text), "name": name, "fact": fact}, doubtful=doubtful)


KIND = Kind(check, frozenset({"date", "name", "fact"}))
