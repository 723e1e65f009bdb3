"""span of what is still done, told before the year in which it began: 跑这条水路23年了，2003年上船.

The clause behind holds nothing but that year and a word of beginning, and the sentence no other year: so that what was
done for so long is what began then. A length without 了 may be of what was done before, unless it is too long for that.
"""

from collections.abc import Iterator, Sequence

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Date
from checker.relations.dated import calendar
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.stretch import Length, Stretch, judged, length
from checker.relations.passage import Passage
from checker.relations.record import Relation

DOING = pattern(
    "(?:^|[，,；;])(?P<who>[\u4e00-\u9fff]{0,8}?)(?P<doing>[跑赶干教守开种养住摆修做当唱演走卖扛管打放撑划驾待站蹲织酿刻画拉])(?P<done>了)?"
    "(?P<what>[\u4e00-\u9fff]{0,6}?)(?:已经?|都|快|整整|足足|有|将近|近)*$"
)
GONE = pattern("离|退|停|荒|空|没|不|曾|过去|以前|先后|各|前后|平均|每")
"""What is done no more, or not by one alone."""

STILL = pattern("了(?=[，,])")
BETWEEN = pattern("(?P<object>[\u4e00-\u9fff]{0,3}?)(?P<still>了)?[，,](?:[他她]?是|[他她]|打)?")
BEGAN = pattern(
    "(?:[0-9]{1,2}月|[春夏秋冬]天?|[年月]?[底末初]|那年|就|便|才|头一[回次]|跟着[\u4e00-\u9fff]{1,4}|[他她])*"
    "(?:上的?[车船岗井]|下井|进的?[厂山城村校馆站园队团门]|入[行伙职队团门]|来的|到的?岗|起的头|开始|开的头|拜师|学的|接的?[班手过]?|上任|参加工作|"
    "开的?[张店业]|搬来|落的?户|嫁来|报的?到|登台|[上来到][\u4e00-\u9fff]{1,3}的)(?:的|，|。|；|$|时|那[年会])"
)
SURELY = pattern(
    "[^，。；]{0,6}?(?:上的?[车船井]|下井|进的?[厂矿校]|入行|开始|拜师|学的|参加工作|开的?张)(?:的|[，。；时]|$)"
)
"""With these nobody has done the same before."""

SHORTEST = 3
REACH = 24


def find(passage: Passage) -> Iterator[Relation]:
    """Every such length, judged."""
    years = [one for one in passage.tokens if isinstance(one, Date) and (one.year or one.relative)]
    if len(years) != 1 or years[0].year is None:
        return
    for token in passage.tokens:
        found = length(token)
        if found is not None and found.unit == "年" and not found.ordinal and (found.said.low or 0) >= SHORTEST:
            yield from _judged(passage, years, found)


def _judged(passage: Passage, years: Sequence[Date], found: Length) -> Iterator[Relation]:
    start, now = years[0], calendar.year_of(passage.published)
    if now is None or start.year is None or not 0 <= start.span.start - found.span.end <= REACH:
        return
    lead = passage.text[max(passage.span.start, found.span.start - REACH) : found.span.start]
    doing = DOING.search(lead)
    between = BETWEEN.fullmatch(passage.text, found.span.end, start.span.start)
    began = BEGAN.match(passage.text, start.span.end, passage.span.end)
    if doing is None or between is None or began is None or GONE.search(lead) or start.year > now:
        return
    years_gone = now - start.year
    true = Elapsed(max(0, years_gone - 1), years_gone + 1)
    relation = judged(passage, Stretch(start, None, found, true, "年份与年数", doubtful=True))
    longer = found.said.low is not None and found.said.low > true.most
    plain = not between["object"] and not doing["what"]
    sure = SURELY.match(passage.text, start.span.end, passage.span.end) is not None
    if relation.verdict is Verdict.CONSISTENT or (sure and (between["still"] or (longer and plain))):
        yield relation
