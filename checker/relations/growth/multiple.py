"""multiple: current ÷ base = k (增至k倍, 是…的k倍) or k + 1 (增长k倍); 翻n番 is 2 to the n.

增长3倍 means "to three times" about as often as "by three times": either reading that fits is consistent.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.interval import Interval
from checker.quantities.model import Quantity, UnitClass
from checker.relations import slips
from checker.relations.adverbs import ABOUT, EXACT, ONLY, STILL, adverbs
from checker.relations.cues import Act
from checker.relations.growth import frames, incomes, staffing
from checker.relations.growth.alike import alike, comparable
from checker.relations.growth.bases import named
from checker.relations.growth.frame import Growth
from checker.relations.growth.frames import CONSTANT
from checker.relations.judge import Judgement, is_fine, judge
from checker.relations.naming import pairs
from checker.relations.passage import Figure, Passage
from checker.relations.record import Candidate, Operand, Relation
from checker.relations.working import finer, printed, sides
from checker.spans import Span

KIND = "multiple"

DOUBLING, THAN = "番", pattern("[比较]")
OF = pattern(f"(?:[是为]|相当于|达到?|等于)了?(?P<of>[一-鿿0-9]{{2,12}}?)的(?:{adverbs(EXACT, ABOUT, ONLY, STILL)})*$")
THEN = pattern("当初|当年|原[来先本]|从前|过去|以前|起初|最初|[此先之早]前|同期|前者|后者|开始")
"""What was before, whenever that was."""

DEAR = pattern("贵|便宜|[涨降提减跌]价")
PRICES = (UnitClass.MONEY, UnitClass.NONE, UnitClass.PER)
SAME_YEAR = pattern("上一?年|前一年")
FEW_TIMES, MANY_TIMES, FINE, NEARLY_HALF = 3, 9, 8, Fraction(45, 100)
"""Of so few times nobody cuts off half a one, if both levels are printed to an eighth at the least."""

LARGEST = 64
"""Beyond so many doublings nothing is computed."""

NEARLY = "番数若是约数则不矛盾"
ROUGHLY, LOOSELY = Fraction(5, 100), Fraction(15, 100)
"""翻一番 is a round word, as 增长一倍 is: so far off it still holds, and so far off it is for somebody to look at."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Two levels and how many times the first the second is. ``more`` allows the reading "by k times"."""

    base: Figure
    current: Figure
    multiple: Figure
    words: tuple[Span, ...]
    more: bool

    @property
    def doubling(self) -> bool:
        """Whether it counts doublings: 翻两番."""
        return self.multiple.quantity.unit.name == DOUBLING

    @property
    def variant(self) -> str:
        """Which rule a fault belongs to."""
        return "doubling" if self.doubling else "times"


def find(passage: Passage) -> Iterator[Relation]:
    """Every multiple that the sentence states of two printed levels, judged."""
    if any(one.quantity.unit_class is UnitClass.MULTIPLE for one in passage.figures):
        for finding in _framed(passage):
            relation = verify(finding)
            faulty = relation.verdict is Verdict.INCONSISTENT and CONSTANT.search(passage.words(passage.span))
            if relation.verdict is Verdict.INCONSISTENT and _is_of_another(passage, finding):
                continue
            if relation.verdict is Verdict.INCONSISTENT and (
                _is_of_row(passage, finding) or _is_of_next(passage, finding)
            ):
                continue
            yield _undecided(relation) if faulty else relation
    for finding in _incomes(passage):
        relation = verify(finding)
        contest = staffing.CONTEST.match(passage.words(finding.words[0])) is not None
        wrong = relation.verdict is Verdict.INCONSISTENT
        yield replace(relation, doubtful=True) if wrong and contest else relation


def _undecided(relation: Relation) -> Relation:
    """Growth at constant prices is not to be had from levels at those of each year."""
    working = relation.working.rpartition("，")[0]
    return replace(
        relation,
        verdict=Verdict.UNDECIDED,
        working=f"{working}，增速不按现价或口径有别，未判",
        doubtful=False,
        candidates=(),
    )


