"""Which figures beside a value per unit can be its count, and which its total."""

from collections.abc import Sequence

from checker.patterns import pattern
from checker.quantities import units
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act
from checker.relations.products.rates_per import APART, PerUnit, base, is_one, per_unit
from checker.relations.sums.row import Row

TOLD = pattern(
    r"共|总|合计|一共|就是|可|能|收入|卖|收|付|需|值|金额|价款|成交|交易额|营业额|流水|花费|费用|销售|全程|处理|加工|生产|产出|减税|减负|让利|兑现|落实|达"
    r"|运力|走完|跑完|走了|行驶|飞行|行程|里程|航程|完成|参赛|到手|领走|领到|花去|花掉|花了|要|缴|贴|进账|多进|新增|开支|支出|房租|[月年]租|工钱|工资|累计|分出|分红|派[现发]|票款|票房|所需|打下|产粮|收粮|合起来|加起来|连起来|[发补]放|拨付|装机|规模"
)
BESIDES = pattern("另外|另有|另|此外|还[有能可]|再[能可加]?|也能")
OF_GOODS = pattern("[一-鿿（）“”]{0,8}[，,](?:总|市)?(?:价值|货值|估值|总值|市值)[^，。；0-9]{0,4}")
"""每人捐款5000元，捐水泥500吨，价值12万元: what the goods told right before are worth."""

WIDER = pattern("全[国省市县区镇乡村州旗社厂校场]")
PRICED, WORTH = pattern("价$|价格|卖到?$|值$"), pattern("货值|价值|总值|金额|销售额|产值|货款|总价|进账|收入")
GAIN = pattern("增[收产效利值]|创收|减[负税损]|节[支约省水电能]|降本")
"""户均增收1.5万元，合计增收354万元: what is gained falls to each and is summed up as any amount is."""

NEW = pattern("新增")
"""每所新增学位1000个，共新增2万个: what is new is counted as any amount is."""

ROOM = pattern("(?:增加|新增|增投|多出)(?:旅客)?(?:运力|座位|席位|床位|学位|车位|泊位|客座)")
"""每列600人，加开20列，增加运力1.2万人: what is added is told of what is added."""

SEATS = ("学位", "床位", "座位", "席位", "工位", "名额")
WAY, PEOPLE = (
    pattern("(?:全程|全长|路程|里程|行程|距离|相距|总长|线路长)[^，。；]{0,3}$"),
    pattern("人口[^，。；]{0,4}$"),
)
TRAVELLED = pattern("(?:[走跑开行航飞]了|走完|跑完|行驶|行程|里程|辗转|奔波)[^，。；]{0,4}$")
WAYS = frozenset(("秒", "天", "圈", "趟", "次", "回", "遍", "程", "人", "车次", "个月"))
"""What a way is told by: so far an hour, so long a round. 每节约0.7米，走了1700公里 are matters apart."""

DEDUCTED = pattern(
    "扣[去除掉]|除[去掉]|刨[去除掉]|减去|抹去|让利|退[回还货掉]|打碎|损坏|报废|拖欠|欠缴|缺货|[半分]程|[前后]段"
)
FACE = pattern("面[额值]|优惠|减免|补贴|让利")
"""每张面额50元，共让利42万元: what is taken off is the sum of what each takes off."""

MEAN_PRICE = pattern("(?:平均[^每，。；0-9]{0,3}|均|[单房票])价(?:约?为|是|约|达)?$")
"""平均房价386元: what one is sold for is no sum of many."""

OF_EARNINGS = pattern("收益|净资产|未分配利润|公积|现金流")
EARNINGS = pattern("(?:利润|净利|净资产|公积|现金流[^，。；0-9]{0,4})[^，。；0-9]{0,4}$")
"""每股收益 is of what was earned, and of no gain or subsidy among it."""

NET, GROSS = (
    pattern("[净纯]|利润"),
    pattern("(?<![净纯])(?:收入|产值|销售额|营业额|营收|总收益|毛收益)[^，。；0-9]{0,4}$"),
)

CONVERTED = pattern(r"[（(](?:约|折)?(?:折?合)?(?:人民币)?")
OF_THEN = pattern("(?:去年|上年|前年)[^，。；]{0,8}$")
"""去年国庆假期6天 is no count of this year's days."""

OF_THEN_TOO = pattern("(?:去年|上年|前年)(?!同期|同比)[^，。；]{1,12}，[^，。；0-9今现]{0,8}$")
"""去年卖薯干41吨，销售额246万元: what follows in the next clause is of the same year."""

