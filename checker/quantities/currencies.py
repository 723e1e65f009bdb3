"""Currencies before the number: $5, RMB 100, 人民币5万."""

from dataclasses import replace

from checker.quantities import units
from checker.quantities.frames import Frame
from checker.quantities.model import UnitClass
from checker.spans import Span

PREFIXES = (
    ("US$", "美元"),
    ("HK$", "港元"),
    ("A$", "澳元"),
    ("C$", "加元"),
    ("S$", "新元"),
    ("NT$", "新台币"),
    ("$", "美元"),
)
SYMBOLS = {"¥": "元", "€": "欧元", "£": "英镑", "$": "美元", "₩": "韩元", "₽": "卢布"}
LETTERS = {
    "RMB": "元",
    "CNY": "元",
    "USD": "美元",
    "HKD": "港元",
    "EUR": "欧元",
    "GBP": "英镑",
    "JPY": "日元",
    "人民币": "元",
}
LAST_OF_PREFIX = frozenset("$¥€£₩₽BYDRP币")


def priced(text: str, frame: Frame, floor: int) -> Frame:
    """$5, RMB 100, 人民币5万: a currency before the number, where none stands behind."""
    if frame.unit.name == "元" and text[max(floor, frame.start - 3) : frame.start] == "人民币":
        return replace(frame, start=frame.start - 3)
    if frame.unit.unit_class is not UnitClass.NONE:
        return frame
    at = frame.start - 1 if frame.start > floor and text[frame.start - 1] == " " else frame.start
    head = text[max(floor, at - 3) : at]
    if not head or head[-1] not in LAST_OF_PREFIX:
        return frame
    for prefix, name in (*PREFIXES, *LETTERS.items(), *SYMBOLS.items()):
        if head.endswith(prefix):
            start = at - len(prefix)
            return replace(frame, unit=units.unit(name), start=start, unit_span=Span(start, at))
    return frame
