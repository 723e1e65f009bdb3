"""multiple: the one of two levels is so many times the other, both called by their names.

报名4350人，招录390人，报名人数是招录人数的15倍; 前者是后者的15倍; 今年…去年…，今年是去年的15倍. The names stand before
the levels in the same sentence, each with one of them alone. What does not fit is for a reader to look at.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.adverbs import ABOUT, EXACT, ONLY, STILL, adverbs
from checker.relations.elsewhere import MEANS, PARTLY, PLANNED
from checker.relations.growth.multiple import DOUBLING, Finding, verify
from checker.relations.growth.sole import is_level
from checker.relations.passage import Figure, Passage
from checker.relations.products.rates_per import is_one
from checker.relations.record import Relation
from checker.relations.sums.row import same_unit

FREE = f"(?:{adverbs(EXACT, ABOUT, ONLY, STILL)})*"
OF_OTHER = pattern(
    f"(?P<one>[\u4e00-\u9fff0-9]{{2,10}}?){FREE}(?:相当于|等于|达到|[是为达])了?{FREE}(?P<other>[\u4e00-\u9fff0-9]{{2,10}}?)的{FREE}"
)
ENDED = pattern("[，。；！？、）)]|$")
MEASURES = {
    UnitClass.MONEY: pattern("价格|价钱|售价|单价|卖价|身价|收益|效益|利润|收入"),
    UnitClass.MASS: pattern("产量|单产|亩产|总产"),
}
"""What both levels are of by their unit, so that it names neither."""
WORK = pattern("(?:工作|采摘|作业|劳动|生产)?(?:效率|工效|功效|速度)")
IN_TIME = pattern("[一每]个?(?:[天日年月周]|小时|分钟|季度?)|[日时年]均")
EACH = "每"
MEASURED = pattern("(?:[家户人件只场]数|数量)$")
"""上涨家数: of the 上涨的 shares."""

FORMER, LATTER = "前者", "后者"
NO_LEVEL = pattern(f"{PARTLY}|{PLANNED}|{MEANS}|每|占|增[加长]|减少|下降|上升|提高|超过?")
NOT_SO = pattern("其中|占|增[加长]|减少|下降|上升|提高|超过?|力争|每")
"""前者 and 后者 are whatever two numbers there are, a plan or a mean among them."""

LEVELS, NEAREST = 2, 6
"""How many levels there may be, and how many figures before the multiple are looked at."""


def find(passage: Passage) -> Iterator[Relation]:
    """Every multiple of two levels that it calls by name, judged."""
    for index, times in enumerate(passage.figures):
        if times.quantity.unit_class is not UnitClass.MULTIPLE or times.quantity.unit.name == DOUBLING:
            continue
        start, end = passage.clauses[times.clause].start, times.quantity.span.start
        match = OF_OTHER.fullmatch(passage.text, start, end)
        if match is None or match["one"] == match["other"] or not ENDED.match(passage.text, times.quantity.span.end):
            continue
        levels = _levels(passage, passage.figures[max(0, index - NEAREST) : index], match["one"] in (FORMER, LATTER))
        current, base = (_called(passage, levels, match[name]) for name in ("one", "other"))
        if base and not current and _is_of_both(passage, levels, match["one"]):
            current = levels[levels[0] is base]
        if current is None or base is None or current is base:
            continue
        relation = verify(Finding(base, current, times, (times.before,), more=False))
        yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _levels(passage: Passage, near: Sequence[Figure], in_turn: bool) -> Sequence[Figure]:
    """The two levels before, if they are counted alike and no others are; none if one is vague."""
    found = [one for one in near if one.quantity.unit_class is not UnitClass.DURATION and not is_one(one.quantity)]
    if len(found) != LEVELS or not same_unit(found[0].quantity, found[1].quantity):
        return ()
    told = all(is_level(one.quantity) and not one.quantity.hedges and one.quantity.value > 0 for one in found)
    other = NOT_SO if in_turn else NO_LEVEL
    leads = [_lead(passage, one) for one in found]
    if all(EACH in lead for lead in leads):
        leads = [lead.replace(EACH, "") for lead in leads]
    return found if told and not any(other.search(lead) for lead in leads) else ()


def _is_of_both(passage: Passage, levels: Sequence[Figure], name: str) -> bool:
    """Whether a name is that of what is measured on either side: 价格 of money, 效率 of what is done in a time."""
    if WORK.fullmatch(name):
        return all(IN_TIME.search(_lead(passage, one)) for one in levels)
    measure = MEASURES.get(levels[0].quantity.unit_class)
    return measure is not None and measure.fullmatch(name) is not None


def _called(passage: Passage, levels: Sequence[Figure], name: str) -> Figure | None:
    """The one level whose own words hold a name, or that stands first or last."""
    if name in (FORMER, LATTER):
        return levels[name == LATTER] if levels else None
    bare = MEASURED.sub("", name.replace("的", "")) or name
    found = [one for one in levels if bare in _lead(passage, one).replace("的", "")]
    return found[0] if len(found) == 1 else None


def _lead(passage: Passage, figure: Figure) -> str:
    """The words before a level in its clause, dates and times among them: 人工一天."""
    end = figure.quantity.span.start
    earlier = [
        one.quantity.span.end
        for one in passage.figures
        if one.quantity.span.end <= end and one.quantity.unit_class is not UnitClass.DURATION
    ]
    return passage.text[max([passage.clauses[figure.clause].start, *earlier[-1:]]) : end]
