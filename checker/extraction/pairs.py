"""Where in a text the pairs of characters stand by which words are looked up: found in one pass."""

from collections.abc import Container
from itertools import compress
from operator import add


def pairs(text: str, keys: Container[str]) -> dict[str, list[int]]:
    """The places of every pair of neighbouring characters that is one of the keys.

    >>> pairs("再接再励", {"再接", "接再", "再厉"})
    {'再接': [0], '接再': [1]}
    """
    found: dict[str, list[int]] = {}
    for at in compress(range(len(text)), map(keys.__contains__, map(add, text, text[1:]))):
        found.setdefault(text[at : at + 2], []).append(at)
    return found
