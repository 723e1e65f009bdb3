"""What is left, told in another sentence than what there was: 共258口，…。已修好197口，…。余下的61口打算入冬前修完.

The stretch up to it tells two amounts of its unit and no more, the first the larger: what there was and what is done.
No word says that they are of one thing, so that what they miss is told only where it is little and one slip of the pen
explains it.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.naming import shared_end
from checker.relations.passage import Passage
from checker.relations.sums import stretches
from checker.relations.sums.divided import BESIDES
from checker.relations.sums.members import of_rest
from checker.relations.sums.row import OPEN, Row, Sum, row_of
from checker.relations.sums.stretches import Amount

SIGNS = "余剩没未空闲待还尚"
REST = pattern(
    "(?:^|[，,；;“])(?:[\u4e00-\u9fff]{0,3}[里上中内]|眼下|眼看|目前|如今|现在|至今|到现在|这样|这么一来)?"
    "(?:[就还仍尚只仅]|也就|便)*(?:有)?(?:其余|余下|剩余|剩下|剩|余|[还尚][差缺欠]|空[着出置余]来?|闲[着置]"
    "|[没未待][\u4e00-\u9fff]{1,4}(?=的))(?:的|了|着|约|还有?|仅有?|共|有|下)*[\u4e00-\u9fff]{0,3}$"
)
NO_REST = pattern("未(?:来|成年|婚|必)|没有|没想|没过|待遇|余额|余地|余量|剩余价值|空间|空调|空中")
UNDONE = pattern("[没未]([\u4e00-\u9fff]{1,3})的")
YET = pattern("(?:^|[，,；;])(?:眼下|目前|如今|现在)?还有$")
BEHIND = pattern("[\u4e00-\u9fff]{0,6}?(?:没|未|待|等着|排[着队])")
"""还有37条在船坞里|等着: with these behind it, it is what is left."""

DONE = pattern(
    "已|先|头[一两]|第一[批期轮]|截[至止]|以来|上马|动工|开工|开[走建]|[\u4e00-\u9fff](?:[了完好掉走出过到成往着]|毕)|[卖运领发用]"
)
PLAIN_REST = pattern("(?:其余|余下|剩余|剩下)(?:的|了|约|还?有)*$")
BACK, PAIR, THING, MANY = 4, 2, 4, 5
NEAR = Fraction(1, 4)
"""What misses more of its whole is of another thing, or leaves something out."""


def left(passages: Sequence[Passage], number: int) -> Iterator[Sum]:
    """The whole with what is done and what is left of it."""
    passage = passages[number]
    if not any(sign in passage.words(passage.span) for sign in SIGNS):
        return
    row = row_of(passage)
    for index in range(row.first, len(row.figures)):
        if is_rest(row, index):
            rest = Amount(row, index)
            yield from _told(passages, number, rest)
            yield from _divided(passages, number, rest)


def is_rest(row: Row, index: int) -> bool:
    """Whether a number is told as what is left."""
    lead = row.before(index)
    told = (REST.search(lead) and not NO_REST.search(lead)) or of_rest(row, index)
    yet = YET.search(lead) and BEHIND.match(row.text, row.quantity(index).span.end)
    counted = row.quantity(index).unit_class not in (UnitClass.DURATION, UnitClass.RATE, UnitClass.NONE)
    return bool(told or yet) and counted and Amount(row, index).is_plain and not row.figures[index].bracket


def _told(passages: Sequence[Passage], number: int, rest: Amount) -> Iterator[Sum]:
    found = _amounts(rest.row, rest.quantity, rest.quantity.span.start)
    for passage in stretches.back(passages, number, BACK) if len(found) < PAIR else ():
        row = row_of(passage)
        found = [*_undivided(_amounts(row, rest.quantity, passage.span.end)), *found]
        if len(found) >= PAIR:
            break
    if len(found) != PAIR:
        return
    whole, part = found
    undone = _is_undone(rest.lead, part)
    if not (whole.is_plain or whole.is_planned) or not (undone or (part.is_plain and _is_done(whole, part))):
        return
    if whole.row is rest.row or BESIDES.search(rest.row.sentence(rest.index)):
        return
    gap = abs(whole.size - part.size - rest.size)
    if whole.size > max(part.size, rest.size) and gap <= whole.size * NEAR:
        words = (rest.row.figures[rest.index].before,)
        parts = part.quantity, rest.quantity
        yield Sum(whole.quantity, parts, words, exhaustive=True, likely=bool(gap), slip=bool(gap))


def _divided(passages: Sequence[Passage], number: int, rest: Amount) -> Iterator[Sum]:
    """投资4.2亿元。中央1.6亿元，省里1.1亿元，剩下的1.5亿元…: a sentence that divides the one amount before it.

    The rest may open a sentence of its own: …，省里1.1亿元。剩下的1.5亿元….
    """
    parts = _amounts(rest.row, rest.quantity, rest.quantity.span.start)
    plain = PLAIN_REST.search(rest.lead) or of_rest(rest.row, rest.index)
    back = stretches.back(passages, number, PAIR) if plain else iter(())
    before = next(back, None)
    if before is not None and not parts:
        parts = _amounts(row_of(before), rest.quantity, before.span.end)
        before = next(back, None) if len(parts) >= PAIR else None
    sentence = rest.row.sentence(rest.index)
    if before is None or not 1 <= len(parts) <= MANY or OPEN.search(sentence) or BESIDES.search(sentence):
        return
    told = _undivided(_amounts(row_of(before), rest.quantity, before.span.end))
    if len(told) != 1 or not all(one.is_plain for one in parts) or not (told[0].is_plain or told[0].is_planned):
        return
    whole, all_parts = told[0], [*parts, rest]
    nested = len(parts) > 1 and parts[0].size == sum(one.size for one in all_parts[1:])
    gap = abs(whole.size - sum(one.size for one in all_parts))
    if not nested and whole.size > max(one.size for one in all_parts) and gap <= whole.size * NEAR:
        words = (rest.row.figures[rest.index].before,)
        numbers = tuple(one.quantity for one in all_parts)
        yield Sum(whole.quantity, numbers, words, exhaustive=True, likely=bool(gap), slip=bool(gap))


def _amounts(row: Row, like: Quantity, end: int) -> list[Amount]:
    return [one for one in stretches.own(row, like, end) if not one.is_each]


def _undivided(told: list[Amount]) -> list[Amount]:
    """The first amount alone where all others make it up, once or anew: 183人：甲族169人，乙族14人；男97人，女86人."""
    total = Fraction(0)
    for one in told[1:]:
        total += one.size
        if total > told[0].size:
            return told
        total = Fraction(0) if total == told[0].size else total
    return told[:1] if len(told) > PAIR and not total else told


def _is_done(whole: Amount, part: Amount) -> bool:
    """Whether words tell that the part is done, and it does not just stand beside the whole: 甲家有86只，乙家有52只."""
    beside = part.row is whole.row and shared_end(whole.lead, part.lead) >= PAIR
    if beside and "已" not in part.lead:
        return False  # 苹果收了86筐，梨收了54筐
    start = max(whole.quantity.span.end, part.row.passage.span.start if part.row is not whole.row else 0)
    behind = part.row.called_after(part.index)[:THING]
    return DONE.search(part.row.text, start, part.quantity.span.end + len(behind)) is not None


def _is_undone(lead: str, part: Amount) -> bool:
    """Whether of the rest is told that not done to it what was done to the part: 去年扫描了460块, 还没扫描的280块."""
    verb = UNDONE.search(lead)
    done = part.row.cues[part.index].act in stretches.LEVELS and not part.quantity.hedges and part.row.adds(part.index)
    return verb is not None and done and verb[1] in part.lead
