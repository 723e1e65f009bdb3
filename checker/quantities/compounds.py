"""Quantities told in two units or with decimals behind the unit: 3元5角, 1小时20分, 两块五, 三亩二, 一米七五, 9秒83."""

import re
from dataclasses import replace
from fractions import Fraction

from checker.patterns import pattern
from checker.quantities import figures, numerals, units
from checker.quantities.frames import Frame
from checker.quantities.model import UnitClass
from checker.spans import Span

TENTH = Fraction(1, 10)
TENTHS = pattern("[1-9一二三四五六七八九](?=[一1](?:公?斤|[两吨千克个只条把箱袋瓶亩件张枚])|[，。；、）”]|$)")
ENDS = "(?=[，。；：、！？）)”\n的和与跟比涨降跌升到至高矮低长宽深重卖买]|$)"
DIGIT = "[1-9一二三四五六七八九]"
SPOKEN_TENTHS = pattern(f"{DIGIT}{ENDS}|{DIGIT}(?=分(?:[地田]|{ENDS}))")
SPOKEN_METRES = pattern(
    f"(?:[0零]{DIGIT}|{DIGIT}(?:{DIGIT}|[0零])?){ENDS}"
    f"|(?:[0零]{DIGIT}|{DIGIT}(?:{DIGIT}|[0零]))(?=起跳|一[次举]|[多少](?=[0-9])|[提开已也才又就仅第夺获冲拿摘排列位居率勇折（(])"
)
"""跳过4米65一次过杆: where two digits stand, they can hardly count what follows."""

SPOKEN_UNITS = frozenset(("块", "毛", "亩", "斤", "公斤", "米", "吨"))
LARGEST = 1000
"""三亩二, 四块八, 五吨六: speech leaves out the next smaller unit, behind 一米七五 the centimetres. None is large."""

SECONDS = pattern("[0-9]{1,2}秒")
HUNDREDTHS = pattern(
    "[0-9]{2}(?![0-9.:：年月日号%点个万亿元米人])|[0-9](?=[，。；、！？,;）)”的夺获冲跑完创刷打排列位居勇率摘撞晋比快慢]|$)"
)
# 3元5角, 1小时20分: each unit with the next smaller one that may follow it.
SMALLER = {
    "元": {"角": "角", "毛": "角", "分": "分钱"},
    "角": {"分": "分钱"},
    "年": {"个月": "个月"},
    "天": {"小时": "小时", "个小时": "小时"},
    "小时": {"分": "分钟", "分钟": "分钟", "秒": "秒"},
    "米": {"厘米": "厘米", "公分": "厘米"},
    "分钟": {"秒": "秒", "秒钟": "秒"},
    "斤": {"两": "两"},
}


def compound(text: str, frame: Frame) -> Frame:
    """3元5角, 1小时20分30秒, 7分12秒35 are one quantity in the first unit."""
    if frame.unit.name == "分" and SECONDS.match(text, frame.end):
        frame = replace(frame, unit=units.unit("分钟"))
    while True:
        spoken = _spoken(text, frame)
        if spoken is not None:
            return spoken
        following = SMALLER.get(frame.unit.name)
        numeral = numerals.read(text, frame.end) if following else None
        tenths = TENTHS.match(text, frame.end) if text[frame.end - 1] == "块" else None
        if tenths:
            return _with_tenths(frame, tenths)
        if following is None or numeral is None or numeral.step is not None:
            return _with_hundredths(text, frame)
        name = next(
            (name for name in sorted(following, key=len, reverse=True) if text.startswith(name, numeral.end)), ""
        )
        if not name:
            return _with_hundredths(text, frame)
        smaller = units.unit(following[name])
        ratio = smaller.factor / frame.unit.factor
        value = frame.numeral.value + numeral.value * ratio
        end = numeral.end + len(name)
        merged = replace(frame.numeral, value=value, place=ratio, last=ratio, decimals=1)
        frame = replace(frame, numeral=merged, end=end, unit_span=Span(numeral.end, end))


def tails(text: str, frame: Frame) -> bool:
    """Whether a unit is one behind which speech leaves out the next smaller one."""
    return frame.unit_span is not None and text[frame.unit_span.start : frame.unit_span.end] in SPOKEN_UNITS


def _spoken(text: str, frame: Frame) -> Frame | None:
    """The quantity with the digits behind its unit, if there are such and nothing is counted by them."""
    numeral = frame.numeral
    if (
        not tails(text, frame)
        or frame.unit_span is None
        or numeral.scaled
        or numeral.decimals
        or not 0 < numeral.value < LARGEST
    ):
        return None
    name = text[frame.end - 1]
    match = (SPOKEN_METRES if name == "米" else SPOKEN_TENTHS).match(text, frame.end)
    if match is None or numeral.step is not None or numeral.low is not None:
        return None
    digits = match[0]
    value, places = numeral.value, len(digits)
    for at, digit in enumerate(digits, 1):
        value += TENTH**at * (int(digit) if digit.isdecimal() else figures.DIGITS[digit])
    place = TENTH**places
    end = match.end() + (name == "亩" and text.startswith("分", match.end()))
    merged = replace(numeral, value=value, place=place, last=place, decimals=places)
    return replace(frame, numeral=merged, end=end, unit_span=Span(frame.unit_span.start, end))


def _with_tenths(frame: Frame, match: re.Match[str]) -> Frame:
    """两块五一斤: what stands right behind 块 are tenths of a yuan."""
    digit = match[0]
    value = frame.numeral.value + TENTH * (int(digit) if digit.isdecimal() else figures.DIGITS[digit])
    merged = replace(frame.numeral, value=value, place=TENTH, last=TENTH, decimals=1)
    return replace(frame, numeral=merged, end=match.end(), unit_span=Span(match.start() - 1, match.end()))


def _with_hundredths(text: str, frame: Frame) -> Frame:
    """9秒83, 12秒8: what stands right behind 秒 are hundredths of one, or tenths."""
    match = HUNDREDTHS.match(text, frame.end) if text[frame.end - 1 : frame.end] == "秒" else None
    if not match or frame.unit.unit_class is not UnitClass.DURATION:
        return frame
    ratio = units.unit("秒").factor / frame.unit.factor / 10 ** len(match[0])
    value = frame.numeral.value + int(match[0]) * ratio
    merged = replace(frame.numeral, value=value, place=ratio, last=ratio, decimals=len(match[0]))
    return replace(frame, numeral=merged, end=match.end(), unit_span=Span(frame.end - 1, match.end()))
