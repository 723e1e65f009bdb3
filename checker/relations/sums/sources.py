"""What the income of a head is made up of by source, and what a head spends by kind, as statistics always divide them.

人均可支配收入36000元，其中工资性收入20000元，经营净收入6000元，财产净收入2000元，转移净收入8000元. Amounts a head add
where they are of the same people; all members must be told, each once.
"""

from collections.abc import Iterator, Sequence

from checker.patterns import one_of, pattern
from checker.relations.cues import Act
from checker.relations.sums.row import Row, Sum, same_unit

SIGNS = "均"
DIVISIONS = (
    ("可支配收入", ("工资性", "经营", "财产", "转移")),
    ("消费(?:性)?支出", ("食品", "衣着", "居住", "生活用品|家庭设备", "交通", "教育|文化", "医疗", "其他|其它")),
)
"""What is divided, and one sign of each part of it."""

MEAN = "均"
PEOPLE = pattern("城镇|农村|乡村|脱贫")
OTHER = pattern("[上去]年|同期|比")
AHEAD, LEAD = 26, 24


def told(row: Row) -> Iterator[Sum]:
    """Every whole of a head with all of its parts behind it, in its sentence or the next."""
    for whole in range(len(row.figures)):
        lead = _lead(row, whole)
        if MEAN not in lead or row.cues[whole].act is not Act.LEVEL or row.figures[whole].bracket:
            continue
        for name, members in DIVISIONS:
            if pattern(f"{name}(?:为|达到?|约)?$").search(lead):
                parts = _parts(row, whole, members)
                if parts and parts[-1] >= row.first:
                    quantities = tuple(row.quantity(one) for one in parts)
                    words = (row.figures[whole].before,)
                    yield Sum(row.quantity(whole), quantities, words, exhaustive=True, likely=True)


def _parts(row: Row, whole: int, members: Sequence[str]) -> list[int]:
    """The parts behind a whole, one of each name; none if a name is missing or told twice, or of other people."""
    found: dict[int, int] = {}
    people = PEOPLE.findall(_lead(row, whole))
    any_ = pattern(one_of(word for one in members for word in one.split("|")))
    for index in range(whole + 1, min(whole + AHEAD, len(row.figures))):
        lead = row.before(index)
        if not same_unit(row.quantity(index), row.quantity(whole)) or row.cues[index].act is not Act.LEVEL:
            continue
        if row.figures[index].bracket or OTHER.search(lead) or row.quantity(index).hedges:
            continue
        at = [place for place, name in enumerate(members) if pattern(name).search(lead)]
        if not any_.search(lead) or len(at) != 1 or at[0] in found or set(PEOPLE.findall(lead)) - set(people):
            return []
        found[at[0]] = index
        if len(found) == len(members):
            return [found[place] for place in range(len(members))]
    return []


def _lead(row: Row, index: int) -> str:
    return row.text[max(0, row.starts[index] - LEAD) : row.starts[index]]
