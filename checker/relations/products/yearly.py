"""product: what so many years bring, and the mean of one of them: 八年里他们拿到授权164件，平均一年20.5件.

The mean says by its unit which stretch is meant, whatever else is counted there: 八年, and not the 8人 beside.
Of days, weeks and months told so it is the same. What does not fit is for a reader to look at.
"""

from collections.abc import Iterator
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities import units
from checker.quantities.model import Quantity, Unit, UnitClass
from checker.relations.adverbs import ABOUT, EXACT, adverbs
from checker.relations.cues import Act
from checker.relations.dated import calendar
from checker.relations.elsewhere import MEANS, PARTLY, PLANNED, THEN
from checker.relations.products.periods import OF_ANOTHER
from checker.relations.products.rates_per import APART, PerUnit, base, is_one
from checker.relations.products.triple import DOUBTFUL, Triple, verify
from checker.relations.record import Relation
from checker.relations.sums.row import OPEN, PEOPLE, Row
from checker.spans import Span

FREE = adverbs(EXACT, ABOUT)
ONE = "[一每](?P<unit>年|个?月|天|周)"
MEAN = pattern(
    f"(?:平均(?:下来|算来|到)?[，,]?{ONE}|{ONE.replace('unit', 'behind')}平均|(?P<bare>[年月日周])均)"
    f"(?:[\u4e00-\u9fff]{{0,4}}?)(?:有|为|是|{FREE})*$"
)
UNITS = {"月": "个月", "日": "天"}
STRETCH = pattern("(?:多|左右)?(?:时间)?(?:里|来|间|中|内|以来|下来|(?=累计|共计?|合计|总计))(?!自)")
OTHER = pattern(f"{THEN}|{PLANNED}|{MEANS}|每|{PARTLY}|今年|第[一二三四五六七八九]|最")
HEAD = "人"
DAYS = {"天": (240, 365), "个月": (12, 12), "周": (50, 52)}
"""How many are in a year: of days those of work at the least."""

YEAR = pattern("(?P<year>全年|去年|一年)(?!同期|同比)(?:里|来|下来|间)?[^，。；0-9比较月]{0,10}$")
YEAR_GAP = pattern(
    "[^，。；0-9]{0,6}[，,](?:也就是|相当于|合|折合|算下来|平均下来)?(?:平均|日均|月均|周均)?(?:[每一](?:天|日|个?月|个?星期|周))?(?:平均)?"
    "(?:达|约|为|有|近)*(?P<did>[\u4e00-\u9fff]{0,3})"
)
VISITS = frozenset({"人", "个", "位", "名"})
"""接诊4380人次，平均一天12个."""

LEVELS = (Act.LEVEL, Act.SUM, Act.TO)
GAINED = pattern("新增|净增")
"""五年累计新增25万人，年均新增5万人: what was gained, over all and in each."""

BACK = 8
"""How many figures before the mean the stretch may stand."""


def averaged(row: Row) -> Iterator[Relation]:
    """Every such mean with its stretch and its total."""
    for index in range(row.first, len(row.figures)):
        unit = _unit(row, index)
        count = _stretch(row, index, unit) if unit else None
        total = _total(row, index, count) if count is not None else None
        if unit is not None and total is None:
            yield from _all_year(row, index, unit)
        if unit is None or count is None or total is None:
            continue
        quantity = row.quantity(index)
        factor = quantity.unit.factor / (1 if quantity.unit_class is UnitClass.PER else unit.factor)
        per = PerUnit(quantity, _above(row, index), base(unit), factor, "", mean=True)
        stretch = row.quantity(count) if row.quantity(count).hedges else row.quantity(count).as_exact()
        relation = verify(Triple(per, stretch, row.quantity(total)), row.figures[index].before)
        wrong = relation.verdict is Verdict.INCONSISTENT
        if not (wrong and quantity.hedges and _is_rough(quantity, row.quantity(total), stretch)):
            yield replace(relation, doubtful=wrong)


