"""What levels are called: between a melon's price and a leek's no change lies, however well a rate fits."""

from checker.patterns import pattern
from checker.relations.cues import Act
from checker.relations.elsewhere import MEANS, PLANNED, WIDER
from checker.relations.fit.level import Level
from checker.relations.naming import pairs, shared_end
from checker.spans import Span

TIME = pattern(
    "(?:[0-9０-９一二三四五六七八九十〇零]+(?:年度?(?!期)|个?月份?(?!期)|季度|日|周|时)[初末底]?|[去今上前往本当同次翌][年月周日季期]"
    "|上季度?|本季度?|上半年|下半年|全年|上年|昨[日天]|今[日天]|同期|年[初末底]|月[初末底]|季[初末]|期[初末]|历史|常年|目前|截至|截止|此前|原来|到了?|至)+的?"
)
LEADING = pattern("^[^\u4e00-\u9fffA-Za-z0-9]+|^[和与及其而但则中在的]+")
VERBS = pattern(
    "(?:约?为|达到?了?|是|有|约|近|超过?|报|收于?|分别|均|仅|只有?|共|累计|实现|完成|预计|高达|突破|同比|环比|增长|下降|上涨|下跌|增加|减少|上升"
    "|提高|回落|扩大|收窄|加快|放缓|[涨跌升降增减高低多少快慢]|了|每[\u4e00-\u9fff]{1,2})+$"
)
STAGES = pattern(
    "起[始拍]|成交|挂牌|底价|最终|最后|原(?![油煤材])|现|预算|决算|计划|规划|实际|目标|发行|收盘|开盘|最[高低]|设计|核定|核载|实载|限|买|卖|[进售]价|成本|评估|拟|标准"
    "|预期|预测|第[一二三四]"
)
"""A thing at two stages is called by two names: 起拍总价 and 成交总价."""

REACH = 120
"""How many characters before a number are read for what it is called."""

SHARED = 2
"""Prices of two things are called alike at the end by so many characters at least: 白薯批发价, 莲藕批发价."""

AGAINST = pattern("[高低大小多少快慢优]于(?P<name>[\u4e00-\u9fff]{2,10}?)的?(?:近|约)?$")
LEVELLED = pattern(f"{PLANNED}|{MEANS}|{WIDER}|预测|整体|同类|同行|同业|水平")
SEVERAL = "分别"
SPAN = pattern("[0-9]年?(?:[-—－~至到、和]|——)[0-9]|[近前后这][两三几]年|[两三]年")
FEW = 2
"""So many clauses before a list may tell its years."""

EACH_OF = pattern("[都均][^，。；0-9]{0,6}$")

RATIO = pattern("(?:率|指数|比[重例]|占比|份额|系数)$")
COMPARED = pattern(
    "比|较|[与同和][^，。；]{1,12}相[比差]|[高低多少快慢大小优]于|[高多]出|相差|之差|差[额距价]|顺差|逆差|溢价|折价|盈利|利润|毛利|净利|赚|缺口"
)
OVER = pattern(
    "[同环]比|按年|按月|[比较](?:[上去前]|年初|昨|同期|往年)[^，。；]{0,12}|[与同和][^，。；]{0,8}[年期月度][^，。；]{0,4}相比"
)
MEASURED = pattern("(?:[增升涨降跌减][幅速率势]?|[增涨降]长?率|幅度|比[上去]?年?|较[上去]?年?)+$")
THIS = pattern(
    "[这该其此]|均价|单价|价格|金额|数量|规模|总[量额值]|人数|平均|销量|产量|产值|收入|年度|全年|累计|分别|依次|变|差|近|超|逾|幅|大|明显|[小微略]"
)
ANY_RATE = pattern("[\u4e00-\u9fff]率(?:[为是达约近超过到仅]|分别|高达|最高|均)*$")
CHANGING = pattern(
    "(?:[增升降减涨跌溢折]价?|增长|增值|升值|贬值|收益|回报|下降|缩水|节约|节省|节能|节水|变[化动更]|波动|误差|偏差|损[失耗]|超[额载]|核减|审减|压减|压降|减排)率"
)


