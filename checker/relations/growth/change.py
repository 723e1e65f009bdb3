"""change: current − base = change, and change ÷ base = rate.

Any three of the four are a relation, if the words tie them: 由A增至B，增长g%; B，比上年增加Δ，增长g%;
B，上年同期为A，增长g%; 报L点，跌D点，跌幅P%; and for rates 由62%提高到65%，提高3个百分点. Growth at constant prices is
never compared with levels, nor is any growth from a loss.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act, cue
from checker.relations.growth import became, frames, listed, of_two, outdone, over_plan, sole
from checker.relations.growth.alike import alike, comparable
from checker.relations.growth.bases import named
from checker.relations.growth.differences import Numbers
from checker.relations.growth.footing import is_against_other, is_over_whole_year
from checker.relations.growth.frame import Frame, Growth
from checker.relations.growth.frames import CONSTANT
from checker.relations.growth.judging import KIND, Finding, verify
from checker.relations.growth.shapes import THREE, followed, footing, positive, shaped
from checker.relations.passage import Figure, Passage
from checker.relations.record import Relation
from checker.spans import Span

__all__ = ["KIND", "find"]

ROLES = ("base", "current", "change", "rate")

LOSS = pattern("亏|负债率为负|转正|扭")
SEGMENT = pattern("[；;]")
PART_OF = pattern(r"[^，。；]{0,12}(?:其中|第[一二三]产业)")
QUICK = pattern("[快慢]")
"""用时52分，比前半程的58分快6分: minutes that are told like points."""

TAKEN = pattern("(?:压减|压缩|精简|[削缩裁]减|撤[并销]|核减|清退|退出|淘汰)率")
QUOTE = pattern(r"\s*[,，/]\s*[+＋]?")
TENTH = "成"
PER_CENT = pattern("[%％]|百分之|一半")
OF_SIZES = pattern("[降跌减]幅[^，。；]{0,24}(?:收窄|缩小|扩大|加大|加深)了?$")
"""That the points lie between the sizes of two falls: 下降4.2%，降幅比上月的5.0%收窄."""


LEVELS = ("base", "current")
AGES, SOONER = frozenset(("岁", "周岁")), pattern("[早晚][一-鿿]{0,4}$")

FURTHER = (of_two.find, outdone.find, over_plan.find, became.find)
"""What finds changes that stand in no frame, in this order."""


def find(passage: Passage) -> Iterator[Relation]:
    """Every change that the sentence states, judged."""
    if len(passage.tokens) < 2 and not (passage.earlier and passage.figures and passage.figures[0].is_rate):
        return
    seen: set[tuple[Span, ...]] = set()
    settled: dict[Span, set[Span]] = {}
    told = len(passage.figures) + (frames.carried(passage) is not None)
    framed = (*_amounts(passage), *_rates(passage), *_quotes(passage)) if told >= THREE else ()
    for finding in _of_levels(passage, (*framed, *shaped(passage))):
        spans = tuple(figure.quantity.span for figure in finding.figures.values())
        if spans not in seen:
            seen.add(spans)
            relation = verify(finding)
            settled |= _settled(relation)
            yield relation
    alone = list(_sole(passage))
    whole = {
        one.span for relation in alone[:1] if relation.verdict is not Verdict.UNDECIDED for one in relation.operands
    }
    for finding in _of_levels(passage, followed(passage)):
        spans = tuple(figure.quantity.span for figure in finding.figures.values())
        of_mean = listed.told_as_pace(passage, finding.figures["base"])
        if not of_mean and not any(set(spans) <= set(known) for known in seen) and not set(spans) < whole:
            seen.add(spans)
            yield verify(finding)
    for relation in (one for find_in in FURTHER for one in find_in(passage)):
        spans = tuple(one.span for one in relation.operands)
        if not any(set(spans) <= set(known) for known in seen):
            seen.add(spans)
            yield relation
    for relation in alone:
        spans = tuple(one.span for one in relation.operands)
        rivals = relation.verdict is Verdict.INCONSISTENT and _is_of_others(relation, settled)
        rivals = rivals or bool(spans and SOONER.search(passage.text, max(0, spans[-1].start - 8), spans[-1].start))
        if not rivals and not any(set(spans) <= set(known) for known in seen):
            yield relation
            break


def _settled(relation: Relation) -> dict[Span, set[Span]]:
    """The change and the rate that a relation bears out, with the levels that they are of."""
    if relation.verdict is not Verdict.CONSISTENT:
        return {}
    levels = {one.span for one in relation.operands if one.role in LEVELS}
    return {one.span: levels for one in relation.operands if one.role not in LEVELS}


def _is_of_others(relation: Relation, settled: dict[Span, set[Span]]) -> bool:
    """Whether a change or a rate is borne out by other levels: 共接诊5120人次；去年960人次，比前年增长9.1%."""
    current = next((one.span for one in relation.operands if one.role == "current"), None)
    return any(one.span in settled and current not in settled[one.span] for one in relation.operands)


def _of_levels(passage: Passage, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Those of which the change is over the level before, and not over a plan or another year."""
    for one in findings:
        growth, base = one.figures.get("change") or one.figures.get("rate"), one.figures.get("base")
        of_plan = growth is not None and over_plan.OF_PLAN.search(passage.words(growth.before))
        so_far = of_plan and over_plan.is_so_far(passage, base, one.figures.get("current"))
        if not so_far and not is_against_other(passage, growth, base) and not _is_of_two_lives(passage, one):
            yield one


