"""Words that bound a number from both sides, and the set of values that is left.

The bounds follow the newsroom reading: 约 is five per cent either way, 近 lies at most a tenth below, 余 and 多 stay
under the next step of the digit before them, 以上 and 以下 include their number (as in legal texts). A bound that is
open below is 0 for what cannot be negative, so that it can be computed with.
"""

from fractions import Fraction

from checker.patterns import pattern
from checker.quantities.interval import Interval
from checker.quantities.model import Hedge, UnitClass
from checker.quantities.numerals import Numeral

BEFORE = {
    Hedge.ABOUT: "约 大约 大概 约为 大致 差不多 约合 约占 估计",
    Hedge.NEAR: "近 将近 接近 逼近 近乎 直逼 几近",
    Hedge.OVER: "超 超过 超过了 超出 超出了 已超 逾 已逾 突破 突破了 破 多于 高于 大于 超越 过",
    Hedge.AT_LEAST: "至少 不少于 不低于 不小于 最少 起码 不下 不下于 最低 大于等于 不止 上",
    Hedge.AT_MOST: "至多 不超过 不超 不多于 不高于 不大于 最多 顶多 小于等于 不得超过 不得高于",
    Hedge.BELOW: "不足 不到 不满 未到 未满 未达 低于 少于 小于 未超过 不及 尚不足 还不到",
}
# 附近, 签约, 打破: the hedge is the tail of another word.
TAIL_OF = {
    "近": "附最临靠邻就新远走拉亲贴挨",
    "约": "纽预签节制合契条公相违邀特续履毁隐集失缔简婚",
    "超": "赶反高",
    "破": "打攻侦告侦查爆冲连速快",
    "过": "超通经不越渡度路难错好胜",
    "不到": "达找得看见听想达做办",
    "低于": "不",
    "上": "以网线路街版之",
}
WORD_OF = {
    "失": "损流消丢遗缺",
    "集": "募征收聚采筹汇搜归",
    "合": "集综联融组整配混结聚复",
    "续": "持连手陆继后",
    "节": "环春季调细每",
    "制": "研印控绘复编配炼定",
    "条": "面链枝",
    "公": "办",
    "高": "提增升新",
}
"""With these before it such a character ends a word: 损失约400万元 is no 失约."""

AFTER = {
    Hedge.ABOUT: "左右 上下 前后 许 光景",
    Hedge.AT_LEAST: "以上 及以上 或以上 (含)以上 (含)及以上 起步 打底 起",
    Hedge.AT_MOST: "以内 之内 以下 及以下 或以下 (含)以下 (含)以内 (含)及以下 内",
    Hedge.OVER: "开外",
    Hedge.JUST_OVER: "出头 挂零",
    Hedge.BELOW: "不到",
    Hedge.MORE: "余 多 有余 还多 还要多 还不止",
}
# 比40件多12件, 比40件多出12件: by how much more.
COMPARED = frozenset("0123456789０１２３４５６７８９一二三四五六七八九十出")
STEP = pattern("[\u4e00-\u9fff]{1,2}了?[0-9一二三四五六七八九十两几]")
THAN, NEAR = pattern("[比较][^，。；、]*$"), 24
"""What stands behind 多 where it belongs to a verb, and before the number; so far back."""

BEFORE_WORDS = {word: hedge for hedge, words in BEFORE.items() for word in words.split()}
AFTER_WORDS = {word: hedge for hedge, words in AFTER.items() for word in words.split()}
LONGEST_BEFORE = max(map(len, BEFORE_WORDS))
LONGEST_AFTER = max(map(len, AFTER_WORDS))
LAST_OF_BEFORE = frozenset(word[-1] for word in BEFORE_WORDS)
FIRST_OF_AFTER = frozenset(word[0] for word in AFTER_WORDS)
# What cannot be negative; growth, prices' changes and temperatures can.
FLOOR = frozenset(UnitClass) - {UnitClass.TEMPERATURE}


def before(text: str, at: int, floor: int) -> tuple[Hedge | None, int]:
    """The hedge that ends at ``at`` (a space between is allowed) and where it starts, not left of ``floor``."""
    end = at - 1 if at > floor and text[at - 1] == " " else at
    if end <= floor or text[end - 1] not in LAST_OF_BEFORE:
        return None, at
    for length in range(min(LONGEST_BEFORE, end - floor), 0, -1):
        word = text[end - length : end]
        hedge = BEFORE_WORDS.get(word)
        if hedge is not None:
            start = end - length
            last, prior = text[start - 1 : start], text[max(0, start - 2) : max(0, start - 1)]
            inside = prior != "" and prior in WORD_OF.get(last, "")
            tail = last != "" and last in TAIL_OF.get(word, "") and not inside
            return (None, at) if tail else (hedge, start)
    return None, at


