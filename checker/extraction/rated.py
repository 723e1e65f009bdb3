"""Indicators of rates, shares, changes and differences."""

from dataclasses import replace

from checker.extraction.counting import counted
from checker.extraction.naming import RATE, Naming
from checker.extraction.numbered import Numbered
from checker.extraction.phrasing import trimmed
from checker.extraction.portions import SHARE, portion
from checker.extraction.wordings import (
    AGAINST,
    APART,
    AVERAGE,
    ENDED,
    GENERIC,
    HAN,
    NOUN_RISE,
    QUALIFIED,
    SIGNED,
    SIGNS,
    STRONGLY,
    TARGET,
)
from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act, Cue

REACHED = pattern(
    "^(?P<what>.{2,}?)(?:[已将均]|已经)?(?:[提上]?升|增[加长]?|[下]?降|提高|达)?(?<!占)[至到](?P<whole>[^的，至到]{2,8})的$"
)


TIMES_OF = pattern(
    "^(?P<what>.{2,}?)(?:[已将均]|已经|现已)*(?:达到?|是|为|相当于|接近|超过)(?P<base>[^的，是为]{2,14})的$"
)
BASED = pattern("(?:也|还|已|约)*(?:是|为|相当于)(?P<base>[^，的是为]{2,14})的?")
"""How many times as much as something it is: 债务规模|达到|全年产值|的两倍."""

SAME_TIME = pattern(
    "(?:是|为|相当于|达到?)(?P<base>(?:去年|上年|前年|[0-9]{4}年)(?:同期|同月)?[^，。；的是为]{0,12})的$"
)
REACH, SHORT = 10, 6
PLANNED = pattern(
    "(?P<what>.*?)(?P<does>完成|实现|达到?|相当于|占|为|是)了?"
    "(?P<whole>(?:年初|年度|全年|目标|工作|调整|原定|本年|收入|支出|当年|的)*(?:预算|计划|目标|任务)[数值额]?|全[线年部]?[一-鿿]{2,4}(?:任务|工程量|工作量))的"
)
"""Which part of a plan was done: 财政收入|完成|预算的|96%."""

BEYOND = pattern("(?P<what>[^，。]*?)(?:但|也|仍|均|都|还|明显|显著|大幅|略|分别)*[高低快慢好优]于[^，。；]{1,16}$")
"""What leads to how far apart two rates are: 快于全国|2个百分点."""

EQUALS = pattern("(?:是|为|属于|系)(?P<part>[一-鿿“”、]{2,14})(?=[，。；\n]|$)")
REMARKED = pattern(
    "^(?:[按以]?(?:照)?(?:可比|不变|现行)价格?(?:计算?)?|(?:扣除|剔除|不考虑|考虑)[^，。；]{1,10}?(?:因素|影响))(?:后|，)?(?P<how>实际|名义)?"
)
"""At which prices something grew, which is no name of it: 以可比价格计|增长6.9%."""

FROM_TIME = pattern(
    "(?<=..)[从由自](?:今年|去年|上年|前年|[0-9]{4}年)?"
    "(?:[0-9一二三四五六七八九十]{1,2}(?:[~～至、—-][0-9一二三四五六七八九十]{1,2})?(?:月份?|季度)|上半年)的$"
)
"""Since when something has changed, right before by how much it had: 产值|从1—2月的|增长3%."""

PROPORTION, COMPARED = pattern("比[重例率值价分]"), pattern("(?:比(?![重例率值价分])|较)[^，。；]+$")
"""Nouns that begin like a comparison: 管理人员|比重|上升."""

OVER_YEARS = pattern("(?P<mean>[0-9一二两三四五六七八九十]{1,3}年)的?平均(?P<how>实际|名义)?(?:分别|每年)?$")
"""Over how many years a change is a mean: 产值|两年平均|增长5%."""

RECURRING = pattern("(?<=[年月天日])[递连新]$|^[转变]$")
"""How something grew, cut from its verb: 每年|递增."""

PART = pattern("占比|比重")
SHARE_LED = pattern("(?:[约共仅只已又也还各均就]|合计|大约|分别)*占(?:到|了|据了?)?(?P<whole>[^，。；占比]{2,20}?)的?")
NAMED = pattern("(?<=..)率$")
"""What a rate is, right behind it: 75%|上座率."""

LIMIT = pattern("限[定制额]|[上下]限|红线|门槛")
"""What a rate is only a bound of."""

SHORT_MOVES = frozenset("涨跌升降增减")
APART_BY = {"高": "提高", "低": "降低", "快": "加快", "慢": "放缓", "多": "增加", "少": "减少", "差": "降低"}
OF_WHOLE = pattern("^(?:到了?|了|据了?|去了?|有)(?!.{0,1}$)")
"""What a share's verb ends in: 占到了|全部贷款."""

