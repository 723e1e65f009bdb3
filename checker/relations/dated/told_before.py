"""span whose start an earlier sentence tells: 2014年妻子病故。妻子走后的十一年，…; 1998年进站。…2023年退休，前后25年.

In the first the same word names who went; in the second the paragraph tells no other year but births; and what lasted
from one month to another may be reckoned in the next sentence: 2019年3月至2021年8月，…。在两年五个月里. All is for
somebody to look at.
"""

from collections.abc import Iterator, Sequence

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Date, Period
from checker.relations.dated import beginnings, calendar, life_facts, service
from checker.relations.dated.calendar import Elapsed, elapsed
from checker.relations.dated.stretch import Length, Stretch, judged, length
from checker.relations.passage import Passage
from checker.relations.record import Relation

WENT = "(?:走|去世|离世|病故|病逝|牺牲|过世|离开|离去|故去)"
GONE = pattern(f"(?P<who>[\u4e00-\u9fff]{{2}}){WENT}(?:[以之]?后)(?:的|这|的这)?(?:整整)?$")
DEATH = pattern("病故|去世|离世|病逝|牺牲|过世|故去|走了|离开")
WITHIN = pattern("[里间来中，]|时间")
IN_IT = pattern("[“ \u3000]*(?:在|就在)?(?:这|此)?(?:整整|短短|长达|前后|近)?$")
IN_TIME = pattern("的?(?:时间)?[里间内中]|[、，]共")
CLOSING = pattern(
    "(?:前前后后|前后|算下来|算起来|满打满算)[，,]?(?:一共|总共|正好|刚好|恰好|整整|正?是|足足|[站守教干住待跑走种养扎做当]了)*$"
)
DOING = pattern("(?:在[^，。；0-9]{1,8})?[站守教干住待呆跑走种养扎做当]了(?:整整|足足)?$")
LEFT = pattern("[^，。；]{0,6}[，]?[^，。；]{0,6}?(?:退休|离休|离岗|退下来|卸任|交班|离任)")
NOW = pattern("今年是20[0-9]{2}年|如今|至今|到今天|今年|现在")
BEGUN = pattern(
    f"{beginnings.BEGUN}|[上进到]了[^，。]{{0,8}}[站厂场坊馆院社队校山岛船车矿班店村岗]|拜师|学[手技]艺|走[上进到]|来到|分[到配]|报到"
)
OTHERS, PAUSE = life_facts.OTHERS, pattern("后来|其间|期间|中间|曾|一度|再次|又(?:回|到|调)|调[到往任入]|转[到行岗业]")
BACK, LEAD, AHEAD, LEAST, NEAR = 4, 24, 40, 5, 16


def find(passage: Passage) -> Iterator[Relation]:
    """Every length in years or months whose start stands in a sentence before, judged."""
    for index, token in enumerate(passage.tokens if passage.is_prose else ()):
        found = length(token)
        if found is None or found.ordinal or found.unit not in ("年", "个月") or found.said.low != found.said.high:
            continue
        if found.span.of(passage.text).endswith("岁"):
            continue
        yield from _in_period(passage, index, found)
        if found.unit == "年":
            yield from _since_death(passage, found)
            yield from _closing(passage, found)


def _in_period(passage: Passage, index: int, found: Length) -> Iterator[Relation]:
    """2019年3月至2021年8月，…。在两年五个月里: the only time that the sentence before tells."""
    if index or passage.earlier is None or not IN_IT.fullmatch(passage.text, passage.span.start, found.span.start):
        return
    if not IN_TIME.match(passage.text, found.span.end):
        return
    told = [one for one in passage.earlier.tokens if isinstance(one, Date | Period)]
    period = told[0] if len(told) == 1 else None
    if not isinstance(period, Period) or len({one.span for one in calendar.ends(period)}) < len(calendar.ends(period)):
        return
    start, end = calendar.ends(period) or (None, None)
    true = elapsed(start, end, found.unit) if start and end else None
    if start is not None and true is not None:
        yield judged(passage, Stretch(start, end, found, true, "起止与时长", doubtful=True))


def _since_death(passage: Passage, found: Length) -> Iterator[Relation]:
    """妻子走后的十一年, where a sentence before tells the year in which she died."""
    gone = GONE.search(passage.text[max(passage.span.start, found.span.start - LEAD) : found.span.start])
    now = calendar.year_of(passage.published)
    if gone is None or now is None or not WITHIN.match(passage.text, found.span.end):
        return
    years = [one for each in (*_before(passage), passage) for one in _years(each) if one.span.end <= found.span.start]
    died = [one for one in years if _died(passage, one, gone["who"])]
    if len(died) == 1 and died[0].year and died[0] is years[-1]:
        lapse = now - died[0].year
        true = Elapsed(max(0, lapse - 1), lapse + 1)
        yield judged(passage, Stretch(died[0], None, found, true, "年份与年数", doubtful=True))


def _died(passage: Passage, year: Date, who: str) -> bool:
    clause = passage.text[year.span.end : year.span.end + NEAR].split("。")[0]
    return who in clause and DEATH.search(clause) is not None


def _closing(passage: Passage, found: Length) -> Iterator[Relation]:
    """2023年他退休，前后正好二十五年, behind the one year in which it began."""
    lead = passage.text[passage.span.start : found.span.start]
    closing, doing = CLOSING.search(lead), DOING.search(lead)
    ends = [one for one in _years(passage) if one.span.end <= found.span.start]
    if not (closing or doing) or len(ends) > 1 or OTHERS.search(lead) or (found.said.low or 0) < LEAST:
        return
    now = NOW.search(lead)
    left = ends[0] if ends and LEFT.match(passage.text, ends[0].span.end) else None
    if (left is None and not now) or (ends and left is None and now and "20" not in now[0]):
        return
    start = _only_start(passage)
    last = left.year if left else calendar.year_of(passage.published)
    if start is None or start.year is None or last is None or last <= start.year:
        return
    lapse = last - start.year
    relation = judged(passage, Stretch(start, left, found, Elapsed(lapse - 1, lapse + 1), "年份与年数", doubtful=True))
    longer = (found.said.low or 0) > lapse + 1
    between = passage.text[start.span.end : found.span.start]
    plain = not (OTHERS.search(between) or PAUSE.search(between))
    if relation.verdict is Verdict.CONSISTENT or (plain and (longer or (left and closing))):
        yield relation


def _only_start(passage: Passage) -> Date | None:
    """The only year, but for births, that the sentences before tell, as that of a beginning."""
    told = [one for each in _before(passage) for one in _years(each) if not _is_birth(each, one)]
    begun = told[0] if len(told) == 1 else None
    if begun is None:
        return None
    words = passage.text[begun.span.end : begun.span.end + AHEAD].split("。")[0]
    return begun if BEGUN.search(words) else None


def _is_birth(passage: Passage, one: Date) -> bool:
    return service.is_birth(passage, one) or life_facts.EVENT.match(passage.text, one.span.end) is not None


def _before(passage: Passage) -> Sequence[Passage]:
    found: list[Passage] = []
    one = passage.earlier
    while one is not None and one.is_prose and len(found) < BACK:
        found.insert(0, one)
        one = one.earlier
    return found


def _years(passage: Passage) -> list[Date]:
    return [one for token in passage.tokens for one in calendar.ends(token) if one.year is not None]
