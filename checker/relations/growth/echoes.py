"""Whether two levels with their years are of one thing: the later goes on from the earlier, or is told in its words."""

from checker.patterns import pattern
from checker.relations.adverbs import adverbs
from checker.relations.growth.lengths import is_length, year
from checker.relations.passage import Figure, Passage

BECAME = pattern(
    f"[^，。；0-9]{{0,6}}[，,；;](?:而?[到至])?(?:了?[0-9]{{4}}年)?[底末初]?[，,]?"
    f"(?:[这该]一?个?(?:数字?|数据|指标|数值|规模|总数|总量|比例)|它)?(?:{adverbs()})*"
    f"(?:变[成为]了?|(?:增加?|发展|扩大|扩|壮大|上升|提高|升|涨|增长|攀升|冲|减少?|下?降低?|缩[小减]?|萎缩|下?滑|下?跌|回落)[到至为]了?|剩下?了?|到了?|达到?了?|是|有了?|为)(?:{adverbs()})*"
)
"""，到2023年，这个数字变成: all that stands before the later of two levels of one thing."""

AGAIN = pattern("[，,；;](?:而?[到至])?[0-9]{4}年(?P<words>[一-鿿]{1,10})")
BETWEEN = 30


def goes_on(passage: Passage, base: Figure, current: Figure) -> bool:
    """2019年产值12亿元；到2023年，这个数字变成19.6亿元: two years, and nothing new that the second could be of."""
    first, last = year(passage, base), year(passage, current)
    between = passage.text[base.quantity.span.end : current.quantity.span.start]
    return 0 < first < last and len(between) <= BETWEEN and BECAME.fullmatch(between) is not None


def is_echoed(passage: Passage, base: Figure, current: Figure) -> bool:
    """2019年修路84公里，2021年修路103公里: two years, and the same words between the year and the level."""
    first, last = year(passage, base), year(passage, current)
    between = passage.text[base.quantity.span.end : current.quantity.span.start]
    again = AGAIN.fullmatch(between)
    begun = again and passage.text.endswith(f"年{again['words']}", passage.span.start, base.quantity.span.start)
    others = any(is_length(one) and one.value != last - first for one in (each.quantity for each in passage.figures))
    return 0 < first < last and bool(begun) and not others
