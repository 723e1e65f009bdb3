"""Values per unit: 每公斤6.4元, 18元/斤, 亩产500公斤, 户均12万元, 一把20枝, 每10股派5元."""

from dataclasses import dataclass
from fractions import Fraction

from checker.patterns import pattern
from checker.quantities import units
from checker.quantities.model import Quantity, Unit, UnitClass
from checker.relations.sums.row import Row

MEAN = pattern(
    r"(?:(?P<yield>亩产|单产)|(?P<unit>[亩户人家场店日月年单套台件间宗辆桌份箱株棵棚栋座次趟班村斤吨生校])均)(?P<metric>[\u4e00-\u9fff]{0,8}?)(?:约?为|达到?|约|是|近|超)?$"
)
EACH = pattern(r"[每](?=(?P<words>[\u4e00-\u9fff]{1,10})$)")
ONE = pattern(r"(?:^|[，、\s]|平均)一(?P<words>[\u4e00-\u9fff]{1,2})$")
ONE_OF = pattern(
    "[\u4e00-\u9fff]{0,4}?(?:就|[大约]概?)?[能可]?(?P<metric>产|打|收|卖|售价|售|价格)(?:[为是约达]|约为)*"
)
"""一亩地能产, 一箱苹果卖: any one of what is grown or traded, not a certain one; 一头牛卖了 tells of one."""

OPENS = pattern("(?:^|[，、：“\\s]|今年|眼下|如今|[这那村]里|当地|平均)$")
MEANT = "平均"
WARES = frozenset(("公顷", "公斤", "千克", *"亩斤吨箱袋瓶盒筐桶罐头只株棵台辆件套张把枚颗条双羽碗杯枝"))
"""What is counted so is one like another; 一家, 一位, 一个 is as a rule a certain one."""

SPEED = pattern(r"(?:以|平均)[\u4e00-\u9fff]{0,4}时速(?:约|为|达)*$")
BEHIND = pattern(r"的(?:平均)?时速")
NONE_PER = frozenset(
    (
        UnitClass.RATE,
        UnitClass.POINTS,
        UnitClass.NONE,
        UnitClass.MULTIPLE,
        UnitClass.PER,
        UnitClass.TEMPERATURE,
        UnitClass.INDEX,
    )
)
"""What no number of things multiplies into a total: 年均气温2.1摄氏度 is no sum over the days."""

ASIDE = pattern("（[^（）]{1,8}）")
"""每个村（社区）."""

HOME = pattern("个?家庭户?的?")
"""平均每个家庭户的人口: a home is counted by 户."""

PLAIN = {"日": "天", "月": "个月", "生": "人", "校": "所"}
AVERAGE = pattern(r"平均|[\u4e00-\u9fff]均")
APART = pattern(
    r"不低于|不超过|最[高低大小多少]|[高低]产|上限|下限|补贴标准|标准|计划(?!的[\u4e00-\u9fff])|目标|设计|预[计测期]|比(?![赛武拼重例])|原来|此前|同期|增|降|涨|跌|起步"
)
AHEAD_OF = pattern(
    "每[^，。；]{0,8}(?:[高低多少快慢重轻长短强胜大小][过于出]|领先|落后|超过|超出)(?:了|于)?[\u4e00-\u9fff]{2,8}$"
)
"""每把都高过对手1公斤: a lead over another makes no total with the number of tries."""

INDICATOR = pattern(r"可支配|生产总值|GDP|消费|纯收入|净收入|预期寿命|预算|教育|财力|利润|产值|营收|贡献")
REACHED = pattern("(?:带动|惠及|受益|帮助|帮扶|辐射|助力|吸引)[^，。；]*$")
LEAD = 16
"""How far before a number a word may stand that says whom a trade helps: 带动6万户、28万人."""

DOUBLED = pattern("(?:每(?P<each>[一-鿿]{1,8}?)|(?P<mean>[人户亩台家])均)[，,]?[一-鿿]?(?=每|一[天年月日周次])")
"""每人每天, 每户一年: of one head, and of one day."""

PERSON = pattern("[一-鿿]{0,2}[生员童]")
"""每生每天, 每学生每年: of one head, who is called by no classifier."""

