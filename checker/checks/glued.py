"""glued: a unit and what it counts per without anything between them: 70平方米套, 5公里小时."""

from collections.abc import Iterator
from functools import cache

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal
from checker.patterns import pattern
from checker.quantities.model import Quantity
from checker.quantities.units import spelling, unit
from checker.spans import Span

# What ends the word behind: a mark, a number, 的, or the end of the line. 元套餐 and 平方米级 go on.
END = pattern("[ \u3000]?(?:[\\s，。；、：！？,;:!?）)〕\\]”’」』》—–～~]|的|$)")


class GluedParams(Params):
    """``pairs`` are lines ``class: units``: behind a number of this class (or ``name=`` this unit) none of these
    units may stand without 每 or a stroke."""

    pairs: tuple[str, ...]


def check(article: Article, params: GluedParams) -> Iterator[Hit]:
    """Every quantity with a second unit stuck to its own."""
    pairs = _table(params.pairs)
    for quantity in article.quantities:
        below = pairs.get(quantity.unit.name) or pairs.get(quantity.unit_class)
        if below and quantity.unit_span and quantity.unit_span.end >= quantity.span.end:
            hit = _glued(article.text, quantity, below)
            if hit:
                yield hit


@cache
def _table(lines: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """By the name of a unit or of a class of units."""
    table: dict[str, frozenset[str]] = {}
    for line in lines:
        names, _, units = line.partition(": ")
        table |= dict.fromkeys(names.split(), frozenset(units.split()))
    return table


def _glued(text: str, quantity: Quantity, below: frozenset[str]) -> Hit | None:
    end = quantity.span.end
    name = spelling(text, end)
    if not name or unit(name).name not in below or not END.match(text, end + len(name)):
        return None
    span = Span(quantity.number.start, end + len(name))
    number = text[quantity.span.start : end]
    gap = Span(end, end)
    return Hit(
        span,
        {"words": span.of(text), "unit": quantity.unit.name, "per": name},
        proposals=(
            Proposal("stroke", (Edit(gap, "/"),), {"instead": f"{number}/{name}"}),
            Proposal(
                "each",
                (Edit(Span(quantity.number.start, quantity.number.start), f"每{name}"), Edit(Span(end, span.end), "")),
                {"instead": f"每{name}{text[quantity.number.start : end]}"},
            ),
        ),
    )


KIND = Kind(check, frozenset({"words", "unit", "per"}), GluedParams, fixes=frozenset({"stroke", "each"}))
