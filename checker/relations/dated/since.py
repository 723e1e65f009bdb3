"""span up to now: 2003年开馆，今年22周年; 2005年…，今年是第21个年头; 1994年…，到今年31年; 22年前的2003年.

The start is a year whose words say that something began. Now is the day the article appears, or a year that stands
with the length. How old something is to the year depends on the month, which is rarely told: then a year less is right
too; a year more is right where the first and the last are counted.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Date, Period, Token
from checker.relations.dated import beginnings, calendar, doings, service, standing
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.stretch import Length, Stretch, judged, length
from checker.relations.passage import Passage
from checker.relations.record import Relation

AT_THAT_TIME = pattern("[^，。；]{0,14}(?:时|那年|那一年|之际|前夕|[之以]前)，")
AFTER = pattern("[以之]?后的?$")
CURRENT = pattern("已|今|现在|周年")
AGO = pattern("前(?:的|[（(]|，即|，也就是)?")
UP_TO_NOW = pattern(
    "[^，。；]{2,20}[，,](?:算?到|至)(?:今年|现在|如今)(?:已经?|正好|刚好|恰好|整整)*(?:是|进入|满|有)?"
)
"""1983年跟着叔叔学制扇骨，到今年已是: whatever began then is reckoned up to now."""

BIRTHDAY = pattern("生日|华诞|寿辰")
NOW_TOLD = pattern("[至到](?:今年|如今|现在)")
SINCE_THEN = pattern(
    "，[^，。；、0-9]{0,8}(?:退休|离休|离任|卸任|退役|复员|转业|毕业|离开|离世|去世|逝世|病逝|结婚|离婚|停产|停办|关停|停业|改制|改名|更名|搬迁|搬离|迁址|分手|分别"
    "|失踪|失联|移居|出国|回国|回乡|返乡|退伍)[以之]?后?(?:至今|到现在|到如今|距今|已经?|以来|也|都|快|有|整整|满)+$"
)
"""1958年进厂，退休至今已有28年: reckoned from what the words right before name, whose year is not told."""

FIRST, IN_A_ROW = pattern("首(?![都府领相席要])|第一[次届回]|头一[次届回]"), pattern("连续$")
"""自2019年首次发布，今年是连续第7年: the first time is one of them."""

PAUSED = pattern("(?:中间|其间|期间|中途|[曾又]|因)[^，。；]{0,10}(?:停|断|中断|间断|休息|歇|离开|搁置|暂停)了?$")
"""中间停了|两年: how long it was not done."""

ADDED_UP = pattern("(?:[加合]起来|合计|相加|总计|拢共|一共|总共)")
"""去年505件，三年|加起来1364件: so many years told one by one."""

OLDEST = 1000
REACH, NEAR = 60, 12
"""How many characters may stand between the start and the length, and how many leave no doubt that they go together."""


OF_THING = pattern(
    f"年?(?:{beginnings.FOUNDED})?的[\u4e00-\u9fff]{{2,12}}?(?=(?:今年|本[年月]|如今|也?(?:即?将|正)?(?:喜?迎来|喜迎|迎|举行)))"
)
"""创办于1958年|的资水中学|今年迎来: what was founded then, whose anniversary it is."""

OF_KIND = pattern("[建创开办]([校院馆厂站社所园店台团队县市区镇村港])")
BIRTH = pattern("[^，。；0-9]{0,6}(?:出生|生于)")


def find(passage: Passage) -> Iterator[Relation]:
    """Every time up to now whose start and length the sentence tells, judged."""
    for index, token in enumerate(passage.tokens):
        found = length(token)
        if found is None or found.unit != "年" or _is_age(passage, found):
            continue
        near = max(passage.span.start, found.span.start - REACH // 2)
        apart = any(one.search(passage.text, near, found.span.start) for one in (SINCE_THEN, PAUSED))
        if apart or ADDED_UP.match(passage.text, found.span.end):
            continue
        relation = _ago(passage, index, found) or _since(passage, index, found) or service.told(passage, found)
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
    if room is None or ("；" in lead and not _is_anniversary(passage, found)):
        return None
    true = _years(passage, start, end)
    allowed = true and Elapsed(true.least + room.least, true.least + room.most)
    plain = not found.ordinal and not _is_anniversary(passage, found) and len(lead) > NEAR
    unsure = plain or (end is None and not beginnings.NOW.search(lead)) or IN_A_ROW.search(lead) is not None
    one = Stretch(start, end, found, allowed, "年份与年数", doubtful=unsure)
    relation = judged(passage, one)
    if relation.verdict is not Verdict.INCONSISTENT:
        return relation
    if _is_anniversary(passage, found):
        relation = _first_founded(passage, index, one) or relation
    elif _is_explained(passage, one):
        return None
    other = end is None and _other_year(passage, start)
    return judged(passage, replace(one, true=None)) if other and relation.verdict is Verdict.INCONSISTENT else relation


def _is_explained(passage: Passage, one: Stretch) -> bool:
    """Whether a length that does not fit may be of something else, or of a time that has ended."""
    found, start = one.length, one.start
    lead = passage.text[start.span.end : found.span.start]
    if AT_THAT_TIME.match(lead) or standing.is_of_then(passage, start, found):
        return True
    if one.end is not None and beginnings.CLOSED.match(passage.text, one.end.span.end, passage.span.end):
        return not found.ordinal  # closed judges it
    if one.end is None and not CURRENT.search(lead) and not _goes_on(passage, start, found):
        return True
    if found.ordinal:
        return AFTER.search(lead) is not None
    career = beginnings.CAREERS.match(passage.text, found.span.end)
    others = not career and doings.OF_THIS.match(passage.text, found.span.end)
    return bool(others) or service.is_of_people(passage, start, found)


def _first_founded(passage: Passage, index: int, one: Stretch) -> Relation | None:
    """2014年创刊，2023年复刊，今年迎来创刊11周年: the earlier year that fits."""
    for token in passage.tokens[max(0, index - calendar.WINDOW) : index]:
        for year in _years_told(token):
            true = _years(passage, year, one.end)
            relation = judged(passage, replace(one, start=year, true=true))
            if year.year is not None and true is not None and relation.verdict is Verdict.CONSISTENT:
                return relation
    return None


def _goes_on(passage: Passage, start: Date, found: Length) -> bool:
    """Whether a time that is shorter than up to now may still run."""
    now = calendar.year_of(passage.published)
    if now is None or start.year is None or found.said.high is None or found.said.high >= now - start.year - 1:
        return True
    ended = doings.GOES_ON.match(passage.text, found.span.end, passage.span.end)
    return not ended and service.goes_on(passage, start, found, now)


def _room(passage: Passage, start: Date, end: Date | None, found: Length, lead: str) -> Elapsed | None:
    """How much less and more than the difference of the years is right; None if the length is no time since then."""
    if _is_anniversary(passage, found):
        if not _same_event(passage, start, lead):
            return None
        dated = end is not None and end.month and start.month  # 2016年6月开通，今年6月将迎来9周年
        nearly = not dated and beginnings.NEARLY.search(lead) is not None
        return Elapsed(-1 if beginnings.FULL.search(lead) else 0, int(nearly))
    runs_on = beginnings.ALREADY.search(lead) or beginnings.LASTING.search(lead)
    career = beginnings.CAREERS.match(passage.text, found.span.end)
    told = end is not None or beginnings.NOW.search(lead) or runs_on or career
    if found.ordinal:
        first = IN_A_ROW.search(lead) is not None and FIRST.search(lead) is not None
        return (
            Elapsed(int(first), 1)
            if told and (_is_counted_from(passage, start) or _same_event(passage, start, lead))
            else None
        )
    if beginnings.NOT_SO_LONG.match(passage.text, found.span.end):
        return None
    if not told and (_is_round(found) or not beginnings.RUNS_ON.match(passage.text, found.span.end)):
        return None
    return Elapsed(-1, 1) if _is_career(passage, start, found, lead) else None


def _is_round(found: Length) -> bool:
    """Whether it is a number of tens: 20年来 is said of 24 years too."""
    return found.said.low is None or found.said.low % 10 == 0


def _is_counted_from(passage: Passage, start: Date) -> bool:
    """从2005年算起, 自2005年以来."""
    before = passage.text[max(passage.span.start, start.span.start - 2) : start.span.start]
    if NOW_TOLD.match(passage.text, start.span.end):
        return True
    return beginnings.UP_FROM.search(before) is not None


def _is_career(passage: Passage, start: Date, found: Length, lead: str) -> bool:
    """Whether a length told as that of a career is one that began then; other lengths are no careers."""
    behind = passage.text[found.span.end : found.span.end + 4]
    last = lead.rpartition("，")[2]
    career = beginnings.CAREERS.search(last) or beginnings.CAREERS.search(behind)
    if career is None or career[0] in lead.rpartition("，")[0]:
        return True
    begun = passage.text[max(passage.span.start, start.span.start - 6) : found.span.start - len(last)]
    return any(word in begun for word in beginnings.CAREER_STARTS.get(career[0], ()))


def _is_anniversary(passage: Passage, found: Length) -> bool:
    return found.span.of(passage.text).endswith((beginnings.ANNIVERSARY, "岁"))


def _is_age(passage: Passage, found: Length) -> bool:
    """Whether it is the age of a person; 迎来40岁生日 is the anniversary of a paper too."""
    age = found.span.of(passage.text).endswith("岁")
    return age and not BIRTHDAY.match(passage.text, found.span.end)


def _ends(passage: Passage, index: int, found: Length) -> tuple[Date, Date | None] | None:
    """Where the time begins and, if a word tells, where it ends."""
    dates = [one for token in passage.tokens[max(0, index - calendar.WINDOW) : index] for one in _years_told(token)]
    end = None
    if dates and (dates[-1].relative in calendar.YEARS_AWAY or (len(dates) > 1 and _closes(passage, dates[-1], found))):
        end = dates.pop()
    if not dates or dates[-1].year is None or dates[-1].year < OLDEST:
        return None
    if end is None and len(dates) > 1 and _is_reached(passage, dates[-2], dates[-1], found):
        end = dates[-2]
    born = service.is_birth(passage, dates[-1])
    return (dates[-1], end) if not born and _starts(passage, dates[-1], found) else None


def _is_reached(passage: Passage, year: Date, start: Date, found: Length) -> bool:
    """截至2023年底，2010年开通的地铁已运行13年: the year up to which, told before the start."""
    before = passage.text[max(passage.span.start, year.span.start - 2) : year.span.start]
    later = year.year is not None and start.year is not None and year.year > start.year
    return (
        later and bool(beginnings.UP_TO.search(before)) and "今" not in passage.text[start.span.end : found.span.start]
    )


def _years_told(token: Token) -> tuple[Date, ...]:
    if isinstance(token, Period):
        return ()
    return tuple(one for one in calendar.ends(token) if one.year is not None or one.relative in calendar.YEARS_AWAY)


def _closes(passage: Passage, end: Date, found: Length) -> bool:
    """Whether the time runs up to this year: 到2023年已有20年, 2023年是第21个年头, 2023年退休，干了20年."""
    if found.span.start - end.span.end > NEAR:
        return False
    gap = passage.text[end.span.end : found.span.start]
    if beginnings.CLOSED.match(gap) or (_is_anniversary(passage, found) and beginnings.MET.match(gap)):
        return True
    if re.search("[，。；、（(]", gap):
        return False
    before = passage.text[max(passage.span.start, end.span.start - 2) : end.span.start]
    return beginnings.UP_TO.search(before) is not None or beginnings.ENDED.match(gap) is not None


def _starts(passage: Passage, start: Date, found: Length) -> bool:
    before = passage.text[max(passage.span.start, start.span.start - 5) : start.span.start]
    if beginnings.STARTED_BEFORE.search(before):
        return True
    if beginnings.STARTED_AFTER.match(passage.text, start.span.end, passage.span.end):
        return True
    lead = passage.text[start.span.end : found.span.start]
    if NOW_TOLD.match(lead):
        return True
    return (_is_anniversary(passage, found) and _founding(passage, start, found)) or bool(UP_TO_NOW.fullmatch(lead))


def _founding(passage: Passage, start: Date, found: Length) -> bool:
    """Whether the anniversary's own word stands behind the year: 2003年建团，今年建团22周年."""
    words = passage.text[max(start.span.end, found.span.start - 2) : found.span.start]
    return len(words) > 1 and words in passage.text[start.span.end : start.span.end + NEAR]


