"""same: the years of prison in a headline that the body never has: 主犯获刑十四年 above, 判处有期徒刑十二年 below.

A term is told to the year or month; where the body tells terms and none is the headline's, one of the two is wrong. A
headline of several, or one that adds or counts days, says nothing.
"""

from collections.abc import Sequence

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.repeated.mentions import Mention, agree

HEADED = pattern("(?:获刑|拘役|被判|判处?|领刑|有期徒刑|刑期)[^，。；0-9]{0,6}$")
TERM = pattern("(?:有期徒刑|拘役|获刑|刑期为?)$")
PAROLE = pattern("缓刑|原判|减刑|数罪|合并|二审|改判")
TIMES = ("年", "个月")


def apart(title: Mention, body: Sequence[Mention]) -> Mention | None:
    """The only term of prison that the body tells, if it is another than the headline's."""
    quantity = title.quantity
    if quantity.unit_class is not UnitClass.DURATION or not quantity.unit.name.startswith(TIMES):
        return None
    if not HEADED.search(title.before) or PAROLE.search(title.sentence):
        return None
    terms = [one for one in body if one.lasts and one.quantity.unit.name.startswith(TIMES) and TERM.search(one.before)]
    if not terms or any(agree(title, one) or PAROLE.search(one.words) for one in terms):
        return None
    return terms[0]
