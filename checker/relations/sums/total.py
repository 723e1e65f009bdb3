"""total: parts that make up a whole, or lie in it.

Where wording or names say that the parts are all there are (合计, 其余, 出口 and 进口, 3战1胜2负), they must come to
the whole. Where the wording leaves it open (其中), each part and all of them together must lie in it. Averages, rates
and prices never add. A part of an increase or of a profit can be larger than the whole, because another part can be
negative: that is left undecided.
"""

from collections.abc import Callable, Iterator, Sequence

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.naming import TAIL
from checker.relations.passage import Figure, Passage
from checker.relations.record import Relation
from checker.relations.sums import (
    addends,
    alone,
    among,
    besides,
    bracketed,
    by_clause,
    by_place,
    classes,
    classified,
    composed,
    contributions,
    counted_up,
    day_parts,
    deducted,
    divided,
    gathering,
    kinds,
    leaving,
    left_far,
    left_later,
    looked_at,
    medal_columns,
    medals,
    merely,
    named_again,
    needed,
    netted,
    others,
    out_of,
    outright,
    percents,
    played,
    rolled,
    self_paid,
    severally,
    sources,
    stretches,
    succeeded,
    tallied,
    told_last,
    wanting,
    won,
)
from checker.relations.sums.apiece import told_apiece
from checker.relations.sums.division import Division, division, parts, within
from checker.relations.sums.judging import KIND, judged, verify
from checker.relations.sums.row import MEAN, NONE_ADD, OPENING, Row, Sum, hung, of_two_ranks, row_of
from checker.relations.sums.told_too import told_too

__all__ = ["KIND", "across", "find", "verify"]

FINDERS: tuple[tuple[Callable[[Row], Iterator[Sum]], str], ...] = (
    (by_clause.closed, "其余剩"),
    (composed.composed, "由"),
    (among.listed, OPENING),
    (tallied.spelt, "：:"),
    (gathering.totalled, "计共总"),
    (gathering.called, "总"),
    (tallied.counted_off, gathering.COUNTS),
    (medals.medalled, medals.MEDALS),
    (medal_columns.of_each, medals.MEDALS),
    (played.played, "胜负男"),
    (won.won, won.SIGNS),
    (others.told, others.SIGNS),
    (tallied.added, "加连算"),
    (tallied.stocked, "原去上年"),
    (tallied.mixed, "计共总加合"),
    (tallied.sentenced, "刑"),
    (bracketed.hung, "（("),
    (alone.bracketed, "（("),
    (alone.held, "有"),
    (alone.recent, "场轮局盘合"),
    (classified.classified, ""),
    (rolled.held, rolled.SIGNS),
    (sources.told, sources.SIGNS),
    (divided.balanced, ""),
    (divided.chosen, "中里"),
    (divided.placed, ""),
    (divided.remaining, "余剩"),
    (leaving.left_over, leaving.SIGNS),
    (leaving.rest_of_all, "余剩还"),
    (leaving.attended, "应"),
    (self_paid.paid, self_paid.SIGNS),
    (netted.told, netted.SIGNS),
    (netted.traded, netted.GAINS),
    (day_parts.summed, day_parts.SIGNS),
    (merely.told, "仅光单"),
    (wanting.told, wanting.SIGNS),
    (divided.staged, ""),
    (kinds.headed, "，,：:；;"),
    (severally.dealt, "分依"),
    (outright.summed, ""),
    (percents.summed, percents.SIGNS),
    (counted_up.told, counted_up.SIGNS),
    (out_of.told, "中里已"),
    (named_again.divided, "中里"),
    (out_of.including, "内"),
)
"""What finds sums, with the characters of which one at least must stand in the sentence (none: any sentence)."""

NEAR = 12
HEAD = 2
"""Parts of one whole are called by one noun, so many characters at the end, and so is the whole: 中直投资, 地方投资."""


def find(passage: Passage) -> Iterator[Relation]:
    """Every whole with its parts that the sentence states, judged."""
    row = row_of(passage)
    if len(row.figures) < 2:
        return
    taken: set[tuple[int, int]] = set()
    for finder, signs in FINDERS:
        for sum_ in finder(row) if not signs or not row.letters.isdisjoint(signs) else ():
            one = told_apiece(passage, sum_)
            if one is None or of_two_ranks(passage.text, one):
                continue
            if judged(one)[1].verdict is Verdict.INCONSISTENT:
                one = succeeded.nested(passage, succeeded.parted(passage, one))
            keys = _keys(one)
            if not keys <= taken:
                relation = verify(passage, one)
                wrong = relation.verdict is Verdict.INCONSISTENT
                if wrong and ((one.slip and not relation.by_slip) or one.rated or _is_no_sum(passage, one)):
                    continue
                taken |= keys
                yield relation
                for inner in (hung(row, one), told_too(row, one)):
                    if inner and not _keys(inner) <= taken:
                        taken |= _keys(inner)
                        yield verify(passage, inner)


