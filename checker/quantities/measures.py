"""Quantities: hedge, number, unit, hedge, put together into a value and the set of true values."""

import re
from dataclasses import replace
from fractions import Fraction

from checker.patterns import pattern
from checker.quantities import dates, figures, hedges, numerals, shares, units
from checker.quantities.compounds import SMALLER, TENTH, compound, tails
from checker.quantities.currencies import priced
from checker.quantities.frames import Frame
from checker.quantities.interval import Interval
from checker.quantities.model import Hedge, Quantity, UnitClass
from checker.quantities.numerals import Numeral
from checker.quantities.shares import HALF, HALVED
from checker.quantities.unit_table import SPOKEN, WEAK
from checker.spans import Span

NOTHING = Fraction(0)
HUNDRED = Fraction(100)
SURE_HEDGES = frozenset({Hedge.OVER, Hedge.JUST_OVER, Hedge.AT_LEAST, Hedge.AT_MOST, Hedge.BELOW})
FIRST_MODELS, LAST_MODELS = 1980, 2050
TURNS = frozenset("次届场轮回期季任代批波")
STEPPED, STEP = pattern("(?:[涨降升跌抬压缩]|提高|回落|下滑|下降|上升|加快|放缓)了?(?:近|约)?$"), 4
POINT_WORDS = ("位", "子", "状", "阵", "播", "对", "长")
TENTHS_OFF = pattern("([一二三四五六七八九])([一二三四五六七八九])折")
RISES = pattern("[升降](?=[到至为了])")
"""三成八升到四成五: a verb, not litres."""

GE_UNIT = pattern(r"个([多余半来])(?=[月小钟百世工星礼季交年基])")
NOT_MINUS = frozenset("胜抱欺担辜自肩税")
MATCHES = frozenset("场局盘轮战")
"""胜13场、负3场: what was lost is no number below zero."""

SIGNED = frozenset(
    {
        UnitClass.RATE,
        UnitClass.POINTS,
        UnitClass.MONEY,
        UnitClass.TEMPERATURE,
        UnitClass.NONE,
        UnitClass.INDEX,
        UnitClass.PER,
        UnitClass.MULTIPLE,
    }
)
BEGAN, LEAD = pattern("[从由自以](?:[^，。；：0-9]{0,8}|[^，。；：]{0,12}的)$"), 16
"""由7.20元起步, 自去年2月的7.20元起步: where it began, and no bound."""

MOSTLY = pattern(
    r"[了在为由是于属靠系]|以(?![内外上下前后来])|从(?!来)|来自|分布|集中|位于|用(?:于|来|作)|出自|产自|取自|采用|散布|聚集"
)
"""1.5万亩多在镇上, 340名多为木匠: most of them; 比3.2万亩多了0.4万亩: a rise. But 一年多来, 三岁多了 are hedged."""

AT_END = "，。；、）)！？”\n"
"""What ends a clause, and nothing at the end of the text (which is in every string)."""


def quantity(text: str, at: int, floor: int = 0) -> Quantity | None:
    """The quantity whose numeral starts at ``at`` of a folded text, with the hedges around it.

    Words left of ``at`` are looked at down to ``floor``, where the previous token ended.
    """
    frame = framed(text, at, floor)
    return build(text, frame, floor) if frame else None


def framed(text: str, at: int, floor: int) -> Frame | None:
    """The numeral at ``at`` with its unit, sign and currency, before hedges are looked for."""
    frame = shares.fraction(text, at) or (text[at] in "半一" and shares.halved(text, at)) or _plain(text, at)
    if frame is None or (frame.unit_span is None and frame.unit is units.BARE and dates.bare_year(text, at)):
        return None
    if frame.unit.name in SMALLER or frame.unit.name == "分" or text[frame.end - 1] == "秒" or tails(text, frame):
        frame = compound(text, frame)
    return _signed(text, frame, floor)


