"""The names that values belong to: a reading of the words before 分别 with as many names as there are values."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from checker.patterns import pattern
from checker.quantities.model import Period
from checker.relations.lists.apposition import NOUN
from checker.relations.lists.branches import branches
from checker.relations.lists.certain import closed, halves
from checker.relations.lists.enumeration import FIGURE, Stretch
from checker.relations.lists.grouped import VERBS, Values
from checker.relations.lists.trimming import ADVERBS, LEADS, METRIC, trimmed, words_of
from checker.relations.passage import Passage
from checker.spans import Span

MARK = pattern(
    r"分别|分別|按照?(?=[0-9０-９][0-9０-９.．%％、和与及]{3,30}的(?:比例|标准|份额))|依次(?=[^，,。；;、]{0,12}[0-9０-９一二三四五六七八九十两百半])|先后(?=[为是达于以在]|[提增减降涨上回扩获投招卖产销收完实成交][\u4e00-\u9fff]{0,6}[约近超]?[0-9０-９一二两三四五六七八九十百])|"
    r"各自?(?=[为是有占用补达获得设增减涨跌产收投建招完卖长加少上下升降跌交领拿种养捐分修打派接花要留配挖运送存需缴进出装载拉住售办拨管带]"
    r"[\u4e00-\u9fff]{0,4}[约近超]?[0-9０-９一二两三四五六七八九十百])"
)
COUNTED_CLAUSE = pattern(r"[^▓]{2,24}▓+[░]*")
MOVED_BY = pattern("(?:同比|环比|[比较]上[年月](?:同期)?)?(?:变动|变化|增长|增速|增幅|涨幅|涨跌幅?)?(?:同比|环比)?")
"""销量3万只，收入4亿元，环比变动|分别为…: the values are of the clauses before."""

BASES = pattern(
    r"(?P<first>同比|环比|按年|按月|[比较]上年同?期?|[比较]上月)[、和与及]?(?P<second>环比|同比|按年|按月|[比较]上月|[比较]上年)"
    rf"(?:$|均|都|(?={VERBS}))"
)
BRANCH = pattern("^[\u4e00-\u9fff]{1,8}?业")
NUMBER_WORDS = {2: "两二2", 3: "三3", 4: "四4", 5: "五5", 6: "六6"}
NUMBERS = {word: value for value, words in NUMBER_WORDS.items() for word in words}
STATED = pattern("(?<=[一-鿿])(?P<number>[三四五六3-6])[个项类家所座种条支名位](?:(?![的和与及])[一-鿿]){1,6}$")
CLAUSES_BACK = 4
OTHERS = pattern(f"(?:其他|其余|余下的?|剩下的?|剩余的?){FIGURE}")
"""其他两处也分别有…: things that nothing names."""

SUBJECT = pattern(r"[^是为▓]+(?=[是为])")
"""甲县、乙县和丙市首要污染物为…: what the clause speaks of, which may be a list."""

WORTH = pattern(f"(?:[为是达至到增长降加少]|{METRIC})\\s*{FIGURE}+")
BARE = pattern(f"[{FIGURE}0-9０-９.．%％]+")
COUNTED_NOUN = pattern(f"(?:另外?|其他|其余)?{FIGURE}+{NOUN.pattern}(?![，,、和与及])(?=..)")
"""另外两位候选人|甲和乙分别…: the number and the noun that the names stand behind."""

LED_BY = pattern("(?:[^▓]*▞)?(?:[^▓▞]{0,8}(?:实现|完成)(?=..))?")
"""公司一季度实现|销售面积: what leads up to a name that has its own figure."""


def read(passage: Passage, head: Stretch, values: Values, known: tuple[Span, ...]) -> tuple[Span, ...]:
    """A reading of the words before 分别 (or between it and the first value) with as many names as values."""
    count = len(values.tokens)
    clauses = head.clauses()
    own = clauses[-1]
    told = stated(passage, clauses)
    if told and told[0] > count:
        return ()
    adverbs = ADVERBS.search(own.words)
    if names := _compared_with(own, values, count):
        return names
    own = own.part(0, adverbs.start()) if adverbs else own
    if names := _branches(clauses[:-1], own, count):
        return names
    if own.joins() and (noun := COUNTED_NOUN.match(own.words)):
        own = own.part(noun.end(), len(own.words))
    listed = bool(own.dots())
    if OTHERS.match(own.words) and not listed and not own.joins():
        return ()
    if count > 2 and not listed and not own.joins() and (years := _years(passage, own, count)):
        return years
    run = _run(head, clauses, count) if own.words else ()
    split = () if listed and closed(own, count) else own.split(count)
    for names in (split, run, *([] if listed else _earlier(clauses, count, known))):
        if names:
            return names if names is known else trimmed(head, names)
    return (
        _compared(values, count)
        or (_counted_run(clauses, count) if MOVED_BY.fullmatch(own.words) else ())
        or _compound(own, count)
        or _compound(head, count)
        or _years(passage, head, count)
        or (known if len(known) == count else ())
        or _letters(own, count)
    )


def _earlier(clauses: Sequence[Stretch], count: int, known: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    """Readings of the clauses before the one with 分别, the nearest first; its names may have values there."""
    for clause in reversed(clauses[-CLAUSES_BACK:-1]):
        if MARK.search(clause.words):
            yield known if len(known) == count else ()
            return
        subject = SUBJECT.match(clause.words)
        topic = clause.part(0, subject.end() if subject else 0)
        yield topic.split(count) if topic.dots() or topic.joins() else ()
        yield _named(clause, clause.split(count))
        if clause.words.count(FIGURE) and (valued := re.match(rf"[^{FIGURE}]+", clause.words)):
            yield clause.part(0, valued.end()).split(count)


def _named(clause: Stretch, names: tuple[Span, ...]) -> tuple[Span, ...]:
    """These names, unless the first ends with what is measured and others are figures: 净利润为4.58/5.69亿元."""
    bare = any(BARE.fullmatch(words_of(clause, one)) for one in names)
    return () if bare and WORTH.search(words_of(clause, names[0])) else names


def _branches(earlier: Sequence[Stretch], own: Stretch, count: int) -> tuple[Span, ...]:
    """文化、体育和娱乐业，金融业: clauses that each are the name of one branch, one of them with a list inside."""
    run = [*earlier[len(earlier) - count + 1 :], own]
    found = [branches(one.words) for one in run] if count <= len(earlier) + 1 else []
    if any(found):
        found = [
            spans or [one.span() for one in BRANCH.finditer(each.words)] for spans, each in zip(found, run, strict=True)
        ]
    if not found or any(len(one) != 1 for one in found):
        return ()
    ended = all(spans[0][1] == len(one.words) for one, spans in zip(run[:-1], found, strict=False))
    begun = all(spans[0][0] == 0 for spans in found[1:])
    return tuple(Span(one.start + a, one.start + b) for one, [(a, b)] in zip(run, found, strict=True)) * (
        ended and begun
    )


def stated(passage: Passage, clauses: Sequence[Stretch]) -> tuple[int, Span] | None:
    """How many names the list right before says that it has, and where: 甲系、乙系和丙系三个系，|分别…."""
    last = next((one for one in reversed(clauses[-2:]) if one.words.strip()), None)
    listed = last is not None and "、" in last.words
    told = STATED.search(passage.text, last.start, last.start + len(last.words)) if last and listed else None
    return (NUMBERS[told["number"]], Span(told.start("number"), told.end("number") + 1)) if told else None


def _compared_with(own: Stretch, values: Values, count: int) -> tuple[Span, ...]:
    """出口同比、环比分别增长, 分别同比、环比增长: what the values are compared with are the names."""
    words = Stretch(values.lead, values.tokens[0].span.start - len(values.lead))
    found = BASES.search(own.words) or BASES.match(words.words) if count == 2 else None
    if found is None:
        return ()
    start = own.start if found.string is own.words else words.start
    return tuple(Span(start + found.start(one), start + found.end(one)) for one in ("first", "second"))


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
    closing = re.search(r"(?<=.)[高低快慢多少增减提升下上].*$", words_of(lead, names[-1]))
    return (*names[:-1], Span(names[-1].start, names[-1].start + closing.start())) if closing else names


SORT = "(?:大|个)?[地省市县国区州镇乡村队港校方者类种家项级岛江河湖线馆院行产业]"
"""What a number word behind letters counts: 京津冀三地; in 龙潭三小 it names."""


def _compound(words: Stretch, count: int) -> tuple[Span, ...]:
    """The halves of a word (城乡), or the letters before a number word (京津冀三地)."""
    found = halves(words) if count == 2 else None
    if found:
        start = found.start()
        return tuple(
            words.name(at, at + 1) or Span(words.start + at, words.start + at + 1) for at in (start, start + 1)
        )
    counted = re.search(rf"[\u4e00-\u9fff]{{{count}}}(?=[{NUMBER_WORDS.get(count, '〇')}]{SORT})", words.words)
    return letters(words, counted.start(), count) if counted and count > 1 else ()


NO_LETTERS = "[年月日平人]均|综合|总体|归母|扣非|[全去今当]年"


def _letters(words: Stretch, count: int) -> tuple[Span, ...]:
    """粮肉奶产量: as many characters as values before what is measured."""
    found = re.match(
        rf"(?![年月日平人]均|综合|总体|归母|扣非|[全去今当]年)[\u4e00-\u9fff]{{{count}}}(?={METRIC}$)", words.words
    )
    return letters(words, 0, count) if found else ()


def letters(words: Stretch, start: int, count: int) -> tuple[Span, ...]:
    return tuple(Span(words.start + at, words.start + at + 1) for at in range(start, start + count))


def _counted_run(clauses: Sequence[Stretch], count: int) -> tuple[Span, ...]:
    """销售面积1636万平方米，销售金额252亿元，分别…: as many clauses with a figure each."""
    run = clauses[-count - 1 : -1]
    names = [one.name(0, len(one.words)) for one in run if COUNTED_CLAUSE.fullmatch(one.words)]
    if len(names) != count or not all(names):
        return ()
    return tuple(_measured(one, name) for one, name in zip(run, names, strict=True) if name is not None)


def _measured(own: Stretch, name: Span) -> Span:
    """The name alone, without what leads up to it and without its figure."""
    words = words_of(own, name)
    end = words.index(FIGURE)
    start = next(one.end() for one in (LED_BY.match(words, 0, end),) if one)
    lead = LEADS.match(words, start, end)
    start = lead.end() if lead and lead.end() < end else start
    return Span(name.start + start, name.start + end)


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
