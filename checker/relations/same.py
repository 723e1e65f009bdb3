"""same: one indicator printed twice.

Two figures are the same indicator when the words beside them say so: the thing counted is called by one name in both
places (省级保险机构), or a headline speaks of what the body counts. Equal values under such words agree; values near
each other that cannot both be right contradict. Values far apart are two indicators, and nothing is said.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.interval import Interval
from checker.quantities.model import Hedge, Quantity, UnitClass
from checker.relations import standings
from checker.relations.cues import Act, Cue
from checker.relations.judge import Judgement, judge
from checker.relations.naming import pairs
from checker.relations.passage import Figure, Passage
from checker.relations.record import Candidate, Operand, Relation

KIND = "same"
BEFORE, AFTER = 16, 12
"""How many characters beside a figure are its words."""

NAME = 4
"""How many characters a name must have to stand for one thing."""

KEPT, SHOWN = 6, 6
"""How many figures of one name are remembered, and shown in one relation."""

FAR = 8
"""Paragraphs further apart than this speak of other times."""

ALIKE = 2
"""How much a headline and a sentence must have in common, if the numbers are a slip or a bound apart."""

SUMMANDS = 12
"""How many numbers of the body are tried as parts of the headline's."""

HEADLINE = 8
"""A title with more figures than this is none."""

NEAR = Fraction(1, 4)
"""How far apart, as a part of the larger, two values may lie and still be one indicator printed wrongly."""

HANZI = pattern("[\u4e00-\u9fff]+")
CUT = pattern("[，。；：！？、,;:（）()“”《》\\s]")
GENERAL = pattern(
    "(?:全[国省市县区州旗镇乡村年行]|[本我该][国省市县区州旗镇乡村行]|共有?|合计|累计|总|各类|目前|现有?|已经?|建成|实现|完成|有|拥有|达到?"
    "|约|为|的|和|是|其|在|从|对|今年|截至|末|底|年|月|日|[0-9])*"
)
TAIL = pattern("(?:达到?|为|约|共有?|有|是|近|已|的)+$")
CHANGING = (Act.RISE, Act.FALL)
OTHER_SCOPE = pattern(
    "其中|新增|新建|计划|预计|目标|力争|每|平均|人均|上年|去年|前年|同期|以前|原来|原有|过去|此前|曾|当月|当日|当天|单日|今后"
    "|未来|到20|另|首批|第[一二三四五六七]|最[大多高]|[上下]半年|季度|[0-9]月"
)
BOUNDS = frozenset((Hedge.NEAR, Hedge.OVER, Hedge.AT_LEAST, Hedge.BELOW, Hedge.AT_MOST, Hedge.VAGUE))
"""Hedges that say on which side the true value lies; 约 does not, so two 约 are two indicators."""

WIDGETS = (UnitClass.NONE, UnitClass.POINTS, UnitClass.PER)
WIDE = Fraction(3, 2)
"""How many times a bound in the headline the number may be that it is said of."""

TWICE_BOUND = Fraction(10, 9)
"""The same where that number is a bound itself: 近六成 says nothing of 过半."""

PAST = pattern("同期|当时|此前|以前|原来|原先|前次|上次")
ADDED = pattern("新增|净增|新开|增量")
YEARS = 5
"""A shorter time than this is told of many things."""


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """A figure with the words beside it, its paragraph, and what its cue makes of it. Equal only to itself.

    ``key`` is what two mentions must share to be compared: unit class, base unit, and whether they tell a change.
    """

    figure: Figure
    cue: Cue
    before: str
    after: str
    sentence: str
    paragraph: int
    title: bool
    key: tuple[str, str, bool]

    @property
    def quantity(self) -> Quantity:
        """The printed number."""
        return self.figure.quantity

    @property
    def lasts(self) -> bool:
        """Whether it tells how long: that can agree with the body, but many things last."""
        return self.quantity.unit_class is UnitClass.DURATION

    @property
    def words(self) -> str:
        """The words on both sides."""
        return f"{self.before}|{self.after}"


