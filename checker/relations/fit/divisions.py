"""Which numbers can be a total and its parts at all: by what they are, and by what divides what already."""

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act
from checker.relations.fit.level import Level
from checker.relations.fit.pool import Pool
from checker.relations.naming import TAIL, shared_end

DEPTH = pattern("雨量?|降水|水[位深]|汛限|潮位|气温|海拔|浪高|积雪|雪深|震源")
"""Heights and depths are measured here and there and come to nothing together."""

PLACE = pattern("(?:前|第|排名|位[居列])$")
"""全省前100名 is a place, no hundred people."""

CUT = pattern("[0-9０-９][ \u2009\u00a0]$")
"""27 208人: what follows a space in a number is only its end."""

ITEM = pattern("[^，。；：:（(、0-9]{0,3}、[^，。；：:（(、0-9]{0,12}")
"""What stands between two numbers of one list: 东镇3人、西镇5人."""

ITEMS = 3
"""So many numbers that stand like this are a list."""

ALIKE, NEAR = 3, 8
"""So many characters at the end make two names alike; so many numbers behind a part are looked at."""

OVERALL = pattern("总|合计|共|全[市省县国区]")
BALANCE = pattern("[顺逆]差|差额|净")


@dataclass(frozen=True, slots=True)
class Division:
    """A total with its parts."""

    total: Level
    parts: frozenset[Level]


def adds(one: Level) -> bool:
    """Whether a number is of a kind that adds to another."""
    kind = one.quantity.unit_class
    if kind is UnitClass.PER or PLACE.search(one.lead) or CUT.search(one.lead):
        return False
    return kind is not UnitClass.LENGTH or DEPTH.search(one.passage.words(one.passage.span)) is None


class Known:
    """The divisions that are known, by their parts."""

    def __init__(self, divisions: Iterable[Division]) -> None:
        self._of: dict[Level, list[Division]] = defaultdict(list)
        for one in divisions:
            self.add(one)

    def add(self, division: Division) -> None:
        """Take up one more."""
        for part in division.parts:
            self._of[part].append(division)

    def allows(self, total: Level, parts: Sequence[Level]) -> bool:
        """Whether a sum takes none of its parts out of another division, and none twice.

        出口 and 进口 of one month come to its trade; with what private firms traded they come to nothing.
        """
        taken = set(parts)
        others = (one for part in parts for one in self._of.get(part, ()))
        return _sums_up(total, parts) or all(_agrees(total, taken, one) for one in others)


def _sums_up(total: Level, parts: Sequence[Level]) -> bool:
    """Whether a total is told behind its parts as their sum: 两项合计."""
    return total.act is Act.SUM and total.at > parts[-1].at


def _agrees(total: Level, taken: Set[Level], other: Division) -> bool:
    if other.total is total or taken == other.parts:
        return True
    part = taken < other.parts and OVERALL.search(total.lead) is not None
    restated = other.total.low <= total.high and total.low <= other.total.high
    return other.total not in taken and (part or restated)


def in_lists(pool: Pool, total: Level, parts: Sequence[Level], stride: int) -> bool:
    """Whether the parts are no piece cut out of a list, and the total is none of those listed in turn."""
    if not _sums_up(total, parts) and not any(BALANCE.search(one.lead) for one in parts) and _is_item(pool, total):
        return False
    if stride > 1:
        return not any(_is_skipped(pool, one) for one in parts[:-1]) and all(one.lead != "、" for one in parts)
    before, after = pool.next(parts[0], -1), pool.next(parts[-1], 1)
    return not any(
        one is not None and one is not total and joined and len(parts) + 1 >= ITEMS
        for one, joined in ((before, _joined(before, parts[0])), (after, _joined(parts[-1], after)))
    )


def _is_skipped(pool: Pool, one: Level) -> bool:
    """Whether the number behind a part is called as the part is: a sum of 对东盟进出口 leaves out no 对美国进出口."""
    near = (pool.next(one, step) for step in range(1, NEAR))
    other = next((each for each in near if each is not None and each.key == one.key and not each.moves), None)
    return other is not None and shared_end(TAIL.sub("", one.lead), TAIL.sub("", other.lead)) >= ALIKE


def _is_item(pool: Pool, one: Level) -> bool:
    """Whether a number stands in a list with others."""
    count = 1
    for step in (-1, 1):
        last, other = one, pool.next(one, step)
        while other is not None and count < ITEMS and (_joined(other, last) if step < 0 else _joined(last, other)):
            count += 1
            last, other = other, pool.next(other, step)
    return count >= ITEMS


def _joined(one: Level | None, two: Level | None) -> bool:
    """Whether two numbers stand side by side in a list."""
    if one is None or two is None or one.key != two.key or one.sentence != two.sentence:
        return False
    return ITEM.fullmatch(one.passage.text, one.quantity.span.end, two.quantity.span.start) is not None
