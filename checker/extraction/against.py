"""What a figure is told against: a forecast, its value before, another rate, the base of a comparison."""

from dataclasses import replace

from checker.extraction.naming import Naming
from checker.patterns import pattern
from checker.relations.cues import Act

FORECASTS = "(?:市场)?(?:预[估期测](?:值|中值)?|[前初终]值|修正值)"
FORECAST = pattern(f"(?<=[，。；、（( ])(?P<name>{FORECASTS})(?:均?为|是|仅为)?$")
FORECAST_NAME = pattern(f"{FORECASTS}$")
"""What a figure was expected to be or was before: no name of its own."""

ABOVE = pattern("[高低快慢优]于(?P<other>[^，。；的]{2,12})的$")
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


def is_base(led: str) -> bool:
    """Whether a number is what another one is told against, by the words of its clause: 比预算数120亿元|少20亿元."""
    return BASED.match(led) is not None
