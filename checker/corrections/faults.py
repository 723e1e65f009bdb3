"""What a correction puts right: the wrong words as published, the right ones as decided, and whom it wronged."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from checker.claims import Binding, Claim
from checker.claims.claim import Kind, Status
from checker.corrections.confirming import lacks
from checker.corrections.templates import quoted
from checker.corrections.whereabouts import Part, Where, Whereabouts
from checker.document import Document
from checker.findings import Finding, Severity
from checker.report import DocumentReport
from checker.spans import LINE_END, Span, find_all

SHORT = 30
"""The most characters of a claim's own quote that are quoted whole; of a longer one, its value alone."""
ENDS = 10
"""Characters by which the first and the last words of a block are told."""
BLOCKS = frozenset({"structure/splice"})
"""Rules whose findings stand on a whole block that belongs elsewhere."""
UNTOLD = frozenset({"punctuation", "quotation", "ledger"})
"""Families of rules on marks, and on how the ledger is kept: nothing for the public."""
CONTRADICTED = frozenset({"ledger/contradicted", "ledger/fact"})
"""Rules on what the article says against the ledger."""
CALLED = frozenset({Kind.NAME, Kind.TITLE, Kind.PLACE, Kind.CAPTION, Kind.BYLINE})
"""Kinds of claims that are wrong wherever the same words stand."""
OWN = frozenset({Kind.NAME, Kind.TITLE, Kind.BYLINE, Kind.QUOTE})
"""Kinds of claims that wrong whoever they are about; the others wrong the district they are about."""


