"""The words around a number: the noun phrase that leads up to it, and what was counted behind it."""

from checker.extraction.pruning import pruned
from checker.lexicon.clauses import QUARTER, any_of
from checker.lexicon.speech import tagged
from checker.patterns import pattern
from checker.relations.cues import LOWERED, RAISED

MARKS = (
    "[◾■●▲◆【】；;。：:、！!？?（）()\\n…\u3000]|—(?!—?[一-鿿]{1,5}(?:专线|线|铁路|公路|高速|航线|区间)(?![上下路索]))|，|(?<![0-9]),|,(?![0-9]{3})"
    "|(?<![0-9A-Za-z%％])[ \\t](?![0-9A-Za-z])"
)
ASIDE = "(?<![电讯道])[（(][^（）()\n。；]{1,16}[）)](?=[^，。；、\n（）()])"
"""A remark in brackets that the words go on behind: 外销（代工）收入."""

BOUND = pattern(f"(?P<aside>{ASIDE})|{MARKS}")
REMARK = pattern(ASIDE)
FOOTNOTE = pattern("\\[?[0-9]{1,2}\\]")
TAIL = pattern(
    f"(?:平均(?:为|是|达|约)|[仅只还]剩下?|(?!(?<=平)均|(?<=人)才|(?<=身)高达|(?<=华)为)(?:{any_of('link')})|(?<!费)用|(?<![查缴截收抓捕])获|(?<![回汇通简年日晚月海举申上预情公画捷警登电])报|(?<![同环占对量价益债产杠之师生护别配])比|(?<![平年人月日户场次店亩篇村])均|\\s)+$"
)
MOVED = "|".join((RAISED + LOWERED).split())
BEING = "以[^，。；]{2,24}为[一-鿿]{1,4}的"
"""Of what sort things are, before the things: 以软件业为主体的|服务业."""

HEAD = pattern(
    f"(?:(?!在[建职校岗线编册手院读研产园押逃学营网役售途]|形成固定资产|可(?:穿戴|再生|持续|循环|降解|回收|视化|燃)|{BEING})(?:{any_of('before')}|报(?![告道名酬考警价到])|(?:{MOVED})[到至为](?:了|目前|现在)?(?=.{{2}})"
    "|[一两][列辆艘架趟]|有(?![效色机线关限偿酬序力])|能(?![源力量耗])|完成了?(?=.{4})|全[国省市县区州镇乡村球行](?!第[^，。；]{1,4}届)"
    f"|我[国省市县区州]|其(?![他余])|要(?![素求道闻害件点])|以?来(?![自访源料宾华])|[0-9]{{2,4}}年(?!期)|{QUARTER}"
    "|“(?=[^”]*$)|[0-9]{1,2}[.．、](?![0-9])|[\\s　]))+"
)
TOLD_FOR = pattern(f"(?<=..)(?:{MOVED}|标准|达|约|为)[到至为]?(?=每[人户亩月年个名]+$)每[人户亩月年个名]+$")
"""For whom so much is told, behind what became of it: 标准|提高到每人."""

FIRST = pattern("^[^，。；]{0,16}?前[一二三四五六七八九十0-9]{1,3}[位名]的?(?:依次|分别)?[为是：](?=..)")
"""How many come first in what, before the first of them: 投诉量前三位为|网购投诉."""

INSIDE = pattern(
    "^(?:曾|还|也|已)?(?:在(?![建职校岗线编册手院读研产园押逃学营网役售途])|[这本此该上首](?=[次届轮场起项站]))[^，]{2,18}[中上里内时]"
    "(?![国央东西部小学间期级市海限游涨升调年半])(?=[一-鿿])(?!(?:取得|实现|获得|达到|形成)$)"
)
"""Where or when something was done: 在首轮比赛中|取得."""

MET = pattern("(?<=..[会赛节])上$")
"""Where people met, before what they won there: 在冬运会上|获得."""

TIMES = pattern("[一二三四上下前全今去本两各每、和]{1,4}(?:个?月|季度|半年|年)(?:份|度)?")
AND = pattern("[一-鿿][和及与][一-鿿]")
STOP = pattern(f"{MARKS}|(?<!规模)(?<!限额)以上|(?<!规模)(?<!限额)以下|左右|之多|不等|上下")

MEANWHILE = pattern("[这本此该上首当][次届轮场起项站][一-鿿]{1,14}[中里上]")
DETERMINER = pattern("[这那该此每某][一]?[场次个种项份条名位家批]?|一[场次个种项份条名位家批]")

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
    phrase = FIRST.sub("", TOLD_FOR.sub("", phrase))
    bare = INSIDE.sub("", TAIL.sub("", FOOTNOTE.sub("", REMARK.sub("", phrase))), count=1).removesuffix("最")
    bare = MET.sub("", bare)
    head = HEAD.match(bare)
    if head:
        bare = bare[_uncut(bare, head.end()) :]
    if bare.count("“") != bare.count("”"):
        bare = bare.replace("“", "").replace("”", "")
    if (
        MEANWHILE.fullmatch(bare)
        or DETERMINER.fullmatch(bare)
        or TIMES.fullmatch(bare)
        or bare.endswith(("对", "给", "向", "把", "将"))
    ):
        return ""
    quoted = bare.startswith("“") and bare.endswith("”") and bare.count("“") == 1
    return pruned(bare.strip("“”‘’《》的 　") if quoted else bare.strip("‘’《》的 　/／"))


def _uncut(phrase: str, at: int) -> int:
    """Where the last word ends that does not go beyond an offset: 有望|受益 is not cut behind 有."""
    end = 0
    for word, _ in tagged(phrase, unknown=False):
        if end + len(word) > at:
            return end if len(word) > 1 and end < at else at
        end += len(word)
    return at


def stop(text: str, at: int, end: int) -> int:
    """Where the words behind a number end."""
    match = STOP.search(text, at, min(end, at + REACH))
    return match.start() if match else min(end, at + REACH)
