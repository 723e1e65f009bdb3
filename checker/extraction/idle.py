"""Numbers that assert nothing: they belong to a name, an order of things, a turn of phrase."""

import re

from checker.extraction.attributive import is_attributive
from checker.extraction.called import called
from checker.extraction.entitled import is_entitled
from checker.extraction.nameless import is_nameless
from checker.extraction.nominals import NOUNS
from checker.extraction.parsing import Words
from checker.lexicon.organisations import endings
from checker.lexicon.speech import Part
from checker.patterns import one_of, pattern
from checker.quantities.model import Quantity, UnitClass

ITEM = pattern("[0-9]{1,2}")
HAN_NUMERAL = pattern("[一二三四五六七八九十两数几零百千万半双]{1,3}")
PEOPLE = frozenset("人名位")
WORDS = NOUNS | {Part.ADJECTIVE, Part.VERB}
SESSION = pattern("[一-鿿]{0,4}?(?:全会|全体会议|次|会议|人大|政协|委员会|理事会|董事会|监事会|代表大会)")
SESSIONS = pattern("[、和][一二三四五六七八九十]{1,3}次全会")
LABEL = pattern("(?:[图表]|附[图表件]|^|\n)[ \t—–-]*$")
YEARS = pattern(
    "(?:[/~～—–-][12][0-9]{3}){1,4}(?:学)?年|[ ]?(?:[一-鿿]{0,9}?)(?:分项|子)?(?:指数|ETF)(?!为|达|报|是|上|下)"
)
PRICE = pattern("[（(][-+]?[0-9.]{1,9},[ ]?[-+]?[0-9.]{1,9},[ ]?[-+]?[0-9.]{1,9}%[）)]")
NAMED = pattern("[两几一二三]块(?=[一-鿿])(?!钱)|(?:[东西][南北]|华[东南北中]|[中东西]部).省")
BONDS = pattern("年(?:期)?的?(?:[一-鿿]{0,4}?(?:国债|国开债|美债|地方债|公债|债券)|LPR|SHIBOR)", re.ASCII)
TERM = pattern("年期(?:及?以[上下])?的?[一-鿿]{0,4}(?:贷款|存款|LPR|利率|国债|债券)")
OUTPUT = pattern(
    "(?:元|吨)?(?:及?以上(?=项目|企业|园区|产业)|GDP|地区生产总值|国内生产总值|(?:工业|农业)?增加值|产值)(?![0-9])"
)
"""A measure of so much for each of these: 万元GDP能耗."""

SPEC = pattern("(?:[寸米伏]?及?以[上下])?(?:大?[一-鿿A-Za-z]{2})(?!率)")
SPECS = frozenset(["赫兹", "千赫", "兆赫", "吉赫", "英寸", "寸", "纳米", "微米", "千伏", "伏", "英尺"])
MEASURED = pattern("(?:[为达约长宽高厚深径仅至到近超]|过|是|只有|尺寸|直径|周长|提高|降低|缩小|增加)$")
"""What leads up to a measure; without it a measure before a noun says of what sort that is: 8英寸|晶圆."""

FUND = pattern("(?:年|个?月|天|日)(?:定期|持有|定开|定制|封闭|滚动|期?(?:存款|定存|理财|大额存单))")
AHEAD = pattern("展望|预计|预测|[自从在]$")
YEAR = pattern("[1-3][0-9]")
OF_YEAR = pattern("以来|公司|行业|全年|[一-鿿]{0,3}(?:营收|收入|净利|归母|业绩|实现)|[，、](?=公司|行业|预计|我们)")
CODENAME = pattern("(?:[一-鿿A-Za-z][-—－][0-9]{1,4}[”’》]|[A-Z]{2}[-－]?[0-9])")
HYPHENED = pattern("[A-Z][-－]$")
FIRM = pattern(f"[一三四五六七八九十百千万]{{1,2}}[家方维](?:{one_of(endings('firm'))})")
"""A firm whose name begins like a number: 万家|基金."""

