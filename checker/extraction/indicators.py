"""What a number is the number of: the indicator that the words around it name, its scope, and how it is compared."""

from dataclasses import dataclass, replace

from checker.lexicon.predicates import predicates
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act, Cue, cue

BOUND = pattern("[，,；;。：:、！!？?（）()\n…—]|(?<![A-Za-z])\\s|\\s(?![A-Za-z])")
TAIL = pattern(
    "(?:达到了?|高达|达|约?为|约|是|了|近|超过?|突破|只有|仅有?|共有?|共计|总计|合计|累计|分别|均|各|有|已|将|可|也|还|就|又|再|至少|多|不到|不足|逾|至|到|数量|报|在|的|实现了?|拥有|具有"
    "|：|占|以|按|每|从|由|比|较|等|获|获得|收到|发现|需|需要|用|需时|历时|用时|耗时|，|“|‘|《|\\s)+$"
)
HEAD = pattern(
    "(?:其中|此外|同时|另外|目前|已经?|还将?|也|共计?|累计|全年|全部|仅|将|预计|计划|力争|拟|努力|确保|到|至|可|能够?|形成|实现了?|完成了?(?=.{4})|达到|取得|共有|拥有|具有|有|约|为|是"
    "|全[国省市县区州镇乡村球行]|我[国省市县区州]|该|的|在|了|和|及|与|从|以|使|让|当|其|“(?=[^”]*$)|[\\s　”’》]|先后|相继|陆续|成功|持续|不断|带来|即有|就有)+"
)
SCOPES = pattern("国家级|省级|市级|区级|县级|镇级|村级|省部级|厅局级|自治区级|州级|世界级|规模以上|规上|限额以上|限上")
PLANNED = pattern("预计|计划|规划|目标|力争|拟|争取|有望|将达|设计(?=年?产)|预期")
OF_ALL = pattern("累计")
NOUN_RATE = pattern("(?:率|比重|比例|占比|强度|指数|利率|幅|速|速度|份额|浓度|纯度|覆盖面|比|度|成|收益|毛利|权重|税率|回报|概率|准确|含量|溢价|折扣|股权|股份)$")
ENDED = pattern("(?:[量额值入资金款价费率重宽高深度积数]|资产|利润|收入|投资|里程|规模|成本|支出|存款|贷款|余额|税|债|产能|产值|负债|面积|长度|跨度|收益|指数|GDP)$")
CLASSES = {
    UnitClass.MASS: "重量",
    UnitClass.LENGTH: "长度",
    UnitClass.AREA: "面积",
    UnitClass.MONEY: "金额",
    UnitClass.VOLUME: "容积",
    UnitClass.ENERGY: "能量",
    UnitClass.POWER: "功率",
    UnitClass.TEMPERATURE: "温度",
    UnitClass.SPEED: "速度",
    UnitClass.DATA: "数据量",
    UnitClass.DURATION: "时长",
    UnitClass.MULTIPLE: "倍数",
    UnitClass.INDEX: "点位",
}
COUNTED = {"人": "人数", "人次": "人次", "户": "户数", "次": "次数", "场次": "场次", "城": "城市数", "级": "级数", "位": "人数", "名": "人数", "倍": "倍数"}
NOUN_RISE = pattern("(?:增速|增幅|涨幅|降幅|跌幅|增长率|升幅|减幅|降速)$")
AFTER_STOP = pattern("[，,；;。：:、！!？?（）()\n…—]|(?<![A-Za-z])\\s|\\s(?![A-Za-z])|[的地得]|以上|以下|左右|之多|不等|上下")
THING = 14
AGO = pattern("[前后来内]|以[来前后内]|之[前后内]|期间")
CONTINUED = pattern("(?:连续|持续|已连续)$")


