"""change: how far a level lies from a mark that the sentence names twice.

水位涨到115.83米，超过警戒水位1.33米，警戒水位是114.50米; 超警戒水位（114.50米）1.33米. Or it stands right before the
difference: 水位34.8米，超过警戒水位33米1.8米.
"""

from collections.abc import Iterator

from checker.patterns import pattern
from checker.relations.cues import Act
from checker.relations.growth.alike import alike
from checker.relations.growth.asides import PACE
from checker.relations.passage import Figure, Passage
from checker.spans import Span

BEYOND = pattern(
    "(?:[，,（(]|的|已|仍)(?:[比较](?P<than>[\u4e00-\u9fff]{2,8}?)(?P<way>高出?|低|多出?|少|超出?)"
    "|(?P<over>超过|超出|超|高出|高于|低于)了?(?P<name>[\u4e00-\u9fff]{2,8}))$"
)
"""，超过警戒水位1.33米, ，比设计值高出3米: the words between a level and how far it lies from the mark."""

INSIDE = pattern("(?:[，,]|已|仍)(?P<over>超过|超出|超|高出|高于|低于)了?(?P<name>[\u4e00-\u9fff]{2,8})[（(]$")
"""，超警戒水位（114.50米）1.33米: the mark stands in brackets."""

BESIDE = pattern(
    "(?:[^，。；0-9]{0,10}[，,]|已|仍|暂时|[^，。；]{1,6}以)*(?P<over>超过|超出|超|高出|高于|低于|领先|落后于?|多于|少于)了?[^，。；0-9]{2,12}$"
)
CLOSE = pattern("了?(?:整整|足足|有)?")
"""，超过警戒水位33米|1.8米; ，领先第二名的38分|4分: the mark stands right before the difference."""

AFTER = pattern("[）)]了?$")
LINK = pattern("(?:水位|标准|数值|值)?(?:是|为|约为|在|定为|设在|，)*$")
LOW = ("低", "少", "落后")


def told(passage: Passage) -> Iterator[tuple[Figure, Figure, Figure, Act, Span]]:
    """The mark, the level, how far apart they are, on which side the level lies, and the words that say so."""
    figures = passage.figures
    for at in range(1, len(figures) - 1):
        current, one, two = _level(passage, at - 1), figures[at], figures[at + 1]
        if not (one.is_amount and alike(current.quantity, one.quantity) and alike(one.quantity, two.quantity)):
            continue
        between = passage.text[figures[at - 1].quantity.span.end : one.quantity.span.start]
        gap = passage.text[one.quantity.span.end : two.quantity.span.start]
        inside = INSIDE.search(between)
        if inside and AFTER.fullmatch(gap):
            yield one, current, two, _act(inside["over"]), Span(current.quantity.span.end, one.quantity.span.start)
            continue
        beside = BESIDE.fullmatch(between) if CLOSE.fullmatch(gap) else None
        if beside:
            yield one, current, two, _act(beside["over"]), Span(current.quantity.span.end, one.quantity.span.start)
            continue
        match = BEYOND.fullmatch(between)
        if match and _names(gap, match["name"] or match["than"]) and not _is_pace(passage, current):
            yield two, current, one, _act(match["over"] or match["way"]), one.before


def _level(passage: Passage, at: int) -> Figure:
    """The level that a figure tells, or that the change told there made: 升到101.7米，上涨3.5米，超汛限1.7米."""
    moved = at > 0 and passage.cues[at].act in (Act.RISE, Act.FALL)
    alone = moved and passage.cues[at - 1].act not in (Act.RISE, Act.FALL)
    return passage.figures[at - 1 if alone else at]


def _is_pace(passage: Passage, figure: Figure) -> bool:
    """Whether a level is what falls to each: 人均38件，比上年多5件；上年1.6亿件 is of all together."""
    start = max(passage.span.start, passage.clauses[figure.clause].start - 1)
    return PACE.match(passage.text, start, passage.span.end) is not None


def _act(word: str) -> Act:
    return Act.FALL if word.startswith(LOW) else Act.RISE


def _names(gap: str, name: str) -> bool:
    """Whether the words before the mark call it by the name that the level was held against."""
    at = gap.rfind(name)
    return at >= 0 and LINK.fullmatch(gap[at + len(name) :]) is not None
