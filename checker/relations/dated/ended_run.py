"""span of what has ended, its first day told in the next sentence: 3月13日，为期40天的春运画上句号。自2月2日起，….

The sentence before tells one day and the length of what ended on it; 自2月2日起 at the head of the next one can hardly
tell anything else than its first day. A fault is for somebody to look at.
"""

from collections.abc import Iterator
from dataclasses import replace

from checker.patterns import pattern
from checker.quantities.model import Date
from checker.relations.dated import calendar
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.stretch import DAYS, Length, Stretch, judged, length
from checker.relations.passage import Passage
from checker.relations.record import Relation

LASTED = pattern("(?:为期|历时|持续)了?$")
ENDED = pattern(
    "的?[^，。；]{0,16}?(?:画上[了]?(?:圆满)?句号|落下帷幕|落幕|闭幕|谢幕|收官|收尾|(?:圆满|正式|顺利|全部)?结束)"
)
SINCE = pattern("(?:起|以来|开始|启动|开幕|开启|首日)")
SUMS_UP = pattern("累计|合计|[一总]?共|总计|日均|期间|先后")
"""What is told from that day on is told of the whole run."""

MOST = 2
"""A run that is off by more than so many times is another one."""

FROM, LEAD = ("自", "从"), pattern("[“”\\s]*")


def find(passage: Passage) -> Iterator[Relation]:
    """The length told in the sentence before, between its day and the one that opens this sentence."""
    earlier = passage.earlier
    start = _start(passage) if earlier is not None else None
    told = _told(earlier) if start is not None and earlier is not None else None
    if start is None or told is None:
        return
    end, found = told
    true = _days(start, end, passage)
    said = found.said.low
    if true is not None and said and 0 < true.most <= said * MOST and said <= true.most * MOST:
        yield judged(passage, Stretch(start, end, found, true, "起止与天数", doubtful=True))


def _start(passage: Passage) -> Date | None:
    """The day that the sentence opens with, as one from which on something is told."""
    first = passage.tokens[0] if passage.tokens else None
    if not isinstance(first, Date) or first.month is None or first.day is None:
        return None
    lead = passage.text[passage.span.start : first.span.start]
    opens = lead.endswith(FROM) and LEAD.fullmatch(lead[:-1])
    since = opens and SINCE.match(passage.text, first.span.end, passage.span.end)
    return first if since and SUMS_UP.search(passage.text, since.end(), passage.span.end) else None


def _told(earlier: Passage) -> tuple[Date, Length] | None:
    """The one day of the sentence and the length of what ended on it."""
    days = [one for one in earlier.tokens if isinstance(one, Date) and one.day is not None and one.month is not None]
    lengths = [one for token in earlier.tokens if (one := length(token)) and one.unit == DAYS and not one.ordinal]
    if len(days) != 1 or len(lengths) != 1:
        return None
    end, found = days[0], lengths[0]
    before = LASTED.search(earlier.text, earlier.span.start, found.span.start)
    behind = ENDED.match(earlier.text, found.span.end, earlier.span.end)
    return (end, found) if before and behind and end.span.start < found.span.start else None


def _days(start: Date, end: Date, passage: Passage) -> Elapsed | None:
    """The days from the one to the other, both in the year of issue where none is printed."""
    year = calendar.year_of(passage.published)
    first, last = (replace(one, year=one.year or year) for one in (start, end))
    return calendar.elapsed(first, last, DAYS) if year is not None else None
