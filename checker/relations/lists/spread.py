"""Names told place by place: 四名得主：河湾镇的甲、乙；石桥镇的丙、丁.

Each part of the list opens with whose its names are; the names of all parts are what the number counts.
"""

from collections.abc import Sequence

from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.lists.enumeration import Stretch
from checker.relations.lists.stated import Count, relation_of, words_of
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.spans import Span

OWNER = pattern(
    r"\s*(?:来自|位于|包括|有)?[^、，,；;：:。▓▞的]{2,12}(?:的(?:[^、，,；;：:。▓▞的]{2,8}?(?=▒))?|[：:])(?=.)"
)
STOP = pattern("[。！？!?\n]")
PARTS = ("；;", "，,")
NAME = pattern(r"[\u4e00-\u9fff·]{2,6}|▒+▐")
OPEN = pattern("等|其他|其中")
APART = 3


def spread(passage: Passage, count: Count, body: Stretch) -> Relation | None:
    """The names of all parts, where there are as many as said or a few more or fewer."""
    names = names_of(body)
    if not names or abs(len(names) - count.value) > APART:
        return None
    fits = len(names) == count.value
    return relation_of(passage, count, names, Verdict.CONSISTENT if fits else Verdict.INCONSISTENT)


def names_of(body: Stretch) -> tuple[Span, ...]:
    """The names of a list whose parts each open with an owner; nothing where it is no such list."""
    stop = STOP.search(body.words)
    whole = body.part(0, stop.start() if stop else len(body.words))
    for marks in PARTS:
        parts = _parts(whole, marks)
        if len(parts) > 1 and not OPEN.search(whole.words):
            found = [_of_owner(one) for one in parts]
            names = tuple(name for each in found for name in each)
            told = all(found) and whole.dots() and (marks == PARTS[0] or _even(whole, parts, names))
            return names if told else ()
    return ()


def _even(whole: Stretch, parts: Sequence[Stretch], names: Sequence[Span]) -> bool:
    """Whether owners are of one length or ending, and names too: commas part much else."""
    owners = [one[0].strip() for part in parts if (one := OWNER.match(part.words))]
    return _like(owners) and _like([words_of(whole, one) for one in names])


def _like(words: Sequence[str]) -> bool:
    sizes = [len(one) for one in words]
    return max(sizes) - min(sizes) < 2 or len({one[-2:] for one in words}) == 1


def _parts(whole: Stretch, marks: str) -> list[Stretch]:
    cuts = [at for at, mark in enumerate(whole.words) if mark in marks]
    bounds = zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(whole.words)], strict=True)
    return [whole.part(one, two) for one, two in bounds]


def _of_owner(part: Stretch) -> tuple[Span, ...]:
    """The names of one part behind its owner."""
    owner = OWNER.match(part.words)
    if owner is None:
        return ()
    near = part.part(owner.end(), len(part.words))
    single = near.name(0, len(near.words))
    names = near.plain() or (near.split(2) if near.joins() else (single,) if single is not None else ())
    return names if all(NAME.fullmatch(words_of(near, one)) for one in names) else ()


__all__ = ["names_of", "spread"]
