"""How many years a growth took: by the years that stand with its levels, or by a stretch that the sentence names."""

from collections.abc import Sequence

from checker.quantities.model import Date, Period, Quantity
from checker.relations.passage import Figure, Passage
from checker.spans import Span

LONGEST = 60
"""More years than this are no stretch that growth is averaged over."""


def years(passage: Passage, base: Figure, current: Figure, rate: Figure) -> tuple[Span | None, tuple[int, ...]]:
    """How long it took: by the years that stand with both levels, else by a stretch that the sentence names."""
    first, last = (year(passage, one) for one in (base, current))
    stretch, counts = length(passage, rate)
    if first and last and 0 < last - first <= LONGEST:
        return (stretch if counts == (last - first,) and _is_told(passage, stretch) else None), (last - first,)
    if first and len(counts) > 1 and _begins_before(passage, stretch, first):
        return stretch, counts[::-1]
    return stretch, counts


def _begins_before(passage: Passage, stretch: Span | None, first: int) -> bool:
    """Whether a level is that of the year before a period: 十四五, 由2020年的, are five years."""
    periods = [one for one in passage.tokens if isinstance(one, Period) and one.span == stretch]
    return any(one.start is not None and one.start.year == first + 1 for one in periods)


def _is_told(passage: Passage, stretch: Span | None) -> bool:
    return stretch is not None and any(isinstance(one, Quantity) and one.span == stretch for one in passage.tokens)


def year(passage: Passage, figure: Figure) -> int:
    """The year that stands right before a level, after the number before it."""
    end = figure.quantity.span.start
    start = max((one.quantity.span.end for one in passage.figures if one.quantity.span.end <= end), default=0)
    dates = [one for one in passage.tokens if isinstance(one, Date) and start <= one.span.start and one.span.end <= end]
    return dates[-1].year or 0 if dates else 0


def length(passage: Passage, rate: Figure) -> tuple[Span | None, tuple[int, ...]]:
    """The number of years nearest to the rate (五年, 4年, 六年前), or a period: 2015—2019年 is four years.

    The years of a period may also all have grown, from the level of the year before it.
    """
    at = rate.quantity.span.start
    lengths = [one for one in passage.tokens if is_length(one)]
    if lengths:
        nearest = min(lengths, key=lambda one: (one.span.start > at, abs(one.span.start - at)))
        value = int(nearest.value) if isinstance(nearest, Quantity) else 0
        return nearest.span, (value,) if 0 < value <= LONGEST else ()
    return _period(passage.tokens, at)


def is_length(token: object) -> bool:
    """Whether it is a whole number of years, two at least: 五年, 五年内."""
    if not isinstance(token, Quantity) or token.unit.name != "年" or token.value.denominator > 1:
        return False
    return token.value > 1 and (not token.hedges or token.literal.endswith("内"))


def _period(tokens: Sequence[object], at: int) -> tuple[Span | None, tuple[int, ...]]:
    periods = [one for one in tokens if isinstance(one, Period) and one.start and one.end]
    for token in sorted(periods, key=lambda one: (one.span.start > at, abs(one.span.start - at))):
        if token.start and token.end and token.start.year and token.end.year:
            steps = token.end.year - token.start.year
            return token.span, (steps, steps + 1) if 0 < steps <= LONGEST else ()
    return None, ()
