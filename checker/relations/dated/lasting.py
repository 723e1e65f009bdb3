"""span between two dates: 8月14日至17日 … 四天, 2016—2020年五年间, 历时, 时隔, 为期, 连续.

Usage wavers on whether the first and the last are both counted; either is right.
"""

from collections.abc import Iterator, Sequence

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Date, Period, Token
from checker.relations.dated import calendar
from checker.relations.dated.calendar import Elapsed, elapsed
from checker.relations.dated.stretch import DAYS, MONTHS, Length, Stretch, judged, length
from checker.relations.passage import Passage
from checker.relations.record import Relation

LASTED = "(?:为期|历时|前后)(?:了|约|近)?"
AT_ONCE = "(?:[这的]|期间的?|整整?|足足)?(?:连续|持续|一连|接连|连着|长达|一?共计?|总共|累计|时长)?"
ROW = "[，,][^，。；0-9]{1,8}(?:连续|接连|一连|连着)"
IN_A_ROW = pattern(ROW)
AFTER = pattern(rf"[^。；！？]{{0,30}}{LASTED}|(?:放假|休假|调休|休市)?[，,]?[（()）]?[，,]?{AT_ONCE}| {{1,2}}|{ROW}")
HOLIDAY, PART = pattern("的?(?:小?长假|假期|公休|连休)"), pattern("[^，。；]{0,5}(?:的前|的后|前|最后|首|第)")
"""A holiday is counted with its first and its last day."""
YEARS_ON = pattern(" ?(?:CAGR|cagr|复合|年均|平均|期间|[间来里])")
NOT_THESE = pattern("(?:近|过去|未来|[前后上下第每])$")
IN_BRACKETS = pattern(
    "(?:——|[，,：:]?(?:即|也就是|具体[为是]|分别[为是]))(?:从|自|由)?"
    "|[（(](?:即|也就是|指|从|自|由)*|(?P<loose>[，,：:](?:从|自|由)?)"
)
LASTS = pattern("(?:为期|历时|展期|会期|赛期|放假|休假|放假调休|停[电水气])(?:时间|[了共约为是])*$")
"""展览为期20天，从1日: what the dates behind are of."""
HELD = pattern("(?:在[^，。；0-9]{2,14})?(?:举[行办]|进行|开展|展[出览]|开放|放假|休假|施工)?(?:[，。；！）)]|$)")
"""11月1日至20日网上预约 is of something else."""
UNTIL = pattern("(?:一直)?(?:持续|延续|进行|举[行办]|开放|展[出览])?[到至]")
NOT_SO_LONG = pattern("[前后内制级任]|期(?!间)|[以之][前后内]")
WITHIN = pattern("时间|[里间内来中的]")
EACH = pattern("每|平均|其中|最[长短近后]")
APART = pattern("(?:历时|耗时|用时|时隔|相隔|阔别|间隔)了?(?:近|约)?$")
BEGAN = pattern("[^，。；]{0,8}?(?:开工|动工|启动|开始|始建|起步|奠基|出发|首|之后|以后)")
TERM = pattern("(?P<of>[\u4e00-\u9fff]{2})期限?(?:[为是共计约]|一共|总共|[:：])*$")
"""7月1日至5日公示，公示期3天: a term of what is done from the one date to the other."""
REACH, FOLLOWING, PAIR = 60, 4, 2
"""How many characters and tokens after a period its length may stand."""
FROM, NEARLY = pattern("[从自由]"), 2
NEAR, FAR = 12, 6
"""How far before dates what they are of may stand, and how far behind years a length that surely is theirs."""
SERVED = 24
"""How many tokens after a run of years may look back on it."""


def find(passage: Passage) -> Iterator[Relation]:
    """Every time between two dates whose length the text tells, judged."""
    for index, token in enumerate(passage.tokens):
        if isinstance(token, Period) and _is_run(token):
            for found in _lengths(passage, index, token):
                yield from _verify(passage, token, found)
        found_length = length(token)
        if found_length:
            yield from _in_earlier(passage, index, found_length)
            yield from _up_to(passage, index, found_length)
            yield from _apart(passage, found_length)


