"""What the words between two numbers make of the second: a change, a level reached, what it is compared with.

A number goes with the one before it only where nothing but such words stands between them: a percentage belongs to
what stands directly before it, and any other word is a new subject. Adding a phrasing is a word in a table.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from checker.patterns import one_of, pattern
from checker.relations.adverbs import adverbs
from checker.relations.cues import WORDS, Act, moved

REACH = 60
"""Between two numbers that go together stand no more characters than this."""


class Role(StrEnum):
    """What a number is to the numbers before it."""

    GROWTH = "growth"
    """By how much (or by what part) it changed: ，比上年增长."""

    LEVEL = "level"
    """What it became: 增加到, ，报, 至."""

    BASE = "base"
    """What it is compared with: ，比上年的, （上年同期为."""

    FROM = "from"
    """What it was, behind the change: 上调130元，由."""

    TIMES = "times"
    """How many times something: ，是五年前的."""

    OF = "of"
    """How many times the number right before it: 40台的."""

    SHARE = "share"
    """A share, which says nothing of growth: ，占全市的."""


@dataclass(frozen=True, slots=True)
class Link:
    """The words before a number read as a whole. ``key`` says compared with what: ``year``, ``last``, ``start``, words
    of the text, or nothing.

    ``hooked`` is a growth told with no comma after the number before: 比七月的214亿元下降. ``led`` is a level that some
    verb leads to, which says so only of what it was before: 由280元喊到560元.
    """

    role: Role
    act: Act | None = None
    key: str = ""
    word: str = ""
    hooked: bool = False
    verb: bool = False
    led: bool = False


GROWS = {
    Act.RISE: """
        增长率 提高率 提升率 上升率 增加率 增长幅度 上升幅度 上涨幅度 提高幅度 升 增多 加大 放大 扩张 扩容 新增
        增设 劲增 递增 大涨 劲升 升值
        反弹 走强 翻 拉升 飙升 跳涨 上行 攀高 增值 新建 新开 新添 增添 添 增设 提标 涨价 加价 猛涨 陡增 升温 调高
        增量 增加额 增长额 增收额 净增量 增加量 抬高 推高 拉高 垫高 进步
        扩招 增招 扩军 扩种
        抬了 抬升 拱高 蹿 蹿升 蹿高 窜 窜升 攀 爬升 跳升 飙 飙高 拔高 冲高 走高 往上提 往上抬 提价 长了
        """,
    Act.FALL: """
        下降幅度 下跌幅度 降低幅度 减少幅度 压缩率 压减率 缩减率 减少率 下降率 降低率 精简率 缩短率
        压缩 压减 压降 节约 节省 缩水 缩量 大减 锐减 大跌 大降 骤降 骤减 贬值 重挫
        走弱 下行 缩窄 省下 省出 撤并 精简 裁撤 裁减 缩编 减员 降价 降温 削减 撤销 调低 压低 调减
        减招 缩招
        减量 减少额 减少量 降低额 下降额 抢回 抢出 挤出 腾出 退步
        掉 掉落 落了 滑了 滑落 滑坡 矮了 凉了 瘦了 省去 省了 压了 压下 压掉 砍 砍下 砍去 砍掉 抹掉 抹去 抠出 缩 缩掉
        """,
}
DOINGS = """
    收 办 卖 产 打 发 招 运 跑 建 花 付 缴 赚 存 销 用 种 走 耗 开 录 来 接 排
    挣 放 游 掏 吃 喝 烧 等 睡 挖 掉 演 住 写 播 浇 带 载 装 拿 得 绕 费 借 贷
    养 交 投 干 摘 割 晒 拉 送 领 报 判 罚 进账 入账 投入 花费 支出 掏出 卖出 运走
    """
"""Verbs that tell a change behind 多 and 少: 多收154件."""

COMPARED = {Act.RISE: "大 长 高 重 晚 贵 早 强 深 宽 厚 远", Act.FALL: "小 短 低 轻 矮 便宜 浅 窄 薄 近 弱"}
"""Words that tell a change only after 比 or 较: 比老屋大."""

AT_ONCE = r"(?<![\s\S])(?=[\u4e00-\u9fff]{1,2}了)"
"""比上周的4.8元|便宜了: right behind what it is compared with."""

REACHED = """
    达 达到 达到了 为 报 报收 收报 收于 报收于 收盘报 收盘于 收在 报于 最新报 现报 规模 规模达 规模达到 总额 总额达
    总额达到
    总面积达 总面积达到 总里程达 总里程达到 总人数达 总人数达到 总产量达 总产量达到
    总量达 总量达到 总数达 总数达到 总数为 余额 余额为 余额达
    """
BECAME = """
    至 到 升抵 扩容到 扩展至 压缩至 压减到 压减至 缩减到 缩减至 提速到 提升为 上涨为 变成 猛增到 猛增至 激增至
    激增到 骤增至 锐减至 锐减到 骤降至 暴涨至 暴跌至 飙升至 扩建到 扩展到 增长为 增加为 减少为 下降为 延长到 延长至
    提前到 拓展到 拓展至 做到 干到 冲到 爬到 攀到 攀至 长到 蹿到 蹿升到 蹿升至 缩编为 精简为 精简至 变为 并为 扩编为
    调至 调到 猛涨到 猛涨至 扩军至 扩军到 扩招至 扩招到
    """
"""Words that turn the number before them into what it was: 23户发展到161户."""

TIMES_AGO = (
    r"(?:(?:上年|去年|前年|上月|上季度?|上周|上半年|上期|上学期|上一年度?|上一季度?|前一年|前一月|前一季度?|前一周|前一天|前一日"
    r"|前一?个?交易日|上一?个?交易日|上个?(?:月|季度|周|星期|赛季|学年|财年|年度)|[上前]一?[届次轮场回批]|头年|上日|昨日|昨天|年初|期初|月初|周初|同期|同月|同日|同季|历史同期|基期|往年|过去|原来|以往|最初|当初|当年|当时|此前)"
    r"|[12１２一二][0-9０-９〇○零一二三四五六七八九]{3}年(?:度)?|第?[一二三四1-4]季度|[0-9０-９一二三四五六七八九十]{1,3}[日号]|[0-9０-９一二三四五六七八九十]{1,2}[—–\-－至~～]?"
    r"[0-9０-９一二三四五六七八九十]{0,2}月份?|[一二两三四五六七八九十]{1,3}年前|[上下]半年|年?[末底初]|秋季学期|春季学期|全年|结算价|收盘价?|决算数?|预计数|预算数|执行数|完成数|实际|水平|日均|月均"
    r"|这(?:[一二两三四五六七八九十]|[0-9]{1,2})(?:天|日|个月|个季度)|春节|国庆节?|中秋节?|五一|端午节?|清明节?|元旦|劳动节|假期|公布数|的|同期|前|时|份)"
)
NOW = (
    "(?:今年|本年度?|目前|现在|如今|当前|今天|本月|本季度?|上半年"
    "|前[一二三1-3]季度|前[0-9一二三四五六七八九十]{1,2}个?月)"
)
"""When a level was reached: 降到今年前三季度的9.1%."""

ADVERBS = (
    "(?:其(?!中)(?:[\u4e00-\u9fff]{2,3}(?=[比较]|[同环]比))?|将"
    f"|(?:[一二两三四五六七八九十]|[0-9０-９]{{1,2}})(?:年|个?月|个?星期|周|个?小时)(?:间|来|里|内|中|的?工夫|的?时间|的?光景)?|半[天年日]|{adverbs()})*"
)
MARGINS = "(?:价钱|增速|涨幅|增幅|降幅|跌幅|幅度|比重|占比|比例|比率|增长率|升幅|减幅|涨势|数量|总数|总量|价格|差距)?"
UNTURNED = "(?:调整?幅度?|变幅|变动率|变动幅度|变化幅度|浮动幅度)"
"""What says how much a level changed, but not which way."""

SUPERLATIVE = rf"(?:[，,、](?:{MARGINS})?(?:为|创|是|居|列|均|也|系)[^，,。；]{{1,14}}(?=[，,]))?"
"""A clause between that says how the number ranks: ，为近三年最高."""

COUNTED = r"(?:(?!比|较|增|减|占|同|环|按|涨|跌|升|降|由|从|的|是|为|以)[\u4e00-\u9fff]{1,6}(?=[，,（(]))?"
"""The noun that the number before counts, or is of: 248个（项目）."""

WHOSE = "(?:(?!占)[\u4e00-\u9fff]{1,6}的)?"
"""Of whom a level is that was reached: 增加到新厂区的60口."""

HOPED = "(?:并|预计|预期|有望|可望|计划|力争|将|于|在|到)+"
MARK = rf"{COUNTED}{SUPERLATIVE}[，,、：:（(）)]*"
AVERAGED = pattern("平均(?:下来|算来)?[一每两]?个?(?:年|月|季度?|周|天|日)")
"""平均一年涨 is no change between two levels."""

TAIL = "(?:幅度?)?(?:了|去|掉|也|仅|只|就|则|已|达到?了?(?!至)|为|是|约|约为|近|超|均为|有|出|高达|[+＋])*"
AGAINST = (
    rf"(?:与[^，,。；]{{1,20}}?(?:相比|比)[，,]?|[比较](?:{TIMES_AGO}{{1,6}}|(?!{TIMES_AGO}|例|重|率|值)[^，,。；、]{{1,14}}?)"
    r"|同比|环比|按年|按月|按季|年比|月比)"
)
FOOTING = "(?:的?(?:基础|水平|标准|规模)(?:之?上)?)?"
"""在去年100家的基础上增加."""

FARTHER = "(?:[还更]?要(?=[多少高低大小快慢长短重轻贵深浅宽窄]))?"
"""比常年的54毫米还要多出: with a word of size 要 tells no plan."""

METHOD = r"(?:(?:按|按照|扣除|剔除|经)[^，,。；]{1,16}(?:计算|折算|测算|因素|影响|后)[，,]?(?:后[，,]?)?)?"
SWITCHED = r"(?:同口径|可比口径|可比价格?|不变价格?)?"


REMEMBERED = 4096
"""The words between two numbers are often the same."""

SPACES = pattern(r"\s+")
CLOSED = pattern("^[；;](?=[涨增升跌降减]幅(?:约|高?达到?|为|是)*$)")
"""从0.7元涨到5元；涨幅7倍: a semicolon behind which nothing but a growth is told is no more than a comma."""


def _either(words: str) -> str:
    return one_of(words.split())


def telling(act: Act) -> str:
    """The source of a pattern for the words that tell a rise, or a fall."""
    size = "多" if act is Act.RISE else "少"
    return _either(f"{WORDS[act]} {GROWS[act]} {' '.join(size + doing for doing in DOINGS.split())}")


@cache
def _opens() -> re.Pattern[str]:
    return pattern(f"(?:(?P<rise>{telling(Act.RISE)})|(?P<fall>{telling(Act.FALL)}))了?$")


def opening(words: str) -> tuple[Act, int]:
    """Which way a number moves by the verb right before it, and where in the words that verb begins.

    >>> opening("候诊时间压缩")
    (<Act.FALL: 'fall'>, 4)
    """
    found = _opens().search(words)
    if found is None:
        return Act.LEVEL, len(words)
    return (Act.RISE if found["rise"] else Act.FALL), found.start()


@cache
def _patterns() -> tuple[tuple[Role, re.Pattern[str]], ...]:
    rise, fall = telling(Act.RISE), telling(Act.FALL)
    grows = (
        f"(?:(?P<rise>{rise})|(?P<fall>{fall})|(?:(?<=[^，,、：:（(])|{AT_ONCE})(?:(?<!增)(?P<more>{_either(COMPARED[Act.RISE])})"
        f"|(?P<less>{_either(COMPARED[Act.FALL])})))"
    )
    to = f"(?P<verb>{_either(f'{WORDS[Act.TO]} {BECAME}')})|(?P<reached>{_either(REACHED)})"
    time = rf"(?P<time>(?![的时份]|收盘|结算价|全年|前(?![年一])|[日月]均){TIMES_AGO}{{1,6}})"
    return (
        (
            Role.LEVEL,
            pattern(
                rf"{MARK}(?:(?:19|20)?[0-9]{{2}}年[初末底]?(?=[就便则]))?{ADVERBS}(?:{HOPED}{TIMES_AGO}{{0,6}}{ADVERBS})?(?P<word>{to})(?:{NOW}|{TIMES_AGO}){{0,6}}"
                rf"{WHOSE}{TAIL}"
            ),
        ),
        (
            Role.LEVEL,
            pattern(rf"{ADVERBS}(?P<verb>(?P<word>[\u4e00-\u9fff]{{1,2}}[到至成]))(?:{NOW}|{TIMES_AGO}){{0,6}}{TAIL}"),
        ),
        (
            Role.GROWTH,
            pattern(
                rf"{FOOTING}(?:相比较?|相较)?{MARK}{METHOD}{SWITCHED}{MARGINS}{ADVERBS}(?P<against>(?:{AGAINST}){{0,2}}){SWITCHED}{ADVERBS}"
                rf"{FARTHER}(?P<word>{grows}){TAIL}"
            ),
        ),
        (Role.GROWTH, pattern(r"(?P<rise>)(?P<more>)(?P<against>)[（(](?P<word>(?:同比|环比)?[+＋]?)")),
        (Role.GROWTH, pattern(rf"{MARK}(?P<rise>)(?P<more>)(?P<against>)(?P<word>{UNTURNED})(?:约?为|达到?|约|是)?")),
        (
            Role.BASE,
            pattern(
                rf"(?:的[^，,。；、]{{1,16}})?{MARK}{MARGINS}{ADVERBS}(?P<word>(?:[比较](?!例|重|率|值)|相比|低于|高于|高出|低出|超出|对比|超过了?(?={TIMES_AGO}))(?P<whom>[^，,。；、（(]{{0,18}}?)的?)[（(]?{TAIL}"
            ),
        ),
        (
            Role.BASE,
            pattern(
                rf"{MARK}而?(?P<word>{time})(?:[这该][一个项]?(?:指标|数字|数值|数据|比例|比重|占比|比率)|此数|余额|存量|总额|总量|总数|数量|规模|数值|水平|仅|只有|则|还|才|也)?[，,]?(?:每)?{TAIL}[：:]?"
            ),
        ),
        (Role.BASE, pattern(rf"{MARK}(?P<word>[与同和]{TIMES_AGO}{{1,6}}的?)[（(]?{TAIL}")),
        (
            Role.FROM,
            pattern(
                rf"{COUNTED}[，,、：:（(）)！!—]*(?P<word>[由从]"
                rf"(?:原来|原先|此前|过去|之前|以前|现行|现有|最初|当初|{TIMES_AGO}{{1,6}})?的?)"
            ),
        ),
        (
            Role.TIMES,
            pattern(
                rf"{MARK}{ADVERBS}(?P<word>(?:是|为|相当于|达到?了?|约为|等于)(?P<whom>[^，,。；、]{{0,16}}?)的?)[（(]?{TAIL}"
            ),
        ),
        (Role.OF, pattern(rf"[）)]?(?P<word>的){ADVERBS}")),
        (Role.SHARE, pattern(rf"{MARK}{ADVERBS}(?P<word>占[^，,。；]{{0,20}}|[^，,。；]{{0,6}}占比){TAIL}")),
    )


@lru_cache(maxsize=REMEMBERED)
def link(words: str) -> Link | None:
    """What the words between two numbers make of the second; None where they hold anything unknown.

    >>> link("，比上年末增加").role, link("，比上年末增加").key
    (<Role.GROWTH: 'growth'>, 'start')
    >>> link("，制造业投资增长") is None
    True
    """
    words = CLOSED.sub("，", SPACES.sub("", words))
    if len(words) > REACH or AVERAGED.search(words):
        return None
    for role, shape in _patterns():
        found = shape.fullmatch(words)
        if found:
            return _read(role, found, words)
    return None


def _read(role: Role, found: re.Match[str], words: str) -> Link | None:
    groups = found.groupdict()
    if role is Role.GROWTH:
        act = Act.RISE if groups["rise"] or groups["more"] else Act.FALL if "fall" in groups else None
        return Link(role, act, key(found["against"] or ""), found["word"], hooked=not COMMA.search(words))
    if role is Role.LEVEL:
        return Link(role, Act.TO, "", found["word"], verb=bool(groups["verb"]), led="reached" not in groups)
    more = DONE_MORE.search(words) if role is Role.BASE else None
    if more:
        act = Act.RISE if more["rise"] else Act.FALL
        return Link(Role.GROWTH, act, key(words), found["word"], COMMA.search(words) is None)
    if role is Role.BASE and (TOLD.search(words) or moved(words) is not Act.LEVEL):
        act = moved(words)
        return (
            None if act is Act.LEVEL else Link(Role.GROWTH, act, key(words), found["word"], COMMA.search(words) is None)
        )
    farmed = FARMED.search(words) if role is Role.BASE else None
    if farmed:
        act = Act.RISE if farmed["more"] else Act.FALL
        return Link(Role.GROWTH, act, key(words), farmed[0], COMMA.search(words) is None)
    if role is Role.BASE:
        planned = PLANNED.match(found["word"])
        return Link(role, None, planned[0] if planned else key(found["word"]), found["word"])
    return Link(role, None, groups.get("whom") or "", found["word"])


TOLD = pattern("(?:增[加长]?|减少?|涨|跌|[上提]升|下?降低?|提高|回落|多|少)了?$")
"""A change that stands right before the number: what it is compared with has no number of its own."""

DONE_MORE = pattern(
    "[期年月日度时份](?:(?P<rise>多)|少)(?![数么于年增减升涨跌]|降(?![雨水雪]))[\u4e00-\u9fff]{2,3}$(?<!的)"
)
"""比常年同期少蓄水: whatever was done more or less of, the number behind it is by how much."""


FARMED = pattern("(?:(?P<more>[扩增加补])|[减缩压])[种栽植养播招产购]了?$")
"""，较去年扩种3400亩: by how much more, in one word with what was done."""

PLANNED = pattern("预算数|预计数")
"""，预算数为21.2亿元，比上年增加1.08亿元: what was planned is no base of a change over the year before."""

COMMA = pattern("[，,、：:（(]")
YEAR = pattern("上年|去年|上一年|前一年|同比|按年|年比|往年|同期")
START = pattern("年初|期初|(?:上年|去年|上一年)[末底]")
LAST = pattern("上月|上季|上周|上期|环比|月比|按月|按季|前一|上一|上日|昨")
WORDS_OF_COMPARISON = pattern(r"[比较]|与|相比|的|，|,|同比|环比|实际|按")


def key(words: str) -> str:
    """What a change is reckoned from, as one word: ``year``, ``last``, ``start``; else the words; else nothing.

    >>> key("比上年末"), key("同比"), key("比河口村"), key("")
    ('start', 'year', '河口村', '')
    """
    if START.search(words):
        return "start"
    if YEAR.search(words):
        return "year"
    if LAST.search(words):
        return "last"
    against = re.search(r"[比较与](.*)", words)
    return WORDS_OF_COMPARISON.sub("", against[1]) if against else ""
