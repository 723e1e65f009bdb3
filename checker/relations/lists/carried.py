"""Lists that stand in the sentence behind the number of their names.

四项….其中甲下降2%，乙…; …五项改革。主要包括：甲，乙….

Nothing but their number ties them, so only as many names as it says are told.
"""

from collections.abc import Iterator

from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.lists.after import MOVED, reading, valued
from checker.relations.lists.counted import REGIONS
from checker.relations.lists.enumeration import CLAUSE, Stretch, veil
from checker.relations.lists.stated import AHEAD, KINDS_OF, LONG, Count, relation_of, words_of
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.spans import Span

OPENS = pattern("其中[，,]?")
BEHIND = pattern(r"[^，。；：\n]{0,12}。\s?(?:这?[^，。；：\n]{0,4}分别[是为]|(?:主要|具体)?(?:包括|有|是|为))[：:]")
SORTS, ENOUGH = KINDS_OF | REGIONS | {"大"}, 3


def carried(passage: Passage, count: Count) -> Iterator[Relation]:
    """What a sentence that opens with 其中 tells of each of the things that were counted last."""
    opened = OPENS.match(passage.text, passage.span.start, passage.span.end)
    if opened is None or count.unit not in SORTS:
        return
    span = Span(opened.end(), passage.span.end)
    names = valued(Stretch(veil(passage.text, span, passage.tokens), span.start), count.value)
    alike = len({passage.text[one.end - 2 : one.end].strip() for one in names}) == 1
    if names and (alike or all(MOVED.match(passage.text, one.end, one.end + 2) for one in names)):
        bare = [MOVED.search(passage.words(one), 1) for one in names]
        names = tuple(
            Span(one.start, one.start + moved.start()) if moved else one for one, moved in zip(names, bare, strict=True)
        )
        yield relation_of(passage, count, names, Verdict.CONSISTENT)


FRAME = pattern("(?P<noun>[\u4e00-\u9fff]{2,8})[”’]。(?P<verb>[\u4e00-\u9fff]{2})")
OPENING, CALL = "“‘", 2


def framed(passage: Passage, count: Count) -> Relation | None:
    """实施“三大行动”。实施甲行动。…实施乙行动。…: the sentences of one frame behind a heading that counts them."""
    quoted = count.value >= ENOUGH and passage.text[count.span.start - 1 : count.span.start] in OPENING
    frame = FRAME.match(passage.text, count.span.end) if quoted else None
    if frame is None:
        return None
    stop = passage.text.find("\n", frame.end())
    stop = min(stop if stop >= 0 else len(passage.text), frame.end() + count.value * AHEAD)
    for noun in (frame["noun"], frame["noun"][-CALL:]):
        each = pattern(f"。{frame['verb']}(?P<name>[\u4e00-\u9fff、]{{2,20}}?){noun}(?=[。，])")
        names = [Span(*one.span("name")) for one in each.finditer(passage.text, frame.start("verb") - 1, stop)]
        if len(names) == count.value:
            return relation_of(passage, count, names, Verdict.CONSISTENT)
    return None


def told_behind(passage: Passage, count: Count) -> Relation | None:
    """五项改革。主要包括：甲，乙，丙: the names in the sentence behind, and no other."""
    match = BEHIND.match(passage.text, count.span.end) if count.value >= ENOUGH else None
    end = passage.text.find("。", match.end(), match.end() + AHEAD) if match else -1
    if match is None or end < 0:
        return None
    body = Stretch(veil(passage.text, Span(match.end(), end), ()), match.end())
    names = reading(body, count.value)
    listed = len(CLAUSE.split(body.words)) in (1, len(names))
    short = all(len(words_of(body, one)) <= 2 * LONG for one in names)
    return relation_of(passage, count, names, Verdict.CONSISTENT) if names and listed and short else None
