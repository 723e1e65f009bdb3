"""The tokens that the grammar finds in a text: quantities and everything that only looks like one."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from checker.frozen import frozen
from checker.quantities.figures import in_digits
from checker.quantities.interval import Interval
from checker.spans import Span
from checker.widths import plain


class UnitClass(StrEnum):
    """What a unit measures. Only values of one class can be compared, added or divided into a rate."""

    COUNT = "count"  # things and people told by a classifier: 个、家、人次
    RATE = "rate"  # %、‰、成、几分之几: parts of a whole, or growth
    POINTS = "points"  # 个百分点、个基点: differences of rates
    MULTIPLE = "multiple"  # 倍、番
    MONEY = "money"
    LENGTH = "length"
    AREA = "area"
    VOLUME = "volume"
    MASS = "mass"
    ENERGY = "energy"
    POWER = "power"
    TEMPERATURE = "temperature"
    DURATION = "duration"  # 年、个月、天、小时: how long, not when
    SPEED = "speed"
    DATA = "data"
    INDEX = "index"  # 点 of a stock index
    PER = "per"  # 元/吨、平方米/套、公里/小时
    NONE = "none"  # a bare number


@frozen()
class Unit:
    """A unit of measurement or a classifier.

    ``name`` is the canonical spelling, ``factor`` turns a value into the base of its class (元, 米, 平方米, 千克,
    秒; for rates and points 1). Classifiers and currencies other than 元 are their own base. For PER, ``per`` is the
    denominator.
    """

    name: str
    unit_class: UnitClass
    factor: Fraction = Fraction(1)
    base: str = ""
    per: "Unit | None" = None


class Hedge(StrEnum):
    """How a hedge bounds the value that is printed with it."""

    ABOUT = "about"  # 约、左右
    NEAR = "near"  # 近: just below
    OVER = "over"  # 超、逾、突破
    JUST_OVER = "just_over"  # 出头、挂零: above, but below the next step of its last digit that is no zero
    MORE = "more"  # 余、多: above, but below the next step of the last printed place
    AT_LEAST = "at_least"  # 以上、不少于、至少
    AT_MOST = "at_most"  # 以内、不超过、至多
    BELOW = "below"  # 不足、不到
    VAGUE = "vague"  # 数十、几百、十几: a whole order of magnitude


@frozen(slots=False)
class Quantity:
    """A number with its unit and hedges, as printed and as the set of true values it can stand for.

    ``span`` covers number, unit and hedges (``近100家``), ``literal`` is those words; ``number`` covers the numeral
    alone (``100``).
    ``value`` is exact, in ``unit``, with 万/亿 expanded: 21.7亿元 is 2170000000 of 元, 64.3% is 64.3 of %.
    ``place`` is the value of the last printed digit in the same unit: 0 for exact counts, 100000000/10 for 21.7亿.
    ``loose_place`` is larger where trailing zeros before 万/亿 may be rounding (4700万: 1000000).
    ``interval`` is what the numeral with its hedge stands for, read strictly; ``loose`` reads trailing zeros as
    rounded; ``truncated`` also allows digits that were cut off instead of rounded.
    """

    span: Span
    number: Span
    literal: str
    value: Fraction
    place: Fraction
    loose_place: Fraction
    unit: Unit
    unit_span: Span | None
    hedges: tuple[Hedge, ...]
    interval: Interval
    loose: Interval
    truncated: Interval
    unit_class: UnitClass = field(init=False, repr=False, compare=False)
    """What the unit measures: that of ``unit``, at hand because nothing is asked for as often."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "unit_class", self.unit.unit_class)

    @property
    def numeral(self) -> str:
        """The words of the number alone, scale words with it: ``21.7亿`` of ``约21.7亿元``."""
        return self.literal[self.number.start - self.span.start : self.number.end - self.span.start]

    @property
    def digits(self) -> str:
        """The same in half-width digits, be it in words: ``412万`` of ``四百一十二万元``; 一 to 十 stay words."""
        return in_digits(plain(self.numeral))

    @property
    def base_interval(self) -> Interval:
        """``interval`` in the base of the unit's class, where 近两成 and 19.8% can meet."""
        return self.interval.scale(self.unit.factor)

    @property
    def base_loose(self) -> Interval:
        """``loose`` in the base of the unit's class."""
        return self.loose.scale(self.unit.factor)

    @property
    def base_truncated(self) -> Interval:
        """``truncated`` in the base of the unit's class."""
        return self.truncated.scale(self.unit.factor)

    @property
    def is_article(self) -> bool:
        """Whether 一 before a classifier may just mean "a": 一个缩影, 一座城."""
        bare = self.unit.unit_class is UnitClass.COUNT and not self.hedges
        return bare and self.value == 1 and self.literal.startswith("一")

    @cached_property
    def is_exact(self) -> bool:
        """Whether the printed number leaves no doubt about the true one."""
        return self.interval.low == self.interval.high

    def as_exact(self) -> "Quantity":
        """The same quantity read as counted or fixed and not as measured and rounded: 8天, 三分之一, 两番."""
        exact, none = Interval.exactly(self.value), Fraction(0)
        return replace(self, place=none, loose_place=none, interval=exact, loose=exact, truncated=exact)

    def plain(self) -> str:
        """The value in digits without scale words: ``2170000000``."""
        from checker.quantities.interval import decimal

        return decimal(self.value)


@dataclass(frozen=True)
class Range:
    """Two quantities that bound a third: 75%—80%, 3到5万元. A unit or scale that is written once serves both."""

    span: Span
    low: Quantity
    high: Quantity


@dataclass(frozen=True)
class Proportion:
    """A chain of parts: 2.5:36.7:60.7, 3∶1."""

    span: Span
    parts: tuple[Quantity, ...]


@frozen(slots=False)
class Date:
    """A day, month or year, as far as it is written. ``relative`` keeps 今年, 去年, 上月 … and resolves later."""

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # 1 Monday … 7 Sunday
    relative: str = ""


@dataclass(frozen=True)
class Period:
    """A stretch of time: 一季度, 上半年, 1—4月, “十四五”, 2021年至2024年."""

    span: Span
    start: Date | None
    end: Date | None
    literal: str


@dataclass(frozen=True)
class Ordinal:
    """第N, 首 …: a place in an order."""

    span: Span
    value: int
    unit: str = ""


@frozen(slots=False)
class Code:
    """Digits or number words that count nothing: “246”, 212国道, 第1467期, a telephone number, 一站式, 三心二意.

    ``kind`` is one of slogan, number, model, route, document, phone, stock, version, url, plate, clock, event, grade,
    marker, footnote, idiom, era (a year, in ``value``). A slogan that opens with a number word (“四级调度”) keeps
    that number in ``value``.
    """

    span: Span
    kind: str
    value: int | None = None


Token = Quantity | Range | Proportion | Date | Period | Ordinal | Code