@dataclass(frozen=True, slots=True)
class Naming:
    """``metric`` is the indicator; ``own`` says whether its own words name it, or a number before it has to.

    ``start`` and ``end`` bound, in the text, the words that name it. ``compared`` is the cue's base, empty where there
    is none. ``act`` is what the number does.
    """

    metric: str
    scope: str
    start: int
    end: int
    act: Act
    compared: str = ""
    own: bool = True
    suffix: str = ""
    counted: str = ""

    def of(self, level: "Naming | None") -> "Naming":
        """The same with the indicator of the level before it, where its own words name none."""
        if self.own:
            return self
        stem = level.metric if level else ""
        return replace(self, metric=f"{stem}{self.suffix}", scope=self.scope or (level.scope if level else ""))


def naming(text: str, quantity: Quantity, start: int, end: int, *, taken: int) -> Naming:
    """The indicator of a quantity. ``start`` is where the words for it may begin, ``end`` where they end.

    ``taken`` is where the next number begins, or ``end``: words right before it are rather its own.
    """
    lead = _lead(text, start, quantity.span.start)
    words = text[lead : quantity.span.start]
    said = cue(words)
    made = _made(text, quantity, lead, said, end, taken)
    around = text[start : quantity.span.end] + made.metric
    scope = SCOPES.search(made.metric) or PLANNED.search(around) or OF_ALL.search(around)
    return replace(made, scope=scope[0].replace("规模以上", "规上") if scope else "")


def _made(text: str, quantity: Quantity, lead: int, said: Cue, end: int, taken: int) -> Naming:
    kind, words = quantity.unit_class, text[lead : quantity.span.start]
    if said.act in (Act.RISE, Act.FALL) and said.end:
        return _changed(quantity, lead, said, words)
    if said.act is Act.SHARE:
        return _shared(text, quantity, lead, said, words)
    head = _trim(words[: said.start] if said.act is not Act.LEVEL else words)
    thing, stop = _thing(text, quantity.span.end, end, taken if head else end)
    if kind is UnitClass.DURATION:
        return _lasted(text, quantity, lead, head, words, end)
    if kind in (UnitClass.RATE, UnitClass.POINTS):
        return _rate(text, quantity, lead, head, end)
    if kind is UnitClass.COUNT:
        metric = f"{head}{thing}{'' if head.endswith('数') and not thing else _counter(quantity)}"
        own = bool(head or thing)
        return Naming(metric, "", lead, max(stop, quantity.span.end), said.act, own=own, suffix=_counter(quantity), counted=thing)
    if head and (ENDED.search(head) or not thing):
        metric = head if ENDED.search(head) or kind is UnitClass.PER else f"{head}{_measure(kind, head)}"
        return Naming(metric, "", lead, quantity.span.end, said.act)
    metric = f"{head}{thing}"
    suffix = "" if not metric or ENDED.search(metric) else CLASSES.get(kind, "")
    return Naming(f"{metric}{suffix}", "", lead, max(stop, quantity.span.end), said.act, own=bool(metric), counted=thing)


def _measure(kind: UnitClass, head: str) -> str:
    return "额" if kind is UnitClass.MONEY else CLASSES.get(kind, "")


def _changed(quantity: Quantity, lead: int, said: Cue, words: str) -> Naming:
    edge = said.base_start if said.base_start >= 0 else said.start
    head = _trim(words[:edge])
    word = words[said.start : said.end]
    noun = NOUN_RISE.search(words[: said.end])
    if quantity.unit_class is UnitClass.RATE:
        suffix = noun[0] if noun else "增速" if said.act is Act.RISE else "降幅"
    elif quantity.unit_class is UnitClass.POINTS:
        suffix = f"{word}幅度" if not noun else noun[0]
    else:
        suffix = {"新增加": "增量"}.get(word, "增量" if said.act is Act.RISE else "减量")
    if head.endswith(suffix):
        head = head.removesuffix(suffix)
    compared = said.base or "unstated"
    return Naming(f"{head}{suffix}", "", lead, quantity.span.end, said.act, compared, bool(head), suffix)


