"""Lists longer or shorter than their number, where the wording leaves room: for a reader to look at.

开设剪纸、刺绣、竹编5门课; 三间屋，包括图书室、棋牌室、舞蹈室、书画室; “早发现、早报告、早处置”四项机制. A list that
fits is found elsewhere, so nothing here is consistent.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import one_of, pattern
from checker.relations.lists.after import until_figure
from checker.relations.lists.before import OPENED
from checker.relations.lists.counted import PEOPLE, REGIONS, SORTS
from checker.relations.lists.enumeration import CLAUSE, QUOTED, UNQUOTE, Stretch, surroundings, veil
from checker.relations.lists.loose import ROLE
from checker.relations.lists.stated import AHEAD, COMPOUND, SHORT, TIMES, Count, relation_of, words_of
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.spans import Span

OPENERS = """
    开设 开办 设立 设置 设有 设 建成 建起 建立 建有 新建 修建 兴建 种植 种 栽种 栽植 养殖 推出 打造 形成
    分为 分成 划分为 分 包括 涵盖 成立 组建 下设 新修 修 培育 开展 举办 实施 推行 开发 引进 选育 推广 生产
    评出 评选出 颁发 展出 收集 采集 掌握 学习 学会 拥有 配备 配置 安排 提供 聚焦 围绕 抓好 落实 完善 健全
    途经 停靠 经停 服用 购买 销售 出售 出产 盛产 经营 主营 出口 讲授 教授
    排演 演出 上演 播出 出版 展示
    编排 创作 研发 制定 出台 发布 获得 取得 查处 发现 监测 检测 使用
    """
OPENER = pattern(rf"[\u4e00-\u9fffA-Za-z0-9▓]{{0,24}}?(?:{one_of(OPENERS.split())})(?:了|出|有)?(?=.{{2}})")
KINDS = frozenset(("门", "种", "类", "大类", "方面", "环节", "阶段"))
"""Units that count sorts: nobody owns several of them, so more of them than names is no matter of owners."""

THINGS = KINDS | frozenset("项款座条处间支场套部道大样")
SORTED = pattern(
    r"(?:[\u4e00-\u9fff]{0,2})(?:课程|部门|科室|奖项|功能[室区厅]|阶段|环节|领域|方面|行业|产业|学科|专业|"
    "系(?![列统])|部分|品种|类别|板块|模块|维度|"
    "等级|档次|组别|单元|篇章|章节|主题|季节|语种|工种|工序|步骤|指标|要素|行当|手艺|社团)"
)
PLACED = pattern(
    "站点?(?![台房长])|车站|停靠点|展[区厅馆]|窗口|柜台|车间|班组|班级|学院|校区|园区|书院|片区|村落|景[点区]|码头|港口|口岸|机场|航点"
)
MODEL = pattern("[\u4e00-\u9fff]{2,4}▓+")
"""秦优17, 嘉优7号: a name with its number."""

SETS = pattern("(?:设|设有|设置|设立|分设|分为)[了有]?$")
EVENTS = pattern("(?:比赛|竞赛|竞技)?(?:项目|[大小单]项|赛项|科目|组别)(?![组经部负资建])")
HAN = pattern("[\u4e00-\u9fff]+")
TITLE = pattern("(?:[^▒▐]{1,16}的)?▒+▐")
TIE = pattern(
    r"(?P<noun>[^，,；;。：:、▒▐░▓▞前第一二两三四五六七八九十0-9]{0,12}?)(?P<verb>分别[是为]|依次[是为]|[是为]|(?:通往|飞往|来自|停靠|连接|途经)|[，,]?(?P<open>包括|涵盖|有(?=[^，,；;。]{1,8}、)))"
)
LISTED = pattern("、|》《|”“")
COLON = pattern("[^，,；;。：:、0-9]{1,20}[：:]")
VALUED_TIE = pattern("[^，,；;。：:、▒▐░▓▞]{1,20}[：:]")
SENTENCE_END = pattern("[。；;！\n]|$")
TIED = pattern("并列|同为|同分|相同")
COMMA = pattern("[\u4e00-\u9fff]{1,8}[，,]")
PARTED = pattern("[、，,；;]")
VALUED = pattern(
    r"(?P<name>(?!其中|其余|其他|此外|另|合计|共)(?:(?![为是有了后应])[\u4e00-\u9fff]){1,8})[为是约近达]?▓+░*"
)
GOES_ON = pattern(r"[^，,；;。]{0,10}(?:[、和与及]|还有|以及|另)")
OPEN = pattern("等|其他|其余|之一|各")
NOT_LISTED = pattern(r"[的了过着]$|[这那该]|[，,]")
ASIDE = pattern("[\u4e00-\u9fff]{1,8}[（(](?P<body>[^（()）]{3,100})[）)]")
FEW, MOST, APART = 3, 12, 2


def doubted(passage: Passage, count: Count) -> Relation | None:
    """The list that is surely meant and has one name or two more or fewer than the number says."""
    if not 2 <= count.value <= MOST or count.unit in TIMES:
        return None
    found = (
        _summed(passage, count)
        or _told(passage, count)
        or _aside(passage, count)
        or _valued(passage, count)
        or _behind_comma(passage, count)
    )
    return replace(found, doubtful=True) if found else None


def _summed(passage: Passage, count: Count) -> Relation | None:
    """开设剪纸、刺绣、竹编5门课; “早发现、早报告”三项机制: the list that stands right before its number."""
    start = max(passage.span.start, count.span.start - 90)
    if not LISTED.search(passage.text, start, count.span.start):
        return None
    head, _ = surroundings(passage.text, passage.span, count.span.start, passage.tokens)
    own = head.clauses()[-1]
    if own.words.endswith(UNQUOTE) and passage.text[own.start + len(own.words) - 1] != "》":
        return _of_quotation(passage, own, count)
    rest = OPENED.search(own.words)
    opened = rest is not None
    own = own.part(0, rest.start()) if rest else own
    opener = OPENER.match(own.words)
    if opener is None:
        return None
    own = own.part(opener.end(), len(own.words))
    names = own.plain()
    fewer = len(names) < count.value
    events = _of_events(passage, count, opener[0])
    whole = not opened and (of_sorts(passage, count) or events or _of_stops(passage, count, names))
    if not _near(names, count) or (fewer and not whole):
        return None
    words = [words_of(own, one) for one in names]
    titled = bool(words) and all(map(TITLE.fullmatch, words))
    if titled and not fewer and count.unit not in PEOPLE:
        return relation_of(passage, count, names, Verdict.INCONSISTENT)
    if not (count.unit in THINGS or events or of_sorts(passage, count) or of_places(passage, count)):
        return None
    return relation_of(passage, count, names, Verdict.INCONSISTENT) if len(names) >= FEW and _plain(words) else None


def _of_events(passage: Passage, count: Count, opener: str) -> bool:
    """Whether it counts the events that a contest is divided into: 设男子单打、女子单打、混合双打3个项目."""
    return (
        count.unit == "个"
        and SETS.search(opener) is not None
        and EVENTS.match(passage.text, count.span.end) is not None
    )


def of_sorts(passage: Passage, count: Count) -> bool:
    """Whether what is counted are sorts of things."""
    ahead = passage.text[count.span.end : min(passage.span.end, count.span.end + 8)]
    return count.unit in KINDS or (count.unit in ("个", "大") and bool(SORTS.match(ahead) or SORTED.match(ahead)))


def of_places(passage: Passage, count: Count) -> bool:
    """Whether what is counted are stops, rooms or sections, which lists name one by one."""
    return count.unit == "个" and PLACED.match(passage.text, count.span.end) is not None


def _of_stops(passage: Passage, count: Count, names: Sequence[Span]) -> bool:
    """Whether it counts stops, of which all but one are named: that is no list of towns with several each."""
    return of_places(passage, count) and passage.text[count.span.end] == "站" and len(names) == count.value - 1 > FEW


def _of_quotation(passage: Passage, own: Stretch, count: Count) -> Relation | None:
    """“日巡查、周通报、月会商”四项机制: a quotation that holds nothing but names of one length."""
    start = len(own.words[:-1].rstrip(QUOTED))
    inside = Span(own.start + start + 1, own.start + len(own.words) - 1)
    body = Stretch(veil(passage.text, inside, ()), inside.start)
    names = body.plain()
    words = [words_of(body, one) for one in names]
    even = len({len(one) for one in words}) == 1
    if (
        not even
        or not _near(names, count)
        or not all(HAN.fullmatch(one) for one in words)
        or count.unit in PEOPLE | REGIONS
    ):
        return None
    return relation_of(passage, count, names, Verdict.INCONSISTENT)


def _told(passage: Passage, count: Count) -> Relation | None:
    """三家企业为甲厂、乙厂、丙厂、丁厂: the list behind 为, 是, 包括 and their like; 包括 may leave some out."""
    stop = min(passage.span.end, count.span.end + 120)
    if not LISTED.search(passage.text, count.span.end, stop):
        return None
    _, tail = surroundings(passage.text, passage.span, count.span.end, passage.tokens, AHEAD)
    tie = TIE.match(tail.words) or ROLE.match(tail.words)
    if tie is None:
        return None
    body = tail.part(tie.end(), len(tail.words))
    end = CLAUSE.search(body.words)
    near = body.part(0, end.start() if end else len(body.words))
    names = near.plain()
    if names and all(MODEL.fullmatch(words_of(near, one)) for one in names):
        names = tuple(until_figure(near, one) for one in names)
    words = [words_of(near, one) for one in names]
    partial = tie.groupdict().get("open") is not None
    if not _near(names, count) or not _even(words) or OPEN.search(near.words):
        return None
    if len(names) < count.value and (partial or _continued(body, end)):
        return None
    return relation_of(passage, count, names, Verdict.INCONSISTENT)


def _aside(passage: Passage, count: Count) -> Relation | None:
    """5个站点（…）: a bracket that holds nothing but names of one length, and more of them than said."""
    stop = min(passage.span.end, count.span.end + 120)
    bracket = ASIDE.match(passage.text, count.span.end, stop)
    if bracket is None or (count.value < FEW and count.unit not in KINDS) or count.unit in PEOPLE | REGIONS:
        return None
    body = Stretch(veil(passage.text, Span(*bracket.span("body")), ()), bracket.start("body"))
    names = body.plain()
    words = [words_of(body, one) for one in names]
    spread = 0 if count.unit not in KINDS else APART
    sizes = [len(one) for one in words]
    even = bool(words) and max(sizes) - min(sizes) <= spread and all(map(HAN.fullmatch, words)) and min(sizes) > 1
    if not even or not _near(names, count) or len(names) < count.value or OPEN.search(body.words):
        return None
    return relation_of(passage, count, names, Verdict.INCONSISTENT)


def _behind_comma(passage: Passage, count: Count) -> Relation | None:
    """三种设备，电脑、打印机和扫描仪、投影仪。: a last clause that holds nothing but names."""
    stop = min(passage.span.end, count.span.end + 80)
    tie = COMMA.match(passage.text, count.span.end, stop) if count.unit in THINGS | {"个", "款"} else None
    if tie is None:
        return None
    _, tail = surroundings(passage.text, passage.span, tie.end(), passage.tokens, AHEAD)
    end = CLAUSE.search(tail.words)
    near = tail.part(0, end.start() if end else len(tail.words))
    names = near.plain()
    words = [words_of(near, one) for one in names]
    ends = end is None or end[0] not in "，,：:"
    first = "、" not in passage.text[passage.span.start : count.span.start]
    if (
        not (ends and first)
        or len(names) < FEW
        or not _near(names, count)
        or not _even(words)
        or OPEN.search(near.words)
    ):
        return None
    return relation_of(passage, count, names, Verdict.INCONSISTENT)


def _valued(passage: Passage, count: Count) -> Relation | None:
    """四大产区产量如下：甲区3万吨、乙区4万吨、丙区6万吨。: a figure each from a colon to the end of the sentence."""
    stop = min(passage.span.end, count.span.end + 24)
    if count.unit in PEOPLE or COLON.match(passage.text, count.span.end, stop) is None:
        return None
    _, tail = surroundings(passage.text, passage.span, count.span.end, passage.tokens, AHEAD)
    colon = VALUED_TIE.match(tail.words)
    if colon is None:
        return None
    names = _with_figures(tail.part(colon.end(), len(tail.words.rstrip("。；;！!”"))))
    return relation_of(passage, count, names, Verdict.INCONSISTENT) if _near(names, count) and len(names) > 2 else None


def _with_figures(body: Stretch) -> tuple[Span, ...]:
    """The names before the figures, where nothing but names with a figure each stands there."""
    names, at = [], 0
    for piece in PARTED.split(body.words):
        found = VALUED.fullmatch(piece)
        name = body.name(at, at + found.end("name")) if found else None
        if name is None:
            return ()
        names.append(name)
        at += len(piece) + 1
    return tuple(names)


def misranked(passage: Passage, count: Count, clause: Stretch) -> Relation | None:
    """前三名依次为甲、乙、丙、丁: as many places as names, unless some share one."""
    names = clause.plain()
    words = [words_of(clause, one) for one in names]
    tied = TIED.search(passage.text, count.span.start, passage.span.end) or OPEN.search(clause.words)
    few = FEW if clause.joins() or not SENTENCE_END.match(passage.text, clause.start + len(clause.words)) else FEW - 1
    if tied or len(names) < few or not _near(names, count) or not _even(words):
        return None
    return replace(relation_of(passage, count, names, Verdict.INCONSISTENT), doubtful=True)


def _continued(body: Stretch, end: re.Match[str] | None) -> bool:
    """Whether the list may go on behind the comma that ends its clause."""
    return end is not None and end[0] in "，,：:；;" and GOES_ON.match(body.words, end.end()) is not None


def _near(names: Sequence[Span], count: Count) -> bool:
    return len(names) > 1 and 0 < abs(len(names) - count.value) <= APART


def _plain(words: Sequence[str]) -> bool:
    """Whether these are short names, the first no longer than the others by much."""
    sizes = [len(one) for one in words]
    return (
        all(HAN.fullmatch(one) and not COMPOUND.search(one) for one in words)
        and max(sizes) <= SHORT
        and sizes[0] <= max(sizes[1:]) + 1
        and not NOT_LISTED.search(words[-1])
    )


def _even(words: Sequence[str]) -> bool:
    """Whether these are titles, people, or names of about one length."""
    if words and all(TITLE.fullmatch(one) for one in words):
        return True
    sizes = {len(one) for one in words}
    return _plain(words) and (max(sizes) - min(sizes) < APART or len({one[-1] for one in words}) == 1)


__all__ = ["doubted", "misranked"]
