"""The country that a text is about, where it says 我国 or 全国 and names no other subject."""

from checker.lexicon.clauses import any_of
from checker.patterns import pattern

ABROAD = pattern(any_of("abroad"))
OURS = pattern("我国|国内(?!外)|全国(?!人大|政协|[一-鿿]{0,6}(?:委员会|协会|大会))")
HOME, OFTEN = "中国", 3


def homeland(text: str) -> str:
    """The country, where a text speaks of itself as of one again and again, and more than of others; else empty.

    >>> homeland("我国产量增长。我国出口增长。我国进口下降。"), homeland("我国产量增长。")
    ('中国', '')
    """
    ours = sum(1 for _ in OURS.finditer(text))
    return HOME if ours >= OFTEN and ours > sum(1 for _ in ABROAD.finditer(text)) else ""
