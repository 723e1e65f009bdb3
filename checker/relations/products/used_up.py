"""product: what is done a day, and the days that a stock takes: 日加工4800只，剩下的14.4万只三十天能加工完.

The days are rounded, however they are printed, and a stock may grow or be used unevenly: a tenth is no fault.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities import units
from checker.quantities.interval import Interval
from checker.quantities.model import Hedge, Quantity, UnitClass
from checker.relations.cues import Act
from checker.relations.products.rates_per import PerUnit, base
from checker.relations.products.triple import Triple, verify
from checker.relations.record import Relation
from checker.relations.sums.row import Row

DAILY = pattern(
    "(?:^|[^0-9一二三四五六七八九十今昨次当每近前后工])(?:日|每[日天])(?:均|平均)?(?P<what>[\u4e00-\u9fff]{2,8}?)(?:能力|量)?"
    "(?:加起来|合计|合起来|总共|共|达到?|可达|约|为|是|能|可)*$"
)
LASTS = pattern("(?:左右)?[，,]?(?:就|便|才)?(?:能|可以?|会|得)?[\u4e00-\u9fff]{1,6}?[完光掉尽](?=[，。；！？、）”]|$)")
FOR = pattern("(?:可|够|能|供)(?:用|吃|烧|撑|喂|供应?|使用|维持|支撑|加工|卖|榨)(?:大约|约|近)?$")
STOCK = pattern(
    "(?:剩下|剩余|余下|库存|存栏|积压|存[粮煤油料货药]|手头|待[\u4e00-\u9fff]{1,3}|[还尚]有|[仅只还]剩)的?[^，。；0-9]{0,6}$"
)
FASTER = pattern(
    "一起|同时|加班|加快|提速|再[加增]|另|新增|补|分给|留|[，,][^，,]{0,6}(?:赶|抢|争取|力争|计划|必须|确保)[^，,]*$"
)
"""What makes it another pace, or another stock."""

LEVELS = (Act.LEVEL, Act.SUM, Act.TO)
DAY, BACK, TENTH = "天", 5, Fraction(1, 10)


def lasting(row: Row) -> Iterator[Relation]:
    """Every stock with what is used of it a day and the days that it lasts."""
    for index in range(row.first, len(row.figures)):
        days = row.quantity(index)
        told = LASTS.match(row.text, days.span.end, row.passage.span.end) or FOR.search(row.before(index))
        if days.unit.name != DAY or not told or Hedge.AT_MOST in days.hedges or Hedge.AT_LEAST in days.hedges:
            continue
        near = range(max(0, index - BACK), index)
        stocks = [one for one in near if STOCK.search(row.before(one)) and row.adds(one)]
        rates = [one for one in near if one not in stocks and _is_daily(row, one)]
        if len(stocks) != 1 or len(rates) != 1 or row.cues[rates[0]].act not in LEVELS:
            continue
        first = min(row.starts[rates[0]], row.starts[stocks[0]])
        if FASTER.search(row.text[first : days.span.start]):
            continue
        rate, stock = row.quantity(rates[0]), row.quantity(stocks[0])
        if base(rate.unit) != base(stock.unit) or rate.value <= 0 or stock.value <= 0:
            continue
        day = units.unit(DAY)
        per = PerUnit(rate, base(rate.unit), base(day), rate.unit.factor / day.factor, "", mean=True)
        relation = verify(Triple(per, _rough(days), stock), row.figures[index].before)
        yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _is_daily(row: Row, one: int) -> bool:
    quantity = row.quantity(one)
    return quantity.unit_class is not UnitClass.RATE and DAILY.search(row.before(one)) is not None


def _rough(days: Quantity) -> Quantity:
    """So many days, give or take a tenth or one."""
    reach = max(days.value * TENTH, Fraction(1))
    around = Interval(max(days.value - reach, Fraction(0)), days.value + reach)
    return replace(days, interval=around, loose=around, truncated=around)
