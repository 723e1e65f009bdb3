"""What two differing words are that stand in the same place of two like stretches: names swapped, or just wording."""

from enum import StrEnum

from checker.patterns import pattern
from checker.spans import Span

PLACE = pattern("(?:自治[区县州]|开发区|新区|街道|[省市区县州盟旗镇乡村])")
# Words that end like a place and name none: 山区, 城市, 全县 …
NO_PLACE = pattern(
    "(?:[全本该各外两我此一整辖园景社小山地牧灌灾矿城郊库片校院街学港厂林示老新禁专]区|[全本该各外两我此一城都超股楼上门夜集早菜大中小]市"
    "|[全本该各外两我此一邻]县|[全本各外两我此]省|[城小集古老全本各]镇|[城家下老返回水故全本各]乡|[农乡全本各新山两]村|[联加同结东欧]盟|[国红]旗)$"
)
BODY = pattern(
    "(?:公司|集团|委员会|办公室|管理局|合作社|研究院|研究所|法院|检察院|派出所|大学|学院|中学|小学|学校|医院|协会|银行|支行|分行|中心"
    "|[局委厅])"
)
LINK = pattern("[和与及的]")
SPEECH = pattern("(?:兴奋|高兴|自豪|激动|感慨|笑着)?地?(?:说|表示|介绍|告诉|坦言|认为|指出|回忆|感叹)")
HAN = pattern("[\u4e00-\u9fff]+")
REACH = 4
LONGEST = 6


class Swap(StrEnum):
    """What was swapped."""

    PLACE = "place"
    BODY = "body"
    PERSON = "person"
    WORDING = "wording"


def swap(text: str, one: Span, other: Span) -> Swap:
    """What the two differing words are, by what they end in or what stands right after them."""
    if not one or not other or not len(one) or not len(other):
        return Swap.WORDING
    kinds = {_kind(text, one), _kind(text, other)}
    return kinds.pop() if len(kinds) == 1 else Swap.WORDING


def _kind(text: str, span: Span) -> Swap:
    words = span.of(text)
    after = HAN.match(text, span.end, span.end + REACH)
    tail = after[0] if after else ""
    if _is_place(text[max(0, span.start - 1) : span.start], words, tail):
        return Swap.PLACE
    if BODY.search(words + tail, max(0, len(words) - REACH)):
        return Swap.BODY
    if len(words) <= 4 and HAN.fullmatch(words) and SPEECH.match(tail):
        return Swap.PERSON
    return Swap.WORDING


def _is_place(before: str, words: str, tail: str) -> bool:
    """A name of at least two characters and the sort of place that it is, perhaps shared by both (南安市, 南平市)."""
    if LINK.search(words):
        return False
    if PLACE.fullmatch(words[-1:]) or words.endswith(("街道", "开发区")):
        return len(words) >= 3 and NO_PLACE.search(words) is None
    sort = PLACE.search(tail[:2]) if len(words) <= LONGEST else None
    name = (before if HAN.fullmatch(before) and len(words) == 1 else "") + words + tail[: sort.end() if sort else 0]
    return sort is not None and sort.start() <= 1 and len(name) >= 3 and NO_PLACE.search(name) is None
