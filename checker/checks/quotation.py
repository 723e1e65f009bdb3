"""quotation: marks that do not pair. Only the first cause in a paragraph is told; the rest follows from it."""

from collections.abc import Iterator, Sequence

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.extraction.marks import Mark, unpaired
from checker.extraction.quoting import FINAL, SAYS, SPEAKER, Line, faulty_lines, introduced, speaker
from checker.findings import Edit, Hit, Proposal
from checker.patterns import pattern
from checker.spans import Span

# Between brackets, or beside the word 引号, marks speak of themselves.
EMPTY = pattern("(?<![（(引双单号、和])(?:“”|‘’)(?![）)、和]|[引单双括逗句冒问顿]号|[单双]引)")
SENTENCE_END = pattern("[。！？…]+")
INTRODUCTION = pattern(f"{SAYS}[，：]")
# Nothing that is quoted begins with one of these, nor does it end with one of those.
NEVER_AFTER_OPENING = frozenset("，。、；：！？）》,;")
NEVER_BEFORE_CLOSING = frozenset("：（《")

TERM = 20
"""A term in quotation marks has at most so many characters and no punctuation inside."""

TRIED = 4
"""How many loose marks of one paragraph are looked at: a fault has its cause near the first."""


class QuotationParams(Params):
    """So many faulty paragraphs, if they are half of those with marks, are the file's fault."""

    most: int = 8


def check(article: Article, params: QuotationParams) -> Iterator[Hit]:
    """The first fault of each paragraph; one finding where a whole file has lost one half of its marks."""
    lines, lost = faulty_lines(article.document, params.most)
    for mark in lost:
        yield Hit(mark.span, _data(mark), variant="artefact", doubtful=True)
    for line in lines:
        yield _turned(article.text, line) or _missing(article.text, line)
    if not lost and ("“”" in article.text or "‘’" in article.text):
        yield from _empty(article.text, [line.block.span for line in lines])


def _empty(text: str, faulty: Sequence[Span]) -> Iterator[Hit]:
    """Marks with nothing between them, in paragraphs that are otherwise sound: a mark that has slipped."""
    for found in EMPTY.finditer(text):
        span = Span(*found.span())
        if not any(one.covers(span) for one in faulty):
            data = {"mark": text[span.start], "wanted": text[span.end - 1], "given": found[0]}
            yield Hit(
                span, data, proposals=(Proposal("remove", (Edit(span, ""),), data),), variant="empty", doubtful=True
            )


def _turned(text: str, line: Line) -> Hit | None:
    """A mark that faces the wrong way, or is of another kind than its partner."""
    for index, mark in enumerate(line.loose[:TRIED]):
        if _ends_speech(text, line, mark):
            return _spoken(line, mark)
        if index + 1 < len(line.loose) and (hit := _around_term(text, line, mark, line.loose[index + 1])):
            return hit
        if _looks_turned(text, line, mark) and _mends(text, line, mark):
            return _flip(mark, safe=False)
    return None


def _ends_speech(text: str, line: Line, mark: Mark) -> bool:
    """``…一成。“某局负责人说``: an opening mark between the words spoken and the one who spoke them."""
    if not mark.opening or mark.offset == line.block.span.start or text[mark.offset - 1] not in FINAL | {"，"}:
        return False
    named = SPEAKER.match(text, mark.offset + 1)
    # After a comma 他说 may be a part of what is quoted, unless more is quoted right behind it.
    return named is not None and (text[mark.offset - 1] in FINAL or text[named.end() : named.end() + 1] == mark.char)


def _spoken(line: Line, mark: Mark) -> Hit:
    turn = Edit(mark.span, mark.flipped.char)
    proposals: tuple[Proposal, ...]
    if any(one.opening and one.kind == mark.kind and one.offset < mark.offset for one in line.loose):
        proposals = (Proposal("flip", (turn,), _data(mark)),)
    else:
        start = Span(line.block.span.start, line.block.span.start)
        proposals = (Proposal("quote", (Edit(start, mark.char), turn), _data(mark)), _remove(mark))
    return Hit(mark.span, _data(mark), proposals=proposals, variant="spoken")


def _around_term(text: str, line: Line, one: Mark, other: Mark) -> Hit | None:
    """Two loose marks around a short term, without a mark of any sort in between."""
    words = text[one.offset + 1 : other.offset]
    if not words or len(words) > TERM or any(char in NEVER_AFTER_OPENING or char in FINAL for char in words):
        return None
    if one.opening and not other.opening:
        data = {"mark": one.char, "wanted": one.flipped.char, "given": other.char}
        edit = Edit(other.span, one.flipped.char)
        return Hit(other.span, data, proposals=(Proposal("flip", (edit,), data),), variant="mixed", doubtful=True)
    wrong = other if one.opening else one
    if one.char == other.char and _mends(text, line, wrong):
        return _flip(wrong, safe=len(line.loose) == 2 and not _inside(line, one))
    return None


