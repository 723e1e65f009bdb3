"""A sentence and the one before it as one row of figures, in which wholes and their parts are looked for."""

from bisect import bisect_left
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache

from checker.patterns import led, pattern
from checker.quantities.model import Date, Hedge, Period, Quantity, UnitClass
from checker.relations.cues import Act, Cue
from checker.relations.passage import Figure, Passage
from checker.spans import Span

OPENING = "其在包含内里当这"
OPEN = pattern(
    led(
        OPENING,
        r"其中|里[面头](?:的|有)?|(?:这|当)(?:里[面头]|当?中)(?:有)?|在[\u4e00-\u9fff]{2,8}中有|包括|包含"
        r"|(?<=[（(])(?:含|内含)(?!税)|(?<=[（(] )含(?!税)",
    )
)
MEAN = pattern(
    r"RevPAR|ADR|ARPU|EPS|[平人户日月年亩场校家]均|均[为约]?$|每[^，。]{0,4}$|第$|(?<![节赛会战课饭餐婚产术疫灾汛震])前$"
)
OF_EACH = pattern(r"[，,；;。\s]?(?:其中)?(?:平均)?(?:每[一-鿿]|[户亩人]均)")
PACED = pattern("(?:^|[，,、；;：:])(?:最高|最大|平均|可)?(?:日|每天|每日|一天)[^，。；0-9日月年本益渐前常后]{1,5}$")
"""日收16万亩: so much a day, beside what is done and what is left."""

NONE_ADD = pattern(
    r"均价|单价|价格|盘价|[收票房油粮电煤肉菜][购]?价|出厂价|批发价|零售价|仓价|坑口价|最[高低大小多]|指数|雨量|降水|降雨|水位|海拔|气温|浓度"
)
FIRST_PART = pattern("(?:^|[，,中])前$")
"""全长11公里，前|7公里已通车: a part of a way."""

HELD_AGAINST = ("相比", "比较", "对比")
OTHER_TIME = pattern(
    r"(?:上年(?!结转|结余)|去年|上月|上期|前年)(?:同期|同月)?(?:的|为|是|末)?|此前|以前|原来|期初|年初"
)
MOVES = pattern(r"利润|净流[入出]|净[增减买卖]|差额|顺差|逆差|损益|盈亏|净额|收益$|增减|结余|增量")
ITEM_END = pattern("[，,、；;。：:]")
NAME = pattern(r"[\u4e00-\u9fff]{2}|[男女]")
PEOPLE = frozenset(("人", "名", "位", "口人"))
AT_ONE = pattern("[在到至从自往上下]$|位于$|[第楼]$")
GRADES = frozenset(("级", "等", "届", "期", "号", "版", "档", "层", "星"))
AGES, BOUNDS = frozenset(("岁", "周岁")), ("以上", "以下", "以内")
OF_BOUND = pattern("(?:[及含]?以[上下内])?(?!的?(?:共|累计|总|合计|已|为|达))的?[\u4e00-\u9fff“”]{0,8}")
"""What is counted of the things that a bound tells: 80岁以上|老人, 5000万元以上|的项目."""

HOLDING, HOLDER = pattern("[县市区州旗镇乡村省国][一-鿿]{0,2}(?:[（(][^）)]{1,6}[）)])?的"), 14
FROM_ON, SUCH = frozenset((Hedge.OVER, Hedge.AT_LEAST)), pattern("的(?:共|已|就)?(?:有|达到?|为)")

GENERIC = frozenset("个项大")
PLACE = pattern("(?:(省)|(地级市|市州)|(县)(?!级市)|(乡镇|镇街|街道|[镇乡])|((?:行政|自然)?村|社区|居委会))")
"""Places, by their rank."""

