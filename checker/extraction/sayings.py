"""Who says what: quotations that are speech, and sentences that tell in other words what somebody said."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from checker.document import Document
from checker.lexicon.people import surnames, titles
from checker.patterns import one_of, pattern
from checker.spans import Span

SAYS = (
    "(?:说道?|表示|介绍|告诉记者|坦言|认为|指出|强调|称|回忆道?|感叹|感慨|笑道|透露|解释|补充道?|提出|写道|直言|谈到)"
)
BEFORE = pattern(f"(?P<who>[^，。！？；：“”‘’\n]{{1,30}}?){SAYS}[，：:]?$")
AFTER = pattern(f"，?(?P<who>[^，。！？；：“”‘’\n]{{1,30}}?){SAYS}[，。：]")
INDIRECT = pattern(f"(?P<who>[^，。！？；：“”‘’\n]{{1,30}}?){SAYS}[，：]")
SPEECH = pattern("[，。！？；]")
MANNERS = (pattern("(?:[一-鿿]{2}地|[笑哭]着)$"), pattern("[一-鿿]{3}地$"))
"""How somebody says it: 骄傲地, 笑呵呵地; the shorter first, or it would eat into a name."""

COLONS = ("：", ":")
"""Words that are led by one are those of whoever stands before it, whoever speaks next: 甲说：“…。”乙表示，…."""

LOOSE = " 　，、的也还并则就"
SHORT = 6
REACH = 40


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of somebody. ``span`` is what is said, ``mode`` is ``direct`` or ``indirect``.

    ``who`` are the words for whoever says it, ``name``, ``title`` and ``body`` what they tell of him.
    """

    span: Span
    mode: str
    who: Span
    speaker: str = ""
    name: str = ""
    title: str = ""
    body: str = ""


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
        start = max(0, one.span.start - REACH)
        before = BEFORE.search(text[start : one.span.start])
        after = AFTER.match(text, one.span.end, one.span.end + REACH)
        led = before is not None and before[0].endswith(COLONS)
        at = (0, 0) if before is None else (start + before.start("who"), start + before.end("who"))
        at = after.span("who") if after and not led else at
        found.append(_saying(text, one.span, "direct", Span(*at)))
    quoted = [one.span for one in found]
    opened = {one.span.start for one in found if one.speaker}
    for sentence in document.sentences:
        match = INDIRECT.search(text, sentence.span.start, sentence.span.end)
        if (
            match
            and match.end() < sentence.span.end
            and match.end() not in opened
            and not any(q.overlaps(Span(match.start(), match.end())) for q in _near(quoted, match.start()))
        ):
            told = Span(match.end(), sentence.span.end)
            found.append(_saying(text, told, "indirect", Span(*match.span("who"))))
    return Sayings(sorted(found, key=lambda one: (one.span.start, -one.span.end)))


def _near(spans: Sequence[Span], at: int) -> Sequence[Span]:
    index = bisect_right(spans, at, key=lambda one: one.start)
    return spans[max(0, index - 1) : index + 1]


def _saying(text: str, span: Span, mode: str, who: Span) -> Saying:
    words = _plain(who.of(text).rstrip(LOOSE))
    bare = words.lstrip(LOOSE)
    who = Span(who.start + len(words) - len(bare), who.start + len(words))
    if len(bare) < 2:
        return Saying(span, mode, who)
    known = _titled().fullmatch(bare)
    if not known:
        return Saying(span, mode, who, bare)
    return Saying(span, mode, who, known["name"] or bare, known["name"] or "", known["title"], known["body"])


def _plain(words: str) -> str:
    """The words for a speaker without those for how he speaks."""
    shorter = [manner.sub("", words) for manner in MANNERS]
    named = (one for one in shorter if (known := _titled().fullmatch(one.lstrip(LOOSE))) and known["name"])
    return next(named, shorter[0])


@cache
def _titled() -> re.Pattern[str]:
    """A body, titles in it, and whose they are: 青石县水利局|局长|江远山, 商务委|相关负责人."""
    title = f"副?(?:{one_of(titles())}|有关人士)"
    single, longer = surnames()
    name = f"(?:{one_of(longer)}|[{''.join(sorted(single))}])[一-鿿]{{1,2}}"
    return pattern(f"(?P<body>[^、]*?)(?P<title>{title}(?:[、兼]{title})*)(?P<name>{name})?")
