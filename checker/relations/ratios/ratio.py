"""ratio: part ÷ whole = rate.

Three wordings tie three numbers together. A named rate (开工率, 合格率, 回升面) belongs to the count that stands with
its stem (开工18个, 合格品486件) and to the count of the same unit before it. A bare 占 belongs to the part right before
it, and to the total in front of 其中 or 中有. 占…的 belongs to the total that it names (占总长4.5公里的80%). Any other
denominator is outside what the wording says, and nothing is assumed about it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.adverbs import ABOUT, EXACT, ONLY, STILL, adverbs
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.counts import (
    AMONG,
    CLAUSES,
    GROWTH,
    REACH,
    SHARE_NAME,
    could_hold,
    counts_before,
    is_of,
    is_rest,
    is_sibling,
    more_closely,
    outer,
    qualified,
    says,
    size_of,
    taken_from,
)
from checker.relations.ratios.graded import run_of
from checker.relations.ratios.judging import DENIED, KIND, Triple, consistent, denied, is_of_more, verify
from checker.relations.ratios.levels import is_level, now_of
from checker.relations.ratios.of_two_deeds import of_two
from checker.relations.ratios.set_targets import as_set
from checker.relations.ratios.together import of_several
from checker.relations.record import Relation
from checker.relations.sums.row import same_unit
from checker.spans import Span

__all__ = ["KIND", "find", "triple"]

FREE = adverbs(EXACT, ABOUT, ONLY, STILL)
LINK = rf"\s*(?:{FREE}){{0,2}}(?:约?为|达到?|是|约|超过?|仅为?|只有|高达|升至|降至|提高到|均?为)?(?:{FREE}){{0,2}}\s*"
NAMED = pattern(rf"([\u4e00-\u9fff]{{1,12}}(?:率|面|比例|比重))[^\u4e00-\u9fff]?{LINK}$")
SHARE = pattern(rf"占(?:比|总数的?|全部的?|总量的?|其中的?|的)?(?:比重|比例)?{LINK}$")
SHARE_OF = pattern(rf"占([\u4e00-\u9fff“”]{{2,14}}?)(?:总数|总量|总额)?的(?:比重|比例)?{LINK}$")
ADVERBS = pattern(r"[，,、（(\s]|[只仅均各约则却也都共就还已]|分别|大约|其中")
BEFORE_WHOLE = pattern(
    r"占[\u4e00-\u9fff]{0,14}$|(?:相当于|(?:仅|只|大约|约)[为是有]|[为是]|达到?了?)[\u4e00-\u9fff]{0,8}$"
    r"|(?:完成|实现)了?[\u4e00-\u9fff]{0,8}(?:计划|任务|目标|指标|预算)(?:投资|任务|收入|支出)?总?[数额量值]?$"
)

IN_BRACKET = pattern(r"(?:占|相当于)[\u4e00-\u9fff]{2,10}[（(][\u4e00-\u9fff]{0,4}$")
AFTER_WHOLE = pattern(rf"[）)]?的(?:比重|比例)?{LINK}$")
AFTER_PLAN = pattern(rf"[一-鿿]{{0,8}}(?:计划|任务|目标|指标|预算)[一-鿿]{{0,4}}的(?:比重|比例)?{LINK}$")
BEFORE_PLAN = pattern("(?:完成|实现|占|相当于|达到?|[为是])了?$")
"""完成|3.5万人|年度目标任务的: a plan may be named behind its number."""

INTEREST = pattern("(?:贴息|计息|付息|贴现|折现|佣金|手续费|抵押|质押)率$")
"""贷款320万元，贴息率50%: how much of the interest is paid, and no part of any sum told before."""

DEALT = (UnitClass.MONEY, UnitClass.AREA, UnitClass.MASS, UnitClass.ENERGY)
"""What those who are counted hold, make or take, and have a share of."""

ELSEWHERE = pattern("(?:而|但)?(?P<when>[去上前往]年|上[月季周届期]|同期|此前|以往|全[国省球])")
"""去年到校率, 全国合格率: none of what was counted here."""


FORMULA = pattern(r"[/／÷]$")

YIELD = pattern(r"^出(?=(?![生境勤席栏口租诊车警院场])[\u4e00-\u9fff]$)")
"""出粉率, 出米率: what comes out is the part."""


LEFT = pattern("[到至为成](?!了)")
"""由1463家压减到41家，压减率97.2%: what is left is no part that was taken away."""

NET_OF = "扣非"
"""扣非净利率: without what is not of the trade, and no 非净利率."""

RATED = pattern("优秀|优良|良好|满分|高分|[优良][：:]?$")
"""136人参加，优秀61人，不及格4人，及格率97.1%: who did well are as little all as who did not."""

GROWN = pattern("[，,](?:同比|比上年|按年)?(?:增长|下降)[0-9０-９.．]{1,6}[%％][，,]")
"""136亿元，增长8%，|占同期进出口总值680亿元的20%: how a part grew stands between it and its whole."""

THAN = pattern("(?:[同环]比|[比较])[^，。；]{0,8}[增减多少高低升降长缩][加少长了]*$")
"""比去年少2万亩: what has changed is no part by itself."""

PLAN_RATE = pattern(r"完成率$")
BACK = 20
"""How far before a whole in brackets the 占 may stand whose whole it is."""


TOO_MUCH = 10
"""No slip makes a part so many times its whole."""


def find(passage: Passage) -> Iterator[Relation]:
    """Every ratio that the sentence states, judged."""
    for index, figure in enumerate(passage.figures):
        found = triple(passage, index) if figure.is_rate else None
        if found and found.whole is not None:
            relation = as_set(passage, found, passage.words(found.whole.before))
            wrong = relation.verdict is Verdict.INCONSISTENT
            if not wrong or not (is_of_more(found) or of_two(passage, index)):
                yield relation
        elif found:
            yield verify(passage, found)


def triple(passage: Passage, index: int) -> Triple | None:
    """What the sentence itself says that the rate at ``index`` is of."""
    if of_several(passage, passage.figures[index]) or run_of(passage, passage.figures[index]):
        return None
    return _named(passage, index) or _share(passage, index) or _share_of(passage, index)


def _named(passage: Passage, index: int) -> Triple | None:
    rate = passage.figures[index]
    match = NAMED.search(passage.words(rate.before))
    if (
        not match
        or INTEREST.search(match[1])
        or (GROWTH.search(match[0]) and not match[1].endswith("面"))
        or FORMULA.search(passage.words(rate.before)[: match.start()])
    ):
        return None
    clause = passage.clauses[rate.clause]
    elsewhere = ELSEWHERE.match(passage.text, clause.start, rate.quantity.span.start)
    if elsewhere and elsewhere["when"] not in passage.text[passage.span.start : clause.start]:
        return None
    name, words = match[1], Span(rate.before.start + match.start(1), rate.before.start + match.end(1))
    earlier = counts_before(passage, index)
    bare = re.sub(r"(率|面|比例|比重)$", "", name)
    denied_stem = bare[-3:-2] in DENIED and not bare[:-2].endswith(NET_OF)
    stem = bare[-3:] if denied_stem else YIELD.sub("", bare[-2:])
    part = next((one for one in reversed(earlier) if says(passage, one, stem)), None)
    if part is None:
        part = next((one for one in reversed(earlier) if denied(passage, one, stem)), None)
    part = more_closely(passage, earlier, part, name[: name.rfind(stem)][-2:])
    if part and (_is_left(passage, part, stem) or _is_told_anew(passage, part, rate, stem)):
        return None
    if part is None or not qualified(passage, name, stem, words.start):
        among = taken_from(passage, earlier) if SHARE_NAME.search(name) else None
        if among and not is_of(passage, among[0], name):
            return None
        return Triple(name, (*among[2], words), among[0], among[1], rate) if among else None
    told = Triple(name, (words,), part, None, rate)
    return _held(passage, told, earlier[: earlier.index(part)], stem)


def _held(passage: Passage, told: Triple, earlier: Sequence[Figure], stem: str) -> Triple | None:
    """A part and its rate with the count before that can hold it; None where several can, or where it must be told."""
    part, rate, name = told.part, told.rate, told.name
    holding = [one for one in reversed(earlier) if could_hold(passage, one, part, stem)]
    holding = [one for one in holding if not (_is_rated(passage, one) and denied(passage, part, stem))]
    wholes = [one for one in holding if not (is_sibling(passage, one, part) or is_rest(holding, one, part))]
    whole = _fitting(passage, wholes, part, rate)
    if holding and not wholes:
        return None
    found = replace(told, name=_short(name, stem), whole=whole)
    nearer = _called_by_it(passage, earlier, whole, part, stem) if whole and not consistent(found) else None
    if nearer is not None:
        found = replace(found, whole=nearer)
        return found if consistent(found) else None
    if whole and _is_of_others(passage, part, whole):
        return None
    return None if whole is None and not (PLAN_RATE.search(name) and rate.clause - part.clause <= 1) else found


def _called_by_it(passage: Passage, earlier: Sequence[Figure], whole: Figure, part: Figure, stem: str) -> Figure | None:
    """A larger count behind the whole that is called by the stem, too: 就业年龄段3.9万人，已就业2.1万人，就业率55%."""
    later = earlier[earlier.index(whole) + 1 :] if whole in earlier else []
    alike = (one for one in reversed(later) if same_unit(one.quantity, part.quantity) and size_of(one) > size_of(part))
    return next((one for one in alike if is_level(passage, one) and stem in passage.words(one.before)), None)


def _fitting(passage: Passage, wholes: Sequence[Figure], part: Figure, rate: Figure) -> Figure | None:
    """The nearest whole, or one before it where only that fits: 报名1260人，复选留下86人，录取41人，录取率3.3%."""
    if not wholes:
        return None
    nearest = outer(wholes[0], part, passage, rate)
    if consistent(Triple("", (), part, nearest, rate)):
        return nearest
    at = bisect_left(passage.figures, part.quantity.span.start, key=lambda one: one.quantity.span.start)
    near = reversed(passage.figures[max(0, at - REACH) : at])
    others = (
        one
        for one in near
        if one.is_amount and not one.bracket and same_unit(one.quantity, part.quantity) and is_level(passage, one)
    )
    return next((one for one in others if consistent(Triple("", (), part, one, rate))), nearest)


def _is_left(passage: Passage, part: Figure, stem: str) -> bool:
    _, told, behind = passage.words(part.before).rpartition(stem)
    return bool(told) and LEFT.match(behind) is not None


def _is_rated(passage: Passage, one: Figure) -> bool:
    return RATED.search(passage.words(one.before)) is not None


def _is_of_others(passage: Passage, part: Figure, whole: Figure) -> bool:
    """Whether a whole is far too small: 医生360名，签约居民28.8万人，签约率80% are other people.

    Or too small and but the last of a list: 病变218人、癌症39人，治疗246人，治疗率95.7%.
    """
    size, other = size_of(whole), size_of(part)
    return other > TOO_MUCH * size or (other > size and "、" in passage.words(whole.before))


def _is_told_anew(passage: Passage, part: Figure, rate: Figure, stem: str) -> bool:
    """Whether a rate opens a matter with a part of its own behind it: 首付30万元；二套首付比例25%，首付50万元."""
    if "；" not in passage.text[part.quantity.span.end : rate.quantity.span.start]:
        return False
    later = passage.figures[passage.figures.index(rate) + 1 :]
    end = passage.text.find("；", rate.quantity.span.end) % (len(passage.text) + 1)
    told = (one for one in later if one.quantity.span.start < end and one.bracket == rate.bracket)
    return any(same_unit(one.quantity, part.quantity) and stem in passage.words(one.before) for one in told)


def _share(passage: Passage, index: int) -> Triple | None:
    rate = passage.figures[index]
    before = passage.words(rate.before)
    match = None if "分别" in before else SHARE.search(before)
    subject = ADVERBS.sub("", before[: match.start()]) if match else ""
    group = counts_before(passage, index)
    if len(subject) > 1:
        group = _up_to(passage, group, subject)
    among = taken_from(passage, group) if match else None
    if not match or not among or rate.clause - among[0].clause > (1 if len(subject) < 2 else CLAUSES):
        return None
    words = Span(rate.before.start + match.start(), rate.before.start + match.end())
    found = Triple("占比", (*among[2], words), among[0], among[1], rate, listed=True)
    other = _is_of_nearer(group[-1], among[0]) or _is_one_named(passage, among[0])
    return None if other and not consistent(found) else found


def _is_one_named(passage: Passage, part: Figure) -> bool:
    """Whether one of several is named and not counted: 三座电站…，其中最上游的|一座占将近一半 is of what it makes."""
    start = part.quantity.span.start
    return part.quantity.value == 1 and passage.text[start - 1 : start] == "的"


def _is_of_nearer(last: Figure, part: Figure) -> bool:
    """Whether an amount stands between the part and its share that may be a part itself: 大户46户流转2180亩，占62%."""
    kind = last.quantity.unit_class
    return last is not part and kind in DEALT and kind is not part.quantity.unit_class


def _up_to(passage: Passage, group: list[Figure], name: str) -> list[Figure]:
    """The counts up to the last one that is called so: 债券型基金12只，偏股型基金38只，债券型基金占24%."""
    called = [at for at, one in enumerate(group) if name in passage.words(one.before) + passage.words(one.after)[:12]]
    return group[: called[-1] + 1] if called else []


def _share_of(passage: Passage, index: int) -> Triple | None:
    """占总长4.5公里的80%, and 占规模以上企业的60.5% where such a count stands before the part."""
    rate = passage.figures[index]
    group = counts_before(passage, index)
    last, before = passage.figures[index - 1] if index else rate, passage.words(rate.before)
    lead = passage.text[max(passage.span.start, last.quantity.span.start - BACK) : last.quantity.span.start]
    if group and last.bracket and AFTER_WHOLE.fullmatch(before) and IN_BRACKET.search(lead):
        fits = rate.clause - group[-1].clause <= CLAUSES and same_unit(group[-1].quantity, last.quantity)
        return Triple("占比", (rate.before,), group[-1], last, rate) if fits else None
    if len(group) < 2 or rate.clause - group[-1].clause > 1 or "分别" in before:
        return None
    last = group[-1]
    told = passage.text[passage.clauses[last.clause].start : last.quantity.span.start]  # over a date: 完成|全年|计划
    planned = AFTER_PLAN.fullmatch(before) and BEFORE_PLAN.search(told)
    if planned or (AFTER_WHOLE.fullmatch(before) and BEFORE_WHOLE.search(told)):
        part = next((one for one in reversed(group[:-1]) if is_level(passage, one)), group[-2])
        if _is_of_several(passage, part):
            return None
        if now_of(passage, part, last) and not consistent(Triple("占比", (), part, last, rate)):
            return None  # 合计31亿元，增长18%，去年同期为26亿元，已达去年全年37亿元的85%: of this year's
        grown = GROWN.fullmatch(passage.text, part.quantity.span.end, passage.clauses[last.clause].start)
        near = rate.clause - part.clause <= (1 if part is group[-2] and not grown else 2)
        fits = near and same_unit(part.quantity, last.quantity)
        told_of = Triple("占比", (rate.before,), part, last, rate)
        listed = _listed(passage, part) if fits and not consistent(told_of) else None
        return (replace(told_of, part=listed) if listed else told_of) if fits else None
    match = SHARE_OF.search(before)
    if not match:
        return None
    words = Span(rate.before.start + match.start(), rate.before.start + match.end())
    for whole in reversed(group[:-1]):
        named = passage.words(whole.before).endswith(match[1]) or passage.words(whole.after).startswith(match[1])
        if named and same_unit(whole.quantity, last.quantity):
            told_of = Triple("占比", (words,), last, whole, rate)
            if consistent(told_of) or not _compared(passage, [whole, last]):
                return _of_level(passage, told_of, group[group.index(whole) + 1 :])
    return None


def _of_level(passage: Passage, told: Triple, group: Sequence[Figure]) -> Triple:
    """The same of the level that a change right behind it compares, where the change itself does not fit."""
    level = None if consistent(told) else _compared(passage, group)
    return told if level is None else replace(told, part=level)


def _compared(passage: Passage, group: Sequence[Figure]) -> Figure | None:
    """The level that a change right behind it compares: 水田20万亩，比去年少2万亩，占耕地的三分之一."""
    if len(group) < 2:
        return None
    level, step = group[-2:]
    if not THAN.match(passage.text, passage.clauses[step.clause].start, step.quantity.span.start):
        return None
    return level if same_unit(level.quantity, step.quantity) and step.clause - level.clause == 1 else None


def _listed(passage: Passage, part: Figure) -> Figure | None:
    """What a list is all of that ends with the part: 进出口100亿元，其中出口60亿元、进口40亿元，占全市200亿元的50%."""
    earlier = [one for one in passage.figures if one.quantity.span < part.quantity.span]
    rest, end = size_of(part), part.quantity.span.start
    for one in reversed(earlier):
        if AMONG.search(passage.text, one.quantity.span.end, end):
            wholes = [each for each in earlier if same_unit(each.quantity, part.quantity) and size_of(each) == rest]
            return wholes[0] if rest > size_of(part) and wholes else None
        end = one.quantity.span.start
        rest += size_of(one) if same_unit(one.quantity, part.quantity) else 0
    return None


def _is_of_several(passage: Passage, part: Figure) -> bool:
    """Whether a part is the last of several that all are the share: 分别有200人和100人，占400人的75%."""
    return "分别" in passage.text[passage.clauses[part.clause].start : part.quantity.span.start]


def _short(name: str, stem: str) -> str:
    """The rate's name without the subject that runs into it: 市级重点项目开工率 is 开工率."""
    at = name.rfind(stem)
    return name[max(0, at - 2 if name.startswith("投资", max(0, at - 2)) else at) :]
