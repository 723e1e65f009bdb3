"""listing: 三项机制：例会、通报、约谈 names as many as it says.

A number word and a list belong together only where a colon, a bracket, a dash or 即, 包括, 分别是 ties them, or where
the list stands right before the number (例会、通报、约谈三项). The number says how many names there must be; the list
is asked for a reading with so many. Only a plain list of short names that is tied without a gap tells of a fault.
"""

from bisect import bisect_right
from collections.abc import Iterator

from checker.findings import Verdict
from checker.patterns import one_of, pattern
from checker.quantities.model import Code, Date, Ordinal, Period, Proportion, Quantity, Range
from checker.relations.lists.after import after, until_figure, valued
from checker.relations.lists.apposition import beside
from checker.relations.lists.before import before, led
from checker.relations.lists.counted import IN_A_NAME, OF_REGION, REGIONS
from checker.relations.lists.doubted import doubted, misranked
from checker.relations.lists.enumeration import Stretch, surroundings, veil
from checker.relations.lists.gathered import gathered
from checker.relations.lists.loose import loosely
from checker.relations.lists.numbered import is_numbered, numbered
from checker.relations.lists.stated import KIND, KINDS_OF, SHORT, Count, relation_of, words_of
from checker.relations.lists.trimming import trimmed
from checker.relations.lists.unity import united
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.spans import Span

UNITS = """
    个 项 家 种 类 大类 大 省 市 县 区 镇 乡 村 州 国 地 级 名 位 人 条 重 方面 方 组 处 色 向 者 张 部 部分 座 支 门 层
    点 件 套 款 场 样 环节 步 期 阶段 线 翼 核 轴 带 城 端 关 篇 道 本 队 校 院 厂 店 岛 港 块 路 站 所 维 型 链 园 章
    课 份 幅 口 面 股 批 片 旗 编 卷 辑 幕 集 则
    样 招 趟 馆 率 员 台 艘 架 列 栋 幢 棵 株 宗 例 起 首 册 句 字 笔 难 河 湖 山 桥 岗
    间 科 对 双 团 天 诀 剧 险 费 室 坊 街 巷 塔
    """
DIGITS = {word: value for value, word in enumerate("零一二三四五六七八九十")} | {"两": 2}
UNIT = one_of(UNITS.split())
COUNT = pattern(
    # The first character is a set of its own: so the engine skips to it.
    rf"(?P<number>[1-9十一两二三四五六七八九](?<![第数几每近约超逾前或\-0-9０-９.．一二三四五六七八九十百千万亿两][\s\S])"
    rf"(?<![0-9０-９一二两三四五六七八九十][至到][\s\S])"
    r"(?<![^—]—[\s\S])"
    rf"(?:(?<=1)[0-9]?(?![0-9])|(?<=[2-9])(?![0-9])|(?<=十)[一二三四五六七八九]?|(?<=[一两二三四五六七八九])))(?P<unit>个月|{UNIT}|年)(?!目|(?<=路)[车公])"
)
COLON = pattern("[^，,。；;：:、]{0,6}[：:]")
YEARS = pattern(r"(?<=[一二三四五六七八九〇○零])(?P<number>两)年")
LEADERS = pattern(
    r"(?:(?:居|列|排名?|位|获|进入|跻身|包揽)[\u4e00-\u9fff]{0,6}?|(?<=[，,。；;\n赛榜量值额率速数分度绩])|^)(?P<count>前(?P<number>[三四五六七八九十2-9]))(?:[位名强]|(?![0-9\u4e00-\u9fff])|(?=的))"
    r"(?P<of>[^，,；;。：:、]{0,8}?的[^，,；;。：:、]{0,6}?(?:分别|依次)?(?:[是为有]|：)|(?:分别|依次)[是为])?"
)
ECHOED = pattern(
    rf"(?P<count>(?P<number>[两二三四五六七八九])(?<=(?P<last>(?!{UNIT})[\u4e00-\u9fff])[\s\S])(?P=last))(?!(?P=last))"
)
SHARED = pattern(
    r"[两三四五六七八九](?P<each>大?[\u4e00-\u9fff])(?P<close>[”’」]?)[^，,；;。：:、“”（(]{0,8}(?:[：:（(]|——|，?即)"
)
SHARED_WORD = pattern(
    r"[“‘「](?P<count>[两三四五六七八九](?P<each>(?!个)[\u4e00-\u9fff]{2}))[”’」][^，,；;。：:、“”（(]{0,8}(?:[：:（(]|——|，?即(?:是|为)?)"
)
QUOTED = pattern(r"[“‘「](?P<count>(?P<number>[两三四五六七八九])(?P<each>[\u4e00-\u9fff]))")
ONES = pattern(
    r"(?P<count>(?P<number>[两三四五六七八九])个(?P<each>[一不零无有]))[”’」][^，,；;。：:]{0,8}(?:[：:（(]|——|[，,]?[^，,；;。：:]{0,4}(?:[就即]是|即))"
)
PLACE = "".join(sorted(REGIONS))
NEXT_TO = pattern(rf"(?:[0-9]{{1,2}}|[一二两三四五六七八九十]{{1,2}})[{PLACE}][、和]?$")
NEXT = pattern(
    rf"[、和]?(?P<number>[1-9]|1[0-9]|十[一二三四五六七八九]?|[一两二三四五六七八九])(?:个)?(?P<unit>街道|自治区|直辖市|区市|[{PLACE}])(?!目)"
)
MOVED = pattern("(?:同比|环比|[比较]上?年|分别)|(?:增长|下降|增加|减少|上升|回落|达到?|完成|实现)$|[达为]$")


