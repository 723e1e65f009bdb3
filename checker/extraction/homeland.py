"""The country that a text is about, where it says 我国 and names no other subject."""

from checker.lexicon.clauses import any_of
from checker.patterns import pattern

ABROAD = pattern(any_of("abroad"))
OURS, HOME, OFTEN = "我国", "中国", 3


def homeland(text: str) -> str:
    """The country, where a text speaks of 我国 again and again, and more than of others; else empty.

    >>> homeland("我国产量增长。我国出口增长。我国进口下降。"), homeland("我国产量增长。")
    ('中国', '')
    """
    ours = text.count(OURS)
    return HOME if ours >= OFTEN and ours > sum(1 for _ in ABROAD.finditer(text)) else ""
