"""product: what falls to one head in a stretch of time, for all heads in it: 每亩每年补偿450元，一年8.37万元.

The words before the total name the time again (一年, 每秒就是, 全年) and no head, so that it is of all of them. The
heads are counted by the number with their classifier before; a conversion in brackets (12.4公顷) is no other count.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities import units
from checker.quantities.model import Unit, UnitClass
from checker.relations.adverbs import adverbs
from checker.relations.cues import Act
from checker.relations.elsewhere import PARTLY, PLANNED, THEN
from checker.relations.products.rates_per import APART, PLAIN, PerUnit, base, is_one
from checker.relations.products.triple import Triple, verify
from checker.relations.record import Relation
from checker.relations.sums.row import OPEN, PEOPLE, Row

TIME = "年度?|个?月|[天日]|小时|分钟|秒钟?|周"
EACH = pattern(
    f"每(?P<head>[\u4e00-\u9fff]{{1,4}}?)[，,]?(?:每|一)(?P<time>{TIME})(?:平均|可以?|能|约|要|得|只)*[\u4e00-\u9fff]{{0,4}}$"
)
DOES = pattern(f"(?:就|也|便)?(?:{adverbs()}|[就便]?[是有要能可得]|发放?|补助?|付|花|收入?|支出)*")
AGAIN = pattern(
    f"^(?:算下来|这样|那么|[全两三四]?(?:[合加连]起来|部)|总共|合计)*[，,]?(?:一|每|全)(?P<time>{TIME})"
    f"(?:下来|算下来|[合加连]起来|合计|总共|一共|共|里)*[，,]?(?P<does>[\u4e00-\u9fff]{{0,8}})$"
)
NAMES = {"月": "个月", "日": "天", "秒钟": "秒", "年度": "年"}
ANOTHER = pattern(f"{THEN}|{PLANNED}|{PARTLY}|今年|此外|[人户]均|每[人户名亩台]|比|增|降|节|省|原")
LEVELS = (Act.LEVEL, Act.SUM, Act.TO)
BACK, CLAUSES = 5, 3


def told(row: Row, index: int) -> Iterator[Relation]:
    """The product with the one count of heads before and the total of all right behind."""
    match = EACH.search(_lead(row, index))
    head = units.spelling(match["head"], 0) if match else ""
    if match is None or not head or row.cues[index].act not in LEVELS or APART.search(match[0]):
        return
    total = next((one for one in range(index + 1, len(row.figures)) if not is_one(row.quantity(one))), None)
    count = _count(row, index, PLAIN.get(head, head))
    if count is None or total is None or not _is_of(row, index, total, match["time"]) or not _adds(row, index, total):
        return
    quantity, heads = row.quantity(index), row.quantity(count)
    per = PerUnit(quantity, _above(quantity.unit), base(heads.unit), _factor(quantity.unit) / heads.unit.factor)
    relation = verify(Triple(per, heads, row.quantity(total)), row.figures[index].before)
    yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _lead(row: Row, index: int) -> str:
    """The words of its clause before a number, articles (一天) and what the number itself says of each among them."""
    quantity = row.quantity(index)
    inside = quantity.literal.partition(quantity.numeral)[0] if quantity.unit_class is UnitClass.PER else ""
    before = (row.quantity(one) for one in range(index - 1, -1, -1))
    last = next((one.span.end for one in before if not is_one(one)), 0)
    return row.text[max(row.clause(index), last) : quantity.span.start] + inside


def _count(row: Row, index: int, head: str) -> int | None:
    """The only number of such heads before the value, in its sentence or at the end of the one before."""
    near = range(max(0, index - BACK), index)
    found = [
        one
        for one in near
        if (row.quantity(one).unit.name == head or {row.quantity(one).unit.name, head} <= PEOPLE)
        and not is_one(row.quantity(one))
        and not row.figures[one].bracket
        and row.quantity(one).value > 1
    ]
    plain = [one for one in found if row.cues[one].act in LEVELS and not OPEN.search(row.before(one))]
    return plain[0] if len(found) == len(plain) == 1 and not row.past(plain[0]) else None


def _is_of(row: Row, index: int, total: int, time: str) -> bool:
    """Whether the words of the total name the value's time again, and no more."""
    words = _lead(row, total)
    match = AGAIN.search(words)
    near = row.figures[total].clause - row.figures[index].clause <= CLAUSES
    if match is None or not near or ANOTHER.search(words) or DOES.fullmatch(match["does"]) is None:
        return False
    return NAMES.get(time, time) == NAMES.get(match["time"], match["time"])


def _adds(row: Row, index: int, total: int) -> bool:
    """Whether the total is in what the value is, is more, and nothing else is told between."""
    value, sum_ = row.quantity(index), row.quantity(total)
    alike = _above(value.unit) == _above(sum_.unit) and not row.figures[total].bracket
    return alike and row.cues[total].act in LEVELS and not ANOTHER.search(row.between(index, total))


def _above(unit: Unit) -> str:
    return unit.base.partition("/")[0] if unit.unit_class is UnitClass.PER else base(unit)


def _factor(unit: Unit) -> Fraction:
    """The value in the base of what falls to each, whatever the time."""
    return unit.factor * unit.per.factor if unit.unit_class is UnitClass.PER and unit.per else unit.factor