OF_ONE = pattern("[去今当上前][年月天日][^，。；]{0,8}$")
"""三年累计投入3.6亿元，去年投入1.5亿元，年均1.2亿元: what one of the years brought is not what all of them did."""

FIRST_OF_ALL = pattern("(?:起初|起先|最初|一开始|刚开始|开始时|头几年|早年)[^，。；0-9]*$")
"""起初每月津贴4元；1956年定级为54元: what one began with comes to nothing told behind a semicolon."""

PER_ONE = ("每", "平均", "每满", "每超过", "每超", "每增加", "每多", "每缺")
"""每满1年0.9元: what stands behind these is what the value is of."""

LEAD, PAIR, FAR = 12, 2, 18
AGES = frozenset(("岁", "周岁"))
"""今年66岁，一年收入2.4万元，平均每月2000元: nobody is paid by his years."""
BOUNDS = ("以上", "以下", "以内")
"""百人以上大所 is a class of firms and counts none."""

HARVESTED = pattern("(?:收|收获|打|采|摘|挖|起|产)了?(?:约|近|共)?$")
"""今年收了4.5万斤，亩产3000斤."""

REST = pattern("其余|余下|剩下|剩余|另外?|其他|其它")
SOLD, LOT = pattern("^[^，。；0-9]{0,2}(?:卖|售|成交|拍)[^，。；0-9]{0,3}$"), 6
LONGER, OWN = frozenset(("周", "个月", "年", "个季度")), pattern("[^，。；0-9]{0,6}")
OWN_TIME = pattern("(?:[本上每]个?[周月]|全[周月年]|当[周月年]|[上下]半年|季度?)[^，。；0-9天日]{0,6}$")
"""What is told of a week is no total of two of its days."""

TIMES = frozenset(("秒", "个月", "场", "次", "趟", "轮", "批", "期", "个季度"))
OCCASIONS = frozenset(("秒", "场", "期", "批", "趟"))
"""每期听众150人，48期累计7200人次: who comes to each is counted anew."""

ONE_OF_THEM = pattern(
    "(?:第[一二三四五六七八九十0-9]{1,3}个?|[头首]一?个?|次|当|最后一个?)(?:[天日晚周月年场趟轮批期次]|小时|季度)[^，。；0-9]{0,6}$"
)
"""三天卖出6800杯，…第三天2100杯: what is told of one of the times is not the total of all."""


AGAIN = pattern("(?:第[二三四五六七八九十]|次|来|转|[明后])年[^，。；0-9]{0,6}$")
FIRST = pattern("(?:[头首当]|第一|前)一?年")
"""头一年一亩地收2000斤，第二年收2500斤: what the next year brought is no total of the first."""

MADE = pattern("[得出成碾磨榨][米面粉油酒糖丝干]")
"""一亩打1000斤稻子，共得米2100斤: what is made of it weighs less."""

MEAN_TIME = pattern("平均[^，。；0-9]{0,8}$")
"""日均100人次，平均住院8天: no days over which the mean is taken."""


HOMES = ("一家", "全家", "家里", "家中")
"""一家|三口 are heads."""

HEADS = ("人", "学生", "孩子", "村民", "员工")
"""68个人, 30个孩子 are heads."""

PARTS_OF, NOUN = "班组段队点站环节场区层", 3
"""4个赛段，每段42公里."""

KINDS, NO_GROUP = "小大分中新老", frozenset("赛长员")
"""A 小组 is a 组 as well."""

SORTS = "点场站校村馆园区县市镇乡厂店班组队室院所社"
EACH_SORT = pattern(f"每个[\u4e00-\u9fff]{{0,2}}(?P<sort>[{SORTS}])$")


def of_other_sort(row: Row, one: int, index: int) -> bool:
    """Whether a count is of places of another sort than the value: 设考场420个，平均每个考点600名考生."""
    told = EACH_SORT.search(row.before(index))
    own = row.before(one)[-4:] + row.called_after(one)[:4]
    return told is not None and told["sort"] not in own and not set(SORTS).isdisjoint(own)


def is_plain(row: Row, one: int) -> bool:
    """Whether a figure tells how much there is: no change, nothing set apart, no value per unit itself."""
    level = row.cues[one].act in (Act.LEVEL, Act.SUM) and not APART.search(row.before(one)[-8:])
    return level and not is_one(row.quantity(one)) and not _per_one(row, one) and row.quantity(one).value > 0


