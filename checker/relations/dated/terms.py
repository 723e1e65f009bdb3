"""span of what was agreed or counted beforehand: 任期五年，自2021年起，2026年届满; 2021年、2022年，连续两年.

A term has a word for how it begins and one for how it ends. Years told one by one are counted; two ages of one person
are as far apart as the years between.
"""

from collections.abc import Iterator, Sequence

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Date, Period, Quantity, Token
from checker.relations.dated import calendar
from checker.relations.dated.calendar import Elapsed, elapsed
from checker.relations.dated.stretch import Length, Stretch, judged, length
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.spans import Span

TERM = pattern(
    "任期|学制|(?:质保|保修|保护|保质|有效|合同|服务|承包|存续|限售|锁定|试用|合作|规划|租赁|履约|建设|封闭|实施|执行|计划|服刑|培养|帮扶|聘用|借款|贷款|授权)期限?|"
    "[租刑聘展工任学]期|期限|为期|届期|[一每]届"
)
NAMED = pattern(
    "(?:[^，。；、\\s日近本上下前后早中初末同周长短定到星分逾延预各每多]期限?|限期)(?:[为是共计约]|一共|总共|[:：])*$"
)
"""Right before a length: 公示期3天, 限期15日. Whatever the term is of, it is that long."""
STARTS = pattern(
    "[自从由]$|(?:始于|起于|自从|开始于)$|(?:起[息租算保]|计息|生效|签[订约]|开[工始]|启动|入职)(?:日期?|时间)?[为是：:]?$"
)
STARTING = pattern(
    "[^，。；、]{0,6}?(?:起|开始|算到|算至|招生|入学|就任|上任|当选|签订|签约|生效|开工|启动|入伍|授予|获批|开[幕展园营班赛机馆张市])"
)
ENDS = pattern("(?:[到至]|止于|截至)$|(?:到期|兑付|截止|终止|届满|期满|结束|竣工|完工)(?:日期?|时间)?[为是：:]?$")
ENDING = pattern(
    "[^，。；、]{0,8}?(?:届满|期满|到期|截止|毕业|为止|止|结束|终止|失效|满期|卸任|竣工|完工|出狱|退役|闭[幕馆园营]|落幕|收官|结[营业])"
)
MOVED = pattern(
    "实际|提前|提早|推迟|延|逾期|计划|预计|原|超|才|连[任续]|续|再|至少|最[长短高低]|每|平均|不[少超]|另|其中|余"
)
"""The term was not kept, or is not told for these dates."""
PARTLY = pattern("[底末初]?(?:期间|间)?，?(?:一?共|已|累计|的|未|只|仅|仍|尚)")
"""Behind a date up to which only a part of the term may run: 到2022年6月共付租金13万元."""
WENT = pattern("[\u4e00-\u9fff](?:了|过)(?:整整|足足|近|约)?$")
COLON = pattern("[^，。；：:]{0,6}[：:]|——|(?P<loose>[，,])")
RUN = pattern("(?:[^，。；0-9]{0,8}[，,])?[^，。；0-9]{0,6}(?:连续|接连|一连|连着|这)$")
LISTED = pattern(" ?[、和及与，,] ?")
AHEAD = pattern("(?:连续|接连|一连|近|最近|过去)$")
UP_TO_PERIOD = pattern("[^。；！？]{0,14}[，,：:（(]")
LATER = pattern("(?:如今|现在|今年|现年|到|直到|直至|已经?|年)(?:已经?|是|了|她|他)*$")
SINCE = pattern(
    "(?:一[\u4e00-\u9fff]{1,3}(?:就是|便是|就|已)|整整|足足|已有?|了|过去|前后|跨越|坚守|坚持|历时)(?:了|整整|足足|将近|近)*$"
)
THEN = pattern("(?!的|以[上下]|左右|至|到)")
FEW_YEARS, REACH = 2, 60
FAR_AGES, LEAD = 40, 8


def find(passage: Passage) -> Iterator[Relation]:
    """Every term, run of years and pair of ages whose ends and length the sentence tells, judged."""
    lengths = [one for token in passage.tokens if (one := length(token)) and not one.ordinal]
    if not lengths:
        return
    dates = [one for one in calendar.days_told(passage, passage.tokens[: calendar.WINDOW]) if one.year or one.month]
    for found in lengths:
        if found.span.of(passage.text).endswith(("岁", "周年")) or found.said.low != found.said.high:
            continue
        fine = [one for one in dates if calendar.is_fine(one, found.unit)]
        yield from _term(passage, found, fine)
        yield from _told_after(passage, found, fine)
        if found.unit == "年":
            yield from _listed(passage, found)
            yield from _before_period(passage, found)
            yield from _ages(passage, found)


def _term(passage: Passage, found: Length, dates: Sequence[Date]) -> Iterator[Relation]:
    """质保期24个月，从2023年6月算到2025年6月."""
    if len(dates) != FEW_YEARS or not all(abs(one.span.start - found.span.start) <= REACH for one in dates):
        return
    start, end = dates
    head = min(start.span.start, found.span.start)
    tail = min(max(end.span.end, found.span.end) + 2, passage.span.end)
    if not (_is_named(passage, found) or TERM.search(passage.text, max(passage.span.start, head - 12), tail)):
        return
    if not (_starts(passage, start, end) and _ends(passage, end)):
        return
    true = elapsed(start, end, found.unit)
    if true is None or true.most <= 0:
        return
    one = Stretch(start, end, found, true, "起止与时长", doubtful=_has_others(passage, found))
    moved = MOVED.search(passage.text, max(passage.span.start, head - 12), min(tail + 6, passage.span.end))
    moved = moved or PARTLY.match(passage.text, end.span.end, passage.span.end)
    yield from _fitting(passage, one) if moved else [judged(passage, one)]


