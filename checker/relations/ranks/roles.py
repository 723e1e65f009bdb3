"""Where a move begins and ends, by the words before each place: 上年第五 and 从第五 begin it, 升至第三 ends it.

Adding a phrasing is a word in one of the tables.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from checker.patterns import pattern
from checker.quantities.model import Date, Token
from checker.relations.dated import calendar
from checker.relations.passage import Passage
from checker.relations.ranks.places import Place


class Role(Enum):
    """What the words before a place make of it."""

    FROM = "from"
    TO = "to"
    NONE = ""


BEFORE_NOW = (
    "上年|去年|前年|上次|上季度?|上月|上个月|上周|上届|上期|上一[年届次期轮季月个周][\u4e00-\u9fff]?|上轮|上赛季|上学期|"
    "前一[年届次期轮周天日]|前次|此前|之前|以前|原来|原先|原本|原|最初|起初|当初|年初|开局|一度|[年月周天日季赛会轮届]前|赛季初|期初|昨天|昨日|往年|曾经?"
)
NOW = (
    "今年|如今|现在|目前|眼下|今天|当前|现已|最新|[本这此][届次季期轮年月周]|本赛季|这[一个]|[年月周天]后|[年月]末|年底|"
    "后来|之后|随后|其后|最终|最后|终于|已"
)
WENT = (
    "跻身|挤进|迈入|跨入|杀入|坐[到上]|→|[升跃进居降跌退滑移掉落爬蹿窜追冲杀跳挤提攀闯晋挪撤变调][升进至到为入居成在]|来到|回到|[至到]|变为|成为|"
    "提高|提升|上升|下降|前移|后移|一跃|跃居"
)
LAST_SAID = pattern(
    rf"(?P<to>(?:[\u4e00-\u9fff][到至为成](?:{BEFORE_NOW})的?)|{WENT})|(?P<from>{BEFORE_NOW}|[由从自](?![\u4e00-\u9fff]{{0,3}}来)|[比较](?!快|好|高|低|强|大|为|，))|(?P<now>{NOW})"
)
KNOWN = pattern(
    "[同环]比|(?:19|20)[0-9]{2}年|前一[周月日天年季]|[他她它我]们?|[，,、（(的了还高位名列居排在第为是由又再则便就也曾得一举全国省市区县球]|名次|排名|位次|位列|同期|水平"
)
MOVED = pattern(
    "(?:前进|前移|上升|提升|跃升|提高|进位|上移|后退|下降|下滑|后移|退步|倒退|[进退升降跌掉落滑])了?[0-9〇一二两三四五六七八九十]{1,4}个?[位名]次?"
)
SETS_OUT = pattern("[由从自]")
"""Before the place that a move begins at, whose end is as a rule told after it."""
BEHIND = pattern(
    "[位名]?(?:的?(?P<from>发车|起跑|出发|起步|起航|出战)|(?P<to>冲线|撞线|完赛|过线|收官|收车|冲过终点|通过终点))"
)
"""第12位发车，第4名冲线: what is done at the place says whether it begins or ends the move."""

RUNS_ON = pattern(
    "[位名]?[，,]?[又再则便就但到]?(?:[0-9〇一二三四五六七八九十]{1,3}月份?)(?:排名?|名次|位次|位|列|居|在|为|是|降|升|至|到)*"
)
STAGES = (
    ("前年", "去年", "今年"),
    ("入学", "期中", "期末"),
    ("上半年", "下半年"),
    ("上学期", "下学期"),
    ("一模", "二模", "三模"),
)
"""Times that follow each other."""
EXAMINED = pattern("期[中末]|[一二三]模|考试?|成绩|[下上]学期|[上下]半年|坐|拿|把|交椅|总分|[班年]级|全[班级年]")
HALF_A_YEAR = 6
LEAD = 18
"""How many characters before a place are read."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The two places of a move; ``firm`` if no other subject may stand between them, ``likely`` if one still may."""

    start: Place
    end: Place
    firm: bool
    likely: bool = False


def pair(passage: Passage, one: Place, two: Place, heads: tuple[int, int]) -> Pair | None:
    """The two places in the order of the move, ``one`` standing first in the text; None if no word orders them.

    ``heads`` is where the words before each of them begin.
    """
    first, second = _role(passage, heads[0], one), _role(passage, heads[1], two)
    gap = passage.text[one.span.end : two.span.start]
    if first is second:
        return _by_year(passage, one, two) or _by_stage(passage, one, two, heads)
    if second is Role.FROM:
        return Pair(two, one, firm=_is_plain(gap) and not SETS_OUT.search(gap))
    if second is Role.TO or first is Role.FROM:
        return Pair(one, two, firm=Role.NONE not in (first, second) or _is_plain(gap))
    return _by_year(passage, one, two) or _by_stage(passage, one, two, heads)


def _is_plain(gap: str) -> bool:
    """Whether the words between two places name no other subject."""
    return len(_unknown(gap)) <= 1


def _unknown(gap: str) -> str:
    """What is left of the words between two places without those that name no subject."""
    return KNOWN.sub("", LAST_SAID.sub("", MOVED.sub("", gap)))


def _role(passage: Passage, head: int, place: Place) -> Role:
    """What is done at the place, else the last word of a table before it."""
    done = BEHIND.match(passage.text, place.span.end, passage.span.end)
    if done:
        return Role.FROM if done["from"] else Role.TO
    words = passage.text[max(head, place.span.start - LEAD) : place.span.start]
    role = Role.NONE
    for said in LAST_SAID.finditer(words):
        role = Role.FROM if said["from"] else Role.TO
    return role


def _by_year(passage: Passage, one: Place, two: Place) -> Pair | None:
    """2022年列第84名，2023年列第51名: the years, or the months, that stand before the places."""
    first, second = _date(passage, one), _date(passage, two)
    if first is None or second is None:
        return None
    if first.year != second.year and first.year and second.year:
        return Pair(one, two, firm=True) if first.year < second.year else Pair(two, one, firm=True)
    if not first.month or not second.month or second.year not in (None, first.year):
        return None
    firm = RUNS_ON.fullmatch(passage.text, one.span.end, two.span.start) is not None
    if first.month == second.month or abs(first.month - second.month) > HALF_A_YEAR:
        return None
    return Pair(one, two, firm) if first.month < second.month else Pair(two, one, firm)


def _by_stage(passage: Passage, one: Place, two: Place, heads: tuple[int, int]) -> Pair | None:
    """前年列第10位，去年列第9位; 期中第41名，期末第36名: which comes first, by a table."""
    first, second = (_stage(passage, head, each) for head, each in zip(heads, (one, two), strict=True))
    if first is None or second is None or first[0] is not second[0] or first[1] == second[1]:
        return None
    firm = not _unknown(EXAMINED.sub("", passage.text[one.span.end : two.span.start]))
    start, end = (one, two) if first[1] < second[1] else (two, one)
    return Pair(start, end, firm, likely=True)


def _stage(passage: Passage, head: int, place: Place) -> tuple[Sequence[str], int] | None:
    """The row of the table that words before a place name once, and which of its stages."""
    words = passage.text[max(head, place.span.start - LEAD) : place.span.start]
    named = [(row, number) for row in STAGES for number, stage in enumerate(row) if stage in words]
    return named[0] if len(named) == 1 else None


def _date(passage: Passage, place: Place) -> Date | None:
    near: list[Token] = [
        token for token in calendar.around(passage, place.span.start) if 0 <= place.span.start - token.span.end <= LEAD
    ]
    last = near[-1] if near else None
    return last if isinstance(last, Date) else None
