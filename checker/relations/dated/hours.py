"""span between two times of the day: 20时至23时的3个小时; 14:00开始，16:30结束，历时两个半小时.

Hours may run past midnight, and 8点 may be in the evening, so that any of the readings that fits is right.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum
from itertools import takewhile

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities import dates
from checker.quantities.interval import Interval
from checker.quantities.model import Code, Date, Hedge, Quantity, Range, Token, UnitClass
from checker.relations.dated.calendar import Elapsed, elapsed
from checker.relations.dated.stretch import Length, Stretch, judged
from checker.relations.passage import Passage
from checker.relations.record import Relation

TIMES = pattern(
    r"([0-9]{1,2}|二十[一二三四]?|十[一二三四五六七八九]?|[零〇一两二三四五六七八九])(?:[:：时点]([0-5]?[0-9]|零?[一二三四五六七八九十]{1,3}(?=分))?(?:分|(半))?)(?:许|整|钟)?"
)
PART = "(?:当天|当日|次日|翌日|第二天|今日|今天|昨日|昨天)?(?:凌晨|清晨|早上?|上午|中午|下午|傍晚|晚上?|夜里|深夜)? ?"
TO = pattern(f" ?(?:——|--|[—–~～―-]|至|到) ?{PART}")
DAY_OF = "(?:[0-9]{1,2}月)?[0-9]{1,2}日"
TO_DAY = pattern(f"(?:一直)?(?:持续|延续)? ?(?:——|--|[—–~～―-]|至|到) ?{DAY_OF}{PART}")
"""13日20时|到14日|20时, 10日14时|持续到12日|14时."""

ALL_OF_IT = pattern("[里内间]|的时间|下来")
"""从早上8点忙到11点半，三个半小时里."""

IN_ALL = pattern("[里内间中]|的时间|$|[，。；）]")
"""Behind a length over two days: the whole of it, and not 24小时最大雨量."""

EVENTS = pattern(
    f"(?:[^，。；]{{0,16}}[，、]){{1,2}}[^，。；]{{0,6}}?(?:直?到|至|于)?{PART}|[^，。；]{{1,8}}[到至为]{PART}"
)
LED = pattern(
    "(?:的|期间的?|[，,（(])?(?:这|一[\u4e00-\u9fff]{1,2}就是|整整|全程|历时|用时|耗时|持续|长达|连续|时长|总共|一共|共计?|约|仅|[仅只]用时?|了)*"
)
DOING = (
    "(?:行驶|行车|飞行|航行|运行|步行|骑行|徒步|跋涉|鏖战|奋战"
    "|抢修|抢险|营救|搜救|手术|停电|停水|停运|封闭|滞留|蹲守|等待)"
)
"""What was done all the time."""
MORE = "(?:每[天晚日夜])?[多少][开营放亮跑供卖](?:放|业|门|馆)?"
"""由18时推迟到21时，每天多开3个小时."""
ENDED = pattern(
    "[^，。；]{0,12}[，,]?(?:[^，。；]{0,8}?)(?:历时|用时|耗时|费时|持续|长达|时长|前后|[只仅共]用|用了|一?共|总共|隔"
    "|全天(?:开放|营业|服务)?|[全航车行赛]程|晚点|延误|[早晚慢快迟]|提前|推迟|延长|延迟|延后|缩短"
    f"|(?P<spent>[\u4e00-\u9fff]|{DOING})|前后[\u4e00-\u9fff]{{1,2}}|距离?[\u4e00-\u9fff]{{2,4}}|{MORE})了?(?:整整|足足|约|近|共|为)*"
)
LOOSE = pattern("(?!每|可|需|限|应|停|轮|休)[\u4e00-\u9fff]{1,6}")
TOOK = pattern("[，,][\u4e00-\u9fff]{2,6}?(?:持续|历时|耗时)了?")
"""，救援持续了|72小时: who did it stands between."""

CLAUSE = pattern("[^，。；]{1,8}，(?![^，。；]*[每可需限应停轮休延])[\u4e00-\u9fff]{2,4}")
DAILY = "/天"
OVER = pattern("[^，。；]{0,8}[，,]这?")
WHOLLY = pattern("[^，。；]{0,8}[，,](?:(?:这|一[\u4e00-\u9fff]{1,2}就是)?(?:整整|足足)|一[\u4e00-\u9fff]{1,2}就是)")
OPENED = pattern(
    "(?:[才就]?(?:关门|打烊|闭馆|闭园|收摊|收市|关闭|停业|下班|收工|熄灯|停止营业|结束营业))[，,]"
    "(?:每天|一天|全天|每日)?(?:要|能|都|共)?(?:开放|营业|开门|开馆|经营|运营|接诊|亮灯|服务|工作)(?:时间|时长)?(?:长达|达到?|了|有|整整|足足|共)*"
)
"""早上8点开门，晚上9点关门，每天开放15个小时; less than between may leave a pause out."""

ALL_DAY = pattern(
    "(?:营业|开放|开门|对外开放|运营|服务|接诊)?[，,](?:每天|全天|每日|一天)(?:要|能|都|共)?(?:开放|营业|开门|开馆|经营|运营|接诊|亮灯|服务|工作)(?:时间|时长)?"
    "(?:长达|达到?|了|有|整整|足足|共|为)*"
)
"""10:00—22:00，每天营业12小时; less may leave a pause out."""

SPENT = pattern(f"(?:[\u4e00-\u9fff]了|{DOING}了?)(?:整整|足足|近|约)?$")
ALL_TOLD = pattern(
    "[，,]?[^，。；0-9]{0,16}[，,](?:前前后后|前后|总共|一共)(?=[用花]?了?[0-9一二两三四五六七八九十半])"
)
FROM_FIRST = pattern(
    "[，,](?:前前后后|前后|总共|一共|[全整]个?过?程|从头到尾|算下来)[，,]?(?:一共|总共|只|仅|才|不过)?[用花忙干等找]?(?:了|掉|去)?(?:整整|足足)?$"
)
"""到零时40分，最后一户上了车，|前后用了|85分钟: from what the sentence before tells first."""

MOVED = pattern(f"(?:{MORE}|[早晚慢快迟]|晚点|延误|提前|推迟|延长|延迟|延后|缩短)了?(?:整整|足足|约|近|共|为)*$")
PLANNED, TO_TIME = pattern("原定|原计划|计划|预定|预计|原本|本应|约定|规定|[由从]"), pattern(f"[到至为]{PART}$")
NEAR = 6
WHOLE = pattern(
    "历时|用时|耗时|费时|持续|长达|时长|前后|[只仅共]用|用了|[全航车行赛]程|全天|一?共|总共|连续|整整|^[的这]|^$"
)
ALL, STEPS = pattern("前后|[全航车行赛]程|全天|一?共|总共"), 5
PARTS, SUBJECT = pattern("其中|最[\u4e00-\u9fff]|每|平均"), 2
UNITS = {"小时": 60, "分钟": 1, "刻钟": 15}
LATE, NOON = pattern("(?:下午|傍晚|晚上?|夜里|当晚)$"), 12
TODAY = ("今日", "今天")
LATER = {"次日": 1, "翌日": 1, "第二天": 1, "第三天": 2, "第三日": 2}
BESIDE = 6
"""So near a time stands its day."""
LONGEST, FAR = 30, 44
"""How many characters may stand between the hours and the length."""
EACH_END = 2
LISTED = pattern("[、和及与或]")
"""19:00、20:15各一班: two times at which it begins."""

HALF_DAY, DAY = 720, 1440


class Tie(Enum):
    """Whether a length is that of the time between (FIRM), perhaps of a part of it (PART), only if it fits (FIT)."""

    FIRM = "firm"
    PART = "part"
    FIT = "fit"
    ALL = "all"
    """As FIRM, over clauses between, so that it is one to look at."""


def find(passage: Passage) -> Iterator[Relation]:
    """Every length in hours or minutes with the two times of day before it, judged."""
    for index, token in enumerate(passage.tokens):
        found = length_of(token)
        if found is None or not index:
            continue
        ends = ends_before(passage, passage.tokens[max(0, index - 2 * EACH_END) : index])
        if ends is None:
            continue
        first = _first_of_all(passage, index, ends)
        told = list(_verify(passage, *ends, found))
        if first is not None and not any(one.verdict is Verdict.CONSISTENT for one in told):
            told = [one for one in _verify(passage, first, ends[1], False, found) if _is_of_all(passage, one)]
        if not _is_of_days(passage, index, found):
            yield from told


def _first_of_all(passage: Passage, index: int, ends: tuple[Date, Date, bool]) -> Date | None:
    """8时开出，10时到县城，12时到终点: where all began that a length behind may be of."""
    clocks = clocks_of(passage.tokens[max(0, index - STEPS * EACH_END) : index])
    at = len(clocks) - EACH_END
    while at > 0 and EVENTS.fullmatch(passage.text, clocks[at - 1].span.end, clocks[at].span.start):
        at -= 1
    return Date(clocks[at].span) if not ends[2] and at < len(clocks) - EACH_END else None


def _is_of_days(passage: Passage, index: int, found: Length) -> bool:
    """Whether it is longer than a day, of a way with stops: 10日21时揽收，11日2时到金华，14日15时签收."""
    days = [one for one in passage.tokens[:index] if isinstance(one, Date) and one.day]
    stops = len(clocks_of(passage.tokens[:index])) > EACH_END + 1
    return (found.said.low or 0) > DAY and stops and len(days) > 1


def _is_of_all(passage: Passage, one: Relation) -> bool:
    """Whether it fits, or is surely told of all."""
    lead = passage.text[max(passage.span.start, one.focus.start - LONGEST) : one.focus.start]
    return one.verdict is Verdict.CONSISTENT or ALL.search(lead.rpartition("，")[2]) is not None


def length_of(token: Token) -> Length | None:
    """A length in hours or minutes; None for all else."""
    if not isinstance(token, Quantity) or _hours(token) not in UNITS:
        return None
    said = token.interval.closed()
    if Hedge.AT_MOST in token.hedges:
        said = Interval.exactly(token.value)
    return Length(token, said.scale(UNITS[_hours(token)]), "分钟", plain=False)


def _hours(token: Quantity) -> str:
    """The unit; 每天13个小时 is told in hours too."""
    return token.unit.name.removesuffix(DAILY)


def _is_daily(found: Length) -> bool:
    return isinstance(found.token, Quantity) and found.token.unit.name.endswith(DAILY)


def ends_before(passage: Passage, tokens: Sequence[Token]) -> tuple[Date, Date, bool] | None:
    """The two times of day, and whether they stand as a range."""
    if len(tokens) > 1 and isinstance(tokens[-1], Quantity) and tokens[-1].unit_class is UnitClass.COUNT:
        tokens = tokens[:-1]  # 四十多名战士前后奋战
    last = tokens[-1]
    if isinstance(last, Range):
        return None
    clocks = clocks_of(tokens)
    if len(clocks) < 2 or clocks[-1] is not last or _is_second_run(passage, clocks):
        return None
    first, second = clocks[-2:]
    gap = (first.span.end, second.span.start)
    if LISTED.fullmatch(passage.text, *gap):
        return None
    if TO.fullmatch(passage.text, *gap):
        return Date(first.span), Date(second.span), True
    if TO_DAY.fullmatch(passage.text, *gap):
        return Date(first.span), Date(second.span), True
    if EVENTS.fullmatch(passage.text, *gap) or _told_of_all(passage, tokens, clocks):
        return Date(first.span), Date(second.span), False
    return None


def _told_of_all(passage: Passage, tokens: Sequence[Token], clocks: Sequence[Code]) -> bool:
    """凌晨两点接到电话，他穿上鞋就走，四点零五分，血送到了，|前后: clauses between two hours that are all of it."""
    gap = passage.text[clocks[-2].span.end : clocks[-1].span.start]
    behind = passage.text[tokens[-1].span.end : tokens[-1].span.end + FAR]
    return len(clocks) == EACH_END and len(gap) <= FAR and gap.endswith("，") and ALL_TOLD.match(behind) is not None


def clocks_of(tokens: Sequence[Token]) -> list[Code]:
    return [one for one in tokens if isinstance(one, Code) and one.kind == "clock"]


def _is_second_run(passage: Passage, clocks: Sequence[Code]) -> bool:
    """Whether other hours stand right before, which the length may hold as well: 9时至11时、14时至16时，共4小时."""
    if len(clocks) < 2 * EACH_END:
        return False
    one, two, three, four = clocks[-2 * EACH_END :]
    return all(TO.fullmatch(passage.text, a.span.end, b.span.start) for a, b in ((one, two), (three, four)))


def _tie(lead: str, run: bool) -> Tie | None:
    """How firmly the words between the hours and the length tie it to them."""
    told = ENDED.fullmatch(lead)
    if run:
        if LED.fullmatch(lead):
            return Tie.FIRM
        return (
            Tie.PART
            if LOOSE.fullmatch(lead) or TOOK.fullmatch(lead) or ALL_DAY.fullmatch(lead)
            else Tie.FIT
            if told
            else None
        )
    if told and told["spent"] is None:
        return Tie.FIRM
    if told and SPENT.search(lead):
        return Tie.PART
    if WHOLLY.fullmatch(lead) or OPENED.fullmatch(lead):
        return Tie.PART
    if FROM_FIRST.search(lead) and lead.count("，") <= EACH_END:
        return Tie.ALL
    return Tie.FIT if CLAUSE.fullmatch(lead) or OVER.fullmatch(lead) else None


def _verify(passage: Passage, start: Date, end: Date, run: bool, found: Length) -> Iterator[Relation]:
    begins, ends = (minutes(passage, one) for one in (start, end))
    lead = passage.text[end.span.end : found.span.start]
    tie = _tie(lead, run) if len(lead) <= LONGEST else None
    if not run and lead == "，" and ALL_OF_IT.match(passage.text, found.span.end):
        tie = Tie.FIRM
    if tie and _is_daily(found) and not (OPENED.fullmatch(lead) or ALL_DAY.fullmatch(lead)):
        tie = Tie.FIT
    moved = MOVED.search(lead) is not None
    if run and _is_over_days(passage, start, end) and not IN_ALL.match(passage.text, found.span.end, passage.span.end):
        return
    if begins is None or ends is None or tie is None or (moved and not _is_planned(passage, start, end)):
        return
    lapse = abs(ends - begins) if moved else (ends - begins) % DAY
    true = [one for one in (lapse, (ends - begins) % HALF_DAY, lapse + HALF_DAY) if 0 < one <= DAY]
    days = days_apart(passage, start, end)
    if days is None:
        return
    if days and not moved:
        lapse = ends - begins + days * DAY
        shifts = (-HALF_DAY, HALF_DAY) if days == 1 and not _of_24(passage, start, end) else ()
        true = [lapse, *(lapse + shift for shift in shifts if 0 < lapse + shift <= DAY)]
    fits = [one for one in true if Interval.exactly(one).meets(found.said)]
    shown = fits[0] if fits else lapse
    if tie is Tie.ALL and not fits:
        said = int(found.said.low or 0)
        shown = min(true, key=lambda one: abs(one - said))
    doubtful = tie is not Tie.FIRM
    relation = judged(passage, Stretch(start, end, found, Elapsed(shown, shown), "起止与时长", doubtful=doubtful))
    longer = tie is not Tie.FIT and (found.said.low or 0) > lapse
    whole = tie is Tie.ALL or (tie is Tie.FIRM and (moved or _is_whole(lead)))
    if relation.verdict is Verdict.CONSISTENT or longer or whole:
        yield relation


def _of_24(passage: Passage, *clocks: Date) -> bool:
    """Whether one of the hours is told past noon, so that the other is as well."""
    told = (TIMES.search(one.span.of(passage.text)) for one in clocks)
    return any((dates.number("二" if one[1] == "两" else one[1]) or 0) > NOON for one in told if one)


def days_apart(passage: Passage, start: Date, end: Date) -> int | None:
    """How many days lie between the days of two times; 0 where none is told, None where they cannot be reckoned."""
    at = bisect_left(passage.tokens, start.span.start, key=lambda one: one.span.start)
    behind = bisect_left(passage.tokens, end.span.start, key=lambda one: one.span.start)
    between = [one for one in passage.tokens[at:behind] if start.span.end <= one.span.start]
    last = next((one for one in reversed(between) if isinstance(one, Date) and (one.day or one.relative)), None)
    if last is None or last.span.end + BESIDE < end.span.start:
        return 0
    if last.relative:
        said = last.span.of(passage.text)
        eve = passage.text[max(passage.span.start, start.span.start - BESIDE) : start.span.start]
        return int("昨" in eve) if said in TODAY else LATER.get(said, 0)
    earlier = (passage.tokens[one] for one in range(at - 1, -1, -1))
    near = takewhile(lambda one: one.span.end + BESIDE >= start.span.start, earlier)
    dates = (one for one in near if isinstance(one, Date) and one.span.end <= start.span.start)
    first = next((one for one in dates if one.day and not one.relative), None)
    if first is None:
        return None
    if first.month is None and last.month is None:
        return last.day - first.day if first.day and last.day and last.day > first.day else None
    true = elapsed(first, last if last.month else replace(last, month=first.month), "天")
    return None if true is None else true.least


def _is_over_days(passage: Passage, start: Date, end: Date) -> bool:
    return TO_DAY.fullmatch(passage.text, start.span.end, end.span.start) is not None


def _is_whole(lead: str) -> bool:
    """Whether a shorter length is told of the whole: 历时 by itself, or with a word before it."""
    clause = lead.rpartition("，")[2]
    took = WHOLE.search(clause)
    return took is not None and took.start() <= SUBJECT and not PARTS.search(lead)


def _is_planned(passage: Passage, start: Date, end: Date) -> bool:
    """由7:00提前到6:30, 原定14时起飞."""
    head = max(passage.span.start, start.span.start - NEAR)
    return bool(
        PLANNED.search(passage.text, head, start.span.start)
        or TO_TIME.search(passage.text, start.span.end, end.span.start)
    )


def minutes(passage: Passage, clock: Date) -> int | None:
    """Minutes since midnight; 下午2时 is 14:00."""
    told = TIMES.search(clock.span.of(passage.text))
    if told is None:
        return None
    hour = dates.number("二" if told[1] == "两" else told[1]) or 0
    before = passage.text[max(passage.span.start, clock.span.start - 3) : clock.span.start]
    if hour < NOON and LATE.search(before):
        hour += NOON
    return hour * 60 + (30 if told[3] else dates.number((told[2] or "0").removeprefix("零")) or 0)
