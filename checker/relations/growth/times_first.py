"""multiple: how many times as much, with what was and what is right behind it: 翻了一番，由48亿元增加到96亿元.

The two stand as 由…到… with nothing but that in their clause, or the first under the name of the time that the multiple
is of (是五年前的2倍，五年前为210亿元，今年为420亿元). What does not fit is for a reader to look at.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.growth.multiple import Finding, verify
from checker.relations.passage import Figure, Passage
from checker.relations.record import Relation
from checker.relations.sums.row import same_unit

TIME = "[^，。；、]{0,8}(?:[年月]|同期|当初|原来|[年期月季][初末底]|年前|平[日时常]|往[日常])"
TOLD = pattern(
    f"(?:[是为]|相当于|达到?)(?P<then>{TIME})的(?:近|约)?$|(?P<more>增长|增加|增)了?(?:近|约)?$|翻了?(?:近|约)?$"
)
FROM = pattern("[，,：:（(](?:即|也就是)?[由从][^，。；0-9]{0,8}(?:[0-9]{4}年)?[^，。；0-9]{0,6}")
TO = pattern(
    "[^，,。；0-9]{0,8}(?:[0-9]{4}年)?[^，,。；0-9]{0,4}(?:[增升提扩涨上跃发壮攀][加长到至高大升展张涨]{1,3}|[到至达]|变[为成])[到至为]?了?(?:[0-9]{4}年|[今去]年|目前|现在|年末|年底)?的?"
)
THEN = pattern("[，,：:](?P<then>[^，。；]{2,10}?)(?:为|是|有|只有|仅|达)+")
NOW = pattern(
    "[，,](?:[今去]年|现在|目前|如今|[0-9]{4}年|20[0-9]{2}年)(?:已)?(?:达到?|为|是|有|增[至到加]+|升[至到]|突破)*"
)
REACHED = pattern("[，,](?:已|共|总计)?(?:达到?了?|为|有)+")
YEAR, FOLLOWING = pattern("[0-9]{4}年"), 2


def find(passage: Passage) -> Iterator[Relation]:
    """Every such multiple, judged."""
    figures = [one for one in passage.figures if one.quantity.unit_class is not UnitClass.DURATION]
    for index, times in enumerate(figures[:-1]):
        if times.quantity.unit_class is not UnitClass.MULTIPLE or times.quantity.hedges:
            continue
        if index:
            yield from _behind(passage, figures, index)
        if index + FOLLOWING >= len(figures):
            continue
        start = passage.clauses[times.clause].start
        match = TOLD.search(passage.text, start, times.quantity.span.start)
        base, current = figures[index + 1 : index + 1 + FOLLOWING]
        if match is None or not _are_levels(base, current):
            continue
        named = match["then"] and _named(passage, times, base, current, match["then"])
        if match["then"] and _named_last(passage, times, base, current, match["then"]):
            base, current, named = current, base, True
        if named or _moves(passage, times, base, current):
            relation = verify(Finding(base, current, times, (times.before,), match["more"] is not None))
            yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _behind(passage: Passage, figures: Sequence[Figure], index: int) -> Iterator[Relation]:
    """达到600人，是平时的3倍，平时仅200人: what is, the multiple, and what it is of by the same name."""
    current, times, base = figures[index - 1 : index + FOLLOWING]
    start = passage.clauses[times.clause].start
    match = TOLD.search(passage.text, start, times.quantity.span.start)
    told = THEN.fullmatch(passage.text, times.quantity.span.end, base.quantity.span.start)
    near = times.clause - current.clause == 1
    if match and told and near and told["then"] == match["then"] and _are_levels(base, current):
        relation = verify(Finding(base, current, times, (times.before,), more=False))
        yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _are_levels(base: Figure, current: Figure) -> bool:
    plain = all(one.is_amount and not one.quantity.hedges and one.quantity.value > 0 for one in (base, current))
    return plain and same_unit(base.quantity, current.quantity)


def _moves(passage: Passage, times: Figure, base: Figure, current: Figure) -> bool:
    start = passage.clauses[times.clause].start
    years = [
        YEAR.findall(passage.text, *ends)
        for ends in ((start, times.quantity.span.start), (times.quantity.span.end, base.quantity.span.start))
    ]
    if all(years) and years[0] != years[1]:
        return False
    opened = FROM.fullmatch(passage.text, times.quantity.span.end, base.quantity.span.start)
    return bool(opened and TO.fullmatch(passage.text, base.quantity.span.end, current.quantity.span.start))


def _named_last(passage: Passage, times: Figure, current: Figure, base: Figure, then: str) -> bool:
    """是常年同期的2倍，达到160毫米，常年同期为80毫米: what it is of is told last, by the same name."""
    reached = REACHED.fullmatch(passage.text, times.quantity.span.end, current.quantity.span.start)
    told = THEN.fullmatch(passage.text, current.quantity.span.end, base.quantity.span.start)
    return reached is not None and told is not None and told["then"] == then


def _named(passage: Passage, times: Figure, base: Figure, current: Figure, then: str) -> bool:
    told = THEN.fullmatch(passage.text, times.quantity.span.end, base.quantity.span.start)
    behind = NOW.fullmatch(passage.text, base.quantity.span.end, current.quantity.span.start)
    return told is not None and behind is not None and told["then"] == then
