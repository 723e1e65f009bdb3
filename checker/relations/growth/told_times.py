"""multiple: so many times a mean told sentences before, and damages of so many times a loss.

是日均的1.6倍 speaks of the one daily mean that the paragraph tells. 三倍惩罚性赔偿 multiplies what somebody gained or
lost; whether that itself is paid besides, desks leave open. What does not fit is for a reader to look at.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.adverbs import ABOUT, EXACT, ONLY, STILL, adverbs
from checker.relations.cues import Act
from checker.relations.growth.multiple import DOUBLING, Finding, verify
from checker.relations.passage import Figure, Passage
from checker.relations.record import Relation
from checker.relations.sums.row import same_unit

FREE = f"(?:{adverbs(EXACT, ABOUT, ONLY, STILL)})*"
OF_MEAN = pattern(
    f"[，,、]?{FREE}(?:[是为]|相当于|达到?了?){FREE}(?P<mean>[日月年周]均|平均每[天日月年周]|每[天日月年周]平均)(?:水平|值|数|量)?的{FREE}$"
)
OF_THEN = pattern(
    f"(?:^|[，,；;“])(?:现在|如今|眼下|今年|这会儿|目前)?(?:已经?|一天|一年|每天|{FREE})*(?:[是有]|相当于|抵得?上|顶)了?{FREE}"
    f"(?:那时候?|那会儿|那[几两]?年|当时|当初|当年|从前|过去|以前|早先|头[几两]年)的{FREE}$"
)
"""前两年一天能走4000单，|现在是那时候的|三倍: of what was, told in the same sentence; what is stands before that."""

AGO = pattern(
    "(?:前[几两些]年|[一二两三四五六七八九十几0-9]{1,3}年前|以前|从前|过去|早先|那时候?|那会儿|当初|当年|起初|刚[开起来办]|头[几两一]年|(?:19|20)[0-9]{2}年)[^；。]{0,24}$"
)
NOW = pattern("如今|现在|眼下|目前|今年|这会儿|今天|当前")
MEANS = "(?:{0}均|平均每{1}|每{1}平均|{1}均)[\u4e00-\u9fff]{{0,6}}$"
SHOWN = pattern("[日月年周]均|平均|每[天日月年周]")
DAMAGES = pattern("[的]?(?:惩罚性?)?(?:判?赔(?!率)|赔偿|罚款|赔付|罚金|罚息)")
APPLIED = pattern("(?:适用|按照?|以|处以?|并处|判处|参照|支持)(?:了|侵权获利|违法所得|货值|价款|实际损失|损失|的)*$")
GAINED = pattern(
    "(?:获利|违法所得|所得|利润|价款|货款|货值|损失)(?:额|金额|数额)?(?:认定|计算|合计|共计|共|为|约|计|是|达|[:：])*$"
)
PAID = pattern("(?:赔偿|罚款|赔付|罚金|支付|赔)[\u4e00-\u9fff]{0,8}$")
FINED = pattern("的?罚(?!息)")
"""A fine of so many times is never more by so many times."""

SUM = pattern("的?(?:惩罚性?)?(?:赔偿|罚款|赔付|罚金)(?:金|款)?[，,]?(?:合计|共计|总计|共|计|即|为|是|约)*(?:人民币)?")
AROUND = 64
"""How many numbers of a sentence are looked at."""

BACK, FAR = 3, 40
"""How many sentences of the paragraph, and of the article, before may tell the mean or the gain."""


def find(_document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every such multiple, judged."""
    for number, passage in enumerate(passages):
        for index, times in enumerate(passage.figures):
            if times.quantity.unit_class is UnitClass.MULTIPLE and times.quantity.unit.name != DOUBLING:
                near = list(_near(passage))
                wide = passages[max(0, number - FAR) : number + 1]
                found = (
                    _of_then(near, index)
                    or _of_mean(near, index)
                    or _of_mean(wide[::-1], index)
                    or _of_damages(passage, index)
                )
                if found:
                    relation = verify(found)
                    yield replace(relation, doubtful=relation.verdict is Verdict.INCONSISTENT)


