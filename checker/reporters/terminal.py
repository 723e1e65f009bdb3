"""The report on a terminal: one block a card, the source with marks, then the account of what was computed."""

from collections.abc import Iterable, Iterator, Sequence

from checker.findings import Finding, Severity, Verdict
from checker.report import CheckedRelation, DocumentReport, Report
from checker.reporters import wording
from checker.reporters.cards import Card, Echo, cards, changes, echoes, quoted
from checker.reporters.cells import draw, width, wrap
from checker.reporters.options import Options
from checker.reporters.snippet import Mark, Row, snippet
from checker.spans import SourceMap

_RELATED = 8  # secondary places shown on a card
_FIRST = 12  # cards on the first screen; those after them take a line each
_LISTED = 8  # workings listed of each verdict, unless everything is asked for

_SGR = {
    Severity.ERROR: "1;31",
    Severity.VERIFY: "1;33",
    Severity.STYLE: "1;36",
    "gutter": "34",
    "secondary": "34",
    "label": "1",
    "dim": "2",
    "good": "32",
}


def render(report: Report, options: Options) -> str:
    """The whole report, ending in one line that says how many documents were read and what was found."""
    return "\n".join([*_Screen(options).report(report), ""])


class _Screen:
    """Writes rows for one set of options. Whatever comes from outside is drawn before it is coloured."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.width = max(20, options.width)

    def report(self, report: Report) -> Iterator[str]:
        for document in report.documents:
            yield from self.document(document)
        if len(report.documents) == 1 or self.options.verbose:
            for document in report.documents:
                yield from self.account(document, named=len(report.documents) > 1)
        else:
            yield from self.totals(report.documents)
            if self.options.statistics:
                yield ""
        if self.options.statistics:
            yield from self.statistics(report)
        counts = f"{wording.severities(report.documents)}{wording.merged(report.documents)}"
        closing = f"{len(report.documents)} 篇：{counts}"
        yield from self.wrapped(closing, self.worst(report))

    def worst(self, report: Report) -> str:
        """The colour of the closing line."""
        return next((_SGR[one] for one in Severity if report.count(one)), _SGR["good"])

    def paint(self, text: str, sgr: str) -> str:
        return f"\x1b[{sgr}m{text}\x1b[0m" if self.options.color and sgr and text.strip() else text

    def wrapped(self, text: str, sgr: str = "", first: str = "", hang: int = 0) -> Iterator[str]:
        """``text`` behind ``first``, which is printed as it is, continued ``hang`` cells further right."""
        for index, line in enumerate(wrap(text, max(8, self.width - max(hang, width(first))))):
            lead = first if index == 0 else " " * hang
            yield self.paint(lead, _SGR["gutter"] if index == 0 else "") + self.paint(line, sgr)

    def document(self, document: DocumentReport) -> Iterator[str]:
        source = SourceMap(document.text)
        everything = self.options.style or self.options.verbose
        every = cards(document)
        shown = [card for card in every if everything or card.severity is not Severity.STYLE]
        first = len(shown) if self.options.verbose else _FIRST
        for card in shown[:first]:
            yield from self.card(document, source, card)
            yield ""
        if shown[first:]:
            yield from self.wrapped(f"另有 {len(shown[first:])} 条（-v 全看）：", _SGR["label"])
            for card in shown[first:]:
                yield from self.line(card)
            yield ""
        folded = len(every) - len(shown)
        if folded:
            yield from self.wrapped(f"另有 {folded} 处可改，没有列出：{document.path}", _SGR["dim"])
            yield ""
        yield from self.set_aside(document)

    def set_aside(self, document: DocumentReport) -> Iterator[str]:
        """What is waived, known or mended: counted, and listed where everything is asked for."""
        told = wording.set_aside(document)
        if not told:
            return
        yield from self.wrapped(f"{'；'.join(told)}：{document.path}", _SGR["dim"])
        if self.options.verbose:
            lines = [(one.finding.place.position, wording.waived(one)) for one in document.suppressed]
            lines += [(one.place.position, f"{one.message} [{one.rule}]") for one in document.known]
            for at, words in lines:
                first = f"  {at.line}:{at.column} "
                yield from self.wrapped(words, _SGR["dim"], first=first, hang=width(first))
        for one in document.mended:
            words = f"{quoted(one.quote)} {one.message} [{one.rule}] {one.fingerprint}"
            yield from self.wrapped(words, _SGR["dim"], first="  已改 ", hang=7)
        yield ""

    def line(self, card: Card) -> Iterator[str]:
        """A card on one line, for what is past the first screen."""
        place, word = card.finding.place.position, wording.SEVERITY[card.severity]
        first = f"  {word} {place.line}:{place.column} "
        yield from self.wrapped(f"{card.finding.message} [{card.finding.rule}]", first=first, hang=width(first))

    def card(self, document: DocumentReport, source: SourceMap, card: Card) -> Iterator[str]:
        finding = card.finding
        yield from self.headline(card)
        place = finding.place.position
        at = f"{draw(document.path)}:{place.line}:{place.column} 第{place.paragraph}段"
        yield self.paint("  --> ", _SGR["gutter"]) + at
        marks = [Mark(finding.place.span, primary=True)]
        marks += [Mark(note.place.span, note.note) for note in finding.related[:_RELATED]]
        for row in snippet(source, marks, self.width):
            yield self.row(row, card.severity)
        if len(finding.related) > _RELATED:
            yield from self.labelled("相关", f"另有 {len(finding.related) - _RELATED} 处")
        yield from self.labelled("为什么", finding.why)
        yield from self.labelled("演算", card.working)
        yield from self.fixes(document.text, finding)
        yield from self.symptoms(card)

    def headline(self, card: Card) -> Iterator[str]:
        word, rule = wording.SEVERITY[card.severity], f"[{draw(card.finding.rule)}]"
        room = self.width - width(word)
        lines = list(wrap(f"{rule} {card.finding.message}", room))
        for index, line in enumerate(lines):
            lead = self.paint(word, _SGR[card.severity]) if index == 0 else " " * width(word)
            yield lead + self.paint(line, _SGR["label"])

    def row(self, row: Row, severity: Severity) -> str:
        colours = {"gutter": _SGR["gutter"], "secondary": _SGR["secondary"], "primary": _SGR[severity]}
        return "".join(self.paint(run.text, colours.get(run.role, "")) for run in row).rstrip()

    def labelled(self, label: str, text: str) -> Iterator[str]:
        first = f"  = {label}："
        yield from self.wrapped(text, first=first, hang=width(first))

    def fixes(self, text: str, finding: Finding) -> Iterator[str]:
        several = len(finding.fixes) > 1
        for number, fix in enumerate(finding.fixes, start=1):
            change = changes(text, fix)
            told = f"{fix.description}（{change}）" if change else fix.description
            label = f"候选{number}" if several else "可改为"
            yield from self.labelled(label, f"{told}（可自动改）" if fix.safe else told)

    def symptoms(self, card: Card) -> Iterator[str]:
        if not card.symptoms:
            return
        yield from self.wrapped(f"同一根因另有 {len(card.symptoms)} 处：", first="  = ", hang=4)
        for echo in echoes(card.symptoms):
            yield from self.wrapped(_echo(echo), first="      ", hang=8)

    def account(self, document: DocumentReport, *, named: bool) -> Iterator[str]:
        if named:
            yield from self.wrapped(document.path, _SGR["label"])
        yield from self.wrapped(wording.relations([document]), _SGR["label"])
        for verdict in (Verdict.CONSISTENT, Verdict.UNDECIDED):
            yield from self.workings(document.relations, verdict)
        yield from self.wrapped(wording.numbers(document.numbers), _SGR["label"])
        if self.options.verbose and document.unclaimed:
            places = "、".join(f"{place.quote}（第{place.position.paragraph}段）" for place in document.unclaimed)
            yield from self.wrapped(places, first="  未核 ", hang=7)
        yield ""

    def workings(self, relations: Sequence[CheckedRelation], verdict: Verdict) -> Iterator[str]:
        found = [relation for relation in relations if relation.verdict is verdict]
        shown = found if self.options.verbose else found[:_LISTED]
        for relation in shown:
            first = f"  {wording.VERDICT[verdict]} "
            paragraph = f"第{relation.operands[0].place.position.paragraph}段 " if relation.operands else ""
            yield from self.wrapped(f"{paragraph}{relation.working}", first=first, hang=width(first))
        if len(found) > len(shown):
            yield from self.wrapped(f"  {wording.VERDICT[verdict]} 另有 {len(found) - len(shown)} 组", _SGR["dim"])

    def totals(self, documents: Iterable[DocumentReport]) -> Iterator[str]:
        several = list(documents)
        yield from self.wrapped(wording.relations(several))
        yield from self.wrapped(wording.numbers(wording.total(several)))

    def statistics(self, report: Report) -> Iterator[str]:
        from checker.reporters.statistics import rates, usage

        rows = usage(report)
        if rows:
            yield from self.wrapped("各条规则：", _SGR["label"])
        wide = max((width(row.rule) for row in rows), default=0)
        for row in rows:
            first = f"  {draw(row.rule)}{' ' * (wide - width(row.rule))}  "
            yield from self.wrapped(row.told, first=first, hang=width(first))
        yield from self.wrapped("差错率（估算）：", _SGR["label"])
        for line in rates(report):
            yield from self.wrapped(line, first="  ", hang=4)
        yield ""


def _echo(echo: Echo) -> str:
    at = "、".join(f"{place.position.line}:{place.position.column}" for place in echo.places)
    return f"{at} {quoted(echo.places[0].quote)} {echo.message} [{echo.rule}]"