BRACKET = pattern(r"[\u4e00-\u9fff]{0,8}[（(]\s*[\u4e00-\u9fff]{1,10}")
CHANGED = pattern("[，,][^，。；0-9]{2,12}")
SUMS_UP = pattern("[\u4e00-\u9fff]{0,4}?(?:[加合算][起在]|合计|共计|总计|[一总拢]?共|统共|拢总|下来|相加)")
MOST_PARTS = 10
NAMED, REACH = 40, 24
"""How many characters before a figure can name it, and how many tokens of its sentence can date it."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A whole and its parts. ``exhaustive`` where wording or names say that these are all of them.

    ``moves`` are changes and balances, of which a part can be larger than the whole. ``rivals`` are other numbers that
    the wording could have meant for the whole. ``likely`` parts are all there are in ordinary use, not by the wording.
    A ``slip`` misses the whole: nothing is said of it but where one slip of the pen explains that. What is ``signed``
    is a balance of two flows, which may be less than nothing. Where the share of a part is ``rated`` behind it, that
    ratio tells what is wrong; the sum is told only where it holds.
    """

    whole: Quantity
    parts: tuple[Quantity, ...]
    words: tuple[Span, ...]
    exhaustive: bool = False
    moves: bool = False
    rivals: tuple[Quantity, ...] = ()
    likely: bool = False
    slip: bool = False
    signed: bool = False
    rated: bool = False


def _counting(passage: Passage) -> list[int]:
    """The figures that are no grades or bounds in the name of a part: 二级及以下|21人, 80岁以上老人|35人.

    办了12期，每期45人 are counted.
    """
    return [
        index
        for index, one in enumerate(passage.figures)
        if (one.quantity.unit.name not in GRADES or _is_of_each(passage, one))
        and not _is_bound(passage, index)
        and not _is_term(passage, one)
        and not _is_holder(passage, index)
    ]


def _is_term(passage: Passage, figure: Figure) -> bool:
    """Whether a time only says which of the things is meant: 3年期品种, 5年期国债."""
    return figure.quantity.unit_class is UnitClass.DURATION and passage.text.startswith("期", figure.quantity.span.end)


def _is_of_each(passage: Passage, figure: Figure) -> bool:
    """Whether it says how many there are of what something is told for each of; 住在3层，每层4户 says which one."""
    told = f"每{figure.quantity.unit.name}" in passage.words(passage.span)
    return told and not AT_ONE.search(passage.words(figure.before))


def _is_bound(passage: Passage, index: int) -> bool:
    """Whether a figure only tells which of the things are counted behind it: 亿元以上项目|35个."""
    quantity = passage.figures[index].quantity
    if index + 1 == len(passage.figures) or not (quantity.unit.name in AGES or quantity.literal.endswith(BOUNDS)):
        return False
    behind = passage.figures[index + 1]
    start = quantity.span.end
    named = OF_BOUND.fullmatch(passage.text, start, behind.quantity.span.start) if behind.is_amount else None
    return named is not None and behind.quantity.unit.name != quantity.unit.name


def _is_holder(passage: Passage, index: int) -> bool:
    """Whether a figure only tells whose the things are that are counted behind it: 15个县（市、区）的|58个乡镇.

    Or from what on they are: 超过10万套的有|9个.
    """
    quantity = passage.figures[index].quantity
    if index + 1 == len(passage.figures) or "的" not in passage.text[quantity.span.end : quantity.span.end + HOLDER]:
        return False
    behind = passage.figures[index + 1].quantity
    between = quantity.span.end, behind.span.start
    if behind.unit == quantity.unit and HOLDING.fullmatch(passage.text, *between):
        return True
    return not FROM_ON.isdisjoint(quantity.hedges) and SUCH.fullmatch(passage.text, *between) is not None


