"""ratio: hits of throws and wins of games: 24投9中，命中率37.5%; 17场12胜，胜率70.6%.

What does not fit is for a reader to look at.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.adverbs import adverbs
from checker.relations.dated import calendar
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.judging import Triple, verify
from checker.relations.record import Relation
from checker.spans import Span

TRIED, MADE = pattern("[投罚射掷]|次(?:出手|投篮|罚球|射门|起脚|尝试|扣杀)"), pattern("中|命中|进")
HITS = pattern("(?:命中|投中|射中|罚中|投进|打进|罚进|[投罚]篮?命中|进)(?:了|其中)?$")
TRIES = pattern("(?:出手|投篮|射门|起脚|尝试|扣杀|[投罚射掷])了?$")
"""命中14球, 出手35次: the word of what hit, or was tried, stands before."""
GAINED = pattern("(?:赢[下得]?|获胜|取胜|拿下|胜)(?:了|其中)*$")
"""26场比赛赢了18场: the word of what was won stands before."""

PLAYED, WON = pattern("场|战"), pattern("胜|连胜")
OF = f"(?P<of>[^，,；;。：:（(、]*?)(?:投篮|{adverbs()})*"
HIT, WIN = (pattern(f"(?:^|[，,；;。：:（(、]){OF}{name}率(?:为|达到?|高达|仅|只有)*$") for name in ("命中", "胜"))
WHOSE = frozenset(("", "其", "他的", "她的", "个人", "整体", "总"))


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every rate that hits and throws, or wins and games, make right before it."""
    for passage in passages:
        for index in range(2, len(passage.figures)):
            yield from _judged(passage, index)


def _judged(passage: Passage, index: int) -> Iterator[Relation]:
    whole, part, rate = passage.figures[index - 2 : index + 1]
    if not rate.is_rate or not 0 < part.quantity.value <= whole.quantity.value:
        return
    if _is_scored(passage, whole, part, rate):
        whole, part = (_exact(passage, one) for one in (whole, part))
        relation = verify(passage, Triple("占比", (rate.before,), part, whole, rate))
        yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _exact(passage: Passage, figure: Figure) -> Figure:
    """24投 counts throws: a bare number with the word behind it, as a count."""
    one = figure.quantity
    if one.unit.name or one.hedges or one.value.denominator != 1:
        return figure
    span = Span(one.span.start, one.span.end + 1)
    return replace(figure, quantity=calendar.counted(passage.text, span, int(one.value), "个"))


def _is_scored(passage: Passage, whole: Figure, part: Figure, rate: Figure) -> bool:
    """24投9中，命中率…; 17场12胜，胜率…."""
    words = passage.text[part.quantity.span.end : rate.quantity.span.start]
    near = part.quantity.span.start - whole.quantity.span.end < 10
    pairs = ((HIT, TRIED, MADE), (WIN, PLAYED, WON))
    return near and any(
        (told := name.search(words))
        and _says(passage, part, told["of"])
        and (_unit(passage, whole, first) or (first is TRIED and TRIES.search(passage.words(whole.before))))
        and (_unit(passage, part, second) or _hit(passage, part, first))
        for name, first, second in pairs
    )


def _says(passage: Passage, part: Figure, of: str) -> bool:
    """Whether the rate is of nothing but what was told: of 三分 only if those were counted."""
    return of in WHOSE or of in passage.text[passage.clauses[part.clause].start : part.quantity.span.end]


def _hit(passage: Passage, part: Figure, tried: re.Pattern[str]) -> bool:
    if tried is PLAYED:
        return GAINED.search(passage.words(part.before)) is not None and _unit(passage, part, PLAYED)
    return HITS.search(passage.words(part.before)) is not None


def _unit(passage: Passage, figure: Figure, words: re.Pattern[str]) -> bool:
    """Whether such a word follows the numeral, as its unit or behind it."""
    return words.match(passage.text, figure.quantity.number.end) is not None
