"""三位一体: 公司、农户、基地“三位一体” and “公司+农户+基地”三位一体 name as many things as are made one.

The names stand right before, in a quotation of their own or not, or behind in a bracket or after a colon. As many
letters are names too (党政军“三位一体”). Names that are more or fewer tell of a fault where a quotation holds nothing
else; elsewhere they are for a reader to look at.
"""

from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.lists.before import led
from checker.relations.lists.counterparts import letters
from checker.relations.lists.enumeration import FIGURE, QUOTED, UNQUOTE, Stretch, surroundings
from checker.relations.lists.stated import COMPOUND, SHORT, Count, relation_of, words_of
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.spans import Span

UNITED = pattern(r"一体(?P<close>[”’」]?)")
"""What stands behind the number and 位."""

PLUS = pattern(r"[、＋+·/／]")
BEHIND = pattern(r"[\u4e00-\u9fff]{0,8}(?:[：:]|[（(]|，?即)")
CLOSED = pattern(r"[，,；;。）)！!]|$")
OPEN = pattern("等|[的是了为]$|其他")
LETTERS = pattern("[\u4e00-\u9fff]{2,7}")
HAN = pattern("[\u4e00-\u9fffA-Za-z]+")
APART = 2


def united(passage: Passage, count: Count) -> Relation | None:
    """The names of what the number says is one."""
    found = UNITED.match(passage.text, count.span.end)
    if found is None or count.unit != "位":
        return None
    count = replace(count, unit="")
    opening = count.span.start - len(found["close"])
    head, _ = surroundings(passage.text, passage.span, opening, passage.tokens)
    own = head.clauses()[-1]
    own = own.part(0, len(own.words) - own.words.endswith("的"))
    if told := _quoted(passage, own, count):
        return told
    return _before(passage, own, count) or _behind(passage, found.end(), count)


def _quoted(passage: Passage, own: Stretch, count: Count) -> Relation | None:
    """“公司+农户+基地”三位一体: a quotation of names alone, or of as many letters."""
    if not own.words.endswith(UNQUOTE):
        return None
    start = len(own.words[:-1].rstrip(QUOTED))
    inside = Span(own.start + start + 1, own.start + len(own.words) - 1)
    body = Stretch(inside.of(passage.text), inside.start)
    names = _cut(body)
    if len(names) < 2:
        fits = len(body.words) == count.value and LETTERS.fullmatch(body.words)
        return relation_of(passage, count, letters(body, 0, count.value), Verdict.CONSISTENT) if fits else None
    return _judged(passage, count, body, names)


def _before(passage: Passage, own: Stretch, count: Count) -> Relation | None:
    """数量、质量、生态“三位一体”: the names right before it."""
    names = own.split(count.value) if own.dots() else _cut(own)
    if len(names) == count.value:
        return relation_of(passage, count, led(own, names), Verdict.CONSISTENT)
    names = led(own, names) if (names := own.plain() or _cut(own)) else ()
    told = _judged(passage, count, own, names) if len(names) > 2 and not OPEN.search(own.words) else None
    return replace(told, doubtful=True) if told is not None else None


def _behind(passage: Passage, at: int, count: Count) -> Relation | None:
    """三位一体（公司、农户、基地）; “三位一体”模式：公司、农户、基地。."""
    tie = BEHIND.match(passage.text, at, passage.span.end)
    if tie is None:
        return None
    _, tail = surroundings(passage.text, passage.span, tie.end(), passage.tokens)
    end = CLOSED.search(tail.words)
    near = tail.part(0, end.start() if end else len(tail.words))
    names = near.split(count.value)
    if names:
        return relation_of(passage, count, names, Verdict.CONSISTENT)
    told = _judged(passage, count, near, near.plain())
    return replace(told, doubtful=True) if told is not None else None


def _cut(body: Stretch) -> tuple[Span, ...]:
    """The names that 、, a plus or a dot parts."""
    cuts = [one.span() for one in PLUS.finditer(body.words)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(body.words)]
    names = [body.name(start, end) for start, end in zip(starts, ends, strict=True)] if cuts else []
    return tuple(one for one in names if one is not None) if all(names) else ()


def _judged(passage: Passage, count: Count, body: Stretch, names: tuple[Span, ...]) -> Relation | None:
    """What short names make with the number."""
    words = [words_of(body, one) for one in names]
    if len(words) == count.value:
        return relation_of(passage, count, names, Verdict.CONSISTENT)
    if len(words) < 2 or abs(len(words) - count.value) > APART or FIGURE in body.words or COMPOUND.search(body.words):
        return None
    plain = all(len(one) <= SHORT and HAN.fullmatch(one) for one in words) and not OPEN.search(body.words)
    return relation_of(passage, count, names, Verdict.INCONSISTENT) if plain and not body.joins() else None


__all__ = ["united"]
