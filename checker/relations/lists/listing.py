"""listing: 三项机制：例会、通报、约谈 names as many as it says.

A number word and a list belong together only where a colon, a bracket, a dash or 即, 包括, 分别是 ties them, or where
the list stands right before the number (例会、通报、约谈三项). The number says how many names there must be; the list
is asked for a reading with so many. Only a plain list of short names that is tied without a gap tells of a fault.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from checker.findings import Verdict
from checker.patterns import one_of, pattern
from checker.quantities.model import Code, Date, Ordinal, Period, Proportion, Quantity, Range, UnitClass
from checker.relations.lists.after import after, until_figure, valued
from checker.relations.lists.apposition import beside
from checker.relations.lists.before import before
from checker.relations.lists.carried import OPENS, carried, framed, told_behind
from checker.relations.lists.counted import IN_A_NAME, OF_REGION, PLACES_OF, REGIONS
from checker.relations.lists.doubted import doubted, misranked
from checker.relations.lists.each_moved import each_moved, told_above
from checker.relations.lists.echoed import echoed
from checker.relations.lists.enumeration import Stretch, surroundings
from checker.relations.lists.gathered import gathered
from checker.relations.lists.loose import loosely
from checker.relations.lists.numbered import is_numbered, numbered
from checker.relations.lists.one_short import one_short
from checker.relations.lists.sights import of_sights
from checker.relations.lists.stated import AHEAD, DIGITS, KIND, UNITS, Count, number_of, relation_of
from checker.relations.lists.swallowed import swallowed
from checker.relations.lists.trimming import trimmed
from checker.relations.lists.unity import united
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.spans import Span

UNIT = one_of(UNITS.split())
COUNT = pattern(
    # The first character is a set of its own: so the engine skips to it.
    rf"(?P<number>[1-9十一两二三四五六七八九](?<![第数几每近约超逾前或\-0-9０-９.．一二三四五六七八九十百千万亿两][\s\S])"
    rf"(?<![0-9０-９一二两三四五六七八九十][至到][\s\S])"
    r"(?<![^—]—[\s\S])"
    rf"(?:(?<=1)[0-9]?(?![0-9])|(?<=[2-9])(?![0-9])|(?<=十)[一二三四五六七八九]?|(?<=[一两二三四五六七八九])))(?P<unit>个月|{UNIT}|年)(?!目|(?<=路)[车公])"
)
COLON = pattern("[^，,。；;：:、]{0,6}[：:]")
YEARS = pattern(r"(?<=[一二三四五六七八九〇○零0-9０-９])(?P<number>两)年")
LEADERS = pattern(
    r"(?:(?:居|列|排名?|位|获|进入|跻身|包揽)[\u4e00-\u9fff]{0,6}?|(?<=[，,。；;\n赛组榜量值额率速数分度绩的])|^)(?P<count>前(?P<number>[三四五六七八九十2-9]))(?:[位名强]|(?![0-9\u4e00-\u9fff])|(?=的))"
    r"(?P<of>[^，,；;。：:、]{0,10}[，,](?:分别|依次)[是为]|[^，,；;。：:、]{0,8}?的[^，,；;。：:、]{0,6}?(?:分别|依次)?(?:[是为有]|：)|"
    r"(?:分别|依次)[是为]|[是为](?=[^0-9])|包括)?"
)
TOP = pattern(
    r"(?P<count>(?:TOP|Top|top)\s?(?P<number>[3-9]|1[0-9]|20)(?![0-9]))[\u4e00-\u9fff]{0,6}?"
    r"(?P<of>(?:分别|依次)?[是为]|包括|[：:])"
)
"""目的地Top5包括甲、乙、丙、丁、戊."""

OPEN = "包括"
LARGEST = pattern(
    r"(?P<count>前(?P<number>[两三四五六七八九十2-9]))大(?![^，。；：]{0,8}(?:合计|[占额率比量]|收入|成本))[\u4e00-\u9fff]{2,8}?"
    r"(?P<of>(?:分别|依次)?[是为：])"
)
"""前三大股东为甲、乙、丙."""

PLACE = "".join(sorted(REGIONS))
NEXT_TO = pattern(rf"(?:[0-9]{{1,2}}|[一二两三四五六七八九十]{{1,2}})[{PLACE}][、和]?$")
NEXT = pattern(
    rf"[、和]?(?P<number>[1-9]|1[0-9]|十[一二三四五六七八九]?|[一两二三四五六七八九])(?:个)?(?P<unit>街道|自治区|直辖市|区市|[{PLACE}])(?!目)"
)


ONE = pattern(
    r"([1-9][0-9]?|十[一二三四五六七八九]?|[一两二三四五六七八九])个((?:民族|街道)?(?:街道|乡|镇|村|社区|办事处|居委会|农场)\w{0,3}?)[、和及]"
)
ROW = pattern(rf"(?<![0-9.])(?:{ONE.pattern})+$")
OF_PEOPLES = "民族"
GAP = 3
"""So near stands the sentence with the number."""

FAR = 60
"""So many characters a row of counts takes: 3个街道办事处、20个镇、5个乡、."""

LETTERS = pattern("[一二三四五六七八九十两0-9]{1,2}个字")
"""就八个字：求真、务实、勤奋、创新 counts characters."""

RANK = pattern("二级|二[类等档线](?=[\u4e00-\u9fff])|[一二三四五六七八九十]期(?![间：:（(])")
"""甲路、乙路二级路面, 连接线二期、…, 一期300万元、二期500万元: a rank or a stage; of two together one says 两."""

CLASS, IN_TURN = pattern("(?P<number>[二三四五])(?P<unit>[类等档线组])(?=[\u4e00-\u9fff])"), "一二三四五"
"""二类地区1,980元, where 一类地区 was told."""

LEVELS, LEVEL = pattern("([一二两三四五])级"), pattern("[国省市县区镇乡村州旗]{2,5}$")


VALUED_ITEM, FEWEST, NEAR = pattern("[^，,；;▓]{2,14}▓+(?:/▓+)?[^，,；;▓]{0,4}(?:[，,；;]|$)"), 3, 2
ENDED, TIED = pattern("[。！]"), pattern("并列|同为|同分|相同|等")
YEAR = 4
LINES = "线"
"""What a line is counted by holds its noun: 三条线."""


def find(passage: Passage) -> Iterator[Relation]:
    """Every list whose number of names the sentence states."""
    for match in COUNT.finditer(passage.text, passage.span.start, passage.span.end):
        if _counts(passage, match.start()):
            value = number_of(match["number"])
            span = Span(match.start(), _end(passage, match))
            count = Count(span, value, match["unit"], not match["number"].isdecimal())
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
            if (whole := _in_row(passage, count)) and not _announced(passage, count):
                yield from (told,) if (told := after(passage, whole)) else ()
                continue
            found = (
                _announced(passage, count)
                or before(passage, count)
                or after(passage, count)
                or gathered(passage, count)
                or loosely(passage, count)
                or beside(passage, count)
                or doubted(passage, count)
                or one_short(passage, count)
                or told_behind(passage, count)
                or framed(passage, count)
                or each_moved(passage, count)
                or told_above(passage, count)
            )
            if found is not None and not of_sights(passage, found):
                yield swallowed(passage, count, found) or found
    yield from _from_before(passage)
    yield from echoed(passage)
    yield from _in_order(passage)


def _end(passage: Passage, match: re.Match[str]) -> int:
    """Where what is counted ends: 三条线 is counted by a longer word than 条."""
    index = bisect_right(passage.tokens, match.start(), key=lambda one: one.span.start) - 1
    token = passage.tokens[index] if index >= 0 else None
    if not isinstance(token, Quantity) or token.unit_class is not UnitClass.COUNT or token.hedges:
        return match.end()
    name = token.unit.name
    return max(match.end(), token.span.end) if name.startswith(match["unit"]) and name[-1] in LINES else match.end()


def _in_order(passage: Passage) -> Iterator[Relation]:
    """Years that are counted, and those that lead a ranking."""
    for match in YEARS.finditer(passage.text, passage.span.start, passage.span.end):
        found = before(passage, Count(Span(*match.span()), number_of(match["number"]), "年", chinese=True))
        if found is not None and _are_years(passage, found):
            yield found
    leaders = (each.finditer(passage.text, passage.span.start, passage.span.end) for each in (LEADERS, LARGEST, TOP))
    for match in chain.from_iterable(leaders):
        count = Count(Span(*match.span("count")), number_of(match["number"]), "", chinese=True)
        yield from _leaders(passage, count, match.end() if match["of"] else None, match["of"] == OPEN)


def _are_years(passage: Passage, found: Relation) -> bool:
    """Whether years that are counted are told in words, or each by its four digits: 2018、2019两年."""
    names = [passage.words(one.span) for one in found.operands[1:]]
    return all(len(one.removesuffix("年")) == YEAR for one in names if one[:1].isdigit())


def _announced(passage: Passage, count: Count) -> Relation | None:
    """三组对照：冷水组、温水组、热水组: behind a colon stands the list that is meant, if it has so many names."""
    colon = COLON.match(passage.text, count.span.end, passage.span.end)
    told = after(passage, count) if colon else None
    return told if told is not None and told.verdict is Verdict.CONSISTENT else None


def _from_before(passage: Passage) -> Iterator[Relation]:
    """A list told in another sentence than the number of its names, of which that sentence's last is meant."""
    earlier = passage.earlier
    opens = OPENS.match(passage.text, passage.span.start)
    if earlier is None or opens is None or passage.span.start - earlier.span.end >= GAP:
        return
    matches = list(COUNT.finditer(earlier.text, earlier.span.start, earlier.span.end))
    if matches and _counts(earlier, matches[-1].start()):
        last = matches[-1]
        span, chinese = Span(*last.span()), not last["number"].isdecimal()
        yield from carried(passage, Count(span, number_of(last["number"]), last["unit"], chinese))


