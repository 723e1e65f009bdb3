"""Parts that are told in words: balances of two flows, 中有, what is left of a whole, what came of what came in."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act
from checker.relations.elsewhere import MEANS
from checker.relations.said_again import says_again
from checker.relations.sums import classes
from checker.relations.sums.again import is_told_again
from checker.relations.sums.among import rated
from checker.relations.sums.own_account import is_anothers, is_parents
from checker.relations.sums.row import OPEN, Row, Sum, fits, is_one_thing, low, same_unit
from checker.relations.sums.wholes import is_carried
from checker.spans import Span

LEFT = pattern(r"(?:为|达到?|约|是|有|人数|[:：])+$")
OTHER_SPAN = pattern("上年|累计|年末|滚存|历年|[本当上]周|[本上]月")
"""A balance of another time than the flows beside it."""

OF_PEOPLE, MIGRATED = pattern("人口净"), pattern("迁[入出移]|机械|流[入出动]")
"""Births and deaths leave what a population gained or lost only where nobody moved."""

CHOSEN = pattern(
    r"[\u4e00-\u9fff“”A-Za-z、]{0,16}?(?<![初高附手途空心口眼掌])[中里]面?(?:[，,]|$|[\u4e00-\u9fff“”]{0,24}?有)"
)
WITHIN = pattern(r"[\u4e00-\u9fff“”A-Za-z、]{0,16}?(?:(?<![初高附手途空心口眼掌])[中里]|当中|之中)[，,]")
ENDED = pattern(r"[\u4e00-\u9fff“”A-Za-z]{0,12}[，,：:]")
ORIGIN = pattern("来自|产自|出自|属于|位于|分布在|坐落在")
"""What only one of several groups can be said of one thing."""

NOUN_BEHIND = pattern("[^，。]{0,20}[中里][，,](?:有)?(?![已未能可正])[\u4e00-\u9fff]{1,10}")
NOUN = pattern("[\u4e00-\u9fff]{0,6}[、和][\u4e00-\u9fff]{1,10}")
HAS = pattern(r"[有占](?:了|去|约|近|超过?)?$")
TIGHT = pattern(r"[、和及与]")
ONE_IN, FEW = pattern("就有$"), 20
EACH = pattern(f"{MEANS}|[县区市乡镇村校]均|每|各")
"""10个县中，每个县有12个: none of ten."""

CAME_IN = pattern(
    r"(?:受理|接到|收到|接报|征集|排查|检查|抽检|抽查|立案|接访|登记|梳理|摸排|发现)(?:了|出|各类|群众|邻里|居民|企业)*[\u4e00-\u9fff]{0,8}$"
)
WENT_OUT = pattern(
    r"[\u4e00-\u9fff]{0,4}[，,](?:已经?|成功|全部|当场|其中)*(?:调成|调解成功|办结|解决|化解|整改|结案|审结|侦破|破获|不?合格(?:样品|产品|食品)?|采纳|答复|回复|销号)(?:完成|了)?$"
)
OUT = pattern("合格|达标")
"""抽检合格的526批次，不合格26批次: both went out."""

REST = pattern("(?:^|[，,；;])(?:其余|余下|剩余|剩下)的?[^，。；]{0,6}$")
WENT = pattern(
    "已|完成|[了掉]$|占[去了]?$|(?:卖|销|售|交|领|搬|退|修|通|用|花|捐|送|还|走|拆|发|抢通|解决|脱贫)(?:[出去走完]|了)?$"
)
ALL = pattern(
    f"[全共总原应现]|在[营建册校岗职编用产]|收|接|受理|征|采购|报名|参[加赛会]|[派出]动|投入|计划|合计|{CAME_IN.pattern}"
)
LEAD = 16
"""What makes a number a whole, so near before it."""

SHARED, NAMED = (
    pattern("(?:种植?|养殖?|栽|播|收获?|打|产|卖|售|买|购|捐|运|送|装|有)了?[\u4e00-\u9fff]{1,4}$"),
    pattern("[，,；;、]?[\u4e00-\u9fff]{0,3}[^的有，。；0-9]"),
)
"""全村种|水稻520亩，小麦310亩: one verb for both, which stand side by side."""

BESIDES = pattern("除(?!夕|草|湿|尘|雪|险|名|[去掉][^，。；外]{0,16}[，,])")
HELD = pattern("[有共全总计设建辖]|合计|^$")
"""What makes a number a whole of those behind it: 学校有6所，小学3所."""

GROUPS = frozenset("团组队会班社校院")
"""8个代表团中，有10个代表: who are in groups are no groups."""

MANY = 20
"""Two numbers that come to one of this size or more do so by chance seldom."""

NEAR, GAP = 60, 48
"""How many characters before a rest are looked at for 除, and behind a whole for 中有."""


DIVIDED = pattern("[^。；;]*?(?:其中|包括)[^。；;]*")
"""总收入86亿元，其中税收收入52亿元、非税收入34亿元."""


def balanced(row: Row) -> Iterator[Sum]:
    """出口 − 进口 = 顺差: the first is the whole, the second and the difference are its parts."""
    if row.letters.isdisjoint(classes.left_ends()):
        return
    known = set[tuple[int, int]]()
    for index in range(max(row.first, 2), len(row.figures)):
        before = LEFT.sub("", row.before(index))
        if not before.endswith(classes.left_over()):
            continue
        of_people = OF_PEOPLE.search(before) is not None
        if OTHER_SPAN.search(before) or OPEN.search(before):
            continue
        if of_people and MIGRATED.search(row.passage.words(row.passage.span)):
            continue
        for first, second, lefts in classes.balances():
            if not before.endswith(lefts):
                continue
            less = _called(row, second, index)
            whole = None if less is None else _whole(row, first, less, index)
            if less is None or whole is None or (whole, less) in known:
                continue
            known.add((whole, less))
            if not is_anothers(row, less, index):
                words = row.figures[index].before
                parts, rate = (row.quantity(less), row.quantity(index)), row.figures[index].is_rate
                closed = not is_parents(row, index)
                yield Sum(row.quantity(whole), parts, (words,), closed, likely=of_people, signed=rate)
                break


def _whole(row: Row, words: Sequence[str], less: int, left: int) -> int | None:
    """What two flows are of: 限额240亿元，其中一般限额90亿元，余额85亿元，剩余5亿元 is of the 90 that they come to."""
    own = _called(row, words, left, outer=False)
    if own is not None and row.quantity(own).value == row.quantity(less).value + row.quantity(left).value:
        return own
    return _called(row, words, left)


def _called(row: Row, words: Sequence[str], before: int, *, outer: bool = True) -> int | None:
    """The nearest figure before that a word of a balance names, or (``outer``) what that is a part of by that name."""
    found: int | None = None
    for index in range(before - 1, max(-1, before - 8), -1):
        alike = same_unit(row.quantity(index), row.quantity(before))
        level = row.cues[index].act in (Act.LEVEL, Act.TO) and row.figures[index].bracket == 0
        named = alike and level and any(_names(row, index, word) for word in words)
        spread = outer and found is not None and _divides(row, index, found)
        if named and (found is None or spread):
            found = index
    return found


def _divides(row: Row, whole: int, part: int) -> bool:
    return DIVIDED.fullmatch(row.text, row.quantity(whole).span.end, row.starts[part]) is not None


def _names(row: Row, index: int, word: str) -> bool:
    """Whether a figure is called so: before it, or by what it counts (3857亿元逆回购到期)."""
    return classes.says(row.before(index), word) or row.called_after(index).endswith(word)


VERBAL = pattern("[不是为在超达增降上升下出通开建完实投获入进得有无仍还同环保属涨跌回]|.[了过到成]|$")
"""Behind 有96个 it tells what they do: 通了自来水, and names no other thing."""


def chosen(row: Row) -> Iterator[Sum]:
    """70个城市中，…的有20个: the parts behind 中有, in the sentence of their whole."""
    for whole in range(row.first, len(row.figures) - 1):
        start = row.quantity(whole).span.end
        match = CHOSEN.match(row.text, start, min(row.passage.span.end, start + GAP))
        if not match or OPEN.search(match[0]) or not _counted(row, whole) or row.quantity(whole).is_article:
            continue
        if ONE_IN.search(match[0]) and row.quantity(whole).value <= FEW and row.quantity(whole + 1).is_article:
            continue  # 四个人里就有一个
        word, parts = Span(*match.span()), list(_chosen_parts(row, whole, match.end()))
        if len(parts) > 1 and "分别" in row.before(parts[0]):
            yield from (Sum(row.quantity(whole), (row.quantity(part),), (word,)) for part in parts)
        elif parts and (len(parts) > 1 or not (rated(row, parts[0]) or _is_of_others(row, whole, parts[0]))):
            yield Sum(row.quantity(whole), tuple(row.quantity(part) for part in parts), (word,))


def _is_of_others(row: Row, whole: int, part: int) -> bool:
    """Whether more are counted than there are, of things with a name of their own: 16个市中，有19个县区."""
    names = row.called_after(whole), row.called_after(part)
    group = names[0].startswith(names[1][:2]) and names[0][2:3] in GROUPS and names[1][2:3] not in GROUPS
    if not group and (is_one_thing(row, whole, part) or names[1][:1] in names[0] or VERBAL.match(names[1])):
        return False
    return not fits(row.quantity(whole), low(row.quantity(part)))


def _chosen_parts(row: Row, whole: int, start: int) -> Iterator[int]:
    """The counts behind 有. A second one only where it can still lie in the whole with the first: groups overlap."""
    least, last = Fraction(0), -1
    for part in range(whole + 1, min(whole + 8, len(row.figures))):
        if row.starts[part] < start or not _counted(row, part):
            continue
        if not same_unit(row.quantity(whole), row.quantity(part)):
            continue
        if not HAS.search(row.before(part)) and not (last == part - 1 and TIGHT.fullmatch(row.between(last, part))):
            return
        if EACH.search(row.before(part)):
            return
        least += low(row.quantity(part))
        if last >= 0 and not fits(row.quantity(whole), least):
            return
        last = part
        yield part


def _counted(row: Row, index: int) -> bool:
    return row.adds(index) or row.quantity(index).unit_class is UnitClass.DURATION


def placed(row: Row) -> Iterator[Sum]:
    """24款茶壶里，来自网店15款，来自商场9款: what comes from one place comes from no other.

    Whatever the parts are called, they are all there are where they come to the whole: 24款中，19款合格，5款有问题;
    4家工厂，2家做罐头，1家做豆粉，还有1家做包装.
    """
    for whole in range(row.first, len(row.figures) - 2):
        if not same_unit(row.quantity(whole), row.quantity(whole + 1)) or not row.adds(whole):
            continue
        start, stop = row.quantity(whole).span.end, row.passage.span.end
        within = WITHIN.match(row.text, start, min(stop, start + GAP))
        told = within or ENDED.match(row.text, start, min(stop, start + GAP))
        if not told or row.quantity(whole).is_article or (within is None and _is_one_of(row, whole)):
            continue
        parts = _side_by_side(row, whole)
        origins = {origin[0] for part in parts if (origin := ORIGIN.match(row.before(part)))}
        of_one_sort = len(origins) == 1 and all(ORIGIN.match(row.before(part)) for part in parts)
        one = Sum(row.quantity(whole), tuple(map(row.quantity, parts)), (Span(*told.span()),))
        equal = sum(each.value for each in one.parts) == one.whole.value and not any(each.hedges for each in one.parts)
        few = 1 if within or one.whole.value >= MANY else 2
        if any(row.past(part) or row.cues[part].act in (Act.RISE, Act.FALL) for part in parts):
            continue  # 41件，比前年的28件多了13件
        if within and len(parts) > 1 and REST.search(row.before(parts[-1])):
            yield replace(one, exhaustive=True, likely=not equal)  # 216家里，国企38家，民企151家，剩下的27家
        elif len(parts) > few and ((within and of_one_sort) or equal or (within and _listed(row, whole, parts))):
            yield one


def _listed(row: Row, whole: int, parts: Sequence[int]) -> bool:
    """Whether the parts are a list right behind 中，, with a noun before each: 6所学校中，小学3所、初中2所."""
    first = row.between(whole, parts[0])
    gaps = (row.between(one, two) for one, two in pairwise(parts))
    return NOUN_BEHIND.fullmatch(first) is not None and all(NOUN.fullmatch(each) for each in gaps)


def _is_one_of(row: Row, whole: int) -> bool:
    """Whether a number stands as those behind it do, with its noun before it and nothing behind: 小学6所，初中3所."""
    return not row.called_after(whole) and not HELD.search(row.before(whole))


def _side_by_side(row: Row, whole: int) -> list[int]:
    """The figures behind a whole that are counted as it is, up to the first that is not."""
    parts: list[int] = []
    for part in range(whole + 1, min(whole + 12, len(row.figures))):
        if parts and says_again(row.figures[parts[-1]], row.figures[part]):
            continue  # 封山育林5.1万亩（合3400公顷）
        if not same_unit(row.quantity(whole), row.quantity(part)) or not row.adds(part):
            break
        parts.append(part)
    return parts


def remaining(row: Row) -> Iterator[Sum]:
    """中断公路37条，已抢通31条，其余6条…: what is left makes up the whole with the number before it."""
    for last in range(row.first + 2, len(row.figures)):
        if not REST.search(row.before(last)) or not row.adds(last) or is_told_again(row, last - 1, last):
            continue
        part, whole = last - 1, last - 2
        alike = all(same_unit(row.quantity(last), row.quantity(one)) and row.adds(one) for one in (part, whole))
        levels = all(row.cues[one].act in (Act.LEVEL, Act.SUM) and not row.past(one) for one in (last, part, whole))
        listed = OPEN.search(row.before(whole)) or "，" not in row.between(whole, part)
        besides = listed or BESIDES.search(row.text, max(0, row.starts[whole] - NEAR), row.starts[last])
        if alike and levels and not besides and row.quantity(whole).value > row.quantity(part).value:
            parts = (row.quantity(part), row.quantity(last))
            equal = sum(one.value for one in parts) == row.quantity(whole).value
            others = any(same_unit(row.quantity(one), row.quantity(whole)) for one in range(row.first, whole))
            if not equal and (others or _of_wider(row, whole, last) or not divides(row, whole, part)):
                continue
            yield Sum(row.quantity(whole), parts, (row.figures[last].before,), exhaustive=True, likely=not equal)


def divides(row: Row, whole: int, part: int) -> bool:
    """Whether words make the first of two numbers the whole of the second: 全村120户, 120户，90户种茶, 已抢通31条.

    水稻520亩，小麦310亩，剩下的45亩种西瓜: those two stand side by side.
    """
    lead = row.before(part)
    bare = not lead.strip("，,；; ")
    if SHARED.search(row.before(whole)) and NAMED.fullmatch(lead):
        return False
    between = row.text[row.quantity(whole).span.end : row.starts[part]]
    if "占" in between and "；" in between:
        return False  # 民营企业226亿元，占总值的七成二；外企74亿元，余下的13亿元: one part beside another
    return bare or WENT.search(lead) is not None or ALL.search(row.sentence(whole)[-LEAD:]) is not None


def _of_wider(row: Row, whole: int, last: int) -> bool:
    """Whether the rest is that of a whole further back: 8名被困，发现3名，其中2人死亡，其余5名."""
    found = row.quantity(whole).value + row.quantity(last).value
    back = (row.quantity(one) for one in range(whole) if same_unit(row.quantity(one), row.quantity(last)))
    return any(one.value == found for one in back)


def staged(row: Row) -> Iterator[Sum]:
    """受理纠纷31起，调成29起: of what came in, so many went out."""
    for whole in range(row.first, len(row.figures) - 1):
        part = whole + 1
        went = WENT_OUT.match(row.between(whole, part))
        came = CAME_IN.search(row.before(whole)) if went else None
        if not came or OUT.search(came[0]) or not _counted(row, whole):
            continue
        alike = same_unit(row.quantity(whole), row.quantity(part))
        if (
            alike
            and row.quantity(whole).unit_class is UnitClass.COUNT
            and not (rated(row, part) or is_carried(row, whole, part))
        ):
            yield Sum(row.quantity(whole), (row.quantity(part),), (Span(*came.span()),), likely=True)
