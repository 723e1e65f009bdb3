"""Parts of a whole that is not told: 甲4120台，占全国的35% says that the whole is about 11,771."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act
from checker.relations.passage import Figure, Passage

SHARE = pattern(
    "^(?P<link>[，,（(]?(?:约|大约|分别|均|各|仅|就|已|竟|同比)?)占(?:到了?|据了?|比)?(?P<whole>[\u4e00-\u9fff“”]{0,16}?)的?(?:比重|比例|份额)?(?:约?为|达到?|约|近|超过?)?$"
)
OWN = pattern("总(?!部|局|公司|队)")
OTHER_TIME = pattern("去年|上年|前年|往年|同期|[0-9]年")
COMPLETED = pattern("预算|任务|计划|目标|指标|额度|年初|应[收播种缴征还办]")
DONE = pattern(
    "已经?[收播种栽割采]|收获|收割|抢收|机收|开镰|播种|栽插|移栽|完成|完工|竣工|整改|开工|复工|复产|接种|办结|拨付|到位|交付|签约"
)
"""玉米已收3105万亩，占95.7%: how much of what there is to do is done."""

METRIC = pattern("(?:[^\u4e00-\u9fff]|达到?|为|是|有|共|完成|实现|约|近|超过?|了|的)+$")
JOINT = pattern("[、和及与]|以及")
MADE = pattern("拉动|带动|推动|影响")
DROVE = pattern(
    "(?:拉动|带动|推动|影响)(?P<whole>[\u4e00-\u9fffA-Z]{0,14}?)(?:同比)?(?:增长|增速|上涨|上升|提升|提高|下降)?(?:了|约|达)*$"
)
GAVE = pattern("贡献(?:率|度)?(?:分别)?(?:约?为|达到?|高达|约|是|占)?$")
NEAR, RECENT = 40, 24
"""How many characters may stand between the points a sector gave and its contribution in per cent, and how many figures
behind the growth of the whole."""


@dataclass(frozen=True, slots=True)
class Part:
    """An amount and the rate it is of a whole. ``whole`` is what the text calls it, empty where left out.

    ``metric`` are the words that name the amount. ``told`` where the whole is called by its name, not left out.
    ``follows`` where no other figure stands between this part and the one before.
    """

    amount: Quantity
    rate: Quantity
    whole: str
    metric: str
    told: bool = True
    follows: bool = False

    @property
    def named(self) -> bool:
        """Whether the whole has a name of its own (总产量) and is not just 全国."""
        return self.told and OWN.search(self.whole) is not None


def parts(passage: Passage) -> Iterator[Part]:
    """Every amount with 占…% right behind it."""
    figures = passage.figures
    last, end = "", -1
    for index in range(1, len(figures)):
        amount, rate = figures[index - 1], figures[index]
        if not rate.is_rate or not amount.is_amount or rate.quantity.unit.name != "%" or rate.quantity.value <= 0:
            continue
        gap = passage.text[amount.quantity.span.end : rate.quantity.span.start]
        match = SHARE.match(gap)
        if match is None or passage.cues[index - 1].act not in (Act.LEVEL, Act.TO, Act.SUM):
            continue
        whole = match["whole"].strip("“”")
        last = whole or last
        name = metric(passage, amount)
        if "分别" in match["link"]:
            amount, rate = _dealt(passage, index)
        done = not whole and DONE.search(name)
        if not done and not COMPLETED.search(last) and not OTHER_TIME.search(name):
            yield Part(amount.quantity, rate.quantity, last, name, bool(whole), end == index - 2)
        end = index


def _dealt(passage: Passage, index: int) -> tuple[Figure, Figure]:
    """83.4万吨、68.8万吨，分别占22.2%、18.3%: the last amount, with the rate as far behind the first as it is."""
    figures, first = passage.figures, index - 1
    while first and JOINT.fullmatch(figures[first].before.of(passage.text)):
        first -= 1
    at = min(index + (index - 1 - first), len(figures) - 1)
    return figures[index - 1], figures[at]


def metric(passage: Passage, figure: Figure) -> str:
    """The last words of what an amount is called."""
    end = figure.quantity.span.start
    start = max(passage.clauses[figure.clause].start, end - NEAR)
    return METRIC.sub("", passage.text[start:end])


def contributions(passage: Passage) -> Iterator[Part]:
    """Every 拉动…个百分点 with its 贡献率."""
    figures = passage.figures
    for index in range(1, len(figures)):
        pair = figures[index - 1], figures[index]
        points = next((one for one in pair if one.quantity.unit.name == "个百分点"), None)
        rate = next((one for one in pair if one.is_rate and one.quantity.unit.name == "%"), None)
        if points is None or rate is None or rate.quantity.value <= 0 or points.quantity.value <= 0:
            continue
        drove = DROVE.search(
            passage.text[max(passage.span.start, points.quantity.span.start - 24) : points.quantity.span.start]
        )
        gave = GAVE.search(rate.before.of(passage.text))
        between = passage.text[pair[0].quantity.span.end : pair[1].quantity.span.start]
        if drove and gave and len(between) <= NEAR and "；" not in between and "。" not in between:
            yield Part(points.quantity, rate.quantity, drove["whole"].lstrip("了"), "")


def growth(passages: Sequence[Passage], whole: str, stop: int) -> Figure | None:
    """The growth of that whole, if it is told before ``stop`` just once."""
    names = (
        ("生产总值", "GDP", "经济")
        if not whole or any(one in whole for one in ("经济", "生产总值", "GDP"))
        else (whole,)
    )
    found = []
    for passage in passages:
        first = max(0, bisect_left(passage.figures, stop, key=lambda one: one.quantity.span.end) - RECENT)
        for index, figure in enumerate(passage.figures[first : first + RECENT], first):
            if figure.quantity.span.end > stop or not figure.is_rate or passage.cues[index].act is not Act.RISE:
                continue
            clause = passage.clauses[figure.clause]
            words = passage.text[clause.start : figure.quantity.span.start]
            named = any(one in words for one in names)
            told = "贡献" not in words and MADE.search(words) is None if named else _after_level(passage, index, names)
            if told:
                found.append(figure)
    return found[0] if len({one.quantity.value for one in found}) == 1 else None


def _after_level(passage: Passage, index: int, names: tuple[str, ...]) -> bool:
    """生产总值1349亿元，比上年增长5.2%: the growth stands in the clause behind the level."""
    level = passage.figures[index - 1]
    if (
        not index
        or level.quantity.unit_class is not UnitClass.MONEY
        or passage.figures[index].clause != level.clause + 1
    ):
        return False
    clause = passage.clauses[level.clause]
    return any(one in passage.text[clause.start : level.quantity.span.start] for one in names)
