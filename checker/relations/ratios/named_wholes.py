"""ratio: wholes of an earlier sentence that a rate names, or that its definition names."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from checker.patterns import pattern
from checker.relations.naming import core, is_called, levels, one_period, one_year, pairs
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.counts import GROWTH
from checker.relations.ratios.judging import Triple, consistent
from checker.relations.ratios.sharing import LINK, part_of
from checker.relations.sums.row import same_unit
from checker.spans import Span

REACH, NEAR = 20, 2
"""How many sentences back a whole may stand that is called by its full name, or only by what it is. The first of a
name is taken: totals come before their parts."""

NAMED_WHOLE = pattern(
    rf"占([\u4e00-\u9fffA-Za-z&“”]{{2,16}}?)(?:的|比重?|比例)?(?:比重|比例)?(?:（[^）]{{1,14}}）)?{LINK}$"
)
OWN_SHARES = pattern(
    rf"占(?:其|本人)?(?:所|目前)?(?:直接)?持(?:有)?(?:有)?(?:本?公司)?股(?:份|票)(?:总数|总额)?的?(?:比例)?{LINK}$"
)
HOLDS = pattern(r"持有[\u4e00-\u9fff]{0,10}(?:股份|股票)(?:总数|数量)?(?:为|合计|共计)?$")
SHARED = pattern(r"\s*[，,（(]\s*占")
PLAN = pattern(
    "(?:年度|全年|今年|计划|任务|目标)[\u4e00-\u9fff]{0,6}?(?:计划|任务|目标|投资|投资额)(?:完成|总额|额)?(?:为|是|共)?$"
)
BOTH = pattern(rf"([\u4e00-\u9fffA-Z]{{3,16}}?)占([\u4e00-\u9fffA-Z]{{2,14}}?)的?(?:比重|比例){LINK}$")

DEFINED = {
    "不良贷款率": ("不良贷款余额|不良贷款", "贷款余额|各项贷款|贷款总额|总贷款"),
    "拨备覆盖率": ("贷款损失准备|拨备余额|减值准备", "不良贷款余额|不良贷款"),
    "城镇化率": ("城镇(?:常住)?人口", "常住人口|总人口"),
    "归母净利润率": ("归母净利润", "营收|营业收入"),
    "存贷比": ("贷款余额|各项贷款", "存款余额|各项存款"),
    "桥隧比": (
        "桥隧[\u4e00-\u9fff]{0,4}|桥梁隧道[\u4e00-\u9fff]{0,4}|桥梁[和与及、]隧道[\u4e00-\u9fff]{0,4}",
        "全长|总长",
    ),
    "资产负债率": ("负债总额|总负债", "资产总额|总资产"),
    "恩格尔系数": ("食品(?:烟酒)?(?:消费)?支出", "消费(?:性)?支出|生活消费支出"),
    "森林覆盖率": ("(?:有林地|森林)面积", "(?:国土|土地|辖区|区域|行政区域|全[市县区州省])总?面积"),
    "绿化覆盖率": ("绿化覆盖面积", "建成区面积"),
    "财政自给率": ("公共预算收入", "公共预算支出"),
    "外贸依存度": ("进出口(?:总[值额])?", "生产总值"),
    "研发经费投入强度": ("(?:研发|研究与试验发展(?:（R&D）)?)经费(?:投入|支出|内部支出)?|研发投入", "生产总值"),
    "研发投入强度": ("(?:研发|研究与试验发展(?:（R&D）)?)经费(?:投入|支出|内部支出)?|研发投入", "生产总值"),
    "产销率": ("销售产值", "工业总产值|总产值"),
    "贫困发生率": ("贫困人口", "农村人口|乡村人口|农业人口|农业户籍人口"),
    "政府负债率": ("债务余额", "生产总值"),
    "耕种收综合机械化率": ("机械化作业面积|机耕面积", "播种面积"),
    "老龄化率": ("60(?:周)?岁及?以上(?:老年|常住)?人口", "常住人口|总人口|户籍人口"),
    "税收占比": ("(?<!非)税收收入", "公共预算收入"),
    "非税占比": ("非税收入", "公共预算收入"),
}
"""Rates whose part and whole are fixed by their definition (statistics of banks, population, company accounts)."""


OF_HOMES, HOMES, LEAD = "恩格尔系数", pattern("城镇|农村|乡村"), 40
"""A share of what people spend, who are those of towns, of the country, or all."""

NARROWER = frozenset(("不良", "涉农", "住房", "消费", "个人", "企业", "城镇", "城市", "农村", "乡村", "户籍", "流动"))
"""What makes a part of what the word behind it names."""


OWN = 3
"""So many pairs of characters make a subject of its own."""

AFFECTED = pattern("(?:[对向给使让把将]|^为)$")
"""对376户特困职工进行了救济: those whom a deed reached need not be all that are called so."""

BRIEF, FULL = "营收", "营业收入"
PART_OF = pattern("季度|(?<!个)月份?|当[月季日]|周|大区|地区|板块|事业部|子公司|分公司|渠道|海外|境[内外]")
OF_A_PART = pattern("境内|其中|[左右单上下][线洞行]|段内|区间")
"""A defined rate of a part of what was told."""


def named(passages: Sequence[Passage], number: int, index: int) -> Triple | None:
    """占全市进出口总值的65.5%: a whole of that name, before the rate or in the clauses right behind it."""
    passage = passages[number]
    rate = passage.figures[index]
    start = max(passage.span.start, rate.quantity.span.start - 32)
    match = NAMED_WHOLE.search(passage.text, start, rate.quantity.span.start)
    part = part_of(passage, index)
    if not match or part is None or match.end() != rate.quantity.span.start or "占" in match[1]:
        return None
    if "分别" in passage.words(Span(start, rate.quantity.span.start)):
        return None
    if _is_of_others(passage, part, rate, match.start()):
        return None
    words = Span(*match.span())
    hung = _outside(passage, part, match[1])
    if hung:
        return Triple("占比", (words,), part, hung, rate)
    near = passages[max(0, number - REACH) : number + 1]
    told = _told(near, part, match[1]) or _told(near, part, _in_full(match[1]))
    found = [Triple("占比", (words,), part, whole, rate) for _, whole in told]
    return meant(found) or _nearest(passage, list(zip(told, found, strict=True)))


def _is_of_others(passage: Passage, part: Figure, rate: Figure, end: int) -> bool:
    """登记的选民有72万人，参加投票的|占登记选民的91%: whether it has a subject that the part is not called by."""
    start = max(passage.clauses[rate.clause].start, part.quantity.span.end)
    subject = pairs(passage.text[start:end])
    return len(subject) >= OWN and subject.isdisjoint(pairs(passage.words(part.before) + passage.words(part.after)))


def _told(near: Sequence[Passage], part: Figure, name: str) -> list[tuple[Passage, Figure]]:
    """The wholes of that name that have no share of their own and are of no quarter or branch, the surest first."""
    called = _called_so(near, part, name) if name else ()
    told = (one for one in called if not _has_share(one[1], near[-1].text, name) and not _is_of_part(*one, near[-1]))
    return sorted(told, key=_precision)


def _in_full(name: str) -> str:
    """营业收入 of 营收; empty where a name says all."""
    return name.replace(BRIEF, FULL) if BRIEF in name else ""


def _is_of_part(told: Passage, whole: Figure, passage: Passage) -> bool:
    """Whether it is of a quarter or a branch, and the sentence of the share tells of none: 一季度营收10.94亿元."""
    lead = told.text[told.clauses[whole.clause].start : whole.quantity.span.start]
    narrower = PART_OF.search(lead)
    return narrower is not None and not PART_OF.search(passage.words(passage.span))


def _has_share(whole: Figure, text: str, name: str) -> bool:
    """Whether a number has a share of the same whole itself: 公办诊所接诊37亿人次（占诊所总接诊人次的84%）."""
    told = SHARED.match(text, whole.quantity.span.end)
    return told is not None and text.startswith(name, told.end())


def _precision(told: tuple[Passage, Figure]) -> tuple[bool, int]:
    """What is said without a hedge comes first, and of such what is said last."""
    quantity = told[1].quantity
    return bool(quantity.hedges), -quantity.span.start


def meant(found: Sequence[Triple]) -> Triple | None:
    """Of several wholes of one name the one that fits is meant."""
    return found[0] if len(found) == 1 else next((one for one in found if consistent(one)), None)


def _nearest(passage: Passage, found: Sequence[tuple[tuple[Passage, Figure], Triple]]) -> Triple | None:
    """Where none fits, the one whose sentence speaks of the same thing as the rate's, if only one does so most."""
    words = pairs(passage.words(passage.span))
    shared = [len(words & pairs(earlier.words(earlier.span))) for (earlier, _), _ in found]
    most = max(shared, default=0)
    return found[shared.index(most)][1] if shared.count(most) == 1 else None


