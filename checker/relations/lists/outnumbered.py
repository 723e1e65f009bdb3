"""Values that are more or fewer than the names beside them, where little but a number or a single 和 says how many.

三家铺子分别多卖30元和20元; 早班和晚班产量分别为3吨、4吨和5吨. Each is for a reader to look at, never a certain fault.
"""

from checker.patterns import pattern
from checker.quantities.model import Quantity
from checker.relations.lists.certain import beyond_doubt, halves, opens
from checker.relations.lists.counterparts import MARK, stated
from checker.relations.lists.enumeration import DATE, FIGURE, Stretch
from checker.relations.lists.grouped import Values
from checker.relations.lists.trimming import ADVERBS, METRIC, trimmed, words_of
from checker.relations.passage import Passage
from checker.spans import Span

COUNTED = pattern(
    r"(?:(?:这|该|上述|其余|其他|另外?|余下的?|剩下的?|全[省市区县镇村校])?(?P<count>(?P<number>[两三四五六七八九2-9])[个家种类项位名人条座支县市区镇乡村所台只头栋幢间])"
    r"|(?:(?![一二两三四五六七八九十各每前])[\u4e00-\u9fff]){0,10}(?P<first>前(?P<leaders>[两三四五六七八九2-9])[名位强]))"
    rf"(?:(?!前[两三四五六七八九])[\u4e00-\u9fff]){{0,6}}?{METRIC}?"
)
ORDERED = pattern(
    r"[\u4e00-\u9fff]{0,12}?(?P<run>[一二三四五六1-6](?:[、和][一二三四五六1-6])+)"
    rf"(?:等奖?|期|季度|[号档级班组队类线区层楼]|标段|年级|车间)[\u4e00-\u9fff]{{0,6}}?{METRIC}?"
)
"""一、二、三等奖奖金: names that are numbers in order."""

NUMBERS = {word: value for value, word in enumerate("一二三四五六七八九", 1)} | {"两": 2}
MEASURED_TWICE = pattern("营收|净利|量额|量价|软硬|一二|上下|前后|平均|最[高大多低小少]|[男女老幼城乡产销]{2}")
ENDED = pattern(r"[\s░]*(?:左右|以上)?(?:[，,；;。]|$)")
OWN = pattern(
    r"(?![^▓]*(?:其中|[两二三四前后首末一]))"
    rf"(?:同比|环比|也|又|还|并|各自?)?(?:[\u4e00-\u9fff]{{0,4}}{METRIC})?(?:同比|环比|也|又|还)?"
)
"""What may stand between the comma and the second 分别: nothing, or what is measured."""

NAME = pattern(r"[\u4e00-\u9fff]{2,6}")
MEASURES = pattern("(?:[量额率值价数]|收入|利润|面积|人次|费用|税收|投资|消费|[进出]口|产能|亩产)$")
"""What ends the name of something measured."""

LONGEST = 9
SUBJECT = pattern(r"[\u4e00-\u9fff]{1,6}")


def outnumbered(
    passage: Passage, head: Stretch, values: Values, tail: Stretch, known: tuple[Span, ...]
) -> tuple[Span, ...]:
    """The names, or the number that stands for them, which the values are not as many as; else nothing.

    ``known`` are the names of the last group of values in the sentence.
    """
    ending = tail.words[values.span.end - tail.start :].removeprefix(values.noun)
    if not values.plain or not ENDED.match(ending) or len(values.lead) > 6 or not _amounts(values):
        return ()
    return (
        _dealt_again(head, values, known)
        or _by_number(passage, head, values)
        or _by_list(passage, head, values)
        or _by_order(passage, head, values)
        or _by_one_join(head, values)
        or _by_clause_before(head, values)
    )


def _dealt_again(head: Stretch, values: Values, known: tuple[Span, ...]) -> tuple[Span, ...]:
    """…分别收30斤、28斤、25斤，分别卖得900元、840元: the names that the last group was dealt to, if none stand here."""
    clauses = head.clauses()
    own = clauses[-1]
    known = known if len(clauses) > 1 and MARK.search(clauses[-2].words) else ()
    again = known and not own.joins() and not own.dots() and OWN.fullmatch(own.words)
    return known if again and not halves(own) and _apart(len(known), len(values.tokens)) else ()


