"""Matches won, drawn and lost, and how many were played: 3战1胜2负; 20轮战罢，球队取得11胜5平4负的战绩.

Heads are told so by their sex: 一行9人，4男5女.
"""

from collections.abc import Iterator

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.sums.row import Row, Sum, base_of
from checker.spans import Span

MATCH = pattern("[战胜平负男女]")
SEXES = frozenset("男女")
HEADS = pattern("(?:[\u4e00-\u9fff]{0,4})(?:[，,：:（(]|[，,]?[分其][别中为](?:[是为有]|[，,])*)")
"""一行|9人，|4男5女; 9个孩子（|4男5女）: those counted, and nothing else between."""
ROUNDS = frozenset({"轮", "场", "战", "次"})
THEN = pattern("(?:比赛|联赛|较量|战罢|过后|打完|结束|赛罢|下来|后)+[，,]?[^，。；：0-9]{0,12}")
"""20轮|战罢，球队取得|11胜: of all that were played till then."""

TAKEN_PART = pattern(
    "(?:踢|打|赛|战|下|比|进行|出战|参加)(?:了|完|过|罢|完了|过了)$|(?:进行|出战|交手|交锋|对阵|相遇)(?:了|过)?$"
)
BY_THEN = pattern("[，,][^，。；：0-9赛轮段]{0,12}")
"""踢了|22轮|，他们|12胜: the rounds that were played."""

OF_THESE = pattern(
    "(?:比赛|联赛|较量)?[中里]?[，,]?(?:[\u4e00-\u9fff]{0,6}队|[他她]们)?(?:[仅只共]?(?:取得|拿到|收获|打出)了?|战绩[为是]|[仅只是])?"
)
LATELY = pattern("(?:[近前]|过去|最[近后])$")
"""近|5轮|球队取得|3胜1平1负: a few of the rounds, and what was won of those."""

BEHIND = pattern("的?(?:战绩|成绩)?[，,]")
TILL_NOW = pattern("(?:过后|战罢|后)?(?:总?积|[共已]积)")
"""10胜5平3负，|18轮|积35分."""

PART = pattern("其中|主场|客场|[近后前剩余]|对手|最|连续?$")
"""What is told of some of them, or of others."""

BOTH = frozenset("胜负")


def played(row: Row) -> Iterator[Sum]:
    """3战1胜2负, or what was won and lost of so many rounds or matches."""
    index = row.first
    while index < len(row.figures) - 1:
        signs = _signs(row, index)
        if len(signs) > 2 and signs[0] == "战":
            parts = tuple(row.quantity(one).as_exact() for one in range(index + 1, index + len(signs)))
            words = Span(row.quantity(index).span.end, row.quantity(index).span.end + 1)
            yield Sum(row.quantity(index).as_exact(), parts, (words,), exhaustive=True)
        elif set(signs) >= BOTH and _rounds_before(row, index):
            parts = tuple(row.quantity(one).as_exact() for one in range(index, index + len(signs)))
            words = Span(row.quantity(index - 1).span.end, row.starts[index])
            yield Sum(row.quantity(index - 1).as_exact(), parts, (words,), exhaustive=True, likely=True)
        elif set(signs) >= BOTH and "平" in signs and _rounds_behind(row, index + len(signs)):
            rounds = index + len(signs)
            parts = tuple(row.quantity(one).as_exact() for one in range(index, rounds))
            words = Span(row.quantity(rounds - 1).span.end, row.starts[rounds])
            yield Sum(row.quantity(rounds).as_exact(), parts, (words,), exhaustive=True, likely=True)
        elif len(signs) > 1 and set(signs) == SEXES and _heads_before(row, index):
            heads, *sexes = (row.quantity(one).as_exact() for one in range(index - 1, index + 2))
            words = Span(row.quantity(index - 1).span.end, row.starts[index])
            yield Sum(heads, tuple(sexes), (words,), exhaustive=True)
        index += max(1, len(signs))


def _heads_before(row: Row, index: int) -> bool:
    """Whether the figure before counts people."""
    if index - 1 < row.first or base_of(row.quantity(index - 1)) not in ("人", "个"):
        return False
    heads = row.quantity(index - 1)
    return not heads.hedges and HEADS.fullmatch(row.between(index - 1, index)) is not None


def _rounds_before(row: Row, index: int) -> bool:
    """Whether the figure before tells how many rounds or matches there were till then."""
    if index == 0 or index - 1 < row.first or row.quantity(index - 1).unit.name not in ROUNDS:
        return False
    gap, lead = row.between(index - 1, index), row.before(index - 1)[-6:]
    if LATELY.search(lead) and OF_THESE.fullmatch(gap):
        return True
    taken = TAKEN_PART.search(lead) is not None and BY_THEN.fullmatch(gap) is not None
    told = taken or THEN.fullmatch(gap) is not None
    return told and not PART.search(gap.replace("后", "")) and not PART.search(lead)


def _rounds_behind(row: Row, index: int) -> bool:
    """Whether the next figure is of the rounds that made the points behind it."""
    if index >= len(row.figures) or row.quantity(index).unit.name not in ROUNDS or row.quantity(index).hedges:
        return False
    gap = row.between(index - 1, index).lstrip("负")
    return BEHIND.fullmatch(gap) is not None and TILL_NOW.match(row.text, row.quantity(index).span.end) is not None


def _signs(row: Row, index: int) -> str:
    """The letters of a record of matches that begins with this figure."""
    signs = ""
    while index < len(row.figures) and row.quantity(index).unit_class is UnitClass.NONE and len(signs) < 4:
        after = row.figures[index].after.of(row.text)
        if not after or not MATCH.match(after) or after[0] in signs:
            break
        signs += after[0]
        if len(after) > 1 and after[1:] not in ("，", "、", ","):
            break
        index += 1
    return signs
