"""第N: places in an order, and the numbered things that only look like one."""

from checker.quantities import numerals, units
from checker.quantities.model import Code, Ordinal
from checker.spans import Span

NUMBERED = frozenset({"期", "号", "版", "页", "章", "节", "卷", "集", "号令", "编"})
NOT_ONE = ("第一时间", "第一线", "第一书记", "第一手", "第一夫人", "第一桶金", "第一眼")
REACH = 30


def ordinal(text: str, at: int) -> Ordinal | Code | None:
    """第十四届, 第9位; a numbered issue, article or page is a code."""
    if text[at : at + 1] != "第":
        return None
    words = next((word for word in NOT_ONE if text.startswith(word, at)), "")
    if words:
        return Code(Span(at, at + len(words)), "idiom")
    start = at + 1 + (text[at + 1 : at + 2] == " ")
    # A full-width comma after 第4 ends the clause, it never groups digits: 全市第4，120家.
    window = text[start : start + REACH].partition("，")[0]
    numeral = numerals.read(window, 0)
    if numeral is None or numeral.value.denominator != 1 or numeral.step is not None or numeral.low is not None:
        return None
    value = int(numeral.value)
    stop = start + numeral.end
    name = "号" if text.startswith("号", stop) else units.spelling(text, stop)
    end = stop + len(name)
    if name in NUMBERED:
        return Code(Span(at, end), "number", value)
    return Ordinal(Span(at, end), value, name)
