"""What tells that two numbers called alike are of two things, beside their names.

One placed first and one placed fourth, those of a million and more and those below it, those who still wait and all
there were, 《甲》 and 《乙》: their numbers differ because they are theirs. So do those of two sentences of one form.
"""

from re import Match

from checker.patterns import pattern
from checker.relations.passage import Figure, Passage

Told = tuple[Passage, Figure]
"""A number in its sentence."""

RANK = pattern(
    "(?P<scope>全[国省市县区球]|世界|亚洲|[东西南北中]部)?(?:(?P<first>冠军|双冠|三冠|夺冠|摘金|金牌|折桂)|(?P<second>亚军|银牌|摘银)"
    "|(?P<third>季军|铜牌|摘铜)|第(?P<place>[0-9]{1,3}|[一二三四五六七八九十]{1,3})[位名])"
)
PLACES = {"first": "一", "second": "二", "third": "三"}
DIGITS = dict(zip("123456789", "一二三四五六七八九", strict=True))
BEHIND = 24
"""So many characters behind a number tell what it was good for."""

BOUND = pattern("以上|以下|以内|之间|不足|不到|不满|[0-9]\\s*[-—–~～至到]\\s*[0-9]")
CLAUSE = pattern("[，,。；;：:！？]")

LEFT = pattern("(?:仍|尚|还|剩下?|剩余|余下|只剩|另外?|其余)[\u4e00-\u9fff]{0,3}$")
DIVIDED = pattern("[\u4e00-\u9fff]{0,8}[中里](?:有|已|，|,)")
WHOLE = pattern("(?:[共总]|全部|所有|原有)[\u4e00-\u9fff]{0,4}$")

STOCK = pattern("有(?:[0-9][^，,。；;]{0,24}[和及与、])?$")
DONE_BY = pattern(
    "[\u4e00-\u9fff]{1,12}(?:[和及与、][^，,。；;]{1,16})?(?:出席|参加|参会|到会|与会|列席|应邀|缺席|请假|当选|获|报名)"
)
OPENS = pattern("(?:^|[，,。；;：:\\s])(?:共有|有)?$")
ATTEND = pattern("出席|参加|参会|到会|与会|列席|应邀|缺席|请假|当选|获|报名")

OWNER = pattern("《(?P<name>[^《》]{1,30})》(?:[（(][^（）()]*|的[^，,。；;《》]{0,10})$")
TITLED = pattern("(?s:.*)《(?P<name>[^《》]{1,30})》")
RIVAL = pattern(
    "(?:超过|超越|高于|低于|不及|落后于?|逊于|赶超|反超|追上|仅次于|多于|少于)[^，,。；;（(0-9]{2,24}[（(][^（）()]*$"
)
"""有望超过前年的那部（票房7.6亿元）: what it is held against is another's."""

AHEAD = 60
FORM = 3
"""A sentence with so many numbers has a form of its own."""

DIGIT = pattern("[0-9０-９.．]+")


def told(one: Told, two: Told) -> bool:
    """Whether the words beside two numbers set them apart; ``one`` stands before ``two``."""
    return (
        _differ(_rank(one), _rank(two))
        or _are_of_classes(one, two)
        or _is_left_of(one, two)
        or _is_left_of(two, one)
        or _are_present(one, two)
        or _are_of_titles(one, two)
        or _are_of_one_form(one, two)
    )


def _ahead(told_in: Told) -> str:
    passage, figure = told_in
    start = figure.quantity.span.start
    return passage.text[max(passage.span.start, start - AHEAD) : start]


def _behind(told_in: Told) -> str:
    passage, figure = told_in
    end = figure.quantity.span.end
    return passage.text[end : min(passage.span.end, end + BEHIND)]


def _rank(told_in: Told) -> tuple[str, str]:
    """The place that a number was good for, and among whom; empty where none is told."""
    found = RANK.search(_behind(told_in))
    return (found["scope"] or "", _place(found)) if found else ("", "")


def _place(found: Match[str]) -> str:
    if found["place"]:
        return DIGITS.get(found["place"], found["place"])
    return PLACES[found.lastgroup or ""]


def _differ(one: tuple[str, str], two: tuple[str, str]) -> bool:
    return one[0] == two[0] and bool(one[1] and two[1]) and one[1] != two[1]


def _are_of_classes(one: Told, two: Told) -> bool:
    """Whether they count what lies within other bounds: 1000万人次以上的机场有38个, 200-1000万人次的机场有36个."""
    bounds = [_bounds(each) for each in (one, two)]
    return bounds[0] != bounds[1] and any(bounds)


def _bounds(told_in: Told) -> str:
    clause = CLAUSE.split(_ahead(told_in))[-1]
    return clause[: clause.rfind("的")] if BOUND.search(clause) and DIGIT.search(clause) else ""


def _is_left_of(one: Told, two: Told) -> bool:
    """Whether the one is what is left, and the other all of which some are told: 仍有2名, 下井的25名矿工中."""
    if not LEFT.search(_ahead(one)) or LEFT.search(_ahead(two)):
        return False
    return DIVIDED.match(_behind(two)) is not None or WHOLE.search(_ahead(two)) is not None


def _are_present(one: Told, two: Told) -> bool:
    """Whether so many there are, and so many of them came: 现有院士802名, 704名院士出席大会."""
    clause = CLAUSE.split(_ahead(one))[-1]
    if not STOCK.search(clause) or ATTEND.search(clause):
        return False
    return OPENS.search(_ahead(two)) is not None and DONE_BY.match(_behind(two)) is not None


def _are_of_titles(one: Told, two: Told) -> bool:
    """Whether they are of two works: 该片票房接近7亿元, 有望超过《乙》（票房7.2亿元）."""
    rival = [RIVAL.search(_ahead(each)) is not None for each in (one, two)]
    if rival[0] is not rival[1]:
        return True
    owners = [OWNER.search(_ahead(each)) for each in (one, two)]
    names = [found["name"] if found else _title(each) for found, each in zip(owners, (one, two), strict=True)]
    return any(owners) and all(names) and names[0] != names[1]


def _title(told_in: Told) -> str:
    """The last title before a number, in its sentence or the one before."""
    passage, figure = told_in
    start = passage.earlier.span.start if passage.earlier else passage.span.start
    found = TITLED.match(passage.text[max(start, figure.quantity.span.start - 4 * AHEAD) : figure.quantity.span.start])
    return found["name"] if found else ""


def _are_of_one_form(one: Told, two: Told) -> bool:
    """Whether two sentences are of one form with other numbers in it beside these: 涨的有60个，跌的有10个."""
    left, right = one[0], two[0]
    if left.span == right.span or len(left.figures) != len(right.figures) or len(left.figures) < FORM - 1:
        return False
    forms = [DIGIT.sub("#", each.words(each.span)).strip() for each in (left, right)]
    if forms[0] != forms[1]:
        return False
    at = left.figures.index(one[1])
    pairs = zip(left.figures, right.figures, strict=True)
    return any(a.quantity.literal != b.quantity.literal for index, (a, b) in enumerate(pairs) if index != at)
