"""Parts of what was told by name just before: 各项税收为139.8亿元，增长9%。各项税收中，工商税收为99.7亿元."""

from bisect import bisect_left
from collections.abc import Iterator

from checker.patterns import pattern
from checker.relations.cues import Act
from checker.relations.sums.among import rated
from checker.relations.sums.members import parts_of
from checker.relations.sums.row import MOVES, OPEN, Row, Sum, fits, low, same_unit
from checker.relations.sums.wholes import LEVELS, TOLD
from checker.spans import Span

NAMED = pattern("(?:^|(?<=[；;。，,\\s]))(?:在|从)?(?P<name>[\u4e00-\u9fff]{2,12})(?<![其当集高初])[中里][，,]")
PART = pattern("[^，。；：、0-9]{0,4}[\u4e00-\u9fff]{2,12}")
"""Nothing but what it is called stands before the first part."""

NO_PART = pattern("平均|人均|每|同比|增|减|降|比|累计|共|总|最|完成率|率$")
BACK, LEAD = 12, 2


def divided(row: Row) -> Iterator[Sum]:
    """What is told of a thing in the next clause or sentence, where it is named again."""
    if row.first == len(row.figures):
        return
    for match in NAMED.finditer(row.text, row.passage.span.start, row.passage.span.end):
        first = bisect_left(row.starts, match.end())
        if first >= len(row.figures) or OPEN.search(match[0]):
            continue
        words = row.text[match.end() : row.starts[first]]
        if not PART.fullmatch(words) or NO_PART.search(words) or row.cues[first].act is not Act.LEVEL:
            continue
        whole = _whole(row, first, match.start("name"), match["name"])
        if whole is not None and row.adds(first) and not rated(row, first) and not _is_share(row, first, match["name"]):
            parts = tuple(row.quantity(one) for one in parts_of(row, whole, first, -1, free=False))
            moves = MOVES.search(match["name"]) is not None
            yield Sum(row.quantity(whole), parts, (Span(*match.span("name")),), moves=moves, likely=True)


def _is_share(row: Row, part: int, name: str) -> bool:
    """Whether the share that it has of what is named is told behind it: that ratio says all there is to say."""
    following = part + 1
    if following >= len(row.figures) or not row.figures[following].is_rate:
        return False
    gap = row.between(part, following)
    return "占" in gap and name[:LEAD] in gap


def _whole(row: Row, first: int, end: int, name: str) -> int | None:
    """The nearest level before that is called so, of the unit of its part, which can lie in it."""
    for index in range(bisect_left(row.starts, end) - 1, max(-1, first - BACK), -1):
        alike = same_unit(row.quantity(index), row.quantity(first)) and row.adds(index)
        if alike and row.cues[index].act in LEVELS and TOLD.sub("", row.before(index)).endswith(name):
            within = fits(row.quantity(index), low(row.quantity(first)))
            return index if within and not row.past(index) else None
    return None
