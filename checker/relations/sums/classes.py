"""Closed classifications: parts that are all of a whole by what they are called, and balances of two flows.

Adding one is a line in a table. ``/`` parts the spellings of one member, ``+`` the members, ``=`` the words of which
the whole's name must hold one (none: any whole that stands right before the parts). A line with ``?`` at its end may
leave members out, all but two; with ``??`` all but one. A line that ends in ``~`` names all there are in ordinary use:
sums that miss are to be looked at (财产险 and 人身险 leave out 再保险). Of a line that ends in ``^`` the first part's
name leads the others' (房价|上涨的53个, 持平8个).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from checker.patterns import one_of, pattern

CLOSED = """
出口 + 进口 = 进出口 外贸 贸易
第一产业/一产 + 第二产业/二产 + 第三产业/三产 = 生产总值 GDP 增加值 总量 经济增长 投资 从业 就业
商品零售 + 餐饮 = 消费品零售 社零 零售总额
城镇/城区/城市 + 乡村/农村 = 人口 消费品零售 零售总额 就业 低保 户籍 常住
男 + 女
上涨/收涨/飘红 + 下跌/收跌/飘绿 + 平盘/持平/收平/平收 ?
上升/上涨/增长/提高/超过 + 下降/下跌/减少/回落/降低 + 持平/不变 ^
涨价/提价/价格上涨/价格上升 + 降价/跌价/价格下跌/价格下降 + 价格没变/价格不变/价格未变/价格持平/没变/不变/持平 ~
公立医院 + 民营医院 = 医院 ~
公办 + 民办 ~
续建 + 新建/新开工 = 项目 工程 ~
完工/竣工/建成/已建 + 在建 = 项目 工程 ~
新签 + 续签 ~
线上 + 线下 ~
境内/国内 + 境外/国外/入境 = 游客 收入 营收 客商 选手 参展商 ~
省内 + 省外 = 游客 学生 考生 选手 企业 劳务 ~
市内 + 市外 = 游客 学生 选手 企业 ~
正式党员 + 预备党员 = 党员 ~
硕士 + 博士 = 研究生 ~
物理类/物理组/首选物理/物理科目组合 + 历史类/历史组/首选历史/历史科目组合 = 考生 报名 上线 录取 高考 ~
理科/理工类/理工 + 文科/文史类/文史 = 考生 报名 上线 录取 高考 ~
汉族 + 少数民族 = 人口 ~
成年/成人 + 未成年 ~
进境 + 出境
入境 + 出境 = 出入境 口岸 进出境
财产险/财险 + 人身险/人身保险 = 保险 保费 赔付 机构 ~
抓举 + 挺举 = 总成绩 ~
利息净收入 + 非利息净收入/非利息收入 = 营业收入 营收
税收收入/税收 + 非税收入 = 公共预算收入 财政收入 财政总收入 预算总收入
买入评级 + 增持评级 + 中性评级 + 减持评级 + 卖出评级 = 给出评级 ?? ~
中央 + 地方 = 预算 财政收入 财政支出 ~
市场上涨 + 市场下跌
赞成 + 反对 + 弃权 = 票 ?
有效票 + 废票/无效票 = 收回 选票 回收 总票数 投票
沪市 + 深市 + 北交所 = 两市 三市 成交 上市公司 ~
翘尾 + 新涨价/新影响 ~
金质 + 银质 = 纪念币 ~
直营 + 加盟 = 店 ~
沪股通 + 深股通 = 北向 ~
短期 + 中长期 = 住户 居民 ~
乘用车 + 商用车 = 汽车 ~
网上 + 网下 = 发行 ~
线上 + 线下 ~
户籍人口 + 外来人口 = 常住人口 ~
上半场 + 下半场 ~
上午 + 下午 ~
首付 + 贷款 = 总价 房价 房款 ~
大人/成人 + 小孩/孩子/儿童 ~
人民币 + 外币 = 本外币
内资 + 外资 = 企业 ~
夏粮 + 早稻 + 秋粮 = 粮食 ~
公路 + 铁路 + 水路 = 货运 客运 货物运输 旅客运输 ~
公路 + 铁路 + 水路 + 民航/航空 = 货运 客运 货物运输 旅客运输 ~
公路 + 铁路 + 水路 + 民航/航空 + 管道 = 货运 货物运输 ~
大型 + 中型 + 小微型/小微 = 企业 ~
大型 + 中型 + 小型 + 微型 = 企业 ~
大型 + 中型 + 小型 = 坝 水库 桥 灌区 水闸 泵站 电站 隧道 渠 港 船 矿 遗址 灾 滑坡 隐患点 ~
大型 + 中型 + 小型 = 拖拉机 农机 收割机 机具 养殖场 牧场 场馆 演出 活动 展览 ~
特大型/超大型/特大 + 大型 + 中型 + 小型 = 坝 水库 桥 矿 隧道 灾 滑坡 隐患点 ~
寿险 + 健康险 + 意外险 = 人身险 人身保险 ~
高级 + 中级 + 初级 = 职称 职务 技术人员 ~
死亡 + 受伤 = 伤亡 ~
夏粮 + 秋粮 = 粮食 ~
政府卫生支出 + 社会卫生支出 + 个人卫生支出 = 卫生总费用 ~
省内 + 省外 ~
市内 + 市外 ~
境内 + 境外 = 收入 营收 销售 ~
国内 + 国外/海外 ~
上行 + 下行 ~
重伤 + 轻伤 = 伤员 受伤 伤者 伤人 ~
应届 + 往届 = 考生 报名 毕业生 ~
通过评审/通过审核/通过验收/通过考核/通过 + 未通过/没通过 ~
合格 + 不合格 ~
达标 + 未达标/不达标 ~
成人 + 儿童/孩子 ~
教师/老师/教职工 + 学生 = 师生 ~
门诊 + 急诊 = 门急诊 ~
新房/新建商品房/一手房 + 二手房 = 成交 网签 ~
国内航线 + 国际航线/国际及地区航线/国际地区航线/国际（地区）航线 = 旅客 吞吐量 航线 ~
主场 + 客场 = 球 胜 分 ~
前场 + 后场 = 篮板 板 ~
替补/板凳 + 首发 ~
大班 + 中班 + 小班 ~
早稻 + 中稻 + 晚稻 = 稻谷 水稻 ~
正高 + 副高 = 高级 ~
金牌 + 银牌 + 铜牌 = 奖牌
外贸 + 内贸 = 吞吐量 货物 集装箱 ~
进港 + 出港 = 起降 架次 航班 旅客 ~
第一产业/一产 + 第二产业/二产 + 第三产业/三产 + 居民/生活 = 用电 ~
网上/线上 + 现场/窗口 = 报名 办理 受理 ~
小学 + 初中 = 义务教育 ~
采矿业 + 制造业 + 燃气及水生产和供应业/燃气及水的生产和供应业 = 工业 ~
农业/种植业 + 林业 + 牧业/畜牧业 + 渔业 + 服务业/辅助性活动 = 农林牧渔 农业总产值 ~
工业 + 建筑业 = 第二产业 二产 ~
本科 + 专科 ~
在职 + 离退休/退休 = 保险 参保 职工 人员 ~
职工基本/城镇职工/职工医保/职工养老 + 城乡居民/居民基本/居民医保/居民养老 = 保险 参保 医保 养老 ~
一般债务/一般债券 + 专项债务/专项债券 = 债务 债券 限额 ~
基本支出 + 项目支出 = 支出 预算 ~
工资性收入 + 经营净收入/经营性净收入 + 财产净收入/财产性净收入 + 转移净收入/转移性净收入 = 可支配收入
轻工业 + 重工业 = 工业 ~
机构投资者 + 个人投资者 ~
"""

EVERYDAY = """
有效 + 无效/作废/废卷/废票 = 收回 回收 问卷 答卷 票 ~
执行 + 取消 = 计划 航班 列车 班次 架次 ~
正点/准点 + 晚点/延误 ~
到岗/在岗 + 空缺/缺编/空岗/空出来 ~
在编 + 编外/聘用 ~
专职 + 兼职 ~
全日制 + 非全日制 ~
学术型/学术学位/学硕 + 专业型/专业学位/专硕 = 研究生 硕士 考生 招生 ~
已婚 + 未婚 ~
超额完成 + 完成/基本完成 + 未完成/没有完成 = 指标 任务 目标 ~
走读/通校 + 住校/寄宿/住宿 = 学生 ~
查实/属实 + 不属实/查否/不实 ~
已整改/完成整改/整改到位 + 正在整改/未整改/整改中 ~
地上 + 地下 = 建筑面积 车位 ~
财政/财政资金 + 自筹/社会资本/社会资金 = 投资 资金 ~
贷款/按揭 + 自筹/自有资金/首付 ~
本金 + 利息 = 本息 ~
统筹支付/医保支付/报销 + 自付/个人支付/自费 = 费用 ~
室内 + 室外/户外 ~
水田 + 旱地/旱田 = 耕地 田 地 ~
成活/存活 + 枯死/死亡 = 苗 树 株 ~
投用/启用/使用中 + 闲置/停用/空置 ~
中国籍/中方 + 外籍/外方 ~
获救/救出/生还 + 遇难/死亡 + 失踪/失联 = 被困 落水 船 ~
完工/竣工/建成/改完 + 在建/在改 = 改造 涉及 楼栋 小区 路段 工程 ~
沿海 + 内河 = 港口 吞吐量 ~
阳性 + 阴性 = 检测 样本 样品 受检 用户 人群 ~
入围/入选 + 落选/未入围/未入选 = 作品 稿件 参评 项目 申报 ~
及格 + 不及格 ~
新书/初版 + 重印/重版 = 图书 出版 ~
门将/守门员 + 后卫 + 中场 + 前锋 = 队员 球员 名单 ~
录取/录用/招录 + 未录取/未被录取/未录用/落榜 ~
就业 + 未就业/待就业 = 毕业生 ~
通过 + 退回/驳回/不通过 = 材料 申请 申报 申办 审核 审查 论文 ~
采用/录用 + 退稿 = 稿 投稿 ~
完赛 + 退赛/弃赛/未完赛 = 参赛 起跑 出发 ~
晋级/出线 + 淘汰/出局 = 队 选手 运动员 ~
发明专利/发明 + 实用新型 + 外观设计/外观 = 专利 ~
一级文物/一级 + 二级文物/二级 + 三级文物/三级 = 珍贵文物 ~
天然林 + 人工林 = 森林 林地 林 ~
公益林 + 商品林 = 林 ~
冬小麦 + 春小麦 = 小麦 ~
集中式 + 分布式 = 光伏 太阳能 ~
陆上 + 海上 = 风电 ~
抽水蓄能/抽蓄 + 常规水电 = 水电 ~
火电 + 水电 + 核电 + 风电 + 太阳能/光伏 = 发电 装机 ~
团队 + 散客 = 游客 观众 接待 ~
购票/有票 + 免票 = 游客 观众 人次 接待 ~
常设/常设展览/基本陈列 + 临时/临展/特展 = 展 ~
公费 + 自费 = 留学 学生 ~
必修 + 选修 = 课 学分 ~
理论 + 实践/实训/实验/实操 = 学时 课时 学分 ~
笔试 + 面试 = 总分 总成绩 满分 ~
客观题 + 主观题 = 满分 总分 试卷 ~
上册/上卷/上部 + 下册/下卷/下部 = 全书 本书 ~
全程/全马 + 半程/半马 + 欢乐跑/迷你马拉松/健康跑/迷你跑 = 选手 跑者 参赛 名额 规模 ~
"""
"""More of them, whose words say as often something else: a whole may be called by one (在岗职工1200人，男性…)."""

BALANCES = """
出口 - 进口 = 顺差
进口 - 出口 = 逆差
出生率 - 死亡率 = 自然增长率
出生人口 - 死亡人口 = 自然增加人口 自然增加 自然净增
出生 - 死亡 = 自然增长率 自然增长 自然增加 自然净增
死亡 - 出生 = 自然减少 自然净减 自然负增长 自然减少人口 人口净减少 人口净减
流入 - 流出 = 净流入
流出 - 流入 = 净流出
迁入 - 迁出 = 净迁入
候选人 - 应选 = 差额
买入 - 偿还 = 净买入
偿还 - 买入 = 净偿还
买入 - 卖出 = 净买入
卖出 - 买入 = 净卖出
申购 - 赎回 = 净申购
赎回 - 申购 = 净赎回
调入 - 调出 = 净调入
调出 - 调入 = 净调出
转入 - 转出 = 净转入
转出 - 转入 = 净转出
发行 - 偿还/到期/兑付 = 净融资
结汇 - 售汇 = 结售汇顺差
售汇 - 结汇 = 结售汇逆差
到期 - 投放/操作/开展 = 净回笼
投放/操作/开展 - 到期 = 净投放
新开/新设/新办/开业/新登记/新注册/新增企业 - 关闭/关店/关了/闭店/关停/撤销/撤并/注销/吊销 = 净增加 净增
引进/购入/新购/买进/添了/接收 - 退出/退役/报废/出售/卖了/卖出/转让/淘汰 = 净增加 净增
入职/招进 - 离职 = 净增加 净增
收入/财力 - 支出 = 结余
支出 - 收入 = 倒贴 亏空
限额 - 余额 = 限额空间 债务空间 举债空间 剩余限额
资产总额/总资产/资产总计 - 负债总额/总负债/负债合计 = 净资产
现金流 - 资本开支 = 自由现金流
"""

NOT_THIS = pattern(r"进出口|出入境|进出境|净[流买卖偿申赎调转]|非税|非利息")
LINKS = pattern(
    r"(?:的|了|性|占|约|达到?|为|是|有|金额|总额|总值|额|数|分别|实现|完成|增加值|产业|收入|零售额|销售额|营业额|[，,：:、；\s（）()“”其中和与及，])+"
)
TAIL = 2
TIME = pattern(r"[0-9０-９一二三四五六七八九十—\-至到]+|[年月日份季度上下半前全当末来个]+")
COUNTED = pattern(
    "^(?:经(?:过)?)?(?:清点|统计|核对|核查|查验|检验|审核|[\u4e00-\u9fff]{1,3}(?:下来|起来|过后|之后))[，,：:]?"
)
"""验下来|有效票: that somebody counted is no name."""
PLACE = pattern(r"[省市县区州国]|公司|集团|该行|同期|当月|累计|方面|看")


@dataclass(frozen=True, slots=True)
class Row:
    """One classification. ``members`` are the spellings of each, ``needs`` the words of the whole's name."""

    members: tuple[tuple[str, ...], ...]
    needs: tuple[str, ...]
    least: int
    number: int = -1
    likely: bool = False
    led: bool = False
    bars: bool = True


