"""What was, what went and what is left (还剩); who should have come, who did and who did not (应到, 实到, 缺席)."""

import re
from collections.abc import Iterator, Sequence

from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act
from checker.relations.sums.again import is_told_again
from checker.relations.sums.divided import BESIDES, WITHIN, divides
from checker.relations.sums.row import OPEN, Row, Sum, same_unit

SIGNS = "剩余没未待正等欠落"
STILL = pattern(
    "(?:^|[，,；;])[^，。；0-9]{0,8}?(?:还剩|仅剩|只剩|尚剩|尚余|还余|剩下?了?|[还尚仍]欠(?:下|着|款)?)[^，。；0-9]{0,6}$"
)
"""眼下还剩36户: what is left of what there was."""

YET = pattern("(?:^|[，,；;])(?:[\u4e00-\u9fff]{2})?(?:还有|尚有|仍有|另有|还)$")
UNDONE_BEHIND = pattern(
    "(?:[\u4e00-\u9fff]{0,3}?)(?:没有?|未|待|下落|尚未|还没有?|仍未|正在|正|等[着待])(?P<verb>[\u4e00-\u9fff]{1,10})"
)
UNDONE = pattern("(?:^|[，,；;])(?:还|尚|仍)?[没未待](?P<verb>[\u4e00-\u9fff]{1,4})的(?:还有|尚有|还|有|为|是|约)*$")
"""尚有80座|未改, 没来的有|24人: what was not done, or is being done, beside what was."""

PLAIN_VERB, FAR = 3, 80
"""A longer word tells what is not done to what: 没有通自来水; so far before it is told what was done."""

BETWEEN = (UnitClass.DURATION, UnitClass.RATE)
"""两天卖掉, 占六成: what tells how long what went took, and what share it is."""

REST = pattern("(?:^|[，,；;])(?:其余|余下|剩余|剩下|(?P<also>还有))的?[^，。；0-9]{0,6}$")
"""What completes a division."""

PLAIN_REST = pattern("(?:^|[，,；;])(?:其余|余下|剩余|剩下)的?$")
REST_WORD, FEW = pattern("其余|余下|剩余|剩下"), 5
"""Told twice in a sentence, it completes divisions of parts; with more parts than so many it is not plain of what."""

REACH = 4
ALL, WHERE = (
    pattern("(?:[一总统拢]?共|合计)[\u4e00-\u9fff]{0,6}$"),
    pattern("(?:^|[，,；;])([在从由给往])[^，。；0-9]{2,14}$"),
)
"""一共落网17人; each part opens alike: 在出租屋摁住6人."""

HEADED = pattern("[；;][^，,；;。]{2,14}[中里][，,：:]")
"""；境外输入病例中，…: what follows divides a whole of its own."""

NESTS = pattern("[^，。；、0-9]{0,4}[中里][，,]|[，,；;（(]其中")
"""未交付的350套中，年内交付240套，其余110套: a part that is divided itself."""

PLACE = pattern("(?:^|[，,；;、])(?![全各])[\u4e00-\u9fff]{1,6}[省市县区道州镇乡村旗]$")
EACH = pattern("(?:每[亩户人家台套件头间辆棵][\u4e00-\u9fff]|[人户亩]均[\u4e00-\u9fff])[\u4e00-\u9fff]{0,5}$")
SEVERALLY = pattern("分别[^，。；、0-9]{0,16}$")
PRESENT = pattern("(?:实到|实际到会|实际出席|实际参加|实际到场|实际到岗|到会|出席|到场)[^，。；0-9]{0,6}$")
DUE = pattern("(?:应到|应出席|应参加|应到会|应到场|应到岗)[^，。；0-9]{0,8}$")
ABSENT = pattern("(?:缺席|缺勤|请假|病假|事假|未到|未出席|缺考|公出)[^，。；0-9]{0,6}$")