def _called_so(passages: Sequence[Passage], part: Figure, name: str) -> Iterator[tuple[Passage, Figure]]:
    """Wholes of that name, each value once."""
    seen = set[Fraction]()
    for passage in passages:
        for whole in levels(passage, part.quantity.span.start):
            alike = whole is not part and same_unit(whole.quantity, part.quantity)
            if not alike or whole.quantity.value in seen or not is_called(passage, whole, name):
                continue
            if AFFECTED.search(passage.words(whole.before)):
                continue
            later = passages[-1]
            if one_period(passage, whole, later, part) and one_year(passage, whole, later, name):
                seen.add(whole.quantity.value)
                yield passage, whole


def _outside(passage: Passage, part: Figure, name: str) -> Figure | None:
    """汽车73.9亿元（含电动汽车41.5亿元，占汽车出口的56.2%）: what the bracket hangs on, where it opens the name."""
    if not part.bracket:
        return None
    whole = next(
        (one for one in reversed(passage.figures) if one.quantity.span.end <= part.before.start and not one.bracket),
        None,
    )
    if whole is None or not same_unit(whole.quantity, part.quantity):
        return None
    called = core(passage.words(whole.before)[-8:])
    return whole if len(called) >= 2 and core(name).startswith(called) else None


def held(passages: Sequence[Passage], number: int, index: int) -> Triple | None:
    """占其所持公司股份的94.52%: the shares that a holder is said to hold."""
    passage = passages[number]
    rate, part = passage.figures[index], part_of(passage, index)
    match = OWN_SHARES.search(passage.words(rate.before))
    if not match or part is None:
        return None
    words = Span(rate.before.start + match.start(), rate.before.end)
    for earlier in passages[max(0, number - NEAR) : number + 1][::-1]:
        for whole in reversed(list(levels(earlier, part.quantity.span.start))):
            before = whole.quantity.span.start < part.quantity.span.start
            if before and same_unit(whole.quantity, part.quantity) and HOLDS.search(earlier.words(whole.before)):
                return Triple("占比", (words,), part, whole, rate)
    return None


