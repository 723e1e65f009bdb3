"""A card in plain lines, for formats that carry text and no layout."""

from collections.abc import Iterator

from checker.report import DocumentReport
from checker.reporters import wording
from checker.reporters.cards import Card, changes, echoes, quoted


def lines(document: DocumentReport, card: Card) -> Iterator[str]:
    """What is wrong, why, where else to look and what could be done. A line may hold anything an article holds."""
    finding = card.finding
    yield f"{wording.SEVERITY[card.severity]}：{finding.message}"
    yield f"原文：{quoted(finding.place.quote)}，{wording.where(finding.place)}"
    if finding.why:
        yield f"为什么：{finding.why}"
    if card.working:
        yield f"演算：{card.working}"
    for note in finding.related:
        yield f"相关：{note.note} {quoted(note.place.quote)}，{wording.where(note.place)}"
    for fix in finding.fixes:
        change = changes(document.text, fix)
        yield f"候选：{fix.description}（{change}）" if change else f"候选：{fix.description}"
    for echo in echoes(card.symptoms):
        at = "、".join(wording.where(place) for place in echo.places)
        yield f"同一根因：{quoted(echo.places[0].quote)} {echo.message}，{at}"
