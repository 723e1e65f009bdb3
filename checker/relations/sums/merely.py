"""A part that is told as one of several: 全县新增茶馆34家，仅东镇就有11家; 支出412万元，光是教育就花掉198万元."""

from collections.abc import Iterator
from fractions import Fraction

from checker.patterns import pattern
from checker.relations.cues import Act
from checker.relations.sums.row import OPEN, Row, Sum, fits, low, same_unit
from checker.spans import Span

MERELY = pattern("(?:光是?|单是|仅是?|单单)[^，,。；;0-9]{2,20}就[^，,。；;0-9]{0,8}$")
JOINT = pattern("[家个人名件座条所起项]?[、和及与]")


def told(row: Row) -> Iterator[Sum]:
    """The part, and those joined to it, of the one number of its kind before it."""
    for index in range(row.first + 1, len(row.figures)):
        start = row.clause(index)
        match = MERELY.search(row.text, start, row.starts[index])
        if not match:
            continue
        before = [one for one in range(row.first, index) if same_unit(row.quantity(one), row.quantity(index))]
        if len(before) != 1 or not row.adds(index) or not row.adds(before[0]) or row.past(before[0]):
            continue
        acts = {row.cues[one].act for one in (before[0], index)}
        if Act.FROM in acts or Act.FALL in acts or OPEN.search(row.between(before[0], index)):
            continue
        parts = [index]
        while parts[-1] + 1 < len(row.figures) and _joined(row, parts[-1]):
            parts.append(parts[-1] + 1)
        if not fits(row.quantity(before[0]), sum((low(row.quantity(one)) for one in parts), Fraction(0))):
            continue  # of another whole
        yield Sum(row.quantity(before[0]), tuple(map(row.quantity, parts)), (Span(*match.span()),), likely=True)


def _joined(row: Row, index: int) -> bool:
    alike = same_unit(row.quantity(index), row.quantity(index + 1))
    return alike and JOINT.fullmatch(row.between(index, index + 1)) is not None