TOGETHER = ("合", "共", "合计", "共计")
OF_THESE = ("", "这", "这其中", "其中")


def times(one: Numbered) -> Naming | None:
    """How many times as much as something else it is."""
    same = SAME_TIME.search(one.text, max(0, one.before.start - REACH), one.before.end)
    if same:
        suffix = f"与{same['base']}之比"
        return one.made(suffix, own=False, suffix=suffix)
    based = BASED.fullmatch(one.words.lstrip("）)"))
    if based:
        suffix = f"与{based['base']}之比"
        return one.made(suffix, own=False, suffix=suffix)
    told = TIMES_OF.match(one.words) if not HAN.match(one.text, one.behind) else None
    return one.made(f"{trimmed(told['what'])}与{told['base']}之比", suffix="之比") if told else None


def apart(one: Numbered) -> Naming | None:
    """How far two things are apart: 比去年高出2个百分点, 比进口货便宜三成."""
    against = AGAINST.search(one.words) if one.is_rate else None
    if not against:
        return None
    head = "" if against["how"] else trimmed(one.words[: against.start()])
    metric = f"{against[0]}幅度" if against["how"] else f"{head}差距"
    made = one.made(metric, Act.RISE, own=bool(against["how"] or head), suffix="差距")
    return replace(made, compared="other")


def beyond(one: Numbered) -> Naming | None:
    """By how many points a rate is above or below another: 增速|快于全国|2个百分点."""
    told = BEYOND.match(one.words) if one.kind is UnitClass.POINTS else None
    if not told:
        return None
    name = trimmed(told["what"])
    return replace(one.made(f"{name}差距", Act.RISE, own=bool(name), suffix="差距"), compared="other")


def signed(one: Numbered) -> Naming | None:
    """A change that a sign tells, of what stands before it: 收入同比+8%, 净利润1.1亿元（+38%）."""
    sign = SIGNED.search(one.words) if one.is_rate else None
    if not sign and not (one.is_rate and one.quantity.literal[:1] in SIGNS and not one.words):
        return None
    suffix = "增速" if one.kind is UnitClass.RATE else "变动幅度"
    head = trimmed(one.words[: sign.start()]) if sign else ""
    told = (sign["base"] if sign else None) or ""
    base = {"同": "year", "Y": "year", "环": "last", "Q": "last"}.get(told[:1].upper(), "unstated")
    made = one.made(f"{head}{suffix}", Act.RISE, own=bool(head), suffix=suffix)
    return replace(made, compared=base)


def changed(one: Numbered, said: Cue) -> Naming:
    """By how much something went up or down."""
    if PROPORTION.match(one.words, max(said.base_start, 0)):
        against = COMPARED.search(one.words, said.base_start + 1, said.start)
        said = replace(said, base=said.base if against else "", base_start=against.start() if against else -1)
    head = FROM_TIME.sub("", one.words[: said.base_start if said.base_start >= 0 else said.start])
    head = trimmed(REMARKED.sub(lambda told: told["how"] or "", head))
    mean = OVER_YEARS.search(head)
    head = trimmed(head[: mean.start()]) if mean else head
    suffix = f"{mean['mean']}平均{mean['how'] or ''}{_change(one, said)}" if mean else _change(one, said)
    head = "" if head in ("时期", "期间") else RECURRING.sub("", head)
    head, end = trimmed(AVERAGE.sub("", STRONGLY.sub("", head.removesuffix(suffix)))), one.behind
    if not head and one.kind not in (UnitClass.RATE, UnitClass.POINTS):
        found = counted(one.lexed, end, min(one.end, one.taken), one.end)
        head, end = found.name, found.end
    own = bool(head) and not GENERIC.fullmatch(head) and not QUALIFIED.fullmatch(head)
    made = one.made(f"{head}{suffix}", said.act, end=end, own=own, suffix=suffix if own else f"{head}{suffix}")
    return replace(made, compared=said.base or "unstated")


def _change(one: Numbered, said: Cue) -> str:
    noun = NOUN_RISE.search(one.words, 0, said.end)
    rise = said.act is Act.RISE
    if one.kind is UnitClass.RATE:
        return noun[0] if noun else "增速" if rise else "降幅"
    if said.base == "other" and one.words[said.start : said.end] in APART:
        return "差距"
    if one.kind is UnitClass.POINTS:
        return noun[0] if noun else _extent(one.words[said.start : said.end])
    if one.kind is UnitClass.MULTIPLE:
        return "增长倍数" if rise else "降幅"
    return "增量" if rise else "减量"


def _extent(verb: str) -> str:
    """How far something moved: 提升|幅度, 跌|幅."""
    if verb in APART:
        return f"{APART_BY.get(verb[0], verb)}幅度"
    return f"{verb}幅" if verb in SHORT_MOVES else f"{verb}幅度"


