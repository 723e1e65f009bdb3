"""capped-rate and band: a number that its indicator cannot have: 合格率120%, 月薪3.2亿元, 最高气温380℃."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from re import Pattern

from checker.checks.kind import Kind, Params
from checker.extraction import around
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal
from checker.lexicon import indicators
from checker.lexicon.indicators import Band
from checker.patterns import by_head, one_of, pattern
from checker.quantities import units
from checker.quantities.interval import decimal
from checker.quantities.model import Quantity, UnitClass
from checker.spans import Span
from checker.widths import plain

LINKS = (
    "(?:分别|已经?|仅|只有|就|也|都|均|约为|为|约|将近|近|超过|超|达到了?|达|高达|低至|是|在|有|平均|可达|能达"
    "|首次|基本|已|一直|多年|始终|(?:稳定|保持|维持|控制)在|[由从][^，。；]{0,8}[0-9.]{1,6}[%％]"
    "|(?:提高|提升|上升|增长|增加|下降|降|增|升)[到至]|[:：])*+"
)
MADE = pattern(
    "(?:人民币)?(?:的|建成|建设|建|新建|修建|兴建|建造|开建|动工建设|打造)?(?:一[座条个]|了|的){0,2}"
    "[^，。；、“”：\n0-9]{0,8}"
)
"""What may stand between a number and the thing that it is of."""

APART = 20
"""How far before a thing the unit of its number may stand."""

HUNDRED = 100
OTHERWISE = pattern(
    "拨备|准备|利息|资本|流动性|现金|债|损失|风险|偿付|本息|减值|股息|分红|租金|认购|备付|保证金|EBIT|质押物|抵押物|目标|计划|任务"
    "|移动电话|手机普及|电话普及|宽带普及|毛入|毛升|相当于|指数"
)
"""Words of the clause with which a rate may exceed 100 % after all: cover in finance, lines a head, parts of a plan."""


HEAD = 4
"""So far in a clause the word may stand that a rate behind it leaves out: 全行拨备25.2亿元，覆盖率."""


def over_hundred(article: Article, _params: Params) -> Iterator[Hit]:
    """Every rate above 100 % whose part lies inside its whole."""
    for quantity in article.measured.get(UnitClass.RATE, ()):
        if quantity.value > HUNDRED and quantity.value * quantity.unit.factor > HUNDRED:
            clause = _clause(article.text, quantity.span.start)
            found = _rates().search(clause)
            if found and indicators.capped_rates()[found["name"]] and not OTHERWISE.search(clause):
                if _goes_on(article.text, quantity.span.start, clause, found["name"]):
                    continue
                data = {"name": found["name"], "number": quantity.literal, "limits": "最多100%"}
                yield Hit(quantity.span, data, proposals=_pointed(quantity))


def _clause(text: str, at: int) -> str:
    """The words before a number in its clause, or before the bracket that it opens: 合格率（120%）."""
    return around.clause(text, at - 1 if text[at - 1 : at] in ("（", "(") else at).of(text)


def _goes_on(text: str, at: int, clause: str, name: str) -> bool:
    """Whether a rate with no more than its name is of what the clause before counts: 拨备25.2亿元，覆盖率200%."""
    if not clause.startswith(name):
        return False
    before = around.clause(text, max(0, at - len(clause) - 1)).of(text)
    longer = (each.removesuffix(name) for each, capped in indicators.capped_rates().items() if not capped)
    return any(-1 < before.find(each) < HEAD for each in longer if each)


def _pointed(quantity: Quantity) -> tuple[Proposal, ...]:
    """With the decimal point where it makes a rate of the same digits: 998% may be 99.8%."""
    digits = plain(quantity.numeral).replace(".", "").rstrip("0")
    if not digits.isdecimal() or len(digits) < 3:
        return ()
    text = f"{digits[:2]}.{digits[2:]}"
    words = quantity.literal.replace(quantity.numeral, text, 1)
    return (Proposal("point", (Edit(quantity.span, words),), {"value": words}),)


def out_of_band(article: Article, _params: Params) -> Iterator[Hit]:
    """Every number far outside of what its indicator, or the thing that it is of, can be."""
    yield from _named(article)
    yield from _of_things(article)


def _named(article: Article) -> Iterator[Hit]:
    """月薪3.2亿元: the name stands before its number."""
    quantities = article.quantities
    for found in _names().finditer(article.text):
        at = bisect_left(quantities, found.end(), key=lambda one: one.span.start)
        if at < len(quantities) and quantities[at].span.start == found.end():
            quantity, band = quantities[at], _bands()[found["name"]]
            if _outside(quantity, band) and not _excused(article.text, found.start(), quantity, band):
                data = {"name": found["name"], "number": quantity.literal, "limits": _limits(band)}
                yield Hit(Span(found.start(), quantity.span.end), data)


def _of_things(article: Article) -> Iterator[Hit]:
    """投资3.2万元建成跨江大桥: the number stands before the thing."""
    text, quantities = article.text, article.quantities
    for found in _things().finditer(text):
        band = _bands_of_things()[found["name"]]
        if text.find(band.unit, max(0, found.start() - APART), found.start()) < 0:
            continue
        at = bisect_right(quantities, found.start(), key=lambda one: one.span.start) - 1
        if (
            at < 0
            or not _outside(quantities[at], band)
            or not MADE.fullmatch(text, quantities[at].span.end, found.start())
        ):
            continue
        quantity = quantities[at]
        led = not band.before or _led(band.before).search(around.clause(text, quantity.span.start).of(text))
        if led and not _excused(text, quantity.span.start, quantity, band):
            data = {"name": found["name"], "number": quantity.literal, "limits": _limits(band)}
            yield Hit(Span(quantity.span.start, found.end()), data)


def _outside(quantity: Quantity, band: Band) -> bool:
    if quantity.unit_class != band.measure or (quantity.unit.base or quantity.unit.name) not in _bases(band):
        return False
    value = quantity.value * quantity.unit.factor / units.unit(band.unit).factor
    return not band.low <= value <= band.high


def _bases(band: Band) -> tuple[str, ...]:
    return {"岁": ("秒",), "人": ("人", "名", "位")}.get(band.unit, (band.unit,))


def _excused(text: str, start: int, quantity: Quantity, band: Band) -> bool:
    """Whether the sentence speaks of something else, or the number of a change."""
    if not band.unless:
        return False
    told = _any(band.unless)
    sentence = around.sentence(text, start)
    after = around.following(text, quantity.span.end)
    return told.search(text, sentence.start, quantity.span.start) is not None or told.search(after) is not None


def _limits(band: Band) -> str:
    low, high = (_round(one) for one in (band.low, band.high))
    return f"一般在{low}至{high}{band.unit}之间"


def _round(value: Fraction) -> str:
    """In 万 and 亿 where it is large."""
    for size, word in ((10**12, "万亿"), (10**8, "亿"), (10**4, "万")):
        if value >= size and (value / size).denominator in (1, 2, 5, 10):
            return _plain(value / size) + word
    return _plain(value)


def _plain(value: Fraction) -> str:
    text = decimal(value, 1)
    return text.removesuffix(".0")


@cache
def _rates() -> Pattern[str]:
    return pattern(f"(?P<name>{one_of(indicators.capped_rates())}){LINKS}$")


@cache
def _bands() -> dict[str, Band]:
    return {name: band for band in indicators.bands() for name in band.names}


@cache
def _names() -> Pattern[str]:
    return pattern(f"(?<![0-9０-９一二三四五六七八九十])(?P<name>{by_head(_bands())}){LINKS}")


@cache
def _bands_of_things() -> dict[str, Band]:
    return {name: band for band in indicators.things() for name in band.names}


@cache
def _things() -> Pattern[str]:
    return pattern(f"(?P<name>{by_head(_bands_of_things())})(?![站口线网票卡车段证头灯桥区院])")


@cache
def _led(words: tuple[str, ...]) -> Pattern[str]:
    return pattern(f"(?:{one_of(words)}){LINKS}$")


@cache
def _any(words: tuple[str, ...]) -> Pattern[str]:
    return pattern(one_of(words))


FIELDS = frozenset({"name", "number", "limits"})
CAPPED = Kind(over_hundred, FIELDS, fixes=frozenset({"point"}))
BAND = Kind(out_of_band, FIELDS)
