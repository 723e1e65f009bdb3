"""A goal, how far it is reached and what is still wanting; what there was, what is gone and what is there yet.

还差4公里就修完了，全长18公里的路已经铺好14公里; 40台农机，借出去26台，院里还停着14台. The three are all that the
sentence tells of their unit, and words say of each which it is. Where 还差 names what is wanting of a goal, any fault
is one to look at; what is there yet may have come from elsewhere, so that a fault is told where one slip explains it.
"""

from collections.abc import Iterator, Sequence

from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act
from checker.relations.sums.divided import BESIDES
from checker.relations.sums.leaving import STILL
from checker.relations.sums.row import OPEN, Row, Sum, base_of

SIGNS = "差缺欠还剩只"
THREE, MOST, NEAR = 3, 5, 48
"""How many amounts of the unit the sentence tells, at the least and the most, and within how many characters."""

PART = 4
"""What misses more than such a part of the goal is told of another thing."""

LEVELS = (Act.LEVEL, Act.SUM, Act.TO, Act.FALL)
SHORT = pattern("(?:[还仅只就尚仍]|距[^，。；0-9]{0,6})(?:[差缺欠]|少)(?:着|了)?(?:整整|足足|近|约|大约)?$")
GOAL = pattern(
    "(?:目标|任务|计划|全长|全程|总[长共数额量程价]|[一总]共|需要?|应[有该]?|得|要|打算|满分|定员|编制)"
    "(?:[有是为种修建收筹凑交付栽造铺完成满植募招卖]|达到?)*[\u4e00-\u9fff]?$"
)
GOAL_BEHIND = pattern(
    "(?:[长高]?的)?[\u4e00-\u9fff]{0,4}(?:目标|任务|指标|计划|门槛|大关|关口|定额|满分|首付|彩礼|学费|手术费|全[程长])"
)
FROM_GOAL = pattern("(?:距离?|离)[^，。；0-9]{0,6}$")
"""离|36.00米的汛限水位还差: the goal stands with the word that says how far off it is."""

REACHED = pattern(
    "(?:已经?|才|刚|目前|眼下|如今|现在|只|仅|先后|陆续|累计|一共)[\u4e00-\u9fff]{0,6}$"
    "|(?:[\u4e00-\u9fff](?:到|好|完|出|下|起|成|上|齐|满|过)|[凑筹攒募捐报收交付招签植种修建铺跑走爬])了?$"
)
GONE = pattern(
    "[借送发领搬拿取用花吃喝卖捐寄运扔丢烧拆砍换走退撤关倒烂死碎坏输赔付分派调售支](?:出去?|掉|去|走|光|失|了)+$"
    "|(?:损[毁失坏]|报废|消耗|耗费|支出|售出|死亡|流失|淘汰|夭折|破损|退休|离开|离职|毕业|病故|去世|出院|回家|返乡)了?$"
)
YET = pattern(
    "(?:还有|还[停放存留摆躺堆压码囤养]着?|(?:[手库仓院店账卡兜袋罐棚圈][^，。；0-9]{0,4}|目前|如今|现在|眼下)"
    "(?:[还只仅就]|也就)*(?:有|存|剩下?))[^，。；0-9]{0,3}$"
)
UNDONE = pattern("[^，。；0-9]{0,6}?(?:没有?|未|等着|待)(?P<verb>[\u4e00-\u9fff])?")
"""还有120棵|没种."""

OTHER = pattern("[去上前往]年|同期|比|[较另]|此外|每|平均|增|新添|又[来进添买收]|补|追加|预计|其中|最[多少高低]")


def told(row: Row) -> Iterator[Sum]:
    """The whole with what is done, or gone, of it and what is not."""
    for three in _groups(row):
        text = row.text[row.clause(three[0]) : row.quantity(three[-1]).span.end]
        if len(text) <= NEAR and not OTHER.search(text) and not OPEN.search(text) and not BESIDES.search(text):
            if len(three) == THREE:
                yield from _short(row, three) or _left(row, three)
            else:
                yield from _left_of_several(row, three)


