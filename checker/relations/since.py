"""span up to now: 2003年开馆，今年22周年; 2005年…，今年是第21个年头; 1994年…，到今年31年; 22年前的2003年.

The start is a year whose words say that something began. Now is the day the article appears, or a year that stands
with the length. How old something is to the year depends on the month, which is rarely told: then a year less is right
too; a year more is right where the first and the last are counted.
"""

import re
from collections.abc import Iterator

from checker.patterns import pattern
from checker.quantities.model import Date, Period, Token
from checker.relations import calendar
from checker.relations.calendar import Elapsed
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.relations.stretch import Length, Stretch, judged, length

FOUNDED = (
    "成立|创办|创建|创立|创刊|设立|组建|建立|建馆|建校|建院|建厂|建站|建园|建社|建成|始建|兴建|开馆|开园|开业|开张|开通|开播|"
    "通车|通航|投产|投用|投运|运营|启用|落成|诞生|挂牌|起步|开办|办学"
)
BEGUN = (
    f"{FOUNDED}|启动|开工|开始|进入|来到|加入|入职|参加工作|从事|接过|接手|接到|交到|上任|担任|当上|嫁|搬|扎根|承包|返乡|回乡|退役|毕业|"
    "入党|入伍|首[届次]|推出|[起以]来?|至今|迄今"
)
STARTED_BEFORE = pattern("(?:自从?|从|始于|[建创成][立办建]?于|开[业馆园]于|诞生于|早在)$")
NO_START = "(?!正?是|将|迎|恰|正值|适逢|底前|之前|以前|前)"
STARTED_AFTER = pattern(rf"{NO_START}[^。；！？]{{0,24}}?(?:{BEGUN})")
FOUNDED_AFTER = pattern(rf"{NO_START}[^。；！？]{{0,16}}?(?:{FOUNDED})")
NOW = pattern(
    "(?:至今|迄今|距今|今年|如今|现在|截至目前|到现在)[^，。；]{0,16}$|(?:至今|今年|如今|现在)[^，。；]{0,8}，[^，。；]{0,10}$"
)
ALREADY = pattern("已经?(?:有|走过|坚守|坚持|连续|运营|工作|干|开|度过|历经|持续)[了整]{0,2}$")
UP_TO = pattern("(?:[到至]|截[至止])$")
ENDED = pattern("(?:正好|恰好|正|恰|刚好)?(?:是|迎来|已)")
CAREERS = pattern("从[业教医警艺政军]|[工教党军驾]龄|入行|执教|行医|入党")
NOT_SO_LONG = pattern("[前后内期制级任保]|计划|规划|行动|以[前后内]|之[前后内]|质保")
ANNIVERSARY = "周年"
NEARLY = pattern("即将|将|明年|前夕")
FULL = pattern("满")
OTHER_EVENTS = pattern("建党|建军|建国|建交|诞辰|改革开放|抗[战日]|逝世|解放|新中国|共和国|长征|回归|胜利|援|结婚")
FOUNDING = pattern(f".{{0,4}}(?:{FOUNDED}|[建创开成][\u4e00-\u9fff])")
NOUN = pattern("[\u4e00-\u9fff]{0,12}$")
FILLERS = pattern(
    "^年|今年|如今|现在|进入|步入|正好|恰好|恰逢|正值|适逢|刚好|迎来|喜迎|庆祝|纪念|已经|已|走过|即将|将|满|明年|[是的了其该也又迎第来到至，]"
)
AGO = pattern("前(?:的|[（(]|，即|，也就是)?")
OLDEST = 1000
REACH, NEAR = 60, 12
"""How many characters may stand between the start and the length, and how many leave no doubt that they go together."""


def find(passage: Passage) -> Iterator[Relation]:
    """Every time up to now whose start and length the sentence tells, judged."""
    for index, token in enumerate(passage.tokens):
        found = length(token)
        if found is None or found.unit != "年" or token.span.of(passage.text).endswith("岁"):
            continue
        relation = _ago(passage, index, found) or _since(passage, index, found)
        if relation:
            yield relation


def _ago(passage: Passage, index: int, found: Length) -> Relation | None:
    """22年前的2003年."""
    if found.ordinal or index + 1 == len(passage.tokens):
        return None
    token = passage.tokens[index + 1]
    gap = (found.span.end, token.span.start)
    if not isinstance(token, Date) or token.year is None or not AGO.fullmatch(passage.text, *gap):
        return None
    true = _years(passage, token, None)
    return judged(passage, Stretch(token, None, found, true and Elapsed(true.least - 1, true.least), "年份与年数"))


