"""The counts that a rate can speak of: its part, and the whole that the words or a list give it."""

from collections.abc import Sequence
from fractions import Fraction

from checker.patterns import pattern
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.judging import DENIED, VITAL, Triple, consistent
from checker.relations.ratios.levels import is_base, is_level, now_of, paced_total
from checker.relations.sums import classes
from checker.relations.sums.row import GRADES, same_unit
from checker.spans import Span

SEX = pattern("[男女][性生]?(?:人口|居民)?[约为有]?$")
"""Men alone, or women, are not what births and deaths are counted by."""

GROWTH = pattern(
    r"(?:增长|增幅|增速|下降|降低|上升|提高|增加|减少|回落|收窄|扩大|同比|环比|较|比[上去年月季]).{0,8}$"
    r"|(?:溢价|升值|增值|节约|节资|下浮|超支|[核审]减)率[^，。；]{0,4}$"
)
AMONG = pattern(r"其中|当中|中[，,]?(?:已经|已|共|还|仍|就|约)*有|里[，,]?(?:已经|已)*有")
OF_THEM = pattern("[\u4e00-\u9fff]{0,8}中[，,]")
"""受访者320人中，女性176人."""

OF_THEN = pattern(
    "^[，,（(；]?(?:(?:[去上前]年|上[月季周届]度?)(?:同期)?(?:[为是约仅只有]|达到?)*"
    "|(?:[年期月季]初|(?:[去上前]年|上[月季])[末底])(?:约|[为是])+)$"
)
"""毕业生68万人，上年为65万人: a number of another time, told to compare."""

LENT, NOT_LENT = "贷款", pattern("(?:资产|负债|存款|收入|利润)[^，。；、]{0,6}$")
"""What is not lent is no whole of a rate of loans."""

HEADED = pattern("；(?P<name>[一-鿿]{2,12})[中里][，,]")

NEAR_HEAD = 60
"""So many characters behind such a head its parts may stand."""

SHARE_NAME = pattern(r"(?:占比|比重|比例|面)$")
NET = "净"
"""净赎回比例 is of neither flow alone."""

GRADE = pattern("[一二三四五六ⅠⅡⅢⅣⅤ][类级等档]$")
"""一类3个、二类7个、三类2个，优良比例: of some of the grades, or of all."""

CLAUSE_END = pattern("[，,；;：:。]")
HANZI = pattern("[\u4e00-\u9fff]{2,}")
NAMED_SHARE = 2
"""A share called by so many characters says of what it is."""

NEAR = 8
"""How many characters from a count the stem of its rate may stand."""

OUGHT = pattern("(?<![供反响相对适效回])应(?![急用届征聘战])(?P<act>[^，。；0-9]{1,8})$")
DID = pattern("(?:(?<![其确落充])实际?|已经?)(?P<act>[^，。；0-9]{1,8})$")
LINE = "业"
"""毕业 is no 就业."""

REACH, CLAUSES = 24, 4
"""How many figures and clauses before a rate its operands may stand."""


def counts_before(passage: Passage, index: int) -> list[Figure]:
    """The counts that a rate can speak of: those before it, back to the rate that closes the group before.

    What stands in brackets (a conversion, an aside) is no operand of a rate outside them.
    """
    rate = passage.figures[index]
    group: list[Figure] = []
    for figure in reversed(passage.figures[max(0, index - REACH) : index]):
        growth = figure.is_rate and GROWTH.search(passage.words(figure.before))
        if (figure.is_rate and not growth) or rate.clause - figure.clause > CLAUSES:
            break
        graded = figure.quantity.unit.name in GRADES
        if figure.is_amount and not graded and figure.bracket in (0, rate.bracket):
            group.append(figure)
    return group[::-1]


def says(passage: Passage, figure: Figure, stem: str) -> bool:
    """Whether the stem of a rate's name stands with this count: 开工18个, 18个已开工, 合格品486件.

    In 28个项目开工18个 the word between two counts belongs to the second, in 24个增长、13个下降 to the first.
    """
    before = passage.words(figure.before)[-NEAR:]
    if before.endswith(f"{stem}、"):
        before = ""
    if stem in before and before[: before.rfind(stem)][-1:] not in DENIED:
        return True
    after = passage.words(figure.after)[: NEAR + len(stem)].split("率")[0]
    at = after.find(stem)
    if at > 0 and after[at - 1] in DENIED:
        return False
    between = figure.after.end in passage.starts and figure.after.end - figure.after.start <= at + 4
    return at >= 0 and (not between or after.endswith(f"{stem}、"))


def more_closely(passage: Passage, earlier: Sequence[Figure], part: Figure | None, qualifier: str) -> Figure | None:
    """The count behind the part that the rest of the rate's name tells: 回收630份，有效问卷621份，有效回收率98.6%."""
    later = earlier[earlier.index(part) + 1 :] if part and len(qualifier) > 1 else []
    told = [one for one in later if qualifier in passage.words(one.before)]
    return told[-1] if told and part and qualifier not in passage.words(part.before) else part


def qualified(passage: Passage, name: str, stem: str, start: int) -> bool:
    """Whether the words before the stem in a rate's name were said of its counts: 不良贷款率 is no 贷款率."""
    before = name[: name.rfind(stem)][-2:]
    if before.endswith(NET):
        return False
    told = passage.text[passage.span.start : start]
    return len(before) < 2 or before in told or (name.startswith(before) and _shortens(before, told))


def _shortens(name: str, words: str) -> bool:
    """Whether two characters are short for four that stand there: 普高 for 普通高中."""
    return HANZI.fullmatch(name) is not None and pattern(f"{name[0]}[一-鿿]{name[1]}[一-鿿]").search(words) is not None


