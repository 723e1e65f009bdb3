"""What a line may open with: chapter words, numbers of every sort, Markdown, bullets. They order a document."""

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum

from checker.patterns import pattern

NUMERAL = "[〇零一二三四五六七八九十百]{1,5}"
DIGITS = "[0-9０-９]{1,2}"
CIRCLED = "①-⑳㉑-㉟㊱-㊿❶-❿➀-➓"


class Form(IntEnum):
    """How a heading is marked, the outermost form first. Headings of one form stand on one level."""

    HASH_1 = 1
    HASH_2 = 2
    HASH_3 = 3
    HASH_4 = 4
    HASH_5 = 5
    HASH_6 = 6
    CHAPTER = 10
    SECTION = 11
    PART = 12
    HAN = 20
    HAN_BRACKET = 21
    ORDINAL = 22
    DIGIT = 30
    DIGIT_BRACKET = 31
    DECIMAL = 32
    DECIMALS = 33
    NAMED = 40
    BOLD = 41
    SHORT = 42


@dataclass(frozen=True, slots=True)
class Marker:
    """The marker that a line opens with: its form, where it ends, and where the words after it begin."""

    form: Form
    end: int
    words: int
    ordinal: int | None = None


FORMS: tuple[tuple[Form, re.Pattern[str]], ...] = (
    (Form.CHAPTER, pattern(f"第({NUMERAL}|{DIGITS})(?:章|部分|篇|编|单元|板块)(?=[\\s、：:，.．]|[^\\s的])")),
    (Form.SECTION, pattern(f"第({NUMERAL}|{DIGITS})节(?=[\\s、：:，])")),
    (Form.PART, pattern("(?:0([1-9])|(?:PART|Part|NO|No)[.．]? ?([0-9]{1,2}))(?=\\s|$)")),
    (Form.HAN, pattern(f"({NUMERAL})[、.．]")),
    (Form.HAN_BRACKET, pattern(f"[（(]({NUMERAL})[）)]")),
    (Form.ORDINAL, pattern(f"(?:第|其)({NUMERAL})[，、：:]")),
    (Form.DECIMALS, pattern("[0-9]{1,2}[.][0-9]{1,2}[.]([0-9]{1,2})(?=[\\s\u3400-\u9fff])")),
    (Form.DECIMAL, pattern("[0-9]{1,2}[.]([0-9]{1,2})\\s+(?=[\u3400-\u9fff“])")),
    (Form.DIGIT, pattern(f"({DIGITS})[、.．](?![0-9０-９])")),
    (Form.DIGIT_BRACKET, pattern(f"[（(]({DIGITS})[）)]")),
)
# Every marker begins with one of these; most lines do not.
START = pattern("[第其〇零一二三四五六七八九十百0-9０-９（(PN]")
HASHES = pattern("(#{1,6})[ \\t\u3000]+(?=\\S)")
CIRCLE = pattern(f"([{CIRCLED}])[、.．]?\\s*")
BULLET = pattern("[●■◆★▶►◎□◇☆▌▍❖➤◤]\\s*")


def marker(text: str, start: int, end: int) -> Marker | None:
    """The marker that ``text[start:end]`` opens with, if it is one that orders headings."""
    if not START.match(text, start, end):
        return None
    for form, shape in FORMS:
        found = shape.match(text, start, end)
        if found:
            number = next(group for group in found.groups() if group)
            return Marker(form, found.end(), skip_space(text, found.end(), end), ordinal(number))
    return None


def skip_space(text: str, start: int, end: int) -> int:
    """The first offset from ``start`` on that is not white space."""
    while start < end and text[start].isspace():
        start += 1
    return start


def ordinal(number: str) -> int | None:
    """The number that a marker's numeral stands for; None if it stands for none.

    >>> [ordinal(one) for one in ("十二", "12", "１２", "⑫", "一百零三", "二〇")]
    [12, 12, 12, 12, 103, 20]
    """
    if len(number) == 1:
        return int(unicodedata.numeric(number))
    if number.isdecimal():
        return int(number)
    values = [int(unicodedata.numeric(character)) for character in number]
    if max(values) < 10:
        return int("".join(str(value) for value in values))
    total, digit = 0, 0
    for value in values:
        if value < 10:
            digit = value
        else:
            total, digit = total + (digit or 1) * value, 0
    return total + digit
