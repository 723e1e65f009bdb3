"""The amounts of one unit that a stretch of sentences tells, up to a number that sums them up or is left of them."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.frozen import frozen
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act
from checker.relations.passage import Passage
from checker.relations.sums.row import OPEN, PEOPLE, Row, Sum, counts_parts, same_unit

LEVELS = frozenset((Act.LEVEL, Act.SUM, Act.TO))
PLANNED = pattern("计划|原定|目标")
LAST_YEAR = pattern("[去上]年(?!同期)")
EACH = pattern("[每平][^，。；0-9]{0,8}$|均$")
ASIDE = pattern(
    "其中|去年|上年|前年|往年|同期|上期|上月(?![底末])|此前|以前|计划|预计|目标|力争|原定|平均|另|比|较|最[高低多少大小长短]|首付|再过|明年|后年|估计|保留"
)
"""What a number is of that is neither the whole nor a part of what is told."""

GOES_ON, FAR = pattern("[，,；;](?:其余|其他|余下|另有|另外|此外|剩下)"), 8
"""，其余改种旱作: what is left is not all of the rest."""

ENDED, BREAK = "。！”", 3
"""How a paragraph ends that is no heading, and how many line breaks part it from the next at the most."""


@frozen()
class Amount:
    """A number of a sentence by its place among the figures of its row."""

    row: Row
    index: int

    @property
    def quantity(self) -> Quantity:
        """The printed number."""
        return self.row.quantity(self.index)

    @property
    def size(self) -> Fraction:
        """How much it is in the base of its class."""
        return self.quantity.value * self.quantity.unit.factor

    @property
    def lead(self) -> str:
        """The words before it in its clause."""
        return self.row.before(self.index)

    @property
    def is_each(self) -> bool:
        """Whether it is what each has, or one unit of time: 平均每天修|3口."""
        return EACH.search(self.lead) is not None

    @property
    def is_plain(self) -> bool:
        """Whether it is how much there is, now and to the dot, and no part of a part."""
        return self._is_level(self.lead)

    @property
    def is_dated(self) -> bool:
        """Whether it would be so but for being of last year."""
        return self._is_level(LAST_YEAR.sub("", self.lead))

    @property
    def is_planned(self) -> bool:
        """Whether it would be so but for being planned: 计划改造|18座."""
        return self._is_level(PLANNED.sub("", self.lead))

    def _is_level(self, lead: str) -> bool:
        quantity = self.quantity
        told = self.row.cues[self.index].act in LEVELS and not quantity.hedges and not quantity.is_article
        aside = OPEN.search(lead) or ASIDE.search(lead)
        return told and quantity.value > 0 and not aside and self.row.adds(self.index)


def own(row: Row, like: Quantity, end: int) -> list[Amount]:
    """The amounts of a unit in a sentence, up to an offset, but for those in brackets."""
    return [
        Amount(row, index)
        for index in range(row.first, len(row.figures))
        if row.starts[index] < end and _is_of(row, index, like)
    ]


def _is_of(row: Row, index: int, like: Quantity) -> bool:
    one = row.quantity(index)
    named = one.unit_class is not UnitClass.COUNT or one.unit.name == like.unit.name or one.unit.name in PEOPLE
    alike = same_unit(one, like) and named
    return alike and not row.figures[index].bracket and not counts_parts(row, index)


def back(passages: Sequence[Passage], number: int, most: int, lines: int = 1) -> Iterator[Passage]:
    """So many sentences with numbers before one at the most, the nearest first, over so many ends of paragraphs."""
    for at in range(number - 1, max(-1, number - 1 - most), -1):
        one, two = passages[at].span, passages[at + 1].span
        gap = passages[at].text[one.start : two.start]
        if "\n" in gap:
            lines -= 1
            if (
                lines < 0
                or gap.count("\n") > BREAK
                or gap.strip()[-1:] not in ENDED
                or gap[one.end - one.start :].strip()
            ):
                return
        yield passages[at]


def is_explained(passages: Sequence[Passage], number: int, one: Sum) -> bool:
    """Whether just as much as is missing is told of something else: 取消30公里; or the rest goes on: 其余改种旱作."""
    passage, known = passages[number], (one.whole, *one.parts)
    if GOES_ON.search(passage.text, one.parts[-1].span.end, passage.span.end):
        return True
    gap = abs(one.whole.value * one.whole.unit.factor - sum(each.value * each.unit.factor for each in one.parts))
    return any(
        each.quantity.value * each.quantity.unit.factor == gap and same_unit(each.quantity, one.whole)
        for near in passages[max(0, number - FAR) : number + 1]
        if near.span.end > one.whole.span.start
        for each in near.figures
        if each.quantity not in known
    )
