"""one in so many: 每5人就有1人 is a share, and a rate beside it must be near it, or the two amounts that it sums up.

One in five is whatever rounds to it: from 1 in 5.5 to 1 in 4.5. A rate that one in a whole step more or less would meet
is doubtful, and so are amounts (拦检2400辆次，查出酒驾48起，相当于每50辆里就有1辆) that do not meet it.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.interval import Interval, decimal
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act
from checker.relations.elsewhere import THEN
from checker.relations.judge import Reading
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.judging import KIND
from checker.relations.record import Operand, Relation
from checker.relations.sums.row import same_unit
from checker.relations.working import finer, printed
from checker.spans import Span

EACH = pattern("(?:每|平均每|大约每|约每)$")
DOES = (
    "(?:就|便|即|才|只|大约|约|至少|平均|能)*"
    "(?:有|出了?|考[上中]了?|录?取|选[上中]?|活?[回下]来|剩下?)(?:约|近|超过|至少)?"
)
HAS = pattern(f"[\u4e00-\u9fff]{{0,10}}?(?:中|里[头面边]?|当中|之中|内)?[，,]?{DOES}")
OUT_OF = pattern(f"[\u4e00-\u9fff]{{0,4}}?(?:里头|里面|里边|当中)[，,]?{DOES}")
OPENS = pattern("(?:[，,“：:——]|差不多|大约|将近|几乎|等于|相当于|[，,]合|算下来)$")
"""“四个里头，回来一个”: of so many one, without 每."""

RATE_AFTER = pattern(
    "(?P<part>[^，。；、0-9]{0,12})[，,（(：:]?(?:也就是说|即|约合|合|相当于|大约|约)?[，,]?(?P<who>[\u4e00-\u9fff]{2,8}?)??(?:所占|占|占比|比例|比率|比重|[\u4e00-\u9fff]{0,6}[率面])"
    "[^，。；、0-9]{0,8}"
)
RATE_BEFORE = pattern(
    "[^。；0-9]{0,8}[，,（(：:—]{1,2}(?:也就是|也就是说|即|相当于|换句话说)?[，,]?(?:平均|大约|约|差不多|大概|几乎|将近)?每?"
)
GROWS = pattern("增长|提高|下降|降低|上升|增加|减少|同比|环比|比[上去]|较[上去]|[高低]于")
SUMS_UP = pattern(
    "(?:等于|相当于|也就是说?|换句话说|换言之|意味着|折合|平均下来|算下来|即|合)[，,：:]?(?:平均|大约|约|差不多|大概|几乎)*每$"
)
ITSELF = pattern("[，,；;](?:平均|大约|约|差不多|大概|几乎|基本上)*每$")
"""高新企业104家，每3家里就有1家: what it sums up stands right before it."""

NOUN = pattern("[\u4e00-\u9fff]{1,6}")
SPELT = pattern(
    "[^，。；0-9]{0,10}[，,](?:也就是说?|换算下来|折合|算下来|即|就是|[一总]?共|总数)(?:约|大约)?有?[^，。；0-9]{0,4}"
)
OF_ALL = pattern("(?P<who>[^，。；0-9]{1,8})[，,](?:全[\u4e00-\u9fff]{1,3}|一共|总共|共)(?:有|共)*")
OF_THEM = pattern("[^，。；0-9]{0,4}[，,](?P<who>[^，。；0-9]{1,6}?)(?:一?共|就|达)?(?:有|达)?")
AMONG = pattern("[^，。；0-9]{0,6}[中里][，,]?(?:平均)?$")
OF_WHOLE = pattern("(?:[全本]|一?共|总共)[^，。；0-9]{1,8}$")
BESIDE = pattern("[^，。；0-9]{0,6}[，,](?:平均|几乎|差不多)?")
"""Every one in four of 800名观众, 也就是|200人; 每三户就有一户开网店，全村|240户，开店的有|80户."""

PEOPLE = frozenset({"人", "名", "位"})
HOMES = frozenset({"户", "家", "个"})
OTHER_TIME = pattern(f"{THEN}|前[月周]")
COMMON = frozenset("的了有是在")
SMALL = 1_000
PAIR, LEAD, FAR = 2, 12, 2


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every share told as one in so many with a rate right behind it or before it."""
    for passage in passages:
        figures = passage.figures
        for at in range(len(figures) - 1):
            whole, part = figures[at], figures[at + 1]
            if (EACH.search(passage.words(whole.before)) or _is_out_of(passage, whole, part)) and _one_in(
                passage, whole, part
            ):
                rate = _after(passage, at + 2) or _before(passage, at - 1)
                summed = None if rate else (_summed_up(passage, at) or _spelt_out(passage, at))
                if rate:
                    yield _verify(whole, part, rate)
                elif summed:
                    yield _judged(*summed, whole, part, passage)