def shared(one: Numbered, said: Cue) -> Naming:
    """Which part of a whole it is."""
    before, word = one.words[: said.start], one.words[said.start : said.end]
    of = before.rfind("占") if word in ("比重", "份额") else -1
    head = trimmed(before[:of] if of >= 0 else before)
    head = "" if head in TOGETHER else head
    suffix = f"占{OF_WHOLE.sub('', before[of + 1 :]).strip('的')}比重" if of >= 0 else "占比"
    return one.made(f"{head}{suffix}", said.act, own=bool(head), suffix=suffix)


def _of_whole(one: Numbered) -> Naming | None:
    """Which part of a whole something came to, or of a plan: 贷款|增至全部贷款的|8%, 收入|完成预算的|96%."""
    if one.kind is not UnitClass.RATE:
        return None
    led = SHARE_LED.fullmatch(one.words)
    if led and not PLANNED.fullmatch(one.words):
        suffix = f"占{led['whole']}比重"
        return one.made(suffix, Act.SHARE, own=False, suffix=suffix)
    planned, reached = PLANNED.fullmatch(one.words), REACHED.match(one.words)
    if planned:
        name, suffix = trimmed(planned["what"]), f"完成{planned['whole']}比例"
        return one.made(f"{name}{suffix}", Act.SHARE, own=bool(name), suffix=suffix)
    if reached:
        suffix = f"占{reached['whole']}比重"
        return one.made(f"{trimmed(reached['what'])}{suffix}", Act.SHARE, suffix=suffix)
    return None


def rate(one: Numbered, head: str) -> Naming:
    """A rate that is told as such, or the share of what stands behind it."""
    if PART.fullmatch(head):
        return one.made(head, Act.SHARE, own=False, suffix=head)
    if GENERIC.fullmatch(head):
        return replace(one.made(head, Act.RISE, own=False, suffix=head), compared="unstated")
    part = _of_whole(one)
    if part:
        return part
    if RATE.search(head):
        bare = head.startswith("占")
        return one.made(head, Act.SHARE if bare else Act.LEVEL, own=not bare, suffix=head if bare else "")
    equal = EQUALS.match(one.text, one.behind, one.end) if head in OF_THESE else None
    if equal:
        return one.made(f"{equal['part']}占比", Act.SHARE, end=equal.end(), suffix="占比")
    of = head.rfind("占", 0, len(head) - 1)
    if of >= 0:
        suffix = f"占{OF_WHOLE.sub('', head[of + 1 :])}比重"
        name = "" if head[:of] in TOGETHER else head[:of]
        return one.made(f"{name}{suffix}", Act.SHARE, own=bool(name), suffix=suffix)
    return _behind(one, head)


def _behind(one: Numbered, head: str) -> Naming:
    """A rate by what stands behind it: its own name, or what it is a share of."""
    at = one.behind
    named = next(iter(one.lexed.between(at, min(one.end, at + REACH))), None)
    if named and NAMED.search(named.text) and not ENDED.search(head):
        limit = LIMIT.match(one.text, named.end)
        name = f"{named.text}{limit[0]}" if limit else named.text
        return one.made(name, end=limit.end() if limit else named.end)
    end = max(at, min(one.end, one.taken))
    found = counted(one.lexed, at, one.end if end == one.end else end, end + 1, alone=not head)
    own = not (head and end == one.taken < one.end and found.end >= end) or RATE.search(found.name)
    thing, end = found.name if HAN.search(found.name) and own else "", found.end
    if thing and NOUN_RISE.search(thing):
        made = one.made(thing, Act.RISE, end=end, own=False, suffix=thing)
        return replace(made, compared="unstated")
    if RATE.search(thing) or (TARGET.search(thing) and len(thing) <= SHORT):
        return one.made(
            f"{head}{thing}{portion(thing)}",
            end=end,
            own=bool(head) or not TARGET.search(thing),
            suffix="" if head else thing,
        )
    if thing:
        doing = f"{found.said}的" if found.said and not one.led.governs(head) else ""
        made = one.made(f"{doing}{head}{thing}占比", Act.SHARE, end=end, suffix="占比")
        return replace(made, stem=f"{head}{thing}", counted=thing)
    if found.said and one.kind is UnitClass.RATE and not ENDED.search(head):
        whole = f"{found.said}的{head}" if head else found.said
        return replace(one.made(f"{whole}占比", Act.SHARE, suffix="占比"), stem=head)
    measure = portion(head) if one.kind is UnitClass.RATE else ""
    if measure == SHARE:
        return one.made(f"{head}{measure}", Act.SHARE, suffix=measure)
    return one.made(f"{head}{measure}", own=bool(head), suffix="比率")