def _plain(text: str, at: int) -> Frame | None:
    off = TENTHS_OFF.match(text, at) if text[at + 2 : at + 3] == "折" else None
    if off:
        value = Fraction(10 * figures.DIGITS[off[1]] + figures.DIGITS[off[2]], 10)
        numeral = Numeral(at, at + 2, value, TENTH, TENTH, chinese=True, decimals=1)
        return Frame(numeral, units.unit("折"), at, off.end(), Span(at + 2, off.end()))
    read = numerals.read(text, at)
    if read is None:
        return _lone_several(text, at)
    found = with_unit(text, read)
    if found is not None:
        return found
    if read.chinese and not _stands_alone(read) and not _leans_on_hedge(text, read):
        return None
    return Frame(read, units.BARE, at, read.end, None)


def _lone_several(text: str, at: int) -> Frame | None:
    """几家, 数名: from two to nine."""
    tail = at and text[at - 1] in "人户总件指次函参系少多无半代台岁辆算分" and text[max(0, at - 2) : at] != "减少"
    if text[at] not in "几数" or tail:
        return None
    name = units.spelling(text, at + 1)
    if not name or (name in WEAK and name not in ("月", "日")):
        return None
    numeral = Numeral(
        at, at + 1, Fraction(2), Fraction(1), Fraction(1), chinese=True, low=Fraction(2), high=Fraction(9)
    )
    return Frame(numeral, units.unit(name), at, at + 1 + len(name), Span(at + 1, at + 1 + len(name)))


def _leans_on_hedge(text: str, numeral: Numeral) -> bool:
    """超过一千, 五百以上: a hedge makes a number of what would be a word."""
    if numeral.value < 10 or numeral.end - numeral.start < 2:
        return False
    before, _ = hedges.before(text, numeral.start, max(0, numeral.start - 8))
    after, _ = hedges.after(text, numeral.end)
    return before in SURE_HEDGES or after in (Hedge.AT_LEAST, Hedge.AT_MOST)


SIZED = pattern("级?(?:企业|强[镇村县乡]|[镇村乡]|大?户|富[豪翁]|俱乐部|产业|集群|园区|工程|大单|订单|板块|楼宇|品牌)")
"""亿元企业284家: of what size each is, no amount."""


def _is_hedged(text: str, numeral: Numeral) -> bool:
    return hedges.before(text, numeral.start, max(0, numeral.start - 8))[0] is not None


def _stands_alone(numeral: Numeral) -> bool:
    """Whether a Chinese numeral is a number even without a unit: only scale words or a decimal point tell."""
    return (numeral.scaled and not numeral.bare) or (numeral.low is not None and numeral.value >= 10)


def with_unit(text: str, numeral: Numeral) -> Frame | None:
    """The numeral with the unit that follows it, with 多 or 半 in between or behind."""
    end = numeral.end
    at = end + 1 if text[end : end + 1] == " " and text[end + 1 : end + 2] != " " else end
    inner = GE_UNIT.match(text, at) if text[at : at + 1] == "个" else None
    if inner:
        numeral, at = _inner(numeral, inner)
        name = units.spelling("个" + text[at : at + 4], 0)
        found = (units.unit(name), at + len(name) - 1) if len(name) > 1 else None
        at = inner.start()
    else:
        found = units.find(text, at)
    if found is None:
        return None
    unit, end = found
    if unit.name == "个" and _is_points(text, numeral, end):
        unit, end = units.unit("个百分点"), end + 1
    word = text[at:end]
    if numeral.bare and word == "元" and SIZED.match(text, end) and not _is_hedged(text, numeral):
        return None
    if (numeral.chinese and _too_weak(numeral, word)) or (word in ("年", "日") and _dated(text, numeral)):
        return None
    if word == "款" and not numeral.scaled and FIRST_MODELS <= numeral.value < LAST_MODELS and numeral.value % 100:
        return None  # 2019款轿车 is of that year
    tenth = figures.DIGITS.get(text[end : end + 1], 0) if unit.name in ("成", "折") else 0
    if tenth and (text[end + 1 : end + 2] not in units.LENGTHS or RISES.match(text, end + 1)):
        value = numeral.value + Fraction(tenth, 10)
        numeral, end = replace(numeral, value=value, place=TENTH, last=TENTH), end + 1
    elif text[end : end + 1] == "半" and unit.unit_class in HALVED and not numeral.decimals:
        numeral, end = replace(numeral, value=numeral.value + HALF, place=HALF, last=HALF), end + 1
    return Frame(numeral, unit, numeral.start, end, Span(at, end))


