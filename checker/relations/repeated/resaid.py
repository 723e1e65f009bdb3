"""same: a number that was told is taken up by its number: 收鲜叶510吨。厂长说，510吨鲜叶能炒出百来吨干茶.

Who opens what he says with a number, or sets it behind 送来的 or before 的收入, speaks of one that is known. Where the
number differs by a slip of the pen from the last one of its sort, called alike, it is one to look at. A smaller number
may be that of a part, so that only turned digits tell there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act
from checker.relations.naming import pairs
from checker.relations.record import Relation
from checker.relations.repeated.likeness import LABELS, slip
from checker.relations.repeated.mentions import Mention, agree, of_one_time, of_two_things, relate
from checker.relations.repeated.wording import bare

OPENS = pattern(
    "(?:“|(?:[说称道]|介绍|表示|坦言|透露|告诉记者|记得|回忆|感慨|算了?(?:一?[笔下])?账|指头算|[粗细]一算)[，,：:“]*)[“\\s]*$|(?P<led>[：:])\\s*$"
)
"""What stands before a number that opens what somebody says."""

OF_THOSE = pattern("(?:(?P<which>[\u4e00-\u9fff]{1,9})的|[这该])$")
NOT_THOSE = pattern("(?:新|另|其|每|首批|计划|预计|目标|剩余|剩下|其余|其他|余下|部分|不同)[\u4e00-\u9fff]{0,6}的$")
"""Before 的 what tells others than those that were told of."""

MEASURED = pattern("(?:[计预][划计])?(?:总[量数额]|总面积|总长|总规模|总投资|总人数)(?:为|达到?|是|约|共)*$")
OF_ANOTHER = pattern("的")
"""480张床位的新楼: what is counted only tells of something else."""
APART = pattern(
    "(?P<before>.)?(?P<way>[一二三四五六七八九十东西南北甲乙丙丁上下左右内外老新大小])(?P<behind>[\u4e00-\u9fff]{1,2})"
)
HANZI = pattern("[\u4e00-\u9fff]+")
FAR, BACK = 1, 16
"""How many paragraphs and how many numbers may lie between."""

NOUN, LONG, TELLING = 2, 4, 2


def told_again(mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Every number that takes up the last one of its sort, judged by whether it is that number."""
    body = [one for one in mentions if _counts(one)]
    told = {(one.key, one.size.as_integer_ratio()): 0 for one in body}
    for one in mentions:
        value = (one.key, one.size.as_integer_ratio())
        if value in told:
            told[value] += 1
    for at, two in enumerate(body):
        way = _takes_up(two)
        if not way:
            continue
        before = (one for one in reversed(body[max(0, at - BACK) : at]) if _of_one_sort(one, two))
        near = (each for each in before if each.sentence is two.sentence or _may_be_called(each, two, way))
        one = next(near, two)
        if two.paragraph - one.paragraph > FAR or not _is_of_those(one, two):
            continue
        if agree(one, two):
            if len(two.digits.strip("0")) >= TELLING or _is_called(one, two):
                yield relate((one, two), "level")
        elif told[two.key, two.size.as_integer_ratio()] == 1 and _may_be_one(one, two):
            called = _is_called(one, two) or way == "measure"
            if _slips(one, two, called=called):
                yield replace(relate((one, two), "level"), doubtful=True)


def _counts(one: Mention) -> bool:
    """Whether it tells exactly how much there is of something."""
    if one.title or one.lasts or one.quantity.hedges or one.quantity.unit.name in LABELS:
        return False
    return one.figure.is_amount and one.cue.act in (Act.LEVEL, Act.SUM, Act.TO) and one.quantity.value > 1


def _takes_up(two: Mention) -> str:
    """How a number tells that it is known: it ``opens`` what is said, is ``led`` by a colon, is that of ``those`` or
    ``these``, or the ``measure`` of all; empty where it tells nothing of the kind.
    """
    before = two.before
    if not before:
        opens = OPENS.search(two.ahead)
        return "" if opens is None else "led" if opens["led"] else "opens"
    those = OF_THOSE.search(before)
    if those:
        return "those" if those["which"] else "these"
    return "measure" if MEASURED.fullmatch(before) else ""


