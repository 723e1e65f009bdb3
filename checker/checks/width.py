"""width: half-width marks among Chinese characters, told once for the whole article."""

import re
from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal, Related
from checker.patterns import pattern
from checker.spans import Span

HAN = "\u4e00-\u9fff"
WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）"}
# A mark after a Chinese character or a closing mark; a comma or semicolon before a Chinese character. A question mark
# between two characters is as often a character that was lost; a colon after a digit, a clock.
MARK = pattern(
    f"[,;:?!.](?:(?<=[,;])(?:(?<=[{HAN}”’》）].)(?![0-9A-Za-z]*[,;][0-9A-Za-z])|(?=[{HAN}“《]))"
    f"|(?<=[{HAN}”’》）]:)(?![/\\\\0-9])"
    f"|(?<=[{HAN}”’》）][?!])(?=\\s|[”’」』）]|$)"
    f"|(?<=[{HAN}”’》）%][.])(?=\\s|[”’」』）]|$))"
)
PAIR = pattern("\\([^()（）\n]{1,60}\\)")
WIDE_PAIR = pattern(f"（[^()（）\n]{{0,60}}[{HAN}]")
CHINESE = pattern(f"[{HAN}]")
LABEL = pattern("[一二三四五六七八九十]$")
SHOWN = 8


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """The first half-width mark of the article, with all the others under it and one fix for all."""
    text = article.text
    edits = sorted([*_marks(text), *_brackets(text)], key=lambda edit: edit.span)
    if not edits:
        return
    first = edits[0]
    data = {"mark": first.span.of(text), "wanted": first.text, "count": str(len(edits))}
    yield Hit(
        first.span,
        data,
        related=tuple(Related(edit.span, "also", {"wanted": edit.text}) for edit in edits[1 : SHOWN + 1]),
        proposals=(Proposal("widen", tuple(edits), data, safe=True),),
    )


def _marks(text: str) -> Iterator[Edit]:
    for match in MARK.finditer(text):
        if match[0] != "." or _stops(text, match):
            yield Edit(Span(*match.span()), WIDE[match[0]])


def _stops(text: str, match: re.Match[str]) -> bool:
    """Whether a point ends a sentence: not one of three, none behind the number of a heading."""
    start = text.rfind("\n", 0, match.start()) + 1
    lead = text[start : match.start()]
    return match.start() - start > 3 and not LABEL.search(lead[-1:]) and text[match.end() : match.end() + 1] != "."


def _brackets(text: str) -> Iterator[Edit]:
    """Half-width brackets around Chinese words, where the article has full-width ones too; else they are its style."""
    if "(" not in text or not WIDE_PAIR.search(text):
        return
    for match in PAIR.finditer(text):
        if CHINESE.search(match[0]):
            yield Edit(Span(match.start(), match.start() + 1), "（")
            yield Edit(Span(match.end() - 1, match.end()), "）")


KIND = Kind(check, frozenset({"mark", "wanted", "count"}), notes=frozenset({"also"}), fixes=frozenset({"widen"}))
