"""span between two ages of one person: 18岁开始学竹编，今年36岁，与竹子打了18年交道; 今年38岁，2010年回乡时只有23岁.

The ages stand in one sentence that names nobody else, today's with 今年 or the like. A time shorter than between them
may be that of something else, unless its words say what the earlier age's clause says. All that does not fit is for a
reader to look at.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Date
from checker.relations.dated import aged, calendar
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.stretch import AGE, Length, Stretch, judged, length
from checker.relations.naming import HANZI
from checker.relations.passage import Passage
from checker.relations.record import Relation

THEN_BEHIND = pattern("(?:那年|那一年|时|起|就|便|开始|入|进|学|拜|跟|参|当|下|从|接)")
SPENT = pattern(
    "(?:[\u4e00-\u9fff]了|已经?|已有|就是|整整|足足|坚持|从[业艺教医警军]|执教|共|有)(?:了|整整|足足|有|共|近)*$"
)
THEN_BEFORE = pattern(
    "(?:[^，。；0-9]{0,14}[，,]?)?(?:时|那年|当年|的时候)[，,]?[他她]?(?:还)?(?:年仅|只有|刚满|刚|才|已经?|也就)*"
)
ELDEST = pattern("(?:最大|最小|最年长|最年轻|最年幼|最高龄)的[^，。；0-9岁]{0,6}$")
BORN = pattern("[，,（(](?:出生于|生于|出生在|是)")
AFTER_YEAR = frozenset("前级代间后里度来")
EMPTY = frozenset("的了是在就和有与已这那一年岁今到从着过起开始来时还个")
WORK = pattern(
    "(?:那年|时|起|就|便|开始)*(?:参加工作|上班|进[厂矿校店队]|入[行职伍警]|当[兵老教][师]?|从[教医警军]|学[艺徒手医木][匠艺]?)[，,]"
    "(?:至今|到现在|如今|一|已经?|整整|足足)*(?:工作|干|教|做|守|当)(?:了|就是|已)(?:整整|足足)?"
)
PRONOUN = pattern("[“　 ]*[她他]")
LEARNER = pattern("学徒|[跟随]着?[\u4e00-\u9fff]{2}")
"""跟着母亲学织锦 speaks of nobody but the pupil."""

ITS_OWN = pattern(
    "(?:传承?|开|延续|流传|存在|营业)[了有]?$|[这该此][门家座间条个项所][^，。；]{0,6}[传开]|祖[孙辈传上]|[几两三四五]代"
)
"""这门手艺传了|120年: what somebody took up may be older than he."""

REACH, LEAST, LEAD = 80, 3, 8


def find(passage: Passage) -> Iterator[Relation]:
    """Every such time, judged."""
    told = [found for one in passage.tokens if (found := length(one)) is not None]
    ages = [one for one in told if _is_age(passage, one)]
    now = [one for one in ages if aged.TODAY.search(passage.text, _lead(passage, one), one.span.start)]
    yield from _eldest(passage, ages)
    if len(ages) == 1 and not now and PRONOUN.match(passage.text, passage.span.start):
        yield from _of_before(passage, ages[0], told)
    if len(ages) != 2 or len(now) != 1:
        return
    then = next(one for one in ages if one is not now[0])
    if not _is_of_one(passage, then, now[0]):
        return
    yield from _in_year(passage, then, now[0])
    if THEN_BEHIND.match(passage.text, then.span.end):
        yield from (one for each in told if each not in ages for one in _spent(passage, then, now[0], each))


def _of_before(passage: Passage, then: Length, told: Sequence[Length]) -> Iterator[Relation]:
    """阿婆今年72岁。她22岁那年学织锦，一织就是五十年: today's age stands alone in the sentence before."""
    earlier = passage.earlier
    found = [one for each in earlier.tokens if (one := length(each))] if earlier else []
    ages = [one for one in found if earlier and _is_age(earlier, one)]
    if earlier is None or len(ages) != 1 or not THEN_BEHIND.match(passage.text, then.span.end):
        return
    now = ages[0]
    today = aged.TODAY.search(passage.text, max(earlier.span.start, now.span.start - LEAD), now.span.start)
    if today and _is_of_one(passage, then, now) and (then.said.low or 0) < (now.said.low or 0):
        yield from (one for each in told if each is not then for one in _spent(passage, then, now, each))


def _is_age(passage: Passage, one: Length) -> bool:
    return one.span.of(passage.text).endswith("岁") and one.said.low == one.said.high and one.said.low is not None


def _lead(passage: Passage, one: Length) -> int:
    return max(passage.span.start, one.span.start - LEAD)


