"""Numerals: Arabic, Chinese, formal and mixed, with the words that blur them from inside (30余万, 十几, 七八千)."""

import re
from dataclasses import dataclass, replace
from fractions import Fraction

DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
TENS = {"廿": 20, "卅": 30, "卌": 40}
SMALL = {"十": 10, "百": 100, "千": 1000}
BIG = {"万": 10**4, "亿": 10**8}
CHINESE = "零〇一二两三四五六七八九十百千万亿廿卅卌"
# Longer numerals are identifiers; the cap also keeps int() and every look-ahead short.
LONGEST = 24

ARABIC = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
WIDE_GROUPS = re.compile(r"[0-9]{1,3}(?:，[0-9]{3}){1,6}(?![0-9，])")
SPACED = re.compile(r"[0-9](?: [0-9](?![0-9])){2,12}(?= ?[年月%万亿元家户人个])")
RUN = re.compile(f"[{CHINESE}]+(?:点[零〇一二三四五六七八九]+)?")
FORMAL_RUN = re.compile("[壹贰叁肆伍陆柒捌玖拾佰仟零〇万亿]{1,24}")
# 千克, 百分点, 万象: the scale word belongs to what follows.
SCALE = re.compile(r" ?(?:[十百千]?[万亿]+|千(?![克瓦米卡帕赫伏焦字乏])|百(?![分帕米度姓强优]))")
TAIL = re.compile(r"[0-9]{1,4}(?![0-9.,])")
MORE = re.compile("[余多来几](?=[十百千]?[万亿])")
SEVERAL = re.compile("[几数](?:[十百千]?万亿|[十百千]?[万亿]|[十百千])")
BLUR = re.compile("[余多来几]")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as printed, between ``start`` and ``end``.

    ``place`` is the value of the last printed digit, ``last`` that of the last digit that is not zero. ``scaled``:
    万 or 亿 is written. ``low`` and ``high`` are set where the numeral itself gives bounds: ``step`` above the value
    for 余 and 多, a whole decade for 几十, both digits for 七八. ``bare`` scale words (百, 万) print no digit at all.
    """

    start: int
    end: int
    value: Fraction
    place: Fraction
    last: Fraction
    scaled: bool = False
    decimals: int = 0
    chinese: bool = False
    bare: bool = False
    step: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None


def read(text: str, at: int) -> Numeral | None:
    """The longest numeral that starts at ``at`` of a folded text, blurring words inside it included.

    >>> read("2亿3千万元", 0).value
    Fraction(230000000, 1)
    >>> read("30余万", 0).step
    Fraction(100000, 1)
    """
    if at >= len(text):
        return None
    first = text[at]
    if "0" <= first <= "9":
        return _blurred(text, _arabic(text, at))
    if first in "几数":
        return _several(text, at)
    if first in CHINESE:
        return _blurred(text, _chinese(text, at))
    return _formal(text, at)


def whole(text: str) -> Numeral | None:
    """The numeral that a folded ``text`` is from end to end, with a sign or without."""
    sign = -1 if text[:1] in ("-", "负") else 1
    numeral = read(text, 1 if sign < 0 else 0)
    if numeral is None or numeral.end != len(text):
        return None
    return replace(numeral, start=0, value=sign * numeral.value)


def value_of(words: str) -> Fraction:
    """What scale words are worth: 千万 is 10000000, anything else 1."""
    return _run_value(words) or Fraction(1)


def _several(text: str, at: int) -> Numeral | None:
    """几十 is 20 to 99, 数百万 is 200万 to 1000万."""
    match = SEVERAL.match(text, at)
    if match is None:
        return None
    unit = _run_value(match[0][1:])
    if unit is None:
        return None
    top = 10 * unit - (1 if unit < 10**4 else 0)
    return Numeral(at, match.end(), unit, unit, unit, unit >= 10**4, chinese=True, low=2 * unit, high=Fraction(top))


def _arabic(text: str, at: int) -> Numeral | None:
    spaced = SPACED.match(text, at)
    match = spaced or ARABIC.match(text, at)
    if match is None or match.end() - at > LONGEST:
        return None
    wide = WIDE_GROUPS.match(text, at)
    end = wide.end() if wide else match.end()
    # One full-width comma may also end a clause; a unit or a scale word right after it tells.
    if wide and wide[0].count("，") == 1 and not (end < len(text) and text[end] in "万亿元户家人个吨亩公平套辆条"):
        wide, end = None, match.end()
    digits = (wide or match)[0].replace(",", "").replace("，", "").replace(" ", "")
    decimals = len(digits.partition(".")[2])
    numeral = _number(at, end, Fraction(digits), Fraction(1), decimals)
    scale = SCALE.match(text, end)
    return _scaled(text, numeral, scale) if scale else numeral


def _number(start: int, end: int, value: Fraction, scale: Fraction, decimals: int) -> Numeral:
    big = Fraction(scale if decimals else _big(scale))
    place = big / 10**decimals
    result = value * scale
    return Numeral(start, end, result, place, place if decimals else _last(result, place), scale >= 10**4, decimals)


def _big(scale: Fraction) -> int:
    """The 万 or 亿 in a scale: 千万 counts by 万, as 3000万 does."""
    return next((big for big in (10**12, 10**8, 10**4) if scale >= big), 1)


def _last(value: Fraction, place: Fraction) -> Fraction:
    """The place of the last digit that is not zero, at least ``place``."""
    last = place
    while value and last < value and value % (last * 10) == 0:
        last *= 10
    return last


def _scaled(text: str, numeral: Numeral, scale: re.Match[str]) -> Numeral:
    factor = _run_value(scale[0].strip())
    if factor is None:
        return numeral
    coefficient = numeral.value
    scaled = _number(numeral.start, scale.end(), coefficient, factor, numeral.decimals)
    if numeral.decimals:
        return scaled
    return _continued(text, scaled, factor)


def _continued(text: str, numeral: Numeral, factor: Fraction) -> Numeral:
    """2亿3千万, 1亿3700万, 3万5000: a smaller part may follow the scale word."""
    match = TAIL.match(text, numeral.end) if factor >= 1000 else None
    if match is None:
        return numeral
    rest = Numeral(match.start(), match.end(), Fraction(match[0]), Fraction(1), Fraction(1))
    scale = SCALE.match(text, match.end())
    if scale:
        rest = _scaled(text, rest, scale)
    elif len(match[0]) < 3:
        return numeral
    if rest.value >= factor:
        return numeral
    value = numeral.value + rest.value
    place = rest.place
    return replace(numeral, end=rest.end, value=value, place=place, last=_last(value, place))


def _blurred(text: str, numeral: Numeral | None) -> Numeral | None:
    """30余万, 30多亿, 十几万: the word stands between the digits and the scale, and widens by the last digit."""
    if numeral is None or numeral.end >= len(text) or text[numeral.end] not in "余多来几":
        return numeral
    if numeral.decimals or text[numeral.end] in "来几" and numeral.last < 10:
        return numeral
    end = numeral.end + 1
    scale = SCALE.match(text, end) if MORE.match(text, numeral.end) else None
    factor = (_run_value(scale[0].strip()) if scale else None) or Fraction(1)
    return replace(
        numeral,
        end=scale.end() if scale else end,
        value=numeral.value * factor,
        place=numeral.place * factor,
        last=numeral.last * factor,
        scaled=numeral.scaled or factor >= 10**4,
        step=_step(numeral) * factor,
    )


def _step(numeral: Numeral) -> Fraction:
    """What 余 may add: the last digit's worth, or one 万 or 亿 where it stands behind that word (30亿多)."""
    return numeral.place if numeral.scaled else numeral.last