def _framed(passage: Passage) -> Iterator[Finding]:
    for frame in frames.amounts(passage):
        for group in frame.groups:
            growth = group.multiple
            if growth is None or growth.act is Act.FALL or frame.current is None:
                continue
            base = group.base or named(passage, frame, group, growth)
            if base is not None and growth.act is not None and _is_priced(passage, base, frame.current, growth.figure):
                yield Finding(base, frame.current, growth.figure, tuple(frame.joined), _by(growth))


def _is_priced(passage: Passage, base: Figure, current: Figure, times: Figure) -> bool:
    """Whether what is told to be dearer or cheaper is a price, as far as its unit tells: 比老茶贵了一倍半."""
    dear = DEAR.search(passage.words(times.before)) is not None
    return not dear or all(one.quantity.unit_class in PRICES for one in (base, current))


def _is_of_another(passage: Passage, finding: Finding) -> bool:
    """Whether it is told of what the base is not called: 报名8400人，去年1600人，是招生计划的三倍."""
    times = finding.multiple
    start = passage.clauses[times.clause].start
    ends = (one.quantity.span.end for one in passage.figures if one.quantity.span.end <= times.quantity.span.start)
    match = OF.search(passage.text, max(start, *ends), times.quantity.span.start)
    if match is None or THEN.search(match["of"]):
        return False
    base = finding.base
    own = passage.text[passage.clauses[base.clause].start : base.after.end]
    return match["of"] not in own and pairs(SAME_YEAR.sub("去年", match["of"])).isdisjoint(
        pairs(SAME_YEAR.sub("去年", own))
    )


def _is_of_row(passage: Passage, finding: Finding) -> bool:
    """Whether it fits over the first of a row of years: 2000年12只，2010年27只，2015年68只，2020年105只，翻了三番多."""
    two = sorted((finding.base, finding.current), key=lambda one: one.quantity.span)
    near = (one for one in passage.figures if one.quantity.span.end <= two[0].quantity.span.end)
    rows = (replace(finding, base=one, current=two[1]) for one in near if alike(one.quantity, two[1].quantity))
    return finding.doubling and any(verify(one).verdict is Verdict.CONSISTENT for one in rows)


def _is_of_next(passage: Passage, finding: Finding) -> bool:
    """Whether another comparison opens with the base: 12.5元，比2019年涨了近6倍，|比去年的8元涨了56%."""
    base, times = finding.base, finding.multiple
    start = passage.clauses[base.clause].start
    behind = base.clause > times.clause and passage.text.startswith(("比", "较"), start)
    return (
        behind and THAN.search(passage.text, passage.clauses[times.clause].start, times.quantity.span.start) is not None
    )


def _by(growth: Growth) -> bool:
    return growth.act is Act.RISE


def _incomes(passage: Passage) -> Iterator[Finding]:
    for country, town, times, words in incomes.told(passage):
        yield Finding(country, town, times, (words,), more=False)
    for base, current, times, words in staffing.told(passage):
        yield Finding(base, current, times, (words,), more=False)


def possible(intervals: list[Interval], *, more: bool, doubling: bool, slack: Fraction = ROUGHLY) -> bool:
    """Whether some base, current and multiple from these intervals fit, read either way where ``more`` allows.

    Doublings are that much rougher than they print.
    """
    base, current, times = intervals
    try:
        quotient = current / base
    except ValueError:
        return True
    if doubling:
        return quotient.meets(_powers(times, slack))
    return quotient.meets(times) or (more and quotient.meets(times + Interval.exactly(1)))


def _powers(times: Interval, slack: Fraction) -> Interval:
    """2 to the power of every value, widened to whole exponents and by the slack."""
    low = 0 if times.low is None else min(LARGEST, times.low.__floor__())
    high = None if times.high is None or times.high > LARGEST else Fraction(2 ** times.high.__ceil__()) * (1 + slack)
    return Interval(Fraction(2**low) * (1 - slack), high)


