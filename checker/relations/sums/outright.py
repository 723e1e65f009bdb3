"""Sentences of which all amounts of one unit are a whole and its parts, the whole first or last.

Words of putting together (加起来, 由…组成, 三类) tie them whatever they come to: 男队9人，女队8人，加起来17人.
Weaker ones (全村, 共, 另有) and none at all tie only what comes out to the dot, the weaker the larger the whole must
be. Changes (由12人增至20人) are no parts.
"""

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from fractions import Fraction
from itertools import accumulate, pairwise

from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act
from checker.relations.judge import is_coarse_slip
from checker.relations.sums import kinds, parted_times
from checker.relations.sums.exclusive import lack_a_quarter
from checker.relations.sums.gathering import COUNTS, HELD_BEHIND, go_both_ways
from checker.relations.sums.leaving import is_other_matter
from checker.relations.sums.netted import is_trade
from checker.relations.sums.row import MEAN, NONE_ADD, OPEN, PEOPLE, Row, Sum, base_of, counts_parts
from checker.spans import Span

JOINED = pattern("[、和及与]|以及")
FEWEST, MOST, BEFORE = 3, 10, 24
"""How many amounts of one unit such a sentence has, and how far before the first of them a word can tie them."""


class Tie(IntEnum):
    """How surely words tie amounts to a sum."""

    NONE = 0
    WEAK = 1
    STRONG = 2
    CLOSED = 3


TOGETHER = pattern(
    r"相加|加起来|加在一?[起块]|合在一?[起块]|合起来|合到一起|加总|凑[成足齐够出满]|拢共|统共|拢总|合并起来|加一块|两者之和|算在一起"
)
SO_MANY = pattern(f"(?:^|[，,；;])(?P<count>[{COUNTS}两])[\u4e00-\u9fff]{{1,3}}?(?:{TOGETHER.pattern})[^，。；]*$")
"""两笔|合起来: so many of the last amounts."""
MADE_OF = pattern(r"由(?=(?P<parts>[^。；;]{0,80}?(?:构成|组成|凑成|拼成)))")
WEAK = pattern(
    r"共|全[^年面力新部文体会]|总[^是理统经裁书干工会监结]"
    r"|——|一行|另有|另外|此外|再加|加上|算上|外加|连同|分别|依次|分为|分成|合"
)
NEXT = pattern(
    r"[\u4e00-\u9fff]{0,6}[，,、；：:][^，,。；：:、比较增减]{0,12}|[\u4e00-\u9fff]{0,4}[和与及][\u4e00-\u9fff]{0,8}"
)
EXPECTED = pattern("预计|计划|拟|有望")
"""第二批还没开班，预计|160人: no part yet."""

LISTED_WITH = pattern(r"[\u4e00-\u9fff]{1,8}(?:[、和与及]|以及)")
TOLD_SUM = pattern(r"(?:共|总|合计|一行|全[校村镇乡县市区州省班队组场院馆园家]|上路|[这该]所)[^，。；、0-9]{0,8}$")
NAME_BESIDE = pattern("(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2}$")
WIDE = pattern("全[乡镇县市区州省村]")
PLACE = pattern("[庄村镇乡县市区州屯寨沟湾堡](?:[出有来][了人]?|共有?|[：:])*$")
"""张庄出了38人，李庄出了45人，全乡92人: the places named may not be all there are."""

LIST_ITEM = pattern("(?:[、和与及]|以及)[\u4e00-\u9fff]{1,8}")
ALL_THESE = pattern("[，,](?P<these>这|那|这一共|这总共|合起来这)?")
CLOSING = pattern(
    "[\u4e00-\u9fff]{0,5}[，,](?:(?:全[县市区镇乡村校厂院州旗队]|两地|三地)?[一总]?共计?|总计|合计|[^，。；、0-9]{0,6}总(?:产能|投资|面积|产量|里程|长度?|数|量|额|价|造价|重量?|收入|支出|费用))[^，。；、0-9比较增减]{0,6}"
)
PART_CLAUSE = pattern("[\u4e00-\u9fff]{0,4}[，,、][^，。；、0-9]{1,10}")
OTHER_PART = pattern(
    "其中|[比较超去前]|同期|增|减|每|最|平均|计划|预计|第[一二三四五六七八九十]|[不未没]|(?:[还只仅尚仍]|结)[剩余有]|欠|[退还扣]"
)
CLOSING_LEAST, HALF = 5, Fraction(1, 2)
"""What the last clause sums up in so many words, and what makes a part none of it."""

