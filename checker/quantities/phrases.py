"""Quantities that open with a word instead of a numeral: 每吨18元, 翻番, 过半, 成千上万."""

from dataclasses import replace
from fractions import Fraction

from checker.patterns import pattern
from checker.quantities import hedges, measures, numerals, units
from checker.quantities.frames import Frame
from checker.quantities.model import Hedge, Quantity, UnitClass
from checker.quantities.numerals import Numeral
from checker.spans import Span

HALVES = {"过半": Hedge.OVER, "近半": Hedge.NEAR, "半数以上": Hedge.AT_LEAST}
FIFTY = Fraction(50)


def phrase(text: str, at: int) -> Quantity | None:
    """每吨18元, 翻番, 过半: quantities that open with a word instead of a numeral."""
    if text[at] == "每":
        return _each(text, at)
    if text[at] == "翻":
        return _doubled(text, at)
    if text.startswith("成千上万", at):
        return _thousands(text, at)
    for words, hedge in HALVES.items():
        if text.startswith(words, at) and not text.startswith("成", at + len(words)):
            end = at + len(words)
            interval = hedges.bound(hedge, FIFTY, FIFTY, UnitClass.RATE)
            unit = units.unit("%")
            return Quantity(
                Span(at, end),
                Span(at, end),
                words,
                FIFTY,
                FIFTY,
                FIFTY,
                unit,
                None,
                (hedge,),
                interval,
                interval,
                interval,
            )
    return None


JUST = "整整|足足|正好|刚好|恰好|恰恰"
DOUBLED = pattern(f"翻了?(?:{JUST})?([一两二三四五六七八九0-9.]+)番|翻了?[番倍]")


def _doubled(text: str, at: int) -> Quantity | None:
    """翻番 and 翻倍 are one doubling, 翻两番 two; only the number and 番 are the quantity where a number is written."""
    match = DOUBLED.match(text, at)
    if match is None:
        return None
    numeral = numerals.read(text, match.start(1)) if match[1] else None
    start = numeral.start if numeral else at
    numeral = numeral or Numeral(at, match.end(), Fraction(1), Fraction(1), Fraction(1), chinese=True)
    return measures.build(
        text, Frame(numeral, units.unit("番"), start, match.end(), Span(match.end() - 1, match.end())), start
    )


def _thousands(text: str, at: int) -> Quantity | None:
    """成千上万名 speaks of anything from a thousand to a hundred thousand."""
    end = at + len("成千上万")
    name = units.spelling(text, end)
    if not name:
        return None
    low, high = Fraction(1000), Fraction(99999)
    numeral = Numeral(at, end, low, low, low, chinese=True, low=low, high=high)
    return measures.build(text, Frame(numeral, units.unit(name), at, end + len(name), Span(end, end + len(name))), at)


def _each(text: str, at: int) -> Quantity | None:
    """每公斤12元 is 12元/公斤; between 每 and the number stands the unit alone."""
    name = units.spelling(text, at + 1)
    start = at + 1 + len(name)
    if not name or start >= len(text):
        return None
    hedge_room = start
    while start < len(text) and start < hedge_room + 3 and text[start] in "约近超过逾不足到":
        start += 1
    if start >= len(text):
        return None
    frame = measures.framed(text, start, hedge_room)
    if frame is None or frame.unit_span is None or frame.unit.per is not None:
        return None
    found = measures.build(text, replace(frame, unit=units.per(frame.unit, units.unit(name))), hedge_room)
    if found.span.start > hedge_room:
        return None
    return replace(found, span=Span(at, found.span.end), literal=text[at : found.span.end])
