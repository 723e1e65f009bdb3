"""What shares come to together: 甲占12.5%，乙占3.2%，两项合计占15.7%; 直接持股48.17%，间接持股0.90%，合计49.07%.

How many they are may be said (两项, 前三大); else they are those right before the sum that come to it, or, where one
slip of the pen keeps them from it, all shares of the sentence, held or made up as the sum is.
"""

from collections.abc import Iterator, Sequence

from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.cues import Act
from checker.relations.judge import judge
from checker.relations.sums.judging import exactly
from checker.relations.sums.row import OPEN, Row, Sum

SIGNS = "合共加总"
TOGETHER = pattern(
    "(?P<lead>[^，。；、0-9]{0,10})(?:合计|共计|总计|一共|加起来|合起来|合并|总和|之和|总共)[^，。；、：0-9]{0,14}$"
)
MANY = pattern("(?P<many>[两二三四五六七八九十])(?:者|项|类|人|家|方|部分|大|种|个|位|名|省|市|县|区|国|地|板块)")
HELD = pattern("占|持|控制|拥有|比重|比例|份额|贡献|得票")
JOINED = pattern("\\s*[、，和及与]\\s*")
BEFORE = pattern(
    "[\\s“]*(?:以上|上述|这|前述|其中|他们|她们|[两二三四五六七八九十](?:者|项|人|家|类|方)|合计|共计|一共|加起来)"
)
"""A sentence that opens so sums up the one before."""

REST = pattern("其余|其他|其它|余下|剩[余下]|另外")
"""其余|加起来占20%: no sum of those before it."""

NUMBERS = "一二三四五六七八九十"
OTHER = pattern("后|前(?=[^两三四五六七八九十])|曾|原|去年|上年")
OF = pattern("(?:占|持有|控制)(?P<whole>[^，。；0-9]{1,8}?)的?$")
PAIR, MOST = 2, 8


def summed(row: Row) -> Iterator[Sum]:
    """Every share that is told as the sum of those before it."""
    for index in range(max(row.first, PAIR), len(row.figures)):
        told = TOGETHER.search(row.before(index)) if _is_rate(row, index) else None
        if told is None or REST.search(told["lead"]):
            continue
        shares = _shares(row, index)
        many = MANY.search(told["lead"]) or MANY.search(row.text, row.clause(index), row.starts[index])
        count = NUMBERS.index(many["many"].replace("两", "二")) + 1 if many else 0
        fitting = next((some for some in _suffixes(shares) if _fits(row, index, some)), None)
        parts = fitting or (shares[-count:] if count and len(shares) >= count else shares)
        if fitting or (PAIR <= len(parts) <= MOST and _are_alike(row, index, parts)):
            quantities, words = tuple(map(row.quantity, parts)), (row.figures[index].before,)
            slip = fitting is None and len(parts) != count
            yield Sum(row.quantity(index), quantities, words, exhaustive=True, likely=fitting is None, slip=slip)


def _shares(row: Row, index: int) -> Sequence[int]:
    """The rates before a sum in its sentence; those of the one before where this opens with what sums it up."""
    own = [one for one in range(row.first, index) if _is_rate(row, one)]
    if len(own) >= PAIR or not BEFORE.match(row.text, row.passage.span.start):
        return own
    return [*(one for one in range(row.first) if _is_rate(row, one)), *own]


def _is_rate(row: Row, one: int) -> bool:
    return row.figures[one].is_rate and row.cues[one].act not in (Act.RISE, Act.FALL)


def _suffixes(shares: Sequence[int]) -> Iterator[Sequence[int]]:
    """The last two of them, three, and so on."""
    return (shares[-count:] for count in range(PAIR, min(len(shares), MOST) + 1))


def _fits(row: Row, whole: int, parts: Sequence[int]) -> bool:
    return judge(tuple(map(row.quantity, (whole, *parts))), exactly).verdict is Verdict.CONSISTENT


def _are_alike(row: Row, whole: int, parts: Sequence[int]) -> bool:
    """Whether the shares are told by the word of the sum, as far as they have one, and none is a sum itself.

    Neither may one be divided by the others (东部占45%，其中…), nor the sum be of another time (减持后) or thing.
    """
    clause = row.text[row.clause(whole) : row.starts[whole]]
    of = OF.search(clause)
    if of and of["whole"] not in row.text[row.clause(parts[0]) : row.clause(whole)]:
        return False
    if OPEN.search(row.text, row.starts[parts[0]], row.starts[whole]) or OTHER.search(clause):
        return False
    sorts = {sort for one in parts if not _is_joined(row, one) for sort in (_sort(row, one),)}
    return sorts == {_sort(row, whole)} != {""} and not any(TOGETHER.search(row.before(one)) for one in parts)


def _sort(row: Row, one: int) -> str:
    """By which word a rate is told as a share: 占, 持; empty for anything else."""
    told = HELD.search(row.before(one))
    return told[0][0] if told else "占" if row.cues[one].act is Act.SHARE else ""


def _is_joined(row: Row, one: int) -> bool:
    return one > 0 and row.figures[one - 1].is_rate and JOINED.fullmatch(row.between(one - 1, one)) is not None
