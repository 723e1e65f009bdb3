"""Some of many, told beside them: 50个问题中，30个已整改; 86个项目已开工74个; 包括60位院士在内的2000多位专家.

Nothing but what they are stands between the two, and both are counted alike. What is more than its whole may have been
meant of another, or have outrun a plan: that is for somebody to look at.
"""

from collections.abc import Iterator
from fractions import Fraction

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act
from checker.relations.elsewhere import MEANS, PLANNED, THEN
from checker.relations.naming import pairs
from checker.relations.sums import exclusive
from checker.relations.sums.among import rated
from checker.relations.sums.row import GENERIC, OPEN, Row, Sum, fits, is_one_thing, low, same_unit
from checker.spans import Span

HAN = "[\u4e00-\u9fff“”A-Za-z]"
WITHIN = pattern(
    f"(?:{HAN}|、){{0,16}}?(?:(?<![初高附手途空心口眼掌])[中里]|当中|之中)(?:[，,](?P<said>[^，,。；;：:、0-9]{{0,10}}))?"
)
"""个问题中，|…: what leads from a whole to the first of its parts."""

NEXT = pattern(
    "[^，,。；;：:、0-9]{2,12}[，,、；;](?:(?:还|另)?有)?|[，,、；;](?:(?:还|另)有)?[^，,。；;：:、0-9]{2,12}"
)
"""30个已整改，|12个正在整改; 扑救火灾270起|，抢险救援309起."""

OTHERS = pattern("(?:其他|其它|其余)[^，,。；;：:、0-9]{0,6}$")
"""公务执勤和其他出动|80起: the last of all there are."""

ALREADY = pattern(
    f"(?P<noun>{HAN}{{2,12}}?)[，,]?(?:目前|现|迄今|至今|截至目前|均|全部)?已经?(?:全部|陆续|累计|先后|有序|共)?(?P<act>{HAN}{{2,6}})"
)
"""86个|重大项目已开工|74个."""

DEED = pattern(
    f"{HAN}{{2}}|完成{HAN}{{0,4}}|{HAN}{{2,4}}(?:建设|投[产用入]|运[营行]|实施|见效|到位|完毕|完[成工]|使用|入[住驻]|交付|办结|整改|销号|生产|供[货水电]|通车|营业|上线|挂牌|验收)"
)
"""What is done to the things themselves: 开工建设, and not 建成驿站, of which each may have several."""

FURTHER = pattern(f"[、，,](?:已经?)?(?P<act>{HAN}{{2,4}})")
"""完成整改1437件|、销号|1107件: the same things go through several steps."""

INCLUDING = pattern("(?:包括|包含|含|连同)[^，。；、0-9]{0,6}$")
ALL_OF_THEM = pattern(f"{HAN}{{0,14}}在内的?{HAN}{{0,8}}")
JOINED = pattern(f"{HAN}{{0,14}}[、和与及]{HAN}{{0,6}}")

NO_PART = pattern(f"{THEN}|{PLANNED}|{MEANS}|每|各|共|累计|第|前|最|[增减升降比较超达]|均|仅次|同")
NO_WHOLE = pattern(f"{PLANNED}|任务|拟|应|要|每|各|平均|[第前首]$|近$")
RATE = pattern("[^，。；]{0,8}[，,（(][^，。；、]{0,8}率[^，。；、0-9]{0,4}")
MORE = pattern("增|减|超|比|投入|新|达")
MOST = 5


def told(row: Row) -> Iterator[Sum]:
    """The parts of every whole that is told so."""
    for whole in range(row.first, len(row.figures) - 1):
        if not _is_whole(row, whole):
            continue
        yield from _within(row, whole)
        yield from _already(row, whole)


def including(row: Row) -> Iterator[Sum]:
    """包括60位院士在内的2000多位专家: the parts stand before their whole."""
    for whole in range(row.first + 1, len(row.figures)):
        part = whole - 1
        over = not fits(row.quantity(whole), low(row.quantity(part)))
        if over and row.quantity(whole).unit.name in GENERIC and not _share_noun(row, part, whole):
            continue  # 包括120个服务点在内的86个场所
        if not _alike(row, part, whole) or ALL_OF_THEM.fullmatch(row.between(part, whole)) is None:
            continue
        parts = [part]
        while parts[0] - 1 >= row.first and _alike(row, parts[0] - 1, whole) and _is_joined(row, parts[0] - 1):
            parts.insert(0, parts[0] - 1)
        word = INCLUDING.search(row.before(parts[0]))
        if word:
            start = row.starts[parts[0]]
            quantities = tuple(map(row.quantity, parts))
            yield Sum(row.quantity(whole), quantities, (Span(start - len(word[0]), start),), likely=len(parts) == 1)