class Row:
    """A sentence and the one before it as one row of figures."""

    def __init__(self, passage: Passage) -> None:
        earlier = passage.earlier
        self.passage, self.text = passage, passage.text
        before = _counting(earlier) if earlier else []
        self._kept = (before, _counting(passage))
        self.figures: tuple[Figure, ...] = (
            *(earlier.figures[index] for index in before if earlier),
            *(passage.figures[index] for index in self._kept[1]),
        )
        self.first = len(before)
        self._earlier = earlier
        self._before: dict[int, str] = {}
        self._adds: dict[int, bool] = {}

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """What each figure is, by the words before it."""
        before, own = self._kept
        return (
            *(self._earlier.cues[index] for index in before if self._earlier),
            *(self.passage.cues[index] for index in own),
        )

    @cached_property
    def starts(self) -> list[int]:
        """Where the figures begin."""
        return [one.quantity.span.start for one in self.figures]

    def before(self, index: int) -> str:
        """The words before a figure back to the figure before it or the start of its clause; dates are words here."""
        words = self._before.get(index)
        if words is None:
            end = self.starts[index]
            start = max(end - NAMED, self.clause(index))
            if index and self.figures[index - 1].quantity.span.end <= end:
                start = max(start, self.figures[index - 1].quantity.span.end)
            words = self._before[index] = self.text[min(start, end) : end]
        return words

    def clause(self, index: int) -> int:
        """Where the clause of a figure begins."""
        passage = self.passage if index >= self.first else self._earlier
        return passage.clauses[self.figures[index].clause].start if passage else 0

    @cached_property
    def letters(self) -> frozenset[str]:
        """The characters of the sentence itself."""
        return frozenset(self.passage.words(self.passage.span))

    def quantity(self, index: int) -> Quantity:
        """The printed number of a figure."""
        return self.figures[index].quantity

    def name(self, index: int) -> str:
        """What a part is called: its own words before it, or those after it where none stand before (6个收涨)."""
        words = OPEN.sub("", self.before(index)).rpartition("、")[2]
        return words if NAME.search(words) else self.called_after(index)

    def called_after(self, index: int) -> str:
        """The words right behind a figure."""
        return ITEM_END.split(self.figures[index].after.of(self.text)[:12])[0]

    def past(self, index: int) -> bool:
        """Whether the figure is a level of another time, told for comparison: 上年同期为12家."""
        moved = self.cues[index].act in (Act.RISE, Act.FALL)
        return not moved and OTHER_TIME.search(self.before(index)) is not None

    def held_against(self, index: int) -> bool:
        """Whether the figure is what a level is held against: 与第六次人口普查的39万人相比."""
        return self.text.startswith(HELD_AGAINST, self.quantity(index).span.end)

    def paced(self, index: int) -> bool:
        """Whether the figure tells how much is done in a day."""
        return PACED.search(self.before(index)) is not None

    def sentence(self, index: int) -> str:
        """The words of a figure's sentence up to it."""
        passage = self.passage if index >= self.first else self._earlier
        return self.text[passage.span.start if passage else 0 : self.starts[index]]

    def periods(self, index: int) -> list[str]:
        """The months, quarters and years that stand before a figure in its sentence."""
        passage = self.passage if index >= self.first else self._earlier
        tokens = passage.tokens[:REACH] if passage else ()
        return [
            one.span.of(self.text)
            for one in tokens
            if isinstance(one, Period | Date) and one.span.end <= self.starts[index]
        ]

    def one_period(self, whole: int, part: int) -> bool:
        """Whether a part is of the period that its whole is of, as far as both are told."""
        between = self.between(whole, part)
        told = [one for one in self.periods(part) if one in between]
        return not told or not self.periods(whole) or any(one in self.sentence(whole) for one in told)

    def between(self, one: int, two: int) -> str:
        """The text between two figures."""
        return self.text[self.figures[one].quantity.span.end : self.figures[two].quantity.span.start]

    def adds(self, index: int) -> bool:
        """Whether the figure is an amount that can be added to another."""
        told = self._adds.get(index)
        if told is None:
            told = self._adds[index] = self._is_added(index)
        return told

    def opens_costs(self, index: int) -> bool:
        """Whether what one costs opens a list of such: 每亩地租850元，农药380元，合计1230元 are all per 亩."""
        return self.figures[index].quantity.unit_class is UnitClass.MONEY and bool(OF_EACH.match(self.before(index)))

    def _is_added(self, index: int) -> bool:
        figure = self.figures[index]
        kind, before = figure.quantity.unit_class, self.before(index)[-12:]
        if not figure.is_amount or kind is UnitClass.PER or figure.quantity.unit.name in GRADES:
            return False
        if MEAN.search(before) and not (kind is UnitClass.LENGTH and FIRST_PART.search(before)):
            return False
        if kind is not UnitClass.COUNT and self.text.startswith("级", figure.quantity.span.end):
            return False  # 5000吨级 is a class of ships
        return kind is UnitClass.COUNT or not NONE_ADD.search(before)


def counts_parts(row: Row, index: int) -> bool:
    """Whether a figure only says how many parts are put together behind it: 三个|班合起来113个."""
    quantity = row.quantity(index)
    few = quantity.unit_class is UnitClass.COUNT and quantity.is_exact and 1 < quantity.value <= MOST_PARTS
    return few and SUMS_UP.match(row.text, quantity.span.end) is not None


