"""Parts right behind their whole that are called by its noun, with a word more: 渔船236艘，钢质船198艘，木质船38艘.

Nothing but their names says that they are all there are, so what they miss is told only where one slip of the pen
explains it. A number that is called as they are is one of them and no whole (汉墓41座，唐墓19座，宋墓13座), unless a
word of counting all (共, 现有) leads it.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.patterns import pattern
from checker.relations.cues import Act
from checker.relations.elsewhere import PLANNED, THEN
from checker.relations.sums import exclusive
from checker.relations.sums.fine import is_fine
from checker.relations.sums.looked_at import LOOKED
from checker.relations.sums.row import OPEN, Row, Sum, same_unit
from checker.spans import Span

STEP = pattern(
    r"[\u4e00-\u9fffA-Za-z]{0,6}[，,、；;：:。](?P<name>[\u4e00-\u9fffA-Za-z“”]{1,14})"
    r"(?P<aside>[，,][\u4e00-\u9fff]{0,6}[有得获剩])?"
)
UPWARDS = pattern("及以[上下]")
LINKS = pattern(r"(?:分别|一共|[为是有约占达共计各]|达到|只[有剩]|的有|贡献)+$")
OWNING = "的"
COUNTED = pattern("[总共]|全部|[现原尚只]有|合计|存栏|在册|登记|保有|[收接]到")
DONE = pattern(
    "(?:[购买收办建养种栽产销卖存运装发接育修开签招查抓破审结捐募投放捕捞采][着了过到]?|[共总年月日]|全部|合计|季度|[现已]有)$"
)
"""What is no sort of things, so that it tells of all of them: 新购|图书, 去年|演出."""

NOUNS = pattern("(?:[教体保培抚]育|[研开]发|进修|[供抚培休]养|[购采]买|[公证]办)$")
"""教育|支出 is no deed and tells of one sort only."""

ALL = pattern("[总共]|合计|全[长程场]|现有")
OTHERS = pattern(
    r"[\u4e00-\u9fff]{0,6}?(?:等(?!待|候|级)|左右)|[^，。；]{0,8}[，,；;](?:其余|其他|其它|余下|剩下|另有|另外|此外|还有)"
)
AMONG = pattern(f"{THEN}|{PLANNED}|另|其他|其它|还|又|再|前值|[增减降涨跌升]")
NAMED, MOST, SHORT = 12, 10, 6

ORDINAL = pattern("第?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})号?(?P<noun>[\u4e00-\u9fff])")
"""一矿, 2号井, 第三组: one of a numbered row."""

FIRST = pattern("首[周日天月年场轮季]$")
"""票房首周2.4亿元，第二周1.8亿元: the first of several is no whole of them."""


def headed(row: Row) -> Iterator[Sum]:
    """Every whole with a list behind it that its noun, or a pair of names that exclude each other, ties to it."""
    whole = max(0, row.first - 1)
    while whole < len(row.figures) - 2:
        parts = _list_behind(row, whole) if _can_lead(row, whole) else []
        if len(parts) > 1 and _tied(row, whole, parts):
            words = Span(row.quantity(whole).span.end, row.starts[parts[0]])
            quantities = tuple(map(row.quantity, parts))
            yield Sum(row.quantity(whole), quantities, (words,), exhaustive=True, likely=True, slip=True)
        whole = parts[-1] if parts else whole + 1


def _can_lead(row: Row, whole: int) -> bool:
    """Whether a figure tells how much there is, outside of brackets and of other lists."""
    if not _adds(row, whole) or row.quantity(whole).hedges or row.figures[whole].bracket:
        return False
    if whole > row.first and same_unit(row.quantity(whole - 1), row.quantity(whole)):
        return False
    if row.cues[whole].act not in (Act.LEVEL, Act.TO, Act.SUM):
        return False
    return OPEN.search(row.text, row.passage.span.start, row.starts[whole]) is None


def _adds(row: Row, index: int) -> bool:
    """Whether a figure can be added: an amount, or a number of days."""
    return row.adds(index) or row.quantity(index).unit.name == "天"


def _list_behind(row: Row, whole: int) -> list[int]:
    """The figures of its unit behind a whole that nothing but a name each stands between; none if one more follows."""
    parts: list[int] = []
    for index in range(whole + 1, min(whole + 1 + MOST, len(row.figures))):
        quantity = row.quantity(index)
        if not same_unit(quantity, row.quantity(whole)):
            break
        step = STEP.fullmatch(row.between(index - 1, index))
        if index > max(whole + 1, row.first) and "。" in row.between(index - 1, index):
            break
        plain = step is not None and row.cues[index].act is Act.LEVEL and not AMONG.search(step["name"])
        if not plain or quantity.hedges or row.figures[index].bracket or not _adds(row, index):
            other = (
                row.past(index) or row.cues[index].act is not Act.LEVEL or OPEN.search(row.between(index - 1, index))
            )
            return parts if other else []
        parts.append(index)
    if parts and OTHERS.match(row.text, row.quantity(parts[-1]).span.end, row.passage.span.end):
        return []
    return parts


def _tells_otherwise(row: Row, index: int) -> bool:
    """Whether a figure of the same unit is plainly no further part: a change, another time's, a part of a part."""
    moved = row.past(index) or row.cues[index].act is not Act.LEVEL
    return moved or OPEN.search(row.between(index - 1, index)) is not None