NET = pattern("净(?:增|减|流[入出]|迁[入出])[加少长了]*[^，。；0-9]{0,4}$")
"""净增|1.6万册：新购1.9万册，…，剔旧0.5万册: what came and what went, which no sign parts."""


def _is_no_sum(passage: Passage, one: Sum) -> bool:
    """Whether what does not add up is net of what its parts are, or a race said again: 1000米和800米，…800米."""
    net = NET.search(passage.text, max(0, one.whole.span.start - NEAR), one.whole.span.start) is not None
    named = one.whole.unit_class is UnitClass.LENGTH and len(one.parts) > 1
    return net or (named and any(part.literal == one.whole.literal for part in one.parts))


def _keys(one: Sum) -> set[tuple[int, int]]:
    """Where its whole and each of its parts stand."""
    return {(one.whole.span.start, part.span.start) for part in one.parts}


def across(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every whole whose parts a later sentence tells."""
    for number, passage in enumerate(passages):
        for one in (
            *looked_at.told(passages, number),
            *_divisions(passages, number),
            *addends.named(passages, number),
            *contributions.find(passages, number),
            *deducted.told(passages, number),
            *besides.told(passages, number),
            *needed.told(passages, number),
        ):
            if apiece := told_apiece(passage, one):
                yield verify(passage, apiece)
        for one in by_place.told(passages, number):
            relation = verify(passage, one)
            if relation.verdict is not Verdict.INCONSISTENT or relation.by_slip:
                yield relation
        yield from _stretched(passages, number)


def _stretched(passages: Sequence[Passage], number: int) -> Iterator[Relation]:
    """What a stretch of sentences sums up or leaves over; a fault only where no other sum explains the number."""
    passage = passages[number]
    for finder in (left_later.left, left_far.left, told_last.summed):
        for one in finder(passages, number):
            relation = verify(passage, one)
            wrong = relation.verdict is Verdict.INCONSISTENT
            lone = relation.by_slip and not any(_ends(each, relation) for each in find(passage))
            if not wrong or (lone and not stretches.is_explained(passages, number, one)):
                yield relation


def _ends(other: Relation, one: Relation) -> bool:
    """Whether another total is told of the same whole, or with the same last part."""
    return other.operands[0].span == one.operands[0].span or other.operands[-1].span == one.operands[-1].span


def _divisions(passages: Sequence[Passage], number: int) -> Iterator[Sum]:
    """按消费类型分，商品零售…；餐饮收入…: parts of what was told before, where a classification closes them."""
    found, passage = division(passages, number), passages[number]
    if not found or not found.wholes:
        return
    listed = list(parts(passage, found))
    sums = [one for each in found.wholes if (one := _divided(passage, found, listed, *each))]
    fitting = [one for one in sums if judged(one)[1].verdict is Verdict.CONSISTENT]
    told = fitting[:1] or (sums if len(sums) == 1 and sums[0].exhaustive else ())
    yield from told or (() if sums else within(passage, found, listed, *found.wholes[0]))


def _divided(passage: Passage, found: Division, listed: Sequence[Figure], told: Passage, whole: Figure) -> Sum | None:
    """The parts at the head of a list that are, by what they are called, all of a whole."""
    name = told.text[max(0, whole.before.start - 4) : whole.quantity.span.start]
    if MEAN.search(name) or NONE_ADD.search(name):
        return None
    for count in range(len(listed), 1, -1):
        names = [passage.words(one.before).rpartition("、")[2] for one in listed[:count]]
        if classes.complete(names, name + found.words.of(passage.text)):
            quantities = tuple(one.quantity for one in listed[:count])
            return Sum(whole.quantity, quantities, (found.words,), exhaustive=True, likely=True)
    heads = {TAIL.sub("", passage.words(one.before))[-HEAD:] for one in listed}
    if len(listed) > 1 and len(heads) == 1 and len(min(heads)) == HEAD and min(heads)[:2] in name:
        return Sum(whole.quantity, tuple(one.quantity for one in listed), (found.words,), likely=True)
    return None
