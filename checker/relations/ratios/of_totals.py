"""ratio: the bare share behind a part of a whole told before: 接活4650件，一天15件。其中白做的372件，占8%.

What a sum takes for the whole, and that alone, the share right behind the part is of. So is the rate called by what
is done of it where the rest is told as well: 已完工19.2万亩，完工率78%，没完工的5.4万亩. A fault is for somebody to
look at.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.adverbs import adverbs
from checker.relations.passage import Figure, Passage
from checker.relations.ratios.judging import KIND, Triple, is_of_more, verify
from checker.relations.record import Relation
from checker.spans import Span

LIGHT = f"(?:{adverbs()}|约|近|超过?|不到|不足|将近)*"
SHARE = pattern(f"[，,、]?{LIGHT}(?:占(?:了|到|去|掉|比)?|占比)(?:{LIGHT}|为|达到?|是|了)*")
RATE = pattern(f"[，,、]?(?P<stem>[\u4e00-\u9fff]{{2}})[率比](?:{LIGHT}|为|达到?|是|了)*")
TOTAL, TWO, THREE = "total", 2, 3


def find(passages: Sequence[Passage], found: Iterable[Relation]) -> Iterator[Relation]:
    """Every bare share behind the part of a whole, where nothing has tied that share yet."""
    found = list(found)
    sums = [one for one in found if one.kind == TOTAL and len(one.operands) in (TWO, THREE)]
    if not sums:
        return
    rated = {each.span for one in found if one.kind == KIND for each in one.operands if each.role == "rate"}
    places = {one.quantity.span: (each, at) for each in passages for at, one in enumerate(each.figures)}
    for one in sums:
        whole, part = (places.get(each.span) for each in one.operands[:TWO])
        find_in = _share if len(one.operands) == TWO else _done
        rate = find_in(*part) if part else None
        if whole and part and rate and rate.quantity.span not in rated:
            passage, at = part
            words = Span(passage.figures[at].quantity.span.end, rate.quantity.span.start)
            called = RATE.match(passage.words(words))
            triple = Triple(
                f"{called['stem']}率" if called else "占比",
                (words,),
                passage.figures[at],
                whole[0].figures[whole[1]],
                rate,
            )
            relation = verify(passage, triple)
            wrong = relation.verdict is Verdict.INCONSISTENT
            if not (wrong and (is_of_more(triple) or _is_rated(whole, part))):
                yield replace(relation, doubtful=relation.doubtful or wrong)


def _is_rated(whole: tuple[Passage, int], part: tuple[Passage, int]) -> bool:
    """Whether the whole has a share itself, so that the part's may be of the same: 60人，占30%；其中33人，占15.7%."""
    behind = whole[0].figures[whole[1] + 1 : part[1] if whole[0] is part[0] else None]
    return any(one.is_rate for one in behind)


def _share(passage: Passage, at: int) -> Figure | None:
    """The rate right behind a part that nothing but 占 tells."""
    following = passage.figures[at + 1 : at + 2]
    if not following or not following[0].is_rate:
        return None
    words = passage.text[passage.figures[at].quantity.span.end : following[0].quantity.number.start]
    return following[0] if SHARE.fullmatch(words) else None


def _done(passage: Passage, at: int) -> Figure | None:
    """The rate right behind a part that is called by what was done of it: 已完工19.2万亩，完工率|78%."""
    following = passage.figures[at + 1 : at + 2]
    if not following or not following[0].is_rate:
        return None
    told = RATE.fullmatch(passage.text[passage.figures[at].quantity.span.end : following[0].quantity.number.start])
    return following[0] if told and told["stem"] in passage.words(passage.figures[at].before) else None
