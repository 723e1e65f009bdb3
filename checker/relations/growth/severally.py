"""Changes of several things told together with 分别, each by its place in the rows.

甲4.2万吨，乙3.1万吨，分别比上年的4.0万吨和2.9万吨增加2000吨: the levels stand before 分别, what was behind it, and one
change is of each or each has its own. 甲和乙分别由60万吨和20万吨增至80万吨和30万吨，增长33.3%和50%: all stand behind.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act
from checker.relations.growth.alike import alike
from checker.relations.growth.links import Role, link
from checker.relations.passage import Figure, Passage
from checker.spans import Span

WAS = pattern(
    "分别(?:[从由自](?!而|中)|[比较](?!例|重|率))[^，。；、0-9]{0,10}?(?:[12][0-9]{3}年|[0-9]{1,2}月份?)?[^，。；、0-9]{0,8}$"
)
ALSO = pattern("[、和与及]|以及")
LEVELS = (Act.LEVEL, Act.TO)
TWO, MOST, REACH = 2, 6, 12
"""So many things are told of at least and at most, and so many figures before 分别 are looked at."""

Told = tuple[Figure, Figure, Figure, Act, Span]


def told(passage: Passage) -> Iterator[Told]:
    """What was, what is, the change between, which way it went, and the words that deal them out."""
    start = passage.span.start
    while (start := passage.text.find("分别", start, passage.span.end)) >= 0:
        yield from _dealt(passage, start)
        start += TWO


def _dealt(passage: Passage, start: int) -> Iterator[Told]:
    figures = passage.figures
    first = bisect_left(figures, start, key=lambda one: one.quantity.span.start)
    if first + 1 < len(figures) and figures[first].quantity.unit_class is UnitClass.DURATION:
        first += 1  # 从三年前的75.4%和79.4%
    if first == len(figures) or passage.cues[first].act in (Act.RISE, Act.FALL):
        return  # 分别比上年增加4万吨和2万吨
    if not WAS.fullmatch(passage.text, start, figures[first].quantity.span.start):
        return
    base = _row(passage, first)
    size, behind = len(base), first + len(base)
    if not TWO <= size <= MOST or behind >= len(figures):
        return
    became = passage.cues[behind].act is Act.TO
    current = _row(passage, behind) if became else _before(passage, first, base)
    after = behind + len(current) if became else behind
    steps = _row(passage, after)
    act = passage.cues[after].act if steps else Act.LEVEL
    if len(current) != size or len(steps) not in (1, size) or act not in (Act.RISE, Act.FALL):
        return
    read = link(passage.text[figures[after - 1].quantity.span.end : steps[0].quantity.span.start])
    if read is None or read.role is not Role.GROWTH:
        return
    if not all(alike(one.quantity, two.quantity) for one, two in zip(base, current, strict=True)):
        return
    for one, two, step in zip(base, current, steps * (size // len(steps)), strict=True):
        yield one, two, step, act, Span(start, base[0].quantity.span.start)


def _row(passage: Passage, first: int) -> list[Figure]:
    """The figures from one on that nothing but 、 or 和 parts."""
    row: list[Figure] = list(passage.figures[first : first + 1])
    for one in passage.figures[first + 1 : first + 1 + MOST]:
        if not ALSO.fullmatch(passage.text, row[-1].quantity.span.end, one.quantity.span.start):
            break
        if one.quantity.unit_class is not row[0].quantity.unit_class:
            break
        row.append(one)
    return row


def _before(passage: Passage, first: int, base: Sequence[Figure]) -> list[Figure]:
    """As many levels as there are bases, right before 分别: in the sentence, or all of them in the one before it."""
    earlier = passage.earlier
    for each, stop in ((passage, first), (earlier, len(earlier.figures) if earlier else 0)):
        if each is None:
            continue
        near = slice(max(0, stop - REACH), stop)
        row = [
            one
            for one, cue in zip(each.figures[near], each.cues[near], strict=True)
            if cue.act in LEVELS and not one.bracket and alike(one.quantity, base[0].quantity)
        ]
        if row:
            return row if len(row) == len(base) else []
    return []


def is_points(one: Figure, step: Figure) -> bool:
    """Whether a change of rates is told in points."""
    return one.is_rate and step.quantity.unit_class is UnitClass.POINTS
