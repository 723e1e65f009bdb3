"""span of a length that is told before its ends: 教书35年，1990年至2025年从未离开; 每天开放12小时，从早上9点到晚上9点;
今年是抗战胜利80周年，抗战胜利于1945年.

The ends stand right behind the length, and words say of both that they are such: from and to, or what begins and what
is over. What does not fit is for somebody to look at.
"""

from collections.abc import Iterator, Sequence

from checker.patterns import pattern
from checker.quantities.interval import Interval
from checker.quantities.model import Code, Date, Hedge, Period, Quantity, Token
from checker.relations.dated import calendar, hours
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.stretch import Length, Stretch, judged, length
from checker.relations.passage import Passage
from checker.relations.record import Relation

YEARS, LEAST, NAME = "年", 2, 2
GONE_ON = pattern(
    "(?:[\u4e00-\u9fff]了|连续|(?:教书|执教|从教|任教|工作|服役|当兵|从军|从警|从医|行医|坚持|坚守|任职|任期|主政|营业|存在|历时|耗时|前后)(?:了|已|共|长达|达)*)"
    "(?:整整|足足)?$"
)
OPENS = pattern("[\u4e00-\u9fff]{0,4}[，,：:（(](?:也就是|就是|即)?(?:从|自|由)?")
STILL = pattern("年?(?:[^，。；0-9]{0,8}[，,])?(?:[^，。；0-9]{0,6}?)(?:一?直)?(?:[\u4e00-\u9fff]{0,3})[到至]")
"""从1984年|一直撑到|今天."""

NOW = frozenset(("今天", "现在", "如今", "今年", "今日", "眼下"))
BEGUN = pattern(
    "年?(?:[初底末春夏秋冬]|[0-9]{1,2}月)?(?:入伍|参军|从军|当兵|进厂|进校|入职|上任|到任|就任|任职|参加工作|开工|动工|开业|开张|开馆|入行|拜师|从教|从警|从医|起)"
    "[\u4e00-\u9fff]{0,4}[，,、](?:到|至|直到)?"
)
OVER = pattern(
    "年?(?:[初底末春夏秋冬]|[0-9]{1,2}月)?(?:退伍|退役|转业|复员|退休|离休|离任|卸任|离职|竣工|完工|建成|停业|关门|出师|期满|止|为止)"
)
ENDED = pattern("[，。；）)！]|从未|一直|始终|都|没有")
NEVER = pattern("(?:近|过去|未来|[前后上下第每]|不到|其中)$")

ANNIVERSARY = "周年"
OF_WHAT = pattern("(?:是|迎来|纪念|庆祝|适逢|恰逢|正值)(?P<what>[\u4e00-\u9fff]{2,10})$")
WAS_IN = pattern("[^，。；0-9]{0,4}[，,；](?:[^，。；0-9]{0,12}[，,])?(?P<what>[^，。；0-9]{2,14})[于在]$")
FOUNDED = pattern(
    "成立|创办|创建|创刊|始建|建[成校馆院厂]|开[馆业园]|诞生|发生|爆发|出生|生|签订|签署|发布|首[演播映航]"
)
"""今年是抗战胜利80周年，抗战胜利于|1945年: what the anniversary is of, told again with its year."""

TIMED = pattern(
    f"[^，。；0-9]{{0,8}}[，,：:（(](?:时间[是为]?|即|每天)*(?:从|自)?(?:每天)?(?:{hours.DAY_OF})?{hours.PART}"
)
UNTIL = pattern(
    f"(?:[^，。；0-9]{{0,6}}?(?:一?直)?(?:[\u4e00-\u9fff]{{0,2}}[到至]|——|[—–~～―-]))(?:{hours.DAY_OF})?{hours.PART}"
)
FROM_FIRST = pattern("[^，。；0-9]{0,14}[，,]" + hours.PART)
QUICK = pattern("(?:[只仅才][用花]?了?|用时|耗时|历时|用了|花了|前后)(?:不到|约|近)*$")
DID = pattern("(?:就|便|内|后)?(?:赶[到赴]|到达|抵达|扑灭|灭火|救出|处置|劝停|止付|追回|找到|破案|抓获|完成)")
STARTED = pattern(
    "[^，。；0-9]{0,8}?(?:开始|开场|开幕|举行|出发|启程|起飞|发车|开考|起火|开赛|开拍|鸣枪|动工|发生)[^，。；0-9]{0,4}[，,]"
    "[^，。；0-9]{0,4}?(?:持续|历时|用时|耗时|经过|经|进行)(?:了|约|近|整整|足足)*"
)
THEN = pattern(f"(?:的[^，。；0-9]{{1,8}})?[，,](?:于|到|至|在)?{hours.PART}")
FINISHED = pattern("(?:准时|正式|全部|圆满|才)?(?:结束|落幕|闭幕|到达|抵达|散场|收卷|扑灭|降落|完成|完工|撞线|冲线)")
PART_ONLY = pattern("休息|其中|午休|中间|比|延长|推迟|提前|超过|每隔|平均|间隔")
MOVED = pattern("[早晚多少][^，。；]{0,3}$")
DAY, HALF_DAY, AROUND = 1440, 720, 16


def find(passage: Passage) -> Iterator[Relation]:
    """Every such length, judged."""
    tokens = [one for one in passage.tokens if not isinstance(one, Code) or one.kind == "clock"]
    timed_tokens = [one for one in tokens if not isinstance(one, Date) or one.year]
    for index, token in enumerate(tokens[:-1]):
        found = length(token) if isinstance(token, Quantity) else None
        if found is not None and found.unit == YEARS and not found.ordinal:
            yield from _in_years(passage, tokens[index + 1 : index + 3], found)
            yield from _anniversary(passage, tokens[:index], tokens[index + 1], found)
    for one, token, two in zip(timed_tokens, timed_tokens[1:], timed_tokens[2:], strict=False):
        timed = hours.length_of(token)
        if timed is not None:
            yield from _in_between(passage, one, two, timed)
    for token, one, two in zip(timed_tokens, timed_tokens[1:], timed_tokens[2:], strict=False):
        timed = hours.length_of(token)
        if timed is not None:
            yield from _in_hours(passage, one, two, timed)


