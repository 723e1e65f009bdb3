"""Whether a part, its whole and a rate fit one another, and what each would have to be if the others are right."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.interval import Interval
from checker.quantities.model import Quantity
from checker.relations import slips
from checker.relations.judge import Judgement, at_the_edge, judge
from checker.relations.passage import Figure, Passage
from checker.relations.record import Candidate, Operand, Relation
from checker.relations.working import finer, printed, scaled, sides
from checker.spans import Span

KIND = "ratio"
SWITCH_OFF = pattern(r"同口径|可比口径|剔除|扣除|加权")
DENIED = ("不", "未", "非")
"""不合格13批次 is no part of 合格率."""

SHARE = "占"
PER_MILLE, MANY_TIMES = "‰", 10
"""What names the whole of a rate: 占年初预算1400万元的48.9% is of nothing else."""

LEAD = 20
"""How far before the first operand a word that switches computing off may stand."""

MISSING = Fraction(1, 3)
"""So much of such a whole, at most, is in neither of its two parts."""

VITAL, MEAN = pattern("出生|死亡|自然增长|结婚|离婚|生育"), Fraction(1, 20)
"""Rates of the mean population of the year, which lies so near that of its end."""

OF_STOCK = pattern(
    "(?:结案?|办理|清理|清收|处置|处理|消化|化解|整改|破案|侦破)率[^\u4e00-\u9fff]?[\u4e00-\u9fff]{0,3}$"
)
TAKEN_IN = pattern("新(?:收|接|立|受理|发|增|交办)|收案")
"""新收83件，结案71件，结案率70%: such a rate is of what lay there before as well."""

OWN_STEM = pattern("(?<![不未非])(?P<stem>[\u4e00-\u9fff]{2})率[\u4e00-\u9fff]{0,4}$")
SHARP = 10
"""How many times as fine as the rate's last place its share must be."""

BREAK = pattern("[，,、；;。：:]")
BESIDE = 8
"""How many characters before a count can deny it."""


@dataclass(frozen=True, slots=True)
class Triple:
    """A rate with the part and (where the text has it) the whole that its wording names.

    ``listed`` tells that the part is one of a list behind 其中 or the like: the next of the list has the same whole.
    The part is the ``rest`` where the rate is of what it leaves: 毛利率 with the cost.
    """

    name: str
    words: tuple[Span, ...]
    part: Figure
    whole: Figure | None
    rate: Figure
    listed: bool = False
    rest: bool = False


def is_of_more(found: Triple) -> bool:
    """Whether a rate in a thousand is of many more than are told: 出生3万人，死亡5万人，出生率5.28‰."""
    whole, part, rate = found.whole, found.part.quantity, found.rate.quantity
    if whole is None or rate.unit.name != PER_MILLE:
        return False
    told = rate.value * rate.unit.factor / 100
    return part.value * part.unit.factor > MANY_TIMES * told * whole.quantity.value * whole.quantity.unit.factor


def verify(passage: Passage, found: Triple) -> Relation:
    """The triple as a relation, judged. Its whole may stand in an earlier sentence than its rate."""
    part, rate = found.part.quantity, found.rate.quantity
    if found.whole is None:
        return _implied(found, part, rate)
    whole = found.whole.quantity
    operands = (Operand.of("part", part), Operand.of("whole", whole), Operand.of("rate", rate))
    start = min(part.span.start, whole.span.start, rate.span.start)
    left, right = sides(part, whole)
    if _is_switched_off(passage, start, rate) or not whole.value or part.value < 0:
        working = f"{left}÷{right}，文中{printed(rate)}，口径不明，未判"
        return Relation(KIND, operands, Verdict.UNDECIDED, working, found.words, rate.span)
    rest = found.rest or _is_rest(passage, found)
    judgement = _outright(judge((part, whole, rate), possible_rest if rest else possible), part, whole, rate)
    fitting = judgement.verdict is Verdict.CONSISTENT and not rest and rate.unit.name == "%"
    if fitting and at_the_edge(part, whole, rate, lambda some, all_: 100 * some / all_):
        judgement = Judgement(Verdict.INCONSISTENT, doubtful=True, because="按所印的数算不符")
    wrong = judgement.verdict is Verdict.INCONSISTENT
    shared = any(SHARE in passage.text[words.start : words.end] for words in found.words)
    left_out = not rest and not shared and any(word in passage.words(found.part.before)[-BESIDE:] for word in DENIED)
    if left_out and wrong and _is_of_both(part, whole, rate):
        working = f"{left}÷{right}，文中{printed(rate)}，两数相加为总数则一致，未判"
        return Relation(KIND, operands, Verdict.UNDECIDED, working, found.words, rate.span)
    vital = wrong and VITAL.match(found.name) is not None
    if vital and abs(_base(part) * 100 - _base(whole) * _base(rate)) <= MEAN * _base(whole) * _base(rate):
        working = f"{left}÷{right}，文中{printed(rate)}，{found.name}按年平均人口计，未判"
        return Relation(KIND, operands, Verdict.UNDECIDED, working, found.words, rate.span)
    share = 100 * _base(part) / _base(whole)
    if wrong and not rest and _base(rate) < share and _adds_stock(passage, found):
        working = f"{left}÷{right}，文中{printed(rate)}，总数未含旧存，未判"
        return Relation(KIND, operands, Verdict.UNDECIDED, working, found.words, rate.span)
    shown = f"{finer(100 - share if rest else share, rate)}%"
    quotient = f"（{right}−{left}）÷{right}" if rest else f"{left}÷{right}"
    working = f"{quotient}={shown}，文中{printed(rate)}"
    fits = judgement.verdict is Verdict.CONSISTENT
    return Relation(
        KIND,
        operands,
        judgement.verdict,
        f"{working}，{judgement.note}",
        found.words,
        rate.span,
        judgement.doubtful or vital,
        {"name": found.name, "working": working, "computed": shown},
        () if fits else slips.Ranked(_candidates(part, whole, rate, rest=rest)),
        lenient=judgement.lenient,
    )