def _is_run(token: Period) -> bool:
    """Whether both ends are written: 4月20日至25日, no 上半年 and no 80年代."""
    return token.start is not None and token.end is not None and token.start.span != token.end.span


def _lengths(passage: Passage, index: int, period: Period) -> Iterator[Length]:
    before = length(passage.tokens[index - 1]) if index else None
    ahead = IN_BRACKETS.fullmatch(passage.text, before.span.end, period.span.start) if before else None
    if (
        before
        and ahead
        and (
            not ahead["loose"] or (_lasts(passage, before) and _held(passage, period)) or _fits(passage, period, before)
        )
    ):
        yield before
    for token in passage.tokens[index + 1 : index + 1 + FOLLOWING]:
        if isinstance(token, (Date, Period)) or token.span.start - period.span.end > REACH:
            break
        found = _length(passage, token)
        if (
            found
            and not found.ordinal
            and found.span.of(passage.text)[-1] != "岁"
            and (AFTER.fullmatch(passage.text, period.span.end, token.span.start) or _is_term(passage, period, token))
        ):
            yield found
            return
    if period.start and period.start.month is None:
        yield from _years_on(passage, passage.tokens[index + 1 : index + 1 + SERVED])


def _is_term(passage: Passage, period: Period, token: Token) -> bool:
    """Whether a length is said to be that of a term which is told by the same word beside its dates."""
    term = TERM.search(passage.text, period.span.end, token.span.start)
    if term is None:
        return False
    beside = passage.text[max(passage.span.start, period.span.start - NEAR) : term.start()]
    return term["of"] in beside and "；" not in beside


def _fits(passage: Passage, period: Period, found: Length) -> bool:
    """Whether a length that only stands before its dates is as long as they are apart."""
    if period.start is None or period.end is None or not _fine_enough(period.start, found.unit):
        return False
    true = lapse(passage, period.start, period.end, found)
    return true is not None and found.said.low == found.said.high and found.said.low in (true.least, true.most)


def _lasts(passage: Passage, found: Length) -> bool:
    return LASTS.search(passage.text, max(passage.span.start, found.span.start - REACH), found.span.start) is not None


def _held(passage: Passage, period: Period) -> bool:
    return HELD.match(passage.text, period.span.end, passage.span.end) is not None


def _up_to(passage: Passage, index: int, found: Length) -> Iterator[Relation]:
    """为期20天，从11月1日持续到11月20日: two dates with a verb between them are no period by themselves."""
    days = [one for one in passage.tokens[index + 1 : index + 3] if isinstance(one, Date)]
    if len(days) < PAIR or not _lasts(passage, found) or not all(_fine_enough(one, found.unit) for one in days):
        return
    start, end = days
    opened = IN_BRACKETS.fullmatch(passage.text, found.span.end, start.span.start)
    if not opened or not UNTIL.fullmatch(passage.text, start.span.end, end.span.start):
        return
    true = lapse(passage, start, end, found)
    if true is not None and true.most > 0:
        yield judged(passage, Stretch(start, end, found, true, "起止与时长"))


def _length(passage: Passage, token: Token) -> Length | None:
    return None if NOT_SO_LONG.match(passage.text, token.span.end, passage.span.end) else length(token)


def _years_on(passage: Passage, tokens: Sequence[Token]) -> Iterator[Length]:
    """2015—2019年 …，4年CAGR: lengths that look back on the years before them, up to the next years."""
    for token in tokens:
        if isinstance(token, Period) or (isinstance(token, Date) and token.year):
            return
        found = _length(passage, token)
        if found and not found.ordinal and YEARS_ON.match(passage.text, token.span.end, passage.span.end):
            lead = passage.text[max(passage.span.start, token.span.start - 2) : token.span.start]
            if not NOT_THESE.search(lead):
                yield found


