"""The texts that are measured: the bundled article, once or over and over."""

from pathlib import Path

ARTICLE = Path(__file__).parent.parent / "articles" / "yuxi-eight-districts.txt"
MEGABYTE = 1_000_000
LINE = "全区28个重点项目开工18个，开工率64.3%，完成投资21.7亿元；园区有企业103家，去年产值130亿元。"


def repeated(article: Path, size: int, target: Path) -> int:
    """Write whole copies of ``article`` until ``size`` bytes are reached; returns the bytes written."""
    text = article.read_bytes()
    return _fill(text if text.endswith(b"\n") else text + b"\n", size, target)


def one_line(size: int, target: Path) -> int:
    """Write ``size`` bytes or a little more of Chinese text with figures and without a line end."""
    return _fill(LINE.encode(), size, target)


def _fill(piece: bytes, size: int, target: Path) -> int:
    written = 0
    with target.open("wb") as file:
        while written < size:
            written += file.write(piece)
    return written
