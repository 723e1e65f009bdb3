"""Figures that the newsroom's reference facts know: subject, metric, scope and period by name, and another value.

A figure is read backwards: linking words, the metric, the scope, dates and fillers, the subject. Whatever else stands
between them makes it another figure, and nothing is said.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from checker.claims.facts import Fact, Facts, Stretch, stretch
from checker.document import Document
from checker.extraction.moments import Moment
from checker.extraction.readings import Fit, fit
from checker.patterns import pattern
from checker.quantities.model import Date, Period, Quantity, Token
from checker.relations.dated import calendar
from checker.spans import Span

REACH = 80
"""How far before a figure its subject is looked for, in characters."""

LINKS = (
    "达到了",
    "达到",
    "达",
    "已达",
    "为",
    "是",
    "有",
    "共有",
    "共",
    "总计",
    "合计",
    "约为",
    "约",
    "已",
    "在",
    "：",
    ":",
    "，",
)
WIDE = tuple(f"全{one}" for one in "镇县区市省乡村州旗国")
VERBS = ("有", "现有", "拥有", "共有", "已有", "设有", "辖", "下辖", "现辖", "管辖", "下设", "实现", "完成", "截至")
FILLERS = (*WIDE, *VERBS, *"的，, \u3000其总", "辖区", "境内", "目前")
STEPS = 8
"""How many links or fillers may stand together."""

GLOSS = 12
"""How long a gloss behind a metric may be, brackets included."""

OPEN = frozenset("省市县区州盟旗镇乡的据")
JOINING = frozenset("、和与及跟同比除")
ELSEWHERE = pattern(
    "预计|预期|计划|规划|目标|力争|争取|有望|将|拟|原有|原来|一度|曾|当时|此前|过去|假如|如果|若|相当于|设计|可达|平均|人均|每|新增|其中|不是|并非|误"
)
BEHIND = pattern("的|目标|规划|计划|规模|[^，。；]{0,6}(?:不实|有误|之说|谣)")

Scopes = dict[str, dict[str, list[Fact]]]
"""The facts of a metric by scope and by the subject's name."""


@dataclass(frozen=True, slots=True)
class Departure:
    """A figure that is not the one of ``fact``.

    ``dated`` where both are of one period, or of none; else the text does not say of when it speaks, and no fact of
    any period has its value.
    """

    figure: Quantity
    subject: Span
    fact: Fact
    dated: bool
    doubtful: bool


