"""Units that a noun says instead of a classifier: 人口96万 is 96万人, and so is 96万常住人口."""

from collections.abc import Sequence
from dataclasses import replace

from checker.patterns import pattern
from checker.quantities.model import Quantity, Token, UnitClass
from checker.quantities.units import unit
from checker.spans import Span

NOUN = "人口"
PEOPLE = pattern(f"{NOUN}(?:总数|总量|规模|数量?)?(?:已经?)?[从由为是达有到至]{{0,2}}$")
BEHIND = pattern(f"[\u4e00-\u9fff]{{0,4}}{NOUN}(?P<among>(?:[当之]?中|里[面头]?)[，,])?")
REACH = 10
"""How far before a number its noun may begin."""


def with_units(text: str, span: Span, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens of a sentence; what counts people by its noun alone, and what it became (从8万增至9万), is in 人.

    Only what is printed in 万 or 亿 is changed: 人口3 may be the number of a table's column.
    """
    if NOUN not in text[span.start : span.end]:
        return tuple(tokens)
    found: list[Token] = []
    people, divided, end = False, False, span.start
    for token in tokens:
        between = text[end : token.span.start]
        people = PEOPLE.search(text[max(end, token.span.start - REACH) : token.span.start]) is not None or (
            people and not any(mark in between for mark in "，,；;。")
        )
        behind = BEHIND.match(text, token.span.end, span.end)
        if _is_bare(token) and (people or behind or divided):
            token = _of_people(token)
            divided = divided or (behind is not None and behind["among"] is not None)
        found.append(token)
        end = token.span.end
    return tuple(found)


def _is_bare(token: Token) -> bool:
    return isinstance(token, Quantity) and token.unit_class is UnitClass.NONE and token.literal[-1] in "万亿"


def _of_people(token: Token) -> Token:
    return replace(token, unit=unit("人")) if isinstance(token, Quantity) else token
