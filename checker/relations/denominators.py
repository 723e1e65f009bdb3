"""ratio: wholes that stand in an earlier sentence, under the name that 占…的 gives them, or that defines the rate.

The name must be found again beside a count of the same unit (占全市进出口总值的: 全市货物贸易进出口总值1563.8亿元), or
the sentence must go on with 其中. Nothing else ties a rate to a number elsewhere; what is found so far away and does
not fit is doubtful.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.cues import Act
from checker.relations.passage import Figure, Passage
from checker.relations.ratio import GROWTH, KIND, Triple, same_unit, triple, verify
from checker.relations.record import Relation
from checker.spans import Span

REACH = 20
"""How many sentences back a whole may stand. The first of that name is taken: totals come before their parts."""

NAMED_WHOLE = pattern(
    r"占([\u4e00-\u9fff“”]{2,16}?)(?:的|比重?|比例)?(?:比重|比例)?(?:（[^）]{1,14}）)?(?:约?为|达到?|约|近|超过?)?$"
)
SCOPE = pattern("全[国省球]|世界|同期|当[年月日]|上年")
HEAD = pattern("全[市县区州旗镇乡村行]|[本我该][市县区州旗镇乡村行]|总")
MEASURE = pattern("(?:总[值额量数计]?|金?额|数量?|人数|保费|收入|面积|产量|总产量|规模|部分)+$")
AMONG = pattern(r"^[“”]?其中[，,]?")
BARE = pattern(
    "[，,（(]?(?:均|各|约)?占(?:总[\u4e00-\u9fff]{0,5})?(?:比重?|比例)?(?:（[^）]{1,14}）)?(?:约?为|达到?|约|近|超过?)?$"
)
LIMITED = pattern(
    "对|国家|地区|成员|城镇|农村|乡村|民营|国有|国企|企业|外商|外资|一般贸易|加工贸易|当月|当日|其中|分别|新增|人均|每"
    "|[进净非未不再]$"
)
"""What limits a level before a name to a part of what the bare name means."""

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
        for index, figure in enumerate(passage.figures):
            if not figure.is_rate or triple(passage, index):
                continue
            found = (
                _among(passages, number, index) or _named(passages, number, index) or _defined(passages, number, index)
            )
            if found and found.whole and found.whole.quantity.value:
                yield _doubted(verify(passage, found))


def _doubted(relation: Relation) -> Relation:
    return replace(relation, doubtful=True) if relation.verdict is Verdict.INCONSISTENT else relation


def _part(passage: Passage, index: int) -> Figure | None:
    """The amount right before a rate, in its clause or the one before."""
    for one in reversed(passage.figures[max(0, index - 3) : index]):
        named = one.quantity.numeral.isascii() or len(one.quantity.numeral) > 1
        if one.is_amount and named and one.bracket in (0, passage.figures[index].bracket):
            return one if passage.figures[index].clause - one.clause <= 3 else None
    return None


def _levels(passage: Passage) -> Iterator[Figure]:
    """The amounts of a sentence that tell how much there is, not by how much it changed."""
    for figure, cue in zip(passage.figures, passage.cues, strict=True):
        if figure.is_amount and not figure.bracket and cue.act not in (Act.RISE, Act.FALL, Act.FROM):
            yield figure


def _among(passages: Sequence[Passage], number: int, index: int) -> Triple | None:
    """其中A…，占总…: the sentence goes on about the total of the sentence before."""
    passage = passages[number]
    part = _part(passage, index)
    if not AMONG.match(passage.words(passage.span)) or part is None or _first(passage) is not part:
        return None
    start = part.quantity.span.end
    words = Span(start, passage.figures[index].quantity.span.start)
    earlier = passage.earlier
    if not BARE.fullmatch(passage.words(words)) or not earlier or "占" in passage.words(earlier.span):
        return None
    first = next(_levels(earlier), None)
    if first is None or not same_unit(first.quantity, part.quantity):
        return None
    return Triple("占比", (words,), part, first, passage.figures[index])


def _first(passage: Passage) -> Figure | None:
    return next((one for one in passage.figures if one.is_amount), None)


def _named(passages: Sequence[Passage], number: int, index: int) -> Triple | None:
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
    for earlier in passages[max(0, number - REACH) : number + 1]:
        for whole in _levels(earlier):
            if whole.quantity.span.start >= part.quantity.span.start or not same_unit(whole.quantity, part.quantity):
                continue
            if _is_called(earlier, whole, match[1]):
                return Triple("占比", (words,), part, whole, rate)
    return None


def _is_called(passage: Passage, figure: Figure, name: str) -> bool:
    """Whether a count is called by this name, give or take 全市 before it and 总额 behind it."""
    scope = SCOPE.search(name)
    if scope and scope[0] not in passage.words(passage.span):
        return False
    core = MEASURE.sub("", HEAD.sub("", name, count=1))
    before, after = MEASURE.sub("", passage.words(figure.before)), passage.words(figure.after)
    full = HEAD.sub("", name, count=1)
    words = passage.words(figure.before)
    if len(full) >= 4 and words.endswith(full):
        clause = passage.text[passage.clauses[figure.clause].start : figure.before.end - len(full)]
        return not LIMITED.search(clause)
    return len(core) >= 2 and (core == HEAD.sub("", before, count=1).lstrip("，、 ") or after.startswith(core))


def _defined(passages: Sequence[Passage], number: int, index: int) -> Triple | None:
    passage = passages[number]
    rate = passage.figures[index]
    before = passage.words(rate.before)
    for name, (part_words, whole_words) in DEFINED.items():
        at = before.rfind(name)
        if at < 0 or GROWTH.search(before[at + len(name) :]):
            continue
        near = passages[max(0, number - 2) : number + 1]
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
        for figure in reversed(list(_levels(passage))):
            before = passage.words(figure.before)
            match = called.search(before)
            if figure.quantity.span.start < rate.quantity.span.start and match and _whole_word(before, match.start()):
                return figure
    return None


def _whole_word(before: str, at: int) -> bool:
    """不良贷款余额 is no 贷款余额."""
    return before[max(0, at - 2) : at] not in ("不良", "涉农", "住房", "消费", "个人", "企业")


__all__ = ["KIND", "find"]
