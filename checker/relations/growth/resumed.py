"""change: two levels of one thing told one after the other, and behind them by how much the one differs.

柴油价春节前每吨7480元，眼下跌到6920元，一吨便宜了560元. The second level has nothing but its time and a verb before it,
so that it is of what the first is of; or both stand as from and to: 由26小时压减到9小时，整整抢出17个小时. The step has
no subject of its own. That nothing else is meant no word says for sure: a fault is for somebody to look at.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import islice
from re import Pattern

from checker.patterns import one_of, pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.adverbs import adverbs
from checker.relations.cues import WORDS, Act
from checker.relations.growth.alike import PARTS, alike, comparable
from checker.relations.growth.asides import is_margin
from checker.relations.growth.dating import When, is_earlier, of_one_part, of_one_year, when
from checker.relations.growth.frames import FROM
from checker.relations.growth.links import BECAME, REACHED, TAIL, Role, key, link, telling
from checker.relations.passage import Figure, Passage
from checker.spans import Span

PACE = pattern(
    "[一每单]个?(?P<unit>[年月天周晚场班趟次]|公斤|平方米|公里|[吨斤件票台户亩人箱盒瓶份张辆度方桶袋])(?![间来里内中下])"
)
TOLD_PER = pattern("[一每]个?(?:公斤|平方米|公里|[\u4e00-\u9fff])")
"""一个月多领108元, 一箱便宜20元: of a month, of a box, as the levels are."""
EVERYONE, MEAN = pattern("每[个名位]"), pattern("平均")
"""等于每个病人少躺2.3天: of a mean, and no share of what all have."""

EACH = "(?:一个?|每个?)[年月天周晚场班]|[一每单](?:公斤|平方米|公里|[趟次吨斤件单程票台户亩人箱盒瓶份张辆度方桶袋])"
LASTED = (
    "(?:短短|仅仅?|不到)?(?!一(?:年|个月|天|周)(?![间来里内中下]))[一两二三四五六七八九十0-9]{1,3}"
    "(?:年|个月|个季度|天|周|个?星期|个?小时)多?(?:间|来|里|内|中|下来|的?时间|的?工夫|过去)?"
)
HELPED = "[给为替帮让][\u4e00-\u9fff]{2,4}?"
FREE = (
    "等于说?|意味着|每[个名位][一-鿿]{1,4}?|一[个名位][一-鿿]{1,4}?(?=平均|[多少省])|平均|工夫|时间|这?中间|[期其]间|里外里|算下来|这样一来|相当于|能|可以|会|要|得以|累计|同比|环比"
    "|比(?:上年|去年|上月|上季度|之前|以前|原来|过去|往[年常]|平时|昨天|上周|上届)(?:同期)?"
)
"""What may stand before a step and is no subject of its own."""

TIME = (
    "(?:(?:19|20)[0-9]{2}年度?|[今去前本]年|前(?:[一二三123]个?季度|(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,2})个月)|[上下]半年|第?[一二三四1-4]季度|[0-9]{1,2}月份?|如今|现在|现今|眼下|目前|当前|今[天日]|昨[天日]|本[周月季届期]度?"
    "|这[次届季月周]|[上本]一?个?(?:赛季|雪季|学期|学年)|[\u4e00-\u9fff]{2,4}后|同期|[年月季]?[底末]|[春夏秋冬][天季]|这个?时候|这会儿|周[一二三四五六日天]|清晨|早[晨上]|凌晨|上午|中午|午后|下午|傍晚|夜[里间]|半夜|晚上|以前|过去|此前|原来|(?:上个?|[\u4e00-\u9fff]{0,2}前一?)[年月周天季])"
)
MORE = "多(?![达么少数种样年次个名位])[\u4e00-\u9fff]{1,3}?"
LESS = "少(?![于数年不])[\u4e00-\u9fff]{1,3}?|便宜|省|[砍减降抹缩]掉"
BREAK = pattern("[，,。；;](?!.*[，,。；;])")
LATE = pattern("^([今去]年|如今|现在|眼下|目前)[\u4e00-\u9fff]{2,4}，")
OPENS_LATE = pattern("[，,。；;](?=(?:[今去]年|如今|现在|眼下|目前)[\u4e00-\u9fff]{2,4}，[\u4e00-\u9fff]{0,4}$)")
"""，今年原料足，榨了138天: the time opens the clause before."""
GROWING = ("增速", "涨幅", "增幅")
AGAIN = pattern("(?:这个|这一|该)(?:数字?|数值|数量|数据|指标)|此数")
"""今年同期这个数字是: the number before is taken up as such."""
GROWTH = pattern("增速|涨幅|增幅")
THEN = pattern(f"[，,、（(]而?{TIME}{{1,3}}(?:同期)?(?:还|则|只|仅|才)*(?:是|为|有)")
"""增长7.4%，前三季度是|7.1%: the growth at another time."""

REST = pattern("[^0-9，,。；;]{0,14}")
TURNED = pattern("[^，,。；;0-9]{0,8}[到至成为]")
LEVELS_OF, GAP, STEP, LEAD = 4, 48, 30, 40
"""How many figures before a level are tried for the other, and how many characters may stand between."""

MONTHLY = pattern("上一?个?[月周旬季]|昨[天日]|前一[天日月周季]")
"""What no growth over the year before is over."""

SUMS_UP = pattern("[，,](?:等于|相当于)")
"""，等于每个病人少躺2.3天."""

TIMES, PER = "年月天周晚场班", 8
"""How many characters before a level tell what it is of."""

NAME = 2
"""So many characters are a name that was told before."""

SAID_AGAIN = pattern("[，,。；;](?P<name>[\u4e00-\u9fff]{2,8})")

AVERAGED = ("每年", "逐年", "年年")
Told = tuple[Figure, Figure, Figure, Act, Span]
"""What was, what is, the step or its rate, which way it went, and the words before it."""


@cache
def _step() -> Pattern[str]:
    lead = f"(?:{EACH}|{LASTED}|{HELPED}|{FREE}|{adverbs()}|，)*"
    rise, fall = (
        f"{telling(Act.RISE)}|{MORE}|[大长高重贵强深宽厚远]了",
        f"{telling(Act.FALL)}|{LESS}|[小短低轻矮浅窄薄近弱慢掉]了",
    )
    return pattern(f"[，,。；;、]?{lead}(?:(?P<rise>{rise})|(?P<fall>{fall}))了?{TAIL}")


@cache
def _bare() -> Pattern[str]:
    """The words before a level that resumes what was told: its time, and verbs."""
    verbs = one_of(f"{WORDS[Act.TO]} {BECAME} {REACHED}".split())
    verb = f"{verbs}|[\u4e00-\u9fff]{{1,2}}[了到至成]|[只仅还就便却已才存留用卖产收花要需]|剩下?|有|是|的|{adverbs()}"
    return pattern(f"(?:而|但|可|到|截至|等到|在)*(?P<time>{TIME}{{1,4}})(?P<name>[\u4e00-\u9fff]{{0,6}}?)(?:{verb})*")


def told(passage: Passage) -> Iterator[Told]:
    """Every step behind two levels that the words tie to each other."""
    for at in range(len(passage.figures)):
        if not _is_level(passage, at):
            continue
        found = _step_behind(passage, at)
        base = _level_before(passage, at) if found else None
        if found and base:
            step, act, words = found
            one, two = base
            sure = _goes(one.quantity, two.quantity, act) and _is_over(passage, one, two, words)
            mean = EVERYONE.search(words) is None or MEAN.search(_lead(passage, one)) is not None
            if sure and mean and all(_is_paced(passage, each, words) for each in base):
                yield one, two, step, act, Span(step.quantity.span.start - len(words), step.quantity.span.start)


def _is_level(passage: Passage, at: int) -> bool:
    figure = passage.figures[at]
    quantity = figure.quantity
    below = quantity.value <= 0 and quantity.unit_class is not UnitClass.TEMPERATURE
    if figure.bracket or quantity.interval.low is None or quantity.interval.high is None or below:
        return False
    if is_margin(passage, figure):
        return False
    if quantity.unit_class in (UnitClass.POINTS, UnitClass.MULTIPLE, UnitClass.NONE):
        return False
    return passage.cues[at].act not in (Act.RISE, Act.FALL, Act.SHARE, Act.SUM)


def _is_growth(passage: Passage, at: int, gap: str) -> bool:
    """Whether a rate of growth is told as a level: 一季度增长3.2%，二季度增速回升到4.7%."""
    told = GROWTH.search(gap) is not None or THEN.fullmatch(gap) is not None
    return passage.figures[at].is_rate and passage.cues[at].act is Act.RISE and told


def _step_behind(passage: Passage, at: int) -> tuple[Figure, Act, str] | None:
    """The first number behind a level that says by how much, with the words between."""
    level = passage.figures[at].quantity
    for figure in passage.figures[at + 1 : at + 4]:
        words = passage.text[level.span.end : figure.quantity.span.start]
        if len(words) > STEP:
            return None
        kind = figure.quantity.unit_class
        points = kind is UnitClass.POINTS if level.unit_class is UnitClass.RATE else kind is UnitClass.RATE
        of_level = points or (kind not in PARTS and alike(level, figure.quantity))
        match = _step().fullmatch(_unnamed(passage, level.span.start, words)) if of_level else None
        read = link(words) if match else None
        summed = read is not None and read.role is Role.TIMES and SUMS_UP.match(words) is not None
        leads_on = read is not None and read.role is not Role.GROWTH and not summed  # 缩短为半天 is a level
        meant = "均" in _lead(passage, passage.figures[at]) or "均" not in words
        if match and not leads_on and meant and not any(word in words for word in AVERAGED):
            return figure, Act.RISE if match["rise"] else Act.FALL, words
    return None


def _unnamed(passage: Passage, start: int, words: str) -> str:
    """The words behind a level without its name, where they say it once more: 去年葱价2元，今年3元，|葱价|涨了50%."""
    found = SAID_AGAIN.match(words)
    if found is None:
        return words
    ahead = passage.text[max(passage.span.start, start - GAP) : start]
    sizes = range(len(found["name"]), NAME - 1, -1)
    size = next((size for size in sizes if found["name"][:size] in ahead), 0)
    return words[0] + words[1 + size :]


def _level_before(passage: Passage, at: int) -> tuple[Figure, Figure] | None:
    """What was and what is: the level, and the one before it that the words tie it to."""
    current = passage.figures[at]
    earlier = passage.earlier
    for one, other in islice(_before(passage, at, earlier), LEVELS_OF):
        if not alike(one.figures[other].quantity, current.quantity) or is_margin(one, one.figures[other]):
            continue
        base = one.figures[other]
        gap = passage.text[base.quantity.span.end : current.quantity.span.start]
        if len(gap) > GAP or not (_is_level(one, other) or _is_growth(one, other, gap)):
            return None
        if one is passage and TURNED.fullmatch(_without_tail(gap)) and FROM.search(_lead(one, base)[-24:]):
            return base, current
        first = _resumes(one, base, gap)
        return None if first is None else (base, current) if first else (current, base)
    return None


def _before(passage: Passage, at: int, earlier: Passage | None) -> Iterator[tuple[Passage, int]]:
    """The figures before one, the nearest first, and those of the sentence before."""
    yield from ((passage, index) for index in range(at - 1, -1, -1))
    if earlier is not None:
        yield from ((earlier, index) for index in range(len(earlier.figures) - 1, -1, -1))


def _without_tail(gap: str) -> str:
    found = TAIL_OF_LEVEL.search(gap)
    return gap[: found.start()] if found else gap


TAIL_OF_LEVEL = pattern(f"(?:{TIME}|的|了|约|近)+$")


def _lead(passage: Passage, figure: Figure) -> str:
    end = figure.quantity.span.start
    opening = passage.span.start
    if end < opening and passage.earlier is not None:
        opening = passage.earlier.span.start
    return passage.text[max(opening, end - LEAD) : end]


def _resumes(passage: Passage, base: Figure, gap: str) -> bool | None:
    """Whether the level behind the gap is of the first one's thing, and the later; None where that is not told."""
    cut = OPENS_LATE.search(gap) or BREAK.search(gap)
    bare = cut and _bare().fullmatch(LATE.sub(r"\1", gap[cut.end() :]))
    if not cut or not bare or not REST.fullmatch(gap[: cut.start()]):
        return None
    lead = _lead(passage, base)
    if bare["name"] and not _is_known(bare["name"], lead):
        return None
    times = _when(lead, passage.published), when(bare["time"], passage.published)
    if not times[0].tells and THEN.fullmatch(gap):
        return False
    return is_earlier(*times)


