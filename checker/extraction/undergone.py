"""What was done to the things that a number measures.

试制成功了许多产品，例如|2万千瓦的汽轮机; 买下|3万平方米的办公楼.
"""

from checker.extraction.bearings import Bearings
from checker.extraction.nominals import INNER, spelt
from checker.lexicon.speech import Part
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.spans import Span

MANY = pattern(
    "了(?:许多|不少|一批|多种|大量|一系列|若干|各种)[^，。；0-9]{1,14}[，：](?:例如|比如|譬如|如|其中有|主要有)"
)
"""Behind what was done to many things, some of them."""

TAKEN = pattern(
    "(?P<deed>买下|购入|购得|收购|租下|拍下|拍得|售出|出售|转让)了?(?:位于[^，。；]{1,16}?的)?(?P<what>[^，。；的]{0,14})$"
)
SIZE = pattern("(?:建筑|总)*面积$")
SIZED = (UnitClass.AREA,)
DOING = (Part.VERB, Part.ADJECTIVE)
SHORT, LONG = 2, 14


class Undergone:
    """Remembers, for each sentence, the thing that was bought or sold."""

    def __init__(self, bearings: Bearings) -> None:
        self.bearings, self.text = bearings, bearings.text
        self.sentence = Span(0, 0)
        self.thing, self.taken = "", ""

    def told(self, one: Quantity, metric: str) -> str:
        """An indicator of a thing with what was done to it."""
        sentence = self.bearings.sentence(one.span.start)
        if sentence != self.sentence:
            self.sentence, self.thing = sentence, ""
        if self.text[one.span.end : one.span.end + 1] == "的":
            made = self._made(one, sentence)
            return f"{made}的{metric}" if made and made not in metric else self._taken(one, metric)
        goes_on = self.thing and metric.startswith(self.thing)
        return f"{self.taken}{metric}" if goes_on else metric

    def _made(self, one: Quantity, sentence: Span) -> str:
        """What was done to many things of which some are listed up to the end of the sentence."""
        many = MANY.search(self.text, sentence.start, one.span.start)
        if not many:
            return ""
        words = list(self.bearings.words.between(self.bearings.clause(many.start()).start, many.start()))
        first = len(words)
        while first and words[first - 1].part in DOING:
            first -= 1
        deed = spelt(words[first:])
        return deed if len(deed) >= SHORT else ""

    def _taken(self, one: Quantity, metric: str) -> str:
        """What was bought, sold or let, with the place that it is a part of."""
        size = SIZE.search(metric) if one.unit_class in SIZED else None
        clause = self.bearings.clause(one.span.start)
        taken = TAKEN.search(self.text, clause.start, one.span.start) if size else None
        if not size or not taken or taken["deed"] in metric:
            return metric
        words = self.bearings.words.between(*taken.span("what")) if taken["what"] else ()
        what = taken["what"] if all(word.part in INNER for word in words) and len(taken["what"]) <= LONG else ""
        self.thing, self.taken = metric[: size.start()], f"{taken['deed']}的{what}"
        return f"{self.taken}{metric}" if self.thing else metric
