"""One pass over a text: candidates by their first character, the longest reading at each, in order."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from checker.patterns import led, pattern
from checker.quantities import codes, dates, measures, ordinals, periods, phrases, ranges
from checker.quantities.lettering import fold
from checker.quantities.middots import pointed
from checker.quantities.model import Code, Date, Ordinal, Period, Proportion, Quantity, Range, Token

ARABIC = "0123456789"
CHINESE = "零〇一二两三四五六七八九十百千万亿廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟几数半"
QUOTES = '“‘"「『'
TIMES = "今去前明后上当本同次昨翌全首"
CANDIDATE = pattern(
    led(
        f"{ARABIC}{CHINESE}{QUOTES}每翻第今去明后上当本同次前下这昨翌首全星礼周过近成hw",
        "|".join(
            (
                f"[{ARABIC}{CHINESE}{QUOTES}每翻]",
                f"第(?=[ {ARABIC}{CHINESE}])",
                "[今去明后上当本同次前]年|[上本下当次同]月|[上下这]个月|[昨今明前后当次翌同][日天]",
                "前(?=[一二三2-3两]个?季度|[0-9一二三四五六七八九十两]{1,2}个?月)",
                "[上下]半年|首季|全年|星期|礼拜|周(?=[一二三四五六日])|上个?世纪",
                "过半|近半|成千上万|https?://|www[.]",
            )
        ),
    )
)
LEAD = pattern(f"(?:[0-9]{{1,32}}(?:[.,，][0-9]{{1,32}}){{0,6}}|[{CHINESE}点]{{1,32}}) ?(.?)", re.DOTALL)
RUN = pattern("[零〇一二两三四五六七八九十百千万亿廿卅卌几数壹贰叁肆伍陆柒捌玖拾佰仟]+|[0-9]+")
VAGUE = "几数"
"""What may only end a word before a number: 人数三百二十."""
DATED = frozenset("年月日号—–―~-至到/世季时 ")
CLOCKED = frozenset(":时点分")
RATIOED = frozenset(":∶比")
# Once one of these is found, no other reading is asked for.
SURE = frozenset(
    {"idiom", "footnote", "document", "url", "slogan", "phone", "marker", "model", "plate", "stock", "version"}
)
# 统一, 之一, 每一: the character before claims 一; 初三, 周三 count nothing either.
TAIL_OF = {
    "一": frozenset("统唯之单逐不划专同某这那哪每任另又再新进归合如高初周老第其大换万前上下后此"),
    "百": frozenset("老"),
    "万": frozenset("千"),
    "二": frozenset("初高周老小第不"),
    "三": frozenset("初高周张老李王第"),
}
TAKEN = frozenset(
    {f"{verb}下" for verb in "剩余留拿放砍省定接欠签买种收打存写创立投租流攒攻捐扔丢撒埋扣摘抢借盘守挖拍吃喝"}
    | {f"{verb}上" for verb in "加送献带交捐赶追踏戴装配贴挂添算凑搭补"}
)
"""剩下一成, 加上一万元: verbs whose ends claim no 一."""

Reading = Callable[[str, int, int], Token | None]


def scan(text: str) -> list[Token]:
    """Every number and everything that only looks like one, in order and without overlap.

    The members of a Range or a Proportion stand inside it. Offsets are those of ``text``; the time is linear.
    """
    folded = pointed(fold(text))
    tokens: list[Token] = []
    at = floor = 0
    while match := CANDIDATE.search(folded, at):
        start = match.start()
        token = _best(folded, start, floor)
        if token is None:
            run = None if folded[start] in VAGUE else RUN.match(folded, start)
            at = run.end() if run else match.end()
        else:
            tokens.append(_restored(token, text, folded))
            at = floor = max(token.span.end, start + 1)
    return tokens


def _best(text: str, at: int, floor: int) -> Token | None:
    best: Token | None = None
    coded: bool | None = None
    for reading in _asked(text, at):
        if reading is _measure:
            token = _measure(text, at, floor, coded=coded)
        else:
            token = reading(text, at, floor)
            if reading is _code:
                coded = token is not None
        if token is None:
            continue
        if isinstance(token, Code) and token.kind in SURE:
            return token
        if best is None or token.span.end > best.span.end:
            best = token
    return best


def _asked(text: str, at: int) -> Sequence[Reading]:
    """The readings that the first character and what follows the figure leave open."""
    first = text[at]
    if first in ARABIC or first in CHINESE:
        return _figure(text, at)
    if first in QUOTES:
        return (_quoted,)
    if first in "hw":
        return (_code,)
    if first == "第":
        return _period, _ordinal
    return (_measure,) if first in "每翻过近成" else (_period, _day)


def _figure(text: str, at: int) -> list[Reading]:
    lead = LEAD.match(text, at)
    follower = lead[1] if lead else ""
    asked: list[Reading] = [_code]
    if follower in CLOCKED or (lead and "点" in lead[0]):
        asked.append(_clock)
    if follower in DATED or (lead and ("." in lead[0] or lead[0][:2] in ("19", "20"))):
        asked += _period, _day
    if follower in RATIOED:
        asked.append(_proportion)
    asked.append(_measure)
    return asked


def _code(text: str, at: int, floor: int) -> Token | None:
    return codes.idiom(text, at) or codes.code(text, at, floor)


def _quoted(text: str, at: int, _floor: int) -> Token | None:
    return periods.plan(text, at) or codes.quoted(text, at)


def _clock(text: str, at: int, _floor: int) -> Token | None:
    return codes.clock(text, at)


def _day(text: str, at: int, _floor: int) -> Token | None:
    return dates.weekday(text, at) or dates.day(text, at)


def _period(text: str, at: int, _floor: int) -> Token | None:
    return periods.period(text, at)


def _ordinal(text: str, at: int, _floor: int) -> Token | None:
    return ordinals.ordinal(text, at)


def _proportion(text: str, at: int, _floor: int) -> Token | None:
    return ranges.proportion(text, at)


def _measure(text: str, at: int, floor: int, *, coded: bool | None = None) -> Token | None:
    """A quantity or a range. ``coded`` tells whether a code stands here, where that has been asked."""
    first = text[at]
    if at > floor and text[at - 1] in TAIL_OF.get(first, "") and text[at - 2 : at] not in TAKEN:
        return None
    found = phrases.phrase(text, at) if first in "每翻过近半成" else None
    if found is None and first not in "每翻过近成":
        found = measures.quantity(text, at, floor)
    if found is None:
        return ranges.opened(text, at) if first in CHINESE else None
    if found.unit_span is None and (codes.code(text, at, floor) is not None if coded is None else coded):
        return None
    return ranges.ranged(text, at, found) or found


READINGS: tuple[Reading, ...] = (_code, _quoted, _clock, _period, _day, _ordinal, _proportion, _measure)
# A hedge, a sign or a currency may stand this far before the numeral of a whole spelling.
LEFT = 6


def parses(text: str) -> list[Token]:
    """Every reading of the whole string; one for a spelling that the grammar has no doubt about."""
    folded = pointed(fold(text))
    found: list[Token] = []
    for reading in READINGS:
        for at in range(min(len(folded), LEFT)):
            token = reading(folded, at, 0)
            if token is not None and (token.span.start, token.span.end) == (0, len(folded)) and token not in found:
                found.append(token)
    return [_restored(token, text, folded) for token in found]


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
    if isinstance(token, (Code, Date, Ordinal)) or text.startswith(folded[span.start : span.end], span.start):
        return token
    if isinstance(token, (Quantity, Period)):
        return replace(token, literal=span.of(text))
    if isinstance(token, Range):
        low, high = (replace(one, literal=one.span.of(text)) for one in (token.low, token.high))
        return Range(span, low, high)
    return Proportion(span, tuple(replace(part, literal=part.span.of(text)) for part in token.parts))