def _one_in(passage: Passage, whole: Figure, part: Figure) -> bool:
    one, two = whole.quantity, part.quantity
    people = {one.unit.name, two.unit.name} <= {"人", "名", "位", "个"}
    # 1户外出: 户外 is a word, so that the count comes without its classifier.
    cut = two.unit_class is UnitClass.NONE and passage.text.startswith(one.unit.name, two.span.end)
    alike = cut or (one.unit_class is two.unit_class and (one.unit.name == two.unit.name or people))
    alike = alike or two.unit.name == "个"
    counted = one.unit_class is UnitClass.COUNT and alike
    words = passage.text[one.span.end : two.span.start]
    return counted and 0 < two.value < one.value <= SMALL and HAS.fullmatch(words) is not None


def _is_out_of(passage: Passage, whole: Figure, part: Figure) -> bool:
    """Whether one of so many is told by 里头 alone, right behind a mark: ，四个里头就有一个."""
    start, end = whole.quantity.span.start, whole.quantity.span.end
    opens = OPENS.search(passage.text, max(passage.span.start, start - LEAD), start) or whole.quantity.hedges
    words = passage.text[end : max(end, part.quantity.span.start)]
    return bool(opens) and part.quantity.value == 1 and OUT_OF.fullmatch(words) is not None


def _after(passage: Passage, at: int) -> Figure | None:
    if at >= len(passage.figures) or not passage.figures[at].is_rate:
        return None
    rate = passage.figures[at]
    words = passage.text[passage.figures[at - 1].quantity.span.end : rate.quantity.span.start]
    told = RATE_AFTER.fullmatch(words)
    same = told is not None and (told["who"] or "") in told["part"]
    return rate if same and not GROWS.search(words) else None


def _before(passage: Passage, at: int) -> Figure | None:
    if at < 0 or not passage.figures[at].is_rate or GROWS.search(passage.words(passage.figures[at].before)):
        return None
    rate, whole = passage.figures[at], passage.figures[at + 1]
    words = passage.text[rate.quantity.span.end : whole.quantity.span.start]
    return rate if RATE_BEFORE.fullmatch(words) else None


def _summed_up(passage: Passage, at: int) -> tuple[Figure, Figure] | None:
    """The whole and the part that 相当于每50辆里就有1辆 sums up: the two amounts right before it, the larger first."""
    each = passage.figures[at]
    start = each.quantity.span.start
    said = SUMS_UP.search(passage.text, max(passage.span.start, start - LEAD), start)
    bare = ITSELF.search(passage.text, max(passage.span.start, start - LEAD), start)
    if at < PAIR or not (said or bare or _is_out_of(passage, each, passage.figures[at + 1])):
        return None
    part, place = passage.figures[at - 1], _whole_before(passage, at - 1)
    whole = passage.figures[place]
    if not said and not _is_of_them(passage, part, at):
        return None
    counted = all(one.quantity.unit_class is UnitClass.COUNT and not one.quantity.hedges for one in (whole, part))
    acts = (passage.cues[place].act, passage.cues[at - 1].act)
    levels = all(act in (Act.LEVEL, Act.SUM, Act.TO) for act in acts)
    near = each.clause - part.clause <= 1 and part.clause - whole.clause <= (FAR if said else 1)
    named = each.quantity.unit.name in (*PEOPLE, "个") or whole.quantity.unit.name.startswith(each.quantity.unit.name)
    if OTHER_TIME.search(passage.text, passage.clauses[part.clause].start, start):
        return None
    sized = 1 < part.quantity.value < whole.quantity.value
    return (whole, part) if counted and levels and near and named and sized else None


def _whole_before(passage: Passage, part: int) -> int:
    """The amount right before a part, or the nearest of its unit where others are counted between."""
    like = passage.figures[part].quantity
    alike = [one for one in range(part) if same_unit(passage.figures[one].quantity, like)]
    return alike[0] if len(alike) == 1 else part - 1


def _is_of_them(passage: Passage, part: Figure, at: int) -> bool:
    """Whether the one of so many is of those that the part counts: nothing else is said of it, or their own word."""
    clause = passage.clauses[part.clause]
    own = passage.text[clause.start : clause.end]
    end = passage.figures[at + 1].quantity.span.end
    noun = NOUN.match(passage.text, end, passage.span.end)
    return noun is None or not set(noun[0]) - COMMON or not COMMON.issuperset(set(noun[0]) & set(own))


