"""Who says what: quotations that are speech, and sentences that tell in other words what somebody said."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from checker.document import Document
from checker.patterns import pattern
from checker.spans import Span

SAYS = (
    "(?:说道?|表示|介绍|告诉记者|坦言|认为|指出|强调|称|回忆道?|感叹|感慨|笑道|透露|解释|补充道?|提出|写道|直言|谈到)"
)
BEFORE = pattern(f"(?P<who>[^，。！？；：“”‘’\n]{{1,30}}?){SAYS}[，：:]?$")
AFTER = pattern(f"[，]?(?P<who>[^，。！？；：“”‘’\n]{{1,30}}?)(?:骄傲地|高兴地|激动地|自豪地|笑着)?{SAYS}[，。：]")
INDIRECT = pattern(f"(?P<who>[^，。！？；：“”‘’\n]{{1,30}}?){SAYS}[，：]")
SPEECH = pattern("[，。！？；]")
TITLED = pattern(
    "(?P<title>相关负责人|主要负责人|负责人|有关人士|工作人员|村民|居民|市民|专家|发言人|董事长|总经理|主任|局长|书记|院长|校长|经理|教授)$"
)
SHORT = 6
REACH = 40


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of somebody. ``span`` is what is said, ``mode`` is ``direct`` or ``indirect``."""

    span: Span
    mode: str
    speaker: str
    title: str = ""


@dataclass(frozen=True)
class Sayings:
    """What an article lets people say, in order; a quotation inside other people's words comes after these."""

    found: Sequence[Saying]

    def at(self, offset: int) -> Saying | None:
        """Who says the word at ``offset``: the innermost saying around it."""
        index = bisect_right(self.found, offset, key=lambda one: one.span.start) - 1
        for one in reversed(self.found[max(0, index - 3) : index + 1]):
            if one.span.start <= offset < one.span.end:
                return one
        return None

    @property
    def direct(self) -> list[Saying]:
        """The quotations alone."""
        return [one for one in self.found if one.mode == "direct"]


def sayings(document: Document) -> Sayings:
    """Every saying. Quotation marks around a term are none: speech has a mark inside, and a stop before its end."""
    text = document.text
    found = []
    for one in document.quotations:
        inside = Span(one.span.start + 1, one.span.end - 1)
        if one.depth > 1 or len(inside) < SHORT or not SPEECH.search(text, inside.start, inside.end):
            continue
        before = BEFORE.search(text[max(0, one.span.start - REACH) : one.span.start])
        after = AFTER.match(text, one.span.end, one.span.end + REACH)
        told = after or before
        speaker = _who(told["who"]) if told else ""
        found.append(Saying(one.span, "direct", speaker, _title(speaker)))
    quoted = [one.span for one in found]
    for sentence in document.sentences:
        match = INDIRECT.search(text, sentence.span.start, sentence.span.end)
        if (
            match
            and match.end() < sentence.span.end
            and not any(q.overlaps(Span(match.start(), match.end())) for q in _near(quoted, match.start()))
        ):
            speaker = _who(match["who"])
            found.append(Saying(Span(match.end(), sentence.span.end), "indirect", speaker, _title(speaker)))
    return Sayings(sorted(found, key=lambda one: (one.span.start, -one.span.end)))


def _near(spans: Sequence[Span], at: int) -> Sequence[Span]:
    index = bisect_right(spans, at, key=lambda one: one.start)
    return spans[max(0, index - 1) : index + 1]


def _who(words: str) -> str:
    bare = words.strip(" 　，、的也还并则就")
    return bare if len(bare) > 1 else ""


def _title(speaker: str) -> str:
    match = TITLED.search(speaker)
    return match["title"] if match else ""
