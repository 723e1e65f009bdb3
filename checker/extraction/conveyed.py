"""Vehicles without a name, told of with the place that sends them: 一辆满载柠檬的|列车."""

from checker.extraction.bearings import Bearings
from checker.extraction.whereabouts import is_region
from checker.patterns import pattern
from checker.quantities.model import Quantity

VEHICLES = frozenset(["列车", "火车", "货车", "班列", "专列", "卡车", "货轮", "轮船", "货船", "飞机", "客机", "货机"])
ONE = pattern("(?:一|首|又一)[列辆艘架趟班]")


def sender(bearings: Bearings, one: Quantity, subject: str, metric: str) -> tuple[str, str]:
    """Whose a vehicle is that only its sort names, and the indicator with it: whom the section or the text is about."""
    clause = bearings.clause(one.span.start)
    if subject not in VEHICLES or not ONE.search(bearings.text, clause.start, one.span.start):
        return subject, metric
    topic = bearings.actors.topic(one.span.start)
    home = topic.place.name if topic and topic.place else bearings.about(one.span.start)
    placed = is_region(home) or bearings.actors.places.is_place(home)
    return (home, f"{subject}{metric}") if placed else (subject, metric)