CLOSED, GOES = pattern("[，。；、！？）)]|$"), frozenset("趟次班季茬轮批炉窝回")
BACK, AHEAD = 6, 4
"""How many figures before and after a value per unit its count and its total may stand."""


PAID = pattern("派|分红|红利|股利|股息")
"""What is paid on a share."""


TEN, TEN_PAY = 10, pattern("派(?:发|现|息)?(?:现金)?")
"""10派5元: five on every ten shares, as the exchanges write it."""


CHARGED = pattern("(?:收费|计费|收取)(?:标准)?[为是]?$")
"""What is charged for each is set to the 角 and never rounded: 每公里收费0.5元."""


@dataclass(frozen=True, slots=True)
class PerUnit:
    """A value per unit. ``above`` and ``below`` are the bases of what is divided and by what; ``factor`` turns the
    printed value into the first per one of the second. ``metric`` are the words that name it, ``mean`` tells averages,
    ``fixed`` what somebody sets and nobody rounds: a dividend.
    """

    quantity: Quantity
    above: str
    below: str
    factor: Fraction
    metric: str = ""
    mean: bool = False
    fixed: bool = False


def base(unit: Unit) -> str:
    """What quantities must share to be multiplied or compared."""
    return "人" if unit.name in ("人", "名", "位", "口人") else unit.base or unit.name


CONTESTED = pattern("(?:来|在)?(?:竞争|竞逐|争夺|争抢|角逐|争|抢)[一1]个(?:职位|岗位|名额|学位|席位|位置)")


def per_unit(row: Row, index: int) -> PerUnit | None:
    """What a figure is worth per unit, if it is such a value."""
    quantity, before = row.quantity(index), row.before(index)
    mean = "均" in before and AVERAGE.search(before) is not None
    if quantity.unit_class is UnitClass.PER and quantity.unit.per:
        above = quantity.unit.base.partition("/")[0]
        return PerUnit(quantity, above, base(quantity.unit.per), quantity.unit.factor, "", mean)
    if quantity.unit_class in NONE_PER or AHEAD_OF.search(before) or _is_in_any(row, quantity):
        return None
    if quantity.unit_class is UnitClass.SPEED and "里/" in quantity.unit.name:
        return PerUnit(quantity, "米", "秒", quantity.unit.factor)
    if quantity.unit_class is UnitClass.LENGTH and (SPEED.search(before) or _at_speed(row, index)):
        return PerUnit(quantity, base(quantity.unit), "秒", quantity.unit.factor / 3600)
    shares = _of_shares(row, index)
    if shares:
        return PerUnit(quantity, base(quantity.unit), "股", quantity.unit.factor / shares, fixed=True)
    told = named(before) or _of_one(row, index) or _for_one(row, index) or _contested(row, index)
    if told is None:
        return None
    below, metric = told
    factor, fixed = quantity.unit.factor / below.factor, below.name == "股" and PAID.search(before) is not None
    fixed = fixed or (quantity.unit_class is UnitClass.MONEY and not mean and CHARGED.search(before) is not None)
    return PerUnit(quantity, base(quantity.unit), base(below), factor, metric, mean, fixed)


def _is_in_any(row: Row, quantity: Quantity) -> bool:
    """Whether it only says over which time, or at which go: 每台机床一年能加工, 每辆车一趟能拉."""
    over = quantity.unit_class is UnitClass.DURATION or quantity.unit.name in GOES
    return over and is_one(quantity) and CLOSED.match(row.text, quantity.span.end) is None


def _at_speed(row: Row, index: int) -> bool:
    """以250公里的平均时速."""
    return BEHIND.match(row.text, row.quantity(index).span.end) is not None


def _of_shares(row: Row, index: int) -> Fraction | None:
    """How many shares a dividend is paid on: 每10股派发现金红利5元."""
    if not index:
        return None
    shares = row.quantity(index - 1)
    if shares.unit_class is UnitClass.NONE and TEN_PAY.fullmatch(row.between(index - 1, index)):
        return shares.value if shares.value == TEN and row.quantity(index).unit.name == "元" else None
    if shares.unit.name != "股":
        return None
    near = len(row.between(index - 1, index)) <= 16 and PAID.search(row.between(index - 1, index))
    ten = shares.value > 0 and row.before(index - 1).endswith("每")
    return shares.value if near and ten and row.quantity(index).unit_class is UnitClass.MONEY else None


