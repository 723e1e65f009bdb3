"""ratio: what a price comes to at a discount: 票价65元，按九折计，实收58.5元.

The words call the one sum the full price and the other what is paid. Where more is taken off (券后, 立减) nothing is
said.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import islice, pairwise

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.interval import Interval
from checker.quantities.model import UnitClass
from checker.relations.cues import Act, cue
from checker.relations.dated import calendar
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.judging import Triple, verify
from checker.relations.record import Relation
from checker.spans import Span

OFF, NEAR = "折", 40
"""The unit of a discount, and how many characters may stand between the first and the last of the three."""
HALF = pattern("对折|半价")
HALF_OFF = 5
FULL = pattern(
    "(?:原价|标价|票价|全价|门市价|挂牌价|零售价|定价|指导价|市场价|吊牌价|原来|原先|全票|成人票|[门车船机]票)"
    "(?:原本|本来|本|都|是|为|卖|要|每[\u4e00-\u9fff])*$"
)
FULL_BEHIND = pattern("的(?:[\u4e00-\u9fff]{0,2}票|套餐|标价|原价|定价)")
"""120元的|门票."""

PAID = pattern(
    "(?:的[\u4e00-\u9fff]{1,6}?)?(?:最终|最后|算下来|相当于|实际|[一每](?![大小老家])[\u4e00-\u9fff]|后|[，,])*(?:折后价?|折价|实收|实付|到手价?|现价|优惠价|优惠|[只仅][收要需卖售付花用]"
    "|[就能便][卖收付要花]|[卖收付]|(?<=后))(?:只|仅|就|为|是|要|需|卖|收|付|能|价|了|后)*"
)
TAKEN = pattern(
    "[。！]|$|(?:一[\u4e00-\u9fff])?(?:就|便|即)(?:能|可以?)(?:[拿带抱]走|[拿买]到手?|到手|入手|入[园场馆]|买)"
)
"""打七折，210元|就能拿走; or nothing more is said."""
AGAINST = pattern(
    "(?:[比较]|相[比较]于?|[与同])(?P<full>[^，。；、0-9]{0,10}(?:价|估值|价格|报价))(?:的)?(?:约|为|是)?$"
)
COME_TO = pattern(
    "(?:来说|而言|相比)?[，,]?(?:大致|大约|大概|几乎|整整)?(?:相当于|等于)?(?:打了?|打出|打成|是|为)?(?:约|近)?[“‘]?"
)
"""成交价271万元，|较|评估价|423万元|打了|六四折."""

MOST, PAIR = 6, 2
OPEN, ROUNDED = pattern("起|以[上下]|左右|不等|封顶|到"), Fraction(1)
MORE_OFF = pattern(
    "第二|买[一二两三送]|立减|满减|再减|叠加|券后|补贴|返现|起步|起售|[满每]|双人|全家|一家|老两口|[两二三四五六七八九十0-9](?:口|个?人|斤|张|件|份|盒|本|位|名|双|箱|瓶)"
)


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every price at a discount with its full price, judged."""
    for passage in passages:
        money = [one for one in passage.figures if one.quantity.unit_class is UnitClass.MONEY]
        off = list(islice(_offs(passage), PAIR)) if 1 < len(money) <= MOST else []
        if len(off) == 1 and not off[0].quantity.hedges:
            sums = [one for one in money if not one.quantity.hedges]
            yield from _held_against(passage, off[0], sums)
            yield from _priced(passage, off[0], sums)


def _offs(passage: Passage) -> Iterator[Figure]:
    """The discounts of a sentence; 对折 and 半价 are five tenths."""
    yield from (one for one in passage.figures if one.quantity.unit.name == OFF)
    for match in HALF.finditer(passage.text, passage.span.start, passage.span.end):
        span = Span(*match.span())
        clause = bisect_right(passage.clauses, span.start, key=lambda one: one.start) - 1
        yield Figure(calendar.counted(passage.text, span, HALF_OFF, OFF), clause, 0, span, span)


def _held_against(passage: Passage, off: Figure, money: Sequence[Figure]) -> Iterator[Relation]:
    """A price, the one that it is held against right behind it, and the discount that this is."""
    for part, whole in pairwise(money):
        between = passage.text[part.quantity.span.end : _start(whole)]
        told = COME_TO.fullmatch(passage.text, whole.quantity.span.end, _start(off)) and AGAINST.search(between)
        if told and len(between) <= NEAR and not MORE_OFF.search(between):
            rounded = replace(off.quantity, place=Fraction(0), truncated=off.quantity.interval)
            relation = verify(passage, Triple("折后价", (part.before,), part, whole, replace(off, quantity=rounded)))
            yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _priced(passage: Passage, off: Figure, money: Sequence[Figure]) -> Iterator[Relation]:
    full = [one for one in money if _is_full(passage, one, off)]
    if len(full) != 1 or OPEN.match(passage.text, off.quantity.span.end):
        return
    whole = full[0]
    paid = next((one for one in money if one is not whole and _start(one) > _start(off)), None)
    if paid is None or not _is_paid(passage, paid, whole, off):
        return
    first, last = min(_start(whole), _start(off)), max(_start(whole), _start(paid))
    if "；" in passage.text[first:last]:
        return
    if last - first > NEAR or MORE_OFF.search(passage.text, first, last):
        return
    off, whole = (_made(one, Fraction(0)) for one in (off, whole))
    part = _made(paid, ROUNDED)
    relation = verify(passage, Triple("折后价", (part.before,), part, whole, off))
    wrong = relation.verdict is Verdict.INCONSISTENT
    yield replace(relation, doubtful=True) if wrong else relation


def _is_full(passage: Passage, one: Figure, off: Figure) -> bool:
    """Whether words call a sum the full price; after the discount it may be what the price went down from."""
    if FULL.search(passage.words(one.before)) or FULL_BEHIND.match(passage.text, one.quantity.span.end):
        return True
    return cue(passage.words(one.before)).act is Act.FROM and _start(one) > _start(off)


def _is_paid(passage: Passage, one: Figure, whole: Figure, off: Figure) -> bool:
    """Whether words say that a sum is what is paid."""
    ends = (each.quantity.span.end for each in (off, whole) if _start(each) < _start(one))
    words = passage.text[max(one.before.start, *ends) : _start(one)]
    lead = FULL_BEHIND.sub("", words, count=1) if whole.quantity.span.end == one.before.start else words
    if PAID.fullmatch(lead) or (not lead and TAKEN.match(passage.text, one.quantity.span.end)):
        return True
    return cue(passage.words(whole.before)).act is Act.FROM and cue(lead).act is Act.TO


def _made(figure: Figure, slack: Fraction) -> Figure:
    """A discount and a full price are just what they say; what is paid may be rounded to a yuan."""
    one = figure.quantity
    if one.numeral.endswith(("万", "亿")):
        return figure
    span = Interval(one.value - slack, one.value + slack)
    return replace(figure, quantity=replace(one, place=Fraction(0), interval=span, loose=span, truncated=span))


def _start(figure: Figure) -> int:
    return figure.quantity.span.start
