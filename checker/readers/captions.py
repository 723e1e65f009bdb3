"""Lines under pictures and tables: 图1 …, 表二：…, ①某区：…, ▲…, 图为…, …记者 张三 摄."""

import re
from dataclasses import dataclass

from checker.patterns import pattern
from checker.readers.markers import CIRCLE, CIRCLED, NUMERAL, ordinal, skip_space
from checker.readers.names import HAN, NAME
from checker.spans import Span

FIGURE = pattern(
    "(?P<bracket>[（(【\\[])?"
    f"(?P<marker>(?:图表|附图|附表|图|表)\\s*(?:(?P<number>[0-9０-９]{{1,3}}|{NUMERAL}|[{CIRCLED}])(?P<sub>[-－—.．][0-9]{{1,2}})?))"
    "(?P<gap>\\s*[：:、.．|｜】）)\\]]\\s*|\\s+|$)?"
)
SPEAKS = pattern("显示|是|为|所示|中|可见|给出|展示|反映|和|与|及|的|表明|至|到")
NOTE = pattern(
    "[▲△▼▽↑↓]\\s*\\S|[（(【\\[]?(?:图为(?!什么|何|了|此)|图片说明|图说|图注|题图|配图|[上下左右中]图)[：:\\s]?|[（(【\\[]图片?[：:】\\]]"
)
CREDIT = pattern(f"[{HAN}·]{{1,10}}\\s*(?:摄|供图|摄影|制图)[）)]?$")
FILED = pattern(f"(?P<name>{NAME})(?:[：:｜|丨]|\\s+)(?=\\S)")
REFERRED = pattern(f"图([{CIRCLED}])")
LONGEST = 160
LONGEST_UNFILED = 60


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption's marker (``图1``, ``①``; none for ▲ and 图为), its number and what it is filed under."""

    marker: Span | None = None
    ordinal: int | None = None
    name: Span | None = None


def caption(text: str, span: Span) -> Caption | None:
    """The caption that the line is, if its own words say so. Circled numbers need their neighbours: ``circled``."""
    if len(span) > LONGEST:
        return None
    found = FIGURE.match(text, span.start, span.end)
    if found:
        return _figure(text, span, found)
    if NOTE.match(text, span.start, span.end):
        return Caption()
    if CREDIT.search(text, max(span.start, span.end - 14), span.end) and "。" in span.of(text):
        return Caption()
    return None


def _figure(text: str, span: Span, found: re.Match[str]) -> Caption | None:
    if not found["gap"] and found.end() < span.end:
        loose = len(span) <= 40 and text[span.end - 1] != "。"
        if not loose or SPEAKS.match(text, found.end()):
            return None
    if text[found.end() - 1] == "、" or (found["bracket"] and text[span.end - 1] not in "）)】]" and not found["gap"]):
        return None
    number = None if found["sub"] else ordinal(found["number"])
    return Caption(Span(*found.span("marker")), number, _name(text, found.end(), span.end))


def _name(text: str, start: int, end: int) -> Span | None:
    found = FILED.match(text, skip_space(text, start, end), end)
    return Span(*found.span("name")) if found and len(found["name"]) <= 12 else None


def circled(text: str, span: Span) -> Caption | None:
    """What the line would be as a caption if the circled number it opens with counts pictures."""
    found = CIRCLE.match(text, span.start, span.end)
    if not found:
        return None
    return Caption(Span(*found.span(1)), ordinal(found[1]), _name(text, found.end(), span.end))


def referred(text: str) -> frozenset[str]:
    """The circled numbers that the text refers to as pictures: 图①."""
    return frozenset(REFERRED.findall(text))


def are_captions(text: str, run: list[Span], before: Span | None, last: bool, known: frozenset[str]) -> bool:
    """Whether lines with circled numbers, one after the other, are captions and not the items of a list.

    Items follow a colon, stop at semicolons and run long; captions are filed under names, credited, referred to as
    图① (``known``), or are short and ``last`` in the document.
    """
    lines = [span.of(text) for span in run]
    if before and text[before.end - 1] in "：:；;":
        return False
    if any(len(line) > LONGEST or line.endswith(("；", ";")) for line in lines):
        return False
    named = sum(bool((one := circled(text, span)) and one.name) for span in run)
    credited = sum(bool(CREDIT.search(line)) for line in lines)
    if max(named, credited) * 2 > len(run) or lines[0][0] in known:
        return True
    return last and before is not None and len(run) > 1 and max(map(len, lines)) <= LONGEST_UNFILED
