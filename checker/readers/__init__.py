"""Files to Documents: one module per format, found by the end of the file's name."""

from collections.abc import Callable
from pathlib import Path

from checker.document import Document
from checker.errors import ReadError
from checker.readers import html, markdown, text

Reader = Callable[[bytes, str], Document]

MAX_BYTES = 32 * 1024 * 1024
"""The longest file that is read; an article has thousands of bytes, a year of a newspaper some ten million."""

READERS: dict[str, Reader] = {
    "": text.read,
    ".txt": text.read,
    ".text": text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".html": html.read,
    ".htm": html.read,
}
PAGES = frozenset((".html", ".htm"))
"""In a folder these are as often reports and templates as articles: they are read where they are named or included."""

REMEDIES = {
    ".doc": "save it as .docx or as plain text",
    ".wps": "save it as .docx or as plain text",
    ".docx": "export it as plain text",
    ".pdf": "export it as plain text",
}


def read(path: str | Path, *, data: bytes | None = None) -> Document:
    """The document at ``path``, or in ``data`` as if it stood there.

    Raises ReadError when there is no such file, it cannot be read, or it is not an article's text.
    """
    name = str(path)
    suffix = Path(path).suffix.lower()
    if suffix in READERS:
        return READERS[suffix](_bytes(path) if data is None else _limited(data, name), name)
    if data is None:
        _bytes(path)
    if suffix in REMEDIES:
        raise ReadError(name, f"{suffix} files are not read yet", remedy=REMEDIES[suffix])
    raise ReadError(name, f"unknown kind of file {suffix!r}", remedy="rename it to .txt if it is plain text")


def _bytes(path: str | Path) -> bytes:
    name = str(path)
    try:
        with Path(path).open("rb") as file:
            return _limited(file.read(MAX_BYTES + 1), name)
    except IsADirectoryError:
        raise ReadError(name, "is a directory", remedy="name the articles in it") from None
    except FileNotFoundError:
        raise ReadError(name, "no such file", remedy="correct the path") from None
    except PermissionError:
        raise ReadError(name, "may not be read", remedy="ask for permission to read it") from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        raise ReadError(name, f"cannot be read: {reason}") from None


def _limited(data: bytes, name: str) -> bytes:
    if len(data) > MAX_BYTES:
        raise ReadError(name, f"longer than {MAX_BYTES // 1024**2} MB", remedy="split it into articles")
    return data
