"""What stands between two numbers of one change and is none of it: brackets, marks of notes, 每百克."""

from fractions import Fraction

from checker.patterns import pattern
from checker.relations.cues import Act
from checker.relations.growth.alike import PARTS, alike
from checker.relations.passage import Figure, Passage
from checker.relations.sums.row import same_unit
from checker.spans import Span

ASIDE = pattern(r"[（(][^（(）)]{0,60}[)）]|\[[0-9]{1,2}\]")
PLAN = pattern(
    "[，,](?:完成|占|为|是|达到?|相当于)了?[^，,。；0-9]{0,10}(?:计划|任务|目标|预算|指标)[^，,。；0-9]{0,6}"
    "(?:[0-9.]{1,12}[万亿]?[元吨亩人套户个件]的)?[0-9.]{1,8}%(?=[，,])"
)
GOING_ON = pattern("[，,][^，,。；0-9]{1,8}(?:继续|持续|保持|仍在?|总体|呈|有所)[^，,。；0-9]{1,8}(?=[；;])")
"""，库存继续下降；: what a change is called once more before the next one is told."""

OVER = (
    "(?:超出|超过|高[出过]|领先|落后|超(?=警戒|保证|汛限|历史|标准|定员))"
    "(?![^，,。；0-9]{0,8}(?:[年月季周期届]|昨|此前|以前|原))[^，,。；0-9]{1,10}(?<!的)"
)
MARGIN_BEFORE = pattern(f"(?:^|[，,；;])[^，,。；比较]{{0,24}}?{OVER}$")
MARGIN = pattern(f"[，,]?{OVER}[0-9０-９.]{{1,12}}[万亿]?[^，,。；0-9]{{1,4}}(?=[，,])")
"""，领先第二名2分，: how far a level lies from a mark or a rival, which is no level."""

PACE = pattern(
    "[，,](?:[\u4e00-\u9fff]均|(?:平均)?每(?!年)[^，,。；0-9])[^，,。；0-9]{0,6}[0-9.]{1,12}[万亿]?[^，,。；0-9]{1,6}(?=[，,])"
)
"""发送2800万人次，|日均70万人次|，比去年增加200万人次: what by its size is told of the level before its pace.
So is 接待48万人次，|平均每个展览2万人次|，比上年增加6万人次."""

LAP = pattern(
    "[，,](?:平均)?每(?:公里|圈|百米|[0-9]{1,3}米|英里)[^，,。；0-9]{0,6}[0-9.]{1,3}[分秒][0-9.分秒]{0,8}(?=[，,])"
)
"""2小时11分47秒，|平均每公里用时3分07秒|，比原纪录2小时13分08秒快了1分21秒."""

OUTFLOW = pattern(
    "注销|吊销|退出|迁出|流出|转出|调出|死亡|关停|关闭|淘汰|报废|离职|退休|拆除|赎回|偿还|收回|归还"
    "|撤并|撤销|退役|出售|转让|处置|卖[了掉出]|关[了店]|闭店|关张|歇业|流失|病死|死了|送走|停运"
)
NET = pattern("净[增减]")
INFLOW = pattern("新[办建开设购增]|引进|购[入进置]|添[了置]|接收|招[了收]|开业")
_FLOW = "[^，,。；0-9]{{0,8}}(?:{})[^，,。；0-9]{{0,6}}[0-9.]{{1,8}}[万亿]?[^，,。；、0-9]{{1,3}}"
FLOWS = pattern(f"[，,；;]{_FLOW.format(INFLOW.pattern)}[、，,]{_FLOW.format(OUTFLOW.pattern)}(?=[，,][比较])")
"""；年内新办6所、撤并10所|，比上年末的244所净减4所: what came and what went between a level and its change."""

HELD = pattern("[，,][比较][^，。；0-9]{0,10}的?$")
"""新登记2.7万户，注销9000户，|净增1.8万户: no change of what went out; nor is 退出6架，|比上年末的331架|净增5架."""

PER = pattern(r"每[0-9０-９一二三四五六七八九十百千]{0,4}[^，,。；0-9]{0,4}$")
STOP = pattern("^[。；;](?=[比较]|[同环]比)")
REACH = 40
"""How many characters before a number can tell that it is a margin."""

