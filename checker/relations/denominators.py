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
from checker.patterns import pattern
from checker.relations import classes
from checker.relations.division import division
from checker.relations.naming import core, is_called, levels, one_period, shared_end
from checker.relations.passage import Figure, Passage
from checker.relations.ratio import GROWTH, KIND, Triple, same_unit, triple, verify
from checker.relations.record import Relation
from checker.spans import Span

REACH, NEAR = 20, 2
"""How many sentences back a whole may stand that is called by its full name, or only by what it is. The first of a
name is taken: totals come before their parts."""

LINK = r"\s*(?:约?为|达到?|约|近|超过?)?\s*"
NAMED_WHOLE = pattern(
    rf"占([\u4e00-\u9fffA-Za-z&“”]{{2,16}}?)(?:的|比重?|比例)?(?:比重|比例)?(?:（[^）]{{1,14}}）)?{LINK}$"
)
OWN_SHARES = pattern(
    rf"占(?:其|本人)?(?:所|目前)?(?:直接)?持(?:有)?(?:有)?(?:本?公司)?股(?:份|票)(?:总数|总额)?的?(?:比例)?{LINK}$"
)
HOLDS = pattern(r"持有[\u4e00-\u9fff]{0,10}(?:股份|股票)(?:总数|数量)?(?:为|合计|共计)?$")
TOTAL = pattern("总[值额量数计](?:为|达到?|约|完成|实现)?$")
AMONG = pattern(r"^[“”]?其中[，,：:]?")
BARE = pattern(rf"[，,（(]?\s*(?:均|各|约)?占(?:总[\u4e00-\u9fff]{{0,5}})?(?:比重?|比例)?(?:（[^）]{{1,14}}）)?{LINK}$")
EACH = pattern(rf"[，,]分别占(?:比|总[\u4e00-\u9fff]{{0,5}}的?)?{LINK}$")
BOTH = pattern(rf"([\u4e00-\u9fffA-Z]{{3,16}}?)占([\u4e00-\u9fffA-Z]{{2,14}}?)的?(?:比重|比例){LINK}$")