def _together(passage: Passage, count: Count) -> Iterator[Relation]:
    """5镇3乡：…, …三省一市: counts side by side are of one list, which has as many names as both say.

    江苏、浙江、安徽三省六市 lists the provinces alone.
    """
    start, stop = max(passage.span.start, count.span.start - 4), passage.span.end
    end, total = count.span.end, count.value
    while found := NEXT.match(passage.text, end, stop):
        end, total = found.end(), total + number_of(found["number"])
    if end > count.span.end and not NEXT_TO.search(passage.text, start, count.span.start):
        whole = Count(Span(count.span.start, end), total, count.unit, count.chinese)
        one = before(passage, count)
        owned = one if one is not None and one.verdict is Verdict.CONSISTENT else None
        relation = owned or before(passage, whole) or after(passage, whole)
        if relation is not None:
            yield relation


def _in_row(passage: Passage, count: Count) -> Count | None:
    """3个街道、5个镇、2个乡：…: counts of places in a row, of which the last stands before a colon, count together."""
    if count.unit != "个" or COLON.match(passage.text, count.span.end, passage.span.end) is None:
        return None
    row = ROW.search(passage.text, max(passage.span.start, count.span.start - FAR), count.span.start)
    noun = count.span.end + len(OF_PEOPLES) * passage.text.startswith(OF_PEOPLES, count.span.end)
    if row is None or not PLACES_OF.match(passage.text, noun):
        return None
    each = [number_of(one[1]) for one in ONE.finditer(row[0])]
    return Count(Span(row.start(), count.span.end), sum(each) + count.value, count.unit, count.chinese)