def _tied(row: Row, whole: int, parts: Sequence[int]) -> bool:
    """Whether the names of the parts divide what the whole is called."""
    if any(row.quantity(one).value >= row.quantity(whole).value * _scale(row, whole, one) for one in parts):
        return False
    if is_first_of_series(row, whole, parts[0]) or _is_first_seen(row, whole, parts):
        return False
    names = [LINKS.sub("", _name(row, one)) for one in parts]
    if len(set(names)) < len(names) or not all(names):
        return False
    before, after = LINKS.sub("", row.before(whole)), row.called_after(whole)
    if all(one.endswith(OWNING) and len(one) > 2 for one in names):
        return not before.endswith(OWNING)
    if _exclude(names):
        return not _exclude([*names, before])
    asides = any("，" in row.between(one - 1, one)[2:] for one in parts)
    tail = "" if asides else _tail(names)
    if tail and _called(row.before(whole), before, after, tail):
        return True
    fine = is_fine([row.quantity(one) for one in (whole, *parts)])
    return fine and not asides and _parallel(names) and not _beside(before, names)


def _is_first_seen(row: Row, whole: int, parts: Sequence[int]) -> bool:
    """Whether it opens what a sentence lists as parts of another: 按读者分，大人18.4万册，少儿14.3万册，老年4.5万册."""
    sizes = [row.quantity(one).value * row.quantity(one).unit.factor for one in (whole, *parts)]
    seen = whole == row.first and LOOKED.match(row.text, row.passage.span.start, row.starts[whole])
    return bool(seen) and sum(sizes[1:]) != sizes[0]


def is_first_of_series(row: Row, whole: int, part: int) -> bool:
    """Whether the first number is one of a numbered row as those behind it are: 一矿120万吨、二矿80万吨、三矿50万吨."""
    one = ORDINAL.match(row.text, row.clause(whole), row.starts[whole])
    told = ORDINAL.match(row.between(part - 1, part).lstrip("，,、；;")), ORDINAL.match(row.text, row.clause(part))
    if FIRST.search(row.before(whole)):
        return True
    return one is not None and any(two and one["noun"] == two["noun"] and one[0] != two[0] for two in told)


def _exclude(names: Sequence[str]) -> bool:
    """Whether the names are sorts or times that exclude one another."""
    return exclusive.exclude([*names[:-1], UPWARDS.sub("", names[-1])], "") or exclusive.at_other_times(names)


def _scale(row: Row, whole: int, part: int) -> Fraction:
    return row.quantity(whole).unit.factor / row.quantity(part).unit.factor


def _name(row: Row, index: int) -> str:
    step = STEP.fullmatch(row.between(index - 1, index))
    return step["name"] if step else ""


def _tail(names: Sequence[str]) -> str:
    """What all names end in, each with something before it."""
    shortest = min(map(len, names))
    size = 0
    while size < shortest - 1 and len({one[-size - 1 :] for one in names}) == 1:
        size += 1
    return names[0][-size:] if size else ""


def _parallel(names: Sequence[str]) -> bool:
    """Whether the names are of one make: short, and ending alike or as long as each other."""
    return max(map(len, names)) <= SHORT and (bool(_tail(names)) or len({len(one) for one in names}) == 1)


def _beside(called: str, names: Sequence[str]) -> bool:
    """Whether a number is called as the parts behind it are: it is one of them."""
    tail = _tail(names)
    return (bool(tail) and tail[-1] in called) or len(called) <= max(map(len, names)) or _exclude([*names, called])


def is_one_of(told: str, names: Sequence[str]) -> bool:
    """Whether a number is called as the parts behind it are, and is one of them: 工业投资, 基建投资, 房地产投资."""
    tail = _tail(names)
    called = LINKS.sub("", told)
    return len(tail) > 1 and called.endswith(tail) and not DONE.search(called.removesuffix(tail))


def _called(told: str, before: str, after: str, tail: str) -> bool:
    """Whether the whole is called by the noun that its parts end in, and is no part itself."""
    for size in range(len(tail), 0, -1):
        noun = tail[-size:]
        if before.endswith(noun) or after.endswith(noun):
            rest = before.removesuffix(noun)
            return (DONE.search(rest) is not None and not NOUNS.search(rest)) or (
                size == 1 and COUNTED.search(told) is not None
            )
        if noun in (before[-NAMED:] + after if size > 1 else before[-2:] + after[:2]):
            return True
        if size > 1 and DONE.search(before[:-1]) and before[-1:] == noun[0]:
            return True
    return ALL.search(told[-NAMED:]) is not None
