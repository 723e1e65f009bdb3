"""span of what has ended: 1998年入伍，2018年退役，服役20年; 2号机组1986年投运，到2023年停机，共运行37年.

Two years of the sentence, the one with a word of beginning, the other with a word of leaving or of reaching up to it,
and a length that is said to be of what began. Which beginnings go with which doing is told by a table. A length that is
too short may be that of a part, unless nothing but the doing itself stands before it.
"""

from collections.abc import Iterator

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Date, Period
from checker.relations.dated import beginnings, calendar
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.stretch import Length, Stretch, judged, length
from checker.relations.passage import Passage
from checker.relations.record import Relation

STARTS = {
    pattern("服役|从军|当兵|军旅|军龄|消防"): pattern(
        "入伍|参军|当兵|服役|从军|入列|列装|下水|首[飞航]|交付|启用|并网|建成|落成|投[运用产入]"
    ),
    pattern("任职|在任|在职|主政|掌舵|执掌|履职|任期"): pattern("任|当选|履新|接[手过棒]|当上|掌|入主|入职"),
    pattern("执教|任教|从教|教龄"): pattern("任教|执教|从教|讲台|教师|教练|接手|上任|支教|入职|老师"),
    pattern("从警|警龄"): pattern("从警|民警|警|公安"),
    pattern("从医|行医|医龄"): pattern("从医|行医|医"),
    pattern("登台|从艺|演艺|粉墨|舞台|演唱|唱戏|演戏"): pattern(
        "(?:剧|杂技|戏|文工|歌舞|评弹|曲艺|马戏|话剧|艺术)[\u4e00-\u9fff]{0,3}[团院班社]|学[戏艺唱]|[卖献学从]艺|登台|拜师|入科|入行|从艺|坐科"
    ),
    pattern("从业|从艺|工龄|工作"): pattern("参加工作|入行|从业|进|入职|从事|学艺|拜师|上岗|招工|分配"),
    pattern(
        "运行|运营|营运|运转|使用|发电|供[水电气热]|通[车航行]|服务|营业|在役|航行|存在|存续|办[学刊报厂]|出版|发行|开采|生产|经营|播出"
    ): pattern(f"{beginnings.FOUNDED}|并网|发电|供[水电气热]|下水|入列|交付|首飞|建于|开[通放业]|投|蓄水"),
    pattern("[守干站教跑修住做待开当种写管扛走航演唱拍画](?=了)"): pattern(
        f"{beginnings.BEGUN}|入列|上[车船岗任]|进了?[\u4e00-\u9fff]{{0,5}}[局厂所站社院校司队团场矿店馆行段处]"
    ),
}
"""What may have begun where a length is said to be of this doing."""
PROFESSION, AT_WORK = pattern("从[教医警业艺政]|行医|执教|任教|[工教警医]龄"), pattern("参加工作|上班|毕业|入职")
"""1998年参加工作，2020年退休，从医|22年: who came to the work later did it for less, and nobody for longer."""

