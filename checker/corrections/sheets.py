"""The two sheets before publication: the change notice to the reporter, and the desk's sign-off sheet on one page."""

import base64
import hashlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from checker.claims import Ledger, trace
from checker.claims.claim import Sensitivity, Status
from checker.corrections.correction import Particulars, day
from checker.corrections.templates import Templates
from checker.corrections.whereabouts import Whereabouts
from checker.document import Document
from checker.findings import Severity
from checker.report import DocumentReport, Report
from checker.reporters import wording
from checker.reporters.cards import Card, Context, cards, changes, context, echoes, quoted
from checker.reporters.statistics import METHOD, rates
from checker.reporters.visible import shorten

QUOTED = 60
"""The most characters of an original that are shown whole."""
DESK = "ledger/"
"""Findings of these rules are for the desk, which keeps the ledger."""
KEPT = frozenset(("ledger/fact",))
"""Of those, what the newsroom's reference facts say of the article: that is for the reporter."""

LISTED = 12
"""Open items that fit on the one page; the rest is counted."""
OPEN_CLAIMS = {
    Status.WRONG: "裁定为错",
    Status.DISPUTED: "有争议",
    Status.PARTLY: "部分核实",
    Status.UNVERIFIABLE: "无法核实",
    Status.CHECKING: "在核",
    Status.UNCHECKED: "未核",
}
"""What the ledger still leaves open, the gravest first."""
SIGNERS = ("责任编辑（一审）", "部主任（二审）", "值班总编（三审）", "一校", "二校", "三校")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to be dealt with, ready for the page."""

    number: int
    severity: str
    section: str
    where: str
    around: Context
    message: str
    grounds: tuple[str, ...]
    remedies: tuple[str, ...]


def change(
    report: DocumentReport, document: Document, about: Particulars, templates: Templates, form: str, section: str = ""
) -> str:
    """The change notice: what is wrong and must be changed, what must be asked, what may be changed.

    With a ``section``, only what stands in it, numbered by itself: each of an article's reporters answers for his own
    part. What concerns the ledger is the desk's: no reporter has it.
    """
    asked = replace(report, findings=tuple(one for one in report.findings if _is_asked(one.rule)))
    mine = [one for one in items(asked, document) if not section or one.section == section]
    found = [replace(one, number=number) for number, one in enumerate(mine, start=1)]
    groups = {word: [one for one in found if one.severity == word] for word in wording.SEVERITY.values()}
    heads = {"错": "请改", "请核": "请核", "可改": "可改（供参考）"}
    told = [{"head": heads[word], "items": group} for word, group in groups.items() if group]
    values = {"groups": told, "section": section, "count": len(found), **_head(report, about)}
    return _filled("change", values, templates, form)


def _is_asked(rule: str) -> bool:
    return rule in KEPT or not rule.startswith(DESK)


def signoff(
    report: DocumentReport,
    document: Document,
    about: Particulars,
    templates: Templates,
    form: str,
    ledger: Ledger | None = None,
) -> str:
    """The sign-off sheet: whether the article can be printed, what is open, what was not looked at, who signs."""
    found = [one for one in items(report, document) if one.severity != wording.SEVERITY[Severity.STYLE]]
    mended = frozenset(trace(ledger, document).mended) if ledger else frozenset()
    book = list(_book(ledger, mended)) if ledger else []
    open_claims = any(one.status in OPEN_CLAIMS and one.id not in mended for one in ledger.claims) if ledger else False
    values = {
        "conclusion": conclusion(report, open_claims=open_claims),
        "items": found[:LISTED],
        "rest": len(found[LISTED:]),
        "counts": wording.severities([report]) + wording.merged([report]),
        "account": [f"{wording.relations([report])}。", f"{wording.numbers(report.numbers)}。"],
        "ledger": book,
        "set_aside": [*wording.set_aside(report), *map(wording.waived, report.suppressed)],
        "rates": [one for one in rates(Report((report,))) if one != METHOD],
        "signers": SIGNERS,
        **_head(report, about),
    }
    return _filled("signoff", values, templates, form)


def conclusion(report: DocumentReport, *, open_claims: bool) -> str:
    """Whether the article can be printed."""
    severities = {one.severity for one in report.findings}
    if Severity.ERROR in severities:
        return "不可付印"
    return "核实后可付印" if Severity.VERIFY in severities or open_claims else "可付印"


def items(report: DocumentReport, document: Document) -> Iterator[Item]:
    """The report's cards in the order in which they should be dealt with."""
    where = Whereabouts(document)
    for card in cards(report):
        place = card.finding.place
        around = context(report.text, place)
        yield Item(
            number=card.number,
            severity=wording.SEVERITY[card.severity],
            section=where(place.span).section,
            where=wording.where(place),
            around=Context(around.before, shorten(around.quote, QUOTED), around.after),
            message=card.finding.message,
            grounds=tuple(_grounds(card)),
            remedies=tuple(_remedies(report.text, card)),
        )


def _grounds(card: Card) -> Iterator[str]:
    if card.working:
        yield card.working
    for note in card.finding.related:
        yield f"{note.note}：{quoted(note.place.quote)}（第{note.place.position.paragraph}段）"
    for echo in echoes(card.symptoms):
        places = "、".join(f"第{one}段" for one in dict.fromkeys(one.position.paragraph for one in echo.places))
        yield f"同一根因，{places}：{echo.message}"


def _remedies(text: str, card: Card) -> Iterator[str]:
    for fix in card.finding.fixes:
        told = changes(text, fix)
        yield f"{fix.description}（{told}）" if told else fix.description


def _book(ledger: Ledger, mended: Collection[str]) -> Iterator[str]:
    counts = Counter(one.status for one in ledger.claims if one.id not in mended)
    told = "、".join(f"{word} {counts[status]}" for status, word in OPEN_CLAIMS.items() if counts[status])
    settled = counts[Status.CONFIRMED] + counts[Status.WAIVED]
    told += f"、已照裁定改正 {len(mended)}" if mended else ""
    yield f"台账 {len(ledger.claims)} 条：已核定 {settled}{'、' + told.removeprefix('、') if told else ''}。"
    two = [one for one in ledger.claims if one.sensitivity is not Sensitivity.NORMAL]
    if two:
        done = sum(bool(one.checked_by and one.second_check_by not in (None, one.checked_by)) for one in two)
        yield f"须两人核的 {len(two)} 条，已有两人核的 {done} 条。"


def _head(report: DocumentReport, about: Particulars) -> Mapping[str, object]:
    return {
        "title": about.title,
        "path": report.path,
        "sha256": report.sha256[:12],
        "published": day(about.published) if about.published else "",
        "page": about.page,
        "paper": about.paper,
        "to": about.to,
        "editor": about.editor,
        "contact": about.contact,
    }


def _filled(name: str, values: Mapping[str, object], templates: Templates, form: str) -> str:
    if form == "text":
        return templates.render(f"{name}.txt", values)
    style = templates.render("sheet.css", {})
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return templates.render(f"{name}.html", {**values, "style": Markup(style), "digest": digest})
