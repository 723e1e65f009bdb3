"""Parts that are told by what they are called: the members of a closed classification behind their whole."""

from collections.abc import Iterator, Sequence

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act
from checker.relations.naming import is_shared
from checker.relations.sums import classes, judging
from checker.relations.sums.row import OPEN, Row, Sum, same_unit

SEEN = pattern(r"从([\u4e00-\u9fff]{2})(?:[\u4e00-\u9fff]{0,4})看")
LINK = pattern("(?:[为是约有占]|达到?|分别)+$")
BESIDES = pattern("另有|另外|此外|还有")
"""总人口13015人，另有流动人口26人，男性7058人: what is told besides is not what is divided."""

AMONG = pattern("[\u4e00-\u9fff]{2,}[中里][，,]?有$")
"""落选作品中有|30件: some of a member, and not the member."""

ENDED, OTHERS = pattern("[。；;]"), pattern("比|占|其他|另|此外|同期|累计")
ALL = pattern("总|合计|共")
GENERIC = pattern(
    "外贸|对外|贸易|货物|总[值额量计数]?|合计|共计?|地区|国内|实现|完成|年末|社会|地方|一般|基本|财政|公共|全年|[今本当去上]年|常住|户籍|人[口数]|产量|收入"
    "|数?额|[全本我该][国省市县区州]|累计|为|达到?|约|是|有|的|[，,、0-9年月日]"
)
"""What the name of a whole may hold that narrows it to none of its parts."""

WIDER = pattern("全[国省市县区州]|中央|地方|本级")
SAME_PERIOD = "同期"
SEX, MOST = pattern("[男女]"), 8
NEAR = 60
"""How many characters around the parts are looked at for members left out."""


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
            elif (behind := _whole_behind(row, members)) is not None:
                parts = tuple(row.quantity(one) for one in members)
                yield Sum(row.quantity(behind), parts, (row.figures[behind].before,), exhaustive=True, likely=True)
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
    name = row.before(index).rpartition("、")[2]
    if AMONG.search(name):
        return None
    at = classes.member(each, name)
    counted = row.quantity(index).unit_class is UnitClass.COUNT
    if at is None and counted:
        at = classes.member(each, row.called_after(index))
    return at if counted or row.cues[index].act is Act.LEVEL else None


def _whole_of(row: Row, members: Sequence[int]) -> int | None:
    """The nearest level before the members that their classification divides."""
    names = [row.before(index).rpartition("、")[2] for index in members]
    topic = SEEN.search(row.text, max(0, row.clause(members[0]) - 16), row.starts[members[0]])
    beside = False
    opened = _opened(row, members[0])
    for index, anew in _levels_before(row, members[0]):
        share = "" if index == opened else _share(row, index)
        if row.cues[index].act not in (Act.LEVEL, Act.TO, Act.SUM) or is_shared(share) or (share and beside):
            beside |= bool(share)
            continue
        whole = row.before(index) + row.figures[index].after.of(row.text)[:16]
        apart = index < row.first or "；" in row.text[row.starts[index] : row.starts[members[0]]]
        if index < row.first and _is_other_part(row, index, members):
            continue
        if apart and _is_made_up(row, index, len(members)):
            continue
        if (topic and topic[1] not in whole) or not row.one_period(index, members[0]):
            continue
        if SEX.search(whole) if anew and all(map(SEX.match, names)) else _member_of_any(whole, names):
            continue  # what is divided anew is all of it, be it 学生 (教师 and 学生)
        if _is_told_before(row, index, members) or (_is_listed(row, index) and _is_other_part(row, index, members)):
            continue  # 其中全程8000人、半程7000人；男选手1.3万人: not the last of a list, but what that is of
        return index if _divided(row, members, names, whole) else None
    return None


def _levels_before(row: Row, first: int) -> Iterator[tuple[int, bool]]:
    """The levels of their unit before the members, the nearest first, with whether others have divided it.

    Of what has been divided already none of the parts is told.
    """
    outer = len(row.figures)
    for index in range(first - 1, max(-1, first - 8), -1):
        if row.figures[index].bracket or not row.adds(index):
            continue
        if not same_unit(row.quantity(index), row.quantity(first)) or _is_past(row, index):
            continue
        if BESIDES.search(row.before(index)) or row.held_against(index):
            continue
        found = _divided_by(row, index)
        outer = outer if found is None else min(outer, found)
        if index <= outer or outer == len(row.figures):
            yield index, index == outer