def all_of_them(row: Row, counts: Sequence[int]) -> list[int]:
    """The count that the others come to: 共320亩，东岸180亩，西岸140亩，平均每亩75株; it may also be told last."""
    sizes = [row.quantity(one).value * row.quantity(one).unit.factor for one in counts]
    whole = max(sizes)
    at = sizes.index(whole)
    several = len(sizes) > PAIR and sum(sizes) == 2 * whole and at in (0, len(sizes) - 1)
    return [counts[at]] if several else []


def is_one_of_several(row: Row, count: int) -> bool:
    """Whether the sentence before tells several of what its last counts: 种豆42.5万亩，小麦11万亩。亩产480公斤."""
    others = [one for one in range(row.first) if one != count and row.adds(one) and not _per_one(row, one)]
    alike = [one for one in others if base(row.quantity(one).unit) == base(row.quantity(count).unit)]
    return any(row.cues[one].act in (Act.LEVEL, Act.SUM) and not row.past(one) for one in alike)


def of_another(row: Row, index: int, total: int, per: PerUnit) -> bool:
    """Whether a total behind a semicolon is of a wider place or another count: 每箱55元；全村电商收入4300万元."""
    if total < index:
        return False
    end = row.quantity(index).span.end
    _, mark, behind = row.text[end : row.starts[total]].rpartition("；")
    if BESIDES.search(row.before(total)):
        return True
    if (
        total > index + 1
        and base(row.quantity(total - 1).unit) != per.below
        and OF_GOODS.fullmatch(row.between(total - 1, total))
    ):
        return True
    last = max((one for one in range(row.first, index) if base(row.quantity(one).unit) == per.below), default=None)
    next_ = [one for one in range(index + 1, total) if base(row.quantity(one).unit) == per.below]
    if last is not None and next_ and not per.mean and REST.match(row.before(next_[0]).lstrip("，,")):
        return True  # 36件卖了540万元，每件15万元，其余252件卖324万元
    if mark and any(base(row.quantity(one).unit) == per.below for one in range(index + 1, total)):
        return True
    if mark and FIRST_OF_ALL.search(row.sentence(index)):
        return True
    wider = WIDER.search(behind)
    return bool(mark) and wider is not None and wider[0] not in row.text[row.passage.span.start : end]


def counts_in(row: Row, one: int, per: PerUnit, *, then: bool = False) -> bool:
    """Whether a figure can count what a value per unit is for each of."""
    quantity = row.quantity(one)
    if is_one(quantity) or is_numbered(quantity) or quantity.literal.endswith(BOUNDS) or is_no_time(quantity, per):
        return False
    lead, new = row.before(one)[-8:], _is_new(row, one, per)
    told = row.cues[one].act in (Act.LEVEL, Act.SUM, Act.TO) or lead.endswith("来自") or new
    level = told and not APART.search(NEW.sub("", lead) if new else lead)
    if per.mean and per.below in TIMES and MEAN_TIME.search(row.before(one)):
        return False
    if per.below in TIMES and row.cues[one].act is Act.TO:
        return False  # 由5天压缩到2天 is how long it takes
    alike = base(quantity.unit) == per.below or is_called(row, one, per.below) or _is_firm(row, one, per)
    return (
        level
        and alike
        and quantity.value > 0
        and not _per_one(row, one)
        and (then or not OF_THEN.search(row.before(one)))
    )


def _is_new(row: Row, one: int, per: PerUnit) -> bool:
    """Whether a count is of what is new, and what each of those has is told right behind: 新增12个班，每班50人."""
    beside = one + 1 < len(row.figures) and row.quantity(one + 1) is per.quantity
    return beside and NEW.search(row.before(one)) is not None


def is_new_alone(row: Row, count: int, total: int) -> bool:
    """Whether the count is of what is new, and the total is of all: 新增5个班，每班50人，在校生1250人."""
    words = row.before(total) + row.called_after(total)
    return NEW.search(row.before(count)) is not None and not (NEW.search(words) or any(one in words for one in SEATS))


def is_numbered(quantity: Quantity) -> bool:
    """Whether it tells which of a row it is, and not how many: 二期, where 两期 are counted; 二人 are counted, too."""
    return quantity.numeral == "二" and quantity.unit_class is UnitClass.COUNT and quantity.unit.name != "人"


def is_no_time(quantity: Quantity, per: PerUnit) -> bool:
    """Whether it is an age, or a time less than the one that a value is of: 日均386列，安检3分钟."""
    if quantity.unit.name in AGES:
        return True
    return per.below == "秒" and quantity.value * quantity.unit.factor < per.quantity.unit.factor / per.factor


