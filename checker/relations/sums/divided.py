"""Parts that are told by what they are called: closed classifications, balances of two flows, and 中有."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act
from checker.relations.naming import is_shared
from checker.relations.sums import classes, judging
from checker.relations.sums.among import rated
from checker.relations.sums.row import OPEN, Row, Sum, fits, low, same_unit
from checker.spans import Span

SEEN = pattern(r"从([\u4e00-\u9fff]{2})(?:[\u4e00-\u9fff]{0,4})看")
LEFT = pattern(r"(?:为|达到?|约|是|有|人数|[:：])+$")
OTHER_SPAN = pattern("上年|累计|年末|滚存|历年|[本当上]周|[本上]月")
"""A balance of another time than the flows beside it."""

CHOSEN = pattern(r"[\u4e00-\u9fff“”A-Za-z、]{0,16}?(?<![初高附])[中里]面?(?:[，,]|$|[\u4e00-\u9fff“”]{0,24}?有)")
WITHIN = pattern(r"[\u4e00-\u9fff“”A-Za-z、]{0,16}?(?:(?<![初高附])[中里]|当中|之中)[，,]")
ENDED = pattern(r"[\u4e00-\u9fff“”A-Za-z]{0,12}[，,：:]")
ORIGIN = pattern("来自|产自|出自|属于|位于|分布在|坐落在")
"""What only one of several groups can be said of one thing."""

HAS = pattern(r"[有占](?:了|去|约|近|超过?)?$")
TIGHT = pattern(r"[、和及与]")
CAME_IN = pattern(
    r"(?:受理|接到|收到|接报|征集|排查|检查|抽检|抽查|立案|接访|登记|梳理|摸排|发现)(?:了|出|各类|群众|邻里|居民|企业)*[\u4e00-\u9fff]{0,8}$"
)
WENT_OUT = pattern(
    r"[\u4e00-\u9fff]{0,4}[，,](?:已经?|成功|全部|当场|其中)*(?:调成|调解成功|办结|解决|化解|整改|结案|审结|侦破|破获|合格|采纳|答复|回复|销号)(?:完成|了)?$"
)
REST = pattern("(?:^|[，,；;])(?:其余|余下|剩余|剩下)的?[^，。；]{0,6}$")
BESIDES = pattern("除(?!夕|草|湿|尘|雪|险|名)")
LINK = pattern("(?:[为是约有占]|达到?|分别)+$")
MANY = 20
"""Two numbers that come to one of this size or more do so by chance seldom."""

NEAR, GAP = 60, 48
"""How many characters around the parts are looked at for members left out, and behind a whole for 中有."""


def classified(row: Row) -> Iterator[Sum]:
    """受访者2864人中，男性1386人、女性1478人: all members of a closed classification behind their whole."""
    index = row.first
    while index < len(row.figures):
        members = _members(row, index)
        if members:
            whole = _whole_of(row, members)
            if whole is not None:
                listed = _listed(row, whole, members)
                words, parts = row.figures[members[0]].before, tuple(row.quantity(one) for one in listed)
                likely = len(listed) > len(members) or _usual(row, members)
                yield Sum(row.quantity(whole), parts, (words,), exhaustive=True, likely=likely)
            index = members[-1]
        index += 1


def _members(row: Row, first: int) -> list[int]:
    """The figures from this one on that are members of one closed classification, all of them."""
    for each in _rows_of(row, first):
        at = _member(row, each, first)
        if at is None:
            continue
        found, seen = [first], {at}
        for index in range(first + 1, min(first + 10, len(row.figures))):
            if not row.adds(index) or row.figures[index].bracket:
                continue
            if not same_unit(row.quantity(index), row.quantity(first)):
                continue
            at = _member(row, each, index)
            if at is None or at in seen:
                break
            found.append(index)
            seen.add(at)
        if len(found) >= each.least:
            return found
    return []


def _listed(row: Row, whole: int, members: Sequence[int]) -> Sequence[int]:
    """The members with those behind them that fill what they leave of the whole, or are told as they are: 境外观众."""
    total, listed = row.quantity(whole), list(members)
    if _makes_up(row, listed, total):
        return members
    ends = {LINK.sub("", row.before(one))[-2:] for one in members}
    alike = list(members)
    for index in range(members[-1] + 1, len(row.figures)):
        if not (same_unit(row.quantity(index), total) and row.adds(index)) or "；" in row.between(index - 1, index):
            break
        listed.append(index)
        if _makes_up(row, listed, total):
            return listed
        if alike[-1] == index - 1 and len(ends) == 1 and LINK.sub("", row.before(index)).endswith(min(ends)):
            alike.append(index)
    return alike


def _makes_up(row: Row, parts: Sequence[int], whole: Quantity) -> bool:
    one = Sum(whole, tuple(row.quantity(index) for index in parts), (), exhaustive=True)
    return judging.judged(one)[1].verdict is Verdict.CONSISTENT


def _rows_of(row: Row, index: int) -> Iterator[classes.Row]:
    """The classifications that a figure can be a member of."""
    if not row.adds(index):
        return iter(())
    before, after = row.before(index).rpartition("、")[2], row.called_after(index)
    numbers = {*classes.memberships(before), *classes.memberships(after)}
    return (classes.rows()[number] for number in sorted(numbers))


def _member(row: Row, each: classes.Row, index: int) -> int | None:
    """Which member a figure is by the words before it, or (for counts) after it. An increment is none."""
    at = classes.member(each, row.before(index).rpartition("、")[2])
    counted = row.quantity(index).unit_class is UnitClass.COUNT
    if at is None and counted:
        at = classes.member(each, row.called_after(index))
    return at if counted or row.cues[index].act is Act.LEVEL else None


def _whole_of(row: Row, members: Sequence[int]) -> int | None:
    """The nearest level before the members that their classification divides."""
    names = [row.before(index).rpartition("、")[2] for index in members]
    topic = SEEN.search(row.text, max(0, row.clause(members[0]) - 16), row.starts[members[0]])
    for index in range(members[0] - 1, max(-1, members[0] - 8), -1):
        if row.figures[index].bracket or not row.adds(index):
            continue
        if not same_unit(row.quantity(index), row.quantity(members[0])) or row.past(index):
            continue
        if row.cues[index].act not in (Act.LEVEL, Act.TO, Act.SUM) or _has_share(row, index):
            continue
        whole = row.before(index) + row.figures[index].after.of(row.text)[:16]
        if index < row.first and _is_other_part(row, index, members):
            continue
        if (topic and topic[1] not in whole) or not row.one_period(index, members[0]) or _member_of_any(whole):
            continue
        return index if _divided(row, members, names, whole) else None
    return None


def _has_share(row: Row, index: int) -> bool:
    """Whether a level is itself told as a share: 一日游游客550万人次，占36.9%；省外游客…."""
    rate = index + 1
    return rate < len(row.figures) and row.figures[rate].is_rate and is_shared(row.between(index, rate))


def _is_other_part(row: Row, index: int, members: Sequence[int]) -> bool:
    """Whether a number of the sentence before is less than a part: 其他收入1.4亿元 is no whole of 国内收入18亿元."""
    size = row.quantity(index).value * row.quantity(index).unit.factor
    return any(row.quantity(one).value * row.quantity(one).unit.factor > size for one in members)


def _member_of_any(name: str) -> bool:
    """Whether a number is itself a part by its name: 乡村消费品零售额 is no whole of 商品零售 and 餐饮."""
    return bool(classes.memberships(name))


def _divided(row: Row, members: Sequence[int], names: Sequence[str], whole: str) -> bool:
    after = [row.called_after(index) for index in members]
    each = classes.complete(names, whole) or classes.complete(after, whole)
    return each is not None and not _left_out(row, each, members, (*names, *after))


def _usual(row: Row, members: Sequence[int]) -> bool:
    """Whether the members are all there are in ordinary use only."""
    told = {number for index in members for number in classes.memberships(row.before(index) + row.called_after(index))}
    return bool(told) and all(classes.rows()[number].likely for number in told)


def _left_out(row: Row, each: classes.Row, members: Sequence[int], names: Sequence[str]) -> bool:
    """Whether a member stands there that no figure of ours gives: 22上涨, 2只持平, 3只下跌."""
    named = {classes.member(each, name) for name in names}
    start, end = row.starts[members[0]] - NEAR, row.quantity(members[-1]).span.end + 8
    around = row.text[max(row.passage.span.start, start) : end]
    return any(classes.says(around, word) for at, words in enumerate(each.members) if at not in named for word in words)


def balanced(row: Row) -> Iterator[Sum]:
    """出口 − 进口 = 顺差: the first is the whole, the second and the difference are its parts."""
    if row.letters.isdisjoint(classes.left_ends()):
        return
    for index in range(max(row.first, 2), len(row.figures)):
        before = LEFT.sub("", row.before(index))
        if not before.endswith(classes.left_over()):
            continue
        if OTHER_SPAN.search(before):
            continue
        for first, second, lefts in classes.balances():
            if not before.endswith(lefts):
                continue
            less, whole = _called(row, second, index), _called(row, first, index)
            if less is not None and whole is not None:
                words = row.figures[index].before
                yield Sum(row.quantity(whole), (row.quantity(less), row.quantity(index)), (words,), exhaustive=True)
                break


def _called(row: Row, words: Sequence[str], before: int) -> int | None:
    """The nearest figure before that a word of a balance names."""
    for index in range(before - 1, max(-1, before - 8), -1):
        alike = same_unit(row.quantity(index), row.quantity(before))
        level = row.cues[index].act in (Act.LEVEL, Act.TO) and row.figures[index].bracket == 0
        if alike and level and any(_names(row, index, word) for word in words):
            return index
    return None


def _names(row: Row, index: int, word: str) -> bool:
    """Whether a figure is called so: before it, or by what it counts (3857亿元逆回购到期)."""
    return classes.says(row.before(index), word) or row.called_after(index).endswith(word)


def chosen(row: Row) -> Iterator[Sum]:
    """70个城市中，…的有20个: the parts behind 中有, in the sentence of their whole."""
    for whole in range(row.first, len(row.figures) - 1):
        start = row.quantity(whole).span.end
        match = CHOSEN.match(row.text, start, min(row.passage.span.end, start + GAP))
        if not match or OPEN.search(match[0]) or not _counted(row, whole) or row.quantity(whole).is_article:
            continue
        word, parts = Span(*match.span()), list(_chosen_parts(row, whole, match.end()))
        if len(parts) > 1 and "分别" in row.before(parts[0]):
            yield from (Sum(row.quantity(whole), (row.quantity(part),), (word,)) for part in parts)
        elif parts and (len(parts) > 1 or not rated(row, parts[0])):
            yield Sum(row.quantity(whole), tuple(row.quantity(part) for part in parts), (word,))


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
        if not told or row.quantity(whole).is_article:
            continue
        parts = _side_by_side(row, whole)
        origins = {origin[0] for part in parts if (origin := ORIGIN.match(row.before(part)))}
        of_one_sort = len(origins) == 1 and all(ORIGIN.match(row.before(part)) for part in parts)
        one = Sum(row.quantity(whole), tuple(map(row.quantity, parts)), (Span(*told.span()),))
        equal = sum(each.value for each in one.parts) == one.whole.value and not any(each.hedges for each in one.parts)
        few = 1 if within or one.whole.value >= MANY else 2
        if len(parts) > few and ((within and of_one_sort) or equal):
            yield one


def _side_by_side(row: Row, whole: int) -> list[int]:
    """The figures behind a whole that are counted as it is, up to the first that is not."""
    parts: list[int] = []
    for part in range(whole + 1, min(whole + 12, len(row.figures))):
        if not same_unit(row.quantity(whole), row.quantity(part)) or not row.adds(part):
            break
        parts.append(part)
    return parts


def remaining(row: Row) -> Iterator[Sum]:
    """中断公路37条，已抢通31条，其余6条…: what is left makes up the whole with the number before it."""
    for last in range(row.first + 2, len(row.figures)):
        if not REST.search(row.before(last)) or not row.adds(last):
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
            if others and not equal:
                continue
            yield Sum(row.quantity(whole), parts, (row.figures[last].before,), exhaustive=True, likely=not equal)


def staged(row: Row) -> Iterator[Sum]:
    """受理纠纷31起，调成29起: of what came in, so many went out."""
    for whole in range(row.first, len(row.figures) - 1):
        part = whole + 1
        went = WENT_OUT.match(row.between(whole, part))
        came = CAME_IN.search(row.before(whole)) if went else None
        if not came or not same_unit(row.quantity(whole), row.quantity(part)) or not _counted(row, whole):
            continue
        if row.quantity(whole).unit_class is UnitClass.COUNT and not rated(row, part):
            yield Sum(row.quantity(whole), (row.quantity(part),), (Span(*came.span()),), likely=True)
