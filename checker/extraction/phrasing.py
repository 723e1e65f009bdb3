"""The words around a number: the noun phrase that leads up to it, and what was counted behind it."""

import re

from checker.lexicon.clauses import QUARTER, any_of, words
from checker.lexicon.predicates import verbs
from checker.patterns import pattern
from checker.relations.cues import LOWERED, RAISED
from checker.relations.lists.trimming import METRIC

MARKS = "[；;。：:、！!？?（）()\\n…—\u3000]|，|(?<![0-9]),|,(?![0-9]{3})|(?<![0-9A-Za-z%％])[ \\t](?![0-9A-Za-z])"
ASIDE = "(?<![电讯道])[（(][^（）()\n。；]{1,16}[）)](?=[^，。；、\n（）()])"
"""A remark in brackets that the words go on behind: 外销（代工）收入."""

BOUND = pattern(f"(?P<aside>{ASIDE})|{MARKS}")
REMARK = pattern(ASIDE)
TAIL = pattern(
    f"(?:{any_of('link')}|(?<!费)用|(?<![查缴截收抓捕])获|(?<![回汇通简年日晚月海])报|(?<![同环占对量价益债产杠之])比|(?<![平年人月日户])均|\\s)+$"
)
MOVED = "|".join((RAISED + LOWERED).split())
HEAD = pattern(
    f"(?:(?!在[建职校岗线编册手])(?:{any_of('before')}|报(?![告道名酬考警价到])|(?:{MOVED})[到至为](?:了|目前|现在)?(?=.{{2}})"
    "|[一两][列辆艘架趟]|有(?![效色机线关限偿序力])|能(?![源力量耗])|完成了?(?=.{4})|全[国省市县区州镇乡村球行]"
    f"|我[国省市县区州]|其(?![他余])|要(?![素求道闻害件点])|以?来(?![自访源料宾华])|[0-9]{{2,4}}年|{QUARTER}"
    "|“(?=[^”]*$)|[0-9]{1,2}[.．、](?![0-9])|[\\s　]))+"
)
TIMES = pattern("[一二三四上下前全今去本两各每、和]{1,4}(?:个?月|季度|半年|年)(?:份|度)?")
AND = pattern("[一-鿿][和及与][一-鿿]")
STOP = pattern(f"{MARKS}|(?<!规模)(?<!限额)以上|(?<!规模)(?<!限额)以下|左右|之多|不等|上下")
OF = pattern("的|(?<![获取赢夺所])得(?![主分票奖失到益])")
LINKED = pattern(
    "中(?=[即就便有位排脱])|[是已把都也由]|在(?![职校编岗建线场册读逃押途籍])|对(?![口外象手联])|将(?![军士领才])|被(?![告动害保])"
    "|均(?!价)|从(?![业军教犯])|向(?!导)|正(?!副)|[今昨明][天日年晨晚]|去年|近[日期年]|日前|目前|如今|即将|上午|下午|晚间|凌晨"
    "|[0-9]{1,2}[日月]|可(?![乐再行能靠持回降])|就(?![业餐诊医读职近])|如下|[较比](?=[上去今同前年一二三四][一-鿿])"
    "|以(?![上下内外及来往前后])|分别"
)
DETERMINER = pattern("[这那该此每某][一]?[场次个种项份条名位家批]?|一[场次个种项份条名位家批]")
HEAD_NOUN = pattern("速度|增速|幅度|比例|价格|单价|成绩|优势|比分|票数|名义|规模|代价|总价|均价|增幅|涨幅|降幅|跌幅")
STARTS = ("开始", "结束", "出发", "停止")
PLAIN = pattern("[一-鿿]{2,6}")
COMMON = pattern(f"(?:持股|平均|人均|年均|日均|年)?{METRIC}$")
GIVEN = pattern("(?:分别|各|均|都)?(?:为|达|是|有|共)|分别")
NO_THING = pattern(
    "都(?![道市会城督])|[近今昨][日年天]|[大小]幅|明显|显著|[·/／和与及至到、0-9在是将已被均也从由向比]"
    "|提升|提高|增长|增加|上升|上涨|攀升|下降|下跌|降低|减少|回落|扩大|缩小|[增升涨降减跌][至到]"
)
HEADED = 8
THING = 14
"""So many characters name what is counted, at the most."""

REACH = 60
"""How far from a number its words may stand."""


def lead(text: str, start: int, end: int) -> int:
    """Where the words that belong to a number begin: behind the last mark before it."""
    at = max(start, end - REACH)
    while end > at and text[end - 1] in " \t":
        end -= 1
    for match in BOUND.finditer(text, at, end):
        listed = match[0] == "、" and AND.search(text, match.end(), end)
        at = at if match["aside"] or listed else match.end()
    return at


