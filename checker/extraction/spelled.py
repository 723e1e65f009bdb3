"""What the words around a number leave out of its indicator or put into it: 以3亿元|购入大楼, 单是|铁路部门的支出."""

from checker.extraction.fragments import NAMING
from checker.extraction.nominals import INNER, spelt
from checker.extraction.parsing import Words
from checker.extraction.wordings import ENDED
from checker.lexicon.predicates import predicates, verbs
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.spans import Span

BOUGHT = pattern(
    "(?P<deed>(?:购入|买下|买入|收购|购得|购买|购置|拍下|竞得|拿下|摘得|受让|转让|出售|售出|卖出|认购)[^，。；：！]{2,36})"
)
AMOUNT = "金额"
CUT = pattern("(?:减价|降价|加价|提价|折价|让利)(?:幅度|率)?")
DONE = pattern("(?P<deed>[一-鿿]{2,12}?)(?=[0-9０-９一二三四五六七八九十]|[，。；])")
LEAD = pattern(
    "(?:值得(?:注意|关注|一提|指出)|需要(?:指出|注意|说明)|令人(?:欣慰|惊讶)|(?:更|尤其|最)?重要)的是(?:最近|近来|目前|如今)?"
)
ONLY = pattern("(?:单是|光是|仅是|单单|光|仅)(?P<who>[一-鿿]{2,10}?)的(?P<what>[一-鿿]{4,})")
FIRM = pattern("(?:行业|本土|本地|当地)?(?:头部|龙头|链主|骨干|领军|明星|重点)企业(?P<rest>[一-鿿]{4,})")
AREAS = pattern("(?:个|多个)?(?:国家和地区|国家|国|省份|省区市|省市|城市|地区|区县)数")
REACHED = pattern(
    "(?P<who>[一-鿿“”]{2,12}?)?(?:已经?|还|也|并|均|都)?(?P<does>覆盖|出口到?|出口至|销往|远销|畅销|遍布|遍及|辐射|走进|进入|连通|通达|涉及|服务)了?"
    "(?:到|至)?(?:[一-鿿]{2,8}、)*[一-鿿]{2,8}等$"
)
ROUTE = pattern(
    "(?:通过|沿着?|经由?|途经)(?P<by>[一-鿿]{2,10}?)(?P<does>跨越|行驶|穿越|奔驰|运行|飞行|航行|跋涉|行进)了?(?:约|近|超过?)?$"
)
LEAST, SHORT = 2, 6


def spelled(words: Words, one: Quantity, clause: Span, subject: str, metric: str) -> tuple[str, str]:
    """Whose a number is and its indicator, by all that its clause says of them."""
    text = words.text
    metric = LEAD.sub("", metric) if LEAD.match(metric) else metric
    only = ONLY.fullmatch(metric)
    if only:
        return only["who"], only["what"]
    firm = FIRM.match(metric)
    does = verbs().search(firm["rest"], LEAST) if firm else None
    if firm and does and does.start() < len(firm["rest"]) - LEAST:
        return firm["rest"][: does.start()], firm["rest"][does.start() :]
    if one.unit_class is UnitClass.LENGTH:
        return subject, _along(text, one, clause, metric)
    if one.unit_class is UnitClass.RATE:
        done = DONE.match(text, one.span.end, clause.end) if CUT.fullmatch(metric) else None
        return subject, f"{done['deed']}{metric.removesuffix('幅度')}幅度" if done else metric
    if one.unit_class is UnitClass.MONEY:
        return subject, _listed(words, one, _bought(text, one, clause, metric))
    return subject, _reached(text, one, clause, metric)


def _along(text: str, one: Quantity, clause: Span, metric: str) -> str:
    """How far something went along a way: 班列|沿青江走廊行驶|1300公里."""
    route = ROUTE.match(text, clause.start, one.span.start)
    head, does, _ = metric.partition(route["does"]) if route else ("", "", "")
    if not route or not does:
        return metric
    size = next((size for size in range(len(head), 0, -1) if route["by"].endswith(head[-size:])), 0)
    return f"{head[: len(head) - size]}经{route['by']}{does}里程"


def _bought(text: str, one: Quantity, clause: Span, metric: str) -> str:
    """What was paid for, in full: 以3亿元|购入青江大厦10层办公楼."""
    led = (not metric or metric.endswith(AMOUNT)) and text[one.span.start - 1 : one.span.start] in ("以", "斥", "用")
    bought = BOUGHT.match(text, one.span.end, clause.end) if led else None
    return f"{bought['deed']}{AMOUNT}" if bought else metric


def _listed(words: Words, one: Quantity, metric: str) -> str:
    """What money was for, where it is for two things: 拨付|复堤、修渠经费."""
    text = words.text
    at = text.rfind(metric, max(0, one.span.start - len(metric) - SHORT), one.span.start)
    if at < 1 or text[at - 1] != "、" or not ENDED.search(metric):
        return metric
    before = words.between(max(0, at - 1 - 2 * SHORT), at - 1)
    first = len(before)
    while first and (before[first - 1].part in INNER or _names(before[first - 1].text)):
        first -= 1
    item = spelt(before[first:])
    return f"{item}、{metric}" if LEAST <= len(item) <= SHORT else metric


def _names(word: str) -> bool:
    """Whether a verb is what something is done for and not what is done with the money."""
    return NAMING.fullmatch(word) is not None or not predicates().fullmatch(word)


def _reached(text: str, one: Quantity, clause: Span, metric: str) -> str:
    """What reaches so many places, of which some are named: 产品销往|云州、临河等12个省份."""
    floor = clause.start
    while text[floor - 1 : floor] == "、":
        floor = max(text.rfind(mark, 0, floor - 1) for mark in "，。；：\n") + 1
    reached = REACHED.match(text, floor, one.span.start) if AREAS.fullmatch(metric) else None
    return f"{reached['who'] or ''}{reached['does']}{metric}" if reached else metric
