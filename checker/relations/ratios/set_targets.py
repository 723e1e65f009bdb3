"""A target of one figure (5万人, 3万亩) was set so and not rounded to it."""

from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.passage import Passage
from checker.relations.ratios.judging import Triple, verify
from checker.relations.record import Relation

SET, SCALES = pattern("目标|任务"), "万亿"


def as_set(passage: Passage, found: Triple, name: str) -> Relation:
    """The ratio, whose whole is a target by its ``name``: what misses it as it was set is for a reader to look at."""
    relation, whole = verify(passage, found), found.whole
    if whole is None or relation.verdict is not Verdict.CONSISTENT or not SET.search(name) or whole.quantity.hedges:
        return relation
    if len(whole.quantity.numeral.rstrip(SCALES)) > 1:
        return relation
    strict = verify(passage, replace(found, whole=replace(whole, quantity=whole.quantity.as_exact())))
    return replace(strict, doubtful=True) if strict.verdict is Verdict.INCONSISTENT else relation