def _groups(row: Row) -> Iterator[Sequence[int]]:
    """The amounts of the sentence by unit, where there are three of one and a few more."""
    found: dict[str, list[int]] = {}
    for index in range(row.first, len(row.figures)):
        if row.quantity(index).unit_class not in (UnitClass.RATE, UnitClass.POINTS, UnitClass.NONE):
            found.setdefault(base_of(row.quantity(index)), []).append(index)
    for group in found.values():
        plain = THREE <= len(group) <= MOST and all(_is_plain(row, one) for one in group)
        if plain and (all(map(row.adds, group)) or any(FROM_GOAL.search(row.before(one)) for one in group)):
            yield group


def _is_plain(row: Row, one: int) -> bool:
    quantity = row.quantity(one)
    plain = not quantity.hedges and quantity.value > 0 and not row.figures[one].bracket and not row.past(one)
    return plain and row.cues[one].act in LEVELS


def _short(row: Row, three: Sequence[int]) -> list[Sum]:
    """The goal, what is reached and what is wanting, each by its own words."""
    rest = [one for one in three if _is_short(row, one) and not row.called_after(one).startswith("的")]
    goals = [one for one in three if one not in rest and _is_goal(row, one)]
    if len(rest) != 1 or len(goals) != 1:
        return []
    part = next(one for one in three if one not in (*rest, *goals))
    off = FROM_GOAL.search(row.before(goals[0])) and part < goals[0] and _is_near(row, goals[0], part, rest[0])
    if not (off or REACHED.search(row.before(part))):
        return []
    return [_sum(row, row.quantity(goals[0]).as_exact(), part, rest[0], slip=False)]


def _is_near(row: Row, goal: int, part: int, rest: int) -> bool:
    """Whether what is reached and what is wanting all but come to the goal."""
    whole, *parts = (row.quantity(one).value * row.quantity(one).unit.factor for one in (goal, part, rest))
    return abs(whole - sum(parts)) * PART <= whole


def _is_short(row: Row, one: int) -> bool:
    """Whether a number is told as what is wanting; 还有 tells it behind a goal: 离汛限水位36米还有1.4米."""
    before = row.before(one)
    off = one > row.first and before.endswith(("还有", "仅有", "只有")) and FROM_GOAL.search(row.before(one - 1))
    return SHORT.search(before) is not None or bool(off)


def _is_goal(row: Row, one: int) -> bool:
    behind = GOAL_BEHIND.match(row.text, row.quantity(one).span.end, row.passage.span.end)
    before = row.before(one)
    return behind is not None or GOAL.search(before) is not None or FROM_GOAL.search(before) is not None


def _left(row: Row, three: Sequence[int]) -> list[Sum]:
    """What there was first, what is gone or done of it, and what is there yet."""
    whole, part, rest = three
    lead = row.before(rest)
    undone = lead.endswith("还有") and UNDONE.match(row.text, row.quantity(rest).span.end, row.passage.span.end)
    done = undone and (REACHED.search(row.before(part)) or row.called_after(part).startswith(f"{undone['verb']}了"))
    gone = YET.search(lead) and GONE.search(row.before(part))
    if not (gone or done) or "已" in row.before(whole):
        return []
    return [_sum(row, row.quantity(whole), part, rest, slip=True)]


def _left_of_several(row: Row, group: Sequence[int]) -> list[Sum]:
    """60万元，装修用掉38万元，设备用掉15万元，只剩7万元: each part is gone, and the last is left."""
    whole, *parts, rest = group
    if not (STILL.search(row.before(rest)) or YET.search(row.before(rest))):
        return []
    if not all(GONE.search(row.before(one)) for one in parts) or GONE.search(row.before(whole)):
        return []
    told = tuple(row.quantity(one) for one in (*parts, rest))
    all_ = row.quantity(whole)
    missed = sum(one.value * one.unit.factor for one in told) != all_.value * all_.unit.factor
    return [Sum(all_, told, (row.figures[rest].before,), exhaustive=True, likely=missed, slip=missed)]


def _sum(row: Row, whole: Quantity, part: int, rest: int, *, slip: bool) -> Sum:
    """The three; a goal is just what it says, however it is printed."""
    parts = row.quantity(part), row.quantity(rest)
    missed = sum(one.value * one.unit.factor for one in parts) != whole.value * whole.unit.factor
    words = (row.figures[rest].before,)
    return Sum(whole, parts, words, exhaustive=True, likely=missed, slip=slip and missed)
