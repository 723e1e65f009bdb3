"""change: what a record was, what it is now, and by how much it was bettered.

送走了437.6万人次，把412.3万人次的老纪录又往上抬了25.3万; 以2小时09分47秒夺冠，把2小时10分12秒的赛会纪录提高了25秒.
"""

from collections.abc import Iterator
from itertools import islice

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.growth.alike import alike
from checker.relations.growth.resumed import LEVELS_OF
from checker.relations.passage import Figure, Passage

HELD = pattern("(?:[把将由比]|打破|刷新|改写|超过|超越|高于|快于)[^，。；0-9]{0,20}$")
RECORD = pattern(
    "的?[^，。；0-9]{0,8}(?:纪录|记录|最好成绩|成绩|峰值|最高值|高点)[^，。；0-9]{0,6}?[，,]?[^，。；0-9]{0,6}?"
    "(?:提高|提升|抬高|抬升|抬|拉高|推高|推进|改写|刷新|缩短|提前|快|多|高|加)(?:了|出|到?了)?(?:整整|足足|近|约|将近|超过|多达)*"
)
NAMED = pattern("(?:纪录|记录|最好成绩|最高值|峰值)[^，。；0-9]{0,4}[是为在]?$")
BETTERED = pattern(
    "[^，。；0-9]{0,10}?(?:被|把(?:它|[这该]?[一项个]*(?:老|旧|原)?[纪记]录)|将(?:其|[这该]?[一项个]*[纪记]录))[^，。；0-9]{0,8}?"
    "(?:提高|提升|缩短|提前|改写|刷新|推进|抬高)了?(?:整整|足足|近|约|将近|超过|多达)*"
)
"""这一次被她足足提高了|1分22秒: the record was told in a clause before."""

BACK = 80
"""How many characters before a record the new one may stand."""

Told = tuple[Figure, Figure, Figure]
"""The old record, the new one, and the difference."""


def told(passage: Passage) -> Iterator[Told]:
    """Every record that is told with what bettered it, and by how much."""
    for at in range(1, len(passage.figures)):
        found = _held(passage, at) or _named(passage, at)
        if found:
            yield found


def _held(passage: Passage, at: int) -> Told | None:
    """把2小时10分12秒的赛会纪录提高了25秒: the record right before the step."""
    record, step = passage.figures[at - 1 : at + 1]
    between = passage.text[record.quantity.span.end : step.quantity.span.start]
    if not alike(record.quantity, step.quantity) or record.quantity.value == step.quantity.value:
        return None
    if not (RECORD.fullmatch(between) and HELD.search(_lead(passage, record))):
        return None
    now = _before(passage, at - 1)
    return None if now is None else (record, now, step)


def _named(passage: Passage, at: int) -> Told | None:
    """此前的纪录是2小时36分12秒，已经保持了六年，被她提高了1分22秒: the record, what bettered it, and by how much."""
    step, start = passage.figures[at], passage.clauses[passage.figures[at].clause].start
    if not BETTERED.fullmatch(passage.text, start, step.quantity.span.start):
        return None
    for index in range(at - 1, max(-1, at - 1 - LEVELS_OF), -1):
        record = passage.figures[index]
        if alike(record.quantity, step.quantity) and NAMED.search(_lead(passage, record)):
            now = _before(passage, index)
            return (record, now, step) if now is not None else None
    return None


def _before(passage: Passage, at: int) -> Figure | None:
    """The nearest number before a record that can be the new one."""
    record = passage.figures[at]
    earlier = passage.earlier.figures if passage.earlier else ()
    before = (*earlier, *passage.figures[:at])[::-1]
    for one in islice(before, LEVELS_OF):
        if record.quantity.span.start - one.quantity.span.end > BACK:
            return None
        if alike(one.quantity, record.quantity) and _betters(one, record):
            return one
    return None


def _lead(passage: Passage, figure: Figure) -> str:
    return passage.text[passage.clauses[figure.clause].start : figure.quantity.span.start]


def _betters(one: Figure, record: Figure) -> bool:
    """Whether a number can be the new record: a shorter time of the same race, or more than there ever was."""
    new, old = (each.quantity.value * each.quantity.unit.factor for each in (one, record))
    return old < 2 * new < 2 * old if one.quantity.unit_class is UnitClass.DURATION else new > old
