"""The words between two amounts that make the second the first in another unit: 合, 也就是, 换算成公顷便是, 整整."""

import re
from enum import Enum

from checker.patterns import pattern
from checker.quantities.model import Quantity
from checker.relations.adverbs import ABOUT, EXACT, ONLY, STILL, adverbs
from checker.relations.passage import Passage

CALLED = f"(?:{adverbs(EXACT, ABOUT, ONLY, STILL)}){{0,2}}"
INSIDE = f"(?:{adverbs(EXACT, ABOUT)}){{0,2}}"
STILLS = adverbs(STILL)
UNIT = "[\u4e00-\u9fff]{0,4}?[，,]?(?:便是|就是|是|为|达|即|有|等于|约为|约)?"
THAT_IS = (
    "(?:也就是|即是?|亦即|也即|约?等于|等同于|换言之[，,]?是?|换句话说[，,]?就?是|"
    "以[\u4e00-\u9fff]{1,4}计算?[，,]?(?:就?是|为|即|约为))"
)
SAME = f"(?:{THAT_IS}|约?合(?![计共同格])|相当于|就是|(?:换算|折算|折合)[成为]?(?:下来|起来|过来|一下)?{UNIT})"
MADE = f"(?:{SAME}|折|[折换][成为算](?!本){UNIT}|[折换算](?:下来|起来|过来)[，,]?(?:就|便|也就)?(?:是|有|为|等于))"
IN_BRACKETS = pattern(rf"[ \u3000]?[（(]{INSIDE}(?:{SAME})?{INSIDE}")
SAID = pattern(rf"[，,、]?{CALLED}{SAME}{CALLED}|[\u4e00-\u9fff]{{1,3}}[，,]?{THAT_IS}{CALLED}")
BESIDE = pattern(
    f"[\u4e00-\u9fff]{{0,3}}(?:[，,]|——|[（(])(?:{adverbs(EXACT, ABOUT, ONLY, STILL)}|全部|全|共)*(?:为|有|是)?"
    rf"|[\u4e00-\u9fff]{{0,3}}[，,、]?{MADE}{CALLED}"
    rf"|[，,](?!成绩|用时|时间|耗时|总)[^，,、；;。（(0-9]{{2,10}}(?:就是|便是|为|即|叫|说成|写作|等于|合|算){CALLED}"
)
"""Not all that is made of one thing weighs as much: 100斤鲜笋折成8公斤笋干 is no conversion."""

NOUN = "(?P<noun>[\u4e00-\u9fff]{1,10})"
SAME_NOUN = pattern(
    rf"{NOUN}[，,（(]?{CALLED}(?:约?合(?![计共同格])|折合|相当于|也就是|亦即|也即|等于|[换折]算[成为]?){CALLED}"
)
HEDGED_NOUN = pattern(rf"{NOUN}[，,（(]?")
"""10英寸的主镜，约合254毫米: what is measured stands between."""

TURNED = pattern(
    rf"{NOUN}?[，,。？?！!；;：:]?[”」]?(?:如果|要是|若是?|把它|{STILLS})*"
    rf"(?:[换折]算|[换折算说])成(?P<unit>[\u4e00-\u9fff]{{1,14}}?)[，,]?(?:那?就是|便是|也?就有|是|约?为|等于|达){CALLED}"
)
"""612.5公斤是什么概念？换成老乡常说的斤，就是1225斤: it may stand in the next sentence."""

ONLY_SO_MUCH = pattern(f"[，,]也就{CALLED}")
MEASURE = pattern(
    "(?:说法|概念|单位|路程|里程|距离|车速|时速|速度|面积|重量|分量|长度|宽度|高度|温度|容量|口径|制|算法|叫法|尺寸)$"
)
YIELDS = pattern("[，,、]?就是")
MADE_OF = pattern("[榨晒烘烤酿炼碾磨剥切酵烧熬做晾炒蒸煮]|制成|加工|提炼|生产")
"""What is made of a thing weighs another weight: 五斤鲜叶炒一斤干茶，四斤就是八两."""

HEDGED = pattern("(?:大约?|大概|差不多)?约?折?合")
CLOSED = pattern("[）)，,；;]")
ENDED = pattern("[）)，,；;。！!？?、”]|$")
OTHER = pattern("[其每另比增减降升涨前后加需占]|(?<!不)[多少]|平均|配速|分别|以上|以下|左右|不是")
"""Between two amounts: the second is of something else."""
FARTHEST, FAR = 20, 36
"""How many characters may stand between the two; how many where the other unit is spoken of."""


class Link(Enum):
    """Whether the words say that two are one amount (SAID), all but say so (LIKELY), or let them be one (BESIDE)."""

    SAID = "said"
    LIKELY = "likely"
    BESIDE = "beside"


def link(passage: Passage, one: Quantity, two: Quantity) -> Link | None:
    """What ties two amounts that follow each other."""
    gap = (one.span.end, two.span.start)
    if gap[1] - gap[0] > FAR:
        return None
    near = _near(passage, gap, two) if gap[1] - gap[0] <= FARTHEST else None
    return near if near is Link.SAID else _likely(passage, gap, two) or near


def _near(passage: Passage, gap: tuple[int, int], two: Quantity) -> Link | None:
    if IN_BRACKETS.fullmatch(passage.text, *gap):
        return Link.SAID if CLOSED.match(passage.text, two.span.end) else None
    if HEDGED.match(two.literal):
        return Link.SAID if passage.text[slice(*gap)] in ("", "，", ",", "、") else None
    if OTHER.search(passage.text, *gap):
        return None
    if SAID.fullmatch(passage.text, *gap):
        made = YIELDS.fullmatch(passage.text, *gap) and MADE_OF.search(passage.text, passage.span.start, gap[0])
        return None if made else Link.SAID
    return Link.BESIDE if BESIDE.fullmatch(passage.text, *gap) else None


def _likely(passage: Passage, gap: tuple[int, int], two: Quantity) -> Link | None:
    """What ties them though the thing or its other unit is named between; the second amount is of nothing else."""
    if OTHER.search(passage.text, *gap) or not ENDED.match(passage.text, two.span.end):
        return None
    turned = TURNED.fullmatch(passage.text, *gap)
    if turned:
        told = MEASURE.search(turned["unit"]) or turned["unit"].endswith(two.unit.name)
        return Link.LIKELY if told else None
    if ONLY_SO_MUCH.fullmatch(passage.text, *gap):
        return Link.LIKELY
    named: re.Pattern[str] = HEDGED_NOUN if HEDGED.match(two.literal) else SAME_NOUN
    found = named.fullmatch(passage.text, *gap)
    return Link.LIKELY if found and not MADE_OF.search(found["noun"]) else None
