"""What was held, what came, what went and what is held: 年初180亿元，新增32亿元，偿还12亿元，年末200亿元.

One level is told as that of the beginning, the last as that of the end, and every number of the unit between them as
one that came in or went out. Where the balance of the flows is told as well (当期结余), it stands for them.
"""

from collections.abc import Iterator
from dataclasses import replace

from checker.patterns import pattern
from checker.quantities.model import Quantity
from checker.relations.cues import Act
from checker.relations.naming import pairs
from checker.relations.sums.row import OPEN, Row, Sum, same_unit

SIGNS = "余末底存"
HELD = "(?:余额|结余|结存|库存|存栏|结转|滚存|保有量|存量|人口|总数)"
CLOSE = pattern(
    f"(?:(?:[年期月季]末|[年月季]底|年终|期终)[^，。；0-9]{{0,8}}|(?:滚存|累计|历年)[^，。；0-9]{{0,6}}{HELD}[^，。；0-9]{{0,4}}|结转下年[^，。；0-9]{{0,4}})$"
)
BEGIN = pattern(
    f"(?:(?:[年期月季]初|[上去]年[末底]|上期末?)[^，。；0-9]{{0,16}}|(?:[上去]年|历年)[^，。；0-9]{{0,6}}{HELD}[^，。；0-9]{{0,6}})$"
)
OWN = pattern("[本当](?:年|期|季|月)(?:收支)?结余[^，。；0-9]{0,4}$")
CAME = pattern(
    "(?:新增|增加|收入|收购|入库|购进|购入|举借|发行|转入|调入|补助|新注册|新登记|出生|迁入|进货|生产)[^，。；0-9]{0,6}$"
)
WENT = pattern(
    "(?:支出|偿还|减少|出库|销售|销量|归还|核销|转出|调出|注销|化解|消化|报废|死亡|迁出|上解|支付|拨付|使用|处置|还本)[^，。；0-9]{0,6}$"
)
TIMES, AROUND = pattern(f"[年期月季][末底终]|年终|期终|累计|历年|结转|下年|支出|滚存|{HELD}|为|达到?|有"), 120
OTHER = pattern("其中|比|较|每|平均|计划|预算|同比")
FEWEST, MOST, BACK = 3, 7, 12


def held(row: Row) -> Iterator[Sum]:
    """Every closing level with the opening one and the flows between."""
    for last in range(row.first + FEWEST - 1, len(row.figures)):
        lead = row.before(last)
        if row.cues[last].act in (Act.LEVEL, Act.SUM) and CLOSE.search(lead) and not OTHER.search(lead):
            parts = _parts(row, last)
            if parts and _is_of_these(row, last):
                words = (row.figures[last].before,)
                yield Sum(row.quantity(last), tuple(parts), words, exhaustive=True, likely=True, signed=True)


def _parts(row: Row, last: int) -> list[Quantity]:
    """What was held with what came, and what went as less than nothing; none if a number is neither."""
    alike = [
        one for one in range(max(row.first, last - BACK), last) if same_unit(row.quantity(one), row.quantity(last))
    ]
    start = next((one for one in alike if BEGIN.search(row.before(one))), None)
    own = [one for one in alike if start is not None and one >= min(start, alike[0])]
    if start is None or not FEWEST - 1 <= len(own) <= MOST or any(_is_other(row, one) for one in (*own, last)):
        return []
    flows = [one for one in own if one != start]
    balance = [one for one in flows if OWN.search(row.before(one))]
    if len(flows) == 1 and not balance:
        return []  # a level that grew
    parts = [row.quantity(start)]
    for one in balance or flows:
        came = bool(balance) or CAME.search(row.before(one)) is not None
        if not came and not WENT.search(row.before(one)):
            return []
        parts.append(row.quantity(one) if came else less(row.quantity(one)))
    return parts if len(balance) < FEWEST - 1 else []


def _is_of_these(row: Row, last: int) -> bool:
    """Whether the closing level has no name that nothing before it has: 年末国库库款余额."""
    named = pairs(TIMES.sub("，", row.before(last)))
    return named <= pairs(
        row.text[max(row.passage.span.start, row.starts[last] - AROUND) : row.starts[last] - len(row.before(last))]
    )


def less(quantity: Quantity) -> Quantity:
    """The quantity as one that is taken off."""
    return replace(
        quantity,
        value=-quantity.value,
        interval=-quantity.interval,
        loose=-quantity.loose,
        truncated=-quantity.truncated,
    )


def _is_other(row: Row, one: int) -> bool:
    figure = row.figures[one]
    return bool(
        figure.bracket or figure.quantity.hedges or OTHER.search(row.before(one)) or OPEN.search(row.before(one))
    )
