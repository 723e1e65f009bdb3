"""What a number is the number of: the indicator that the words around it name, its scope, and how it is compared."""

from dataclasses import dataclass, replace

from checker.lexicon.predicates import predicates, verbs
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act, Cue, cue
from checker.spans import Span

BOUND = pattern("[，,；;。：:、！!？?（）()\n…—]|(?<![A-Za-z])\\s|\\s(?![A-Za-z])")
TAIL = pattern(
    "(?:达到了?|高达|达|约?为|约|是|了|近|超过?|突破|只有|仅有?|共有?|共计|总计|合计|累计|分别|均|各|有|已|将|可|也|还|就|又|再|至少|多|不到|不足|逾|至|到|数量|报|在|的|实现了?|拥有|具有|预计|预期|估计|相比?|相较|从|在"
    "|：|占|以|按|每|从|由|比|较|等|获|获得|收到|发现|需|需要|用|需时|历时|用时|耗时|，|“|‘|《|\\s)+$"
)
HEAD = pattern(
    "(?:这里的|[一两][列辆艘架趟]|不仅|其中|此外|同时|另外|目前|已经?|还将?|也|共计?|累计|全年|全部|仅|将|预计|计划|力争|拟|努力|确保|到|至|可|能够?|形成|实现了?|完成了?(?=.{4})|达到|取得|共有|拥有|具有|有(?![效色机线关限偿序力])|约|为|是"
    "|全[国省市县区州镇乡村球行]|我[国省市县区州]|该|的|在|了|和|及|与|从|以|使|让|当|其|“(?=[^”]*$)|[\\s　”’》]|先后|相继|陆续|成功|持续|不断|带来|即有|就有)+"
)
SCOPES = pattern("国家级|省级|市级|区级|县级|镇级|村级|省部级|厅局级|自治区级|州级|世界级|规模以上|规上|限额以上|限上")
PLANNED = pattern("预计|计划|规划|目标|力争|拟|争取|有望|将达|设计(?=年?产)|预期")
OF_ALL = pattern("累计")
NOUN_RATE = pattern(
    "(?:率|比重|比例|占比|强度|指数|利率|幅|速|速度|份额|浓度|纯度|覆盖面|比|度|成|收益|毛利|权重|税率|回报|概率|准确|含量|溢价|折扣|股权|股份)$"
)
ENDED = pattern(
    "(?:[量额值入资金款价费率重宽高深度积数]|资产|利润|收入|投资|里程|规模|成本|支出|存款|贷款|余额|税|债|产能|产值|负债|面积|长度|跨度|收益|指数|GDP)$"
)
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
COUNTED = {
    "人": "人数",
    "人次": "人次",
    "户": "户数",
    "次": "次数",
    "场次": "场次",
    "城": "城市数",
    "级": "级数",
    "位": "人数",
    "名": "人数",
    "倍": "倍数",
}
PLAIN = frozenset(
    [
        "个",
        "家",
        "项",
        "件",
        "只",
        "条",
        "种",
        "类",
        "款",
        "套",
        "辆",
        "台",
        "座",
        "处",
        "所",
        "支",
        "篇",
        "本",
        "部",
        "份",
        "张",
        "期",
        "届",
        "批",
        "岁",
        "门",
        "颗",
        "名",
    ]
) - {"名"}
NOUN_RISE = pattern("(?:增速|增幅|涨幅|降幅|跌幅|增长率|升幅|减幅|降速)$")
AFTER_STOP = pattern("[，,；;。：:、！!？?（）()\n…—]|(?<![A-Za-z])\\s|\\s(?![A-Za-z])|以上|以下|左右|之多|不等|上下")
OF = pattern("[的得]")
LINKED = pattern("中(?=[即就便有])|[是在将已被把均都也从由向]|正(?!副)")
NO_THING = pattern("[和与及至到、0-9]")
ADVERBS = frozenset(
    ["正在", "正式", "全部", "陆续", "先后", "相继", "分别", "持续", "不断", "继续", "可以", "均已", "能够", "能"]
)
THING = 14
LISTED = pattern("等[“”]?$")
UNITED = pattern("[0-9０-９一二三四五六七八九十百千万亿%％余多][^0-9]{0,4}$")
GENERIC = pattern("增速|增幅|涨幅|降幅|跌幅|占比|比重|总量|总额|数量|规模|份额|[价数金]额")
CONVERTED = pattern("(?:折算|折合|约合|相当于|合)(?:为|成|人民币|约)*$")
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