@cache
def rows() -> tuple[Row, ...]:
    """The closed classifications."""
    found: list[Row] = []
    everyday = EVERYDAY.strip().splitlines()
    for line in (*CLOSED.strip().splitlines(), *everyday):
        leave_out, likely = line.count("?"), line.endswith("~")
        members, _, needs = line.rstrip("?~^ ").partition("=")
        spelt = tuple(tuple(one.strip().split("/")) for one in members.split("+"))
        least = max(1, 3 - leave_out) if leave_out else len(spelt)
        led, bars = line.endswith("^"), line not in everyday
        found.append(Row(spelt, tuple(needs.split()), least, len(found), likely, led, bars))
    return tuple(found)


@cache
def balances() -> tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...]:
    """From, less, and what is left, each under all of its names."""
    found = []
    for line in BALANCES.strip().splitlines():
        flows, _, left = line.partition("=")
        first, _, second = (one.strip() for one in flows.partition(" - "))
        found.append((tuple(first.split("/")), tuple(second.split("/")), tuple(left.split())))
    return tuple(found)


@cache
def left_over() -> tuple[str, ...]:
    """Every name of what any two flows leave."""
    return tuple(dict.fromkeys(left for _, _, lefts in balances() for left in lefts))


@cache
def left_ends() -> frozenset[str]:
    """The last characters of those names."""
    return frozenset(word[-1] for word in left_over())


