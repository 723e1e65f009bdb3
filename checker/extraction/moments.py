"""Moments: every date of an article with the year that it belongs to, where the text or the day of issue tells it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from checker.document import Document
from checker.frozen import frozen
from checker.quantities.model import Date, Period, Token
from checker.relations.dated import calendar

SAME_YEAR = frozenset({"当年", "同年"})
NEXT_YEAR = "次年"


@frozen()
class Moment:
    """A date with its year, None where nothing tells it. ``sentence`` is the index into ``Document.sentences``.

    ``told`` where the text itself gives the year; else it is that of the day of issue.
    """

    date: Date
    sentence: int
    told: bool

    @property
    def year(self) -> int | None:
        """The year it belongs to."""
        return self.date.year

    @property
    def order(self) -> tuple[int, int, int]:
        """For sorting; what is not told counts as 0."""
        return (self.date.year or 0, self.date.month or 0, self.date.day or 0)


def moments(document: Document, tokens: Sequence[Token], published: date | None) -> Iterator[Moment]:
    """Every date and both ends of every period, in order."""
    starts = [one.span.start for one in document.sentences]
    sentence, last, years = -1, None, set[int]()
    near: int | None = None
    for token in tokens:
        if not isinstance(token, Date | Period):
            continue
        at = bisect_left(starts, token.span.start + 1) - 1
        if at != sentence:
            same_block = sentence >= 0 and document.sentences[at].block == document.sentences[sentence].block
            years = years if same_block and at == sentence + 1 else set()
            sentence, last, near = at, None, None
        for one in calendar.ends(token):
            moment = _moment(one, at, last, years, published)
            if moment.year is None and one.relative in SAME_YEAR and near is not None:
                moment = Moment(replace(one, year=near), at, False)
            near = moment.year or near
            if moment.told and moment.year is not None:
                last = moment.year
                years.add(moment.year)
            if isinstance(token, Date):
                yield moment


def _moment(one: Date, sentence: int, last: int | None, years: set[int], published: date | None) -> Moment:
    """The year of a date: its own, that of the date before it in the sentence, or that of the day of issue."""
    if one.year is not None:
        return Moment(one, sentence, True)
    if one.relative in calendar.YEARS_AWAY:
        return Moment(calendar.dated(one, published), sentence, False)
    if one.relative in SAME_YEAR or (not one.relative and one.month is not None):
        if last is not None:
            return Moment(replace(one, year=last), sentence, True)
        if published is not None and not years - {published.year} and not one.relative:
            return Moment(replace(one, year=published.year), sentence, False)
    if one.relative == NEXT_YEAR and last is not None:
        return Moment(replace(one, year=last + 1), sentence, True)
    return Moment(one, sentence, False)
