"""roster: a line that says how many people follow (获奖者10名：) and the names in the lines under it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.checks.kind import Kind, Params
from checker.checks.listed import listing
from checker.document import Block, BlockKind, Document
from checker.extraction.article import Article
from checker.findings import Hit, Related, Verdict
from checker.patterns import pattern
from checker.readers.markers import ordinal
from checker.relations.record import Operand, Relation
from checker.spans import Span

STATED = pattern("(?<![0-9第])(?P<number>[0-9]{1,3}|[一二两三四五六七八九十]{1,3})(?P<unit>名|人|位)(?![次均民])")
LEAD_IN = pattern("(?:名单|[：:]|[）)])$")
# 张三、李四 or 张　三　李四; with a note in brackets: 李四（女）.
HAN = "[\\u4e00-\\u9fff]"
NAME = pattern(
    f"(?P<name>{HAN}{{1,6}}(?:·{HAN}{{1,6}}){{1,3}}|{HAN}{{2,4}}(?!{HAN}|·)|{HAN}[ \\u3000]{{1,2}}{HAN}(?!{HAN}))"
    "(?:[（(][^（()）]{1,8}[）)])?"
)
GAP = pattern("[、 \\u3000\\t]+")
END = frozenset("。；;")
NONE = (BlockKind.CAPTION, BlockKind.BYLINE)
FEWEST, LONGEST = 3, 60


@dataclass(frozen=True, slots=True)
class Roster:
    """A stated number of people and the names under it. ``plain`` is one whose names 、 alone keeps apart."""

    count: Span
    number: int
    unit: str
    names: tuple[Span, ...]
    plain: bool


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Rosters with more or fewer names than they say."""
    for one in _rosters(article.document):
        if len(one.names) != one.number:
            data = {"found": one.count.of(article.text), "working": f"列出{len(one.names)}个"}
            related = (Related(one.names[0], "first"), Related(one.names[-1], "last"))
            yield Hit(one.count, data, related, doubtful=not one.plain)


def account(article: Article, _params: Params) -> Iterator[Relation]:
    """Every roster that was counted."""
    for one in _rosters(article.document):
        fits = len(one.names) == one.number
        verdict = Verdict.CONSISTENT if fits else Verdict.INCONSISTENT
        working = f"文中说“{one.count.of(article.text)}”，下面列出{len(one.names)}个，{'一致' if fits else '不一致'}"
        stated = Operand("count", one.count, str(one.number), one.unit)
        yield listing(article.document, one.names, verdict, working, stated)


def _rosters(document: Document) -> Iterator[Roster]:
    text, blocks = document.text, document.blocks
    for index, block in enumerate(blocks[:-1]):
        if len(block.span) > LONGEST or not LEAD_IN.search(text, block.span.start, block.span.end):
            continue
        stated = list(STATED.finditer(text, block.span.start, block.span.end))
        number = _value(stated[0]["number"]) if len(stated) == 1 else None
        if number is None or number < 2:
            continue
        names, plain = _names(text, blocks[index + 1 :])
        if len(names) >= FEWEST and abs(len(names) - number) * 2 <= number:
            count = Span(*stated[0].span())
            yield Roster(count, number, stated[0]["unit"], tuple(names), plain)


def _value(words: str) -> int | None:
    return 2 if words == "两" else ordinal(words)


def _names(text: str, blocks: Sequence[Block]) -> tuple[list[Span], bool]:
    """The names in the lines that hold nothing else, and whether 、 alone keeps them apart."""
    found: list[Span] = []
    plain = True
    for block in blocks:
        line = list(_line(text, block.span)) if block.kind not in NONE else []
        if not line:
            break
        found += line
        plain = plain and re.search("[ \\u3000\\t]", block.span.of(text)) is None
    return found, plain


def _line(text: str, span: Span) -> Iterator[Span]:
    """The names of a line, or none if it holds anything else."""
    end = span.end - (text[span.end - 1] in END)
    at, names = span.start, list[Span]()
    while at < end:
        name = NAME.match(text, at, end)
        if name is None:
            return
        names.append(Span(*name.span("name")))
        gap = GAP.match(text, name.end(), end)
        if gap is None and name.end() < end:
            return
        at = gap.end() if gap else end
    yield from names if len(names) > 1 else ()


KIND = Kind(check, frozenset({"found", "working"}), account=account, notes=frozenset({"first", "last"}))