PAIR = pattern("[国岸会院](?![0-9一-鿿]?[外立])|口(?:之家|子|[或、])")
PARTS = pattern("零[、部配件售钱工担时星头]")
TITLED = pattern("[A-Za-z]{4}[ ]?$")
PROOF = pattern("度(?!电|以|左|的|和|至|，|。|、)[一-鿿]{2}")
MODEL = pattern("[ ]?(?:[A-Z]{2,}|[一-鿿]?系列|款|显卡|处理器|芯片|手机|机型)")
LATIN = pattern("[A-Za-z][ ]?$")
BADGE = pattern("[ ]?[A-Z]{2,}(?![A-Za-z])")
INDEX = pattern("(?:沪深|中证|上证|深证|标普|富时|日经|科创|国证|恒生|道琼斯)[ ]?$")
NTH = pattern("[、.．](?=[一-鿿])")
STOPS = ("。", "：", "；", "！", ":")
STRONG = pattern("[百千]?强(?!度|制|化|烈|调|力)")
HALF = pattern("[上下前后]$")
DAY_ON = pattern("(?!以|之|后|内|前|的|游|龄|均|线|左右|上下|里|间|不|无|多|来|假|元|[，。；、！？”）)\n])")
LASTS = pattern(
    "(?:[近前后达需每第期隔约过满仅整共短第长历距]|连续|为期|历时|用时|耗时|多达|不到|超过|至少|最多|[一二三四五六七八九十])$"
)
EACH = pattern("每(?:年|日|天|月)?$")
THEY = pattern(
    "分别|讨论|就|表示|认为|曾经|签署|一致|共同|会谈|握手|商定|均|都|皆|还|也|一起|同时|曾|已|将|随后|相互|彼此|之间"
    "|[一-鿿]{0,2}(?:是|系|在|为|对)"
)
"""两人 and 三人 are those just named."""

JOINTLY = pattern(
    "(?:日前|近日|[今昨]天)?(?:联合|共同|已|将)?(?:[印制]发|发[布文]|[拨支]付|下[达拨]|部署|推进|要求|开展|出台|启动|约谈)"
)
SIDES = pattern("[0-9]|分别|首轮|均|都|在|打成|战平|以|将|一度|此前|的比分")
OPENED = ("，", "。", "；", "\n", "")
CALLED_YEAR = pattern("是[^，。；]{2,26}的[一-鿿]{2}$")
"""What sort of year one was: 是…的关键|一年."""

LATELY = pattern("过去|[这近]$")
MEAN = pattern("年的?平均(?:分别|实际|名义|每年)?(?:增[长速幅加]|上[升涨]|下[降跌]|减[少幅]|提高|回落|[增降涨跌]幅)")
"""Over so many years a change is the mean, which its name tells: 两年|平均增速."""

NOTE = pattern("[0-9]{1,2}[.][12][0-9]{3}")
SHORT_YEAR = pattern("年(?:中报|年报|[一三]季报|[上下]半年|[0-9]{1,2}月|末|底)")
RATED = pattern("(?:中|就|有|约|仅|只|为|拥有){0,3}[0-9]")
DAYS, SCHOOL = 31, 1900
DIGITS = frozenset("0123456789０１２３４５６７８９一二三四五六七八九两几")
STAGES = frozenset("一二三四五六七八九十")
WIDE, FAR, NEAR = 500, 30, 12


def is_idle(words: Words, one: Quantity) -> bool:
    """Whether a number asserts nothing.

    So do 一个缩影, 不平凡的一年, 六届五次全会, 两位数, 项目二期, 两块业务, 东北三省, the numbers of figures and pages.
    """
    text = words.text
    return (
        one.is_article
        or _is_item(text, one)
        or is_nameless(text, one)
        or is_entitled(text, one)
        or called(text).has(one)
        or is_attributive(words, one)
        or _is_in_word(words, one)
        or _is_in_name(text, one)
        or _is_label(text, one)
        or _is_time(text, one)
        or _is_price(text, one)
    )


def _is_item(text: str, one: Quantity) -> bool:
    """The number of an item that stands in a line of running text: …向好1、产量…2、…"""
    start, end = one.span.start, one.span.end
    if one.unit_class is not UnitClass.NONE or not ITEM.fullmatch(one.literal) or text[end : end + 1] != "、":
        return False
    beside = text[start - 1 : start], text[end + 1 : end + 2]
    return not any(char.isdigit() or char in "、和至" for char in beside) and "1、" in text and "2、" in text