def _is_named(passage: Passage, found: Length) -> bool:
    return NAMED.search(passage.text, max(passage.span.start, found.span.start - 6), found.span.start) is not None


def _starts(passage: Passage, one: Date, end: Date) -> bool:
    limit = min(passage.span.end, end.span.start)
    return bool(
        STARTS.search(passage.text, max(passage.span.start, one.span.start - LEAD), one.span.start)
        or STARTING.match(passage.text, one.span.end, limit)
    )


def _ends(passage: Passage, one: Date) -> bool:
    return bool(
        ENDS.search(passage.text, max(passage.span.start, one.span.start - LEAD), one.span.start)
        or ENDING.match(passage.text, one.span.end, passage.span.end)
    )


def _has_others(passage: Passage, found: Length) -> bool:
    """Whether the sentence tells another length, to which the dates may belong."""
    return any(
        (one := length(token)) and one.span != found.span for token in calendar.around(passage, found.span.start)
    )


def _told_after(passage: Passage, found: Length, dates: Sequence[Date]) -> Iterator[Relation]:
    """申报走了12年：2007年提交，2019年获批."""
    if len(dates) != FEW_YEARS or dates[0].span.start < found.span.end:
        return
    lead = passage.text[max(passage.span.start, found.span.start - 6) : found.span.start]
    link = COLON.fullmatch(passage.text, found.span.end, dates[0].span.start)
    if not link or not WENT.search(lead):
        return
    true = elapsed(dates[0], dates[1], found.unit)
    if true is not None and true.least > 0:
        one = Stretch(dates[0], dates[1], found, true, "起止与时长", doubtful=True)
        yield from _fitting(passage, one) if link["loose"] else [judged(passage, one)]


def _listed(passage: Passage, found: Length) -> Iterator[Relation]:
    """2021年、2022年、2023年，全县连续三年增产: years told one by one, each the next."""
    before = [one for one in calendar.around(passage, found.span.start) if one.span.end <= found.span.start]
    years: list[Date] = []
    for token in reversed(before):
        near = not years or LISTED.fullmatch(passage.text, token.span.end, years[0].span.start)
        if not isinstance(token, Date) or token.year is None or token.month is not None or not near:
            break
        years.insert(0, token)
    if len(years) < FEW_YEARS or not RUN.fullmatch(passage.text, years[-1].span.end, found.span.start):
        return
    numbers = [one.year or 0 for one in years]
    if numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return
    true = Elapsed(len(years), len(years))
    shorter = (found.said.low or 0) < len(years)
    yield judged(passage, Stretch(years[0], years[-1], found, true, "年份与年数", doubtful=shorter))


def _before_period(passage: Passage, found: Length) -> Iterator[Relation]:
    """连续三年盈利，2022年至2024年分别为…: told only where it is as long as the years that follow."""
    if not AHEAD.search(passage.text, max(passage.span.start, found.span.start - 2), found.span.start):
        return
    after = [one for one in calendar.around(passage, found.span.start) if one.span.start >= found.span.end]
    token: Token | None = after[0] if after else None
    if not isinstance(token, Period) or token.start is None or token.end is None:
        return
    start, end = token.start, token.end
    if start.year is None or end.year is None or start.month or start.span == end.span:
        return
    if UP_TO_PERIOD.fullmatch(passage.text, found.span.end, token.span.start):
        years = end.year - start.year + 1
        yield from _fitting(passage, Stretch(start, end, found, Elapsed(years, years), "起止与时长"))


def _ages(passage: Passage, found: Length) -> Iterator[Relation]:
    """她22岁进山，如今58岁，一守就是36年: two ages of one person and the years between."""
    before = [one for one in calendar.around(passage, found.span.start) if one.span.end <= found.span.start][-2:]
    if len(before) != FEW_YEARS or found.span.start - before[0].span.start > FAR_AGES:
        return
    young, old = before
    if not (_is_age(young) and _is_age(old)) or not isinstance(young, Quantity) or not isinstance(old, Quantity):
        return
    lead = passage.text[old.span.end : found.span.start]
    between = passage.text[young.span.end : old.span.start]
    if (
        not (LATER.search(between) or between.endswith("，"))
        or not SINCE.search(lead)
        or between.startswith(("的", "以"))
        or "；" in between + lead
    ):
        return
    years = int(old.value - young.value)
    true = Elapsed(max(years - 1, 0), years + 1)
    one = Stretch(_day(young.span), _day(old.span), found, true, "年龄与年数", doubtful=True)
    yield from _fitting(passage, one)


def _day(span: Span) -> Date:
    """The time at which somebody had an age."""
    return Date(span)


def _is_age(token: Token) -> bool:
    return isinstance(token, Quantity) and token.unit.name == "岁" and not token.hedges


def _fitting(passage: Passage, one: Stretch) -> Iterator[Relation]:
    relation = judged(passage, one)
    if relation.verdict is Verdict.CONSISTENT:
        yield relation
