"""Sums told in other shapes than 合计: with what is added, counted off one by one, or spelt out behind a colon."""

import re
from collections.abc import Iterator, Sequence

from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.sums.gathering import COUNTS, NEAR, POTS, TOTAL
from checker.relations.sums.row import Row, Sum, low, same_unit
from checker.spans import Span

REST = pattern("其余|余下|剩余|剩下|(?P<also>[，,；;](?:另外|另有|还有))")
COLON = pattern(r"[\u4e00-\u9fff]{0,8}(?:[，,](?:具体|分别|依次|[分构组][别成])[\u4e00-\u9fff]{0,4})?[：:]")
LINKED = pattern(r"[\u4e00-\u9fff]{0,6}[、，和及与][\u4e00-\u9fff]{1,12}$")
JOINT = pattern(r"\s*[、，,和及与]\s*")

OVER = pattern(
    rf"[，,]?([{COUNTS}])[^，。；0-9]{{1,5}}(?:打完|踢完|赛完|跑完|走完|下来|过后|相加|加起来|合起来|算下来|合计|共计|总共|一共|累计)"
    r"[^。；0-9]{0,16}$"
)
"""Words from the last of several numbers to their sum."""

ADDED = pattern("(?:加上|连同|算上)[^，。；0-9]{0,10}$")

NOUN = 4
"""So many characters name what is counted."""
ALL_OF_IT = pattern("[，,](?:一共|总共|共计|合计)[^，。；0-9]{1,4}$")
TOGETHER = pattern("(?:[一-鿿]样|全部)?(?:加|合)(?:起来|在一起|一块儿?)(?:[^，。；0-9]{0,6})$")
POOLED_FIRST = pattern(
    "[，,](?:大小|老少|男女|里外|总共|全部)?[加合](?:起来|在一起|在一?块儿?)[，,](?:[一总]共|一?共有?|是|有|就是|整整)?"
)
"""，大小加在一起，|525头（只、峰）."""
POOLED = pattern("[（(][一-鿿]{1,2}(?:[、/][一-鿿]{1,2})*[）)]")
"""一共105件|（次）: classifiers that are pooled."""

STOCK = pattern("(?:原有|原先有?|原来有|此前有|原藏|[去上]年[底末]?有|年初有?)[^，。；0-9]{0,8}$")
COME = pattern(
    "(?:^|[，,；;])(?:今年|去年|当年|年内|[本上下]半年|[本上]月|其后|后来|此次|这次|又|再)*"
    "(?:新(?:[购增建招添设进引聘入](?!长)|征集|注册|引进|采购|开设)|增[加设建补添购]|购[入置进]|[调转引]入|引进|添置)了?[^，。；0-9]{0,6}$"
)
GONE = pattern(
    "(?:^|[，,；;])(?:今年|去年|当年|年内|[本上下]半年|[本上]月|其后|后来|又|已)*"
    "(?:毕业|退[役休出]|报废|淘汰|注销|关[停闭]|撤[并销]|[调转]出|流失|剔除|拆除|出栏|[借卖售]出)了?[^，。；0-9]{0,6}$"
)
NOW = pattern(
    "(?:现有|现在有?|目前|如今|年末|年底|现[共藏存])(?:共|总共|一共|已|在|达到?|为|有|册|藏|栏|存)*[^，。；0-9和及与、]{0,6}$"
)
"""原有50万册，新购5万册，现有55万册: what there was, what came or went, and what there is."""

TERM, SUM_OF_TERMS = "有期徒刑", pattern("(?:总和刑期|刑期(?:合计|总和|总计|共计)|合并刑期)(?:为|达|共)?$")
DECIDED, OF_SEVERAL = (
    pattern("决定(?:合并)?执行(?:有期徒刑|刑期)(?:为)?$"),
    pattern("。|分别|原[审判]|改判|减[刑为至]|缓刑"),
)
"""数罪并罚，决定执行有期徒刑|十二年: no more than the terms come to (刑法第六十九条)."""

PIECE, ALL_PIECES = "件", pattern("(?:等[一-鿿]{2,8})?[，,](?:共计|合计|总计|一共|总共|共)[一-鿿]{0,4}")
"""帐篷10顶、棉被20床、折叠床5张，共计|35件."""

PAIR, MOST = 2, 10
"""As many numbers as COUNTS tells, at the most."""