LEAST_TIMES = 2
"""So many times a pace is the level of a time that is many days long."""

LONG = 200
"""Of more words than this between two figures only the last are read."""


def without(words: str) -> str:
    """The words between two figures without what is said by the way, without the stop that the second goes on from."""
    for aside in (ASIDE, PLAN, MARGIN, PACE, LAP, GOING_ON, FLOWS) if len(words) < LONG else ():
        words = aside.sub("", words)
    return STOP.sub("，", PER.sub("", words if len(words) < LONG else words[-LONG // 2 :]))


def is_pace(passage: Passage, at: int) -> bool:
    """Whether a number is only the pace of the level before it, too small for the change behind it to be its own."""
    if not 0 < at < len(passage.figures) - 1:
        return False
    before, figure, behind = passage.figures[at - 1 : at + 2]
    if behind.is_rate:
        return _outpaced(passage, at)
    start = max(passage.span.start, passage.clauses[figure.clause].start - 1)
    if LAP.match(passage.text, start, passage.span.end) and alike(before.quantity, behind.quantity):
        return min(_size(before), _size(behind)) > LEAST_TIMES * _size(figure)
    told = PACE.match(passage.text, start, passage.span.end)
    if told is None or passage.cues[at + 1].act not in (Act.RISE, Act.FALL):
        return False
    same = same_unit(before.quantity, behind.quantity) and alike(before.quantity, figure.quantity)
    return same and _size(before) > _size(behind) >= _size(figure)


def _outpaced(passage: Passage, at: int) -> bool:
    """Whether the base of the rate behind a pace is of the level's size: 800辆，日均100辆，增长6%，去年为755辆."""
    start = max(passage.span.start, passage.clauses[passage.figures[at].clause].start - 1)
    if PACE.match(passage.text, start, passage.span.end) is None or at + 2 >= len(passage.figures):
        return False
    before, figure, base = (passage.figures[one] for one in (at - 1, at, at + 2))
    alike = same_unit(before.quantity, figure.quantity) and same_unit(base.quantity, figure.quantity)
    return alike and min(_size(before), _size(base)) > LEAST_TIMES * _size(figure)


def is_flow(passage: Passage, at: int) -> bool:
    """Whether a number only came in or went out before what both leave: 新办6所、撤并10所，比上年末的244所净减4所."""
    return _went_out(passage, at) or (_came_in(passage, at) and _went_out(passage, at + 1))


def flows(passage: Passage) -> Span | None:
    """Where a sentence tells what came and what went, between a level and what that is held against."""
    start, end = passage.span.start, passage.span.end
    found = FLOWS.search(passage.text, start, end) if passage.text.find("净", start, end) >= 0 else None
    return Span(*found.span()) if found else None


def _came_in(passage: Passage, at: int) -> bool:
    return INFLOW.search(passage.words(passage.figures[at].before)) is not None


def _went_out(passage: Passage, at: int) -> bool:
    """Whether a number only went out before what is left of both flows: 新登记2.7万户，注销9000户，净增1.8万户."""
    if not 0 < at < len(passage.figures) - 1:
        return False
    told = passage.words(passage.figures[at].before) + passage.words(passage.figures[at].after)
    behind = passage.words(passage.figures[at + 1].before)
    between = passage.text[passage.figures[at].quantity.span.end : passage.figures[at + 1].quantity.span.start]
    if at + 2 < len(passage.figures) and HELD.search(between):
        behind = passage.words(passage.figures[at + 2].before)
    return OUTFLOW.search(told) is not None and NET.search(behind) is not None


def _size(figure: Figure) -> Fraction:
    return figure.quantity.value * figure.quantity.unit.factor


def is_margin(passage: Passage, figure: Figure) -> bool:
    """Whether a number tells how far a level lies from a mark or a rival: 超出半数线2席, 超警戒0.6米."""
    start = max(passage.clauses[figure.clause].start, figure.quantity.span.start - REACH)
    told = passage.text[start : figure.quantity.span.start]
    return figure.quantity.unit_class not in PARTS and MARGIN_BEFORE.search(told) is not None
