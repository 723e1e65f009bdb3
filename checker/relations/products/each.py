"""product: what any one takes or brings, how many there are, and what that makes, told one after the other.

一台洗衣机要装46颗螺丝，一天下线1500台，光螺丝就是6.9万颗; 按一桌6斤鱼预备，500桌就是3000斤. A rate over a time is
made a total by a longer one: 每秒提水20立方米，一小时就是7.2万立方米. Any verb may stand in 一台…要装: the three are
the only numbers of their kinds and the last is told as a sum, and what does not fit is for a reader to look at.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities import units
from checker.quantities.model import Hedge, Unit, UnitClass
from checker.relations.adverbs import adverbs
from checker.relations.cues import Act
from checker.relations.elsewhere import THEN
from checker.relations.products import in_all
from checker.relations.products.bought import OTHERS
from checker.relations.products.rates_per import AHEAD_OF, APART, NONE_PER, PLAIN, PerUnit, base, doubled, is_one
from checker.relations.products.triple import Triple, verify
from checker.relations.record import Relation
from checker.relations.sums.row import Row

ANY = pattern(
    "(?:^|[^第十百千万亿零一二三四五六七八九十几这那唯同])(?P<mean>平均)?(?P<any>每|一)(?P<words>[\u4e00-\u9fff]{1,14})$"
)
"""一台洗衣机要装, 每张票, 按一桌: of any one of them."""

LEAD = f"(?:(?:全|这|一)[\u4e00-\u9fff]{{1,3}}?|这样|那么|算|加)?(?:{adverbs()})*"
SUM = pattern(
    f"{LEAD}(?:(?:合|加|连)起来(?:每[\u4e00-\u9fff]{{1,3}}?)?(?:就|便)?[是有为]?|就是|便是|下来|起来|算来|(?:合计|总计|共计?|一共|总共|拢共|[前先]后)[\u4e00-\u9fff]{{0,3}}|(?<=全[剧书片套程])|累计[\u4e00-\u9fff]{{0,4}}"
    f"|光[\u4e00-\u9fff]{{0,4}}?|总[\u4e00-\u9fff]{{1,3}}|[就便][得要能会可][\u4e00-\u9fff]{{0,3}})(?:[为是约达了有要就便]|{adverbs()}|人民币)*"
)
NOUNED = pattern("^(?![全这一])[\u4e00-\u9fff]{1,5}?(?=(?:一共|总共|合计|总计|累计|共)(?!有的|同))")
"""20支|代表队|共: what is counted stands between the number and the word of all."""

MONEY_SUM = pattern(
    f"{LEAD}(?:光[\u4e00-\u9fff]{{0,4}}?)?(?:就|便)?(?:[门车船机电毛总]?票?收入|进账|[到领拿挣赚分]到手?|到手|入账|票房|[换卖收捧]回|营业额|销售额|货款|花[了费去掉]?|挣了?|卖了?|收了?|付了?)"
    f"(?:[为是约达了有]|{adverbs()}|人民币)*"
)
NOT_ANY = pattern(
    "[了过起比降增涨跌另赔亏折]|优惠|补贴|奖|罚|押金|定金|以[上下内]|不等|左右|第一|最[多少高低大小]|其中|上限|目标|计划"
)
DONE = pattern("[了过]")
"""每人备了三瓶 is told of everyone; 一头牛卖了 of a certain one."""

WHOSE = {"个人": "人", "个家庭户": "户", "个家庭": "户"}
"""What counts people, and homes, though it begins like 每个."""

IN_HAND = "[一-鿿]{{0,6}}?(?:人手|每人|一人|人均|每户|一户|户均)一{0}"
"""1150名学生人手一套: so many sets as heads."""

PAST = pattern(f"{THEN}|原来|原先")
CAPACITY = pattern("[能可够]")
"""一趟车能拉40人: as many as it takes, not what it took."""

RECKONED = pattern("(?:就|便|即)[是能可有]|[能可够][\u4e00-\u9fff]?$")
"""8.4万台一年就是, 20趟能拉: the sum of what all of them can take."""

REDUCED = pattern("半价|免票|免费|优惠|打折|折扣|减免|赠|老人|学生|儿童")
EACH, MONEY, HEADS = "每", "元", frozenset({"人", "户", "名", "个"})
BEFORE_TICKET, TICKET_PRICE = "票", "一张票"
"""成人票|每张80元: the ticket is named before its price."""

CROWD = 100
"""Of more visitors some paid less, whatever one ticket costs."""

TICKET, VISITORS = pattern("[\u4e00-\u9fff]{0,3}票"), frozenset({"人", "人次", "名", "位", "口"})
TIMES = {name: units.unit(name).factor for name in ("秒", "分钟", "小时", "天")}
SURE_TIMES = frozenset({("秒", "分钟"), ("秒", "小时"), ("分钟", "小时")})
"""Over so short a time nothing stops; a day may be one of eight hours."""

FLOWS = pattern(
    "(?:[可能将共就便要]|可以|能够)*(?:下泄|泄洪|排[水出]|抽[水排]|输送|流[过出入]|发出|生产|处理|喷出|消耗|通过)(?:水量|流量|总量)?(?:[为是达约了]|达到)*"
)
SPEEDS = {"米/秒": "秒", "公里/小时": "小时"}
KILOWATT_HOUR, DEGREE = units.unit("千瓦时"), "度"
SCALES = frozenset("百千万亿")
AVERAGE, CUT = pattern("平均(?=[每一])|[合加连]起来"), pattern("[；。！？]")
"""What says of a mean, or of all together, nothing else; and what parts one matter from another."""

TIME = pattern("[一每全这](?:整|个)?([天日年月周])")
DAILY = pattern("(?:合计|总共|一共|全部|总的)?(?:[每一全](?=[天日月年周])个?)?([天日月年周])均?[\u4e00-\u9fff]{0,6}$")
SAME_TIME = {**{one: one for one in "天月年周"}, "日": "天"}
LEVELS = (Act.LEVEL, Act.SUM, Act.TO)
NEAR_ENOUGH = frozenset((Hedge.ABOUT, Hedge.NEAR, Hedge.JUST_OVER, Hedge.MORE))
"""Hedges that leave a value and a sum of its size: 一百五十元出头, 五百四十多万元."""

BACK, AHEAD = 3, 7
"""How many figures before and after the number the count and the sum may stand."""

LEFT = pattern("剩|余下|其余|没(?:用|上|动|吃|喝|卖|来得及)|未(?:用|上|动|消费|使用)")
WORTH = pattern(
    f"[^，。；0-9]{{0,4}}[，,]?(?:按(?:这个|原|买)?价(?:钱|格)?|折(?:下来|合|算下来|算|价)?|算(?:下来|起来)?|[，,]|{adverbs()}|一共|总共|应该?|该|可|能|得|要)*"
    "(?:值|合|折|是|有|退回?|卖|换|抵|剩)(?:了|着|得)?"
    f"(?:{adverbs()})*"
)
CHEAPER = pattern("[0-9一二三四五六七八九两]折|打折|优惠|减免|扣除|手续费|违约金|赠")
"""剩的43节，|折下来还值: at the price that was paid, and no other."""

LENGTH, CLAUSES, FEWEST, NOUN = 64, 3, 3, 3
"""How many characters it takes to tell the three, and how many clauses apart two of them stand."""


@dataclass(frozen=True, slots=True)
class AnyOne:
    """What any one of a kind takes or brings, its unit, and the words between that and the number."""

    per: PerUnit
    unit: Unit
    words: str = ""


def told(row: Row) -> Iterator[Relation]:
    """Every product of what any one takes or brings."""
    for index in range(row.first, len(row.figures)) if len(row.figures) - row.first >= FEWEST else ():
        found = None if is_one(row.quantity(index)) else _any_one(row, index)
        if found:
            near = range(max(row.first, index - BACK), min(index + AHEAD, len(row.figures)))
            own = [one for one in near if not is_one(row.quantity(one))]
            over = doubled(row, index) != ""
            yield from _counted(row, own, index, found, over=over) or (
                _in_a_day(row, own, index, found)
                if over
                else _lasting(row, own, index, found) or _left(row, own, index, found)
            )


def _any_one(row: Row, index: int) -> AnyOne | None:
    quantity = row.quantity(index)
    if quantity.value <= 0 or row.cues[index].act not in LEVELS or not set(quantity.hedges) <= NEAR_ENOUGH:
        return None
    if quantity.unit_class is UnitClass.SPEED and quantity.unit.name in SPEEDS:
        return AnyOne(PerUnit(quantity, "米", "秒", quantity.unit.factor), units.unit(SPEEDS[quantity.unit.name]))
    if quantity.unit_class is UnitClass.PER and quantity.unit.per:
        above, unit = quantity.unit.base.partition("/")[0], quantity.unit.per
        words = TICKET_PRICE if row.before(index).endswith(BEFORE_TICKET) else ""
        return AnyOne(PerUnit(quantity, above, base(unit), quantity.unit.factor), unit, words)
    match = ANY.search(_lead(row, index)) if quantity.unit_class not in NONE_PER else None
    spelt = units.spelling(match["words"], 0) if match else ""
    whose = next((name for name in WHOSE if match and match["words"].startswith(name)), "")
    if not match or not (spelt or whose):
        return None
    words = match["words"][len(whose or spelt) :]
    unit = units.unit(WHOSE[whose] if whose else PLAIN.get(spelt, spelt))
    done = DONE.sub("", words, count=1) if match["any"] == EACH else words
    if NOT_ANY.search(done) or APART.search(words) or AHEAD_OF.search(f"{EACH}{words}"):
        return None
    mean, factor = match["mean"] is not None, quantity.unit.factor / unit.factor
    return AnyOne(PerUnit(quantity, base(quantity.unit), base(unit), factor, "", mean), unit, words)


def _lead(row: Row, index: int) -> str:
    """The words of its clause before a number, articles (一台) among them."""
    before = [
        one.quantity.span.end for one in row.figures[max(row.first, index - BACK) : index] if not is_one(one.quantity)
    ]
    return row.text[max([row.clause(index), *before]) : row.starts[index]]


def _counted(row: Row, own: Sequence[int], index: int, one: AnyOne, *, over: bool) -> list[Relation]:
    """The product with the only number of such things in the sentence, and the only sum behind both.

    What any one takes ``over`` a time (每台一年能织) is summed up over such a time only.
    """
    per = one.per
    below = {per.below} | (VISITORS if TICKET.match(one.words) else frozenset())
    counts = [each for each in own if each != index and base(row.quantity(each).unit) in below]
    counts = counts or [each for each in own if each != index and _in_hand(row, each, one)]
    counts = counts or [each for each in own if each < index and _by_noun(row, each, one)]
    totals = [each for each in own if each not in (index, *counts) and _base(row, each, per) == per.above]
    if len(counts) != 1 or len(totals) != 1:
        return []
    if over and not _is_over_it(row, index, counts[0], totals[0]):
        return []
    told = _is_told(row, own, index, counts[0], totals[0])
    if not told and not in_all.is_one_matter(row, own, index, counts[0], totals[0]):
        return []
    count, total = row.quantity(counts[0]), row.quantity(totals[0])
    total = (
        replace(total, unit=KILOWATT_HOUR) if per.above == base(KILOWATT_HOUR) and total.unit.name == DEGREE else total
    )
    if count.value <= 1 or count.hedges or row.cues[counts[0]].act not in LEVELS:
        return []
    if base(count.unit) != per.below:
        per = replace(per, below=base(count.unit))
    relation = _judged(row, index, Triple(per, count, total))
    if not told:
        return [relation] if in_all.is_slip(relation, Triple(per, count, total)) else []
    end = min(row.passage.span.end, total.span.end + LENGTH)
    visited = per.above == MONEY and base(count.unit) in VISITORS and not _in_hand(row, counts[0], one)
    crowd = one.words == TICKET_PRICE and count.value > CROWD
    reduced = visited and (crowd or REDUCED.search(row.text, row.clause(index), end))
    can = CAPACITY.search(one.words) and not RECKONED.search(_lead(row, totals[0]))
    open_ = can or reduced
    return [relation] if relation.verdict is Verdict.CONSISTENT or not open_ else []


def _is_over_it(row: Row, index: int, count: int, total: int) -> bool:
    """Whether a sum is told right behind the count as that of the same time: 每台一年能织2.5万双，8.4万台一年就是."""
    time = TIME.search(_lead(row, index))
    behind = row.text[row.quantity(count).span.end : row.quantity(total).span.start]
    told = TIME.search(behind) if index < count < total else None
    return time is not None and told is not None and time[1] == told[1]


def _in_a_day(row: Row, own: Sequence[int], index: int, one: AnyOne) -> list[Relation]:
    """320台车，每台一天平均送450件，日均|配送14.4万件: all of them in the time that each is told for."""
    behind, ahead = ([each for each in own if each > index], [each for each in own if each < index])
    time = TIME.search(_lead(row, index))
    if not behind or not ahead or time is None or base(row.quantity(ahead[-1]).unit) != one.per.below:
        return []
    count, total = ahead[-1], behind[0]
    told = DAILY.match(row.text[row.clause(total) : row.starts[total]])
    alike = (
        base(row.quantity(total).unit) == one.per.above
        and told is not None
        and SAME_TIME[told[1]] == SAME_TIME[time[1]]
    )
    near = (
        row.figures[total].clause - row.figures[index].clause
        == 1
        == row.figures[index].clause - row.figures[count].clause
    )
    plain = all(not row.quantity(each).hedges and row.cues[each].act in LEVELS for each in (count, total))
    if not alike or not near or not plain or PAST.search(row.text, row.clause(count), row.starts[total]):
        return []
    return [_judged(row, index, Triple(replace(one.per, mean=True), row.quantity(count), row.quantity(total)))]


def _in_hand(row: Row, count: int, one: AnyOne) -> bool:
    """Whether each of so many heads has one: of 校服每套260元，1150名学生人手一套 the count is that of the heads."""
    end = row.quantity(count).span.end
    heads = base(row.quantity(count).unit) in HEADS
    return heads and pattern(IN_HAND.format(one.unit.name)).match(row.text, end, row.passage.span.end) is not None


def _by_noun(row: Row, count: int, one: AnyOne) -> bool:
    """Whether a count is of things called as what the value is of: 6个小组, 每组."""
    words = row.text[row.quantity(count).span.end :][:NOUN]
    return row.quantity(count).unit.name == "个" and len(one.unit.name) == 1 and one.unit.name in words


def _base(row: Row, index: int, per: PerUnit) -> str:
    """What a total is reckoned in; 度 of power are kilowatt-hours."""
    unit = row.quantity(index).unit
    return base(KILOWATT_HOUR if unit.name == DEGREE and per.above == base(KILOWATT_HOUR) else unit)


def _lasting(row: Row, own: Sequence[int], index: int, one: AnyOne) -> list[Relation]:
    """每秒20立方米，一小时就是7.2万立方米: the longer time stands right before the sum."""
    times = [index + 1, index + 2]
    if one.unit.name not in TIMES or times[-1] >= len(row.figures):
        return []
    time, total = (row.quantity(each) for each in times)
    longer = TIMES.get(time.unit.name)
    alike = base(total.unit) == one.per.above and row.figures[times[0]].clause == row.figures[times[1]].clause
    if longer is None or longer <= TIMES[one.unit.name] or not alike:
        return []
    flows = (one.unit.name, time.unit.name) in SURE_TIMES and _flows_on(row, index, *times)
    if not (flows or _is_told(row, own, index, *times)):
        return []
    relation = _judged(row, index, Triple(one.per, time, total))
    sure = relation.verdict is Verdict.CONSISTENT or (one.unit.name, time.unit.name) in SURE_TIMES or relation.by_slip
    return [relation] if sure else []


def _left(row: Row, own: Sequence[int], index: int, one: AnyOne) -> list[Relation]:
    """买了60节，一节320元，…剩的43节，折下来|还值1.376万元: what is left, at the price of any one of all."""
    for count, total in pairwise(each for each in own if each > index):
        alike = base(row.quantity(count).unit) == one.per.below and base(row.quantity(total).unit) == one.per.above
        near = row.figures[total].clause - row.figures[count].clause <= 1
        if not alike or not near or not LEFT.search(row.text[row.clause(count) : row.starts[count]]):
            continue
        start = row.quantity(count).span.end
        exact = not row.quantity(count).hedges and set(row.quantity(total).hedges) <= NEAR_ENOUGH
        worth = WORTH.fullmatch(row.text, start, row.starts[total]) and exact
        apart = CUT.search(row.text, row.starts[index], start) or CHEAPER.search(row.sentence(total))
        return (
            [_judged(row, index, Triple(one.per, row.quantity(count), row.quantity(total)))]
            if worth and not apart
            else []
        )
    return []


def _flows_on(row: Row, index: int, time: int, total: int) -> bool:
    """每秒泄洪600立方米，一小时下泄|216万立方米: so much flows by, told right behind, and nothing of more or less."""
    near = time == index + 1 and row.figures[time].clause - row.figures[index].clause == 1
    between = row.between(index, time) + row.between(time, total)
    return near and FLOWS.fullmatch(row.between(time, total)) is not None and not PAST.search(between)


def _is_told(row: Row, own: Sequence[int], *members: int) -> bool:
    """Whether the last of the three is told as their sum, with no other number or matter between them."""
    first, last = min(members), max(members)
    if last != members[-1] or any(first <= one <= last and one not in members for one in own):
        return False
    total = row.quantity(last)
    start = row.clause(first)
    text = row.text[start : min(total.span.end, start + LENGTH + 1)]
    near = row.figures[last].clause - row.figures[first].clause <= CLAUSES
    whole = AVERAGE.sub("", text)
    if len(text) > LENGTH or not near or CUT.search(text) or OTHERS.search(whole) or PAST.search(text):
        return False
    lead = _lead(row, last)
    noun = NOUNED.match(lead)
    if noun and noun[0] in row.text[start : row.quantity(members[0]).span.start]:
        lead = lead[noun.end() :]
    money = total.unit_class is UnitClass.MONEY and MONEY_SUM.fullmatch(lead) is not None
    return (money or SUM.fullmatch(lead) is not None) and set(total.hedges) <= NEAR_ENOUGH


def _judged(row: Row, index: int, triple: Triple) -> Relation:
    per, count, total = triple.per, triple.count, triple.total
    price = per.quantity.unit_class is UnitClass.MONEY and not per.mean and per.quantity.value.denominator == 1
    if price and per.quantity.numeral[-1:] not in SCALES:
        per = replace(per, quantity=per.quantity.as_exact())
    told = Triple(per, count.as_exact() if is_one(count) else count, total)
    relation = verify(told, row.figures[index].before)
    return replace(relation, doubtful=True) if relation.verdict is Verdict.INCONSISTENT else relation
