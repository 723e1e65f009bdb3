"""Whether parts make up their whole, or lie in it, and what each number would have to be if the others are right."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.interval import Interval, decimal
from checker.quantities.lettering import fold
from checker.quantities.model import Quantity, UnitClass
from checker.relations import slips
from checker.relations.judge import UNLIKE, Judgement, Reading, is_coarse_slip, judge
from checker.relations.passage import Passage
from checker.relations.record import Candidate, Operand, Relation
from checker.relations.sums import exclusive
from checker.relations.sums.overlapping import overlapping
from checker.relations.sums.row import Sum
from checker.relations.working import COMPOUND, clocked, is_split, printed, scaled

KIND = "total"
SUM, PART = "sum", "part"
NOTE = pattern(r"四舍五入|尾数|单位取舍|小数取舍|进位|修约")
TEN_THOUSAND = 10_000
FIGURES = pattern("^[0-9０-９.．,，]+")

NEARLY = Fraction(3, 4)
"""Parts that come to less of the whole than this leave something out."""

RARE = Fraction(1, 33)
"""How often a gap may be one that a swap of digits leaves, among all that a part left out can leave."""

NOUN = pattern("(?![和与及以等并])[\u4e00-\u9fff]")
DIGIT = pattern("[0-9０-９]")
SUMMED = pattern("(?:合计|共计|总计|累计|一共|总共|共有|三项|两项|各项|以上|上述|全部|一起|加起来)+")
THING = pattern("(?!左右|以上|以内|上下)[\u4e00-\u9fff]{2,6}(?=[，。；：、])")
CALLED = pattern(
    "(?P<name>[\u4e00-\u9fff]{2,}?)(?:约|为|达到?|有|[一总拢]?共有?|合计|共计|总计|是|近|超过?|由|[的了]|加起来|中)*$"
)
OF, AWAY, LONG = pattern("[的了]|有(?!期)|(?<![公一总])共(?=..)"), pattern("离|距"), 12
"""合作社有|社员, 到册的|渔船: behind these begins what is counted; 离终点 names nothing."""

NAME, PLAINLY = 12, Fraction(1, 20)
"""How many characters name the first part; by how much parts that exclude one another must be too many to be told."""

MISSCALED, FEWEST = (TEN_THOUSAND, TEN_THOUSAND**2), 2
"""Between 万 and 亿, and between nothing and either; so many digits tell a number."""

AMONG = pattern("[\u4e00-\u9fff]{0,4}[，,]其中[，,]?[\u4e00-\u9fff]{1,6}")
"""营救群众35人|，其中老人|12人."""

FEW, HALF = 4, Fraction(1, 2)
MANY = 12
"""With more parts than this no operand is guessed at."""


def verify(passage: Passage, one: Sum) -> Relation:
    one, judgement = judged(_without_others(passage, one))
    note = judgement.note
    if judgement.verdict is Verdict.INCONSISTENT and overlapping(passage, one):
        each = [judge((one.whole, part), within) for part in one.parts]
        judgement = next((found for found in each if found.verdict is Verdict.INCONSISTENT), each[0])
        note = f"各项或有重叠，都不超过总数，{judgement.note}"
    wrong = judgement.verdict is Verdict.INCONSISTENT
    parts = dict.fromkeys(Operand.of("part", part) for part in one.parts)  # 各10名 is printed once
    operands = (Operand.of("total", one.whole), *parts)
    outgrown = wrong and not one.signed
    larger = next((part for part in one.parts if not _within(one.whole, (part,))), None) if outgrown else None
    variant = PART if larger or (not one.exhaustive and len(one.parts) == 1) else SUM
    focus = (larger or one.whole).span
    working, computed = _working(one)
    reason = _undecided(passage, one, judgement)
    apart = larger is None and wrong and not (one.exhaustive or one.likely)
    open_ = apart and not reason and (judgement.doubtful or (_marked(passage, one) and not _slipped(one)))
    if open_ and not _exclude_one_another(passage, one):
        reason = "各项或有重叠，未判"
    if reason:
        text = f"{working}，{reason}"
        return Relation(KIND, operands, Verdict.UNDECIDED, text, one.words, focus, variant=variant)
    return Relation(
        KIND,
        operands,
        judgement.verdict,
        f"{working}，{note}",
        one.words,
        focus,
        wrong and (judgement.doubtful or one.likely or apart),
        {"name": _name(passage, one.whole), "working": working, "computed": computed},
        slips.Ranked(_candidates(one)) if wrong and len(one.parts) <= MANY else (),
        variant,
        lenient=judgement.lenient,
    )


def judged(one: Sum) -> tuple[Sum, Judgement]:
    """The verdict; a number that the wording could also have meant for the whole is taken where the first fails."""
    judgement = judge((one.whole, *one.parts), exactly if one.exhaustive else within)
    if not one.exhaustive and judgement.verdict is Verdict.CONSISTENT and (_swapped(one) or _misscaled(one)):
        one = replace(one, exhaustive=True, likely=True)
        judgement = judge((one.whole, *one.parts), exactly)
    if one.exhaustive and judgement.verdict is Verdict.CONSISTENT and _is_coarse(one):
        judgement = Judgement(Verdict.INCONSISTENT, doubtful=True, because="按所印的数算不符")
    if judgement.truncated and _is_mixed(one):
        judgement = Judgement(Verdict.INCONSISTENT, doubtful=True, because=UNLIKE)
    for rival in one.rivals if judgement.verdict is Verdict.INCONSISTENT else ():
        other = judge((rival, *one.parts), exactly if one.exhaustive else within)
        if other.verdict is Verdict.CONSISTENT:
            return replace(one, whole=rival), other
    return one, judgement


def _without_others(passage: Passage, one: Sum) -> Sum:
    """The sum of just what stands right before its list, where each part of that fits and all come to too much.

    消防员100人，救出群众35人，其中老人17人、儿童28人: a number that merely is large enough is no whole of them.
    """
    if (
        not one.rivals
        or one.exhaustive
        or not AMONG.fullmatch(passage.text, one.whole.span.end, one.parts[0].span.start)
    ):
        return one
    if len(one.parts) < 2 or not all(_within(one.whole, (part,)) for part in one.parts):
        return one
    exact = (rival for rival in one.rivals if _base(rival) == sum(map(_base, one.parts)))
    return replace(one, rivals=tuple(exact)) if _exclude_one_another(passage, one) else one


def _is_coarse(one: Sum) -> bool:
    """Whether few parts miss their whole as printed, some finer than others: 2万元、1万元、5000元，共4.5万元."""
    numbers = (one.whole, *one.parts)
    if len(one.parts) > FEW or one.whole.unit_class in (UnitClass.RATE, UnitClass.POINTS, UnitClass.DURATION):
        return False
    return is_coarse_slip(numbers, abs(sum(map(_base, one.parts), -_base(one.whole))), HALF)


def _is_mixed(one: Sum) -> bool:
    """Whether a few numbers fit only if some were cut off and others rounded: 12万元, of which 7万元 and 7万元."""
    numbers = (one.whole, *one.parts)
    if len(one.parts) > FEW or any(each.hedges or each.value <= 0 for each in numbers):
        return False
    test = exactly if one.exhaustive else within
    if test([Reading.CUT.of(each) for each in numbers]):
        return False
    over = sum(map(_base, one.parts), -_base(one.whole))
    return abs(over) > sum((each.place or 0) * each.unit.factor for each in numbers) / 2


def _marked(passage: Passage, one: Sum) -> bool:
    """Whether what is counted stands behind the numbers: 15个特有民族、16个跨境民族 are marks, and may overlap."""
    return any(NOUN.match(passage.text, part.span.end) for part in one.parts)


def _exclude_one_another(passage: Passage, one: Sum) -> bool:
    """Whether nothing can be in two of the parts, by what they are called, and they are plainly too much."""
    if one.moves or len(one.parts) < 2 or sum(map(_base, one.parts)) < (1 + PLAINLY) * _base(one.whole):
        return False
    starts = [max(one.whole.span.end, one.parts[0].span.start - NAME), *(each.span.end for each in one.parts)]
    names = [passage.text[start : part.span.start] for start, part in zip(starts, one.parts, strict=False)]
    return exclusive.exclude(names, "")


def _slipped(one: Sum) -> bool:
    """Whether parts that come to more than their whole come to it by one slip of the pen: then they hardly overlap."""
    slipped = replace(one, exhaustive=True)
    return len(one.parts) <= MANY and next(_candidates(slipped, ("swap", "digit", "point")), None) is not None


def _swapped(one: Sum) -> bool:
    """Whether an open list comes nearly to the whole, and exactly to it once two digits of a number change places.

    Parts that leave something out do so by any amount; a swap leaves out one of a handful.
    """
    if not 1 < len(one.parts) <= MANY or any(each.hedges for each in (one.whole, *one.parts)):
        return False
    total, whole = sum((_base(each) for each in one.parts), Fraction(0)), _base(one.whole)
    swaps = sum(max(0, len(DIGIT.findall(each.digits)) - 1) for each in (one.whole, *one.parts))
    room = (1 - NEARLY) * whole / max(_last(each) for each in (one.whole, *one.parts))
    if not NEARLY * whole <= total < whole or swaps > RARE * room:
        return False
    if judge((one.whole, *one.parts), exactly).verdict is Verdict.CONSISTENT:
        return False
    return next(_candidates(replace(one, exhaustive=True), ("swap",)), None) is not None


def _misscaled(one: Sum) -> bool:
    """Whether an open list comes to the whole once 万 is put for 亿 in all of its parts, or in one, or none for 万.

    Of two parts of 5.6亿元 hardly one is told in 亿元 and the other in 万元, and if so, they leave out anything.
    """
    numbers = (one.whole, *one.parts)
    if not 1 < len(one.parts) <= MANY or any(each.hedges or each.value <= 0 for each in numbers):
        return False
    if len(DIGIT.findall(one.whole.digits.strip("0"))) < FEWEST:
        return False
    sizes, whole = [_base(each) for each in one.parts], _base(one.whole)
    total = sum(sizes, Fraction(0))
    return any(whole == total * ten or any(whole == total + each * (ten - 1) for each in sizes) for ten in MISSCALED)


def _last(quantity: Quantity) -> Fraction:
    """What one of the last printed digit is worth."""
    return (quantity.place or _scale(quantity)) * quantity.unit.factor


def exactly(intervals: list[Interval]) -> bool:
    """Whether some parts from these intervals (the whole comes first) make up the whole."""
    whole, *parts = intervals
    return _sum(parts).meets(whole)


def within(intervals: list[Interval]) -> bool:
    """Whether some parts from these intervals (the whole comes first) lie in the whole together."""
    whole, *parts = intervals
    least = _sum(parts).low
    return whole.high is None or least is None or least <= whole.high


def _sum(parts: Sequence[Interval]) -> Interval:
    total = Interval.exactly(0)
    for part in parts:
        total = total + part
    return total


def _within(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    return judge((whole, *parts), within).verdict is Verdict.CONSISTENT


def _undecided(passage: Passage, one: Sum, judgement: Judgement) -> str:
    """Why nothing is said, or nothing."""
    if not one.signed and any(quantity.value < 0 for quantity in (one.whole, *one.parts)):
        return "有负数，部分可大于总数，未判"
    if judgement.verdict is Verdict.CONSISTENT:
        return ""
    if one.moves and not one.exhaustive:
        return "增减额、净额的部分可大于总数，未判"
    near = judge(tuple(widened(each) for each in (one.whole, *one.parts)), exactly if one.exhaustive else within)
    if near.verdict is Verdict.CONSISTENT and noted(passage.text):
        return "文中注明因四舍五入分项与总数不等，未判"
    return ""


def widened(quantity: Quantity) -> Quantity:
    """The quantity with one last place more on either side."""
    low, high = quantity.interval.low, quantity.interval.high
    wide = Interval(None if low is None else low - quantity.place, None if high is None else high + quantity.place)
    return replace(quantity, interval=wide)


@lru_cache(maxsize=4)
def noted(text: str) -> bool:
    """Whether the article says that sums may be off by rounding."""
    return NOTE.search(text) is not None


def _base(quantity: Quantity) -> Fraction:
    return quantity.value * quantity.unit.factor


def _working(one: Sum) -> tuple[str, str]:
    """The computation as a newsroom writes it, and what comes out, in the whole's unit and scale."""
    numbers = (one.whole, *one.parts)
    same = len({(_scale(each), each.unit.name) for each in numbers}) == 1 and not any(map(is_split, numbers))
    terms = [_term(each, each.numeral if same else printed(each)) for each in one.parts]
    total = sum((_base(each) for each in one.parts), Fraction(0))
    scale = _scale(one.whole) * one.whole.unit.factor
    told = printed(one.whole)
    if COMPOUND.match(told) and one.whole.unit_class is UnitClass.DURATION:
        computed = clocked(total)
    elif FIGURES.match(told) and not COMPOUND.match(told):
        computed = f"{decimal(total / scale)}{FIGURES.sub('', told)}"
    else:
        exact = total / one.whole.unit.factor
        computed = (
            scaled(exact, one.whole.unit.name) if exact >= TEN_THOUSAND else f"{decimal(exact)}{one.whole.unit.name}"
        )
    sums = f"{'+'.join(terms)}={computed}" if len(terms) > 1 else printed(one.parts[0])
    return f"{sums}，{'文中总数' if one.exhaustive else '总数'}{printed(one.whole)}", computed


