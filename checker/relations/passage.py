"""The view of a text in which relations are found: sentences cut into clauses, with the quantities in each."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from datetime import date
from functools import cached_property

from checker.document import Document, Sentence
from checker.frozen import frozen
from checker.patterns import pattern
from checker.quantities.model import Code, Quantity, Range, Token, UnitClass
from checker.relations.cues import Cue, cue
from checker.relations.implied import with_units
from checker.relations.plainly import plainly
from checker.spans import Span

CLAUSE_END = pattern(r"[，,；;：:。！？!?（）()\n]")

OPENING = "（("
BESIDE = pattern("(?<=[一-鿿])[（(][一-鿿]{1,2}(?:[、/和或][一-鿿]{1,2})*[)）](?=[一-鿿0-9一二三四五六七八九十])")
"""平均每个村（社区）9名, 各县（市、区）: a bracket that only names another sort ends no clause."""

ORDINAL = pattern("[一二三四五六七八九十]是(?=[^，。、；]{2})(?![^。]*[二三四五六七八九十]是)")
"""一是…: a point of several, each with a sentence of its own."""

COUNTS_ON, QUOTED = pattern("[一二三四五六七八九十][、和]"), pattern("“(?![0-9一二三四五六七八九十两])")
"""一、二、三等奖: no marker."""

AMONG = "其中"
"""其中，学生票7.9万张: by itself it is no clause, but opens the next one."""

COUNTED = pattern(
    "》[两三四五六七八九十]|、[^、，。]{1,12}?[两三四五六七八九十]|[两三四五六七八九十][^；;。！？]{1,20}[、：:（(—]"
    "|[两三四五六七八九十][^，,；;。！？]{1,10}。 ?一[是要]|、[^，。；]{1,30}(?:分别|依次)[由归被]|[Tt][Oo][Pp] ?[0-9]"
)
WHEN_TOLD = "(?:[昨今前][天日]|日前|近日|[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}日)(?:[上下]午|晚上?|早上?)?"
REPORTED = pattern(
    f"[“ 　]*(?:(?:本报)?记者)?{WHEN_TOLD}[^，。；：！？0-9（(]{{0,20}}?"
    "(?:获悉|了解到|得知|(?:公布|发布|披露|通报)的?(?:[统计最新]{0,2}(?:数据|消息|报告|公告))?(?:显示)?)[，：]"
    "|(?:日前|近日|据(?:了解|悉|介绍|统计|透露)|(?:统计|最新)?数据显示|记者(?:获悉|了解到))[，：]"
    f"|在?{WHEN_TOLD}(?:召开|举行|举办)的[^，。；：0-9]{{2,24}}[上中]，(?:[^，。；：0-9]{{0,24}}(?:介绍|表示|透露|说)[，：])?"
)
"""记者昨天从市统计局获悉，: when and by whom a thing was told, which is no part of it."""

PROSE = 64
BEHIND = 3
"""So much of the next sentence shows that it begins the list that this one announces: 两点要求。一是…."""

MOVED = pattern("(?:从|由|自)[^，。；、：]{0,6}$")
SPREAD = pattern("之间|不等|左右|的?(?:区间|范围)|的[^，。；]{0,6}(?:人|都|均)")
"""从40家到52家 goes from one level to another; what lies between 从40元到52元不等 is a range."""

NO_AMOUNTS = frozenset(
    {
        *(UnitClass.RATE, UnitClass.POINTS, UnitClass.MULTIPLE, UnitClass.NONE),
        *(UnitClass.DURATION, UnitClass.TEMPERATURE, UnitClass.SPEED, UnitClass.INDEX),
    }
)


@frozen(slots=False, eq=False)
class Figure:
    """A quantity where it stands in its clause; equal only to itself.

    ``before`` are the words between the figure before it (or the start of the clause) and this one, ``after`` those
    up to the next figure or the end of the clause. ``bracket`` numbers the bracket it stands in, 0 outside of all.
    """

    quantity: Quantity
    clause: int
    bracket: int
    before: Span
    after: Span

    @cached_property
    def is_rate(self) -> bool:
        """Whether it is a part of a whole (or growth): a per cent, a 成, a fraction."""
        return self.quantity.unit_class is UnitClass.RATE

    @cached_property
    def is_amount(self) -> bool:
        """Whether it can be a part or a whole: not a rate, a bare number or how long a thing takes."""
        return self.quantity.unit_class not in NO_AMOUNTS


@frozen(slots=False, eq=False)
class Passage:
    """One sentence, equal only to itself. ``figures`` are its quantities in order; clauses are numbered from 0.

    ``published`` is the day the article appears, where it is known: 今年 and 去年 mean it. ``earlier`` is the
    sentence with figures before it in the same paragraph: a list that opens with 其中 has its total there. ``told`` is
    the clause at its head that only tells when and by whom the rest was told; the span begins behind it.
    """

    text: str
    span: Span
    tokens: tuple[Token, ...]
    figures: tuple[Figure, ...]
    clauses: tuple[Span, ...]
    published: date | None = None
    earlier: "Passage | None" = field(default=None, repr=False, compare=False)
    told: str = ""

    def words(self, span: Span) -> str:
        """The words of a span, which may lie anywhere in the document."""
        return self.text[span.start : span.end]

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """What the words before each figure make of it, in the order of the figures."""
        return tuple([cue(self.words(one.before)) for one in self.figures])

    @property
    def is_prose(self) -> bool:
        """Whether it has no more numbers than anybody writes in one sentence; a table run together has."""
        return len(self.tokens) <= PROSE

    @cached_property
    def starts(self) -> frozenset[int]:
        """Where its figures begin."""
        return frozenset(one.quantity.span.start for one in self.figures)

    @cached_property
    def ends(self) -> frozenset[int]:
        """Where its figures end."""
        return frozenset(one.quantity.span.end for one in self.figures)


def passages(document: Document, tokens: Sequence[Token], published: date | None = None) -> Iterator[Passage]:
    """Every sentence that holds a token to compute with, be it the number in a slogan, or may count a list (三地)."""
    document = plainly(document, tokens)
    starts = [token.span.start for token in tokens]
    counts = [not isinstance(one, Code) or one.kind == "clock" or one.value is not None for one in tokens]
    block, earlier, last = -1, None, 0
    for sentence in document.sentences:
        first = bisect_left(starts, sentence.span.start, last)
        last = bisect_left(starts, sentence.span.end, first)
        start = _opened(document, sentence)
        reported = REPORTED.match(document.text, start, sentence.span.end)
        span = Span(reported.end() if reported else start, sentence.span.end)
        first = bisect_left(starts, span.start, first)
        told = reported[0] if reported else ""
        if True in counts[first:last]:
            inside = with_units(document.text, span, tokens[first:last])
            earlier = _passage(document.text, span, inside, published, earlier if sentence.block == block else None)
            earlier = replace(earlier, told=told) if told else earlier
            block = sentence.block
            yield earlier
        elif COUNTED.search(document.text, span.start, span.end + BEHIND):
            yield _passage(document.text, span, tuple(tokens[first:last]), published, None)


def _opened(document: Document, sentence: Sentence) -> int:
    """Where a sentence begins behind the marker of its block (（一）, 1.), behind 一是 and the mark of a quotation."""
    text, marker = document.text, document.blocks[sentence.block].marker
    start, end = sentence.span.start, sentence.span.end
    if marker is not None and marker.start == start < marker.end < end and not COUNTS_ON.match(text, marker.end, end):
        start = marker.end
    counted = ORDINAL.match(text, start, end)
    start = counted.end() if counted else start
    closed = text.find("”", start, end) if QUOTED.match(text, start, end) else 0
    return start + 1 if closed < 0 or closed >= end - 2 > start else start


WEIGHTS = frozenset(("公斤", "千克"))
"""男子73公斤级: what a class of athletes is called by weighs nothing."""


def _passage(
    text: str, span: Span, tokens: tuple[Token, ...], published: date | None, earlier: Passage | None
) -> Passage:
    clauses = _clauses(text, span, tokens)
    figures: list[Figure] = []
    at = bracket = 0
    left, clause = span.start, clauses[0]
    for index, token in enumerate(tokens, 1):
        here = token.span
        while here.start >= clause.end:
            at += 1
            bracket, clause = _bracket(text, clause, at, bracket), clauses[at]
        right = tokens[index].span.start if index < len(tokens) else span.end
        for quantity, follows in _quantities(text, span, token, right):
            one = quantity.span
            if quantity.unit.name in WEIGHTS and text.startswith("级", one.end):
                continue
            before = Span(min(max(left, clause.start), one.start), one.start)
            after = Span(one.end, max(one.end, min(follows, clause.end)))
            figures.append(Figure(quantity, at, bracket, before, after))
            left = one.end
        if not (isinstance(token, Code) and token.kind == "idiom"):
            left = here.end
    return Passage(text, span, tokens, tuple(figures), tuple(clauses), published, earlier)


def _quantities(text: str, span: Span, token: Token, right: int) -> Iterator[tuple[Quantity, int]]:
    """The quantities that a token is, each with the place where the next token begins."""
    if isinstance(token, Quantity):
        yield token, right
    elif isinstance(token, Range) and moves(text, span, token):
        yield token.low, token.high.span.start
        yield token.high, right


def moves(text: str, span: Span, token: Range) -> bool:
    """Whether two numbers in the form of a range are what was and what became: 从40家到52家."""
    if token.low.unit_class is UnitClass.NONE or token.high.span.start <= token.low.span.end:
        return False
    before = text[max(span.start, token.span.start - 8) : token.span.start]
    return MOVED.search(before) is not None and not SPREAD.match(text, token.span.end, span.end)


def _bracket(text: str, clause: Span, number: int, inside: int) -> int:
    """The bracket that the clause after this one stands in; brackets are numbered by the clause they open after."""
    mark = text[clause.end - 1]
    return number if mark in "（(" else 0 if mark in "）)" else inside


def _clauses(text: str, span: Span, tokens: tuple[Token, ...]) -> list[Span]:
    """Cuts at commas and the like, never inside a token (``1,203人``, ``3:1``)."""
    found: list[Span] = []
    start, token, inside = span.start, 0, [one.span for one in tokens]
    aside = span.start
    for mark in CLAUSE_END.finditer(text, span.start, span.end):
        at = mark.start()
        if mark[0] in OPENING and (asides := BESIDE.match(text, at, span.end)):
            aside = asides.end()
        if at < aside:
            continue
        while token < len(inside) and inside[token].end <= at:
            token += 1
        if token < len(inside) and inside[token].start < at:
            continue
        if at - start <= len(AMONG) + 1 and text.endswith(AMONG, start, at):
            continue
        found.append(Span(start, at + 1))
        start = at + 1
    if start < span.end:
        found.append(Span(start, span.end))
    return found
