"""Shares that a sentence tells one by one, with what they are shares of: 占总收入的52.8%…占32.8%."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from fractions import Fraction

from checker.patterns import pattern
from checker.quantities.interval import Interval
from checker.relations.cues import Act
from checker.relations.sums.exclusive import exclude
from checker.relations.sums.row import Row

OF = pattern(
    r"(?:(?<!市)|(?<=[城县本全该]市))占(?!有)(?P<whole>[^，。；、占]{0,16}?)(?:的|总[数量额]的?)?(?:比重|比例|比率|比)?(?:已|仅|只|约|分别)?"
    r"[升降]?(?:为|达到?|至|到|是|约|超|近|历史|最高值|有|则)*$"
)
PULL = pattern(
    r"对(?P<whole>[^，。；、对]{2,12}?)的?贡献率(?:最[大高低小]，)?(?:分别|依次)?(?:为|达到?|是|约|超|近|有)*$"
)
"""Some pull back where others pull: what 投资 and 消费 contribute to growth may come to more than a hundred."""

REST = pattern(r"^[，、；“选择为的]*(?:其他|其它|其余|余下|说不清|不清楚|不好说)")
LEFT = pattern(
    r"^[\s）)]*(?:的[^，,。；;、]{0,12})?[，,、；;\s](?:而|另外|此外|还有)?(?:其余|余下|剩余|剩下|其他|其它)的?(?![^，。]*[涨跌增减升降率])"
    r"[\u4e00-\u9fff]{0,8}$"
)
"""其余22%来自…: what is left, with no word that says it is a share."""

BESIDES = pattern(r"[，,；;](?:另有|另外|还有|另)(?:约)?")
AND_OTHERS = pattern(r"[，、；和及]?(?:其他|其它|其余)[\u4e00-\u9fff]{0,2}?(?:占比?|则|也|约|为|只|仅|有)*")
BRACKETED = pattern(r"(?:[，,][^（）()。；]{2,16})?[）)][、，和及与][\u4e00-\u9fff]{1,10}[（(](?:占比?)?")
DIVIDED = pattern(
    r"[二两三四五六七八九]大[\u4e00-\u9fff]{1,6}[中里]|按[^，。；]{1,10}分|(?:^|[，。；\n])分(?!别)[^，。；]{1,6}看"
    r"|从[^，。；]{0,8}(?:构成|结构|分布|血型|年龄段?|学历|来源地?|去向|职业|用途|渠道|类型|类别)[^，。；]{0,4}看"
    r"|(?:构成|结构|分布)(?:上|方面|中|里|来?看)，|单选|分为|选择“"
)
OVERLAP = pattern(r"净[流买卖][^。；]*$|市占率|占有率|在[^，。；、]{1,12}(?:市场|领域|中)的?(?:占比|占)[^，。；]{0,4}$")
NEW_GROUP = pattern(r"其中|[中里]，|。|从[^，。]{2,18}看|按[^，。]{1,8}分|质押|解押|冻结|表决权")
"""Words behind which shares are of another whole, or those that are pledged are of those that are held."""

SUBTOTAL = pattern(
    r"(?:以上|上述|前[两三四五]|这[两三四五])[^，,。；;]{0,8}(?:合计|共计|总计)|^[，,、；;]?\s*(?:占比|比重|比例|[三两二]者)*(?:合计|共计|总计|合占)"
)
"""What comes to the shares before it is no further one: 以上三类占比合计为88%."""

CLASSED = pattern("[\u4e00-\u9fff]")
SHORTENED = 2
"""So many characters of its name call a whole again: 全国销售总额, 销售总额."""
HUNDRED = Interval.exactly(100)
ROUGH = 1
"""By so many per cent rough shares miss a hundred at most: 约90%、近7%、近3%."""

MOST = 40
"""No whole is told in more shares than this."""

AROUND, OPENING = 160, 24
"""How far before the shares words on how they divide are looked for, and how long a name that opens a part is."""


def chains(row: Row, taken: Container[int]) -> Iterator[tuple[list[int], str]]:
    """Every row of shares told one by one, none of them among those ``taken``, with what they are shares of."""
    yield from _joined(row, _chains(row, taken))


def _chains(row: Row, taken: Container[int]) -> list[tuple[list[int], str]]:
    """Shares told one by one, with what they are shares of."""
    chains: list[tuple[list[int], str]] = [([], "")]
    for index in range(len(row.figures)):
        chain, whole = chains[-1]
        name = None if index in taken or _is_subtotal(row, chain, index) else whole_of(row, index)
        if name is None and chain and chain[-1] + 1 == index and index not in taken and left(row, index):
            chains[-1] = list(_divided_by(row, [*chain, index])), whole
            chains.append(([], ""))
            continue
        if name is None and chain and chain[-1] + 1 == index and index not in taken and _bracketed(row, index):
            chain.append(index)
        if name is None and chain and chain[-1] + 1 == index and index not in taken and _besides(row, index):
            chain.append(index)
        if name is None:
            continue
        fresh = chain and NEW_GROUP.search(row.between(chain[-1], index))
        if not chain:
            chains[-1] = [index], name
        elif fresh or not _is_one(name, whole) or (_complete(row, chain) and not others(row, index)):
            chains.append(([index], name))
        else:
            chain.append(index)
    return chains


def _is_subtotal(row: Row, chain: Sequence[int], index: int) -> bool:
    """Whether a share is that of shares before it together."""
    return bool(chain) and SUBTOTAL.search(row.before(index)) is not None


def _is_one(name: str, whole: str) -> bool:
    """Whether a whole is called again, be it by the end of its name."""
    return name == whole or (len(name) >= SHORTENED and whole.endswith(name))


def _bracketed(row: Row, index: int) -> bool:
    """Whether a share goes on a list of shares in brackets: 甲乡（占比31%）、乙乡（22%）."""
    return row.figures[index].is_rate and BRACKETED.fullmatch(row.between(index - 1, index)) is not None


def _besides(row: Row, index: int) -> bool:
    """Whether a share is told besides the others, whether or not it is the last: 另有9%为水浇地."""
    return row.figures[index].is_rate and BESIDES.fullmatch(row.between(index - 1, index)) is not None


def _joined(row: Row, chains: Sequence[tuple[list[int], str]]) -> Iterator[tuple[list[int], str]]:
    """占总收入的52.8%; 占32.8%; 占14.3%: a share that names the whole goes with bare ones if all are complete."""
    held: tuple[list[int], str] = [], ""
    for chain, whole in chains:
        both = [*held[0], *chain]
        new = held[0] and chain and NEW_GROUP.search(row.between(held[0][-1], chain[0]))
        goes_on = held[0] and held[1] and chain and not whole and not new
        if goes_on and (_come_to(row, both) or _is_divided(row, both) or _are_apart(row, both, held[1])):
            held = both, held[1]
            continue
        yield held
        held = chain, whole
    yield held


def _is_divided(row: Row, chain: Sequence[int]) -> bool:
    """Whether the words say that one whole is divided: 分产品看, or 其他 for the last of three and more."""
    start = max(row.passage.span.start, row.starts[chain[0]] - AROUND)
    divided = DIVIDED.search(row.text, start, row.starts[chain[0]]) is not None
    return len(chain) > 2 and (divided or REST.search(opening(row, chain[-1])) is not None)


def _are_apart(row: Row, chain: Sequence[int], whole: str) -> bool:
    """Whether the names say that no part holds another: 国产片占总票房的74.6%，进口片占35.4%."""
    return exclude([row.before(index) for index in chain], whole)


def whole_of(row: Row, index: int) -> str | None:
    """What a figure is a share of (empty: of what is spoken of), or None for anything else."""
    if not row.figures[index].is_rate or row.cues[index].act in (Act.RISE, Act.FALL, Act.FROM):
        return None
    clause = row.text[max(row.passage.span.start, row.starts[index] - 30) : row.starts[index]]
    if OVERLAP.search(clause):
        return None
    match = OF.search(row.before(index)) or PULL.search(clause) or _of_so_many(row, index, clause)
    return re.sub(r"^(?:了|到|全部|其)|(?:总[数量额]|的)$", "", match["whole"]) if match else None


def _of_so_many(row: Row, index: int, clause: str) -> re.Match[str] | None:
    """What the share is of where that counts its classes: 占七大类商品销售总额的70.8%."""
    return OF.search(clause) if index and CLASSED.search(row.between(index - 1, index), 0, 1) else None


def others(row: Row, index: int) -> bool:
    """Whether a share is that of all others, behind which a list ends: 其他占10%."""
    return AND_OTHERS.fullmatch(row.before(index)) is not None


def left(row: Row, index: int) -> bool:
    """Whether a figure is the share of what is left."""
    if index >= len(row.figures) or not row.figures[index].is_rate:
        return False
    still = row.cues[index].act not in (Act.RISE, Act.FALL, Act.FROM)
    return still and LEFT.search(row.between(index - 1, index)) is not None


def _divided_by(row: Row, chain: Sequence[int]) -> Sequence[int]:
    """The shares that what is left completes: 女生占55%，本科生占70%，其余30%… are two wholes."""
    return next(
        (chain[at:] for at in range(max(0, len(chain) - MOST), len(chain) - 1) if _come_to(row, chain[at:])), chain
    )


def _come_to(row: Row, chain: Sequence[int]) -> bool:
    """Whether the shares are complete already."""
    if not 1 < len(chain) <= MOST:
        return False
    closed = [row.quantity(one).interval.closed().scale(row.quantity(one).unit.factor) for one in chain]
    return summed(closed).meets(HUNDRED)


def _complete(row: Row, chain: Sequence[int]) -> bool:
    """Whether no further share can belong to them; rough ones are complete by what they say."""
    if any(row.quantity(one).hedges for one in chain):
        said = sum((row.quantity(one).value * row.quantity(one).unit.factor for one in chain), Fraction(-100))
        return abs(said) <= ROUGH
    return _come_to(row, chain)


def opening(row: Row, index: int) -> str:
    """What the part of the sentence is about that a figure stands in: 第二产业增加值."""
    cut = max(row.text.rfind(mark, row.passage.span.start, row.starts[index]) for mark in "；;")
    start = max(cut + 1, row.passage.span.start)
    first = row.starts[bisect_left(row.starts, start)]
    return row.text[start:first].partition("对")[0][-OPENING:]


def summed(parts: Sequence[Interval]) -> Interval:
    total = Interval.exactly(0)
    for part in parts:
        total = total + part
    return total