def _outright(judgement: Judgement, part: Quantity, whole: Quantity, rate: Quantity) -> Judgement:
    """A share that comes to the next number that the rate could have been is not cut off: 256.4 of 512.8, 四成."""
    place = (rate.place or 0) * rate.unit.factor
    if not judgement.truncated or not place or not whole.value or rate.hedges:
        return judgement
    share = 100 * _base(part) / _base(whole)
    error = share * sum(Fraction(one.place or 0) / one.value for one in (part, whole))
    if share >= _base(rate) + place and error * SHARP < place:
        return Judgement(Verdict.INCONSISTENT, doubtful=True, because="去尾也不足")
    return judgement


def _adds_stock(passage: Passage, found: Triple) -> bool:
    """Whether the whole is only what was newly taken in, and the rate one of all there was to settle."""
    if found.whole is None or not OF_STOCK.search(passage.words(found.rate.before)):
        return False
    return TAKEN_IN.search(passage.words(found.whole.before)) is not None


def denied(passage: Passage, figure: Figure, stem: str) -> bool:
    """Whether a count is told as what the stem of a rate is not: 不合格29批次, 20人不及格, 未办结的40件."""
    around = passage.words(figure.before)[-BESIDE:], BREAK.split(passage.words(figure.after))[0][:BESIDE]
    return any(word + stem in words for word in DENIED for words in around)


def _is_rest(passage: Passage, found: Triple) -> bool:
    """Whether the part is what a named rate leaves out: 不合格29批次，合格率98%."""
    match = OWN_STEM.search(passage.words(found.rate.before))
    return match is not None and denied(passage, found.part, match["stem"])


def possible_rest(intervals: list[Interval]) -> bool:
    """Whether some part, whole and rate from these intervals satisfy (whole - part) ÷ whole = rate, in per cent."""
    part, whole, rate = intervals
    try:
        return (Interval.exactly(100) - (part / whole).scale(100)).meets(rate)
    except ValueError:
        return True


def _is_switched_off(passage: Passage, start: int, rate: Quantity) -> bool:
    """Whether a word between the operands says that the rate is of other numbers; not the word of another rate."""
    first, last = max(passage.span.start, start - LEAD), max(passage.span.start, rate.span.start)
    words = [match.end() for match in SWITCH_OFF.finditer(passage.text, first, last)]
    rates = [one.quantity.span.start for one in passage.figures if one.is_rate and one.quantity.span.start < last]
    return bool(words) and not any(words[-1] <= at for at in rates)


def consistent(found: Triple) -> bool:
    """Whether the numbers of a whole triple fit."""
    quantities = [one.quantity for one in (found.part, found.whole, found.rate) if one]
    return judge(quantities, possible).verdict is Verdict.CONSISTENT


def possible(intervals: list[Interval]) -> bool:
    """Whether some part, whole and rate from these intervals satisfy part ÷ whole = rate.

    The rate comes in the base of its class, which is per cent.
    """
    part, whole, rate = intervals
    try:
        return (part / whole).scale(100).meets(rate)
    except ValueError:
        return True


def _is_of_both(part: Quantity, other: Quantity, rate: Quantity) -> bool:
    """Whether the rate is rather that of one of two parts of a whole that is not told.

    批捕3987人，不捕2003人，不捕率33.4%; what such a whole leaves out besides may keep it from fitting.
    """
    share, whole = _base(rate) / 100, _base(other)
    of_both, of_other = _base(part) / (_base(part) + whole), _base(part) / whole
    return abs(share - of_both) < min(abs(share - of_other), of_both * MISSING)


def _implied(triple: Triple, part: Quantity, rate: Quantity) -> Relation:
    operands = (Operand.of("part", part), Operand.of("rate", rate))
    total = scaled(part.value * 100 / _base(rate), part.unit.name) if rate.value > 0 else "？"
    working = f"{printed(part)}÷{printed(rate)}≈{total}（文中未写总数，系推算）"
    return Relation(KIND, operands, Verdict.UNDECIDED, working, triple.words, rate.span, data={"name": triple.name})


def _base(quantity: Quantity) -> Fraction:
    return quantity.value * quantity.unit.factor


def _candidates(part: Quantity, whole: Quantity, rate: Quantity, *, rest: bool = False) -> Iterator[Candidate]:
    def fits(one: Quantity, two: Quantity, three: Quantity) -> bool:
        return judge((one, two, three), possible_rest if rest else possible).verdict is Verdict.CONSISTENT

    p, w, r = _base(part), _base(whole), _base(rate)
    told, share = (100 - 100 * p / w, 100 - r) if rest else (100 * p / w, r)
    yield from slips.candidates("rate", rate, lambda one: fits(part, whole, one), told / rate.unit.factor)
    yield from slips.candidates("part", part, lambda one: fits(one, whole, rate), share * w / 100 / part.unit.factor)
    if share:
        yield from slips.candidates(
            "whole", whole, lambda one: fits(part, one, rate), 100 * p / share / whole.unit.factor
        )
