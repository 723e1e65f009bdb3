"""Numbers by which those are meant again who were told before: …。两家公司|均上调了预期."""

from checker.document import Document
from checker.patterns import pattern
from checker.quantities.model import Quantity

FEW = frozenset("两二三四五")
BODIES = pattern(
    "(?:上市)?(?:公司|机构|企业|部门|单位|平台|银行|基金|品牌|国|省|市|地|人|人士|专家)(?:的)?(?P<rest>[^。！？\n]{0,40}?)[均都](?![价线匀市不是会])"
)
SENTENCE_ENDS = frozenset("。！？；")


def refers_back(document: Document, one: Quantity) -> bool:
    """Whether a number opens a sentence behind another one, and counts only whom that one named."""
    text, at = document.text, one.span.start
    opens = text[at - 1 : at] in SENTENCE_ENDS and one.literal[0] in FEW and len(one.literal) == 2
    return bool(text[at - 1 : at]) and opens and BODIES.match(text, one.span.end) is not None
