"""What an indicator says of the value that its number is told against: 较2019年增速, 高于全国幅度, 原税率."""

from dataclasses import dataclass

from checker.lexicon.clauses import any_of
from checker.patterns import pattern
from checker.quantities.model import Quantity
from checker.relations.cues import LOWERED, RAISED
from checker.spans import Span

HOW_FAST = f"(?:{any_of('change_adverb')}|[一两][下举度])*"
MOVES = f"{HOW_FAST}(?:{'|'.join((RAISED + LOWERED).split())}|[上下][扬浮行挫]|[净]?[增减升降涨跌])"
TURNED = pattern(f"(?:{MOVES}|[调改变]整?)[至到为成]")
BEFORE = pattern(
    "[由从](?:[^，。；、由从0-9]{0,8}的)?(?:目前|现在|当前|原来|原先|最初|开始|此前|之前|过去|年初|(?:去|上一?|前|[0-9]{4})年[初底末]?"
    "|[0-9]{1,2}月份?)?(?:同期)?(?:的)?(?:全[国省市县区球]|世界)?(?:约|近|不足|不到|超过?)?$"
)
OLD = "原"
CALLED = pattern("原|目前|现有|此前|开通前")
"""An indicator with such a word says so itself."""

TIMES = "(?:[0-9]{2,4}年|[0-9一二三四五六七八九十]{1,3}月|季度|半年|[去上前今]年|[上前]一?[日周月期]|期|年[初底末])"
TIMED = pattern(TIMES)
AGAINST = pattern(
    "(?<![占对环同正反等之可无相])(?:比(?![例率重值分价])起?|较(?![有为大小高低多少快慢好长短上]))"
    "(?P<base>(?:[0-9]{2,4}年|[0-9]{1,2}月份?)*[^，。；比较0-9]{0,14}?)(?<!比)(?<!较)(?<!比起)"
    f"(?:的[^，。；]{{0,8}}?(?=[0-9])|(?:的[一-鿿]{{0,4}}?(?:速度|水平|[率速幅量额值数价]))?"
    f"(?=[0-9]|(?:[还也又]|{any_of('change_adverb')})*[高低快慢多少大小][出了]?|{MOVES}))"
)
PLAN = pattern("(?:计划|预算|目标|定额|任务)[数值额]?$")
BY = pattern("(?:[还也又约近了]|超过)*(?P<how>[一-鿿]{1,4}?)(?:[了约近]|超过)*$")
PARTED = pattern("(?:(?<=[增降涨跌升][速幅])|^)(?:[一-鿿]{2}幅度|差距)$")
OF_PLAN = pattern("与(?P<plan>.+)差额")
EACH = pattern("(?:人|户|平)均$")
LOOKED = pattern("(?:^|[。；])(?:[从按]|与)?(?P<how>环比|同比)(?:[来上]?看|数据来?看|计算|口径)?，")
BEYOND = pattern("(?P<how>[高低快慢好优多少大小强弱])(?:于|过)(?P<base>[^，。；的0-9]{1,14}?)(?:平均水平|水平)?$")
HOW = pattern("(?P<how>[高低快慢多少])[了出]?(?:近|约|超过?)?$")
APART = {"高": "提高", "低": "降低", "快": "加快", "慢": "放缓", "多": "增加", "少": "减少"}
YEARLY, LATELY = pattern("同比|[上去]年|上一年|同期"), pattern("环比|上[一个]{0,2}[月季周]|前[一个]{0,2}[月季周日]")
SINCE = pattern("年初|[上去]年[末底]")
"""Bases that the kind of the comparison says."""

SAME = pattern("[比较][0-9]{4}年的(?:近|约)?$")
SHORT = pattern("[0-9一二三四五六七八九十]月|季度|半年|[春国五中端清元][一-鿿]?[节庆]|假期|[旬周]")
GAP, OTHER, ANNUAL, MONTHLY = "差距", "against_other", "year_on_year", "month_on_month"
SORTS = ((SINCE, "since_year_start"), (YEARLY, ANNUAL), (LATELY, MONTHLY))


def former(text: str, one: Quantity, following: Quantity | None, clause: Span, metric: str) -> str:
    """The indicator of what something was before it became what the next number says: 由10%|提高到25%."""
    if not following or following.span.start > clause.end or CALLED.search(metric):
        return metric
    turned = TURNED.search(text, one.span.end, following.span.start)
    if not turned or turned.end() < following.span.start - 2 or turned.start() > one.span.end + 2:
        return metric
    if not BEFORE.search(text, clause.start, one.span.start):
        return metric
    whose, of, name = metric.rpartition("的")
    return f"{whose}{of}{OLD}{name}"


def then(words: str, metric: str) -> str:
    """The indicator of a base of another year, for as much of it as is told: 春节票房…，比2019年的|3亿元."""
    told = SAME.search(words)
    part = told and SHORT.search(words, 0, told.start())
    return f"同期{metric}" if part and not metric.startswith("同期") else metric


def was(text: str, before: Span, end: int) -> bool:
    """Whether a place in an order, which ends at ``end``, is one that somebody left: 由全国|第11位|跃升至第5位."""
    turned = TURNED.match(text, end)
    return turned is not None and BEFORE.search(text, before.start, before.end) is not None


@dataclass(frozen=True, slots=True)
class Based:
    """An indicator of a change, and how the ledger calls what it is reckoned from."""

    metric: str
    comparison: str


def looked_at(words: str, comparison: str) -> str:
    """The comparison that the sentence opens with, for a change whose clause names none: 从环比看，…增长|0.8%."""
    told = LOOKED.search(words) if comparison == "unstated" else None
    return comparison if not told else MONTHLY if told["how"] == "环比" else ANNUAL


def against(words: str, metric: str, suffix: str, comparison: str) -> Based:
    """An indicator of a change with what it is reckoned from, by the words of its clause before the number."""
    if not suffix or not metric.endswith(suffix):
        return Based(metric, comparison)
    parted = PARTED.search(suffix)
    suffix = parted[0] if parted else suffix
    stem, beyond, planned = metric.removesuffix(suffix), BEYOND.search(words), OF_PLAN.fullmatch(suffix)
    if planned:
        return Based(f"{stem}{'少' if words.endswith('少') else '多'}于{planned['plan']}差额", comparison)
    if beyond and suffix == GAP:
        return Based(f"{stem}{beyond['how']}于{beyond['base']}幅度", comparison)
    told = next(reversed(list(AGAINST.finditer(words))), None)
    base = EACH.sub("", told["base"]).removesuffix("的") if told else ""
    if not told or not base or base in metric:
        return Based(metric, comparison)
    sort = next((sort for told, sort in SORTS if told.search(base)), "")
    if sort:
        return Based(metric, sort if comparison == "unstated" else comparison)
    plan, by = PLAN.search(base), BY.fullmatch(words, told.end())
    if plan and by and by["how"] in APART:
        return Based(f"{stem}{by['how']}于{base.replace('的', '')}幅度", comparison)
    if plan and by:
        return Based(f"{stem}较{base.replace('的', '')}{by['how']}幅度", comparison)
    how = HOW.search(words)
    if suffix != GAP or not how:
        return Based(f"{stem}较{base}{suffix}", OTHER)
    timed = TIMED.search(base) is not None
    return Based(f"{stem}较{base}{APART[how['how']]}幅度" if timed else f"{stem}{how['how']}于{base}幅度", OTHER)
