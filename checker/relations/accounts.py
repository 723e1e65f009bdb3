"""Indicators that two others make by definition, each called by its name: 市值 = 股价 × 股本, 市盈率 = 股价 ÷ 每股收益.

The definitions are a table of the lexicon. Each of the three names stands right before or behind its number, all in
one sentence, and no other number bears one of them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from re import Pattern

from checker.document import Document
from checker.findings import Verdict
from checker.lexicon.accounts import Definition, definitions
from checker.patterns import one_of, pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.adverbs import adverbs
from checker.relations.growth import judging as changes
from checker.relations.growth import multiple
from checker.relations.growth.differences import Numbers
from checker.relations.passage import Figure, Passage
from checker.relations.products import triple
from checker.relations.products.rates_per import PerUnit, base
from checker.relations.ratios import judging as ratios
from checker.relations.record import Relation
from checker.relations.sums import judging as sums
from checker.relations.sums.row import Sum, same_unit
from checker.spans import Span

LINK = (
    f"(?:[的了]|余额|总额|合计|累计|均价|高达|达到?|[为是约有至报]|收[于报盘]|将|升[到至]|降[到至]|{adverbs()})*[:：]?"
)
FREE = pattern(
    "(?:[，,、（(“]|[本该其此]|债券|本期|贷款|存款|公司|集团|企业|银行|基金|[该本]行|标的|项目|整体|综合|平均|期末|最新|当前|目前|对应|相应|合计|总|基本|全年|当年|"
    f"年度|报告期内?|实现|计算|则|那么|截至|加权|静态|简单|发行|对应|新能源|(?:{adverbs()}))*"
)
"""What may stand before the name of what is defined, so that it is of the same as the two others."""

NARROWER = pattern(
    "(?:扣非|扣除|少数|母公司|流通|境外|海外|境内|主营|其他|有息|预计|预期|预测|不良|子公司|解禁|净|非|单位|份额|"
    "[ABH]股|回购|质押|限售|注销|增发|新增|每股|人均|再)$"
)
"""What makes a part of what the name behind it names."""

OWNERS = pattern("归属|归母|股东")
"""归属于母公司股东的净资产: not all that the debt leaves of the assets."""

OTHER = pattern("[去上前往]年|同期|此前|以往|另|分别|各自|平均|调整|开盘|动态|滚动|TTM|预[计测期]|；|扣非")
"""Between the first and the last of the three it is of another time or another matter."""

YEAR = pattern("[去上]年(?!同期)")
"""总市值200亿元，去年净利润10亿元: what is earned in a year is that of the last one."""

MONTHS = pattern("季度|半年|[0-9]月")
ALL = 100
"""标的公司100%股权 is all of it, and no share to reckon with."""

ROOM = Fraction(1, 4)
"""How far a mean over the year may lie from what the year's end makes it."""

MOST, LEAD, FAR = 12, 24, 120
"""How many figures a sentence may have, how far before one its name may stand, how far apart the three."""


@dataclass(frozen=True, slots=True)
class Line:
    """A definition with the patterns of its names: all of them, and each right before or behind a number."""

    of: Definition
    named: Pattern[str]
    ahead: tuple[Pattern[str], ...]
    behind: tuple[Pattern[str], ...]


@cache
def _line(of: Definition) -> Line:
    ahead = tuple(pattern(f"(?P<name>{one_of(each)}){LINK}$") for each in of.names)
    behind = tuple(pattern(f"的?(?P<name>{one_of(each)})(?![0-9])") for each in of.names)
    return Line(of, pattern(one_of({name for each in of.names for name in each})), ahead, behind)


@cache
def _any_defined() -> Pattern[str]:
    return pattern(one_of({name for one in definitions() for name in one.names[-1 if one.kind == "sum" else 0]}))


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every indicator that is told with the two that make it, judged."""
    for passage in passages:
        if not 3 <= len(passage.figures) <= MOST or not _any_defined().search(
            passage.text, passage.span.start, passage.span.end
        ):
            continue
        words = passage.words(passage.span)
        told = (one for one in definitions() if all(any(name in words for name in names) for names in one.names))
        yield from _unexplained([one for each in told for one in _judged(passage, _line(each))])


def _unexplained(found: Sequence[Relation]) -> Iterator[Relation]:
    """Without the faults of what another definition makes: a rate of debt, with all debt and with some equity."""
    sound = {one.focus for one in found if one.verdict is Verdict.CONSISTENT}
    return (one for one in found if one.verdict is Verdict.CONSISTENT or one.focus not in sound)


def _judged(passage: Passage, line: Line) -> Iterator[Relation]:
    three = _roles(passage, line)
    if three is None:
        return
    defined, first, second = three
    ends = sorted((one.quantity.span for one in three), key=lambda one: one.start)
    between = line.named.sub("", passage.text[ends[0].end : ends[-1].start])
    if line.of.kind == "multiple":
        between = YEAR.sub("", between)
    if len(between) > FAR or OTHER.search(between) or _is_of_part(passage, line, Span(ends[0].end, ends[-1].start)):
        return
    relation = JUDGES[line.of.kind](passage, defined, first, second)
    if relation is None:
        return
    if relation.verdict is Verdict.INCONSISTENT and line.of.loose and _is_near(defined, first, second):
        return
    doubtful = relation.verdict is Verdict.INCONSISTENT and (relation.doubtful or not line.of.sure)
    yield replace(relation, doubtful=doubtful)


def _is_of_part(passage: Passage, line: Line, between: Span) -> bool:
    """Whether a figure of some months stands for a year's, or a sum has more parts: 淘汰5万吨后总产能78万吨."""
    if line.of.kind != "sum":
        yearly = line.of.kind == "multiple" or line.of.loose
        return yearly and MONTHS.search(passage.text, passage.span.start, passage.span.end) is not None
    inside = [one for one in passage.figures if between.covers(one.quantity.span)]
    amounts = [one for one in passage.figures if one.quantity.span.end == between.start]
    return bool(amounts) and sum(same_unit(one.quantity, amounts[0].quantity) for one in inside) > 1


