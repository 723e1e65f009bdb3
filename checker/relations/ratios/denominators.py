"""ratio: wholes that stand in an earlier sentence.

A whole is known by the name that 占…的 gives it (占全市进出口总值的: 全市货物贸易进出口总值1563.8亿元), by 其中, by the
words that open a division (从保费结构看), by what it is called (税收收入 lies in 一般公共预算收入), or by a rate's
definition. Nothing else ties a rate to a number elsewhere; what is found so far away and does not fit is doubtful.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import one_of, pattern
from checker.relations.naming import core, is_shared, levels, one_period, shared_end
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.judging import KIND, Triple, verify
from checker.relations.ratios.named_wholes import (
    DEFINED,
    NEAR,
    REACH,
    both,
    defined,
    held,
    meant,
    named,
    planned,
    plans,
)
from checker.relations.ratios.ratio import triple
from checker.relations.ratios.sharing import LINK, shared
from checker.relations.ratios.shortened import shortened
from checker.relations.record import Relation
from checker.relations.sums import classes
from checker.relations.sums.division import division
from checker.relations.sums.row import same_unit

COUNTED = pattern(rf"[，,（(]\s*占[\u4e00-\u9fff]{{0,8}}总[数量额](?:的)?(?:比重|比例)?{LINK}$")
"""占违法总数的: in a sentence that divides a whole, it is that whole's."""

SUMMED = pattern("共|总|合计|全[部体]")
BESIDE = pattern("[，；、](?!其中|包括|比|较|同比|上年|去年|占|含)[\u4e00-\u9fff、]{2,20}")
"""25名，县长、副县长|8名: what stands between two counts of a list."""

TOTAL = pattern("总[值额量数计](?:为|达到?|约|完成|实现)?$")
AMONG = pattern(r"^[“”]?其中[，,：:]?")
LINK_ENDS, BARE = pattern("(?:[为是约有]|达到?|实现|完成)+$"), 4
"""How long the words before a level are that only say what is measured: 收入, 营业收入."""