def is_apart(words: str) -> bool:
    """Whether words set a figure apart from what there is; a gain in so many words does not."""
    return APART.search(NEW.sub("", ROOM.sub("", GAIN.sub("", words)))) is not None


def _is_firm(row: Row, one: int, per: PerUnit) -> bool:
    """Whether a count is of firms, of which a mean is told by 户: 惠及企业1200家，户均减税2.5万元."""
    return per.mean and (per.below, row.quantity(one).unit.name) == ("户", "家") and "企" in row.before(one)


def tells_amount(row: Row, one: int) -> bool:
    """Whether a figure tells how much there is, or has become, and no change."""
    return row.cues[one].act in (Act.LEVEL, Act.SUM, Act.TO)


def gained(row: Row, one: int, value: int) -> bool:
    """Whether a figure tells a gain, in the very word that the value per unit has."""
    told = GAIN.search(row.before(one))
    return told is not None and told[0] in row.before(value) and not is_wider(row, one, value)


def is_wider(row: Row, one: int, value: int) -> bool:
    """Whether a figure is told of a wider place than the value, that nothing before it speaks of: 全县累计节水."""
    wider = WIDER.search(row.before(one)) if one > value else None
    return wider is not None and wider[0] not in row.text[row.passage.span.start : row.starts[value]]


def is_called(row: Row, one: int, name: str) -> bool:
    """Whether what is counted by 个 has the name behind or before it: 36个班, 21个小组, 教学班54个."""
    if name == "车" and row.quantity(one).unit.name == "辆":
        return True
    if name == "人" and row.quantity(one).unit.name == "口":
        return row.text.endswith(HOMES, 0, row.starts[one])
    if row.quantity(one).unit.name != "个":
        return False
    behind = row.called_after(one)
    if name == "人":
        return behind.startswith(HEADS)
    if len(name) == 1 and name in PARTS_OF and len(behind) <= NOUN and name in (behind[-1:], behind[:1]):
        return True
    small = len(name) == 1 and behind[1:2] == name and behind[0] in KINDS and behind[2:3] not in NO_GROUP
    return behind == name or small or (not behind and row.before(one).endswith(name))


def _per_one(row: Row, one: int) -> bool:
    """Whether a figure is itself the one of 每10股, or a value per unit."""
    return row.before(one).endswith(PER_ONE) or per_unit(row, one) is not None


def totals_in(row: Row, one: int, index: int, per: PerUnit) -> bool:
    """Whether a figure can be what a value per unit comes to for all."""
    quantity, before = row.quantity(one), row.before(one)
    if not _in_currency(row, one, index, per) or quantity.unit_class is UnitClass.PER or quantity.value <= 0:
        return False
    if not _tells_total(row, one, index, before) or _per_one(row, one) or _is_of_longer(row, one, per):
        return False
    if per.below in TIMES and (ONE_OF_THEM.search(row.sentence(one)[-LEAD:]) or OF_ONE.search(before)):
        return False
    if (
        (DEDUCTED.search(before) and not FACE.search(per.metric))
        or MEAN_PRICE.search(before)
        or _is_of_other_money(row, index, per, before)
    ):
        return False
    if _is_of_then(row, one, index) or _is_of_else(row, one, index) or _is_no_gain(row, one, index):
        return False
    if quantity.value * quantity.unit.factor < per.quantity.value * per.quantity.unit.factor:
        return False
    if per.above == "米" and per.below not in WAYS and TRAVELLED.search(before):
        return False
    alike = _alike(per.metric, before) or (quantity.unit.name == "个" and per.above == "人")
    alike = alike or (per.metric == "产" and HARVESTED.search(before) is not None)
    if one > index:
        return alike or TOLD.search(before) is not None
    if _is_defined(row, index, per, before) or _is_lot(row, one, index, per):
        return True
    return (alike or not per.metric) and (per.mean or per.metric == "产" or alike)


def _is_no_gain(row: Row, one: int, index: int) -> bool:
    """Whether what is gained stands a semicolon behind what is not: 银匠年销售额1.9亿元；绣娘6800人，人均增收8600元."""
    gain = one < index and GAIN.search(row.before(index)) is not None and GAIN.search(row.before(one)) is None
    return gain and "；" in row.text[row.starts[one] : row.starts[index]]


def _tells_total(row: Row, one: int, index: int, before: str) -> bool:
    """Whether a figure tells how much all come to: an amount, or a gain in the value's own word and of nobody else."""
    gain = GAIN.search(before) is not None
    told = gained(row, one, index) if gain else tells_amount(row, one)
    return told and not is_apart(before[-8:]) and not (gain and row.called_after(one).startswith("的"))