def _inside(line: Line, mark: Mark) -> bool:
    """Whether the mark stands inside a quotation: what people said is left alone."""
    loose = {one.offset for one in line.loose}
    return (
        sum(1 if one.opening else -1 for one in line.marks if one.offset < mark.offset and one.offset not in loose) > 0
    )


def _looks_turned(text: str, line: Line, mark: Mark) -> bool:
    """Whether what stands beside the mark cannot stand there if it faces the right way."""
    if mark.opening:
        return text[mark.offset + 1 : mark.offset + 2] in NEVER_AFTER_OPENING
    return mark.offset > line.block.span.start and text[mark.offset - 1] in NEVER_BEFORE_CLOSING


def _mends(text: str, line: Line, mark: Mark) -> bool:
    """Whether fewer marks lack a partner once this one is turned round."""
    turned = [one.flipped if one is mark else one for one in line.marks]
    return len(unpaired(text, turned)) < len(line.loose)


def _flip(mark: Mark, *, safe: bool) -> Hit:
    proposal = Proposal("flip", (Edit(mark.span, mark.flipped.char),), _data(mark), safe=safe)
    return Hit(mark.span, _data(mark), proposals=(proposal,), variant="facing", doubtful=True)


def _missing(text: str, line: Line) -> Hit:
    """The first loose mark has lost its partner, or is one too many.

    In a paragraph that ends as a sentence, and where words are spoken, the fault is certain.
    """
    mark = line.loose[0]
    clean = text[line.block.span.start : line.block.span.end].rstrip("”’」』）)")[-1:] in FINAL
    if not mark.opening:
        places = _openings(text, line, mark)
        return _hit(mark, "unopened", _inserts("open", text, mark, places), doubtful=not (clean and places))
    if text[mark.offset + 1 : mark.offset + 2] == mark.char:
        return _hit(mark, "doubled", (), doubtful=True)
    named, first = speaker(text, line, mark), mark.offset == line.block.span.start
    if first and named is None and line.later(mark) is not None:
        return _hit(mark, "stray", (), doubtful=not clean)
    spoken = named is not None or introduced(text, line, mark)
    places = _sentence_ends(text, line, mark) if spoken else []
    places = [named, *(place for place in places[:1] if place < named)] if named is not None else places
    return _hit(mark, "unclosed", _inserts("close", text, mark, places), doubtful=not (clean and spoken))


def _sentence_ends(text: str, line: Line, mark: Mark) -> list[int]:
    """After the first sentence that follows the mark and after the last, before the next quotation."""
    following = line.later(mark)
    end = following.offset if following else line.block.span.end
    stops = [stop.end() for stop in SENTENCE_END.finditer(text, mark.offset, end)]
    return list(dict.fromkeys([*stops[:1], *stops[-1:]]))


def _openings(text: str, line: Line, mark: Mark) -> list[int]:
    """Where the words spoken may begin: after who says them, or at the start of what he follows."""
    alike = [one.offset + 1 for one in line.marks if one.offset < mark.offset and one.kind == mark.kind]
    start = max([line.block.span.start, *alike])
    said = [one.end() for one in INTRODUCTION.finditer(text, start, mark.offset)]
    if text[mark.offset - 1] in FINAL and said:
        return said[:1]
    if text[mark.offset - 1] not in FINAL | {"，"} or not SPEAKER.match(text, mark.offset + 1, line.block.span.end):
        return []
    stops = [stop.end() for stop in SENTENCE_END.finditer(text, start, mark.offset - 1)]
    free = start == line.block.span.start or text[start - 2] in FINAL
    return list(dict.fromkeys([*([start] if free else []), *stops[-1:]]))


def _inserts(key: str, text: str, mark: Mark, places: list[int]) -> tuple[Proposal, ...]:
    return tuple(
        Proposal(
            key,
            (Edit(Span(place, place), mark.flipped.char),),
            {**_data(mark), "before": text[max(0, place - 5) : place], "after": text[place : place + 5]},
        )
        for place in places
    )


def _hit(mark: Mark, variant: str, inserts: tuple[Proposal, ...], *, doubtful: bool) -> Hit:
    return Hit(mark.span, _data(mark), proposals=(*inserts, _remove(mark)), variant=variant, doubtful=doubtful)


def _remove(mark: Mark) -> Proposal:
    return Proposal("remove", (Edit(mark.span, ""),), _data(mark))


def _data(mark: Mark) -> dict[str, str]:
    return {"mark": mark.char, "wanted": mark.flipped.char, "given": mark.char}


KIND = Kind(
    check,
    frozenset({"mark", "wanted", "given"}),
    QuotationParams,
    variants=frozenset({"spoken", "facing", "mixed", "doubled", "stray", "unclosed", "unopened", "empty", "artefact"}),
    fixes=frozenset({"flip", "quote", "remove", "close", "open"}),
)
