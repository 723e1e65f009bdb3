"""Names and values that no word ties: 甲、乙、丙三个窗口接待18人、24人、9人.

As many names as values, both in one plain list, the one next to the other: that is what pairs them. Nothing here tells
of a fault.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.patterns import one_of, pattern
from checker.quantities.model import Quantity, Token
from checker.relations.cues import WORDS, Act
from checker.relations.lists.certain import halves
from checker.relations.lists.counterparts import MARK
from checker.relations.lists.enumeration import DATE, FIGURE, Stretch, surroundings
from checker.relations.lists.grouped import Values, after
from checker.relations.lists.trimming import trimmed, words_of
from checker.relations.passage import Passage
from checker.spans import Span

Found = tuple[tuple[Span, ...], Values, Span]
LINKED = pattern(r"[\s░]*(?:[、/／]|和|与|及|以及)[\s░]*")
CLOSED = pattern(
    r"[\s░]*(?:左右|以上|不等)?(?:[，,；;。！？!?）)”」]|$|"
    r"的?(?:成绩|价格|高分|高票|得分|比分|票数|幅度|速度|增速|比例|价钱|身价|总成绩|佳绩|好成绩|优势|降幅|涨幅|增幅|[出入收报]价))"
)
YEARS = pattern("[0-9]{2,4}年?[-—–~～至][0-9]{2,4}[年EAQ季月]|[0-9]{2}年、|[0-9]Q|Q[0-9]")
"""As many years as values: 甲、乙看好，预计2021—2023年营收为7、8、9亿元."""

NUMBERED = pattern("[0-9０-９一二三四五六七八九十]+[号路次栋幢组班区][一-鿿]?$")
TOLD = pattern(
    rf"(?:{one_of(word for act in (Act.RISE, Act.FALL, Act.TO) for word in WORDS[act].split())}|"
    r"[为是达至到有以收种养卖产销投亏赚花交付罚判获得招引建修捐出拿挣购存借补奖用需长高重深宽跌涨降升减增缩扩]|完成|实现|接待|"
    r"[率额量价值数度费款金龄资本])(?:了|着|约|近|超过?|达到?|出|有|仅|只|整整|：|:)*"
)
"""What may stand right before the first value."""

SUMMED = pattern(r"▓+[\u4e00-\u9fff]{0,6}")
OPEN = pattern("等|其他|其余|各地|之间|相距|之和|合计|共计|总共|一共|共[^同享有0-9]|其中")
NOT_NAMES = pattern(r"^(?:其中|此外|另外|同时|目前|截至|去年|今年|全年|日前|近日)$")
LONGEST, APART = 12, 26
CLAUSES_BACK = 2


def side_by_side(passage: Passage) -> Iterator[Found]:
    """The names, the values, and the words between them."""
    if len(passage.tokens) < 2 or not _listed(passage):
        return
    for at in _groups(passage):
        start = passage.tokens[at].span.start
        head, tail = around(passage, start)
        values = after(passage, tail)
        if values is None or values.lead or not values.plain or not _alike(values.tokens):
            continue
        if not CLOSED.match(tail.words, values.span.end - tail.start):
            continue
        names = _names(passage, head, len(values.tokens))
        if names and not YEARS.search(passage.text, names[-1].end, start):
            yield names, values, Span(max(names[-1].end, head.start), start)


def _listed(passage: Passage) -> bool:
    words = passage.words(passage.span)
    return words.count("、") + words.count("和") + words.count("与") + words.count("及") > 1


def _groups(passage: Passage) -> Iterator[int]:
    """The places of tokens that a second one is joined to, and none before."""
    tokens, joined = passage.tokens, False
    for at, (one, two) in enumerate(pairwise(tokens)):
        links = two.span.start > one.span.end and LINKED.fullmatch(passage.text, one.span.end, two.span.start)
        if links and not joined and isinstance(one, Quantity):
            yield at
        joined = bool(links)


def around(passage: Passage, start: int) -> tuple[Stretch, Stretch]:
    """The words before and after a value; before a bracket that it opens, those before the bracket."""
    head, tail = surroundings(passage.text, passage.span, start, passage.tokens)
    if not head.words.strip() and passage.text[start - 1 : start] in ("（", "("):
        head, _ = surroundings(passage.text, passage.span, start - 1, passage.tokens)
    return head, tail


def can_lead(lead: str) -> bool:
    """Whether a first value may follow these words, which join nothing themselves."""
    return TOLD.search(lead[-8:]) is not None and not set("、和与及") & set(lead)


def _alike(tokens: Sequence[Token]) -> bool:
    """Whether all are amounts in one unit, given that the first ones may leave theirs to the last."""
    units = {one.unit.name for one in tokens if isinstance(one, Quantity)} - {""}
    return all(isinstance(one, Quantity) for one in tokens) and len(units) <= 1


def _names(passage: Passage, head: Stretch, count: int) -> tuple[Span, ...]:
    """So many plain names in the clause of the values, or else in one of the two before it.

    Two pairs, and names of another clause, need a word before the first value that a number may follow.
    """
    clauses = [one for one in head.clauses() if one.words.strip()]
    own = clauses[-1] if clauses else None
    if own is None or MARK.search(own.words):
        return ()
    verb = TOLD.search(own.words, max(0, len(own.words) - 8))
    own = own.part(0, verb.start()) if verb else own
    if own.dots() or own.joins():
        return _plain(passage, own, count) if verb or count > 2 else ()
    for before in reversed(clauses[-1 - CLAUSES_BACK : -1]):
        if before.dots() or before.joins() or MARK.search(before.words) or FIGURE in before.words:
            return _plain(passage, before, count) if verb and len(own.words) <= APART else ()
    return ()


def _plain(passage: Passage, own: Stretch, count: int) -> tuple[Span, ...]:
    """The names of a plain list that is so long, and near the end of its clause."""
    names = own.plain()
    if not names and count == 2 and not own.dots() and len(own.joins()) == 1:
        names = own.split(2)
    if len(names) != count or halves(own) or OPEN.search(own.words[names[0].start - own.start :]):
        return ()
    numbered = all(NUMBERED.search(passage.words(one)) for one in names)
    names = _bared(own, names if numbered else trimmed(own, names))
    words = [words_of(own, one) for one in names]
    rest = own.words[names[-1].end - own.start :]
    figures = [FIGURE in one for one in words]
    if len(rest) > APART or FIGURE in SUMMED.sub("", rest, count=1) or (any(figures) and not numbered):
        return ()
    if any(len(one) > LONGEST or DATE in one or NOT_NAMES.match(one) for one in words):
        return ()
    return names if own.dots() or _even(words) else ()


def _even(words: Sequence[str]) -> bool:
    return len({len(one) for one in words}) == 1 or len({one[-1] for one in words}) == 1


TAIL = pattern("(?<=..)(?:[以有获为是在被将用因从由共各到达今昨去本上第前的每]|日均|月均|年均|平均|同比).*$")


def _bared(own: Stretch, names: Sequence[Span]) -> tuple[Span, ...]:
    """The first name from where it is as long as the others, the last up to there."""
    last = names[-1]
    tail = TAIL.search(words_of(own, last))
    last = Span(last.start, last.start + tail.start()) if tail else last
    lengths = {len(one) for one in names[1:-1]} or {len(last)}
    length = lengths.pop() if len(lengths) == 1 else 0
    first = names[0]
    if 2 <= length <= 4 and len(first) > length + 1:
        first = Span(first.end - length, first.end)
    others = {len(one) for one in (first, *names[1:-1])}
    longest = max(others) if len(others) == 1 else 0
    if 2 <= longest <= 4 and len(last) > longest + 1:
        last = Span(last.start, last.start + longest)
    return (first, *names[1:-1], last)
