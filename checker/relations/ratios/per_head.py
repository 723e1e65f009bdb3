"""ratio: how many there are for so many people: 3860台，以常住人口1364万人计，每10万人28.3台.

The wording must say by which people it is reckoned (以…计, 按…算); the part is the number before of the unit of the
rate. And the sex ratio, which is so many men to a hundred women.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.interval import Interval
from checker.quantities.model import Quantity, UnitClass
from checker.relations import slips
from checker.relations.cues import Act
from checker.relations.judge import judge
from checker.relations.passage import Figure, Passage
from checker.relations.ratios import for_people
from checker.relations.ratios.judging import KIND
from checker.relations.record import Operand, Relation
from checker.relations.sums.row import PEOPLE, same_unit
from checker.relations.working import finer, printed
from checker.spans import Span

EACH = pattern("每$")
SIZES = frozenset(Fraction(10) ** one for one in range(2, 7))
RECKONED = pattern("(?:以|按照?|拿)[^，。；、0-9]{0,12}(?:人口|居民|用户|学生|职工|群众)[^，。；、0-9]{0,6}$")
SO = pattern("[^，。；、0-9]{0,4}[计算](?:[，,]|算|来)")
SHOWN = pattern("[\u4e00-\u9fff]{0,10}")
SEXES = pattern(
    "(?<!出生人口)(?<!婴儿)(?<!新生儿)性别比[^，。；0-9（(]{0,4}(?:[（(][^）)。]{0,12}(?P<hundred>[男女])性?(?:为|是|=)100[）)])?"
    "[^，。；0-9]{0,3}$"
)
MEN, WOMEN = (pattern(f"{one}(?:性|生)?(?:人口|职工|居民)?(?:共|为|有|约|是|[:：])*$") for one in "男女")
SCOPES = ("常住", "户籍", "流动", "外来", "城镇", "乡村", "农村", "同期", "上年", "全国", "全省", "老年", "青年")
"""What makes a sex ratio that of others than those just counted."""

BORN = pattern("出生|新生儿|婴儿|婴幼儿")
HUNDRED, LEAD, AROUND = 100, 30, 24
TEN_THOUSAND, HALF = 10_000, Fraction(1, 2)


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every rate for so many people, and every sex ratio, judged."""
    for passage in passages:
        for index, figure in enumerate(passage.figures):
            if figure.quantity.unit.name in PEOPLE and figure.quantity.value in SIZES:
                yield from _for_so_many(passage, index)
            elif figure.quantity.unit_class is UnitClass.NONE and figure.quantity.place < 1:
                yield from _of_sexes(passage, index)
        if for_people.SIGN in passage.words(passage.span):
            yield from _for_people(passage)


def _for_people(passage: Passage) -> Iterator[Relation]:
    for rate in passage.figures:
        found = for_people.told(passage, rate) if rate.is_amount else None
        if found:
            part, whole, size, words = found
            relation = _record(part.quantity, whole.quantity, rate.quantity, size, words)
            if relation.verdict is Verdict.CONSISTENT or not for_people.is_near(part, whole, size, rate):
                yield relation


def _for_so_many(passage: Passage, index: int) -> Iterator[Relation]:
    size, rate = passage.figures[index], next(iter(passage.figures[index + 1 : index + 2]), None)
    if rate is None or not EACH.search(passage.words(size.before)) or rate.clause != size.clause:
        return
    if not SHOWN.fullmatch(passage.text, size.quantity.span.end, rate.quantity.span.start) or not rate.is_amount:
        return
    before = passage.figures[max(0, index - AROUND) : index]
    whole = next((one for one in reversed(before) if _is_reckoned(passage, one)), None)
    if whole is None or whole.quantity.value <= size.quantity.value:
        return
    near = [one for each in (passage.earlier, passage) if each for one in _levels(each, whole)]
    parts = [one for one in near if same_unit(one.quantity, rate.quantity)]
    own = [one for one in parts if one.quantity.span.start >= passage.span.start] or parts[-1:]
    if len(own) == 1:
        factor = size.quantity.value
        yield _record(own[0].quantity, whole.quantity, rate.quantity, factor, size.before)


