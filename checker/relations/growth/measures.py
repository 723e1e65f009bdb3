"""What is measured, where its name stands with a multiple: 面积是半径4米的水池的4倍 compares no lengths."""

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.passage import Figure, Passage

NAMES: dict[UnitClass, str] = {
    UnitClass.LENGTH: "长度|高度|宽度|深度|厚度|身高|口径|直径|半径|边长|周长|里程|距离|路程|水位|雨量|降[雨水]",
    UnitClass.AREA: "面积|占地",
    UnitClass.VOLUME: "体积|容积|容量|库容|水量|蓄水|水体",
    UnitClass.MASS: "重量|体重|净重|产量|单产|亩产|水量|销量|分量|重",
    UnitClass.DURATION: "时间|时长|年龄|岁数|寿命|工期|用时|耗时|历时|工龄|任期",
}
"""Names of what the units of each class measure."""

OTHERS = (
    "面积|体积|容积|容量|重量|长度|高度|时间|价格|价钱|售价|票价|租金|造价|费用|收入|成本|工资|速度|时速|功率|亮度|强度|"
    "能量|威力|力气|饭量|流量|截面|集光|采光|产能|效率|密度|人口|产量|销量|产值"
)
OTHER = {
    kind: pattern("|".join(one for one in OTHERS.split("|") if one not in names.split("|")))
    for kind, names in NAMES.items()
}
"""What is no measure of each class."""


def of_other_measure(passage: Passage, times: Figure, level: Figure) -> bool:
    """Whether the clause of a multiple names what the unit of a level does not measure."""
    named = OTHER.get(level.quantity.unit_class)
    start = passage.clauses[times.clause].start
    return named is not None and named.search(passage.text, start, times.quantity.span.start) is not None