def member(row: Row, name: str) -> int | None:
    """Which member of the classification a name belongs to."""
    return memberships(name).get(row.number)


@lru_cache(maxsize=1024)
def memberships(name: str) -> Mapping[int, int]:
    """The classifications a name has a place in, by number, with its place in each."""
    if not _any_word().search(name):
        return {}
    found: dict[int, tuple[int, int]] = {}
    for word, places in _places().items():
        if word in name and says(name, word):
            for number, index in places:
                # 不合格 is no 合格.
                found[number] = min((-len(word), index), found.get(number, (0, index)))
    return {number: index for number, (_, index) in sorted(found.items())}


def of(name: str) -> Iterator[Row]:
    """The classifications that a name has a place in."""
    return (rows()[number] for number in memberships(name))


@cache
def _places() -> Mapping[str, Sequence[tuple[int, int]]]:
    """Where each word stands: the numbers of its classifications, with its member's place in each."""
    found: dict[str, list[tuple[int, int]]] = {}
    for row in rows():
        for index, spellings in enumerate(row.members):
            for word in spellings:
                found.setdefault(word, []).append((row.number, index))
    return found


@cache
def _any_word() -> re.Pattern[str]:
    return pattern(one_of(word for row in rows() for spellings in row.members for word in spellings))


def says(name: str, word: str) -> bool:
    """Whether a name holds the word, not as a part of a wider one (进出口 is no 出口, 非税收入 no 税收收入)."""
    at = name.rfind(word)
    wider = (one for one in NOT_THIS.finditer(name) if one[0] not in word)
    return at >= 0 and not any(one.start() < at + len(word) and at < one.end() for one in wider)