def verify(finding: Finding) -> Relation:
    base, current = comparable([finding.base.quantity, finding.current.quantity])
    times = _counted(finding.multiple.quantity) if finding.doubling else finding.multiple.quantity
    operands = (
        Operand.of("base", finding.base.quantity),
        Operand.of("current", finding.current.quantity),
        Operand.of("multiple", times),
    )
    left, right = sides(current, base)
    if base.value <= 0 or current.value < 0:
        working = f"{left}÷{right}，涉及负数或零，未判"
        return Relation(KIND, operands, Verdict.UNDECIDED, working, finding.words, times.span, variant=finding.variant)

    def fits(numbers: list[Interval]) -> bool:
        return possible(numbers, more=finding.more, doubling=finding.doubling)

    judgement = judge((base, current, times), fits)
    if judgement.verdict is Verdict.CONSISTENT and _is_far(finding, _level(current) / _level(base)):
        judgement = Judgement(Verdict.INCONSISTENT, doubtful=True, because="按所印的数算不符")
    if finding.doubling and judgement.verdict is Verdict.INCONSISTENT and not judgement.doubtful:
        judgement = replace(judgement, doubtful=_is_near((base, current, times)), because=NEARLY)
    quotient = _level(current) / _level(base)
    working = f"{left}÷{right}={finer(quotient, times)}倍，文中{printed(times)}"
    data = {
        "name": "番数" if finding.doubling else "倍数",
        "working": working,
        "computed": f"{finer(quotient, times)}倍",
    }
    consistent = judgement.verdict is Verdict.CONSISTENT
    return Relation(
        KIND,
        operands,
        judgement.verdict,
        f"{working}，{judgement.note}",
        finding.words,
        times.span,
        judgement.doubtful,
        data,
        () if consistent else slips.Ranked(_candidates(finding, base, current, times)),
        finding.variant,
        lenient=judgement.lenient,
    )


def _is_far(finding: Finding, quotient: Fraction) -> bool:
    """Whether few whole times lie nearly half a one from what the levels print: 3元 and 4.5元 are no 涨了一倍.

    Nor is 6亿元 by any reader's reckoning five times 2亿元, though 1.5 and 6.4 print so, too.
    """
    times = finding.multiple.quantity
    if finding.doubling or times.hedges or times.value.denominator > 1 or times.value > MANY_TIMES:
        return False
    fine = all(is_fine(one.quantity, FINE) for one in (finding.base, finding.current))
    plain = not any(one.quantity.hedges for one in (finding.base, finding.current))
    ways = {times.value + 1} if finding.more and times.value == 1 else {times.value, times.value + finding.more}
    apart = min(abs(quotient - one) for one in ways)
    return plain and (apart >= 1 or (fine and times.value <= FEW_TIMES and apart > NEARLY_HALF))


def _is_near(quantities: Sequence[Quantity]) -> bool:
    """Whether the levels are not so far from that many doublings that it cannot have been meant."""

    def fits(numbers: list[Interval]) -> bool:
        return possible(numbers, more=False, doubling=True, slack=LOOSELY)

    return judge(quantities, fits).verdict is Verdict.CONSISTENT


def _counted(times: Quantity) -> Quantity:
    """Doublings are whole unless the text hedges them: 两番 is no 两番多."""
    if times.hedges or times.value.denominator > 1:
        return times
    return times.as_exact()


def _level(quantity: Quantity) -> Fraction:
    return quantity.value * quantity.unit.factor


def _candidates(finding: Finding, base: Quantity, current: Quantity, times: Quantity) -> Iterator[Candidate]:
    def fits(one: Quantity, two: Quantity, three: Quantity) -> bool:
        def possibly(numbers: list[Interval]) -> bool:
            return possible(numbers, more=finding.more, doubling=finding.doubling)

        return judge((one, two, three), possibly).verdict is Verdict.CONSISTENT

    quotient = _level(current) / _level(base)
    more = 1 if finding.more else 0
    exact = None if finding.doubling or quotient <= more else quotient - more
    factor = Fraction(2) ** int(times.value) if finding.doubling and times.value <= LARGEST else times.value + more
    yield from slips.candidates("multiple", times, lambda one: fits(base, current, one), exact)
    yield from slips.candidates(
        "current", current, lambda one: fits(base, one, times), _level(base) * factor / current.unit.factor
    )
    if factor:
        yield from slips.candidates(
            "base", base, lambda one: fits(one, current, times), _level(current) / factor / base.unit.factor
        )
