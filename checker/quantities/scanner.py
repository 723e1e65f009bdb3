"""One pass over a text: candidates by their first character, the longest reading at each, in order."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from checker.quantities import codes, dates, measures, ordinals, periods, ranges
from checker.quantities.lettering import fold
from checker.quantities.model import Code, Date, Ordinal, Period, Proportion, Quantity, Range, Token

FIGURES = "0-9零〇一二两三四五六七八九十百千万亿廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟几数半"
CANDIDATE = re.compile(
    f"[{FIGURES}]|第(?=[ 0-9零一二两三四五六七八九十百千万几壹贰叁肆伍陆柒捌玖拾])|[今去前明后上当本同次](?=年|月[0-9一二三四五六七八九十初底末上中下]?|个月)"
    "|[昨今明前后当次翌同](?=[日天])|[上下]半年|首季|全年|前(?=[一二三2-3两]个?季度|[0-9一二三四五六七八九十两]{1,2}个?月)|星期|礼拜|周(?=[一二三四五六日])|上个?世纪"
    '|每|翻番|过半|近半|[“‘"「『]|https?://|www[.]'
)
RUN = re.compile("[零〇一二两三四五六七八九十百千万亿廿卅卌几数]+|[0-9]+")
# 统一, 之一, 每一: the character before claims 一; 初三, 周三 count nothing either.
NOT_ONE = frozenset("统唯之单逐不划专同某这那哪每任另又再新进归合如高初周老第其大换万")
WORDS_BEFORE = {
    "一": NOT_ONE,
    "百": frozenset("老"),
    "万": frozenset("千"),
    "三": frozenset("初高周张老李王第"),
    "二": frozenset("初高周老小第不"),
}


def scan(text: str) -> list[Token]:
    """Every number and everything that only looks like one, in order and without overlap.

    The members of a Range or a Proportion stand inside it. Offsets are those of ``text``; the time is linear.
    """
    folded = fold(text)
    tokens: list[Token] = []
    at = floor = 0
    while True:
        match = CANDIDATE.search(folded, at)
        if match is None:
            break
        token = _token(folded, match.start(), floor)
        if token is None:
            run = RUN.match(folded, match.start())
            at = run.end() if run else match.end()
            continue
        tokens.append(token)
        at = floor = max(token.span.end, match.start() + 1)
    return [_restored(token, text, folded) for token in tokens]


def _token(text: str, at: int, floor: int) -> Token | None:
    found = [reading(text, at, floor) for reading in READINGS]
    best: Token | None = None
    for token in found:
        if token is not None and (best is None or token.span.end > best.span.end):
            best = token
        if isinstance(token, Code) and token.kind in SURE:
            return token
    return best


SURE = frozenset({"idiom", "footnote", "document", "url", "slogan", "phone", "marker", "model", "plate"})


def _code(text: str, at: int, floor: int) -> Token | None:
    if text[at] in '“‘"「『':
        return periods.period(text, at) or codes.quoted(text, at)
    return codes.idiom(text, at) or codes.code(text, at, floor)


def _clock(text: str, at: int, floor: int) -> Token | None:
    return codes.clock(text, at)


def _day(text: str, at: int, floor: int) -> Token | None:
    return dates.weekday(text, at) or dates.day(text, at)


def _period(text: str, at: int, floor: int) -> Token | None:
    return None if text[at] in '“‘"「『' else periods.period(text, at)


def _ordinal(text: str, at: int, floor: int) -> Token | None:
    return ordinals.ordinal(text, at)


def _proportion(text: str, at: int, floor: int) -> Token | None:
    return ranges.proportion(text, at)


def _measure(text: str, at: int, floor: int) -> Token | None:
    if at > floor and text[at - 1] in WORDS_BEFORE.get(text[at], ()):
        return None
    found = measures.phrase(text, at, floor) if text[at] in "每翻过近半" else None
    found = found or (measures.quantity(text, at, floor) if text[at] not in "每翻" else None)
    return (ranges.ranged(text, at, found) or found) if found else None


READINGS: tuple[Callable[[str, int, int], Token | None], ...] = (
    _code,
    _clock,
    _period,
    _day,
    _ordinal,
    _proportion,
    _measure,
)


def parses(text: str) -> list[Token]:
    """Every reading of the whole string; one for a spelling that the grammar has no doubt about."""
    folded = fold(text)
    readings: list[Token] = []
    for reading in READINGS:
        for at in range(min(len(folded), 6)):
            token = reading(folded, at, 0)
            if token is not None and (token.span.start, token.span.end) == (0, len(folded)) and token not in readings:
                readings.append(_restored(token, text, folded))
    return readings


def quantities(tokens: Iterable[Token]) -> list[Quantity]:
    """All quantities among ``tokens``, members of ranges and proportions included, in order."""
    found: list[Quantity] = []
    for token in tokens:
        if isinstance(token, Quantity):
            found.append(token)
        elif isinstance(token, Range):
            found += [token.low, token.high]
        elif isinstance(token, Proportion):
            found += token.parts
    return found


def _restored(token: Token, text: str, folded: str) -> Token:
    """Give literals the characters of the text itself."""
    span = token.span
    if isinstance(token, (Code, Date, Ordinal)) or text[span.start : span.end] == folded[span.start : span.end]:
        return token
    if isinstance(token, (Quantity, Period)):
        return replace(token, literal=span.of(text))
    if isinstance(token, Range):
        low, high = (replace(one, literal=one.span.of(text)) for one in (token.low, token.high))
        return Range(span, low, high)
    return Proportion(span, tuple(replace(part, literal=part.span.of(text)) for part in token.parts))
