"""What a number is only planned, aimed at or expected to be: 力争产值增长|8%, 预计年底达到|5万吨."""

from bisect import bisect_left
from collections.abc import Sequence

from checker.extraction.bearings import Bearings
from checker.extraction.parsing import Word
from checker.lexicon.predicates import predicates
from checker.lexicon.speech import Part
from checker.patterns import pattern
from checker.quantities.model import Quantity
from checker.spans import Span

AIMS = pattern(
    "目标(?:任务)?(?:分别)?(?:[是为：:]|确?定为|设定为)|力争(?!上游)|努力(?=实现|达到|使|让|推动|到)|奋力(?=实现)"
    "|争取(?=实现|达到|到|在|用|使|让|今年|明年|年底|[0-9]{2,4}年)|(?<![能可已以])(?:确保|务必)(?!了)|全年目标"
)
EXPECTED = pattern(
    "(?<![据曾])(?:预计|有望|预测(?![值模期]))(?!的)|可望|据(?:测算|预测|估计)|估计(?=[今明后全年到在将])"
)
MEANT = pattern("(?<![年度产原定按照据超成比案草虚模资托])(?:计划|拟|打算)")
CUES = pattern("目标|力争|努力|奋力|争取|确保|务必|预计|有望|预测|可望|测算|估计|计划|拟|打算|将")
"""Each of those words holds one of these."""

SETTLED = pattern(
    "已|现有|目前|截至|截止|此前|原有|同期|去年|上一?年|前年|上半年|[前一二三]季度|(?<![未近])来(?=[，。])|曾|仍有|较|比(?![例重率值价分])"
    "|相比|总投资|占地|总建筑|全长|注册资本|历时|如果|若|[0-9]了|的(?:同时|基础)|[，；](?:而|但|不过)"
)
"""What stands before a number that is so already, or that another one is told against."""

COMPARED = pattern("(?:[比较]|相比|与)(?:[^，。；0-9]{1,8}|[0-9]{4}年)(?:相比)?")
"""What a change to come is reckoned from."""

DESCRIBING = pattern("(?![今明后全每本到在于])[一-鿿]{2,3}的")
"""A clause that only says which one is meant: 将设立的|基金."""

WHOM = frozenset("其此该这那")
SET = pattern("(?:左右|以上|以内|上下)?的?(?:年度|预期|增长|发展|既定|总体|全年)*目标")
"""What a number is, right behind it: 增长5%|的目标."""

NAMED = pattern(
    "(?:^|的)原|[得比]分|预[计期测估定]|预算[数值额]?$|计划|规划|目标|任务|拟|将|指标|意向|时间|时限|前值|总投资|股本|发行价"
)
"""An indicator with such a word says so itself."""

AIM, COMING, PLAN = "目标", "预计", "计划"
LIST, OPENS, DOING = frozenset("，、；"), frozenset("：:是为"), (Part.VERB, Part.ADVERB)
NAMING = frozenset((Part.NAME, Part.MARK, Part.TIME, Part.ADVERB))
FAR = 160
"""So far before a number the word stands that tells so, at the most."""


class Outlook:
    """Tells what is only to be from what is so. ``starts`` are where the numbers of the text begin."""

    def __init__(self, bearings: Bearings, starts: Sequence[int]) -> None:
        self.bearings, self.text, self.starts = bearings, bearings.text, starts

    def told(self, one: Quantity, metric: str, *, changed: bool) -> str:
        """An indicator that says so where the text tells its number so; ``changed`` if it is by how much it moves."""
        if not metric or NAMED.search(metric):
            return metric
        if SET.match(self.text, one.span.end):
            return f"{metric}{AIM}"
        kind = self._kind(one.span.start, changed=changed)
        return f"{metric}{AIM}" if kind == AIM else f"{kind}{metric}"

    def _kind(self, at: int, *, changed: bool) -> str:
        """What the last such word of the sentence makes of a number that begins ``at``; empty where none does."""
        floor = max(self.bearings.sentence(at).start, at - FAR)
        if not CUES.search(self.text, floor, at):
            return ""
        found = [(one.end(), AIM) for one in AIMS.finditer(self.text, floor, at)]
        found += [(one.end(), COMING) for one in EXPECTED.finditer(self.text, floor, at)]
        found += [
            (one.end(), PLAN) for one in MEANT.finditer(self.text, floor, at) if self._is_meant(Span(*one.span()))
        ]
        come = [(word.end, COMING) for word in self.bearings.words.between(floor, at) if self._comes(word)]
        last = (max(one, default=(0, "")) for one in (found, come))
        return next((kind for end, kind in last if end and self._reaches(end, at, changed=changed)), "")

    def _is_meant(self, span: Span) -> bool:
        """Whether a word says what somebody means to do, and is no noun."""
        [word, *others] = self.bearings.words.around(span)
        if others or (word.start, word.end) != (span.start, span.end):
            return False
        before = self.bearings.words.between(max(0, span.start - 1), span.start)
        named = not before or self.bearings.words.around(Span(before[0].start, before[0].end))[0].part in NAMING
        return word.part in DOING or (named and predicates().match(self.text, span.end) is not None)

    def _reaches(self, end: int, at: int, *, changed: bool) -> bool:
        """Whether such a word, which ends at ``end``, still holds of a number, over the clauses of its list."""
        between = self.text[end:at]
        if between.count("“") > between.count("”"):
            return False
        if SETTLED.search(COMPARED.sub("", between) if changed else between):
            return False
        if self.text[end - 1] in OPENS:
            return True
        first = self.bearings.clause(end)
        if first.end >= at:
            return True
        marks = self.bearings.marks
        parting = marks[bisect_left(marks, first.end) : bisect_left(marks, at)]
        if any(self.text[mark] not in LIST for mark in parting):
            return False
        return bisect_left(self.starts, end) < bisect_left(self.starts, first.end)

    def _comes(self, word: Word) -> bool:
        """Whether a word says that something is to come, and does not lead to what something is done to."""
        comes = word.text == "将" and word.part is Part.ADVERB and self.text[word.end : word.end + 1] not in WHOM
        return comes and not DESCRIBING.match(self.text, word.end)