def complete(names: Sequence[str], whole: str) -> Row | None:
    """The classification whose members, all of them and each once, these parts of ``whole`` are."""
    for row in rows():
        at = [member(row, one) for one in names]
        if None in at or len(set(at)) != len(at) or len(at) < row.least:
            continue
        if any(word in whole for word in row.needs or ("",)) and _alike(row, names, whole):
            return row
    return _negated(names)


def _negated(names: Sequence[str]) -> Row | None:
    """有色 and 非有色, 赞成 and 不赞成: a name and its negation."""
    if len(names) != 2:
        return None
    for one, two in (names, names[::-1]):
        stem = LINKS.sub("", one)
        if len(stem) > 1 and LINKS.sub("", two) in (f"非{stem}", f"不{stem}"):
            return Row(((one,), (two,)), (), 2)
    return None


def _alike(row: Row, names: Sequence[str], whole: str) -> bool:
    """Whether nothing but the member tells the parts apart: 机电产品出口 and 农产品进口 are no whole.

    A short word that all end in (男子组, 女子组) tells nothing apart.
    """
    rests = list(_rests(row, names))
    if row.led and not any(head for head, _ in rests[1:]):
        rests[0] = ("", rests[0][1])
    tails = {tail for _, tail in rests}
    same = len(tails) == 1 and len(rests) == len(names) and len(min(tails)) <= TAIL
    free = tails if same else frozenset[str]()
    return all(not rest or rest in free or PLACE.search(rest) or rest in whole for pair in rests for rest in pair)


def _rests(row: Row, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What is left of each name before and behind its member."""
    words = sorted((word for spellings in row.members for word in spellings), key=len, reverse=True)
    for name in names:
        word = next((one for one in words if one in name), None)
        if word:
            head, _, tail = name.rpartition(word)
            head = COUNTED.sub("", head)
            yield LINKS.sub("", TIME.sub("", head)), LINKS.sub("", TIME.sub("", tail))
