"""average: a mean that lies outside of the values it is of, or is not what the values listed before it come to."""

from collections.abc import Iterator
from fractions import Fraction
from functools import reduce
from operator import add

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.extraction.averages import Mean, means
from checker.findings import Hit, Related
from checker.quantities.interval import Interval, decimal
from checker.quantities.model import Quantity
from checker.relations.judge import Reading
from checker.relations.passage import Passage
from checker.relations.working import printed
from checker.spans import Span

AGE = "岁"


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every mean below the least or above the greatest of its values, or other than that of a list all told."""
    for passage in article.passages:
        if len(passage.tokens) > 1:
            told = set[Span]()
            for hit in _hits(passage):
                if hit.span not in told:
                    told.add(hit.span)
                    yield hit


def _hits(passage: Passage) -> Iterator[Hit]:
    for one in means(passage):
        if not _possible(one, Reading.ROUNDED):
            variant = "order" if one.kind == "order" else "outside"
            yield _hit(one, variant, doubtful=_possible(one, Reading.LOOSE))
        elif one.complete and not _exact(one):
            yield _hit(one, "inexact", doubtful=True)
        elif _is_too_young(one):
            yield _hit(one, "outside", doubtful=True)


def _is_too_young(one: Mean) -> bool:
    """Whether a mean age lies below the least of the ages, which are full years: 最小的69岁, 平均68.5岁."""
    ages = all(each.unit.name == AGE and not each.hedges for each in (one.mean, *one.values))
    if not ages or one.kind == "order" or any(each.value.denominator != 1 for each in one.values):
        return False
    high = Reading.ROUNDED.of(one.mean).high
    return high is not None and high <= min(each.value for each in one.values) * one.mean.unit.factor


def _exact(one: Mean) -> bool:
    """Whether the mean can be that of the values, each counted once."""
    mean, *values = (Reading.TRUNCATED.of(quantity) for quantity in (one.mean, *one.values))
    return mean.meets(reduce(add, values).scale(Fraction(1, len(values))))


def _possible(one: Mean, reading: Reading) -> bool:
    """Whether the mean can lie between the least and the greatest value."""
    falls = one.falls or (False,) * (len(one.values) + 1)
    mean, *values = (
        _signed(quantity, reading, fall) for quantity, fall in zip((one.mean, *one.values), falls, strict=True)
    )
    if one.kind == "order":
        high = values[0].high
        return high is None or mean.low is None or mean.low <= high
    lows, highs = [each.low for each in values], [each.high for each in values]
    low = None if None in lows else min(each for each in lows if each is not None)
    high = None if None in highs else max(each for each in highs if each is not None)
    return mean.meets(Interval(low, high))


def _signed(quantity: Quantity, reading: Reading, fall: bool) -> Interval:
    interval = reading.of(quantity)
    return -interval if fall else interval


def _hit(one: Mean, variant: str, *, doubtful: bool) -> Hit:
    falls = one.falls[1:] or (False,) * len(one.values)
    shown = "、".join(f"{'下降' if fall else ''}{printed(each)}" for each, fall in zip(one.values, falls, strict=True))
    total = sum(each.value * each.unit.factor for each in one.values)
    computed = decimal(total / (len(one.values) * one.mean.unit.factor), 2)
    data = {"name": one.name, "found": printed(one.mean), "values": shown, "computed": computed}
    related = tuple(Related(each.span, "value") for each in one.values)
    return Hit(one.mean.span, data, related, variant=variant, doubtful=doubtful)


KIND = Kind(
    check,
    frozenset({"name", "found", "values", "computed"}),
    variants=frozenset({"outside", "order", "inexact"}),
    notes=frozenset({"value"}),
)
