"""What ties a length to two dates: the words that say how long it took, or by how much a day was moved."""

from checker.patterns import pattern
from checker.quantities.model import Date
from checker.relations.dated import calendar
from checker.relations.dated.stretch import DAYS, Length, length
from checker.relations.passage import Passage

ABOUT = "(?:整整|正好|恰好|刚好|刚刚|足足|仅仅|仅有|约为|大约|将近|[约近仅共达为有是了才只]){0,3}$"
SHOW = 24
BEGUN = pattern(
    "[^，。；]{0,6}(?:开幕|开始|启动|启幕|揭幕|开馆|开营|开放|开赛|开课|开集|开展|开市)[，,](?:直?[至到]|将?于|计划于)?"
)
OVER = pattern("[^，。；0-9]{0,4}(?:闭幕|结束|落幕|收官|截止|闭馆|闭营|谢幕|收市|收集)[，,]")
"""What began on the one day and was over on the other."""

MOVED = pattern(
    "(?:提前|提早|推迟|推后|延后|延期|延长|延迟|延误|顺延|滞后|拖后|拖延|拖|耽误|耽搁|晚点|逾期|超期|过期|误期|后延|缓|误|[慢早晚快迟](?!上))"
    f"(?:出?来|到)?了?{ABOUT}"
)
"""By how much a day was moved."""
SOONER = pattern("提前|提早|[早快]")
TOOK = pattern(
    "(?:前后(?:一共|总共|历时)?|[只仅才共][用花]|(?<![够可能使作利专])[用花](?=了)|放假(?:共|时间|为)?|连休|历时|耗时|用时|费时|为时|为期|相隔|相距|间隔|时隔|中间隔|[中其]间仅?隔|隔|[只仅才共]用|一共用|总共用|用时|"
    "在[轨途院站岛]|(?:[展会工赛航假汛花雨疗住产]期|航程|行程|赛程|会程|全程|旅程|周期|工时|时长|历程|间隔期)(?:一共|总共|长达|共|计)?)了?"
    f"{ABOUT}"
)
"""How long it took from the one day to the other."""
IN_THEM = pattern("[里间]|的?时间[里内]")
LASTS = pattern(
    f"(?:长达|持续|延续|走过|度过|经过|经历|历经|[用花多少]|增加|缩短|累计|合计|一?共计?|总共|总计|整整|足足|[中其]间|先后[\u4e00-\u9fff]{{0,4}})了?{ABOUT}"
)
IN_A_ROW = pattern(f"(?:连续|一连|接连|连着)(?:[\u4e00-\u9fff]{{1,2}}了)?{ABOUT}")
"""Of a run that is told from day to day; so many days in a row may also be a part of it."""
COMPLETED = "贯通|竣工|建成|通车|完工|封顶|落成|通航|投[产用运]|结案|审结|宣判|收官|告破|侦破|销号|出版|杀青|完成"
FINISHED = pattern(f"(?:{COMPLETED})[^，。；]{{0,4}}，$")
"""What was done by the later day, where its doing is told right behind."""
FROM, UNTIL = pattern("[从自由]$"), pattern("(?:到|至|截至)$")
WORKED = frozenset("建修挖掘打凿钻造架铺盖砌干忙审查办拍写编做拼赶")
"""What is done until a thing is finished; 完工，使用了五年 is what came after."""

NO_LAPSE = ("岁", "周年")
PLANNED = pattern("合同|计划|预计|预定|总工期|核定|约定|试用|保质|保修|有效|法定|最长|最短|平均|每|原则上|另|再")
PARTS = pattern("其中|其间|期间|最[\u4e00-\u9fff]|各[\u4e00-\u9fff]|每|平均|分别")
FOLLOWED = pattern("(?:的?时间)?[间来里中](?![部央上下面小有有学])|年?平均|年均|复合")
SUBJECT = 2
"""How many characters of its own may stand before the word that says how long it took: 建设工期."""
SPENT = pattern("(?P<verb>[\u4e00-\u9fff])了(?P<all>整整|足足|将近|近)?$")
VERB = pattern("[\u4e00-\u9fff]{2,4}")
WHOLE = pattern("一共|总共|前后|整整|足足|累计")
BEFORE = pattern("原定|原计划|计划|预定|预计|原本|本应|约定|规定|要求|[由从比较]")
DUE = pattern(
    "(?:约定|规定|写明|载明|注明|承诺|计划|原定|预定|要求|应[当该]?[于在]?|须[于在]?|限[于期]?|最迟|最晚|(?:还款|到期|交付|交货|交房|截止|付款|归还)(?:日期?|时间|期限)?)"
    "[^，。；、]{0,10}$"
)
"""Before the day on which something was due, in the words of its clause: 合同约定的交房日期为."""
DUE_BEHIND = pattern("(?:到期|届满|期满|截止)|[之以]?前[^，。；往来后夕期]")
"""Behind such a day: 8月15日到期, 5月1日前交货."""
AHEAD = pattern(" ?(?:网|登记|电话|联系|领|预约|报名|订|购|申请|通知|告知|备|到|排队|公布|发|上市|开放|放假|抵达|入场)")
"""Behind 提前3天: a time by which something is to be done."""
BY = pattern("[，,]?(?:(?P<on>[将会]?一?直?(?:持续|延续|办|开|展)(?:到|至))|到|至|截至|于)?$")
ENDING = pattern("(?:结束|为止|止|届满|期满|闭幕|落幕|截止|收官)")
STARTING = pattern("(?:起|始|开始|启动|开[幕馆展园营班赛机张市])")
RESTARTED = pattern("后又|又|再次|起(?!止)|以来")
UNTIL_THEN = pattern("[，,]?(?:到|至)")
UP_TO_NOW = pattern("至今|迄今|今年|如今|目前")


