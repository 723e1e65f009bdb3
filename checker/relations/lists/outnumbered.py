"""Values that are more or fewer than the names beside them, where little but a number or a single 和 says how many.

三家铺子分别多卖30元和20元; 早班和晚班产量分别为3吨、4吨和5吨. Each is for a reader to look at, never a certain fault.
"""

from checker.patterns import pattern
from checker.quantities.model import Quantity
from checker.relations.lists.certain import halves
from checker.relations.lists.enumeration import DATE, FIGURE, Stretch
from checker.relations.lists.grouped import Values
from checker.relations.lists.trimming import ADVERBS, METRIC, trimmed, words_of
from checker.relations.passage import Passage
from checker.spans import Span

COUNTED = pattern(rf"(?:这|该|上述|其余|全[省市县区镇村校])?(?P<count>▓+)[\u4e00-\u9fff]{{0,6}}?{METRIC}?")
UNITS = frozenset("个家种类项位名人条座支县市区镇乡村所台只头栋幢间")
MEASURED_TWICE = pattern("营收|净利|量额|量价|软硬|一二|上下|前后|平均|最[高大多低小少]|[男女老幼城乡产销]{2}")
ENDED = pattern(r"[\s░]*(?:左右|以上)?(?:[，,；;。]|$)")
NAME = pattern(r"[\u4e00-\u9fff]{2,6}")


def outnumbered(passage: Passage, head: Stretch, values: Values, tail: Stretch) -> tuple[Span, ...]:
    """The names, or the number that stands for them, which the values are not as many as; else nothing."""
    ending = tail.words[values.span.end - tail.start :]
    if not values.plain or not ENDED.match(ending) or len(values.lead) > 6 or not _amounts(values):
        return ()
    return _by_number(passage, head, values) or _by_one_join(head, values)


def _amounts(values: Values) -> bool:
    """Whether the values are amounts in one unit."""
    units = {one.unit.name if isinstance(one, Quantity) else "" for one in values.tokens}
    return len(units - {""}) == 1 and all(isinstance(one, Quantity) for one in values.tokens)


def _by_number(passage: Passage, head: Stretch, values: Values) -> tuple[Span, ...]:
    """三家铺子分别…: the number, or the names of a clause before it that are as many."""
    clauses = head.clauses()
    own, count = clauses[-1], len(values.tokens)
    found = COUNTED.fullmatch(own.words.rstrip())
    if found is None or MEASURED_TWICE.search(own.words) or halves(own):
        return ()
    at = own.start + found.start("count")
    number = next((one for one in passage.tokens if one.span.start == at), None)
    if not isinstance(number, Quantity) or number.hedges or number.unit.name not in UNITS or number.literal.isdigit():
        return ()
    if not 2 <= number.value <= 9 or number.value % count == 0 or count % number.value == 0:
        return ()
    before = (one.plain() for one in reversed(clauses[:-1]))
    return next((names for names in before if len(names) == number.value), (number.span,))


def _by_one_join(head: Stretch, values: Values) -> tuple[Span, ...]:
    """早班和晚班产量分别为 three values: two names of as many characters that open the sentence."""
    clauses = head.clauses()
    own, count = clauses[-1], len(values.tokens)
    if len(clauses) > 1 or count != 3 or FIGURE in own.words or DATE in own.words or own.dots():
        return ()
    adverbs = ADVERBS.search(own.words)
    own = own.part(0, adverbs.start()) if adverbs else own
    if len(own.joins()) != 1 or halves(own):
        return ()
    names = trimmed(own, own.split(2))
    words = [words_of(own, one) for one in names]
    alike = len({len(one) for one in words}) == 1 and all(NAME.fullmatch(one) for one in words)
    return names if alike else ()