def _near(passage: Passage) -> Iterator[Passage]:
    """The sentence and those before it in its paragraph, the nearest first."""
    one: Passage | None = passage
    for _ in range(BACK + 1):
        if one is None:
            return
        yield one
        one = one.earlier


def _of_mean(passages: Sequence[Passage], index: int) -> Finding | None:
    """The multiple of the one mean that these sentences tell, the first of them that of the multiple."""
    passage = passages[0]
    times = passage.figures[index]
    match = OF_MEAN.search(passage.words(times.before))
    current = passage.figures[index - 1] if index else None
    if match is None or current is None or not current.is_amount or times.clause - current.clause > 1:
        return None
    if passage.cues[index - 1].act not in (Act.LEVEL, Act.TO, Act.SUM) or SHOWN.search(passage.words(current.before)):
        return None
    sort = next(one for one in "日天月年周" if one in match["mean"])
    shown = pattern(MEANS.format("日" if sort == "天" else sort, "[日天]" if sort in "日天" else sort))
    means = [
        one
        for each in passages
        for one in (each.figures[:AROUND] if each is not passage else each.figures[max(0, index - AROUND) : index])
        if one.quantity.span.end < current.quantity.span.start
        and same_unit(one.quantity, current.quantity)
        and shown.search(each.words(one.before))
    ]
    alike = {one.quantity.value * one.quantity.unit.factor for one in means}
    if len(alike) != 1:
        return None
    shrunk = current.quantity.value * current.quantity.unit.factor < min(alike) and times.quantity.value >= 1
    return None if shrunk else Finding(means[0], current, times, (times.before,), more=False)


def _of_then(near: Sequence[Passage], index: int) -> Finding | None:
    """The multiple of the one amount that its sentence tells of then; the one of now is told before, and alone so."""
    passage, times = near[0], near[0].figures[index]
    start = max(passage.span.start, passage.clauses[times.clause].start - 1)
    if not OF_THEN.search(passage.text, start, times.quantity.span.start):
        return None
    told = [one for one in passage.figures[:index] if one.is_amount and not _is_article(one)]
    base = told[0] if len(told) == 1 and not told[0].quantity.hedges else None
    if base is None or not AGO.search(passage.text, passage.span.start, base.quantity.span.start):
        return None
    for each in near[1:]:
        alike = [one for one in each.figures if same_unit(one.quantity, base.quantity) and not _is_article(one)]
        if alike:
            lead = each.text[each.span.start : alike[0].quantity.span.start]
            sole = len(alike) == 1 and NOW.search(lead) and not alike[0].quantity.hedges
            return Finding(base, alike[0], times, (times.before,), more=False) if sole else None
    return None


def _is_article(one: Figure) -> bool:
    return one.quantity.numeral == "一" or one.quantity.unit_class is UnitClass.DURATION


def _of_damages(passage: Passage, index: int) -> Finding | None:
    times = passage.figures[index]
    if not DAMAGES.match(passage.words(times.after)) or not APPLIED.search(passage.words(times.before)):
        return None
    behind = passage.figures[index + 1 : index + 3]
    paid = next((one for one in behind if one.quantity.unit_class is UnitClass.MONEY), None)
    told = paid is not None and (PAID.search(passage.words(paid.before)) or _is_sum(passage, times, paid))
    if paid is None or not told:
        return None
    gains = (
        one
        for each in _near(passage)
        for one in reversed(each.figures)
        if one.quantity.unit_class is UnitClass.MONEY
        and one.quantity.span.end < times.quantity.span.start
        and GAINED.search(each.words(one.before))
    )
    gain = next(gains, None)
    if gain is None or times.quantity.hedges:
        return None
    whole = replace(times, quantity=times.quantity.as_exact())
    fined = FINED.match(passage.words(times.after)) is not None
    return Finding(gain, paid, whole, (times.before,), more=not fined)


def _is_sum(passage: Passage, times: Figure, paid: Figure) -> bool:
    """四倍的罚款，计8.6万元; 三倍赔偿6万元: whether the money right behind the multiple is what it comes to."""
    between = passage.text[times.quantity.span.end : paid.quantity.span.start]
    return SUM.fullmatch(between) is not None