def took(passage: Passage, first: Date, second: Date, found: Length, shorter: bool) -> bool:
    """Whether the words tie the length to these two dates.

    What is shorter may be how long a part took; then the words must be next to the dates and name nothing else.
    """
    lead = lead_of(passage, first, second, found)
    clause = _clause(lead)
    if PLANNED.search(lead) or PARTS.search(lead):
        return False
    if second.span.start > found.span.start:
        return _frames(passage, first, second, found)
    if lead.count("，") > 2 or "；" in lead or "。" in lead or RESTARTED.search(lead):
        return False
    if shorter and (lead.count("，") > 1 or _is_divided(passage, first, found)):
        return False
    events = passage.text[first.span.end : found.span.start - len(clause)]
    framed = is_framed(passage, first, second) or _is_shown(passage, first, second)
    valued = any(passage.text.startswith("的", one.span.end) for one in (first, second))
    within = _opens_clause(passage, found, lead, clause) and (found.unit == DAYS or (framed and not valued))
    inside = framed and not shorter and clause.endswith("在")
    if inside and IN_THEM.match(passage.text, found.span.end, passage.span.end):
        return True  # 自3月至9月，五人在八个月里; a shorter time may be a part of it
    return within or _is_worded(clause, events, framed=framed, shorter=shorter)


def _is_shown(passage: Passage, first: Date, second: Date) -> bool:
    """9月28日开幕，10月7日闭幕: the days on which something began and ended."""
    near = second.span.start - first.span.end <= SHOW
    begun = near and BEGUN.fullmatch(passage.text, first.span.end, second.span.start)
    return bool(begun) and OVER.match(passage.text, second.span.end, passage.span.end) is not None


def _is_worded(clause: str, events: str, *, framed: bool, shorter: bool) -> bool:
    """Whether the words right before the length say that it took so long."""
    took, lasts, spent = TOOK.search(clause), LASTS.search(clause), SPENT.search(clause)
    if took is not None:
        return not shorter or took.start() <= SUBJECT
    if framed and IN_A_ROW.search(clause):
        return not shorter
    if lasts is not None and framed:
        return not shorter or lasts.start() <= 2 * SUBJECT
    if spent is None or spent["verb"] in "过有":
        return False
    echo, whole = spent["verb"] in events, WHOLE.search(clause) is not None
    worked = spent["verb"] in WORKED and FINISHED.search(events) is not None
    return (echo and whole) if shorter else (echo or whole or worked)


def _is_divided(passage: Passage, first: Date, found: Length) -> bool:
    """Whether another length stands between the dates and this one."""
    return any(
        first.span.end <= one.span.start < found.span.start and length(one) is not None
        for one in calendar.around(passage, found.span.start)
    )


def _clause(lead: str) -> str:
    """The words before the length in its clause."""
    return lead[max(lead.rfind(mark) for mark in "，,；、（(") + 1 :]


def _opens_clause(passage: Passage, found: Length, lead: str, clause: str) -> bool:
    """四天里 at the head of a clause."""
    within = IN_THEM.match(passage.text, found.span.end, passage.span.end)
    return within is not None and "，" in lead and not clause.strip("这整 ")


def _exact_clause(passage: Passage, found: Length, lead: str, clause: str) -> bool:
    """失联4天, 两个月完工: a short clause of its own."""
    if found.said.low != found.said.high or "，" not in lead:
        return False
    return not clause or (
        VERB.fullmatch(clause) is not None and passage.text[found.span.end : found.span.end + 1] in "，。；"
    )


def is_framed(passage: Passage, first: Date, second: Date) -> bool:
    """从6月持续到8月, 8月3日起, 至8月9日止."""
    begin, end = first.span.start, second.span.start
    head = passage.span.start
    closed = passage.text.startswith("起", first.span.end) and ENDING.match(passage.text, second.span.end)
    begun = FROM.search(passage.text, max(head, begin - 2), begin) or closed
    return bool(begun and UNTIL.search(passage.text, max(head, end - 2), end))


def _frames(passage: Passage, first: Date, second: Date, found: Length) -> bool:
    """自6月1日起，为期15天，至6月15日结束: the length between its own dates."""
    if first.span.start > found.span.start:
        return False
    before = passage.text[first.span.end : found.span.start]
    between = passage.text[found.span.end : second.span.start]
    by = BY.fullmatch(between)
    ends = by and (by["on"] or ENDING.match(passage.text, second.span.end, passage.span.end))
    return bool(TOOK.search(before) and STARTING.search(before) and ends)


def lead_of(passage: Passage, first: Date, second: Date, found: Length) -> str:
    """The words before the length, back to the date before it."""
    start = max([passage.span.start, *(one.span.end for one in (first, second) if one.span.end <= found.span.start)])
    return passage.text[start : found.span.start]


def is_lapse(passage: Passage, found: Length, lead: str) -> bool:
    """Whether the words let the length be the time between: not every so many days, not within so many."""
    if PLANNED.search(lead[-12:]):
        return False
    if FOLLOWED.match(passage.text, found.span.end, passage.span.end):
        return True
    if STARTING.match(lead) and UNTIL_THEN.match(passage.text, found.span.end, passage.span.end):
        return True
    clause = _clause(lead)
    if _exact_clause(passage, found, lead, clause) or LASTS.search(lead) or lead.endswith("连续"):
        return True
    if MOVED.search(lead) or TOOK.search(lead) or SPENT.search(lead):
        return True
    return WHOLE.search(lead[-8:]) is not None
