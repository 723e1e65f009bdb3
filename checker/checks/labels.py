"""labels: labelled parts (镜头一, 第二问) against one another and against the number that title or lead states."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checker.checks.kind import Kind, Params
from checker.checks.listed import like, slips, words
from checker.document import Block, BlockKind, Document
from checker.extraction.article import Article
from checker.findings import Hit, Related
from checker.patterns import pattern
from checker.readers.markers import ordinal
from checker.spans import Span

UNIT = (
    "问题|问|故事|镜头|样本|案例|关键词|关键字|场景|瞬间|细节|现场|片段|看点|亮点|变化|启示|切面|画面|密码|账本|剪影|侧影|特写|人物|"
    "声音|印象|回声|观察|感受|建议|难题|堵点|误区|招|变|解|篇章|乐章|焦点|热点|疑问|追问|经验|做法|路径|日记|记忆|"
    "牌|题|账|课|钥匙|药方|药|探|访|评|论|议|谈|辨|思|笔|维度|维|对策|举措|步棋|步"
)
NUMERAL = "[一二三四五六七八九十]{1,3}|[0-9]{1,2}|[①-⑳]"
LABEL = pattern(
    "[【■◆●★▌▎（(]?\\s*(?P<label>"
    f"第?(?P<before>{NUMERAL})(?:个|大|则|组|张|把|道|本|味|剂|堂|项|条)?(?P<one>{UNIT})|(?P<other>{UNIT})\\s?(?:之)?\\s?(?P<after>{NUMERAL})?)"
    "(?=[\\s：:｜|丨—】）)“《·]|$)"
)
STATED = pattern(
    f"(?<![第零〇一二三四五六七八九十百千万0-9.．—\\-~～])(?P<number>[两二三四五六七八九]|十[一二三四五六七八九]?|[2-9]|1[0-9])"
    f"(?P<measure>个|大|组|则|张|本|位|段|条|把|道|味|剂|堂|项)?(?P<unit>{UNIT})(?![一二三四五六七八九十0-9])"
)
ALIKE = {"问题": "问", "追问": "问", "疑问": "问", "关键字": "关键词"}
LONGEST = 60
"""A longer paragraph opens with a label only where a number and a colon set it off: 案例四：."""

SET_OFF = frozenset("【■◆●★▌▎")
"""With one of these a label may open a long paragraph: 【镜头一】."""

LEADS = 3
"""The number may stand in the first paragraphs as well, before the first label."""


@dataclass(frozen=True, slots=True)
class Label:
    """A block that opens with a label; its ``ordinal`` is the label's and its ``marker`` the label."""

    block: Block
    unit: str


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Labels out of their turn, and a stated number of parts that the labels belie."""
    document = article.document
    if len(document.blocks) < LEADS:
        return
    labels = list(_labels(document))
    for unit in dict.fromkeys(one.unit for one in labels):
        blocks = [one.block for one in labels if one.unit == unit]
        if len(blocks) > 1:
            found = list(_turns(document, blocks))
            yield from found or _counted(document, unit, blocks)
    if not labels:
        yield from _numbered(document)


def _numbered(document: Document) -> Iterator[Hit]:
    """The number in the title against headings numbered without a word: 五问 over 一、 to 四、."""
    headings = [one for one in document.of_kind(BlockKind.HEADING) if one.ordinal]
    level = min((one.level for one in headings), default=0)
    blocks = [one for one in headings if one.level == level]
    if len(blocks) < 2 or [one.ordinal for one in blocks] != list(range(1, len(blocks) + 1)):
        return
    for hit in _counted(document, "", blocks):
        yield replace(hit, doubtful=True)


def _labels(document: Document) -> Iterator[Label]:
    for block in document.blocks:
        opens = document.text[block.span.start]
        long = block.kind is BlockKind.PARAGRAPH and len(block.span) > LONGEST and opens not in SET_OFF
        if block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH):
            continue
        stop = min(block.span.end, block.span.start + 16)
        found = LABEL.match(document.text, block.span.start, stop)
        if not found:
            continue
        unit = found["one"] or found["other"]
        number = found["before"] or found["after"]
        colon = document.text[found.end() : found.end() + 1] in ("：", ":")
        if (number and colon) or (not long and (number or colon)):
            span = Span(*found.span("label"))
            numbered = replace(block, marker=span, ordinal=ordinal(number) if number else None)
            yield Label(numbered, ALIKE.get(unit, unit))


def _turns(document: Document, blocks: Sequence[Block]) -> Iterator[Hit]:
    """Labels that leave one out, come twice or change places."""
    numbered = [block for block in blocks if block.ordinal]
    if len(numbered) != len(blocks) or blocks[0].ordinal != 1:
        return
    for slip in slips(blocks):
        if slip.before and slip.block.marker and slip.before.marker:
            marker, before = words(document, slip.block.marker), words(document, slip.before.marker)
            lacking = "、".join(like(marker, number) for number in slip.missing)
            working = f"{before}之后是{marker}" + (f"，缺{lacking}" if lacking else "")
            related = (Related(slip.before.marker, "label"),)
            yield Hit(slip.block.marker, {"found": marker, "working": working}, related, variant=slip.sort)


def _counted(document: Document, unit: str, blocks: Sequence[Block]) -> Iterator[Hit]:
    """The number of parts that the title or the lead states, where it is not the number of labels.

    Without a unit only the title is asked, for whatever it counts.
    """
    stated = list(_stated(document, unit, blocks[0].span.start))
    if not stated or any(number == len(blocks) for _, number, _ in stated):
        return
    span, _, doubtful = stated[0]
    markers = [block.marker for block in blocks if block.marker]
    shown = "、".join(words(document, marker) for marker in markers)
    data = {"found": words(document, span), "working": f"标出{len(blocks)}个（{shown}）"}
    yield Hit(span, data, tuple(Related(one, "label") for one in markers), variant="count", doubtful=doubtful)


def _stated(document: Document, unit: str, stop: int) -> Iterator[tuple[Span, int, bool]]:
    titles = [one for one in document.of_kind(BlockKind.TITLE) if one.span.start < stop]
    leads = [one for one in document.of_kind(BlockKind.PARAGRAPH) if one.span.start < stop]
    quoted = [one.span for one in document.quotations]
    for block in [*titles, *leads[:1], *leads[1:][-(LEADS - 1) :]] if unit else titles:
        in_title = block.kind is BlockKind.TITLE
        for found in STATED.finditer(document.text, block.span.start, block.span.end):
            span, number = Span(*found.span()), 2 if found["number"] == "两" else ordinal(found["number"])
            same = ALIKE.get(found["unit"], found["unit"]) == unit or not unit
            if same and number and (in_title or found["measure"]) and not any(one.covers(span) for one in quoted):
                yield span, number, not in_title


KIND = Kind(
    check,
    frozenset({"found", "working"}),
    variants=frozenset({"gap", "repeated", "order", "count"}),
    notes=frozenset({"label"}),
)
