"""Groups of age that overlap: 60岁及以上占20%，65岁及以上占14%."""

from collections.abc import Sequence
from itertools import pairwise

from checker.patterns import pattern

OPEN = pattern("([0-9０-９]{1,3})周?岁[及含]?以([上下])")


def overlap(words: str) -> bool:
    """Whether groups of age that are open to one side hold each other.

    >>> overlap("14岁以下占20%，60岁以上占20%"), overlap("18岁以上占80%，60岁以下占75%")
    (False, True)
    """
    ages: dict[str, list[int]] = {"上": [], "下": []}
    for number, side in OPEN.findall(words):
        ages[side].append(int(number))
    above, below = ages["上"], ages["下"]
    return max(len(above), len(below)) > 1 or bool(above and below and above[0] < below[0])


BELOW = pattern("(?:0 ?[-—–－~～至到]+ ?|未满)?([0-9０-９]{1,3})周?岁(?:[及含]?以下)?")
BETWEEN = pattern("([0-9０-９]{1,3})(?:周?岁)? ?[-—–－~～至到]+ ?([0-9０-９]{1,3})周?岁")
ABOVE = pattern("([0-9０-９]{1,3})周?岁[及含]?以上")


def cover(names: Sequence[str]) -> bool:
    """Whether groups of age leave nobody out: the first from birth, each next where the last one ends, the last open.

    >>> cover(["0—14岁人口占", "15—59岁人口占", "60岁及以上占"]), cover(["15—59岁占", "60岁以上占"])
    (True, False)
    """
    first, last = BELOW.search(names[0]), ABOVE.search(names[-1])
    inner = [BETWEEN.search(one) for one in names[1:-1]]
    if len(names) < 2 or not first or not last or not all(inner):
        return False
    if BETWEEN.search(names[0]) and not first[0].startswith(("0", "０")):
        return False
    ends = [(0, int(first[1])), *((int(one[1]), int(one[2])) for one in inner if one), (int(last[1]), 0)]
    return all(two[0] - one[1] in (0, 1) for one, two in pairwise(ends))


def apart(names: Sequence[str]) -> bool:
    """Whether groups of age follow one another and hold nothing in common, from whatever age on.

    >>> apart(["18至35岁的占", "36至59岁的占", "60岁以上的占"]), apart(["18至35岁占", "30至59岁占"])
    (True, False)
    """
    inner = [BETWEEN.search(one) for one in names]
    last = ABOVE.search(names[-1])
    if len(names) < 2 or not all(inner[:-1]) or not (inner[-1] or last):
        return False
    ends = [(int(one[1]), int(one[2])) for one in inner if one]
    if last and not inner[-1]:
        ends.append((int(last[1]), int(last[1])))
    return all(one[1] < two[0] or (one[1] == two[0] and two is ends[-1]) for one, two in pairwise(ends))
