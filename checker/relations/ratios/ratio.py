"""ratio: part ÷ whole = rate.

Three wordings tie three numbers together. A named rate (开工率, 合格率, 回升面) belongs to the count that stands with
its stem (开工18个, 合格品486件) and to the count of the same unit before it. A bare 占 belongs to the part right before
it, and to the total in front of 其中 or 中有. 占…的 belongs to the total that it names (占总长4.5公里的80%). Any other
denominator is outside what the wording says, and nothing is assumed about it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from checker.patterns import pattern
from checker.relations.adverbs import ABOUT, EXACT, ONLY, STILL, adverbs
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.judging import DENIED, KIND, VITAL, Triple, consistent, denied, verify
from checker.relations.ratios.levels import is_base, is_level, paced_total
from checker.relations.ratios.together import of_several
from checker.relations.record import Relation
from checker.relations.sums import classes
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
    r"(?:占|相当于|(?:仅|只|大约|约)[为是有]|[为是]|达到?了?)[\u4e00-\u9fff]{0,8}$"
    r"|(?:完成|实现)了?[\u4e00-\u9fff]{0,8}(?:计划|任务|目标|指标|预算)(?:投资|任务|收入|支出)?总?[数额量值]?$"
)
SEX = pattern("[男女][性生]?(?:人口|居民)?[约为有]?$")
"""Men alone, or women, are not what births and deaths are counted by."""

IN_BRACKET = pattern(r"(?:占|相当于)[\u4e00-\u9fff]{2,10}[（(][\u4e00-\u9fff]{0,4}$")
AFTER_WHOLE = pattern(rf"[）)]?的(?:比重|比例)?{LINK}$")
AFTER_PLAN = pattern(rf"[一-鿿]{{0,8}}(?:计划|任务|目标|指标|预算)[一-鿿]{{0,4}}的(?:比重|比例)?{LINK}$")
BEFORE_PLAN = pattern("(?:完成|实现|占|相当于|达到?|[为是])了?$")
"""完成|3.5万人|年度目标任务的: a plan may be named behind its number."""
GROWTH = pattern(
    r"(?:增长|增幅|增速|下降|降低|上升|提高|增加|减少|回落|收窄|扩大|同比|环比|较|比[上去年月季]).{0,8}$"
    r"|(?:溢价|升值|增值|节约|节资|下浮|超支|[核审]减)率[^，。；]{0,4}$"
)
AMONG = pattern(r"其中|当中|中[，,]?(?:已经|已|共|还|仍|就|约)*有|里[，,]?(?:已经|已)*有")
OF_THEM = pattern("[\u4e00-\u9fff]{0,8}中[，,]")
"""受访者320人中，女性176人."""

ELSEWHERE = pattern("(?:而|但)?(?P<when>[去上前往]年|上[月季周届期]|同期|此前|以往|全[国省球])")
"""去年到校率, 全国合格率: none of what was counted here."""

OF_THEN = pattern("^[，,（(；]?(?:[去上前]年|上[月季周届]度?)(?:同期)?(?:[为是约仅只有]|达到?)*$")
"""毕业生68万人，上年为65万人: a number of another time, told to compare."""

FORMULA = pattern(r"[/／÷]$")
SHARE_NAME = pattern(r"(?:占比|比重|比例|面)$")
NET = "净"
"""净赎回比例 is of neither flow alone."""

YIELD = pattern(r"^出(?=(?![生境勤席栏口租诊车警院场])[\u4e00-\u9fff]$)")
"""出粉率, 出米率: what comes out is the part."""

GRADE = pattern("[一二三四五六ⅠⅡⅢⅣⅤ][类级等档]$")
"""一类3个、二类7个、三类2个，优良比例: of some of the grades, or of all."""

CLAUSE_END = pattern("[，,；;：:。]")
HANZI = pattern("[\u4e00-\u9fff]{2,}")
NAMED_SHARE = 2
"""A share called by so many characters says of what it is."""

PLAN_RATE = pattern(r"完成率$")
BACK = 20
"""How far before a whole in brackets the 占 may stand whose whole it is."""

NEAR = 8
"""How many characters from a count the stem of its rate may stand."""

TOO_MUCH = 10
"""No slip makes a part so many times its whole."""

REACH, CLAUSES = 24, 4
"""How many figures and clauses before a rate its operands may stand."""


def find(passage: Passage) -> Iterator[Relation]:
    """Every ratio that the sentence states, judged."""
    for index, figure in enumerate(passage.figures):
        found = triple(passage, index) if figure.is_rate else None
        if found:
            yield verify(passage, found)


def triple(passage: Passage, index: int) -> Triple | None:
    """What the sentence itself says that the rate at ``index`` is of."""
    if of_several(passage, passage.figures[index]):
        return None
    return _named(passage, index) or _share(passage, index) or _share_of(passage, index)


def _named(passage: Passage, index: int) -> Triple | None:
    rate = passage.figures[index]
    match = NAMED.search(passage.words(rate.before))
    if (
        not match
        or (GROWTH.search(match[0]) and not match[1].endswith("面"))
        or FORMULA.search(passage.words(rate.before)[: match.start()])
    ):
        return None
    clause = passage.clauses[rate.clause]
    elsewhere = ELSEWHERE.match(passage.text, clause.start, rate.quantity.span.start)
    if elsewhere and elsewhere["when"] not in passage.text[passage.span.start : clause.start]:
        return None
    name, words = match[1], Span(rate.before.start + match.start(1), rate.before.start + match.end(1))
    earlier = _group(passage, index)
    bare = re.sub(r"(率|面|比例|比重)$", "", name)
    stem = bare[-3:] if bare[-3:-2] in DENIED else YIELD.sub("", bare[-2:])
    part = next((one for one in reversed(earlier) if _says(passage, one, stem)), None)
    if part is None:
        part = next((one for one in reversed(earlier) if denied(passage, one, stem)), None)
    part = _more_closely(passage, earlier, part, name[: name.rfind(stem)][-2:])
    if part and _is_told_anew(passage, part, rate, stem):
        return None
    if part is None or not _qualified(passage, name, stem, words.start):
        among = _among(passage, earlier) if SHARE_NAME.search(name) else None
        if among and not _is_of(passage, among[0], name):
            return None
        return Triple(name, (*among[2], words), among[0], among[1], rate) if among else None
    at = earlier.index(part)
    holding = [one for one in reversed(earlier[:at]) if _could_hold(passage, one, part, stem)]
    wholes = [one for one in holding if not (_is_sibling(passage, one, part) or _is_rest(holding, one, part))]
    whole = _outer(wholes[0], part, passage, rate) if wholes else None
    if holding and not wholes:
        return None
    if whole and whole.quantity.unit.name != part.quantity.unit.name and _size(part) > TOO_MUCH * _size(whole):
        return None  # 医生360名，签约居民28.8万人，签约率80%: other people
    if whole is None and not (PLAN_RATE.search(name) and rate.clause - part.clause <= 1):
        return None
    return Triple(_short(name, stem), (words,), part, whole, rate)


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
    group = _group(passage, index)
    if len(subject) > 1:
        group = _up_to(passage, group, subject)
    among = _among(passage, group) if match else None
    if not match or not among or rate.clause - among[0].clause > (1 if len(subject) < 2 else CLAUSES):
        return None
    words = Span(rate.before.start + match.start(), rate.before.start + match.end())
    return Triple("占比", (*among[2], words), among[0], among[1], rate, listed=True)


def _up_to(passage: Passage, group: list[Figure], name: str) -> list[Figure]:
    """The counts up to the last one that is called so: 债券型基金12只，偏股型基金38只，债券型基金占24%."""
    called = [at for at, one in enumerate(group) if name in passage.words(one.before) + passage.words(one.after)[:12]]
    return group[: called[-1] + 1] if called else []


def _share_of(passage: Passage, index: int) -> Triple | None:
    """占总长4.5公里的80%, and 占规模以上企业的60.5% where such a count stands before the part."""
    rate = passage.figures[index]
    group = _group(passage, index)
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
        near = rate.clause - part.clause <= (1 if part is group[-2] else 2)
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
            return Triple("占比", (words,), last, whole, rate)
    return None


def _listed(passage: Passage, part: Figure) -> Figure | None:
    """What a list is all of that ends with the part: 进出口100亿元，其中出口60亿元、进口40亿元，占全市200亿元的50%."""
    earlier = [one for one in passage.figures if one.quantity.span < part.quantity.span]
    rest, end = _size(part), part.quantity.span.start
    for one in reversed(earlier):
        if AMONG.search(passage.text, one.quantity.span.end, end):
            wholes = [each for each in earlier if same_unit(each.quantity, part.quantity) and _size(each) == rest]
            return wholes[0] if rest > _size(part) and wholes else None
        end = one.quantity.span.start
        rest += _size(one) if same_unit(one.quantity, part.quantity) else 0
    return None


def _is_of_several(passage: Passage, part: Figure) -> bool:
    """Whether a part is the last of several that all are the share: 分别有200人和100人，占400人的75%."""
    return "分别" in passage.text[passage.clauses[part.clause].start : part.quantity.span.start]


def _group(passage: Passage, index: int) -> list[Figure]:
    """The counts that a rate can speak of: those before it, back to the rate that closes the group before.

    What stands in brackets (a conversion, an aside) is no operand of a rate outside them.
    """
    rate = passage.figures[index]
    group: list[Figure] = []
    for figure in reversed(passage.figures[max(0, index - REACH) : index]):
        growth = figure.is_rate and GROWTH.search(passage.words(figure.before))
        if (figure.is_rate and not growth) or rate.clause - figure.clause > CLAUSES:
            break
        if figure.is_amount and figure.bracket in (0, rate.bracket):
            group.append(figure)
    return group[::-1]


def _says(passage: Passage, figure: Figure, stem: str) -> bool:
    """Whether the stem of a rate's name stands with this count: 开工18个, 18个已开工, 合格品486件.

    In 28个项目开工18个 the word between two counts belongs to the second.
    """
    before = passage.words(figure.before)[-NEAR:]
    if stem in before and before[: before.rfind(stem)][-1:] not in DENIED:
        return True
    after = passage.words(figure.after)[: NEAR + len(stem)].split("率")[0]
    at = after.find(stem)
    if at > 0 and after[at - 1] in DENIED:
        return False
    return at >= 0 and not (figure.after.end in passage.starts and figure.after.end - figure.after.start <= at + 4)


def _more_closely(passage: Passage, earlier: Sequence[Figure], part: Figure | None, qualifier: str) -> Figure | None:
    """The count behind the part that the rest of the rate's name tells: 回收630份，有效问卷621份，有效回收率98.6%."""
    later = earlier[earlier.index(part) + 1 :] if part and len(qualifier) > 1 else []
    told = [one for one in later if qualifier in passage.words(one.before)]
    return told[-1] if told and part and qualifier not in passage.words(part.before) else part