def _is_of_one(passage: Passage, then: Length, now: Length) -> bool:
    """Whether the words around both ages name no other person, and the earlier age is the lesser."""
    first, last = sorted((then.span, now.span))
    around = passage.text[max(passage.span.start, first.start - LEAD) : min(passage.span.end, last.end + REACH)]
    near = last.start - first.end <= REACH
    return (
        near
        and not aged.OTHERS.search(LEARNER.sub("", around))
        and "；" not in around
        and (then.said.low or 0) < (now.said.low or 0)
    )


def _spent(passage: Passage, then: Length, now: Length, told: Length) -> Iterator[Relation]:
    """与竹子打了18年交道: behind both ages."""
    start = max(then.span.end, now.span.end)
    lead = passage.text[_lead(passage, told) : told.span.start]
    if ITS_OWN.search(passage.text, start, told.span.start):
        return
    if told.unit != "年" or not 0 < told.span.start - start <= REACH or not SPENT.search(lead):
        return
    said = told.said.low
    if (
        said is None
        or said < LEAST
        or said != told.said.high
        or passage.text[told.span.end : told.span.end + 1] in AFTER_YEAR
    ):
        return
    gone = int((now.said.low or 0) - (then.said.low or 0))
    if said < gone - 1 and (
        not (_shares(passage, then, told) or _at_work(passage, then, told)) or _is_added(passage, told, gone)
    ):
        return
    true = Elapsed(max(0, gone - 1), gone + 1)
    yield judged(passage, Stretch(Date(then.span), Date(now.span), told, true, "年龄与年数", doubtful=True))


def _at_work(passage: Passage, then: Length, told: Length) -> bool:
    """18岁参加工作，|干了30年: what began at the earlier age is work, and right behind it how long it was done."""
    return WORK.fullmatch(passage.text, then.span.end, told.span.start) is not None


def _is_added(passage: Passage, told: Length, gone: int) -> bool:
    """Whether another time in the sentence makes up for what it lacks: 上岸已经6年，打了44年鱼."""
    others = (one for each in passage.tokens if (one := length(each)) and one.unit == "年" and one.span != told.span)
    return any(abs(int(one.said.low or 0) + int(told.said.low or 0) - gone) <= 1 for one in others)


def _shares(passage: Passage, then: Length, told: Length) -> bool:
    """Whether the clause of the time says a thing that the clause of the earlier age says."""
    one, two = (_clause(passage, each.span.start) for each in (then, told))
    return bool(one & two)


def _clause(passage: Passage, at: int) -> set[str]:
    clause = next(each for each in passage.clauses if each.start <= at < each.end)
    return {one for run in HANZI.findall(passage.words(clause)) for one in run} - EMPTY


def _in_year(passage: Passage, then: Length, now: Length) -> Iterator[Relation]:
    """2010年回乡时只有23岁: the year in which one was so old."""
    year = calendar.year_of(passage.published)
    dates = [one for one in _years(passage) if one.span.end <= then.span.start]
    if year is None or len(_years(passage)) != 1 or not dates or dates[0].year is None or dates[0].year >= year:
        return
    if not THEN_BEFORE.fullmatch(passage.text, dates[0].span.end, then.span.start):
        return
    old = int(now.said.low or 0) - (year - dates[0].year)
    true = Elapsed(max(0, old - 1), old + 1)
    relation = judged(passage, Stretch(dates[0], None, then, true, "两处年龄", AGE, doubtful=True))
    told = now.span.of(passage.text)
    working = (
        f"今年{told}，{dates[0].span.of(passage.text)}为{true.least}—{true.most}岁，文中{then.span.of(passage.text)}"
    )
    verdict = "一致" if relation.verdict is Verdict.CONSISTENT else "不一致"
    yield replace(relation, working=f"{working}，{verdict}", data={**relation.data, "working": working}, candidates=())


def _years(passage: Passage) -> Sequence[Date]:
    return [one for one in passage.tokens if isinstance(one, Date) and one.year is not None]


def _eldest(passage: Passage, ages: Sequence[Length]) -> Iterator[Relation]:
    """年龄最大的91岁，出生于1934年."""
    now = calendar.year_of(passage.published)
    births = {one.span.start: one for one in _years(passage)}
    for age in ages if now else ():
        born = BORN.match(passage.text, age.span.end)
        birth = births.get(born.end()) if born else None
        superlative = ELDEST.search(passage.text, max(passage.span.start, age.span.start - 2 * LEAD), age.span.start)
        if superlative and birth and birth.year and now and birth.year < now:
            true = Elapsed(now - birth.year - 1, now - birth.year)
            yield judged(passage, Stretch(birth, None, age, true, "年份与年龄", AGE, doubtful=True))
