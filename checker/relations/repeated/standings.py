"""same: one standing told twice, 居全省第一 under the same words."""

from collections.abc import Iterator, Sequence

from checker.document import Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.quantities.model import Ordinal
from checker.relations.naming import pairs
from checker.relations.passage import Passage
from checker.relations.record import Operand, Relation

KEPT = 6
"""How many standings of one place are remembered."""

RANKED = pattern("(?:[居列名排位占据]|跃升|保持|蝉联|获|夺得?)(?:了|至|于|在|到)?(?:全[国省市县区球]|世界)?$")
WHERE = pattern("(?P<where>[\u4e00-\u9fff]{2,8}?)(?:市场|地区|领域|赛区|组别)")
RATE = pattern("[0-9.]+[%％]")
"""Beside a place in an order, where it is told of and what it is reached with: two of them are two places."""

PLACED, LEAD = 6, 30
"""How many pairs of characters two places in an order share that are one, in how many characters before them."""


def told_twice(document: Document, passages: Sequence[Passage]) -> Iterator[Relation]:
    """全省第一 in the headline, and the same place again under the same words."""
    places = [each for one in passages for each in _ranks(one)]
    seen: dict[int, list[tuple[Ordinal, str]]] = {}
    for token, words in places:
        earlier, said = seen.setdefault(token.value, []), pairs(words)
        alike = (each for each in earlier if len(said & pairs(each[1])) >= PLACED)
        first = next((one for one, told in alike if not _apart(told, words)), None)
        if first:
            yield _again(document, first, token)
        elif len(earlier) < KEPT:
            earlier.append((token, words))


def _apart(one: str, two: str) -> bool:
    """Whether the words before two places tell of two fields: 在全球市场占6.0%，排名第六, 在印度市场占6.4%."""
    fields = ({found["where"][-2:] for found in WHERE.finditer(words)} for words in (one, two))
    rates = (set(RATE.findall(words)) for words in (one, two))
    return any(left and right and left.isdisjoint(right) for left, right in (tuple(fields), tuple(rates)))


def _ranks(passage: Passage) -> Iterator[tuple[Ordinal, str]]:
    """The places in an order that a sentence tells, each with the words before it back to the place before."""
    start = passage.span.start
    for token in passage.tokens:
        if isinstance(token, Ordinal) and not token.unit:
            words = passage.text[max(start, token.span.start - LEAD) : token.span.start]
            if RANKED.search(words):
                yield token, words
            start = token.span.end


def _again(document: Document, one: Ordinal, two: Ordinal) -> Relation:
    title, text = document.title, document.text
    headline = title is not None and title.span.covers(one.span)
    shown = "，".join(
        f"{'标题' if headline and each is one else f'第{document.locate(each.span).paragraph}段'}“{each.span.of(text)}”"
        for each in (one, two)
    )
    operands = tuple(Operand("value", each.span, str(each.value)) for each in (one, two))
    variant = "headline" if headline else "level"
    return Relation("same", operands, Verdict.CONSISTENT, f"{shown}，一致", (), one.span, variant=variant)
