"""What a line may be, by its own words: the first of two looks at it. The second (outline) sees its neighbours."""

from dataclasses import replace

from checker.document import BlockKind
from checker.frozen import frozen
from checker.patterns import pattern
from checker.readers import bylines, captions, markers, names
from checker.readers.lines import Line
from checker.readers.markers import Form
from checker.spans import Span

LONGEST_HEADING = 60
LONGEST_SHORT = 36
CLOSED = tuple("。；，、：:;,！…—")
BOLD = pattern("(?:\\*\\*|__)(?P<words>[^*_\n]+)(?:\\*\\*|__)$")
WORDY = pattern(f"[{names.HAN}]")
FIGURE = pattern("[0-9０-９.%％]")
QUESTION = pattern("[问答QA][：:]")
# What stands before a colon and names nobody, and the furniture that pages leave behind.
LABEL = pattern(
    "(?:单位|其中|注释?|说明|时间|地点|日期|电话|传真|邮箱|联系人|地址|备注|附件|点评|简评|标题|导读|提示|链接)[：:]"
)
SPEAKING = pattern("[：:][“「『][^”」』]*$")
"""Speech that goes on in the next paragraph."""

FURNITURE = pattern("(?:图片|视频|广告|目\\s*录|附件|附录|附表|返回|打印|关闭)$")


@frozen()
class Shape:
    """A line and what it may be.

    ``form`` is set for what may be a heading, ``explicit`` if there is no doubt; ``numbered`` is the form of its
    number, heading or not. ``style`` tells the ways of setting off a name apart: only headings of one style vouch for
    each other.
    """

    line: Line
    kind: BlockKind = BlockKind.PARAGRAPH
    form: Form | None = None
    numbered: Form | None = None
    marker: Span | None = None
    ordinal: int | None = None
    name: Span | None = None
    style: str = ""
    explicit: bool = False
    circled: bool = False

    @property
    def span(self) -> Span:
        """Of the line."""
        return self.line.span


def shape(text: str, line: Line) -> Shape:
    """The first look at a line."""
    start, end = line.span.start, line.span.end
    result = Shape(line)
    found = markers.marker(text, start, end)
    if found:
        result = replace(result, numbered=found.form)
        # 0.4 at the start of a line is more often a number cut off from its sentence than a heading's.
        if found.form not in (Form.DECIMAL, Form.DECIMALS):
            result = replace(result, marker=Span(start, found.end), ordinal=found.ordinal)
    elif circle := captions.circled(text, line.span):
        return Shape(line, marker=circle.marker, ordinal=circle.ordinal, name=circle.name, circled=True)
    if end - start > captions.LONGEST:
        return result
    if caption := captions.caption(text, line.span):
        return Shape(line, BlockKind.CAPTION, marker=caption.marker, ordinal=caption.ordinal, name=caption.name)
    if bylines.is_byline(text[start:end]):
        return Shape(line, BlockKind.BYLINE, name=names.byline_name(text, start, end))
    return _heading(text, line, result, found)


def _heading(text: str, line: Line, plain: Shape, found: markers.Marker | None) -> Shape:
    """The line as a heading, if it may be one. ``plain`` is what it is otherwise."""
    span = line.span
    if hashes := markers.HASHES.match(text, span.start, span.end):
        return _inside(text, line, Span(hashes.end(), span.end), Form(len(hashes[1])), Span(*hashes.span(1)))
    if bold := BOLD.match(text, span.start, span.end):
        return _inside(text, line, Span(*bold.span("words")), Form.BOLD, None)
    words = span.of(text)
    if len(words) > LONGEST_HEADING or words.endswith(CLOSED) or "。" in words or "\t" in words:
        return plain
    if SPEAKING.search(words):
        return plain
    if found:
        name = names.opening_name(text, found.words, span.end)
        marker = Span(span.start, found.end)
        return replace(plain, form=found.form, marker=marker, ordinal=found.ordinal, name=name[0] if name else None)
    bullet = markers.BULLET.match(text, span.start, span.end)
    opening = names.opening_name(text, bullet.end() if bullet else span.start, span.end)
    if opening and not QUESTION.match(words) and not LABEL.match(words):
        return replace(plain, form=Form.NAMED, name=opening[0], style=opening[1] + (bullet[0][0] if bullet else ""))
    return replace(plain, form=Form.SHORT) if bullet or _is_short(words) else plain


def _inside(text: str, line: Line, words: Span, form: Form, marker: Span | None) -> Shape:
    """A heading that Markdown makes, with the number or name that stands inside it; or a caption set in bold."""
    caption = captions.caption(text, words)
    if caption and form is Form.BOLD:
        return Shape(line, BlockKind.CAPTION, marker=caption.marker, ordinal=caption.ordinal, name=caption.name)
    found = markers.marker(text, words.start, words.end)
    name = names.opening_name(text, found.words if found else words.start, words.end)
    if found:
        marker = Span(words.start, found.end)
    if form is Form.BOLD and (len(words) > LONGEST_HEADING or words.of(text).endswith(CLOSED)):
        return Shape(line)
    number = found.ordinal if found else None
    return Shape(line, form=form, marker=marker, ordinal=number, name=name[0] if name else None, explicit=True)


def _is_short(words: str) -> bool:
    """Whether the line could be a heading for its shortness alone: wordy, not a figure, not speech, not an aside."""
    if len(words) > LONGEST_SHORT or words[0] in "（(—-" or "://" in words:
        return False
    if words.endswith("？") and "，" in words:
        return False
    if QUESTION.match(words) or LABEL.match(words) or FURNITURE.match(words):
        return False
    return len(WORDY.findall(words)) * 2 >= len(words) - len(FIGURE.findall(words)) and (
        len(WORDY.findall(words)) >= 2 and len(FIGURE.findall(words)) * 5 <= len(words) * 2
    )
