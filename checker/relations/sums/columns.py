"""Shares that each went from one to another are two sets, that of before and that of after.

工业品由77.5%升到85.5%，初级品由22.5%降到14.5%: 77.5 and 22.5 are of one whole, 85.5 and 14.5 of another.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from checker.relations.cues import Act
from checker.relations.sums.portions import Group
from checker.relations.sums.row import Row

STEP = (Act.FROM, Act.TO)


def columns(row: Row, group: Group) -> Iterator[Group]:
    """The group itself, or the two sets that it is made of. What comes to a hundred only all together is chance."""
    acts = [row.cues[at].act for one in group.parts if (at := bisect_left(row.starts, one.span.start)) < len(row.cues)]
    if len(acts) < 2 * len(STEP) or acts != [*STEP] * (len(acts) // 2):
        yield group
        return
    for first in range(len(STEP)) if not group.exhaustive else ():
        yield replace(group, parts=group.parts[first :: len(STEP)], likely=True)