LETTERS = pattern("[一二三四五六七八九十两0-9]{1,2}个字")
"""就八个字：求真、务实、勤奋、创新 counts characters."""

LEVELS, LEVEL = pattern("([一二两三四五])级"), pattern("[国省市县区镇乡村州旗]{2,5}$")


def find(passage: Passage) -> Iterator[Relation]:
    """Every list whose number of names the sentence states."""
    for match in COUNT.finditer(passage.text, passage.span.start, passage.span.end):
        if _counts(passage, match.start()):
            value = _number(match["number"])
            count = Count(Span(*match.span()), value, match["unit"], not match["number"].isascii())
            if told := united(passage, count):
                yield told
                continue
            if _compound(passage, count):
                yield from _together(passage, count)
                continue
            if is_numbered(passage, count):
                told = numbered(passage, count) or before(passage, count)
                yield from (told,) if told is not None else ()
                continue
            found = (
                _announced(passage, count)
                or before(passage, count)
                or after(passage, count)
                or gathered(passage, count)
                or loosely(passage, count)
                or beside(passage, count)
                or doubted(passage, count)
            )
            if found is not None:
                yield found
    yield from _carried(passage)
    yield from _of_one_word(passage)
    yield from _in_order(passage)


def _in_order(passage: Passage) -> Iterator[Relation]:
    """Years that are counted, and those that lead a ranking."""
    for match in YEARS.finditer(passage.text, passage.span.start, passage.span.end):
        found = before(passage, Count(Span(*match.span()), _number(match["number"]), "年", chinese=True))
        if found is not None:
            yield found
    for match in LEADERS.finditer(passage.text, passage.span.start, passage.span.end):
        count = Count(Span(*match.span("count")), _number(match["number"]), "", chinese=True)
        yield from _leaders(passage, count, match.end() if match["of"] else None)


