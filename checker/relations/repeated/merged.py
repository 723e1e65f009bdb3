"""Relations that tell one number more than once are one: a headline with what its text says, and that with the rest."""

from collections.abc import Iterable
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.record import Operand, Relation
from checker.spans import Span

SHOWN = pattern("(?:标题|小标题|第[0-9]+段)“[^”]*”")
"""One printing of a number, as the working shows it."""

MOST, REACH = 8, 400
"""So many printings one relation shows, and over so many characters: whoever looks at one wants to see those beside."""


def merged(found: Iterable[Relation]) -> list[Relation]:
    """The relations, those that agree and have an operand in common as one, where the first of them stands."""
    out: list[Relation] = []
    at: dict[Span, int] = {}
    for one in found:
        if one.verdict is not Verdict.CONSISTENT:
            out.append(one)
            continue
        here = next((at[operand.span] for operand in one.operands if operand.span in at), len(out))
        if here == len(out):
            out.append(one)
        elif (both := _together(out[here], one)) is not None:
            out[here] = both
        elif not {operand.span for operand in one.operands} <= {operand.span for operand in out[here].operands}:
            out.append(one)
            continue
        at |= dict.fromkeys((operand.span for operand in out[here].operands), here)
    return out


def _together(one: Relation, two: Relation) -> Relation | None:
    """Both as one relation, or None where there is nothing to add."""
    if len(one.span.join(two.span)) > REACH:
        return None
    parts: dict[Operand, str] = {}
    for each in (one, two):
        shown = SHOWN.findall(each.working)
        if len(shown) != len(each.operands):
            return None
        parts = dict(zip(each.operands, shown, strict=True)) | parts
    if len(parts) == len(one.operands) or len(parts) > MOST:
        return None
    operands = sorted(parts, key=lambda operand: operand.span)
    told = "，".join(parts[operand] for operand in operands)
    note: str = one.working.rpartition("”，")[2]
    return replace(one, operands=tuple(operands), working=f"{told}，{note}", data={**one.data, "working": told})