def _amounts(values: Values) -> bool:
    """Whether the values are amounts in one unit."""
    units = {one.unit.name if isinstance(one, Quantity) else "" for one in values.tokens}
    return len(units - {""}) == 1 and all(isinstance(one, Quantity) for one in values.tokens)


def _by_number(passage: Passage, head: Stretch, values: Values) -> tuple[Span, ...]:
    """三家铺子分别…: the number, or the names of a clause before it that are as many."""
    clauses = head.clauses()
    own = clauses[-1]
    words = passage.text[own.start : own.start + len(own.words)].rstrip()
    found = COUNTED.fullmatch(words)
    if found is None or MEASURED_TWICE.search(own.words) or halves(own):
        return ()
    name = "first" if found["first"] else "count"
    number = _worth(found["leaders"] or found["number"])
    if not _apart(number, len(values.tokens)):
        return ()
    before = (one.plain() for one in reversed(clauses[:-1]))
    counted = Span(own.start + found.start(name), own.start + found.end(name))
    return next((names for names in before if len(names) == number), (counted,))


def _by_list(passage: Passage, head: Stretch, values: Values) -> tuple[Span, ...]:
    """甲系、乙系和丙系三个系，分别…: the number that the list says it has."""
    told = stated(passage, head.clauses())
    return (told[1],) if told and _apart(told[0], len(values.tokens)) else ()


def _by_order(passage: Passage, head: Stretch, values: Values) -> tuple[Span, ...]:
    """一、二、三等奖奖金分别为 two values: the numbers in order are the names."""
    own = head.clauses()[-1]
    found = ORDERED.fullmatch(passage.text[own.start : own.start + len(own.words)].rstrip())
    if found is None:
        return ()
    order = [_worth(one) for one in found["run"][::2]]
    in_order = order == list(range(order[0], order[0] + len(order)))
    start = own.start + found.start("run")
    names = tuple(Span(start + 2 * at, start + 2 * at + 1) for at in range(len(order)))
    return names if in_order and _apart(len(names), len(values.tokens)) else ()


def _worth(word: str) -> int:
    return NUMBERS[word] if word in NUMBERS else int(word)


def _apart(names: int, values: int) -> bool:
    """Whether neither is a multiple of the other, as it is where each name has several values."""
    return values % names != 0 and names % values != 0


def _by_one_join(head: Stretch, values: Values) -> tuple[Span, ...]:
    """早班和晚班产量分别为 three values: two names of one length, or two measures, that open the sentence."""
    clauses = head.clauses()
    own, count = clauses[-1], len(values.tokens)
    if count != 3 or FIGURE in own.words or DATE in own.words or own.dots():
        return ()
    if not opens(head, clauses, own, many=False):
        return ()
    adverbs = ADVERBS.search(own.words)
    own = own.part(0, adverbs.start()) if adverbs else own
    if len(own.joins()) != 1 or halves(own):
        return ()
    whole = own.split(2)
    if whole and all(MEASURES.search(words_of(own, one)) and len(one) < LONGEST for one in whole):
        return whole
    names = trimmed(own, whole)
    words = [words_of(own, one) for one in names]
    alike = len({len(one) for one in words}) == 1 and all(NAME.fullmatch(one) for one in words)
    return names if alike and len(clauses) == 1 else ()


def _by_clause_before(head: Stretch, values: Values) -> tuple[Span, ...]:
    """考点设在一中、三中、职校，考生分别有 two values: the plain list that ends the clause before."""
    clauses = head.clauses()
    if len(clauses) < 2 or not SUBJECT.fullmatch(clauses[-1].words) or clauses[-1].joins() or halves(clauses[-1]):
        return ()
    names = beyond_doubt(clauses[-2])
    return trimmed(head, names) if names and _apart(len(names), len(values.tokens)) else ()
