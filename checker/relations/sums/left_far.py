"""What is left of a task that is told paragraphs before: 任务6200套。…已开工5580套，…。剩余的620套将于月底前全部开工.

What is to be done to the rest is what is told to be done to the part (已|开工, 全部开工), or the rest stands right
behind the part (已举办45场，还剩15场); the whole is the nearest amount before the part that is told as a task or all,
or is called as the part is. What they miss is told only where one slip of the pen explains it.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.patterns import pattern
from checker.relations.naming import shared_end
from checker.relations.passage import Passage
from checker.relations.sums import left_later, stretches
from checker.relations.sums.row import OPEN, Sum, row_of
from checker.relations.sums.stretches import Amount

ALREADY = pattern("(?:已经?|累计|先后)(?:全部|陆续|累计)?(?P<verb>[\u4e00-\u9fff]{2})")
TASK = pattern("任务|计划|共|总|需|应|目标|实施|安排|组织|拟|将|梳理|排查|确定|现有|受理|接到|征集|下达")
PLANNED = pattern("计划|任务|目标|应播|应收")
CALLED = pattern("(?:专场|大型|各类|项目|[的共有了])+$")
BACK, LINES, MOST, NAME, BEHIND = 8, 3, 12, 2, 24
NEAR, LONGEST = Fraction(1, 4), 40
"""What misses more of its whole is of another thing, or leaves something out."""


def left(passages: Sequence[Passage], number: int) -> Iterator[Sum]:
    """The whole with what is done and what is left of it."""
    passage = passages[number]
    if not any(sign in passage.words(passage.span) for sign in left_later.SIGNS):
        return
    row = row_of(passage)
    for index in range(row.first, min(len(row.figures), row.first + LONGEST)):
        if left_later.is_rest(row, index):
            rest = Amount(row, index)
            told = _before(passages, number, rest)
            found = _pair(rest, told)
            if found:
                yield from _judged(*found, rest)


def _before(passages: Sequence[Passage], number: int, rest: Amount) -> list[Amount]:
    """The amounts of the unit before it, the nearest first."""
    found = [one for one in stretches.own(rest.row, rest.quantity, rest.quantity.span.start) if not one.is_each][::-1]
    for passage in stretches.back(passages, number, BACK, LINES):
        if len(found) > MOST:
            break
        own = stretches.own(row_of(passage), rest.quantity, passage.span.end)
        found += [one for one in own[::-1] if not one.is_each]
    return found[:MOST]


def _pair(rest: Amount, told: Sequence[Amount]) -> tuple[Amount, Amount] | None:
    """The whole and what is done of it."""
    for at, part in enumerate(told):
        if part.size >= rest.size * MOST * MOST or not part.is_plain or not _is_done(part, rest, first=not at):
            continue
        largest = max(part.size, rest.size)
        planned = next((one for one in told[:at] if PLANNED.search(one.lead) and one.row is part.row), None)
        if planned is not None and planned.size > largest and not planned.quantity.hedges:
            return planned, part
        for whole in told[at + 1 :]:
            lead = whole.row.sentence(whole.index)
            if OPEN.search(lead) or whole.size <= largest or not (whole.is_plain or whole.is_planned):
                continue
            named = shared_end(CALLED.sub("", whole.lead), CALLED.sub("", part.lead)) >= NAME
            return (whole, part) if named or TASK.search(whole.lead) else None
        return None
    return None


def _is_done(part: Amount, rest: Amount, *, first: bool) -> bool:
    """Whether the part is told as done, and the rest as what is still to be so."""
    verb = ALREADY.search(part.lead)
    if verb is None:
        return False
    end = rest.quantity.span.end
    ahead = rest.lead + rest.row.text[end : min(rest.row.passage.span.end, end + BEHIND)]
    beside = first and part.row is rest.row and rest.row.figures[rest.index].clause - _clause(part) == 1
    behind = re.split("[。；]", ahead)[0]
    return beside or verb["verb"] in behind or re.search(f"全部{verb['verb'][0]}[完好毕齐]", behind) is not None


def _clause(one: Amount) -> int:
    return one.row.figures[one.index].clause


def _judged(whole: Amount, part: Amount, rest: Amount) -> Iterator[Sum]:
    gap = abs(whole.size - part.size - rest.size)
    if gap <= whole.size * NEAR:
        words = (rest.row.figures[rest.index].before,)
        parts = part.quantity, rest.quantity
        yield Sum(whole.quantity, parts, words, exhaustive=True, likely=bool(gap), slip=bool(gap))
