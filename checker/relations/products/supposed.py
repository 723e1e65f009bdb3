"""product: what a change for each comes to in any year: 去年外运1.2万吨，…每吨能省60元，一年下来就是72万元.

The count is of 去年, the value of now, and the sum is of any year: 一年下来, 全年就能. The year beside the count is
where the count was taken from, and dates neither the value nor the sum.
"""

from checker.patterns import pattern
from checker.relations.cues import Act
from checker.relations.products.rates_per import PerUnit, base, is_one, per_unit
from checker.relations.sums.row import OPEN, Row

ANY_YEAR = pattern("(?:一|每|全)年(?:[^，。；0-9]{0,4}[，,]?)?(?:下来|算来|[就便能可])[^，。；0-9]{0,8}$")
LEVELS = (Act.LEVEL, Act.SUM, Act.TO)


def told(row: Row, index: int, per: PerUnit) -> tuple[int, int] | None:
    """The only such count before the value in its sentence, and the sum of any year right behind it."""
    total = next((one for one in range(index + 1, len(row.figures)) if not is_one(row.quantity(one))), None)
    if total is None or base(row.quantity(total).unit) != per.above or row.figures[total].bracket:
        return None
    lead = row.text[row.clause(total) : row.starts[total]]
    near = row.figures[total].clause - row.figures[index].clause <= 1
    counts = [one for one in range(row.first, index) if base(row.quantity(one).unit) == per.below]
    counts = [one for one in counts if not is_one(row.quantity(one)) and per_unit(row, one) is None]
    if len(counts) != 1 or not near or ANY_YEAR.match(lead) is None or row.cues[counts[0]].act not in LEVELS:
        return None
    return None if OPEN.search(row.before(counts[0])) or row.figures[counts[0]].bracket else (counts[0], total)
