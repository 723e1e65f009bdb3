"""change: how many more there were, told beside how much more they came to.

今年145只新股融资3973亿元，而去年为164只融资3155亿元。…数量下跌12%，融资额增加26%; so too …数量与金额分别上扬93%和87%.
Each year tells how many and what they came to; the two rates are told by those names, one by one or with 分别. What
does not fit is for a reader to look at.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act
from checker.relations.growth.alike import alike
from checker.relations.growth.differences import Numbers
from checker.relations.growth.judging import Finding, verify
from checker.relations.passage import Figure, Passage
from checker.relations.record import Relation

COUNT = pattern("(?:[数件宗笔单家只起]数|数[量目])[均则也]?$")
AMOUNT = pattern("(?:[总金]?额|金额|规模|资金)[均则也]?$")
BOTH = pattern(
    "(?P<one>[\u4e00-\u9fff]{2,10})[、和与及](?P<two>[\u4e00-\u9fff]{2,10}?)[均则也]?分别(?:同比|约)?[\u4e00-\u9fff]{2,3}$"
)
NAMED = pattern(
    "(?:^|[，,；;、])(?:而|但|且|其中|今年|这意味着)*(?P<name>[\u4e00-\u9fff]{2,10}?)(?:则|也|均)?(?:同比)?$"
)
OTHER = pattern("环比|其中|每|人均|平均|扣除|剔除")
PAST, YEAR = pattern("去年|上年|上一?年"), pattern("([12][0-9]{3})年")
TWO, MOST, GAP = 2, 12, 14
"""So many years are told; of sentences with more numbers nothing is said; so near stands how much behind how many."""


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """How many more, judged."""
    for number, passage in enumerate(passages):
        count = _rate_of_count(passage) if "数" in passage.words(passage.span) else None
        for earlier in (passage, *passages[max(0, number - 1) : number]) if count else ():
            years = _years(earlier)
            if count and years:
                yield _judged(*years, *count)
                break


def _rate_of_count(passage: Passage) -> tuple[Figure, Act] | None:
    """The rate by which the number of things grew, beside that of what they came to."""
    rates = [
        (one, cue.act)
        for one, cue in zip(passage.figures, passage.cues, strict=True)
        if one.is_rate and not one.bracket
    ]
    if len(rates) != TWO or OTHER.search(passage.words(passage.span)):
        return None
    (one, act), (two, other) = rates
    both = BOTH.search(passage.words(one.before))
    if both and act in (Act.RISE, Act.FALL):
        names = both["one"], both["two"]
        return next(
            ((rate, act) for rate, name, second in ((one, *names), (two, *names[::-1])) if _are(name, second)), None
        )
    first, second = _name(passage, one), _name(passage, two)
    if _are(first, second) and act in (Act.RISE, Act.FALL):
        return one, act
    return (two, other) if _are(second, first) and other in (Act.RISE, Act.FALL) else None


def _are(count: str, amount: str) -> bool:
    return COUNT.search(count) is not None and AMOUNT.search(amount) is not None


def _name(passage: Passage, rate: Figure) -> str:
    """What a rate is told of, in its clause before the verb."""
    start = passage.clauses[rate.clause].start
    at = rate.before.start + passage.cues[passage.figures.index(rate)].start
    found = NAMED.search(passage.text[start:at])
    return found["name"] if found else ""


def _years(earlier: Passage) -> tuple[Figure, Figure] | None:
    """How many there were and are, where each of two years tells that with what they came to right behind."""
    if len(earlier.figures) > MOST:
        return None
    pairs = [
        (one, two)
        for one, two in pairwise(earlier.figures)
        if one.quantity.unit_class is UnitClass.COUNT
        and two.quantity.unit_class is UnitClass.MONEY
        and one.clause == two.clause
        and two.quantity.span.start - one.quantity.span.end <= GAP
    ]
    counts = sum(one.quantity.unit_class is UnitClass.COUNT for one in earlier.figures)
    if len(pairs) != TWO or counts != TWO or not alike(pairs[0][1].quantity, pairs[1][1].quantity):
        return None
    (first, _), (second, _) = pairs
    words = earlier.text[earlier.span.start : first.quantity.span.start]
    behind = earlier.text[pairs[0][1].quantity.span.end : second.quantity.span.start]
    now = earlier.published.year if earlier.published else 0
    past = [_is_past(one, other, now) for one, other in ((words, behind), (behind, words))]
    return None if past[0] == past[1] else (first, second) if past[0] else (second, first)


def _is_past(words: str, others: str, now: int) -> bool:
    """Whether these words tell an earlier year than the others, which are of ``now`` where they tell none."""
    one, two = (YEAR.findall(each)[-1:] for each in (words, others))
    later = int(two[0]) if two else now
    return int(one[0]) < later if one else PAST.search(words) is not None


def _judged(base: Figure, current: Figure, rate: Figure, act: Act) -> Relation:
    numbers = Numbers(base.quantity, current.quantity, None, rate.quantity, 1 if act is Act.RISE else -1)
    relation = verify(Finding({"base": base, "current": current, "rate": rate}, numbers, (rate.before,)))
    return replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)
