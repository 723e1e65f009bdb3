"""A ledger laid over a text: which words each claim stands for, and which claims have lost theirs."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from checker.claims.claim import Anchor, Claim, Status
from checker.claims.models import Ledger
from checker.claims.places import Place, find
from checker.document import Document
from checker.errors import InputError, Problems
from checker.spans import Span


@dataclass(frozen=True)
class Binding:
    """A ledger laid over a text: which words each claim stands for.

    ``anchors`` are the quotes, ``values`` the printed values inside them, ``periods`` the words that give a claim its
    time, each by claim id. ``lost`` are the claims whose words are gone, ``moved`` those that were found in another
    paragraph. ``parted`` are the names and times that stood beside a claim's words when it was written and are not in
    its paragraph any more: the same number said of another town, or of another year. ``mended`` are the claims that
    were decided to be wrong and in whose place the right words stand now; they stand for those. ``stale`` says that the
    text is not the one that the ledger was last brought into line with. ``document`` is what it is laid over.
    """

    ledger: Ledger
    anchors: Mapping[str, Span]
    values: Mapping[str, Span]
    periods: Mapping[str, Span]
    lost: tuple[str, ...]
    moved: tuple[str, ...]
    parted: Mapping[str, tuple[str, ...]]
    mended: tuple[str, ...]
    stale: bool
    document: Document

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """What the claims cover of the text: printed values and periods, in order, each once."""
        return tuple(sorted({*self.values.values(), *self.periods.values()}))

    def carried(self, place: Callable[[Span], Span]) -> "Binding":
        """The same at the places of another text."""
        anchors, values, periods = (
            {name: place(span) for name, span in spans.items()} for spans in (self.anchors, self.values, self.periods)
        )
        return replace(self, anchors=anchors, values=values, periods=periods)

    def errors(self) -> list[InputError]:
        """One LedgerError for each lost claim, at its quote in the ledger."""
        lost = frozenset(self.lost)
        return [
            self.ledger.fault(
                ("claims", index, "anchor", "quote"),
                f"{claim.id}: “{claim.anchor.quote}” is not in {self.ledger.article.source_file}",
                "quote the words as they now stand, or remove the claim",
            )
            for index, claim in enumerate(self.ledger.claims)
            if claim.id in lost
        ]


def trace(ledger: Ledger, document: Document) -> Binding:
    """Lay the ledger over the text; what cannot be found is named in ``lost``."""
    places = find([claim.anchor for claim in ledger.claims], document)
    found = [claim for claim in ledger.claims if claim.anchor in places]
    mended = _mended([claim for claim in ledger.claims if claim.anchor not in places], document)
    anchors = {claim.id: places[claim.anchor].span for claim in found}
    return Binding(
        ledger=ledger,
        anchors=anchors | {name: place for name, (place, _) in mended.items()},
        values=dict(_values(found, anchors)) | {name: value for name, (_, value) in mended.items()},
        periods=dict(_periods(found, places, document.text)),
        lost=tuple(claim.id for claim in ledger.claims if claim.id not in anchors and claim.id not in mended),
        moved=tuple(claim.id for claim in found if places[claim.anchor].paragraph != claim.anchor.paragraph),
        parted=dict(_parted(found, places, document.text)),
        mended=tuple(mended),
        stale=ledger.article.sha256 not in (None, document.sha256),
        document=document,
    )


def _mended(claims: Sequence[Claim], document: Document) -> dict[str, tuple[Span, Span]]:
    """Where the right words stand in the place of wrong ones: the quote with them in it, and they themselves."""
    rightly: dict[str, tuple[Anchor, int, int]] = {}
    for claim in claims:
        right = claim.verdict.value if claim.status is Status.WRONG and claim.verdict else None
        if right:
            quote, literal = claim.anchor.quote, claim.value.literal if claim.value else claim.anchor.quote
            anchor = claim.anchor.model_copy(update={"quote": quote.replace(literal, right, 1)})
            rightly[claim.id] = anchor, quote.find(literal), len(right)
    places = find([anchor for anchor, _, _ in rightly.values()], document) if rightly else {}
    made = {}
    for name, (anchor, offset, length) in rightly.items():
        if anchor in places:
            span = places[anchor].span
            made[name] = span, Span(span.start + offset, span.start + offset + length)
    return made


def bind(ledger: Ledger, document: Document) -> Binding:
    """The same, for a ledger that has to fit. Raises Problems with a LedgerError for every claim that is lost."""
    binding = trace(ledger, document)
    if binding.lost:
        raise Problems(binding.errors())
    return binding


def _values(claims: Iterable[Claim], anchors: Mapping[str, Span]) -> Iterator[tuple[str, Span]]:
    for claim in claims:
        if claim.value:
            offset = claim.anchor.quote.find(claim.value.literal)
            start = anchors[claim.id].start + offset
            yield claim.id, Span(start, start + len(claim.value.literal))


def _periods(claims: Iterable[Claim], places: Mapping[Anchor, Place], text: str) -> Iterator[tuple[str, Span]]:
    """The words for a claim's time: the last in its paragraph up to the end of its quote, else the first after it."""
    for claim in claims:
        words = claim.period.literal if claim.period else None
        if not words:
            continue
        place = places[claim.anchor]
        at = text.rfind(words, place.line.start, place.span.end)
        if at < 0:
            at = text.find(words, place.span.start, place.line.end)
        if at >= 0:
            yield claim.id, Span(at, at + len(words))


def _parted(
    claims: Sequence[Claim], places: Mapping[Anchor, Place], text: str
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What stood beside each claim and is gone; a time that is gone beside one is for all of its paragraph."""
    gone: dict[str, list[str]] = {}
    times: set[tuple[Span, str]] = set()
    for claim in claims:
        beside, line = f"{claim.anchor.before}\n{claim.anchor.after}", places[claim.anchor].line
        for words in dict.fromkeys((claim.subject, claim.district, _time(claim))):
            if words and words in beside and text.find(words, line.start, line.end) < 0:
                gone.setdefault(claim.id, []).append(words)
                times |= {(line, words)} if words == _time(claim) else set()
    for claim in claims:
        time = _time(claim)
        if time and (places[claim.anchor].line, time) in times and time not in gone.get(claim.id, ()):
            gone.setdefault(claim.id, []).append(time)
    yield from ((claim.id, tuple(gone[claim.id])) for claim in claims if claim.id in gone)


def _time(claim: Claim) -> str | None:
    return claim.period.literal if claim.period else None