DEFINED = {
    "不良贷款率": ("不良贷款余额|不良贷款", "贷款余额|各项贷款|贷款总额|总贷款"),
    "拨备覆盖率": ("贷款损失准备|拨备余额|减值准备", "不良贷款余额|不良贷款"),
    "城镇化率": ("城镇(?:常住)?人口", "常住人口|总人口"),
    "归母净利润率": ("归母净利润", "营收|营业收入"),
    "存贷比": ("贷款余额|各项贷款", "存款余额|各项存款"),
    "资产负债率": ("负债总额|总负债", "资产总额|总资产"),
}
"""Rates whose part and whole are fixed by their definition (statistics of banks, population, company accounts)."""


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every ratio whose whole stands in an earlier sentence."""
    for number, passage in enumerate(passages):
        last: Triple | None = None
        for index, figure in enumerate(passage.figures):
            if not figure.is_rate:
                continue
            here = triple(passage, index)
            if here:
                last = here if here.listed else None
                continue
            found = _carried(passage, index, last) or _by(WAYS, passages, number, index)
            last = found if found and found.listed else last
            likely = None if found else _headed(passages, number, index)
            if found and found.whole and found.whole.quantity.value:
                yield _doubted(verify(passage, found))
            elif likely:
                yield _undecided(verify(passage, likely))


def _by(ways: Sequence["Way"], passages: Sequence[Passage], number: int, index: int) -> Triple | None:
    return next((found for way in ways if (found := way(passages, number, index))), None)


def _doubted(relation: Relation) -> Relation:
    return replace(relation, doubtful=True) if relation.verdict is Verdict.INCONSISTENT else relation


def _undecided(relation: Relation) -> Relation:
    """Likely is not sure: what does not fit may be a share of something else."""
    if relation.verdict is not Verdict.INCONSISTENT:
        return relation
    working = f"{relation.data['working']}，总数是否所指未定，未判"
    return replace(relation, verdict=Verdict.UNDECIDED, working=working, doubtful=False, candidates=())


def _part(passage: Passage, index: int) -> Figure | None:
    """The amount right before a rate, in its clause or the one before."""
    for one in reversed(passage.figures[max(0, index - 3) : index]):
        named = one.quantity.numeral.isascii() or len(one.quantity.numeral) > 1
        inside = one.bracket not in (0, passage.figures[index].bracket)
        if one.is_amount and named and (not inside or passage.text.startswith(("）占", ")占"), one.quantity.span.end)):
            return one if passage.figures[index].clause - one.clause <= 3 else None
    return None


def _gap(passage: Passage, part: Figure, index: int) -> Span:
    """From the end of a part to the rate."""
    return Span(part.quantity.span.end, passage.figures[index].quantity.span.start)


def _shared(passage: Passage, index: int) -> tuple[Figure, Span] | None:
    """The part that a rate behind a bare 占 is the share of, with those words."""
    part = _part(passage, index)
    words = _gap(passage, part, index) if part else None
    if part and words and BARE.fullmatch(passage.words(words)):
        return part, words
    return _each(passage, index)


def _each(passage: Passage, index: int) -> tuple[Figure, Span] | None:
    """Of 1386人、1478人，分别占48.4%和51.6% the first rate goes with the first count."""
    figures, first, last = passage.figures, index, index
    while first and _runs_on(passage, first - 1):
        first -= 1
    while last + 1 < len(figures) and _runs_on(passage, last):
        last += 1
    count = last - first + 1
    parts = figures[max(0, first - count) : first]
    if count < 2 or len(parts) < count or not all(one.is_amount for one in parts):
        return None
    words = _gap(passage, parts[-1], first)
    return (parts[index - first], words) if EACH.fullmatch(passage.words(words)) else None


def _runs_on(passage: Passage, index: int) -> bool:
    """Whether a rate and the figure after it are one run of rates: 48.4%和51.6%."""
    one, two = passage.figures[index : index + 2]
    between = passage.text[one.quantity.span.end : two.quantity.span.start]
    return one.is_rate and two.is_rate and between in ("、", "和", "，", "及", "与")


def _carried(passage: Passage, index: int, last: Triple | None) -> Triple | None:
    """其中甲A，占a；乙B，占b: the whole of the first share is that of the next."""
    found = _shared(passage, index) if last and last.whole else None
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
    found = _shared(passage, index)
    if not AMONG.match(passage.words(passage.span)) or not found or _first(passage) is not found[0]:
        return None
    earlier = passage.earlier
    if not earlier or "占" in passage.words(earlier.span):
        return None
    first = next(levels(earlier), None)
    if first is None or not same_unit(first.quantity, found[0].quantity):
        return None
    return Triple("占比", (found[1],), found[0], first, passage.figures[index], listed=True)


def _first(passage: Passage) -> Figure | None:
    return next((one for one in passage.figures if one.is_amount), None)


def _named(passages: Sequence[Passage], number: int, index: int) -> Triple | None:
    """占全市进出口总值的65.5%: a whole of that name, before the rate or in the clauses right behind it."""
    passage = passages[number]
    rate = passage.figures[index]
    start = max(passage.span.start, rate.quantity.span.start - 32)
    match = NAMED_WHOLE.search(passage.text, start, rate.quantity.span.start)
    part = _part(passage, index)
    if not match or part is None or match.end() != rate.quantity.span.start or "占" in match[1]:
        return None
    if "分别" in passage.words(Span(start, rate.quantity.span.start)):
        return None
    words = Span(*match.span())
    hung = _outside(passage, part, match[1])
    wholes = [hung] if hung else list(_called_so(passages[max(0, number - REACH) : number + 1], part, match[1]))
    return _meant(passage, [Triple("占比", (words,), part, whole, rate) for whole in wholes])


def _meant(passage: Passage, found: Sequence[Triple]) -> Triple | None:
    """Of several wholes of one name the one that fits is meant; where none does, nobody knows which."""
    fits = (one for one in found if verify(passage, one).verdict is Verdict.CONSISTENT)
    return found[0] if len(found) == 1 else next(fits, None)


def _called_so(passages: Sequence[Passage], part: Figure, name: str) -> Iterator[Figure]:
    """Wholes of that name, each value once."""
    seen = set[Fraction]()
    for passage in passages:
        for whole in levels(passage):
            alike = whole is not part and same_unit(whole.quantity, part.quantity)
            if not alike or whole.quantity.value in seen or not is_called(passage, whole, name):
                continue
            if one_period(passage, whole, passages[-1], part):
                seen.add(whole.quantity.value)
                yield whole


def _outside(passage: Passage, part: Figure, name: str) -> Figure | None:
    """汽车73.9亿元（含电动汽车41.5亿元，占汽车出口的56.2%）: what the bracket hangs on, where it opens the name."""
    if not part.bracket:
        return None
    whole = next(
        (one for one in reversed(passage.figures) if one.quantity.span.end <= part.before.start and not one.bracket),
        None,
    )
    if whole is None or not same_unit(whole.quantity, part.quantity):
        return None
    called = core(passage.words(whole.before)[-8:])
    return whole if len(called) >= 2 and core(name).startswith(called) else None


def _held(passages: Sequence[Passage], number: int, index: int) -> Triple | None:
    """占其所持公司股份的94.52%: the shares that a holder is said to hold."""
    passage = passages[number]
    rate, part = passage.figures[index], _part(passage, index)
    match = OWN_SHARES.search(passage.words(rate.before))
    if not match or part is None:
        return None
    words = Span(rate.before.start + match.start(), rate.before.end)
    for earlier in passages[max(0, number - NEAR) : number + 1][::-1]:
        for whole in reversed(list(levels(earlier))):
            before = whole.quantity.span.start < part.quantity.span.start
            if before and same_unit(whole.quantity, part.quantity) and HOLDS.search(earlier.words(whole.before)):
                return Triple("占比", (words,), part, whole, rate)
    return None


def _both(passages: Sequence[Passage], number: int, index: int) -> Triple | None:
    """第一产业增加值占生产总值比重为6.8%: both are named, and both stand in sentences before."""
    passage = passages[number]
    rate = passage.figures[index]
    clause = passage.text[passage.clauses[rate.clause].start : rate.quantity.span.start]
    match = BOTH.search(clause)
    if not match or match.end() != len(clause):
        return None
    near = passages[max(0, number - NEAR) : number]
    levels_of = [one for one in (_by_name(near, match[1]), _by_name(near, match[2])) if one]
    if len(levels_of) < 2 or levels_of[0] is levels_of[1]:
        return None
    part, whole = levels_of
    words = Span(rate.quantity.span.start - len(match[0]), rate.quantity.span.start)
    alike = same_unit(part.quantity, whole.quantity)
    return Triple("占比", (words,), part, whole, rate) if alike else None


def _by_name(passages: Sequence[Passage], name: str) -> Figure | None:
    return next((one for each in passages for one in levels(each) if is_called(each, one, name)), None)


def _classed(passages: Sequence[Passage], number: int, index: int) -> Triple | None:
    """税收收入64.8亿元，占67.2%: what a part is called tells what it is a part of."""
    passage = passages[number]
    found = _shared(passage, index)
    if not found:
        return None
    part, words = found
    needs = {word for row in classes.of(passage.words(part.before)) for word in row.needs}
    for earlier in passages[max(0, number - NEAR) : number + 1][::-1]:
        for whole in reversed(list(levels(earlier))):
            before = whole.quantity.span.end <= part.quantity.span.start
            called = core(earlier.words(whole.before))
            if before and same_unit(whole.quantity, part.quantity) and any(called.endswith(core(one)) for one in needs):
                return Triple("占比", (words,), part, whole, passage.figures[index])
    return None


def _divided(passages: Sequence[Passage], number: int, index: int) -> Triple | None:
    """从保费结构看，财产险221.6亿元，占32.5%: the sentence says what it divides."""
    passage = passages[number]
    found = _shared(passage, index)
    divided = division(passages, number) if found else None
    if not found or not divided or "其中" in passage.text[divided.words.end : found[0].quantity.span.start]:
        return None
    words, (part, _) = (divided.words, found[1]), found
    alike = [one for _, one in divided.wholes if divided.named or same_unit(part.quantity, one.quantity)]
    return _meant(passage, [Triple("占比", words, part, one, passage.figures[index], listed=True) for one in alike])


def _headed(passages: Sequence[Passage], number: int, index: int) -> Triple | None:
    """对东盟进出口312.5亿元，占20.0%: the part is called as a total told before is, with something before the name."""
    passage = passages[number]
    found = _shared(passage, index)
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


def _defined(passages: Sequence[Passage], number: int, index: int) -> Triple | None:
    """不良贷款率1.24%: the rate's definition names both."""
    passage = passages[number]
    rate = passage.figures[index]
    before = passage.words(rate.before)
    for name, (part_words, whole_words) in DEFINED.items():
        at = before.rfind(name)
        if at < 0 or GROWTH.search(before[at + len(name) :]):
            continue
        near = passages[max(0, number - NEAR) : number + 1]
        part = _called(near, part_words, rate)
        whole = _called(near, whole_words, rate)
        if part and whole and part is not whole and same_unit(part.quantity, whole.quantity):
            words = Span(rate.before.start + at, rate.before.start + at + len(name))
            return Triple(name, (words,), part, whole, rate)
    return None


def _called(passages: Sequence[Passage], words: str, rate: Figure) -> Figure | None:
    """The last level before a rate that is called by one of these words, right before it."""
    called = pattern(f"(?:{words})(?:余额|总额|合计)?(?:为|达到?|约)?$")
    for passage in reversed(passages):
        for figure in reversed(list(levels(passage))):
            before = passage.words(figure.before)
            match = called.search(before)
            if figure.quantity.span.start < rate.quantity.span.start and match and _whole_word(before, match.start()):
                return figure
    return None


def _whole_word(before: str, at: int) -> bool:
    """不良贷款余额 is no 贷款余额."""
    return before[max(0, at - 2) : at] not in ("不良", "涉农", "住房", "消费", "个人", "企业")


Way = Callable[[Sequence[Passage], int, int], Triple | None]
WAYS: tuple[Way, ...] = (_among, _held, _named, _both, _divided, _classed, _defined)

__all__ = ["KIND", "find"]