def _share_noun(row: Row, part: int, whole: int) -> bool:
    """Whether what is within is called as the whole is."""
    names = row.between(part, whole).partition("在内")[0], row.called_after(whole)
    return bool(pairs(names[0]) & pairs(names[1]))


def _is_joined(row: Row, index: int) -> bool:
    return JOINED.fullmatch(row.between(index, index + 1)) is not None


def _is_whole(row: Row, index: int) -> bool:
    """Whether it counts things of which others can be some."""
    quantity = row.quantity(index)
    counted = quantity.unit_class is UnitClass.COUNT and row.adds(index) and not quantity.is_article
    return counted and quantity.value > 1 and row.figures[index].bracket == 0


def _alike(row: Row, one: int, two: int) -> bool:
    counted = row.quantity(one).unit_class is UnitClass.COUNT
    return counted and same_unit(row.quantity(one), row.quantity(two)) and row.adds(one) and row.adds(two)


def _within(row: Row, whole: int) -> Iterator[Sum]:
    """50个问题中，30个已整改，12个正在整改: as many as can be some of them."""
    first = whole + 1
    match = WITHIN.fullmatch(row.between(whole, first))
    if match is None or OPEN.search(match[0]) or NO_PART.search(match["said"] or "") or not _alike(row, whole, first):
        return
    words = Span(row.quantity(whole).span.end, row.starts[first])
    within = fits(row.quantity(whole), low(row.quantity(first)))
    if not within and (match["said"] or not is_one_thing(row, whole, first)):
        return
    for parts in _groups(row, whole, first):
        if len(parts) > 1 or not _is_rated(row, parts[0]):
            over = len(parts) > 1 and not fits(
                row.quantity(whole), sum((low(row.quantity(one)) for one in parts), Fraction(0))
            )
            told = tuple(map(row.quantity, parts))
            closed = over or (len(parts) > 2 and OTHERS.search(row.before(parts[-1])) is not None)
            yield Sum(row.quantity(whole), told, (words,), exhaustive=closed, likely=closed or len(parts) == 1)


def _groups(row: Row, whole: int, first: int) -> Iterator[list[int]]:
    """The parts as far as they fit together; what does not divides anew: 9家银行中，7家营收下降，5家净利下降.

    Those who fare so that nobody can fare both ways are of one list: 26人获救，16人遇难.
    """
    least, parts = low(row.quantity(first)), [first]
    for index in range(first + 1, min(first + MOST, len(row.figures))):
        if not _alike(row, whole, index) or NEXT.fullmatch(row.between(index - 1, index)) is None:
            break
        size = low(row.quantity(index))
        if not fits(row.quantity(whole), size):
            break
        apart = not fits(row.quantity(whole), least + size)
        listed = OTHERS.search(row.before(index)) or exclusive.exclude([row.name(one) for one in (*parts, index)], "")
        if apart and not listed:
            yield parts
            least, parts = Fraction(0), []
        least, parts = least + size, [*parts, index]
    yield parts


def _is_rated(row: Row, part: int) -> bool:
    """Whether its rate is told behind it: 4862件投诉已办结4716件，办结率97.0%; that ratio says all there is to say."""
    following = part + 1 < len(row.figures) and row.figures[part + 1].is_rate
    return rated(row, part) or (following and RATE.fullmatch(row.between(part, part + 1)) is not None)


def _is_done_to(row: Row, whole: int, part: int, act: str) -> bool:
    """Whether more than there are can only be wrong: 15个乡镇已建成驿站42个, 100个项目已开工112个标段 are not."""
    if row.quantity(whole).unit.name not in GENERIC:
        return True
    noun = row.called_after(part)[:2]
    return DEED.fullmatch(act) is not None and (not noun or noun in row.called_after(whole))


def _already(row: Row, whole: int) -> Iterator[Sum]:
    """86个重大项目已开工74个. Steps that the same things go through are parts each by itself."""
    match = ALREADY.fullmatch(row.between(whole, whole + 1))
    if match is None or MORE.search(match["act"]) or NO_WHOLE.search(row.before(whole)) or OPEN.search(match[0]):
        return
    words = (Span(row.quantity(whole).span.end, row.starts[whole + 1]),)
    for part in range(whole + 1, min(whole + MOST, len(row.figures))):
        step = FURTHER.fullmatch(row.between(part - 1, part)) if part > whole + 1 else match
        if step is None or MORE.search(step["act"]) or not _alike(row, whole, part):
            break
        if not fits(row.quantity(whole), low(row.quantity(part))) and not _is_done_to(row, whole, part, step["act"]):
            break
        told = row.cues[part].act in (Act.LEVEL, Act.SUM) and low(row.quantity(part)) > Fraction(0)
        if told and not _is_rated(row, part):
            yield Sum(row.quantity(whole), (row.quantity(part),), words, likely=True)