def naming(text: str, quantity: Quantity, words: Span, end: int, *, taken: int) -> Naming:
    """The indicator of a quantity. ``words`` are those that may lead up to it, ``end`` is where those behind it end.

    ``taken`` is where the next number begins, or ``end``: words right before it are rather its own.
    """
    lead = _lead(text, words.start, words.end)
    said = cue(text[lead : words.end])
    made = _made(text, quantity, Span(lead, words.end), said, end, taken)
    around = words.of(text) + made.metric
    scope = SCOPES.search(made.metric) or PLANNED.search(around) or OF_ALL.search(around)
    return replace(made, scope=scope[0].replace("规模以上", "规上") if scope else "")


def _made(text: str, quantity: Quantity, before: Span, said: Cue, end: int, taken: int) -> Naming:
    kind, lead, words = quantity.unit_class, before.start, before.of(text)
    if CONVERTED.search(words):
        return Naming("", "", lead, quantity.span.end, Act.LEVEL, own=False)
    if said.act in (Act.RISE, Act.FALL) and said.end:
        return _changed(text, quantity, before, said, min(end, taken))
    if said.act is Act.SHARE:
        return _shared(quantity, lead, said, words)
    head = trimmed(words[: said.start] if said.act is not Act.LEVEL else words)
    if LISTED.search(words):
        head = ""
    thing, stop = _thing(text, quantity.span.end, end, taken, head)
    if head and thing and text[lead - 1 : lead] == "、" and not UNITED.search(text[max(0, lead - 8) : lead - 1]):
        head = ""
    if kind is UnitClass.DURATION:
        return _lasted(text, quantity, lead, head, words, end)
    if kind in (UnitClass.RATE, UnitClass.POINTS):
        return _rate(text, quantity, lead, head, min(end, taken))
    if kind is UnitClass.COUNT:
        metric = f"{head}{thing}{'' if head.endswith('数') and not thing else _counter(quantity, thing)}"
        own = bool(head or thing)
        return Naming(
            metric,
            "",
            lead,
            max(stop, quantity.span.end),
            said.act,
            own=own,
            suffix=_counter(quantity, ""),
            counted=thing,
        )
    if head and ((ENDED.search(head) and not (thing and predicates().fullmatch(head))) or not thing):
        metric = head if ENDED.search(head) or kind is UnitClass.PER else f"{head}{_measure(kind)}"
        return Naming(metric, "", lead, quantity.span.end, said.act)
    metric = f"{head}{thing}"
    if kind is UnitClass.NONE and thing:
        metric = f"{metric}数"
    suffix = "" if not metric or ENDED.search(metric) else CLASSES.get(kind, "")
    return Naming(
        f"{metric}{suffix}", "", lead, max(stop, quantity.span.end), said.act, own=bool(metric), counted=thing
    )


def _measure(kind: UnitClass) -> str:
    return "额" if kind is UnitClass.MONEY else CLASSES.get(kind, "")


def _changed(text: str, quantity: Quantity, before: Span, said: Cue, end: int) -> Naming:
    lead, words = before.start, before.of(text)
    edge = said.base_start if said.base_start >= 0 else said.start
    head = trimmed(words[:edge])
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
    if compared == "other" and quantity.unit_class is not UnitClass.RATE:
        suffix = "差距"
    elif quantity.unit_class is UnitClass.MULTIPLE:
        suffix = "增长倍数" if said.act is Act.RISE else "降幅"
    stop = quantity.span.end
    if not head and quantity.unit_class not in (UnitClass.RATE, UnitClass.POINTS):
        head, stop = _thing(text, stop, end, end)
    own = bool(head) and not GENERIC.fullmatch(head)
    return Naming(
        f"{head}{suffix}",
        "",
        lead,
        max(stop, quantity.span.end),
        said.act,
        compared,
        own,
        suffix if own or not head else f"{head}{suffix}",
    )