def find(document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every indicator that the article gives twice, judged."""
    mentions = list(_mentions(document, passages))
    body = [one for one in mentions if not one.title and not one.lasts]
    for title in [one for one in mentions if one.title][:HEADLINE]:
        if title.lasts:
            yield from _lasting(title, [one for one in mentions if one.lasts and not one.title])
        else:
            yield from _headline(title, body)
    yield from standings.told_twice(document, passages)
    yield from _equal(body)
    yield from _contradicting(body)
    yield from _slipped(body)


def _mentions(document: Document, passages: Sequence[Passage]) -> Iterator[Mention]:
    title = document.title
    for passage in passages:
        inside = title is not None and title.span.covers(passage.span)
        sentence = passage.words(passage.span)
        paragraph = document.locate(passage.span).paragraph
        for figure, cue in zip(passage.figures, passage.cues, strict=True):
            if figure.quantity.unit_class in WIDGETS or (inside and figure.bracket):
                continue
            span = figure.quantity.span
            left = passage.text[max(passage.span.start, span.start - BEFORE) : span.start]
            right = passage.text[span.end : min(passage.span.end, span.end + AFTER)]
            before, after = CUT.split(left)[-1], CUT.split(right)[0]
            yield Mention(figure, cue, before, after, sentence, paragraph, inside, _key(figure, cue, before))


def _key(figure: Figure, cue: Cue, before: str) -> tuple[str, str, bool]:
    unit = figure.quantity.unit
    base = "人" if unit.name in "人名位" and unit.unit_class is UnitClass.COUNT else unit.base or unit.name
    return unit.unit_class.value, base, cue.act in CHANGING or ADDED.search(before) is not None


def _headline(title: Mention, body: Sequence[Mention]) -> Iterator[Relation]:
    """The headline's figure against the body: those that agree, else the one that contradicts.

    A value that the body has anywhere in that unit is never contradicted by another one.
    """
    words, beside = pairs(title.sentence), {title.after[:2], title.before[-2:]} - {""}
    first = min((one.paragraph for one in body), default=0)
    rivals = [
        (
            len(words & pairs(one.sentence))
            + 2 * any(word in one.words for word in beside)
            + (one.paragraph == first and one.key == title.key and bool(words & pairs(one.sentence))),
            one,
        )
        for one in body
        if one.key == title.key and (_near(title.quantity, one.quantity) or _agree(title, one) or _turned(title, one))
    ]
    rivals = sorted((pair for pair in rivals if pair[0]), key=lambda pair: -pair[0])
    agreeing = [one for _, one in rivals if _agree(title, one) and _meant(title.quantity, one)]
    if agreeing:
        same = [one for one in body if one.quantity.literal == title.quantity.literal] or agreeing[:1]
        yield _relation((title, *same[: SHOWN - 1]), "headline")
        return
    bound = not BOUNDS.isdisjoint(title.quantity.hedges)
    near = [
        one
        for score, one in rivals
        if not OTHER_SCOPE.search(one.words)
        and (_beside(title, one) or (score >= ALIKE and (bound or _swapped(title.quantity, one.quantity))))
    ]
    alike = [one for one in body if one.key == title.key]
    repeated = any(one.quantity.literal == title.quantity.literal for one in alike)
    if near and not repeated and (bound or not _summed(title, alike)):
        nearest = min(near, key=lambda one: abs(_value(one) - _value(title)))
        yield _relation((title, nearest), "headline")


def _value(one: Mention) -> Fraction:
    return one.quantity.value * one.quantity.unit.factor


def _meant(title: Quantity, one: Mention) -> bool:
    """Whether a headline's bound can mean this number: 超2400亿 says nothing of 7.46万亿, nor of what once was."""
    if BOUNDS.isdisjoint(title.hedges):
        return True
    limit = WIDE if BOUNDS.isdisjoint(one.quantity.hedges) else TWICE_BOUND
    left, right = (abs(each.value * each.unit.factor) for each in (title, one.quantity))
    return right <= limit * left and left <= limit * right and not PAST.search(one.before)


def _turned(title: Mention, one: Mention) -> bool:
    """46支队伍 above, 64支队伍 below."""
    return title.after[:2] == one.after[:2] != "" and _swapped(title.quantity, one.quantity, 2)


def _beside(title: Mention, one: Mention) -> bool:
    """Whether what the headline counts stands beside the body's number too: 抓获8名吸贩毒人员, 吸贩毒人员10人."""
    return any(len(word) == 2 and word in one.words for word in (title.after[:2], title.before[-2:]))


def _summed(title: Mention, body: Sequence[Mention]) -> bool:
    """Whether the headline adds what the body tells apart: 共造成10人死伤, 4人死亡，6人受伤."""
    values = [one.quantity.value * one.quantity.unit.factor for one in body[:SUMMANDS]]
    wanted = title.quantity.base_loose
    return any(sum(some) in wanted for count in (2, 3) for some in combinations(values, count))


def _lasting(title: Mention, body: Sequence[Mention]) -> Iterator[Relation]:
    """走了三十一年 in the headline, 这条路他走了31年 in the body."""
    if title.quantity.hedges or title.quantity.value < YEARS:
        return
    words = pairs(title.sentence)
    same = [one for one in body if one.key == title.key and one.quantity.value == title.quantity.value]
    same = [one for one in same if not one.quantity.hedges]
    if any(words & pairs(one.sentence) for one in same):
        yield _relation((title, *same[: SHOWN - 1]), "headline")


def _equal(body: Sequence[Mention]) -> Iterator[Relation]:
    """The same number of the same things again: three digits or more, beside a word that both have.

    A rise or fall of so many per cent is one by its number alone.
    """
    groups: dict[object, list[Mention]] = {}
    for mention in body:
        if len(re.sub("[^0-9]", "", mention.quantity.numeral).strip("0")) >= 3 and not mention.quantity.hedges:
            groups.setdefault((mention.key, mention.quantity.value), []).append(mention)
    for first, *others in groups.values():
        said, moves = pairs(first.words), first.cue.act in CHANGING and first.figure.is_rate
        again = [one for one in others if said & pairs(one.words) or (moves and one.cue.act is first.cue.act)]
        if again:
            yield _relation((first, *again[: SHOWN - 1]), "level")


def _contradicting(body: Sequence[Mention]) -> Iterator[Relation]:
    seen: dict[tuple[tuple[str, str, bool], str], list[Mention]] = {}
    for mention in body:
        if mention.cue.act not in (Act.LEVEL, Act.SUM) or mention.quantity.unit_class is UnitClass.RATE:
            continue
        runs = list(dict.fromkeys(_runs(mention.words)))
        for one in dict.fromkeys(one for run in runs for one in seen.get((mention.key, run), ())):
            if _contradict(one, mention):
                yield _relation((one, mention), "hedge" if one.quantity.hedges or mention.quantity.hedges else "level")
                break
        for run in runs:
            kept = seen.setdefault((mention.key, run), [])
            if len(kept) < KEPT:
                kept.append(mention)


def _slipped(body: Sequence[Mention]) -> Iterator[Relation]:
    """12.6万人次 here and 16.2万人次 there, in two sentences that speak of one thing by name: two digits swapped.

    That they count the same nothing says; it is for somebody to look at.
    """
    groups: dict[object, list[Mention]] = {}
    for mention in body:
        digits = re.sub("[^0-9]", "", mention.quantity.numeral)
        level = mention.figure.is_amount and mention.cue.act in (Act.LEVEL, Act.SUM)
        if len(digits) >= 3 and level and not mention.quantity.hedges:
            groups.setdefault((mention.key, "".join(sorted(digits))), []).append(mention)
    for one, *others in groups.values():
        for two in others:
            if _swapped(one.quantity, two.quantity) and _one_thing(one, two):
                yield replace(_relation((one, two), "level"), doubtful=True)
                break


def _one_thing(one: Mention, two: Mention) -> bool:
    """Whether two sentences share a name, their figures a word, and neither figure is of another scope."""
    if one.sentence is two.sentence or not 0 <= two.paragraph - one.paragraph <= FAR:
        return False
    if any(OTHER_SCOPE.search(each.words) for each in (one, two)):
        return False
    if not pairs(one.words) & pairs(two.words):
        return False
    shared = set(_runs(one.sentence)) & set(_runs(two.sentence))
    return any(run not in one.words or run not in two.words for run in shared)


def _contradict(one: Mention, two: Mention) -> bool:
    """Whether two figures of one name cannot both be right though they nearly agree."""
    if one.sentence is two.sentence or two.paragraph - one.paragraph > FAR or _agree(one, two):
        return False
    if any(OTHER_SCOPE.search(mention.words) for mention in (one, two)):
        return False
    hedged = not BOUNDS.isdisjoint((*one.quantity.hedges, *two.quantity.hedges))
    slip = _swapped(one.quantity, two.quantity) or (hedged and _near(one.quantity, two.quantity))
    return slip and _one_name(one, two)


def _one_name(one: Mention, two: Mention) -> bool:
    """Whether the thing is called by one name: 省级保险机构63家 and 60家省级保险机构, but not 风电装机 and 光电装机."""
    left, right = sorted((_name(one.before), _name(two.before)), key=len)
    if len(left) >= NAME and right.endswith(left) and GENERAL.fullmatch(right[: -len(left)]):
        return True
    for name, words in ((_name(one.before), two.after), (_name(two.before), one.after)):
        if len(name) >= NAME and words.removeprefix("的").startswith(name):
            return True
    return len(one.after) >= NAME and one.after.removeprefix("的") == two.after.removeprefix("的")


def _name(before: str) -> str:
    """The words before a figure without general ones at their head and verbs at their tail."""
    words = TAIL.sub("", before)
    head = GENERAL.match(words)
    return words[head.end() :] if head else words


def _agree(one: Mention, two: Mention) -> bool:
    return _judge(one.quantity, two.quantity).verdict is Verdict.CONSISTENT


def _judge(one: Quantity, two: Quantity) -> Judgement:
    return judge((one, two), _overlap)


def _overlap(intervals: list[Interval]) -> bool:
    return intervals[0].meets(intervals[1])


def _near(one: Quantity, two: Quantity) -> bool:
    left, right = (abs(quantity.value * quantity.unit.factor) for quantity in (one, two))
    return abs(left - right) <= NEAR * max(left, right) or _swapped(one, two)


def _swapped(one: Quantity, two: Quantity, least: int = 3) -> bool:
    """Whether one number is the other with two neighbouring digits swapped: 1208 and 1280."""
    left, right = (re.sub("[^0-9]", "", quantity.numeral) for quantity in (one, two))
    differing = [index for index, (a, b) in enumerate(zip(left, right, strict=False)) if a != b]
    return (
        len(left) == len(right) >= least
        and len(differing) == 2
        and differing[1] - differing[0] == 1
        and sorted(left) == sorted(right)
    )


def _runs(words: str) -> Iterator[str]:
    """Every run of NAME characters beside a figure."""
    for run in HANZI.findall(words):
        for at in range(len(run) - NAME + 1):
            yield run[at : at + NAME]


def _relation(mentions: Sequence[Mention], variant: str) -> Relation:
    one, two = mentions[:2]
    judgement = _judge(one.quantity, two.quantity)
    shown = "，".join(f"{_place(mention)}“{mention.quantity.literal}”" for mention in mentions)
    consistent = judgement.verdict is Verdict.CONSISTENT
    return Relation(
        KIND,
        tuple(Operand.of("value", mention.quantity) for mention in mentions),
        judgement.verdict,
        f"{shown}，{judgement.note}",
        (),
        one.quantity.span,
        judgement.doubtful,
        {"name": one.after or one.before, "working": shown, "computed": two.quantity.literal},
        () if consistent else (Candidate("value", one.quantity.span, two.quantity.literal, "computed"),),
        variant,
    )


def _place(mention: Mention) -> str:
    return "标题" if mention.title else f"第{mention.paragraph}段"
