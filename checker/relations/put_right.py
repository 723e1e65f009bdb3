"""What a correction quotes as wrong: “11月16日（星期六）”应为“11月15日（星期六）”; 误作“186万辆”; “15.2%”系…之误."""

from collections.abc import Callable, Iterator

from checker.document import Document
from checker.patterns import pattern
from checker.spans import Span

SIGNS = ("应", "误", "更正", "改", "实为")
BEHIND = pattern(
    "(?:一[句词处文]|等字样)?(?:系笔误|有误|错误)?[，,]?(?:应|实)?(?:当|予以)?(?:更正|改正|修正|订正|纠正|改)?[为是作](?=[“《0-9])"
    "|[系是为](?=“[^“”\n]{1,60}”之误)|(?:一[句词处])?(?:有误|系笔误)"
)
BEFORE = pattern("(?:误[作写为植排标记称]|错[写标印报]|[写印报登]错)[成为作了]?$")
BARE = pattern("[为是作]")
REACH = 4


def is_quoted_wrong(document: Document) -> Callable[[Span], bool]:
    """Whether a span lies within words that the text says are wrong."""
    wrong = _wrong_words(document)
    return lambda span: any(one.start <= span.start and span.end <= one.end for one in wrong)


def _wrong_words(document: Document) -> tuple[Span, ...]:
    return tuple(_found(document)) if any(sign in document.text for sign in SIGNS) else ()


def _found(document: Document) -> Iterator[Span]:
    text = document.text
    for one in document.quotations:
        behind = BEHIND.match(text, one.span.end)
        if (behind and not BARE.fullmatch(behind[0])) or BEFORE.search(
            text, max(0, one.span.start - REACH), one.span.start
        ):
            yield one.span
