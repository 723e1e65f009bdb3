"""The name of what a number is the number of."""

from dataclasses import dataclass, replace

from checker.lexicon.clauses import any_of
from checker.patterns import pattern
from checker.relations.cues import Act

RATE = pattern(f"(?:{any_of('rate')})$")
YEARLY = pattern("年均$")
"""How fast a level grew on average, and no part of its own name: 产值|年均增长8%，去年达到3亿元."""

APART = pattern("(?<=..)(?:差距|[一-鿿]{2}幅度|连续[^，。；]*[年月季天]数)$")
"""How far apart two levels are and for how long, which is no part of the name of either."""

MEAN = pattern("(?<=..)[0-9一二两三四五六七八九十]{1,3}年平均[一-鿿]{0,2}(?:[增降]速|[增降]幅)$")
"""How fast something grew on average over so many years, which is no part of the name of another such mean."""

SHORT = 2


@dataclass(frozen=True, slots=True)
class Naming:
    """``metric`` is the indicator; ``own`` says whether its own words name it, or a number before it has to.

    ``start`` and ``end`` bound, in the text, the words that name it. ``compared`` is the cue's base, empty where there
    is none. ``act`` is what the number does, ``suffix`` what that makes of the indicator of a level (增速),
    ``counted`` the words behind the number for what it counts. ``stem`` is ``metric`` without that suffix.
    ``owner`` is whose it is by these words: each of a row, those who did what is counted.
    ``doing`` says that they are told of as those who do something.
    ``again`` says that it is the number before in other units: 折合人民币….
    """

    metric: str
    start: int
    end: int
    act: Act = Act.LEVEL
    scope: str = ""
    compared: str = ""
    own: bool = True
    suffix: str = ""
    counted: str = ""
    stem: str = ""
    owner: str = ""
    again: bool = False
    doing: bool = False

    def further(self, change: "Naming") -> "Naming":
        """The same, where it says how a change moved that was told before it: 四年平均增长5%，增速|提高1个百分点."""
        mean = change.suffix.startswith(self.suffix[:2], -2) and "平均" in change.suffix
        return (replace(self, suffix=f"{change.suffix}{self.suffix[2:]}") if mean else self).of(change)

    def of(self, level: "Naming") -> "Naming":
        """The same with the indicator of the level before it, where its own words name none."""
        if self.own:
            return self
        if self.suffix == "比率" and level.metric.endswith(("增速", "增幅")):
            return replace(self, metric=level.metric, stem=level.stem, suffix="", scope=self.scope or level.scope)
        stem = level.metric if level.suffix == "时长" else level.stem or level.metric
        stem = APART.sub("", stem) if self.suffix else stem
        stem = MEAN.sub("", stem) if "平均" in self.suffix else stem
        told = stem.endswith(self.suffix) or (self.suffix == "比率" and RATE.search(stem) is not None)
        told = told or (self.suffix == "时长" and stem.endswith("时间"))
        suffix = "" if told else self.suffix
        stem = stem if suffix or len(stem) <= SHORT else YEARLY.sub("", stem)
        shared = next((size for size in (4, 3, SHORT) if len(stem) > size and suffix[:size] == stem[-size:]), 0)
        return replace(self, metric=f"{stem}{suffix[shared:]}", stem=stem, scope=self.scope or level.scope)
