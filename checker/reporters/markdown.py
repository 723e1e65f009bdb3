"""The desk's list in Markdown, for GitHub, GitLab and whatever else reads tables and ``<details>``.

Nothing from an article can become markup: every mark that Markdown or HTML could take for its own is written as a
character reference, and quoted words stand in ``<code>``, where neither mentions nor links nor emoji are made.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from checker.findings import Place, Severity, Verdict
from checker.patterns import pattern
from checker.report import CheckedRelation, DocumentReport, Report
from checker.reporters import wording
from checker.reporters.cards import Card, cards, changes, context, echoes
from checker.reporters.options import Options
from checker.reporters.statistics import USAGE, rates, usage
from checker.reporters.visible import shorten, visible

FIRST_SCREEN = 12  # cards that are shown without unfolding
_LISTED = 60  # workings or numbers listed; the rest is counted

_MARKS = {ord(mark): f"&#{ord(mark)};" for mark in "\\`*_{}[]<>|~&$^:"}
_CODE = _MARKS | {ord(mark): f"&#{ord(mark)};" for mark in "@#"}
_TEXT = _MARKS | {ord(mark): f"<span>&#{ord(mark)};</span>" for mark in "@#"}  # else a mention, an issue's number
_WWW = pattern(r"www\.", re.IGNORECASE)  # else a link

_COLUMNS = ("位置", "原文", "问题", "依据", "建议")


def render(report: Report, options: Options) -> str:
    """The whole list; every document has its own part."""
    blocks = ["# 核查清单", _overview(report)]
    for document in report.documents:
        blocks += _document(document)
    if options.statistics:
        blocks += _statistics(report)
    return "\n\n".join(blocks) + "\n"


def _overview(report: Report) -> str:
    return (
        f"**{wording.conclusion(report.documents)}。** {len(report.documents)} 篇："
        f"{wording.severities(report.documents)}{wording.merged(report.documents)}。"
    )


def _document(document: DocumentReport) -> Iterator[str]:
    yield f"## {_code(document.path, 4096)}"
    if document.title:
        yield f"《{_text(document.title)}》　{wording.severities([document])}"
    pressing = [card for card in cards(document) if card.severity is not Severity.STYLE]
    style = [card for card in cards(document) if card.severity is Severity.STYLE]
    if pressing:
        yield _table(document, pressing[:FIRST_SCREEN])
    else:
        yield "没有发现错，也没有要请核的。"
    if pressing[FIRST_SCREEN:]:
        yield from _folded(f"其余 {len(pressing) - FIRST_SCREEN} 条", _table(document, pressing[FIRST_SCREEN:]))
    if style:
        yield from _folded(f"可改 {len(style)} 条", _table(document, style))
    yield from _set_aside(document)
    yield from _account(document)
    yield from _unchecked(document)


def _set_aside(document: DocumentReport) -> Iterator[str]:
    told = wording.set_aside(document)
    if told:
        lines = [f"- {_at(one.finding.place)}：{_text(wording.waived(one))}" for one in document.suppressed]
        lines += [f"- {_at(one.place)}：{_text(f'{one.message} [{one.rule}]')}" for one in document.known]
        lines += [f"- 已改：{_code(one.quote)} {_text(f'{one.message} [{one.rule}]')}" for one in document.mended]
        yield from _folded("；".join(told), "\n".join(lines))


def _folded(summary: str, *blocks: str) -> Iterator[str]:
    yield f"<details><summary>{summary}</summary>"
    yield from blocks
    yield "</details>"


def _table(document: DocumentReport, shown: Sequence[Card]) -> str:
    return _rows(_COLUMNS, [_cells(document, card) for card in shown])


def _rows(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cells(document: DocumentReport, card: Card) -> tuple[str, ...]:
    finding = card.finding
    original = _excerpt(document.text, finding.place)
    problem = [f"**{wording.SEVERITY[card.severity]}** {_text(finding.message)}", f"<sub>{_text(finding.rule)}</sub>"]
    if card.symptoms:
        problem.append(f"同一根因另有 {len(card.symptoms)} 处：")
        problem += [
            f"{_code(echo.places[0].quote, 30)} {_text(echo.message)}（{_places(echo.places)}）"
            for echo in echoes(card.symptoms)
        ]
    grounds = [_text(card.working), _text(finding.why)]
    grounds += [f"{_text(one.note)}：{_code(one.place.quote, 30)}（{_at(one.place)}）" for one in finding.related]
    remedies = []
    for fix in finding.fixes:
        change = changes(document.text, fix)
        remedies.append(_text(f"{fix.description}（{change}）" if change else fix.description))
    return _at(finding.place, full=True), original, _lines(problem), _lines(grounds), _lines(remedies) or "—"


def _lines(parts: Sequence[str]) -> str:
    return "<br>".join(part for part in parts if part)


def _at(place: Place, *, full: bool = False) -> str:
    at = place.position
    return f"第{at.paragraph}段<br>{at.line}行{at.column}列" if full else f"第{at.paragraph}段"


def _places(places: Sequence[Place]) -> str:
    return "、".join(f"{place.position.line}行{place.position.column}列" for place in places)


def _account(document: DocumentReport) -> Iterator[str]:
    yield "### 演算账"
    yield f"{wording.relations([document])}。"
    if document.relations:
        listed = [one for verdict in wording.VERDICT for one in document.relations if one.verdict is verdict]
        rows = [_working(relation) for relation in listed[:_LISTED]]
        yield _rows(("结论", "位置", "关系", "演算"), rows)
    if len(document.relations) > _LISTED:
        yield f"另有 {len(document.relations) - _LISTED} 组没有列出。"


def _working(relation: CheckedRelation) -> tuple[str, ...]:
    first = relation.operands[0].place if relation.operands else None
    return (
        wording.VERDICT[relation.verdict],
        _at(first) if first else "—",
        _text(wording.relation(relation.relation)),
        _text(relation.working),
    )


def _unchecked(document: DocumentReport) -> Iterator[str]:
    yield "### 没有核的"
    undecided = sum(relation.verdict is Verdict.UNDECIDED for relation in document.relations)
    yield f"{wording.numbers(document.numbers)}。不能判定的关系 {undecided} 组，原因见演算账。"
    lines = [f"- {_at(place)}：{_excerpt(document.text, place)}" for place in document.unclaimed[:_LISTED]]
    if lines:
        yield "\n".join(lines)
    if len(document.unclaimed) > _LISTED:
        yield f"另有 {len(document.unclaimed) - _LISTED} 个没有列出。"


def _statistics(report: Report) -> Iterator[str]:
    yield "## 统计"
    rows = [(_code(row.rule), *row.cells) for row in usage(report)]
    if rows:
        yield _rows(USAGE, rows)
    yield "### 差错率（估算）"
    yield "\n".join(f"- {_text(line)}" for line in rates(report))


def _excerpt(text: str, place: Place) -> str:
    """The quoted words with a few characters on each side."""
    around = context(text, place)
    return f"{_text(around.before)}{_code(around.quote)}{_text(around.after)}"


def _text(text: str) -> str:
    """Plain words, safe in a paragraph, a list item and the cell of a table."""
    return _safe(text, _TEXT)


def _code(text: str, limit: int = 60) -> str:
    """Quoted words in a frame; long ones keep their beginning and end."""
    return f"<code>{_safe(shorten(text, limit), _CODE) or '‸'}</code>"


def _safe(text: str, marks: Mapping[int, str]) -> str:
    return _WWW.sub(lambda found: f"{found[0][:3]}&#46;", visible(text).translate(marks))
