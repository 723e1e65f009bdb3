"""change: what a thing was before, told of it, and what it became, and what lies between: 原价186元降到62元，降价124元.

The two are the only amounts of their unit before the difference, which is told of nothing else. So are two ends of a
way: 起点海拔870米，终点2350米，一路抬升1480米.
"""

from collections.abc import Iterator

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.elsewhere import PARTLY
from checker.relations.growth.over_plan import judged, reach, two_before
from checker.relations.passage import Passage
from checker.relations.record import Relation

SIGNS = ("一路", "沿途", "沿线", "全程", "原", "标价", "过去", "以前", "从前", "从", "由")
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
START = pattern(
    "(?:起点|起步|出发|始发|起跑|山[脚下底]|坡[脚下底]|沟[口底]|谷底|河口|[入进]口|坝下|脚下|底下|下面|进[山沟]|源头|上游|西端|东端|南端|北端|首站)[^，。；0-9]{0,8}$"
)
END = pattern(
    "(?:终点|山[顶上]|坡顶|峰顶|顶[上峰]|垭口|达坂|[出]口|坝[顶上]|目的地|上面|末站|[到抵][达了]?[\u4e00-\u9fff]{0,4}|源头|下游|西端|东端|南端|北端)[^，。；0-9]{0,8}$"
)
ALONG = pattern(
    "[^，。；0-9]{0,2}[，,](?:(?:一路|沿途|沿线|全程)(?:上|下来|走来)?)(?:往[上下]|累计|一共|总共|整整|足足|净|要|就)*"
    "(?:(?P<less>[下]?降低?|[下]跌|掉|落|低|走低|下切|滑落|下落)|抬升?高?|爬升?|上?升高?|攀升?|涨|拔高|提高|高|走高|上爬|长)(?:了|出|达到?|约)*"
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
        gap = figures[index - 1].quantity.span.end, step.quantity.span.start
        told = BY.fullmatch(passage.text, *gap) or ALONG.fullmatch(passage.text, *gap)
        if told is None or step.bracket or step.quantity.hedges or step.quantity.unit_class is UnitClass.POINTS:
            continue
        near = two_before(passage, index)
        if near is None or near[1] is not figures[index - 1]:
            continue
        start, end = reach(passage, near[0], index)
        was, became_of = (START, END) if told.re is ALONG else (WAS, BECAME)
        became = was.search(passage.words(near[0].before)) and became_of.search(passage.words(near[1].before))
        several = len({one[-1] for one in EACH.findall(passage.text, start, end)}) > 1
        if became and not several and not OTHER.search(passage.text, start, end):
            quick = near[0].quantity.unit_class is UnitClass.DURATION
            yield judged(*near, step, 0 if quick else -1 if told["less"] else 1)
