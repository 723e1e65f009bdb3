"""Editions: 第九届稻香节 with the year in which it is held, as far as the sentence tells it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.document import Document
from checker.extraction.moments import Moment
from checker.patterns import pattern
from checker.quantities.model import Ordinal, Token
from checker.spans import Span

NAME = pattern(
    "[“‘]?(?P<name>[^，。；：、“”‘’（）()《》\\s在将于由的是举开闭落启正也以即0-9]{1,24}(?<=[节会展赛奖周坛杯松]))"
)
SIDE_BEFORE = pattern("[度的]?(?:[，,]?(?:成功|如期|正式|又)?(?:举办|举行|召开|迎来)了?的?)?(?:中国|全[国省市县])?$")
SIDE_AFTER = pattern("[”’]?(?:[（(]|[已将定拟]?[于在])?$")
COMMA = pattern("[，,]$")
HELD = pattern("举办|举行|开幕|闭幕|召开|启幕|落幕|开赛|收官|揭幕|开赛|颁奖|揭晓")
NOT_HELD = pattern("申办|筹备|筹办|预热|倒计时|获奖|获得|荣获|筹委|组委|备战|之前|以来|报名|征集|入选|前夕")


@dataclass(frozen=True, slots=True)
class Session:
    """One edition of an event and the year told with it. ``beside`` where the two stand side by side."""

    name: str
    number: int
    year: int
    span: Span
    date: Span
    sentence: int
    beside: bool


def sessions(document: Document, tokens: Sequence[Token], dated: Sequence[Moment]) -> Iterator[Session]:
    """Every edition whose year is told beside it, or in a sentence that says it is held and names one year."""
    text = document.text
    if "届" not in text:
        return
    spans = [one.span for one in document.sentences]
    years = [one for one in dated if one.year is not None]
    at = first = 0
    for token in tokens:
        if not isinstance(token, Ordinal) or token.unit != "届":
            continue
        while spans[at].end <= token.span.start:
            at += 1
        while first < len(years) and years[first].sentence < at:
            first += 1
        match = NAME.match(text, token.span.end, spans[at].end)
        if match:
            near = [one for one in years[first : first + 8] if one.sentence == at]
            found = _year(text, token, match.end("name"), near, spans[at])
            if found and found[0].year is not None:
                year = found[0].year
                yield Session(match["name"], token.value, year, token.span, found[0].date.span, at, found[1])


def _year(text: str, token: Ordinal, end: int, near: list[Moment], sentence: Span) -> tuple[Moment, bool] | None:
    for one in near:
        if one.date.span.end <= token.span.start and SIDE_BEFORE.fullmatch(text, one.date.span.end, token.span.start):
            return one, one.date.month is None
        if COMMA.fullmatch(text, one.date.span.end, token.span.start) and HELD.match(
            text[end : end + 4].lstrip("”’将")
        ):
            return one, False
        if one.date.span.start >= end and SIDE_AFTER.fullmatch(text, end, one.date.span.start):
            return one, True
    words = text[sentence.start : sentence.end] if len(sentence) < 200 else ""
    if len({one.year for one in near}) != 1 or not HELD.search(words) or NOT_HELD.search(words):
        return None
    return near[0], False
