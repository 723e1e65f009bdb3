"""Parts that are surely of one list by how they are called: 电工18人，焊工12人，普工16人; 省级62家，市级140家."""

from checker.patterns import pattern
from checker.relations.sums.row import Row

STAGE = pattern(
    r"(?:办结|审结|执结|结案|逮捕|批捕|起诉|刑拘|拘留|移送|判刑|开工|竣工|投产|完成|完工|建成|签约|落地|实现|发放|惠及|带动|吸引|解决|整改|查处)了?$"
)
"""What the same things go through one after another: 逮捕5万名、起诉4.8万名."""

DONE = pattern(
    "出栏|屠宰|外[借购售销]|购[进入买]|销售|收购|采购|展出|出[口售租借]|进口|培训|接待|参[加赛]|累计|流转|上市|交易|发放|投放|捐赠|借阅|调[出入]"
)
"""能繁母猪6万头，|出栏|生猪67万头: what was done over a time is no part of what there is."""

SHAPE = pattern(r"[，,]([\u4e00-\u9fff]{2,4})")
HEAD = pattern(r"(?:(?<=其中)|(?<=里[面头])|(?<=[有，,：:]))[\u4e00-\u9fff]{2,4}$")
LINK = pattern("(?:共有|合计|有|共|为|达到?|约)+$")
WIDER = pattern("以上|以下|及|含|包括|规模|总")
END = 2
SORTS = frozenset("级类型等式档制组")
"""What tells sorts apart that no thing is two of: 省级, 保险类, 质押式."""


def are_alike(row: Row, first: int, last: int, index: int) -> bool:
    """Whether the parts from the first to ``index`` stand in one shape, or are called by sorts of one kind."""
    if last < first or STAGE.search(row.before(index)):
        return False
    return _shaped(row, first, last, index) or _sorted(row, first, index)


def goes_on(row: Row, first: int, index: int) -> bool:
    """Whether a number tells another stage of what the first counts."""
    one, two = (STAGE.search(row.before(each)) for each in (first, index))
    return two is not None and (one is None or one[0] != two[0])


def _shaped(row: Row, first: int, last: int, index: int) -> bool:
    """Whether three parts at least have names of one length and nothing else between them."""
    if index < first + 2 or last != index - 1:
        return False
    names = [SHAPE.fullmatch(row.between(one - 1, one)) for one in range(first + 1, index + 1)]
    head = HEAD.search(row.before(first))
    sizes = {len(one[1]) for one in names if one}
    return all(names) and head is not None and sizes == {len(head[0])}


def _sorted(row: Row, first: int, index: int) -> bool:
    """Whether the names end alike from the word on that tells a sort: 银行类机构, 证券期货类机构."""
    inside = row.figures[first].bracket
    of_list = [one for one in range(first, index + 1) if row.figures[one].bracket == inside and row.adds(one)]
    names = [LINK.sub("", row.name(one)) for one in of_list]
    tails = (names[0][at:] for at, character in enumerate(names[0]) if at and character in SORTS)
    tail = next((tail for tail in tails if all(name.endswith(tail) for name in names)), None)
    if tail is None or any(WIDER.search(name) for name in names):
        return False
    heads = {name.removesuffix(tail) for name in names}
    return all(heads) and len(heads) == len(names)


def end_alike(row: Row, first: int, index: int) -> bool:
    """Whether two parts of different names end in one word: 质押式回购成交, 同业拆借成交."""
    one, two = LINK.sub("", row.name(first)), LINK.sub("", row.name(index))
    apart = one not in two and two not in one and not WIDER.search(one + two)
    return apart and len(min(one, two, key=len)) > END and one[-END:] == two[-END:]


def beside(row: Row, first: int, index: int) -> bool:
    """Whether a second part is called as the first is, but for the beginning: 重伤2人，轻伤12人."""
    if index != first + 1 or STAGE.search(row.before(index)):
        return False
    name, head = SHAPE.fullmatch(row.between(first, index)), HEAD.search(row.before(first))
    if name is None or head is None or DONE.match(name[1]) is not None:
        return False
    return len(name[1]) == len(head[0]) and name[1][-1] == head[0][-1]
