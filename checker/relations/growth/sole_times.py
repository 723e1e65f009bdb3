"""multiple: the only two amounts of a sentence that are counted alike, with the only multiple in it.

志愿者队伍壮大了四倍：60人起步，如今300人: the words between need not be known where no other numbers can be meant. That
one is so many times the other is certain only where it fits to the dot. What does not fit is left alone, but for a slip
of the pen, and for a whole number other than the one that is told of the two by 的N倍.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.adverbs import ABOUT, EXACT, ONLY, STILL, adverbs
from checker.relations.elsewhere import MEANS, PLANNED
from checker.relations.growth import then_and_now
from checker.relations.growth.links import TIMES_AGO
from checker.relations.growth.measures import of_other_measure
from checker.relations.growth.multiple import DOUBLING, LARGEST, OF, Finding, verify
from checker.relations.growth.sole import IS, LEVELS, MOST, groups, is_level, lead, was
from checker.relations.growth.thens import is_told
from checker.relations.judge import is_fine
from checker.relations.naming import pairs
from checker.relations.passage import Figure, Passage
from checker.relations.record import Relation
from checker.spans import Span

MORE = pattern("[增涨升超溢扩多壮高][^，。；到至为成的]{0,6}$|(?:相差|差距?)[^，。；]{0,4}$")
"""By so many times, which may also mean to so many times."""

OVER = pattern("超标|溢价|超出|相差|差距")
OF_THEN = pattern(
    f"(?:工?效率?|速度|产[量能]|销[量路]|[数总]量|规模|人数)?(?:{adverbs(EXACT, STILL)})*(?:[是为]|相当于|达到?)了?"
    f"(?:[去前上]年|过去|以前|从前|原来|原先|当初|之前|此前|当年|最初|起初)的(?:{adverbs(EXACT, ABOUT)})*"
)
"""效率是过去的|四倍, behind what was and what is."""

MOVING = pattern(f"(?:[增涨升扩多壮翻][长加大高展容]?|[上提][涨升高]|{adverbs()}|了|超过?)+$")
FROM = pattern("[^由从]{0,1}[由从]")
TOLD = pattern(f"的(?:{adverbs(EXACT, ABOUT, ONLY, STILL)})*$")
IS_OF = pattern("[变成]了|[变成]?[是为成]|相当于|达到?|等于|抵得?上|顶|涨到|升到|有")
FREE = pattern(
    f"如今|现在|目前|眼下|当前|这会儿?|这[一个时下]?|那|此[时刻]|今[年天日晚朝儿]|上来|下来|年[间来后]?|折算|算|合|数量|数字|总数|总量|规模|人数|{adverbs()}|[，,；;：:的]"
)
"""What stands before 是…的N倍 and names no other subject."""

THEN = pattern("(?:[去上前]年|上一?[月周届期季轮次年回]|往[年常日]|平[时日常素]|前一[年日天周月]|[12][0-9]{3}年)")
"""A time that the multiple is of."""

NOT_OF_TWO = pattern(f"{PLANNED}|{MEANS}|每|均|倍数|市[盈净]率|有望")
BECAME = pattern(
    f"(?:[\u4e00-\u9fff]{{1,4}}?(?=发展[到至]|扩大?[到至]|增加?[到至]|壮大[到至]))?[，,]?(?:[到至]|{TIMES_AGO}|[0-9]{{1,4}}[年月]|去年|今年|前年|如今|目前|现在|眼下|[年月]?[底末初]|已经?|就|则|便|的)*"
    "(?:达到?|有了?|(?:增加?|发展|扩大|扩|壮大|上升|提高|升|涨|增长|攀升|冲|做|干|跃升|飙升)[到至为]|变[成为])了?"
    "(?:[到至]|[0-9]{1,4}[年月]|去年|今年|如今|目前|现在|眼下|[年月]?[底末初])*的?"
)
"""，到去年底已达, 发展到去年底的: all that stands before the later of two levels of one thing."""

BARE = pattern(
    f"(?:[\u4e00-\u9fff]{{0,4}}[，,])?(?:[0-9一二三四五六七八九十两]{{1,3}}年[间来里]?|{adverbs()}|实现)*"
    f"翻了?(?:{adverbs(EXACT, ABOUT, ONLY)})*"
)
"""Doublings with no subject of their own."""

FEW_THEN = pattern("(?:只有|仅有|只|仅|才|就)[有是]?$")
NOW_SO_MANY = pattern("(?:如今|现在|眼下|目前|当前|今天|到今年|现已|今年)(?:已经?)?[一-鿿]{0,6}$")
NOW_SINCE = pattern("[，,](?:如今|现在|眼下|目前|当前)")
"""手里只有|32份，…，如今攒到|128份; 库容只有2.6万吨，如今建成冷库46座，库容7.8万吨."""

LONG_AGO = pattern("[0-9一二两三四五六七八九十几]年[之以]?前|[去前]年|那时|当[时年初]|[12][0-9]{3}年")

PACE = pattern("(?:平均|每)[^，。；]{0,8}翻了?$")
"""平均两年翻一番 tells how fast, not how often in all."""

SHORT_OF = Fraction(4, 5)
"""So large a part of the doublings is still called by their number."""

BEYOND = Fraction(3, 2)
"""What is half as much again is no longer called by their number where it is told beside them."""

FINE = 20
"""A multiple with a decimal tells by its fit if what it leaves open is less than this part of it."""


@dataclass(frozen=True, slots=True)
class Told:
    """The two amounts with the multiple; ``more`` where it may be how much more the larger one is."""

    finding: Finding
    quotient: Fraction
    words: str


def find(passage: Passage) -> Iterator[Relation]:
    """The one multiple of the sentence, if its numbers fit or are a slip apart."""
    for one in _told(passage):
        relation = verify(one.finding)
        if relation.verdict is Verdict.CONSISTENT and _is_tight(one):
            yield relation
        elif (_is_plain(one, relation) or _is_named(passage, one, relation)) and _is_off(passage, one, relation):
            yield replace(relation, doubtful=True)


def _is_plain(one: Told, relation: Relation) -> bool:
    """Whether its numbers miss one another however roughly they are read; doublings are rough by themselves."""
    return relation.verdict is Verdict.INCONSISTENT and (one.finding.doubling or not relation.doubtful)


def _is_named(passage: Passage, one: Told, relation: Relation) -> bool:
    """Whether another whole number is told of what the smaller is called: 正好是倒塌房屋的两倍, where it is three."""
    base, times = one.finding.base, one.finding.multiple.quantity
    named = OF.search(one.words) if relation.verdict is Verdict.INCONSISTENT else None
    if named is None or one.quotient.denominator > 1 or times.value.denominator > 1 or one.quotient == times.value:
        return False
    subject = FREE.sub("", one.words[: named.start()])
    known = subject in passage.text[passage.span.start : one.finding.multiple.before.start]
    return known and bool(pairs(named["of"]) & pairs(lead(passage, base))) and not THEN.search(named["of"])


def _told(passage: Passage) -> Iterator[Told]:
    if not 1 + LEVELS <= len(passage.figures) <= MOST:
        return
    times = [one for one in passage.figures if one.quantity.unit_class is UnitClass.MULTIPLE]
    if len(times) != 1 or times[0].quantity.value <= 0:
        return
    amounts = [one for one in passage.figures if is_level(one.quantity) and one.quantity.value > 0]
    found = [group for group in groups(amounts) if len(group) == LEVELS]
    found = [group for group in found if group[0].quantity.unit_class is not UnitClass.DURATION] or found
    if len(found) != 1:
        return
    base, current = sorted(found[0], key=_size)
    words = passage.words(times[0].before)
    doubling = times[0].quantity.unit.name == DOUBLING
    if doubling and PACE.search(passage.text, passage.clauses[times[0].clause].start, times[0].quantity.span.start):
        return
    if of_other_measure(passage, times[0], base):
        return
    more = not doubling and MORE.search(words) is not None
    if more and not _is_moved(passage, base, current, times[0]):
        return
    finding = Finding(base, current, times[0], (times[0].before,), more)
    yield Told(finding, _size(current) / _size(base), words)


def _is_moved(passage: Passage, base: Figure, current: Figure, times: Figure) -> bool:
    """Whether the two are what was and what became of that which is so many times more, or are told to be set apart."""
    words = passage.words(times.before)
    if OVER.search(words) or 0 < times.quantity.place < 1:
        return True
    if not was(passage, base) and not IS.search(lead(passage, current)):
        return False
    start = passage.clauses[base.clause].start
    subject, own = pairs(MOVING.sub("", words)), passage.text[start : base.quantity.span.start]
    opened = times.quantity.span.start < base.quantity.span.start or FROM.match(own)
    return bool(opened) or not subject or bool(subject & pairs(passage.text[start : times.before.start]))


def _size(figure: Figure) -> Fraction:
    return figure.quantity.value * figure.quantity.unit.factor


def _is_tight(one: Told) -> bool:
    """Whether the fit is hardly chance."""
    times = one.finding.multiple.quantity
    if _hedged(one.finding):
        return False
    return one.quotient in _readings(one.finding, times) or (is_fine(times, FINE) and times.place < 1)


def _hedged(finding: Finding) -> bool:
    return bool(finding.base.quantity.hedges or finding.current.quantity.hedges)


def _readings(finding: Finding, times: Quantity) -> set[Fraction]:
    if finding.doubling:
        return {Fraction(2) ** int(times.value)} if times.value <= LARGEST else set()
    return {times.value, times.value + 1} if finding.more else {times.value}


def _is_off(passage: Passage, one: Told, relation: Relation) -> bool:
    """Whether a digit, or a whole number told of the two, is plainly another one than what they come to."""
    if one.finding.doubling:
        return _is_misdoubled(passage, one)
    if NOT_OF_TWO.search(one.words) or one.finding.multiple.quantity.hedges:
        return False
    digits = [each for each in relation.candidates if each.role == "multiple" and each.slip in ("digit", "swap")]
    if _hedged(one.finding):
        return False
    base, current = one.finding.base, one.finding.current
    parallel = OF_THEN.fullmatch(one.words) is not None and then_and_now.are_told(passage, base, current)
    own = parallel or not _is_of_another(passage, one)
    whole = one.quotient.denominator == 1 and TOLD.search(one.words) is not None and own
    fine = is_fine(one.finding.multiple.quantity, FINE) and one.finding.multiple.quantity.place < 1
    return whole or bool(fine and digits)


def _is_of_another(passage: Passage, one: Told) -> bool:
    """Whether the multiple has a subject that the sentence did not speak of: 往常8000人，营业额是往常的5倍."""
    words = lead(passage, one.finding.multiple)
    subject = pairs(FREE.sub("", IS_OF.split(words, maxsplit=1)[0]))
    before = passage.text[passage.span.start : one.finding.multiple.quantity.span.start - len(words)]
    base, times = one.finding.base, one.finding.multiple
    if times.quantity.span < base.quantity.span and FROM.fullmatch(lead(passage, base)):
        return False  # 营收是十年前的5倍，由20亿元增至100亿元: what goes from one to the other was just named
    return (bool(subject) and not subject & pairs(before)) or _is_of_another_time(passage, times)


def _is_of_another_time(passage: Passage, times: Figure) -> bool:
    """Whether it is of a time that nothing before told of: 报考4200人，录用280人，是去年的12倍."""
    start = passage.clauses[times.clause].start
    then = THEN.findall(passage.text, start, times.quantity.span.start)
    return bool(then) and not is_told(then[-1], passage.text[passage.span.start : start])


def _is_misdoubled(passage: Passage, one: Told) -> bool:
    """2015年只有36家，到去年底已达288家，翻了两番: so many doublings are told of the two, and it is plainly not so."""
    base, current, times = one.finding.base, one.finding.current, one.finding.multiple
    whole = times.quantity.value.denominator == 1 and times.quantity.value <= LARGEST and not times.quantity.hedges
    if not whole or _hedged(one.finding):
        return False
    led = [passage.words(Span(*gap)) for gap in (_gap(base, current), _gap(current, times))]
    behind = not base.bracket and not current.bracket and BECAME.fullmatch(led[0]) and BARE.fullmatch(led[1])
    exact = Fraction(2) ** int(times.quantity.value)
    if _is_told_back(passage, one):
        return not SHORT_OF * exact <= one.quotient < BEYOND * exact
    between = passage.words(Span(*_gap(base, current)))
    grown = FEW_THEN.search(lead(passage, base)) and (
        NOW_SO_MANY.match(lead(passage, current))
        or (
            "；" not in between
            and NOW_SINCE.search(between)
            and pairs(lead(passage, base)) & pairs(lead(passage, current))
        )
    )
    if BARE.fullmatch(led[1]) and (grown or then_and_now.are_told(passage, base, current)):
        return not SHORT_OF * exact <= one.quotient < BEYOND * exact
    return bool(behind) and not SHORT_OF * exact <= one.quotient < 2 * exact


def _is_told_back(passage: Passage, one: Told) -> bool:
    """达到586万千瓦，两年前还只有142万千瓦，翻了三番: whether what was stands behind what is, before the doublings."""
    base, current, times = one.finding.base, one.finding.current, one.finding.multiple
    if not current.quantity.span.end < base.quantity.span.start < times.quantity.span.start or base.bracket:
        return False
    words = passage.text[passage.clauses[base.clause].start : base.quantity.span.start]
    few = FEW_THEN.search(words) and LONG_AGO.search(words)
    return bool(few) and BARE.fullmatch(passage.words(Span(*_gap(base, times)))) is not None


def _gap(one: Figure, other: Figure) -> tuple[int, int]:
    """Where the words between two figures stand; none if the other stands first."""
    return (one.quantity.span.end, max(one.quantity.span.end, other.quantity.span.start))
