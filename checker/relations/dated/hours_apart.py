"""span between two times of the day that stand further apart: in two sentences, or each with a level of its own.

8时10分发车。14时26分事发时，已行驶6小时16分; 2时的水位是552.38米，到9时已是556.12米，七个小时抬高3.74米.
"""

from collections.abc import Iterator, Sequence

from checker.patterns import pattern
from checker.quantities.interval import Interval
from checker.quantities.model import Date, Quantity, Token
from checker.relations.dated import hours
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.hours import (
    DAY,
    DAY_OF,
    DOING,
    EACH_END,
    FAR,
    FROM_FIRST,
    HALF_DAY,
    LONGEST,
    PART,
    clocks_of,
)
from checker.relations.dated.stretch import Length, Stretch, judged
from checker.relations.passage import Passage
from checker.relations.record import Relation

SET_OUT = pattern(
    "(?:许|左右|从[^，。；]{1,12}?)?(?:发车|出发|开出|驶[出离]|起飞|离港|启航|开航|开始|开工|动身|上路|下水)"
)
UNTIL_THEN = pattern(
    f"[^，。；]{{0,10}}(?:时|，)[^，。；]{{0,8}}(?:已|共|连续)(?:经|连续|共|总共)*{DOING}了?(?:整整|约|近)?"
)
OPENS = pattern(f"[“ \u3000]*(?:等|直?[到至])?(?:{DAY_OF})?{PART}")
MOVED_BY = pattern("[内里间]?(?:[就又共]|总共|里)?(?:抬[高升]|[上猛暴]?涨|[上抬]?升|[下骤]?降|[消回]?退|回?落)")
LONG = 60


def find(passage: Passage) -> Iterator[Relation]:
    """Every length in hours or minutes before which no two times of day stand side by side, judged."""
    for index, token in enumerate(passage.tokens if passage.is_prose else ()):
        found = hours.length_of(token)
        if found is None or not index:
            continue
        if hours.ends_before(passage, passage.tokens[max(0, index - 2 * EACH_END) : index]) is None:
            yield from _since(passage, passage.tokens[:index], found)
            yield from _moved_in(passage, passage.tokens[:index], found)


def _since(passage: Passage, tokens: Sequence[Token], found: Length) -> Iterator[Relation]:
    """8时10分发车。14时26分事发时，已行驶6小时16分: of a time in the sentence before, if each tells just one."""
    earlier = passage.earlier
    one, two = clocks_of(earlier.tokens if earlier else ()), clocks_of(tokens)
    if len(one) != 1 or len(two) != 1:
        return
    start, end = Date(one[0].span), Date(two[0].span)
    begins, ends = hours.minutes(earlier or passage, start), hours.minutes(passage, end)
    lead = passage.text[end.span.end : found.span.start]
    set_out = SET_OUT.match(passage.text, start.span.end) is not None and UNTIL_THEN.fullmatch(lead) is not None
    whole = _up_to(passage, end) and FROM_FIRST.search(lead) is not None and _is_own(passage, found)
    if not (set_out or whole) or begins is None or ends is None or len(lead) > (FAR if whole else LONGEST):
        return
    days = hours.days_apart(passage, start, end)
    if days is None and whole:
        days = 0
    if days is None:
        return
    lapse = ends - begins + days * DAY if days else (ends - begins) % DAY
    yield judged(passage, Stretch(start, end, found, Elapsed(lapse, lapse), "起止与时长", doubtful=True))


def _moved_in(passage: Passage, tokens: Sequence[Token], found: Length) -> Iterator[Relation]:
    """2时的水位是552.38米，到9时已是556.12米，七个小时抬高3.74米: two levels with their hours."""
    if not MOVED_BY.match(passage.text, found.span.end) or not passage.text.endswith("，", 0, found.span.start):
        return
    clocks = clocks_of(tokens)
    levels = [one for one in tokens if isinstance(one, Quantity)]
    if len(clocks) != EACH_END or len(levels) != EACH_END or levels[0].unit != levels[1].unit:
        return
    if not clocks[0].span.end <= levels[0].span.start < clocks[1].span.start < levels[1].span.start:
        return
    start, end = (Date(one.span) for one in clocks)
    begins, ends = hours.minutes(passage, start), hours.minutes(passage, end)
    days = hours.days_apart(passage, start, end)
    if begins is None or ends is None or days is None or len(passage.text[start.span.end : found.span.start]) > LONG:
        return
    lapse = ends - begins + days * DAY if days else (ends - begins) % DAY
    ways = (lapse,) if lapse > HALF_DAY else (lapse, lapse + HALF_DAY)
    true = next((one for one in ways if Interval.exactly(one).meets(found.said)), lapse)
    yield judged(passage, Stretch(start, end, found, Elapsed(true, true), "起止与时长", doubtful=True))


def _up_to(passage: Passage, end: Date) -> bool:
    """Whether the sentence opens with the later time: 到15日零时40分; or 零时40分."""
    return OPENS.fullmatch(passage.text, passage.span.start, end.span.start) is not None


def _is_own(passage: Passage, found: Length) -> bool:
    """Whether no other length of hours stands in the sentence."""
    return all(hours.length_of(one) is None or one.span == found.span for one in passage.tokens)
