"""How many things one share is told of: 湖南和广西各占9.6% are two shares of 9.6%."""

from bisect import bisect_left
from collections.abc import Sequence

from checker.patterns import pattern
from checker.quantities import numerals
from checker.quantities.model import Quantity
from checker.relations.sums.apiece import is_first_of_several
from checker.relations.sums.row import Row

OF_EACH = pattern(r"(?P<names>[^，,。；;：:]*?)(?:[都均]?各自?|[都均]|分别[都均]|同样)(?:[占有为是约]|占比|占到)*$")
JOINED = pattern("[、和及与跟同]|以及")
COUNTED = pattern("(?P<many>[两三四五六七八九十]|[2-9])[个家省市县区国地类种项者人户款条支][一-鿿]{0,3}$")
BOTH = pattern("双方|两者|二者")


def spread(row: Row, parts: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The shares, each as often as it is told; nothing where 各 leaves open of how many one of them is."""
    told = [_times(row, one) for one in parts]
    return tuple(one for one, many in zip(parts, told, strict=True) for _ in range(many)) if all(told) else ()


def _times(row: Row, part: Quantity) -> int:
    at = bisect_left(row.starts, part.span.start)
    known = at < len(row.starts) and row.starts[at] == part.span.start
    match = OF_EACH.search(row.text[row.clause(at) : part.span.start]) if known else None
    return 1 if match is None or is_first_of_several(row.passage, part) else _many(match["names"])


def _many(names: str) -> int:
    if BOTH.search(names):
        return 2
    counted = COUNTED.search(names)
    if counted:
        return int(numerals.value_of(counted["many"]))
    joined = sum(1 for _ in JOINED.finditer(names))
    return joined + 1 if joined else 0
