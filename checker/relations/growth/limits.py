"""change: by how much, or by what part, what was measured lies over what is allowed.

核载31.5吨，实载40.3吨，超载28%; 限速每小时80公里，车速为每小时96公里，超速20%. The words say of one number that it is
the limit, of the next that it was measured, and name the excess by what was limited.
"""

from collections.abc import Iterator

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.growth.alike import alike
from checker.relations.passage import Figure, Passage

LIMIT = pattern(
    "(?:核(?:定)?(?:载|乘)(?:质?量|重|客|人数?)?|限(?:速|载|高|重|宽|员|乘|价|值)|额定(?:载重|载客|功率)?|准载|荷载|定员|最高时速|最高限速"
    "|(?:标准|许可|规定|允许)(?:限值|上限|载重|车速|浓度|人数)?)(?:标准|要求)?(?:不得?超过|是|为|仅|只|[了有：:])*(?:每小时|时速)?$"
)
MEASURED = pattern(
    "(?:实(?:际)?(?:装?载|乘|坐|测|收|有)(?:质?量|重|客|人数|人|值|车速|时速)?|(?:车|行驶|瞬时|实时)速度?|时速|过磅|称重|车货总重|总重|浓度|装了|载了|坐了"
    "|拉了|跑到了?|开到了?|达到?了?)[^，。；0-9]{0,6}(?:每小时|时速)?$"
)
EXCESS = pattern(
    "(?:超(?:载|速|员|限|重|高|宽|标|乘|编|过?(?:限[速载值高重]|标准|规定|核定)[^，。；0-9]{0,6}))(?:了|达到?|为|幅度|率|近|约|比例|部分)*$"
)
SPEEDS = (UnitClass.SPEED, UnitClass.LENGTH)
REACH = 40
"""How many characters may stand between the one and the other."""

Told = tuple[Figure, Figure, Figure]
"""What is allowed, what was measured, and the excess."""


def told(passage: Passage) -> Iterator[Told]:
    """Every excess right behind a limit and what was measured."""
    figures = passage.figures
    for limit, measured, excess in zip(figures, figures[1:], figures[2:], strict=False):
        if not _is_excess(passage, measured, excess) or not _are_alike(limit, measured):
            continue
        if measured.quantity.span.start - limit.quantity.span.end > REACH:
            continue
        if LIMIT.search(_lead(passage, limit)) and MEASURED.search(_lead(passage, measured)):
            yield limit, measured, excess


def _is_excess(passage: Passage, measured: Figure, excess: Figure) -> bool:
    amount = excess.is_rate or alike(measured.quantity, excess.quantity)
    near = excess.quantity.span.start - measured.quantity.span.end <= REACH
    return amount and near and EXCESS.search(_lead(passage, excess)) is not None


def _are_alike(limit: Figure, measured: Figure) -> bool:
    """Whether both are of one measure; 时速 tells a speed in kilometres."""
    speeds = limit.quantity.unit_class in SPEEDS and measured.quantity.unit_class in SPEEDS
    return speeds or alike(limit.quantity, measured.quantity)


def _lead(passage: Passage, figure: Figure) -> str:
    return passage.words(figure.before)
