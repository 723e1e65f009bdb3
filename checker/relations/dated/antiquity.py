"""span between years by their era: 公元前677年…到公元前383年…，前后历时294年; 公元前206年至公元25年，共230年.

There is no year nought between the eras, but many reckon as if there were; usage wavers on whether the first and the
last year both count. So a year more or less is right.
"""

from collections.abc import Iterator

from checker.patterns import pattern
from checker.quantities.model import Code, Date, Period
from checker.relations import eras
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.stretch import Length, Stretch, judged, length
from checker.relations.passage import Passage
from checker.relations.record import Relation

LASTED = pattern(
    "(?:历时|历经|历|为时|[一总]?共计?|延续|存在|持续|立国|[立建]都|作都|国祚|享国|传国|统治|在位|长达|达|相隔|相距|时隔|前后|经过|经营|用|花|跨越|绵延)+"
    "(?:[了达约近长共]|长达|整整|足足|大约)*$"
)
JOINED = pattern("[到至—–~-]|亡|灭|止|[降迁覆毁][都国亡城于]|统一|结束|告终|去世|退位|完工|建成|竣工")
"""What leads to, or tells, the end."""

NEAR, REACH, SLACK, TWO = 24, 80, 1, 2


def find(passage: Passage) -> Iterator[Relation]:
    """Every time between the two years of an era that stand before it, judged."""
    years: list[Code] = []
    for token in passage.tokens:
        found = length(token)
        if isinstance(token, Code) and token.kind == eras.KIND:
            years.append(token)
        elif isinstance(token, (Date, Period)):
            years.clear()
        elif found is not None and found.unit == "年" and not found.ordinal and found.plain and len(years) > 1:
            yield from _judged(passage, years, found)


def _judged(passage: Passage, years: list[Code], found: Length) -> Iterator[Relation]:
    start, end = years[-2:]
    lead = passage.text[max(end.span.end, found.span.start - NEAR) : found.span.start]
    between = passage.text[start.span.end : end.span.start]
    told = LASTED.search(lead) and found.span.start - end.span.end <= REACH
    if not told or "；" in lead or not (JOINED.search(between) or JOINED.search(lead)):
        return
    if _is_of_another(passage, start, lead):
        return
    if start.value is None or end.value is None or start.value >= end.value:
        return
    crossed = start.value < 0 < end.value
    years_long = end.value - start.value - crossed
    true = Elapsed(years_long - SLACK, years_long + SLACK + crossed)
    ends = Date(start.span), Date(end.span)
    unsure = len(years) > 2 or "，" in between
    if _is_of_chain(years, found):
        return
    yield judged(passage, Stretch(*ends, found, true, "起止与年数", doubtful=unsure))


def _is_of_chain(years: list[Code], found: Length) -> bool:
    """Whether times follow one another, so that the length may be of all: 商从前1600年到前1046年，周从前1046年到."""
    if len(years) <= TWO or len(years) % TWO:
        return False
    return all(one.value == two.value for one, two in zip(years[1:-1:TWO], years[2::TWO], strict=True)) and (
        (found.said.low or 0) > abs((years[-1].value or 0) - (years[-2].value or 0))
    )


def _is_of_another(passage: Passage, start: Code, lead: str) -> bool:
    """Whether the length is told of what the words before do not speak of: 公元前206年秦亡，|汉朝|前后历时."""
    ahead, _, clause = lead.rpartition("，")
    named = LASTED.sub("", clause)
    told = passage.text[max(passage.span.start, start.span.start - NEAR) : start.span.start + NEAR] + ahead
    return len(named) > 1 and bool(ahead) and set(named).isdisjoint(told)
