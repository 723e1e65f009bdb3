"""What is left when the sum told last is taken from the one told before: 合计19.4万元。…，一共9.5万元。扣掉之后，还剩….

扣掉之后 at the head of a sentence takes up what the sentence before came to; the whole is the nearest sum before that.
A fault is for somebody to look at.
"""

from collections.abc import Iterator, Sequence

from checker.patterns import pattern
from checker.relations.cues import Act
from checker.relations.passage import Figure, Passage
from checker.relations.sums.row import Sum, same_unit

TAKEN = pattern(
    "[“\\s]*(?:扣[掉除去]|减[去掉]|除[去掉]|刨[去除掉]|抵[扣掉])(?:这[些笔几]?[\u4e00-\u9fff]{0,4}?|已[\u4e00-\u9fff]{1,3}的)?(?:之?后|以后|下来)?[，,]"
    "(?:[他她它]|眼下|目前)?(?:实际)?(?:[还尚仍只仅就])*(?:剩下?|余下?|欠|差|要还|应还|应付|有)(?:的是|了|着)?$"
)
BACK = 3


def told(passages: Sequence[Passage], number: int) -> Iterator[Sum]:
    """The whole, what was taken from it and what is left."""
    passage = passages[number]
    left = passage.figures[0] if passage.figures else None
    if left is None or not left.is_amount or left.quantity.hedges or passage.earlier is None:
        return
    if not TAKEN.fullmatch(passage.text[passage.span.start : left.quantity.span.start]):
        return
    sums = [one for each in _before(passage) for one in _sums(each, left)]
    if len(sums) > 1 and sums[0].quantity.span.start >= passage.earlier.span.start:
        part, whole = sums[0].quantity, sums[1].quantity
        if whole.value * whole.unit.factor > part.value * part.unit.factor:
            yield Sum(whole, (part, left.quantity), (left.before,), exhaustive=True, likely=True)


def _before(passage: Passage) -> Iterator[Passage]:
    """The sentences before in the paragraph, the nearest first."""
    earlier = passage.earlier
    for _ in range(BACK):
        if earlier is None:
            return
        yield earlier
        earlier = earlier.earlier


def _sums(passage: Passage, like: Figure) -> Iterator[Figure]:
    """What the sentence says that things came to, the last first."""
    for one, cue in reversed(list(zip(passage.figures, passage.cues, strict=True))):
        plain = not one.bracket and not one.quantity.hedges and one.is_amount
        if plain and cue.act is Act.SUM and same_unit(one.quantity, like.quantity):
            yield one
