"""misphrased: words about numbers that contradict themselves: 同比上月, 5万万元, 翻了一翻."""

import re
from collections.abc import Iterator
from functools import cache

from checker.checks.kind import Kind, Params
from checker.extraction import around
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal
from checker.patterns import heads, one_of, pattern
from checker.quantities.lettering import fold
from checker.spans import Span

AROUND = 44
"""How many characters on either side of a cue a phrase may reach."""

ARROW = " => "


class PhraseParams(Params):
    """``cues`` are words of which a phrase holds one; ``phrases`` read ``pattern => what it should be``.

    The replacement may quote the pattern's groups (``\\1``). The text is read with full-width letters and digits
    folded. ``unless`` are words of the sentence up to the phrase, or of its clause behind it, with which all is well;
    with ``near`` one of those words must stand there.
    """

    cues: tuple[str, ...]
    phrases: tuple[str, ...]
    unless: tuple[str, ...] = ()
    near: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for phrase in self.phrases:
            if ARROW not in phrase:
                raise ValueError(f"a phrase reads “pattern{ARROW}what it should be”, not {phrase!r}")


def check(article: Article, params: PhraseParams) -> Iterator[Hit]:
    """Every phrase, once."""
    text, end = article.text, 0
    for cue in _heads(params.cues).finditer(text):
        at = cue.start()
        if at < end:
            continue
        found = _phrase(text, at, end, params.phrases)
        if found and not _excused(text, found[0], params):
            span, value = found
            end = span.end
            fix = Proposal("instead", (Edit(span, value),), {"value": value})
            yield Hit(span, {"words": span.of(text)}, proposals=(fix,))


def _phrase(text: str, at: int, floor: int, phrases: tuple[str, ...]) -> tuple[Span, str] | None:
    """The phrase that covers ``at``, and what it should be."""
    start = max(floor, at - AROUND)
    window = fold(text[start : at + AROUND])
    for phrase in phrases:
        shape, _, instead = phrase.partition(ARROW)
        for match in _compiled(shape).finditer(window):
            if match.start() <= at - start < match.end():
                return Span(start + match.start(), start + match.end()), match.expand(instead)
    return None


def _excused(text: str, span: Span, params: PhraseParams) -> bool:
    sentence = around.sentence(text, span.start).of(text)
    told = sentence + "\n" + around.following(text, span.end)
    if params.near and not _any(params.near).search(told):
        return True
    return bool(params.unless) and _any(params.unless).search(told) is not None


@cache
def _heads(cues: tuple[str, ...]) -> re.Pattern[str]:
    return pattern(heads(cues))


@cache
def _compiled(shape: str) -> re.Pattern[str]:
    return pattern(shape)


@cache
def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return pattern(one_of(words))


KIND = Kind(check, frozenset({"words"}), PhraseParams, fixes=frozenset({"instead"}))