@lru_cache(maxsize=2)
def row_of(passage: Passage) -> Row:
    """The row that ends in a sentence. The relations that use it ask one after the other."""
    return Row(passage)


def same_unit(one: Quantity, two: Quantity) -> bool:
    """Whether two amounts are counted alike: people are people, 项 are 个."""
    if one.unit_class is not two.unit_class:
        return False
    names = {one.unit.name, two.unit.name}
    if one.unit_class is UnitClass.COUNT and (names <= PEOPLE or names <= GENERIC):
        return True
    return (one.unit.base or one.unit.name) == (two.unit.base or two.unit.name)


def of_two_ranks(text: str, one: Sum) -> bool:
    """Whether the whole counts places of one rank and a part those of another: 51个乡镇, 其中58个村."""
    whole = _rank(text, one.whole)
    return whole is not None and any(_rank(text, part) not in (None, whole) for part in one.parts)


def _rank(text: str, quantity: Quantity) -> int | None:
    found = PLACE.match(text, quantity.span.end) if quantity.unit.name in GENERIC else None
    return found.lastindex if found else None


def is_one_thing(row: Row, whole: int, part: int) -> bool:
    """Whether no other thing is named behind a part: 个 and 家 count villages as well as their people."""
    noun = row.called_after(part)[:2]
    return row.quantity(whole).unit.name not in GENERIC or noun in row.called_after(whole) or noun[:1] in "已被未没正均"


def base_of(quantity: Quantity) -> str:
    """What amounts that can be added have in common."""
    unit = quantity.unit
    if quantity.unit_class is UnitClass.COUNT and unit.name in PEOPLE:
        return "人"
    if quantity.unit_class is UnitClass.COUNT and unit.name in GENERIC:
        return "个"
    return unit.base or unit.name


def low(quantity: Quantity) -> Fraction:
    """The least that a printed number can stand for, in the base of its class."""
    bound = quantity.truncated.low
    return (quantity.value if bound is None else bound) * quantity.unit.factor


def fits(whole: Quantity, least: Fraction) -> bool:
    """Whether parts that come to ``least`` can lie in the whole."""
    high = whole.truncated.high
    return high is None or least <= high * whole.unit.factor


def hung(row: Row, one: Sum) -> Sum | None:
    """What hangs on a whole and on each of its parts, in brackets of one wording, adds like they do.

    40件（含主办12件），其中甲27件（含主办9件）、乙13件（含主办3件）. So do the changes told behind them in one wording:
    余额6384亿元，比年初增加413亿元，其中住户存款3127亿元，比年初增加268亿元、….
    """
    if len(one.parts) < 2:
        return None
    for reader in (_bracket_of, _change_of):
        inner = [reader(row, each) for each in (one.whole, *one.parts)]
        found = [each for each in inner if each is not None]
        if len(found) == len(inner) and len({row.before(index).strip() for index in found}) == 1:
            whole, *parts = (row.quantity(index) for index in found)
            moves = reader is _change_of
            return Sum(whole, tuple(parts), one.words, one.exhaustive, moves, likely=True)
    return None


def _change_of(row: Row, quantity: Quantity) -> int | None:
    """The change of a level, in the clause right behind it."""
    index = bisect_left(row.starts, quantity.span.start) + 1
    if not 0 < index < len(row.figures) or row.cues[index].act not in (Act.RISE, Act.FALL):
        return None
    near = CHANGED.fullmatch(row.between(index - 1, index)) is not None
    return index if near and same_unit(row.quantity(index), quantity) else None


def _bracket_of(row: Row, quantity: Quantity) -> int | None:
    """The one figure in the bracket right behind a number."""
    index = bisect_left(row.starts, quantity.span.start) + 1
    if not 0 < index < len(row.figures) or not row.figures[index].bracket:
        return None
    alone = index + 1 == len(row.figures) or row.figures[index + 1].bracket != row.figures[index].bracket
    near = BRACKET.fullmatch(row.between(index - 1, index)) is not None
    return index if alone and near and same_unit(row.quantity(index), quantity) else None
