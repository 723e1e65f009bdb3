"""What a figure is told against: a forecast, its value before, another rate, the base of a comparison."""

from dataclasses import replace

from checker.extraction.naming import Naming
from checker.extraction.wordings import ENDED
from checker.patterns import pattern
from checker.relations.cues import Act

FORECASTS = "(?:市场)?(?:预[估期测](?:值|中值)?|[前初终]值|修正值)"
FORECAST = pattern(f"(?<=[，。；、（( ])(?P<name>{FORECASTS})(?:均?为|是|仅为)?$")
FORECAST_NAME = pattern(f"{FORECASTS}$")
"""What a figure was expected to be or was before: no name of its own."""

ABOVE = pattern("[高低快慢优]于(?P<other>[^，。；的]{2,12})的$")
PLAN = pattern("(?:预算|计划|目标|任务)[数值额]?$")
AMOUNTS = ("增量", "减量")
APART = pattern("[少多超][支收]额")
BASED = pattern("(?:也|还|均|都|但)?[比较]")
KEYED = 2
"""So many last characters are the sort of what two rates are of: 第三|产业, 第二|产业."""


def forecast(led: str, said: Naming, level: Naming) -> Naming | None:
    """What the figure told last was expected to be, or was before: 增长12%，|预估为14%，|前值为17%."""
    told = FORECAST.search(led)
    if not told or said.act is not Act.LEVEL or not level.stem:
        return None
    name = f"{FORECAST_NAME.sub('', level.metric)}{told['name']}"
    return replace(said, metric=name, stem=name, suffix="", own=True)


def beyond(led: str, said: Naming, level: Naming) -> Naming | None:
    """The rate that the one told last is above or below: 第三产业税收增速8%，高于第二产业的|2%."""
    told = ABOVE.search(led)
    at = level.metric.rfind(told["other"][-KEYED:]) if told else -1
    if not told or at < 0 or not level.metric[at + KEYED :]:
        return None
    name = f"{told['other']}{level.metric[at + KEYED :]}"
    return replace(level, metric=name, stem=name, start=said.start, end=said.end, owner="", counted="", suffix="")


def budgeted(said: Naming, level: Naming, base: Naming | None) -> Naming | None:
    """What was planned of that whose part done was told, and how far it is from that (``base``).

    收入完成预算的97%，比预算数|100亿元|少3亿元.
    """
    told = "完成" in level.suffix or (level.act is Act.LEVEL and ENDED.search(level.stem) is not None)
    if said.act is Act.LEVEL and PLAN.fullmatch(said.metric) and level.stem and told:
        name = f"{level.stem.removeprefix('决算')}{said.metric}"
        return replace(said, metric=name, stem=name, own=True)
    plan = PLAN.search(base.metric) if base and not said.own and said.suffix in AMOUNTS else None
    apart = PLAN.search(base.metric) if base and APART.fullmatch(said.metric) else None
    if apart and base:
        name = base.metric[: apart.start()] or level.stem
        return replace(said, metric=f"{name}较{apart[0]}{said.metric}", stem=name)
    if not plan or not base:
        return None
    name, suffix = base.metric[: plan.start()] or level.stem, f"与{plan[0]}差额"
    return replace(said, metric=f"{name}{suffix}", stem=name, suffix=suffix, own=True)


def is_base(led: str) -> bool:
    """Whether a number is what another one is told against, by the words of its clause: 比预算数120亿元|少20亿元."""
    return BASED.match(led) is not None


def again(said: Naming, last: Naming) -> Naming | None:
    """The number before in other units."""
    if not said.again:
        return None
    metric = last.stem if last.act is Act.SHARE else last.metric
    return replace(last, metric=metric, start=said.start, end=said.end, owner="", counted="")
