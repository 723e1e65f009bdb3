"""Averages over a stretch of the calendar: 上半年接待团队54批，月均9批; 全年办结730件，日均2件.

The stretch says how many days or months there are. Nothing says which total is meant, so that only what fits is told.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from checker.patterns import pattern
from checker.quantities import units
from checker.quantities.model import Date, Period, Quantity, Token
from checker.relations.cues import Act
from checker.relations.dated import calendar
from checker.relations.passage import Passage
from checker.relations.products.rates_per import PerUnit, base
from checker.relations.products.triple import Triple
from checker.relations.sums.row import Row

MONTH, DAY = "个月", "天"
YEAR = 12
LEVELS = (Act.LEVEL, Act.SUM, Act.TO)
BACK = 4

OWN = pattern(
    "[^，。；0-9]{0,4}[，,、]?(?:[（(])?(?:平均(?:下来)?(?:每[天日月]|一[天日个月]{1,2})?|[日月]均)"
    "(?:接[诊待送]|办[理结]|发[送车出]|生产|销售|卖出?|处理|送|有)?(?:约?为|达到?|是|有|出|来)*"
)
"""一周接诊1260人，平均每天|180人: an average right behind a total, with no matter of its own."""

OF_ANOTHER = pattern(
    "工作日|周末|双休|节假日|高峰|旺季|淡季|开学|暑[假期]|寒假|营业|开放|其中|(?<![来史])最[多高忙]|停|闭|休|以来|目前|截至"
)
WITHIN = {("周", DAY): (7,), ("个月", DAY): (30, 31), ("年", DAY): (365, 366), ("年", MONTH): (YEAR,)}
WEEK, MOST_OVER, FEWEST, SHORTEST = 7, Fraction(21, 20), Fraction(7, 10), Fraction(2, 5)
"""So much longer than the stretch, or so much shorter, cannot be what an average over its days is taken over."""
"""How many amounts before an average may be the total."""


def totals(row: Row, index: int, per: PerUnit) -> Iterator[tuple[Quantity, Quantity]]:
    """How many days or months, and the totals that may be meant, the nearest first."""
    unit = unit_of(per)
    for one in range(index - 1, max(row.first - 1, index - 1 - BACK), -1) if unit else ():
        level = row.adds(one) and not row.figures[one].bracket and not row.past(one)
        if level and row.cues[one].act in LEVELS and base(row.quantity(one).unit) == per.above:
            yield from ((count, row.quantity(one)) for count in counts(row.passage, row.starts[index], unit))


def is_impossible(row: Row, index: int, triple: Triple) -> bool:
    """Whether no days or months off explain that an average right behind its total does not come to it.

    一周接待1260人，平均每天280人 would leave four days and a half; of a longer time than the stretch there is none.
    """
    own = row.quantity(index - 1).span == triple.total.span and OWN.fullmatch(row.between(index - 1, index)) is not None
    hedged = triple.total.hedges or triple.per.quantity.hedges or OF_ANOTHER.search(row.passage.words(row.passage.span))
    each = triple.per.quantity.value * triple.per.factor
    if not own or hedged or not each:
        return False
    length = triple.count.value * triple.count.unit.factor
    told = triple.total.value * triple.total.unit.factor / each
    return told > length * MOST_OVER or told < length * (SHORTEST if triple.count.value > WEEK else FEWEST)


def unit_of(per: PerUnit) -> str:
    """Days or months, if the average is one over them."""
    told = per.quantity.unit.per
    for unit, names in ((MONTH, ("个月", "月")), (DAY, ("天", "日"))):
        alike = told.name in names if told else per.factor == per.quantity.unit.factor / units.unit(unit).factor
        if alike and per.below == base(units.unit(unit)):
            return unit
    return ""


def counts(passage: Passage, at: int, unit: str) -> Iterator[Quantity]:
    """The length of the last stretch that is told before ``at``, in its sentence or else in the one before.

    前10个月 and 假期共9天 tell it alike.
    """
    for one in (passage, passage.earlier):
        stretches = [each for each in one.tokens if each.span.end <= at and _is_stretch(each, unit)] if one else []
        last = stretches[-1] if stretches else None
        if isinstance(last, Quantity) and last.unit.name == unit:
            yield last
            return
        if isinstance(last, Quantity):
            yield from (calendar.counted(passage.text, last.span, length, unit) for length in _within(last, unit))
            return
        if stretches:
            lengths = dict.fromkeys(_lengths(stretches[-1], unit, passage.published))
            yield from (calendar.counted(passage.text, stretches[-1].span, length, unit) for length in lengths)
            return


def _is_stretch(token: Token, unit: str) -> bool:
    year = isinstance(token, Date) and token.month is None and token.weekday is None
    whole = isinstance(token, Quantity) and (token.unit.name == unit or bool(_within(token, unit)))
    return isinstance(token, Period) or year or whole


def _within(token: Quantity, unit: str) -> tuple[int, ...]:
    """How many days or months 一周, 一个月, 一年 may have; none where more than one is told, or about one."""
    return () if token.hedges or token.value != 1 else WITHIN.get((token.unit.name, unit), ())


def _lengths(token: Token, unit: str, published: date | None) -> Iterator[int]:
    """The days or months in a stretch; of a year that is not told, both possible numbers of days."""
    first, last = (token, token) if isinstance(token, Date) else (calendar.ends(token) or (None, None))
    if first is None or last is None:
        return
    first, last = calendar.dated(first, published), calendar.dated(last, published)
    start_month, end_month = first.month or 1, last.month or YEAR
    if unit == MONTH:
        whole = first.day is None and last.day is None and (first.year == last.year or last.year is None)
        if whole and start_month < end_month:
            yield end_month - start_month + 1
        return
    years = (first.year,) if first.year else (2023, 2024)
    for year in years:
        start = calendar.day(year, start_month, first.day or 1)
        end = _last_day(last.year or year, end_month, last.day)
        if start and end and start < end:
            yield (end - start).days + 1


def _last_day(year: int, month: int, number: int | None) -> date | None:
    if number is not None:
        return calendar.day(year, month, number)
    return next((found for each in (31, 30, 29, 28) if (found := calendar.day(year, month, each))), None)