def _formal(text: str, at: int) -> Numeral | None:
    match = FORMAL_RUN.match(text, at)
    if match is None:
        return None
    run = match[0].translate(FORMAL)
    if len(run) < 2 and text[match.end() : match.end() + 1] != "元":
        return None
    numeral = _chinese(run, 0)
    return numeral and _blurred(text, replace(numeral, start=at, end=at + numeral.end))


def _chinese(text: str, at: int) -> Numeral | None:
    match = RUN.match(text, at)
    if match is None or match.end() - at > 2 * LONGEST:
        return None
    run, _, fraction = match[0].partition("点")
    value = _run_value(run)
    if value is None:
        return None if fraction else _approximate(run, at)
    if fraction:
        return _pointed(text, at, match.end(), value, fraction)
    scale = _trailing(run)
    place = Fraction(scale) if scale > 1 or run[-1] not in DIGITS else _elided(run)
    bare = run[0] in "百千万亿" and not any(character in DIGITS for character in run)
    return Numeral(at, match.end(), value, place, _last(value, place), _big(value) > 1, 0, True, bare)


def _pointed(text: str, at: int, end: int, whole_part: Fraction, fraction: str) -> Numeral:
    digits = "".join(str(DIGITS[digit]) for digit in fraction)
    value = whole_part + Fraction(int(digits[:LONGEST]), 10 ** len(digits[:LONGEST]))
    scale = SCALE.match(text, end)
    factor = (_run_value(scale[0].strip()) if scale else None) or Fraction(1)
    stop = scale.end() if scale else end
    return replace(_number(at, stop, value, factor, len(digits[:LONGEST])), chinese=True)


