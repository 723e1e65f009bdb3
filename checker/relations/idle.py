"""Numbers that count nothing in their sentence: 一组数字, 前五大客户, 一船接一船."""

from checker.quantities.model import Quantity, UnitClass


def is_idle(quantity: Quantity) -> bool:
    """Whether a number is only an article (一组), or counts what is great (五大)."""
    article = quantity.unit_class is UnitClass.COUNT and quantity.numeral == "一" and not quantity.hedges
    return article or quantity.unit.name == "大"
