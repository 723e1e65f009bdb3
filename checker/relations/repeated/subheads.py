"""same: what a sub-head says against the paragraphs below it, up to the next one.

It is read as a headline is. A sub-head may speak of the whole article, or of what its section only hints at: a number
that does not fit is for somebody to look at.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.document import BlockKind, Document
from checker.findings import Verdict
from checker.relations.record import Relation
from checker.relations.repeated import added_up, headlines
from checker.relations.repeated.likeness import Named
from checker.relations.repeated.mentions import Mention

FAR = 8
"""So many paragraphs below a sub-head are of it at most: a round-up's last one has no end."""


def told_below(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Every number of a sub-head with what its section says to it."""
    heads = document.of_kind(BlockKind.HEADING)
    starts = [one.span.start for one in heads]
    above: dict[int, list[Mention]] = defaultdict(list)
    below: dict[int, list[Mention]] = defaultdict(list)
    for one in mentions:
        at = bisect_right(starts, one.quantity.span.start) - 1
        if at >= 0 and not one.title and not one.lasts:
            (above if heads[at].span.covers(one.quantity.span) else below)[at].append(one)
    for at, told in above.items():
        section = [one for one in below[at] if one.paragraph - told[0].paragraph <= FAR]
        for head in told if section else ():
            if Named(head).is_indicator:
                yield from _judged(replace(head, subhead=True), section)


def _judged(head: Mention, section: Sequence[Mention]) -> Iterator[Relation]:
    """What agrees; what does not, unless several numbers come to it: 至少13人 above, 12名乘客和1名船工 below."""
    for found in headlines.against(head, section):
        if found.verdict is not Verdict.INCONSISTENT:
            yield found
        elif not added_up.summed(head, [one for one in section if one.key == head.key]):
            yield replace(found, doubtful=True)
