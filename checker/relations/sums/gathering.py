"""Parts that are all of a whole by the wording: 合计, a list behind a colon."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act
from checker.relations.sums import classes
from checker.relations.sums.exclusive import lack_a_quarter
from checker.relations.sums.row import OPEN, PEOPLE, Row, Sum, same_unit
from checker.spans import Span

TOTAL = pattern(
    r"(?:(?:合计|共计|总计|累计)[\u4e00-\u9fff]{0,6}?|一共|总共|共|总量|总额|总数|总[\u4e00-\u9fff]{0,4}金额)(?:达到?|为|约|有|是|近|获|获得|夺得"
    r"|(?P<done>[花用卖收捐付交赚挣投领招种打跑走拉运送凑](?:了|掉|出|费|去|到)+))*$"
)
"""总共花了: a sum by what was done, of which others may have their part; 一晚168元，住两晚 counts one twice."""

OF_THINGS = pattern("(?<![公一总])共(?:[^，。；、0-9]{1,10})$")
"""A sum with what was done between: 共接待游客."""

GROWING = pattern(r"累计([\u4e00-\u9fff]{0,8})$")
SHARED = pattern(r"分别[\u4e00-\u9fff]{0,6}$")
NOUN = pattern(r"[\u4e00-\u9fff]{2}")
ETC = pattern("(?<![一二三四五六七八九十特优中高初同平相])等(?![级次奖号式])")
BALANCE = pattern("净|[顺逆价]差|差额")
NAMED_BEFORE = pattern(r"([\u4e00-\u9fff]{2,8})[、和与及]([\u4e00-\u9fff]{2,8})$")
CAME, WENT = (
    pattern("[来进]了|[来到]的|迎来|入[职住园库]|流入"),
    pattern("走了|离[开去]|[返退搬送出]走|离职|流出|出[库园院]"),
)
KEPT = pattern("保留|留[下用存]")
"""老仓有库位400个，…后|保留|200个: what is kept of the one before."""

HELD_BEHIND = pattern("[\u4e00-\u9fff]{0,6}[，,（(](?:还)?(?:[不未]?含|连同|算上|其余|另有|此外|包括在内)")
"""总共1200平方米，含走廊: what was told before is not all of it."""

PRICED = pattern("[每一各][晚夜天日张份位人斤件套间次趟顿个月年]的?[\u4e00-\u9fff]{0,2}$|[单均票]价[\u4e00-\u9fff]?$")
"""一晚168元，先住两晚: a part that may count more than once."""

COUNTS = "二三四五六七八九十"
SEVERAL = pattern(f"(?:^|[，,])([{COUNTS}两])(?:者|家|项|类|部分|方面?)?$")
"""，二者|合计: how many parts there are."""

NAMED_SUM = pattern(
    "^[，,][^，。；、]{0,10}总[一-鿿]{1,4}(?:达到?|为|约|有|是)*$"
    "|^[，,][^，。；、]{2,10}(?:总数|总量|总额|合计|共计|总计|一共|总共|共)(?:达到?|为|约|有|是)*$"
)
ADDED = pattern("合计|共计|总计|一共|总共|(?<![公总])共(?:达到?|为|约|有|是)*$")
NAMED_TOTAL = pattern("^[^，。；、]{0,10}?总[一-鿿]{1,4}?(?:达到?|为|约|有|是)*$")
"""，总发电量, ，新能源总装机: a name for all of it that is no word of adding."""
ITEM = pattern("[，,](?![^，。]*(?:季度|半年|[上下当][旬月]))(?!其中|同比|比|较|另|占)[一-鿿、]{2,10}")
"""，风电和太阳能发电|160亿千瓦时: one more of a list, and nothing but what it is called."""

FAR, POTS = 20, 100
"""由三块钱凑成：中央1.42亿元…: what is so much smaller than its parts counts them and is no whole."""

WIDE = 3
"""So many parts at least are all of a whole that has a name of its own."""

THINGS = 6
"""How many characters may tell what is counted: 三类经营主体共."""

OF_OTHERS = pattern("(?:另外?|其余|其[他它]|余下|剩下)的?$")
"""甲县1.2万人、乙县0.9万人、另两县共0.7万人: the two are none of those before."""

POOLED = pattern(
    "^(?:伤亡|死伤|[死伤]亡[、和及与]?(?:失踪|失联|受伤)|师生|男女|父子|母子|母女|父女|夫妻|干群|军民|警民|兄弟|姐妹|[他她我]们)(?:两人|二人|[一总]?起)?$"
)
"""3人死亡、8人受伤，伤亡|共11人: a name for just those told."""

BASE = pattern("(?:按照?|以)$")
LEAD, PAIR = 8, 2
SEVERALLY = pattern("分别[^，。；、0-9]{0,4}$")
STANDING, ANEW = pattern("[年月期季]末|目前|现有|至此"), pattern("新[开增建设办添购招]|加密|增开|恢复|开通")
"""新开4条航线，加密5条航线，年末航线总数达到41条: what came is not all there is."""

PLAN = pattern("计划|任务|目标|预算|预计|原定|拟|应[^，。；]{0,4}$")
EACH = pattern("每[一-鿿]{0,6}$")
"""前三期每期2.5万元，最后一期2.5万元，一共10万元: a part that counts more than once."""

FACE = pattern(
    "(?:面额|面值|单价|票价|售价|价格|标价|价位|标准|票面|金额|额度|规格)(?:分别|分|有|各|为|是|按)*[^，。；0-9]{0,2}$"
)
"""面额20元、50元、100元，总额5000万元: what one of each sort is worth makes no sum."""

NEAR = 60
"""How many characters may lie between a part and the next, or the sum."""


def totalled(row: Row) -> Iterator[Sum]:
    """A、B，合计C: parts of one unit stand right before their sum."""
    for index in range(row.first + 2, len(row.figures)):
        before = row.before(index)
        match = TOTAL.search(before)
        loose = None if match else OF_THINGS.search(before)
        if not row.adds(index) or not (match or loose or GROWING.search(before)):
            continue
        if loose:
            yield from _all_of(row, index, Span(row.starts[index] - len(loose[0]), row.starts[index]))
            continue
        several = SEVERAL.search(before[: match.start()]) if match else None
        told = COUNTS.find(several[1].replace("两", "二")) + 2 if several else _told(row, index, match)
        parts = _own(row, _before(row, index - 1 if told and not several else index, row.quantity(index)), index)
        parts = _of_one_row(row, _done(row, _without_bases(row, parts)), index)
        if parts and not (_one_noun(row, parts, index) and _is_near(row, parts, index)):
            continue
        if told and len(parts) >= told:
            parts = parts[-told:]
        elif told or len(parts) < 2:
            continue
        elif not _gathers(row, parts, index, match):
            yield from _called_together(row, parts, index)
            continue
        if match and (_names_others(row, parts, before[: match.start()]) or _is_net(row, parts, match[0])):
            continue
        likely = (match is not None and match["done"] is not None) or row.opens_costs(parts[0])
        if _leaves_open(row, parts, index, match) or (likely and _are_priced(row, parts, index)):
            continue
        moves = any(row.cues[one].act in (Act.RISE, Act.FALL) for one in parts)
        at = row.figures[index].before.end
        words = Span(at - len(before) + (match.start() if match else len(before) - 2), at)
        exhaustive = ETC.search(row.between(parts[-1], index)) is None
        told_parts = tuple(row.quantity(one) for one in parts)
        yield Sum(row.quantity(index), told_parts, (words,), exhaustive, moves, likely=likely)


def called(row: Row) -> Iterator[Sum]:
    """火电510亿千瓦时，水电180亿千瓦时，风电160亿千瓦时，总发电量850亿千瓦时: the sum has a name of its own."""
    for index in range(row.first + 2, len(row.figures)):
        before = row.before(index)
        told = TOTAL.search(before) or OF_THINGS.search(before) or GROWING.search(before)
        if row.adds(index) and not told and NAMED_TOTAL.search(before):
            yield from _called_together(row, _before(row, index, row.quantity(index)), index)


def _are_priced(row: Row, parts: Sequence[int], index: int) -> bool:
    """Whether a part is the price of one, or other things are counted between the parts."""
    return index - parts[0] > len(parts) or any(PRICED.search(row.sentence(one)[-LEAD:]) for one in parts)


def _all_told(row: Row, parts: Sequence[int], index: int) -> bool:
    """Whether the parts behind 其中 are all of what stands before it, and more was told before that.

    铁路60吨；公路90吨，其中进30吨、出60吨，两类合计150吨: the sum is of 铁路 and 公路.
    """
    if not parts or parts[0] <= row.first or not OPEN.search(row.before(parts[0])) or _adds_up(row, parts, index):
        return False
    whole = parts[0] - 1
    alike = [one for one in range(row.first, parts[0]) if same_unit(row.quantity(one), row.quantity(index))]
    return len(alike) > 1 and alike[-1] == whole and _adds_up(row, parts, whole)


def _own(row: Row, parts: list[int], index: int) -> list[int]:
    """Those of the parts that a sum is of: 收到作品420件，评出一等奖10件、二等奖20件，共30件."""
    listed = [row.between(one, two).startswith("、") for one, two in pairwise(parts)]
    first = next((at for at in range(len(listed), 0, -1) if not listed[at - 1]), 0)
    own = parts[first:]
    if (
        first == 0
        or len(own) < PAIR
        or (max(_size(row, one) for one in parts[:first]) <= _size(row, index) and not _adds_up(row, own, index))
    ):
        return parts
    return own


def _is_near(row: Row, parts: Sequence[int], index: int) -> bool:
    """Whether a sum is not so many times its parts that it must be of more: 出口36亿元，进口14亿元，全省5821亿元."""
    return _size(row, index) <= FAR * sum((_size(row, one) for one in parts), Fraction(0))


def _done(row: Row, parts: list[int]) -> list[int]:
    """Those behind what was planned, where 分别 tells what was done: 原计划450户，实际分别完成148户、156户和161户."""
    cut = next((at for at, one in enumerate(parts) if at and SEVERALLY.search(row.before(one))), 0)
    return parts[cut:] if cut and all(PLAN.search(row.before(one)) for one in parts[:cut]) else parts


def _without_bases(row: Row, parts: list[int]) -> list[int]:
    """Those that are no base which another is reckoned from: 到岸价46万元，关税3.68万元，再按46万元缴增值税6.46万元."""
    bases = {_size(row, one) for one in parts[1:] if BASE.search(row.before(one))}
    return [one for one in parts if _size(row, one) not in bases] if bases else parts


def _of_one_row(row: Row, parts: list[int], index: int) -> list[int]:
    """Those that come to the sum where 分别 gives them another measure: 产能…，产量分别为…，合计产能80万吨."""
    cut = next((at for at, one in enumerate(parts) if at and SEVERALLY.search(row.before(one))), 0)
    if cut < PAIR or _adds_up(row, parts, index):
        return parts
    return next((one for one in (parts[cut:], parts[:cut]) if len(one) > 1 and _adds_up(row, one, index)), [])


def _of_each(row: Row, one: int) -> bool:
    if FACE.search(row.before(one)):
        return True
    return row.quantity(one).literal.startswith("每") or EACH.search(row.sentence(one)[-LEAD:]) is not None


def _adds_up(row: Row, parts: Sequence[int], index: int) -> bool:
    return sum((_size(row, one) for one in parts), Fraction(0)) == _size(row, index)


def _size(row: Row, index: int) -> Fraction:
    return row.quantity(index).value * row.quantity(index).unit.factor


def _called_together(row: Row, parts: Sequence[int], index: int) -> Iterator[Sum]:
    """卫生院18所、卫生室211所、服务中心6所，医疗机构总数为245所: what is listed by 、 under a name for all of it."""
    if len(parts) < PAIR:
        return
    gaps = [row.between(one, two) for one, two in pairwise(parts)]
    listed = all(gap.startswith("、") for gap in gaps) or all(ITEM.fullmatch(gap) for gap in gaps)
    wide = NAMED_SUM.search(row.between(parts[-1], index)) is not None
    whole = index - len(parts) == parts[0] == row.first
    added = whole and ADDED.search(row.before(index)) is not None
    if (
        len(parts) >= (PAIR if added else WIDE)
        and listed
        and wide
        and all(row.cues[one].act is Act.LEVEL for one in parts)
    ):
        words = Span(row.quantity(parts[-1]).span.end, row.starts[index])
        quantities = tuple(row.quantity(one) for one in parts)
        yield Sum(row.quantity(index), quantities, (words,), exhaustive=True, likely=True, slip=True)


def _is_net(row: Row, parts: Sequence[int], words: str) -> bool:
    """Whether what is told is the balance of its parts: 申购9000亿份、赎回9900亿份，合计净赎回900亿份."""
    return BALANCE.search(words) is not None and not any(BALANCE.search(row.before(one)) for one in parts)


def _leaves_open(row: Row, parts: Sequence[int], index: int, match: re.Match[str] | None) -> bool:
    """Whether the parts need not come to the sum: some are of each, some went, or more is said to be in it."""
    own = parts[row.opens_costs(parts[0]) :]
    if STANDING.search(row.before(index)) and any(ANEW.search(row.before(one)) for one in parts):
        return True
    if any(_of_each(row, one) for one in own) and not _adds_up(row, parts, index):
        return True
    if _told(row, index, match) and _all_told(row, parts, index):
        return True
    if lack_a_quarter([row.before(one) for one in parts], row.before(index)):
        return True
    held = match is not None and HELD_BEHIND.match(row.text, row.quantity(index).span.end) is not None
    return held or go_both_ways([row.before(one) for one in parts])


def go_both_ways(told: Sequence[str]) -> bool:
    """Whether some came and some went or stayed, so that the sum is anybody's guess: 早上来了120人，中午走了30人."""
    kept = any(KEPT.search(one) for one in told[1:])
    return kept or (any(CAME.search(one) for one in told) and any(WENT.search(one) for one in told))