class Factual:
    """A text in which the reference facts are looked up."""

    def __init__(
        self,
        document: Document,
        tokens: Sequence[Token],
        moments: Sequence[Moment],
        published: date | None,
        facts: Facts,
    ) -> None:
        self.document, self.text, self.published = document, document.text, published
        self.tokens = tokens
        self.years = {one.date.span: one.year for one in moments}
        self.metrics: dict[str, Scopes] = {}
        for fact in facts.facts:
            entry = fact.entry
            for metric in (entry.metric, *entry.metrics):
                names = self.metrics.setdefault(metric, {}).setdefault(entry.scope or "", {})
                for name in dict.fromkeys((entry.subject, *entry.also)):
                    names.setdefault(name, []).append(fact)
        self.lengths = _lengths(self.metrics)
        self.names = _lengths([name for scopes in self.metrics.values() for names in scopes.values() for name in names])

    @cached_property
    def _times(self) -> dict[int, Token]:
        """Dates and periods by where they end."""
        return {one.span.end: one for one in self.tokens if isinstance(one, Date | Period)}

    @cached_property
    def _in_order(self) -> list[Token]:
        return list(self._times.values())

    @cached_property
    def _ends(self) -> list[int]:
        return list(self._times)

    @cached_property
    def _starts(self) -> list[int]:
        return [one.span.start for one in self.document.sentences]

    def departures(self) -> Iterator[Departure]:
        """Every figure that departs from the facts, in order."""
        for token in self.tokens if self.metrics else ():
            if isinstance(token, Quantity):
                found = self._departure(token)
                if found:
                    yield found

    def _departure(self, figure: Quantity) -> Departure | None:
        at = self._before_gloss(self._back(figure.span.start, LINKS))
        for length in self.lengths:
            scopes = self.metrics.get(self.text[max(0, at - length) : at])
            if scopes:
                return self._of_metric(figure, at - length, scopes)
        return None

    def _before_gloss(self, at: int) -> int:
        """The offset before a short gloss in brackets: 地区生产总值（GDP）."""
        opening = self.text.rfind("（", max(0, at - GLOSS), at) if self.text.endswith("）", 0, at) else -1
        return opening if opening >= 0 else at

    def _of_metric(self, figure: Quantity, at: int, scopes: Scopes) -> Departure | None:
        start = self._starts[max(0, bisect_right(self._starts, at) - 1)]
        for scope in sorted(scopes, key=len, reverse=True):
            before = self._back(at, FILLERS, scope)
            if scope and scope not in self.text[before:at]:
                continue
            for length in self.names:
                facts = scopes[scope].get(self.text[max(start, before - length) : before])
                if facts and self._stands_alone(before - length, start):
                    return self._judged(figure, Span(before - length, before), start, facts)
        return None

    def _back(self, at: int, words: Sequence[str], scope: str = "") -> int:
        """Where the words before ``at`` begin, if links, fillers and dates are passed over."""
        for _ in range(STEPS):
            time = self._times.get(at)
            word = max((one for one in (*words, scope) if self.text.endswith(one, 0, at)), key=len, default="")
            if time is not None and words is FILLERS:
                at = time.span.start
            elif word:
                at -= len(word)
            else:
                break
        return at

    def _stands_alone(self, at: int, start: int) -> bool:
        """Whether a name that begins at ``at`` is no part of a longer one, nor one of several."""
        before = self.text[at - 1] if at > start else ""
        if before in JOINING and before:
            return False
        return not "\u4e00" <= before <= "\u9fff" or before in OPEN or at in self._times

    def _judged(self, figure: Quantity, subject: Span, start: int, facts: Sequence[Fact]) -> Departure | None:
        clause = max(self.text.rfind(mark, start, subject.start) for mark in "，；：。") + 1 or start
        if ELSEWHERE.search(self.text, max(clause, start), figure.span.start) or BEHIND.match(
            self.text, figure.span.end
        ):
            return None
        time = self._time(figure, start)
        when = self._stretch(time) if time else None
        fits = {fact.where: fit(figure, fact.value) for fact in facts}
        facts = [fact for fact in facts if fits[fact.where] is not Fit.UNKNOWN]
        same = [fact for fact in facts if self._is_of(fact, when, told=time is not None)]
        dated = bool(same)
        candidates = same or ([] if time else facts)
        if not candidates or any(fits[fact.where] is Fit.MEETS for fact in candidates):
            return None
        doubtful = any(fits[fact.where] is Fit.DOUBTFUL for fact in candidates)
        latest = max(candidates, key=lambda fact: (fact.stretch or ((0, 0, 0),))[0][0])
        return Departure(figure, subject, latest, dated, doubtful)

    def _is_of(self, fact: Fact, when: Stretch | None, *, told: bool) -> bool:
        """Whether the fact is of the time that the figure is of."""
        if fact.stretch is not None:
            return when == fact.stretch
        now = when is not None and self.published is not None and when[0][0] == when[1][0] == self.published.year
        return fact.holds(self.published) and (not told or now)

    def _time(self, figure: Quantity, start: int) -> Token | None:
        """The date in brackets behind a figure, else the last one before it in its sentence."""
        times = self._in_order
        at = bisect_right(self._ends, figure.span.start)
        behind = times[at] if at < len(times) else None
        if behind and self.text[figure.span.end : behind.span.start] in ("（", "("):
            return behind
        return times[at - 1] if at and times[at - 1].span.start >= start else None

    def _stretch(self, token: Token) -> Stretch | None:
        if isinstance(token, Date):
            return stretch(replace(token, year=self.years.get(token.span, token.year)))
        if isinstance(token, Period) and token.start and token.end:
            first, last = (calendar.dated(one, self.published) for one in (token.start, token.end))
            return stretch(replace(token, start=first, end=last))
        return None


def _lengths(names: Iterable[str]) -> list[int]:
    """How long the names are, the longest first."""
    return sorted({len(one) for one in names}, reverse=True)
