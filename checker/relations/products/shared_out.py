"""product: what a total comes to when it is shared out over as many, in words of dividing.

合同金额118.6亿美元，摊下来每艘6895万美元; 发放补贴3200人、960万元，平均下来每人3000元. The words say that the
value is the total by the count; the nearest of each before it are meant where no other of their kinds stands between.
What does not fit is for a reader to look at.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Hedge, UnitClass
from checker.relations.adverbs import adverbs
from checker.relations.cues import Act
from checker.relations.elsewhere import THEN
from checker.relations.products.operands import MEAN_PRICE, is_called
from checker.relations.products.rates_per import APART, INDICATOR, PerUnit, base, doubled, is_one, per_unit
from checker.relations.products.scope import is_in_list
from checker.relations.products.triple import Triple, verify
from checker.relations.record import AVERAGED, Relation
from checker.relations.sums.row import OPEN, Row

FREE = adverbs()
DIVIDED = pattern(
    f"(?:(?:分?摊|平均|均|折|合|算|匀)(?:下|起|过)?[来去]|(?:分?摊|匀|平均|折)(?:[到合在]|给)|[平均]摊|(?:^|[，,])(?:折?合|平均)|[，,]相当于)"
    f"(?:{FREE})*[，,]?(?:{FREE})*(?:$|每[^，。；0-9]{{1,8}}$|一$|一[\u4e00-\u9fff]{{1,2}}(?:[有是能]|{FREE})*$)"
)
"""摊下来|每艘, 平均下来|每人, 合|每亩, 平均|一枝."""

EQUALLY = pattern(
    "(?:平|均|等)分|[平均]摊|分摊|AA制?|[分发][给到]"
    "|(?:[编划]?分|[切截捆装隔编组])(?:成|为|作|到)(?:[东西南北甲乙丙丁A-Z、]{2,6})?(?=[0-9一二三四五六七八九十两]+[\u4e00-\u9fff])"
    "|(?<![0-9])分(?:了)?(?=[0-9一二三四五六七八九十两]+(?:个[小大]?)?[组班队批车桌片])"
)
TAKES = pattern(
    f"(?:从[^，。；0-9]{{2,6}}?(?=[领拿分得收])|[领拿分]走|{FREE}|各|平均|[就只正恰便刚](?:好|有|是)?|能|可|[拿分得领摊收付出掏缴交种管装住坐](?:到|得|了)?|获得?|有|是|为|负责)*"
)
"""9万元奖金由6个人平分，每人|拿到: dealt out evenly, and nothing said of the value but that each has it."""

COMES_TO = ("合", "摊", "均摊", "平均", "平均合", "摊到", "能摊", "能摊到")
"""10亩收了3万斤，一亩|合|3000斤."""

DEALT = (UnitClass.MONEY, UnitClass.MASS, UnitClass.AREA)
NEAR_BY = 28
"""How many characters before the clause of the value are read for that."""

REST = pattern("[^，。；0-9]{0,6}[，,](?:还?剩|其余|余下|另外?|多余)")
JOINED = pattern("[^，,。；、0-9]{0,8}(?:[、和及与]|以及)[^，,。；、0-9]{0,8}")
"""Nothing but a new name between two counts told in one breath."""

HEADS = pattern("[人户]均(?:[有约为达是]|达到)*$")
"""Bare 人均 right behind a count of heads and a sum."""

OTHER = pattern(f"{THEN}|另|此外|还有|除|扣|剩|补贴标准|其余|余下|[。！？]")
BY_HEADS = pattern(
    "(?:^|[，,；;。])[^，,。；;]{0,4}按(?:照)?[^，,。；;]{1,12}(?:平摊|均摊|分摊|平分|均分|平均)(?:计?算|下来)?[，,]$"
)
"""按248户平摊，|一户: what is shared out may then stand three clauses back, with a mean of another kind between."""

NARROW = frozenset((Hedge.ABOUT, Hedge.JUST_OVER))
"""1157万元出头 can be divided, 超千万元 can not."""

LEVELS = (Act.LEVEL, Act.SUM, Act.TO)
BACK, CLAUSES, LENGTH = 5, 2, 48
"""How many figures before the value, and clauses and characters apart, count and total may stand."""

VISITS = {"人": ("人", "人次"), "户": ("户", "户次"), "家": ("家", "户", "家次")}


def told(row: Row) -> Iterator[Relation]:
    """Every value that is told as what a total before it comes to for each."""
    for index in range(row.first + 2, len(row.figures)):
        per = (per_unit(row, index) or _of_one(row, index)) if row.cues[index].act in LEVELS else None
        if per is None or per.quantity.value <= 0 or INDICATOR.search(per.metric) or doubled(row, index):
            continue
        per = _of_things(row, index, per)
        alone = is_one(row.quantity(index - 1))
        dealt = _is_dealt(row, index, per) or (alone and row.between(index - 1, index) in COMES_TO)
        if dealt or (not alone and _is_divided(row, index, per)):
            yield from _judged(row, index, per, dealt=dealt)


def _of_one(row: Row, index: int) -> PerUnit | None:
    """What one of those it is dealt out to has: 分给了9个徒弟，一人|400元."""
    one, quantity = row.quantity(index - 1), row.quantity(index)
    gap = row.between(index - 1, index)
    opens = row.starts[index - 1] == row.clause(index) and (gap in COMES_TO or TAKES.fullmatch(gap))
    counted = one.unit_class in (UnitClass.COUNT, UnitClass.AREA) and quantity.unit_class in DEALT
    if not is_one(one) or not opens or not counted:
        return None
    return PerUnit(quantity, base(quantity.unit), base(one.unit), quantity.unit.factor)


def _of_things(row: Row, index: int, per: PerUnit) -> PerUnit:
    """每个小组8人 after 21个小组: the noun says of what, and nothing of the value."""
    for one in range(index - 1, max(row.first, index - BACK) - 1, -1) if per.below == "个" and per.metric else ():
        noun = row.called_after(one) if row.quantity(one).unit.name == "个" else ""
        if noun and per.metric.startswith(noun):
            return replace(per, metric=per.metric[len(noun) :])
    return per


def _is_divided(row: Row, index: int, per: PerUnit) -> bool:
    start = max(row.passage.span.start, row.clause(index) - 8)
    lead = row.text[start : row.starts[index]]
    return DIVIDED.search(lead) is not None or (not per.metric and HEADS.search(lead) is not None)


def _is_dealt(row: Row, index: int, per: PerUnit) -> bool:
    """Whether the clauses before say that it is dealt out evenly: 120万元的奖金分给8名队员，每人15万元."""
    start = max(row.passage.span.start, row.clause(index) - NEAR_BY)
    words = row.text[start : row.clause(index)]
    if REST.match(row.text, row.quantity(index).span.end, row.passage.span.end):
        return False
    return TAKES.fullmatch(per.metric) is not None and EQUALLY.search(words) is not None


def _judged(row: Row, index: int, per: PerUnit, *, dealt: bool) -> Iterator[Relation]:
    """The value with the nearest total and the nearest count; 由6个人平分 counts people like 三个孩子 do."""
    levels = (*LEVELS, Act.FROM) if dealt else LEVELS
    earlier = [one for one in range(max(row.first, index - BACK), index) if _is_level(row, one, levels)]
    heads = (*VISITS.get(per.below, (per.below,)), *(("个",) if dealt and per.below == "人" else ()))
    counts = [one for one in earlier if base(row.quantity(one).unit) in heads or is_called(row, one, per.below)]
    totals = [one for one in earlier if one not in counts and base(row.quantity(one).unit) == per.above]
    if not counts or not totals or not _are_together(row, counts[-1], totals[-1], index):
        return
    if (len(counts) > 1 and counts[-2] > totals[-1]) or (len(totals) > 1 and totals[-2] > counts[-1]):
        return
    if any(len(each) > 1 and JOINED.fullmatch(row.between(*each[-2:])) for each in (counts, totals)):
        return  # 新建25座、改建40座: it is shared out over both
    count, total = row.quantity(counts[-1]), row.quantity(totals[-1])
    per = replace(per, below=base(count.unit), mean=True)
    relation = verify(Triple(per, count, total), row.figures[index].before)
    if relation.verdict is Verdict.INCONSISTENT:
        relation = _of_outer(row, index, per, counts, totals) or relation
    behind = row.between(counts[-1], totals[-1]) if counts[-1] < totals[-1] else ""
    if relation.verdict is Verdict.INCONSISTENT and "；" in behind and is_in_list(row, counts[-1]):
        return  # 游客286万人次，其中外国人113万人次，其他174万人次；花费18.6亿美元: of all of them
    yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _of_outer(row: Row, index: int, per: PerUnit, counts: Sequence[int], totals: Sequence[int]) -> Relation | None:
    """What a count further back fits to the dot, with a part of it told between: 24万人次，最多一天4.2万人次."""
    for count in counts[-2::-1]:
        relation = verify(Triple(per, row.quantity(count), row.quantity(totals[-1])), row.figures[index].before)
        if relation.verdict is Verdict.CONSISTENT and relation.lenient != AVERAGED:
            return relation
    return None


def _is_level(row: Row, one: int, levels: Sequence[Act]) -> bool:
    """Whether a number before the value can be what is shared out or over how many."""
    quantity, before = row.quantity(one), row.before(one)
    if (
        is_one(quantity)
        or not NARROW.issuperset(quantity.hedges)
        or row.figures[one].bracket
        or quantity.unit_class is UnitClass.PER
    ):
        return False
    if row.cues[one].act not in levels or OPEN.search(before) or MEAN_PRICE.search(before) or APART.search(before[-8:]):
        return False
    return quantity.value > 1 and per_unit(row, one) is None


def _are_together(row: Row, *members: int) -> bool:
    """Whether the three are of one matter: near each other, with no other time or rest between."""
    first, last = min(members), max(members)
    text = row.text[row.clause(first) : row.starts[last]]
    by_heads = BY_HEADS.search(row.text[: row.clause(last)][-NEAR_BY:]) is not None
    near = row.figures[last].clause - row.figures[first].clause <= CLAUSES + by_heads
    return near and len(text) <= LENGTH and OTHER.search(row.text[row.starts[first] : row.starts[last]]) is None
