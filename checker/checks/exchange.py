"""exchange: an amount given in another currency at a rate that there never was: 1.2亿美元（约合人民币8600万元）."""

from collections.abc import Iterator
from fractions import Fraction

from checker.checks.kind import Kind, Params
from checker.extraction import around
from checker.extraction.article import Article
from checker.findings import Hit, Related
from checker.lexicon import indicators
from checker.patterns import pattern
from checker.quantities.interval import Interval, decimal
from checker.quantities.model import Quantity, UnitClass
from checker.relations.judge import Reading
from checker.spans import Span

GAP = pattern(
    "[ \u3000]?[（(，,]{0,2}(?:按[^，。；（）()]{1,16}[，,])?(?:当前|现|大)?"
    "(?:约|合|约合|折合|折算|换算|相当于|折|即|等于)"
    "(?:成|为)?(?:人民币)?(?:约为?|近|大约)? ?(?:人民币)?"
)
OLD = pattern("(?:19[0-8][0-9]|199[0-3])年|解放前|建国初|当时")
YUAN = "元"


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every foreign amount with its equivalent right behind it (or the other way round) that no rate joins."""
    if len(article.measured.get(UnitClass.MONEY, ())) < 2:
        return
    rates = indicators.exchange()
    for one, two in zip(article.tokens, article.tokens[1:], strict=False):
        if not isinstance(one, Quantity) or not isinstance(two, Quantity):
            continue
        if not one.unit_class is two.unit_class is UnitClass.MONEY or one.unit.name == two.unit.name:
            continue
        foreign, yuan = (one, two) if two.unit.name == YUAN else (two, one)
        if yuan.unit.name != YUAN or foreign.unit.name not in rates:
            continue
        if GAP.fullmatch(article.text, one.span.end, two.number.start):
            hit = _hit(article.text, foreign, yuan, rates[foreign.unit.name])
            if hit:
                yield hit


def _hit(text: str, foreign: Quantity, yuan: Quantity, rate: tuple[Fraction, Fraction]) -> Hit | None:
    sentence = around.sentence(text, foreign.span.start)
    if foreign.value <= 0 or yuan.value <= 0 or OLD.search(text, sentence.start, sentence.end):
        return None
    low, high = rate
    if Reading.LOOSE.of(yuan).meets(Reading.LOOSE.of(foreign) * Interval(low, high)):
        return None
    told = yuan.value / foreign.value
    data = {
        "foreign": foreign.literal,
        "yuan": yuan.literal,
        "rate": f"1{foreign.unit.name}合{_short(told)}元",
        "limits": f"{_short(low)}至{_short(high)}元",
    }
    span = Span(min(foreign.span.start, yuan.span.start), max(foreign.span.end, yuan.span.end))
    return Hit(span, data, related=(Related(foreign.span, "foreign"), Related(yuan.span, "yuan")))


def _short(value: Fraction) -> str:
    """With two digits that say something: 7.17, 0.043."""
    places = 2
    while value and value < Fraction(1, 10 ** (places - 1)) and places < 8:
        places += 1
    text = decimal(value, places)
    return text.rstrip("0").rstrip(".") if "." in text else text


KIND = Kind(check, frozenset({"foreign", "yuan", "rate", "limits"}), notes=frozenset({"foreign", "yuan"}))
