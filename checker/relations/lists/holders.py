"""Names dealt out to names: 一等奖、二等奖分别由甲和乙获得.

As many on one side as on the other pair them. More or fewer are for a reader to look at, where both sides are plain
lists of short names and neither is a multiple of the other: two may share one prize.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from checker.patterns import one_of, pattern
from checker.relations.lists.certain import beyond_doubt, closed, halves, own_list
from checker.relations.lists.enumeration import DATE, FIGURE, Stretch, veil
from checker.relations.lists.side_by_side import around
from checker.relations.lists.trimming import trimmed, words_of
from checker.relations.passage import Passage
from checker.spans import Span

DOINGS = """
    获得 夺得 夺走 夺取 摘得 摘取 摘走 赢得 捧走 捧得 斩获 拿下 拿走 折桂 担任 出任 兼任 主持 主讲 讲授 承担 承办 承建
    承接 负责 饰演 扮演 出演 演唱 演奏 领唱 领衔 执导 执笔 撰写 设计 供应 供货 提供 完成 牵头 保管 打理 经营 中标 施工
    监理 执教
    """
TIE = pattern(
    rf"(?:分别|依次)(?:由|归|被)(?P<names>[^，,。；;：:（）()分别]{{3,60}}?)(?:共同|联合)?(?:{one_of(DOINGS.split())}|所[有得])"
)
NAME = pattern(r"[\u4e00-\u9fff·]{2,8}|▒+▐")
SHARED = pattern("等|联合|共同|组合|夫[妇妻]|父[子女母]|母[子女]|兄[弟妹]|姐[弟妹]|一家|[两双三]人|团队")
"""Several who hold one thing together."""


@dataclass(frozen=True, slots=True)
class Held:
    """The names, those who hold them, the words that deal them out, and whether there are as many of each."""

    names: tuple[Span, ...]
    holders: tuple[Span, ...]
    words: Span
    fits: bool


def holders(passage: Passage) -> Iterator[Held]:
    """Every list of names that a sentence deals out to others."""
    for tie in TIE.finditer(passage.text, passage.span.start, passage.span.end):
        head, _ = around(passage, tie.start())
        inside = Span(*tie.span("names"))
        body = Stretch(veil(passage.text, inside, passage.tokens[:0]), inside.start)
        people = _plain(body)
        if not people or SHARED.search(body.words):
            continue
        words = Span(tie.start(), inside.start)
        listed = own_list(passage, head, len(people))
        own = listed if listed is not None else head.clauses()[-1]
        names = () if own.dots() and closed(own, len(people)) else trimmed(own, own.split(len(people)))
        if names and not set(own.words) & {FIGURE, DATE}:
            yield Held(names, people, words, fits=True)
            continue
        certain = beyond_doubt(listed) if listed is not None else ()
        if certain and len(certain) % len(people) and len(people) % len(certain):
            yield Held(trimmed(own, certain), people, words, fits=False)


def _plain(body: Stretch) -> tuple[Span, ...]:
    """Its names where they are short and can be cut in one way only."""
    names = body.plain() or (body.split(2) if len(body.joins()) == 1 and not body.dots() else ())
    plain = all(NAME.fullmatch(words_of(body, one)) for one in names)
    return names if plain and not halves(body) else ()


__all__ = ["holders"]