def _shared(text: str, quantity: Quantity, lead: int, said: Cue, words: str) -> Naming:
    head = _trim(words[: said.start])
    whole = ""
    if words[said.start : said.end] == "占" or words[said.start : said.end].startswith("占"):
        whole = ""
    inner = words[: said.start].rfind("占")
    if inner >= 0 and words[said.start : said.end] in ("比重", "份额"):
        head, whole = _trim(words[:inner]), words[inner + 1 : said.start].strip("的")
    suffix = f"占{whole}比重" if whole else "占比"
    return Naming(f"{head}{suffix}", "", lead, quantity.span.end, said.act, own=bool(head), suffix=suffix)


def _rate(text: str, quantity: Quantity, lead: int, head: str, end: int) -> Naming:
    if NOUN_RATE.search(head):
        return Naming(head, "", lead, quantity.span.end, Act.LEVEL)
    after = text[quantity.span.end : quantity.span.end + 1]
    at = quantity.span.end + (after == "的")
    thing, stop = _thing(text, at, end, end)
    owner = head.removesuffix("占")
    whole = owner.rfind("占")
    if whole > 0:
        return Naming(f"{owner[:whole]}占{owner[whole + 1:]}比重", "", lead, quantity.span.end, Act.SHARE)
    if thing:
        return Naming(f"{owner}{thing}占比", "", lead, stop, Act.SHARE, counted=thing)
    return Naming(owner, "", lead, quantity.span.end, Act.LEVEL, own=bool(owner), suffix="比率")


def _lasted(text: str, quantity: Quantity, lead: int, head: str, words: str, end: int) -> Naming:
    if quantity.unit.name == "岁":
        return Naming("年龄", "", lead if head else quantity.span.start, quantity.span.end, Act.LEVEL)
    stop = _stop(text, quantity.span.end, end)
    rest = text[quantity.span.end : stop][:THING]
    if CONTINUED.search(words):
        head = _trim(CONTINUED.sub("", words))
        return Naming(f"{head}连续{rest}{quantity.unit.name}数", "", lead, min(stop, quantity.span.end + THING), Act.LEVEL)
    ago = AGO.match(rest)
    if ago:
        event = rest[ago.end() :]
        return Naming(f"{event}的时间" if event else "相隔时间", "", lead, min(stop, quantity.span.end + THING), Act.LEVEL)
    metric = head if head.endswith(("期", "时间", "时长", "寿命", "年限")) else f"{head or rest}时长"
    return Naming(metric, "", lead, quantity.span.end if head else min(stop, quantity.span.end + THING), Act.LEVEL, own=bool(head or rest), suffix="时长")


def _counter(quantity: Quantity) -> str:
    return COUNTED.get(quantity.unit.name, "数")


def _lead(text: str, start: int, end: int) -> int:
    """Where the words that belong to the number begin: behind the last mark before it."""
    at = start
    for match in BOUND.finditer(text, start, end):
        at = match.end()
    return at


def _trim(words: str) -> str:
    """A noun phrase without what links it to a number behind it and what leads up to it."""
    bare = TAIL.sub("", words)
    head = HEAD.match(bare)
    bare = bare[head.end() :] if head and head.end() < len(bare) else "" if head else bare
    if bare.count("“") != bare.count("”"):
        bare = bare.replace("“", "").replace("”", "")
    return bare.strip("“”‘’《》的 　") if bare.startswith("“") and bare.endswith("”") else bare.strip("‘’《》的 　")


def _stop(text: str, at: int, end: int) -> int:
    match = AFTER_STOP.search(text, at, end)
    return match.start() if match else end


def _thing(text: str, at: int, end: int, taken: int) -> tuple[str, int]:
    """What was counted, behind the number: up to a mark or a verb. Words right before another number are its own."""
    stop = _stop(text, at, end)
    if taken < stop:
        verb = predicates().search(text, at + 1, taken)
        if not verb:
            return "", at
        stop = min(stop, taken)
    verb = predicates().search(text, at, min(stop, at + THING + 4))
    if verb:
        stop = min(stop, verb.start())
    if stop - at > THING:
        stop = at + THING
    words = text[at:stop]
    return (words, stop) if words.strip() else ("", at)