def _spelt_out(passage: Passage, at: int) -> tuple[Figure, Figure] | None:
    """The whole that it is told of and what it comes to: before and behind it, or both behind it."""
    figures, each, one = passage.figures, passage.figures[at], passage.figures[at + 1]
    behind = figures[at + 2 : at + 2 + PAIR]
    if not behind or OTHER_TIME.search(passage.text, one.quantity.span.end, behind[-1].quantity.span.start):
        return None
    gaps = [
        passage.text[first.quantity.span.end : max(first.quantity.span.end, second.quantity.span.start)]
        for first, second in zip((one, *behind), behind, strict=False)
    ]
    if at and SPELT.fullmatch(gaps[0]):
        lead = passage.text[figures[at - 1].quantity.span.end : each.quantity.span.start].removesuffix("每")
        of_all = OF_WHOLE.search(passage.words(figures[at - 1].before)) and BESIDE.fullmatch(lead)
        pair = (figures[at - 1], behind[0]) if AMONG.search(lead) or of_all else None
    else:
        whole, part = OF_ALL.fullmatch(gaps[0]), OF_THEM.fullmatch(gaps[-1]) if len(behind) == PAIR else None
        told = whole and part and set(part["who"]) <= {*whole["who"], *COMMON}
        pair = (behind[0], behind[1]) if told else None
    return pair if pair and all(_is_counted(one, each) for one in pair) and _are_sized(*pair) else None


def _is_counted(one: Figure, each: Figure) -> bool:
    """Whether an amount is counted as what the share is of."""
    names = {one.quantity.unit.name, each.quantity.unit.name}
    alike = len(names) == 1 or names <= {*PEOPLE, "口人", "个"} or names <= HOMES
    return alike and one.quantity.unit_class is UnitClass.COUNT and not one.quantity.hedges


def _are_sized(whole: Figure, part: Figure) -> bool:
    return 1 < part.quantity.value < whole.quantity.value


def _judged(whole: Figure, part: Figure, each: Figure, one: Figure, passage: Passage) -> Relation:
    """Two amounts against one in so many: told of them, so that only a rounding of it can differ."""
    share = Fraction(100) * part.quantity.value / whole.quantity.value
    told = _share(one.quantity, each.quantity, Fraction(1, 2))
    fits = told.meets(Interval.exactly(share))
    start = each.quantity.span.start
    rate = Span(start - passage.text.startswith("每", start - 1), one.quantity.span.end)
    computed = f"每{decimal(Fraction(round(1000 * one.quantity.value / share), 10))}有{decimal(one.quantity.value)}"
    working = f"{printed(part.quantity)}÷{printed(whole.quantity)}合{computed}，文中{rate.of(passage.text)}"
    operands = (
        Operand.of("part", part.quantity),
        Operand.of("whole", whole.quantity),
        Operand("rate", rate, decimal(100 * one.quantity.value / each.quantity.value, 4), "%"),
    )
    verdict = Verdict.CONSISTENT if fits else Verdict.INCONSISTENT
    data = {"name": "占比", "working": working, "computed": computed}
    note = f"{working}，{'一致' if fits else '不一致'}"
    first, last = sorted((part.quantity.span, each.quantity.span))
    words = (Span(first.end, last.start),)
    return Relation(KIND, operands, verdict, note, words, rate, not fits, data, (), "one-in")


def _verify(whole: Figure, part: Figure, rate: Figure) -> Relation:
    one, two, three = part.quantity, whole.quantity, rate.quantity
    told = Reading.ROUNDED.of(three)
    fits, nearly = told.meets(_share(one, two, Fraction(1, 2))), told.meets(_share(one, two, Fraction(1)))
    computed = f"{finer(100 * one.value / two.value, three)}%"
    working = f"{one.numeral}÷{two.numeral}={computed}，文中{printed(three)}"
    verdict = Verdict.CONSISTENT if fits else Verdict.INCONSISTENT
    note = "一致" if fits else "不一致（差不到一）" if nearly else "不一致"
    operands = (Operand.of("part", one), Operand.of("whole", two), Operand.of("rate", three))
    words = (Span(two.span.start - 1, one.span.start),)
    data = {"name": "占比", "working": working, "computed": computed}
    return Relation(
        KIND, operands, verdict, f"{working}，{note}", words, three.span, nearly and not fits, data, (), "one-in"
    )


def _share(part: Quantity, whole: Quantity, step: Fraction) -> Interval:
    """The shares that print as this part in this whole, both read to within ``step``, in per cent."""
    reach = step if whole.value <= 20 or whole.value % 10 else whole.value * step / 10
    return Interval(100 * part.value / (whole.value + reach), 100 * part.value / (whole.value - reach))
