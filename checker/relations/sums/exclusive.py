"""Parts that hold nothing in common by what they are called: 国产 and 进口, 火电 and 水电, 短期 and 中长期.

Their shares of one whole cannot come to more than all of it, whatever else it holds. Adding some is a line in the
table: ``/`` parts the spellings of one, a space parts those that exclude one another. The members of closed
classifications do so too.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from checker.patterns import one_of, pattern
from checker.relations.sums import classes

TABLE = """
国产 进口/引进/译制 合拍
本地/本埠 外地/外埠
本市 外市 外省/省外 境外/国外
省内 省外 境外/国外
市内/市区 市外
国内/境内 国外/境外/海外
短期 中期 长期/中长期
活期 定期
火电/煤电 水电 风电 光伏/太阳能 核电 气电
煤炭/煤品 石油/油品 天然气 非化石能源/非化石
采矿业 制造业 供应业
医院 基层医疗卫生机构/基层医疗机构 专业公共卫生机构
公立 民营/私立
线上/网上 线下
内销 外销
城镇/城区/市区 乡村/农村/乡镇
首套 二套
对公/企业/单位/公司 个人/零售/居民/住户
寿险/人身险 财险/财产险
住宅 商业 办公
沪股通 深股通
乘用车 商用车
国有 民营 外资 合资
儿童/少儿/少年/未成年/青少年/孩子 青年/年轻人 中年 老年/老人
小学 初中 高中 大专/专科 本科 硕士 博士
白天/日间 夜间/晚间
散客/自由行 跟团/团队/团客
单程 往返
沪市 深市 北交所
水田 旱地/旱田 水浇地
粮食 经济作物 饲料作物
春季 夏季 秋季 冬季
门将/守门员 后卫 中场 前锋
5A级/5Ａ级 4A级/4Ａ级 3A级/3Ａ级 2A级/2Ａ级
金奖 银奖 铜奖 优秀奖
正高 副高 中级 初级
教授 副教授 讲师 助教
男单 女单 男双 女双 混双
乔木林 灌木林 竹林
瓷器/陶瓷/陶器 青铜器 玉器 书画 金银器
化石能源 非化石能源
外贸 内贸
进港 出港
投诉 举报 咨询 求助
优良天/优良 轻度污染/轻度 中度污染/中度 重度污染/重度 严重污染
特等奖 一等奖 二等奖 三等奖 优秀奖 鼓励奖
民事 刑事 行政
首发 替补
节前 节后
头一笔/第一笔/首笔 第二笔 第三笔 第四笔 尾款/最后一笔
头等舱 商务舱 经济舱
自有 租赁
住院 门诊
中央 省级 市级 县级
医保/统筹 个人/自付/自费
公路 铁路 水运/水路 民航/航空
治愈/康复/痊愈 死亡/病亡/病故
一等品 二等品 等外品
股票 债券
支持/赞成/赞同 反对/不同意 无所谓/中立/弃权/不表态/说不清/不好说
"""

OCCASIONS = """
上半场 下半场 加时
首节/第一节/头节 第二节/次节 第三节 第四节/末节
第一季度/一季度 第二季度/二季度 第三季度/三季度 第四季度/四季度
上半年 下半年
上午 下午 夜间/晚间
节前 节后
赛前 赛后
会前 会后
汛前 汛后
主场 客场
"""
"""Times that exclude one another, whatever is done in them: 上半场轰下21分，下半场也有13分."""

QUARTER, ALL_YEAR, FOUR = pattern("[一二三四]季度"), pattern("全年|一年"), 4
CUT = pattern("占|比重|比例|份额|为|达|约")
"""Where the name of a part ends."""

LEAD = pattern("^.*(?:[里内，,、；;：:和及与而]|公司|集团|其中|(?<![初高])中(?![长期年青老小学度央]))")
FILLING = pattern("[0-9]+|周?岁|以[上下内]|及以|之间|[的在是了]")
BOTH = pattern("(?<!其)中[青老]|青壮|及以[上下]|[上下]学历|老中")
"""中老年: two in one."""

NUMBER = pattern("首(?=[期批笔轮])|[一二三四五六七八九]|[0-9]+(?=年?[期批号标轮])")
"""What numbers a thing among its like; 三级以上 holds what is above."""

BELOW = ("以下", "以内", "及以下")
BAND = pattern(
    "(?P<low>[0-9]{1,6}(?:\\.[0-9]+)?)(?:[\u4e00-\u9fff]{1,3})?[（(]?(?:含)?[）)]?(?:至|到|[—–~～-]{1,2})(?P<high>[0-9]{1,6}(?:\\.[0-9]+)?)"
    "(?P<unit>[\u4e00-\u9fff]{1,4}?)(?:的|之间|$|[\u4e00-\u9fff])"
    "|(?P<bound>[0-9]{1,6}(?:\\.[0-9]+)?)(?P<of>[\u4e00-\u9fff]{1,4}?)[（(]?(?:含)?[）)]?(?P<way>及?以[上下内])"
)
"""A stretch of a scale, or all that is below or above a mark of it."""

PLACES = pattern("[全本我各][国省市县区球镇村]|世界|行业|同类|[其各]自")
"""占全国的: each of its own sort in the country."""


OTHERS = pattern("[、，,；和及与]*其[他它余]")
"""、其他人员: none of those before, whoever they are."""


def at_other_times(names: Sequence[str]) -> bool:
    """Whether each name opens with another time of one kind.

    >>> at_other_times(["上半场轰下", "下半场也有"]), at_other_times(["上半场轰下", "队友拿到"])
    (True, False)
    """
    return any(
        len({place for name in names for place, words in enumerate(line) if name.startswith(words)}) == len(names)
        for line in _lines_of(OCCASIONS)
    )


def lack_a_quarter(names: Sequence[str], whole: str) -> bool:
    """Whether quarters are told of a year that has more: 一季度20亿元，二季度24亿元，三季度26亿元，全年96亿元.

    >>> lack_a_quarter(["一季度出口", "二季度出口"], "全年出口"), lack_a_quarter(["一季度", "二季度"], "上半年")
    (True, False)
    """
    quarters = [QUARTER.search(one) for one in names]
    return all(quarters) and len(names) < FOUR and ALL_YEAR.search(whole) is not None


def exclude(names: Sequence[str], whole: str) -> bool:
    """Whether parts called so are of one whole and hold nothing in common.

    >>> exclude(["国产片占了", "，进口片占"], ""), exclude(["女性占", "，年轻人占"], "")
    (True, False)
    >>> exclude(["一期投资", "，二期投资"], ""), exclude(["一期投资", "，二期用地"], "")
    (True, False)
    """
    names = names[:-1] if len(names) > 2 and OTHERS.match(names[-1]) else names
    if len(names) < 2 or PLACES.search(whole) or any(BOTH.search(one) for one in names):
        return False
    cut = [LEAD.sub("", CUT.split(one, maxsplit=1)[0]) for one in names]
    called = [FILLING.sub("", one) for one in cut]
    return are_bands(names) or _are_numbered(cut) or any(_are_members(called, line) for line in _lines())


def are_bands(names: Sequence[str]) -> bool:
    """Whether each name is a stretch of one scale that ends where another begins: 5亩以下, 5至10亩, 10亩以上.

    >>> are_bands(["其中5亩以下", "，5至10亩", "，10亩以上"]), are_bands(["其中5亩以上", "，10亩以上"])
    (True, False)
    """
    found = [match for one in names if (match := BAND.search(one))]
    if len(found) != len(names) or len({one["unit"] or one["of"] for one in found}) > 1:
        return False
    ends = []
    for one in found:
        if one["low"]:
            ends.append((float(one["low"]), float(one["high"])))
        else:
            value = float(one["bound"])
            ends.append((0.0, value) if one["way"] in BELOW else (value, float("inf")))
    ends.sort()
    return all(left[1] <= right[0] for left, right in pairwise(ends))


def _are_numbered(names: Sequence[str]) -> bool:
    """Whether nothing but the number that each holds tells them apart: 一期投资, 二期投资."""
    found = [NUMBER.search(one) for one in names]
    if not all(found) or any("以" in one for one in names):
        return False
    numbers = {match[0] for match in found if match}
    rests = {NUMBER.sub("", one, count=1) for one in names}
    return len(numbers) == len(names) and len(rests) == 1 and rests != {""}


def _are_members(names: Sequence[str], line: tuple[tuple[str, ...], ...]) -> bool:
    """Whether each name holds another one of a line, and nothing else tells them apart."""
    places, rests = set[int](), set[str]()
    for name in names:
        found = [place for place, words in enumerate(line) if any(classes.says(name, word) for word in words)]
        if len(found) != 1 or found[0] in places:
            return False
        places.add(found[0])
        rests.add(pattern(one_of(line[found[0]])).sub("", name).removesuffix("人").removesuffix("性"))
    return len(rests - {""}) < 2


@cache
def _lines() -> tuple[tuple[tuple[str, ...], ...], ...]:
    return _lines_of(TABLE) + tuple(row.members for row in classes.rows())


@cache
def _lines_of(table: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    return tuple(tuple(tuple(one.split("/")) for one in line.split()) for line in table.strip().splitlines())
