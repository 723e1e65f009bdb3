"""A share right behind its part that the only whole before it does not make: 其中羊63万只，占五成 of 84万只.

占 names no whole. It is the one level of the part's unit that stands before it in the sentence and is larger; where
there is none, or another could be meant, nothing is said. A share that fits any number near by is of that. A part is
never more than all there is: 占121% is wrong whatever it is of.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.adverbs import ABOUT, EXACT, ONLY, STILL, adverbs
from checker.relations.elsewhere import MEANS, PLANNED, THEN, WIDER
from checker.relations.fit.level import Level
from checker.relations.fit.pool import Pool
from checker.relations.ratios.judging import SWITCH_OFF, Triple, verify
from checker.relations.record import Relation

FREE = adverbs(EXACT, ABOUT, ONLY, STILL)
BARE = pattern(
    rf"(?:[^，,、。；;（(“”0-9]{{0,8}}(?:[，,、（(]|——))?(?:{FREE})*"
    rf"占(?:比|到了?|了|总数的?|总[\u4e00-\u9fff]?[数量额]的|全部的?|其中的?)?(?:比重|比例)?(?:约?为|达到?|是|高达|至)?(?:{FREE})*"
)
OTHER = pattern(f"{THEN}|{PLANNED}|{MEANS}|每|{WIDER}|分别|依次|各")
"""What may be of another whole than the one before it."""

JOINTS = frozenset("、和与及")
DEALT = pattern(
    rf"[，,]?(?:分别占|占比分别|分别约占|依次占)(?:总数的?|总[\u4e00-\u9fff]?[数量额]的)?(?:约?为|达到?|是)?(?:{FREE})*"
)
OPENING = pattern("(?:其中|[\u4e00-\u9fff]{1,8}?[里中](?:头|面)?[，,])")
"""The sentence goes on about what the one before counted: 车里头，新能源车3万辆，占五成."""

OF_THEN = pattern(f"{THEN}|{PLANNED}|{MEANS}|每")
MOST = 2
"""Of so many wholes at the most one may be meant, the nearest first, where none makes the share."""

CUT = pattern("[；;]|另[有外]|此外|还有")


def told(pool: Pool, rate: Level) -> Iterator[Relation]:
    """The share that its only whole does not make."""
    part = pool.next(rate, -1) if _is_share(rate) else None
    first = part if part and _is_part(part, rate) else None
    if first is None:
        first, part = _dealt(pool, rate)
    if first is None or part is None:
        return
    wholes = _wholes(pool, first)
    if len(wholes) == MOST and _is_of_all(part, wholes, rate):
        return
    triples = [Triple("占比", (rate.words,), part.figure, one.figure, rate.figure) for one in wholes]
    relations = [verify(rate.passage, one) for one in triples]
    if relations and all(one.verdict is Verdict.INCONSISTENT for one in relations):
        yield replace(relations[0], doubtful=True)


def _is_of_all(part: Level, wholes: Sequence[Level], rate: Level) -> bool:
    """Whether the share is that of both wholes together: 主席16名，镇长72名。其中，女性13名，占14.8%."""
    share = 100 * part.value / sum(one.value for one in wholes)
    return abs(share - rate.value) <= rate.quantity.place


def _dealt(pool: Pool, rate: Level) -> tuple[Level, Level] | tuple[None, None]:
    """The first of several parts, and the one of this share of theirs: 甲3.1万只、乙1.8万只，分别占31%和18%."""
    head: Level | None = rate
    while head is not None and head.lead in JOINTS and head.sentence == rate.sentence:
        head = pool.next(head, -1)
    if head is None or not head.figure.is_rate or not DEALT.fullmatch(head.lead) or rate.quantity.hedges:
        return None, None
    count = 1
    while (behind := pool.next(head, count)) is not None and behind.figure.is_rate and behind.lead in JOINTS:
        count += 1
    parts = [pool.next(head, step) for step in range(-count, 0)]
    plain = [one for one in parts if one and one.sentence == rate.sentence and one.is_amount and not one.moves]
    if count == 1 or len(plain) < count or len({one.key for one in plain}) > 1 or any(one.is_each for one in plain):
        return None, None
    return plain[0], plain[rate.at - head.at]


def _is_share(rate: Level) -> bool:
    if not rate.figure.is_rate or rate.moves or rate.value <= 0 or rate.quantity.hedges:
        return False
    return BARE.fullmatch(rate.lead) is not None and not SWITCH_OFF.search(rate.passage.words(rate.passage.span))


def _is_part(part: Level, rate: Level) -> bool:
    near = part.sentence == rate.sentence and rate.figure.clause - part.figure.clause <= 1
    plain = part.is_amount and not part.moves and not part.is_each and not part.is_past and part.value > 0
    return near and plain and part.figure.bracket == rate.figure.bracket and not OTHER.search(part.lead)


def _wholes(pool: Pool, part: Level) -> list[Level]:
    """The levels before the part in its sentence that it can be a part of, the nearest first; none if not plain."""
    before = [one for one in pool.before(part) if one.is_amount and one.key == part.key]
    if not before and OPENING.match(part.passage.text, part.passage.span.start, part.quantity.span.start):
        before = [one for one in pool.before(part, sentences=2) if one.is_amount and one.key == part.key]
    larger = [one for one in before if one.value > part.value and not one.moves and not one.is_each]
    still = [one for one in before if not one.moves and not one.is_each]
    if not 1 <= len(larger) <= MOST or len(still) > len(larger) or any(_has_share(pool, one) for one in larger):
        return []
    return larger if all(_can_hold(pool, one, part) for one in larger) else []


def _can_hold(pool: Pool, whole: Level, part: Level) -> bool:
    text = pool.text[whole.quantity.span.end : part.quantity.span.start]
    told = whole.figure.bracket == part.figure.bracket and not whole.quantity.hedges and not whole.is_past
    return told and not CUT.search(text) and not OF_THEN.search(whole.lead)


def _has_share(pool: Pool, whole: Level) -> bool:
    """Whether it is itself told as a share: 甲1492万元，占32.6%，乙1028万元，占22.5%."""
    behind = pool.next(whole, 1)
    return behind is not None and behind.figure.is_rate and "占" in behind.lead
