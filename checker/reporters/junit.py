"""JUnit XML, for CI servers that know tests: a suite a document, a case a cause.

What makes the run fail is a failure, what does not is skipped with its message; a document without findings is one
case that passes.
"""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from checker.patterns import pattern
from checker.report import DocumentReport, Report
from checker.reporters import wording
from checker.reporters.cards import Card, cards
from checker.reporters.options import Options
from checker.reporters.telling import lines
from checker.reporters.visible import visible

FORBIDDEN = pattern("[\ufffe\uffff]")
"""What XML 1.0 forbids and ``visible`` does not show escaped."""


def render(report: Report, options: Options) -> str:  # noqa: ARG001 - XML has one look
    """The whole document, indented."""
    suites = Element("testsuites", name="checker")
    for document in report.documents:
        suites.append(_suite(report, document))
    for name in ("tests", "failures", "skipped"):
        suites.set(name, str(sum(int(suite.get(name, "0")) for suite in suites)))
    indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(suites, encoding="unicode")}\n'


def _suite(report: Report, document: DocumentReport) -> Element:
    made = cards(document)
    failures = sum(_fails(report, card) for card in made)
    path = _text(document.path)
    counts = {"tests": max(1, len(made)), "failures": failures, "errors": 0, "skipped": len(made) - failures}
    suite = Element("testsuite", {"name": path} | {name: str(count) for name, count in counts.items()})
    for card in made:
        _case(suite, document, card, failed=_fails(report, card))
    if not made:
        SubElement(suite, "testcase", name="没有发现问题", classname=path)
    return suite


def _fails(report: Report, card: Card) -> bool:
    return any(report.fails(finding) for finding in card.findings())


def _case(suite: Element, document: DocumentReport, card: Card, *, failed: bool) -> None:
    finding = card.finding
    place = finding.place.position
    name = f"{finding.rule} {place.line}:{place.column}"
    path = _text(document.path)
    case = SubElement(suite, "testcase", name=_text(name), classname=path, file=path, line=str(place.line))
    message = _text(f"{wording.SEVERITY[card.severity]}：{finding.message}")
    told = "\n".join(_text(line) for line in lines(document, card))
    if failed:
        SubElement(case, "failure", message=message, type=_text(finding.rule)).text = told
    else:
        SubElement(case, "skipped", message=message).text = told


def _text(words: str) -> str:
    return FORBIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", visible(words))
