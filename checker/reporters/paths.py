"""How a document's path is written where a repository is the root of everything."""

from pathlib import PurePath, PurePosixPath


def relative(path: str) -> str:
    """The path with forward slashes and without a leading ``./``.

    >>> relative("./稿件/a.txt")
    '稿件/a.txt'
    """
    return PurePosixPath(PurePath(path).as_posix()).as_posix()


def is_absolute(path: str) -> bool:
    """Whether the path does not depend on a working directory."""
    return PurePath(path).is_absolute()


def uri(path: str) -> str:
    """The path as a URI reference; an absolute one as a ``file`` URI. Bytes that are no UTF-8 stay what they are.

    >>> uri("稿件/一 稿.txt")
    '%E7%A8%BF%E4%BB%B6/%E4%B8%80%20%E7%A8%BF.txt'
    """
    from urllib.parse import quote

    written = relative(path)
    try:
        octets = written.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        octets = written.encode("utf-8", "replace")
    return ("file://" if is_absolute(path) else "") + quote(octets)
