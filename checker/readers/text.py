"""Plain text: which encoding the bytes are in, and the Document they make.

The text that comes out is exactly the decoded file after its byte-order mark, line ends kept, so offsets need no
correction afterwards.
"""

import codecs
import hashlib
from functools import cache

from checker.document import Document
from checker.errors import ReadError
from checker.patterns import pattern
from checker.readers.outline import outline
from checker.readers.veiling import veiled
from checker.spans import LINE_END

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 4096
REMEDY = "save the file as UTF-8"
# What Chinese news is written in: ASCII, the hanzi, CJK and general punctuation, full-width forms, circled numbers.
ORDINARY = pattern("[\t\n\r -~\u3000-\u303f\u4e00-\u9fff\uff01-\uffee\u2010-\u2033\u2028\u2029\u2460-\u24ff\u00b7%]+")


def read(data: bytes, path: str) -> Document:
    """The document in ``data``. Raises ReadError, with byte and line, when it is not text."""
    text, encoding = decode(data, path)
    if not text or text.isspace():
        raise ReadError(path, "empty: nothing to check")
    nul = text.find("\0")
    if nul >= 0:
        raise ReadError(path, "a NUL character: this is not plain text", _line(text[:nul]), remedy=REMEDY)
    blocks, sections = outline(text)
    digest = hashlib.sha256(data).hexdigest()
    return veiled(Document(path, text, blocks, sections, encoding=encoding, digest=digest), text)


def decode(data: bytes, path: str) -> tuple[str, str]:
    """The text of ``data`` without its byte-order mark, and the encoding it was in.

    UTF-8 and UTF-16 by their marks; without one UTF-8 if the bytes are valid, UTF-16 if what they decode to leaves
    no doubt, GB18030 if what it decodes to is common Chinese and more so than the UTF-8 reading. A
    damaged UTF-8 file is never taken for GB18030.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data, len(mark), encoding, path), encoding
    wide = _wide(data) if b"\0" in data[:SAMPLE] else None
    if wide:
        return _strict(data, 0, wide, path), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as problem:
        if _is_gb18030(data, problem.start):
            return _strict(data, 0, "gb18030", path), "gb18030"
        if wide := _wide(data):
            return _strict(data, 0, wide, path), wide
        raise _broken(data, 0, "utf-8", problem.start, path) from None


def _strict(data: bytes, start: int, encoding: str, path: str) -> str:
    try:
        return data[start:].decode(encoding)
    except UnicodeDecodeError as problem:
        raise _broken(data, start, encoding, problem.start, path) from None


def _broken(data: bytes, start: int, encoding: str, at: int, path: str) -> ReadError:
    line = _line(data[start : start + at].decode(encoding, "replace"))
    where = "ends in the middle of a character" if start + at >= len(data) - 4 else "broken"
    return ReadError(path, f"not valid {encoding.upper()}: {where} at byte {start + at}", line, remedy=REMEDY)


def _line(before: str) -> int:
    return 1 + sum(1 for _ in LINE_END.finditer(before))


def _wide(data: bytes) -> str | None:
    """The UTF-16 that ``data`` is in though it lacks the mark, if there can be no doubt."""
    sample = data[: SAMPLE // 2 * 2]
    try:
        sample.decode("utf-8")
        if sample.count(0) * 4 < len(sample):
            return None  # text with stray zero bytes; ASCII written as UTF-16 is half zeros
    except UnicodeDecodeError:
        pass
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample[: len(sample) // 2 * 2].decode(encoding, "replace")
        if len(ORDINARY.sub("", text)) * 20 <= len(text):
            return encoding
    return None


def _is_gb18030(data: bytes, at: int) -> bool:
    window = data[max(0, at - SAMPLE) : at + SAMPLE]
    chinese = _commonness(window.decode("gb18030", "replace"))
    return chinese > 0.5 and chinese > _commonness(window.decode("utf-8", "replace"))


def _commonness(text: str) -> float:
    """Which part of the characters beyond ASCII is common Chinese."""
    foreign = [character for character in text if character > "\x7f"]
    common = _common()
    return sum(character in common for character in foreign) / max(1, len(foreign))


@cache
def _common() -> frozenset[str]:
    """The symbols and the 3,755 hanzi of the first level of GB 2312—80: nearly all that ordinary text uses."""
    rows = (*range(0xA1, 0xA4), *range(0xB0, 0xD8))
    pairs = (bytes((row, cell)) for row in rows for cell in range(0xA1, 0xFF))
    return frozenset("".join(pair.decode("gb2312", "ignore") for pair in pairs))