class Sort(StrEnum):
    """Which sentence of a correction says it."""

    WORDS = "words"
    CAPTION = "caption"
    BYLINE = "byline"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to put right.

    ``wrong`` is verbatim from the published text; of a block it is all of it. ``right`` is None until it is decided;
    ``candidates`` are then what it may be. ``times`` is how often the wrong words stand in the text. ``section`` and
    ``source`` are whose place a block took and whose words it is. ``label`` says where it was decided or found, and
    ``lacks`` what is missing before it may be published.
    """

    sort: Sort
    wrong: str
    right: str | None
    where: str = ""
    times: int = 1
    wronged: tuple[str, ...] = ()
    section: str = ""
    source: str = ""
    candidates: tuple[str, ...] = ()
    label: str = ""
    lacks: tuple[str, ...] = ()

    @property
    def begin(self) -> str:
        """The first words of a block."""
        return LINE_END.split(self.wrong)[0][:ENDS]

    @property
    def end(self) -> str:
        """The last words of a block."""
        return LINE_END.split(self.wrong)[-1][-ENDS:]


def decided(
    binding: Binding, document: Document, report: DocumentReport, wanted: Collection[str], *, remedy: str = ""
) -> list[Fault]:
    """The faults that the ledger names: all claims decided to be wrong, or those ``wanted`` by id.

    ``remedy`` is what to do about words that the published text does not have.
    """
    where = Whereabouts(document)
    blocks = [one for one in report.findings if one.rule in BLOCKS]
    found = []
    for index, claim in enumerate(binding.ledger.claims):
        if claim.id in wanted or (not wanted and claim.status is Status.WRONG):
            label = f"{claim.id}（{binding.ledger.place('claims', index)}）"
            span = binding.anchors.get(claim.id)
            if span is None or span.of(document.text) != claim.anchor.quote:
                missing = f"已刊文本里没有{quoted(claim.anchor.quote)}{remedy}"
                found.append(Fault(Sort.WORDS, claim.anchor.quote, None, label=label, lacks=(missing,)))
                continue
            block = next((one for one in blocks if one.place.span.covers(span)), None)
            fault = _block(block, where) if block else _words(claim, span, document, where)
            right = claim.verdict.value if block and claim.verdict else fault.right
            printed = claim.value.literal if claim.value else claim.anchor.quote
            missing_too = tuple(lacks(claim, printed=printed, block=block is not None))
            found.append(replace(fault, right=right, label=label, lacks=missing_too))
    return merged(found)


def reported(document: Document, report: DocumentReport, wanted: Collection[str] = ()) -> list[Fault]:
    """The faults that the checker names: its errors, or the findings ``wanted`` by fingerprint. None is decided."""
    where = Whereabouts(document)
    found: list[Finding] = []
    for lead, *rest in report.cards():
        if lead.fingerprint in wanted if wanted else lead.severity is Severity.ERROR and is_told(lead):
            found += [lead, *(one for one in rest if one.rule == lead.rule)]
    return merged(found_wrong(finding, where) for finding in found)


def is_told(finding: Finding) -> bool:
    """Whether what a finding is about is put right in public: not marks, not matters of taste."""
    of_facts = finding.rule.partition("/")[0] not in UNTOLD or finding.rule in CONTRADICTED
    return of_facts and finding.severity is not Severity.STYLE


def found_wrong(finding: Finding, where: Whereabouts, became: str | None = None) -> Fault:
    """What a finding says is wrong, with what may be right; ``became`` is what the words have been changed to."""
    if finding.rule in BLOCKS:
        fault = _block(finding, where)
    else:
        place = where(finding.place.span)
        wronged = (place.section,) if place.section else ()
        candidates = tuple(dict.fromkeys(_candidates(finding))) if became is None else (became,)
        wrong = finding.place.quote
        fault = Fault(_sort(place), wrong, None, place.words, wronged=wronged, candidates=candidates)
    return replace(fault, label=finding.rule, lacks=(f"“{shown(finding.place.quote)}”还没有人在台账里裁定",))


def shown(words: str) -> str:
    """Quoted words for a message: long ones by their beginning."""
    return words if len(words) <= SHORT else f"{words[:SHORT]}……"


def _words(claim: Claim, span: Span, document: Document, where: Whereabouts) -> Fault:
    place = where(span)
    literal = claim.value.literal if claim.value else claim.anchor.quote
    quote = claim.anchor.quote
    right = claim.verdict.value if claim.verdict else None
    times = len([*find_all(document.text, literal)]) if claim.kind in CALLED else 1
    whole = len(quote) <= SHORT and not set("“”‘’") & set(quote)
    whole &= not document.hides(span) and (times == 1 or times == document.text.count(quote))
    return Fault(
        _sort(place, claim.kind),
        quote if whole else literal,
        quote.replace(literal, right, 1) if whole and right else right,
        place.words if times == 1 else "",
        times,
        _wronged(claim, place, right or ""),
    )


def _wronged(claim: Claim, place: Where, right: str) -> tuple[str, ...]:
    if claim.attribution and claim.attribution.speaker:
        return (claim.attribution.speaker,)
    if claim.kind in OWN:
        literal = claim.value.literal if claim.value else claim.anchor.quote
        return (_rightly(claim.subject, literal, right),)
    whose = claim.district or claim.section or place.section
    return (whose,) if whose else ()


def _rightly(subject: str, literal: str, right: str) -> str:
    """Whom ``literal`` calls ``subject``, as ``right`` calls him: 周平 of 镇长周平 is 周萍 of 镇长周萍."""
    if right and literal in subject and right not in subject:
        return subject.replace(literal, right, 1)
    before, called, after = literal.partition(subject)
    if not called or len(right) <= len(before) + len(after):
        return subject
    fits = right.startswith(before) and right.endswith(after)
    return right[len(before) : len(right) - len(after)] if fits else subject


def _sort(place: Where, kind: Kind | None = None) -> Sort:
    if place.part is Part.CAPTION or kind is Kind.CAPTION:
        return Sort.CAPTION
    return Sort.BYLINE if place.part is Part.BYLINE or kind is Kind.BYLINE else Sort.WORDS


def _block(finding: Finding, where: Whereabouts) -> Fault:
    section = where(finding.place.span).section
    others = (where(one.place.span).section for one in finding.related)
    source = next((one for one in others if one and one != section), "")
    wronged = tuple(one for one in (section, source) if one)
    words = finding.place.quote
    return Fault(Sort.BLOCK, words, None, where(finding.place.span).words, 1, wronged, section, source)


def _candidates(finding: Finding) -> Iterator[str]:
    """What the words would be after each way to mend them that changes nothing else."""
    start, quote = finding.place.span.start, finding.place.quote
    for fix in finding.fixes:
        words = quote
        for edit in sorted(fix.edits, key=lambda one: one.span, reverse=True):
            if not finding.place.span.covers(edit.span):
                break
            words = words[: edit.span.start - start] + edit.text + words[edit.span.end - start :]
        else:
            if fix.edits and words:
                yield words


def merged(faults: Iterable[Fault]) -> list[Fault]:
    """The same words put right in the same way are said once, with how often they stand there."""
    kept: dict[tuple[str, str | None, Sort], Fault] = {}
    sizes: dict[tuple[str, str | None, Sort], int] = {}
    for fault in faults:
        key = fault.wrong, fault.right, fault.sort
        sizes[key] = sizes.get(key, 0) + 1
        first = kept.get(key)
        if first is None:
            kept[key] = fault
            continue
        kept[key] = replace(
            first,
            where=first.where if first.where == fault.where else "",
            times=max(first.times, fault.times, sizes[key]),
            wronged=tuple(dict.fromkeys((*first.wronged, *fault.wronged))),
            candidates=tuple(dict.fromkeys((*first.candidates, *fault.candidates))),
            label=_joined((first.label, fault.label)),
            lacks=tuple(dict.fromkeys((*first.lacks, *fault.lacks))),
        )
    return list(kept.values())


def _joined(labels: Sequence[str]) -> str:
    return "、".join(dict.fromkeys(labels))