WHEN = pattern(r"[\s0-9今去前本上下年月季度日期初中末底半全一二三四十个至到截止—\-，,、：:]*")
BEFORE = pattern("[一-鿿]{2}前(?:一共|合计|曾|就|还)?占|(?:此|以|之|从)前|原先|原来|当时|曾")
OF_TOTAL = pattern("占[^，。；0-9]{0,4}[总全][^，。；0-9]{0,6}$")
LOOK, ASKING = 60, pattern(f"占|完成率|{one_of(DEFINED)}")


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every ratio whose whole stands in an earlier sentence."""
    told: list[Figure] | None = None
    for number, passage in enumerate(passages):
        last: Triple | None = None
        for index, figure in enumerate(passage.figures):
            if not figure.is_rate or not _asks(passage, figure):
                continue
            here = triple(passage, index)
            if here:
                last = here if here.listed or _is_of_total(passage, here) else None
                if here.whole is None and told is None:
                    told = plans(passages)
                plan = planned(told or (), here) if here.whole is None else None
                if plan:
                    yield _doubted(verify(passage, plan))
                continue
            found = _carried(passage, index, last) or _by(WAYS, passages, number, index)
            carried = found is not None and last is not None and not last.listed and found.whole is last.whole
            last = found if found and found.listed and not carried else last
            likely = None if found else _headed(passages, number, index)
            if found and found.whole and found.whole.quantity.value and not _is_outgrown(passage, found):
                relation = _doubted(verify(passage, found))
                loose = carried and not relation.by_slip
                if not (relation.doubtful and (loose or _is_of_before(passage, figure))):
                    yield relation
            elif likely:
                yield _undecided(verify(passage, likely))


def _is_of_total(passage: Passage, found: Triple) -> bool:
    """Whether a share is said to be of the total of its sentence: 其中公益3408万元，占总支出的94.2%；管理，占."""
    start = max(passage.span.start, found.rate.quantity.span.start - LOOK)
    told = OF_TOTAL.search(passage.text, start, found.rate.quantity.span.start)
    return told is not None and found.whole is not None and passage.span.covers(found.whole.quantity.span)


def _asks(passage: Passage, rate: Figure) -> bool:
    """Whether the words before a rate say that it is a share, or name a rate with a definition."""
    start = max(passage.span.start, rate.quantity.span.start - LOOK)
    return ASKING.search(passage.text, start, rate.quantity.span.start) is not None


def _is_of_before(passage: Passage, rate: Figure) -> bool:
    """Whether a share is of what there was before: 发行前占总股本的60%, with the stock told as it became."""
    start = max(passage.clauses[rate.clause].start, rate.quantity.span.start - LOOK)
    return BEFORE.search(passage.text, start, rate.quantity.span.start) is not None


def _by(ways: Sequence["Way"], passages: Sequence[Passage], number: int, index: int) -> Triple | None:
    return next((found for way in ways if (found := way(passages, number, index))), None)


def _doubted(relation: Relation) -> Relation:
    return replace(relation, doubtful=True) if relation.verdict is Verdict.INCONSISTENT else relation


def _is_outgrown(passage: Passage, found: Triple) -> bool:
    """Whether a whole of another sentence is smaller than its part: then it is the whole of something else."""
    whole = found.whole
    if whole is None or passage.span.covers(whole.quantity.span):
        return False
    return _size(found.part) > _size(whole)


def _undecided(relation: Relation) -> Relation:
    """Likely is not sure: what does not fit may be a share of something else."""
    if relation.verdict is not Verdict.INCONSISTENT:
        return relation
    working = f"{relation.data['working']}，总数是否所指未定，未判"
    return replace(relation, verdict=Verdict.UNDECIDED, working=working, doubtful=False, candidates=())


def _carried(passage: Passage, index: int, last: Triple | None) -> Triple | None:
    """其中甲A，占a；乙B，占b: the whole of the first share is that of the next."""
    found = shared(passage, index) if last and last.whole else None
    if not found or not last or not last.whole or not same_unit(found[0].quantity, last.part.quantity):
        return None
    start = last.rate.quantity.span.end
    between = passage.text[start : found[0].quantity.span.start]
    if found[0].quantity.span.start < start or any(word in between for word in ("其中", "共", "合计", "总")):
        return None
    if any(
        one.is_amount for one in passage.figures[passage.figures.index(last.rate) : passage.figures.index(found[0])]
    ):
        return None
    return Triple("占比", (found[1],), found[0], last.whole, passage.figures[index], listed=True)


def _among(passages: Sequence[Passage], number: int, index: int) -> Triple | None:
    """其中A…，占总…: the sentence goes on about the total of the sentence before."""
    passage = passages[number]
    found = shared(passage, index)
    if not AMONG.match(passage.words(passage.span)) or not found or _first(passage) is not found[0]:
        return None
    earlier = passage.earlier or _paragraph_before(passages, number)
    if not earlier or "占" in passage.words(earlier.span):
        return None
    first = next(levels(earlier), None)
    if first is None or not same_unit(first.quantity, found[0].quantity) or _is_one_of_several(earlier, first):
        return None
    return Triple("占比", (found[1],), found[0], first, passage.figures[index], listed=True)


def _paragraph_before(passages: Sequence[Passage], number: int) -> Passage | None:
    """The sentence that ends the paragraph before, where a paragraph opens with 其中."""
    if not number:
        return None
    one, two = passages[number - 1], passages[number]
    gap = one.text[one.span.end : two.span.start]
    ended = one.text[one.span.end - 1 : one.span.end] in "。\n" and not gap.strip()
    return one if ended and (one.text[one.span.end - 1 : two.span.start]).count("\n") in (1, 2) else None


def _is_one_of_several(passage: Passage, first: Figure) -> bool:
    """Whether others of its unit stand beside a count, so that the parts may be of all: 委员25名，县长8名。其中…."""
    if SUMMED.search(passage.words(first.before)):
        return False
    for one in levels(passage):
        if one is not first and same_unit(one.quantity, first.quantity):
            gap = passage.text[first.quantity.span.end : one.quantity.span.start]
            return BESIDE.fullmatch(gap) is not None
    return False


def _size(figure: Figure) -> Fraction:
    """What a figure prints, in the base of its class."""
    return figure.quantity.value * figure.quantity.unit.factor


def _first(passage: Passage) -> Figure | None:
    return next((one for one in passage.figures if one.is_amount), None)


def _classed(passages: Sequence[Passage], number: int, index: int) -> Triple | None:
    """税收收入64.8亿元，占67.2%: what a part is called tells what it is a part of."""
    passage = passages[number]
    found = shared(passage, index)
    if not found:
        return None
    part, words = found
    rows = list(classes.of(passage.words(part.before)))
    needs = {word for row in rows for word in row.needs}
    if not needs:
        return None
    members = {row.number for row in rows}
    for earlier in passages[max(0, number - NEAR) : number + 1][::-1]:
        for whole in reversed(list(levels(earlier, part.quantity.span.start))):
            before = whole.quantity.span.end <= part.quantity.span.start
            called = core(earlier.words(whole.before))
            beside = not members.isdisjoint(
                classes.memberships(earlier.words(whole.before))
            )  # 城镇人口 beside 乡村人口
            if not before or beside or _has_share(earlier, whole) or not same_unit(whole.quantity, part.quantity):
                continue
            if any(called.endswith(core(one)) for one in needs) and not _is_of_a_sort(earlier, whole):
                return Triple("占比", (words,), part, whole, passage.figures[index])
    return None


def _is_of_a_sort(passage: Passage, whole: Figure) -> bool:
    """Whether a level is of what the clause before speaks of, with no name of its own: 鱼糜走俏，收入9亿元."""
    said = LINK_ENDS.sub("", passage.words(whole.before))
    head = passage.text[passage.span.start : passage.clauses[whole.clause].start]
    return len(said) <= BARE and WHEN.fullmatch(head) is None


def _has_share(passage: Passage, figure: Figure) -> bool:
    """Whether a level is itself told as a share, of no whole by name: 住在城里的160万人，占86.2%."""
    rate = next((one for one in passage.figures if one.quantity.span.start >= figure.quantity.span.end), None)
    words = passage.text[figure.quantity.span.end : rate.quantity.span.start] if rate and rate.is_rate else ""
    return is_shared(words)


def _divided(passages: Sequence[Passage], number: int, index: int) -> Triple | None:
    """从保费结构看，财产险221.6亿元，占32.5%: the sentence says what it divides."""
    passage = passages[number]
    found = shared(passage, index, COUNTED)
    divided = division(passages, number) if found else None
    if not found or not divided or "其中" in passage.text[divided.words.end : found[0].quantity.span.start]:
        return None
    words, (part, _) = (divided.words, found[1]), found
    alike = [one for _, one in divided.wholes if divided.named or same_unit(part.quantity, one.quantity)]
    return meant([Triple("占比", words, part, one, passage.figures[index], listed=True) for one in alike])


def _headed(passages: Sequence[Passage], number: int, index: int) -> Triple | None:
    """对东盟进出口312.5亿元，占20.0%: the part is called as a total told before is, with something before the name."""
    passage = passages[number]
    found = shared(passage, index)
    if not found:
        return None
    part, words = found
    name = core(passage.words(part.before))
    for earlier in passages[max(0, number - REACH) : number]:
        for whole in levels(earlier):
            before = earlier.words(whole.before)
            if not TOTAL.search(before) or not 2 <= shared_end(name, core(before)) < len(name):
                continue
            if same_unit(whole.quantity, part.quantity) and one_period(earlier, whole, passage, part):
                return Triple("占比", (words,), part, whole, passage.figures[index])
    return None


Way = Callable[[Sequence[Passage], int, int], Triple | None]
WAYS: tuple[Way, ...] = (_among, held, named, both, _divided, _classed, defined, shortened)

__all__ = ["KIND", "find"]
