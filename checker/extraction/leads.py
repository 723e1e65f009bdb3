"""Where the words stand that lead up to a number."""

from bisect import bisect_left
from collections.abc import Sequence

from checker.extraction.actors import PER_MANY
from checker.extraction.bearings import Bearings
from checker.extraction.naming import RATE
from checker.extraction.phrasing import REMARK
from checker.extraction.spells import COMPARED
from checker.extraction.wordings import ENDED, GRADE
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.lists.trimming import METRIC
from checker.spans import Span

GOES_ON = pattern("(?:分别|均)?(?:为|达到?|是|约)*|[从由自](?:[0-9]{2,4}年的?)?")
CLOSED = pattern("[）)](?:为|是|[约达]|达到|约为)?$")
BEYOND = pattern("最[多大高少低](?:的?[是为][^，。；]{0,14})?$|(?:也|均|都|还|明显|显著|略|远)?[快高低好慢优大小强]于")
OPENS_CHANGES = pattern(
    f"(?P<measure>{METRIC})(?:[比较与同][^，。；]{{1,10}}?)?[都均也]?(?:有|呈现?)?(?:了|所|继续|较[大快]|不同程度|稳定|较为?)*的?"
    "(?:增长|增加|上升|上涨|提高|减少|下降|下跌|回落)$"
)
WITHIN = pattern(
    f"(?:(?<=[，；：。\n])|^)(?:在|从)?(?:我国|全[国省市县区])?(?P<what>[一-鿿]{{0,8}}(?:{METRIC}|负债|资产|储备))(?:之|当)?[中里]，"
)
OPENED = pattern("[（(](?:约?合|折合|约)?")
FIGURE = pattern("[0-9]")
UNCONVERTED = frozenset(
    (UnitClass.COUNT, UnitClass.NONE, UnitClass.RATE, UnitClass.POINTS, UnitClass.MULTIPLE, UnitClass.DURATION)
)
EACH = pattern("(?P<what>[^，。；：]{2,40}?(?:比重|占比|比例|率|[增涨降跌]幅|增速))(?:分别|依次)(?:为|是|达)?$")
SHARE = pattern("占(?:到|了|据)?[^，。；]{0,6}$")
FAR, NEAR = 30, 12
LISTED = 600
"""So far from its opening a list goes, at the most."""


