"""Numbers that 分别 shares among those named before it: 林晓和陈光分别|得到21分和17分."""

from checker.patterns import pattern
from checker.quantities.model import Quantity
from checker.spans import Span

RESPECTIVELY = "分别"
AND = pattern("(?<=[一-鿿A-Za-z])(?:[、/／]|和|与|及|以及)(?=[一-鿿A-Za-z])")
PARTED = pattern("[、，]|和|与|及|以及")
FIGURE = pattern("[0-9一二三四五六七八九十两]")
LAST = pattern("(?:[二三四两]人|双双|则|也|还|各自|本场|此役|全场|今天|当日)+$")


def sharer(text: str, clause: Span, one: Quantity) -> Span | None:
    """Whose a number is by its place behind 分别; None where not as many numbers stand there as names before.

    What is told of each may be several numbers: 分别得到21分9个篮板和17分8个篮板.
    """
    at = text.rfind(RESPECTIVELY, clause.start, one.span.start)
    if at < 0:
        return None
    names = _names(text, Span(clause.start, at))
    behind = at + len(RESPECTIVELY)
    joints = [match.start() for match in PARTED.finditer(text, behind, clause.end) if _counts(text, match.end())]
    if len(names) < 2 or len(joints) != len(names) - 1:
        return None
    return names[sum(joint < one.span.start for joint in joints)]


def _names(text: str, span: Span) -> list[Span]:
    """The names that words list, what describes them all left out: 云州队的|林晓、陈光."""
    last = LAST.search(text, span.start, span.end)
    start, end = text.rfind("的", span.start, span.end) + 1 or span.start, last.start() if last else span.end
    found = list[Span]()
    for match in AND.finditer(text, start, end):
        found.append(Span(start, match.start()))
        start = match.end()
    return [*found, Span(start, end)] if start < end else found


def _counts(text: str, at: int) -> bool:
    """Whether a number stands behind a joint, with few words before it: 和|8次助攻, 和|得到8分."""
    return FIGURE.search(text, at, at + 4) is not None
