"""Where a list of parts ends: what joins a figure to those before it, and what begins something else.

Parts joined by 、 or 和 are surely of one list; those after a comma are taken as long as they can be parts, because
the wording does not tell where such a list ends.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.sums import alike, classes, exclusive
from checker.relations.sums.row import OPEN, PEOPLE, Row, fits, low, same_unit
from checker.relations.sums.wholes import VISITS, WAS, predicate

REST = pattern(r"其余|余下|剩余|剩下")
TOGETHER = pattern(
    "[一-鿿]{0,3}?(?:加在一起|加起来|合起来|合在一起|合计|一共|总共|共计?|总计)(?:被骗|有|占|为|是|达到?|约)*"
)
NEW_WHOLE = pattern(r"总数|总量|总额|总值|总计|共有|共计|合计")
SUMMED_UP = pattern(r"[、和及与][^、，。；]{2,20}等[多共]?$")
"""有10只跌破面值，甲、乙等|4只跌得更多: who are told by their names are of those before; not 大豆、薯类等|500万亩."""
PROCEDURE = pattern(r"(?:逮捕|批捕|起诉|刑拘|拘留|移送|判刑)了?$")
"""逮捕5万名、起诉4.8万名: steps that the same people go through."""
BESIDES = pattern("另有|另外|此外|还另")
"""；另有|96列重联运行: of others."""
TOPIC = pattern(r"\s*(?:全[市省县国区年州]|年末|截至|截止)")
TIGHT = pattern(r"[、和及与]")
CAUSED = pattern(r"造成|导致|引发|致使")
BOUND = pattern(r"[，,、]?")
BREAK = pattern(r"[；;]")
BREAK_OFF = pattern("[，,；;][^，,；;]*分别")
"""…其中一季度9件，1月、2月、3月分别为…: what goes to several names at once divides anew."""
NEXT = pattern("[；;][\u4e00-\u9fffA-Za-z0-9]{2,8}?[约近为达]{0,2}")
"""铁路2.3亿人次|；公路31亿人次: nothing but the name of the next."""
DIVIDES = pattern("[，,（(](?:其中|包括|含)")
"""What is divided itself is no part: 孵化器118家，其中市级38家；众创空间36家|，其中…."""
HEADED = pattern("[；;][^，,；;。]{2,14}[中里][，,：:]")
"""；新增出院病例中，…: the next part of the sentence divides a whole of its own."""
ASIDE = pattern("[（(][^（）()]*[）)]")
"""医院9个（含妇幼保健院），诊所…: what a bracket holds divides nothing behind it."""

SENTENCED = pattern("(?:分别)?[被获](?:判|刑)")

PERSON, BALANCE = "人", pattern("余额|[顺逆]差|差额|净(?:流[入出]|[增买卖]|融资|投放|回笼)")
THINGS = frozenset(("个", "项", "大", "家", "座", "条", "处", "所", "件", "套", "类", "种", "只", "条线"))
PARTED = 40
"""How far before a whole a semicolon makes it one of a row, so that the next semicolon ends its list."""

AHEAD = 48
"""How many figures after the first part are looked at."""


def parts_of(row: Row, whole: int, first: int, bracket: int, free: bool, *, over: bool = False) -> Iterator[int]:
    """The figures of a list. Those after a comma only as long as they can still be parts.

    With ``over`` also those that go past the whole, if they end as the others do: what one wrong digit makes of parts.
    """
    quantity, inside = row.quantity(whole), row.figures[first].bracket
    said = predicate(row, whole) if predicate(row, whole) == predicate(row, first) else ""
    least, last, nested, size = low(row.quantity(first)), first, False, _size(row, first)
    parted = "；" in row.text[max(row.passage.span.start, row.starts[whole] - PARTED) : row.starts[whole]]
    yield first
    for index in range(first + 1, min(first + AHEAD, len(row.figures))):
        if row.figures[index].bracket != inside:
            if bracket >= 0:
                return
            continue
        step = ASIDE.sub("", row.between(index - 1, index))
        nested = (nested or OPEN.search(step) is not None) and not BREAK.search(step)
        if nested or not joins(row, index, first) or (said and predicate(row, index) not in ("", said)):
            continue
        gap = row.between(last, index)
        if ("分别" in gap and BREAK_OFF.search(gap)) or HEADED.search(gap):
            return
        if _bounds(row, index) or (CAUSED.search(row.before(index)) and not CAUSED.search(row.before(first))):
            return
        if is_rest(row, index) and (size == _size(row, whole) or _of_wider(row, whole, least, index)):
            return
        sibling = _classed(row, first, index) and not _classed(row, whole, index)
        closed = sibling or is_rest(row, index)
        if (
            _ends(row, index, gap)
            or is_balance(row, first, index)
            or (BREAK.search(gap) and BESIDES.search(row.before(index)) and not closed)
            or (BREAK.search(gap) and not (free or closed or (_goes_on(row, whole, index) and not parted)))
        ):
            return
        least, size = least + low(row.quantity(index)), size + _size(row, index)
        tight = TIGHT.search(gap) is not None and not re.search("[，,；;]", gap)
        tight = tight and PROCEDURE.search(row.before(index)) is None
        tight = tight or alike.are_alike(row, first, last, index) or _sentenced(row, first, index)
        outgrown = low(row.quantity(index)) > quantity.value * quantity.unit.factor and alike.beside(row, first, index)
        fitting = fits(quantity, least) or outgrown or (over and _go_together(row, first, index))
        if not (tight or closed or (fitting and not alike.goes_on(row, first, index))):
            return
        last = index
        yield index


def _go_together(row: Row, first: int, index: int) -> bool:
    """Whether a figure past the whole is of the list all the same: it ends as the first does, or is another band."""
    return alike.end_alike(row, first, index) or exclusive.are_bands([row.name(first), row.name(index)])


def _size(row: Row, index: int) -> Fraction:
    """What a figure prints: 3.06亿 and 0.62亿 are all of 3.68亿, and what is left is of more."""
    return row.quantity(index).value * row.quantity(index).unit.factor


def _of_wider(row: Row, whole: int, least: Fraction, index: int) -> bool:
    """Whether the others are those of a whole further back: 8名被困，发现3名，其中2人死亡，1人生还，其余5名."""
    found, rest = low(row.quantity(whole)), low(row.quantity(index))
    back = (row.quantity(one) for one in range(whole) if same_unit(row.quantity(one), row.quantity(index)))
    return least == found or any(low(one) == found + rest for one in back)


def _bounds(row: Row, index: int) -> bool:
    """Whether a figure is the other bound of the one before it: 不少于4.1万平方米，不超过4.4万平方米."""
    hedged = row.quantity(index - 1).hedges and row.quantity(index).hedges
    return bool(hedged) and BOUND.fullmatch(row.between(index - 1, index)) is not None


def joins(row: Row, index: int, first: int) -> bool:
    figure, like = row.quantity(index), row.quantity(first)
    names = {figure.unit.name, like.unit.name}
    of_one = same_unit(figure, like) or names <= THINGS or (names == VISITS and like.unit.name == PERSON)
    same_act = row.cues[index].act is row.cues[first].act or of_rest(row, index)
    past = row.past(index) or WAS.search(row.before(index)) is not None
    return row.adds(index) and of_one and same_act and not past


def is_rest(row: Row, index: int) -> bool:
    """Whether a figure is what the others leave."""
    return REST.search(row.before(index)) is not None or of_rest(row, index)


def of_rest(row: Row, index: int) -> bool:
    """Whether a figure is what all that are left have together: 剩下5人加在一起56.6万元."""
    if index < 1 or row.quantity(index - 1).unit_class is not UnitClass.COUNT:
        return False
    if TOGETHER.fullmatch(row.between(index - 1, index)) is None:
        return False
    return REST.search(row.before(index - 1)) is not None


def is_balance(row: Row, first: int, index: int) -> bool:
    """Whether a figure is the balance of what the first tells: 其中债务限额90亿元，余额85亿元; 出口…，进口…，逆差…."""
    return BALANCE.search(row.before(index)) is not None and BALANCE.search(row.before(first)) is None


def _ends(row: Row, index: int, gap: str) -> bool:
    """Whether a figure begins something else: a whole of its own, another sentence."""
    before = row.before(index)
    return (
        NEW_WHOLE.search(before) is not None
        or (SUMMED_UP.search(before) is not None and row.quantity(index).unit_class is UnitClass.COUNT)
        or TOPIC.match(before) is not None
        or "。" in gap
    )


def _classed(row: Row, one: int, two: int) -> bool:
    """Whether two names are different members of one closed classification."""
    first, second = classes.memberships(row.name(one)), classes.memberships(row.name(two))
    return any(number in second and second[number] != place for number, place in first.items())


def _sentenced(row: Row, first: int, index: int) -> bool:
    """Whether people are told by what each was sentenced to, which is one thing: 10名被判处死缓，22名被判处….

    The years of a sentence stand between them.
    """
    return all(
        row.quantity(one).unit.name in PEOPLE and SENTENCED.match(row.called_after(one)) for one in (first, index)
    )


def _goes_on(row: Row, whole: int, index: int) -> bool:
    """Whether a list runs on over a semicolon.

    Its next name ends as the whole's does (基层医疗卫生机构 under 医疗卫生机构), or is all that stands behind the mark.
    """
    if NEXT.fullmatch(row.between(index - 1, index)) and not DIVIDES.match(row.text, row.quantity(index).span.end):
        return True
    head = re.sub(r"(?:为|达到?|有|共|约)+$", "", row.before(whole))[-4:]
    return len(head) == 4 and head in row.before(index)
