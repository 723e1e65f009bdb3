"""Shares that each went from one to another are two sets, that of before and that of after.

工业品由77.5%升到85.5%，初级品由22.5%降到14.5%: 77.5 and 22.5 are of one whole, 85.5 and 14.5 of another.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from checker.patterns import pattern
from checker.relations.cues import Act
from checker.relations.sums.portions import Group
from checker.relations.sums.row import Row

OPENED = pattern("[由从](?:[^，。；、]{0,8}[年月末底]的?)?$")
STEP = (Act.FROM, Act.TO)


def _side(row: Row, at: int) -> Act | None:
    """Whether a share is what it was or what it became: 由1991年的77.5%."""
    if at >= len(row.cues):
        return None
    return Act.FROM if OPENED.search(row.before(at)) else row.cues[at].act


def columns(row: Row, group: Group) -> Iterator[Group]:
    """The group itself, or the two sets that it is made of. What comes to a hundred only all together is chance."""
    places = [bisect_left(row.starts, one.span.start) for one in group.parts]
    if len(places) < 2 * len(STEP) or [_side(row, at) for at in places] != [*STEP] * (len(places) // 2):
        yield group
        return
    for first in range(len(STEP)) if not group.exhaustive else ():
        yield replace(group, parts=group.parts[first :: len(STEP)], likely=True)