def _compound(passage: Passage, count: Count) -> bool:
    """Whether another count stands right beside it: 5镇3乡."""
    if count.unit not in REGIONS:
        return False
    last = NEXT_TO.search(passage.text, max(passage.span.start, count.span.start - 4), count.span.start)
    return last is not None or NEXT.match(passage.text, count.span.end, passage.span.end) is not None


def _counts(passage: Passage, at: int) -> bool:
    """Whether a number word counts things: it is no date, no place in an order and no part of a code or name."""
    index = bisect_right(passage.tokens, at, key=lambda one: one.span.start) - 1
    token = passage.tokens[index] if index >= 0 else None
    if IN_A_NAME.search(passage.text, max(passage.span.start, at - 4), at) and OF_REGION.match(passage.text, at):
        return False
    if (
        LETTERS.match(passage.text, at)
        or RANK.match(passage.text, at)
        or _is_class(passage, at)
        or _of_levels(passage, at)
    ):
        return False
    if token is None or token.span.end <= at:
        return True
    if isinstance(token, Code):
        return token.kind in ("slogan", "idiom") and token.span.start == at
    fits = isinstance(token, Quantity) and not token.hedges and token.number.start == at
    return fits and not isinstance(token, Date | Period | Ordinal | Range | Proportion)


def _is_class(passage: Passage, at: int) -> bool:
    """Whether a number is the last of a row that the sentence goes through: 一类地区…，二类地区…，三类地区."""
    match = CLASS.match(passage.text, at)
    if match is None:
        return False
    before = IN_TURN[IN_TURN.index(match["number"]) - 1]
    return passage.text.find(f"{before}{match['unit']}", passage.span.start, at) >= 0