def _in_earlier(passage: Passage, index: int, found: Length) -> Iterator[Relation]:
    """四天里，… after a sentence that holds just one run of days."""
    if index or passage.earlier is None or found.unit != DAYS or found.span.start - passage.span.start > 2:
        return
    runs = [one for one in passage.earlier.tokens[:SERVED] if isinstance(one, Period) and _is_run(one)]
    if len(runs) == 1 and WITHIN.match(passage.text, found.span.end, passage.span.end):
        yield from _verify(passage, runs[0], found)


def _verify(passage: Passage, period: Period, found: Length) -> Iterator[Relation]:
    """The record; a length that stands apart may be that of a part of the years (2015—2022年 …，三年CAGR)."""
    start, end = period.start, period.end
    if start is None or end is None or not _fine_enough(start, found.unit):
        return
    start, end = calendar.dated(start, passage.published), calendar.dated(end, passage.published)
    true = lapse(passage, start, end, found)
    if true is not None and true.most > 0:
        apart = found.span.start - period.span.end > FAR and found.unit == "年"
        row = IN_A_ROW.fullmatch(passage.text, period.span.end, found.span.start) is not None
        relation = judged(passage, Stretch(start, end, found, true, "起止与时长", doubtful=apart or row))
        if relation.verdict is Verdict.CONSISTENT or not _may_be_other(passage, period, found, true):
            yield relation


def _may_be_other(passage: Passage, period: Period, found: Length, true: Elapsed) -> bool:
    """Whether a length may be that of a part (2020年至2024年，连续3年), or stands in another cell of a table."""
    lead = passage.text[period.span.end : found.span.start]
    shorter = found.said.high is not None and found.said.high < true.least
    part = shorter and IN_A_ROW.fullmatch(lead) is not None
    return lead.isspace() or (part and not _is_whole(passage, period, found, true))


def _is_whole(passage: Passage, period: Period, found: Length, true: Elapsed) -> bool:
    """Whether 从2016年到2024年 opens its sentence, and a length of nearly so many years follows."""
    low = found.said.low or 0
    opened = FROM.fullmatch(passage.text, passage.span.start, period.span.start) or FROM.match(
        passage.text, period.span.start
    )
    return opened is not None and period.span.start - passage.span.start < FAR and true.least - low < NEARLY


def lapse(passage: Passage, start: Date, end: Date, found: Length) -> Elapsed | None:
    """The time between two dates in the unit of a length; a part of a holiday is none."""
    true = elapsed(start, end, found.unit)
    if true is None or found.unit != DAYS or not HOLIDAY.match(passage.text, found.span.end, passage.span.end):
        return true
    part = PART.match(passage.text, found.span.end, passage.span.end)
    return None if part else Elapsed(true.most, true.most)


def _fine_enough(start: Date, unit: str) -> bool:
    """Whether the ends are told as finely as the length: no days between months."""
    return not (unit == DAYS and start.day is None) and not (unit == MONTHS and start.month is None)


def _apart(passage: Passage, found: Length) -> Iterator[Relation]:
    """历时, 时隔: the two dates with a year that the sentence holds."""
    lead = passage.text[max(passage.span.start, found.span.start - 6) : found.span.start]
    if found.ordinal or not APART.search(lead) or EACH.search(lead):
        return
    tokens = calendar.around(passage, found.span.start)
    if any(isinstance(one, Period) for one in tokens):
        return
    dates = [one for one in tokens if isinstance(one, Date) and (one.year or one.relative in ("今年", "去年"))]
    if len(dates) != 2:
        return
    told = sorted(
        (calendar.dated(one, passage.published) for one in dates),
        key=lambda one: (one.year or 9999, one.month or 0, one.day or 0),
    )
    if all(_fine_enough(one, found.unit) for one in told):
        sure = BEGAN.match(passage.text, told[0].span.end, passage.span.end) is not None
        true = elapsed(told[0], told[1], found.unit)
        yield judged(passage, Stretch(told[0], told[1], found, true, "起止与时长", doubtful=not sure))
