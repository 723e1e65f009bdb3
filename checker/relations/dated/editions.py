"""span by editions: 从2018年起每年举办一届，今年是第八届; 今年是第41个教师节（1985年为首个）.

The first of something and its rhythm tell which one it is this year. Where no rhythm is told, years may have been left
out: then only what fits is believed. Fewer than the rhythm asks for may have been put off; more cannot be.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.interval import Interval
from checker.quantities.model import Date, Ordinal, Period, Token
from checker.relations.dated import calendar
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.stretch import Length, Stretch, judged
from checker.relations.passage import Passage
from checker.relations.record import Relation

UNITS = frozenset("届次个回季度")
OF_FEASTS = "个"
FEAST = pattern("[^，。；、（）()]{0,14}?(?:节|日|周|月)(?=[，。；、（）()”》！的到之\\s]|$)")
FIRST_AFTER = pattern(
    "[^。；！？]{0,16}?(?:首[届次个创办]|第一[届次个回]|头一[届次回]|起|开始|以来|创办|创立|创设|设立|发起|启动|举办|举行|诞生|开跑|首[演播发])"
)
SURELY_FIRST = pattern(
    "[^。；！？]{0,12}?(?:首[届次个]|第一[届个]|头一届|起(?=[，每设正开将举])|以来|设立(?!的)|确[立定]|定为)"
)
NUMBERED = "第(?:[二三四五六七八九十][一二三四五六七八九十百]*|[2-9]|[1-9][0-9]+)[届次]"
LATER, LATER_BEFORE = pattern(f"[，,]?[^，。；]{{0,8}}{NUMBERED}"), pattern(f"{NUMBERED}[^，。；（(]{{0,12}}$")
"""Beside a year that cannot be the first: 2008年，第二届."""
LOOKS_BACK = pattern("首[届次个]|第一[届次个回]|设立以来|起每年|每年|年年|[这该]个?一?(?:节|展|赛|活动)|确立|定为")
FIRST_BEFORE = pattern(
    "(?:首[届次个][^，。；]{0,14}|第一[届次个回][^，。；]{0,14}|[始创开首起设发诞][\u4e00-\u9fff]{0,2}于|[自从])$"
)
YEARLY = pattern(
    "每年(?:都|均|[^，。；]{0,4}月|[春夏秋冬][天季]?)?[^，。；]{0,6}?(?:[举承]?[办行]|一|开|如期|定期)|一年一[届度次回个]|逐年[举办]|年年|[每]?年度"
    "|每年[^，。；]{0,8}[届次]"
)
OTHER_RHYTHM = pattern(
    "[两二三四五]年[一举]|每[隔两二三四五][两二三四五一]?年|隔年|双年|不定期|每[季月]|每年[^，。；]{0,6}?[两二三四五六七八九十几多][次届场回]|半年一|一年[两二三四]"
)
EVERY = pattern("(?:每(?P<n>[两二三四五])年|(?P<m>[两二三四五])年)[^，。；]{0,6}?[一]?[届次度]")
BIENNIAL = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
TIMES = "次回"
TELLS = pattern("[是为]$|迎来$|恰[是逢]$")
NOT_THIS = pattern("(?:[在于凭获夺拿与和的从对向]|参加|参与|亮相|走进|走上)$")
UNBROKEN = pattern(
    "从[未没]有?[间中]?断|从不间断|(?:一直)?没有?[间中]?断过|从[未没]有?停[办歇过]|未曾[间中]断|雷打不动|一届[不没]落|届届不落|年年[不没][断落]"
)
NOT_THESE = pattern("[参荣获][加赛展]?|在[^，。；]{0,12}$|凭|拿下|夺")
OTHER = pattern(
    "本应|本来|原定|延[迟期后]|推迟|第一百|此前|之前|外[地省]|以来第|前身|改[名称为]|恢复|重启|移师|落户|本市|我市|再次|又一"
    "|(?<![从未曾间没不])(?<!从未间)(?:中断|停办)"
)
STOPPED = pattern(
    "除(?:了)?(?:因疫情)?(?P<years>[0-9]{4}年?(?:[至到—–～~-][0-9]{4})?年?)(?:[^，。；0-9]{0,8}?)(?:停办|停赛|未办|未举办|暂停|中断|取消|空缺|没办)"
)
REACH = 80
FEW = 3
PANDEMIC, LEFT_OUT = 2021, 3
"""In which time hardly anything took place, and how many editions fell out at most."""


@dataclass(frozen=True, slots=True)
class First:
    """The year of the first, and every how many years another follows; 0 where that is not told."""

    year: Date
    step: int


def find(passage: Passage) -> Iterator[Relation]:
    """Every edition whose first year the sentence, or the sentence before, tells."""
    yield from _of(passage, passage)
    if passage.earlier is not None and LOOKS_BACK.search(passage.text, passage.span.start, passage.span.end):
        yield from _of(passage, passage.earlier)


def _of(passage: Passage, told: Passage) -> Iterator[Relation]:
    """The editions of a sentence, whose first year this one or the one before tells."""
    for index, token in enumerate(told.tokens):
        found = _edition(passage, token)
        if found is None:
            continue
        first = _first(passage, found)
        if first is None:
            continue
        end = _now(told, index, first.year)
        yield from _verify(passage, first, end, found)


def _edition(passage: Passage, token: Token) -> Length | None:
    if not isinstance(token, Ordinal) or token.unit not in UNITS or token.value < FEW:
        return None
    if token.unit == OF_FEASTS and not FEAST.match(passage.text, token.span.end, passage.span.end):
        return None
    return Length(token, Interval.exactly(token.value), "届", plain=False)


def _first(passage: Passage, found: Length) -> First | None:
    """The one year told as that of the first, in the sentence or else in the one before."""
    whole = (passage, passage.earlier) if passage.earlier else (passage,)
    text = STOPPED.sub("", _around(passage, found))
    if OTHER.search(text):
        return None
    for one in whole:
        near = _years(calendar.around(one, found.span.start))
        starts = [
            year for year in near if abs(year.span.start - found.span.start) <= REACH and _opens(one, year, found)
        ]
        if len({each.year for each in starts}) == 1:
            return First(starts[0], _step(text, passage, found))
        if starts:
            return None
    return None


def _around(passage: Passage, found: Length) -> str:
    """The words of the sentence, and of the one before, near an edition."""
    start, end = (passage.earlier or passage).span.start, passage.span.end
    return passage.text[max(start, found.span.start - 2 * REACH) : min(end, found.span.end + 2 * REACH)]


def _years(tokens: Sequence[Token]) -> Iterator[Date]:
    for token in tokens:
        for one in calendar.ends(token) if isinstance(token, (Date, Period)) else ():
            if one.year is not None:
                yield one


def _opens(passage: Passage, year: Date, found: Length) -> bool:
    """Whether the first was in that year; what is founded after the edition is told, or before a feast, is another."""
    before = passage.text[max(passage.span.start, year.span.start - 20) : year.span.start]
    if LATER.match(passage.text, year.span.end, passage.span.end) or LATER_BEFORE.search(before):
        return False
    surely = year.span.start > found.span.start or found.span.of(passage.text).endswith(OF_FEASTS)
    after = SURELY_FIRST if surely else FIRST_AFTER
    return bool(FIRST_BEFORE.search(before) or after.match(passage.text, year.span.end, _clause_end(passage, year)))


def _clause_end(passage: Passage, year: Date) -> int:
    """The end of the clause of a year: at the next mark, or the next token with a year."""
    index = bisect_right(passage.clauses, year.span.end + 1, key=lambda one: one.end)
    return passage.clauses[index].end if index < len(passage.clauses) else passage.span.end


def _step(text: str, passage: Passage, found: Length) -> int:
    every = EVERY.search(text)
    if every:
        return BIENNIAL[every["n"] or every["m"]]
    if OTHER_RHYTHM.search(text):
        return 0
    feast = found.span.of(passage.text).endswith(OF_FEASTS)
    return 1 if feast or YEARLY.search(text) else 0


def _now(passage: Passage, index: int, first: Date) -> Date | None:
    """The year of the edition: the last one told before it, else the one right behind it."""
    for token in reversed(passage.tokens[max(0, index - calendar.WINDOW) : index]):
        if isinstance(token, Date) and (token.relative in calendar.YEARS_AWAY or token.year is not None):
            return None if token.span == first.span else token
    return None


def _verify(passage: Passage, first: First, end: Date | None, found: Length) -> Iterator[Relation]:
    last = calendar.dated(end, passage.published).year if end else calendar.year_of(passage.published)
    if last is None or first.year.year is None or last <= first.year.year or found.said.low is None:
        return
    number = (last - first.year.year) // (first.step or 1) + 1 - _left_out(passage)
    relation = judged(passage, Stretch(first.year, end, found, Elapsed(number, number), "首届年份与届数"))
    if relation.verdict is Verdict.CONSISTENT:
        yield relation
    elif _is_counted(passage, found) and first.step and (end is not None or YEARLY.search(_around(passage, found))):
        text = _around(passage, found)
        many = found.said.low > Fraction(number) or UNBROKEN.search(text) is not None
        few = number - found.said.low
        if first.step > 1 and (few > 0 or few == -1):
            return
        if not many and few <= LEFT_OUT and first.year.year < PANDEMIC <= last:
            return
        yield judged(
            passage, Stretch(first.year, end, found, Elapsed(number, number), "首届年份与届数", doubtful=not many)
        )


def _left_out(passage: Passage) -> int:
    """How many years the sentence says nothing took place in: 除2020年至2022年停办外，每年一届."""
    for match in STOPPED.finditer(passage.text, passage.span.start, passage.span.end):
        spans = [
            one for one in passage.tokens if one.span.start == match.start("years") and isinstance(one, Date | Period)
        ]
        for token in spans:
            ends = [one.year for one in calendar.ends(token)]
            if ends and ends[0] and ends[-1]:
                return ends[-1] - ends[0] + 1
    return 0


def _is_counted(passage: Passage, found: Length) -> bool:
    """Whether the words before it let it be the edition of this year: 今年是第八届, not 在第七届赛上夺冠."""
    before = passage.text[max(0, found.span.start - 3) : found.span.start]
    times = found.span.of(passage.text)[-1] in TIMES
    return TELLS.search(before) is not None if times else NOT_THIS.search(before) is None
