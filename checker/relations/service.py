"""span of what somebody has done for years: 1989年进站，在道班干了整整36年; 自1998年进山护林，27年如一日.

What was done for so many years since a year that the sentence tells ends today, or in a year that it tells as well.
That it fits is believed where the words let it be such a time; that it does not, only where they leave no other.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Date, Period
from checker.relations import beginnings, calendar
from checker.relations.calendar import Elapsed
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.relations.stretch import Length, Stretch, judged

DONE = pattern(
    "(?P<verb>[\u4e00-\u9fff])了(?P<all>整整|足足|将近|快|近|约|大约|满满)?$"
    "|一[\u4e00-\u9fff]{1,2}[，,]?(?:就是|便是|就|便)|(?P<now>已经?(?:有|是|达|满|逾|超)?|(?:至今|如今|迄今|今年)(?:已经?|足足|整整|共|刚好|正好|有)*"
    "|整整|足足|满打满算"
    "|[党团工教军警医艺厨驾车船海球棋]龄(?:已经?|有|达|长达|满|共)*)(?:整整|足足|将近|快|近)?$"
)
SPENT = pattern("[用花隔等判过]")
BEHIND = pattern(
    "如一日|(?P<run>[来里间]|光阴|时光|时间|[没未不](?!到)|从[未不没]|始终|一直|都[没在是]|风雨|寒暑|初心)|的?(?P<career>[党团工教军警医艺厨驾]龄|从[教医警业艺政]|经验|历史|历程|坚守|老党员|老兵)"
)
FROM = pattern("(?:自从?|从|打|早在|始于)$")
UNTIL = pattern(
    "退休|离休|离任|卸任|离职|退役|转业|退伍|退出|退居|停[办刊业运产]|关[闭停]|拆除|去世|病逝|牺牲|离世|为止|离开|毕业|交棒"
)
UNTIL_AFTER = pattern(
    "[^，。；]{0,8}?(?:退休|离休|离任|卸任|离职|退役|转业|退伍|退居|停[办刊业运产]|关[闭停]|拆除|去世|病逝|牺牲|离世|为止|毕业)"
)
THEN = pattern(
    "时，|那年|这年|那一年|之际|前夕|那时|当时|之前|此前|以前|其间|期间，|其后|之后|后，|后[^，]|随后|后来|再次|重新|先后|前[，后]|的是|父亲|母亲|父辈|师傅|爷爷"
)
GOES_ON = pattern("[^。！？]*(?:后[，来]|才|退|离开|转[业到行岗]|辞|调[到往任]|直到|又|之后|随后|便|就走)")
OPENING = pattern("[^，。；]{0,14}$")
WORK = pattern("[\u4e00-\u9fff]{2}$")
REPEATED = pattern("(?P<verb>[\u4e00-\u9fff])[^，。；]{1,4}(?P=verb)了")
NEAR_AHEAD = pattern(
    "(?:未来|今后|今后的|接下来|再|每|第|前|后|近|过去|连续|年均|最多|至少|不超过|长达|刑|判处|有期徒刑)$"
)
POSTS = pattern("[^，。；]{0,12}?(?:调[到任往]|担任|当选|接任|出任|就任|上任|获[得评奖]|被评|结婚|嫁|搬)")
INSTITUTION = pattern("[^，。；]{0,12}?(?:上市|挂牌|注册|登记|获批|立项|改制|更名)")
GOING = pattern("走过|运[行营]|经营|坚持|办|历经|存在|屹立|服务|营业|开")
BEHIND_NOUN = pattern("[来里间](?:的|，?联系)")
ANNALS = pattern("年头|载|春秋|寒暑")
SHORT = 2
BORN = pattern("[春夏秋冬初底末]?[，,]?[他她]?(?:出生|生人|生(?=[，,、；）)。的]))")
BORN_IN = pattern("(?:出生于|出生在|生于|出生[:：])$")
YEAR = pattern("[12][0-9]{3}(?=年)")
LEFT = pattern(
    "退[休伍役居下出]|转业|转行|离开|离[任职休]|调[到任往回离]|回到|返[乡回]|后来|之后|随后|其后|如今|现在|辞|改行|毕业|年后"
)
FOR_A_TIME = pattern(
    "入伍|参军|当兵|服役|考[上入取]|入学|就读|读[书研博]|留学|进修|打工|务工|外出|出国|支教|援[疆藏青外]|挂职|驻村|借调|插队|下乡|入狱"
)
"""What is done for some years and then ends."""
AHEAD = 120
"""How many characters behind a length are read for how it ended."""
REACH = 60
WEAK, TENS = 4, 10
"""Below so many years, and at round tens, a length without further words proves nothing."""


@dataclass(frozen=True, slots=True)
class Doing:
    """How the words tell that a length is that of what goes on: ``open`` where they say that it goes on still."""

    told: bool
    open: bool
    sure: bool


def told(passage: Passage, index: int, found: Length) -> Relation | None:
    """The time for which something has been done, judged; None if the words tell nothing of that kind."""
    if found.ordinal or found.said.low is None:
        return None
    years = _years(passage, found)
    starts = [one for one in years if one.span.end <= found.span.start and one.year is not None]
    starts = [one for one in starts if not is_birth(passage, one)]
    if not starts:
        return _reversed(passage, years, found)
    if starts[0].year is None or starts[0].year < since_oldest or _is_elsewhere(passage, found):
        return None
    doing = _doing(passage, found, starts[0])
    if doing is None:
        return None
    for start in reversed(starts):
        fit = _fit(passage, start, years, found)
        if fit is not None and (doing.told or _is_plain(fit, found)):
            return fit
    if not doing.told:
        return None
    return _misfit(passage, starts, years, found, doing)


since_oldest = 1000


def is_birth(passage: Passage, year: Date) -> bool:
    before = passage.text[max(passage.span.start, year.span.start - 6) : year.span.start]
    return BORN.match(passage.text, year.span.end, passage.span.end) is not None or BORN_IN.search(before) is not None


def _reversed(passage: Passage, years: list[Date], found: Length) -> Relation | None:
    """有着38年警龄，1984年从警，2022年退休: what fits, behind the length of a career."""
    behind = BEHIND.match(passage.text, found.span.end, passage.span.end)
    if behind is None or not behind["career"]:
        return None
    starts = [one for one in years if one.year is not None]
    return _fit(passage, starts[0], years, found) if starts else None


def _years(passage: Passage, found: Length) -> list[Date]:
    """The years that the sentence tells near the length, and this year where a word names it; no runs of years."""
    dates = []
    for token in calendar.around(passage, found.span.start):
        if isinstance(token, Period):
            continue
        for one in calendar.ends(token):
            if (one.year is not None or one.relative in calendar.YEARS_AWAY) and abs(
                one.span.start - found.span.start
            ) <= REACH:
                dates.append(one)
    return dates


def _is_elsewhere(passage: Passage, found: Length) -> bool:
    before = passage.text[max(passage.span.start, found.span.start - 5) : found.span.start]
    return bool(NEAR_AHEAD.search(before) or beginnings.NOT_SO_LONG.match(passage.text, found.span.end))


def _doing(passage: Passage, found: Length, start: Date) -> Doing | None:
    lead = passage.text[start.span.end : found.span.start]
    done, behind = DONE.search(lead), BEHIND.match(passage.text, found.span.end, passage.span.end)
    if ANNALS.search(found.span.of(passage.text)):
        return Doing(True, True, not GOES_ON.match(passage.text, found.span.end, passage.span.end))
    if done is None and behind is None:
        return Doing(False, False, False) if WORK.search(lead) else None
    if done and done["verb"] and SPENT.match(done["verb"]):
        return None
    if done is None and behind and behind["run"] and not lead.endswith("，"):
        return None
    current = bool(done and done["now"]) or bool(behind and not behind["run"])
    ends_here = not GOES_ON.match(passage.text, found.span.end, passage.span.end)
    return Doing(True, current, ends_here)


def _fit(passage: Passage, start: Date, years: list[Date], found: Length) -> Relation | None:
    for end in (*_ends(start, years), None):
        last = calendar.dated(end, passage.published).year if end else calendar.year_of(passage.published)
        if last is None or start.year is None or last <= start.year:
            continue
        lapse = last - start.year
        relation = judged(passage, Stretch(start, end, found, Elapsed(lapse - 1, lapse + 1), "年份与年数"))
        if relation.verdict is Verdict.CONSISTENT and _is_hardly_chance(found, lapse):
            return relation
    return None


def _ends(start: Date, years: list[Date]) -> list[Date]:
    """The dates that may close a time, the nearest behind its start first."""
    return [one for one in years if one.span.start > start.span.start]


def _is_plain(fit: Relation, found: Length) -> bool:
    """Whether a number fits that is neither small nor round."""
    return found.said.low is not None and found.said.low >= 2 * WEAK and found.said.low % TENS != 0


def _is_hardly_chance(found: Length, lapse: int) -> bool:
    return found.said.low == found.said.high and (found.said.low or 0) >= WEAK or found.said.low == lapse


def _misfit(passage: Passage, starts: list[Date], years: list[Date], found: Length, doing: Doing) -> Relation | None:
    """One year, told as the beginning of what the length is of, and no other year in which it may have ended."""
    start = starts[0]
    now = [one for one in years if one.span.start > start.span.start and _closes(passage, one, found)]
    others = [one for one in years if one is not start and one not in now]
    lead = passage.text[start.span.end : found.span.start]
    if UNTIL_AFTER.match(passage.text, start.span.end, found.span.start):
        return None
    if others or len(now) > 1 or THEN.search(lead) or REPEATED.search(lead) or lead.count("，") > 2 or "；" in lead:
        return None
    if not _begins(passage, start) or _is_of_another(passage, start, found, lead):
        return None
    end = now[-1] if now else None
    last = calendar.dated(end, passage.published).year if end else calendar.year_of(passage.published)
    if last is None or start.year is None or last <= start.year or found.said.low is None:
        return None
    lapse = last - start.year
    short = found.said.high is not None and found.said.high < lapse
    if short and not doing.open and not (doing.sure and end is None and goes_on(passage, start, found, last)):
        return None
    if not doing.open and found.said.low % TENS == 0:
        return None
    true = Elapsed(lapse - 1, lapse + 1)
    return judged(passage, Stretch(start, end, found, true, "年份与年数", doubtful=True))


def goes_on(passage: Passage, start: Date, found: Length, now: int) -> bool:
    """Whether nothing that follows tells that it came to an end: no later year, no leaving."""
    if FOR_A_TIME.search(passage.text, passage.span.start, found.span.start):
        return False
    text = passage.text[found.span.end : found.span.end + AHEAD]
    if LEFT.search(text) or start.year is None:
        return False
    return not any(start.year < int(one[0]) < now for one in YEAR.finditer(text))


def _closes(passage: Passage, end: Date, found: Length) -> bool:
    """Whether the time ends in this year: 今年, or 2022年退休."""
    if end.span.start > found.span.start:
        return False
    return (
        end.relative in ("今年", "本年") or UNTIL_AFTER.match(passage.text, end.span.end, found.span.start) is not None
    )


def _is_of_another(passage: Passage, start: Date, found: Length, lead: str) -> bool:
    """2015年成立的合作社，社长种茶已30年: what was founded does not do what people do.

    Nor does a new post say since when somebody has done the work.
    """
    last = lead.rpartition("，")[2] if "，" in lead else lead
    done = DONE.search(last)
    rest = last[: done.start()] if done else last
    if POSTS.match(passage.text, start.span.end, found.span.start):
        return True
    founded = beginnings.FOUNDED_AFTER.match(passage.text, start.span.end, passage.span.end)
    if not (founded or INSTITUTION.match(passage.text, start.span.end, found.span.start)):
        return BEHIND_NOUN.match(passage.text, found.span.end) is not None and "，" not in lead
    return len(rest) > SHORT and not GOING.search(last)


def _begins(passage: Passage, start: Date) -> bool:
    """Whether the sentence opens with the year and what began then: no aside on something else."""
    before = passage.text[max(passage.span.start, start.span.start - 6) : start.span.start]
    if FROM.search(before) or beginnings.STARTED_AFTER.match(passage.text, start.span.end, passage.span.end):
        return True
    opening = passage.text[passage.span.start : start.span.start]
    return OPENING.fullmatch(opening) is not None
