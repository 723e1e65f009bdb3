"""pairing: names each with its level, and behind them their growth: 一产5.9亿，二产276亿，…，同比分别增长7.2%、4.8%.

The levels say which names are meant, and how many. A fault is for somebody to look at; none is told where the first
level may be what the others come to, or where other numbers before the names may have some of the values.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Quantity
from checker.relations.cues import Act
from checker.relations.lists.grouped import VERBS
from checker.relations.passage import Figure, Passage
from checker.relations.record import Operand, Relation
from checker.relations.sums.row import same_unit
from checker.spans import Span

KIND = "pairing"
MARK = pattern(f"[，,](?:同比|环比|[比较](?:上年|去年)(?:同期)?)?(?P<word>分别)(?:同比|环比)?(?:{VERBS})(?:了|约)?$")
NAME = pattern("[、，,；;]?(?P<name>[\u4e00-\u9fff（）“”]{2,14}?)(?:[为是约达有]|达到|完成|实现)?$")
HEAD = pattern("^.*(?:其中|[，,：:；;。])")
NEXT = pattern("[、，,]|[和与及]")
NO_NAME = pattern("[同环]比|增[长加]|下降|占|累计|合计|共|总[量计额]|全[社市省县国区]|其余")
FEWEST, OFF = 3, 1


def find(passage: Passage) -> Iterator[Relation]:
    """Every such row of names, with the growth behind them."""
    for at, figure in enumerate(passage.figures):
        mark = MARK.search(passage.text[max(0, figure.before.start - 1) : figure.quantity.span.start])
        if mark is None or not figure.is_rate:
            continue
        values = _values(passage, at)
        names = _names(passage, at)
        two = len(names) == FEWEST - OFF and len(values) == FEWEST
        if (len(names) < FEWEST and not two) or len(values) < FEWEST - OFF or abs(len(names) - len(values)) > OFF:
            continue
        fits = len(names) == len(values)
        short = len(values) < len(names) and not _may_sum(passage.figures[at - len(names) : at])
        alone = len(values) > len(names) and at == len(names)
        if fits or short or alone:
            yield _record(passage, names, values, fits=fits)


def _values(passage: Passage, at: int) -> list[Quantity]:
    found = [passage.figures[at].quantity]
    for one, two in pairwise(passage.figures[at:]):
        gap = passage.text[one.quantity.span.end : two.quantity.span.start]
        if not two.is_rate or not NEXT.fullmatch(gap):
            break
        found.append(two.quantity)
    return found


def _names(passage: Passage, at: int) -> list[Span]:
    """The names right before the mark, each with a level of one unit behind it."""
    found: list[Span] = []
    for index in range(at - 1, -1, -1):
        figure = passage.figures[index]
        if not figure.is_amount or figure.bracket or passage.cues[index].act not in (Act.LEVEL, Act.SUM):
            break
        if not same_unit(figure.quantity, passage.figures[at - 1].quantity):
            break
        opens = passage.figures[index - 1].quantity.span.end if index else passage.span.start
        lead = passage.text[opens : figure.quantity.span.start]
        head = HEAD.match(lead)
        words = lead[head.end() :] if head else lead
        name = NAME.search(words)
        if name is None or NO_NAME.search(words):
            break
        start = figure.quantity.span.start - len(words) + name.start("name")
        found.append(Span(start, start + len(name["name"])))
        if "其中" in lead:
            break
    return found[::-1]


def _may_sum(levels: Sequence[Figure]) -> bool:
    """Whether the first level may be all of the others: its growth may be told before."""
    sizes = [one.quantity.value * one.quantity.unit.factor for one in levels]
    return sizes[0] >= sum(sizes[1:]) * 9 / 10


def _record(passage: Passage, names: Sequence[Span], values: Sequence[Quantity], *, fits: bool) -> Relation:
    items = tuple(Operand("item", one, passage.words(one)) for one in names)
    numbers = tuple(Operand.of("value", one) for one in values)
    listed, shown = "、".join(map(passage.words, names)), "、".join(passage.words(one.span) for one in values)
    working = f"前面{len(names)}项（{listed}），后面{len(numbers)}个数（{shown}）"
    span = Span(names[-1].end, values[0].span.start)
    relation = Relation(
        KIND,
        (*items, *numbers),
        Verdict.CONSISTENT if fits else Verdict.INCONSISTENT,
        f"{working}，{'一致' if fits else '不一致'}",
        (span,),
        values[0].span.join(values[-1].span),
        data={"name": "分别", "working": working, "computed": f"{len(names)}个"},
    )
    return relation if fits else replace(relation, doubtful=True)