def _is_of_longer(row: Row, one: int, per: PerUnit) -> bool:
    """Whether a total is told of a week, a month, a year: 一周营业额21万元，周末两天日均5.5万元."""
    if per.below != base(units.unit("天")) or not one or row.quantity(one).unit_class is UnitClass.DURATION:
        return False
    unit, own = row.quantity(one - 1).unit, per.quantity.unit.factor / per.factor
    longer = unit.name in LONGER and unit.factor > own
    return (longer and OWN.fullmatch(row.between(one - 1, one)) is not None) or OWN_TIME.search(
        row.before(one)
    ) is not None


def _is_of_other_money(row: Row, index: int, per: PerUnit, before: str) -> bool:
    """Whether a total is of all that came in, where what falls to each is told net: 收入382万元，亩均纯收益570元.

    Nor is a gain or a subsidy what a share earned.
    """
    if per.below == "股" and OF_EARNINGS.search(row.before(index)) and not EARNINGS.search(before):
        return True
    return NET.search(per.metric) is not None and GROSS.search(before) is not None


def _is_of_else(row: Row, total: int, index: int) -> bool:
    """Whether a total is of another year than the first, of which the value is, or of what is made of the thing."""
    before = row.before(total)
    again = total > index and AGAIN.search(before) is not None and FIRST.search(row.sentence(index)) is not None
    made = MADE.search(before)
    return again or (made is not None and made[0] not in row.before(index))


def _is_of_then(row: Row, total: int, index: int) -> bool:
    """Whether a total is of a time that nothing before speaks of: 每户补8000元，全村120户，去年总共发了69万元."""
    if total < index:
        return False
    words = row.before(total)
    then = OF_THEN.search(words) or OF_THEN_TOO.search(row.sentence(total)[-FAR - len(words) :])
    return then is not None and then[0][:2] not in row.text[row.passage.span.start : row.starts[index]]


def _is_lot(row: Row, total: int, index: int, per: PerUnit) -> bool:
    """Whether a lot and what it was sold for stand right before the price of one: 36件卖了540万元，每件15万元."""
    sold = total == index - 1 > row.first and SOLD.search(row.before(total)) is not None
    counted = sold and base(row.quantity(total - 1).unit) == per.below
    return counted and len(row.between(total, index)) <= LOT


def _is_defined(row: Row, index: int, per: PerUnit, before: str) -> bool:
    """Whether the value per unit is one of a whole by what it is: 人口密度 of the people, 平均时速 of the way."""
    told = row.before(index)
    if per.below == "秒":
        return "平均" in told and WAY.search(before) is not None
    return "密度" in told and (per.above != "人" or PEOPLE.search(before) is not None)


def _alike(metric: str, before: str) -> bool:
    """Whether a total is called as the value per unit is: 总资产 is no 净资产; a price is what something is worth."""
    if PRICED.search(metric) and WORTH.search(before[-8:]):
        return True
    shared = set(metric) & set(before[-8:]) - set("的量额数为了")
    return bool(shared) and ("净" in metric) is ("净" in before[-8:])


def _is_of_one_noun(row: Row, one: int, index: int, per: PerUnit) -> bool:
    """Whether only where its noun stands makes two of a unit: 每间3张床位, 床位360张; 每个科室20张床, 600张床位."""
    name = row.quantity(one).unit.name
    if not name or name == per.above:
        return False
    noun, bed = per.above.removeprefix(name), name.removeprefix(per.above)
    ahead = noun != per.above and row.before(one).endswith(noun)
    return ahead or (bed != name and row.called_after(index).startswith(bed[0]))


def _in_currency(row: Row, one: int, index: int, per: PerUnit) -> bool:
    """Whether a total is in what is divided; 元 with a conversion behind it is the foreign money of the total."""
    unit = row.quantity(one).unit
    foreign = per.above == "元" and unit.unit_class is UnitClass.MONEY and index + 1 < len(row.figures)
    seats = (
        per.above == "人"
        and unit.name == "个"
        and (row.called_after(one).startswith(SEATS) or row.before(one).endswith(SEATS))
    )
    visits = per.above == "人" and unit.name == "人次" and per.below in OCCASIONS
    seats = seats or (per.above == "人" and unit.name == "人次" and ROOM.search(row.before(one)) is not None)
    return (
        base(unit) == per.above
        or seats
        or visits
        or _is_of_one_noun(row, one, index, per)
        or (foreign and CONVERTED.fullmatch(row.between(index, index + 1)) is not None)
    )
