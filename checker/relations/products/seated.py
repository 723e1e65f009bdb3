"""product: so many things, what each holds, and what all of them hold: 30张方桌，每桌坐8人，能坐240人.

The three follow one another, and what each holds is told by the noun behind the first number (方桌: 每桌) or by its
classifier. More than all can hold is wrong; less is so only where the words tell that all of it is meant (共, 能, 坐满).
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.interval import Interval
from checker.quantities.model import Quantity, UnitClass
from checker.relations.adverbs import adverbs
from checker.relations.passage import Figure, Passage
from checker.relations.products.rates_per import PerUnit, base
from checker.relations.products.triple import Triple, verify
from checker.relations.record import Relation

EACH = pattern(
    "[，,](?:平均)?每(?P<noun>[\u4e00-\u9fff]{1,3}?)(?:子)?(?:里|上|能|可以?|都|正好|刚好|坐|住|放|摆|装|载|种|挂|栽|养|站|有)*"
)
NAMED = pattern("[\u4e00-\u9fff]{0,8}")
HELD = "(?:坐得?下|容得?下|住得?下|摆得?下|放得?下|容纳|接待|供|[坐住容放摆装载种栽养站挂](?:[满着了]|进|得下)?)"
ALL = pattern(
    f"[，,](?P<lead>(?:{adverbs()}|这里|全场|全楼|全小区|一次|一回|一趟|同时|最多|够|能够?|可以?|会|要|[是有])*{HELD}?(?:[了着]|{adverbs()})*)"
)
FULL = pattern("[共总满能可够]|合计|累计|刚好|正好|恰好|就是")
BEHIND = pattern("以[上下内]|左右|次|的")
OTHER = pattern("加上|另|其中|最多|至少|左右|大约|约|近|不[到足]|差不多|将近|接近|大概|几乎")
UNITS = frozenset("人名位户口")


def find(passage: Passage) -> Iterator[Relation]:
    """Every such three, judged."""
    figures = passage.figures
    for count, each, total in zip(figures, figures[1:], figures[2:], strict=False):
        if _is_held(passage, count, each, total):
            yield from _judged(passage, count, each, total)


def _is_held(passage: Passage, count: Figure, each: Figure, total: Figure) -> bool:
    """Whether the words tie the three."""
    one, two, three = count.quantity, each.quantity, total.quantity
    if any(not _is_plain(quantity) for quantity in (one, two, three)):
        return False
    if two.unit.name not in UNITS or base(two.unit) != base(three.unit) or base(one.unit) == base(two.unit):
        return False
    words = passage.text[one.span.end : two.span.start]
    at = max(words.rfind("，"), words.rfind(","))
    told = EACH.fullmatch(words, at) if at >= 0 else None
    noun = words[:at] if at >= 0 else ""
    named = (
        told
        and NAMED.fullmatch(noun)
        and (told["noun"] == one.unit.name or noun.removesuffix("子").endswith(told["noun"]))
    )
    last = passage.text[two.span.end : total.quantity.span.start]
    return (
        bool(named)
        and ALL.fullmatch(last) is not None
        and not OTHER.search(last)
        and not BEHIND.match(passage.text, three.span.end, passage.span.end)
    )


def _is_plain(quantity: Quantity) -> bool:
    return quantity.unit_class is UnitClass.COUNT and not quantity.hedges and quantity.value > 1


def _judged(passage: Passage, count: Figure, each: Figure, total: Figure) -> Iterator[Relation]:
    value, number = each.quantity, count.quantity
    exact = Interval.exactly(value.value)
    value = replace(value, place=Fraction(0), interval=exact, loose=exact, truncated=exact)
    per = PerUnit(value, base(value.unit), base(number.unit), value.unit.factor / number.unit.factor)
    relation = verify(Triple(per, number, total.quantity), each.before)
    wrong = relation.verdict is Verdict.INCONSISTENT
    lead = passage.text[value.span.end : total.quantity.span.start]
    if not wrong or FULL.search(lead) or total.quantity.value > value.value * number.value:
        yield replace(relation, doubtful=wrong)