def _of_one_word(passage: Passage) -> Iterator[Relation]:
    """Lists of which each name holds the word that is counted."""
    for match in ECHOED.finditer(passage.text, passage.span.start, passage.span.end):
        yield from _echoed(
            passage, Count(Span(*match.span("count")), _number(match["number"]), match["last"], chinese=True)
        )
    for match in QUOTED.finditer(passage.text, passage.span.start, passage.span.end):
        if match["each"] == passage.text[match.start() - 1]:
            yield from _echoed(
                passage, Count(Span(*match.span("count")), DIGITS[match["number"]], match["each"], chinese=True), 1
            )
    for match in ONES.finditer(passage.text, passage.span.start, passage.span.end):
        count = Count(Span(*match.span("count")), DIGITS[match["number"]], match["each"], chinese=True)
        _, tail = surroundings(passage.text, passage.span, match.end(), passage.tokens)
        names = tail.clauses()[0].split(count.value)
        if names and all(passage.text[one.start] == match["each"] for one in names):
            yield relation_of(passage, count, names, Verdict.CONSISTENT)
    for match in SHARED_WORD.finditer(passage.text, passage.span.start, passage.span.end):
        count = Count(Span(*match.span("count")), DIGITS[match["count"][0]], match["each"], chinese=True)
        yield from _shared_word(passage, match.end(), count)
    for match in SHARED.finditer(passage.text, passage.span.start, passage.span.end):
        each = match["each"]
        if match["close"] or each[-1] not in UNITS:
            span = Span(match.start(), match.end("each"))
            yield from _shared(passage, match.end(), Count(span, DIGITS[match[0][0]], each[-1], chinese=True))


def _announced(passage: Passage, count: Count) -> Relation | None:
    """三组对照：冷水组、温水组、热水组: behind a colon stands the list that is meant, if it has so many names."""
    colon = COLON.match(passage.text, count.span.end, passage.span.end)
    told = after(passage, count) if colon else None
    return told if told is not None and told.verdict is Verdict.CONSISTENT else None


def _carried(passage: Passage) -> Iterator[Relation]:
    """…四项…。其中甲下降2%，乙…: a sentence that gives each of the things counted in the last one its figure."""
    earlier = passage.earlier
    near = earlier is not None and passage.span.start - earlier.span.end < 3
    if earlier is None or not near or not passage.text.startswith("其中", passage.span.start):
        return
    counts = list(COUNT.finditer(earlier.text, earlier.span.start, earlier.span.end))
    if not counts or counts[-1]["unit"] not in KINDS_OF | REGIONS or not _counts(earlier, counts[-1].start()):
        return
    match = counts[-1]
    count = Count(Span(*match.span()), _number(match["number"]), match["unit"], not match["number"].isascii())
    start = passage.span.start + 2
    start += passage.text[start] in "，,"
    words = veil(passage.text, Span(start, passage.span.end), passage.tokens)
    names = valued(Stretch(words, start), count.value)
    if names and len({passage.text[one.end - 2 : one.end] for one in names}) == 1:
        bare = [MOVED.search(passage.words(one), 1) for one in names]
        names = tuple(
            Span(one.start, one.start + moved.start()) if moved else one for one, moved in zip(names, bare, strict=True)
        )
        yield relation_of(passage, count, names, Verdict.CONSISTENT)


def _together(passage: Passage, count: Count) -> Iterator[Relation]:
    """5镇3乡：…, …三省一市: counts side by side are of one list, which has as many names as both say.

    江苏、浙江、安徽三省六市 lists the provinces alone.
    """
    start, stop = max(passage.span.start, count.span.start - 4), passage.span.end
    end, total = count.span.end, count.value
    while found := NEXT.match(passage.text, end, stop):
        end, total = found.end(), total + _number(found["number"])
    if end > count.span.end and not NEXT_TO.search(passage.text, start, count.span.start):
        whole = Count(Span(count.span.start, end), total, count.unit, count.chinese)
        one = before(passage, count)
        owned = one if one is not None and one.verdict is Verdict.CONSISTENT else None
        relation = owned or before(passage, whole) or after(passage, whole)
        if relation is not None:
            yield relation


def _compound(passage: Passage, count: Count) -> bool:
    """Whether another count stands right beside it: 5镇3乡."""
    if count.unit not in REGIONS:
        return False
    last = NEXT_TO.search(passage.text, max(passage.span.start, count.span.start - 4), count.span.start)
    return last is not None or NEXT.match(passage.text, count.span.end, passage.span.end) is not None


def _number(words: str) -> int:
    if words.isascii():
        return int(words)
    return 10 + DIGITS[words[1]] if len(words) == 2 else DIGITS[words]


