"""contradicted, unsourced, same-hands, stale, verbatim: the ledger's claims where they stand in the article."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal
from checker.patterns import pattern
from checker.spans import Span

if TYPE_CHECKING:
    from checker.claims.claim import Claim, Evidence

SIGNED = frozenset(("confirmed", "partly", "wrong"))
SOUND = pattern("[\u4e00-\u9fff0-9A-Za-z]+")
ELLIPSIS = pattern("…+|[.]{3,6}")
QUOTED = pattern("[“「『]([^”」』]*)[”」』]")
SHARED = 60
"""So many of a hundred pairs of characters a quotation must share with the record to be its words, changed."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A claim with the words it stands on in the article, and the place of a key of it in the ledger.

    ``mended`` is whether these are the right words already, that the claim's own were decided to be wrong for.
    """

    claim: "Claim"
    span: Span
    place: Callable[..., str]
    mended: bool

    def hit(self, variant: str, *key: str | int, doubtful: bool = False, **data: str) -> Hit:
        """A hit on the claim's value, or on all its words where it has none."""
        facts = {"id": self.claim.id, "where": self.place(*key), "person": "", "other": "", **data}
        return Hit(self.span, facts, variant=variant, doubtful=doubtful, identity=f"{self.claim.id} {variant}")


def _bound(article: Article) -> Iterator[Bound]:
    if article.ledger is None:
        return
    binding = article.ledger
    for index, claim in enumerate(binding.ledger.claims):
        span = binding.values.get(claim.id) or binding.anchors.get(claim.id)
        if span is not None:
            place = partial(binding.ledger.place, "claims", index)
            yield Bound(claim, span, place, claim.id in binding.mended)


def unsourced(article: Article, _params: Params) -> Iterator[Hit]:
    """Confirmed claims without a source, signed ones without anybody who checked them."""
    for one in _bound(article):
        if one.claim.status == "confirmed" and not one.claim.has_source:
            yield one.hit("source", "status")
        if one.claim.status in SIGNED and not one.claim.checked_by:
            yield one.hit("checker", "status")


def same_hands(article: Article, _params: Params) -> Iterator[Hit]:
    """Claims that one person has checked and decided, or checked twice, where two are required."""
    for one in _bound(article):
        claim, checker = one.claim, one.claim.checked_by
        sensitive = claim.sensitivity != "normal"
        if checker and claim.second_check_by == checker:
            yield one.hit("twice", "second_check_by", person=checker)
        elif sensitive and claim.status == "confirmed" and not claim.second_check_by:
            yield one.hit("alone", "status", person=checker or "")
        if checker and sensitive and claim.verdict and claim.verdict.by == checker:
            yield one.hit("judge", "verdict", "by", person=checker)


def stale(article: Article, _params: Params) -> Iterator[Hit]:
    """Claims that had to be asked again before the day of publication."""
    day = article.published
    for one in _bound(article) if day else ():
        until = one.claim.stale_after
        if day and until and until < day:
            yield one.hit("", "stale_after", other=until.isoformat())


def contradicted(article: Article, _params: Params) -> Iterator[Hit]:
    """Claims whose evidence, or the decision about them, says something else than the article."""
    for one in _bound(article):
        claim = one.claim
        if one.mended:
            continue
        right = claim.verdict.value if claim.status == "wrong" and claim.verdict else None
        for number, evidence in enumerate(claim.evidence):
            # What was decided by it says the same once more.
            if not (right and evidence.value and evidence.value.literal == right):
                yield from _evidence(one, evidence, number, right)
        if right and claim.verdict and right != one.span.of(article.text):
            hit = one.hit("verdict", "verdict", other=right, person=claim.verdict.by)
            yield hit if claim.refers else _mended(hit, right)


def _evidence(one: Bound, evidence: "Evidence", number: int, right: str | None) -> Iterator[Hit]:
    """Where ``right`` was decided on, that evidence is against the article is why."""
    from checker.extraction.readings import Fit, compare

    value, key = one.claim.value, ("evidence", number)
    if evidence.value and value:
        fit = compare(value.literal, evidence.value.literal)
        if fit in (Fit.APART, Fit.DOUBTFUL):
            other = evidence.value.literal
            yield _mended(one.hit("value", *key, doubtful=fit is Fit.DOUBTFUL, other=other), other)
            return
        if fit is Fit.MEETS:
            return
    if evidence.supports == "no" and not right:
        yield one.hit("denied", *key, other=evidence.text)


def _mended(hit: Hit, right: str) -> Hit:
    data = {**hit.data, "right": right}
    return Hit(
        hit.span,
        hit.data,
        proposals=(Proposal("right", (Edit(hit.span, right),), data),),
        variant=hit.variant,
        doubtful=hit.doubtful,
        identity=hit.identity,
    )


def verbatim(article: Article, _params: Params) -> Iterator[Hit]:
    """Quotations that are nearly, but not wholly, what the record of them says."""
    for one in _bound(article):
        if one.claim.kind == "quote" and not one.mended:
            for number, evidence in enumerate(one.claim.evidence):
                words = _changed(one.claim.anchor.quote, evidence.text)
                if words:
                    yield one.hit("", "evidence", number, other=words)


def _changed(quote: str, record: str) -> str:
    """The first piece of direct speech that the record has in other words; pieces are parted by ellipses."""
    said = "".join(SOUND.findall(record))
    pairs = {said[at : at + 2] for at in range(len(said) - 1)}
    for speech in QUOTED.findall(quote) or [quote]:
        for piece in ELLIPSIS.split(speech):
            words = "".join(SOUND.findall(piece))
            if words in said or len(words) < 2:
                continue
            known = sum(words[at : at + 2] in pairs for at in range(len(words) - 1))
            if 100 * known >= SHARED * (len(words) - 1):
                return str(piece)
    return ""


FIELDS = frozenset(("id", "where", "person", "other"))
UNSOURCED = Kind(unsourced, FIELDS, variants=frozenset(("source", "checker")))
SAME_HANDS = Kind(same_hands, FIELDS, variants=frozenset(("twice", "alone", "judge")))
STALE = Kind(stale, FIELDS)
CONTRADICTED = Kind(
    contradicted, FIELDS, variants=frozenset(("value", "verdict", "denied")), fixes=frozenset(("right",))
)
VERBATIM = Kind(verbatim, FIELDS)
