"""Running figures: what flowed in which months of one year, so that shorter and longer runs can be compared."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from checker.extraction.months import Months, months
from checker.lexicon.flows import flow, stock
from checker.patterns import pattern
from checker.quantities.model import Date, Quantity, Token, UnitClass
from checker.relations.cues import Act
from checker.relations.passage import Passage

VERBS = pattern(
    "(?:共|累计|合计|总计|实现|完成|达到?|为|是|约|有|已|的|了|突破|超过?|逾|近|[，,：:\\s]|[0-9.]|（[^）]*）)+$"
)
LIGHT = pattern("(?:共|累计|合计|实现|完成|达到?|的|了|当[月季]|当地|该[市县区厂港]|其中|同期|[，,：:\\s])+")
NOT_SO = pattern(
    "预[计期测]|计划|目标|力争|将|有望|去年|上年|同期|前年|往年|任务|修订|调整|口径|不含|剔除|其中(?!第?[一二三四1-4]季度|[上下]半年|[0-9]{1,2}月)|下滑|占"
)
CLAUSE = pattern("[，,；;。：:（(、]|[0-9]")
SINGLE = pattern("月份?$")
UNITS = (
    UnitClass.RATE,
    UnitClass.POINTS,
    UnitClass.MULTIPLE,
    UnitClass.NONE,
    UnitClass.DURATION,
    UnitClass.PER,
    UnitClass.INDEX,
)
NEAR = 40
"""How many characters behind its months a figure may stand."""


@dataclass(frozen=True, slots=True)
class Running:
    """How much of ``name`` there was in these months of a year. ``year`` is 0 for the year of issue.

    ``whose`` are the words that narrow the name down (工业 of 工业产值, 青石港), empty where they are left out.
    """

    name: str
    whose: str
    quantity: Quantity
    span: Months
    year: int
    paragraph: int
    sentence: int


def running(passages: Sequence[Passage], published: date | None) -> Iterator[Running]:
    """Every amount of something that flows, with the months right before it in its sentence."""
    paragraph = 0
    for number, passage in enumerate(passages):
        paragraph += passage.earlier is None and number > 0
        runs = [(token, one) for token in passage.tokens if (one := _months(passage, token))]
        if not runs or NOT_SO.search(passage.text, passage.span.start, passage.span.end):
            continue
        yield from _figures(passage, runs, (paragraph, number), published)


def _months(passage: Passage, token: Token) -> Months | None:
    if isinstance(token, Date) and token.month and not token.day and SINGLE.search(token.span.of(passage.text)):
        return Months(token.month, token.month, token.year, token.relative, token.span)
    return months(token)


def _figures(
    passage: Passage, runs: list[tuple[Token, Months]], place: tuple[int, int], published: date | None
) -> Iterator[Running]:
    starts = [one.span.end for _, one in runs]
    last, told_last = -1, True
    for figure, cue in zip(passage.figures, passage.cues, strict=True):
        quantity, before, goes_on = figure.quantity, last, told_last
        last = quantity.span.start if figure.is_amount else last
        told_last = told_last and not figure.is_amount
        if quantity.unit_class in UNITS or cue.act not in (Act.LEVEL, Act.TO, Act.SUM) or figure.bracket:
            continue
        at = bisect_right(starts, quantity.span.start)
        told = runs[at - 1][1] if at else None
        if told is None or before >= told.span.end or quantity.span.start - told.span.end > NEAR:
            continue
        words = passage.text[told.span.end : quantity.span.start]
        name = None if "；" in words else _name(words)
        if name is not None and not any(name) and not goes_on:
            continue  # 营收3亿元；净利润3.41亿元，上半年为4.67亿元: of what was named last, which is another thing
        if name is not None and told.relative in ("", "今年", "本年"):
            told_last = True
            start = max(passage.span.start, told.span.start - NEAR)
            lead = CLAUSE.split(passage.text[start : told.span.start])[-1].rpartition(" ")[2]
            year = told.year or (published.year if published else 0)
            yield Running(name[0], LIGHT.sub("", lead) + name[1], quantity, told, year, *place)


def _name(words: str) -> tuple[str, str] | None:
    """What flowed and the words before its name; both empty where it is left out, None if it is no flow."""
    name = VERBS.sub("", words)
    if stock().search(words.replace("累计", "")):
        return None
    bare = LIGHT.sub("", name)
    if not bare:
        return "", ""
    match = flow().search(bare)
    return (match[0], bare[: match.start()]) if match else None
