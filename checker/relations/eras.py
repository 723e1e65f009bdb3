"""Years by the era they are of: 公元前677年, 前221年 behind another, 公元25年. They count nothing and last no time.

Read alone, 公元前256年 is a length of 256 years and 公元前1046年 a year of this era.
"""

from collections.abc import Sequence

from checker.patterns import pattern
from checker.quantities.model import Code, Date, Quantity, Token, UnitClass
from checker.spans import Span

KIND = "era"
SIGN = "元"
BEFORE = pattern("(?:公元|纪元|西元)前(?:的|约)?$|(?<=[至到—–~-])前$")
AFTER = pattern("(?:公元|西元)(?:后|的)?$")
AGO = pattern("[以之]?[前后]")
LEAD, EARLIEST = 5, 3000


def by_era(text: str, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens of a sentence, with the years of an era as codes; those before Christ are less than nothing."""
    if not tokens or SIGN not in text[max(0, tokens[0].span.start - LEAD) : tokens[-1].span.start]:
        return tuple(tokens)
    found: list[Token] = []
    seen = False
    for token in tokens:
        one = _year(text, token, seen=seen)
        seen = seen or one is not None
        found.append(one or token)
    return tuple(found)


def _year(text: str, token: Token, *, seen: bool) -> Code | None:
    value = _value(token)
    lead = text[max(0, token.span.start - LEAD) : token.span.start]
    before = BEFORE.search(lead) if value else None
    after = AFTER.search(lead) if value and not before else None
    if value is None or AGO.match(text, token.span.end):
        return None
    if before and (seen or SIGN in before[0]):
        return Code(Span(token.span.start - len(before[0]), token.span.end), KIND, -value)
    if after and isinstance(token, Quantity):
        return Code(Span(token.span.start - len(after[0]), token.span.end), KIND, value)
    return None


def _value(token: Token) -> int | None:
    """The number of a year, be it read as a length, a bare number or a date; None for all else."""
    if isinstance(token, Date):
        return token.year if token.month is None and token.year else None
    if not isinstance(token, Quantity) or token.hedges or token.value.denominator != 1:
        return None
    yearly = token.unit.name == "年" or token.unit_class is UnitClass.NONE
    return int(token.value) if yearly and 0 < token.value < EARLIEST else None