def _is_points(text: str, numeral: Numeral, end: int) -> bool:
    """Whether 个点 is said for 个百分点: 快了0.3个点, 涨了3个点; three sites are 3个点, too."""
    if text[end : end + 1] != "点" or text[end + 1 : end + 2] in POINT_WORDS:
        return False
    return bool(numeral.decimals) or STEPPED.search(text, max(0, numeral.start - STEP), numeral.start) is not None


def _dated(text: str, numeral: Numeral) -> bool:
    """21日 and 2025年 are dates; 45日, 21日内 and 3年 are lengths of time."""
    return dates.day(text, numeral.start) is not None


def _inner(numeral: Numeral, match: re.Match[str]) -> tuple[Numeral, int]:
    if match[1] == "半":
        return replace(numeral, value=numeral.value + HALF, place=HALF, last=HALF), match.end()
    return replace(numeral, step=numeral.place), match.end()


def _too_weak(numeral: Numeral, name: str) -> bool:
    """万里, 十分, 四面: a bare or one-character Chinese figure before a unit that makes words with it."""
    if name not in WEAK:
        return False
    single = numeral.end - numeral.start == 1
    if numeral.bare or numeral.value == 1:
        return True
    return single and name not in SPOKEN


def _signed(text: str, frame: Frame, floor: int) -> Frame:
    frame = priced(text, frame, floor)
    start = frame.start
    if start <= floor:
        return frame
    if frame.unit.name in ("℃", "度") and text[max(floor, start - 2) : start] == "零下":
        numeral = replace(frame.numeral, value=-frame.numeral.value)
        return replace(frame, numeral=numeral, start=start - 2)
    sign, left = text[start - 1], text[start - 2 : start - 1] if start - 2 >= 0 else ""
    minus = (
        sign == "-"
        and frame.unit.unit_class in SIGNED
        and not ((left.isascii() and left.isalnum()) or (left in ")%-" and left))
    )
    if minus or (sign == "负" and left not in NOT_MINUS and frame.unit.name not in MATCHES):
        numeral = replace(frame.numeral, value=-frame.numeral.value)
        return replace(frame, numeral=numeral, start=start - 1)
    return frame


def build(text: str, frame: Frame, floor: int) -> Quantity:
    """Add the hedges around the frame and compute what it stands for."""
    numeral, unit = frame.numeral, frame.unit
    start, end, words = _hedged(text, frame, floor)
    exact = unit.unit_class is UnitClass.COUNT and not numeral.scaled and not numeral.decimals
    exact = exact and unit.name == unit.base and unit.factor == 1
    place = NOTHING if exact else numeral.place
    loose = place if numeral.decimals else _loosely(numeral, unit.unit_class, place)
    bounds = _bounds(numeral, words, unit.unit_class, exact=exact)
    marks = _marks(numeral, words)
    value, number = numeral.value, Span(numeral.start, numeral.end)
    if bounds:
        interval = hedges.combine(bounds)
        three = (interval, interval, interval)
    else:
        three = _printed(value, place, loose)
    return Quantity(
        Span(start, end), number, text[start:end], value, place, loose, unit, frame.unit_span, marks, *three
    )


def _loosely(numeral: Numeral, unit_class: UnitClass, place: Fraction) -> Fraction:
    """What the last digit is worth when the zeros behind it may stand for rounding: 4700万, and growth by 600%."""
    if numeral.scaled:
        return numeral.last
    return HUNDRED if unit_class is UnitClass.RATE and numeral.value >= 200 and numeral.last >= HUNDRED else place