def _qualified(passage: Passage, name: str, stem: str, start: int) -> bool:
    """Whether the words before the stem in a rate's name were said of its counts: 不良贷款率 is no 贷款率."""
    before = name[: name.rfind(stem)][-2:]
    if before.endswith(NET):
        return False
    return len(before) < 2 or before in passage.text[passage.span.start : start]


def _could_hold(passage: Passage, figure: Figure, part: Figure, stem: str) -> bool:
    before = passage.words(figure.before)
    comparable = same_unit(figure.quantity, part.quantity) and part.clause - figure.clause <= 2
    told = passage.text[passage.clauses[figure.clause].start : figure.quantity.span.start]
    if (VITAL.match(stem) and SEX.search(before)) or OF_THEN.search(told):
        return False
    return comparable and not _says(passage, figure, stem) and is_level(passage, figure)


def _is_sibling(passage: Passage, figure: Figure, part: Figure) -> bool:
    """Whether a count is the other part of one whole: 男生1694人，女生4005人."""
    one, two = (classes.memberships(passage.words(each.before)) for each in (figure, part))
    return any(number in two and two[number] != place for number, place in one.items())


def _is_rest(holding: Sequence[Figure], figure: Figure, part: Figure) -> bool:
    """Whether a count and the part come to one told before: 186间，营业的155间，空置31间，空置率16.7%."""
    before = (one for one in holding if one.quantity.span < figure.quantity.span)
    return any(_size(one) == _size(figure) + _size(part) for one in before)