def after(text: str, at: int) -> tuple[Hedge | None, int]:
    """The hedge that starts at ``at`` and where it ends."""
    if text[at : at + 1] not in FIRST_OF_AFTER or at >= len(text):
        return None, at
    for length in range(min(LONGEST_AFTER, len(text) - at), 0, -1):
        hedge = AFTER_WORDS.get(text[at : at + length])
        if hedge is Hedge.MORE and _compares(text, at, at + length):
            continue
        if hedge is not None:
            return hedge, at + length
    return None, at


def _compares(text: str, at: int, end: int) -> bool:
    """Whether 多 says by how much more: 比40件多12件, 比去年的896元多|花了35元."""
    if text[end : end + 1] in COMPARED:
        return True
    return STEP.match(text, end) is not None and THAN.search(text, max(0, at - NEAR), at) is not None


def printed(value: Fraction, place: Fraction) -> Interval:
    """All values that print as ``value`` when rounded to the last place ``place``. Mirrored below zero."""
    return readings(value, place)[0]


def readings(value: Fraction, place: Fraction) -> tuple[Interval, Interval]:
    """The values of ``printed``, and those with what prints so when the digits behind ``place`` are cut off."""
    # One fraction for each end, of one denominator: this runs for every number of a text.
    above, below = value.as_integer_ratio()
    unit, part = place.as_integer_ratio()
    if not unit:
        exact = Interval(value, value)
        return exact, exact
    if above < 0:
        rounded, cut = readings(-value, place)
        return -rounded, -cut
    twice, step, below = 2 * above * part, unit * below, 2 * below * part
    low = Fraction(twice - step, below)
    return (
        Interval(low, Fraction(twice + step, below), high_closed=False),
        Interval(low, Fraction(twice + 2 * step, below), high_closed=False),
    )


def bound(hedge: Hedge, value: Fraction, last: Fraction, unit_class: UnitClass) -> Interval:
    """What one hedge says about ``value``, whose last digit other than zero is worth ``last``.

    Nothing lies just below zero things: there the number itself is left.
    """
    floor = Fraction(0) if value >= 0 and unit_class in FLOOR else None
    if hedge is Hedge.ABOUT:
        reach = max(abs(value) / 20, last / 2)
        return Interval(value - reach, value + reach)
    if hedge is Hedge.NEAR:
        return _towards_zero(value)
    if hedge is Hedge.OVER:
        return Interval(value, None, low_closed=False)
    if hedge is Hedge.JUST_OVER:
        return Interval(value, value + last, low_closed=False, high_closed=False)
    if hedge is Hedge.AT_LEAST:
        return Interval(value, None)
    if hedge is Hedge.AT_MOST:
        return Interval(floor, value)
    return Interval(floor, value, high_closed=value == floor)


def _towards_zero(value: Fraction) -> Interval:
    if value < 0:
        return -_towards_zero(-value)
    return Interval(value * 9 / 10, value, high_closed=not value)


def inside(numeral: Numeral, *, exact: bool) -> Interval | None:
    """What the numeral's own blurring words say: 30余 is [31, 39] for things that are counted, (30, 40) else."""
    if numeral.low is not None and numeral.high is not None:
        return Interval(numeral.low, numeral.high)
    if numeral.step is not None:
        return more(numeral.value, numeral.step, exact=exact)
    if numeral.bare:
        return Interval(numeral.value * 4 / 5, numeral.value * 10, high_closed=False)
    return None


def more(value: Fraction, step: Fraction, *, exact: bool) -> Interval:
    """Above ``value``, below the next step."""
    if exact and step > 1:
        return Interval(value + 1, value + step - 1)
    return Interval(value, value + step, low_closed=False, high_closed=False)


def combine(bounds: list[Interval]) -> Interval:
    """What several hedges leave; where they exclude each other (近30余家) the whole stretch they speak of."""
    result = bounds[0]
    for one in bounds[1:]:
        met = result.meet(one)
        result = _hull(result, one) if met.is_empty else met
    return result


def _hull(one: Interval, two: Interval) -> Interval:
    lows = [end for end in (one.low, two.low) if end is not None]
    highs = [end for end in (one.high, two.high) if end is not None]
    return Interval(min(lows) if len(lows) == 2 else None, max(highs) if len(highs) == 2 else None)
