"""record: a record high with a higher value before it, or a record low with a lower one, in its own sentence."""

from collections.abc import Iterator, Sequence

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Hit, Related
from checker.patterns import pattern
from checker.quantities.model import Quantity
from checker.relations import frames
from checker.relations.cues import Act
from checker.relations.frames import Frame, alike, comparable
from checker.relations.judge import Reading
from checker.relations.passage import Figure, Passage
from checker.spans import Span

WORDS = ("新高", "新低", "历史最高", "历史最低", "最高纪录", "最低纪录", "历史之最", "历史峰值")
RECORD = pattern(
    "(?:创下了?|创出了?|创造了?|刷新了?|创了?|达到了?|达|为|是|系|迎来)(?:[^，,。；;、0-9新]{0,8}?)(?P<same>同期|同季|同月)?(?:的?)"
    "(?P<record>历史(?:同期)?新(?P<high1>高)|新(?P<high2>高)|历史(?:同期)?新低|新低|历史(?:同期)?最(?P<high3>高)(?:水平|值|纪录|点|位)?"
    "|历史(?:同期)?最低(?:水平|值|纪录|点|位)?|最(?P<high4>高)纪录|最低纪录)(?!地|度|潮|质|考|考|区)"
)
JOINS = pattern("[，,、）)]*(?:再次|再度|又|再|也|均|并|仍|仍然|依然|继续|连续[^，,。；0-9]{1,4}|双双|一举|双|同时|更是|从而|由此|这也|该)*")
LEADS = pattern("[，,、]?(?:的|达到?了?|为|至|共|有|约|近)*")
"""创历史新高，达52万人次: the record comes first."""

NOT_YET = pattern("未|没|距|差|接近|逼近|有望|力争|或将|将|预计|不及|低于|次[高低]|仅次|计划|目标|若|如果|能否|冲刺|冲击")
BASES = ("", "year")
RECENT = pattern("[0-9０-９一二三四五六七八九十两几近]{1,3}(?:个)?[年月周日]|年内|本周|月内|盘中|季|上市以来|阶段")
"""近三年新高, 年内新高: highest of a stretch only."""


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every record that the numbers it is told of contradict."""
    if not any(word in article.text for word in WORDS):
        return
    for passage in article.passages:
        words = passage.words(passage.span)
        if any(word in words for word in WORDS):
            yield from _records(passage)


def _records(passage: Passage) -> Iterator[Hit]:
    told = (*frames.amounts(passage), *frames.rates(passage))
    for found in RECORD.finditer(passage.text, passage.span.start, passage.span.end):
        if RECENT.search(found[0]) or NOT_YET.search(passage.text, max(passage.span.start, found.start() - 6), found.end()):
            continue
        high = any(found[name] for name in ("high1", "high2", "high3", "high4"))
        for frame in told:
            rival = _joined(passage, frame, found.span()) and _rival(frame, high=high, same="同期" in found[0])
            if rival:
                yield _hit(passage, frame, rival, Span(found.start("record"), found.end("record")))
                break


def _joined(passage: Passage, frame: Frame, record: tuple[int, int]) -> bool:
    """Whether the record stands right behind the frame's last number, or right before its first one."""
    if not frame.current:
        return False
    start, end = record
    first = frame.first.quantity.span.start
    if first >= end:
        return LEADS.fullmatch(passage.text, end, first) is not None
    last = max((one.quantity.span.end for one in _figures(frame) if one.quantity.span.end <= start), default=0)
    return bool(last and JOINS.fullmatch(passage.text, last, start))


def _figures(frame: Frame) -> Iterator[Figure]:
    yield frame.first
    for group in frame.groups:
        found = (group.base, *(one.figure for one in (group.change, group.rate, group.points, group.multiple) if one))
        yield from (one for one in found if one)
    if frame.current:
        yield frame.current


def _rival(frame: Frame, *, high: bool, same: bool) -> Figure | None:
    """The number by which what was before is higher (lower): the earlier level itself, or the change since."""
    current = frame.current
    for group in frame.groups:
        if same and group.key not in BASES:
            continue
        if group.base and current and _beyond(group.base.quantity, current.quantity, high=high):
            return group.base
        for growth in (group.rate, group.change, group.points):
            if growth and growth.act is (Act.FALL if high else Act.RISE) and group.key in BASES and growth.key:
                return growth.figure if growth.figure.quantity.value > 0 else None
    return None


def _beyond(base: Quantity, current: Quantity, *, high: bool) -> bool:
    """Whether the earlier value is surely above (below) the one that is called a record."""
    if not alike(base, current):
        return False
    one, two = (Reading.LOOSE.of(quantity) for quantity in comparable([base, current]))
    if high:
        return one.low is not None and two.high is not None and one.low > two.high
    return one.high is not None and two.low is not None and one.high < two.low


def _hit(passage: Passage, frame: Frame, rival: Figure, span: Span) -> Hit:
    assert frame.current
    data = {"words": span.of(passage.text), "current": frame.current.quantity.literal, "other": rival.quantity.literal}
    related: Sequence[Related] = (Related(frame.current.quantity.span, "current"), Related(rival.quantity.span, "other"))
    return Hit(span, data, related=tuple(related))


KIND = Kind(check, frozenset({"words", "current", "other"}), notes=frozenset({"current", "other"}))
