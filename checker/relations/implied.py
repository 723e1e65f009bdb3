"""Units that a noun says instead of a classifier: 人口96万 is 96万人."""

from collections.abc import Sequence
from dataclasses import replace

from checker.patterns import pattern
from checker.quantities.model import Quantity, Token, UnitClass
from checker.quantities.units import unit
from checker.spans import Span

NOUN = "人口"
PEOPLE = pattern(f"{NOUN}(?:总数|总量|规模|数量?)?(?:已经?)?[从由为是达有到至]{{0,2}}$")
REACH = 10
"""How far before a number its noun may begin."""


def with_units(text: str, span: Span, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens of a sentence; what counts people by its noun alone, and what it became (从8万增至9万), is in 人.

    Only what is printed in 万 or 亿 is changed: 人口3 may be the number of a table's column.
    """
    if NOUN not in text[span.start : span.end]:
        return tuple(tokens)
    found: list[Token] = []
    people, end = False, span.start
    for token in tokens:
        between = text[end : token.span.start]
        people = PEOPLE.search(text[max(end, token.span.start - REACH) : token.span.start]) is not None or (
            people and not any(mark in between for mark in "，,；;。")
        )
        bare = people and isinstance(token, Quantity) and token.unit_class is UnitClass.NONE
        if bare and isinstance(token, Quantity) and token.literal[-1] in "万亿":
            token = replace(token, unit=unit("人"))
        found.append(token)
        end = token.span.end
    return tuple(found)
