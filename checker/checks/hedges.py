"""stacked-hedges: a number hedged twice, so that nobody knows what is meant."""

from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal
from checker.patterns import pattern
from checker.quantities import hedges
from checker.quantities.model import Hedge, Quantity, UnitClass
from checker.spans import Span

APART = pattern("(?:大约|大概|大致|差不多)[^，。；：、！？“”（）\n0-9]{1,6}$")
"""大约散步40分钟左右: the first hedge stands before the verb."""

REACH = 9
ABOUT = pattern("^(?:大?约为?|大概|大致|差不多)")
BESIDE = frozenset({Hedge.NEAR, Hedge.OVER, Hedge.ABOUT})
COMPARING = pattern("低于|高于|大于|小于|多于|少于|超越|高出")
"""低于5.5%左右的目标 compares with a number that is itself hedged."""


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every number with a hedge on both sides, or with two before it, with ways to mend it."""
    for quantity in article.quantities:
        if quantity.hedges:
            span = _hedged(article.text, quantity)
            if span:
                yield _hit(article.text, quantity, span)


def _hedged(text: str, quantity: Quantity) -> Span | None:
    """The words from the first hedge to the last, where there are two."""
    head, tail = _ends(quantity)
    if quantity.unit_class is UnitClass.DURATION and tail.endswith("内"):
        # 不到24小时内订空 is common speech; 最多3天以内 says it twice.
        said = quantity.hedges == (Hedge.AT_MOST, Hedge.AT_MOST) and quantity.literal.endswith(("以内", "之内"))
        return quantity.span if said else None
    if head and tail:
        return None if COMPARING.match(head) else quantity.span
    start = quantity.span.start
    if tail or ABOUT.match(quantity.literal):
        match = APART.search(text, max(0, start - REACH), start)
        if match:
            return Span(match.start(), quantity.span.end)
    return None if tail else _twice_before(text, quantity)


def _twice_before(text: str, quantity: Quantity) -> Span | None:
    """约近200人, 超过约200人: one of the two is 约 or a word like it."""
    start = quantity.span.start
    if quantity.hedges[0] not in BESIDE or start == quantity.number.start:
        return None
    outer, left = hedges.before(text, start, max(0, start - REACH))
    if outer not in BESIDE or Hedge.ABOUT not in (outer, quantity.hedges[0]) or COMPARING.match(text, left):
        return None
    return Span(left, quantity.span.end)


def _ends(quantity: Quantity) -> tuple[str, str]:
    """The hedging words before and behind the number and its unit, as they stand in the text.

    余 and 多 stand between number and unit: 近30多亿.
    """
    if len(quantity.hedges) < 2:
        end = max(quantity.number.end, quantity.unit_span.end if quantity.unit_span else 0)
        return "", quantity.literal[end - quantity.span.start :]
    start = min(quantity.number.start, quantity.unit_span.start if quantity.unit_span else quantity.number.start)
    return quantity.literal[: start - quantity.span.start], quantity.literal[-1:]


def _hit(text: str, quantity: Quantity, span: Span) -> Hit:
    """Offers the text without the first hedge; which of the two is meant, only the writer knows."""
    head, _ = _ends(quantity)
    if span.start < quantity.span.start and not text[span.start : quantity.span.start].startswith(("大", "差")):
        head = text[span.start : quantity.span.start]
    proposals: tuple[Proposal, ...] = ()
    if head:
        rest = text[span.start + len(head) : span.end]
        proposals = (Proposal("drop", (Edit(Span(span.start, span.start + len(head)), ""),), {"rest": rest}),)
    return Hit(span, {"words": span.of(text)}, proposals=proposals)


KIND = Kind(check, frozenset({"words"}), fixes=frozenset({"drop"}))