def _is_reckoned(passage: Passage, one: Figure) -> bool:
    if one.quantity.unit.name not in PEOPLE or not RECKONED.search(passage.words(one.before)):
        return False
    return SO.match(passage.text, one.quantity.span.end, passage.span.end) is not None


def _levels(passage: Passage, until: Figure) -> Iterator[Figure]:
    """The amounts of a sentence, up to a figure, that are there."""
    last = bisect_left(passage.figures, until.quantity.span.start, key=lambda one: one.quantity.span.start)
    near = slice(max(0, last - AROUND), last)
    for one, cue in zip(passage.figures[near], passage.cues[near], strict=True):
        before = one.quantity.span.end <= until.quantity.span.start
        if before and one.is_amount and cue.act in (Act.LEVEL, Act.SUM, Act.TO) and not one.quantity.hedges:
            yield one


def _of_sexes(passage: Passage, index: int) -> Iterator[Relation]:
    rate = passage.figures[index]
    start = max(passage.span.start, rate.quantity.span.start - LEAD)
    match = SEXES.search(passage.text, start, rate.quantity.span.start)
    if match is None or BORN.search(passage.text, start, rate.quantity.span.start):
        return
    for one in (passage, passage.earlier):
        if one is None:
            continue
        before = [each for each in one.figures[:AROUND] if each.quantity.span.end <= match.start() and each.is_amount]
        men = [each for each in before if MEN.search(one.words(each.before))]
        women = [each for each in before if WOMEN.search(one.words(each.before))]
        if len(men) == len(women) == 1 and same_unit(men[0].quantity, women[0].quantity):
            gap = passage.text[women[0].quantity.span.end : match.start()]
            if len(gap) > LEAD or any(word in gap for word in SCOPES):
                return
            pair = (women[0], men[0]) if match["hundred"] == "男" else (men[0], women[0])
            words = Span(match.start(), match.end())
            yield _record(pair[0].quantity, pair[1].quantity, rate.quantity, Fraction(HUNDRED), words)
            return


def _record(part: Quantity, whole: Quantity, rate: Quantity, factor: Fraction, words: Span) -> Relation:
    """part ÷ whole × factor = rate; what does not fit is for a reader to look at."""

    def possible(intervals: list[Interval]) -> bool:
        one, two, three = intervals
        try:
            return (one / two).scale(factor).meets(three)
        except ValueError:
            return True

    def fits(one: Quantity, two: Quantity, three: Quantity) -> bool:
        return judge((one, two, _rounded(three)), possible).verdict is Verdict.CONSISTENT

    operands = (Operand.of("part", part), Operand.of("whole", whole), Operand.of("rate", rate))
    judgement = judge((part, whole, _rounded(rate)), possible)
    exact = part.value * part.unit.factor * factor / (whole.value * whole.unit.factor) / rate.unit.factor
    shown = finer(exact, rate)
    working = f"{printed(part)}÷{printed(whole)}×{_size(factor)}={shown}，文中{printed(rate)}"
    wrong = judgement.verdict is Verdict.INCONSISTENT
    data = {"name": "比率", "working": working, "computed": shown}
    mended = slips.candidates("rate", rate, lambda one: fits(part, whole, one), exact)
    return Relation(
        KIND,
        operands,
        judgement.verdict,
        f"{working}，{judgement.note}",
        (words,),
        rate.span,
        wrong,
        data,
        tuple(mended) if wrong else (),
        lenient=judgement.lenient,
    )


def _rounded(rate: Quantity) -> Quantity:
    """A rate printed as a whole number of things is rounded all the same."""
    if rate.place or rate.hedges:
        return rate
    half = Interval(rate.value - HALF, rate.value + HALF)
    return replace(rate, place=Fraction(1), interval=half, loose=half, truncated=half)


def _size(factor: Fraction) -> str:
    return f"{factor / TEN_THOUSAND}万" if factor >= TEN_THOUSAND else str(factor)