class Leads:
    """Finds the words that lead up to the numbers of an article. ``quantities`` are those, in order."""

    def __init__(self, bearings: Bearings, quantities: Sequence[Quantity]) -> None:
        self.bearings, self.text, self.quantities = bearings, bearings.text, quantities
        self.starts = [one.span.start for one in quantities]

    def in_sentence(self, start: int, end: int) -> bool:
        """Whether a number begins between two places."""
        at = bisect_left(self.starts, start)
        return at < len(self.starts) and self.starts[at] < end

    def following(self, one: Quantity) -> Quantity | None:
        """The number behind one."""
        index = bisect_left(self.starts, one.span.end)
        return self.quantities[index] if index < len(self.starts) else None

    def is_base(self, clause: Span, one: Quantity) -> bool:
        """Whether a number in brackets is what another one was compared with: 增速快于一季度（5.5%）."""
        if clause.start != one.span.start or self.text[clause.start - 1 : clause.start] not in ("（", "("):
            return False
        before = self.bearings.clause(clause.start - 1)
        return BEYOND.search(self.text, before.start, before.end) is not None

    def foot(self, one: Quantity, clause: Span) -> int:
        """Where the words that lead up to a number end: before a remark in brackets (总值（初步核算）为), a colon."""
        end = one.span.start
        closing = CLOSED.search(self.text, max(0, end - NEAR), end)
        opening = max(self.text.rfind(mark, max(0, end - FAR), end) for mark in "（(") if closing else -1
        if opening > 0 and self.text[opening - 1] not in "电讯道":
            return opening
        return end - 1 if self.text[end - 1 : end] in ("：", ":") and clause.start == end else end

    def words(self, end: int, floor: int) -> Span:
        start = self.bearings.clause(end).start
        aside = REMARK.search(self.text, max(0, start - NEAR - 6), min(end, start + 1))
        if aside and aside.end() == start:
            start = self.bearings.clause(aside.start()).start
            found = self.bearings.actors.opening(start, aside.start())
            start = found.end if found and found.anaphoric else start
        before = self._before_bracket(start, end)
        if before:
            return before
        graded = self._graded(start, end)
        if graded:
            return graded
        return Span(self.bearings.past_times(max(start, floor) if floor <= end else start, end, COMPARED), end)

    def _before_bracket(self, start: int, end: int) -> Span | None:
        """The words before a bracket that a number fills: 办公用房（23平方米）, 增速快于全国（5.5%）."""
        if start != end or self.text[start - 1 : start] not in ("（", "(") or start < 2:
            return None
        before = self.bearings.clause(start - 1)
        if not len(before) or FIGURE.search(self.text, before.start, before.end):
            return None
        end = max(before.start, before.end - len(self.bearings.actors.closing(before.end)))
        beyond = BEYOND.search(self.text, before.start, end)
        return Span(before.start, beyond.start() if beyond else end)

    def _graded(self, start: int, end: int) -> Span | None:
        """The words that a number goes on with after a comma: 跌幅更大，为8.7%."""
        if not GOES_ON.fullmatch(self.text, start, end) or self.text[start - 1 : start] != "，":
            return None
        before = self.bearings.clause(start - 1)
        grade = GRADE.search(self.text, before.start, start - 1)
        if grade:
            return Span(before.start, grade.start())
        said = before.of(self.text)
        named = not self.in_sentence(before.start, start) and (ENDED.search(said) or RATE.search(said))
        return Span(before.start, start - 1) if named else None

    def _near(self, clause: Span) -> Span:
        """The sentence around a clause, but no more than what stands near before it."""
        sentence = self.bearings.sentence(clause.start)
        return Span(max(sentence.start, clause.start - LISTED), sentence.end)

    def measure(self, clause: Span) -> str:
        """The measure whose change opens the list that a clause stands in: 产品的产量都有增长：|钢增长8%."""
        sentence = self._near(clause)
        colon = max(self.text.rfind(mark, sentence.start, clause.start) for mark in "：:")
        first = self.bearings.clause(sentence.start)
        end = colon if colon > 0 else first.end
        if end >= clause.start or self.text.rfind("；", end, clause.start) >= 0:
            return ""
        before = self.bearings.clause(end)
        told = OPENS_CHANGES.search(self.text, before.start, end)
        return told["measure"] if told else ""

    def each(self, clause: Span) -> str:
        """What each number of a list is by the words that open it: 比重分别为：|华东36%，…；中南27%."""
        sentence = self._near(clause)
        colon = max(self.text.rfind(mark, sentence.start, clause.start) for mark in "：:")
        if colon < 0 or self.text[clause.start - 1] not in "：:；;":
            return ""
        told = EACH.search(self.text, self.bearings.clause(colon).start, colon)
        return told["what"].replace("的", "") if told else ""

    def whole(self, clause: Span) -> str:
        """What the numbers of a list are parts of by the clause that opens it: 对外资产中，|证券投资20亿元."""
        sentence = self._near(clause)
        start = max(sentence.start, self.text.rfind("；", sentence.start, clause.start) + 1)
        begin = self.bearings.actors.past_times(start, clause.start)
        told = WITHIN.match(self.text[begin : clause.start]) or WITHIN.search(self.text[start : clause.start])
        if not told:
            return ""
        at = self.text.find(told["what"], start)
        found = self.bearings.actors.opening(at, at + len(told["what"]))
        return told["what"][found.end - at :] if found and found.is_place else told["what"]

    def is_converted(self, index: int) -> bool:
        """Whether a number in brackets is the one right before them in other units: 减少3千公顷（4.5万亩）."""
        one, before = self.quantities[index], self.quantities[index - 1]
        if not index or before.unit_class in UNCONVERTED or one.unit_class in UNCONVERTED:
            return False
        return OPENED.fullmatch(self.text, before.span.end, one.span.start) is not None

    def _is_of_whole(self, index: int) -> bool:
        """Whether the number before a rate only counts the sorts of what it is a share of: 占七大类商品总额的|86%."""
        return self.quantities[index].unit_class is UnitClass.RATE and self.counts_sorts(self.quantities[index - 1])

    def counts_sorts(self, one: Quantity) -> bool:
        """Whether a number only counts the sorts of what a share is of: 占|七大类|商品总额的86%."""
        clause = self.bearings.clause(one.span.start)
        return one.unit.name.endswith("类") and SHARE.search(self.text, clause.start, one.span.start) is not None

    def behind(self, index: int) -> int:
        """Where the number before one ends, with what it is told for: 165.38/10万."""
        if index and self._is_of_whole(index):
            return self.behind(index - 1)
        end = self.quantities[index - 1].span.end if index else 0
        many = PER_MANY.match(self.text, end) if index else None
        return many.end() if many else end
