"""worded-number: a number that the words right before it do not go with: 减少两倍, 下降120%, 创汇2亿元人民币."""

from collections.abc import Iterator
from functools import cache
from re import Pattern

from checker.checks.kind import Kind, Params
from checker.extraction import around
from checker.extraction.article import Article
from checker.findings import Hit
from checker.patterns import one_of, pattern
from checker.quantities.model import Hedge, Quantity, UnitClass
from checker.spans import Span

LINKS = (
    "(?:幅度?)?(?:了|约为|约|将近|近|超过|超|达到了?(?!至)|达|为|均|也|各|又|再|高达|多达|足足|整整|至少|不止|有|出)*+"
)
"""What may stand between the words and their number; 至 and 到 tell what it became, not by how much."""

TAIL_OF = "升增加不未涨最高多至免可没"
"""升降, 不减, 最低: the last character of another word."""

COMPARISON = pattern("[比较](?!例|重|率|值|为|大|多|少|快|慢|高|低)|相比")
UPPER = frozenset({Hedge.OVER, Hedge.JUST_OVER, Hedge.MORE, Hedge.AT_LEAST})


class WordedParams(Params):
    """Which numbers, and the words before them.

    ``measure`` is the class of unit, ``units`` the canonical names of the units (all, unless some are named).
    ``words`` stand right before the number, ``compared`` only where the clause compares (比, 较) or 了 follows. The
    number is at least ``least`` or above ``above`` (in the printed unit). ``unless`` are words anywhere in the sentence
    up to the number, or behind it in its clause, with which all is well.
    """

    measure: str
    words: tuple[str, ...]
    compared: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    least: int = 0
    above: int = 0

    def __post_init__(self) -> None:
        if self.measure not in list(UnitClass):
            raise ValueError(f"there is no class of units {self.measure!r}, only {', '.join(UnitClass)}")


def check(article: Article, params: WordedParams) -> Iterator[Hit]:
    """Every number of this measure and size right behind the words."""
    for quantity in article.measured.get(UnitClass(params.measure), ()):
        if _is_meant(quantity, params):
            span = _worded(article.text, quantity, params)
            if span:
                yield Hit(span, {"words": span.of(article.text), "number": quantity.literal})


def _is_meant(quantity: Quantity, params: WordedParams) -> bool:
    if params.units and quantity.unit.name not in params.units:
        return False
    if quantity.value < params.least:
        return False
    if not params.above:
        return True
    return quantity.value > params.above or (quantity.value == params.above and not UPPER.isdisjoint(quantity.hedges))


def _worded(text: str, quantity: Quantity, params: WordedParams) -> Span | None:
    """From the word to the end of the number, where nothing speaks for it."""
    clause = around.clause(text, quantity.span.start)
    words = clause.of(text)
    found = _before(params.words, params.compared).search(words)
    if found is None or (found["compared"] and not (_has(words, found.start()) or found["compared"].endswith("了"))):
        return None
    if params.unless and _excused(text, quantity.span, params.unless):
        return None
    return Span(clause.start + found.start(), quantity.span.end)


def _has(words: str, end: int) -> bool:
    return COMPARISON.search(words, 0, end) is not None


def _excused(text: str, span: Span, unless: tuple[str, ...]) -> bool:
    sentence = around.sentence(text, span.start).of(text)
    if sentence.rfind("《") > sentence.rfind("》"):
        return True
    told = _any(unless)
    return told.search(sentence) is not None or told.search(around.following(text, span.end)) is not None


@cache
def _before(words: tuple[str, ...], compared: tuple[str, ...]) -> Pattern[str]:
    both = f"(?:(?P<plain>{one_of(words)})|(?P<compared>(?:{one_of(compared)})了?))" if compared else ""
    return pattern(f"(?<![{TAIL_OF}]){both or f'(?P<plain>{one_of(words)})(?P<compared>(?!))?'}{LINKS}$")


@cache
def _any(words: tuple[str, ...]) -> Pattern[str]:
    return pattern(one_of(words))


KIND = Kind(check, frozenset({"words", "number"}), WordedParams)
