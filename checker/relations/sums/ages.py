"""Groups of age that overlap: 60岁及以上占20%，65岁及以上占14%."""

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
