"""average: a mean that lies outside of the values it is of."""

from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.extraction.averages import Mean, means
from checker.findings import Hit, Related
from checker.quantities.interval import Interval
from checker.quantities.model import Quantity
from checker.relations.judge import Reading
from checker.relations.working import printed


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every mean below the least or above the greatest of its values."""
    for passage in article.passages:
        if len(passage.figures) > 1:
            for one in means(passage):
                if not _possible(one, Reading.ROUNDED):
                    yield _hit(one, doubtful=_possible(one, Reading.LOOSE))


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


def _hit(one: Mean, *, doubtful: bool) -> Hit:
    falls = one.falls[1:] or (False,) * len(one.values)
    shown = "、".join(f"{'下降' if fall else ''}{printed(each)}" for each, fall in zip(one.values, falls, strict=True))
    data = {"name": one.name, "found": printed(one.mean), "values": shown}
    related = tuple(Related(each.span, "value") for each in one.values)
    return Hit(one.mean.span, data, related, variant="order" if one.kind == "order" else "outside", doubtful=doubtful)


KIND = Kind(
    check, frozenset({"name", "found", "values"}), variants=frozenset({"outside", "order"}), notes=frozenset({"value"})
)