def _counts(passage: Passage, at: int) -> bool:
    """Whether a number word counts things: it is no date, no place in an order and no part of a code or name."""
    index = bisect_right(passage.tokens, at, key=lambda one: one.span.start) - 1
    token = passage.tokens[index] if index >= 0 else None
    if IN_A_NAME.search(passage.text, max(passage.span.start, at - 4), at) and OF_REGION.match(passage.text, at):
        return False
    if LETTERS.match(passage.text, at) or _of_levels(passage, at):
        return False
    if token is None or token.span.end <= at:
        return True
    if isinstance(token, Code):
        return token.kind in ("slogan", "idiom") and token.span.start == at
    fits = isinstance(token, Quantity) and not token.hedges and token.number.start == at
    return fits and not isinstance(token, Date | Period | Ordinal | Range | Proportion)


def _of_levels(passage: Passage, at: int) -> bool:
    """Whether the levels are told in one word right before their number: 省市县|三级."""
    match = LEVELS.match(passage.text, at)
    told = LEVEL.search(passage.text, max(passage.span.start, at - 5), at) if match else None
    return match is not None and told is not None and len(told[0]) == DIGITS[match[1]]


def _echoed(passage: Passage, count: Count, quote: int = 0) -> Iterator[Relation]:
    """河长、林长、湖长三长同责: a number of what all names of the list before it end in.

    ``quote`` is how long the mark is that opens a quotation with it (“三长”同责).
    """
    head, _ = surroundings(passage.text, passage.span, count.span.start - quote, passage.tokens)
    own = head.clauses()[-1]
    names = own.plain()
    words = [words_of(own, one) for one in names]
    near = len(names) > 1 and abs(len(names) - count.value) < 3
    if not near or any(one[-1] != count.unit for one in words) or any(len(one) > SHORT for one in words[1:]):
        return
    if len(names) == count.value:
        yield relation_of(passage, count, led(own, names), Verdict.CONSISTENT)
    elif len({len(one) for one in words[1:]}) == 1:
        yield relation_of(passage, count, led(own, names), Verdict.INCONSISTENT)


def _shared(passage: Passage, at: int, count: Count) -> Iterator[Relation]:
    """“三定”管理：定田块、定品种、定责任人: a list of which each name holds the word that is counted."""
    _, tail = surroundings(passage.text, passage.span, at, passage.tokens)
    clause = tail.clauses()[0]
    names = clause.plain()
    if len(names) > 1 and all(
        count.unit in (words := words_of(clause, one))[:2] or words.endswith(count.unit) for one in names
    ):
        fits = len(names) == count.value
        quoted = passage.text[count.span.start - 1] in "“‘「"
        if fits or quoted or all(words_of(clause, one).endswith(count.unit) for one in names):
            yield relation_of(passage, count, names, Verdict.CONSISTENT if fits else Verdict.INCONSISTENT)


def _shared_word(passage: Passage, at: int, count: Count) -> Iterator[Relation]:
    """“三统一”，即育秧统一、插秧统一、烘干统一: each name begins or ends with the word that is counted."""
    _, tail = surroundings(passage.text, passage.span, at, passage.tokens)
    clause = tail.clauses()[0]
    names = clause.plain()
    words = [words_of(clause, one) for one in names]
    if len(names) > 1 and all(one.startswith(count.unit) or one.endswith(count.unit) for one in words):
        fits = len(names) == count.value
        goes_on = words[-1].endswith("等") or count.unit in passage.text[names[-1].end : passage.span.end]
        if fits or not goes_on:
            yield relation_of(passage, count, names, Verdict.CONSISTENT if fits else Verdict.INCONSISTENT)


def _leaders(passage: Passage, count: Count, of: int | None) -> Iterator[Relation]:
    """甲40个、乙39个、丙34个，数量分居前三; 排名前三的是甲、乙、丙, where ``of`` is the end of 是."""
    head, tail = surroundings(passage.text, passage.span, of or count.span.start, passage.tokens)
    for clause in tail.clauses()[:1] if of else head.clauses()[-2:]:
        names = clause.split(count.value) if of else clause.plain()
        if len(names) == count.value:
            names = tuple(until_figure(clause, one) for one in names)
            yield relation_of(passage, count, names if of else trimmed(clause, names), Verdict.CONSISTENT)
            return
        if of and (wrong := misranked(passage, count, clause)):
            yield wrong
            return


__all__ = ["KIND", "find"]