def _roles(passage: Passage, line: Line) -> tuple[Figure, Figure, Figure] | None:
    """The figures that bear the three names, each alone; a figure bears the longest of those right beside it."""
    found: tuple[list[Figure], ...] = ([], [], [])
    for at, figure in enumerate(passage.figures):
        whole = figure.is_rate and figure.quantity.value == ALL
        if figure.quantity.value > 0 and not figure.bracket and not whole:
            lengths = [_bears(passage, line, role, at) for role in range(3)]
            if any(lengths):
                found[lengths.index(max(lengths))].append(figure)
    if any(len(each) != 1 for each in found):
        return None
    return found[0][0], found[1][0], found[2][0]


def _bears(passage: Passage, line: Line, role: int, at: int) -> int:
    """How long the name of a role is that stands with a figure; 0 where none does or it is that of a part."""
    quantity = passage.figures[at].quantity
    last = passage.figures[at - 1].quantity.span.end if at else passage.span.start
    lead = passage.text[max(last, quantity.span.start - LEAD) : quantity.span.start]
    match = line.ahead[role].search(lead)
    if match is None:
        behind = line.behind[role].match(passage.text, quantity.span.end, passage.span.end)
        return len(behind["name"]) if behind else 0
    head = lead[: match.start()]
    if line.of.kind == "rest" and OWNERS.search(head):
        return 0
    own = head[max(head.rfind(mark) for mark in "，,；;。") + 1 :]
    if NARROWER.search(head) or (role == 0 and line.of.kind != "sum" and not FREE.fullmatch(own)):
        return 0
    return len(match["name"])


def _is_near(*figures: Figure) -> bool:
    total, value, count = (one.quantity.value * one.quantity.unit.factor for one in figures)
    return abs(value * count - total) <= ROOM * total


def _product(_: Passage, total: Figure, value: Figure, count: Figure) -> Relation | None:
    price, unit = value.quantity, count.quantity.unit
    money = price.unit_class in (UnitClass.MONEY, UnitClass.PER)
    if not money or unit.name not in ("股", "份") or total.quantity.unit_class is not UnitClass.MONEY:
        return None
    above = base(price.unit).partition("/")[0]
    if above != base(total.quantity.unit) or price.value * price.unit.factor >= _size(total.quantity):
        return None
    per = PerUnit(price, above, base(unit), price.unit.factor)
    return triple.verify(triple.Triple(per, count.quantity, total.quantity), total.before)


def _multiple(_: Passage, times: Figure, current: Figure, base_: Figure) -> Relation | None:
    if times.quantity.unit_class is not UnitClass.MULTIPLE or not _are_alike(current, base_):
        return None
    return multiple.verify(multiple.Finding(base_, current, times, (times.before,), more=False))


def _ratio(passage: Passage, rate: Figure, part: Figure, whole: Figure, *, rest: bool = False) -> Relation | None:
    if not rate.is_rate or not _are_alike(part, whole):
        return None
    return ratios.verify(passage, ratios.Triple(_name(passage, rate), (rate.before,), part, whole, rate, rest=rest))


def _rest(passage: Passage, rate: Figure, part: Figure, whole: Figure) -> Relation | None:
    return _ratio(passage, rate, part, whole, rest=True)


def _growth(_: Passage, rate: Figure, was: Figure, now: Figure) -> Relation | None:
    if not rate.is_rate or not _are_alike(was, now):
        return None
    numbers = Numbers(was.quantity, now.quantity, None, rate.quantity, 1)
    return changes.verify(changes.Finding({"base": was, "current": now, "rate": rate}, numbers, (rate.before,)))


def _sum(passage: Passage, whole: Figure, part: Figure, other: Figure) -> Relation | None:
    if not _are_alike(whole, part) or not _are_alike(whole, other):
        return None
    parts = sorted((part.quantity, other.quantity), key=lambda one: one.span.start)
    return sums.verify(passage, Sum(whole.quantity, tuple(parts), (other.before,), exhaustive=True))


def _are_alike(one: Figure, other: Figure) -> bool:
    return one.is_amount and other.is_amount and same_unit(one.quantity, other.quantity)


def _size(quantity: Quantity) -> Fraction:
    return quantity.value * quantity.unit.factor


def _name(passage: Passage, rate: Figure) -> str:
    words = passage.words(Span(max(passage.span.start, rate.quantity.span.start - LEAD), rate.quantity.span.start))
    match = _any_defined().search(words)
    return match[0] if match else "占比"


JUDGES: Mapping[str, Callable[[Passage, Figure, Figure, Figure], Relation | None]] = {
    "product": _product,
    "multiple": _multiple,
    "ratio": _ratio,
    "rest": _rest,
    "growth": _growth,
    "sum": _sum,
}

__all__ = ["find"]
