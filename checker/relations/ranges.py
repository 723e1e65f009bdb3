"""range: low < high.

A range is printed with the smaller number first. What only looks like one is left alone: 由8折到5折 goes from one value
to another, 3—1 is a score, 2018-114 the number of a document. Falls, losses, discounts and weather are written either
way round (下降30%—20% is −30% to −20%), so that their order says nothing.
"""

from collections.abc import Iterator
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Code, Quantity, Range, UnitClass
from checker.relations import extremes
from checker.relations.passage import MOVED, SPREAD, Passage
from checker.relations.record import Candidate, Operand, Relation
from checker.relations.working import printed
from checker.spans import Span

KIND = "range"
EITHER_WAY = pattern(
    "(?:下[降滑跌调浮]|减[少亏]?|降(?![雨水雪尘噪])(?:低|幅|价)?|亏损?额?|跌幅?|回落|收窄|缩减|萎缩|贬值|少|低|湿度|温|血压|倒序|倒数|逆序|判处?|徒刑|刑期|罚金|罚款)"
    "[^，。；：]{0,6}[：:]?$"
)
DASH = pattern(" ?(?:——|--|[—–~～―-]|至|到) ?")
DAY = pattern("(?:1[0-2]|0?[1-9])[.](?:0?[1-9]|[12][0-9]|3[01])")
"""12.28—1.03 may be days of two months."""

BETWEEN = pattern("[之的]?(?:间|区间|范围)")
SET = pattern("(?:ISO|感光度|范围|区间|取值|介于|阈值|波段)(?:值|设定)?[为是在从约：: ]{0,2}$")
"""What is told from one number to another of no unit: 感光度为100-6400."""

LINK, LEAD = 2, 8
NEXT_DAY = "跨过零点，未判"
TWO_DIGIT_YEAR = pattern("[0-9]{2} ?[—–~～―-] ?[0-9]{2} ?年(?![以之前内后间左])")
LONGEST_RUN_OF_YEARS = 5
SCORED = frozenset({"分", "球", "局", "盘", "胜", "环", "票", "目", "两", "度", "折"})
"""Units of scores (3—1), of votes, of degrees and of discounts, which are told either way round."""

LINES, HIGHEST = frozenset({"分"}), 200
"""Marks of an examination are higher than any score, and so are no score: 612分到620分."""


def find(passage: Passage) -> Iterator[Relation]:
    """Every range of the sentence, judged."""
    for index, token in enumerate(passage.tokens):
        if isinstance(token, Range) and _is_range(passage, token):
            yield _verify(passage, token)
        elif isinstance(token, Quantity) and index + 1 < len(passage.tokens):
            yield from _prices(passage, token, passage.tokens[index + 1])
        elif isinstance(token, Code) and token.kind == "clock" and index + 1 < len(passage.tokens):
            yield from _hours(passage, token, passage.tokens[index + 1])
    if len(passage.figures) > 1:
        yield from (_verify(passage, one) for one in extremes.find(passage))


def _prices(passage: Passage, low: Quantity, high: object) -> Iterator[Relation]:
    """每公斤6元至7.5元: what a unit costs is told once for both ends."""
    if low.unit_class is not UnitClass.PER or not isinstance(high, Quantity) or high.hedges:
        return
    link = Span(low.span.end, high.span.start)
    alike = high.unit_class is UnitClass.MONEY and low.unit.name.partition("/")[0] == high.unit.name
    if alike and len(link) <= LINK and DASH.fullmatch(passage.words(link)):
        end = replace(high, unit=low.unit)
        token = Range(low.span.join(high.span), low, end)
        if _is_range(passage, token):
            yield _verify(passage, token)


def _is_range(passage: Passage, token: Range) -> bool:
    unit = token.high.unit
    bare = unit.unit_class is UnitClass.NONE and not _is_between(passage, token)
    if bare or not token.high.value or _is_years(passage, token) or _is_one(token):
        return False
    before = passage.words(Span(max(passage.span.start, token.span.start - LEAD), token.span.start))
    after = passage.words(Span(token.span.end, min(passage.span.end, token.span.end + 4)))
    return not MOVED.search(before) or SPREAD.match(after) is not None or extremes.spreads(passage, token)


