"""The words between two amounts that make the second the first in another unit: 合, 也就是, 换算成公顷便是, 整整."""

from enum import Enum

from checker.patterns import pattern
from checker.quantities.model import Quantity
from checker.relations.passage import Passage

CALLED = "(?:约为?|大约|大概|近|将近|整整|差不多)?"
UNIT = "[\u4e00-\u9fff]{0,4}?[，,]?(?:便是|就是|是|为|达|即|有|等于|约为|约)?"
THAT_IS = (
    "(?:也就是|即是?|亦即|也即|约?等于|等同于|换言之[，,]?是?|换句话说[，,]?就?是|"
    "以[\u4e00-\u9fff]{1,4}计算?[，,]?(?:就?是|为|即|约为))"
)
SAME = f"(?:{THAT_IS}|约?合(?![计共同格])|相当于|就是|(?:换算|折算|折合)[成为]?(?:下来|起来|过来|一下)?{UNIT})"
MADE = f"(?:{SAME}|折|[折换][成为算](?!本){UNIT})"
IN_BRACKETS = pattern(rf"[ \u3000]?[（(](?:{SAME})?{CALLED}")
SAID = pattern(rf"[，,、]?{SAME}{CALLED}|[\u4e00-\u9fff]{{1,3}}[，,]?{THAT_IS}{CALLED}")
BESIDE = pattern(
    "[\u4e00-\u9fff]{0,3}(?:[，,]|——|[（(])(?:整整|足足|约|大约|差不多|将近|接近|近|全部|全|共)?(?:为|有|是)?"
    rf"|[\u4e00-\u9fff]{{0,3}}[，,、]?{MADE}{CALLED}"
    rf"|[，,][^，,、；;。（(0-9]{{2,10}}(?:就是|便是|为|即|叫|说成|写作|等于|合|算){CALLED}"
)
"""Not all that is made of one thing weighs as much: 100斤鲜笋折成8公斤笋干 is no conversion."""
HEDGED = pattern("约?合|约?折合")
CLOSED = pattern("[）)，,；;]")
OTHER = pattern("[其每另比增减降升涨多少前后加需占]|平均|分别|以上|以下|左右|不是")
"""Between two amounts: the second is of something else."""
FARTHEST = 20
"""How many characters may stand between the two."""


class Link(Enum):
    """Whether the words say that the two are one amount (SAID), or only let them be one (BESIDE)."""

    SAID = "said"
    BESIDE = "beside"


def link(passage: Passage, one: Quantity, two: Quantity) -> Link | None:
    """What ties two amounts that follow each other."""
    gap = (one.span.end, two.span.start)
    if gap[1] - gap[0] > FARTHEST:
        return None
    if IN_BRACKETS.fullmatch(passage.text, *gap):
        return Link.SAID if CLOSED.match(passage.text, two.span.end) else None
    if HEDGED.match(two.literal):
        return Link.SAID if passage.text[slice(*gap)] in ("", "，", ",", "、") else None
    if OTHER.search(passage.text, *gap):
        return None
    if SAID.fullmatch(passage.text, *gap):
        return Link.SAID
    return Link.BESIDE if BESIDE.fullmatch(passage.text, *gap) else None
