"""span between two moments that are named before their length and timed elsewhere: 从预警到劝停，前后只有36分钟.

When the one and the other came about the paragraphs around tell, with the hour: 3时20分…接到预警; “3点56分，止住了”.
Each name must be told with one hour, or the sentence itself with the only other one. A fault is for a reader to see.
"""

from collections.abc import Iterator, Sequence

from checker.document import Document
from checker.patterns import pattern
from checker.quantities.interval import Interval
from checker.quantities.model import Code, Date, Quantity
from checker.relations.dated import hours
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.stretch import Length, Stretch, judged
from checker.relations.passage import Passage
from checker.relations.record import Relation

FROM_TO = pattern(
    "从(?P<from>[\u4e00-\u9fff]{2,8})到(?P<to>[\u4e00-\u9fff]{2,8}?)[，,]?(?:前后|全程|整个过程|总共|一共|共|中间|[，,])*(?:[只仅才不过]{0,2}(?:用|花|隔|有|耗时|历时|是))?了?"
    "(?:短短|足足|整整|约|近)*$"
)
SIGN, LEAD, BACK, BEHIND, NAME = "从", 40, 6, 24, 2
DAY, HALF_DAY = 1440, 720

Told = tuple[Passage, Code]


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every such length, judged."""
    for number, passage in enumerate(passages):
        for token in passage.tokens:
            found = hours.length_of(token) if isinstance(token, Quantity) else None
            if found is None:
                continue
            lead = passage.text[max(passage.span.start, found.span.start - LEAD) : found.span.start]
            named = FROM_TO.search(lead) if SIGN in lead else None
            if named is not None:
                yield from _timed(passages, number, found, named["from"], named["to"])


def _timed(passages: Sequence[Passage], number: int, found: Length, begun: str, ended: str) -> Iterator[Relation]:
    near = [(one, each) for one in passages[max(0, number - BACK) : number + 2] for each in _clocks(one)]
    starts = [one for one in near if one[1].span.start < found.span.start and _is_of(one, begun)]
    own = [one for one in near if one[0] is passages[number]]
    ends = [one for one in near if one not in starts and _is_of(one, ended)] or own
    if len(starts) != 1 or len(ends) != 1 or ends[0][1] is starts[0][1]:
        return
    start, end = starts[0], ends[0]
    begins, over = (hours.minutes(one, Date(clock.span)) for one, clock in (start, end))
    if begins is None or over is None:
        return
    lapse = (over - begins) % DAY
    ways = [lapse, lapse % HALF_DAY]
    fits = [one for one in ways if Interval.exactly(one).meets(found.said)]
    true = fits[0] if fits else min(ways)
    passage = passages[number]
    stretch = Stretch(Date(start[1].span), Date(end[1].span), found, Elapsed(true, true), "起止与时长", doubtful=True)
    yield judged(passage, stretch)


def _clocks(passage: Passage) -> Iterator[Code]:
    return (one for one in passage.tokens if isinstance(one, Code) and one.kind == "clock")


def _is_of(told: Told, name: str) -> bool:
    """Whether what is named came about at that hour: its last word stands right behind it."""
    passage, clock = told
    behind = passage.text[clock.span.end : min(passage.span.end, clock.span.end + BEHIND)]
    return name[-NAME:] in behind
