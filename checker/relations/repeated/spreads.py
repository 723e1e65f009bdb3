"""same: a range that the headline and the body give, 15万—18万吨 above and 15万—19万吨 below.

Ranges differ for many reasons. One is printed wrongly where it has one end in common with the headline's, is called by
its name, and the headline's is either borne out elsewhere or has no other rival: it is one to look at.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.document import BlockKind, Document
from checker.findings import Verdict
from checker.frozen import frozen
from checker.patterns import pattern
from checker.quantities.model import Range, UnitClass
from checker.relations.naming import pairs
from checker.relations.passage import Passage, moves
from checker.relations.record import Candidate, Operand, Relation
from checker.relations.repeated.mentions import AFTER, BEFORE, CUT, KIND, LAST_CUT, OTHER_SCOPE
from checker.relations.repeated.times import Time, told_before

TITLES, SHOWN = 4, 6
"""So many ranges of a headline are held against the body, and so many shown in one relation."""

TIMED = pattern("[上去]年|[上下]半年|季度|[0-9]月")
OTHER = (UnitClass.NONE, UnitClass.DURATION)
"""Ranges that are ages, scores and times."""


@frozen(slots=False, eq=False)
class Spread:
    """A range with the words beside it and its sentence; equal only to itself."""

    token: Range
    passage: Passage
    words: str
    paragraph: int
    title: bool
    time: Time

    @property
    def ends(self) -> tuple[Fraction, Fraction]:
        """Both ends in the base unit."""
        low, high = self.token.low, self.token.high
        return low.value * low.unit.factor, high.value * high.unit.factor

    @property
    def literal(self) -> str:
        """The range as printed."""
        return self.token.span.of(self.passage.text)

    @property
    def unit(self) -> str:
        """What it is measured in."""
        return self.token.high.unit.base or self.token.high.unit.name


def told_again(document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """Every range of the headline that the body has too, and what differs from it in one end."""
    found = list(_spreads(document, passages))
    for title in [one for one in found if one.title][:TITLES]:
        body = [one for one in found if not one.title and one.unit == title.unit]
        again = [one for one in body if one.ends == title.ends]
        if again:
            yield _relation((title, *again[: SHOWN - 1]), Verdict.CONSISTENT, "headline")
        rivals = [one for one in body if one not in again and _is_rival(title, one)]
        if rivals and len({one.ends for one in rivals}) == 1:
            first = again[0] if again else title
            if not again or _shares(first, rivals[0]):
                yield _relation((first, rivals[0]), Verdict.INCONSISTENT, "level" if again else "headline")


def _spreads(document: Document, passages: Sequence[Passage]) -> Iterator[Spread]:
    titles = [block.span for block in document.of_kind(BlockKind.TITLE)]
    for passage in passages:
        inside = any(title.covers(passage.span) for title in titles)
        for token in passage.tokens:
            if not isinstance(token, Range) or token.high.unit_class in OTHER:
                continue
            if not moves(passage.text, passage.span, token):
                yield _spread(document, passage, token, title=inside)


def _spread(document: Document, passage: Passage, token: Range, *, title: bool) -> Spread:
    start, end = token.span.start, token.span.end
    left = passage.text[max(passage.span.start, start - BEFORE) : start]
    cut = LAST_CUT.match(left)
    before = left[cut.end() :] if cut else left
    after = CUT.split(passage.text[end : min(passage.span.end, end + AFTER)], maxsplit=1)[0]
    time = told_before(passage, start)
    return Spread(token, passage, f"{before}|{after}", document.source.paragraph(start), title, time)


def _is_rival(title: Spread, one: Spread) -> bool:
    """Whether it has just one end of the headline's range, and nothing tells that it is of something else."""
    (low, high), (least, most) = title.ends, one.ends
    if (low == least) == (high == most) or title.time.differs(one.time):
        return False
    scopes = [found[0] for found in OTHER_SCOPE.finditer(one.words) if not TIMED.fullmatch(found[0])]
    return _shares(title, one) and all(scope in title.words for scope in scopes)


def _shares(one: Spread, two: Spread) -> bool:
    """Whether the words beside both have a pair of characters in common."""
    return not pairs(one.words).isdisjoint(pairs(two.words))


def _relation(spreads: Sequence[Spread], verdict: Verdict, variant: str) -> Relation:
    one, two = spreads[:2]
    wrong = verdict is Verdict.INCONSISTENT
    shown = "，".join(f"{'标题' if each.title else f'第{each.paragraph}段'}“{each.literal}”" for each in spreads)
    return Relation(
        KIND,
        tuple(Operand("value", each.token.span, each.literal, each.token.high.unit.name) for each in spreads),
        verdict,
        f"{shown}，{'不一致' if wrong else '一致'}",
        (),
        one.token.span,
        wrong,
        {"name": one.words.strip("|"), "working": shown, "computed": two.literal},
        (Candidate("value", one.token.span, two.literal, "computed"),) if wrong else (),
        variant,
    )