def trimmed(phrase: str) -> str:
    """A noun phrase without what links it to a number behind it and what leads up to it.

    >>> trimmed("其中，全市新增贷款达到".removeprefix("其中，"))
    '新增贷款'
    """
    bare = TAIL.sub("", REMARK.sub("", phrase))
    head = HEAD.match(bare)
    if head:
        bare = bare[head.end() :]
    if bare.count("“") != bare.count("”"):
        bare = bare.replace("“", "").replace("”", "")
    if DETERMINER.fullmatch(bare) or TIMES.fullmatch(bare) or bare.endswith(("对", "给", "向", "把", "将")):
        return ""
    quoted = bare.startswith("“") and bare.endswith("”") and bare.count("“") == 1
    return bare.strip("“”‘’《》的 　") if quoted else bare.strip("‘’《》的 　/／")


def stop(text: str, at: int, end: int) -> int:
    """Where the words behind a number end."""
    match = STOP.search(text, at, min(end, at + REACH))
    return match.start() if match else min(end, at + REACH)


def thing(text: str, at: int, end: int, taken: int, *, alone: bool, people: bool = False) -> tuple[str, int]:
    """What was counted, behind the number, and where its words end.

    It goes up to a mark or a verb; right before another number, which begins at ``taken``, words are that one's own
    unless a verb parts them. Where nothing leads up to the number (``alone``), it is counted by what it does:
    3家|企业获评冠军. ``people`` are counted by what they are, not by what is said of it: 3名来自外地的|医生.
    """
    at += text.startswith(" ", at) and text[at + 1 : at + 2] not in ("", "\n", " ")
    nominal = text.startswith("的", at)
    at += nominal
    edge = stop(text, at, end)
    cut = taken < edge
    if cut and text[taken - 1] == "的":
        edge, cut = taken - 1, False
    if NO_THING.match(text, at):
        return "", at
    if cut and not verbs().search(text, at + 1, taken):
        own = alone and PLAIN.fullmatch(text, at, taken)
        return (text[at:taken], taken) if own else ("", at)
    edge = min(edge, taken)
    head = _head(text, at, edge, nominal=nominal, qualified=not cut and (people or verbs().match(text, at) is not None))
    return head if head[0] else _counted(text, at, edge, alone=alone, cut=cut, nominal=nominal)


def _head(text: str, at: int, edge: int, *, nominal: bool, qualified: bool) -> tuple[str, int]:
    """The noun that the words go together with: 3名来自外地的|医生, 5%的|速度; empty where they have none."""
    of = OF.search(text, at, min(edge, at + THING + 4))
    if of and qualified:
        named = _head_noun(text, of.end(), edge)
        if named:
            return named, of.end() + len(named)
    head = HEAD_NOUN.match(text, at) if nominal else None
    return (head[0], head.end()) if head else ("", at)


def _counted(text: str, at: int, edge: int, *, alone: bool, cut: bool, nominal: bool) -> tuple[str, int]:
    """The words up to the verb that parts them from what is said of them, with it where they stand ``alone``."""
    near = min(edge, at + THING + 4)
    of = OF.search(text, at, near)
    near = of.start() if of else near
    whole = nominal and not cut and edge - at <= THING and of is None
    verb = _parting(text, at, near, whole=whole)
    if verb and verb.start() == at and alone and not cut:
        link = LINKED.search(text, at + 2, min(edge, at + THING))
        return text[at : link.start() if link else min(edge, at + THING)], at
    inner = verb is not None and verb.start() > at + 1
    ending = verb is not None and not alone and inner and verb[0] in STARTS
    if verb and (cut or ending or verb.re is LINKED or verb.end() < edge) and (of is None or inner):
        does = verb.re is verbs() and inner and len(verb[0]) > 1 and verb[0] not in words("adverb")
        if does and alone and not cut and of is None:
            return text[at : min(edge, verb.start() + THING)], verb.start()
        near = verb.start()
    named = _bare(text[at : min(near, at + THING)], text, at)
    return (named, at + len(named)) if named.strip() else ("", at)


def _parting(text: str, at: int, near: int, *, whole: bool) -> re.Match[str] | None:
    """The first verb or link behind a place; verbs part no noun phrase that goes on to a mark (``whole``)."""
    found = [None if whole else verbs().search(text, at, near), LINKED.search(text, at + 1, near)]
    return min(filter(None, found), key=lambda one: one.start(), default=None)


def _bare(named: str, text: str, at: int) -> str:
    """The words without what is said of each of them: 3家企业|产值分别为5亿元、6亿元."""
    named = named.removesuffix("之一").rstrip("和与及或、")
    common = COMMON.search(named) if GIVEN.match(text, at + len(named)) else None
    return named[: common.start()].removesuffix("的") if common and common.start() > 1 else named


def _head_noun(text: str, at: int, end: int) -> str:
    """What the words before 的 are said of: 3名来自外地的|医生."""
    end = min(end, at + HEADED)
    verb = _parting(text, at, end, whole=False)
    return text[at : verb.start() if verb else end]
