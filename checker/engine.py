"""Runs the rules over an article and makes a report of what they notice: stamps, groups, sorts, counts."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from checker.document import BlockKind, Document
from checker.extraction.article import Article
from checker.findings import Finding, Fix, Hit, Note, Place, Severity, fingerprint
from checker.fixes import told_apart
from checker.gazetteer import Gazetteer
from checker.packs import Rule
from checker.relations.put_right import is_quoted_wrong
from checker.relations.record import Relation
from checker.report import CheckedOperand, CheckedRelation, DocumentReport, Numbers
from checker.spans import Span

if TYPE_CHECKING:
    from checker.claims.anchors import Binding
    from checker.claims.baseline import Entry
    from checker.claims.facts import Facts
    from checker.claims.waivers import Waivers
    from checker.lexicon.names import Names

__all__ = ["fingerprint", "lint"]

Stamped = tuple[Rule, Hit, Finding]


def lint(
    document: Document,
    rules: Sequence[Rule],
    *,
    published: date | None = None,
    claimed: Sequence[Span] = (),
    names: "Names | None" = None,
    ledger: "Binding | None" = None,
    facts: "Facts | None" = None,
    waivers: "Waivers | None" = None,
    baseline: "Sequence[Entry]" = (),
    gazetteer: Gazetteer | None = None,
) -> DocumentReport:
    """Everything the rules have to say about one document.

    ``claimed`` are the spans that the ledger's claims cover, ``names`` the newsroom's list of right names, ``ledger``
    the ledger laid over this document, ``facts`` the newsroom's reference facts. ``waivers`` and ``baseline`` are what
    somebody lets stand and what was known before; ``gazetteer`` takes the place of the bundled one. The same input
    gives the same report.
    """
    laid = ledger and ledger.carried(document.flowing_at)
    article = Article(document.flowing, published, names, laid, facts)
    with (gazetteer or Gazetteer.load()).in_force():
        report = _report(document, article, rules, claimed, waivers)
    if waivers is None and not baseline:
        return report
    from checker.claims.settling import settle

    return settle(report, waivers, baseline, {rule.id for rule in rules})


def _report(
    document: Document, article: Article, rules: Sequence[Rule], claimed: Sequence[Span], waivers: "Waivers | None"
) -> DocumentReport:
    found = _noticed(document, article, rules, waivers)
    findings = list(_group(list(_stamp(document, found))))
    computed = sorted(_relations(article, rules), key=lambda one: (one[1].span, one[0].id))
    covered = [document.flowing_at(span) for span in claimed]
    numbers, loose = _account(article, [one for _, one in computed], covered)
    return DocumentReport(
        path=document.path,
        sha256=document.sha256,
        text=document.text,
        findings=tuple(findings),
        relations=tuple(_checked(document, rule, relation) for rule, relation in computed),
        numbers=numbers,
        unclaimed=tuple(_place(document, document.source_of(span)) for span in loose),
        title=document.words(document.title.span) if document.title else "",
        headings=tuple(block.span for block in document.of_kind(BlockKind.TITLE, BlockKind.HEADING)),
    )


def _noticed(
    document: Document, article: Article, rules: Sequence[Rule], waivers: "Waivers | None"
) -> list[tuple[Rule, Hit]]:
    """The hits in the order of the text; last come those of the kinds that look at what became of the waivers."""
    found = _shown(document, _hits(article, [rule for rule in rules if not rule.kind.late]))
    if waivers is None:
        return found
    places = {(one.rule, one.fingerprint): (one.place.span, one.message) for _, _, one in _stamp(document, found)}
    lapses = [one.moved(document.flowing_at) for one in waivers.lapses(places, {rule.id for rule in rules})]
    after = replace(article, lapses=tuple(lapses))
    return _ordered([*found, *_shown(document, _hits(after, [rule for rule in rules if rule.kind.late]))])


def _shown(document: Document, found: Iterable[tuple[Rule, Hit]]) -> list[tuple[Rule, Hit]]:
    placed = ((rule, hit.moved(document.source_of)) for rule, hit in found) if document.flow else found
    return _ordered((rule, hit) for rule, hit in placed if not document.hides_words(hit.span))


def _ordered(found: Iterable[tuple[Rule, Hit]]) -> list[tuple[Rule, Hit]]:
    return sorted(found, key=lambda one: (one[1].span, one[0].id, one[1].variant))


def _hits(article: Article, rules: Iterable[Rule]) -> Iterator[tuple[Rule, Hit]]:
    wrong = is_quoted_wrong(article.document)
    for rule in rules:
        for hit in rule.kind.check(article, rule.params):
            if not wrong(hit.span):
                yield rule, hit


def _relations(article: Article, rules: Iterable[Rule]) -> Iterator[tuple[Rule, Relation]]:
    for rule in rules:
        for relation in rule.kind.account(article, rule.params):
            yield rule, relation


def _place(document: Document, span: Span) -> Place:
    return Place(span, document.locate(span), span.of(document.text))


def _stamp(document: Document, found: Iterable[tuple[Rule, Hit]]) -> Iterator[Stamped]:
    seen: Counter[tuple[str, str]] = Counter()
    for rule, hit in found:
        place = _place(document, hit.span)
        words = hit.identity or place.quote
        nth = seen[rule.id, words]
        seen[rule.id, words] += 1
        severity = Severity.VERIFY if hit.doubtful and rule.file.severity is Severity.ERROR else rule.file.severity
        yield (
            rule,
            hit,
            Finding(
                rule=rule.id,
                severity=severity,
                message=rule.message(hit),
                why=rule.file.why,
                place=place,
                related=tuple(
                    Note(_place(document, one.span), rule.file.notes[one.note].format_map(one.data))
                    for one in hit.related
                ),
                fixes=tuple(
                    fix
                    for one in hit.proposals
                    for fix in told_apart(
                        document, Fix(rule.file.fixes[one.key].format_map(one.data), one.edits, one.safe)
                    )
                ),
                fingerprint=fingerprint(rule.id, words, nth),
            ),
        )


def _group(stamped: list[Stamped]) -> Iterator[Finding]:
    """Give every finding of one root the fingerprint of the leading one."""
    causes = dict(_explained(stamped))
    leaders: dict[tuple[str, str], str] = {}
    for rule, hit, finding in stamped:
        if hit.cause is not None:
            leader = leaders.setdefault((rule.id, hit.cause), causes.get(finding.fingerprint, finding.fingerprint))
            causes.setdefault(finding.fingerprint, leader)
    sizes = Counter(causes.values())
    for _, _, finding in stamped:
        cause = causes.get(finding.fingerprint)
        yield replace(finding, cause=cause) if cause and sizes[cause] > 1 else finding


def _explained(stamped: list[Stamped]) -> Iterator[tuple[str, str]]:
    """The findings that another one explains, and that one itself, each with the explaining one's fingerprint.

    Of two that explain a finding the later one has it.
    """
    starts = [finding.place.span.start for _, _, finding in stamped]
    for rule, hit, leader in stamped:
        for span in hit.explains:
            for other, _, finding in stamped[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
                if other.id in rule.file.joins or other.family in rule.file.joins:
                    yield finding.fingerprint, leader.fingerprint
        if hit.explains:
            yield leader.fingerprint, leader.fingerprint


def _checked(document: Document, rule: Rule, relation: Relation) -> CheckedRelation:
    operands = tuple(
        CheckedOperand(one.role, _place(document, document.source_of(one.span)), one.value, one.unit)
        for one in relation.operands
    )
    return CheckedRelation(relation.kind, rule.id, relation.verdict, operands, relation.working)


def _account(article: Article, computed: Sequence[Relation], claimed: Sequence[Span]) -> tuple[Numbers, list[Span]]:
    """How many numbers were computed or are claimed, and the spans of those that are neither."""
    operands = {(one.span.start, one.span.end) for relation in computed for one in relation.operands}
    covered = _merged(claimed)
    checked = known = 0
    loose: list[Span] = []
    at = 0
    for quantity in article.quantities:
        span = quantity.span
        while at < len(covered) and covered[at].end <= span.start:
            at += 1
        is_checked = (span.start, span.end) in operands
        is_claimed = at < len(covered) and covered[at].overlaps(quantity.number)
        checked += is_checked
        known += is_claimed
        if not is_checked and not is_claimed:
            loose.append(span)
    return Numbers(len(article.quantities), checked, known, len(loose)), loose


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = merged[-1].join(span)
        else:
            merged.append(span)
    return merged