CONVERTED, YIELD = pattern("(?:折合?|约合|合)(?:成|为|约)?$"), pattern("[亩单]产[^，。；]{0,4}$")
"""亩产402斤；一共收豆180.9万斤，折合904.5吨: what is told of one, and what is told again in another unit."""

LEAST_SUM = 20
"""A smaller sum is missed by one digit too often to tell a slip."""

ALL = pattern(r"(?:共计|合计|总计|一共|总共|共)[\u4e00-\u9fff]{0,8}$")
ITEM = pattern(r"[，,、：:；;](?!比|较|同比|增|减|新)[\u4e00-\u9fffA-Z]{1,6}")
LISTED = pattern(r"(?<![一二三四五六特优中高初同平])等(?![级候待奖])|左右|其中|包括|以上|以下|之[一内]")
COMPARED = pattern(r"[比较](?!赛|例|重|武|拼)|[多少]于|相差|[增减降涨跌升]|超|剩|高出|同期|提高")
FLOW = pattern("[流转][入出]|买入|卖出")
OF_WHOLE = pattern(r"天数|全程|全长|共|总|前后|历时|用时|耗时|加起来|合计|全部")
"""What a length of time is called that holds others: 全程两小时."""

SORTS = frozenset(("个季度", "部分", "口人", *"口类项种批组路块季者支班场节轮段笔期档份处片"))
"""What parts are counted by: 三类案件, 兵分两路."""

LEAST = {Tie.NONE: (100, 20), Tie.WEAK: (8, 5), Tie.STRONG: (0, 0), Tie.CLOSED: (0, 0)}
"""How many of its last printed digit a whole must be, of two parts and of more, for a fit to be no chance."""

SIBLINGS = pattern("[、和与及]")
"""分别新增|2160个、900个、500个和760个: the first of a row is no sum of the others."""
TIMES = frozenset(("秒", "分", "分钟", "小时", "个小时", "天", "个月"))


def summed(row: Row) -> Iterator[Sum]:
    """Every whole with its parts that are all a sentence tells of a unit."""
    if len(row.figures) - row.first < FEWEST:
        return
    for group in _groups(row):
        for whole, parts in ((group[0], group[1:]), (group[-1], _last_so_many(row, group))):
            one = None if _is_told_again(row, whole, parts) else _sum(row, whole, parts)
            if one:
                yield one
                break
        else:
            yield from _runs(row, group)


def _last_so_many(row: Row, group: Sequence[int]) -> Sequence[int]:
    """The parts of the last amount; no more than it says: 月租6.8万元，…欠47.6万元，电费3.9万元，两笔合起来51.5万元."""
    *parts, whole = group
    said = SO_MANY.search(row.text[row.clause(whole) : row.starts[whole]])
    told = COUNTS.index(said["count"].replace("两", "二")) + 2 if said else len(parts)
    return parts[-told:]


def _runs(row: Row, group: Sequence[int]) -> Iterator[Sum]:
    """停航三次，分别停了9小时10分、6小时50分和11小时30分，加起来27小时30分: a list in one breath and its sum."""
    for whole in group[FEWEST - 1 :]:
        if not TOGETHER.search(row.between(whole - 1, whole)):
            continue
        first = whole - 1
        while first > max(row.first, whole - MOST) and JOINED.fullmatch(row.between(first - 1, first)):
            first -= 1
        parts = range(first, whole)
        if len(parts) > 1 and all(one in group for one in parts):
            one = _sum(row, whole, parts)
            if one:
                yield one


def _groups(row: Row) -> Iterator[list[int]]:
    """The amounts of the sentence by unit, where there are three and more."""
    found: dict[str, list[int]] = {}
    for index in range(row.first, len(row.figures)):
        quantity = row.quantity(index)
        if quantity.unit_class in (UnitClass.RATE, UnitClass.POINTS, UnitClass.NONE) or counts_parts(row, index):
            continue
        found.setdefault(base_of(quantity), []).append(index)
    for group in found.values():
        if FEWEST <= len(group) <= MOST:
            yield group


