"""same: a number that its neighbour is with two digits turned round, of things that share their words.

计划招收一年级新生360人. 公告写明，一年级新生招收计划为306人: two verbs, or two orders of the words, tell one thing.
That two numbers of three digits near each other are the same digits turned round hardly ever happens otherwise.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.patterns import pattern
from checker.relations.cues import Act
from checker.relations.naming import pairs
from checker.relations.record import Relation
from checker.relations.repeated.likeness import Named, figures, parallel
from checker.relations.repeated.mentions import Mention, comparable, relate
from checker.relations.repeated.resaid import set_apart
from checker.relations.slips import turned

FAR, BACK = 2, 24
"""How many paragraphs and how many numbers may lie between."""

SHARED = 2
"""So many pairs of neighbouring characters of the words beside the one stand in the sentence of the other."""

DIGITS = 3
"""So many digits tell a number."""

TWICE, NOUN = 2, 2
NO_NAME = pattern(
    "全[国省市县区州旗镇乡村年校厂]|[今本去上前当]年|[本我该这][国省市县区州旗镇乡村校厂]|[一二三四五六七八九十0-9]|目前|显示|统计|记者|介绍|表示|公布"
)
"""Words that many sentences share."""

OWNER = pattern("([一-鿿]{2,8})的")
"""下游的小水库: whose it is that is counted."""

OPENS = pattern("[，,。；;：:“]\\s*$")
OF_THOSE = pattern("的[\u4e00-\u9fff]{1,2}(?:要|将|都|全|已|就|正|能|可|里|上|中|，|。)")
"""，126.8公里的线路要: opens its clause and says of those that so many are known."""


def told_again(mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Every number with the last before it that it is with two digits turned round."""
    body = [one for one in mentions if _counts(one)]
    values = [(one.key[:2], one.size.as_integer_ratio()) for one in body]
    told = Counter(values)
    for at, two in enumerate(body):
        first = max(0, at - BACK)
        near = (body[one] for one in range(at - 1, first - 1, -1) if values[one][0] == values[at][0])
        one = next((each for each in near if _are_turned(each, two)), None)
        if one is None or not _is_of_one(one, two) or not (_is_alike(one, two) or _takes_up(one, two)):
            continue
        if min(told[two.key[:2], each.size.as_integer_ratio()] for each in (one, two)) == 1:
            yield replace(relate((one, two), "level"), doubtful=True)


def _counts(one: Mention) -> bool:
    """Whether it tells exactly how much there is of something."""
    exact = not one.title and not one.quantity.hedges and Named(one).is_indicator
    return exact and one.figure.is_amount and one.cue.act in (Act.LEVEL, Act.SUM, Act.TO)


def _are_turned(one: Mention, two: Mention) -> bool:
    left, right = one.quantity.numeral, two.quantity.numeral
    long = min(len(one.digits.strip("0")), len(two.digits.strip("0"))) >= DIGITS - 1
    if not turned(left, right) or not long:
        left, right = figures(one, two)
        return turned(left, right)
    return True


def _is_of_one(one: Mention, two: Mention) -> bool:
    """Whether nothing tells of two sentences' worth of things: two times, two places, two items of a list."""
    if one.sentence is two.sentence or not 0 <= two.paragraph - one.paragraph <= FAR or one.scope != two.scope:
        return False
    small, large = sorted((one.size, two.size))
    if large > TWICE * small or not comparable(one, two) or parallel(one, two):
        return False
    return not is_of_others(one, two)


def is_of_others(one: Mention, two: Mention) -> bool:
    """Whether the second is told of an owner, or of one of a row, that is not the first's: 下游的小水库, 二期工程."""
    known = pairs(one.sentence)
    owners = [found[1] for found in OWNER.finditer(two.before)]
    return any(pairs(each).isdisjoint(known) for each in owners) or set_apart(one.sentence, two.sentence)


def _is_alike(one: Mention, two: Mention) -> bool:
    """Whether what names the one, beside it, stands in the sentence of the other."""
    left, right = (pairs(NO_NAME.sub("|", each.words)) for each in (one, two))
    there, here = pairs(one.sentence), pairs(two.sentence)
    if len(left & here) >= SHARED and len(right & there) >= SHARED and left & right:
        return True
    nouns = [each.after.removeprefix("的")[:NOUN] for each in (one, two)]
    return any(len(noun) == NOUN and noun in other.words for noun, other in zip(nouns, (two, one), strict=True))


def _takes_up(one: Mention, two: Mention) -> bool:
    """Whether the second opens its clause with so many of what the sentence before tells the one number of."""
    opens = not two.before and OPENS.search(two.ahead) and OF_THOSE.match(two.after)
    alike = [each for each in one.passage.figures if each.quantity.unit_class is one.quantity.unit_class]
    return bool(opens) and two.passage.earlier is one.passage and len(alike) == 1