def _whole_behind(row: Row, members: Sequence[int]) -> int | None:
    """The level right behind the members that is called as their classification asks: 税收…，非税…，一般公共预算收入….

    Growth told of the last member may stand between; nothing of a wider region or of another time may.
    """
    names = [row.before(index).rpartition("、")[2] for index in members]
    behind = (index for index in range(members[-1] + 1, len(row.figures)) if not _is_growth(row, index))
    index = next(behind, None)
    if index is None or members[0] < row.first or row.figures[index].bracket or not row.adds(index):
        return None
    whole, gap = row.before(index), row.between(members[-1], index)
    level = row.cues[index].act in (Act.LEVEL, Act.TO, Act.SUM) and same_unit(
        row.quantity(index), row.quantity(members[0])
    )
    if not level or OPEN.search(gap) or ENDED.search(gap) or OTHERS.search(gap) or row.past(index):
        return None
    each = classes.complete(names, whole)
    if each is None or not (each.needs or ALL.search(whole)) or not each.bars or _member_of_any(whole, names):
        return None
    rest = GENERIC.sub("", pattern("|".join(each.needs) or ALL.pattern).sub("", whole))
    lead = row.text[max(row.passage.span.start, row.starts[members[0]] - NEAR) : row.starts[members[0]]]
    if rest and rest not in lead:
        return None  # 机电产品进出口
    wider = any(word not in lead for word in WIDER.findall(whole))
    return None if wider or _left_out(row, each, members, names) else index


def _is_growth(row: Row, index: int) -> bool:
    return row.figures[index].is_rate or row.cues[index].act in (Act.RISE, Act.FALL)


def _opened(row: Row, first: int) -> int | None:
    """The level that the 其中 of the members is told of, though it is a share itself: 72人，占42.9%，其中女生40人."""
    if not OPEN.search(row.before(first)):
        return None
    before = range(first - 1, max(row.first, first - 3) - 1, -1)
    return next((one for one in before if same_unit(row.quantity(one), row.quantity(first))), None)


def _is_past(row: Row, index: int) -> bool:
    """Whether a level is of another time than the members: not where it is the first one told, and they go with it."""
    return row.past(index) and (index > row.first or SAME_PERIOD in row.before(index))


def _share(row: Row, index: int) -> str:
    """The words from a level to the share that it is itself told as: 省外游客550万人次|，占|36.9%; empty for none.

    Of two that are told so beside each other neither is a whole: 应届生占考生总数的82.8%，往届生占17.2%.
    """
    rate = index + 1
    told = rate < len(row.figures) and row.figures[rate].is_rate and "占" in row.between(index, rate)
    return row.between(index, rate) if told else ""


def _is_told_before(row: Row, index: int, members: Sequence[int]) -> bool:
    """Whether the members come to a level before a smaller one: 共进22球，客队进7球，其中上半场9球、下半场13球."""
    before = (one for one in range(row.first, index) if same_unit(row.quantity(one), row.quantity(index)))
    return index > row.first and any(row.adds(one) and _makes_up(row, members, row.quantity(one)) for one in before)


def _divided_by(row: Row, last: int) -> int | None:
    """What the parts up to a last one make up: 46名学生：团员12人，群众34人；男生25人，女生21人 are of the 46."""
    total = row.quantity(last).value * row.quantity(last).unit.factor
    for one in range(last - 1, max(row.first, last - MOST) - 1, -1):
        quantity = row.quantity(one)
        if not same_unit(quantity, row.quantity(last)) or row.figures[one].bracket:
            return None
        size = quantity.value * quantity.unit.factor
        if one < last - 1 and size == total:
            return one
        total += size
    return None


def _is_made_up(row: Row, index: int, count: int) -> bool:
    """Whether a level told apart from the members has as many of its own right before it: 51金21银28铜，共100枚；…."""
    own = range(max(0, index - count), index)
    if len(own) < count or not all(same_unit(row.quantity(one), row.quantity(index)) for one in own):
        return False
    return _makes_up(row, own, row.quantity(index)) or _members(row, own[0]) == list(own)


def _is_listed(row: Row, index: int) -> bool:
    """Whether a number of the sentence is one of those behind 其中."""
    return index > row.first and OPEN.search(row.text, row.quantity(row.first).span.end, row.starts[index]) is not None


def _is_other_part(row: Row, index: int, members: Sequence[int]) -> bool:
    """Whether a number of the sentence before is less than a part: 其他收入1.4亿元 is no whole of 国内收入18亿元."""
    size = row.quantity(index).value * row.quantity(index).unit.factor
    return any(row.quantity(one).value * row.quantity(one).unit.factor > size for one in members)


def _member_of_any(name: str, names: Sequence[str]) -> bool:
    """Whether a number is itself a part by its name: 乡村消费品零售额 is no whole of 商品零售 and 餐饮.

    What a classification of the parts asks of its whole says nothing: 11人受伤 beside 重伤 and 轻伤.
    """
    for each in (row for one in names for row in classes.of(one)):
        name = name.replace(max((word for word in each.needs if word in name), key=len, default=""), "")
    return any(classes.rows()[number].bars for number in classes.memberships(name))


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