def _adds(row: Row, index: int) -> bool:
    """Whether a figure is an amount, or a length of time, that others can be added to."""
    quantity = row.quantity(index)
    if quantity.unit_class is UnitClass.DURATION:
        before = row.before(index)[-12:]
        return quantity.unit.name in TIMES and not MEAN.search(before) and not NONE_ADD.search(before)
    return row.adds(index) or row.opens_costs(index)


def _is_named_alike(row: Row, whole: int, parts: Sequence[int]) -> bool:
    """Whether a part behind a semicolon bears the name of what should be the whole: 1路单向73班；2路单向35班."""
    name = NAME_BESIDE.search(row.before(whole))
    alike = [one for one in parts if name and row.before(one).endswith(name[0])]
    return any("；" in row.between(one - 1, one) or "；" in row.between(whole, one) for one in alike)


def _is_told_again(row: Row, whole: int, parts: Sequence[int]) -> bool:
    """Whether a number tells another in its own unit, or a part is of one of many."""
    return CONVERTED.search(row.before(whole)) is not None or any(YIELD.search(row.before(one)) for one in parts)


def _sum(row: Row, whole: int, parts: Sequence[int]) -> Sum | None:
    quantities = tuple(map(row.quantity, parts))
    total = row.quantity(whole)
    sizes = [_rough(one) for one in (total, *quantities)]
    if not sizes[0] / 2 <= sum(sizes[1:]) <= sizes[0] * 2 or max(sizes[1:]) > sizes[0]:
        return None
    if any(one.value <= 0 or one.hedges for one in quantities) or not _one_level(row, whole, parts):
        return None
    if whole < parts[0] and (SIBLINGS.fullmatch(row.between(whole, parts[0])) or _is_named_alike(row, whole, parts)):
        return None
    gap = sum((_size(one) for one in quantities), Fraction(0)) - _size(total)
    tie, words = _tie(row, whole, parts)
    lasts = total.unit_class is UnitClass.DURATION
    near = gap == 0 if lasts else abs(gap) <= _slack(total, quantities)
    near = near and not is_coarse_slip((total, *quantities), abs(gap), HALF)
    if not near and (is_other_matter(row, parts[-1]) or (whole < parts[0] and _closes_early(total, quantities))):
        return None
    if not near and _leaves_open(row, whole, parts):
        return None
    if not near and ((tie == Tie.WEAK and not _in_a_row(row, whole, parts)) or _is_of_the_row(row, whole, parts)):
        return None
    if not near and (tie < Tie.WEAK or total.hedges or _size(max(quantities, key=_size)) >= _size(total)):
        return None
    if tie < Tie.STRONG and (_size(total) < LEAST[tie][len(parts) > 2] * _grain((total, *quantities))):
        return None
    if tie < Tie.STRONG and _moves(row, whole, parts):
        return None
    return Sum(total, quantities, (words,), exhaustive=True, likely=not near, slip=not near and tie < Tie.CLOSED)


def _leaves_open(row: Row, whole: int, parts: Sequence[int]) -> bool:
    """Whether the parts need not come to the whole: one is told nowhere, is but expected, or went."""
    leads = [row.before(one) for one in parts]
    if lack_a_quarter(leads, row.before(whole)) or any(map(EXPECTED.search, leads)) or go_both_ways(leads):
        return True
    return whole < parts[0] and is_trade(row, parts[0], parts[-1])