ADVERBS = (
    "(?:已经?|一?共|总共|累计|连续|先后|前后"
    "|安全|平稳|稳定|在部队|时间|整整|足足|将近|长达|达|了|有|满|也|就|就是|[他她它](?:一共)?)"
)
ECHO, LAST_WORDS = pattern("^[\u4e00-\u9fff]?(?P<same>[\u4e00-\u9fff])(?=.*(?P=same))"), 6
"""上船 and 跑船: the doing names what it began with."""
ALONE = pattern(f"{ADVERBS}*[\u4e00-\u9fff]{{2}}{ADVERBS}*")
"""Nothing but the doing: 共运行37年, 服役整整20年."""
LAST = pattern(f"(?P<doing>[\u4e00-\u9fff]{{1,2}}){ADVERBS}*$")
UP_TO, BY_THEN = (
    pattern("(?:(?P<sure>截[至止]|直[到至])|[到至])$"),
    pattern("(?:年?[底末初])?(?:为止|止)?(?:[，,]|已|共|这|才)"),
)
"""到2022年，已…: the year up to which; in 到2003年提干 it goes on."""
LEFT = pattern(
    "[，,]?[^，。；]{0,10}?(?:关门|谢客|熄灯|打烊|退休|退役|退伍|转业|离休|离任|离开|离职|卸任|辞[去职任]|去职|下课|届满|期满|停[办刊业运产用机]|关[闭停]|拆除|报废|解散|撤[并销]|合并|注销|闭[坑店馆]|歇业|挂靴|封箱|案发|被查|落马|被捕|落网"
    "|退出|谢幕|告别|去世|病逝|牺牲|离世|为止)"
)
AT_LAST = pattern(
    f"{LEFT.pattern}[^，。；0-9]{{0,6}}(?:时|那天|那年|那一刻|之际|当天|前夕)[，,]?(?:正好|刚好|恰好|已经?|整整|刚刚?|年?满|是|有|足足)*"
)
"""2024年闭馆那天正好: at the end of what began, so that its age is told."""
IDLE = pattern("[停闭关休歇退离空闲荒弃封]")
"""What is done after the end: 2020年闭馆，闭馆3年."""
BEGUN_ANEW = pattern(
    "(?<!前)后，|(?<!前)后[^，。；]{2}|随后|之后|后来|如今|现在|至今|目前|又|再|重[新返]|转[任到而]|改|其中|其间|期间|每|平均|先后[^，。；]|起"
)
SOLDIER, SERVING = pattern("入伍|参军|从军"), pattern("服役|从军|当了?|军[旅龄营]|部队|消防|守|站|航|飞|戍")
"""1990年入伍，1995年退伍，种了30年地: what a soldier did later is no service."""

NOT_DONE = pattern("设计|寿命|年限|合同|计划|预计|预定|约定|保修|质保|有效|最长|最短|另|可")
OTHERS = pattern(
    "父|母亲|爸|妈|爷|奶奶|儿子|女儿|妻|丈夫|弟弟|哥哥|姐姐|妹妹|(?<=[，,、；他她的年])师傅|徒弟|同事|战友|搭档|前任|继任|接替|分别|两人|各"
)
OF_OTHERS = pattern(f"[他她其的](?:{OTHERS.pattern})[^，。；]{{0,6}}$")
REACH, SHORTEST, AGE, BACK, BESIDE = 80, 2, "岁", 12, 12


def find(passage: Passage) -> Iterator[Relation]:
    """Every length in years with the two years in which it began and ended, judged."""
    for token in passage.tokens:
        found = length(token)
        if found is None or found.unit != "年" or found.ordinal or not found.said.low:
            continue
        if found.span.of(passage.text).endswith(AGE):
            yield from _aged(passage, found)
        if found.span.of(passage.text).endswith(("岁", beginnings.ANNIVERSARY)) or found.said.low < SHORTEST:
            continue
        ends = _ends(passage, found)
        if beginnings.NOT_SO_LONG.match(passage.text, found.span.end):
            continue
        yield from _told(passage, *ends, found) if ends is not None else _begun_before(passage, found)


def _aged(passage: Passage, found: Length) -> Iterator[Relation]:
    """How old what was founded in the one year was when it closed in the other."""
    ends = _ends(passage, found)
    if ends is None or ends[0].span.start > ends[1].span.start or found.said.low != found.said.high:
        return
    start, end = ends
    begun = beginnings.FOUNDED_AFTER.match(passage.text, start.span.end, end.span.start)
    if begun is None or not AT_LAST.fullmatch(passage.text, end.span.end, found.span.start):
        return
    lapse = (end.year or 0) - (start.year or 0)
    yield judged(passage, Stretch(start, end, found, Elapsed(lapse - 1, lapse), "年份与年龄", doubtful=True))


def _ends(passage: Passage, found: Length) -> tuple[Date, Date] | None:
    """The only two years told before the length, the earlier first."""
    near = [one for one in calendar.around(passage, found.span.start) if isinstance(one, (Date, Period))]
    near = [one for one in near if abs(one.span.start - found.span.start) <= REACH]
    years = [one for one in near if isinstance(one, Date) and (one.year or one.relative in calendar.YEARS_AWAY)]
    apart = len(years) != 2 or any(isinstance(one, Period) for one in near)
    if apart or years[-1].span.start > found.span.start:
        return None
    told = sorted((calendar.dated(one, passage.published) for one in years), key=lambda one: one.year or 0)
    return (told[0], told[1]) if told[0].year and told[1].year and told[0].year < told[1].year else None


