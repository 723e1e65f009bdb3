"""What somebody gains by way of something: 几家银行通过收购而获得河东的几座写字楼的冠名权."""

from checker.extraction.bearings import Bearings
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass

GAINS = "(?P<deed>获得|取得|赢得|拿下|得到|拥有)了?"
LED = pattern(f"{GAINS}(?P<where>[^，。；0-9]{{2,10}}的)$")
OF_WHAT = pattern("(?P<thing>[一-鿿]{2,10}?)的(?P<what>[一-鿿]{2,6})")
SOME = "(?:[^，。；]*?[几两一二三四五六七八九十0-9]{1,3}[座家个处项栋幢块])?"
BY_WAY = pattern(
    f"(?:通过|凭借|借助|依靠)[^，。；]{{2,20}}?[而来]?{GAINS}{SOME}[^，。；]*?(?P<thing>[一-鿿]{{2,8}})的(?P<what>[一-鿿]{{2,6}})"
)


def gained(bearings: Bearings, one: Quantity, metric: str) -> str:
    """The indicator of how many they are of whom somebody gains something, or who gain it."""
    if one.unit_class is not UnitClass.COUNT or not metric.endswith("数"):
        return metric
    text, clause = bearings.text, bearings.clause(one.span.start)
    led = LED.search(text, clause.start, one.span.start)
    of = OF_WHAT.fullmatch(text, one.span.end, clause.end) if led else None
    if led and of:
        return f"{led['deed']}{of['what']}的{led['where']}{of['thing']}数"
    name = metric.removesuffix("数")
    way = BY_WAY.fullmatch(text, one.span.end + len(name), clause.end)
    if not way or not text.startswith(name, one.span.end):
        return metric
    return f"{way['deed']}{way['thing']}{way['what']}的{metric}"
