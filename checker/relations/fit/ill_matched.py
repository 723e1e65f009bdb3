"""What speaks against a total and its parts, however well the numbers add up."""

from collections.abc import Sequence
from itertools import pairwise

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act
from checker.relations.fit.divisions import OVERALL
from checker.relations.fit.level import Level
from checker.relations.fit.pool import Pool
from checker.relations.naming import pairs, shared_end

PROFIT, OF_PROFIT = pattern("利润|净利|盈利|盈余|亏损"), pattern("[利盈亏损益]|收支")
"""What is earned is no part of what is taken in: 营收4.2亿元，净利润0.6亿元."""

AGAINST = pattern("(?:同比|环比|[比较][上去前]年[^，。；增减]{0,3})(?:[多少](?:[增减降收支卖]|流[入出])?)$")
"""同比多|1186亿元 is by how much two times differ, and no part of what is told for one of them."""

THINGS, STOP = "个", pattern("[；;]")
"""What all sorts of things are counted by; what parts two lists of one sentence."""

MARKS = pattern("[，,。；;：:（(]")
NOUN = pattern("[\u4e00-\u9fff]{0,12}")
NEAR, GAP = 4, 40
"""How many numbers, and how many characters, may stand between two of one list."""

MOVES = frozenset((Act.RISE, Act.FALL))
"""What rose and what fell come to a balance, of two only: 减收10万元, of which 增收5万元 and 减收15万元."""

REACH = 40
"""How many characters before a total are read for what it is."""

APART = 2
"""So many sentences behind its parts a total may stand that no word calls a sum."""


def ill_matched(pool: Pool, total: Level, parts: Sequence[Level], stride: int) -> bool:
    """Whether these can be no total and parts."""
    if _is_open(total) and total.act is not Act.SUM:
        return True
    if len({AGAINST.search(one.lead) is None for one in (total, *parts)}) > 1:
        return True
    if len(parts) > 2 and len({one.act for one in (total, *parts)} & MOVES) > 1:
        return True
    if any(PROFIT.search(one.lead) for one in parts) and not OF_PROFIT.search(_words(total)):
        return True
    things = parts[0].key == THINGS
    if total in pool.wholes[parts[0].paragraph] or (total.act is Act.SUM and not (things and total.at < parts[0].at)):
        return False
    if things and stride == 1 and (_is_cut(pool, total, parts) or _counts_others(total, parts)):
        return True
    if total.sentence - parts[-1].sentence >= APART and not OVERALL.search(total.lead):
        return True
    if stride > 1:
        return len(parts) > 2 and not all(shared_end(one.lead, two.lead) for one, two in pairwise(parts))
    return False


def of_price(pool: Pool, one: Level) -> bool:
    """Whether it is a change of a price, which adds to no other: 黄金收盘于每克480元，跌2元."""
    last = pool.next(one, -1) if one.moves else None
    near = last is not None and last.sentence == one.sentence
    return last is not None and near and last.quantity.unit_class in (UnitClass.PER, UnitClass.INDEX)


def _words(level: Level) -> str:
    """The words around a number by which it may be called."""
    start, end = level.quantity.span.start, level.quantity.span.end
    behind = MARKS.split(level.passage.text[end : end + 4])[0]
    return level.passage.text[max(level.passage.span.start, start - REACH) : start] + behind


def _is_open(total: Level) -> bool:
    """Whether it is no more than a bound: 1000万元以上."""
    return total.quantity.interval.high is None


def _is_cut(pool: Pool, total: Level, parts: Sequence[Level]) -> bool:
    """Whether the same list holds more numbers of their kind than the parts: 8个 and 8个 out of 4个, 8个, 8个, 6个."""
    return any(
        other is not None
        and other.value != total.value
        and _of_one_list(*sorted((one, other), key=lambda each: each.at))
        for one, other in ((parts[0], _nearest(pool, parts[0], -1)), (parts[-1], _nearest(pool, parts[-1], 1)))
    )


def _counts_others(total: Level, parts: Sequence[Level]) -> bool:
    """Whether nouns behind the numbers call other things than the total: 18个特色镇, 3个经开区, 13个园区."""
    nouns = [
        pairs("".join(NOUN.findall(one.passage.text, one.quantity.span.end, one.quantity.span.end + 12)[:1]))
        for one in (total, *parts)
    ]
    return all(nouns) and any(nouns[0].isdisjoint(each) for each in nouns[1:])


def _nearest(pool: Pool, one: Level, step: int) -> Level | None:
    """The next number of its kind on one side, if it is near."""
    near = (pool.next(one, step * away) for away in range(1, NEAR))
    return next((other for other in near if other is not None and other.key == one.key), None)


def _of_one_list(one: Level, two: Level) -> bool:
    """Whether two numbers stand side by side, neither in a bracket, and no semicolon parts them."""
    gap = one.passage.text[one.quantity.span.end : two.quantity.span.start]
    beside = one.sentence == two.sentence and len(gap) <= GAP and STOP.search(gap) is None
    return beside and not one.moves and not two.moves and one.figure.bracket == two.figure.bracket