def _begun_before(passage: Passage, found: Length) -> Iterator[Relation]:
    """到1992年退休，他前后登台53年: what began in a sentence of the paragraph before, where that fits."""
    near = [one for one in calendar.around(passage, found.span.start) if isinstance(one, (Date, Period))]
    near = [one for one in near if one.span.end <= found.span.start]
    end = near[0] if len(near) == 1 else None
    if not isinstance(end, Date) or not end.year or not _is_end(passage, end, found):
        return
    clause = passage.text[passage.text.rfind("，", end.span.end, found.span.start) + 1 : found.span.start]
    one = passage.earlier
    for _ in range(BACK):
        if one is None or found.said.low != found.said.high:
            return
        years = (start for start in one.tokens if isinstance(start, Date) and start.year)
        fitting = (start for start in years if end.year - (start.year or 0) == found.said.low)
        start = next((each for each in fitting if _goes_with(clause, one.text[each.span.end : one.span.end])), None)
        if start is not None and start.year:
            lapse = end.year - start.year
            yield judged(passage, Stretch(start, end, found, Elapsed(lapse - 1, lapse + 1), "年份与年数"))
            return
        one = one.earlier


def _told(passage: Passage, start: Date, end: Date, found: Length) -> Iterator[Relation]:
    first, last = min(start.span.start, end.span.start), max(start.span.end, end.span.end)
    lead = passage.text[last : found.span.start]
    words = passage.text[first : found.span.start]
    clause = lead[max(lead.rfind(mark) for mark in "，,；、") + 1 :]
    doing = LAST.search(clause)
    if doing is None or IDLE.search(doing["doing"]):
        return
    if BEGUN_ANEW.search(lead) or NOT_DONE.search(clause) or not _is_end(passage, end, found):
        return
    if OTHERS.search(words) or OF_OTHERS.search(passage.text, passage.span.start, first):
        return
    begun = passage.text[max(passage.span.start, start.span.start - 3) : _until(start, end, found, passage)]
    if SOLDIER.search(begun) and not SERVING.search(clause):
        return
    lapse = (end.year or 0) - (start.year or 0)
    longer = found.said.low is not None and found.said.low > lapse
    outlasts = longer and PROFESSION.search(clause) and AT_WORK.search(begun)
    if not (outlasts or _goes_with(clause, begun) or ECHO.findall(doing["doing"] + begun[-LAST_WORDS:])):
        return
    relation = judged(passage, Stretch(start, end, found, Elapsed(lapse - 1, lapse + 1), "年份与年数", doubtful=True))
    if (
        relation.verdict is Verdict.CONSISTENT
        or longer
        or (ALONE.fullmatch(clause) and not _is_divided(passage, start, found))
    ):
        yield relation


def _until(start: Date, end: Date, found: Length, passage: Passage) -> int:
    """Where the words on the beginning end: at the other year, if that stands behind it, else with the clause."""
    if end.span.start > start.span.end:
        return end.span.start
    at = passage.text.find("，", start.span.end, found.span.start)
    return at if at >= 0 else found.span.start


def _is_end(passage: Passage, end: Date, found: Length) -> bool:
    up_to = UP_TO.search(passage.text, max(passage.span.start, end.span.start - 2), end.span.start)
    if up_to and (up_to["sure"] or BY_THEN.match(passage.text, end.span.end)):
        return True
    return LEFT.match(passage.text, end.span.end, found.span.start) is not None


def _goes_with(clause: str, begun: str) -> bool:
    """Whether what the clause says was done is what the words say began."""
    return any(doing.search(clause) and start.search(begun) for doing, start in STARTS.items())


def _is_divided(passage: Passage, start: Date, found: Length) -> bool:
    """Whether another length in years stands beside, so that this one may be a part: 唱了20年花旦、20年老旦."""
    near = (length(one) for one in calendar.around(passage, found.span.start))
    others = (one for one in near if one and one.unit == "年" and one.span != found.span)
    return any(start.span.end <= one.span.start < found.span.end + BESIDE for one in others)
