"""pairing: A、B分别增长5%和8% has as many values as names.

The values are certain, the names seldom are: they hold 和 and 、 themselves, stand two clauses earlier, are the years
of a span or the halves of a word (城乡、产销). So the values say how many names there must be, and the sentence is
asked for a reading with so many. Only where the names are short, plain, in one clause and next to 分别, and the values
are one plain group, do numbers that differ tell of a fault.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.findings import Verdict
from checker.quantities.model import Period, Quantity, Range, UnitClass
from checker.relations.cues import WORDS, Act
from checker.relations.enumeration import ASIDE, CLAUSE, DATE, FIGURE, Stretch, surroundings
from checker.relations.passage import Passage
from checker.relations.record import Operand, Relation
from checker.spans import Span

KIND = "pairing"
MARK = re.compile(r"分别|分別|依次(?=为|是|达)")
METRIC = (
    "(?:增加值|零售额|销售额|营业额|销售收入|营业收入|利润总额|净利润|(?:人均)?可支配收入|种植面积|播种面积|运输量|周转量|吞吐量|"
    "总产值|产值|产量|销量|产销量|总量|数量|总额|金额|价格|价|收入|利润|面积|投资|消费|贷款|存款|余额|比重|占比|比例|增速|增幅|"
    "人次|人数|户数|起数|进出口|出口|进口|税收|支出|成本|费用|资产|业务|规模|产能|需求|指数|亩产|单产|客流|播放量|消费量|用电量|销售量|消耗)"
)
SHARED = re.compile(rf"(?:(?:类|等)?(?:产品|商品|行业|产业|企业)?{METRIC})+$")
ADVERBS = re.compile(
    r"(?:同比|环比|按年|按月|比上[年月季]|较上[年月季]|预计|预期|计划|力争|已经|已|也|均|都|则|却|将|可|应|又|还|再|今年|去年|当年|当日|同期|"
    r"以[\u4e00-\u9fff]{2,5}计算?|[\s░]++|(?<![、/／和与及至到▞])[比较于]?▞++)++$"
)
LEADS = re.compile(
    r"^(?:面向|针对|其中|此外|另外|同时|带动|拉动|推动|预计|年末|全年|当年|近|上半年|全[国省市县区州镇乡村]|我[国省市县区]|规模以上|限额以上|"
    r"[\u4e00-\u9fff]{0,12}(?<!其)中(?=.{2})|[▓▞]++|\s++)++"
)
PREDICATE = re.compile(
    r"(?:的|等|是|为|均|都|出现|继续|保持|实现|位列|位居|跌幅|涨幅|分列|表现|上半年|同比|环比|较|比上)[^▓]{0,60}$|[▓▞].*$|\s+$"
)
COUNTED_CLAUSE = re.compile(r"[^▓]{2,24}▓+[░]*")
COUNTED = re.compile(r"(?<=[^▓▞])[▓▞░].*$")
OPEN = re.compile(r"等[^、]{0,12}$|等$")
LINK = r"(?:了|至|到|为|约|近|达到?|超过?|有|仅|各|又|再)*"
VERBS = "|".join(
    sorted({word for act in (Act.RISE, Act.FALL, Act.TO) for word in WORDS[act].split()}, key=len, reverse=True)
)
BETWEEN = re.compile(rf"[\s░]*(?P<mark>、|和|与|及|以及|[/／]|，|,|或|而)[\s░]*(?:同比|环比)?(?:{VERBS})?{LINK}\s*")
LEAD_IN = re.compile(r"[^，,；;。！？]{0,40}")
HALVES = re.compile(
    "城乡|产销|沪深|京沪|男女|进出口|购销|存贷|量价|收支|供需|内外|中外|陆海|老幼|南北|东西|上下|前后|左右|中美|中日|川渝|港澳|软硬"
)
NUMBER_WORDS = {2: "两二2", 3: "三3", 4: "四4", 5: "五5", 6: "六6"}
DISTRICTS = frozenset("省市县区镇乡村州旗盟")
SHORT, CLAUSES_BACK = 8, 4


@dataclass(frozen=True, slots=True)
class Values:
    """The values after 分别, where they end, and whether nothing but 、 and a last 和 stands between them."""

    tokens: tuple[Quantity | Range, ...]
    lead: str
    plain: bool

    @property
    def span(self) -> Span:
        """From the first value to the last."""
        return self.tokens[0].span.join(self.tokens[-1].span)


def find(passage: Passage) -> Iterator[Relation]:
    """Every pairing that the sentence states."""
    known: tuple[Span, ...] = ()
    for mark in MARK.finditer(passage.text, passage.span.start, passage.span.end):
        head, tail = surroundings(passage.text, passage.span, mark.start(), passage.tokens)
        values = after(passage, tail.part(mark.end() - mark.start(), len(tail.words)))
        if values is None:
            continue
        words = Span(mark.start(), mark.end())
        names = read(passage, head, values, known)
        if names:
            known = names
            yield paired(passage, names, values, words)
            yield from _carried(passage, tail, names, values)
        elif wrong := unpaired(head, values, tail):
            yield paired(passage, trimmed(head, wrong), values, words)


def after(passage: Passage, tail: Stretch) -> Values | None:
    """The group of two values and more that follows a word in its own clause."""
    at = bisect_left(passage.tokens, tail.start, key=lambda one: one.span.start)
    end = tail.start + len(tail.words)
    group: list[Quantity | Range] = []
    marks: list[str] = []
    lead = ""
    for index in range(at, len(passage.tokens)):
        token = passage.tokens[index]
        if token.span.end > end:
            break
        if tail.words[token.span.start - tail.start] == ASIDE or not isinstance(token, Quantity | Range):
            continue
        if not group:
            lead = tail.words[: token.span.start - tail.start]
            if not LEAD_IN.fullmatch(lead):
                return None
        else:
            between = tail.words[group[-1].span.end - tail.start : token.span.start - tail.start]
            found = BETWEEN.fullmatch(between)
            if not found or (marks and (found["mark"] in "，,") is not (marks[-1] in "，,")):
                break
            marks.append(found["mark"])
        group.append(token)
    if len(group) < 2 or (marks and marks[0] in "，," and len(group) < 3):
        return None
    plain = all(mark in "、/／" for mark in marks[:-1]) and _one_sort(group)
    return Values(tuple(group), lead, plain)


def _one_sort(group: Sequence[Quantity | Range]) -> bool:
    sorts = {(one.low if isinstance(one, Range) else one).unit_class for one in group}
    return len(sorts - {UnitClass.NONE}) <= 1


def read(passage: Passage, head: Stretch, values: Values, known: tuple[Span, ...]) -> tuple[Span, ...]:
    """A reading of the words before 分别 (or between it and the first value) with as many names as values."""
    count = len(values.tokens)
    clauses = head.clauses()
    own = clauses[-1]
    adverbs = ADVERBS.search(own.words)
    own = own.part(0, adverbs.start()) if adverbs else own
    listed = bool(own.dots())
    run = _run(head, clauses, count) if own.words else ()
    split = () if listed and _closed(own, count) else own.split(count)
    for names in (split, run, *([] if listed else _earlier(clauses, count, known))):
        if names:
            return names if names is known else trimmed(head, names)
    return (
        _compared(values, count)
        or (() if own.words else trimmed(head, _counted_run(clauses, count)))
        or _compound(own, count)
        or _compound(head, count)
        or _years(passage, head, count)
        or (known if len(known) == count else ())
        or _letters(own, count)
    )


def _earlier(clauses: Sequence[Stretch], count: int, known: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    """Readings of the clauses before the one with 分别, the nearest first."""
    for clause in reversed(clauses[-CLAUSES_BACK:-1]):
        if MARK.search(clause.words):
            yield known if len(known) == count else ()
            return
        yield clause.split(count)


def _run(head: Stretch, clauses: Sequence[Stretch], count: int) -> tuple[Span, ...]:
    """Names that commas part, since they hold 、 and 和 themselves."""
    if not 3 <= count <= len(clauses):
        return ()
    run = clauses[-count:]
    marks = [head.words[one.start - head.start - 1] for one in run[1:]]
    if any(mark not in "，," for mark in marks) or any(FIGURE in one.words[1:] or len(one.words) > 30 for one in run):
        return ()
    names = [one.name(0, len(one.words)) for one in run]
    return tuple(one for one in names if one is not None) if all(names) else ()


def _compared(values: Values, count: int) -> tuple[Span, ...]:
    """分别比全国、全省高2.1个和1.3个百分点."""
    lead = Stretch(values.lead, values.tokens[0].span.start - len(values.lead))
    opening = re.match(r"[比较与占对向从]|[快高低]于", lead.words)
    names = lead.part(opening.end(), len(lead.words)).split(count) if opening else ()
    if not names:
        return ()
    closing = re.search(r"(?<=.)[高低快慢多少增减提升下上].*$", _words(lead, names[-1]))
    return (*names[:-1], Span(names[-1].start, names[-1].start + closing.start())) if closing else names


def _compound(words: Stretch, count: int) -> tuple[Span, ...]:
    """The halves of a word (城乡), or the letters before a number word (京津冀三地)."""
    found = HALVES.search(words.words) if count == 2 else None
    if found:
        start = found.start()
        return tuple(
            words.name(at, at + 1) or Span(words.start + at, words.start + at + 1) for at in (start, start + 1)
        )
    counted = re.search(rf"[\u4e00-\u9fff]{{{count}}}(?=[{NUMBER_WORDS.get(count, '〇')}])", words.words)
    return _each(words, counted.start(), count) if counted and count > 1 else ()


def _letters(words: Stretch, count: int) -> tuple[Span, ...]:
    """粮肉奶产量: as many characters as values before what is measured."""
    found = re.match(rf"[\u4e00-\u9fff]{{{count}}}(?={METRIC}$)", words.words)
    return _each(words, 0, count) if found else ()


def _each(words: Stretch, start: int, count: int) -> tuple[Span, ...]:
    return tuple(Span(words.start + at, words.start + at + 1) for at in range(start, start + count))


def _years(passage: Passage, head: Stretch, count: int) -> tuple[Span, ...]:
    """2020年至2022年, 1—6月: one span of time with as many years or months as values."""
    inside = bisect_left(passage.tokens, head.start, key=lambda one: one.span.start)
    for index in range(inside, len(passage.tokens)):
        token = passage.tokens[index]
        if token.span.start >= head.start + len(head.words):
            break
        if isinstance(token, Period) and _length(token) == count:
            return (token.span,)
    return ()


def _length(period: Period) -> int:
    """How many months it has, or years where it names no months; 0 where it does not say."""
    start, end = period.start, period.end
    if start is None or end is None:
        return 0
    if start.month and end.month and start.year in (end.year, None):
        return end.month - start.month + 1
    return end.year - start.year + 1 if start.year and end.year else 0


def trimmed(head: Stretch, names: Sequence[Span]) -> tuple[Span, ...]:
    """The names without what leads up to the first and what is said of all after the last."""
    if not names:
        return ()
    spans = [_plain_name(head, one, (COUNTED,)) for one in names[:-1]]
    measured = any(SHARED.search(_words(head, one)) for one in spans)
    endings = {_words(head, one)[-1] for one in spans}
    ending = re.escape(endings.pop()) if len(endings) == 1 else ""
    same = re.compile(f"(?<=[{ending}])[^{ending}].*$") if ending else PREDICATE
    spans.append(_plain_name(head, names[-1], (same, PREDICATE) if measured else (same, PREDICATE, SHARED)))
    lead = LEADS.match(head.words, spans[0].start - head.start, spans[0].end - head.start)
    if lead and lead.end() < spans[0].end - head.start and not LEADS.match(head.words, spans[-1].start - head.start):
        spans[0] = Span(head.start + lead.end(), spans[0].end)
    return tuple(spans)


def _plain_name(head: Stretch, span: Span, patterns: Sequence[re.Pattern[str]]) -> Span:
    words = _words(head, span)
    end = len(words)
    for pattern in patterns:
        found = pattern.search(words, 1, end)
        if found and found.start() >= 2:
            end = len(words[: found.start()].rstrip(ASIDE))
    return Span(span.start, span.start + max(1, end))


def unpaired(head: Stretch, values: Values, tail: Stretch) -> tuple[Span, ...]:
    """The names of a list that is beyond doubt and does not have as many names as there are values; else nothing."""
    ending = tail.words[values.tokens[-1].span.end - tail.start :]
    if not values.plain or not re.match(r"[\s░]*(?:左右|以上|以下)?(?:[，,；;。]|$)", ending):
        return ()
    if Stretch(values.lead, 0).dots() or re.match(r"[比较]?[^▓]*[和与及]", values.lead):
        return ()
    clauses = head.clauses()
    own = clauses[-1]
    adverbs = ADVERBS.search(own.words)
    own = own.part(0, adverbs.start()) if adverbs else own
    if not own.words and len(clauses) > 1:
        return _each_counted(clauses[-2], len(values.tokens))
    return _sure(own, len(values.tokens)) if _opens(head, clauses, own) else ()


def _counted_run(clauses: Sequence[Stretch], count: int) -> tuple[Span, ...]:
    """销售面积1636万平方米，销售金额252亿元，分别…: as many clauses with a figure each."""
    run = clauses[-count - 1 : -1]
    names = [one.name(0, len(one.words)) for one in run if COUNTED_CLAUSE.fullmatch(one.words)]
    return tuple(one for one in names if one is not None) if len(names) == count and all(names) else ()


def _each_counted(clause: Stretch, count: int) -> tuple[Span, ...]:
    """粮食12万吨、油料3万吨、蔬菜9万吨，分别…: names with a figure each."""
    names = clause.plain()
    pattern = re.compile(r"[^▓]{2,12}▓+[^▓]{0,2}")
    sure = len(names) != count and all(pattern.fullmatch(_words(clause, one)) for one in names)
    return names if sure and _ratio_open(len(names), count) else ()


def _opens(head: Stretch, clauses: Sequence[Stretch], own: Stretch) -> bool:
    """Whether the list cannot begin before its clause: the clause is the first, or a whole statement stands before."""
    if len(clauses) == 1:
        return True
    before, mark = clauses[-2], head.words[clauses[-1].start - head.start - 1]
    if mark not in "，," or FIGURE in before.words or DATE in before.words:
        return True
    longest = max(len(_words(own, one)) for one in own.plain()) if own.plain() else SHORT
    return not before.dots() and not before.joins() and len(before.words) > max(SHORT, 2 * longest)


def _sure(own: Stretch, count: int) -> tuple[Span, ...]:
    names = own.plain()
    if not names or len(names) == count or not _ratio_open(len(names), count):
        return ()
    if FIGURE in own.words or OPEN.search(own.words) or HALVES.search(own.words):
        return ()
    words = [_words(own, one) for one in names]
    short = all(len(one) <= SHORT for one in words[1:-1]) and len(words[0]) <= 2 * SHORT and len(words[-1]) <= 3 * SHORT
    even = len(words[-1]) > 3 or max(map(len, words)) - len(words[-1]) < 2
    return names if short and even and _parallel(words) else ()


def _closed(own: Stretch, count: int) -> bool:
    """Whether a list that ends with 和 cannot hold this 和 (or, read the other way, its 、) inside one of its names.

    小麦、玉米和大豆 are three for certain; 制造业、批发和零售业 are two or three.
    """
    names = _sure(own, count)
    if not names or not own.joins() or count > len(own.dots()) + 1:
        return False
    if count <= len(own.dots()):
        return True
    cores = [_words(own, one) for one in trimmed(own, names)]
    alike = {"县" if one[-1] in DISTRICTS else one[-1] for one in cores}
    return len(alike) == 1 or (len({len(one) for one in cores}) == 1 and len(cores[0]) <= 4)


def _ratio_open(names: int, values: int) -> bool:
    """Whether the one is no multiple of the other, as it is where several values (or metrics) belong to each name."""
    return names % values != 0 and values % names != 0


def _parallel(words: Sequence[str]) -> bool:
    """Whether all names say what is measured, or only the last does for all: no 小麦、玉米产量和面积.

    Where only some name a branch (业、类), the others may be parts of such a name: 电力、热力生产和供应业.
    """
    tail = SHARED.search(words[-1], 1)
    cores = [*words[:-1], words[-1][: tail.start()] if tail else words[-1]]
    if len({one[-1] in "业类" for one in cores}) > 1:
        return False
    measured = [SHARED.search(one) is not None for one in words]
    return all(measured) or not any(measured[:-1])


def _words(stretch: Stretch, span: Span) -> str:
    return stretch.words[span.start - stretch.start : span.end - stretch.start]


def _carried(passage: Passage, tail: Stretch, names: tuple[Span, ...], values: Values) -> Iterator[Relation]:
    """A second group of values for the same names in the next clause: 分别为8%和5%，同比提高1.2、0.9个百分点."""
    rest = tail.words[values.span.end - tail.start :]
    comma = re.match(r"[\s░]*[，,]", rest)
    if not comma:
        return
    start = values.span.end - tail.start + comma.end()
    clause = CLAUSE.search(tail.words, start)
    following = tail.part(start, clause.start() if clause else len(tail.words))
    group = None if MARK.search(following.words) else after(passage, following)
    if group is None or len(group.tokens) != len(names) or not group.plain:
        return
    closed = following.words[group.span.end - following.start :].strip(" ░")
    if not closed and re.fullmatch(rf"[^、]{{0,12}}?(?:{VERBS}){LINK}", group.lead):
        yield paired(passage, names, group, Span(following.start, group.span.start))


def paired(passage: Passage, names: tuple[Span, ...], values: Values, words: Span) -> Relation:
    """The record of names and values."""
    items = tuple(Operand("item", one, passage.words(one)) for one in names)
    numbers = tuple(_value(one) for one in values.tokens)
    fits = len(names) == len(numbers) or len(names) == 1
    shown = "、".join(passage.words(one.span) for one in numbers)
    listed = "、".join(passage.words(one) for one in names)
    working = f"前面{len(names)}项（{listed}），后面{len(numbers)}个数（{shown}）"
    return Relation(
        KIND,
        (*items, *numbers),
        Verdict.CONSISTENT if fits else Verdict.INCONSISTENT,
        f"{working}，{'一致' if fits else '不一致'}",
        (words,),
        words.join(values.span),
        data={"name": passage.words(words), "working": working, "computed": f"{len(names)}个"},
    )


def _value(token: Quantity | Range) -> Operand:
    if isinstance(token, Quantity):
        return Operand.of("value", token)
    return Operand("value", token.span, f"{token.low.plain()}—{token.high.plain()}", token.high.unit.name)
