"""Lists of which each name holds the word that is counted: 河长、林长、湖长三长; “三定”：定田块、定品种、定责任人."""

from collections.abc import Iterator
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import one_of, pattern
from checker.relations.lists.before import led
from checker.relations.lists.begun_alike import SHARED_WORD, by_semicolons
from checker.relations.lists.enumeration import surroundings
from checker.relations.lists.stated import DIGITS, SHORT, UNITS, Count, number_of, relation_of, words_of
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.spans import Span

UNIT = one_of(UNITS.split())
ECHOED = pattern(
    rf"(?P<count>(?P<number>[两二三四五六七八九])(?<=(?P<last>(?!{UNIT})[\u4e00-\u9fff])[\s\S])(?P=last))(?!(?P=last))"
)
SHARED = pattern(
    r"[两三四五六七八九](?P<each>大?[\u4e00-\u9fff])(?P<close>[”’」]?)[^，,；;。：:、“”（(]{0,8}(?:[：:（(]|——|，?即)"
)
QUOTED = pattern(r"[“‘「](?P<count>(?P<number>[两三四五六七八九])(?P<each>[\u4e00-\u9fff]))")
ONES = pattern(
    r"(?P<count>(?P<number>[两三四五六七八九])个(?P<each>[一不零无有]))[”’」][^，,；;。：:]{0,8}(?:[：:（(]|——|[，,]?[^，,；;。：:]{0,4}(?:[就即]是|即))"
)
PARTS = pattern("[^，；。！？：\n“”、]+")
LONG_PART, STOPS, NUMERALS = 14, "。！？”\n", "十百千万亿"


def echoed(passage: Passage) -> Iterator[Relation]:
    """Lists of which each name holds the word that is counted."""
    for match in ECHOED.finditer(passage.text, passage.span.start, passage.span.end):
        yield from _echoed(
            passage, Count(Span(*match.span("count")), number_of(match["number"]), match["last"], chinese=True)
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


def _by_commas(passage: Passage, at: int, count: Count) -> Iterator[Relation]:
    """“三不”：看不清不走，听不清不答，…: clauses of which each holds the word, up to the first that does not.

    Fewer or more are a fault where they run up to the stop.
    """
    names: list[Span] = []
    if count.unit in NUMERALS:
        return
    for part in PARTS.finditer(passage.text, at, passage.span.end):
        if count.unit not in part[0] or len(part[0]) > LONG_PART:
            break
        names.append(Span(*part.span()))
    closed = bool(names) and passage.text[names[-1].end : names[-1].end + 1] in STOPS
    if len(names) == count.value:
        yield relation_of(passage, count, names, Verdict.CONSISTENT)
    elif closed and len(names) > 1 and abs(len(names) - count.value) == 1:
        yield replace(relation_of(passage, count, names, Verdict.INCONSISTENT), doubtful=True)


def _shared(passage: Passage, at: int, count: Count) -> Iterator[Relation]:
    """“三定”管理：定田块、定品种、定责任人: a list of which each name holds the word that is counted."""
    _, tail = surroundings(passage.text, passage.span, at, passage.tokens)
    clause = tail.clauses()[0]
    names = clause.plain()
    if len(names) < 2:
        yield from _by_commas(passage, at, count)
    if len(names) > 1 and all(
        count.unit in (words := words_of(clause, one))[:2] or words.endswith(count.unit) for one in names
    ):
        fits = len(names) == count.value
        quoted = passage.text[count.span.start - 1] in "“‘「"
        if fits or quoted or all(words_of(clause, one).endswith(count.unit) for one in names):
            yield relation_of(passage, count, names, Verdict.CONSISTENT if fits else Verdict.INCONSISTENT)


def _shared_word(passage: Passage, at: int, count: Count) -> Iterator[Relation]:
    """“三统一”，即育秧统一、插秧统一、烘干统一: each name begins or ends with the word that is counted."""
    if told := by_semicolons(passage, at, count.unit):
        fits = len(told) == count.value
        yield relation_of(passage, count, told, Verdict.CONSISTENT if fits else Verdict.INCONSISTENT)
        return
    _, tail = surroundings(passage.text, passage.span, at, passage.tokens)
    clause = tail.clauses()[0]
    names = clause.plain()
    words = [words_of(clause, one) for one in names]
    if len(names) < 2:
        yield from _by_commas(passage, at, count)
    if len(names) > 1 and all(one.startswith(count.unit) or one.endswith(count.unit) for one in words):
        fits = len(names) == count.value
        goes_on = words[-1].endswith("等") or count.unit in passage.text[names[-1].end : passage.span.end]
        if fits or not goes_on:
            yield relation_of(passage, count, names, Verdict.CONSISTENT if fits else Verdict.INCONSISTENT)


__all__ = ["echoed"]
