"""span between two times of the day: 20时至23时的3个小时; 14:00开始，16:30结束，历时两个半小时.

Hours may run past midnight, and 8点 may be in the evening, so that any of the readings that fits is right.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.interval import Interval
from checker.quantities.model import Code, Date, Hedge, Quantity, Range, Token
from checker.relations.calendar import Elapsed
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.relations.stretch import Length, Stretch, judged

TIMES = pattern(r"([0-9]{1,2})(?:[:：时点]([0-5][0-9])?(?:分|(半))?)(?:许|整|钟)?")
TO = pattern(" ?(?:——|--|[—–~～―-]|至|到) ?(?:当天|当日|次日|翌日|第二天)?(?:凌晨|早上?|上午|中午|下午|晚上?|深夜)? ?")
EVENTS = pattern("[^，。；]{1,12}，(?:直?到|至)?(?:凌晨|早上?|上午|中午|下午|晚上?|深夜)?")
LED = pattern(
    "(?:的|期间的?|[，,（(])?(?:这|整整|全程|历时|用时|耗时|持续|长达|连续|时长|总共|一共|共计?|约|仅|[仅只]用时?|了)*"
)
ENDED = pattern("[^，。；]{1,8}[，,](?:[^，。；]{0,6}?)(?:历时|用时|耗时|持续|长达|时长|前后|[只仅共]用)了?(?:整整|约|共|为)*")
UNITS = {"小时": 60, "分钟": 1, "刻钟": 15}
HALF_DAY, DAY = 720, 1440


def find(passage: Passage) -> Iterator[Relation]:
    """Every length in hours or minutes with the two times of day before it, judged."""
    for index, token in enumerate(passage.tokens):
        found = _length(token)
        if found is None or not index:
            continue
        ends = _ends(passage, passage.tokens[max(0, index - 3) : index])
        if ends is not None:
            yield from _verify(passage, *ends, found)


def _length(token: Token) -> Length | None:
    if not isinstance(token, Quantity) or token.unit.name not in UNITS:
        return None
    said = token.interval.closed()
    if Hedge.AT_MOST in token.hedges:
        said = Interval.exactly(token.value)
    return Length(token, said.scale(UNITS[token.unit.name]), "分钟", plain=False)


def _ends(passage: Passage, tokens: Sequence[Token]) -> tuple[Date, Date, bool] | None:
    """The two times of day, and whether they stand as a range."""
    last = tokens[-1]
    if isinstance(last, Range):
        return None
    clocks = [one for one in tokens if isinstance(one, Code) and one.kind == "clock"]
    if len(clocks) < 2 or clocks[-1] is not last:
        return None
    first, second = clocks[-2:]
    gap = (first.span.end, second.span.start)
    if TO.fullmatch(passage.text, *gap):
        return Date(first.span), Date(second.span), True
    return (Date(first.span), Date(second.span), False) if EVENTS.fullmatch(passage.text, *gap) else None


def _verify(passage: Passage, start: Date, end: Date, run: bool, found: Length) -> Iterator[Relation]:
    begins, ends = (_minutes(one.span.of(passage.text)) for one in (start, end))
    led = LED if run else ENDED
    if begins is None or ends is None or not led.fullmatch(passage.text, end.span.end, found.span.start):
        return
    lapse = (ends - begins) % DAY
    true = [one for one in (lapse, (ends - begins) % HALF_DAY, lapse + HALF_DAY) if 0 < one <= DAY]
    fits = [one for one in true if Interval.exactly(one).meets(found.said)]
    shown = fits[0] if fits else lapse
    relation = judged(passage, Stretch(start, end, found, Elapsed(shown, shown), "起止与时长"))
    if relation.verdict is Verdict.CONSISTENT or shown:
        yield relation


def _minutes(words: str) -> int | None:
    told = TIMES.search(words)
    return None if told is None else int(told[1]) * 60 + (30 if told[3] else int(told[2] or 0))
