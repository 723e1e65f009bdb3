"""How a newsroom writes a computation down."""

from fractions import Fraction

from checker.patterns import pattern
from checker.quantities.interval import decimal
from checker.quantities.model import Quantity, UnitClass
from checker.widths import plain

COMPOUND = pattern("[0-9０-９.．,，]+[^0-9０-９.．,，]+[0-9０-９]")
"""27小时50分: the first number is not all of it."""

TAIL = pattern("[0-9０-９一二三四五六七八九十半]")


def printed(quantity: Quantity) -> str:
    """Number and unit as the text has them, without hedges: ``21.7亿元``. A stretch of the calendar is told in full."""
    if quantity.unit_span is None and quantity.unit_class is UnitClass.DURATION:
        return f"{quantity.plain()}{quantity.unit.name}"
    end = max(quantity.number.end, quantity.unit_span.end if quantity.unit_span else 0)
    start = min(quantity.number.start, quantity.unit_span.start if quantity.unit_span else quantity.number.start)
    return quantity.literal[start - quantity.span.start : end - quantity.span.start]


def is_split(quantity: Quantity) -> bool:
    """Whether digits stand behind the unit, too, so that the numeral is not all of the number: 四块八, 九斤四两."""
    return quantity.unit_span is not None and TAIL.search(printed(quantity)[len(quantity.numeral) :]) is not None


def sides(one: Quantity, two: Quantity) -> tuple[str, str]:
    """Both operands of a quotient; the unit is left out where they share it."""
    bare = one.unit.name == two.unit.name and None not in (one.unit_span, two.unit_span)
    bare = bare and not is_split(one) and not is_split(two)
    return (one.numeral, two.numeral) if bare else (printed(one), printed(two))


def places(quantity: Quantity) -> int:
    """How many decimal places the printed number has; one for numbers in Chinese numerals."""
    numeral = plain(quantity.numeral)
    return len(numeral.partition(".")[2]) if numeral.isascii() else 1


def finer(value: Fraction, quantity: Quantity) -> str:
    """``value`` with one decimal place more than the printed quantity, without trailing zeros."""
    text = decimal(value, places(quantity) + 1)
    return text.rstrip("0").rstrip(".") if "." in text else text


def scaled(value: Fraction, unit: str) -> str:
    """``value`` in 亿 or 万 with one decimal place: ``72.1亿元``."""
    for size, word in ((10**8, "亿"), (10**4, "万")):
        if value >= size:
            return f"{decimal(value / size, 1)}{word}{unit}"
    return f"{decimal(value, 1)}{unit}"


def clocked(seconds: Fraction) -> str:
    """A time in hours, minutes and seconds: 1分21秒."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(int(minutes), 60)
    whole = f"{hours}小时" * bool(hours) + f"{minutes}分" * bool(hours or minutes)
    last = decimal(rest, 2).rstrip("0").rstrip(".") or "0"
    return whole if whole and last == "0" else f"{whole}{last}秒"
