"""change: what was allowed for a thing, what it came to, and what that saved or cost over it.

预算1580万元，成交价1496.3万元，省出83.7万元. The words call the one sum what was reckoned with and the next what was
paid, and the difference has no subject of its own.
"""

from collections.abc import Iterator

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.adverbs import ABOUT, EXACT, ONLY, STILL, TOGETHER, adverbs
from checker.relations.growth.alike import alike
from checker.relations.passage import Figure, Passage

SET = (
    "预算价?|控制价|概算|估算|标底价?|拦标价|限价|估价|评估价|起拍价|起始价|起价|底价|保留价|报审价?|挂牌价"
    "|送审(?:造价|价|金额|额)?|申报(?:造价|价|金额|额)"
)
CAME_TO = (
    "成交价?(?:格|额)?|成交金额|中标价?(?:格)?|中标金额|签约价|合同价|决算|结算价?|拍到|落槌价?"
    "|(?:实际)?(?:花|支出|支付|付|用|造价|投入|完成投资)|[审核]定(?:造价|价|金额|额)?"
)
LIGHT = f"(?:[总共]|[是为了到在仅只才定达至有]|{adverbs(EXACT, TOGETHER, ABOUT, ONLY, STILL)})*"
BASE = pattern(f"(?:{SET}){LIGHT}$")
CURRENT = pattern(
    f"[，,；;](?:而|但|可|结果|最后|最终|到头来|到最后|实际|开标|开拍|竞拍|招标)*(?:下来|后|的|，)*(?:{CAME_TO}){LIGHT}"
)
STEP = pattern(
    f"[，,]{LIGHT}(?:(?:比|较)(?:{SET}){LIGHT})?(?:一下子?|一共|等于|算下来|给[\u4e00-\u9fff]{{1,3}})?"
    "(?:(?P<less>省[下出去]?|节[省约]|[核审压]减|节支|节资率?|节约率|下浮率?|降幅)|(?P<more>溢价率?|超支|超出|多[花付掏]|超))"
    f"(?:资金|金额|幅度)?{LIGHT}"
)

PREMIUM = pattern("溢价率?(?:高?达到?了?|为|是|约|近)*$")
BY = pattern(
    "(?:以|成交价(?:格|款)?|成交总?价|落槌价?|拍到|报到|中标价)(?:[为是达共]|总价|最终|定格在|锁定在|停在|落在)*$"
)
TAKEN = pattern("(?:的?(?:总价|价格|高价|报价))?(?:被)?(?:成交|竞得|拿下|摘得|摘下|收入囊中|落槌|拍出|拍下|中标|斩获)")
BEGINS = pattern("(?:的)?(?:起拍价?|起始价?|起价|挂牌价?|底价)")
BACK = 6
"""How many figures before a premium the price may stand that was paid, and before that the one it began with."""

Told = tuple[Figure, Figure, Figure, int]
"""What was allowed, what it came to, the difference or its rate, and -1 where it is less."""


def told(passage: Passage) -> Iterator[Told]:
    """Every difference right behind the two sums."""
    figures = passage.figures
    for base, current, step in zip(figures, figures[1:], figures[2:], strict=False):
        if base.bracket or current.bracket or step.bracket or not alike(base.quantity, current.quantity):
            continue
        if base.is_rate or not (step.is_rate or alike(current.quantity, step.quantity)):
            continue
        way = STEP.fullmatch(_between(passage, current, step))
        named = BASE.search(passage.words(base.before)) and CURRENT.fullmatch(_between(passage, base, current))
        if way and named:
            yield base, current, step, -1 if way["less"] else 1
    yield from _auctioned(passage)


def _auctioned(passage: Passage) -> Iterator[Told]:
    """起始价3.2亿元。…31轮竞价，最终以3.9亿元成交，溢价率22%: the bids may stand between, in another sentence too."""
    earlier = passage.earlier
    known = [*(earlier.figures if earlier else ()), *passage.figures]
    for at, step in enumerate(known):
        if not step.is_rate or step not in passage.figures or not PREMIUM.search(passage.words(step.before)):
            continue
        prices = [one for one in known[max(0, at - BACK) : at] if one.quantity.unit_class is UnitClass.MONEY]
        paid = [one for one in prices if BY.search(passage.words(one.before)) or _is_taken(passage, one)]
        begun = [one for one in known[:at] if BASE.search(passage.words(one.before)) or _is_begun(passage, one)]
        begun = [one for one in begun if paid and one.quantity.span.end < paid[0].quantity.span.start]
        if len(paid) == 1 and len(begun) == 1 and alike(begun[0].quantity, paid[0].quantity):
            yield begun[0], paid[0], step, 1


def _is_begun(passage: Passage, one: Figure) -> bool:
    return BEGINS.match(passage.text, one.quantity.span.end) is not None


def _is_taken(passage: Passage, one: Figure) -> bool:
    return TAKEN.match(passage.text, one.quantity.span.end) is not None


def _between(passage: Passage, one: Figure, two: Figure) -> str:
    return passage.text[one.quantity.span.end : two.quantity.span.start]
