"""product: what one ticket, one parcel, one deal comes to on the mean, with how many and how much told before.

票房1240万元；观影33.6万人次。…平均票价37元; 业务量162亿件，业务收入1214亿元。…单票收入7.48元. The word for the mean
says what the count is in and what the money is called. The two stand in one sentence; there is one of each, or the mean
fits to its last digit.
"""

import re
from collections.abc import Iterable, Sequence

from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.adverbs import adverbs
from checker.relations.passage import Figure, Passage
from checker.relations.products.rates_per import PerUnit, base
from checker.relations.products.triple import Triple

SIGNS = ("价", "单", "均", "每")
LINK = f"(?:[为是达]|达到|{adverbs()})*$"
TERMS: tuple[tuple[re.Pattern[str], frozenset[str], re.Pattern[str]], ...] = (
    (
        pattern(f"(?:平均票价|平均每张(?:电影|门|球|戏)?票(?:价|卖)?){LINK}"),
        frozenset({"人次", "张"}),
        pattern("票房|票款|门票收入"),
    ),
    (
        pattern(f"(?:单[票件](?:业务)?收入|[票件]均(?:业务)?收入|平均每[票件](?:业务)?收入){LINK}"),
        frozenset({"件", "票"}),
        pattern("收入"),
    ),
    (
        pattern(f"(?:平均)?(?:单[笔起宗]|[笔宗]均|平均每[笔起宗])(?:融资|交易|贷款|成交)?(?:额|金额|规模)?{LINK}"),
        frozenset({"起", "笔", "宗"}),
        pattern("金额|总额|[融投][资]|成交|放贷|贷款"),
    ),
)
"""What tells the mean, what it is of, and what the money is called that is shared out."""

OTHER = pattern("[今去上前]年(?:以来|累计)|累计|全年|其中")
"""The mean of another time than that of which the levels are told."""

SOME = pattern("披露|公布|之?中[，,]|剔除|扣除|不含|部分|仅|学生|团体")
"""The mean of some of them, or what makes it open of which: 披露金额的项目中，平均单笔1.2亿元."""


def is_priced(lead: str) -> bool:
    """Whether the words before a number tell such a mean.

    >>> is_priced("今夏平均票价"), is_priced("票价")
    (True, False)
    """
    return any(term.search(lead) for term, *_ in TERMS)


def priced(lead: str, mean: Quantity, told: Iterable[tuple[Passage, Figure]]) -> Sequence[Triple]:
    """The mean with every count and sum that it may be of; none if it is no sum of money."""
    found = next(((units, name) for term, units, name in TERMS if term.search(lead)), None)
    if found is None or mean.unit_class is not UnitClass.MONEY or mean.hedges or OTHER.search(lead):
        return ()
    units, name = found
    levels = list(told)
    counts = [(each, one.quantity) for each, one in levels if one.quantity.unit.name in units]
    sums = [(each, one.quantity) for each, one in levels if _is_sum(each, one, mean) and name.search(_lead(each, one))]
    return [_triple(mean, many, all_) for at, many in counts for where, all_ in sums if at is where]


def _triple(mean: Quantity, many: Quantity, all_: Quantity) -> Triple:
    factor = mean.unit.factor / many.unit.factor
    return Triple(PerUnit(mean, base(all_.unit), base(many.unit), factor, mean=True), many, all_)


def _is_sum(passage: Passage, one: Figure, mean: Quantity) -> bool:
    alike = base(one.quantity.unit) == base(mean.unit) and one.quantity.span != mean.span
    return alike and not is_priced(_lead(passage, one))


def _lead(passage: Passage, one: Figure) -> str:
    return passage.text[passage.clauses[one.clause].start : one.quantity.span.start]
