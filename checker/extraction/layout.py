"""Where sentences, clauses and times stand in an article."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from checker.document import Document
from checker.extraction.breaks import breaks
from checker.quantities.model import Date, Period, Token
from checker.spans import Span


class Layout:
    """Finds sentences, clauses and times by offset."""

    def __init__(self, document: Document, tokens: Sequence[Token]) -> None:
        self.document, self.text = document, document.text
        self.sentences = document.sentences
        self.starts = [one.span.start for one in self.sentences]
        self.marks = breaks(document)
        self.times = [one.span for one in tokens if isinstance(one, Date | Period)]

    def sentence(self, at: int) -> Span:
        """The sentence around an offset; in no sentence, an empty span."""
        index = bisect_right(self.starts, at) - 1
        if index < 0 or self.sentences[index].span.end < at:
            return Span(at, at)
        return self.sentences[index].span

    def block(self, at: int) -> Span:
        """The block around an offset."""
        index = bisect_right(self.starts, at) - 1
        return self.document.blocks[self.sentences[index].block].span if index >= 0 else Span(at, at)

    def clause(self, at: int) -> Span:
        """The clause around an offset, up to any mark on either side."""
        sentence = self.sentence(at)
        index = bisect_left(self.marks, at)
        start = self.marks[index - 1] + 1 if index else 0
        end = self.marks[index] if index < len(self.marks) else sentence.end
        return Span(max(start, sentence.start), max(at, min(end, sentence.end)))

    def clause_before(self, at: int, floor: int) -> Span:
        """The clause that ends before a clause begins."""
        index = bisect_left(self.marks, at - 1)
        start = self.marks[index - 1] + 1 if index else 0
        return Span(max(start, floor), at - 1)

    def sentence_before(self, at: int, floor: int) -> Span:
        """The sentence before one that begins at ``at``; empty where it is the first from ``floor`` on."""
        index = bisect_left(self.starts, at) - 1
        before = self.sentences[index].span if index >= 0 else Span(floor, floor)
        return before if before.start >= floor else Span(floor, floor)

    def past_times(self, start: int, end: int, compared: frozenset[str]) -> int:
        """Behind the last time that is told between two places, unless a number is compared with it."""
        at = bisect_left(self.times, end, key=lambda span: span.start) - 1
        if at < 0 or self.times[at].start < start or self.times[at].end > end:
            return start
        led = self.text[max(0, self.times[at].start - 2) : self.times[at].start].rstrip("上去前本今")[-1:]
        if led == "于":
            led = led if self.text[self.times[at].start - 2] in "高低好优多少强弱大小快慢" else ""
        return start if led and led in compared else self.times[at].end
