"""What is told of a part by several indicators, each of which is one of the whole too.

Two wordings: 单季度 before each (主营收入2.1亿元；净利润0.4亿元；其中第二季度，单季度主营收入…；单季度净利润…), and
a list behind 其中 whose amounts are called as several levels before it are: 新设企业59家…使用外资82亿元。其中，甲国新设
企业17家；投资11亿元. An amount with a name of its own goes to the only level of its unit.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

from checker.frozen import frozen
from checker.patterns import pattern
from checker.quantities.model import Quantity
from checker.relations.cues import Act
from checker.relations.naming import TAIL, levels, pairs, shared_end
from checker.relations.sums.members import NEW_WHOLE
from checker.relations.sums.row import ITEM_END, MOVES, OPEN, Row, Sum, fits, low, same_unit
from checker.spans import Span

SAME_TIME = pattern(r"单季度|单月|当季|当月|Q[1-4](?=[\u4e00-\u9fff])")
PERIOD = pattern(rf"{SAME_TIME.pattern}|(?:第?[一二三四]季度|[上下]半年|[0-9]月份?)(?=[\u4e00-\u9fff])")
TIMED = pattern(f"{PERIOD.pattern}|[去今上本全当]年|(?:前[一二三]|[一二三四])季度|[0-9]年|截至[^，。]{2, 8}[日末底]")
SAID = pattern("其中|实现|完成|共有|现有|拥有|[有共]")
"""What leads the name of an indicator: 其中第三季度实现|营业收入."""

AMONG = pattern("[\u4e00-\u9fff]{0,4}[中里][，,]")
"""其中，市局完成的300批次抽检中，…: what is divided in its turn."""

SEVERALLY = pattern("(?P<names>[^，。；：]+?)(?:分别|依次)[^，。；、0-9]{0,4}$")
JOINT, SEPARATOR = pattern("\\s*[、和及与]\\s*"), pattern("[、和及与]")
"""营业收入、净利润分别为|18.94亿元|、|5.38亿元."""

DIVIDED = pattern("[，,；;](?:其中|包括|含)")
LEVELS = (Act.LEVEL, Act.TO, Act.SUM)
ITEM, MOST, BACK, FEW = "其中", 12, 24, 2
"""So many figures behind 其中, and before it, can each be of one told before."""

CALLED = 4
"""So many characters at the end make two names one."""


@frozen()
class Told:
    """A level by what it is called."""

    name: str
    quantity: Quantity


def of_period(row: Row, first: int, word: Span) -> Iterator[Sum]:
    """其中第二季度，单季度营业收入…: each amount belongs to the one of the same name before."""
    for index in range(first, min(first + MOST, len(row.figures))):
        words = row.before(index)
        name = ITEM_END.split(PERIOD.split(words)[-1])[-1].removeprefix("实现")
        resumed = row.text[word.end - len(ITEM) : word.end] == ITEM and _opens_clause(row, index, words)
        if not (SAME_TIME.search(words) or resumed) or not row.adds(index) or len(name) < FEW:
            continue
        whole = _by_name(row, first, name, word.start)
        if whole is not None:
            moves = MOVES.search(name) is not None
            yield Sum(row.quantity(whole), (row.quantity(index),), (word,), moves=moves)


def _by_name(row: Row, first: int, name: str, end: int) -> int | None:
    """The nearest amount called so, not 扣非归母净利润 where there is a 归母净利润."""
    found = [
        one
        for one in range(first - 1, max(-1, first - BACK), -1)
        if row.before(one).endswith(name) and row.adds(one) and row.starts[one] < end
    ]
    return min(found, key=lambda one: len(ITEM_END.split(row.before(one))[-1]), default=None)


def _opens_clause(row: Row, index: int, words: str) -> bool:
    """Whether the words before a figure are all of its clause so far."""
    return ITEM_END.match(row.text, row.starts[index] - len(words) - 1) is not None or ITEM_END.match(words) is not None


def parallel(row: Row, first: int, word: Span, *, alone: bool) -> list[Sum]:
    """The sums of a list that opens a sentence, where it goes by two indicators, or ``alone`` by one behind others."""
    opened = row.text[row.passage.span.start : word.start].strip()
    if (opened and not opened.endswith("；")) or not (opened or row.first):
        return []
    wholes, parts = _wholes(row, first if opened else row.first), _parts(row, first)
    tied = {one.quantity.span: whole for one in parts if (whole := _named(one, wholes))}
    found = dict[Quantity, list[Quantity]]()
    for one in parts if tied else ():
        whole = tied.get(one.quantity.span) or _only(one, wholes, found, tied.values())
        if whole is not None:
            found.setdefault(whole, []).append(one.quantity)
    if len(found) < FEW and not alone:
        return []
    moving = {one.quantity.span: MOVES.search(one.name) is not None for one in wholes}
    return [Sum(whole, tuple(each), (word,), moves=moving[whole.span]) for whole, each in found.items()]


def _wholes(row: Row, end: int) -> list[Told]:
    """The levels before the list, back to the sentence before, and those of the one before that; the nearest first."""
    earlier = row.passage.earlier
    told = [
        Told(_called(row, one), row.quantity(one))
        for one in range(end - 1, max(-1, end - BACK), -1)
        if row.adds(one) and row.cues[one].act in LEVELS and not row.figures[one].bracket and not row.past(one)
    ]
    before = earlier.earlier if earlier and not OPEN.search(earlier.words(earlier.span)) else None
    if before and not OPEN.search(before.words(before.span)):
        own = islice(levels(before, before.span.end), MOST)
        told += [Told(_name(before.words(one.before)), one.quantity) for one in own]
    return told


def _parts(row: Row, first: int) -> list[Told]:
    """The levels behind the word, up to one that is divided in its turn."""
    found: list[Told] = []
    for index in range(first, min(first + MOST, len(row.figures))):
        if index > first and DIVIDED.search(row.between(index - 1, index)):
            break
        if AMONG.match(row.text, row.quantity(index).span.end):
            return []
        if row.adds(index) and row.cues[index].act in LEVELS and not row.figures[index].bracket and not row.past(index):
            found.append(Told(_called(row, index), row.quantity(index)))
    return found


def _called(row: Row, index: int) -> str:
    """What an amount is called; of several under one 分别, each by its place in the list of names before it."""
    first = index
    while first and index - first < MOST and JOINT.fullmatch(row.between(first - 1, first)):
        first -= 1
    told = SEVERALLY.search(row.before(first))
    names = SEPARATOR.split(told["names"]) if told else []
    return _name(names[index - first]) if index - first < len(names) > 1 else _name(row.before(index))


def _name(words: str) -> str:
    return TAIL.sub("", SAID.split(TIMED.split(words.strip())[-1])[-1])


def _named(part: Told, wholes: Sequence[Told]) -> Quantity | None:
    """The level before that is called as a part is."""
    alike = [one for one in wholes if same_unit(one.quantity, part.quantity)]
    named = [one for one in alike if _one_name(one.name, part.name)]
    told = min(named, key=lambda one: abs(len(one.name) - len(part.name))).quantity if named else None
    nouns = [one.quantity for one in alike if shared_end(one.name, part.name) >= FEW]
    return told or (nouns[0] if len(nouns) == 1 < len(alike) else None)


def _one_name(whole: str, part: str) -> bool:
    return shared_end(whole, part) >= CALLED or (len(whole) >= FEW and part.endswith(whole))


def _only(
    part: Told, wholes: Sequence[Told], found: Mapping[Quantity, Sequence[Quantity]], tied: Collection[Quantity]
) -> Quantity | None:
    """The only level of the unit of a part with a name of its own, where that has room for it.

    Where others go to that level by their names, its own must share something: 总成交金额, of which 起拍总价 is none.
    """
    alike = [one for one in wholes if same_unit(one.quantity, part.quantity)]
    if len(alike) != 1 or NEW_WHOLE.search(part.name):
        return None
    whole = alike[0].quantity
    if whole in tied and pairs(alike[0].name).isdisjoint(pairs(part.name)):
        return None
    least = sum((low(one) for one in found.get(whole, ())), low(part.quantity))
    return whole if fits(whole, least) else None
