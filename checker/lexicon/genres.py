"""What works are called by their sort: 舞剧, 长篇小说."""

from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "genres.txt"
LONGEST = 6


@cache
def genres() -> frozenset[str]:
    """Every genre of the table."""
    lines = (line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())


def genre_before(text: str, end: int) -> str:
    """The longest genre that ends at ``end``, or nothing."""
    sizes = range(min(LONGEST, end), 1, -1)
    return next((text[end - size : end] for size in sizes if text[end - size : end] in genres()), "")