def both(passages: Sequence[Passage], number: int, index: int) -> Triple | None:
    """第一产业增加值占生产总值比重为6.8%: both are named, and both stand in sentences before."""
    passage = passages[number]
    rate = passage.figures[index]
    clause = passage.text[passage.clauses[rate.clause].start : rate.quantity.span.start]
    match = BOTH.search(clause)
    if not match or match.end() != len(clause):
        return None
    near = passages[max(0, number - NEAR) : number]
    levels_of = [one for one in (_by_name(near, match[1]), _by_name(near, match[2])) if one]
    if len(levels_of) < 2 or levels_of[0] is levels_of[1]:
        return None
    part, whole = levels_of
    words = Span(rate.quantity.span.start - len(match[0]), rate.quantity.span.start)
    alike = same_unit(part.quantity, whole.quantity)
    return Triple("占比", (words,), part, whole, rate) if alike else None


def _by_name(passages: Sequence[Passage], name: str) -> Figure | None:
    return next((one for each in passages for one in levels(each) if is_called(each, one, name)), None)


def plans(passages: Sequence[Passage]) -> list[Figure]:
    """Every plan that the article tells, each value once."""
    told = (one for passage in passages for one in levels(passage) if PLAN.search(passage.words(one.before)))
    return list({(one.quantity.unit.name, one.quantity.value): one for one in told}.values())


def planned(told: Sequence[Figure], found: Triple) -> Triple | None:
    """投资完成率30.1%: the plan may be told anywhere in the article, if only one is."""
    alike = [one for one in told if same_unit(one.quantity, found.part.quantity)]
    return replace(found, whole=alike[0]) if len(alike) == 1 else None


def defined(passages: Sequence[Passage], number: int, index: int) -> Triple | None:
    """不良贷款率1.24%: the rate's definition names both."""
    passage = passages[number]
    rate = passage.figures[index]
    before = passage.words(rate.before)
    for name, (part_words, whole_words) in DEFINED.items():
        at = before.rfind(name)
        if at < 0 or GROWTH.search(before[at + len(name) :]):
            continue
        if OF_A_PART.search(before):
            continue
        near = passages[max(0, number - NEAR) : number + 1]
        part = _called(near, part_words, rate) or _called_behind(passage, part_words, rate)
        whole = _called(near, whole_words, rate) or _called_behind(passage, whole_words, rate)
        if part and whole and part is not whole and same_unit(part.quantity, whole.quantity):
            own = {_whose(passage, one) for one in (part, whole)}
            told = set(HOMES.findall(before))
            behind = rate.quantity.span.start < part.quantity.span.start
            if name == OF_HOMES and (len(own) > 1 or not told <= own or (behind and own != (told or {""}))):
                continue
            words = Span(rate.before.start + at, rate.before.start + at + len(name))
            return Triple(name, (words,), part, whole, rate)
    return None


def _whose(passage: Passage, figure: Figure) -> str:
    """Whether people in towns or in the country are told of, or all."""
    lead = passage.text[max(0, figure.quantity.span.start - LEAD) : figure.quantity.span.start]
    told = HOMES.findall(lead)
    return told[-1] if told else ""


def _called(passages: Sequence[Passage], words: str, rate: Figure) -> Figure | None:
    """The last level before a rate that is called by one of these words, right before it."""
    called = pattern(f"(?:{words})(?:余额|总额|合计)?(?:为|达到?|约)?$")
    for passage in reversed(passages):
        for figure in reversed(list(levels(passage, rate.quantity.span.start))):
            before = passage.words(figure.before)
            match = called.search(before)
            if figure.quantity.span.start < rate.quantity.span.start and match and _whole_word(before, match.start()):
                return figure
    return None


def _called_behind(passage: Passage, words: str, rate: Figure) -> Figure | None:
    """The first level behind a rate, in its sentence, that is called so."""
    called = pattern(f"(?:{words})(?:余额|总额|合计)?(?:为|达到?|约)?$")
    for figure in levels(passage, rate.quantity.span.start):
        before = passage.words(figure.before)
        match = called.search(before) if figure.quantity.span.start > rate.quantity.span.start else None
        if match and _whole_word(before, match.start()):
            return figure
    return None


def _whole_word(before: str, at: int) -> bool:
    """不良贷款余额 is no 贷款余额."""
    return before[max(0, at - 2) : at] not in NARROWER