def _years(passage: Passage, start: Date, end: Date | None) -> Elapsed | None:
    """The years from the one to the other by their numbers alone."""
    last = calendar.dated(end, passage.published).year if end else calendar.year_of(passage.published)
    if last is None or start.year is None or last < start.year:
        return None
    return Elapsed(last - start.year, last - start.year)


def _other_year(passage: Passage, start: Date) -> bool:
    """Whether the sentence speaks of a further year, from or up to which the time may be reckoned; no birth is that."""
    return any(
        one.year is not None and one.year != start.year and not BIRTH.match(passage.text, one.span.end)
        for token in calendar.around(passage, start.span.start)
        for one in calendar.ends(token)
    )


def _same_event(passage: Passage, start: Date, lead: str) -> bool:
    """Whether it is the anniversary of what began then: 开馆 goes with 建馆20周年, not with 建党100周年."""
    thing = OF_THING.match(lead)
    noun = beginnings.NOUN.search(lead, thing.end() if thing else 0)
    words = noun[0] if noun else ""
    told = beginnings.FILLERS.sub("", words)
    before = passage.text[max(passage.span.start, start.span.start - NEAR) : start.span.start]
    began = before + lead.removesuffix(words)
    other = beginnings.OTHER_EVENTS.search(told)
    kind = OF_KIND.fullmatch(told)
    if kind and thing and kind[1] not in thing[0] + before:
        return False  # 1986年创办的民乐队今年迎来建厂40周年晚会
    if other:
        return other[0] in began
    return not told or bool(set(told) & set(began)) or beginnings.FOUNDING.fullmatch(told) is not None
