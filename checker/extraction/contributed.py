"""What something did for a whole, told behind how it grew itself: 增长6%，|拉动经济增长0.2个百分点, |合计拉动…."""

from collections.abc import Sequence
from dataclasses import replace

from checker.extraction.naming import Naming
from checker.patterns import pattern
from checker.relations.lists.trimming import METRIC

CONTRIBUTES = pattern(
    "对[^，。；]{1,12}的?贡献率|(?:合计|共同)?拉动[^，。；]{1,10}(?:增长|上涨|下降|回升|下跌)(?:幅度|增速)?$"
)
TOGETHER = pattern("合计|共同")
MEASURE = pattern(f"{METRIC}$")
KEYED = 2


def of_levels(said: Naming, levels: Sequence[Naming]) -> Naming:
    """A contribution with what made it: the last of ``levels``, or all of a row that made it together."""
    told = [level for level in levels if not CONTRIBUTES.search(level.stem)]
    if not told:
        return said
    row = _row(told) if TOGETHER.match(said.metric) else []
    name = "、".join(row) if len(set(row)) == len(row) > 1 else told[-1].stem
    return replace(said, metric=f"{name}{said.metric}")


def _row(levels: Sequence[Naming]) -> list[str]:
    """The things whose changes were told last in a row; their measure stands with the last alone."""
    row, last = list[Naming](), levels[-1]
    for level in reversed(levels):
        alike = (level.act, level.suffix, level.compared) == (last.act, last.suffix, last.compared)
        if not alike or level.stem[-KEYED:] != last.stem[-KEYED:]:
            break
        row.append(level)
    stems = [level.stem for level in reversed(row)]
    measure = MEASURE.search(stems[-1])
    cut = len(measure[0]) if measure and all(stem.endswith(measure[0]) for stem in stems) else 0
    return [*(stem[: len(stem) - cut] for stem in stems[:-1]), stems[-1]]