def _is_rough(each: Quantity, total: Quantity, stretch: Quantity) -> bool:
    """Whether a mean that is told roughly (70余万) misses by no more than averages do."""
    made, told = each.value * each.unit.factor * stretch.value, total.value * total.unit.factor
    return abs(made - told) <= DOUBTFUL * told


def _all_year(row: Row, index: int, unit: Unit) -> Iterator[Relation]:
    """全年接诊4380人次，平均一天12个: so many days or months are in a year, of days those of work at the least."""
    days = DAYS.get(unit.name)
    whole = index - 1 - is_one(row.quantity(index - 1)) if index > row.first else -1
    if days is None or whole < row.first or row.figures[whole].bracket or row.quantity(whole).hedges:
        return
    total, mean = row.quantity(whole), row.quantity(index)
    match = YEAR.search(row.text, row.clause(whole), row.starts[whole])
    near = YEAR_GAP.fullmatch(row.between(whole, index)) if match else None
    alike = base(total.unit) == _above(row, index) or (total.unit.name == "人次" and mean.unit.name in VISITS)
    same = near is not None and set(near["did"]) <= set(row.before(whole))
    if match is None or not same or not alike or row.cues[whole].act not in LEVELS or mean.hedges:
        return
    counted = calendar.counted(row.text, Span(*match.span("year")), days[1], unit.name)
    factor = mean.unit.factor / (1 if mean.unit_class is UnitClass.PER else unit.factor)
    per = PerUnit(mean, base(total.unit), base(unit), factor, "", mean=True)
    relation = verify(Triple(per, counted, total), row.figures[index].before)
    worked = total.value * total.unit.factor / (mean.value * factor * unit.factor)
    rests = OF_ANOTHER.search(row.passage.words(row.passage.span)) is not None
    if relation.verdict is Verdict.CONSISTENT or not (rests or days[0] <= worked <= days[1]):
        yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _unit(row: Row, index: int) -> Unit | None:
    """The year, month, week or day that a mean is told of, be it inside of the number: 平均每年85名."""
    quantity = row.quantity(index)
    lead = row.text[row.clause(index) : quantity.span.start]
    if quantity.unit_class is UnitClass.PER:
        lead += quantity.literal.partition(quantity.numeral)[0]
    match = MEAN.search(lead)
    gained = GAINED.search(lead) is not None
    if match is None or not (gained or row.cues[index].act in LEVELS) or quantity.value <= 0:
        return None
    if APART.search(GAINED.sub("", lead)):
        return None
    name = match["unit"] or match["behind"] or match["bare"]
    return units.unit(UNITS.get(name, name))


def _above(row: Row, index: int) -> str:
    unit = row.quantity(index).unit
    above = unit.base.partition("/")[0] if unit.unit_class is UnitClass.PER else base(unit)
    return HEAD if above in PEOPLE else above


def _stretch(row: Row, index: int, unit: Unit) -> int | None:
    """The nearest number of such units before the mean that is told as a time in which something was done."""
    for one in range(index - 1, max(-1, index - 1 - BACK), -1):
        quantity = row.quantity(one)
        if quantity.unit.name == unit.name and not is_one(quantity):
            told = STRETCH.match(row.text, quantity.span.end) and not row.figures[one].bracket
            return one if told and quantity.value > 1 else None
    return None


def _total(row: Row, index: int, count: int) -> int | None:
    """The one number behind the stretch that is counted as the mean is."""
    between = [one for one in range(count + 1, index) if not is_one(row.quantity(one))]
    alike = [one for one in between if base(row.quantity(one).unit) == _above(row, index)]
    if len(alike) != 1 or row.quantity(alike[0]).value <= row.quantity(index).value:
        return None
    before, first = row.before(alike[0]), row.quantity(count).span.end
    gained = GAINED.search(before) is not None and GAINED.search(row.before(index)) is not None
    plain = (gained or row.cues[alike[0]].act in LEVELS) and not row.figures[alike[0]].bracket
    apart = OPEN.search(before) or OTHER.search(row.text, first, row.starts[alike[0]])
    return alike[0] if plain and not apart else None
