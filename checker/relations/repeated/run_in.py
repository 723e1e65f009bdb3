"""Headlines that are run together with their text: 原标题：…涨0.34%8月4日，…; …现货7300元（某站行情）….

A page that lost its line breaks has its headline in the first paragraph. It ends where the report opens: with who tells
it, the day, the source.
"""

from checker.document import BlockKind, Document
from checker.patterns import pattern
from checker.spans import Span

MARK = pattern("\\s*(?:[^。\n]{0,60}?\\s)?原?标题[：:]\\s*")
DAY = "(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日"
OPENS = pattern(
    "\\s*来源[：:]|(?:近日|日前|截[至止]|记者|据[悉介]|据[^，。]{2,12}(?:统计|数据|报道|消息|获悉)|新华社|中新[社网]|[本昨今]报讯|本[网站台]讯"
    "|[\u4e00-\u9fff]{2,4}(?:网讯|日报|晚报|客户端)|[A-Za-z\u4e00-\u9fff]{2,6}(?:APP|网|社)(?:获悉|讯|消息)|[昨今][天日][，,上下晚]"
    f"|(?<=[元%％股户点]){DAY}|{DAY}(?:[，,]|[上下]午|晚间?|[讯电]|消息|公布|公告|披露))"
)
"""How a report opens."""

UNMARKED = pattern(
    "\\s*[^，,。；;！？\n]{6,48}?(?=[（(][^（）()\n]{2,20}(?:行情|报道|[讯电]|消息)[^（）()\n]{0,6}[）)]|[本昨今]报讯|记者[^，。\n]{0,12}(?:获悉|了解|报道)"
    "|新华社|中新[社网])"
)
"""A headline without its mark: it has no comma, and behind it stands who tells the news."""

SENTENCE = pattern("[。！？\n]")
LEAST, MOST = 8, 90
"""Between so many characters a headline is long."""

FIRST = 3
"""An advertisement may stand before it."""


def head(document: Document) -> Span | None:
    """The headline that opens one of the first paragraphs of a text without one."""
    text, blocks = document.text, document.blocks[:FIRST]
    for block in blocks:
        start, end = block.span.start, block.span.end
        marked = MARK.match(text, start, min(end, start + MOST)) if block.kind is BlockKind.PARAGRAPH else None
        if marked:
            stop = _end(text, marked.end(), end)
            return Span(start, stop) if stop else None
    if not blocks or blocks[0].kind is not BlockKind.PARAGRAPH:
        return None
    start, end = blocks[0].span.start, blocks[0].span.end
    found = UNMARKED.match(text, start, min(end, start + MOST))
    return Span(*found.span()) if found else None


def _end(text: str, start: int, end: int) -> int:
    """Where a headline ends that begins at ``start`` in a paragraph; 0 where nothing tells."""
    most = min(end, start + MOST)
    full = text.find("。", start, most)
    opened = OPENS.search(text, start + LEAST, most if full < 0 else full)
    if opened:
        return opened.start()
    closed = SENTENCE.search(text, start, most)
    if closed:
        return closed.end() if OPENS.match(text, closed.end(), end) else 0
    return end if most == end else 0
