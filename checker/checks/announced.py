"""announced: a sentence announces its parts (推进A、B、C), and what follows tells others: 在A方面, 在D方面."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.checks.kind import Kind, Params
from checker.document import Block, BlockKind, Document
from checker.extraction.article import Article
from checker.findings import Hit, Related
from checker.patterns import pattern
from checker.spans import Span

# 在X方面，…, X方面，… and 一是X，… at the beginning of a sentence or a clause.
SIDES = (pattern("方面|领域"), pattern("上(?=[，,])"))
SIDED = pattern("(?:^|[\\s。！？；])(?P<at>在)?(?P<name>[\\u4e00-\\u9fff“”]{2,14})$")
MARKS = ("，", ",", "：", ":")
TURN = pattern("[一二三四五六七八九]是")
TURNED = pattern(
    "(?:(?:抓好?|做好|强化|加强|聚焦|推进|严把|把好|突出|在|从)(?=[\\u4e00-\\u9fff“”]{2}))?"
    "(?P<name>[\\u4e00-\\u9fff“”]{2,10}?)(?:方面)?(?=[，。：；,:])"
)
LIST = pattern(
    "[\\u4e00-\\u9fff“”]{2,16}(?:、[\\u4e00-\\u9fff“”]{2,10}){1,7}(?:(?:和|与|以及|及)[\\u4e00-\\u9fff“”]{2,10})?"
)
OPENS = pattern(
    "(?:推进|推动|聚焦|围绕|突出|抓好|抓实|狠抓|统筹|坚持|强化|加强|做好|做实|立足|着眼|紧扣|紧盯|瞄准|锚定|落实|实施|开展|从|在|把|对|以|就|是|为|了|即|括)(?=[^、]{2,10}$)"
)
OPEN_END = pattern("等|……|…|方面等")
CLOSES = pattern("(?:[一二两三四五六七八九十]|[0-9]{1,2})(?:个|大|项|篇|张|条|方面|领域|环节).*$")
SHARED = pattern("工作|建设|发展|方面|领域")
EMPHASIS = pattern("尤其|特别是|其中|以.{1,10}为例|比如|例如")
BACK, FEWEST = 2, 2
SENTENCE_ENDS, AFTER = ("\n", "。", "；", "\u3000"), 4
"""What stands before the first words of a sentence, and how far past the last part the next paragraph begins."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part that is told by itself, with the index of its block."""

    span: Span
    name: str
    block: int


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Parts that were announced and are not told, or told and not announced, or told in another order."""
    text, blocks = article.text, article.document.blocks
    yield from _headed(article.document)
    told = sorted((*_sided(text), *_turned(text)), key=lambda one: one.start)
    if len(told) < 2:
        return
    for group in _groups(blocks, list(_placed(text, blocks, told))):
        announced = _announced(text, blocks, group)
        if announced:
            yield from _compared(text, announced, group)


def _headed(document: Document) -> Iterator[Hit]:
    """Headings that each speak of one part announced before the first of them, and none of the last part."""
    headings = document.of_kind(BlockKind.HEADING)
    level = min((one.level for one in headings), default=0)
    outer = [one for one in headings if one.level == level]
    if len(outer) < FEWEST:
        return
    leads = [one for one in document.of_kind(BlockKind.PARAGRAPH) if one.span.start < outer[0].span.start]
    for lead in leads[-BACK:]:
        for found in LIST.finditer(document.text, lead.span.start, lead.span.end):
            items = tuple(_items(document.text, Span(*found.span())))
            names = [item.of(document.text).strip("“”") for item in items]
            names[-1] = _known(names[-1], "\n".join(one.span.of(document.text) for one in outer))
            spoken = [[name for name in names if name in one.span.of(document.text)] for one in outer]
            told = [one[0] for one in spoken if len(one) == 1]
            lacking = [item for item, name in zip(items, names, strict=True) if name not in told]
            if len(told) == len(outer) == len(set(told)) == len(items) - 1 and not _open(document.text, found.end()):
                shown = Span(items[0].start, items[-1].end).of(document.text)
                data = {"names": shown, "told": "、".join(told), "number": str(len(items))}
                related = tuple(Related(one.span, "told") for one in outer)
                yield Hit(lacking[0], {**data, "item": lacking[0].of(document.text)}, related, variant="lacking")


def _known(last: str, headings: str) -> str:
    """The last name of a list without what follows it, as far as the headings know it: 灌溉上都有新办法."""
    return next((last[:end] for end in range(len(last), 1, -1) if last[:end] in headings), last)


def _open(text: str, end: int) -> bool:
    return OPEN_END.match(text, end) is not None


def _sided(text: str) -> Iterator[Span]:
    """The X of 在X方面 and X方面， at the beginning of a sentence."""
    for sign in SIDES:
        for side in sign.finditer(text):
            found = SIDED.search(text, max(0, side.start() - 18), side.start())
            if found and (found["at"] or (side[0] != "上" and text[side.end() : side.end() + 1] in MARKS)):
                yield Span(*found.span("name"))


def _turned(text: str) -> Iterator[Span]:
    """The X of 一是X，."""
    for turn in TURN.finditer(text):
        found = TURNED.match(text, turn.end())
        if found:
            yield Span(*found.span("name"))


def _placed(text: str, blocks: Sequence[Block], told: Sequence[Span]) -> Iterator[Part]:
    """The parts that stand in paragraphs, each with its paragraph."""
    at = 0
    for span in told:
        while at < len(blocks) and blocks[at].span.end <= span.start:
            at += 1
        if at < len(blocks) and blocks[at].kind is BlockKind.PARAGRAPH and blocks[at].span.covers(span):
            yield Part(span, span.of(text), at)


def _groups(blocks: Sequence[Block], parts: Sequence[Part]) -> Iterator[list[Part]]:
    """Parts told one after the other, at most a paragraph apart and under one heading."""
    group: list[Part] = []
    for part in parts:
        if group and not _near(blocks, group[-1], part):
            yield group
            group = []
        group.append(part)
    if group:
        yield group


def _near(blocks: Sequence[Block], one: Part, other: Part) -> bool:
    between = blocks[one.block + 1 : other.block + 1]
    return len(between) <= BACK and all(block.kind is BlockKind.PARAGRAPH for block in between)


def _announced(text: str, blocks: Sequence[Block], told: Sequence[Part]) -> tuple[Span, ...]:
    """The nearest list before the parts that names at least two of them, if it is closed."""
    if len(told) < 2:
        return ()
    first = told[0]
    floor = max(0, first.block - BACK)
    while floor < first.block and any(one.kind is not BlockKind.PARAGRAPH for one in blocks[floor : first.block]):
        floor += 1
    best: tuple[Span, ...] = ()
    for found in LIST.finditer(text, blocks[floor].span.start, first.span.start):
        items = tuple(_items(text, Span(*found.span())))
        matched = sum(any(_same(item.of(text), part.name) for part in told) for item in items)
        if len(items) > 2 and matched > 1 and not _open(text, found.end()) and "等" not in items[-1].of(text):
            best = items
    return best


def _items(text: str, span: Span) -> Iterator[Span]:
    """The names of a list, the first without the words that lead up to it, the last without those that sum it up."""
    start, words = span.start, span.of(text)
    for index, piece in enumerate(words.split("、")):
        begin, end = start, start + len(piece)
        start = end + 1
        if index == 0:
            lead = list(OPENS.finditer(piece))
            begin += lead[-1].end() if lead else 0
        for joint in ("以及", "和", "与", "及"):
            head, joined, tail = text[begin:end].partition(joint)
            if start > span.end and joined and len(head) > 1 and len(tail) > 1:
                yield Span(begin, begin + len(head))
                begin += len(head) + len(joint)
                break
        last = CLOSES.search(text, begin + 2, end) if start > span.end else None
        yield Span(begin, last.start() if last else end)


def _same(item: str, name: str) -> bool:
    """Whether an item of the list and a part told are one: 城乡融合 and 城乡融合发展."""
    one, other = item.strip("“”"), name.strip("“”")
    if one == other or (min(len(one), len(other)) > 1 and (one.startswith(other) or other.startswith(one))):
        return True
    if one.endswith(other) or other.endswith(one) or _is_short_for(*sorted((one, other), key=len)):
        return True
    bare, bare_other = SHARED.sub("", one), SHARED.sub("", other)
    return len(bare) > 1 and bare == bare_other


def _is_short_for(short: str, long: str) -> bool:
    """Whether two characters stand for the two words that they begin or end: 建制 for 建立机制."""
    return len(short) == 2 and len(long) == 4 and short[0] in long[:2] and short[1] in long[2:]


def _opens(text: str, item: Span, told: Sequence[Part]) -> bool:
    """Whether a sentence after the announcement begins with the part: 整顿纪律，包括…."""
    name = item.of(text).strip("“”")
    at = text.find(name, item.end)
    last = text.find("\n", told[-1].span.end)
    while at >= 0 and (last < 0 or at < last + AFTER):
        if text[at - 1 : at] in SENTENCE_ENDS:
            return True
        at = text.find(name, at + 1)
    return False


def _compared(text: str, announced: Sequence[Span], told: Sequence[Part]) -> Iterator[Hit]:
    names = [item.of(text) for item in announced]
    lacking = [item for item in announced if not any(_same(item.of(text), part.name) for part in told)]
    if lacking and all(_opens(text, item, told) for item in lacking):
        return
    stranger = [part for part in told if not any(_same(name, part.name) for name in names)]
    matched = [(index, part) for part in told for index, name in enumerate(names) if _same(name, part.name)]
    whole = Span(announced[0].start, announced[-1].end)
    told_names = "、".join(dict.fromkeys(part.name for part in told))
    data = {"names": whole.of(text), "told": told_names, "item": "", "number": str(len(names))}
    related = tuple(Related(part.span, "told") for part in told)
    first = min(part.span.start for part in told)
    if EMPHASIS.search(text[whole.end : first]) or len({index for index, _ in matched}) < 2:
        return
    if len(lacking) == 1 and not stranger and len(matched) * 2 >= len(names):
        yield Hit(lacking[0], {**data, "item": lacking[0].of(text)}, related, variant="lacking")
    elif len(lacking) == 1 and len(stranger) == 1 and len(matched) > 1:
        other = (Related(lacking[0], "announced"),)
        yield Hit(stranger[0].span, {**data, "item": stranger[0].name}, other, variant="stranger")
    elif not lacking and not stranger and [index for index, _ in matched] != sorted(index for index, _ in matched):
        yield Hit(whole, data, related, variant="order")


KIND = Kind(
    check,
    frozenset({"names", "told", "item", "number"}),
    variants=frozenset({"lacking", "stranger", "order"}),
    notes=frozenset({"told", "announced"}),
)
