"""pairing: A、B分别增长5%和8% has as many values as names.

The values are certain, the names seldom are: they hold 和 and 、 themselves, stand two clauses earlier, are the years
of a span or the halves of a word (城乡、产销). So the values say how many names there must be, and the sentence is
asked for a reading with so many. Only where the names are short, plain, in one clause and next to 分别, and the values
are one plain group, do numbers that differ tell of a fault.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Ordinal, Quantity, Range
from checker.relations.lists.certain import unpaired
from checker.relations.lists.counterparts import MARK, read
from checker.relations.lists.enumeration import CLAUSE, DATE, FIGURE, Stretch, surroundings
from checker.relations.lists.grouped import LINK, VERBS, Values, Worth, after
from checker.relations.lists.holders import holders
from checker.relations.lists.honours import honours
from checker.relations.lists.lone import lone
from checker.relations.lists.outnumbered import outnumbered
from checker.relations.lists.sentenced import sentenced
from checker.relations.lists.side_by_side import around, can_lead, side_by_side
from checker.relations.lists.trimming import trimmed
from checker.relations.lists.values_first import values_first
from checker.relations.passage import Passage
from checker.relations.record import Operand, Relation
from checker.spans import Span

KIND = "pairing"
TOGETHER = pattern(rf"(?<=[\u4e00-\u9fff])(?:价格|批发价|零售价|产量|销量)?(?:{VERBS})(?:了|约|近|超)?(?=[0-9０-９])")
APART, REACH = pattern("(?:之间|彼此|相邻|依次)[^，。；]{0,6}(?:相?[差距隔]|间隔|间距)"), 8
"""前三名之间分别差3公斤和4公斤: so many lie apart by one value fewer."""

EACH, SEVERALLY = "各", ("分别", "分別")
HAVING, NOUN = "有", pattern("[\u4e00-\u9fff]")
"""上街、下街各有26家和19家 may mean two sorts of each."""

TURNED = pattern(rf"[^、]{{0,12}}?(?:{VERBS}){LINK}")
STOP = pattern("[。；;！？!?\n]")
OF_TIME, FROM = pattern(f"[{DATE}年月底末初]+的?$"), pattern("[从由自]")
NEXT = r"[\s░]*(?:[，,]|(?:[和与及]|并|至|到)(?=全[国省市县球]|▓))"
"""分别占全省的60%、50%|和|全国的11%、21%; 分别增长6.3/7.7个百分点|至|34%/13%."""

OVER = pattern("全[国省市县球]的|(?:同比|环比|[比较][^，。；0-9]{1,6})?[+＋±-]?|")
BECAME = pattern(rf"(?:{VERBS})[到至]?|[到至]")
"""分别从2012年的甲、乙，增加到2022年的丙、丁: what was and what became, of the same names."""

RUN_ON = pattern(r"[，,；;]\s*▓+░*(?:\s*[、和与及]\s*▓+░*)*\s*(?=[，,；;。]|$)")
"""收、结案分别为：90件、80件，95件、91件: the next values follow bare, so that these are not all."""

SIMPLE = pattern(r"[\u4e00-\u9fff]{1,8}")


def find(passage: Passage) -> Iterator[Relation]:
    """Every pairing that the sentence states, by a word or else by how it stands."""
    told = [*_marked(passage), *_unmarked(passage)]
    told += [paired(passage, *one) for one in values_first(passage)]
    told += _held(passage)
    told += _honoured(passage, {one.span.start for each in told for one in each.operands})
    yield from told
    taken = {one.span.start for each in told for one in each.operands}
    for one in sentenced(passage):
        if taken.isdisjoint(each.start for each in one.terms):
            terms = tuple(Operand("value", each, passage.words(each)) for each in one.terms)
            yield replace(record(passage, one.people, terms, one.words, fits=False), doubtful=True)
    for names, values, words in side_by_side(passage):
        if values.span.start in taken:
            continue
        yield paired(passage, names, values, words)
        _, tail = surroundings(passage.text, passage.span, values.span.start, passage.tokens)
        yield from _carried(passage, tail, names, values)


def _marked(passage: Passage) -> Iterator[Relation]:
    """A、B分别增长5%和8%."""
    known: tuple[Span, ...] = ()
    for mark in MARK.finditer(passage.text, passage.span.start, passage.span.end):
        head, tail = around(passage, mark.start())
        behind = tail.part(mark.end() - mark.start(), len(tail.words))
        values = after(passage, behind)
        if values is None:
            yield from _alone(passage, mark[0], head, behind)
            continue
        each = mark[0].startswith(EACH)
        if each and (not values.plain or len({_value(passage, one).unit for one in values.tokens}) > 1):
            continue
        words = Span(mark.start(), mark.end())
        names = read(passage, head, values, known)
        if names:
            known = names
            yield paired(passage, names, values, words)
            yield from _carried(passage, tail, names, values)
        elif _lie_apart(passage, mark.start(), values) or RUN_ON.match(tail.words, values.span.end - tail.start):
            continue
        elif not (each and _of_sorts(passage, values)) and (wrong := unpaired(passage, head, values, tail)):
            yield replace(paired(passage, trimmed(head, wrong), values, words), doubtful=each)
        elif not each and (wrong := outnumbered(passage, head, values, tail, known)):
            yield replace(paired(passage, wrong, values, words, of_many=True), doubtful=True)


def _lie_apart(passage: Passage, mark: int, values: Values) -> bool:
    """Whether the values are how far those named lie apart."""
    return APART.search(passage.text, max(passage.span.start, mark - REACH), values.span.start) is not None


def _of_sorts(passage: Passage, values: Values) -> bool:
    """Whether each may have two sorts; not where one noun behind them all says what is counted: 各有41个、36个村."""
    gaps = {passage.text[one.span.end : two.span.start] for one, two in pairwise(values.tokens)}
    shared = gaps == {"、"} and NOUN.match(passage.text, values.span.end) is not None
    return values.lead == HAVING and not shared


def _alone(passage: Passage, mark: str, head: Stretch, behind: Stretch) -> Iterator[Relation]:
    """沪指、深成指分别涨0.52%: one rate for several names."""
    found = lone(passage, head, behind) if mark.startswith(SEVERALLY) else None
    if found is not None:
        names, values = found
        words = Span(behind.start - len(mark), behind.start)
        yield replace(paired(passage, trimmed(head, names), values, words), doubtful=True)


def _held(passage: Passage) -> Iterator[Relation]:
    """一等奖、二等奖分别由甲和乙获得."""
    for one in holders(passage):
        people = tuple(Operand("value", name, passage.words(name)) for name in one.holders)
        yield replace(record(passage, one.names, people, one.words, fits=one.fits, of="名字"), doubtful=not one.fits)


def _honoured(passage: Passage, taken: set[int]) -> Iterator[Relation]:
    """甲、乙、丙分获第一、第二、第三名."""
    for one in honours(passage) if "、" in passage.words(passage.span) or "军" in passage.words(passage.span) else ():
        if one.places[0].start in taken:
            continue
        values = tuple(Operand("value", place, passage.words(place)) for place in one.places)
        relation = record(passage, one.names, values, one.words, fits=one.fits)
        yield relation if one.fits else replace(relation, doubtful=True)


def _unmarked(passage: Passage) -> Iterator[Relation]:
    """冬瓜、南瓜下跌6.1%和2.9%: as many rates as plain names, one after the other, without 分别."""
    listed = len(passage.figures) > 1 and passage.text.find("、", passage.span.start, passage.span.end) >= 0
    for verb in TOGETHER.finditer(passage.text, passage.span.start, passage.span.end) if listed else ():
        if "、" not in passage.text[max(passage.span.start, verb.start() - 40) : verb.start()]:
            continue
        head, tail = surroundings(passage.text, passage.span, verb.start(), passage.tokens)
        own = head.clauses()[-1]
        values = None if MARK.search(own.words) else after(passage, tail.part(len(verb[0]), len(tail.words)))
        if values is None or values.lead or not values.plain or not own.dots():
            continue
        names = own.split(len(values.tokens))
        if names and all(SIMPLE.fullmatch(own.words, one.start - own.start, one.end - own.start) for one in names):
            yield paired(passage, trimmed(head, names), values, Span(*verb.span()))


def _carried(passage: Passage, tail: Stretch, names: tuple[Span, ...], values: Values) -> Iterator[Relation]:
    """A second group of values for the same names in the next clause: 分别为8%和5%，同比提高1.2、0.9个百分点."""
    rest = tail.words[values.span.end - tail.start :]
    comma = re.match(NEXT if FROM.match(values.lead) is None else r"[\s░]*[，,]?", rest)
    if not comma or any(one.end in passage.ends for one in names[:-1]):
        return
    start = values.span.end - tail.start + comma.end()
    clause = CLAUSE.search(tail.words, start)
    following = tail.part(start, clause.start() if clause else len(tail.words))
    group = None if MARK.search(following.words) else after(passage, following)
    if group is None or not group.plain or following.words[group.span.end - following.start :].strip(" ░"):
        return
    lead, words = OF_TIME.sub("", group.lead), Span(following.start, group.span.start)
    if len(group.tokens) == (len(names) if len(names) > 1 else len(values.tokens)):
        if TURNED.fullmatch(lead) or OVER.fullmatch(lead) or (len(lead) < 13 and can_lead(lead)):
            yield paired(passage, names, group, words)
    elif FROM.match(values.lead) and BECAME.fullmatch(lead) and _one_off(names, group, values, tail):
        yield replace(paired(passage, names, group, words), doubtful=True)


def _one_off(names: tuple[Span, ...], group: Values, values: Values, tail: Stretch) -> bool:
    """Whether a second group of the sort of the first has one value more or less than there are names.

    Numbers that follow may be of the name that has none: 增加到5人、4人，南港回落到2人.
    """
    rest = STOP.split(tail.words[group.span.end - tail.start :])[0]
    if FIGURE in rest:
        return False
    alike = {type(one) for one in group.tokens} == {type(one) for one in values.tokens}
    return alike and values.plain and len(names) == len(values.tokens) and abs(len(group.tokens) - len(names)) == 1


def paired(
    passage: Passage, names: tuple[Span, ...], values: Values, words: Span, *, of_many: bool = False
) -> Relation:
    """The record of names and values; ``of_many`` where the one name is a number of things."""
    numbers = tuple(_value(passage, one) for one in values.tokens)
    fits = len(names) == len(numbers) or (len(names) == 1 and not of_many)
    return record(passage, names, numbers, words, fits=fits, of_many=of_many)


def record(
    passage: Passage,
    names: tuple[Span, ...],
    numbers: tuple[Operand, ...],
    words: Span,
    *,
    fits: bool,
    of: str = "数",
    of_many: bool = False,
) -> Relation:
    """What names and values make, told in words."""
    items = tuple(Operand("item", one, passage.words(one)) for one in names)
    shown = "、".join(passage.words(one.span) for one in numbers)
    listed = "、".join(passage.words(one) for one in names)
    told = f"前面说“{listed}”" if of_many else f"前面{len(names)}项（{listed}）"
    working = f"{told}，后面{len(numbers)}个{of}（{shown}）"
    return Relation(
        KIND,
        (*items, *numbers),
        Verdict.CONSISTENT if fits else Verdict.INCONSISTENT,
        f"{working}，{'一致' if fits else '不一致'}",
        (words,),
        words.join(numbers[0].span.join(numbers[-1].span)),
        data={"name": passage.words(words), "working": working, "computed": f"{len(names)}个"},
    )


def _value(passage: Passage, token: Worth) -> Operand:
    if isinstance(token, Quantity):
        return Operand.of("value", token)
    if isinstance(token, Range):
        return Operand("value", token.span, f"{token.low.plain()}—{token.high.plain()}", token.high.unit.name)
    return Operand("value", token.span, passage.words(token.span), token.unit if isinstance(token, Ordinal) else "")
