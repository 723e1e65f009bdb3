"""change: how a newsroom writes down what was, what became, and the difference."""

from fractions import Fraction

from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.growth.differences import Numbers, exact
from checker.relations.working import clocked, finer, is_split, printed

NAMES = {"base": "基数", "current": "现数", "change": "差额", "rate": "增幅"}

SPLIT = pattern("[时分秒][^0-9]{0,2}[0-9]")
TENTHS = "成"
SCALES = {"万亿": 10**12, "亿": 10**8, "万": 10**4}


def called(role: str, numbers: Numbers) -> str:
    """What a role is called in a message; a rate that falls is a 降幅."""
    return "降幅" if role == "rate" and numbers.sign < 0 else NAMES[role]


def shown(numbers: Numbers, role: str, *, turned: bool = False) -> str:
    """The computation of one of the numbers from the others, with what the text has.

    ``turned`` shows the minus of what goes the other way than the words tell: 3.2−3.5=−0.3个百分点 for 提高0.3个百分点.
    """
    quantity: Quantity = getattr(numbers, role)
    value = exact(numbers, role)
    told = f"文中{printed(quantity)}"
    if value is not None and quantity.unit_class is UnitClass.DURATION and SPLIT.search(quantity.literal):
        return f"{_formula(numbers, role)}={clocked(abs(value) * quantity.unit.factor)}，{told}"
    minus = "−" if turned and numbers.sign and value is not None and value < 0 else ""
    computed = "？" if value is None else f"{minus}{finer(abs(value) / _scale(quantity), quantity)}{_tail(quantity)}"
    return f"{_formula(numbers, role)}={computed}，{told}"


def confusion(numbers: Numbers) -> str:
    """How far two rates lie apart, in points and as a rate of change."""
    base, current, rate = numbers.base, numbers.current, numbers.rate
    assert base
    assert current
    assert rate
    apart = finer(abs(_base(current) - _base(base)), current)
    told = f"{current.numeral}−{base.numeral}={apart}个百分点"
    value = exact(numbers, "rate")
    part = "" if value is None else f"，增减幅度为{finer(abs(value), rate)}%"
    return f"{told}{part}，文中{printed(rate)}"


def _base(quantity: Quantity) -> Fraction:
    return quantity.value * quantity.unit.factor


def _formula(numbers: Numbers, role: str) -> str:
    mixed = _is_mixed(numbers)
    base, current, change, rate = (
        None if one is None else _measured(one) if mixed and one is not numbers.rate else _figure(one)
        for one in (numbers.base, numbers.current, numbers.change, numbers.rate)
    )
    minus = numbers.sign < 0 or (not numbers.sign and _fell(numbers))
    if role == "rate":
        if base and current:
            upper = f"({base}−{current})" if minus else f"({current}−{base})"
            return f"{upper}÷{base}"
        return f"{change}÷{base}" if base else f"{change}÷({current}{'+' if minus else '−'}{change})"
    if role == "change":
        if base and current:
            return f"{base}−{current}" if minus else f"{current}−{base}"
        return f"{base}×{rate}%" if base else f"{current}÷(1{'−' if minus else '+'}{rate}%)×{rate}%"
    if role == "current":
        return f"{base}{'−' if minus else '+'}{change}" if change else f"{base}×(1{'−' if minus else '+'}{rate}%)"
    if change:
        return f"{current}{'+' if minus else '−'}{change}"
    return f"{current}÷(1{'−' if minus else '+'}{rate}%)"


def _is_mixed(numbers: Numbers) -> bool:
    """Whether levels and difference are told in units of two sizes: 14.5元, 5角."""
    told = [one for one in (numbers.base, numbers.current, numbers.change) if one is not None]
    classes = {one.unit_class for one in told}
    return len({one.unit.factor for one in told}) > 1 and not classes & {UnitClass.NONE, UnitClass.DURATION}


def _measured(quantity: Quantity) -> str:
    """The number with its unit, without what that is counted per."""
    return printed(quantity) if is_split(quantity) else quantity.numeral + quantity.unit.name.partition("/")[0]


def _fell(numbers: Numbers) -> bool:
    return numbers.base is not None and numbers.current is not None and _base(numbers.current) < _base(numbers.base)


def _figure(quantity: Quantity) -> str:
    """The number as it enters a formula: without its unit, but 7分12秒35 and 9秒98 whole, and one below zero so."""
    if quantity.unit_class is UnitClass.DURATION and quantity.unit_span:
        return quantity.literal if SPLIT.search(quantity.literal) else quantity.numeral
    if quantity.unit.name == TENTHS and not quantity.hedges:
        return quantity.literal
    if quantity.unit_class not in (UnitClass.DURATION, UnitClass.RATE) and is_split(quantity):
        return printed(quantity)
    return f"(−{quantity.numeral})" if quantity.value < 0 else quantity.numeral


def _scale(quantity: Quantity) -> int:
    """The scale word of the number, as a factor."""
    return next((size for word, size in SCALES.items() if quantity.numeral.endswith(word)), 1)


def _tail(quantity: Quantity) -> str:
    """Scale word and unit as printed."""
    word = next((word for word in SCALES if quantity.numeral.endswith(word)), "")
    unit = "" if quantity.unit_span is None else _unit_words(quantity)
    return word + unit


def _unit_words(quantity: Quantity) -> str:
    assert quantity.unit_span is not None
    start = quantity.unit_span.start - quantity.span.start
    return quantity.literal[start : quantity.unit_span.end - quantity.span.start]