def _in_years(passage: Passage, behind: Sequence[Token], found: Length) -> Iterator[Relation]:
    text, first = passage.text, behind[0]
    lead = text[max(passage.span.start, found.span.start - AROUND) : found.span.start]
    exact = found.said.low == found.said.high and (found.said.low or 0) >= LEAST
    if not exact or NEVER.search(lead) or not GONE_ON.search(lead):
        return
    if not OPENS.fullmatch(text, found.span.end, first.span.start):
        return
    ends = _ends(passage, first, behind[-1])
    if ends is None:
        return
    start, end = ends
    last = end.year if end.year is not None else calendar.year_of(passage.published)
    if start.year is not None and last is not None and last > start.year:
        gone = last - start.year
        yield judged(passage, Stretch(start, end, found, Elapsed(gone - 1, gone + 1), "起止与年数", doubtful=True))


def _anniversary(passage: Passage, before: Sequence[Token], behind: Token, found: Length) -> Iterator[Relation]:
    text = passage.text
    if not found.span.of(text).endswith(ANNIVERSARY) or not isinstance(behind, Date) or behind.year is None:
        return
    of_what = OF_WHAT.search(text, max(passage.span.start, found.span.start - AROUND), found.span.start)
    was = WAS_IN.fullmatch(text, found.span.end, behind.span.start)
    now = next((one for one in reversed(before) if isinstance(one, Date) and one.relative == "今年"), None)
    last = calendar.dated(now, passage.published).year if now else None
    if of_what is None or was is None or last is None or last <= behind.year:
        return
    again = of_what["what"][-NAME:] in was["what"] or of_what["what"][:NAME] in was["what"]
    if again or (FOUNDED.search(of_what["what"]) and FOUNDED.search(was["what"])):
        gone = last - behind.year
        yield judged(passage, Stretch(behind, now, found, Elapsed(gone, gone), "年份与年数", doubtful=True))


def _ends(passage: Passage, first: Token, second: Token) -> tuple[Date, Date] | None:
    """The year it began and the year it was over, by their words."""
    text = passage.text
    if isinstance(first, Period) and first.start and first.end and first.start.span != first.end.span:
        return (first.start, first.end) if ENDED.match(text, first.span.end) else None
    if not (isinstance(first, Date) and first.year and isinstance(second, Date)):
        return None
    gap = (first.span.end, second.span.start)
    if STILL.fullmatch(text, *gap) and (second.year or second.span.of(text) in NOW):
        return first, second
    if second.year and BEGUN.fullmatch(text, *gap) and OVER.match(text, second.span.end):
        return first, second
    return None


def _in_hours(passage: Passage, one: Token, two: Token, found: Length) -> Iterator[Relation]:
    text = passage.text
    if not all(isinstance(each, Code) and each.kind == "clock" for each in (one, two)):
        return
    lead = text[max(passage.span.start, found.span.start - AROUND) : found.span.start]
    told = text[found.span.end : two.span.start]
    hedged = isinstance(found.token, Quantity) and {Hedge.AT_MOST, Hedge.AT_LEAST} & set(found.token.hedges)
    if PART_ONLY.search(lead + told) or MOVED.search(lead) or hedged:
        return
    if not TIMED.fullmatch(text, found.span.end, one.span.start):
        return
    run = UNTIL.fullmatch(text, one.span.end, two.span.start)
    quick = QUICK.search(lead) or DID.match(text, found.span.end)
    if run or (quick and FROM_FIRST.fullmatch(text, one.span.end, two.span.start)):
        start, end = Date(one.span), Date(two.span)
        begins, ends = (hours.minutes(passage, each) for each in (start, end))
        days = hours.days_apart(passage, start, end)
        if begins is not None and ends is not None and days is not None:
            yield _of_day(passage, start, end, found, ends - begins, days)


def _in_between(passage: Passage, one: Token, two: Token, found: Length) -> Iterator[Relation]:
    """8时30分开始，持续了40分钟，于9时10分结束: the length stands between its ends."""
    text = passage.text
    if not all(isinstance(each, Code) and each.kind == "clock" for each in (one, two)):
        return
    begun = STARTED.fullmatch(text, one.span.end, found.span.start)
    over = THEN.fullmatch(text, found.span.end, two.span.start)
    if begun and over and FINISHED.match(text, two.span.end, passage.span.end):
        start, end = Date(one.span), Date(two.span)
        begins, ends = (hours.minutes(passage, each) for each in (start, end))
        days = hours.days_apart(passage, start, end)
        if begins is not None and ends is not None and days is not None:
            yield _of_day(passage, start, end, found, ends - begins, days)


def _of_day(passage: Passage, start: Date, end: Date, found: Length, lapse: int, days: int) -> Relation:
    """The time of day between, read by whichever half of the day fits."""
    ways = [lapse + days * DAY] if days else [lapse % DAY, lapse % HALF_DAY, lapse % DAY + HALF_DAY]
    fits = [one for one in ways if one > 0 and (days or one <= DAY) and Interval.exactly(one).meets(found.said)]
    true = fits[0] if fits else ways[0]
    return judged(passage, Stretch(start, end, found, Elapsed(true, true), "起止与时长", doubtful=True))