def _names_others(row: Row, parts: Sequence[int], before: str) -> bool:
    """Whether a sum is of things named right before it that are none of the parts: …，对日本、韩国合计."""
    named = NAMED_BEFORE.search(before)
    start, end = row.figures[parts[0]].before.start, row.quantity(parts[-1]).span.end
    told = row.text[max(row.passage.span.start, start - NEAR) : end] if named else ""
    return bool(told) and named is not None and not any(name[-2:] in told for name in named.groups())


def _all_of(row: Row, index: int, words: Span) -> Iterator[Sum]:
    """The parts right before a sum of which more is told than that it is one, where they come to it.

    Those of 共造成|14人伤亡 are all of it by its name.
    """
    parts = [row.quantity(one) for one in _before(row, index, row.quantity(index))]
    adds_up = sum(one.value * one.unit.factor for one in parts) == (
        row.quantity(index).value * row.quantity(index).unit.factor
    )
    pooled = POOLED.fullmatch(row.called_after(index)) is not None
    if len(parts) > 1 and (adds_up or pooled):
        yield Sum(row.quantity(index), tuple(parts), (words,), exhaustive=True, likely=not adds_up)


def _one_noun(row: Row, parts: Sequence[int], index: int) -> bool:
    """Whether parts and sum count one thing, where both name it: 11个品类 and 100个品种 are two.

    People are named by what they do: 4人获一等奖，3人获二等奖，共7人获奖.
    """
    noun = row.figures[index].after.of(row.text)[:2]
    nouns = {row.figures[one].after.of(row.text)[:2] for one in parts}
    named = all(NOUN.fullmatch(one) for one in (noun, *nouns))
    return not named or nouns == {noun} or _one_deed(row, parts, index)