def _term(quantity: Quantity, told: str) -> str:
    return f"（-{told}）" if quantity.value < 0 and told[:1] not in "-－−负" else told


def _scale(quantity: Quantity) -> Fraction:
    """What one of the printed number is worth in its unit: 亿 in 21.7亿元."""
    match = slips.DIGITS.fullmatch(fold(quantity.digits).replace(",", ""))
    return quantity.value / Fraction(match[1]) if match and Fraction(match[1]) else Fraction(1)


def _name(passage: Passage, whole: Quantity) -> str:
    """What the whole is the number of: the last words before it as far as they name it, else those behind it."""
    if whole.unit_class is UnitClass.RATE:
        return "合计"
    words = passage.text[max(0, whole.span.start - 16) : whole.span.start]
    match = CALLED.search(words)
    name = match["name"] if match and not SUMMED.fullmatch(match["name"]) and not AWAY.match(match["name"]) else ""
    if match and name and words[: match.start()][-1:].isdigit():
        name = name[1:]  # 5天|到发旅客
    name = OF.split(name)[-1]
    noun = None if len(name) > 1 else THING.match(passage.text, whole.span.end)
    counted = whole.unit_class is UnitClass.COUNT and not name.endswith("数")
    called = name[-LONG:] if len(name) > 1 else noun[0] if noun else ""
    return f"{called}{'总数' if counted else ''}" or "总数"


