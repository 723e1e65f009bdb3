"""Drafts the ledger of an article: a claim for each statement, and the relations between them."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Any

from pydantic import TypeAdapter, ValidationError

from checker.claims.claim import Anchor, Attribution, Claim, Comparison, Kind, Period, Sensitivity, Value
from checker.claims.models import ArticleInfo, Ledger
from checker.claims.places import AROUND
from checker.claims.relation import Relation
from checker.claims.roles import unfit
from checker.claims.values import contradiction
from checker.document import Document
from checker.extraction.article import Article
from checker.extraction.statements import Reading, Statement
from checker.findings import Verdict
from checker.quantities.lettering import narrowed
from checker.quantities.model import Ordinal, Quantity
from checker.relations.record import Relation as Found
from checker.spans import Span

LISTS = frozenset(
    {
        ("total", "part"),
        ("shares", "part"),
        ("pairing", "item"),
        ("pairing", "value"),
        ("listing", "item"),
        ("same", "value"),
    }
)
NEAR = 4
RELATION: TypeAdapter[Relation] = TypeAdapter(Relation)


def drafted(document: Document, published: date | None, info: ArticleInfo) -> Ledger:
    """The ledger that would be drafted from a document, with figures of any width read alike."""
    readable = document.readable
    return draft(Article(replace(readable, text=narrowed(readable.text)), published), info, document)


def draft(article: Article, info: ArticleInfo, document: Document | None = None) -> Ledger:
    """The ledger of an article that nobody has checked yet. Ids count from C001 in the order of the text.

    ``document`` is what the file holds, where the article is read without its marks: claims quote what stands there.
    """
    return Drafting(article, document or article.document).ledger(info)


class Drafting:
    """Drafts claims and relations."""

    def __init__(self, article: Article, document: Document) -> None:
        self.article, self.document = article, document
        self.text = document.text
        self.reading = Reading(article)
        self.seen: dict[tuple[int, str], tuple[int, int]] = {}
        statements = list(self.reading.statements())
        known = {_place(one) for one in statements}
        items = [one for one in self._items(statements) if _place(one) not in known]
        self.statements = sorted([*statements, *items], key=lambda one: (one.value or one.quote, one.kind, one.metric))

    def ledger(self, info: ArticleInfo) -> Ledger:
        """The whole draft."""
        width = max(3, len(str(len(self.statements))))
        claims = tuple(self._claim(f"C{at:0{width}}", one) for at, one in enumerate(self.statements, 1))
        return Ledger(version="claims/1", article=info, claims=claims, relations=tuple(self._relations(claims)))

    def _items(self, statements: Sequence[Statement]) -> Iterator[Statement]:
        """What a counted list names, each a statement of its own."""
        starts = {one.value.start for one in statements if one.value and isinstance(one.token, Quantity)}
        for relation in self.article.relations:
            for one in relation.operands if relation.kind in ("listing", "pairing") else ():
                near = range(one.span.start, one.span.end + NEAR)
                if one.role == "item" and not (relation.kind == "pairing" and any(at in starts for at in near)):
                    subject, _ = self.reading.bearings.subject(one.span.start)
                    yield self.reading.state("name", one.span, subject, "所列各项", one.span)

    def _claim(self, name: str, one: Statement) -> Claim:
        return Claim(
            id=name,
            kind=Kind(one.kind),
            anchor=self._anchor(self._quote(one)),
            section=one.section or None,
            district=one.district or None,
            subject=one.subject,
            metric=one.metric or None,
            scope=one.scope or None,
            value=self._value(one),
            period=self._period(one),
            comparison=_comparison(one),
            attribution=_attribution(one),
            sensitivity=Sensitivity(one.sensitivity),
        )

    def _anchor(self, span: Span) -> Anchor:
        """The anchor of some words: their paragraph, what stands around them there, which of equal ones they are."""
        source, text = self.document.source, self.text
        position = source.locate(span.start)
        line = source.lines[position.line - 1]
        words = span.of(text)
        nth, at = self.seen.get((line.start, words), (0, line.start - 1))
        if at > span.start:
            nth, at = 0, line.start - 1
        while at < span.start:
            at = text.find(words, at + 1, line.end)
            nth += 1
        self.seen[line.start, words] = (nth, at)
        return Anchor(
            paragraph=position.paragraph,
            quote=words,
            before=text[max(line.start, span.start - AROUND) : span.start],
            after=text[span.end : min(line.end, span.end + AROUND)],
            nth=nth,
        )

    def _quote(self, one: Statement) -> Span:
        """The words to quote: one line, in which the value stands once and whole; no blanks or marks at its ends."""
        span = _trimmed(one.quote, self.article.text)
        words = span.of(self.text)
        if one.value is None:
            return span
        literal = one.value.of(self.text)
        whole = span.start <= one.value.start and one.value.end <= span.end
        cut = any(
            edge.isdigit() or edge in ".．"
            for edge in (self.text[span.start - 1 : span.start], self.text[span.end : span.end + 1])
        )
        return span if whole and words.count(literal) == 1 and "\n" not in words and not cut else one.value

    def _value(self, one: Statement) -> Value | None:
        if one.value is None:
            return None
        literal, token = one.value.of(self.text), one.token
        if isinstance(token, Ordinal):
            return Value(literal=literal, number=Fraction(token.value), unit=token.unit or "位")
        if not isinstance(token, Quantity):
            return Value(literal=literal)
        value = Value(
            literal=literal,
            number=token.value,
            unit=token.unit.name or None,
            quantum=token.place or None,
            hedge=token.hedges[0] if token.hedges else None,
        )
        return Value(literal=literal) if any(contradiction(value)) else value

    def _period(self, one: Statement) -> Period | None:
        if one.spell is None:
            return None
        return Period(
            literal=one.spell.span.of(self.text), start=one.spell.start, end=one.spell.end, as_of=one.spell.as_of
        )

    def _relations(self, claims: Sequence[Claim]) -> Iterator[Relation]:
        at = {_place(one): claim for one, claim in zip(self.statements, claims, strict=True)}
        known = {claim.id: claim for claim in claims}
        number = 0
        for found in self.article.relations:
            data = self._roles(found, at)
            if data is None:
                continue
            try:
                relation = RELATION.validate_python({"id": f"R{number + 1:02}", "type": found.kind, **data})
            except ValidationError:
                continue
            named = [name for _, _, name in relation.named()]
            if len(set(named)) == len(named) and not any(
                unfit(found.kind, role, known[name]) for role, _, name in relation.named()
            ):
                number += 1
                yield relation

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        return sorted({_place(one) for one in self.statements})

    def _roles(self, found: Found, at: dict[tuple[int, int], Claim]) -> dict[str, Any] | None:
        data: dict[str, Any] = {}
        for one in found.operands:
            claim = at.get((one.span.start, one.span.end)) or self._near(one.span, at)
            if claim is None:
                return None
            if (found.kind, one.role) in LISTS:
                data.setdefault(one.role, []).append(claim.id)
            elif one.role in data:
                return None
            else:
                data[one.role] = claim.id
        if found.kind in ("total", "shares"):
            data["exhaustive"] = _is_exhaustive(found)
        return data

    def _near(self, span: Span, at: dict[tuple[int, int], Claim]) -> Claim | None:
        """The claim whose value the words of an item lead up to."""
        places = self._places
        index = bisect_left(places, (span.start, 0))
        place = places[index] if index < len(places) else None
        return at.get(place) if place and place[0] < span.end + NEAR else None


def _trimmed(span: Span, text: str) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _place(one: Statement) -> tuple[int, int]:
    span = one.value or one.quote
    return span.start, span.end


def _is_exhaustive(found: Found) -> bool:
    """Whether parts are all of the whole: those that miss it, or those that make it up."""
    if found.verdict is Verdict.INCONSISTENT:
        return True
    parts = sum((Fraction(one.value) for one in found.operands if one.role == "part"), Fraction(0))
    total = next((Fraction(one.value) for one in found.operands if one.role == "total"), Fraction(100))
    return abs(parts - total) * 50 <= total


def _comparison(one: Statement) -> Comparison | None:
    if not one.comparison:
        return None
    return Comparison.model_validate({"type": one.comparison, "base": one.among or None})


def _attribution(one: Statement) -> Attribution | None:
    if not one.mode:
        return None
    return Attribution.model_validate({"mode": one.mode, "speaker": one.speaker or None, "title": one.title or None})
