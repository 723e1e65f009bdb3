"""What an average rate of growth is told of: the rate, the years, and two levels or the whole growth.

The rate is known by the words before it (年均增长, 平均每年, 每年递增) or behind it (10%的年均增速). Levels, years and
whole growth are looked for in its sentence by what they are told as: 五年前, 由…到…, 基期为, 累计, 翻一番. Where two
of a kind could be meant, nothing is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act
from checker.relations.growth import echoes, frames, sole
from checker.relations.growth.alike import alike
from checker.relations.growth.footing import is_constant
from checker.relations.growth.lengths import LONGEST, is_length
from checker.relations.growth.lengths import length as length_of
from checker.relations.growth.lengths import years as years_of
from checker.relations.idle import is_idle
from checker.relations.naming import pairs
from checker.relations.passage import Figure, Passage
from checker.spans import Span

BEFORE = pattern(
    "(?:年均|年平均|每年平均|平均每[年届季月]|平均一年|年复合|年化|复合|CAGR|ＣＡＧＲ|年递增|逐年递增|每年(?:以|按|递|增|涨|提高|上升|减|降))[^，,。；：:0-9]{0,14}$"
    "|(?:平均|均摊|平摊|分摊|摊|折合|折算|合)(?:到|下来|下)?(?:每一?年|一年)[^，,。；：:0-9]{0,8}$"
    "|^平均[^，,。；：:0-9]{0,10}$|^(?:年间|间|来|以来)?平均(?:每年|下来)[^。；：:0-9]{0,20}$"
)
BY_YEAR, OFFHAND = pattern("平均(?:下来|到)?(?:每|一年)"), pattern("一年|下来|摊|均摊|折|合到")
COLON = pattern("(?:年均|平均|复合)[^，,。；0-9]{0,8}[：:]$")
BEHIND = pattern(
    "的?(?:年均|年平均|复合|年复合)[^，,。；]{0,4}(?:增|降|涨|速)|的(?:年增速|年增长率|(?:速度|增长|增速|增幅|降幅|下降))"
)
YEARLY = pattern("每年|年均|逐年")
COMPARED = pattern("(?:高于|低于|快于|慢于|超过|超出|比|较|目标|预期|不低于)[^，。；]{0,8}$")
"""Words before an average that is only compared with: 高于年均8%的增速."""

RISING = pattern("[增涨升高快多]|提|扩")
FALLING = pattern("下降|减少|降低|下滑|递减|负增长|降幅|减幅")
WHOLE = pattern(
    "累计[^，,。；0-9]{0,6}(?:增[长加]?|提高|上[涨升]|涨|增幅|涨幅|[下]?降[低幅]?|减少?|减幅|下滑)(?:了|达到?|高达|为|约)*$"
)
YEARS_OF = pattern(
    "年(?:间|来|里|内)?(?:总共|一共|共|累计)?(?:增[长加]?|提高|上[涨升]|下?降低?|减少?)(?:了|达到?|高达|为|约)*$"
)
OPENS = pattern(
    "[^，,。；\u4e00-\u9fff]{0,2}(?:将|已|即|可|会|就|预计|[0-9一二三四五六七八九十两]{1,3}年(?:间|来|里)?)*[由从]"
)
"""How levels go on with what the clause before them is about."""

NO_SUBJECT = pattern(r"\s*[由从自](?:(?:19|20)[0-9]{2}年[末底初度]?|[一二两三四五六七八九十]年前|[去前]年|当[初年])的?")
"""从2021年的…: what is measured is told later, by the clause of the rate."""

LONG_AGO = pattern("年前|首届|第一届|首年|当初|起步")
FILLING = pattern(
    "[0-9０-９一二三四五六七八九十两]+年|这|其间|期间|[间来里内]|相当于|折合|折算|复合|平均|也就是说?|实现|保持|下来"
)
BEGUN = pattern("起步|起家|打底")
EARLIER = pattern("(?:与|比|较)(?:[12][0-9]{3}年|[两二三四五六七八九]年前)")
"""Growth over several years, of which the average is told next: 与2023年同期相比."""

YEAR = pattern("([12][0-9]{3})年")
CLAUSES, REACH, MOST = 3, 24, 9
"""How far apart a level and its average may stand, how many tokens back years are looked for, and how many figures a
sentence may have in which two levels tell themselves.
"""

NEAR = 14
"""How many characters may stand between the years and what they are told of."""

DOUBLING, PAIR = "番", 2
LOSS, MOST_LEAD = pattern("亏|扭"), 4
"""What no average is told of; and how many characters before 年均 name no other subject."""


@dataclass(frozen=True, slots=True)
class Told:
    """The whole growth (as ``base`` and ``current``, or as ``cumulative``) with the rate, by role.

    ``years`` are the years it took, either where the text leaves it open; ``length`` is where they are told. ``loose``
    where no word ties the levels to the rate, and another subject stands before it: only a fit tells then; ``untold``
    where not even the levels are told as what was and what became. ``likely`` where the words are those of talk, or the
    levels are tied by being told alike.
    """

    figures: dict[str, Figure]
    length: Span | None
    years: tuple[int, ...]
    words: tuple[Span, ...]
    constant: bool = False
    falling: bool = False
    loose: bool = False
    untold: bool = False
    likely: bool = False


def told(passage: Passage) -> Iterator[Told]:
    """Every average growth of the sentence with the whole growth beside it."""
    for index, figure in enumerate(passage.figures):
        words = _words(passage, index) if figure.is_rate else None
        if words is not None:
            found = _framed(passage, index, words) or _cumulative(passage, index, words) or _sole(passage, index, words)
            if found:
                yield replace(found, likely=found.likely or OFFHAND.search(passage.words(words)) is not None)


def _words(passage: Passage, index: int) -> Span | None:
    """The words that make a rate an average, but for one that something is only compared with."""
    found = _before(passage, index) or _behind(passage, passage.figures[index])
    start = found.start if found else 0
    if found and COMPARED.search(passage.text, max(passage.span.start, start - REACH), start):
        return None
    return found


def _before(passage: Passage, index: int) -> Span | None:
    figure = passage.figures[index]
    before, end = _lead(passage, index), figure.quantity.span.start
    match = BEFORE.search(before)
    if match and match[0].startswith("平均") and not BY_YEAR.match(match[0]) and not _after_years(passage, index):
        match = None
    if match is None and not before:
        start = passage.clauses[figure.clause].start
        match = COLON.search(passage.text[max(passage.span.start, start - REACH) : end])
    return Span(end - len(match[0]), end) if match else None


def _lead(passage: Passage, index: int) -> str:
    """The words before a figure in its clause, 一年 among them: 平均一年涨两成."""
    figure, last = passage.figures[index], passage.figures[index - 1]
    told = index > 0 and last.clause == figure.clause and last.quantity.span.end == figure.before.start
    a_year = told and last.quantity.unit.name == "年" and last.quantity.value == 1 and not last.quantity.hedges
    return passage.text[last.before.start if a_year else figure.before.start : figure.before.end]


def _behind(passage: Passage, figure: Figure) -> Span | None:
    """10%的年均增速, 每年以10%的速度递增, 每年10%的增长."""
    found = BEHIND.match(passage.text, figure.quantity.span.end, passage.span.end)
    yearly = found and ("年" in found[0] or YEARLY.search(passage.words(figure.before)))
    return Span(*found.span()) if found and yearly else None


def _after_years(passage: Passage, index: int) -> bool:
    """两年平均增长, 四年平均下来: right behind a number of years."""
    one, figure = passage.figures[index - 1], passage.figures[index]
    return index > 0 and one.quantity.unit.name == "年" and one.quantity.span.end == figure.before.start


def _framed(passage: Passage, index: int, words: Span) -> Told | None:
    """由2015年的1.3亿元增至2019年的6.5亿元，年均增长49.2%: two levels that the words tie to each other."""
    rate = passage.figures[index]
    for frame in frames.amounts(passage):
        base, current = frame.groups[0].base, frame.current
        if base is not None and current is not None and abs(rate.clause - current.clause) <= CLAUSES:
            if _others(passage, rate, base, current) or _past(passage, current) > _past(passage, base):
                continue
            found = _of_levels(passage, rate, base, current, (*frame.joined, words))
            first = min(base, current, key=lambda one: one.quantity.span.start)
            return replace(found, loose=_apart(passage, rate, first, words)) if found else None
    return None


def _apart(passage: Passage, rate: Figure, first: Figure, words: Span) -> bool:
    """Whether the clause of what comes later, the rate or the levels, has a subject of its own.

    财政收入年均增长8.1%，支出由20亿元增加到31亿元: only a fit tells then that they are of one thing.
    """
    start = passage.clauses[first.clause].start
    if first.quantity.span.start > rate.quantity.span.start:
        return OPENS.match(passage.text, start, first.quantity.span.start) is None
    if first.clause == 0 and NO_SUBJECT.fullmatch(passage.text, start, first.quantity.span.start):
        return False
    own = passage.text[passage.clauses[rate.clause].start : words.start]
    return first.clause != rate.clause and (len(own) > MOST_LEAD or _is_other(passage, rate, own))


def _is_other(passage: Passage, rate: Figure, own: str) -> bool:
    """Whether words name a subject that the clauses before do not: 订单由2400单增至3797单，工资年均增长7.5%."""
    subject = pairs(FILLING.sub("", own))
    return bool(subject) and not subject & pairs(passage.text[passage.span.start : passage.clauses[rate.clause].start])


def _others(passage: Passage, rate: Figure, base: Figure, current: Figure) -> bool:
    """Whether anything but years stands between the levels and the rate."""
    low, high = sorted((rate.quantity.span, max(base.quantity.span, current.quantity.span)))
    known = (rate, base, current)
    between = [one for one in passage.figures if low.end <= one.quantity.span.start < high.start and one not in known]
    return any(one.quantity.unit_class not in (UnitClass.DURATION, UnitClass.MULTIPLE) for one in between)


def _sole(passage: Passage, index: int, words: Span) -> Told | None:
    """The only two levels of the sentence, one of which is told as what was; where neither is, only a fit tells."""
    if len(passage.figures) > MOST:
        return None
    rate = passage.figures[index]
    amounts = [
        one
        for one, cue in zip(passage.figures, passage.cues, strict=True)
        if one.is_amount and not is_idle(one.quantity) and cue.act not in (Act.RISE, Act.FALL)
    ]
    before = [one for one in amounts if one.quantity.span.start < rate.quantity.span.start]
    amounts = before if _pair(before) else amounts
    pair = _pair(amounts)
    if pair is None:
        return None
    past = [_past(passage, one) for one in pair]
    apart = _apart(passage, rate, pair[0], words)
    echoed = past[0] == past[1] and not apart and echoes.is_echoed(passage, *pair)
    untold = past[0] == past[1] and (apart or not (echoed or echoes.goes_on(passage, *pair)))
    base, current = pair if past[0] >= past[1] else pair[::-1]
    found = _of_levels(passage, rate, base, current, (words,))
    lost = LOSS.search(passage.words(passage.span)) is not None
    untold = untold or len(pair) != len(amounts)
    loose = untold or apart
    return replace(found, loose=loose, untold=untold, likely=echoed) if found and not lost else None


def _pair(amounts: Sequence[Figure]) -> list[Figure] | None:
    """The first two that are counted alike, if no third is."""
    return next((alikes for one in amounts if len(alikes := _alike(one, amounts)) == PAIR), None)


def _alike(figure: Figure, amounts: Sequence[Figure]) -> list[Figure]:
    return [one for one in amounts if alike(one.quantity, figure.quantity)]


def _past(passage: Passage, figure: Figure) -> int:
    """How surely a level is told as what was: 2 of so many years ago or the first time, 1 of last year and the like."""
    lead = passage.text[passage.clauses[figure.clause].start : figure.quantity.span.start]
    begun = BEGUN.search(figure.quantity.literal) or BEGUN.match(passage.text, figure.quantity.span.end)
    return 2 if begun or LONG_AGO.search(lead[-REACH:]) else int(sole.was(passage, figure))


def _of_levels(passage: Passage, rate: Figure, base: Figure, current: Figure, words: tuple[Span, ...]) -> Told | None:
    length, years = years_of(passage, base, current, rate)
    if not years:
        return None
    figures = {"base": base, "current": current, "rate": rate}
    constant = is_constant(passage, base, current, rate)
    less = current.quantity.value * current.quantity.unit.factor < base.quantity.value * base.quantity.unit.factor
    lost = less and not RISING.search(passage.words(Span(words[-1].start, rate.quantity.span.start)))
    return Told(figures, length, years, words, constant, lost or _falls(passage, words[-1]))


def _falls(passage: Passage, words: Span) -> bool:
    return FALLING.search(passage.words(words)) is not None


def _cumulative(passage: Passage, index: int, words: Span) -> Told | None:
    """五年累计增长65%，年均增长10.6%: the nearest whole growth before the rate or behind it."""
    rate = passage.figures[index]
    near = sorted(range(len(passage.figures)), key=lambda at: abs(at - index))[:REACH]
    for at in near:
        whole = passage.figures[at]
        word = _whole(passage, at) if at != index and abs(rate.clause - whole.clause) <= 1 else None
        if word is None:
            continue
        own = [one for one in (_own(passage, at), _own(passage, index)) if one is not None]
        length, years = _since(passage, whole) or length_of(passage, rate)
        if own:
            length, years = own[0].quantity.span, (int(own[0].quantity.value),)
        if years and len({one.quantity.value for one in own}) < 2:
            return Told(
                {"cumulative": whole, "rate": rate}, length, years, (word, words), falling=_falls(passage, words)
            )
    return None


def _since(passage: Passage, whole: Figure) -> tuple[Span, tuple[int, ...]] | None:
    """The years from that which growth is reckoned from to the one that the sentence tells of before."""
    start, end = passage.clauses[whole.clause].start, whole.quantity.span.start
    since = EARLIER.search(passage.text, start, end)
    told = YEAR.search(since[0]) if since else None
    if since is None or told is None:
        return None
    steps = [int(one[1]) - int(told[1]) for one in YEAR.finditer(passage.text, passage.span.start, start)]
    later = [one for one in steps if 0 < one <= LONGEST]
    return (Span(since.start() + told.start(), since.end()), (later[-1],)) if later else None


def _whole(passage: Passage, at: int) -> Span | None:
    """The words that tell growth over all the years: 累计增长, 五年增长, 翻了一番."""
    figure = passage.figures[at]
    before = passage.words(figure.before)
    if figure.quantity.unit.name == DOUBLING:
        return figure.before
    told = figure.is_rate or figure.quantity.unit_class is UnitClass.MULTIPLE
    grows = told and passage.cues[at].act in (Act.RISE, Act.FALL)
    start = passage.clauses[figure.clause].start if at else passage.span.start
    since = EARLIER.search(passage.text, start, figure.quantity.span.start) if grows else None
    if since and "均" not in passage.text[since.end() : figure.quantity.span.start]:
        return figure.before
    match = WHOLE.search(before) if told else None
    if match:
        return Span(figure.before.start + match.start(), figure.before.end)
    return figure.before if grows and _own(passage, at) and YEARS_OF.fullmatch(f"年{before}") else None


def _own(passage: Passage, at: int) -> Figure | None:
    """The years right before a figure in its clause: 五年增长, 其中最近两年年均."""
    one, figure = passage.figures[at - 1], passage.figures[at]
    near = at > 0 and one.clause == figure.clause and is_length(one.quantity)
    return one if near and figure.quantity.span.start - one.quantity.span.end <= NEAR else None
