"""Indicators of times: how long something takes, how long ago it was, how old somebody is."""

from dataclasses import replace

from checker.extraction.counting import counted
from checker.extraction.naming import RATE, Naming
from checker.extraction.numbered import Numbered
from checker.extraction.parsing import Words
from checker.extraction.phrasing import THING, stop, trimmed
from checker.extraction.wordings import (
    AGO,
    CONTINUED,
    ENDED,
    LASTING,
    PASSED,
    RECENT,
)
from checker.lexicon.predicates import verbs
from checker.lexicon.speech import Part
from checker.patterns import pattern
from checker.relations.cues import Act, cue

WHEN = "时间跨度"
"""What a number is of that only says when something else was so: no claim."""

SPANNED = pattern(
    "(?:以?来|[之以]?内)?[的盘中]{0,2}(?:最[大高低长短多少快慢佳好强弱新严重差坏]{1,2}|新[高低]|首[次度现])"
)
"""What was the most, or the first, in so long: 六年|最大涨幅, 十年来|首次."""

MADE = pattern("(?<=..)[均都也]?[再又]?创下?(?:出|了)?(?:近)?$")

MEANWHILE = pattern("以?来|期?间|里|平均|年均|累计|复合|CAGR|的")
"""Behind a time these tell that something was so all through it, or at its end."""

OPENED = pattern("(?:然而|但是|不过|[而但])?(?:[就早仅短大][在仅短约])?在?(?:不[到足]|约)?")
"""What a clause begins with that a time only opens: 就在|几天前, 仅仅|一个月后."""

NEEDED = pattern("(?:[只仅]要|[只仅]需要?|需要)$")
RACED = pattern("以$")
CLOCK = pattern("秒[0-9]*$|[分秒]$")
EARLIER = pattern("[之以]?前(?!的|，|。|完成|建成)")
ALONE = pattern("[而但]?在?|早在|就在")
TERM = pattern("期(?=[一-鿿“])(?![间内限])")
LEFT_OPEN = pattern("[在于至到为]$")
"""Behind these another number stands: 连续两年|保持在|80%以上."""

BEFORE = pattern("(?P<what>.{2,}?)[已将]?[从由](?:目前|现在|原来|原先|过去|此前|以前|之前|去年|上年|最初)?的?$")
TURNED = pattern("(?:[一-鿿]{0,3}[缩延减增压降提][一-鿿]{0,2})?[至到为]")
"""How long it took before it took as long as what stands behind: 时间|从|5小时|缩短至."""

LENGTHENED = pattern("[用花达等历满长期了过成]近$")
"""Behind these 近 is nearly, and a time is how long something took."""

FEAST, HOLIDAY = pattern("[一-鿿]{1,2}[节庆]$|元旦$|五一$"), pattern("(?:小?长)?假期?")
"""A feast before its days off: 春节|7天|假期."""

NOUN = 4
HAN = pattern("[一-鿿]+")
AGED = pattern("年龄|寿命")
TIMED = ("时间", "时长", "假期", "寿命")
SINCE = frozenset(("前", "后", "之前", "之后", "以前", "以后"))


def lasted(one: Numbered, head: str) -> Naming:
    """How long something takes, how long ago it was, how old somebody is."""
    if one.quantity.unit.name == "岁":
        became = not head and cue(one.words).act is Act.TO
        return one.made("", Act.TO, own=False) if became else one.made(head if AGED.search(head) else "年龄")
    end = min(stop(one.text, one.behind, one.end), one.behind + THING, max(one.taken, one.behind))
    name = _before(one)
    if name:
        return one.made(name, Act.FROM)
    timed = _timed(one, end)
    if timed:
        return replace(one.made(timed), stem="")
    feast = FEAST.search(one.words) if HOLIDAY.match(one.text, one.behind) else None
    if feast:
        return one.made(f"{feast[0]}假期时长")
    rest, head = _done(one, head, end)
    named = _term(one) or _passed(one, rest, head)
    if named:
        return named
    if CONTINUED.search(one.words):
        head = trimmed(CONTINUED.sub("", one.words))
        made = one.made(f"{head}连续{LEFT_OPEN.sub('', rest)}{one.quantity.unit.name}数", end=end)
        return replace(made, stem=head) if RATE.search(head) or ENDED.search(head) else made
    ago = AGO.match(rest)
    if ago and ago[0] in SINCE:
        return replace(one.made(_since(one, rest[ago.end() :]), end=end), stem="")
    if rest and any(one.end() == len(head) for one in verbs().finditer(head)):
        head = ""
    told = not PASSED.search(one.words) and one.led.ends_before(one.behind, one.end, head)
    if ago or told or MEANWHILE.match(rest):
        return replace(one.made("所需时间" if NEEDED.search(one.words) else WHEN), stem="")
    metric = head if head.endswith(LASTING) else f"{head or rest}时长"
    return one.made(metric, end=0 if head else end, own=bool(head or rest), suffix="时长")


