"""The top of a page: the title, what stands above and below it, and who signs."""

from dataclasses import replace

from checker.document import BlockKind
from checker.readers import bylines
from checker.readers.markers import Form
from checker.readers.shapes import Shape

LONGEST_TITLE = 70
CLOSED = tuple("。；，、：:;,…")
LONGEST_NAME = 3
LONGEST_NOTE = 30
LONGEST_LABEL = 20
NUMBERED = frozenset(form for form in Form if Form.HASH_2 <= form <= Form.DECIMALS)


def front_matter(text: str, shapes: list[Shape], trusted: frozenset[str]) -> tuple[list[Shape], int]:
    """The shapes with the top of the page settled, and how many blocks that is.

    The first line that reads like a title is the title (``TITLE``); what follows it before the first paragraph is its
    kicker, subtitle or note (``TITLE`` too: Document.title is the first), or says who signs (``BYLINE``), unless it is
    a heading of the body. An article that starts with a paragraph has no title, and neither has a single line.
    ``trusted`` are the styles of names that several headings share.
    """
    if len(shapes) < 2:
        return shapes, 0
    end = _end(shapes)
    first = next((index for index in range(end) if not _is_above(text, shapes[index])), end)
    if first == end or not _is_title(text, shapes[first], trusted):
        return shapes, 0
    settled = list(shapes)
    settled[first] = replace(settled[first], kind=BlockKind.TITLE, form=None, name=None)
    at = first + 1
    while at < end and (kind := _below(text, shapes, at, end, trusted)):
        if settled[at].kind is not kind:
            settled[at] = replace(settled[at], kind=kind, form=None, name=None)
        at += 1
    return settled, at


def _end(shapes: list[Shape]) -> int:
    """Where the first paragraph stands; a title may be too long or too oddly closed to look like a heading."""
    for index, shape in enumerate(shapes):
        if index and shape.kind is BlockKind.PARAGRAPH and shape.form is None and len(shape.span) > LONGEST_TITLE:
            return index
    return min(len(shapes), 12)


def _is_above(text: str, shape: Shape) -> bool:
    """Whether the line may stand above a title: a source, a date, a label."""
    words = shape.span.of(text)
    label = shape.kind is BlockKind.PARAGRAPH and not shape.form and len(words) <= LONGEST_LABEL
    return shape.kind is BlockKind.BYLINE or (label and words.endswith(("：", ":")))


def _is_title(text: str, shape: Shape, trusted: frozenset[str]) -> bool:
    if shape.form is Form.HASH_1:
        return True
    if shape.kind is not BlockKind.PARAGRAPH or shape.form in NUMBERED or shape.circled:
        return False
    words = shape.span.of(text)
    in_body = shape.form is Form.NAMED and shape.style in trusted and shape.style.startswith(("bracket", "whole"))
    return len(words) <= LONGEST_TITLE and not words.endswith(CLOSED) and "。" not in words and not in_body


def _below(text: str, shapes: list[Shape], at: int, end: int, trusted: frozenset[str]) -> BlockKind | None:
    """What the line below the title is; None where the body begins."""
    shape, words = shapes[at], shapes[at].span.of(text)
    if shape.kind is not BlockKind.PARAGRAPH:
        return shape.kind if shape.kind is BlockKind.BYLINE else None
    if shape.explicit or shape.form in NUMBERED or (shape.form is Form.NAMED and shape.style in trusted):
        return None
    if words.startswith(("——", "──", "—")) or (words[0] in "（(" and words[-1] in "）)"):
        return BlockKind.TITLE
    if len(words) > LONGEST_TITLE or words.endswith((*CLOSED, "？", "！")) or "。" in words:
        return None
    if bylines.is_signature(words):
        return BlockKind.BYLINE
    if at + 1 < len(shapes) and shapes[at + 1].kind is BlockKind.BYLINE and len(words) > LONGEST_NAME:
        return BlockKind.TITLE
    last = at + 1 >= end or shapes[at + 1].form is not Form.SHORT
    rest = [len(other.span) for other in shapes[at + 1 :] if other.form is Form.SHORT]
    if len(words) <= LONGEST_NAME and not any(length <= LONGEST_NAME for length in rest):
        return BlockKind.BYLINE
    if shape.form is Form.SHORT and last and rest:
        return None
    return BlockKind.TITLE if shape.form or len(words) <= LONGEST_NOTE else None