def _is_of_two_lives(passage: Passage, finding: Finding) -> bool:
    """Whether ages stand with how much sooner or later somebody came: 今年64岁，1984年23岁当教师，比丈夫早四年."""
    step, base = finding.figures.get("change"), finding.figures.get("base")
    aged = base is not None and base.quantity.unit.name in AGES
    return aged and step is not None and SOONER.search(passage.words(step.before)) is not None


def _amounts(passage: Passage) -> Iterator[Finding]:
    for frame in frames.amounts(passage):
        for group in frame.groups:
            change, rate = group.change, group.rate
            base = group.base or named(passage, frame, group, change)
            figures = _known(base, frame.current, change, rate)
            sign, numbers = _numbers(figures, change, rate)
            if len(figures) < 3 or numbers is None or (base is None and rate and _is_of_part(passage, rate)):
                continue
            reason = _reason(passage, frame, figures) if rate else ""
            if _of_loss(passage, change) or (change and QUICK.search(passage.words(change.words))):
                sign = 0
            variant = "zero" if base and rate and not base.quantity.value else "levels"
            loose = change is not None and change.bare and rate is not None and bool(rate.key) and not change.key
            finding = Finding(
                figures, replace(numbers, sign=sign), tuple(frame.joined), reason, variant=variant, doubtful=loose
            )
            yield from listed.of_whole(passage, finding)


def _is_of_part(passage: Passage, rate: Growth) -> bool:
    """Whether a rate is called by what was taken away, so that it is part of the level: 46家，压减42家，压减率91%."""
    return TAKEN.search(passage.words(rate.words)) is not None


def _of_loss(passage: Passage, change: Growth | None) -> bool:
    """Whether what shrinks or grows is a loss, so that the level moves the other way: 净利润为-0.3亿元，减亏0.6亿元."""
    return change is not None and "亏" in passage.words(change.words)


def _known(
    base: Figure | None, current: Figure | None, change: Growth | None, rate: Growth | None
) -> dict[str, Figure]:
    found: tuple[Figure | None, ...] = (base, current, change.figure if change else None, rate.figure if rate else None)
    return {role: figure for role, figure in zip(ROLES, found, strict=True) if figure is not None}


def _numbers(figures: dict[str, Figure], change: Growth | None, rate: Growth | None) -> tuple[int, Numbers | None]:
    """The numbers with their direction; a minus before a change turns the direction. None where words and signs differ.

    下降-2.1% is a fall: some desks write both.
    """
    signs = set()
    quantities = {role: figure.quantity for role, figure in figures.items()}
    for role, growth in (("change", change), ("rate", rate)):
        if growth is None:
            continue
        quantity = quantities[role]
        act = growth.act or (change.act if change else Act.RISE)
        signs.add(-1 if act is Act.FALL or quantity.value < 0 else 1)
        quantities[role] = positive(quantity)
    if len(signs) != 1:
        return 0, None
    levels = {role: one for role, one in quantities.items() if role != "rate"}
    quantities |= zip(levels, comparable(list(levels.values())), strict=True)
    quick = any(one.unit_class is UnitClass.DURATION for one in levels.values())
    base, current, moved, part = (quantities.get(role) for role in ROLES)
    numbers = Numbers(base, current, moved, part, 0)
    return (0 if quick else signs.pop()), numbers


def _rates(passage: Passage) -> Iterator[Finding]:
    for frame in frames.rates(passage):
        for group in frame.groups:
            base = group.base or named(passage, frame, group, group.points)
            if not base or not frame.current:
                continue
            falls = _open_signs(passage, base, frame.current, group.points)
            for growth, points in ((group.points, True), (group.rate, False)):
                if growth is not None and growth.figure.quantity.unit.name == TENTH:
                    yield from _in_tenths(frame, base, frame.current, growth)
                if growth is None or not (points or PER_CENT.search(growth.figure.quantity.literal)):
                    continue
                figures = _known(base, frame.current, growth if points else None, None if points else growth)
                sign, numbers = _numbers(figures, growth if points else None, None if points else growth)
                if numbers:
                    numbers = replace(numbers, sign=sign)
                    variant = "points" if not points and base.quantity.unit.name == PERCENT else "levels"
                    finding = Finding(figures, numbers, tuple(frame.joined), "", falls, points, variant)
                    yield from listed.of_whole(passage, finding)


