"""Shares that no 占 calls so, but that are told in one row and come to a hundred: 三成归村里，七成归农户.

A fit of finer numbers or of three and more is hardly chance; two round ones need a word of dividing. What is left
(剩下的20%) closes a row, and a row so closed that misses a hundred is one to look at.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from checker.patterns import pattern
from checker.quantities.interval import decimal
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act
from checker.relations.sums.chains import others
from checker.relations.sums.row import Row
from checker.spans import Span

RATED = pattern(
    r"(?<!得票)(?<!控球)(?<!支持)(?<!持股)率|[增降涨跌减升]|[同环]比|[高低快慢多少]于|个百分点|幅|超额|完成|达标|合格|置信|提前|折|利息|打了|概率|可能"
)
"""What makes a per cent no share: growth, rates, progress."""

TIES = pattern(
    r"占|持|认缴|出资|入股|[份股]|剩|余下|其余|其他|保留|来自|责任|构成|结构|组成|比例|分成|归|分别|选择?了?|贡献|得票|控球|支持率"
)
"""Words of dividing."""

AS_SUBJECT = pattern(r"的?[\u4e00-\u9fff]{0,6}?(?:是|为|来自|由|从|用于|用来|用作|作为|归|留|提|投|选|按|返|做|分)")
"""三成是…: what is divided, behind its share."""

SPENT = pattern(r"的?[\u4e00-\u9fff]{0,4}?(?:用[于来作在]|归|留[作给为]|投[向给入]|交给|分给|返还|上缴|拨[给付])")
LEFT = pattern(r"(?:其余|余下|剩余|剩下)的?[\u4e00-\u9fff]{0,6}$")
REST = pattern("(?:而)?(?:其余|余下|剩余|剩下)的?")
PLAIN = pattern("[^，,。；;0-9]{1,16}[，,；;](?:而)?(?:其余|余下|剩余|剩下)的?")
MORE = pattern("其余|余下|剩|还有|另|以及|其他|各")
NOT_ALL = pattern("其中|里面?有|当中|弃权|废|没有?(?:回答|表态)|未表态|首付|已")
STAKE = pattern("的?股[权份]")
RISEN = pattern("(?:占比?[重例]?(?:已|提|上)?[升降高]+[至到为]|(?:已|提|上|下)?[升降高][至到])$")
HELD = pattern("(?:[、和及与]|持有?|占|出资|认购|取得|获得?|为|剩余|余下|其余)的?$")
"""甲公司51%的股权 is a stake in one of several, not one of several stakes."""

OTHERS = pattern(r"[^，,。；;]{0,16}[，,；;](?:而|另外|此外)?(?:其余|余下|剩余|剩下|其他)")
STRUCTURE = pattern("构成|结构|组成")
HEADED = pattern("(?:股权|股份|持股|出资|认缴|构成|结构|分成)[^，,。；;：:0-9]{0,8}[：:][^，,。；;：:0-9]{0,12}$")
LISTED = pattern("[，、][\u4e00-\u9fff]{2,10}$")
SHARED = pattern("占|比重|份额|贡献|权重|得票")
DIVIDING = pattern("构成|结构|组成|分担|权重|配方|配比|总评|成绩|[两三四五]部分|[两三四五]类|来源|渠道")
SEVERAL = pattern("多选|可选|受访|问卷|被调查|认为|选择|其中|女|党员|[0-9一二三四五六七八九]0后|岁|学历|同比|增长|率")
MARKS = pattern("多选|可选|认为|选择|女|党员|[0-9一二三四五六七八九]0后|岁")
"""Answers and marks of which one may have several; and those of them that fine shares can hardly be without."""

PARTIAL = pattern("其中|主要|等|前[一二两三四五六七八九十0-9]|最[多大高]|居|领先|依次")
"""What tells some of the parts only."""

ENDED = pattern("(?:[，,](?!其余|其他|其它|余下|剩下|另|还有|此外)[^，。；0-9]{2,})*[。；;\n]|$")
CUT = pattern("[。;；]|其中")
LEVELS = frozenset((Act.LEVEL, Act.SHARE, Act.TO, Act.FROM))
MOST, GAP, LEAD = 8, 32, 24
"""So many shares make a row at the most; so many characters lie between two of them, and are read before the first."""

NAMED = 60
"""How far before the first share stand the words on what is divided."""

HALF = 50
"""一半…一半 is said of many things that are no parts of one whole."""


@dataclass(frozen=True, slots=True)
class Told:
    """A row of shares: where they stand, the words, whether they are all there are, and whether that is but likely."""

    at: Sequence[int]
    words: Span
    exhaustive: bool = True
    likely: bool = False


def rows(row: Row, taken: Container[int]) -> Iterator[Told]:
    """The rows of shares that come to a hundred, and those closed by what is left."""
    index = row.first
    while index < len(row.figures) - 1:
        run = _run(row, index, taken)
        found = _told(row, run) if len(run) > 1 else None
        if found:
            yield found
        index = (found.at if found else [index])[-1] + 1


def _told(row: Row, run: Sequence[int]) -> Told | None:
    whole = next((run[:count] for count in range(2, len(run) + 1) if _comes_to(row, run[:count])), None)
    if whole and len(whole) < len(run) and others(row, run[len(whole)]):
        return Told(run[: len(whole) + 1], row.figures[whole[0]].before, likely=True)
    if whole:
        return Told(whole, row.figures[whole[0]].before)
    if not _first(row, run[0]):
        return None
    if slipped([row.quantity(one) for one in run]) and _divides(row, run):
        return Told(run, row.figures[run[0]].before, exhaustive=False, likely=True)
    if len(run) > 2 and slipped([row.quantity(one) for one in run]) and _spent(row, run):
        return Told(run, row.figures[run[0]].before, exhaustive=False, likely=True)
    headed = HEADED.search(row.sentence(run[0])) is not None
    if headed and len(run) > 2 and all(LISTED.fullmatch(row.between(*pair)) for pair in pairwise(run)):
        return Told(run, row.figures[run[0]].before, exhaustive=False, likely=True)
    if len(run) > 2 and LEFT.search(row.before(run[-1])):
        # 女生占55%，本科生占70%，其余30%: what is left may be of the last shares alone.
        ends = (run[at:] for at in range(1, len(run) - 1))
        inner = next((end for end in ends if sum(percent(row.quantity(one)) for one in end) == 100), None)
        return Told(inner or run, row.figures[run[-1]].before, likely=inner is None)
    if _is_pair_closed(row, run):
        return Told(run, row.figures[run[-1]].before, likely=True)
    end = row.quantity(run[-1]).span.end
    least = sum((percent(row.quantity(one)) for one in run), Fraction(0))
    if least < 100 and _as_subjects(row, run) and OTHERS.match(row.text, end, row.passage.span.end):
        return Told(run, row.figures[run[0]].before, exhaustive=False)
    return None


def _is_pair_closed(row: Row, run: Sequence[int]) -> bool:
    """30%的人说无所谓，其余60%希望保留: two shares and no third, the second of all who are left."""
    if len(run) != 2 or not REST.fullmatch(row.before(run[1])) or not PLAIN.fullmatch(row.between(*run)):
        return False
    rates = [one for one in range(row.first, len(row.figures)) if row.figures[one].is_rate]
    hedged = any(row.quantity(one).hedges or row.figures[one].bracket for one in run)
    behind = row.text[row.quantity(run[1]).span.end : row.passage.span.end]
    open_ = NOT_ALL.search(row.sentence(run[0])) or MORE.search(behind)
    return rates == list(run) and not hedged and not open_


def slipped(parts: Sequence[Quantity]) -> bool:
    """Whether shares come to more than a hundred by what one wrong digit makes: 38.1+62.6+9.3 is 110.0."""
    over = sum(map(percent, parts), Fraction(-100))
    if over <= 0 or any(one.hedges for one in parts):
        return False
    return len(decimal(over).replace(".", "").strip("0")) == 1


def short(row: Row, parts: Sequence[int]) -> bool:
    """Whether fine shares told by 占 miss a hundred by what one wrong digit makes, and nothing leaves others out.

    A last digit may as well be a small part that nobody tells.
    """
    numbers = [row.quantity(one) for one in parts]
    missing = -sum(map(percent, numbers), Fraction(-100))
    fine = len(numbers) > 2 and all(0 < one.place < 1 and not one.hedges for one in numbers)
    if not fine or missing < 1 or len(decimal(missing).replace(".", "").strip("0")) != 1:
        return False
    start, end = row.passage.span.start, numbers[-1].span.end
    if any(row.figures[one].bracket for one in parts) or PARTIAL.search(row.text, start, row.passage.span.end):
        return False
    if any(row.figures[one].is_rate and one not in parts for one in range(row.first, len(row.figures))):
        return False
    return ENDED.match(row.text, end, row.passage.span.end) is not None and not several(row, parts)


def several(row: Row, run: Sequence[int]) -> bool:
    """Whether shares may be of marks that one bears several of.

    Fine ones miss a hundred by one digit too seldom for that: there the words beside them must say so.
    """
    fine = all(row.quantity(one).place < 1 for one in run)
    start = row.passage.span.start
    if fine:
        start = max(start, row.text.rfind("；", start, row.starts[run[0]]), row.starts[run[0]] - NAMED)
    end = row.quantity(run[-1]).span.end if fine else row.passage.span.end
    return (MARKS if fine else SEVERAL).search(row.text, start, end) is not None


def _divides(row: Row, run: Sequence[int]) -> bool:
    """Whether these shares are of one whole: told in one wording, finely, or behind a word of dividing."""
    start = max(row.passage.span.start, row.starts[run[0]] - LEAD)
    end = row.quantity(run[-1]).span.end
    if several(row, run):
        return False
    fine = len(run) > 2 and all(row.quantity(one).place < 1 for one in run)
    told = SHARED.search(row.text, start, row.starts[run[1]]) is not None
    return told and (fine or DIVIDING.search(row.text, start, end) is not None)


def _run(row: Row, first: int, taken: Container[int]) -> list[int]:
    """The shares that follow one another from this one on, up to what is left."""
    run: list[int] = []
    for index in range(first, min(first + MOST, len(row.figures))):
        if run and _few(row, index):
            continue
        if index in taken or not _shares(row, index):
            break
        if run and (row.figures[index].bracket and not row.figures[run[-1]].bracket):
            break
        if run and (len(gap := row.between(run[-1], index)) > GAP or _is_cut(row, first, gap)):
            break
        run.append(index)
        if len(run) > 1 and LEFT.search(row.before(index)):
            break
    return run


def _is_cut(row: Row, first: int, gap: str) -> bool:
    """Whether another list begins between two shares; that of a structure runs on over semicolons."""
    found = CUT.search(gap)
    return found is not None and not (found[0] in "；;" and STRUCTURE.search(row.sentence(first)))


def _few(row: Row, index: int) -> bool:
    """Whether a figure counts those who have a share together: 两家机构合占30%."""
    quantity = row.quantity(index)
    return quantity.unit_class is UnitClass.COUNT and quantity.value < MOST


def _shares(row: Row, index: int) -> bool:
    """Whether a figure can be a share by the words around it."""
    figure = row.figures[index]
    if not figure.is_rate or row.cues[index].act not in LEVELS or not 0 < percent(figure.quantity) < 100:
        return False
    stake = STAKE.match(row.text, figure.quantity.span.end) and not HELD.search(row.before(index))
    name = RISEN.sub("占", row.before(index)[-LEAD:])
    return not (stake or RATED.search(name) or row.past(index))


def _first(row: Row, index: int) -> bool:
    return not any(one.is_rate for one in row.figures[:index])


def _comes_to(row: Row, run: Sequence[int]) -> bool:
    """Whether shares come to a hundred, and hardly by chance."""
    parts = [row.quantity(one) for one in run]
    if all(percent(one) == HALF for one in parts):
        return False
    off = abs(sum(map(percent, parts), Fraction(-100)))
    place = max(one.place * one.unit.factor for one in parts)
    hedged = any(one.hedges for one in parts)
    exact = off == 0 and not hedged
    tied = _tied(row, run)
    if len(run) > 2 and tied and not hedged:
        return (off <= place * (len(run) - 1) / 2 and place <= 1) or exact
    return exact and (tied or len(run) > 2 or place < 1)


def _tied(row: Row, run: Sequence[int]) -> bool:
    """Whether a word of dividing stands before the first share or between two."""
    start = max(row.passage.span.start, row.starts[run[0]] - LEAD)
    if TIES.search(row.text, start, row.starts[run[-1]]):
        return True
    return _as_subjects(row, run)


def _as_subjects(row: Row, run: Sequence[int]) -> bool:
    """Whether something is told of the first shares: 三成是…."""
    ends = [row.quantity(one).span.end for one in run[:2]]
    return all(AS_SUBJECT.match(row.text, end, min(end + 8, row.passage.span.end)) for end in ends)


def _spent(row: Row, run: Sequence[int]) -> bool:
    """Whether each share is what of one thing goes somewhere: 六成用来修路，三成用来通水，三成留作管护."""
    ends = [row.quantity(one).span.end for one in run]
    return all(SPENT.match(row.text, end, row.passage.span.end) for end in ends)


def percent(quantity: Quantity) -> Fraction:
    """The share in per cent."""
    return quantity.value * quantity.unit.factor