def could_hold(passage: Passage, figure: Figure, part: Figure, stem: str) -> bool:
    """Whether a count can be the whole of a part: a level in its unit, near, and not called by the stem itself."""
    before = passage.words(figure.before)
    comparable = same_unit(figure.quantity, part.quantity) and part.clause - figure.clause <= 2
    told = passage.text[passage.clauses[figure.clause].start : figure.quantity.span.start]
    if (VITAL.match(stem) and SEX.search(before)) or OF_THEN.search(told):
        return False
    if stem == LENT and NOT_LENT.search(before):
        return False
    counted = says(passage, figure, stem) and not was_due(passage, figure, part, stem)
    return comparable and not counted and is_level(passage, figure)


def was_due(passage: Passage, whole: Figure, part: Figure, stem: str) -> bool:
    """Whether the same was to be done of the whole and is done of the part: 应结案件8000件，已结7200件，结案率90%."""
    ought, did = OUGHT.search(passage.words(whole.before)), DID.search(passage.words(part.before))
    return ought is not None and did is not None and not set(stem).isdisjoint({*ought["act"]} & {*did["act"]} - {*LINE})


def is_sibling(passage: Passage, figure: Figure, part: Figure) -> bool:
    """Whether a count is the other part of one whole: 男生1694人，女生4005人."""
    one, two = (classes.memberships(passage.words(each.before)) for each in (figure, part))
    return any(number in two and two[number] != place for number, place in one.items())


def is_rest(holding: Sequence[Figure], figure: Figure, part: Figure) -> bool:
    """Whether a count and the part come to one told before: 186间，营业的155间，空置31间，空置率16.7%."""
    before = (one for one in holding if one.quantity.span < figure.quantity.span)
    return any(size_of(one) == size_of(figure) + size_of(part) for one in before)


def taken_from(passage: Passage, group: Sequence[Figure]) -> tuple[Figure, Figure, tuple[Span, ...]] | None:
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


def is_of(passage: Passage, part: Figure, name: str) -> bool:
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
    headed = _headed(passage, earlier, part)
    if headed:
        return headed
    for whole in reversed(earlier):
        end = whole.quantity.span.end
        word = AMONG.search(passage.text, end, part.quantity.span.start) or OF_THEM.match(passage.text, end)
        level = is_level(passage, whole) and not is_base(passage, whole, earlier, part)
        if word and not level and same_unit(whole.quantity, part.quantity):
            now = now_of(passage, whole, part)
            if now is not None and now not in earlier:
                return part, now, (Span(*word.span()),)
        if word and level and same_unit(whole.quantity, part.quantity):
            told = (
                paced_total(passage, whole, part) or _summed(earlier, whole) or _larger(passage, whole, part) or whole
            )
            return part, told, (Span(*word.span()),)
    return None


def _headed(
    passage: Passage, earlier: Sequence[Figure], part: Figure
) -> tuple[Figure, Figure, tuple[Span, ...]] | None:
    """；对公贷款中，: the count that the clause before a part says by its name that it divides."""
    at = passage.text.rfind("；", passage.span.start, part.quantity.span.start)
    found = HEADED.match(passage.text, at, part.quantity.span.start) if at >= 0 else None
    alike = [
        one for one in earlier if found and same_unit(one.quantity, part.quantity) and size_of(one) > size_of(part)
    ]
    named = [one for one in alike if found and found["name"] in passage.words(one.before)]
    inside = found and part.quantity.span.start - found.end() <= NEAR_HEAD
    return (part, named[-1], (Span(*found.span()),)) if found and inside and named else None


def _summed(earlier: Sequence[Figure], last: Figure) -> Figure | None:
    """What the numbers up to the last one are all of: 办证213张，上午118张，下午95张，其中少儿证97张."""
    alike = [one for one in earlier if same_unit(one.quantity, last.quantity)]
    at = alike.index(last) if last in alike else 0
    for first in range(at - 1, 0, -1):
        if sum(map(size_of, alike[first : at + 1])) == size_of(alike[first - 1]):
            return alike[first - 1]
    return None


def _larger(passage: Passage, whole: Figure, part: Figure) -> Figure | None:
    """What can hold the part where the level right before 其中 cannot: 考生5400人，监考员360名，其中理科3240人."""
    if size_of(part) <= size_of(whole):
        return None
    before = (one for one in reversed(passage.figures) if one.quantity.span < whole.quantity.span and one.is_amount)
    alike = (one for one in before if one.quantity.unit.name == part.quantity.unit.name and is_level(passage, one))
    alike = (one for one in alike if not is_base(passage, one, (), part))
    return next((one for one in alike if size_of(one) >= size_of(part)), None)


def _is_of_all(one: Triple, other: Triple) -> bool:
    """Whether a rate misses an item of a list and fits what the list is of: 考生5400人，其中文科2160人，缺考54人."""
    return not consistent(one) and consistent(other)


def outer(whole: Figure, part: Figure, passage: Passage, rate: Figure) -> Figure:
    """The whole, or what it is a part of itself where it cannot hold the part: 3200亩，其中水田1800亩，流转2100亩."""
    before = [one for one in passage.figures if one.quantity.span < whole.quantity.span and one.is_amount]
    found = _total(passage, before, whole)
    if found and _is_of_all(Triple("", (), part, whole, rate), Triple("", (), part, found[1], rate)):
        return found[1]
    if size_of(part) <= size_of(whole):
        return whole
    return found[1] if found and size_of(found[1]) >= size_of(part) else whole


def size_of(figure: Figure) -> Fraction:
    """The value in the base of its unit."""
    return figure.quantity.value * figure.quantity.unit.factor
