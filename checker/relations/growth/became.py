"""change: what a thing was before, told of it, and what it became, and what lies between: 原价186元降到62元，降价124元.

The two are the only amounts of their unit before the difference, which is told of nothing else.
"""

from collections.abc import Iterator

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.elsewhere import PARTLY
from checker.relations.growth.over_plan import judged, reach, two_before
from checker.relations.passage import Passage
from checker.relations.record import Relation

SIGNS = ("原", "标价", "过去", "以前", "从前", "从", "由")
WAS = pattern(
    "(?:原[价来先]|标价|原售价|过去|以前|从前)[^，。；0-9]{0,8}$|[从由](?P<each>每[月年天人户亩次])?[^，。；0-9]{0,2}$"
)
BECAME = pattern(
    "(?:[降跌减压缩]|缩短|压缩|精简|缩减|下[降调]|降低|减少|涨|升|增|调|提高|增加|扩大)(?:到|至|为|成)了?(?:[现如]今)?$"
    "|(?:现价|只[要需卖花]|仅[需要])[^，。；0-9]{0,4}$"
)
BY = pattern(
    "[，,、]?(?:平均|一下|整整|足足|直接|每[月天人户亩次斤])*"
    "(?:(?P<less>降[幅价]|下[降调跌]|便宜|减少|缩短|压缩|精简|降低|节?省|少[花跑用])"
    "|[涨增升]幅|涨价|上[涨调升]|增[加长]|提高)(?:了|出|下|达到?|为|率|比例|整整|足足)*"
)
OTHER, EACH = pattern(f"{PARTLY}|；"), pattern("[每一]个?[月年天人户亩次斤]")
TWO = 2


def find(passage: Passage) -> Iterator[Relation]:
    """Every such difference, judged."""
    figures = passage.figures
    if len(figures) <= TWO or not any(sign in passage.words(passage.span) for sign in SIGNS):
        return
    for index in range(TWO, len(figures)):
        step = figures[index]
        told = BY.fullmatch(passage.text, figures[index - 1].quantity.span.end, step.quantity.span.start)
        if told is None or step.bracket or step.quantity.hedges or step.quantity.unit_class is UnitClass.POINTS:
            continue
        near = two_before(passage, index)
        if near is None or near[1] is not figures[index - 1]:
            continue
        start, end = reach(passage, near[0], index)
        became = WAS.search(passage.words(near[0].before)) and BECAME.search(passage.words(near[1].before))
        several = len({one[-1] for one in EACH.findall(passage.text, start, end)}) > 1
        if became and not several and not OTHER.search(passage.text, start, end):
            quick = near[0].quantity.unit_class is UnitClass.DURATION
            yield judged(*near, step, 0 if quick else -1 if told["less"] else 1)
