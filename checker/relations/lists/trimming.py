"""Names without the words around them: what leads up to the first and what is said of all after the last."""

import re
from collections.abc import Sequence

from checker.patterns import pattern
from checker.relations.lists.enumeration import ASIDE, DATE, Stretch
from checker.spans import Span

METRIC = (
    "(?:增加值|进出口总[值额]|[出进]口总?[值额]|批发价|零售价|收购价|均价|客运量|货运量|发电量|供水量|零售额|销售额|成交[额量]|营业额|销售收入|营业收入|经营现金流净额|现金流净额|利润总额|净利润|(?:人均)?可支配收入|种植面积|播种面积|运输量|周转量|吞吐量|"
    "总产值|产值|产量|销量|产销量|总量|总值|数量|总额|金额|价格|价|收入|利润|面积|投资|消费|贷款|存款|余额|比重|占比|比例|增速|增幅|"
    "人次|(?:参保|在校|从业|就业|持卡)?人数|户数|起数|进出口|出口|进口|税收|支出|成本|费用|经费|(?:财政)?补助(?:标准)?|市值|资产|业务|规模|产能|需求|指数|亩产|单产|客流|播放量|[\u4e00-\u9fff]{2}率|平均分|均分|得分|总分|奖金|票价|身价|消费量|用电量|销售量|消耗)"
)
SHARED = pattern(rf"(?:(?:类|等)?(?:产品|商品|行业|产业|企业|住院|门诊|报销|解禁|学生|人均|公用)*{METRIC})+$")
ADVERBS = pattern(
    r"(?:同比|环比|按年|按月|比上[年月季]|较上[年月季]|预计|预期|计划|力争|已经|已|也|均|都|则|却|将|可|应|又|还|再|今年|去年|当年|当日|同期|"
    r"以[\u4e00-\u9fff]{2,5}计算?|[\s░]++|(?<![、/／和与及至到▞])[比较于]?▞++)++$"
)
LEADS = pattern(
    r"(?:[\u4e00-\u9fff]{0,12}的(?:[是有](?=.)|[\u4e00-\u9fff]{2,6}[是为](?=..))|(?:公司)?(?:控股股东|实际控制人|大股东)(?=..)|而(?=..)|面向|针对|其中|此外|另外|同时|带动|拉动|推动|预计|年末|全年|当年|近|上半年|全[国省市县区州镇乡村]|我[国省市县区]|规模以上|限额以上(?:单位)?|"
    r"(?:(?![和与及])[\u4e00-\u9fff]){2,12}(?<!其)中(?![心学小国央东西南北间外共华医药草低老青层级部等])(?=.{2})|[本这此该上]次?[届次场轮期](?:[\u4e00-\u9fff]赛|联考|月考|考试|活动|赛事|评选)?|[▓▞]++|\s++)++"
)
TOLD = pattern("[^、，,]{0,24}▓[^、，,]{0,8}的[是有](?=.)")
"""居前三位的是安东: what the names are told of, with its number."""

RANKED = pattern("[^、，,▓]{0,12}(?:前|这|居前)▓+的?(?=[\u4e00-\u9fff·]{2,8}(?:、|$))")
"""男子前三名|郑浩: their number stands before the names, and is none of the first."""

PREPOSITIONS = frozenset("对向从在由给让把将据")
"""What leads up to a list in one character: 对越南、泰国."""

DISTRICTS = frozenset("省市县区州旗镇乡村")

PREDICATE = pattern(
    r"(?:的|对(?=[\u4e00-\u9fff]{2,10}的)|居前|等(?!奖)|是|为|(?<![人户])均(?![分价线值量])|都|出现|继续|保持|实现|位列|位居|跌幅|涨幅|分列|分获|分居|包揽|表现|上半年|同比|环比|较|比上)[^▓]{0,60}$|[▓▞].*$|\s+$"
)
COUNTED = pattern(rf"(?<=[^▓▞])(?:[▓░]|▞++(?!{METRIC}$)).*$")


def trimmed(head: Stretch, names: Sequence[Span]) -> tuple[Span, ...]:
    """The names without what leads up to the first and what is said of all after the last."""
    if not names:
        return ()
    first = names[0].start - head.start, names[0].end - head.start
    told = TOLD.match(head.words, *first) or RANKED.match(head.words, *first)
    names = (Span(head.start + told.end(), names[0].end), *names[1:]) if told else names
    names = _dated(head, names)
    spans = [_plain_name(head, one, (COUNTED,)) for one in names[:-1]]
    measured = any(SHARED.search(words_of(head, one)) for one in spans)
    endings = {words_of(head, one)[-1] for one in spans}
    ending = "".join(sorted(endings)) if len(endings) == 1 or endings <= DISTRICTS else ""
    ending = re.escape(ending)
    same = pattern(f"(?<=[{ending}])(?!(?<=学)生)[^{ending}].*$") if ending else PREDICATE
    last = _as_long(head, spans[1:], names[-1]) if ending else names[-1]
    last = _plain_name(head, last, (same, PREDICATE) if measured else (same, PREDICATE, SHARED))
    owning = len(last) > 1 and words_of(head, last).endswith("的")
    spans.append(Span(last.start, last.end - owning))
    lead = LEADS.match(head.words, spans[0].start - head.start, spans[0].end - head.start)
    if lead and lead.end() < spans[0].end - head.start and not LEADS.match(head.words, spans[-1].start - head.start):
        spans[0] = Span(head.start + lead.end(), spans[0].end)
    return without_preposition(head, spans)


def _dated(head: Stretch, names: Sequence[Span]) -> Sequence[Span]:
    """该厂2021年、2022年净利润: the first year from behind the words that lead up to it."""
    first = words_of(head, names[0])
    dated = first.endswith(DATE) and all(words_of(head, one).startswith(DATE) for one in names[1:])
    return (Span(names[0].start + len(first.rstrip(DATE)), names[0].end), *names[1:]) if dated else names


def _as_long(head: Stretch, others: Sequence[Span], last: Span) -> Span:
    """二等奖、三等奖奖金: the last name as long as the others, where it then ends as they do."""
    sizes = {len(one) for one in others}
    if len(sizes) != 1 or (size := sizes.pop()) >= len(last):
        return last
    closing, own = words_of(head, others[0])[-1], words_of(head, last)[size - 1]
    alike = closing.isalpha() and (own == closing or {own, closing} <= DISTRICTS)
    return Span(last.start, last.start + size) if alike else last


def without_preposition(head: Stretch, spans: Sequence[Span]) -> tuple[Span, ...]:
    """对越南、泰国 is about 越南: the first name from behind a preposition, if it then is as long as another one."""
    first, *others = (words_of(head, one) for one in spans)
    lengths = {len(one) for one in others}
    at = next(
        (n for n in range(len(first) - 1, 0, -1) if first[n - 1] in PREPOSITIONS and len(first) - n in lengths), 0
    )
    return (Span(spans[0].start + at, spans[0].end), *spans[1:])


def _plain_name(head: Stretch, span: Span, patterns: Sequence[re.Pattern[str]]) -> Span:
    words = words_of(head, span)
    end = len(words)
    for one in patterns:
        found = one.search(words, 1, end)
        if found and found.start() >= 2:
            end = len(words[: found.start()].rstrip(ASIDE))
    return Span(span.start, span.start + max(1, end))


def words_of(stretch: Stretch, span: Span) -> str:
    return stretch.words[span.start - stretch.start : span.end - stretch.start]
