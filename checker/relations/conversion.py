"""conversion: one amount printed in two units, tied by a fixed factor.

The second amount stands in brackets or after 合, 折合, 即: 300亩（20公顷）, 3.2万公顷，合320平方公里, 每500克5元（折合
每公斤10元）. Currencies need a rate of exchange and are left alone, and so are 尺 and 寸, which often stand for feet
and inches. A round figure may have been rounded on its way: where trailing zeros read as rounding make the two agree,
three parts in a hundred are no fault, and more is doubtful.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.interval import Interval, decimal
from checker.quantities.model import Quantity, UnitClass
from checker.relations import slips
from checker.relations.judge import Judgement, judge
from checker.relations.passage import Figure, Passage
from checker.relations.record import Candidate, Operand, Relation
from checker.relations.working import places, printed
from checker.spans import Span

KIND = "conversion"
SAME = "(?:约?合|折合(?:成|为)?|折算(?:成|为)?|换算(?:成|为)?|相当于|即|也就是|等于)"
IN_BRACKETS = pattern(rf"[ \u3000]?[（(]{SAME}?(?:约为?|大约|近)?")
SAID = pattern(rf"[，,]?{SAME}(?:约|大约|近)?")
HEDGED = pattern("约?合|约?折合")
CLOSED = pattern("[）)，,；;]")
FIXED = frozenset(
    {
        *(UnitClass.LENGTH, UnitClass.AREA, UnitClass.VOLUME, UnitClass.MASS, UnitClass.ENERGY, UnitClass.POWER),
        *(UnitClass.TEMPERATURE, UnitClass.SPEED, UnitClass.DURATION, UnitClass.PER),
    }
)
UNFIXED = frozenset({"个月", "个季度", "年", "岁", "个世纪", "个工作日", "个交易日", "尺", "寸", "丈"})
"""Units without one fixed length."""
TOLERANCE = Fraction(3, 100)
FAHRENHEIT = "℉"


def find(passage: Passage) -> Iterator[Relation]:
    """Every amount of the sentence that is given in two units, judged."""
    for index, (one, two) in enumerate(zip(passage.figures, passage.figures[1:], strict=False)):
        if not _side_by_side(passage, one, two):
            continue
        first = one.quantity
        start = first.span
        if two.quantity.unit_class is UnitClass.PER and first.unit_class is UnitClass.MONEY and index:
            unit_price = _unit_price(passage, passage.figures[index - 1].quantity, first)
            first, start = unit_price or (first, start)
        if _convertible(first, two.quantity):
            yield _verify(passage, first, start, two.quantity, Span(one.quantity.span.end, two.quantity.span.start))


def _side_by_side(passage: Passage, one: Figure, two: Figure) -> bool:
    gap = (one.quantity.span.end, two.quantity.span.start)
    if gap[1] - gap[0] > 12:
        return False
    if IN_BRACKETS.fullmatch(passage.text, *gap):
        return CLOSED.match(passage.text, two.quantity.span.end) is not None
    if HEDGED.match(two.quantity.literal):
        return passage.text[slice(*gap)] in ("", "，", ",")
    return SAID.fullmatch(passage.text, *gap) is not None


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
    if one.unit_class not in FIXED or one.unit_class is not two.unit_class:
        return False
    if one.unit.name == two.unit.name or {one.unit.name, two.unit.name} & UNFIXED:
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
        () if consistent else slips.ranked(_candidates(one, two, exact)),
    )


def _words(quantity: Quantity, whole: str) -> str:
    """Number and unit as the text has them; what a price is per often stands before it."""
    return whole if quantity.unit_class is UnitClass.PER else printed(quantity)


def _judged(one: Quantity, two: Quantity) -> Judgement:
    """Trailing zeros count as digits first, as rounding then."""

    def possible(intervals: list[Interval]) -> bool:
        return _celsius(intervals[0], one).meets(_celsius(intervals[1], two))

    judgement = judge((one, two), possible)
    if judgement.verdict is Verdict.CONSISTENT or judgement.doubtful or one.hedges or two.hedges:
        return judgement
    exact = _exact(one, two)
    if not possible([_rounded(one).scale(one.unit.factor), _rounded(two).scale(two.unit.factor)]):
        return judgement
    if abs(exact - two.value) <= TOLERANCE * abs(exact):
        return Judgement(Verdict.CONSISTENT)
    return Judgement(Verdict.INCONSISTENT, doubtful=True)


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
