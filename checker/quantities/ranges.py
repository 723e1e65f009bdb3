"""Two numbers that bound a third (75%—80%, 3到5万元) and numbers in proportion (2.5:36.7:60.7)."""

from dataclasses import replace
from fractions import Fraction

from checker.patterns import pattern
from checker.quantities import codes, dates, figures, measures, numerals, periods, units
from checker.quantities.frames import Frame
from checker.quantities.model import Proportion, Quantity, Range, Unit, UnitClass
from checker.spans import Span

DASH = pattern(" ?(?:——|--|[—–~―-]|至|到) ?")
RATIO = pattern(" ?(?:[:∶]|比) ?(?=[0-9一二三四五六七八九十])")
CURRENCY = pattern("人民币|RMB|CNY|USD|HKD|EUR|HK\\$|US\\$|[¥$€£]")
PARTS = ("百分之", "千分之", "万分之")
MOST_PARTS = 12


def ranged(text: str, at: int, low: Quantity) -> Range | None:
    """The range that ``low``, whose numeral starts at ``at``, opens."""
    dash = DASH.match(text, low.span.end)
    if dash is None or dash.end() >= len(text):
        return None
    start = _signed_start(text, dash.end())
    if start >= len(text):
        return None
    parted = text[low.span.start : low.number.start] in PARTS
    high = measures.quantity(text, start, dash.end()) or (_part(text, start, low) if parted else None)
    if high is None or high.span.start > dash.end() or _timed(text, at, low):
        return None
    if low.unit_span is None:
        shared = _share(text, low, high)
        if shared is None:
            return None
        low = shared
    elif high.unit_span is None and parted:
        high = replace(high, unit=low.unit)
    elif _per_each(low.unit, high.unit):
        low = replace(low, unit=high.unit)
    elif _per_each(high.unit, low.unit):
        high = replace(high, unit=low.unit)
    elif not _fit(low.unit, high.unit):
        return None
    return Range(low.span.join(high.span), low, high)


def _per_each(one: Unit, two: Unit) -> bool:
    """8.2元-9.6元/股, 每股8.2元至9.6元: what both are per stands once."""
    if two.per is None or one.per is not None:
        return False
    return two.base == f"{one.base}/{two.per.base}" and two.factor == one.factor / two.per.factor


def _timed(text: str, at: int, low: Quantity) -> bool:
    """2021-25 are years, 2025-04 is a month."""
    if low.unit_span is not None or len(low.number) != 4:
        return False
    return dates.day(text, at) is not None or periods.period(text, at) is not None


def _part(text: str, at: int, low: Quantity) -> Quantity | None:
    """The second figure of 百分之三十到四十一."""
    numeral = numerals.read(text, at)
    return measures.build(text, Frame(numeral, low.unit, at, numeral.end, None), at) if numeral else None


def opened(text: str, at: int) -> Range | None:
    """两到三万元, 一百二十至一百五十米: a Chinese figure that only the second one's unit makes a number."""
    numeral = numerals.read(text, at)
    if numeral is None or not numeral.chinese or numeral.bare or not DASH.match(text, numeral.end):
        return None
    low = measures.build(text, Frame(numeral, units.BARE, at, numeral.end, None), at)
    found = ranged(text, at, low)
    return found if found and found.high.unit_span is not None else None


def _signed_start(text: str, at: int) -> int:
    """Where the second numeral begins, behind its sign, hedge or currency: 人民币5000万元至|人民币|7400万元."""
    currency = CURRENCY.match(text, at)
    if currency:
        return currency.end()
    return at + 1 if text[at] in "-负约近超" else at


def _fit(one: Unit, two: Unit) -> bool:
    if one.unit_class is UnitClass.COUNT:
        return one.name == two.name
    return one.unit_class is two.unit_class and one.base == two.base


def _share(text: str, low: Quantity, high: Quantity) -> Quantity | None:
    """Give the lower number the unit, and the scale where it fits, that are written once: 9—16亿 is 9亿—16亿."""
    numeral = numerals.read(text, low.number.start)
    if numeral is None or numeral.end != low.number.end:
        return None
    # 七千到九千亿 shares 亿 alone, 两到三千 the thousand too.
    factor = _scale(text, high, "万亿" if numeral.value >= 100 and numeral.chinese else "万亿千百")
    if factor > 1 and not numeral.scaled and numeral.value < high.value / factor:
        place = numeral.place * factor
        numeral = replace(numeral, value=numeral.value * factor, place=place, last=numeral.last * factor, scaled=True)
    if low.value < 0:
        numeral = replace(numeral, value=-abs(numeral.value))
    frame = Frame(numeral, high.unit, low.span.start, low.span.end, high.unit_span)
    return measures.build(text, frame, low.span.start)


def _scale(text: str, high: Quantity, scales: str) -> Fraction:
    words = text[high.number.start : high.number.end].translate(figures.FORMAL).rstrip("余多来几")
    digits = words.rstrip(scales)
    return numerals.value_of(words[len(digits) :]) if len(words) > len(digits) and digits else Fraction(1)


def proportion(text: str, at: int) -> Proportion | None:
    """A chain of bare numbers told apart by : ∶ or 比."""
    if codes.CLOCK.match(text, at):
        return None
    parts: list[Quantity] = []
    start = at
    while len(parts) < MOST_PARTS:
        numeral = numerals.read(text, start)
        if numeral is None or numeral.scaled or numeral.step is not None:
            break
        frame = Frame(numeral, units.BARE, start, numeral.end, None)
        parts.append(measures.build(text, frame, start))
        colon = RATIO.match(text, numeral.end)
        if colon is None:
            break
        start = colon.end()
    if len(parts) < 2:
        return None
    return Proportion(Span(at, parts[-1].span.end), tuple(parts))