def _shared(quantity: Quantity, lead: int, said: Cue, words: str) -> Naming:
    head = trimmed(words[: said.start])
    whole = ""
    if words[said.start : said.end] == "占" or words[said.start : said.end].startswith("占"):
        whole = ""
    inner = words[: said.start].rfind("占")
    if inner >= 0 and words[said.start : said.end] in ("比重", "份额"):
        head, whole = trimmed(words[:inner]), words[inner + 1 : said.start].strip("的")
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
        return Naming(f"{owner[:whole]}占{owner[whole + 1 :]}比重", "", lead, quantity.span.end, Act.SHARE)
    if thing:
        return Naming(f"{owner}{thing}占比", "", lead, stop, Act.SHARE, counted=thing)
    return Naming(owner, "", lead, quantity.span.end, Act.LEVEL, own=bool(owner), suffix="比率")


def _lasted(text: str, quantity: Quantity, lead: int, head: str, words: str, end: int) -> Naming:
    if quantity.unit.name == "岁":
        return Naming("年龄", "", lead if head else quantity.span.start, quantity.span.end, Act.LEVEL)
    stop = _stop(text, quantity.span.end, end)
    rest = text[quantity.span.end : stop][:THING]
    if CONTINUED.search(words):
        head = trimmed(CONTINUED.sub("", words))
        return Naming(
            f"{head}连续{rest}{quantity.unit.name}数", "", lead, min(stop, quantity.span.end + THING), Act.LEVEL
        )
    ago = AGO.match(rest)
    if ago:
        event = rest[ago.end() :]
        return Naming(
            f"{event}的时间" if event else "相隔时间", "", lead, min(stop, quantity.span.end + THING), Act.LEVEL
        )
    metric = head if head.endswith(("期", "时间", "时长", "寿命", "年限")) else f"{head or rest}时长"
    return Naming(
        metric,
        "",
        lead,
        quantity.span.end if head else min(stop, quantity.span.end + THING),
        Act.LEVEL,
        own=bool(head or rest),
        suffix="时长",
    )


def _counter(quantity: Quantity, thing: str) -> str:
    unit = quantity.unit.name
    return "数" if thing or unit in PLAIN else COUNTED.get(unit, f"{unit}数")


def _lead(text: str, start: int, end: int) -> int:
    """Where the words that belong to the number begin: behind the last mark before it."""
    at = start
    for match in BOUND.finditer(text, start, end):
        at = match.end()
    return at


def trimmed(words: str) -> str:
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


def _thing(text: str, at: int, end: int, taken: int, head: str = "x") -> tuple[str, int]:
    """What was counted, behind the number: up to a mark or a verb. Words right before another number are its own."""
    stop = _stop(text, at, end)
    cut = taken < stop
    if NO_THING.match(text, at):
        return "", at
    if cut:
        if not verbs().search(text, at + 1, taken):
            return "", at
        stop = min(stop, taken)
    edge = min(stop, at + THING + 4)
    of = OF.search(text, at, edge)
    edge = of.start() if of else edge
    found = [one for one in (verbs().search(text, at, edge), LINKED.search(text, at + 1, edge)) if one]
    verb = min(found, key=lambda one: one.start(), default=None)
    if verb and (cut or verb.end() < stop) and (of is None or verb.end() < edge):
        if verb.start() > at + 1 and verb[0] not in ADVERBS and len(verb[0]) > 1 and not head and not cut:
            return text[at : min(stop, verb.start() + THING)], verb.start()
        edge = verb.start()
    words = text[at : min(edge, at + THING)].removesuffix("之一")
    return (words, at + len(words)) if words.strip() else ("", at)