def _since(passage: Passage, index: int, found: Length) -> Relation | None:
    ends = _ends(passage, index, found)
    if ends is None:
        return None
    start, end = ends
    if found.span.start - start.span.end > REACH:
        return None
    lead = passage.text[start.span.end : found.span.start]
    room = _room(passage, start, end, found, lead)
    if room is None or "；" in lead:
        return None
    true = _years(passage, start, end)
    allowed = true and Elapsed(true.least + room.least, true.least + room.most)
    if end is None and _other_year(passage, start):
        allowed = None
    plain = not found.ordinal and not _is_anniversary(passage, found) and len(lead) > NEAR
    return judged(passage, Stretch(start, end, found, allowed, "年份与年数", doubtful=plain))


def _room(passage: Passage, start: Date, end: Date | None, found: Length, lead: str) -> Elapsed | None:
    """How much less and more than the difference of the years is right; None if the length is no time since then."""
    if _is_anniversary(passage, found):
        if not _same_event(passage, start, lead):
            return None
        return Elapsed(-1 if FULL.search(lead) else 0, 1 if NEARLY.search(lead) else 0)
    if found.ordinal:
        told = end is not None or NOW.search(lead) or ALREADY.search(lead)
        return Elapsed(0, 1) if told and _same_event(passage, start, lead) else None
    if NOT_SO_LONG.match(passage.text, found.span.end) or not (NOW.search(lead) or ALREADY.search(lead) or end):
        return None
    career = CAREERS.search(lead.rpartition("，")[2])
    return None if career and career[0] not in lead.rpartition("，")[0] else Elapsed(-1, 1)


def _is_anniversary(passage: Passage, found: Length) -> bool:
    return found.span.of(passage.text).endswith(ANNIVERSARY)


def _ends(passage: Passage, index: int, found: Length) -> tuple[Date, Date | None] | None:
    """Where the time begins and, if a word tells, where it ends."""
    dates = [one for token in passage.tokens[max(0, index - calendar.WINDOW) : index] for one in _years_told(token)]
    end = None
    if dates and (dates[-1].relative in calendar.YEARS_AWAY or (len(dates) > 1 and _closes(passage, dates[-1], found))):
        end = dates.pop()
    if not dates or dates[-1].year is None or dates[-1].year < OLDEST:
        return None
    return (dates[-1], end) if _starts(passage, dates[-1]) else None


def _years_told(token: Token) -> tuple[Date, ...]:
    if isinstance(token, Period):
        return ()
    return tuple(one for one in calendar.ends(token) if one.year is not None or one.relative in calendar.YEARS_AWAY)


def _closes(passage: Passage, end: Date, found: Length) -> bool:
    """Whether the time runs up to this year: 到2023年已有20年, 2023年是第21个年头."""
    if found.span.start - end.span.end > NEAR:
        return False
    gap = passage.text[end.span.end : found.span.start]
    if re.search("[，。；、（(]", gap):
        return False
    before = passage.text[max(passage.span.start, end.span.start - 2) : end.span.start]
    return UP_TO.search(before) is not None or ENDED.match(gap) is not None


def _starts(passage: Passage, start: Date) -> bool:
    before = passage.text[max(passage.span.start, start.span.start - 5) : start.span.start]
    if STARTED_BEFORE.search(before):
        return True
    return STARTED_AFTER.match(passage.text, start.span.end, passage.span.end) is not None


def _years(passage: Passage, start: Date, end: Date | None) -> Elapsed | None:
    """The years from the one to the other by their numbers alone."""
    last = calendar.dated(end, passage.published).year if end else calendar.year_of(passage.published)
    if last is None or start.year is None or last < start.year:
        return None
    return Elapsed(last - start.year, last - start.year)


def _other_year(passage: Passage, start: Date) -> bool:
    """Whether the sentence speaks of a further year, up to which the time may be reckoned."""
    return any(
        one.year is not None and one.year != start.year
        for token in calendar.around(passage, start.span.start)
        for one in calendar.ends(token)
    )


def _same_event(passage: Passage, start: Date, lead: str) -> bool:
    """Whether it is the anniversary of what began then: 开馆 goes with 建馆20周年, not with 建党100周年."""
    noun = NOUN.search(lead)
    words = noun[0] if noun else ""
    told = FILLERS.sub("", words)
    before = passage.text[max(passage.span.start, start.span.start - NEAR) : start.span.start]
    began = before + lead.removesuffix(words)
    other = OTHER_EVENTS.search(told)
    if other:
        return other[0] in began
    return not told or bool(set(told) & set(began)) or FOUNDING.fullmatch(told) is not None