def _is_in_word(words: Words, one: Quantity) -> bool:
    """In a word of the dictionary that is no number: 两国, 二级|市场, 三位一体, 整数|位, 零部件."""
    if not HAN_NUMERAL.fullmatch(one.numeral) or one.literal.endswith("大"):
        return False
    for word in words.around(one.number):
        if one.unit.name in PEOPLE and len(word.text) <= len(one.literal):
            continue
        if word.part in WORDS and len(word.text) > len(one.numeral) and word.text[:1] not in "近前":
            return one.unit_class in (UnitClass.COUNT, UnitClass.NONE)
    return False


def _is_in_name(text: str, one: Quantity) -> bool:
    return any(is_so(text, one) for is_so in (_is_of_order, _is_pair, _is_code, _is_spec, _is_day, _is_base, _is_term))


def _is_of_order(text: str, one: Quantity) -> bool:
    """Of an order of things: 六届五次全会, 项目二期, 地铁2号线, 两块业务, 东北三省, 四线城市."""
    unit, end = one.unit.name, one.span.end
    if (unit in ("届", "次") and (SESSION.match(text, end) or SESSIONS.match(text, end))) or text.startswith(
        "号线", end - 2
    ):
        return True
    if one.numeral and set(one.numeral) <= STAGES and (unit == "期" or text[end - 1] == "线"):
        return True
    return text[end - 1] in "块省" and NAMED.search(text, max(0, one.span.start - 2), end + 1) is not None


def _is_pair(text: str, one: Quantity) -> bool:
    """Those just named (两人分别…, 两国, 沪深两市), and 三口之家."""
    start, end = one.span.start, one.span.end
    if one.numeral not in ("两", "二", "三"):
        return False
    if one.unit.name == "人":
        return THEY.match(text, end) is not None and text[start - 1 : start] in OPENED
    if one.unit.name == "部门":
        return text[start - 1 : start] in OPENED and JOINTLY.match(text, end) is not None
    if one.unit.name == "队":
        return SIDES.match(text, end) is not None
    if one.unit.name == "市":
        return "股" in text[max(0, end - FAR) : end + FAR] or "沪深" in text[max(0, end - WIDE) : end + WIDE]
    return one.numeral != "二" and PAIR.match(text, end - 1) is not None


def _is_code(text: str, one: Quantity) -> bool:
    """In a word of its own: 两位数, 整数位, “和平-21”, 零部件, 500强, 上半周."""
    start, end = one.span.start, one.span.end
    if one.unit.name == "位" and (text.startswith("数", end) or (one.numeral == "数" and text[start - 1] == "整")):
        return True
    if one.numeral.isdecimal() and HYPHENED.search(text, max(0, start - 2), start):
        return True
    if FIRM.match(text, start):
        return True
    if one.unit_class is UnitClass.NONE and CODENAME.search(text, max(0, start - 3), end + 1):
        return True
    if one.unit.name in ("", "强") and STRONG.match(text, end - len(one.unit.name)):
        return True
    if one.numeral == "数" and one.unit.name == "遍":
        return True
    if one.numeral == "零":
        return PARTS.match(text, start) is not None
    return one.numeral in ("半", "半个") and HALF.search(text, max(0, start - 1), start) is not None


def _is_term(text: str, one: Quantity) -> bool:
    """For how long a bond or a fund runs, 这三天, and so much for each of these: 10年期国债, 万元产值, 每百元收入."""
    start, end, unit = one.span.start, one.span.end, one.unit.name
    if one.unit_class is UnitClass.MONEY:
        each = one.numeral in ("百", "千", "万") and text[start - 1 : start] == "每"
        return each or (not DIGITS & set(one.literal) and OUTPUT.match(text, end - 1) is not None)
    if unit not in ("年", "个月", "月", "天", "日"):
        return False
    if TERM.match(text, end - 1):
        return True
    runs = BONDS.match(text, end - 1) or FUND.match(text, end - 1 - (unit == "个月"))
    return runs is not None or text[start - 1 : start] == "这"