def _among(passage: Passage, group: Sequence[Figure]) -> tuple[Figure, Figure, tuple[Span, ...]] | None:
    """The part right before a rate and the total it is taken from by 其中 or 中有, with those words.

    The part opens its clause or closes it: 有35人能游完五十米，占…
    """
    if not group:
        return None
    first = next(one for one in group if one.clause == group[-1].clause)
    for part in dict.fromkeys((group[-1], first)):
        found = _total(passage, group[: group.index(part)], part)
        if found:
            return found
    return None


def _is_of(passage: Passage, part: Figure, name: str) -> bool:
    """Whether a share's name is bare or names the part: 其中专任教师436人；副高教师比例为20.9% is of other teachers."""
    if GRADE.search(passage.text, passage.span.start, part.quantity.span.start):
        return False
    called = SHARE_NAME.sub("", name)
    if len(called) < NAMED_SHARE:
        return True
    words = AMONG.sub("", passage.words(part.before)) + CLAUSE_END.split(passage.words(part.after))[0]
    return (
        called in words
        or any(len(one) > 1 and one in called for one in HANZI.findall(words))
        or not HANZI.search(words)
    )


def _total(passage: Passage, earlier: Sequence[Figure], part: Figure) -> tuple[Figure, Figure, tuple[Span, ...]] | None:
    for whole in reversed(earlier):
        end = whole.quantity.span.end
        word = AMONG.search(passage.text, end, part.quantity.span.start) or OF_THEM.match(passage.text, end)
        level = is_level(passage, whole) and not is_base(passage, whole, earlier, part)
        if word and level and same_unit(whole.quantity, part.quantity):
            told = paced_total(passage, whole, part) or _larger(passage, whole, part) or whole
            return part, told, (Span(*word.span()),)
    return None