def _is_of_those(one: Mention, two: Mention) -> bool:
    """Whether a clause before a number repeats what is told with the other, if it could be of others: 新购的4艘."""
    those = OF_THOSE.search(two.before)
    which = those["which"] or "" if those else ""
    within = one.sentence is two.sentence
    repeated = bool(pairs(which[-NOUN:]) & pairs(one.before if within else one.sentence))
    return one is not two and (repeated or not (within or NOT_THOSE.search(two.before)))


def _of_one_sort(one: Mention, two: Mention) -> bool:
    """Whether both are counted alike; 480张床位 has its noun in its unit."""
    left, right = one.quantity.unit.name, two.quantity.unit.name
    return one.key == two.key or (one.key[::2] == two.key[::2] and bool(left) and right.startswith(left))


def _noun(two: Mention) -> str:
    """What the second counts: the characters behind it, and what its unit has more than a classifier."""
    name = two.quantity.unit.name if two.quantity.unit_class is UnitClass.COUNT else ""
    inside = name[1:] if len(name) > NOUN else ""
    found = HANZI.match(inside + two.after if inside else two.after.removeprefix("的"))
    return found[0] if found else ""


def _is_called(one: Mention, two: Mention) -> bool:
    """Whether what the second counts has a name that stands right beside the first."""
    noun, name = _noun(two), bare(one.before)
    if OF_ANOTHER.search(noun[NOUN : LONG + 1]):
        return False
    if one.after.removeprefix("的").startswith(noun[:NOUN]) or noun[:LONG] in name:
        return len(noun) >= NOUN
    return any(name.endswith(noun[:size]) for size in range(NOUN, LONG))


def _may_be_called(one: Mention, two: Mention, way: str) -> bool:
    """Whether the name of the second has something of the words beside the first, or it is told without any."""
    noun, words = _noun(two), f"{one.before}|{one.after}"
    if way == "these":
        return True
    if not noun:
        return way in ("opens", "measure")
    if bare(one.before).endswith(noun[:1]):
        return True
    return noun in words or bool(pairs(noun[:LONG]) & pairs(words))


def _slips(one: Mention, two: Mention, *, called: bool) -> bool:
    """Whether a slip of the pen leads from one to the other. A smaller number may be that of a part, and a larger one
    of something else that has another name: there only turned digits tell.
    """
    slipped = slip(one, two)
    small = len(one.digits) == len(two.digits) == 1
    return slipped > 1 or (called and (slipped > 0 or small) and two.size > one.size)


def _may_be_one(one: Mention, two: Mention) -> bool:
    """Whether nothing tells of two times, places or scopes; a clause may say of what is known what it did."""
    scope = two.scope and one.scope != two.scope and not (one.time.span and one.time.span == two.time.span)
    if scope or not of_one_time(one, two) or set_apart(one.sentence, two.sentence):
        return False
    return not of_two_things(one, two) or (slip(one, two) > 1 and _noun(two)[:NOUN] == one.after[:NOUN] != "")


def set_apart(one: str, two: str) -> bool:
    """Whether two sentences speak of two of a row, which are told apart by one character: 市一院, 市二院."""
    ways: dict[str, set[str]] = {}
    for found in APART.finditer(one):
        for name in _places(found):
            ways.setdefault(name, set()).add(found["way"])
    for found in APART.finditer(two):
        if any(name in ways and found["way"] not in ways[name] for name in _places(found)):
            return True
    return False


def _places(found: re.Match[str]) -> tuple[str, ...]:
    """What stands around the character that tells apart."""
    behind = found["behind"]
    around = f"{found['before'] or ''}_{behind[:1]}"
    return (around, f"_{behind}") if len(behind) > 1 else (around,)