def _of_one(row: Row, index: int) -> tuple[Unit, str] | None:
    """What stands for each of its kind: 一亩地能产400公斤."""
    if not index or not is_one(row.quantity(index - 1)) or (index > 1 and _for_one(row, index - 2)):
        return None
    unit, before = row.quantity(index - 1).unit, row.before(index - 1)
    if unit.name in WARES and before.endswith(MEANT) and not row.before(index):
        return unit, ""
    gap = ONE_OF.fullmatch(row.before(index)) if unit.name in WARES and OPENS.search(before) else None
    same = gap and row.figures[index - 1].clause == row.figures[index].clause
    return (unit, gap["metric"]) if gap and same else None


def _for_one(row: Row, index: int) -> tuple[Unit, str] | None:
    """What one of a ware costs, told before it: 三块二一斤."""
    if index + 1 >= len(row.figures) or row.quantity(index).unit_class is not UnitClass.MONEY:
        return None
    one = row.quantity(index + 1)
    beside = row.quantity(index).span.end == one.span.start and is_one(one)
    return (one.unit, "") if beside and one.unit.name in WARES else None


def _contested(row: Row, index: int) -> tuple[Unit, str] | None:
    """平均38人竞争一个职位: so many for each of what they run for."""
    if not row.before(index).endswith("平均"):
        return None
    return (units.unit("个"), "") if CONTESTED.match(row.text, row.quantity(index).span.end) else None


def doubled(row: Row, index: int) -> str:
    """What else than its own unit a value per unit is of, as a base: 每人每天5元 is of a head, and of a day."""
    unit = head(row, index)
    return base(unit) if unit else ""


def head(row: Row, index: int) -> Unit | None:
    """The unit of what a value is told of besides a time: 每吨每天3.2元."""
    quantity = row.quantity(index)
    lead = row.text[row.clause(index) : quantity.span.start + 1]
    match = DOUBLED.search(lead[-LEAD:])
    if match is None:
        return None
    spelt = match["mean"] or units.spelling(match["each"], 0) or ("人" if PERSON.fullmatch(match["each"]) else "")
    return units.unit(PLAIN.get(spelt, spelt)) if spelt else None


def is_one(quantity: Quantity) -> bool:
    """Whether it is an article more than a number: 一亩, 一天."""
    return quantity.numeral == "一"


def named(before: str) -> tuple[Unit, str] | None:
    """The unit that the words before a figure divide by, and what they name: 每公斤卖."""
    before = ASIDE.sub("", before) if "（" in before else before
    mean = MEAN.search(before) if "均" in before or "亩产" in before or "单产" in before else None
    if mean:
        word = "亩" if mean["yield"] else mean["unit"]
        return units.unit(PLAIN.get(word, word)), mean["metric"] or ("产" if mean["yield"] else "")
    each = ("每" in before and EACH.search(before)) or ("一" in before and ONE.search(before))
    if not each:
        return None
    words = each["words"]
    home = HOME.match(words)
    spelt = "户" if home else "月" if words[0] == "月" else units.spelling(words, 0)
    unit = units.unit(PLAIN.get(spelt, spelt)) if spelt else None
    if unit is None or unit.unit_class is UnitClass.MONEY:
        return None  # 一块卖22元 is of pieces
    return unit, words[len(home[0] if home else spelt) :]


def near(row: Row, index: int) -> list[int]:
    """The figures around: those of the sentence, and the last one of the sentence before where nothing else is near."""
    start = max(row.first - 1 if index == row.first else row.first, index - BACK, 0)
    near = [one for one in range(start, min(index + AHEAD + 1, len(row.figures))) if one != index]
    return [
        one for one in near if not row.figures[one].bracket or row.figures[one].bracket == row.figures[index].bracket
    ]


def reached(row: Row, one: int) -> bool:
    """Whether a figure counts whom a trade helps, of whom no average is told: 带动28万人增收."""
    return REACHED.search(row.sentence(one)[-LEAD:]) is not None
