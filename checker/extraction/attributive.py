"""Numbers that only say which things the next number is of.

60岁及以上|人口占比5%, 三年|毛入园率68%, 3.0级到3.9级|地震52次, 0—24时.
"""

from checker.extraction.naming import RATE
from checker.extraction.parsing import Words
from checker.lexicon.speech import Part
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass

BOUNDED = pattern("(?:及以[上下]|以[上下内])$")
BEYOND = pattern("超过?|突破|不足|不到|少于|低于|高于|多于|逾")
HAVING = pattern("(?:及?以[上下])?的[一-鿿]{0,12}?(?:有|共有|达|为)[0-9一二三四五六七八九十两]")
"""Things that are more than so much, and how many there are: 超过500万人|的有3个."""

LOW = pattern("[ ]?(?:[至到~～—–-]+[0-9.]{1,9}[万亿]?[一-鿿]{1,3}?(?:及?以[上下]|之间)?)?")
"""The high end of a range whose low end a number is."""

RANGED = pattern("[0-9][万亿]?[一-鿿]{0,3}[至到~～—–-]+$")
"""What stands before the high end of one."""

SORT = pattern("(?:及?以[上下])?(?:之间)?的?(?![是为有占])(?P<name>[一-鿿、（）“”]{2,24}?)[0-9一二三四五六七八九十两]")
"""The things, and the number that is told of them."""

GRADED = ("岁", "周岁", "级")
HOURS = pattern("(?:[日号天][ ]?)[0-9]{1,2}[时点]?[—–~～至到-]+[0-9]{1,2}[时点]")
PER_MANY = pattern("[0-9][/／]$")
AROUND, LINKS = "前后内来以之", "达到为是至约共仅"
NEAR, FAR = 12, 40


def is_attributive(words: Words, one: Quantity) -> bool:
    """Whether a number asserts nothing by itself: the next one is told of the things that it describes."""
    text = words.text
    return _is_hour(text, one) or _is_per_many(text, one) or _is_sort(words, one)


def _is_sort(words: Words, one: Quantity) -> bool:
    """Whether a number that bounds or grades things stands before them, and another is told of these right behind."""
    text = words.text
    graded = one.unit.name in GRADED or BOUNDED.search(one.literal) is not None
    if BEYOND.match(one.literal) and HAVING.match(text, one.span.end):
        return True
    if one.unit_class in (UnitClass.RATE, UnitClass.POINTS):
        graded = BOUNDED.search(one.literal) is not None
    ranged = LOW.match(text, one.span.end)
    end = ranged.end() if ranged else one.span.end
    low = end > one.span.end
    high = RANGED.search(text, max(0, one.span.start - NEAR), one.span.start) is not None
    yearly = one.unit.name == "年"
    if not (graded or low or high or yearly):
        return False
    told = SORT.match(text, end, min(len(text), end + FAR))
    name = told["name"].rstrip(LINKS) if told else ""
    lasts = yearly and name[:1] not in AROUND and RATE.search(name) is not None
    ranged_of = not yearly and told is not None and "的" in text[end : told.end()]
    if not told or not (graded or lasts or ranged_of):
        return False
    return words.between(*told.span("name"))[0].part not in (Part.VERB, Part.ADVERB, Part.PREPOSITION)


def _is_hour(text: str, one: Quantity) -> bool:
    """Whether it is an hour of a day: 18日0—24时."""
    if one.unit_class not in (UnitClass.NONE, UnitClass.DURATION, UnitClass.COUNT):
        return False
    hours = HOURS.search(text, max(0, one.span.start - NEAR), min(len(text), one.span.end + NEAR))
    return hours is not None and hours.start() < one.span.start and one.number.end <= hours.end()


def _is_per_many(text: str, one: Quantity) -> bool:
    """Whether it is what a rate is told for: 165.38/10万."""
    bare = one.unit_class is UnitClass.NONE
    return bare and one.value >= 1000 and PER_MANY.search(text, max(0, one.span.start - 2), one.span.start) is not None
