"""Numerals: Arabic, Chinese, formal and mixed, with the words that blur them from inside (30余万, 十几, 七八千)."""

import re
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from checker.frozen import frozen
from checker.patterns import pattern
from checker.quantities import figures
from checker.quantities.figures import DIGITS, FORMAL

CHINESE = "零〇一二两三四五六七八九十百千万亿廿卅卌"
# Longer numerals are identifiers; the cap also keeps int() and every look-ahead short.
LONGEST = 24

ARABIC = pattern(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
WIDE_GROUPS = pattern(r"[0-9]{1,3}(?:[，,][0-9]{3}){1,6}(?![0-9，])(?:\.[0-9]{1,6})?")
SPACED = pattern(r"[0-9](?: [0-9](?![0-9])){2,12}(?= ?[年月%万亿元家户人个])")
FORMAL_DIGITS = "壹贰叁肆伍陆柒捌玖拾佰仟"
RUN = pattern(f"[{CHINESE}{FORMAL_DIGITS}]{{1,49}}(?:点[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]{{1,24}})?")
# 千克, 百分点, 万象: the scale word belongs to what follows.
SCALE = pattern(r" ?(?:[十百千]?[万亿]+|千(?![克瓦米卡帕赫伏焦字乏])|百(?![分帕米度姓强优]))")
GROUPS = pattern(
    r"(?<=[\u4e00-\u9fff，。；：（(])(?<![图第附])(?<![^代]表)[1-9][0-9]{0,2}(?: [0-9]{3}){1,4}"
    r"(?= ?[万亿元户家人个名位项件例起吨亩公平千套座栋台辆])"
)
TAIL = pattern(r" ?零?([0-9]{1,4})((?<=[0-9]{3})\.[0-9]{1,4}|\.[0-9]{1,4}(?=万))?(?![0-9.,])")
MORE = pattern("[余多来几](?=[十百千]?[万亿])")
ROSE = pattern("多(?:了|出了?)(?=[0-9一二三四五六七八九十百千两近约整足将])")
"""比1291万多了51万: by how much more, and no blurring word."""

SEVERAL = pattern("[几数](?:[十百千]?万亿|[十百千]?[万亿]|[十百千](?!分之))")
ONE = Fraction(1)
LED_BY_THOUSAND = "克瓦米卡帕赫伏焦比"
UNITS_AFTER_COMMA = frozenset("万亿元户家人个名位项件吨亩公平千套座栋台辆列艘株头条㎡")


@frozen()
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


@lru_cache(maxsize=8)
def read(text: str, at: int) -> Numeral | None:
    """The longest numeral that starts at ``at`` of a folded text, blurring words inside it included.

    Several productions ask for the same one in a row, so the last few are remembered.

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
    if first in CHINESE or first in FORMAL_DIGITS:
        return _blurred(text, _chinese(text, at))
    return None


def whole(text: str) -> Numeral | None:
    """The numeral that a folded ``text`` is from end to end, with a sign or without."""
    sign = -1 if text[:1] in ("-", "负") else 1
    numeral = read(text, 1 if sign < 0 else 0)
    if numeral is None or numeral.end != len(text):
        return None
    return replace(numeral, start=0, value=sign * numeral.value)


def value_of(words: str) -> Fraction:
    """What scale words are worth: 千万 is 10000000, anything else 1."""
    return Fraction(figures.run_value(words) or 1)


def _several(text: str, at: int) -> Numeral | None:
    """几十 is 20 to 99, 数百万 is 200万 to 1000万."""
    match = SEVERAL.match(text, at)
    if match is None:
        return None
    unit = figures.run_value(match[0][1:])
    if unit is None:
        return None
    top = 10 * unit - (1 if unit < 10**4 else 0)
    value = Fraction(unit)
    low, high = Fraction(2 * unit), Fraction(top)
    return Numeral(at, match.end(), value, value, value, unit >= 10**4, chinese=True, low=low, high=high)


def _arabic(text: str, at: int) -> Numeral | None:
    match = ARABIC.match(text, at)
    if match is None or match.end() - at > LONGEST:
        return None
    end, digits = match.end(), match[0]
    follower = text[end : end + 1]
    if follower == "，" and text[end + 1 : end + 2].isdecimal():
        wide = WIDE_GROUPS.match(text, at)
        # One full-width comma may also end a clause; a unit or a scale word right after the figure tells.
        if wide and (wide[0].count("，") > 1 or wide.end() == len(text) or text[wide.end()] in UNITS_AFTER_COMMA):
            end, digits = wide.end(), wide[0].replace("，", "")
    elif follower == " ":
        spaced = SPACED.match(text, at) or GROUPS.match(text, at)
        if spaced:
            end, digits = spaced.end(), spaced[0].replace(" ", "")
    whole_part, _, fraction = digits.replace(",", "").partition(".")
    mantissa, decimals = int(whole_part + fraction), len(fraction)
    scale = SCALE.match(text, end) if end < len(text) and text[end] in " 十百千万亿" else None
    factor = figures.run_value(scale[0].strip()) if scale else None
    if scale is None or factor is None:
        return _many_millions(text, _number(at, end, mantissa, 1, decimals))
    numeral = _number(at, scale.end(), mantissa, factor, decimals)
    return numeral if decimals else _continued(text, numeral, factor)


def _many_millions(text: str, numeral: Numeral) -> Numeral:
    """2个亿 is 2亿."""
    if not text.startswith("个亿", numeral.end):
        return numeral
    mantissa = int(numeral.value * 10**numeral.decimals)
    return replace(_number(numeral.start, numeral.end + 2, mantissa, 10**8, numeral.decimals), chinese=numeral.chinese)


def _number(start: int, end: int, mantissa: int, scale: int, decimals: int) -> Numeral:
    """``mantissa`` without its decimal point, times ``scale``."""
    if decimals:
        shift = 10**decimals
        place = Fraction(scale, shift)
        return Numeral(start, end, Fraction(mantissa * scale, shift), place, place, scale >= 10**4, decimals)
    value, unit = mantissa * scale, _big(scale)
    place = ONE if unit == 1 else Fraction(unit)
    least = _last(value, unit)
    last = place if least == unit else Fraction(least)
    return Numeral(start, end, Fraction(value), place, last, scale >= 10**4)


def _big(scale: int) -> int:
    """The 万 or 亿 in a scale: 千万 counts by 万, as 3000万 does."""
    if scale < 10**4:
        return 1
    return 10**12 if scale >= 10**12 else 10**8 if scale >= 10**8 else 10**4


def _last(value: int, place: int) -> int:
    """The place of the last digit that is not zero, at least ``place``."""
    while value and value % (place * 10) == 0:
        place *= 10
    return place


def _continued(text: str, numeral: Numeral, factor: int) -> Numeral:
    """2亿3千万, 1亿3700万, 5万4千6百, 3万5000: smaller parts may follow the scale word."""
    while factor >= 100:
        match = TAIL.match(text, numeral.end)
        if match is None:
            break
        scale = SCALE.match(text, match.end())
        times = figures.run_value(scale[0].strip()) if scale else None
        if times is None and len(match[1]) < 3 and not match[0].startswith("零"):
            break
        end, part = (scale.end() if scale and times else match.end()), match[2] or "."
        rest = _number(match.start(), end, int(match[1] + part[1:]), times or 1, len(part) - 1)
        if rest.value >= factor:
            break
        value = numeral.value + rest.value
        last = rest.place if rest.decimals else Fraction(_last(int(value), int(rest.place)))
        numeral = replace(numeral, end=end, value=value, place=rest.place, last=last, decimals=rest.decimals)
        factor = times or 1
    return numeral


def _blurred(text: str, numeral: Numeral | None) -> Numeral | None:
    """30余万, 30多亿, 十几万: the word stands between the digits and the scale, and widens by the last digit."""
    if numeral is None or numeral.end >= len(text) or text[numeral.end] not in "余多来几":
        return numeral
    word = text[numeral.end]
    if word == "多" and ROSE.match(text, numeral.end):
        return numeral
    if (numeral.decimals and not numeral.scaled) or (word in "来几" and (numeral.decimals or numeral.last < 10)):
        return numeral
    end = numeral.end + 1
    scale = SCALE.match(text, end) if MORE.match(text, numeral.end) else None
    factor = (figures.run_value(scale[0].strip()) if scale else None) or 1
    return replace(
        numeral,
        end=scale.end() if scale else end,
        value=numeral.value * factor,
        place=numeral.place * factor,
        last=numeral.last * factor,
        scaled=numeral.scaled or factor >= 10**4,
        step=_step(text, numeral) * factor,
    )


def _step(text: str, numeral: Numeral) -> Fraction:
    """What 余 may add: the last digit's worth (四万六千余), or one 万 or 亿 right behind that word (30亿多)."""
    return numeral.place if text[numeral.end - 1] in "万亿" or numeral.decimals else numeral.last


def _chinese(text: str, at: int) -> Numeral | None:
    match = RUN.match(text, at)
    if match is None or match.end() - at > 2 * LONGEST:
        return None
    words = _trimmed(text, match)
    if words is None:
        return None
    end = at + len(words)
    run, _, fraction = words.partition("点")
    value = figures.run_value(run)
    if value is None:
        return None if fraction else _approximate(run, at)
    if fraction:
        return _pointed(text, at, end, value, fraction)
    scale = figures.trailing(run)
    place = scale if scale > 1 or run[-1] not in DIGITS else figures.elided(run)
    bare = run[0] in "百千万亿" and not any(character in DIGITS for character in run)
    last = Fraction(_last(value, place))
    numeral = Numeral(at, end, Fraction(value), Fraction(place), last, value >= 10**4, 0, True, bare)
    return _many_millions(text, numeral) if value < 10**4 else numeral


def _trimmed(text: str, match: re.Match[str]) -> str | None:
    """The run in common characters, without a last one that belongs to the unit: 三百千瓦, 二两."""
    words = match[0]
    common = words.translate(FORMAL)
    follower = text[match.end() : match.end() + 1]
    if (
        common != words
        and len(words) == 1
        and follower != "元"
        and text[max(0, match.start() - 2) : match.start()] != "分之"
    ):
        return None
    if len(common) > 1 and "点" not in common:
        if common[-1] == "千" and follower in LED_BY_THOUSAND and follower:
            return common[:-1]
        if common[-1] == "两":
            return common[:-1]
    return common


def _pointed(text: str, at: int, end: int, whole_part: int, fraction: str) -> Numeral:
    digits = "".join(str(DIGITS[digit]) for digit in fraction)
    scale = SCALE.match(text, end)
    factor = (figures.run_value(scale[0].strip()) if scale else None) or 1
    stop = scale.end() if scale else end
    mantissa = whole_part * 10 ** len(digits) + int(digits)
    return replace(_number(at, stop, mantissa, factor, len(digits)), chinese=True)


def _approximate(run: str, at: int) -> Numeral | None:
    """七八千, 三五百, 十五六: two neighbouring digits bound the number."""
    for index in range(len(run) - 1):
        one, two = DIGITS.get(run[index], 0), DIGITS.get(run[index + 1], 0)
        if one and two and (two == one + 1 or (one, two) == (3, 5)):
            low, high = (figures.run_value(run[:cut] + run[cut + 1 :]) for cut in (index + 1, index))
            if low is None or high is None or low >= high:
                return None
            value, place = Fraction(low), figures.trailing(run)
            last = Fraction(_last(low, place))
            return Numeral(
                at,
                at + len(run),
                value,
                Fraction(place),
                last,
                low >= 10**4,
                chinese=True,
                low=value,
                high=Fraction(high),
            )
    return None
