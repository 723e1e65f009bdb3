"""Values that stand before the names they belong to, and those that 前者 and 后者 give to two names.

获得12票和9票的是甲和乙; 30万元、20万元分别拨给甲村、乙村; 9分、8分——甲和乙分列前两名. There must be as many
names as values: nothing here tells of a fault.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from checker.patterns import pattern
from checker.quantities.model import Ordinal, Quantity
from checker.relations.lists.enumeration import CLAUSE, FIGURE, Stretch, surroundings
from checker.relations.lists.grouped import Values
from checker.relations.lists.trimming import trimmed
from checker.relations.passage import Passage
from checker.spans import Span

Found = tuple[tuple[Span, ...], Values, Span]
TIES = pattern(
    r"的(?:选手|队伍|球队|企业|公司|城市|地区|省份|国家|人|两[人位个家队]|三[人位个家队])?[，,]?(?:分别|依次|先后)?[是为](?=[^是为])|"
    r"(?:分别|依次)(?:由|归|来自|投给|拨给|发给|付给|分给|划给|判给|交给|授予|投向|流向|用于|属于|给)了?|"
    r"——|(?<=[0-9０-９][分票枚环米秒球岁个篇册件])[，,](?=[^0-9０-９，,。；;]{4,30}?(?:分列|分居|分获|包揽))"
)
ENDING = pattern(r"[\u4e00-\u9fff]{0,8}")
BETWEEN = pattern(r"[、和与及]|以及")
SHARED_PLACE = pattern("分[列居获]|分别|依次|位[列居]|包揽|[先各]后?")
FORMER = pattern(r"前者(?P<one>[^，,；;。]{1,40})[，,；;](?:而)?后者")
LONGEST = 16


def values_first(passage: Passage) -> Iterator[Found]:
    """The names, the values before them, and the words that tie them."""
    if len(passage.tokens) < 2:
        return
    for tie in TIES.finditer(passage.text, passage.span.start, passage.span.end):
        values = _before(passage, tie.start(), bare=tie[0][0] in "—，,")
        if values is None:
            continue
        _, tail = surroundings(passage.text, passage.span, tie.end(), passage.tokens)
        names = _names(tail, len(values.tokens), placed=tie[0][0] in "—，,")
        if names:
            yield names, values, Span(tie.start(), tie.end())
    yield from _former(passage)


def _before(passage: Passage, end: int, *, bare: bool) -> Values | None:
    """The group of values of one unit that ends there; ``bare`` where it must be all that stands before it."""
    at = bisect_left(passage.tokens, end, key=lambda one: one.span.start)
    group: list[Quantity | Ordinal] = []
    for token in reversed(passage.tokens[:at]):
        if not isinstance(token, Quantity | Ordinal):
            break
        between = passage.text[token.span.end : group[-1].span.start if group else end]
        fits = BETWEEN.fullmatch(between) if group else not between if bare else ENDING.fullmatch(between)
        if not fits or token.span.start < passage.span.start:
            break
        group.append(token)
    units = {one.unit if isinstance(one, Ordinal) else one.unit.name for one in group}
    if len(group) < 2 or len(units) > 1 or (bare and group[-1].span.start > passage.span.start + 2):
        return None
    return Values(tuple(reversed(group)), "", plain=True)


def _names(tail: Stretch, count: int, *, placed: bool) -> tuple[Span, ...]:
    """So many short names in the clause behind the tie; ``placed`` where a word like 分列 must close them."""
    end = CLAUSE.search(tail.words)
    near = tail.part(0, end.start() if end else len(tail.words))
    closing = SHARED_PLACE.search(near.words)
    if placed and closing is None:
        return ()
    near = near.part(0, closing.start()) if placed and closing else near
    names = trimmed(near, near.split(count))
    if any(len(one) > LONGEST or FIGURE in near.words[one.start - near.start : one.end - near.start] for one in names):
        return ()
    return names


def _former(passage: Passage) -> Iterator[Found]:
    """甲厂和乙厂都减了产，前者减12%，后者减8%: two names, and one value for each."""
    if len(passage.figures) < 2 or "前者" not in passage.text[passage.span.start : passage.span.end]:
        return
    for found in FORMER.finditer(passage.text, passage.span.start, passage.span.end):
        first = _only(passage, found.start("one"), found.end("one"))
        stop = CLAUSE.search(passage.text, found.end(), passage.span.end)
        second = _only(passage, found.end(), stop.start() if stop else passage.span.end)
        if first is None or second is None or first.unit_class is not second.unit_class:
            continue
        head, _ = surroundings(passage.text, passage.span, found.start(), passage.tokens)
        names = _two(head.clauses()[:-1])
        if names:
            yield names, Values((first, second), "", plain=True), Span(found.start(), found.start() + 2)


def _only(passage: Passage, start: int, end: int) -> Quantity | None:
    """The one quantity there, where nothing else with figures stands beside it."""
    at = bisect_left(passage.tokens, start, key=lambda one: one.span.start)
    inside = [one for one in passage.tokens[at : at + 3] if one.span.end <= end]
    only = inside[0] if len(inside) == 1 else None
    return only if isinstance(only, Quantity) else None


def _two(clauses: Sequence[Stretch]) -> tuple[Span, ...]:
    """The two names of the nearest clause that joins two: the second no longer than twice the first."""
    for clause in reversed(clauses[-2:]):
        names = clause.split(2)
        if names:
            first, second = names
            longest = min(len(second), 2 * len(first))
            cut = len(first) if longest > len(first) + 1 and first.start == clause.start else longest
            return (first, Span(second.start, second.start + cut))
    return ()


__all__ = ["values_first"]