def _candidates(one: Sum, sorts: Sequence[str] = slips.ORDER) -> Iterator[Candidate]:
    test = exactly if one.exhaustive else within
    total = sum((_base(each) for each in one.parts), Fraction(0))
    whole, parts = one.whole, one.parts

    def fits(whole: Quantity, parts: Sequence[Quantity]) -> bool:
        return judge((whole, *parts), test).verdict is Verdict.CONSISTENT

    exact = total / whole.unit.factor if len(parts) > 1 else None
    yield from _likely(one, slips.candidates("total", whole, lambda other: fits(other, parts), exact, sorts))
    for index, part in enumerate(parts):
        if parts.count(part) > 1:
            continue
        rest = (_base(whole) - total + _base(part)) / part.unit.factor

        def changed(other: Quantity, at: int = index) -> bool:
            return fits(whole, (*parts[:at], other, *parts[at + 1 :]))

        exact = rest if one.exhaustive and rest > 0 else None
        yield from _likely(one, slips.candidates("part", part, changed, exact, sorts))


def _likely(one: Sum, found: Iterator[Candidate]) -> Iterator[Candidate]:
    """Where a bound is all that is asked for, any other digit would do: only what names one number is worth a word."""
    return (each for each in found if one.exhaustive or each.slip in ("swap", "point", "computed"))
