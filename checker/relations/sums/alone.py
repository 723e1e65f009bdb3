"""One part alone: 16条线路有10条停运, 55例（出院53例）.

Nothing but the noun of the whole stands between the two, or the part has a bracket to itself. Both are counted alike,
and the part can be no more than the whole; that it is, is for a reader to look at. A bracket may as well tell of others
(死亡3人（受伤12人）): what is more than the number before it is no part, and nothing is said.
"""

from collections.abc import Iterator

from checker.lexicon.predicates import verbs
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.sums.among import rated
from checker.relations.sums.row import GENERIC, Row, Sum, same_unit
from checker.spans import Span

HAVING = pattern(
    "[\u4e00-\u9fff]{1,8}?(?<![没只唯均各分还占具拥所含])(?:(?P<of>只|仅|已经?)|还|就|却|竟|便)?有(?:约|近|过|了)?"
)
RECENT = pattern("(?:过去|最近|[新最]?近|此前|之前|此前的?|刚过去的?)的?$")
PLAYED = pattern(
    "(?:比赛|联赛|较量|交锋|交手|对决|正赛|赛事|战事|直播|选举|拍卖|测试|实验|考试)?(?:中|里|当中|之中)?[，,](?:[\u4e00-\u9fff]{0,8}?)"
    "(?:取得|拿下|拿到|赢下|赢得|赢了?|输掉|输了?|打平|获得|收获|豪取|砍下|吞下|遭遇|只有|仅有?|有)了?(?:其中)?(?:的)?"
)
"""过去10场|比赛，火箭取得|8场."""
PLAYS = frozenset(("场", "轮", "局", "盘", "回合"))
PLAYED_SO = pattern("(?:比赛|较量)?的?(?:胜利|连胜|胜|失利|失败|败|负|平局|平|比赛)")

DOING = pattern("(?!家|个|名|位|人|的|以[上下])[\u4e00-\u9fff]{2}")
HUNG = pattern("[\u4e00-\u9fff]{0,6}[（(](?P<name>[\u4e00-\u9fff]{2,8}?)(?:有|为|共)?")
CLOSED = pattern("[\u4e00-\u9fff]{0,4}[)）]")
NO_PART = pattern(
    "累计|共|总|计划|目标|全[国省市县区球]|上|去|同期|预算|核定|编制|约|原|前|此|合|折|最|每|均|平|增|减|比|较|达|超|不|含"
    "|设计|额定|满|标准|相当|第"
)
LOOSE = GENERIC | {"家", "处"}
"""Whatever there is is counted so: that no others are meant, a verb right behind the number says (有9个完成任务)."""

NEAR = 12
HARM = pattern("死|亡|伤|失踪|失联")
"""Who died is not of those who were hurt."""

PERIODS = pattern("[年月日周季期]$")


def held(row: Row) -> Iterator[Sum]:
    """16条线路有10条停运: nothing but the noun and 有 between.

    两艘船有20艘小艇护航 tells of others; that a larger number is meant for a part only 已有 and 只有 say.
    """
    for whole in range(row.first, len(row.figures) - 1):
        part = whole + 1
        if not _alike(row, whole, part) or rated(row, part):
            continue
        words = row.between(whole, part)
        behind = row.text[row.quantity(part).span.end : row.passage.span.end]
        having = HAVING.fullmatch(words)
        name, done = row.quantity(part).unit.name, verbs().match(behind) is not None
        fits = _fits(row, whole, part) or (done and name in LOOSE - GENERIC)
        if having and (done or name not in LOOSE) and DOING.match(behind) and (having["of"] or fits):
            yield _part(row, whole, part)


def recent(row: Row) -> Iterator[Sum]:
    """过去10场比赛，火箭取得8场胜利: of so many played, so many won or lost."""
    for whole in range(row.first, len(row.figures) - 1):
        part = whole + 1
        behind = row.text[row.quantity(part).span.end : row.passage.span.end][:NEAR]
        told = _alike(row, whole, part) and row.quantity(part).unit.name in PLAYS and PLAYED_SO.match(behind)
        if told and RECENT.search(row.before(whole)) and PLAYED.fullmatch(row.between(whole, part)):
            yield _part(row, whole, part)


def bracketed(row: Row) -> Iterator[Sum]:
    """55例（出院53例）: one part in the bracket behind its whole."""
    for whole in range(row.first, len(row.figures) - 1):
        part = whole + 1
        first = row.figures[part]
        alone = first.bracket and (part + 1 == len(row.figures) or row.figures[part + 1].bracket != first.bracket)
        if not alone or row.figures[whole].bracket or not _alike(row, whole, part) or row.past(part):
            continue
        match = HUNG.fullmatch(row.between(whole, part))
        closed = CLOSED.match(row.text, row.quantity(part).span.end)
        if not match or not closed or NO_PART.search(match["name"]) or PERIODS.search(match["name"]):
            continue
        rivals = HARM.search(row.before(whole)) and HARM.search(match["name"])
        if not rivals and _fits(row, whole, part):
            yield _part(row, whole, part)


def _alike(row: Row, whole: int, part: int) -> bool:
    one, two = row.quantity(whole), row.quantity(part)
    counted = all(each.unit_class is UnitClass.COUNT and not each.hedges for each in (one, two))
    return counted and one.unit.name == two.unit.name and same_unit(one, two) and one.value > 1 and row.adds(whole)


def _fits(row: Row, whole: int, part: int) -> bool:
    return row.quantity(part).value <= row.quantity(whole).value


def _part(row: Row, whole: int, part: int) -> Sum:
    words = Span(row.quantity(whole).span.end, row.starts[part])
    return Sum(row.quantity(whole), (row.quantity(part),), (words,), likely=True)