def left_over(row: Row) -> Iterator[Sum]:
    """原有低收入户86户，51户脱贫，还剩35户: what was, what went and what is left, nothing else of the kind."""
    for last in range(row.first + 2, len(row.figures)):
        if not STILL.search(row.before(last)) and not is_undone(row, last):
            continue
        told = _told_before(row, last)
        if told is None:
            continue
        whole, part = told
        if any(same_unit(row.quantity(one), row.quantity(last)) for one in range(row.first, whole)):
            continue
        alike = all(row.adds(one) and same_unit(row.quantity(one), row.quantity(last)) for one in (whole, part, last))
        moved = any(row.cues[one].act is Act.TO or row.quantity(one).hedges for one in (whole, part, last))
        listed = BESIDES.search(row.sentence(last)) or OPEN.search(row.sentence(last)) or row.figures[part].bracket
        if not alike or moved or listed or is_told_again(row, part, last):
            continue
        if row.quantity(whole).value > max(row.quantity(one).value for one in (part, last)):
            parts = row.quantity(part), row.quantity(last)
            equal = sum(one.value for one in parts) == row.quantity(whole).value
            words = (row.figures[last].before,)
            yield Sum(row.quantity(whole), parts, words, exhaustive=True, likely=not equal, slip=not equal)


def _told_before(row: Row, last: int) -> tuple[int, int] | None:
    """What was and what went, without how long that took and what share it is: 带来26条，两天卖掉19条，还剩7条."""
    before = range(last - 1, max(row.first, last - REACH) - 1, -1)
    told = [one for one in before if row.quantity(one).unit_class not in BETWEEN or row.adds(one)]
    return (told[1], told[0]) if len(told) > 1 else None


def is_undone(row: Row, last: int) -> bool:
    """Whether it is told of what is left that it is not done yet what was done to the others."""
    verb = _not_done(row, last)
    return bool(verb) and (len(verb) <= PLAIN_VERB or verb[-2:] in row.sentence(last)[-FAR:])


def is_other_matter(row: Row, last: int) -> bool:
    """Whether it is told of others what is not done to them: 通公路的280个，还有30个没有通自来水."""
    verb = _not_done(row, last)
    return bool(verb) and len(verb) > PLAIN_VERB and verb[-2:] not in row.sentence(last)[-FAR:]


def _not_done(row: Row, last: int) -> str:
    undone = UNDONE.search(row.before(last))
    if undone is None and YET.search(row.before(last)):
        undone = UNDONE_BEHIND.match(row.text, row.quantity(last).span.end, row.passage.span.end)
    return undone["verb"] if undone else ""


def is_left(row: Row, last: int) -> bool:
    """Whether it is told as what is left of what there was."""
    lead = row.before(last)
    return STILL.search(lead) is not None or PLAIN_REST.search(lead) is not None or is_undone(row, last)


def rest_of_all(row: Row) -> Iterator[Sum]:
    """98分，首发五人得76分，剩下22分: all numbers of a unit in it, the first their whole, the last what is left."""
    for last in range(row.first + 2, len(row.figures)):
        rest = REST.search(row.before(last))
        if not rest or BESIDES.search(row.sentence(last)) or len(REST_WORD.findall(row.sentence(last))) > 1:
            continue
        alike = [one for one in range(row.first, last + 1) if same_unit(row.quantity(one), row.quantity(last))]
        whole, *parts = [one for one in alike if not row.paced(one)] or alike
        alike = [whole, *parts]
        if len(parts) < 2 or not _is_divided(row, whole, parts[0], last):
            continue
        if not all(row.adds(one) for one in parts) or not all(_is_level(row, one) for one in alike):
            continue
        if is_told_again(row, parts[-2], last) or any(NESTS.match(row.between(one, one + 1)) for one in parts[:-1]):
            continue
        if _is_of_a_row(row, whole, parts[0]) or any(HEADED.search(row.between(one, one + 1)) for one in parts[:-1]):
            continue
        closed = row.cues[whole].act is Act.SUM or WITHIN.match(row.between(whole, parts[0]))
        if rest["also"] and not (closed or _is_parted(row, whole, parts[:-1])):
            continue
        opened = OPEN.search(row.sentence(last)) is not None
        dealt = any(SEVERALLY.search(row.before(one)) for one in parts)
        marks = "，；、和" if opened or dealt else "，；"
        joined = all(set(marks) & set(row.between(one, one + 1)) for one in parts[:-1])
        if joined and len(parts) <= FEW and not _is_nested([row.quantity(one) for one in parts]):
            yield from _left(row, alike, sure=opened or dealt or bool(rest["also"]) or divides(row, whole, parts[0]))