def _when(lead: str, published: date | None) -> When:
    """The time of a level; then and now are told by its own clause, if that has any time: 入夏后…，7月用了."""
    told, own = when(lead, published), when(BREAK.split(lead)[-1], published)
    return replace(told, was=own.was, now=own.now) if own.tells else told


def _is_known(name: str, lead: str) -> bool:
    """Whether a level goes by the name of the one before it, or takes it up: 这个数字."""
    return AGAIN.fullmatch(name) is not None or name in GROWING or (len(name) >= NAME and name[-NAME:] in lead)


def _is_paced(passage: Passage, base: Figure, words: str) -> bool:
    """Whether a step of a month, or of a box, is told of levels that are so, too."""
    pace = PACE.search(words)
    start = base.quantity.span.start
    told = BREAK.split(passage.text[max(0, start - PER) : start])[-1] + passage.text[start : base.quantity.span.end]
    if pace is None or pace["unit"] in told:
        return True
    return pace["unit"] not in TIMES and TOLD_PER.search(told) is None


def _goes(base: Quantity, current: Quantity, act: Act) -> bool:
    """Whether the levels go the way that the step is said to go; times go either way."""
    if UnitClass.DURATION in (base.unit_class, current.unit_class):
        return True
    left, right = (one.value * one.unit.factor for one in comparable([base, current]))
    return left < right if act is Act.RISE else left > right


def _is_over(passage: Passage, base: Figure, current: Figure, words: str) -> bool:
    """Whether a step over the year before, or the month before, can lie between the two."""
    leads = [_lead(passage, one) for one in (base, current)]
    times = [when(each, passage.published) for each in leads]
    told_over = key(words)
    if told_over == "year":
        of_start = key(BREAK.split(leads[0])[-1]) == "start"
        return of_one_part(*times) and not of_start and not any(MONTHLY.search(each) for each in leads)
    return told_over != "last" or of_one_year(*times)
