"""span of any doing between two dates: 2004年8月开钻，2008年2月打通，在山里凿了30个月; 一躲就是九年, 前前后后24天.

Two dates are all the sentence tells, of a beginning and of an end in clauses side by side (or 从A…到B), and the length
closes the clause behind them as how long something was done. Which doing it was is left open; therefore the words on
the later date must tell of an end: 2003年进厂，2010年当上班长，一干就是12年 goes on from the later one.
"""

from collections.abc import Iterator

from checker.patterns import pattern
from checker.quantities.model import Date, Ordinal, Quantity, UnitClass
from checker.relations.dated import calendar, closed, lapses
from checker.relations.dated.calendar import Elapsed, elapsed
from checker.relations.dated.stretch import Length, Stretch, judged, length
from checker.relations.passage import Passage
from checker.relations.record import Relation

EXACTLY = "(?:整整|足足|差不多|大约|将近|[约近满])?"
DONE = pattern(
    f"(?:[凿挖掘钻打建修盖造架铺拍写编画刻走跑漂航行飞骑爬游渡逃躲藏找追查搜攻战谈磨熬拼赶治搬迁筹织炼演赛晃颠]了|一[\u4e00-\u9fff]{{1,3}}(?:就是|便是|就|[是了])?"
    f"|(?:前前后后|前后|来来回回|断断续续|风风雨雨)(?:一共|总共|共)?[\u4e00-\u9fff]?了?"
    f"|(?:潜逃|在逃|逃亡|逃匿|出逃|藏匿|躲藏|施工|航行|行驶|跋涉|漂泊|漂流|奔波|苦战|鏖战|奋战|坚守|守候|昏迷|失踪|失联|被困|停电|停水|断电|断水|断网|搜救|搜寻|抢修|隔离)了?){EXACTLY}$"
)
"""That something was done for so long which may fill the time between; what follows an end (种了, 养护了) does not."""
ALL_OF_IT = pattern(
    f"{lapses.WHOLE.pattern}|前前后后|来来回回|断断续续|风风雨雨|一[一-鿿]{{1,3}}(?:就是|便是|就|[是了])?{EXACTLY}$"
    "|^[一这][场桩件趟宗部条座]|^整[场桩件趟宗部条座个]"
)
"""That it was done from the one date to the other; else a shorter time may be that of a part: 光地基就挖了15天."""
ENDED = pattern(
    f"{lapses.COMPLETED}|[打凿挖]通|[抓捕擒获]|按住|落网|归案|自首|投案|终审|判决|裁定|[交还]出|完[成结毕]"
    "|[结收]束|收工|收尾|摘牌|脱险|获救|解除|停[办刊业运产]|拆除|停[了住歇]|天晴|放晴|苏醒|醒来|清醒|出院|找到|恢复|解封|抢通"
)
"""What the later date is of where it ends what began on the earlier."""
ARRIVED = pattern("抵达?|到达|到港|靠[上岸泊港]|停靠|返[回航港校]|归[来航队港]|登[岸陆]|上岸|回[到国家]")
GOING = pattern("[走漂航驶行晃跑飞骑爬赶颠游渡逃躲]了|前前后后|来来回回|断断续续|航行|行驶|跋涉|漂泊|漂流|奔波")
"""Who arrived somewhere may have stayed for so long; only the time of going ends there."""
AFTER_IT = pattern(
    "[判刑蹲坐关押囚罚停躺用审治开营办闲空歇养休等卧瘫缓还赔欠拖慢晚早快差缩省短长少多][了就]|有期|缓刑|刑期|服刑|提前|推迟|逾期|延|[缩减]|休养|养[伤病]|停|在押|羁押|收押|试|热映|保"
)
"""A length of what follows the end, or by how much a date was moved."""
TURNED = pattern(f"{closed.OTHERS.pattern}|其余|另|而|但|不|没|未|曾|先|前(?![前后])|(?<![前后])后(?!后)")
BEGUN_AFTER = pattern("^[\u4e00-\u9fff]{2,4}后(?=[\u4e00-\u9fff])")
"""2003年|作案后潜逃: what it began with is of the same date."""

CLOSED = pattern("[，。；！？,;!?）)]|——")
FRAMED_LEAD = pattern("[^，。；、：0-9]{0,14}[，,]?[^，。；、：（）()0-9“”]{0,12}")
LEAD = pattern("[^，。；、：（）()0-9“”]{1,16}[，,][^，。；、：（）()0-9“”]{1,14}")
"""What stands between the later date and the length: the rest of its clause and the clause of the length."""
ONE_CLAUSE = 24
TENTH = 10
"""A long time is told to its tenth: 一晃二十年 of 18 years."""


def find(passage: Passage) -> Iterator[Relation]:
    """The only length of a sentence with the only two dates of it, judged; always open to doubt."""
    lengths = [one for one in passage.tokens if _is_time(one)]
    found = length(lengths[0]) if len(lengths) == 1 else None
    if found is None or found.ordinal or not found.plain or found.said.low is None:
        return
    if not CLOSED.match(passage.text, found.span.end) or passage.text.endswith(lapses.NO_LAPSE, 0, found.span.end):
        return
    dates = list(calendar.days_told(passage, passage.tokens))
    if len(dates) != 2 or not all(calendar.is_fine(one, found.unit) for one in dates):
        return
    yield from _throughout(passage, dates[0], dates[1], found)


def _is_time(token: object) -> bool:
    return isinstance(token, Ordinal) or (isinstance(token, Quantity) and token.unit_class is UnitClass.DURATION)


def _throughout(passage: Passage, start: Date, end: Date, found: Length) -> Iterator[Relation]:
    if not start.span.end <= end.span.start < end.span.end <= found.span.start:
        return
    between = passage.text[start.span.end : end.span.start]
    lead = passage.text[end.span.end : found.span.start]
    words = between + lead
    clause = lead[lead.rfind("，") + 1 :]
    if TURNED.search(BEGUN_AFTER.sub("", between) + lead) or closed.BEGUN_ANEW.search(lead) or AFTER_IT.search(lead):
        return
    if lapses.PLANNED.search(words) or lapses.PARTS.search(words):
        return
    if not DONE.search(clause) or not _is_ended(passage, start, end, between, lead):
        return
    true = elapsed(start, end, found.unit)
    if true is None or true.least < 1:
        return
    slack = true.most // TENTH
    wide = Elapsed(true.least - slack, true.most + slack)
    if found.said.high is not None and found.said.high < wide.least and not ALL_OF_IT.search(clause):
        return
    yield judged(passage, Stretch(start, end, found, wide, "起止与时长", doubtful=True))


def _is_ended(passage: Passage, start: Date, end: Date, between: str, lead: str) -> bool:
    """Whether what began on the one date came to its end on the other."""
    if lapses.is_framed(passage, start, end):
        return FRAMED_LEAD.fullmatch(lead) is not None and "，" not in between
    apart = between.count("，") == 1 and len(between) <= ONE_CLAUSE
    if not apart or LEAD.fullmatch(lead) is None:
        return False
    event, _, clause = lead.partition("，")
    going = ARRIVED.search(event) is not None and GOING.search(clause) is not None
    return going or (ENDED.search(event) is not None and not ARRIVED.search(event))