def _of_levels(passage: Passage, at: int) -> bool:
    """Whether the levels are told in one word right before their number: 省市县|三级."""
    match = LEVELS.match(passage.text, at)
    told = LEVEL.search(passage.text, max(passage.span.start, at - 5), at) if match else None
    return match is not None and told is not None and len(told[0]) == DIGITS[match[1]]


def _leaders(passage: Passage, count: Count, of: int | None, part: bool) -> Iterator[Relation]:
    """甲40个、乙39个、丙34个，数量分居前三; 排名前三的是甲、乙、丙, where ``of`` is the end of 是.

    Only a ``part`` of them may stand behind 包括.
    """
    head, tail = surroundings(passage.text, passage.span, of or count.span.start, passage.tokens, AHEAD)
    if of and (names := _each_valued(tail)) and (len(names) == count.value or not part):
        fits = len(names) == count.value
        if fits or abs(len(names) - count.value) <= NEAR:
            told = relation_of(passage, count, names, Verdict.CONSISTENT if fits else Verdict.INCONSISTENT)
            yield replace(told, doubtful=not fits)
            return
    for clause in tail.clauses()[:1] if of else head.clauses()[-2:]:
        names = clause.split(count.value) if of else clause.plain()
        if len(names) == count.value:
            names = tuple(until_figure(clause, one) for one in names)
            yield relation_of(passage, count, names if of else trimmed(clause, names), Verdict.CONSISTENT)
            return
        if of and not part and (wrong := misranked(passage, count, clause)):
            yield wrong
            return


def _each_valued(tail: Stretch) -> tuple[Span, ...]:
    """：甲2.82件，乙2.48件，丙2.04件。: three names or more with a figure each, to the end of the sentence."""
    end = ENDED.search(tail.words)
    start = len(tail.words) - len(tail.words.lstrip("：:"))
    body = tail.part(start, end.start() if end else len(tail.words))
    pieces = len(VALUED_ITEM.findall(body.words))
    if pieces < FEWEST or TIED.search(tail.words):
        return ()
    names = valued(body, pieces)
    return tuple(until_figure(body, one) for one in names)


__all__ = ["KIND", "find"]
