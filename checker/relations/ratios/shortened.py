"""ratio: wholes that a rate names in short: 进出口总值321.6亿元. …241.2亿元，占全市外贸总值的75%.

The name that 占…的 gives is the whole's with characters left out (外贸总值 of 外贸进出口总值, 规上工业 of
规模以上工业总产值), or but its end behind a month or 总 (占10月交易量 of 二手车交易量). The whole is the only level so
called in the sentences shortly before, larger than the part, and of its unit; what does not fit is for a reader.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.patterns import pattern
from checker.relations.elsewhere import MEANS, PLANNED, THEN
from checker.relations.naming import HEAD, LIMITED, TAIL, levels, one_period, one_year
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.judging import Triple
from checker.relations.ratios.sharing import LINK, part_of
from checker.relations.sums.row import OPEN, same_unit
from checker.spans import Span

NAMED = pattern(rf"占(?:到|了)?([\u4e00-\u9fff0-9]{{3,16}}?)(?:的|比重|比例)(?:比重|比例)?{LINK}$")
MONTHLY = pattern("^(?:[0-9]{1,2}月份?|当月|总)")
LEFT_OUT = pattern(
    "(?:进出口|购销|产销|销售|交易|成交|零售|货物|贸易|商品|服务|营业|业务|经营|生产|投资|消费|社会|财政|预算|存贷)*"
)
"""What a short name leaves out of the full one without that it is of more things."""

FULL, BRIEF = "规模以上", "规上"

VALUE = pattern("总?(?:产值|投资额?|产量|销量|收入|支出|面积)$")
"""What is measured may be left out where the part tells it, too: 完成产值256.4亿元，占规上工业的一半."""

OF_ALL = pattern("^(?P<all>整个?|全部|所有|总)(?P<noun>[\u4e00-\u9fff]{2,8})$")
SUMMED, ASIDE, MARK = pattern("[总共]|合计|累计"), pattern("[（(][^（(）)]{0,40}[)）]"), pattern("[，,。；;：:\n]")
"""占整个档期的: what a total is told of before, 今年暑期档（含服务费）总票房报收."""

OTHER = pattern(f"{THEN}|{PLANNED}|{MEANS}")
COST = pattern("[费税租贷]|投资|投入|补[贴助]|奖|花|支出|成本")
"""庙会共收摊位费36.4万元; 吃食摊卖了18.2万元，占整个庙会的…: fees are no sales."""

FAR, WORDS = 20, 60
"""How many sentences back that may stand, and how many characters before a number tell what it is the total of."""

BACK, LEAST, SHORT, END, LEAD = 6, 4, 3, 2, 32


def shortened(passages: Sequence[Passage], number: int, index: int) -> Triple | None:
    """The rate with the one whole of the sentences before that is called by its name in full."""
    passage = passages[number]
    rate = passage.figures[index]
    start = max(passage.span.start, rate.quantity.span.start - LEAD)
    match = NAMED.search(passage.text, start, rate.quantity.span.start)
    part = _told_of(passage, match.start(), part_of(passage, index)) if match else None
    if not match or part is None or "占" in match[1] or "分别" in passage.text[start : match.start()]:
        return None
    name = HEAD.sub("", match[1], count=1)
    found = list(_called(passages[max(0, number - BACK) : number + 1], part, name))
    whole = OF_ALL.match(match[1])
    if not found and whole:
        totals = _totals(passages[max(0, number - FAR) : number], part, whole["noun"], whole["all"] == "总")
        costs = COST.search(passage.words(part.before)) is not None
        found = [one for one, said in totals if (COST.search(said) is not None) is costs]
    if len(found) != 1 or _size(found[0]) <= _size(part):
        return None
    return Triple("占比", (Span(*match.span()),), part, found[0], rate)


def _told_of(passage: Passage, end: int, part: Figure | None) -> Figure | None:
    """The part that is called as the share says: 文物6127件，其中三级4527件，|文物|占藏品总数的."""
    clause = next((one for one in passage.clauses if one.start <= end < one.end), None)
    name = MARK.split(passage.text[clause.start : end])[-1].strip() if clause and part else ""
    if part is None or len(name) < END or clause is None or clause.start < part.quantity.span.start:
        return part
    own = passage.figures[: passage.figures.index(part) + 1] if part in passage.figures else ()
    called = [one for one in own if same_unit(one.quantity, part.quantity) and name in passage.words(one.before)]
    return called[0] if len(called) == 1 else part


def _totals(before: Sequence[Passage], part: Figure, noun: str, total: bool) -> Iterator[tuple[Figure, str]]:
    """The totals told of what a share is said to be of all of: 整个书市 of 今年书市总成交; of 总票房 what is so."""
    for passage in before:
        for whole in levels(passage, part.quantity.span.start):
            at = whole.quantity.span.start
            lead = passage.text[max(passage.span.start, at - WORDS) : at]
            if not same_unit(whole.quantity, part.quantity) or whole.quantity.hedges or not SUMMED.search(lead):
                continue
            said = MARK.split(ASIDE.sub("", lead))[-1]
            told = f"总{noun}" in said if total else set(noun) <= set(said) and SUMMED.search(said)
            if told and not OPEN.search(said) and not LIMITED.search(said) and not OTHER.search(said):
                yield whole, said


def _called(near: Sequence[Passage], part: Figure, name: str) -> Iterator[Figure]:
    later = near[-1]
    told = later.words(part.before)
    for passage in near:
        for whole in levels(passage, part.quantity.span.start):
            if whole is part or whole.quantity.hedges or not same_unit(whole.quantity, part.quantity):
                continue
            if whole.quantity.span.start > part.quantity.span.start:
                continue
            lead = passage.words(whole.before)
            if OPEN.search(lead) or _has_share(passage, whole) or not _is_short_for(name, TAIL.sub("", lead), told):
                continue
            if one_period(passage, whole, later, part) and one_year(passage, whole, later, name):
                yield whole


def _has_share(passage: Passage, whole: Figure) -> bool:
    """Whether a level is told as a share itself: 电力投诉159件，占全部投诉的六成."""
    at = passage.figures.index(whole) + 1
    rate = passage.figures[at] if at < len(passage.figures) else whole
    return rate.is_rate and "占" in passage.words(rate.before)


def _is_short_for(name: str, called: str, told: str) -> bool:
    """Whether a name says in short what a level is called, and that is no part of what it says."""
    bare = MONTHLY.sub("", name)
    if bare != name and len(bare) >= SHORT:
        return called.endswith(bare)
    value = VALUE.search(called)
    if value and value[0][-END:] in told and not VALUE.search(name):
        called = called[: value.start()]
    called, name = called.replace(FULL, BRIEF), name.replace(FULL, BRIEF)
    if len(name) < LEAST or called[-END:] != name[-END:]:
        return False
    for cut in range(END, len(name) - END + 1):
        head, tail = called.rfind(name[:cut]), name[cut:]
        if head >= 0 and called.endswith(tail) and LEFT_OUT.fullmatch(called[head + cut : len(called) - len(tail)]):
            return LIMITED.search(called[:head]) is None
    return False


def _size(figure: Figure) -> Fraction:
    return figure.quantity.value * figure.quantity.unit.factor
