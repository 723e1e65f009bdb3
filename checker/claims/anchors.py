"""A ledger laid over a text: which words each claim stands for, and which claims have lost theirs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.claims.claim import Anchor, Claim
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
    its paragraph any more: the same number said of another town, or of another year. ``stale`` says that the text is
    not the one that the ledger was last brought into line with.
    """

    ledger: Ledger
    anchors: Mapping[str, Span]
    values: Mapping[str, Span]
    periods: Mapping[str, Span]
    lost: tuple[str, ...]
    moved: tuple[str, ...]
    parted: Mapping[str, tuple[str, ...]]
    stale: bool

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """What the claims cover of the text: printed values and periods, in order, each once."""
        return tuple(sorted({*self.values.values(), *self.periods.values()}))

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
    anchors = {claim.id: places[claim.anchor].span for claim in ledger.claims if claim.anchor in places}
    found = [claim for claim in ledger.claims if claim.id in anchors]
    return Binding(
        ledger=ledger,
        anchors=anchors,
        values=dict(_values(found, anchors)),
        periods=dict(_periods(found, places, document.text)),
        lost=tuple(claim.id for claim in ledger.claims if claim.id not in anchors),
        moved=tuple(claim.id for claim in found if places[claim.anchor].paragraph != claim.anchor.paragraph),
        parted=dict(_parted(found, places, document.text)),
        stale=ledger.article.sha256 not in (None, document.sha256),
    )


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