def _bounds(numeral: Numeral, words: list[Hedge], unit_class: UnitClass, *, exact: bool) -> list[Interval]:
    """What the words around the numeral and inside it say, each by itself."""
    inner = hedges.inside(numeral, exact=exact)
    bounds = [inner] if inner is not None else []
    if not words:
        return bounds
    own = [word for word in words if word is not Hedge.MORE]
    if inner is not None or len(set(own)) > 1:
        own = [word for word in own if word is not Hedge.ABOUT]
    if Hedge.MORE in words:
        bounds.append(hedges.more(numeral.value, _unit_step(numeral), exact=False))
    if numeral.bare and own:
        bounds = []
    return bounds + [hedges.bound(word, numeral.value, numeral.last, unit_class) for word in own]


def _printed(value: Fraction, place: Fraction, loose: Fraction) -> tuple[Interval, Interval, Interval]:
    if place is NOTHING:
        exact = Interval(value, value)
        return exact, exact, exact
    rounded, cut = hedges.readings(value, loose)
    return rounded if loose is place else hedges.printed(value, place), rounded, cut


def _unit_step(numeral: Numeral) -> Fraction:
    """3米多 is less than 4米, 30亿元多 less than 31亿元."""
    return numeral.place if numeral.scaled or numeral.decimals else Fraction(1)


def _marks(numeral: Numeral, words: list[Hedge]) -> tuple[Hedge, ...]:
    if numeral.low is not None or (numeral.bare and not words):
        return (Hedge.VAGUE, *words)
    return (Hedge.MORE, *words) if numeral.step is not None else tuple(words)


def _hedged(text: str, frame: Frame, floor: int) -> tuple[int, int, list[Hedge]]:
    start, end, words = frame.start, frame.end, []
    hedge, left = hedges.before(text, start, floor)
    if hedge is not None and not _means_lately(text, frame, left):
        start, words = left, [hedge]
    hedge, right = hedges.after(text, end)
    if hedge is not None and _hedges_after(text, frame, hedge, end, right):
        end, words = right, [*words, hedge]
    return start, end, words


def _means_lately(text: str, frame: Frame, left: int) -> bool:
    """近三年, 近几次 are the last ones, not almost so many; 过 speaks only with 百, 千, 万 (过百家) and 成 (过九成)."""
    word = text[left : left + 1]
    if word in ("过", "上"):
        tenths = word == "过" and frame.unit.name == "成" and text[left - 1 : left] not in ("经", "通", "超", "度")
        return not frame.numeral.bare and not tenths
    turns = frame.unit.unit_class is UnitClass.DURATION or frame.unit.name in TURNS
    short = turns and frame.numeral.value <= 10
    return word == "近" and short


def _hedges_after(text: str, frame: Frame, hedge: Hedge, at: int, end: int) -> bool:
    """内 and 许 hedge times and lengths only, 起 prices; 余 and 多 need a unit before them and begin no noun."""
    word = text[at:end]
    if hedge is Hedge.MORE:
        lasts = frame.unit.unit_class is UnitClass.DURATION or frame.unit.name == "岁"
        if word == "多" and not lasts and MOSTLY.match(text, end):
            return False
        return (frame.unit_span is not None and text[end : end + 1] not in "额粮元种样方次年") or end == len(text)
    if word == "内":
        return frame.unit.unit_class is UnitClass.DURATION
    if word == "不到":  # 三分之一不到; 三家不到场 is another word
        return text[end : end + 1] in AT_END
    if word == "起":
        return frame.unit.unit_class is UnitClass.MONEY and text[end : end + 1] in "，。；、）)！？”"
    if word in ("起步", "打底"):
        return BEGAN.search(text, max(0, frame.start - LEAD), frame.start) is None
    if word in ("上下", "前后"):
        return text[end : end + 1] not in ("游", "级", "联")
    return True