def _closes_early(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the first of the parts are already all: 两村1200人，甲村700人，乙村500人，|外出务工300人."""
    sums = list(accumulate(map(_size, parts)))
    return _size(total) in sums[1:-1]


def _is_one_of_them(row: Row, counted: int, whole: int, part: int) -> bool:
    """Whether the first is called as those counted are: 白班40人，夜班30人，两班共配备老师傅20人."""
    kind = row.quantity(counted).unit.name[-1:]
    return kind in row.before(whole) and kind in row.before(part)


def _one_level(row: Row, whole: int, parts: Sequence[int]) -> bool:
    """Whether whole and parts stand outside of brackets, and nothing leaves the list open, or is but its first."""
    if kinds.is_first_of_series(row, whole, parts[0]):
        return False
    first, last = min(whole, parts[0]), max(whole, parts[-1])
    if any(row.figures[one].bracket or not _adds(row, one) for one in (whole, *parts)):
        return False
    if row.quantity(whole).unit_class is UnitClass.DURATION and not OF_WHOLE.search(_lead(row, whole)):
        return False
    text = row.text[row.starts[first] : row.starts[last]]
    return OPEN.search(text) is None and LISTED.search(text) is None


def _tie(row: Row, whole: int, parts: Sequence[int]) -> tuple[Tie, Span]:
    """The words that tie the parts to the whole, and how surely."""
    first, last = min(whole, parts[0]), max(whole, parts[-1])
    start, end = max(row.passage.span.start, row.starts[first] - BEFORE), row.quantity(last).span.end
    before, behind = (parts[-1], whole) if whole > parts[0] else (None, parts[0])
    told = start if before is None else row.quantity(before).span.end
    match = TOGETHER.search(row.text, told, row.starts[behind]) or _made_of(row, whole, parts)
    if match:
        return Tie.STRONG, Span(*match.span())
    counted = _counted(row, len(parts), {whole, *parts})
    if counted is not None and not (whole < parts[0] and _is_one_of_them(row, counted, whole, parts[0])):
        return Tie.STRONG, row.quantity(counted).span
    if _are_all_times(row, whole, parts):
        return Tie.STRONG, row.figures[whole].before
    taken_up = _taken_up(row, whole, parts)
    if taken_up is not None:
        return taken_up, row.figures[whole].before
    if _closes_all(row, whole, parts):
        return Tie.CLOSED, row.figures[whole].before
    match = WEAK.search(row.text, start, end)
    if match and _plainly(row, whole, parts):
        return Tie.STRONG, Span(*match.span())
    return (Tie.WEAK, Span(*match.span())) if match else (Tie.NONE, row.figures[whole].before)


def _taken_up(row: Row, whole: int, parts: Sequence[int]) -> Tie | None:
    """博士14名、硕士22名，这36名弟子: a list in one breath, and right behind it all of them by one name."""
    listed = all(LIST_ITEM.fullmatch(row.between(one, two)) for one, two in pairwise(parts))
    if whole != parts[-1] + 1 or not listed or not row.called_after(whole):
        return None
    behind = ALL_THESE.fullmatch(row.between(parts[-1], whole))
    return None if behind is None else Tie.STRONG if behind["these"] else Tie.WEAK


def _in_a_row(row: Row, whole: int, parts: Sequence[int]) -> bool:
    """Whether a list of counts and their sum stand one behind the other: 男生612人、女生588人，全校共1200人."""
    order = [whole, *parts] if whole < parts[0] else [*parts, whole]
    counted = all(row.quantity(one).unit_class is UnitClass.COUNT and row.quantity(one).place == 0 for one in order)
    if not counted or row.quantity(whole).value < LEAST_SUM or order != list(range(order[0], order[-1] + 1)):
        return False
    if TOLD_SUM.search(row.before(whole)) is None or (
        WIDE.search(row.before(whole)) and all(PLACE.search(row.before(one)) for one in parts)
    ):
        return False
    gaps = [row.between(one, two) for one, two in pairwise(order)]
    units = {row.quantity(one).unit.name for one in order}
    return all(NEXT.fullmatch(gap) for gap in gaps) and (len(units) == 1 or units <= {*PEOPLE})


def _closes_all(row: Row, whole: int, parts: Sequence[int]) -> bool:
    """Whether the last clause sums up the clauses before it: 企业捐款20万元，个人捐款8.5万元，共筹集善款28.5万元."""
    order = [*parts, whole]
    if (
        whole < parts[0]
        or order != list(range(order[0], order[-1] + 1))
        or not CLOSING.fullmatch(row.between(parts[-1], whole))
    ):
        return False
    gaps = [row.between(one, two) for one, two in pairwise(parts)]
    plain = all(PART_CLAUSE.fullmatch(gap) for gap in gaps) and not any(
        map(OTHER_PART.search, [row.before(parts[0]), *gaps])
    )
    if WIDE.search(row.before(whole)) and all(PLACE.search(row.before(one)) for one in parts):
        return False
    held = HELD_BEHIND.match(row.text, row.quantity(whole).span.end)
    return plain and not held and row.quantity(whole).value >= CLOSING_LEAST


def _is_of_the_row(row: Row, whole: int, parts: Sequence[int]) -> bool:
    """Whether the first number is itself one of a list: 50枚金牌、30枚银牌和19枚铜牌, none of which is their sum."""
    order = [whole, *parts]
    listed = all(LISTED_WITH.fullmatch(row.between(one, two)) for one, two in pairwise(order))
    return whole < parts[0] and listed and order == list(range(order[0], order[-1] + 1))


def _plainly(row: Row, whole: int, parts: Sequence[int]) -> bool:
    """Whether a sum is told and nothing but its parts behind it: 共有学校120所，小学70所，初中50所。"""
    if whole > parts[0] or ALL.search(row.before(whole)) is None:
        return False
    names = [ITEM.fullmatch(row.between(one - 1, one)) for one in parts]
    if all(names) and kinds.is_one_of(row.before(whole), [one[0][1:] for one in names if one]):
        return False
    last = row.quantity(parts[-1]).span.end
    return all(names) and (last == row.passage.span.end or row.text[last] in "。；;！\n")


def _made_of(row: Row, whole: int, parts: Sequence[int]) -> re.Match[str] | None:
    """11人由5名教师和6名家长组成, 由5名教师和6名家长组成的11人."""
    start = row.quantity(whole).span.end if whole < parts[0] else row.passage.span.start
    match = MADE_OF.search(row.text, start, row.passage.span.end)
    if match is None:
        return None
    held = match.end() <= row.starts[parts[0]] and row.starts[parts[-1]] < match.end("parts")
    return match if held and (whole < parts[0] or match.end("parts") <= row.starts[whole]) else None


def _counted(row: Row, count: int, known: set[int]) -> int | None:
    """Where the sentence says how many parts there are: 三类, 两路."""
    for index in range(row.first, len(row.figures)):
        quantity = row.quantity(index)
        if index not in known and quantity.value == count and quantity.unit.name in SORTS and not quantity.hedges:
            return index
    return None


def _lead(row: Row, index: int) -> str:
    """The words before a figure in its clause, and those of the clause before."""
    return row.text[max(row.passage.span.start, row.starts[index] - 16) : row.starts[index]]


def _are_all_times(row: Row, whole: int, parts: Sequence[int]) -> bool:
    """Whether the parts are of times that make up that of the whole: 上午…，下午…，全天….

    Words of a time may be figures of their own (一天), and belong to what stands behind them.
    """
    order = (whole, *parts) if whole < parts[0] else (*parts, whole)
    ends = [row.passage.span.start, *(row.quantity(one).span.end for one in order)]
    leads = [row.text[max(row.clause(one), end) : row.starts[one]] for one, end in zip(order, ends, strict=False)]
    if whole < parts[0]:
        return parted_times.make_up(leads[1:], leads[0], first=True)
    return parted_times.make_up(leads[:-1], leads[-1])


def _moves(row: Row, whole: int, parts: Sequence[int]) -> bool:
    """Whether a change is told, of which one level, the other and the difference would fit as well, or flows."""
    acts = [row.cues[one].act for one in parts]
    if any(act in (Act.RISE, Act.FALL, Act.FROM, Act.TO) for act in acts) or row.cues[whole].act is Act.FROM:
        return True
    if any(row.past(one) for one in parts):
        return True
    first, last = min(whole, parts[0]), max(whole, parts[-1])
    if FLOW.search(row.text, row.passage.span.start, row.starts[last]):
        return True
    end = row.starts[last] if row.cues[whole].act is not Act.TO else row.starts[parts[-1]]
    return len(parts) < FEWEST and COMPARED.search(row.text, row.quantity(first).span.end, end) is not None


def _size(quantity: Quantity) -> Fraction:
    return quantity.value * quantity.unit.factor


def _rough(quantity: Quantity) -> float:
    return float(quantity.value) * float(quantity.unit.factor)


def _slack(total: Quantity, parts: Sequence[Quantity]) -> Fraction:
    """How far rounded parts can be from their sum: half of a last place each."""
    return sum(((one.place or 0) * one.unit.factor for one in (total, *parts)), Fraction(0)) / 2


def _grain(numbers: Sequence[Quantity]) -> Fraction:
    """What one of the last printed digit is worth, of the roughest number; tens where all are round."""
    if numbers[0].unit_class is UnitClass.DURATION:
        return min(one.unit.factor for one in numbers)
    places = max((one.place or 1) * one.unit.factor for one in numbers)
    while all(_size(one) % (places * 10) == 0 for one in numbers):
        places *= 10
    return places