def _since(one: Numbered, event: str) -> str:
    """What a time before or after something is of: 三年后|收回投资; a bare one only says when."""
    if event.startswith("的") or OPENED.fullmatch(one.words):
        return WHEN
    return f"{event}的时间" if event else "相隔时间"


def _timed(one: Numbered, end: int) -> str:
    """What a time is of that stands by itself: a record's span, a limit, a race's result; else only ``WHEN``."""
    most = SPANNED.match(one.text, one.behind)
    if most:
        made = MADE.search(one.words)
        name = f"{trimmed(one.words[: made.start()])}创" if made else ""
        return f"{name}{most[0].lstrip('以之来内的盘中')}{_noun(one.lexed, most.end())}的时间跨度"
    if RACED.search(one.words) and CLOCK.search(one.quantity.literal):
        return "成绩"
    alone = ALONE.fullmatch(one.words)
    recent = RECENT.search(one.words) or (one.quantity.literal[0] == "近" and alone)
    if recent and not LENGTHENED.search(one.words):
        return WHEN
    if EARLIER.match(one.text, one.behind) and alone:
        return WHEN
    return _limit(one, end) if one.quantity.literal.endswith("内") else ""


def _limit(one: Numbered, end: int) -> str:
    """What has to be done within a time; a measure behind it is only told for then."""
    first = next(iter(one.lexed.between(one.behind, end)), None)
    if first and first.part in (Part.NOUN, Part.NAME):
        return WHEN
    return f"{trimmed(one.text[one.behind : end].rstrip('的了'))}时限"


def _noun(words: Words, at: int) -> str:
    """The noun right behind a superlative."""
    first = next(iter(words.between(at, at + NOUN)), None)
    return first.text if first and first.part in (Part.NOUN, Part.NOMINAL) and HAN.fullmatch(first.text) else ""


def _before(one: Numbered) -> str:
    """What took so long before it took another time: 车程|从5小时缩短至; empty where it did not change."""
    if one.words.endswith("为期"):
        return "持续时间"
    told = BEFORE.match(one.words) if TURNED.match(one.text, one.behind, one.end) else None
    return trimmed(told["what"]) if told else ""


def _term(one: Numbered) -> Naming | None:
    """For how long a paper runs, or the time that stands behind a number by its name: 7天期|逆回购, 两小时|休息时间."""
    runs = TERM.match(one.text, one.behind, one.end)
    found = counted(one.lexed, runs.end() if runs else one.behind, one.end, one.end + 1)
    if runs and found.name and not found.said:
        return one.made(f"{found.name}期限", end=found.end)
    timed = found.name.endswith(TIMED) and len(found.name) > 2 and one.led.leads()
    return one.made(found.name, end=found.end) if timed else None


def _passed(one: Numbered, rest: str, head: str) -> Naming | None:
    """How many years it is since something happened, or that so much time went by: 建校|60周年, 十年|过去."""
    if head and one.quantity.literal.endswith("周年"):
        return one.made(f"{head}周年数")
    return replace(one.made(WHEN), stem="") if rest == "过去" else None


def _done(one: Numbered, head: str, end: int) -> tuple[str, str]:
    """What was done in a time, by the words behind it, and those before it that tell so: 经过|两年|建设."""
    rest = one.text[one.behind : end].lstrip("的了")
    nominal, passed = one.text.startswith("的", one.behind), PASSED.search(one.words) is not None
    if (passed or nominal) and not AGO.match(rest):
        found = counted(one.lexed, one.behind, end, end + 1)
        rest = (found.said if found.name == "时间" else found.name) or rest
        head = "" if passed else head
    return rest, head