def _trailing(run: str) -> int:
    """The product of the 万 and 亿 that end a run: 二百七十亿 counts by 亿."""
    scale = 1
    for character in reversed(run):
        if character not in BIG:
            break
        scale *= BIG[character]
    return scale


def _elided(run: str) -> Fraction:
    """一万二 is 12000: its last digit counts thousands."""
    previous = SMALL.get(run[-2]) or BIG.get(run[-2]) if len(run) > 1 else None
    return Fraction(previous, 10) if previous and previous >= 100 else Fraction(1)


def _approximate(run: str, at: int) -> Numeral | None:
    """七八千, 三五百, 十五六: two neighbouring digits bound the number."""
    for index in range(len(run) - 1):
        one, two = DIGITS.get(run[index], 0), DIGITS.get(run[index + 1], 0)
        if one and two and (two == one + 1 or (one, two) == (3, 5)):
            low, high = (_run_value(run[:cut] + run[cut + 1 :]) for cut in (index + 1, index))
            if low is None or high is None or low >= high:
                return None
            place = Fraction(max(_trailing(run), 1))
            return Numeral(
                at, at + len(run), low, place, _last(low, place), low >= 10**4, chinese=True, low=low, high=high
            )
    return None


def _run_value(run: str) -> Fraction | None:
    """The value of a Chinese numeral without decimals, or None where it is not well formed.

    >>> int(_run_value("一亿三千七百万"))
    137000000
    """
    state = _Reader()
    for character in run:
        if not state.take(character):
            return None
    return state.total(run)


class _Reader:
    """Adds up a Chinese numeral from left to right; scales must fall inside a section of four places."""

    def __init__(self) -> None:
        self.above = 0  # what 亿 has closed
        self.upper = 0  # what 万 has closed
        self.section = 0
        self.digit: int | None = None
        self.scale = 10**4
        self.started = False

    def take(self, character: str) -> bool:
        if character in DIGITS:
            return self._digit(DIGITS[character])
        if character in TENS:
            taken = self.section == 0 and self.digit is None
            self.section, self.scale, self.started = self.section + TENS[character], 10, True
            return taken
        return self._small(SMALL[character]) if character in SMALL else self._big(BIG[character])

    def _digit(self, digit: int) -> bool:
        if self.digit:
            return False
        self.digit, self.started = digit, True
        return True

    def _small(self, scale: int) -> bool:
        if scale >= self.scale or (self.digit is None and self.started and scale > 10):
            return False
        digit = 1 if not self.digit else self.digit
        self.section += digit * scale
        self.digit, self.scale, self.started = None, scale, True
        return True

    def _big(self, scale: int) -> bool:
        section = self.section + (self.digit or 0)
        if scale == 10**4:
            if self.upper:
                return False
            self.upper = (section or (0 if self.started else 1)) * scale
            taken = self.upper > 0
        else:
            below = self.upper + section or (0 if self.started else 1)
            taken = below > 0 and (not self.above or self.above < scale)
            self.above, self.upper = (self.above + below) * scale, 0
        self.section, self.digit, self.scale, self.started = 0, None, 10**4, True
        return taken

    def total(self, run: str) -> Fraction | None:
        rest = self.digit or 0
        if rest and len(run) > 1:
            rest *= int(_elided(run))
        return Fraction(self.above + self.upper + self.section + rest) if self.started else None
