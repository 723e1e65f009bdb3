"""Where in a text the pairs of characters stand by which words are looked up: found in one pass."""

from array import array
from functools import cache
from itertools import chain, compress


def pairs(text: str, keys: frozenset[str]) -> dict[str, list[int]]:
    """The places of every pair of neighbouring characters that is one of the keys, in no order.

    Pairs are compared as numbers: making a string of each would take longer than all else.

    >>> pairs("再接再励", frozenset({"再接", "接再", "再厉"}))
    {'再接': [0], '接再': [1]}
    """
    wanted = _wanted(keys)
    even, odd = (
        compress(range(start, len(text), 2), map(wanted.__contains__, _numbers(text[start:]))) for start in (0, 1)
    )
    found: dict[str, list[int]] = {}
    for at in chain(even, odd):
        found.setdefault(text[at : at + 2], []).append(at)
    return found


@cache
def _wanted(keys: frozenset[str]) -> frozenset[int]:
    return frozenset(_numbers("".join(keys)))


def _numbers(text: str) -> "array[int]":
    """The first and second character as one number, the third and fourth, and so on; an odd last one is left out."""
    return array("Q", text[: len(text) & ~1].encode("utf-32-le", "surrogatepass"))
