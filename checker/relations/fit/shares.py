"""A part of something: 海外收入5.61亿元，占比30.4%."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from math import log

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act
from checker.relations.fit.level import Level
from checker.relations.fit.pool import ALONE, Fit, Pool, believed, closeness, fits
from checker.relations.growth.limits import EXCESS
from checker.relations.naming import pairs
from checker.relations.ratios.judging import SWITCH_OFF, Triple, verify
from checker.relations.record import Relation

FELLOWS = 2
"""So many other shares of one whole, at least, tell that a sentence divides it."""

BARE = pattern(
    "[^，,、。；;（(“”0-9]{0,4}[，,]?(?:[约仅只])?占(?:比|[到去]?了?总数的?|总[\u4e00-\u9fff]?[数量]的|[到去]?了?)?[为约达]?"
)
ANEW = pattern("其中|当中|[中里]，|[去上前]年|同期|此前|计划|目标")
"""What divides one of the parts, or tells of another time."""

SINGLE = frozenset({"swap", "digit", "point"})

PARTS = 4
"""How many numbers before a rate are tried for the part."""

MIXED = 3
"""So much less is a fit worth where the two are not counted in one unit: 3738人 of 6028份."""

NAMED = 5
"""So much more is it worth where the whole is called as the rate says: 占归母净利润的."""

UNCALLED = 10
"""So much less is it worth where a rate has a name of its own that neither the part nor the whole shares: 息诉率."""

ROUGH = 0.02
"""So much of a hedged number may be left open where a fine rate is reckoned from it."""

POINT = pattern("[.．点]")
CLOSE = 0.003
"""So far a fine rate may be off what such numbers come to as printed: 约31.45亿 of 389.28亿."""

VAGUE = 0.02
"""So far off is a hedged rate at the least: 超过50% is no exact half."""

SEVERALLY = pattern("(?:分别|依次|各)占?[^，。；0-9]{0,4}$")
"""各占50%、30%、20%: the first of several shares is not of the part right before it."""

NEXT = frozenset("、和及与")
RATED = pattern(
    "([\u4e00-\u9fff]{2,5})率(?:[为是达约近超过到仅]|分别|高达|最高|均|由|从|上升|提高|[0-9.％%、和及与到至])*$"
)
OF = pattern("(?:占|相当于|等于|约为)([^，。；]{2,20}?)的?[^，。；]{0,3}$")
OWN = pattern("^(?P<subject>[\u4e00-\u9fff]{3,8}?)[约仅只就各也都还则已]*占[到去据比]?了?[约近]?$")
AMONG = pattern(
    "(?:^|[，,；;])(?!这|那|[他她它]们|全|所有|其|当)(?P<who>[一-鿿]{2,6}?)(?:里[头面]?|当?中)(?:就|还|也|都)?(?:有|占)?(?:约|近|超)?$"
)
SUBJECT, CLAUSE = 12, 40
THAT_IS = pattern("[，,]?(?:也就是|即|就是|约合|合|为)")


def find(pool: Pool, rate: Level) -> Iterator[Fit]:
    """The likeliest part and whole that make ``rate``. All of a thing (充至100%) is no part that could tell."""
    if not rate.figure.is_rate or rate.moves or rate.is_past or not 0 < rate.value < 100:
        return
    if EXCESS.search(rate.lead):
        return
    if rate.low <= 0 or SWITCH_OFF.search(rate.passage.words(rate.passage.span)) or _is_next_change(pool, rate):
        return
    likely = sorted(_likely(pool, rate), key=lambda one: one[0])
    before = pool.next(rate, -1) if SEVERALLY.search(rate.lead) else None
    for chance, part, whole in likely:
        if part is before:
            continue
        relation = verify(rate.passage, Triple("占比", (rate.words,), part.figure, whole.figure, rate.figure))
        if fits(relation):
            yield Fit(relation, chance, told=not _is_of_others(rate, part, whole))
            return


def _is_of_others(rate: Level, part: Level, whole: Level) -> bool:
    """发送旅客2.9万人次，昆明方向占了七成: whether the share has a subject that neither number is called by."""
    among = AMONG.search(rate.lead)
    if among and pairs(among["who"]).isdisjoint(pairs(_clause(whole) + whole.passage.words(whole.figure.after))):
        return True  # 其中公办5.1万人。公办里有八成: of those, and not of all
    told = OWN.search(rate.lead)
    subject = pairs(told["subject"]) if told else set()
    around = _subject(part) + _clause(part) + _clause(whole) + part.passage.words(part.figure.after)
    return len(subject) > 1 and subject.isdisjoint(pairs(around))


def _likely(pool: Pool, rate: Level) -> Iterator[tuple[float, Level, Level]]:
    """The parts and wholes that hardly fit by chance."""
    alone, said = _alone(pool, rate), Said(rate)
    for rank, part in enumerate(_parts(pool, rate), 1):
        if part.value <= 0:
            continue
        low, high = part.low * 100 / rate.high, part.high * 100 / rate.low
        for whole in _wholes(pool, rate, part, low, high):
            if whole is part or whole.moves is not part.moves or whole.value <= part.value:
                continue
            off = abs(log(part.value / whole.value * 100 / rate.value))
            if not said.names(whole) and _is_rough(rate, off, part, whole):
                continue
            shared = whole in pool.wholes[rate.paragraph]
            chance = closeness(low, high, max(off, VAGUE) if rate.quantity.hedges else off, part, whole) * rank
            chance *= (1 if shared else pool.rivals(rate, whole, part)) * said.weight(part, whole, rank)
            if believed(chance, rate, part, *(() if shared else (whole,))) or (chance <= ALONE and part in alone):
                yield chance, part, whole


class Said:
    """What the words of a rate say of its part and its whole."""

    def __init__(self, rate: Level) -> None:
        told, own = OF.search(rate.lead), RATED.search(_clause(rate))
        self.rate = rate
        self.whole = pairs(told[1]) if told else set()
        self.own = set(own[1]) if own else set()

    def names(self, whole: Level) -> bool:
        """Whether the whole is called as the rate says: 占归母净利润的."""
        return not self.whole.isdisjoint(pairs(whole.lead))

    def weight(self, part: Level, whole: Level, rank: int) -> float:
        """How much less, or more, a fit is worth by how its numbers are called and counted."""
        called = part.sentence != self.rate.sentence and not pairs(_subject(self.rate)).isdisjoint(pairs(part.lead))
        weight = float(MIXED if whole.key != part.key else 1)
        if self.own and self.own.isdisjoint(_clause(part) + _clause(whole)):
            weight *= UNCALLED
        if self.names(whole):
            weight /= NAMED
        return weight / (NAMED * rank) if called else weight


def slipped(pool: Pool, rate: Level, wholes: Sequence[Level]) -> Iterator[Relation]:
    """A share that one slip of the pen keeps from being one of the whole that its sentence divides.

    ``wholes`` are those of the other shares of the sentence. Its part is the number right before it.
    """
    part = pool.next(rate, -1)
    if SEVERALLY.search(rate.lead):
        return
    if (
        not (rate.act is Act.SHARE or BARE.fullmatch(rate.lead))
        or part is None
        or part.sentence != rate.sentence
        or rate.value <= 0
    ):
        return
    for whole in dict.fromkeys(wholes):
        alike = part.key == whole.key and part.is_amount and part is not whole and not part.moves
        fellows = wholes.count(whole) + _is_only_whole(pool, whole, part, rate)
        if fellows < FELLOWS or not alike:
            continue
        relation = verify(rate.passage, Triple("占比", (rate.words,), part.figure, whole.figure, rate.figure))
        if relation.verdict is Verdict.INCONSISTENT and (_is_slip(relation) or _is_in_row(pool, part, rate, wholes)):
            yield replace(relation, doubtful=True)


def _is_slip(relation: Relation) -> bool:
    return any(one.role == "rate" and one.slip in SINGLE for one in relation.candidates)


def _is_in_row(pool: Pool, part: Level, rate: Level, wholes: Sequence[Level]) -> bool:
    """Whether a bare 占 goes on a row of them, of one whole before it: 共240人，女84人，占35%；党员96人，占四成；…."""
    before = next((one for one in pool.before(part) if one.figure.is_rate or one.key == part.key), None)
    if len(wholes) < FELLOWS or len(set(wholes)) > 1 or before is None or wholes[0].sentence != rate.sentence:
        return False
    text = pool.text[before.quantity.span.end : part.quantity.span.start]
    bare = BARE.fullmatch(rate.lead) is not None and rate.figure.clause - part.figure.clause <= 1
    return bare and not rate.quantity.hedges and before.figure.is_rate and ANEW.search(text) is None


def _is_only_whole(pool: Pool, whole: Level, part: Level, rate: Level) -> bool:
    """Whether a bare 占 goes on dividing what opens its sentence: 共640名，男性154名，占24.1%；硕士278名，占34.4%."""
    if BARE.fullmatch(rate.lead) is None or rate.figure.clause - part.figure.clause > 1:
        return False
    before = [one for one in pool.before(part) if one.key == whole.key and one.is_amount]
    plain = not any(one.moves or one.is_past or one.is_each or one.figure.bracket for one in before)
    larger = [one for one in before if one.value >= part.value]
    text = pool.text[whole.quantity.span.end : part.quantity.span.start]
    return plain and larger == [whole] and before[-1] is whole and ANEW.search(text) is None


def _clause(rate: Level) -> str:
    """The words of its clause before a number."""
    end = rate.quantity.span.start
    return rate.passage.text[max(rate.passage.clauses[rate.figure.clause].start, end - CLAUSE) : end]


def _is_next_change(pool: Pool, rate: Level) -> bool:
    """Whether a rate goes on a list of changes: 分别增长15.2%、31%."""
    one: Level | None = rate
    while one is not None and one.lead in NEXT and one.sentence == rate.sentence:
        one = pool.next(one, -1)
    return one is not None and one is not rate and one.moves and one.key == rate.key


def _is_rough(rate: Level, off: float, *levels: Level) -> bool:
    """Whether a fine rate misses what a hedged number prints: no share with a decimal is reckoned from 突破5万."""
    grain = float(rate.quantity.place) / rate.value
    rough = any(one.quantity.hedges and one.high - one.low > ROUGH * one.value for one in levels)
    return rough and POINT.search(rate.quantity.literal) is not None and off > grain + CLOSE


def _subject(rate: Level) -> str:
    """The words that open the sentence of a rate: 移动一家占到了总投资的四成多."""
    start = rate.passage.span.start
    return rate.passage.text[start : min(start + SUBJECT, rate.quantity.span.start)].split("占")[0]


def _alone(pool: Pool, rate: Level) -> list[Level]:
    """The two amounts of the sentence, where it has no other and no other rate: they are the part and the whole."""
    same = (*pool.before(rate), *pool.after(rate))
    amounts = [one for one in same if one.is_amount and not one.moves]
    others = any(one.figure.is_rate for one in same)
    return amounts if len(amounts) == 2 and len({one.key for one in amounts}) == 1 and not others else []


def _parts(pool: Pool, rate: Level) -> Iterator[Level]:
    """The nearest numbers that can be a part: what is so much of each (微克/立方米) is none."""
    before = islice(pool.before(rate, sentences=2), PARTS * 3)
    near = [one for one in before if one.is_amount and not _is_dense(one)]
    yield from islice((one for one in near if not _has_own(pool, rate, one, near)), PARTS)
    behind = next(pool.after(rate), None)
    if behind and behind.is_amount and THAT_IS.match(rate.passage.text, rate.quantity.span.end):
        yield behind


def _has_own(pool: Pool, rate: Level, part: Level, near: Sequence[Level]) -> bool:
    """Whether a share of its own stands behind a part, and another part behind that: 87人，占29.4%；61人，占三成."""
    own = pool.next(part, 1)
    if own is None or own.at >= rate.at or own.sentence != part.sentence or not own.figure.is_rate or own.moves:
        return False
    told = BARE.fullmatch(own.lead) is not None and own.figure.clause - part.figure.clause <= 1
    return told and any(own.at < one.at and one.key == part.key for one in near)


def _is_dense(one: Level) -> bool:
    per = one.quantity.unit.per
    return per is not None and per.unit_class is not UnitClass.DURATION


def _wholes(pool: Pool, rate: Level, part: Level, low: float, high: float) -> Iterator[Level]:
    """The numbers before the rate that are large enough, of the part's unit or, in its sentence, of another count."""
    keys = [part.key]
    if part.quantity.unit_class is UnitClass.COUNT:
        near = pool.before(rate, sentences=2)
        keys += dict.fromkeys(
            one.key for one in near if one.quantity.unit_class is UnitClass.COUNT and one.key != part.key
        )
    for key in keys:
        for whole in pool.between(rate, key, low, high):
            close = whole.at <= rate.at and (whole.key == part.key or rate.sentence - whole.sentence <= 1)
            if close and (whole.sentence == part.sentence or whole.is_past is part.is_past):
                yield whole
