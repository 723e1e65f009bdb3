"""Parts behind their whole: 其中, 包括, （含…）, 个…中有.

The whole of 其中 is the level in front of it, never the increment; a list in a bracket belongs to the number before
the bracket, a list after the bracket to the number outside. Parts joined by 、 or 和 are surely of one list; those
after a comma are taken as long as they can be, because the wording does not tell where such a list ends.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act
from checker.relations.sums import alike, by_indicator, classes, exclusive
from checker.relations.sums.fine import is_fine
from checker.relations.sums.members import AHEAD, is_balance, is_rest, joins, parts_of
from checker.relations.sums.row import GRADES, MOVES, OPEN, PEOPLE, Row, Sum, fits, low, same_unit
from checker.relations.sums.sized import sized
from checker.relations.sums.wholes import is_carried, wholes_of
from checker.spans import Span

SHARE = pattern(
    r"(?:^|[，,（(）)])\s*占(?:比|总[\u4e00-\u9fff]{0,2})?的?(?:比重|比例)?(?:（[^）]{1,14}）)?[为达约近超]?$"
)
OF_A_SHARE = pattern("[，,、（(]?(?:约|就|已|也)?占(?:到了?|去了?|了)[约近超]?")
OF_WIDER = pattern("[，,（(]占[\u4e00-\u9fff]{0,12}?的?(?:比重|比例)?[为达约]{0,2}")
BESIDE = pattern(r"\s*[（(]\s*占|[，,、]\s*(?:[\u4e00-\u9fff]{2,4})?占比")
"""张（占76.3%）, ，占比80.3%: told aside, a share leaves the part a part; a bare ，占 tells all that is to say."""

AMONG = pattern(r"[中里](?!小|学|心|央|等|医|国)")
DIVIDED = pattern("[\u4e00-\u9fff]{1,4}[中里][，,]")
"""其中，市局完成的3000批次抽检中，…: what is divided in its turn, of a whole further back."""

OWNED = pattern(r"[^，。；、增减升降涨跌至到中了]{1,6}的")
CLOSED = pattern(
    r"[^，。；]{0,4}[，,（(]?(?:再也?|除此之外|此外|就)?(?:再|都)?(?:没有?|无|别无)(?:有)?(?:别的|其他|其它|他)|[，,]仅此|[，,]就这"
)
"""再没有别的品种: what was listed is all."""

ANEW = pattern("[，,](?!其余|余下|剩|另)[\u4e00-\u9fff]{2,8}")
PLAIN_ITEM = pattern(
    "[，；](?!另|还|此外|同时|其余|已|共|比|占|较|最|实现|带动|新增|累计|计划|预计|同比|环比|净|每|[和与及]|发放|投入|惠及|覆盖)[一-鿿“”]{2,8}?(?:[有为达]|达到)?"
)
ENDS, ENDS_BESIDE = pattern("[。；]"), pattern("[。；，]")
FEW, SHORT = 2, 5
DOING, NO_NOUN = pattern("[出入销卖买新增减调宰售收产运发年月日计累共]"), frozenset("了有栏量人元")
"""能繁母猪5万头，育肥猪65万头: two of one noun are of one list, be the second more than the whole."""

GIVING = frozenset("将把对从向由使让给")
RELATED = pattern("(?:[对与给被将把]|(?<![方走转导风朝])向)[约近]?$")
STOPS = pattern(r"[；;。]|等[多共]?[，,]?$")

GAP = 48
"""How many characters may lie between the word that ties them and the first part."""


def listed(row: Row) -> Iterator[Sum]:
    """其中, 包括, （含: the whole stands in front, the parts behind."""
    for match in OPEN.finditer(row.text, row.passage.span.start, row.passage.span.end):
        first = bisect_left(row.starts, match.end())
        if first >= len(row.figures) or row.starts[first] - match.end() > GAP or _object(row, match, first):
            continue
        word = Span(*match.span())
        if by_indicator.SAME_TIME.search(row.before(first)):
            periods = list(by_indicator.of_period(row, first, word))
            yield from periods
            if periods or row.quantity(first).unit_class is not UnitClass.COUNT:
                continue
        bracket = _bracket(row.text, row.passage.span.start, word.start)
        part = _first_part(row, first, word.end, bracket)
        wholes = [] if part is None else _fitting(row, wholes_of(row, part, word.start, bracket), part, bracket)
        parallel = by_indicator.parallel(row, first, word, alone=not wholes)
        if parallel:
            yield from parallel
            continue
        if part is None or not wholes or _is_no_part(row, match[0], wholes[0], part, bracket):
            continue
        found = _beside_share if rated(row, part) else _among
        yield from found(row, wholes, part, bracket, word)


def _is_no_part(row: Row, word: str, whole: int, part: int, bracket: int) -> bool:
    """Whether a number behind the word is of other things, of more than the whole, or the whole again."""
    if _is_made_of(row, word, whole, part) or is_carried(row, whole, part):
        return True
    return _says_again(row, whole, part, bracket)


def _among(row: Row, wholes: list[int], part: int, bracket: int, word: Span) -> Iterator[Sum]:
    """The sums of a list with the first of its parts."""
    parts = list(parts_of(row, wholes[0], part, bracket, _opens(row, word)))
    over = list(parts_of(row, wholes[0], part, bracket, _opens(row, word), over=True))
    apart = len(over) > len(parts) and exclusive.exclude([row.name(one) for one in over], "")
    fine = len(over) > max(len(parts), FEW) and is_fine([row.quantity(one) for one in (wholes[0], *over)])
    closed = _closed(row, wholes[0], parts)
    if (apart or fine) and not closed and not _turns(row, over[-1]):
        yield replace(_sum(row, wholes[:1], over, word), exhaustive=True, likely=True, slip=not apart)
    yield from _overflowing(row, wholes[0], parts, word)
    own = closed or _outer(row, parts)
    told = _as_sized(row, wholes[0], _sum(row, wholes, own, word))
    yield replace(told, rated=told.rated or (len(own) == 1 and _comes_to(row, part)))
    yield from _divided_anew(row, wholes[0], own, bracket, word)
    yield from _outgrown(row, wholes[0], parts, word)


def _comes_to(row: Row, part: int) -> bool:
    """Whether a share is told behind it less plainly: 比去年高出300万千瓦，其中空调负荷2140万千瓦，占到44.6%."""
    rate = part + 1 < len(row.figures) and row.figures[part + 1].is_rate
    return rate and OF_A_SHARE.fullmatch(row.between(part, part + 1)) is not None


def _beside_share(row: Row, wholes: list[int], part: int, bracket: int, word: Span) -> Iterator[Sum]:
    """The sum of a list of which the first part has its share told: of several parts, or where that is told aside."""
    parts = list(parts_of(row, wholes[0], part, bracket, _opens(row, word)))
    aside = BESIDE.match(row.text, row.quantity(part).span.end) or _rated_alike(row, wholes[0], part)
    if len(parts) > 1 or aside:
        yield replace(_sum(row, wholes, _closed(row, wholes[0], parts) or _outer(row, parts), word), rated=True)


def _fitting(row: Row, wholes: list[int], part: int, bracket: int) -> list[int]:
    """The wholes, first one of which the parts are all where the nearest is less: 共22球，客队7球，其中上半场9球."""
    moved = bool(wholes) and row.cues[wholes[0]].act in (Act.RISE, Act.FALL) and row.cues[part].act is Act.LEVEL
    if moved and wholes[0] < part - 1 and not fits(row.quantity(wholes[0]), low(row.quantity(part))):
        return []  # 人均7.8本，比去年多0.6本，去年7.2本，其中纸书4.6本
    if len(wholes) < 2 or bracket >= 0 or fits(row.quantity(wholes[0]), low(row.quantity(part))):
        return wholes
    for one in wholes[1:]:
        if one >= row.first and _closed(row, one, list(parts_of(row, one, part, bracket, free=False))):
            return [one, *(each for each in wholes if each != one)]
    return wholes


def _closed(row: Row, whole: int, parts: Sequence[int]) -> list[int]:
    """The first of the parts that are all of a whole, so that more divide it anew: 地上9.8万、地下2.8万，住宅7.2万.

    They are set off by their mark, or by their names.
    """
    sizes = [row.quantity(one).value * row.quantity(one).unit.factor for one in (whole, *parts)]
    end = next((end for end in range(2, len(parts) + 1) if sum(sizes[1 : end + 1]) == sizes[0]), 0)
    own = list(parts[:end])
    if not own or end == len(parts):
        return own
    names = [row.name(one) for one in parts]
    listed = [row.between(one, two).startswith("、") for one, two in pairwise(parts[: end + 1])]
    named = exclusive.exclude(names[:end], "") and not exclusive.exclude(names[: end + 1], "")
    return own if named or (all(listed[:-1]) and not listed[-1]) else []


def _divided_anew(row: Row, whole: int, own: Sequence[int], bracket: int, word: Span) -> Iterator[Sum]:
    """Another list behind parts that are all of their whole: 其中男性4人、女性10人，|成年人12人、儿童2人."""
    first = own[-1] + 1
    if first == len(row.figures) or not _is_all(row, whole, own):
        return
    begins = ANEW.fullmatch(row.between(own[-1], first)) is not None and row.figures[first].bracket == 0
    if begins and joins(row, first, own[0]) and fits(row.quantity(whole), low(row.quantity(first))):
        parts = list(parts_of(row, whole, first, bracket, free=False))
        if len(parts) > 1 and row.between(*parts[:2]).startswith("、"):
            yield _sum(row, [whole], parts, word)


def _is_all(row: Row, whole: int, parts: Sequence[int]) -> bool:
    sizes = [row.quantity(one).value * row.quantity(one).unit.factor for one in (whole, *parts)]
    return sum(sizes[1:]) == sizes[0] and not any(row.quantity(one).hedges for one in (whole, *parts))


def _turns(row: Row, last: int) -> bool:
    """Whether the list goes on with what moved the other way: 短贷增加2亿元，长贷增加5亿元，票据减少1亿元."""
    if last + 1 >= len(row.figures) or "；" in row.between(last, last + 1):
        return False
    acts = {row.cues[one].act for one in (last, last + 1)}
    return acts == {Act.RISE, Act.FALL} and same_unit(row.quantity(last), row.quantity(last + 1))


def _as_sized(row: Row, whole: int, one: Sum) -> Sum:
    """The sum with all that several things of one size come to for its whole: 两台33万千瓦机组，其中60万千瓦."""
    size = sized(row, whole)
    return replace(one, whole=size) if size is not None else one


def _outgrown(row: Row, whole: int, parts: Sequence[int], word: Span) -> Iterator[Sum]:
    """其中报考甲类46人；报考乙类645人: a further number of the list by its name that is more than the whole."""
    if row.text[word.end : word.end + 1] == "的":
        return
    size, name = row.quantity(whole).value * row.quantity(whole).unit.factor, row.name(parts[0])
    for index in range(parts[-1] + 1, min(parts[-1] + FEW + 1, len(row.figures))):
        gap = row.between(parts[-1], index)
        of_list = row.name(index)[:FEW] == name[:FEW] and len(name) > FEW and joins(row, index, parts[0])
        if of_list and not OPEN.search(gap) and "。" not in gap and low(row.quantity(index)) > size:
            yield Sum(row.quantity(whole), (row.quantity(index),), (word,), likely=True)


def _overflowing(row: Row, whole: int, parts: Sequence[int], word: Span) -> Iterator[Sum]:
    """其中新建18所，改扩建22所 of 30: the last of a list of things is more than what the others leave.

    People can be in two such groups; a thing that is new is not also rebuilt.
    """
    last = parts[-1] + 1
    people = row.quantity(whole).unit.name in PEOPLE or row.quantity(whole).unit.name.startswith("人")
    named = [row.name(one) for one in (*parts, last)] if last < len(row.figures) else []
    if (
        (people and not exclusive.exclude(named, ""))
        or last >= len(row.figures)
        or is_balance(row, parts[0], last)
        or len(parts) > AHEAD
        or row.text[word.end : word.end + 1] == "的"
    ):
        return
    ahead = range(last + 1, min(len(row.figures), last + AHEAD))
    closed = row.text.find("；", row.quantity(last).span.end, row.passage.span.end)
    own = [one for one in ahead if closed < 0 or row.starts[one] < closed]
    others = any(same_unit(row.quantity(one), row.quantity(whole)) for one in own)
    marks = {row.between(*pair)[:1] for pair in pairwise((*parts, last))}
    plain = len(marks) == 1 and PLAIN_ITEM.fullmatch(row.between(parts[-1], last)) and joins(row, last, parts[0])
    behind = row.quantity(last + 1) if last + 1 < len(row.figures) else None
    apart = behind is not None and behind.unit_class is not row.quantity(last).unit_class
    ended = (ENDS_BESIDE if apart else ENDS).match(row.text, row.quantity(last).span.end)
    quantities = [row.quantity(one) for one in (*parts, last)]
    size = row.quantity(whole).value * row.quantity(whole).unit.factor
    if others or not plain or not ended or any(one.hedges for one in (*quantities, row.quantity(whole))):
        return
    alike_named = _are_of_one_noun(named[-2], named[-1])
    least = [low(one) for one in quantities]
    if (all(one < size for one in least) or alike_named) and sum(least) > size:
        yield Sum(row.quantity(whole), tuple(quantities), (word,), exhaustive=True, likely=True, slip=True)


def _are_of_one_noun(one: str, two: str) -> bool:
    """Whether two short names end alike, and the second tells of no doing: 出栏生猪 is no part of what there is.

    >>> _are_of_one_noun("能繁母猪", "育肥猪"), _are_of_one_noun("能繁母猪", "出栏生猪")
    (True, False)
    """
    short = 1 < len(two) <= SHORT and len(one) > 1
    return short and one[-1] == two[-1] and two[-1] not in NO_NOUN and not DOING.search(two)


def _is_made_of(row: Row, word: str, whole: int, part: int) -> bool:
    """Whether things hold smaller ones of another name, of which there are more: 20个项目，包含69个子项目."""
    names = row.called_after(whole)[:2], row.called_after(part)[:2]
    return word in ("包括", "包含") and names[0] != names[1] and not fits(row.quantity(whole), low(row.quantity(part)))


def _says_again(row: Row, whole: int, part: int, bracket: int) -> bool:
    """Whether a bracket only tells that a bound belongs to it (50米以下（含50米）), or more is told of all.

    两辆汽车和8个商标将拍卖，其中，两辆汽车已….
    """
    one, two = row.quantity(whole), row.quantity(part)
    noun = row.called_after(part)[:FEW]
    again = len(noun) == FEW and row.called_after(whole).startswith(noun)
    return (bracket >= 0 or again) and one.value * one.unit.factor == two.value * two.unit.factor


def _outer(row: Row, parts: list[int]) -> list[int]:
    """The parts without those that divide the first: 加开临客288列，直通临客34列，管内临客254列."""
    first, *others = (row.quantity(one) for one in parts)
    exact = all(not one.place and not one.hedges for one in (first, *others))
    inner = len(others) > 1 and exact and sum(one.value for one in others) == first.value
    return parts[:1] if inner else parts


def _object(row: Row, match: re.Match[str], first: int) -> bool:
    """Whether 其中 is the object of a verb (将其中3万元借给…), or the number is not what it counts (其中甲对6位)."""
    before = row.text[match.start() - 1 : match.start()]
    return before in GIVING or RELATED.search(row.text, match.end(), row.starts[first]) is not None


def rated(row: Row, part: int) -> bool:
    """Whether the share of the part is told behind it."""
    for index in range(part + 1, min(part + 4, len(row.figures))):
        if row.figures[index].is_rate:
            return (
                row.figures[index].clause - row.figures[part].clause <= 3
                and SHARE.search(row.between(index - 1, index)) is not None
            )
        if row.adds(index) and row.quantity(index).unit.name == row.quantity(part).unit.name:
            return False
    return False


def _rated_alike(row: Row, whole: int, part: int) -> bool:
    """Whether the shares of both are of something wider: 占总人口的18.9%，其中65岁以上…，占总人口的14.2%."""
    names = [
        shared[0]
        for one in (whole, part)
        if one + 1 < len(row.figures)
        and row.figures[one + 1].is_rate
        and (shared := OF_WIDER.fullmatch(row.between(one, one + 1)))
    ]
    return len(names) == FEW and len(set(names)) == 1


def _bracket(text: str, start: int, at: int) -> int:
    """Where the bracket opens that ``at`` stands in, or -1."""
    start = max(start, at - 200)
    opened = max(text.rfind("（", start, at), text.rfind("(", start, at))
    closed = max(text.rfind("）", start, at), text.rfind(")", start, at))
    return opened if opened > closed else -1


def _first_part(row: Row, first: int, start: int, bracket: int) -> int | None:
    """The first amount of a list; a rate before it is passed over. 包括甲、乙等30项 counts 甲 and 乙 and is no part."""
    for index in range(first, min(first + 2, len(row.figures))):
        words = row.text[start : row.starts[index]]
        if (bracket >= 0 and _leaves(words)) or STOPS.search(words):
            return None
        if row.adds(index) and row.cues[index].act is not Act.SHARE:
            return _counted(row, index)
        if not (row.figures[index].is_rate or row.quantity(index).unit.name in GRADES):
            return None
    return None


def _counted(row: Row, index: int) -> int | None:
    """The figure that is counted: 8个乡镇 in 6个县的8个乡镇; none in 40人中唯一一位, which tells the whole again."""
    if AMONG.match(row.text, row.quantity(index).span.end) or DIVIDED.match(row.text, row.quantity(index).span.end):
        return None
    if index + 1 == len(row.figures) or not OWNED.fullmatch(row.between(index, index + 1)):
        return index
    alike = row.adds(index + 1) and same_unit(row.quantity(index), row.quantity(index + 1))
    return index + 1 if alike else index


def _leaves(words: str) -> bool:
    """Whether these words go out of the bracket that they begin in."""
    depth = 0
    for character in words:
        depth += (character in "（(") - (character in "）)")
        if depth < 0:
            return True
    return False


def _sum(row: Row, wholes: Sequence[int], parts: Sequence[int], word: Span) -> Sum:
    whole = wholes[0]
    names = [row.name(index) for index in parts]
    complete = classes.complete(names, row.before(whole) + row.called_after(whole)) if len(parts) > 1 else None
    closed = complete is not None and row.one_period(whole, parts[0])
    rest = len(parts) > 1 and is_rest(row, parts[-1])
    moves = MOVES.search(row.before(whole)) is not None or row.cues[parts[0]].act in (Act.RISE, Act.FALL)
    usual = complete is not None and complete.likely and not rest
    only = CLOSED.match(row.text, row.quantity(parts[-1]).span.end) is not None
    return Sum(
        row.quantity(whole),
        tuple(row.quantity(index) for index in parts),
        (word,),
        closed or rest or only,
        moves,
        tuple(row.quantity(index) for index in wholes[1:4]),
        likely=usual or (len(parts) > 1 and alike.are_alike(row, parts[0], parts[-2], parts[-1])),
    )


def _opens(row: Row, word: Span) -> bool:
    """Whether the word opens a sentence: its list runs on over semicolons."""
    return not row.text[row.passage.span.start : word.start].strip()