def _one_deed(row: Row, parts: Sequence[int], index: int) -> bool:
    """Whether the same verb stands behind people and behind their sum: 获一等奖, 获二等奖, 获奖."""
    verbs = {row.figures[one].after.of(row.text)[:1] for one in (*parts, index)}
    return row.quantity(index).unit.name in PEOPLE and len(verbs) == 1 and NOUN.match(min(verbs) * 2) is not None


def _told(row: Row, index: int, match: re.Match[str] | None) -> int:
    """How many parts a word like 两类合计 says there are; 0 where none does. 7座，共20座: the 7 is a part itself."""
    count = row.quantity(index - 1)
    if match is None or count.unit_class is not UnitClass.COUNT or same_unit(count, row.quantity(index)):
        return 0
    told = row.quantity(index).span.start - count.span.end <= THINGS + match.end() - match.start()
    if told and any(row.quantity(one).literal == count.literal for one in range(row.first, index - 1)):
        return 0  # 两市上涨3215只，…，两市共有: where it is, as before
    if told and OF_OTHERS.search(row.before(index - 1)):
        return POTS  # more than ever stand before it
    return int(count.value) if told and count.is_exact and 2 <= count.value <= 10 else 0


def _before(row: Row, index: int, like: Quantity) -> list[int]:
    """The parts right before a sum: of its unit, none of them a whole of others, in its bracket."""
    parts: list[int] = []
    last = index
    for one in range(index - 1, max(row.first - 1, index - 16), -1):
        gap = row.between(one, last)
        if len(gap) > NEAR or re.search("[。；;]", gap):
            break
        if row.figures[one].bracket != row.figures[index].bracket:
            continue
        if not same_unit(row.quantity(one), like):
            if row.quantity(one).unit_class in (UnitClass.RATE, UnitClass.POINTS):
                continue
            break
        if row.opens_costs(one) and same_unit(row.quantity(one), like):
            return [one, *parts[::-1]]
        if not row.adds(one) or TOTAL.search(row.before(one)) or row.past(one):
            break
        parts.append(one)
        last = one
        if OPEN.search(row.before(one)):
            break
    return parts[::-1]


def _gathers(row: Row, parts: Sequence[int], index: int, match: re.Match[str] | None) -> bool:
    """Whether the words say that the sum is that of just these: 分别 before, or nothing but 合计 between."""
    before = row.before(index)
    shared = SHARED.search(row.before(parts[0])) is not None
    growing = GROWING.search(before)
    if growing:
        return shared and growing[1] in row.before(parts[0])
    if shared:
        return True
    name = POOLED.sub("", before[: match.start()].strip("，,、")) if match else ""
    if _one_deed(row, parts, index) and re.search("[，,]$", before[: match.start()] if match else ""):
        name = ""  # what the last of them did
    put_together = "加" in row.between(parts[0], parts[1]) and len(name) <= THINGS
    alone = match is not None and (put_together or not re.search(r"[\u4e00-\u9fff]", name))
    closed = match is not None and classes.complete([row.before(one) for one in parts], before) is not None
    return (alone or closed) and all(row.cues[one].act is Act.LEVEL for one in parts) and _even(row, parts)


def _even(row: Row, parts: Sequence[int]) -> bool:
    """Whether parts follow one another in one list: nothing but their names between them."""
    return all(len(row.between(one, two)) <= 24 for one, two in pairwise(parts))
