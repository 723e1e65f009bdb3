"""The texts that are measured: the bundled article, once or over and over."""

from pathlib import Path

ARTICLE = Path(__file__).parent.parent / "articles" / "yuxi-eight-districts.txt"
MEGABYTE = 1_000_000


def repeated(article: Path, size: int, target: Path) -> int:
    """Write whole copies of ``article`` until ``size`` bytes are reached; returns the bytes written."""
    text = article.read_bytes()
    return _fill(text if text.endswith(b"\n") else text + b"\n", size, target)


def one_line(article: Path, size: int, target: Path) -> int:
    """The same without a single line end: one paragraph of ``size`` bytes or a little more."""
    return _fill(b"".join(article.read_bytes().splitlines()), size, target)


def _fill(piece: bytes, size: int, target: Path) -> int:
    written = 0
    with target.open("wb") as file:
        while written < size:
            written += file.write(piece)
    return written
