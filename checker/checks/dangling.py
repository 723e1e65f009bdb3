"""dangling: words that promise something that does not follow: 如下： at the end, an attachment that is not there."""

from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.document import Block, BlockKind, Document
from checker.extraction.article import Article
from checker.findings import Hit, Related
from checker.patterns import pattern
from checker.readers.markers import ordinal
from checker.spans import Span

PROMISE = pattern(
    "[\\u4e00-\\u9fff]{0,6}(?:如下|名单|分别[是为])[：:]$|(?:以|下)[下列][\\u4e00-\\u9fff]{0,12}[：:]$|"
    "(?:具体|公布|全文|名单|内容|情况|安排|要求|措施|通知|公告|摘要|摘编)[\\u4e00-\\u9fff]{0,4}如下[。：:]?$"
)
CITED = pattern(
    "附(?P<sort>件|表|图)\\s?(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,2})(?![0-9.．—－\\-一二三四五六七八九十])"
)
LIST = pattern("附件[：:]")
ITEM = pattern("(?P<number>[0-9]{1,2})[.．、](?![0-9])")
ENDS = (BlockKind.HEADING, BlockKind.BYLINE)
HALF = pattern("一方面(?=[，,是要])")
NOT_HALF = frozenset("另这那了是哪某每任何同")
OTHER_HALF = pattern(
    "一方面|更重要的|更主要的|一面|一边|另外|同时|此外|二是|其次|二来|再者|再有|再说|第二|还(?=[要有需得能可])|也(?=[要有需得能可])"
)
BEFORE, AFTER = 300, 600
"""How far around 一方面 its other half may stand."""


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Promises with nothing after them, and attachments that are cited but not among those listed."""
    document = article.document
    yield from _promises(document)
    yield from _halves(article.text)
    if "附" in article.text:
        yield from _attachments(document)


def _promises(document: Document) -> Iterator[Hit]:
    """如下： before a heading that is no deeper, before the bylines or at the end of a text of several blocks."""
    text, blocks = document.text, document.blocks
    level = 0
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            level = block.level
        if block.kind is not BlockKind.PARAGRAPH or text[block.span.end - 1] not in "：:。下":
            continue
        found = PROMISE.search(text, max(block.span.start, block.span.end - 24), block.span.end)
        if found and _nothing_follows(blocks, index, level):
            yield Hit(Span(*found.span()), {"words": found[0].strip("：:。").removeprefix("，")}, variant="promise")


def _halves(text: str) -> Iterator[Hit]:
    """一方面 that nothing answers: no 另一方面, no 同时, no other word that takes up the count."""
    last = -BEFORE
    for found in HALF.finditer(text):
        first = text[found.start() - 1 : found.start()] not in NOT_HALF and found.start() - last >= BEFORE
        last = found.start()
        if first and not OTHER_HALF.search(text, found.end(), found.end() + AFTER):
            yield Hit(Span(*found.span()), {"words": found[0]}, variant="half")


def _nothing_follows(blocks: tuple[Block, ...], index: int, level: int) -> bool:
    if index + 1 == len(blocks):
        return len(blocks) > 1
    following = blocks[index + 1]
    if following.kind is BlockKind.HEADING:
        return 0 < following.level <= level and (following.ordinal or 2) != 1
    return following.kind is BlockKind.BYLINE and all(one.kind is BlockKind.BYLINE for one in blocks[index + 1 :])


def _attachments(document: Document) -> Iterator[Hit]:
    text = document.text
    listed: dict[str, dict[int, Span]] = {}
    cited: list[tuple[str, int, Span]] = []
    for block in document.blocks:
        for found in CITED.finditer(text, block.span.start, block.span.end):
            number, span = ordinal(found["number"]) or 0, Span(*found.span())
            if found.start() == block.span.start:
                listed.setdefault(found["sort"], {})[number] = span
            else:
                cited.append((found["sort"], number, span))
    listed.setdefault("件", {}).update(_numbered(document))
    for sort, number, span in cited:
        known = listed.get(sort, {})
        if known and number not in known:
            last = max(known)
            yield Hit(span, {"words": span.of(text)}, (Related(known[last], "listed"),), variant="attachment")


def _numbered(document: Document) -> Iterator[tuple[int, Span]]:
    """The attachments of a list: 附件：1.… 2.…."""
    text, inside = document.text, False
    for block in document.blocks:
        opens = LIST.match(text, block.span.start, block.span.end)
        inside = opens is not None or (inside and ITEM.match(text, block.span.start) is not None)
        if inside:
            for found in ITEM.finditer(text, block.span.start, block.span.end):
                yield int(found["number"]), Span(*found.span("number"))


KIND = Kind(
    check,
    frozenset({"words"}),
    variants=frozenset({"promise", "attachment", "half"}),
    notes=frozenset({"listed"}),
)
