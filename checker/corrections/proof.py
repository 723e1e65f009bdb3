"""A correction read once more before it goes out: it must say what was decided, nothing else, and without a fault."""

import re
from collections.abc import Iterator, Sequence

from checker.corrections.correction import Particulars, values, wronged
from checker.corrections.faults import Fault, Sort
from checker.corrections.templates import Templates, flat, quoted
from checker.findings import Finding, Severity
from checker.report import DocumentReport
from checker.spans import Span, find_all

DIGITS = re.compile(r"[0-9０-９]+(?:[.．][0-9０-９]+)?")


def proof(
    text: str, faults: Sequence[Fault], about: Particulars, article: str, templates: Templates, template: str
) -> Iterator[str]:
    """What is wrong with the correction's facts, in the newsroom's words.

    ``article`` is the published text: every wrong word must stand in it as it is quoted. ``template`` is the name of
    the one that was filled in; whoever wrote it answers for the numbers in it.
    """
    for fault in faults:
        quotes = (fault.begin, fault.end) if fault.sort is Sort.BLOCK else (fault.wrong,)
        for words in quotes:
            if words not in article:
                yield f"已刊文本里没有{quoted(words)}"
            if flat(words) not in flat(text):
                yield f"更正里没有引出原文的{quoted(words)}"
        if fault.right is None or flat(fault.right) not in flat(text):
            yield f"更正里没有正确的写法{quoted(fault.right or '')}"
    yield from _numbers(text, faults, about, templates, template)
    missing = [one for one in ("读者", *wronged(faults, about)) if one not in text]
    if "歉" not in text or missing:
        yield f"更正没有向{'、'.join(missing) or '读者'}致歉"


def _numbers(
    text: str, faults: Sequence[Fault], about: Particulars, templates: Templates, template: str
) -> Iterator[str]:
    """Numbers that come from nowhere: a correction brings no new ones."""
    known = {str(one) for one in values(faults, about).values() if isinstance(one, str)}
    for fault in faults:
        known |= {fault.wrong, fault.right or "", fault.where, fault.section, fault.source, str(fault.times)}
    known |= {str(len(faults)), *wronged(faults, about), templates.source(template), templates.source("faults.txt")}
    given = {found[0] for words in known for found in DIGITS.finditer(words)}
    for found in DIGITS.finditer(text):
        if found[0] not in given:
            yield f"更正里的“{found[0]}”没有出处"


def faulty(report: DocumentReport, faults: Sequence[Fault]) -> list[Finding]:
    """What the checker finds in the correction, but for the wrong words that it has to quote."""
    text = flat(report.text)
    words = [one for fault in faults for one in (fault.wrong, fault.begin, fault.end)]
    told = [span for one in dict.fromkeys(words) for span in find_all(text, flat(one))]
    return [one for one in report.findings if one.severity is not Severity.STYLE and not _touches(one, told)]


def _touches(finding: Finding, told: Sequence[Span]) -> bool:
    places = (finding.place.span, *(one.place.span for one in finding.related))
    return any(place.overlaps(span) for place in places for span in told)
