"""The ratio of incomes: that of people in towns over that of people in the country.

城乡居民收入比为1.56, 1.56∶1的城乡收入比; the incomes are told before it, each by its name
or both together (城镇和农村居民人均可支配收入35860元、22940元).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from checker.patterns import pattern
from checker.quantities.model import Proportion, UnitClass
from checker.relations.growth.alike import alike
from checker.relations.passage import Figure, Passage
from checker.spans import Span

SENTENCES, REACH = 3, 24
"""How many sentences, and how many figures of each, are searched for the incomes of a ratio."""

RATIO = "(?:[两二]者(?:收入)?之比|城乡(?:居民)?(?:人均)?(?:可支配)?收入(?:水平)?(?:比值|倍差|之比|比))"
TOLD = pattern(f"{RATIO}(?:[^，,。；由从]{{0,6}}|[由从][^，。；]{{1,18}}(?:缩小|扩大|下降|降低?|变|调整)[至到为])$")
BEHIND = pattern(f"的{RATIO}")
TOWN, COUNTRY = pattern("城镇[^，。；]{0,8}收入(?:为|达到?)?$"), pattern("农村[^，。；]{0,8}收入(?:为|达到?)?$")
BARE = {
    TOWN: pattern("城镇(?:常住)?居民?(?:为|达到?)?$|城镇$"),
    COUNTRY: pattern("农村(?:常住)?居民?(?:为|达到?)?$|农村$"),
}
"""人均可支配收入42560元，其中|城镇|52310元: people alone, of whose income the sentence speaks."""

SPENT = pattern("消费|支出|价格|增[长速]")
BOTH = pattern("城镇(?:居民)?[和、与及](?:农村|乡村)(?:常住)?居民[^，。；0-9]{0,16}收入(?:分别)?(?:为|达到?)?$")
WORTH = (UnitClass.MONEY, UnitClass.PER)


def told(passage: Passage) -> Iterator[tuple[Figure, Figure, Figure, Span]]:
    """The income in the country, that in towns, how many times the one the other is, and the words that say so."""
    if "收入" not in passage.words(passage.span):
        return
    for figure in (*passage.figures, *_proportions(passage)):
        before = passage.words(figure.before)
        found, behind = TOLD.search(before), BEHIND.match(passage.text, figure.after.start)
        if not (found or behind) or figure.quantity.unit_class not in (UnitClass.NONE, UnitClass.MULTIPLE):
            continue
        pair = _pair(passage, figure)
        if pair and alike(pair[0].quantity, pair[1].quantity):
            start = figure.before.start + found.start() if found else figure.quantity.span.start
            yield *pair, figure, Span(start, figure.before.end if found else figure.after.start)


def _proportions(passage: Passage) -> Iterator[Figure]:
    """The first number of 1.56∶1."""
    for token in passage.tokens:
        if isinstance(token, Proportion) and len(token.parts) == 2 and token.parts[1].value == 1:
            start, end = token.span.start, token.span.end
            yield Figure(token.parts[0], 0, 0, _lead(passage, start), Span(end, min(passage.span.end, end + REACH)))


def _lead(passage: Passage, end: int) -> Span:
    return Span(max(passage.span.start, end - REACH), end)


def _pair(passage: Passage, figure: Figure) -> tuple[Figure, Figure] | None:
    """The incomes in the country and in towns."""
    town, country = _of(passage, figure, TOWN), _of(passage, figure, COUNTRY)
    if town and country:
        return country, town
    for one, two in zip(passage.figures, passage.figures[1:], strict=False):
        if one.quantity.unit_class in WORTH and BOTH.search(passage.words(_lead(passage, one.quantity.span.start))):
            return two, one
    return None


def _of(passage: Passage, figure: Figure, people: re.Pattern[str]) -> Figure | None:
    """The last income of such people before the ratio, in this sentence or one of the two before it."""
    seen: Passage | None = passage
    for _ in range(SENTENCES):
        if seen is None:
            return None
        end = bisect_left(seen.figures, figure.quantity.span.start, key=lambda one: one.quantity.span.start)
        for one in reversed(seen.figures[max(0, end - REACH) : end]):
            told = seen.words(one.before)
            if one.quantity.unit_class in WORTH and (people.search(told) or _is_bare(seen, one, BARE[people])):
                return one
        seen = seen.earlier
    return None


def _is_bare(passage: Passage, figure: Figure, people: re.Pattern[str]) -> bool:
    """Whether it is called by the people alone, and the last that the sentence spoke of is their income."""
    if not people.search(passage.words(figure.before)):
        return False
    _, told, since = passage.text[passage.span.start : figure.quantity.span.start].rpartition("收入")
    return bool(told) and SPENT.search(since) is None
