"""ratio: what is left to pay once others bear a part of the price: 每亩保费36元，财政补贴八成，农户自缴7.2元.

The price, the part that is borne and what is left stand in this order, with no other amount of their unit among them.
What insurance pays is reckoned from less than the bill: there a fault is none.
"""

from collections.abc import Iterator
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.counts import size_of
from checker.relations.ratios.judging import Triple, verify
from checker.relations.record import Relation
from checker.relations.sums.row import same_unit

BORNE = pattern(
    "补贴|补助|报销|承担|负担|掏|减免|优惠|资助|奖补|配套|支付|贴补|代缴|垫|统筹|财政|政府|医保|公司出|单位出|出资"
)
OWN = pattern(
    "(?:自[付缴掏担费筹交理]|自己|个人|农户|农民|群众|家长|村民|本人|患者|剩下|其余|余下|余额|实[缴付交]|只[需要付缴花交掏]|仅[需付缴]|实际)"
    "[^，。；0-9]{0,10}$"
)
BY_OWN = pattern("(?:的)?(?:[由归]|是|就?让)[^，。；0-9]{0,8}(?:自己|自付|自缴|自掏|个人|承担|出|掏)")
PARTLY = pattern("报销|医保|统筹|起付|封顶|最高|以上部分|其中|另|税|比例")
REACH = 48
"""How many characters may stand between two of the three."""


def find(passage: Passage) -> Iterator[Relation]:
    """Every such three, judged."""
    figures = passage.figures
    for at in range(1, len(figures) - 1):
        rate = figures[at]
        if not rate.is_rate or rate.quantity.value <= 0:
            continue
        whole, part = figures[at - 1], figures[at + 1]
        if not (_is_price(whole) and _is_price(part) and same_unit(whole.quantity, part.quantity)):
            continue
        if size_of(part) < size_of(whole) and _is_tied(passage, whole, rate, part):
            words = (rate.before, part.before)
            fixed = replace(rate, quantity=rate.quantity.as_exact())  # what is borne is set, and nobody rounds it
            relation = verify(passage, Triple("补贴比例", words, part, whole, fixed, rest=True))
            partly = PARTLY.search(passage.text, whole.quantity.span.end, part.quantity.span.end) is not None
            wrong = relation.verdict is Verdict.INCONSISTENT
            if not (wrong and partly):
                yield replace(relation, doubtful=wrong)


def _is_price(one: Figure) -> bool:
    quantity = one.quantity
    money = quantity.unit_class is UnitClass.MONEY or quantity.unit.name.startswith("元/")
    return money and not quantity.hedges and quantity.value > 0 and not one.bracket


def _is_tied(passage: Passage, whole: Figure, rate: Figure, part: Figure) -> bool:
    """Whether words say who bears the part and that the rest is somebody's own."""
    first = passage.text[whole.quantity.span.end : rate.quantity.span.start]
    last = passage.text[rate.quantity.span.end : part.quantity.span.start]
    if max(len(first), len(last)) > REACH or "。" in first + last:
        return False
    own = OWN.search(last) or BY_OWN.match(passage.text, part.quantity.span.end)
    return BORNE.search(first + last) is not None and own is not None
