"""How many there are for so many people, by what the rate is called: 每千人口床位7张，床位2.24万张，常住人口320万人.

The sentence, or the one before, tells one amount that is called as the rate is and one number of such people, before
the rate or behind it.
"""

from collections.abc import Iterator
from fractions import Fraction

from checker.patterns import pattern
from checker.quantities import numerals
from checker.relations.elsewhere import THEN
from checker.relations.naming import levels
from checker.relations.passage import Figure, Passage
from checker.relations.sums.row import PEOPLE, same_unit
from checker.spans import Span

SIGN = "每"
RATE = pattern(
    "(?:^|[，,；;：:、 ]|平均)[\u4e00-\u9fff]{0,6}?每(?P<size>[百千万十]{1,2})(?:[名个位])?"
    "(?P<who>(?:常住|户籍)?人口|人(?!口|才|次|均)|(?P<some>老年人口?|老人|儿童|妇女|学生|学龄人口|职工|居民|就业人员))(?:中|里)?[，,]?(?:就?有|拥有|占有|配备|平均|的)?"
    "(?P<what>[^，,。；;0-9]{2,18}?)(?:拥有量|保有量|数量?|人数)?(?:已|约|就)*(?:为|达到?|有|是|至|到)*约?$"
)
OF_ALL = pattern(
    "(?:常住|户籍|总)人口(?:总数|总量)?(?:约?为|达到?|有|约)*$|(?<![城镇乡村农业业动年])人口(?:总数|总量)?(?:约?为|达到?|有|约)*$"
)
OTHER = pattern(f"{THEN}|每|平均|人均|其中|新增|增加|比|目标|计划")
ROUGH = Fraction(3, 100)
"""The people of the middle of the year and those of its end lie so near."""

SCOPE = pattern("全[国省市县区州]")
LEAD, NAME = 40, 4

Told = tuple[Figure, Figure, Fraction, Span]


def told(passage: Passage, rate: Figure) -> Told | None:
    """What there is, the people, how many of them, and the words, if a number is such a rate."""
    start = max(passage.span.start, rate.quantity.span.start - LEAD)
    match = RATE.search(passage.text, start, rate.quantity.span.start)
    if match is None or rate.quantity.hedges:
        return None
    what, some = match["what"], match["some"]
    figures = [(each, one) for each in (passage.earlier, passage) if each for one in _levels(each, rate)]
    wholes = [one for each, one in figures if _is_whole(each, one, some)]
    parts = [one for each, one in figures if _is_part(each, one, rate, what) and one not in wholes]
    if len(parts) != 1 or len(wholes) != 1:
        return None
    if len({word for one in (parts[0], wholes[0], rate) for word in SCOPE.findall(_lead(passage, one))}) > 1:
        return None
    size = numerals.value_of(match["size"] if match["size"][0] in "十一" else f"一{match['size']}")
    words = Span(match.start(), match.end())
    return (parts[0], wholes[0], Fraction(size), words) if wholes[0].quantity.value > size else None


def is_near(part: Figure, whole: Figure, size: Fraction, rate: Figure) -> bool:
    """Whether the rate is missed by so little that other people of the same year explain it."""
    one, two, three = (each.quantity.value * each.quantity.unit.factor for each in (part, whole, rate))
    return abs(one * size - three * two) <= ROUGH * three * two


def _levels(passage: Passage, rate: Figure) -> Iterator[Figure]:
    for one in levels(passage, rate.quantity.span.start):
        if one is not rate and not one.quantity.hedges and not OTHER.search(_lead(passage, one)):
            yield one


def _is_whole(passage: Passage, one: Figure, some: str | None) -> bool:
    lead = _lead(passage, one)
    named = some[:2] in lead + passage.words(one.after)[:6] if some else OF_ALL.search(lead) is not None
    return named and one.quantity.unit.name in PEOPLE


def _is_part(passage: Passage, one: Figure, rate: Figure, what: str) -> bool:
    """Whether it is counted and called as the rate is, by the last that both say: 执业医师 is no 卫生技术人员."""
    if not same_unit(one.quantity, rate.quantity) or one.quantity.value <= rate.quantity.value:
        return False
    words = f"{_lead(passage, one)}，{passage.words(one.after)[:8]}"
    bare = pattern(f"(?:^|[，有共约为]){what[-2:]}")
    return what[-NAME:] in words or bare.search(words) is not None


def _lead(passage: Passage, one: Figure) -> str:
    return passage.text[passage.clauses[one.clause].start : one.quantity.span.start]