def _left(row: Row, alike: Sequence[int], *, sure: bool) -> Iterator[Sum]:
    """The first number with all others for its parts; where nothing says that it is their whole, only if they fit."""
    whole, *parts = (row.quantity(one) for one in alike)
    equal = sum(one.value for one in parts) == whole.value
    if whole.value > max(one.value for one in parts) and (equal or sure):
        yield Sum(whole, tuple(parts), (row.figures[alike[-1]].before,), exhaustive=True, likely=not equal)


def _is_of_each(row: Row, whole: int) -> bool:
    """Whether a sum of money is what each costs, so that its parts are of each as well: 每亩保费150元，自己出30元."""
    return row.quantity(whole).unit_class is UnitClass.MONEY and EACH.search(row.before(whole)) is not None


def _is_divided(row: Row, whole: int, part: int, last: int) -> bool:
    """Whether the whole adds up, or is what each costs, and no 其中 divides but the latter."""
    if not (row.adds(whole) or _is_of_each(row, whole)):
        return False
    return OPEN.search(row.sentence(last)) is None or _opens_each(row, whole, part)


def _opens_each(row: Row, whole: int, part: int) -> bool:
    """Whether all that 其中 opens is the list of what each costs: 人均花费1860元，其中住宿…."""
    opened = OPEN.findall(row.sentence(part))
    return not row.adds(whole) and len(opened) == 1 and OPEN.search(row.between(whole, part)) is not None


def _is_of_a_row(row: Row, whole: int, part: int) -> bool:
    """Whether the first number is one of a row of places, and not what they come to: 甲市9例，乙市7例."""
    one, two = (PLACE.search(row.before(each)) for each in (whole, part))
    return one is not None and two is not None


def _is_parted(row: Row, whole: int, parts: Sequence[int]) -> bool:
    """Whether a total is divided by where its parts are: 共抓获17人，在城东抓获6人，在城西抓获5人，还有6人…."""
    opened = {found[1] for one in parts if (found := WHERE.search(row.before(one)))}
    return (
        len(parts) > 1
        and ALL.search(row.before(whole)) is not None
        and len(opened) == 1
        and all(WHERE.search(row.before(one)) for one in parts)
    )


def _is_nested(parts: Sequence[Quantity]) -> bool:
    """Whether the others divide the first of them: 广州报告11例，3例来自甲国，3例来自乙国，其余5例."""
    return len(parts) > 2 and parts[0].value == sum(one.value for one in parts[1:])


def _is_level(row: Row, index: int) -> bool:
    plain = not row.quantity(index).hedges and row.figures[index].bracket == 0 and not row.past(index)
    return plain and row.cues[index].act in (Act.LEVEL, Act.SUM)


def attended(row: Row) -> Iterator[Sum]:
    """应到58人，实到49人，请假6人，缺席3人: those who came and all who did not are those who should have."""
    due = _told(row, DUE)
    if not due:
        return
    present, absent = [one for one in _told(row, PRESENT) if one not in due], _told(row, ABSENT)
    if len(due) == len(present) == 1 and absent and not OPEN.search(row.sentence(absent[-1])):
        parts = tuple(map(row.quantity, (*present, *absent)))
        words = (row.figures[due[0]].before,)
        yield Sum(row.quantity(due[0]), parts, words, exhaustive=True, likely=len(absent) > 1)


def _told(row: Row, shape: re.Pattern[str]) -> list[int]:
    return [one for one in range(row.first, len(row.figures)) if shape.search(row.before(one)) and row.adds(one)]
