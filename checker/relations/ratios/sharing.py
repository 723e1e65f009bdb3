"""Which part a rate behind 占 is the share of, when it names no whole."""

import re

from checker.patterns import pattern
from checker.relations.adverbs import ABOUT, EXACT, ONLY, STILL, TOGETHER, adverbs
from checker.relations.cues import Act, cue
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.together import of_several
from checker.spans import Span
from checker.widths import narrow

FREE = adverbs(EXACT, TOGETHER, ABOUT, ONLY, STILL)
LINK = rf"\s*(?:{FREE}){{0,2}}(?:约?为|达到?|约|近|超过?)?(?:{FREE}){{0,2}}\s*"
BARE = pattern(
    rf"[，,（(]?\s*(?:各|{FREE})*占(?:总[\u4e00-\u9fff]{{0,5}})?(?:比重?|比例)?(?:（[^）]{{1,14}}）)?{LINK}$"
)
EACH_HAS = pattern("(?<!平)[人户亩村场店家校班台件单笔车例套]均[^，。；、0-9]{0,6}$")
EACH_SIGN = pattern("[一-鿿]均|[每单]")
WITH, DID = (
    pattern("[^，。；、0-9][与同跟][^，。；、0-9]{0,8}$"),
    pattern("结对|结成|合作|签约|共建|对接|协作|联合|联办"),
)
HELD = pattern("(?<![占对评])[比较][^，。；、]{1,10}的$")
LEAD = 16
STEPS = frozenset(("增加", "增长", "增", "减少", "减", "下降", "多", "少", "高出", "多出"))
"""Right behind what a level is compared with, such a word tells by how much it differs."""

EACH = pattern(rf"[，,](?:分别|各)占(?:比|总[\u4e00-\u9fff]{{0,5}}的?)?{LINK}$")


def part_of(passage: Passage, index: int) -> Figure | None:
    """The amount right before a rate, in its clause or the one before; none where it is the share of several."""
    if of_several(passage, passage.figures[index]):
        return None
    for one in reversed(passage.figures[max(0, index - 3) : index]):
        named = narrow(one.quantity.numeral).isascii() or len(one.quantity.numeral) > 1
        inside = one.bracket not in (0, passage.figures[index].bracket)
        if one.is_amount and named and (not inside or passage.text.startswith(("）占", ")占"), one.quantity.span.end)):
            if _is_step(passage, one) or _is_of_each(passage, one, passage.figures[index]) or _joins(passage, one):
                continue
            return one if passage.figures[index].clause - one.clause <= 3 else None
    return None


def _joins(passage: Passage, figure: Figure) -> bool:
    """Whether it counts those with whom others did something: 39所学校与26所名校结对，占全县学校的75%."""
    after = passage.words(figure.after)[:LEAD]
    return WITH.search(passage.words(figure.before)) is not None and DID.search(after) is not None


def _is_of_each(passage: Passage, figure: Figure, rate: Figure) -> bool:
    """Whether an amount falls to each, and the share behind it is of all: 人均14万元，占营收的16%."""
    end = figure.quantity.span.start
    told = passage.text[max(passage.clauses[figure.clause].start, end - LEAD) : end]
    return EACH_HAS.search(told) is not None and EACH_SIGN.search(passage.words(rate.before)) is None


def _is_step(passage: Passage, figure: Figure) -> bool:
    """Whether an amount is by how much a level moved, or from what: 8.9亿元，较上年的8.3亿元增加0.6亿元，占20%."""
    before = passage.words(figure.before)
    told = cue(before)
    end = figure.quantity.span.start
    if HELD.search(passage.text, max(passage.clauses[figure.clause].start, end - LEAD), end):
        return True
    return told.act in (Act.RISE, Act.FALL) and (bool(told.base) or before.strip("约近了") in STEPS)


def _gap(passage: Passage, part: Figure, index: int) -> Span:
    """From the end of a part to the rate."""
    return Span(part.quantity.span.end, passage.figures[index].quantity.span.start)


def shared(passage: Passage, index: int, also: re.Pattern[str] | None = None) -> tuple[Figure, Span] | None:
    """The part that a rate behind a bare 占 (or behind words like ``also``) is the share of, with those words."""
    part = part_of(passage, index)
    words = _gap(passage, part, index) if part else None
    several = part and words and EACH.fullmatch(passage.words(words)) and _runs_on(passage, index)
    if part and words and not several:
        told = passage.words(words)
        if BARE.fullmatch(told) or (also and also.fullmatch(told)):
            return part, words
    return _each(passage, index)


def _each(passage: Passage, index: int) -> tuple[Figure, Span] | None:
    """Of 1386人、1478人，分别占48.4%和51.6% the first rate goes with the first count."""
    figures, first, last = passage.figures, index, index
    while first and _runs_on(passage, first - 1):
        first -= 1
    while last + 1 < len(figures) and _runs_on(passage, last):
        last += 1
    count = last - first + 1
    parts = figures[max(0, first - count) : first]
    if count < 2 or len(parts) < count or not all(one.is_amount for one in parts):
        return None
    words = _gap(passage, parts[-1], first)
    return (parts[index - first], words) if EACH.fullmatch(passage.words(words)) else None


def _runs_on(passage: Passage, index: int) -> bool:
    """Whether a rate and the figure after it are one run of rates: 48.4%和51.6%."""
    if index + 1 >= len(passage.figures):
        return False
    one, two = passage.figures[index : index + 2]
    between = passage.text[one.quantity.span.end : two.quantity.span.start]
    return one.is_rate and two.is_rate and between in ("、", "和", "，", "及", "与")
