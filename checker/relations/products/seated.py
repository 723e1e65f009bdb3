"""product: so many things, what each holds, and what all of them hold: 30张方桌，每桌坐8人，能坐240人.

The three follow one another, and what each holds is told by the noun behind the first number (方桌: 每桌) or by its
classifier. More than all can hold is wrong; less is so only where the words tell that all
of it is meant (共, 能, 坐满).
"""

from collections.abc import Iterator
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities import units
from checker.quantities.model import Quantity, UnitClass
from checker.relations.adverbs import adverbs
from checker.relations.passage import Figure, Passage
from checker.relations.products.rates_per import PerUnit, base
from checker.relations.products.triple import Triple, verify
from checker.relations.record import Relation

EACH = pattern(
    "[，,](?:平均)?每(?P<noun>[\u4e00-\u9fff]{1,3}?)(?:子)?(?:里|上|能|可以?|都|正好|刚好|坐|住|放|摆|装|载|种|挂|栽|养|站|有)*"
)
BESIDE = "，,"
BESIDES = pattern("(?:参战|参加|出动|到场|到达|赶[到赴]|集结|待命|投[入用]|就位|上阵|支援|增援|驰援)了?$")
"""36辆消防车|参战，每车5人."""

NAMED = pattern("[\u4e00-\u9fff]{0,8}")
HELD = "(?:坐得?下|容得?下|住得?下|摆得?下|放得?下|容纳|接待|供|[坐住容放摆装载种栽养站挂](?:[满着了]|进|得下)?)"
ALL = pattern(
    f"[，,](?P<lead>(?:{adverbs()}|这里|全场|全楼|全小区|一次|一回|一趟|同时|最多|够|能够?|可以?|会|要|[是有])*{HELD}?(?:[了着]|{adverbs()})*)"
)
FULL = pattern("[共总满能可够]|合计|累计|刚好|正好|恰好|就是")
BEHIND = pattern("以[上下内]|左右|次|的")
OTHER = pattern("加上|另|其中|最多|至少|左右|大约|约|近|不[到足]|差不多|将近|接近|大概|几乎")
UNITS, LONGEST = frozenset("人名位户口"), 24


def find(passage: Passage) -> Iterator[Relation]:
    """Every such three, judged."""
    figures = passage.figures
    for count, each, total in zip(figures, figures[1:], figures[2:], strict=False):
        if _is_held(passage, count, each, total):
            yield from _judged(passage, count, each, total)


def _is_held(passage: Passage, count: Figure, each: Figure, total: Figure) -> bool:
    """Whether the words tie the three."""
    one, two, three = count.quantity, each.quantity, total.quantity
    if one.unit_class is not UnitClass.COUNT or not all(map(_is_plain, (one, two, three))):
        return False
    held = _held(two)
    if held not in UNITS or base(three.unit) != base(units.unit(held)) or base(one.unit) == base(three.unit):
        return False
    last = passage.text[two.span.end : three.span.start]
    told = len(last) <= LONGEST and ALL.fullmatch(last) is not None and not OTHER.search(last)
    behind = BEHIND.match(passage.text, three.span.end, passage.span.end)
    return told and not behind and _is_each(passage, one, two)


def _is_each(passage: Passage, one: Quantity, two: Quantity) -> bool:
    """Whether the second number is told of each of what the first counts."""
    words = passage.text[one.span.end : two.span.start]
    at = max(words.rfind(mark) for mark in BESIDE)
    if at < 0 or not NAMED.fullmatch(words, 0, at):
        return False
    told = EACH.fullmatch(words, at)
    noun = two.unit.per.name if two.unit.per and at + 1 == len(words) else told["noun"] if told else ""
    called = BESIDES.sub("", words[:at]).removesuffix("子")
    return bool(noun) and (noun == one.unit.name or called.endswith(noun))


def _held(each: Quantity) -> str:
    """What each holds: 人 of 每桌8人."""
    return each.unit.name.partition("/")[0]


def _is_plain(quantity: Quantity) -> bool:
    counted = quantity.unit_class in (UnitClass.COUNT, UnitClass.PER)
    return counted and not quantity.hedges and quantity.value > 1


def _judged(passage: Passage, count: Figure, each: Figure, total: Figure) -> Iterator[Relation]:
    value, number = each.quantity.as_exact(), count.quantity
    held = units.unit(_held(value))
    per = PerUnit(value, base(held), base(number.unit), held.factor / number.unit.factor)
    relation = verify(Triple(per, number, total.quantity), each.before)
    wrong = relation.verdict is Verdict.INCONSISTENT
    lead = passage.text[value.span.end : total.quantity.span.start]
    if not wrong or FULL.search(lead) or total.quantity.value > value.value * number.value:
        yield replace(relation, doubtful=wrong)
