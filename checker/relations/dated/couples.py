"""span of a marriage that death ended: 1961年嫁到岭下村，老伴2019年先走了，相伴58年.

The sentence tells both years, in either order, and nobody else who married or died.
"""

from collections.abc import Iterator

from checker.patterns import pattern
from checker.quantities.model import Date, Hedge, Quantity
from checker.relations.dated import calendar
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.stretch import Length, Stretch, judged, length
from checker.relations.passage import Passage
from checker.relations.record import Relation

TOGETHER = pattern(
    "(?:相伴|相守|厮守|相濡以沫|携手|牵手|做伴|结婚|共同生活|一起生活|一起过|夫妻)(?:走过|度过|生活|相伴|相守|一生)?"
    "(?:了|过|整整|足足|满|共|已)*$"
)
MARRIED = pattern("(?:[^，。；、0-9]{0,6}?)(?:结婚|结为|成[的了]?[亲婚家]|嫁|娶|完婚|完的婚|领证|拜堂|过门|成的婚)")
GONE = pattern("[^，。；、0-9]{0,6}?(?:先走|走了|去世|离世|病逝|逝世|过世|故去|辞世|撒手|离开人世|先去)")
OTHERS = pattern(
    "(?<!伴)儿|[女孙父母爸妈爷奶弟妹哥姐侄舅姨姑叔伯婶嫂徒师]|前[夫妻]|再婚|改嫁|续弦|二婚|复婚|离婚|分居|战友|同事|邻居|朋友"
)
FAR, NEAR = 60, 20
"""How many characters before the length both years stand at the most, and the words that say what it is of."""


def find(passage: Passage) -> Iterator[Relation]:
    """Every marriage whose two years and length the sentence tells, judged."""
    for token in passage.tokens:
        found = length(token) if isinstance(token, Quantity) else None
        if found is not None and _is_of_two(passage, found):
            yield from _judged(passage, found)


def _is_of_two(passage: Passage, found: Length) -> bool:
    """Whether the words say that two people were together for so long."""
    told = found.span.of(passage.text)
    loose = isinstance(found.token, Quantity) and Hedge.VAGUE in found.token.hedges
    if found.unit != "年" or found.ordinal or told.endswith("岁") or loose:
        return False
    start = max(passage.span.start, found.span.start - NEAR)
    return TOGETHER.search(passage.text, start, found.span.start) is not None


def _judged(passage: Passage, found: Length) -> Iterator[Relation]:
    near = [one for one in calendar.around(passage, found.span.start) if one.span.end <= found.span.start]
    years = [one for one in near if isinstance(one, Date) and one.year and found.span.start - one.span.start <= FAR]
    if len(years) != 2:
        return
    first, last = years[0].span.start, found.span.start
    behind = [
        (MARRIED.match(passage.text, one.span.end, last), GONE.match(passage.text, one.span.end, last)) for one in years
    ]
    wed = next((one for one, (married, _) in zip(years, behind, strict=True) if married), None)
    gone = next((one for one, (_, left) in zip(years, behind, strict=True) if left and one is not wed), None)
    if wed is None or gone is None or OTHERS.search(passage.text, first, last):
        return
    lapse = (gone.year or 0) - (wed.year or 0)
    if lapse > 0:
        true = Elapsed(lapse - 1, lapse + 1)
        yield judged(passage, Stretch(wed, gone, found, true, "年份与年数", doubtful=True))
