"""Names of other languages in Chinese characters: 研究员尕玛才让说, 买买提·艾力."""

import re
from collections.abc import Iterator
from functools import cache

from checker.extraction.name_forms import EDGE, title_before
from checker.lexicon.people import beside
from checker.patterns import one_of, pattern
from checker.spans import Span

EDGES = frozenset("，。；：！？”’」』）)\n\u3000 ")
Named = tuple[Span, str]
"""A name's span and the title before it, or nothing."""


@cache
def _dotted() -> re.Pattern[str]:
    syllables = "".join(beside("syllable"))
    return pattern(f"[{syllables}]{{1,6}}·[{syllables}]{{1,8}}")


@cache
def _plain() -> re.Pattern[str]:
    """Three and more such characters before what no name goes on with; ``speech`` where it is a word of speech."""
    syllables, speech = "".join(beside("syllable")), one_of(beside("speech"))
    behind = f"(?P<speech>{speech}|说[，：:。“])|[{EDGE}、]|[{''.join(beside('single'))}]"
    return pattern(f"[{syllables}]{{3,5}}(?={behind})")


def transliterated(text: str) -> Iterator[Named]:
    """Names with a · in them; others with a title before them or, at a clause's edge, a word of speech behind them."""
    if "·" in text:
        for match in _dotted().finditer(text):
            yield Span(*match.span()), title_before(text, match.start())
    for match in _plain().finditer(text):
        title = title_before(text, match.start())
        if title or (match["speech"] and text[match.start() - 1 : match.start()] in EDGES):
            yield Span(*match.span()), title