PERCENT = "%"
"""A fall of 20% of so many ‰ or of so many in 100,000 is no slip for points."""


def _in_tenths(frame: Frame, base: Figure, current: Figure, growth: Growth) -> Iterator[Finding]:
    """由43%提高到61%，提高近两成: tenths of a hundred are points, or a part of what was, as it fits."""
    sign, words = -1 if growth.act is Act.FALL else 1, tuple(frame.joined)
    levels = Numbers(base.quantity, current.quantity, None, None, sign)
    for role, points in (("change", True), ("rate", False)):
        figures = {"base": base, "current": current, role: growth.figure}
        finding = Finding(figures, levels.put(role, growth.figure.quantity), words, points=points)
        if verify(finding).verdict is Verdict.CONSISTENT:
            yield finding
            return
    step = levels.put("change", growth.figure.quantity)
    figures = {"base": base, "current": current, "change": growth.figure}
    yield Finding(figures, step, words, points=True, doubtful=True)


def _sole(passage: Passage) -> Iterator[Relation]:
    """The only numbers that can be meant, where they fit: that they are meant nothing else says."""
    for one in sole.told(passage):
        if one.rate is not None and is_over_whole_year(passage, one.rate, one.base):
            continue
        step = None if one.step is None else positive(one.step.quantity)
        rate = None if one.rate is None else positive(one.rate.quantity)
        figures = {"base": one.base, "current": one.current, "change": one.step, "rate": one.rate}
        known = {role: figure for role, figure in figures.items() if figure is not None}
        levels = comparable([each for each in (one.base.quantity, one.current.quantity, step) if each is not None])
        numbers = Numbers(levels[0], levels[1], levels[2] if len(levels) > 2 else None, rate, one.sign)
        words = (one.base.before,)
        relation = verify(Finding(known, numbers, words, footing(passage) if rate else ""))
        unsaid = relation.verdict is Verdict.UNDECIDED
        if (unsaid and not one.guessed) or (sole.fits(one) and relation.verdict is Verdict.CONSISTENT):
            yield relation
        elif one.worded or (one.certain and relation.by_slip):
            yield replace(relation, doubtful=True)


def _open_signs(passage: Passage, base: Figure, current: Figure, points: Growth | None) -> tuple[str, ...]:
    """Which of two rates may lie below zero though no minus is printed; none where sizes of falls are compared."""
    falls = tuple(role for role, one in (("base", base), ("current", current)) if _falls(passage, one))
    told = points and passage.text[current.quantity.span.end : points.figure.quantity.span.start]
    return () if told and "current" in falls and OF_SIZES.search(told) else falls


def _falls(passage: Passage, figure: Figure) -> bool:
    """Whether a rate is the size of a fall, or may be: 下降2.3%."""
    told = cue(passage.words(figure.before))
    return told.act is Act.FALL or figure.quantity.value < 0 or "降幅" in passage.words(figure.before)


def _quotes(passage: Passage) -> Iterator[Finding]:
    """A price, its change and its rate in brackets: (156.82, -1.18, -0.75%)."""
    for one, two, three in zip(passage.figures, passage.figures[1:], passage.figures[2:], strict=False):
        if not one.bracket or one.bracket != three.bracket or three.quantity.unit_class is not UnitClass.RATE:
            continue
        gaps = (_gap(passage, one, two), _gap(passage, two, three))
        bare = one.quantity.unit_class in (UnitClass.NONE, UnitClass.MONEY) and alike(one.quantity, two.quantity)
        if not bare or not all(QUOTE.fullmatch(gap) for gap in gaps):
            continue
        if (two.quantity.value < 0) is (three.quantity.value < 0):
            figures = {"current": one, "change": two, "rate": three}
            sign = -1 if two.quantity.value < 0 else 1
            numbers = Numbers(None, one.quantity, positive(two.quantity), positive(three.quantity), sign)
            yield Finding(figures, numbers, (one.quantity.span,))


def _gap(passage: Passage, one: Figure, two: Figure) -> str:
    return passage.text[one.quantity.span.end : two.quantity.span.start]


def _reason(passage: Passage, frame: Frame, figures: dict[str, Figure]) -> str:
    """Why a rate cannot be held against these levels, or nothing."""
    end = max(one.quantity.span.start for one in figures.values())
    start = passage.span.start
    for mark in SEGMENT.finditer(passage.text, start, frame.first.quantity.span.start):
        if not PART_OF.match(passage.text, mark.end()):
            start = mark.end()
    words = passage.text[start:end]
    if CONSTANT.search(words):
        return "增速不按现价或口径有别，未判"
    if LOSS.search(words) or any(
        one.quantity.value < 0 for role, one in figures.items() if role in ("base", "current")
    ):
        return "涉及亏损，未判"
    return ""