def _is_between(passage: Passage, token: Range) -> bool:
    """Whether two numbers without a unit are the ends of something: 汇率在7.12—7.18之间, 感光度为100-6400."""
    ends = (token.low, token.high)
    start = max(passage.span.start, token.span.start - LEAD)
    if token.low.value < token.high.value and SET.search(passage.text, start, token.span.start):
        return True
    pointed = all("." in one.literal for one in ends)
    days = all(DAY.fullmatch(one.literal) for one in ends) and ends[0].value // 1 != ends[1].value // 1
    return (
        pointed
        and not days
        and BETWEEN.match(passage.text, token.span.end) is not None
        and token.low.unit == token.high.unit
    )


def _is_one(token: Range) -> bool:
    """Whether one amount is told in two units: 0.2公顷——3亩."""
    low, high = token.low, token.high
    return low.unit.name != high.unit.name and low.value * low.unit.factor == high.value * high.unit.factor


def _is_years(passage: Passage, token: Range) -> bool:
    """2016-19年, 20-22年 are years, 1-3年 is how long a thing takes."""
    low, high = token.low.value, token.high.value
    if token.high.unit.name != "年" or low >= 1900:
        return token.high.unit.name == "年"
    return TWO_DIGIT_YEAR.match(passage.text, token.span.start) is not None and high - low < LONGEST_RUN_OF_YEARS


def _verify(passage: Passage, token: Range) -> Relation:
    low, high = token.low, token.high
    least, most = low.value * low.unit.factor, high.value * high.unit.factor
    before = passage.words(Span(max(passage.span.start, token.span.start - 12), token.span.start))
    verdict, candidates = Verdict.CONSISTENT, tuple[Candidate, ...]()
    if least < most:
        working = f"{printed(low)}＜{printed(high)}，一致"
    elif least < 0 or _either_way(token, before):
        verdict, working = Verdict.UNDECIDED, f"{token.span.of(passage.text)}，降幅、亏损、气温等可由大到小，未判"
    else:
        verdict = Verdict.INCONSISTENT
        working = f"{printed(low)}{'＞' if least > most else '＝'}{printed(high)}，不一致"
        candidates = _turned(token, passage.text) if least > most else ()
    operands = (Operand.of("low", low), Operand.of("high", high))
    first, last = sorted((low.span, high.span))
    words = (Span(first.end, last.start),)
    fault = "前大后小" if least > most else "两头相同"
    data = {"name": token.span.of(passage.text), "working": fault, "computed": candidates[0].text if candidates else ""}
    return Relation(KIND, operands, verdict, working, words, token.span, data=data, candidates=candidates)


def _either_way(token: Range, before: str) -> bool:
    unit = token.high.unit
    scored = unit.name in SCORED and not (unit.name in LINES and min(token.low.value, token.high.value) > HIGHEST)
    return unit.unit_class is UnitClass.TEMPERATURE or scored or EITHER_WAY.search(before) is not None


def _turned(token: Range, text: str) -> tuple[Candidate, ...]:
    """The same words with the two numerals in each other's place."""
    one, two = sorted((token.low.number, token.high.number))
    start, end = token.span.start, token.span.end
    turned = text[start : one.start] + two.of(text) + text[one.end : two.start] + one.of(text) + text[two.end : end]
    return (Candidate("low", token.span, turned, "swap"),)


def _hours(passage: Passage, first: Code, second: object) -> Iterator[Relation]:
    """8:30—17:00. A range of hours may run past midnight, so that none is ever wrong."""
    if not (isinstance(second, Code) and second.kind == "clock"):
        return
    link = Span(first.span.end, second.span.start)
    begin, end = first.span.of(passage.text), second.span.of(passage.text)
    if len(link) > 4 or not DASH.fullmatch(passage.words(link)):
        return
    operands = (Operand("low", first.span, begin), Operand("high", second.span, end))
    later = _minutes(begin) < _minutes(end)
    verdict = Verdict.CONSISTENT if later else Verdict.UNDECIDED
    working = f"{begin}早于{end}，一致" if later else f"{begin}至{end}，{NEXT_DAY}"
    yield Relation(KIND, operands, verdict, working, (link,), first.span.join(second.span))


def _minutes(clock: str) -> tuple[int, ...]:
    """Hours and minutes as printed; Chinese numerals are not read and leave the order as it stands."""
    return tuple(int(number) for number in pattern("[0-9]+").findall(clock)) or (-1,)