def are_two(base: Level, current: Level, step: Level) -> bool:
    """Whether two levels are, by what they are called, those of two things that ``step`` does not compare."""
    one, two = _name(base), _name(current)
    if not one or not two or one == two or _times(base) != _times(current):
        return False
    if RATIO.search(one) and RATIO.search(two):
        return not (one.endswith(two) or two.endswith(one) or compares(step))
    end = shared_end(one, two)
    first, second = one[: len(one) - end], two[: len(two) - end]
    start = shared_end(first[::-1], second[::-1])
    first, second = first[start:], second[start:]
    apart = first and second and first not in second and second not in first
    shared = 1 if one.endswith("价") else SHARED
    if end < shared or not apart or STAGES.search(first + second):
        return False
    return pairs(first).isdisjoint(pairs(second)) and not compares(step)


def is_other_rate(step: Level) -> bool:
    """Whether a rate is called one that is no change: 结案率, 开工率."""
    return ANY_RATE.search(step.lead) is not None and CHANGING.search(step.lead) is None


def is_of_another(step: Level, *levels: Level) -> bool:
    """Whether a change tells of a thing that is named nowhere before the levels: 甲股收报41元，乙股升近2%."""
    name = MEASURED.sub("", _bare(step.lead))
    if len(name) < SHARED or COMPARED.search(step.lead) or THIS.search(name):
        return False
    return all(pairs(name).isdisjoint(pairs(_before(one, one.passage.span))) for one in levels)


def is_against_another(step: Level, *levels: Level) -> bool:
    """Whether a difference is one from what neither level is called: 高于政策利率9个基点 of two rates of the market."""
    told = AGAINST.search(step.lead)
    name = "" if told is None or TIME.search(told["name"]) else told["name"]
    if len(name) < SHARED or THIS.search(name) or LEVELLED.search(name):
        return False
    return not any(name[:SHARED] in _in_clause(one) for one in levels)


def are_of_each(base: Level, current: Level, step: Level) -> bool:
    """Whether two levels are those of two things at one time, and the change is that of each, or of either.

    二线、三线城市分别下降0.4%和0.5%，降幅扩大0.1个百分点; 土豆1.80元，胡萝卜1.90元，变动都不到一成.
    """
    if base.is_past or compares(step) or _times(base) ^ _times(current):
        return False
    two = sorted((base, current), key=lambda one: one.at)
    listed = two[1].at - two[0].at == 1 and two[1].lead in ("和", "、", "与", "及") and SEVERAL in _in_clause(two[0])
    told = _before(two[0], two[0].passage.clauses[max(0, two[0].figure.clause - FEW)])
    if listed and len(TIME.findall(told)) < 2 and not SPAN.search(told):
        return True
    return EACH_OF.search(step.lead) is not None


def compares(step: Level) -> bool:
    """Whether the words of a change compare things, not times: 甲镇比乙镇多出."""
    return COMPARED.search(OVER.sub("", _in_clause(step))) is not None


def _name(level: Level) -> str:
    """What a level is called, without times and verbs. Empty where that is told elsewhere: 分别为3元、4元."""
    words = level.lead
    before = level.passage.figures[level.index - 1] if level.index else None
    clause = level.passage.clauses[level.figure.clause].start
    if not _bare(words) and before is not None and before.quantity.span.start >= clause:
        words = level.passage.text[max(clause, before.quantity.span.start - REACH) : before.quantity.span.start]
    if "分别" in words or level.act in (Act.FROM, Act.TO):
        return ""
    return _bare(words)


def _times(level: Level) -> set[str]:
    """The times that the clause of a level tells before it."""
    return set(TIME.findall(_in_clause(level)))


def _in_clause(level: Level) -> str:
    """The words of its clause before a level, numbers among them."""
    return _before(level, level.passage.clauses[level.figure.clause])


def _before(level: Level, span: Span) -> str:
    end = level.quantity.span.start
    return level.passage.text[max(span.start, end - REACH) : end]


def _bare(words: str) -> str:
    bare = LEADING.sub("", TIME.sub("", words))
    return VERBS.sub("", LEADING.sub("", bare))
