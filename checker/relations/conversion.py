"""conversion: one amount printed in two units, tied by a fixed factor.

The second amount stands in brackets or after 合, 即, 换算成: 300亩（20公顷）, 3.2万公顷，合320平方公里,
每500克5元（折合每公斤10元）. One that only stands beside (4500亩，整整3平方公里) is told where it is equal. Currencies
need a rate of exchange and are left alone, and so are 尺 and 寸, which often stand for feet and inches. A round figure
may have been rounded on its way: where trailing zeros read as rounding make the two agree, three parts in a hundred are
no fault, and more is doubtful.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.interval import Interval, decimal
from checker.quantities.model import Hedge, Quantity, Range, Unit, UnitClass
from checker.quantities.numerals import FORMAL_DIGITS
from checker.relations import slips
from checker.relations.conversion_words import Link, link
from checker.relations.judge import Judgement, judge
from checker.relations.passage import Figure, Passage
from checker.relations.record import Candidate, Operand, Relation
from checker.relations.working import places, printed
from checker.spans import Span

KIND = "conversion"
FIXED = frozenset(
    {
        *(UnitClass.LENGTH, UnitClass.AREA, UnitClass.VOLUME, UnitClass.MASS, UnitClass.ENERGY, UnitClass.POWER),
        *(UnitClass.TEMPERATURE, UnitClass.SPEED, UnitClass.DURATION, UnitClass.PER, UnitClass.POINTS),
    }
)
UNFIXED = frozenset({"个月", "个季度", "年", "岁", "个世纪", "个工作日", "个交易日", "尺", "寸", "丈"})
"""Units without one fixed length."""

CALENDAR = frozenset({"年", "个月", "个季度"})
"""Those that make each other up: a year is twelve months, whatever its days."""

LATER = pattern("[后前内里间]|之[后前内]|以[后前内]")
"""也就是12个月后: a point in time is no length of it."""

AT_SPEED = pattern("(?P<unit>[时秒]速)(?:约|近|达|为|是|达到)*$")
SPEEDS = {"时速": Fraction(1, 3600), "秒速": Fraction(1)}
APART = pattern("比[^，,。；0-9]{1,10}[快慢早晚高低长短多少重轻][了出]?$")
"""比亚军快1分15秒，亚军成绩为2小时13分45秒: a difference is no level in another unit."""

SURELY_SAME = pattern("[即是于折换]")
IN_WORDS = frozenset(FORMAL_DIGITS)
IN_FIGURES = pattern("[整正]?\\s?(?:[（(](?:[大小]写)?|[，,]?[大小]写)(?:金额)?(?:人民币)?[为是即：:]?\\s?[¥￥]?")
BARE = frozenset("十百千万亿")
"""What may be the head of a unit: 千瓦时."""
KILOWATT_HOUR, JOULES = "度", Fraction(3_600_000)
TOLERANCE, LEAD = Fraction(3, 100), 16
FAHRENHEIT, PRESSURE, SPEED = "℉", "帕", "米/秒"


def find(passage: Passage) -> Iterator[Relation]:
    """Every amount of the sentence that is given in two units, judged."""
    figures = [_at_speed(passage, one) for one in _row(passage) if one.quantity.numeral not in BARE]
    for index, (one, two) in enumerate(pairwise(figures)):
        tied = link(passage, one.quantity, two.quantity)
        if tied is None:
            continue
        first, second = _in_hours(one.quantity, two.quantity)
        start = first.span
        if second.unit_class is UnitClass.PER and first.unit_class is UnitClass.MONEY and index:
            unit_price = _unit_price(passage, figures[index - 1].quantity, first)
            first, start = unit_price or (first, start)
        if first.unit.name == second.unit.name and first.unit_class is not UnitClass.NONE:
            yield from _scaled(passage, first, second)
        elif _convertible(first, second) and not LATER.match(passage.text, second.span.end):
            relation = _verify(passage, first, start, second, Span(one.quantity.span.end, second.span.start))
            if tied is Link.SAID or (relation.verdict is Verdict.CONSISTENT and _tells(first, second)):
                yield relation
            elif tied is Link.LIKELY:
                yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)
            elif relation.by_slip and _are_long(relation) and not APART.search(passage.text[: start.start][-LEAD:]):
                yield replace(relation, doubtful=True)
    yield from _lettered(passage)
    yield from _dashed(passage)


def _row(passage: Passage) -> tuple[Figure, ...]:
    """The figures of the sentence, with the last of the one before: 612.5公斤是什么概念？换成斤，就是1225斤."""
    return (*(passage.earlier.figures[-1:] if passage.earlier else ()), *passage.figures)


def _at_speed(passage: Passage, figure: Figure) -> Figure:
    """时速108公里 as a speed."""
    quantity = figure.quantity
    found = AT_SPEED.search(passage.words(figure.before)) if quantity.unit_class is UnitClass.LENGTH else None
    if found is None:
        return figure
    start = figure.before.start + found.start()
    unit = Unit(quantity.unit.name, UnitClass.SPEED, quantity.unit.factor * SPEEDS[found["unit"]], SPEED)
    span = Span(start, quantity.span.end)
    told = replace(quantity, span=span, literal=span.of(passage.text), unit=unit)
    return replace(figure, quantity=told, before=Span(figure.before.start, start))


def _are_long(relation: Relation) -> bool:
    """Whether two amounts that only stand side by side have digits enough for one of them to be wrong."""
    return all(len(one.value.replace(".", "").strip("0")) > 1 for one in relation.operands)


def _in_hours(one: Quantity, two: Quantity) -> tuple[Quantity, Quantity]:
    """度 of electricity as what it is short for, next to 千瓦时."""
    for here, other in ((one, two), (two, one)):
        if here.unit.name == KILOWATT_HOUR and other.unit.unit_class is UnitClass.ENERGY and other.unit.factor != 1:
            short = replace(here, unit=replace(here.unit, base=other.unit.base, factor=JOULES))
            return (short, two) if here is one else (one, short)
    return one, two


def _tells(one: Quantity, two: Quantity) -> bool:
    """Whether two amounts that merely stand side by side are equal and hardly by chance."""
    hedges = {*one.hedges, *two.hedges}
    exact = _exact(one, two)
    close = abs(exact - two.value) <= TOLERANCE * abs(exact)
    return one.value != 0 and close and (not hedges or hedges == {Hedge.ABOUT})


def _scaled(passage: Passage, one: Quantity, two: Quantity) -> Iterator[Relation]:
    """1.2亿立方米，也就是12000万立方米: the same digits, told in two scales; a fault only by a power of ten."""
    gap = passage.words(Span(one.span.end, two.span.start))
    if one.numeral[-1:] == two.numeral[-1:] or one.hedges or two.hedges or not SURELY_SAME.search(gap):
        return
    digits = {str(each.value.numerator).rstrip("0") for each in (one, two)}
    if one.value == two.value or (len(digits) == 1 and not one.value % 1 and not two.value % 1):
        yield _verify(passage, one, one.span, two, Span(one.span.end, two.span.start))


def _lettered(passage: Passage) -> Iterator[Relation]:
    """人民币叁万伍仟元整（￥35000）: one sum in words and in figures."""
    for before, figure in pairwise(passage.figures):
        one, two = before.quantity, figure.quantity
        money = one.unit_class is UnitClass.MONEY and one.unit.name == two.unit.name
        if money and IN_WORDS.isdisjoint(one.numeral) is not IN_WORDS.isdisjoint(two.numeral):
            between = Span(one.span.end, two.span.start)
            if IN_FIGURES.fullmatch(between.of(passage.text)):
                yield _verify(passage, one, one.span, two, between)


def _dashed(passage: Passage) -> Iterator[Relation]:
    """0.2公顷——3亩: what looks like a range and is one amount."""
    for token in passage.tokens:
        if isinstance(token, Range) and _convertible(token.low, token.high):
            low, high = token.low, token.high
            if low.value and low.value * low.unit.factor == high.value * high.unit.factor:
                yield _verify(passage, low, low.span, high, Span(low.span.end, high.span.start))


def _unit_price(passage: Passage, amount: Quantity, price: Quantity) -> tuple[Quantity, Span] | None:
    """每500克5元 as one price per gram."""
    start = amount.span.start
    if amount.span.end != price.span.start or passage.text[start - 1 : start] != "每" or amount.value <= 0:
        return None
    base = f"{price.unit.base}/{amount.unit.base}"
    factor = price.unit.factor / (amount.value * amount.unit.factor)
    unit = replace(price.unit, unit_class=UnitClass.PER, base=base, factor=factor, name=f"元/{amount.literal}")
    return replace(price, unit=unit), Span(start - 1, price.span.end)


def _convertible(one: Quantity, two: Quantity) -> bool:
    if (one.unit_class not in FIXED and one.unit.base != PRESSURE) or one.unit_class is not two.unit_class:
        return False
    units = {one.unit.name, two.unit.name}
    if one.unit.name == two.unit.name or (units & UNFIXED and not units <= CALENDAR):
        return False
    return one.unit.base == two.unit.base or one.unit_class is UnitClass.TEMPERATURE


def _verify(passage: Passage, one: Quantity, span: Span, two: Quantity, link: Span) -> Relation:
    judgement = _judged(one, two)
    operands = (Operand("from", span, one.plain(), one.unit.name), Operand.of("to", two))
    exact = _exact(one, two)
    shown = _shown(exact, two)
    working = f"{_words(one, span.of(passage.text))}合{shown}，文中{_words(two, two.literal)}"
    consistent = judgement.verdict is Verdict.CONSISTENT
    return Relation(
        KIND,
        operands,
        judgement.verdict,
        f"{working}，{judgement.note}",
        (link,),
        two.span,
        judgement.doubtful,
        {"name": "换算", "working": working, "computed": shown},
        () if consistent else slips.Ranked(_candidates(one, two, exact)),
        lenient=judgement.lenient,
    )


def _words(quantity: Quantity, whole: str) -> str:
    """Number and unit as the text has them; what a price is per often stands before it."""
    return whole if quantity.unit_class is UnitClass.PER else printed(quantity)


def _judged(one: Quantity, two: Quantity) -> Judgement:
    """Trailing zeros count as digits first, as rounding then."""

    def possible(intervals: list[Interval]) -> bool:
        return _celsius(intervals[0], one).meets(_celsius(intervals[1], two))

    if {one.unit.name, two.unit.name} <= CALENDAR and not one.hedges and not two.hedges:
        return _counted(one, two, possible)
    judgement = judge((one, two), possible)
    if judgement.verdict is Verdict.CONSISTENT or judgement.doubtful or one.hedges or two.hedges:
        return judgement
    exact = _exact(one, two)
    if not possible([_rounded(one).scale(one.unit.factor), _rounded(two).scale(two.unit.factor)]):
        return judgement
    if abs(exact - two.value) <= TOLERANCE * abs(exact):
        return Judgement(Verdict.CONSISTENT)
    return Judgement(Verdict.INCONSISTENT, doubtful=True)


def _counted(one: Quantity, two: Quantity, possible: Callable[[list[Interval]], bool]) -> Judgement:
    """Years and months are counted; what only a rounded number of years would clear is doubtful."""
    if one.value * one.unit.factor == two.value * two.unit.factor:
        return Judgement(Verdict.CONSISTENT)
    rounded = judge((one, two), possible).verdict is Verdict.CONSISTENT
    return Judgement(Verdict.INCONSISTENT, doubtful=rounded, because="年数若是约数则不矛盾")


def _celsius(interval: Interval, quantity: Quantity) -> Interval:
    if quantity.unit.name != FAHRENHEIT:
        return interval
    return (interval - Interval.exactly(32)).scale(Fraction(5, 9))


def _exact(one: Quantity, two: Quantity) -> Fraction:
    """The first amount in the unit of the second."""
    if one.unit_class is not UnitClass.TEMPERATURE:
        return one.value * one.unit.factor / two.unit.factor
    return (one.value - 32) * Fraction(5, 9) if one.unit.name == FAHRENHEIT else one.value * Fraction(9, 5) + 32


def _rounded(quantity: Quantity) -> Interval:
    """The values that round to the printed one if its trailing zeros are no digits: 300 may be 250 to 350."""
    place = quantity.place
    while place and quantity.value and quantity.value % (place * 10) == 0:
        place *= 10
    return Interval(quantity.value - place / 2, quantity.value + place / 2)


def _shown(exact: Fraction, two: Quantity) -> str:
    """The computed amount with the scale and the unit that the text gives to the second one."""
    digits = slips.DIGITS.fullmatch(two.numeral)
    scale = two.value / Fraction(digits[1]) if digits and two.value else Fraction(1)
    number = decimal(exact / scale, places(two) + 1)
    number = number.rstrip("0").rstrip(".") if "." in number else number
    words = _words(two, two.literal)
    return words.replace(two.numeral, number + (digits[2] if digits else ""), 1)


def _candidates(one: Quantity, two: Quantity, exact: Fraction) -> Iterator[Candidate]:
    def fits(first: Quantity, second: Quantity) -> bool:
        return _judged(first, second).verdict is Verdict.CONSISTENT

    yield from slips.candidates("to", two, lambda changed: fits(one, changed), exact)
    yield from slips.candidates("from", one, lambda changed: fits(changed, two), _exact(two, one))
