"""product: a trade told whole, in any order: what one costs, how many are bought or sold, what all come to.

合同总价660万元，购置10辆，每辆66万元; 一箱梨卖40元，一天卖出200箱，收入8000元. The words of the trade tie the three:
one price, one number of things that are bought, one sum for them, and nothing in between that starts another matter.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.adverbs import ABOUT, EXACT, ONLY, STILL, adverbs
from checker.relations.cues import Act
from checker.relations.products.rates_per import APART, NONE_PER, PerUnit, base, doubled, is_one, per_unit
from checker.relations.products.triple import Triple, verify
from checker.relations.record import Relation
from checker.relations.sums.row import Row

TRADE = pattern("[购买订售卖租建修盖造种]|采办|改造|安装|添置|配[备置]|出栏|下单|入手|交付|成交|签下|招标")
"""Some word of trade, without which a sentence tells of none."""

UNIT_PRICE = pattern(f"(?:单价|票价|门票|票面价)(?:均?[为是约达]|为人民币|{adverbs(EXACT, ABOUT, ONLY, STILL)})*$")
TRADED = pattern(
    "(?:采购|购置|购买|购进|购入|购得|[认申统选]购|买[进下回入了来]?|[预征]?订[购做下制]?|下单|售出|销售|出售|卖[出掉了]|出栏|租[用赁下了]|成交|交付|入手|[新兴修改扩搭]建了?|建[成起造好了]?|盖[起好了]?|[改打]造了?|修缮了?|安装了?|添置了?|配[备置]了?|[栽引]?种[植下了]?)"
    "(?:[^，。；、：0-9]{0,8})$"
)
WHOLE = pattern(
    "(?:总(?:价款?|金额|额|货款|费用|花费|收入|支出)|金额|价款|货款|[共总合]计?(?:花费?|需要?|付|支付|耗资|投入|收入|进账|卖|要)"
    "|花[了去费掉]?|投[入资]了?|斥资|总?造价|耗资|进账|收入|入账|到手|营业额|销售额|货值)(?:[为是约达共了]|合计|共计|总共|一共|人民币)*$"
)
OTHERS = pattern("净|纯|利润|毛利|成本|补贴|优惠|折|降|省|押金|定金|首付|预付|运费|税|另|其中|其余|分别|各|平均|起")
"""What makes the sum another than price times number."""

FEWEST, MOST = 3, 6
LENGTH = 60
"""How many characters a trade takes to be told."""


def bought(row: Row) -> Iterator[Relation]:
    """The trade that the sentence tells, if it is the only one."""
    span = row.passage.span
    own = [one for one in range(row.first, len(row.figures)) if not is_one(row.quantity(one))]
    if not FEWEST <= len(own) <= MOST or not TRADE.search(row.text, span.start, span.end):
        return
    prices = [(one, per) for one in own if (per := _price(row, one))]
    if len(prices) != 1:
        return
    index, per = prices[0]
    counts = [one for one in own if one != index and _is_count(row, one, per)]
    wholes = [one for one in own if one != index and _is_whole(row, one, per)]
    if len(counts) != 1 or len(wholes) != 1 or not _is_one_matter(row, own, index, counts[0], wholes[0]):
        return
    yield _judged(row, index, Triple(_of(per, row, counts[0]), row.quantity(counts[0]), row.quantity(wholes[0])))


def _price(row: Row, index: int) -> PerUnit | None:
    """What one costs: 每辆66万元, 单价300元."""
    quantity = row.quantity(index)
    if quantity.unit_class in NONE_PER - {UnitClass.PER} or row.cues[index].act not in (Act.LEVEL, Act.TO):
        return None
    per = per_unit(row, index)
    if per is not None:
        price = per.above == "元" and not per.mean and quantity.value > 0
        return per if price and not doubled(row, index) else None
    if quantity.unit_class is not UnitClass.MONEY or not UNIT_PRICE.search(row.before(index)) or quantity.value <= 0:
        return None
    return PerUnit(quantity, base(quantity.unit), "", quantity.unit.factor, "价")


def _is_count(row: Row, one: int, per: PerUnit) -> bool:
    """Whether so many things change hands, counted by what the price is of."""
    quantity = row.quantity(one)
    if quantity.hedges or not TRADED.search(row.before(one)) or quantity.value <= 1 or row.past(one):
        return False
    return base(quantity.unit) == per.below if per.below else quantity.unit_class is UnitClass.COUNT


def _is_whole(row: Row, one: int, per: PerUnit) -> bool:
    quantity = row.quantity(one)
    if base(quantity.unit) != per.above or quantity.hedges or row.past(one) or per_unit(row, one) is not None:
        return False
    return row.cues[one].act in (Act.LEVEL, Act.SUM, Act.TO) and WHOLE.search(row.before(one)) is not None


def _is_one_matter(row: Row, own: Sequence[int], *members: int) -> bool:
    """Whether nothing stands between the three that makes them matters apart: no fees, no discount, no other money."""
    first, last = min(members), max(members)
    if sum(first <= one <= last for one in own) > len(members):
        return False
    start = row.clause(first)
    words = row.text[start : row.quantity(last).span.end]
    if len(words) > LENGTH or "；" in words or any(APART.search(row.before(one)) for one in members):
        return False
    return not OTHERS.search(words) and not row.called_after(last).startswith(("起", "以上"))


def _of(per: PerUnit, row: Row, count: int) -> PerUnit:
    """The price of one of the things that are counted, where 单价 leaves open of what."""
    if per.below:
        return per
    unit = row.quantity(count).unit
    return replace(per, below=base(unit), factor=per.factor / unit.factor)


def _judged(row: Row, index: int, triple: Triple) -> Relation:
    relation = verify(triple, row.figures[index].before)
    return replace(relation, doubtful=True) if relation.verdict is Verdict.INCONSISTENT else relation