def _is_spec(text: str, one: Quantity) -> bool:
    """Whether it says of what sort the thing behind it is: 8英寸|晶圆."""
    led = MEASURED.search(text, max(0, one.span.start - 2), one.span.start)
    if led is None and text[one.span.end - 1] == "度" and PROOF.match(text, one.span.end - 1):
        return one.unit_class is UnitClass.ENERGY
    return one.unit.name in SPECS and led is None and SPEC.match(text, one.span.end) is not None


def _is_day(text: str, one: Quantity) -> bool:
    """Whether it is the day of a month: 某基金会3日|公布."""
    if text[one.span.end - 1] != "日" or not one.numeral.isdecimal() or not 1 <= one.value <= DAYS:
        return False
    led = LASTS.search(text, max(0, one.span.start - 2), one.span.start)
    return led is None and DAY_ON.match(text, one.span.end) is not None


def _is_base(text: str, one: Quantity) -> bool:
    """Whether another number is told for so many: 每10万人|10.27起."""
    if not EACH.search(text, max(0, one.span.start - 2), one.span.start):
        return False
    return one.unit_class is UnitClass.COUNT and RATED.match(text, one.span.end) is not None


def _is_label(text: str, one: Quantity) -> bool:
    """图 3, a page's number, 沪深300指数, 2022/2023年, RX 7900显卡."""
    start, end = one.span.start, one.span.end
    if one.unit_class is not UnitClass.NONE:
        return False
    if one.numeral.isdecimal() and MODEL.match(text, end) and LATIN.search(text, max(0, start - 2), start):
        return True
    if _is_model(text, one):
        return True
    if one.numeral.isdecimal() and TITLED.search(text, max(0, start - 6), start):
        return text[end : end + 1] not in "、/～-"
    if INDEX.search(text, max(0, start - 6), start) or (NTH.match(text, end) and text[start - 1 : start] in STOPS):
        return True
    if text[end : end + 1] == "日" and text[start - 1 : start] == "月":
        return True
    lead = LABEL.search(text, max(0, start - NEAR), start)
    return lead is not None or YEARS.match(text, end) is not None


def _is_model(text: str, one: Quantity) -> bool:
    """Whether letters make the rest of a model's name, that the text has in full: RX 7900 XTX."""
    badge = BADGE.match(text, one.span.end)
    if not badge or not one.numeral.isdecimal():
        return False
    name = text[one.span.start : badge.end()]
    full = text.find(f" {name}")
    return full > 0 and LATIN.search(text, full - 1, full) is not None


def _is_time(text: str, one: Quantity) -> bool:
    """不平凡的一年, 一年来, 22年中报, a footnote before a year (7.2018年), 两年平均增速."""
    if one.unit.name == "年" and MEAN.match(text, one.span.end - 1):
        return True
    before = text[max(0, one.span.start - 2) : one.span.start]
    if one.unit.name == "年":
        lately = one.numeral == "一" and (LATELY.search(before) or text.startswith("来", one.span.end))
        short = len(one.numeral) == 2 and SHORT_YEAR.match(text, one.span.end - 1)
        if lately or short or NOTE.fullmatch(one.numeral) or _is_year(text, one, before):
            return True
    if one.literal.endswith("学年") and one.value > SCHOOL:
        return True
    led = text[max(0, one.span.start - FAR) : one.span.start]
    return one.value == 1 and one.numeral == "一" and (before.endswith("的") or CALLED_YEAR.search(led) is not None)


def _is_year(text: str, one: Quantity, before: str) -> bool:
    """A year of two digits, as brokers write it: 22年公司实现营收…."""
    if not YEAR.fullmatch(one.numeral) or not OF_YEAR.match(text, one.span.end):
        return False
    return before[-1:] in OPENED or AHEAD.search(before) is not None


def _is_price(text: str, one: Quantity) -> bool:
    """The price of a share and how it moved, as news services put them behind a name: (12.30, 0.10, 0.82%)."""
    opening = text.rfind("(", max(0, one.span.start - FAR), one.span.start)
    quoted = PRICE.match(text, opening) if opening >= 0 else None
    return quoted is not None and quoted.end() > one.span.start