def _larger(passage: Passage, whole: Figure, part: Figure) -> Figure | None:
    """What can hold the part where the level right before 其中 cannot: 考生5400人，监考员360名，其中理科3240人."""
    if _size(part) <= _size(whole):
        return None
    before = (one for one in reversed(passage.figures) if one.quantity.span < whole.quantity.span and one.is_amount)
    alike = (one for one in before if one.quantity.unit.name == part.quantity.unit.name and is_level(passage, one))
    return next((one for one in alike if _size(one) >= _size(part)), None)


def _is_of_all(one: Triple, other: Triple) -> bool:
    """Whether a rate misses an item of a list and fits what the list is of: 考生5400人，其中文科2160人，缺考54人."""
    return not consistent(one) and consistent(other)


def _outer(whole: Figure, part: Figure, passage: Passage, rate: Figure) -> Figure:
    """The whole, or what it is a part of itself where it cannot hold the part: 3200亩，其中水田1800亩，流转2100亩."""
    before = [one for one in passage.figures if one.quantity.span < whole.quantity.span and one.is_amount]
    found = _total(passage, before, whole)
    if found and _is_of_all(Triple("", (), part, whole, rate), Triple("", (), part, found[1], rate)):
        return found[1]
    if _size(part) <= _size(whole):
        return whole
    return found[1] if found and _size(found[1]) >= _size(part) else whole


def _size(figure: Figure) -> Fraction:
    return figure.quantity.value * figure.quantity.unit.factor


def _short(name: str, stem: str) -> str:
    """The rate's name without the subject that runs into it: 市级重点项目开工率 is 开工率."""
    at = name.rfind(stem)
    return name[max(0, at - 2 if name.startswith("投资", max(0, at - 2)) else at) :]