def added(row: Row) -> Iterator[Sum]:
    """建成两座，加上原有的三座，一共五座: two numbers of one unit put together, and the next one after them."""
    for index in range(row.first + 1, len(row.figures) - 1):
        match = ADDED.search(row.before(index))
        whole, units = index + 1, [row.quantity(one) for one in (index - 1, index, index + 1)]
        if not match or not all(row.adds(one) and same_unit(units[1], row.quantity(one)) for one in (index - 1, whole)):
            continue
        gap = row.between(index, whole)
        summed = (TOTAL.search(row.before(whole)) or ALL_OF_IT.search(row.before(whole))) is not None
        equal = units[0].value + units[1].value == units[2].value
        if re.fullmatch(r"[^。；，,]{0,8}[，,][^。；，,]{0,12}", gap) and (summed or equal):
            words = Span(row.starts[index] - len(match[0]), row.starts[index])
            yield Sum(units[2], (units[0], units[1]), (words,), exhaustive=True, likely=not equal)


def stocked(row: Row) -> Iterator[Sum]:
    """原有50万册，新购5万册，现有55万册; 原有80座，报废6座，现有74座: the three amounts of the unit in the sentence."""
    for last in range(row.first + 2, len(row.figures)):
        was, moved = last - 2, last - 1
        if not NOW.search(row.before(last)) or not STOCK.search(row.before(was)):
            continue
        come, gone = (shape.search(row.before(moved)) for shape in (COME, GONE))
        alike = [one for one in range(row.first, len(row.figures)) if same_unit(row.quantity(one), row.quantity(last))]
        plain = alike == [was, moved, last] and not any(row.quantity(one).hedges for one in alike)
        if plain and (come or gone) and all(row.adds(one) and not row.figures[one].bracket for one in alike):
            whole, parts = (last, (was, moved)) if come else (was, (moved, last))
            words = (row.figures[last].before,)
            yield Sum(row.quantity(whole), tuple(map(row.quantity, parts)), words, exhaustive=True, likely=True)


def mixed(row: Row) -> Iterator[Sum]:
    """字帖18册、年画45幅、刻刀32把，合计95件: things of several classifiers, where they come to the sum."""
    for index in range(row.first + 2, len(row.figures)):
        quantity = row.quantity(index)
        told = TOTAL.search(row.before(index)) or TOGETHER.search(row.before(index))
        told = told or POOLED_FIRST.fullmatch(row.between(index - 1, index))
        if quantity.unit_class is not UnitClass.COUNT or not told:
            continue
        pooled = POOLED.match(row.text, quantity.span.end) is not None
        pieces = quantity.unit.name == PIECE and ALL_PIECES.fullmatch(row.between(index - 1, index)) is not None
        parts: list[Quantity] = []
        fits = False
        for one in range(index - 1, max(row.first - 1, index - 1 - MOST), -1):
            part, gap = row.quantity(one), row.between(one, one + 1)
            if part.unit_class is not UnitClass.COUNT or len(gap) > NEAR or re.search("[。；;]", gap):
                break
            parts.insert(0, part)
            fits = len(parts) > 1 and sum(each.value for each in parts) == quantity.value
            if fits:
                if len({each.unit.name for each in parts}) > 1:
                    yield Sum(quantity, tuple(parts), (row.figures[index].before,), exhaustive=True)
                break
        plain = len(parts) > 1 and not any(each.hedges for each in (quantity, *parts))
        pieces = pieces and len(parts) > 2 and index - len(parts) == row.first and _in_one_breath(row, index)
        if (pooled or pieces) and plain and not fits:
            yield Sum(quantity, tuple(parts), (row.figures[index].before,), exhaustive=True, likely=True)


def sentenced(row: Row) -> Iterator[Sum]:
    """受贿罪判处有期徒刑十年，行贿罪判处有期徒刑三年，总和刑期十三年: terms for several crimes of one person."""
    terms: list[int] = []
    for index in range(row.first, len(row.figures)):
        quantity, before = row.quantity(index), row.before(index)
        if quantity.unit_class is not UnitClass.DURATION:
            continue
        summed, decided = SUM_OF_TERMS.search(before), DECIDED.search(before)
        if not (summed or decided):
            terms += [index] if before.endswith(TERM) else []
            continue
        parts = tuple(row.quantity(one).as_exact() for one in terms)
        told = row.text[row.quantity(terms[0]).span.start : quantity.span.start] if terms else ""
        more = sum(one.value * one.unit.factor for one in parts) < quantity.value * quantity.unit.factor
        open_ = OF_SEVERAL.search(told) or (summed and len(parts) < PAIR)
        if parts and not open_ and (summed or more):
            likely = not summed or "；" in told
            yield Sum(quantity.as_exact(), parts, (row.figures[index].before,), exhaustive=True, likely=likely)
        terms = [index] if summed else []


def _in_one_breath(row: Row, whole: int) -> bool:
    """Whether all that a sentence counts before its sum is one list of unlike things."""
    parts = range(row.first, whole)
    units = {row.quantity(one).unit.name for one in (*parts, whole)}
    return len(units) > len(parts) and all(row.between(one, one + 1).startswith("、") for one in parts[:-1])


def counted_off(row: Row) -> Iterator[Sum]:
    """18分、22分、15分、20分，四节打完，拿到75分: as many numbers in a row as are said to be over, then their sum."""
    for index in range(row.first + 3, len(row.figures)):
        first = index - 1
        while first > max(row.first, index - MOST) and JOINT.fullmatch(row.between(first - 1, first)):
            first -= 1
        parts = range(first, index)
        match = OVER.match(row.between(index - 1, index))
        if match is None or len(parts) < 3 or COUNTS.find(match[1]) + 2 != len(parts):
            continue
        alike = all(same_unit(row.quantity(one), row.quantity(index)) and row.adds(one) for one in parts)
        if alike and row.adds(index):
            words = Span(row.quantity(index - 1).span.end, row.starts[index])
            yield Sum(row.quantity(index), tuple(map(row.quantity, parts)), (words,), exhaustive=True)


def spelt(row: Row) -> Iterator[Sum]:
    """共12人：教师7人、医生5人: a list in one clause behind a colon is all there is, unless 等 stands behind it."""
    for whole in range(row.first, len(row.figures) - 2):
        match = COLON.match(row.text, row.quantity(whole).span.end, row.starts[whole + 1])
        if not match or not row.adds(whole) or not same_unit(row.quantity(whole), row.quantity(whole + 1)):
            continue
        if low(row.quantity(whole + 1)) > POTS * low(row.quantity(whole)):
            continue
        parts = [whole + 1]
        for index in range(whole + 2, min(whole + 48, len(row.figures))):
            gap = row.between(index - 1, index)
            if not row.adds(index) or not same_unit(row.quantity(whole), row.quantity(index)) or not LINKED.match(gap):
                break
            parts.append(index)
        headed = _told_before(row, whole) if _counts_them(row, whole, parts) else whole
        if headed is None:
            continue
        after = row.text[row.quantity(parts[-1]).span.end :][:1]
        rest = REST.search(row.between(parts[-1] - 1, parts[-1]))
        if rest and rest["also"] and sum(row.quantity(one).value for one in parts[:-1]) == row.quantity(headed).value:
            parts.pop()  # 获奖25人：一等奖8人，二等奖17人，另有12人获提名
        if len(parts) > 1 and (rest or after in ("。", "；", "，", "", "\n")):
            quantities = tuple(row.quantity(index) for index in parts)
            closed, likely = bool(rest) or after != "，", bool(rest and rest["also"])
            likely = likely or headed != whole
            yield Sum(row.quantity(headed), quantities, (Span(*match.span()),), exhaustive=closed, likely=likely)


def _counts_them(row: Row, whole: int, parts: Sequence[int]) -> bool:
    """Whether the number says how many parts are told: 分布在4个街道：东关街道9个、大虞街道12个、…."""
    noun = row.called_after(whole)[:NOUN]
    named = len(noun) > 1 and all(noun[:2] in row.before(one) for one in parts)
    return row.quantity(whole).value == len(parts) and (
        named or row.quantity(whole).value < row.quantity(parts[0]).value
    )


def _told_before(row: Row, whole: int) -> int | None:
    """The number that is told of the parts' things before them, if it is the only one of its unit."""
    alike = [one for one in range(row.first, whole) if same_unit(row.quantity(one), row.quantity(whole))]
    return alike[0] if len(alike) == 1 and row.adds(alike[0]) and not row.past(alike[0]) else None
